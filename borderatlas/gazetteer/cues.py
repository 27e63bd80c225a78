"""Words without which a pattern cannot match: looked for once a text, so that most patterns never run.

Roles and relative expressions are read by some dozens of long patterns, and most of them match once in a hundred
mentions. What each of them cannot do without ("phone", "opposite", 로 압송) is taken from the pattern itself, so a word
added to a pattern is a cue at once; one automaton finds the cues of all patterns in one pass over the text.
"""

from __future__ import annotations

import importlib
import re
from bisect import bisect_left
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ahocorasick_rs import AhoCorasick

ALWAYS = 1
"""The bit of the patterns that have no cue: it is set in every set of cues, so that they run always."""

ANY = -1
"""Every bit: the cues of a text that nobody has looked for cues in."""

_MOST_STRINGS = 64  # a stretch of a pattern that spells more strings than this is taken in parts
_LEAST_WEIGHT = 3.0  # of the lightest cue: "in" and "to" are everywhere
_WORTH_IT = 20_000  # characters read; one short report is done before cues would be there
_WORD_OF_TEXT = re.compile(r"\S+")


class Cued:
    """A pattern that is run only where one of its cues stands.

    Parameters
    ----------
    pattern : str
    flags : int
        As for `re.compile`.
    """

    __slots__ = ("bit", "cues", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self.cues: frozenset[str] = frozenset()
        self.bit = ALWAYS
        _BOOK.patterns.append(self)

    def search(self, text: str, cues: int = ANY) -> re.Match[str] | None:
        """Search a text in whose surroundings these cues stand."""
        return self.pattern.search(text) if cues & self.bit else None

    def match(self, text: str, cues: int = ANY) -> re.Match[str] | None:
        """Match at the start of a text in whose surroundings these cues stand."""
        return self.pattern.match(text) if cues & self.bit else None


class CueText:
    """The cues of a text, by where they stand.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        # A dotted capital I becomes two letters, and offsets move.
        self._is_known = _BOOK.is_worth_it(len(text)) and len(lowered) == len(text)
        found = sorted(_BOOK.find(lowered)) if self._is_known else []
        self._at = [at for at, _ in found]
        self._bits = [bits for _, bits in found]

    def between(self, start: int, end: int) -> int:
        """Give the cues that begin between two offsets, as a set of bits."""
        if not self._is_known:
            return ANY
        cues = ALWAYS
        for bits in self._bits[bisect_left(self._at, start) : bisect_left(self._at, end)]:
            cues |= bits
        return cues


class _Book:
    """The cues of all patterns, and the automaton over them, made when enough has been read to be worth the time."""

    def __init__(self) -> None:
        self.patterns: list[Cued] = []
        self._automaton: AhoCorasick | None = None
        self._bits: list[int] = []
        self._length = 0

    def is_worth_it(self, length: int) -> bool:
        """Count the characters read; tell whether cues are looked for from now on."""
        self._length += length
        if self._automaton is None and self._length >= _WORTH_IT:
            self.write()
        return self._automaton is not None

    def write(self) -> None:
        """Take the cues from the patterns, a bit for each pattern."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        bits: dict[str, int] = {}
        for number, cued in enumerate(self.patterns, start=1):
            cued.cues = cues_of(cued.pattern)
            cued.bit = ALWAYS << number if cued.cues else ALWAYS
            for cue in cued.cues:
                bits[cue] = bits.get(cue, 0) | cued.bit
        self._bits = list(bits.values())
        self._automaton = AhoCorasick(list(bits), matchkind=MatchKind.Standard)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Give where cues begin, and the bits of the patterns they are cues of."""
        if self._automaton is None:
            return []
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(start, self._bits[number]) for number, start, _ in found]


_BOOK = _Book()


def take_cues() -> None:
    """Take the cues from all patterns made so far, however little has been read."""
    _BOOK.write()


def cues_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """Give words in lower case of which every match of a pattern has at least one; nothing where there are none.

    No cue has a blank in it: blanks are folded in what the patterns read, and not where cues are looked for.
    """
    try:
        tree = importlib.import_module("re._parser").parse(pattern.pattern, pattern.flags)
    except (ImportError, AttributeError):  # that parser is the interpreter's own affair; without it nothing is skipped
        return frozenset()
    cues = _needed(tree)
    return frozenset(cue for cue in cues if not any(other in cue for other in cues if other != cue))


def _needed(tree: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Give the cues of a sequence: the heaviest of those of its stretches."""
    choices: list[frozenset[str]] = []
    spelled = frozenset({""})
    for item in tree:
        strings = _spelled(item)
        if strings is None or len(spelled) * len(strings) > _MOST_STRINGS:
            choices.append(_words(spelled))
            spelled = strings or frozenset({""})
            if strings is None:
                choices.append(_needed_by(item))
        else:
            spelled = frozenset(map("".join, product(spelled, strings)))
    return max((*choices, _words(spelled)), key=_weight, default=frozenset())


def _needed_by(item: tuple[Any, Any]) -> frozenset[str]:
    """Give the cues of one item of a sequence that does not spell a few strings."""
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return _needed(value[3])
    if name == "ATOMIC_GROUP":
        return _needed(value)
    if name.endswith("REPEAT") and value[0] > 0:
        return _needed(value[2])
    if name == "BRANCH":
        branches = [_needed(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    return frozenset()


def _spelled(item: tuple[Any, Any]) -> frozenset[str] | None:  # noqa: PLR0911 - one return a kind of item
    """Give all strings that an item matches, where they are few; what has no width matches the empty one."""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return frozenset({chr(value).lower()})
    if name in {"AT", "ASSERT", "ASSERT_NOT"}:
        return frozenset({""})
    if name == "IN":
        return frozenset(chr(code).lower() for _, code in value) if all(str(k) == "LITERAL" for k, _ in value) else None
    if name == "SUBPATTERN":
        return _all_spelled(value[3])
    if name == "BRANCH":
        branches = [_all_spelled(branch) for branch in value[1]]
        return None if None in branches else frozenset().union(*filter(None, branches))
    if name.endswith("REPEAT") and value[1] == 1:
        once = _all_spelled(value[2])
        return None if once is None else once | {""}
    return None


def _all_spelled(tree: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    spelled = frozenset({""})
    for item in tree:
        strings = _spelled(item)
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


def _weight_of(cue: str) -> float:
    """Give the weight of a cue: its letters; a digit is rarer than they, one of Hangul or Hanzi says as much as three."""
    return sum(
        _LEAST_WEIGHT if not char.isascii() else 1.5 if char.isdigit() else float(char.isalpha()) for char in cue
    )
