"""Words without which a pattern cannot match: looked for once a text, so that most patterns never run.

Roles and relative expressions are read by some dozens of long patterns, and most of them match once in a hundred
mentions. What each of them cannot do without ("phone", "opposite", 로 압송) is taken from the pattern itself, so a word
added to a pattern is a cue at once; one automaton finds the cues of all patterns in one pass over the text. What a pattern
begins or ends with rules it out beside most mentions, too: see `edges`.
"""

from __future__ import annotations

import importlib
import re
from bisect import bisect_right
from functools import cache, cached_property, reduce
from itertools import product
from operator import or_
from typing import TYPE_CHECKING, Any

from borderatlas.gazetteer.alternations import as_tree
from borderatlas.gazetteer.edges import BEFORE, BEHIND, Side, begins_at_beginning, ends_at_end
from borderatlas.gazetteer.hanzi import simplified

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ahocorasick_rs import AhoCorasick

    Tree = Sequence[tuple[Any, Any]]

ALWAYS = 1
"""A bit that is set in every set of cues: patterns whose cues have not been taken yet have it, and run always."""

ANY = -1
"""Every bit: the cues of a text that nobody has looked for cues in."""

_MOST_STRINGS = 64  # a stretch of a pattern that spells more strings than this is taken in parts
_LEAST_WEIGHT = 2.0  # of the lightest cue
# Words that are everywhere weigh nothing, and others that are in most sentences little.
_EVERYWHERE = frozenset(
    "a an and are as at be by for had has have he her his in is it its no not of on or she that the their they this to was were who with".split()
)
_COMMON = frozenset(
    "been but from said will would which when where than into after also last over one out all more year".split()
)
_WORTH_IT = 120_000  # characters read: by then about as much time is lost without cues as it takes to make them
_PIECE = 100_000  # characters in which cues are looked for at once
_OVERLAP = 2_000  # characters about a piece: more than the words about a mention ever are
_WORD_OF_TEXT = re.compile(r"\S+")


class Cued:
    """A pattern that is run only where one of its cues stands, and the letters beside a mention allow it.

    Parameters
    ----------
    pattern : str or compiled pattern
    flags : int
        As for `re.compile`.
    """

    __slots__ = ("bit", "cues", "pattern")

    def __init__(self, pattern: str | re.Pattern[str], flags: int = 0) -> None:
        self.pattern = re.compile(as_tree(pattern) if isinstance(pattern, str) else pattern, flags)
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

    __slots__ = ("bits", "patterns")

    def __init__(self, names: Mapping[str, object], but: Collection[object] = ()) -> None:
        found = [value for value in names.values() if isinstance(value, re.Pattern | Cued) and value not in but]
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
        return _BOOK.is_worth_it(len(self._text))

    @cached_property
    def whole(self) -> int:
        """The patterns that the words of the whole text allow, as a set of bits; any of them in a long text."""
        if not self._is_known or len(self._text) > _PIECE:
            return ANY
        self._look_from(0)
        return _BOOK.read(self._bits)

    def _look_from(self, at: int) -> None:
        """Look for the cues of the piece of the text about an offset: those of a long text are not kept all at once."""
        first = at // _PIECE * _PIECE
        self._base = max(0, first - _OVERLAP)
        piece = self._text[self._base : first + _PIECE + _OVERLAP]
        lowered = simplified(piece.lower())
        if len(lowered) == len(piece):
            self._ends, self._bits = _BOOK.find(lowered)
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
        return _BOOK.read(self._bits[bisect_right(at, start - base) : bisect_right(at, end - base)])

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
        before = behind = _BOOK.always
        low, middle = bisect_right(at, first - base), bisect_right(at, start - base)
        for cues in bits[low:middle]:
            before |= cues
        for cues in bits[bisect_right(at, end - base, middle) : bisect_right(at, last - base, middle)]:
            behind |= cues
        return before & _BOOK.not_behind | behind & _BOOK.not_before


