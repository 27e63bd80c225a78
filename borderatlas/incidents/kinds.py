"""Which types of incident one story tells of, one after the other."""

from __future__ import annotations

# What follows from another kind of incident, to the same people: caught at the river, tried, handed over.
ONE_STORY = frozenset({
    "crossing", "desertion", "arrest", "repatriation", "execution", "smuggling", "bribery", "shooting", "trafficking",
})  # fmt: skip
END_OF_IT = frozenset({"repatriation", "execution"})
"""Kinds with which a story ends: other reports begin there."""
SHUT_DOORS = frozenset({"health", "closure", "trade"})
"""An illness, the gates that are shut for it, and the trade that stops."""
_FAMILIES = (
    ONE_STORY,
    SHUT_DOORS,
    frozenset({"disaster", "closure"}),
    frozenset({"border_works", "surveillance", "military"}),
)


def are_akin(kinds: set[str]) -> bool:
    """Tell whether the cue words of one story may waver between kinds."""
    return any(kinds <= family for family in _FAMILIES)


def differ(kinds: set[str]) -> bool:
    """Tell whether there are several kinds, each of them known."""
    return len(kinds) > 1 and "other" not in kinds
