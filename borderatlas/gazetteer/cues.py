"""Words without which a pattern cannot match: looked for once a text, so that most patterns never run.

Roles and relative expressions are read by some dozens of long patterns, and most of them match once in a hundred
mentions. What each of them cannot do without ("phone", "opposite", 로 압송) is taken from the pattern itself, so a word
added to a pattern is a cue at once; one automaton finds the cues of all patterns in one pass over the text. What a pattern
begins or ends with rules it out beside most mentions, too: see `edges`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING

from borderatlas.gazetteer.alternations import as_tree
from borderatlas.gazetteer.edges import BEFORE, BEHIND, Side, begins_at_beginning, ends_at_end
from borderatlas.gazetteer.needs import needed_by
from borderatlas.gazetteer.sieve import ALWAYS, Sieve, bit_of
from borderatlas.gazetteer.trees import forget, parsed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from borderatlas.gazetteer.trees import Tree

ANY = -1
"""Every bit: the cues of a text that nobody has looked for cues in."""

_WORTH_IT = 300_000  # characters read: by then as much time is lost without cues as it takes to make them
_PIECE = 100_000  # characters in which cues are looked for at once
_OPENS_A_QUOTATION = re.compile(r"[“‘《「\"]|(?<!\w)'")
_OVERLAP = 2_000  # characters about a piece: more than the words about a mention ever are


class Cued:
    """A pattern that is run only where one of its cues stands, and the letters beside a mention allow it.

    Parameters
    ----------
    pattern : str or compiled pattern
    flags : int
        As for `re.compile`.
    """

    __slots__ = ("bit", "cues", "pattern", "source")

    def __init__(self, pattern: str | re.Pattern[str], flags: int = 0) -> None:
        self.pattern = re.compile(as_tree(pattern) if isinstance(pattern, str) else pattern, flags)
        self.source = pattern if isinstance(pattern, str) else pattern.pattern
        self.cues: frozenset[str] = frozenset()
        self.bit = ALWAYS
        _BOOK.patterns.append(self)
        _BOOK.known.setdefault(self.pattern, self)

    def search(self, text: str, cues: int = ANY) -> re.Match[str] | None:
        """Search a text in whose surroundings these cues stand."""
        return self.pattern.search(text) if cues & self.bit else None

    def match(self, text: str, cues: int = ANY) -> re.Match[str] | None:
        """Match at the start of a text in whose surroundings these cues stand."""
        return self.pattern.match(text) if cues & self.bit else None


class AnyOf:
    """Some patterns, to ask at once whether any of them can match: beside most mentions none can.

    Parameters
    ----------
    names : mapping of str to object
        The names of a module (``globals()``, below its patterns): all its patterns are meant, those of a later day too.
    but : collection
        Patterns left out: those that only qualify what another one matched, or that are asked for by themselves.
    """

    __slots__ = ("bits", "left_out", "patterns")

    def __init__(self, names: Mapping[str, object], but: Collection[object] = ()) -> None:
        found = [value for value in names.values() if isinstance(value, re.Pattern | Cued) and value not in but]
        self.left_out = tuple(but)
        # A pattern that is in two groups has one bit.
        self.patterns = [v if isinstance(v, Cued) else _BOOK.known.get(v) or Cued(v) for v in found]
        self.bits = ALWAYS
        _BOOK.groups.append(self)

    def match(self, text: str, cues: int) -> bool:
        """Tell whether one of them that may match beside a mention does so at the start of a text."""
        return cues & self.bits != 0 and any(cues & p.bit and p.pattern.match(text) for p in self.patterns)


class CueText:
    """The cues of a text, by where they stand.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._base, self._ends, self._bits = -1, list[int](), list[int]()

    @cached_property
    def _is_known(self) -> bool:
        """Whether cues are looked for: asked when a name was found in the text."""
        return _BOOK.sieve.is_worth_it(len(self._text))

    @cached_property
    def whole(self) -> int:
        """The patterns that the words of the whole text allow, as a set of bits; any of them in a long text."""
        if not self._is_known or len(self._text) > _PIECE:
            return ANY
        self._look_from(0)
        return _BOOK.sieve.read(self._bits)

    @cached_property
    def is_quoting(self) -> bool:
        """Whether the text has a mark that may open a quotation; an apostrophe within a word does not."""
        return _OPENS_A_QUOTATION.search(self._text) is not None

    def _look_from(self, at: int) -> None:
        """Look for the cues of the piece of the text about an offset: those of a long text are not kept all at once."""
        first = at // _PIECE * _PIECE
        self._base = max(0, first - _OVERLAP)
        piece = self._text[self._base : first + _PIECE + _OVERLAP]
        lowered = piece.lower()
        if len(lowered) == len(piece):
            self._ends, self._bits = _BOOK.sieve.find(lowered)
        else:  # a dotted capital I becomes two letters, and offsets move: nothing is known
            self._ends, self._bits = list(range(1, len(piece) + 1)), [ANY] * len(piece)

    def _has(self, at: int) -> bool:
        return self._base == max(0, at // _PIECE * _PIECE - _OVERLAP)

    def between(self, start: int, end: int) -> int:
        """Give the patterns that the words between two offsets allow, as a set of bits."""
        if not self._is_known:
            return ANY
        if not self._has(start):
            self._look_from(start)
        at, base = self._ends, self._base
        return _BOOK.sieve.read(self._bits[bisect_right(at, start - base) : bisect_right(at, end - base)])

    def beside(self, start: int, end: int) -> int:
        """Give the patterns that the letters touching a mention allow, as a set of bits."""
        text = self._text
        if not self._is_known:
            return ANY
        before = text[start - BEFORE if start > BEFORE else 0 : start]
        blank = before.rfind(" ", 0, -1)
        if blank > 0:  # no more than the last word: there are fewer of those to know
            before = before[blank:]
        return _BOOK.before[before] & _BOOK.behind[text[end : end + BEHIND]]

    def about(self, first: int, start: int, end: int, last: int) -> int:
        """Give the patterns that the words about a mention allow: before it from `first`, behind it to `last`."""
        if not self._is_known:
            return ANY
        if not self._has(start):
            self._look_from(start)
        at, bits, base = self._ends, self._bits, self._base
        before = behind = _BOOK.sieve.always
        low, middle = bisect_right(at, first - base), bisect_right(at, start - base)
        for cues in bits[low:middle]:
            before |= cues
        for cues in bits[bisect_right(at, end - base, middle) : bisect_right(at, last - base, middle)]:
            behind |= cues
        return before & _BOOK.not_behind | behind & _BOOK.not_before


class _Book:
    """All patterns, and what rules each of them out: its cues, and what it begins or ends with."""

    def __init__(self) -> None:
        self.patterns: list[Cued] = []
        self.known: dict[re.Pattern[str], Cued] = {}
        self.groups: list[AnyOf] = []
        self.not_before = self.not_behind = ANY
        self.before = self.behind = Side((), ANY, is_behind=False)
        self.sieve = Sieve(self._take, _WORTH_IT)

    def _take(self) -> list[frozenset[str]]:
        """Take the cues from the patterns, a bit for each pattern, and what each begins or ends with."""
        trees = [parsed(cued.source, cued.pattern.flags) for cued in self.patterns]
        for number, (cued, tree) in enumerate(zip(self.patterns, trees, strict=True)):
            cued.cues = needed_by(tree)
            cued.bit = bit_of(number)
        for group in self.groups:
            group.bits = reduce(or_, (cued.bit for cued in group.patterns), 0)
        self._tie(trees)
        forget()
        return [cued.cues for cued in self.patterns]

    def _tie(self, trees: Sequence[Tree]) -> None:
        """Sort the patterns by the side of a mention that they are tied to."""
        every = bit_of(len(trees)) - 1
        tied = [(cued.bit, tree, _folds(cued.pattern)) for cued, tree in zip(self.patterns, trees, strict=True) if tree]
        before = [entry for entry in tied if ends_at_end(entry[1])]
        behind = [entry for entry in tied if not ends_at_end(entry[1]) and begins_at_beginning(entry[1])]
        self.not_before = every - sum(bit for bit, _, _ in before)
        self.not_behind = every - sum(bit for bit, _, _ in behind)
        self.before = Side(before, self.not_before, is_behind=False)
        self.behind = Side(behind, self.not_behind, is_behind=True)


_BOOK = _Book()


def take_cues() -> None:
    """Take the cues from all patterns made so far, however little has been read."""
    _BOOK.sieve.make()


def _folds(pattern: re.Pattern[str]) -> bool:
    """Tell whether case does not count in a pattern."""
    return bool(pattern.flags & re.IGNORECASE)
