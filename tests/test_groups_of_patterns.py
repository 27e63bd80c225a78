"""Groups of patterns say beside which mentions a module's rules are asked at all: each pattern must be in one, or be left out by name."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from borderatlas import gazetteer
from borderatlas.gazetteer.cues import AnyOf, Cued

ROOMS = {
    name: importlib.import_module(f"{gazetteer.__name__}.{name}")
    for _, name, _ in pkgutil.iter_modules(gazetteer.__path__)
}
GROUPS = {
    name: [value for value in vars(room).values() if isinstance(value, AnyOf)]
    for name, room in ROOMS.items()
    if any(isinstance(value, AnyOf) for value in vars(room).values())
}
# Patterns of such modules that are asked for before, or without, what their group says.
BY_THEMSELVES = {
    "backdrop": {"NEGATED", "NOW", "_OPEN_QUOTE", "_PREPOSED", "_ACROSS", "_APART", "_BOUND_BEFORE", "_BOUND_AFTER"},
    "bearers": {"_NAMESAKES"},  # a name and the words of its namesake: looked for in the whole text
    "roles": {"_CAPTION", "_CAPTION_SCENE", "_PRESENT", "_SPACES"},  # of paragraphs
}
_DEEPEST = 3


def _patterns_in(value: object, depth: int = 0) -> list[re.Pattern[str]]:
    """Give the patterns that a name stands for: one, or those of a table."""
    if isinstance(value, Cued):
        return [value.pattern]
    if isinstance(value, re.Pattern):
        return [value]
    if depth == _DEEPEST or not isinstance(value, dict | tuple | list | set | frozenset):
        return []
    parts = value.values() if isinstance(value, dict) else value
    return [pattern for part in parts for pattern in _patterns_in(part, depth + 1)]


def _outside(names: dict[str, object], groups: list[AnyOf]) -> set[str]:
    """Give the names of the patterns that no group has, nor leaves out."""
    known = {pattern for group in groups for pattern in _patterns_in((group.patterns, group.left_out))}
    return {
        name
        for name, value in names.items()
        if not name.startswith("__") and any(pattern not in known for pattern in _patterns_in(value))
    }


def test_there_are_groups():
    assert len(GROUPS) > 8
    assert set(BY_THEMSELVES) <= set(GROUPS)


@pytest.mark.parametrize("name", sorted(GROUPS))
def test_no_pattern_is_below_its_group_or_outside(name):
    """A pattern that stands below its module's `AnyOf` is not asked beside most mentions, and nothing else would tell."""
    assert _outside(vars(ROOMS[name]), GROUPS[name]) == BY_THEMSELVES.get(name, set())


def test_a_pattern_below_a_group_is_found():
    names: dict[str, object] = {"_FIRST": Cued(r"(?<!\w)close by $"), "_LEFT_OUT": re.compile("far off")}
    group = AnyOf(names, but=(names["_LEFT_OUT"],))
    assert _outside(names, [group]) == set()
    names |= {"_LATER": Cued(r"(?<!\w)next to $"), "_TABLE": (("near", re.compile("hard by")),)}
    assert _outside(names, [group]) == {"_LATER", "_TABLE"}


@pytest.mark.parametrize("name", sorted(ROOMS))
def test_cues_are_handed_to_patterns_that_know_them(name):
    """``re.compile(…).match(after, cues)`` would begin at an offset, and find nothing."""
    room = ROOMS[name]
    tree = ast.parse(Path(str(room.__file__)).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    plain = [
        ast.unparse(call)
        for call in calls
        if len(call.args) > 1
        and ast.unparse(call.args[1]).endswith("cues")
        and isinstance(vars(room).get(ast.unparse(call.func.value)), re.Pattern)
    ]
    assert plain == []
    assert all(isinstance(part, Cued) for pair in getattr(room, "_PAIRS", ()) for part in pair)
