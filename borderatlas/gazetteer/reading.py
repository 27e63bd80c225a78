"""A report's section while it is being read: its mentions, what stands between them, what has been decided of each.

The grammar of neighbours is here: "Onsong county, North Hamgyong" (the unit behind contains), "North Hamgyong's Onsong
county" and 함경북도 회령시 (the unit before contains), "Musan and Onsong counties" (a type word shared), "the Yalu and
Tumen" (a river in a list of rivers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderatlas.gazetteer.context import Prose
    from borderatlas.gazetteer.matching import Decision
    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Mention, Place, Section

_HOLDERS = frozenset({"county", "city"})
_TOWNSHIPS = frozenset({"settlement", "district"})
_RANK = {
    "country": 4, "province": 3, "prefecture": 2, "county": 1, "city": 1, "river": -1, "tributary": -1, "region": -1,
}  # fmt: skip
# What may stand between a place and the unit that contains it, the unit behind ("Onsong county in North Hamgyong").
_UNIT_BEHIND = re.compile(r",\s+(?:in\s+|of\s+)?(?:the\s+)?|\s+(?:in|of)\s+(?:the\s+)?|\s*[(（]")
# … and the unit before ("North Hamgyong's Onsong county", 함경북도 회령시, 吉林省图们市).
_UNIT_BEFORE = re.compile(r"['’]s?\s+(?:\w+\s+(?:city|town|county)\s+of\s+)?|\s?|의\s|\s*[(（]|的")
_LIST = re.compile(
    r"\s*(?:,|、|·|ㆍ|/|and|or|&|및|와|과|이나|나|하고|또는|혹은|和|与|與|及|以及|或|或者|跟)\s*(?:and\s+)?",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:rivers|counties|provinces|cities|districts|islands|villages|mountains)$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:in|of)\b")
_SAME_CLAUSE = re.compile(r"[^.!?。]{0,60}")
_BLANKS = re.compile(r"[ \t]+")
_JOINT_LENGTH = 64
_RIVER_BEFORE = re.compile(
    r"(?:(?<!\w)the|(?:cross(?:ed|es|ing)?|swam|waded|forded|over|across|along|down|up|into)(?: the)?)\s+"
    r"(?:(?:frozen|swollen|icy|shallow|upper|lower|middle|narrow|raging|flooded)\s+)?$",
    re.IGNORECASE,
)
# "the Tumen detention centre": the article belongs to what is named after the town.
_TOWN_NOUN = re.compile(
    r"['’]?s? (?:detention|customs|police|public|prison|holding|camp|port|railway|station|government|authorities|office|"
    r"branch|cent(?:er|re)|facility|market|residents?|city|border police|border post|crossing|side)(?!\w)",
    re.IGNORECASE,
)
_TOWN_BEFORE = re.compile(r"(?<!\w)(?:in|at|to|from|near|of|outside|via|through|for)\s+$", re.IGNORECASE)
_BEFORE_LENGTH = 40
WATER = frozenset({"river", "tributary"})
_CONTAINERS = frozenset({"country", "province", "prefecture"})


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two neighbouring mentions."""

    text: str = ""
    is_list: bool = False
    unit_behind: bool = False
    unit_before: bool = False
    has_preposition: bool = False
    same_clause: bool = False


_APART = Joint()


def _joint_of(text: str, end: int, start: int) -> Joint:
    return _joint(text[end:start]) if start - end <= _JOINT_LENGTH else _APART


@lru_cache(maxsize=8192)
def _joint(gap: str) -> Joint:
    gap = _BLANKS.sub(" ", gap)
    return Joint(
        gap,
        bool(_LIST.fullmatch(gap)),
        bool(_UNIT_BEHIND.fullmatch(gap)),
        bool(_UNIT_BEFORE.fullmatch(gap)),
        bool(_PREPOSITION.search(gap)),
        bool(_SAME_CLAUSE.fullmatch(gap)),
    )


