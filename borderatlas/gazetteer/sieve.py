"""Which of many patterns may match in a text: those of which a word stands there that they cannot do without.

One automaton over the words of all patterns reads a text in one pass. It is made when so much has been read that it is
worth the time; until then every pattern may match.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from borderatlas.gazetteer.hanzi import simplified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ahocorasick_rs import AhoCorasick

ALWAYS = 1
"""A bit that is set in every set of patterns."""


_HALVES = re.compile("[\ud800-\udfff]")


class Sieve:
    """An automaton over the cues of patterns, which have a bit each.

    Parameters
    ----------
    cues : callable
        Gives the cues of each pattern in turn, in lower case; none for a pattern that may match anywhere.
    worth_it : int
        How many characters are read before the automaton is made.
    """

    def __init__(self, cues: Callable[[], Sequence[frozenset[str]]], worth_it: int) -> None:
        self._cues, self._worth_it = cues, worth_it
        self.always = ALWAYS
        self._automaton: AhoCorasick | None = None
        self._bits: list[int] = []
        self._length = 0

    def is_worth_it(self, length: int) -> bool:
        """Count the characters read; tell whether cues are looked for from now on."""
        self._length += length
        if self._automaton is None and self._length >= self._worth_it:
            self.make()
        return self._automaton is not None

    def make(self) -> None:
        """Make the automaton."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        bits: dict[str, int] = {}
        self.always = ALWAYS
        for number, cues in enumerate(self._cues()):
            if not cues:
                self.always |= bit_of(number)
            for cue in map(simplified, cues):
                bits[cue] = bits.get(cue, 0) | bit_of(number)
        self._bits = list(bits.values())
        self._automaton = AhoCorasick(list(bits), matchkind=MatchKind.Standard)

    def find(self, text: str) -> tuple[list[int], list[int]]:
        """Give where cues end in a text in lower case, in order, and the bits of the patterns they are cues of."""
        if self._automaton is None:
            return [], []
        try:
            found = self._automaton.find_matches_as_indexes(simplified(text), overlapping=True)
        except UnicodeEncodeError:  # half a surrogate pair, which no cue has and no automaton reads
            found = self._automaton.find_matches_as_indexes(_HALVES.sub("\ufffd", simplified(text)), overlapping=True)
        bits = self._bits
        return [end for _, _, end in found], [bits[number] for number, _, _ in found]

    def read(self, bits: Iterable[int]) -> int:
        """Give the patterns that some cues allow, with those that have none."""
        return reduce(or_, bits, self.always)

    def possible(self, text: str, count: int) -> Iterator[int]:
        """Give the numbers of those of so many patterns that may match in a text in lower case, in order."""
        bits = self.read(self.find(text)[1]) if self.is_worth_it(len(text)) else bit_of(count) - 1
        bits ^= ALWAYS
        while bits:
            lowest = bits & -bits
            yield lowest.bit_length() - ALWAYS.bit_length() - 1
            bits ^= lowest


def bit_of(number: int) -> int:
    """Give the bit of a pattern."""
    return ALWAYS << number + 1