class _Book:
    """The cues of all patterns, and the automaton over them, made when enough has been read to be worth the time."""

    def __init__(self) -> None:
        self.patterns: list[Cued] = []
        self.known: dict[re.Pattern[str], Cued] = {}
        self.groups: list[AnyOf] = []
        self.always = self.not_before = self.not_behind = ANY
        self.before = self.behind = Side((), ANY, is_behind=False)
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
        """Take the cues from the patterns, a bit for each pattern, and what each begins or ends with."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        trees = [_parsed(cued.pattern) for cued in self.patterns]
        bits: dict[str, int] = {}
        self.always = ALWAYS
        for number, (cued, tree) in enumerate(zip(self.patterns, trees, strict=True), start=1):
            cued.cues = _outermost(_needed(tree))
            _SPELLED.clear()
            cued.bit = ALWAYS << number
            self.always |= 0 if cued.cues else cued.bit
            for cue in map(simplified, cued.cues):
                bits[cue] = bits.get(cue, 0) | cued.bit
        for group in self.groups:
            group.bits = reduce(or_, (cued.bit for cued in group.patterns), 0)
        self._tie(trees)
        self._bits = list(bits.values())
        self._automaton = AhoCorasick(list(bits), matchkind=MatchKind.Standard)

    def _tie(self, trees: Sequence[Tree]) -> None:
        """Sort the patterns by the side of a mention that they are tied to."""
        every = (ALWAYS << len(trees) + 1) - 1
        tied = [(cued.bit, tree, _folds(cued.pattern)) for cued, tree in zip(self.patterns, trees, strict=True) if tree]
        before = [entry for entry in tied if ends_at_end(entry[1])]
        behind = [entry for entry in tied if not ends_at_end(entry[1]) and begins_at_beginning(entry[1])]
        self.not_before = every - sum(bit for bit, _, _ in before)
        self.not_behind = every - sum(bit for bit, _, _ in behind)
        self.before = Side(before, self.not_before, is_behind=False)
        self.behind = Side(behind, self.not_behind, is_behind=True)

    def find(self, text: str) -> tuple[list[int], list[int]]:
        """Give where cues end, in order, and the bits of the patterns they are cues of."""
        if self._automaton is None:
            return [], []
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        bits = self._bits
        return [end for _, _, end in found], [bits[number] for number, _, _ in found]

    def read(self, bits: Iterable[int]) -> int:
        """Give the patterns that some cues allow, with those that have none."""
        return reduce(or_, bits, self.always)


_BOOK = _Book()


def take_cues() -> None:
    """Take the cues from all patterns made so far, however little has been read."""
    _BOOK.write()


def cues_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """Give words in lower case of which every match of a pattern has at least one; nothing where there are none.

    No cue has a blank in it: blanks are folded in what the patterns read, and not where cues are looked for.
    """
    cues = _outermost(_needed(_parsed(pattern)))
    _SPELLED.clear()
    return cues


def _parsed(pattern: re.Pattern[str]) -> Tree:
    """Give the parse tree of a pattern; an empty one where there is none to be had: then nothing is skipped."""
    try:
        return list(importlib.import_module("re._parser").parse(pattern.pattern, pattern.flags))
    except (ImportError, AttributeError):  # that parser is the interpreter's own affair
        return []


def _folds(pattern: re.Pattern[str]) -> bool:
    """Tell whether case does not count in a pattern."""
    return bool(pattern.flags & re.IGNORECASE)


def _outermost(cues: frozenset[str]) -> frozenset[str]:
    """Leave out cues that hold another one: where they stand, it stands."""
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


_SPELLED: dict[int, frozenset[str] | None] = {}
"""What the items of one tree spell, by their identity: each is asked for again at every level above it."""


def _spelled(item: tuple[Any, Any]) -> frozenset[str] | None:
    """Give all strings that an item matches, where they are few; what has no width matches the empty one."""
    if id(item) not in _SPELLED:
        _SPELLED[id(item)] = _spelled_by(item)
    return _SPELLED[id(item)]


def _spelled_by(item: tuple[Any, Any]) -> frozenset[str] | None:  # noqa: PLR0911 - one return a kind of item
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
