"""Words that a pattern cannot do without: whatever it matches has one of them in it."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from borderatlas.gazetteer.trees import forget, once, parsed

if TYPE_CHECKING:
    from borderatlas.gazetteer.trees import Item, Tree

_MOST_STRINGS = 64  # a stretch of a pattern that spells more strings than this is taken in parts
_LEAST_WEIGHT = 2.0  # of the lightest cue
# Words that are everywhere weigh nothing, and others that are in most sentences little.
_EVERYWHERE = frozenset(
    "a an and are as at be by for had has have he her his in is it its no not of on or she that the their they this to was were who with".split()
)
_COMMON = frozenset(
    "been but from said will would which when where than into after also last over one out all more year".split()
)
_WORD_OF_TEXT = re.compile(r"\S+")


def cues_of(pattern: str, flags: int = 0) -> frozenset[str]:
    """Give words in lower case of which every match of a pattern has at least one; nothing where there are none.

    No cue has a blank in it: blanks are folded in what the patterns read, and not where cues are looked for.
    """
    cues = needed_by(parsed(pattern, flags))
    forget()
    return cues


def needed_by(tree: Tree) -> frozenset[str]:
    """Give the cues of a parse tree; see `cues_of`."""
    return _outermost(once(_needed, tree))


def _outermost(cues: frozenset[str]) -> frozenset[str]:
    """Leave out cues that hold another one: where they stand, it stands."""
    return frozenset(cue for cue in cues if not any(other in cue for other in cues if other != cue))


def _needed(tree: Tree) -> frozenset[str]:
    """Give the cues of a sequence: the heaviest of those of its stretches."""
    choices: list[frozenset[str]] = []
    spelled = frozenset({""})
    for item in tree:
        strings = once(_spelled, item)
        if strings is None or len(spelled) * len(strings) > _MOST_STRINGS:
            choices.append(_words(spelled))
            spelled = strings or frozenset({""})
            if strings is None:
                choices.append(_needed_by(item))
        else:
            spelled = frozenset(map("".join, product(spelled, strings)))
    return max((*choices, _words(spelled)), key=_weight, default=frozenset())


def _needed_by(item: Item) -> frozenset[str]:
    """Give the cues of one item of a sequence that does not spell a few strings."""
    name, value = item
    if name == "SUBPATTERN":
        return once(_needed, value[3])
    if name == "ATOMIC_GROUP":
        return once(_needed, value)
    if name.endswith("REPEAT") and value[0] > 0:
        return once(_needed, value[2])
    if name == "BRANCH":
        branches = [once(_needed, branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    return frozenset()


def _spelled(item: Item) -> frozenset[str] | None:  # noqa: PLR0911 - one return a kind of item
    name, value = item
    if name == "LITERAL":
        return frozenset({chr(value).lower()})
    if name in {"AT", "ASSERT", "ASSERT_NOT"}:
        return frozenset({""})
    if name == "IN":
        return (
            frozenset(chr(code).lower() for _, code in value) if all(kind == "LITERAL" for kind, _ in value) else None
        )
    if name == "SUBPATTERN":
        return once(_all_spelled, value[3])
    if name == "BRANCH":
        branches = [once(_all_spelled, branch) for branch in value[1]]
        return None if None in branches else frozenset().union(*filter(None, branches))
    if name.endswith("REPEAT") and value[1] == 1:
        inside = once(_all_spelled, value[2])
        return None if inside is None else inside | {""}
    return None


def _all_spelled(tree: Tree) -> frozenset[str] | None:
    spelled = frozenset({""})
    for item in tree:
        strings = once(_spelled, item)
        if strings is None or len(spelled) * len(strings) > _MOST_STRINGS:
            return None
        spelled = frozenset(map("".join, product(spelled, strings)))
    return spelled


def _words(strings: frozenset[str]) -> frozenset[str]:
    """Give the heaviest word of each string; nothing where one of them has only light ones."""
    words = frozenset(max(_WORD_OF_TEXT.findall(text), key=_weight_of, default="") for text in strings)
    return words if all(_weight_of(word) >= _LEAST_WEIGHT for word in words) else frozenset()


def _weight(cues: frozenset[str]) -> tuple[float, int]:
    """Rank sets of cues: by the lightest, which is found most often; then the fewer the better."""
    return (min(map(_weight_of, cues), default=0.0), -len(cues))


@cache
def _weight_of(cue: str) -> float:
    """Give the weight of a cue: its letters; a digit is rarer than they, one of Hangul or Hanzi says as much as three."""
    if cue in _EVERYWHERE:
        return 0.0
    if cue in _COMMON:
        return _LEAST_WEIGHT
    return sum(map(_weight_of_char, cue))


def _weight_of_char(char: str) -> float:
    return 3.0 if not char.isascii() or char == "%" else 1.5 if char.isdigit() else float(char.isalpha())
