"""The Content-Security-Policy of a finished page: its own scripts and styles, and nothing else. Pure."""

from __future__ import annotations

import base64
import hashlib
import re

_HEAD = '<meta charset="utf-8">'
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_NOT_RUN_HERE = re.compile(r"""\b(?:src|type=["']?application/)""", re.IGNORECASE)


def secured(html: str) -> str:
    """The page with its policy, which names each script that stands in the page itself by its hash."""
    if html.count(_HEAD) != 1:
        raise ValueError(f"a page must hold {_HEAD} once: the policy stands behind it, before any script")
    inline = [text for attributes, text in _SCRIPT.findall(html) if not _NOT_RUN_HERE.search(attributes)]
    scripts = " ".join(["'self'", *dict.fromkeys(map(_hash, inline))])
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )
    return html.replace(_HEAD, f'{_HEAD}\n<meta http-equiv="Content-Security-Policy" content="{policy}">')


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
