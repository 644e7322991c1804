"""Writing the data file whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile

from macros.load import display, load
from macros.source import DataError, Mistake


def require_writable(path: Path) -> None:
    """Raise `DataError` if the file may not be written, before anybody does work that would be lost."""
    if not os.access(path, os.W_OK):
        raise DataError([Mistake(display(path), 1, "S001", "cannot be written: it is read-only; nothing was changed")])


def replace(path: Path, text: str, *, must_load: bool = False) -> None:
    """Put `text` into the file at one stroke, if it loads or need not.

    Raise `DataError` if it does not load or cannot be written; the file is then as it was.
    """
    require_writable(path)
    draft = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=path.suffix, delete=False) as file:
            draft = Path(file.name)
            file.write(text.encode())
        if must_load:
            _require_loading(draft, path)
        shutil.copymode(path, draft)
        draft.replace(path)
    except OSError as error:
        sentence = f"cannot be written: {error.strerror}; nothing was changed"
        raise DataError([Mistake(display(path), 1, "S001", sentence)]) from None
    finally:
        if draft:
            draft.unlink(missing_ok=True)


def _require_loading(draft: Path, path: Path) -> None:
    try:
        load(draft)
    except DataError as error:
        raise DataError([Mistake(display(path), one.line, one.rule, one.text) for one in error.mistakes]) from None
