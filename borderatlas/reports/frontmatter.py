"""YAML front matter of a Markdown report: its fields as text, and where the title's value stands, to the character."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node

_OPENING = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?=[ \t]*(?:#|[\w-]+[ \t]*:|---|\r?\n))")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_FIELDS = ("title", "publisher", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above the body of a Markdown report.

    Attributes
    ----------
    fields : dict of str to str
        title, publisher, published, url, language: those that are given, as written.
    title_span : tuple of (int, int) or None
        Character offsets of the title's value in the whole text, between its quotes; None when it is not there word
        for word (escapes, folded lines).
    body_start : int
        Offset of the first character after the closing line; 0 when there is no front matter.
    problems : tuple of (int, int, str)
        Line, column (both from 1) and message of everything that could not be used.
    """

    fields: dict[str, str] = field(default_factory=dict)
    title_span: tuple[int, int] | None = None
    body_start: int = 0
    problems: tuple[tuple[int, int, str], ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text; nothing in it is evaluated and no value is converted."""
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        problem = (1, 1, "front matter opens with --- and is never closed; read as body; close it with a line ---")
        return FrontMatter(problems=(problem,))
    return _read_block(text, opening.end(), closing.start(), closing.end())


def _read_block(text: str, start: int, end: int, body_start: int) -> FrontMatter:
    root, problem = _compose(text[start:end])
    if problem is not None:
        return FrontMatter(body_start=body_start, problems=(problem,))
    fields: dict[str, str] = {}
    title_span: tuple[int, int] | None = None
    problems: list[tuple[int, int, str]] = []
    for key, node in _pairs(root):
        if not _is_text(node):
            problems.append((node.start_mark.line + 2, node.start_mark.column + 1, f"{key} is no text; left out"))
        elif node.value.strip():
            fields[key] = node.value.strip()
            if key == "title":
                title_span = _span_of(node, text, start)
    return FrontMatter(fields, title_span, body_start, tuple(problems))


def _compose(block: str) -> tuple[Node | None, tuple[int, int, str] | None]:
    """Parse YAML to nodes, which know their offsets; numbers and dates stay as they are written."""
    import yaml  # only for Markdown

    try:
        return yaml.compose(block, Loader=yaml.BaseLoader), None
    except yaml.YAMLError as error:
        line, column = _place_of(error, block)
        reason = " ".join(str(getattr(error, "problem", None) or getattr(error, "reason", None) or "broken").split())
        return None, (line, column, f"front matter is no YAML ({reason}); the body was read without it")
    except RecursionError:
        return None, (2, 1, "front matter is nested too deeply; the body was read without it")


def _place_of(error: Exception, block: str) -> tuple[int, int]:
    """Give line and column (from 1, in the file) where the parser gave up."""
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return mark.line + 2, mark.column + 1
    position = getattr(error, "position", 0)
    before = block[:position]
    return before.count("\n") + 2, position - (before.rfind("\n") + 1) + 1


def _pairs(root: Node | None) -> Iterator[tuple[str, Node]]:
    if root is None or not isinstance(root.value, list):
        return
    for pair in root.value:
        if isinstance(pair, tuple) and pair[0].value in _FIELDS:
            yield pair[0].value, pair[1]


def _is_text(node: Node) -> bool:
    return isinstance(node.value, str)


def _span_of(node: Node, text: str, offset: int) -> tuple[int, int] | None:
    start, end = offset + node.start_mark.index, offset + node.end_mark.index
    if getattr(node, "style", None) in {"'", '"'}:
        start, end = start + 1, end - 1
    return (start, end) if text[start:end] == node.value else None
