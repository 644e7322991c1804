"""The rules of a stylesheet that a site can use. Pure; knows nothing of this site or of its theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_WORD = re.compile(r"[\w-]+")
# What is no prose: tags, whose quoted values may hold any sign, and scripts.
_MARKUP = re.compile(r"""<script\b.*?</script>|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>""", re.DOTALL | re.IGNORECASE)
_NAMES = re.compile(r"""^<([a-z][\w-]*)|\s(?:class|id)=("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
_COMMENT = re.compile(r"^\s*(?://|/?\*).*", re.MULTILINE)
_SCRIPTED = re.compile(r"(?<![\w.#-])[\w-]+")  # what follows a full stop is looked for or a property, not made
_BEGINNING = re.compile(r"""[\w-]*\w-+(?=["'`$])""")
_ANY = {"is", "where", "has", "matches", "-webkit-any", "-moz-any"}  # one of the selectors inside must match
_GROUPS = {"media", "supports", "layer", "container"}  # rules that hold rules


class Used:
    """Every word by which a rule may be needed: names of tags, attributes, classes and ids, and values."""

    def __init__(self, pages: Iterable[str], scripts: Iterable[str], made_with: Mapping[str, str]) -> None:
        """Take the words of the pages' markup, and those that `scripts` may make, whole or from a beginning.

        What begins like a key of `made_with` a script makes only where pages hold the word that the key leads to.
        """
        tags = {tag for text in pages for tag in _MARKUP.findall(text)}
        self._words = {word for tag in tags for word in _WORD.findall(tag)}
        self._names = {word for tag in tags for names in _NAMES.findall(tag) for word in _WORD.findall(" ".join(names))}
        never = tuple(start for start, cause in made_with.items() if cause not in self._words)
        beginnings: set[str] = set()
        self._made: set[str] = set()
        for text in (_COMMENT.sub("", script) for script in scripts):
            self._made.update(word for word in _SCRIPTED.findall(text) if not word.startswith(never))
            beginnings.update(word for word in _BEGINNING.findall(text) if not word.startswith(never))
        self._beginnings = tuple(beginnings)

    def __contains__(self, name: object) -> bool:
        """Whether each word of a name occurs."""
        words = _WORD.findall(str(name))
        return all(word in self._words or self._may_make(word) for word in words)

    def named(self, name: str) -> bool:
        """Whether a tag is called so, or has this class or id."""
        return name in self._names or self._may_make(name)

    def _may_make(self, word: str) -> bool:
        return word in self._made or word.startswith(self._beginnings)


def reduced(css: str, used: Used) -> str:
    """`css` without what no page can use: rules, then the custom properties and animations nothing else asks for."""
    before, text = "", css
    while text != before:  # a property that is dropped may have been the last to ask for another
        before = text
        text = _Reduction(used, text).rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    return text


class _Reduction:
    def __init__(self, used: Used, css: str) -> None:
        self._used = used
        self._asked = set(re.findall(r"var\(\s*(--[\w-]+)", css))
        self._words = set(_WORD.findall(re.sub(r"keyframes\s+[\w-]+", "", css)))

    def rules(self, nodes: Iterable[Any]) -> str:
        return "".join(self._node(node) for node in nodes)

    def _node(self, node: Any) -> str:  # noqa: ANN401 - the parser publishes no types
        match node.type:
            case "qualified-rule":
                kept = [tinycss2.serialize(one).strip() for one in _split(node.prelude) if self._matches(one)]
                inside = self._block(node.content)
                return f"{_line(','.join(kept))}{{{inside}}}" if kept and inside else ""
            case "declaration":
                return self._declaration(node)
            case "at-rule":
                return self._at_rule(node)
            case "whitespace" | "comment":
                return ""
        raise ValueError(f"line {node.source_line} of the joined stylesheets: {node.message}")

    def _block(self, content: Sequence[Any]) -> str:
        nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        return self.rules(nodes).removesuffix(";")

    def _declaration(self, node: Any) -> str:  # noqa: ANN401
        if node.name.startswith("--") and node.name not in self._asked and node.name not in self._used:
            return ""
        important = "!important" if node.important else ""
        return f"{node.name}:{_line(tinycss2.serialize(node.value))}{important};"

    def _at_rule(self, node: Any) -> str:  # noqa: ANN401
        name, prelude = node.lower_at_keyword, _line(tinycss2.serialize(node.prelude))
        head = f"@{node.at_keyword} {prelude}".rstrip()
        if node.content is None:
            return "" if name == "charset" else f"{head};"
        if name.endswith("keyframes"):
            return f"{head}{{{_line(tinycss2.serialize(node.content))}}}" if prelude in self._words else ""
        inside = self._block(node.content) if name in _GROUPS else _line(tinycss2.serialize(node.content))
        return f"{head}{{{inside}}}" if inside else ""

    def _matches(self, selector: Sequence[Any]) -> bool:
        """Whether everything that one selector needs occurs."""
        return all(self._occurs(token, before) for before, token in _with_before(selector))

    def _occurs(self, token: Any, before: str) -> bool:  # noqa: ANN401
        match token.type:
            case "ident":
                return before == ":" or self._used.named(token.value)
            case "hash":
                return self._used.named(token.value)
            case "[] block":
                return self._attribute(token.content)
            case "function" if token.lower_name in _ANY:
                return any(map(self._matches, _split(token.arguments)))
        return True

    def _attribute(self, tokens: Sequence[Any]) -> bool:
        exact = not any(token == other for token in tokens for other in ("^=", "$=", "*=", "|="))
        names = [token.value for token in tokens if token.type in {"ident", "string"}]
        return all(name in self._used for name in names[: 2 if exact else 1])


def _with_before(tokens: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    before = ""
    for token in tokens:
        yield before, token
        before = token.value if token.type == "literal" else ""


def _split(tokens: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The selectors of a list."""
    start = 0
    for position, sign in enumerate(tokens):
        if sign == ",":
            yield tokens[start:position]
            start = position + 1
    yield tokens[start:]


def _line(css: str) -> str:
    return re.sub(r"\s*\n\s*", " ", css.strip())
