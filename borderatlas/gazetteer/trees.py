"""Parse trees of patterns as plain tuples; a part that many patterns share is one object, and what is worked out of it once."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Item = tuple[str, Any]
Tree = tuple[Item, ...]
Part = TypeVar("Part")
Found = TypeVar("Found")

_KNOWN: dict[object, Any] = {}
_WORKED_OUT: dict[tuple[object, int], Any] = {}


def parsed(pattern: str, flags: int) -> Tree:
    """Give the parse tree of a pattern; an empty one where there is none to be had: then nothing is skipped."""
    try:
        parser = importlib.import_module("re._parser")
        return _plain(parser.parse(pattern, flags))
    except (ImportError, AttributeError):  # that parser is the interpreter's own affair
        return ()


def once(rule: Callable[[Part], Found], part: Part, key: object = None) -> Found:
    """Work something out of a part of a tree once; `key` tells rules apart that are not functions of their own."""
    known = (key or rule, id(part))
    if known not in _WORKED_OUT:
        _WORKED_OUT[known] = rule(part)
    found: Found = _WORKED_OUT[known]
    return found


def forget() -> None:
    """Let go of all trees and of what was worked out of them."""
    _KNOWN.clear()
    _WORKED_OUT.clear()


def _plain(tree: Iterable[tuple[Any, Any]]) -> Tree:
    return _one(tuple([_one((name := str(kind), _value(name, value))) for kind, value in tree]))


def _one(part: Part) -> Part:
    known: Part = _KNOWN.setdefault(part, part)
    return known


def _value(name: str, value: Any) -> Any:  # noqa: PLR0911 - one return a kind of item
    if name == "SUBPATTERN":  # its number is of no account
        return (None, value[1], value[2], _plain(value[3]))
    if name == "BRANCH":
        return (None, tuple(map(_plain, value[1])))
    if name.endswith("REPEAT"):
        return (int(value[0]), int(value[1]), _plain(value[2]))
    if name == "ATOMIC_GROUP":
        return _plain(value)
    if name == "IN":
        return tuple((str(kind), str(what) if str(kind) == "CATEGORY" else what) for kind, what in value)
    if name in {"ASSERT", "ASSERT_NOT"}:
        return None  # what stands beside a match is not looked at
    return str(value) if name == "AT" else value if isinstance(value, int) else None