def _typed(mentions: tuple[Mention, ...], joints: tuple[Joint, ...]) -> Iterator[Mention]:
    """Go through mentions from the last to the first, carrying the plural type word that closes a list forward."""
    closing: tuple[str, ...] | None = None
    for index in reversed(range(len(mentions))):
        mention = mentions[index]
        if not joints[index + 1].is_list:
            closing = None
        elif _PLURAL.search(mentions[index + 1].text):
            closing = mentions[index + 1].type_kinds
        is_open = bool(mention.candidates) and not mention.type_kinds
        yield replace(mention, type_kinds=closing) if closing and is_open else mention


def _loose(mentions: tuple[Mention, ...]) -> tuple[int, ...]:
    open_ones = [i for i, mention in enumerate(mentions) if not mention.is_settled]
    return tuple(sorted({j for i in open_ones for j in (i - 1, i, i + 1) if 0 <= j < len(mentions)}))


@dataclass(slots=True)
class Reading:
    """A section with its mentions, the joints between them, and what has been decided of each so far.

    Attributes
    ----------
    prose : Prose
        The section, cut into paragraphs and sentences.
    joints : tuple of Joint
        One more than mentions: what stands before each, and nothing in common at both ends.
    typed : tuple of Mention
        The mentions, with the plural type word of their list: in "Musan and Onsong counties" both are counties.
    loose : tuple of int
        Which mentions the rest of the report may change: those that are not settled themselves or stand beside one.
    decisions : list of Decision or None
        As many as mentions.
    """

    gazetteer: Gazetteer
    text: str
    prose: Prose
    section: Section
    mentions: tuple[Mention, ...]
    joints: tuple[Joint, ...]
    typed: tuple[Mention, ...]
    loose: tuple[int, ...]
    decisions: list[Decision | None]

    @staticmethod
    def of(gazetteer: Gazetteer, prose: Prose, section: Section, mentions: tuple[Mention, ...]) -> Reading:
        """Begin to read: nothing is decided yet."""
        text = prose.text
        joints = (_APART, *(_joint_of(text, a.end, b.start) for a, b in pairwise(mentions)), _APART)
        typed = tuple(_typed(mentions, joints))[::-1]
        return Reading(
            gazetteer, text, prose, section, mentions, joints, typed, _loose(mentions), [None] * len(mentions)
        )

    def joint(self, left: int) -> Joint:
        """Give what stands between a mention and the next; nothing in common at the ends."""
        return self.joints[left + 1]

    def place(self, index: int) -> Place | None:
        """Give the place that was decided for a mention; None outside the list."""
        if not 0 <= index < len(self.decisions):
            return None
        decision = self.decisions[index]
        return None if decision is None else decision.match.place

    def likely(self, index: int) -> Place | None:
        """Give the place of a mention: what was decided, else its only candidate."""
        if (place := self.place(index)) is not None:
            return place
        ids = dict.fromkeys(i for i, _ in self.mentions[index].candidates)
        return self.gazetteer[next(iter(ids))] if len(ids) == 1 else None

    def container(self, index: int) -> str | None:
        """Find the unit named directly beside a mention that contains it, by the grammar of the text between them."""
        joints = self.joints
        if joints[index + 1].unit_behind:
            behind = self.likely(index + 1)
            if self._outranks(behind, index) and not self._heads_a_list(index + 1, behind):
                return behind.id if behind else None
        if joints[index].unit_before:
            before = self.likely(index - 1)
            if self._outranks(before, index):
                return before.id if before else None
        return None

    def content(self, index: int) -> str | None:
        """Find the place directly beside a mention that is said to lie in it: Wonsan, for "Wonsan, Kangwon Province"."""
        if self.joint(index - 1).unit_behind and (before := self.likely(index - 1)) is not None:
            return before.id
        if self.joint(index).unit_before and (behind := self.likely(index + 1)) is not None:
            return behind.id
        return None

    def companion(self, index: int) -> str | None:
        """Find the place that stands beside a mention in a list: 만포와 위원, 은덕과 새별, "Wangqing and Antu"."""
        for left, other in ((index - 1, index - 1), (index, index + 1)):
            if self.joint(left).is_list and (place := self.likely(other)) is not None:
                return place.id
        return None

    def _outranks(self, unit: Place | None, index: int) -> bool:
        return unit is not None and _RANK.get(unit.kind, 0) > self._rank(index)

    def _rank(self, index: int) -> int:
        """Give the lowest rank that the candidates of a mention have: country 4, province 3, …, settlement 0."""
        mention = self.mentions[index]
        kinds = mention.kinds.intersection(mention.type_kinds) or mention.kinds
        return max(0, min((_RANK.get(kind, 0) for kind in kinds), default=0))

    def _heads_a_list(self, index: int, unit: Place | None) -> bool:
        """Tell "Namyang, Musan and Hoeryong" (a list) from "Namyang, Onsong county" (a unit that contains)."""
        if unit is None or unit.kind in _CONTAINERS or self.mentions[index].type_kinds:
            return False
        return not self.joint(index - 1).has_preposition

    def is_river(self, index: int) -> bool | None:
        """Read whether the words around ask for a river; only asked where a river and a town share the name."""
        mention = self.mentions[index]
        if mention.kinds.isdisjoint(WATER) or mention.kinds <= WATER:
            return None
        before = self.text[max(0, mention.start - _BEFORE_LENGTH) : mention.start]
        attributive = _TOWN_NOUN.match(self.text, mention.end)
        if (_RIVER_BEFORE.search(before) and not attributive) or self._is_listed_with_river(index):
            return True
        return False if _TOWN_BEFORE.search(before) or self.container(index) else None

    def _is_listed_with_river(self, index: int) -> bool:
        """Tell whether a neighbour in a list is a river: "the Yalu and Tumen"."""
        beside = [i for left, i in ((index - 1, index - 1), (index, index + 1)) if self.joint(left).is_list]
        return any(self.mentions[i].kinds and self.mentions[i].kinds <= WATER for i in beside)

    def in_one_chain(self, index: int) -> bool:
        """Tell whether a mention and the one before it name one place from small to large, or from large to small."""
        joint = self.joints[index]
        if not (joint.unit_behind or joint.unit_before):
            return False
        before, here = self.place(index - 1), self.place(index)
        if index == 0 or before is None or here is None:
            return False
        if joint.unit_behind and self.container(index - 1) == here.id:
            return True
        return joint.unit_before and self.container(index) == before.id

    def beside(self, index: int, *, reach: int = 1) -> list[Place]:
        """Give the places of the neighbours in the same clause, the nearer first, the one behind before the other."""
        found = []
        for step in range(1, reach + 1):
            for other in (index + step, index - step):
                left, right = min(index, other), max(index, other)
                if left >= 0 and right < len(self.mentions) and self._is_one_clause(left, right):
                    found.append(self.likely(other))
        return [place for place in found if place is not None]

    def holder(self, index: int) -> Place | None:
        """Find the unit that holds a described place: the county or city beside it in the clause.

        A Chinese village stands right behind its township, 崇善镇上天村, and lies in that.
        """
        before = self.place(index - 1)
        if before is not None and before.kind in _TOWNSHIPS and before.location_precision != "inherited":
            township = self.mentions[index - 1]
            if township.type_kinds and township.end == self.mentions[index].start:
                return before
        return next((place for place in self.beside(index, reach=2) if place.kind in _HOLDERS), None)

    def is_enumerated(self, index: int, *, least: int) -> bool:
        """Tell whether a mention stands in a run of at least so many, a few words of one clause between each."""
        if not (self.joints[index].same_clause or self.joints[index + 1].same_clause):
            return least <= 1
        first = last = index
        while last - first + 1 < least and self.joint(first - 1).same_clause:
            first -= 1
        while last - first + 1 < least and self.joint(last).same_clause:
            last += 1
        return last - first + 1 >= least

    def _is_one_clause(self, left: int, right: int) -> bool:
        if right - left == 1:
            return self.joint(left).same_clause
        return _SAME_CLAUSE.fullmatch(self.text[self.mentions[left].end : self.mentions[right].start]) is not None
