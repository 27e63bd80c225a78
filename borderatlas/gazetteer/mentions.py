"""Text → mentions: every span that may name a place, found in one pass of an Aho–Corasick automaton.

The automaton knows folded names only. What makes a hit a mention is decided here, by script: word boundaries for
Latin, particles and suffixes for Hangul, longest match for Hanzi; then the type word that belongs to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from borderatlas.gazetteer import hangul_edges, typewords
from borderatlas.gazetteer.addresses import SIGNS_OF_ADDRESSES, masked_spans
from borderatlas.gazetteer.headlines import is_headline, is_surname
from borderatlas.gazetteer.names import Folded, Script, fold, is_hangul, script_of
from borderatlas.gazetteer.unlisted import SIGNS, read_sign
from borderatlas.gazetteer.wordbreaks import straddles_words
from borderatlas.models import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Name

_PREPOSITION = 9
_LOCATIVE_BEFORE = (" in ", " near ", " outside ")
_WIDE = frozenset({"country", "province", "prefecture", "river", "tributary", "region", "mountain"})

# What is named after a place is not the place: newspapers, banks, schools, firms, hotels.
_ORGANISATION_AFTER = re.compile(
    r" (?:times|post|daily|herald|tribune|journal|gazette|telegraph|evening news|news(?! conference)|university|"
    r"institute|college|academy|bank|hotel|restaurant|airlines?|co\.|corp|corporation|inc|ltd|central news agency|press service|"
    r"national league|trading|bookshop|bookstore|cafe|brewery|securities|quarterly|street|road|avenue|boulevard|"
    r"(?:national|normal|agricultural|medical|polytechnic|women's|technical|vocational|teachers'?) (?:university|college|institute)|orchestra|symphony|philharmonic|ensemble|"
    r"choir|chorus|troupe|art troupe|ballet|opera|(?:hero |youth |shock )+brigade|sports (?:club|team|group)|athletic club|winery|distillery|tobacco|night market|"
    r"online(?=\s*(?:[).,|\d©\u001e]|$))|(?:news|information|television|radio) (?:network|net|portal|agency|centre|center|station)|satellite tv|media group|convergence media|"
    r"(?:forest|coast guard|meteorological|customs|national police|aerospace|development|electric power|trade|tourism|football|press|exchange) (?:service|administration|agency|institute|corporation|corp|organization|association|foundation|bank|board))(?![\w])"
)
# The same, but in a headline each of these may be a word of its own: "Dandong Workers Leave", "Sinuiju Open to Trains".
_ORGANISATION_IN_PROSE = re.compile(
    r" (?:air|group|company|press|radio|television|tv|football|fc|federation|workers|women's|democratic|agreement|"
    r"accord|protocol|spring|film|studio|club|iron and steel|cup|open|noodles?|weekly|monthly|lane|review)(?![\w])"
)
_ORGANISATION_BEFORE = re.compile(
    r"(?:bank of|university of|radio free|voice of|times of|republic of|party of|journal of|air|hotel) $"
)
_ORGANISATION_ENDS = ("of ", "free ", "air ", "hotel ")  # cheap: most names stand behind none of these
_HANZI_AFTER = re.compile(
    r"族|日报|日報|晚报|晚報|新闻社|新聞社|中央通讯社|中央通訊社|中央社|银行|銀行|大学|大學|饭店|飯店|酒店|中文网|中文網|时报|時報|战争|戰爭|话|話|语|語|街(?!道|头|頭)|路(?![段])"
)
_HANGUL_ORGANISATION = re.compile(
    r"(?:일보|신문|방송|통신|중앙통신|은행|대학교|대학|호텔|식당|로동당|노동당|전쟁|반도|타임스|적십자)"
)
_LATIN = frozenset(char for char in map(chr, range(0x250)) if char.isalnum())
_LATIN_OR_SIGN = _LATIN | {"@", "_"}
_WORD_BREAK = re.compile(r"[\s'-]")
_PIECE = 200_000  # characters that are searched at once
_OVERLAP = 2_000  # characters about a piece: more than what is read about a name to tell whether it is one
_MOST_SPELLINGS = 10_000
_ACRONYM_LENGTH = 5
_DIRECTIONS = frozenset({"north", "south"})
_HALVES = re.compile(r"(?<!\w)(?P<first>north|south) (?:and|or) $")
_HALVES_LENGTH = 12
_LINKS = (" and ", " or ")


@dataclass(slots=True)
class _Hit:
    """A name found in folded text: the name's span, the span with its type word, and what that word allows.

    `also` are the patterns of shorter names that cover the same span with a type word: 철원군 as one name of a county
    in the North, and 철원 with 군 as that of one in the South.
    """

    start: int
    name_end: int
    end: int
    kinds: tuple[str, ...]
    pattern: int
    also: tuple[int, ...] = ()


_by_start = attrgetter("start")
_Found = tuple[int, int, int]  # number of a pattern, its span in folded text
_Reader = Callable[[Folded, int, int, int], _Hit | None]


class MentionFinder:
    """An automaton over all names of a gazetteer, built once.

    Parameters
    ----------
    gazetteer : Gazetteer
        Whose names to find.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._keys: list[str] = sorted(gazetteer.by_name)
        self._pattern_of = {key: number for number, key in enumerate(self._keys)}
        self._entries = [gazetteer.by_name[key] for key in self._keys]
        self._countries = [all(gazetteer[i].kind == "country" for i, _ in entries) for entries in self._entries]
        self._wide = [all(gazetteer[i].kind in _WIDE for i, _ in entries) for entries in self._entries]
        self._kinds = [frozenset(gazetteer[i].kind for i, _ in entries) for entries in self._entries]
        self._settled = [
            len({i for i, _ in entries}) == 1 and not any(n.needs for _, n in entries) for entries in self._entries
        ]
        self._spellings: dict[str, str] = {}
        self._kind_of = [[(i, gazetteer[i].kind) for i, _ in entries] for entries in self._entries]
        self._wary = [all(n.needs for _, n in entries) for entries in self._entries]
        self._acronyms = [_acronyms(entries) for entries in self._entries]
        readers: dict[Script, _Reader] = {"Hang": self._hangul_hit, "Hani": _hanzi_hit}
        self._readers = [readers.get(script_of(key), self._latin_hit) for key in self._keys]
        self._first_sign = len(self._keys)
        self._first_address = self._first_sign + len(SIGNS)
        self._automaton = AhoCorasick([*self._keys, *SIGNS, *SIGNS_OF_ADDRESSES], matchkind=MatchKind.Standard)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Find the mentions in a stretch of a text.

        Parameters
        ----------
        text : str
            The whole text.
        start, end : int
            The stretch, as character offsets; offsets of the mentions refer to the whole text.

        Returns
        -------
        list of Mention
            In order, not overlapping, longest first where several names begin together. Places that no gazetteer
            lists but the text describes are among them, without candidates.
        """
        stop = len(text) if end is None else end
        if stop - start <= _PIECE:
            return self._find(text, start, stop)
        found: list[Mention] = []
        for at in range(start, stop, _PIECE):  # what is folded and matched of a long text is not kept all at once
            to = min(stop, at + _PIECE)
            found += [
                mention
                for mention in self._find(text, max(start, at - _OVERLAP), min(stop, to + _OVERLAP))
                if at <= mention.start < to
            ]
        return found

    def _find(self, text: str, start: int, end: int) -> list[Mention]:
        """Find the mentions in a piece of a text."""
        folded = fold(text[start:end])
        names, signs, addresses = self._sorted(self._automaton.find_matches_as_indexes(folded.text, overlapping=True))
        hits = [hit for found in names if (hit := self._readers[found[0]](folded, *found)) is not None]
        if addresses:
            masked = masked_spans(folded.cased, addresses)
            hits = [hit for hit in hits if not _touches(masked, hit)]
        chosen = _leftmost_longest(hits)
        halves = [half for hit in chosen if (half := self._first_half(folded, hit)) is not None]
        mentions = [self._mention(hit, folded, text, start) for hit in sorted(chosen + halves, key=_by_start)]
        described = [d for d in _described(folded, signs, chosen) if folded.text[d[0] : d[1]] not in self._pattern_of]
        return _merged(mentions, described, text, start, folded)

    def _sorted(self, found: list[_Found]) -> tuple[list[_Found], list[tuple[int, int]], list[tuple[int, int]]]:
        """Tell names from the spans of signs and of addresses."""
        names = [match for match in found if match[0] < self._first_sign]
        others = [match for match in found if match[0] >= self._first_sign]
        signs = [(start, end) for number, start, end in others if number < self._first_address]
        return names, signs, [(start, end) for number, start, end in others if number >= self._first_address]

    def _first_half(self, folded: Folded, hit: _Hit) -> _Hit | None:
        """Read the "North" of "North and South Hamgyong provinces" as the province that it is."""
        if not folded.text.endswith(_LINKS, 0, hit.start):
            return None
        match = _HALVES.search(folded.text[max(0, hit.start - _HALVES_LENGTH) : hit.start])
        second, _, stem = self._keys[hit.pattern].partition(" ")
        if match is None or second not in _DIRECTIONS or match["first"] == second:
            return None
        pattern = self._pattern_of.get(f"{match['first']} {stem}")
        start = hit.start - len(match.group())
        return (
            None
            if pattern is None
            else _Hit(start, start + len(match["first"]), start + len(match["first"]), hit.kinds, pattern)
        )

    def _latin_hit(self, folded: Folded, pattern: int, start: int, end: int) -> _Hit | None:
        if not _is_word(folded.text, start, end) or not self._is_cased_as_name(pattern, folded.cased[start:end]):
            return None
        if folded.cased[end + 1 : end + 2].isupper() and _names_an_organisation(folded, start, end):
            return None
        if folded.text.endswith(_ORGANISATION_ENDS, 0, start) and _ORGANISATION_BEFORE.search(
            folded.text[max(0, start - 16) : start]
        ):
            return None
        after, kinds = typewords.english_after(folded.text, end, folded.cased)
        if not kinds:
            _, kinds = typewords.english_before(folded.text, start)
        if not kinds and " " not in self._keys[pattern] and is_surname(folded.cased, start, end):
            return None
        return _Hit(start, end, after, kinds, pattern)

    def _is_cased_as_name(self, pattern: int, written: str) -> bool:
        """Ask for a capital ("Friendship bridge", "south Korea"), and for an acronym as such ("US", not "us")."""
        if acronyms := self._acronyms[pattern]:
            return written in acronyms
        return written[0].isupper() or any(word[:1].isupper() for word in _WORD_BREAK.split(written))

    def _hangul_hit(self, folded: Folded, pattern: int, start: int, end: int) -> _Hit | None:
        text = folded.text
        # 돌아오지 holds no Aoji: a short name begins a word, and so does one that is not safe by itself.
        if start and is_hangul(text[start - 1]) and (self._wary[pattern] or hangul_edges.is_cut_out(text, start, end)):
            return None
        if _HANGUL_ORGANISATION.match(text, end):
            return None
        if self._countries[pattern]:
            free = not hangul_edges.NATION_TAIL.match(text, end) and (
                end - start >= hangul_edges.FREE_LENGTH or bool(hangul_edges.NATION_GLUED.match(text, end))
            )
            return _Hit(start, end, end, (), pattern) if free else None
        after, kinds = self._hangul_type(text, pattern, start, end)
        if kinds:
            return _Hit(start, end, after, kinds, pattern)
        unknown = hangul_edges.RUN.match(text, end)
        free = end - start >= hangul_edges.FREE_LENGTH and (self._wide[pattern] or unknown is None)
        free = free or bool(hangul_edges.TAIL.match(text, end) or hangul_edges.FACTORY.match(text, end))
        return _Hit(start, end, end, (), pattern) if free else None

    def _hangul_type(self, text: str, pattern: int, start: int, end: int) -> tuple[int, tuple[str, ...]]:
        """Read what says the kind of place behind a name of Hangul: where the mention ends, and the kinds."""
        after, kinds = typewords.hangul_after(text, end)
        if text[end:after] == "도" and text[end - 1] in hangul_edges.UNIT_ENDS:
            after, kinds = end, ()  # 삼수군도 is "Samsu county too"
        if kinds and (hangul_edges.TAIL.match(text, after) or after - start > hangul_edges.FREE_LENGTH):
            return after, kinds
        after, kinds = typewords.hangul_apart(text, end, wary=self._wary[pattern])
        return (after, kinds) if kinds or not self._wary[pattern] else (end, self._confirmed(text, pattern, end))

    def _confirmed(self, text: str, pattern: int, end: int) -> tuple[str, ...]:
        """Read the Hanja in brackets behind a name: 경성(鏡城) is Kyongsong, whatever the word means otherwise."""
        match = hangul_edges.HANJA.match(text, end)
        other = self._pattern_of.get(match["hanja"]) if match else None
        if other is None:
            return ()
        shared = {i for i, _ in self._entries[other]}
        return tuple(dict.fromkeys([kind for i, kind in self._kind_of[pattern] if i in shared]))

    def _mention(self, hit: _Hit, folded: Folded, text: str, base: int) -> Mention:
        start, end = folded.original(hit.start, hit.end)
        name_start, name_end = (start, end) if hit.end == hit.name_end else folded.original(hit.start, hit.name_end)
        start, end, name_start, name_end = base + start, base + end, base + name_start, base + name_end
        written = self._once(text[name_start:name_end])
        spelled = written if (start, end) == (name_start, name_end) else self._once(text[start:end])
        entries = self._entries[hit.pattern]
        if not written.isascii():
            spelled_so = tuple([entry for entry in entries if _spells(entry[1], written)])
            entries = spelled_so if 0 < len(spelled_so) < len(entries) else entries
        kinds, is_settled = self._kinds[hit.pattern], self._settled[hit.pattern]
        for pattern in hit.also:
            entries += self._entries[pattern]
            kinds |= self._kinds[pattern]
            is_settled = is_settled and self._entries[pattern] == self._entries[hit.pattern]
        is_locative = not is_settled and _is_locative(folded.text, hit)
        return Mention(start, end, spelled, written, hit.kinds, entries, kinds, is_settled, is_locative)

    def _once(self, written: str) -> str:
        """Give a name as it is written, one object however often it comes: a long text has a few names many times."""
        if len(self._spellings) >= _MOST_SPELLINGS:
            self._spellings.clear()
        return self._spellings.setdefault(written, written)


def _is_locative(text: str, hit: _Hit) -> bool:
    """Tell whether the words beside a name can only stand beside a place's: 무산 인근, "in Kim Hyong Jik"."""
    if hangul_edges.LOCATIVE.match(text, hit.name_end):
        return True
    return text[max(0, hit.start - _PREPOSITION) : hit.start].endswith(_LOCATIVE_BEFORE) and not text.startswith(
        "'", hit.name_end
    )


def _acronyms(entries: tuple[tuple[str, Name], ...]) -> frozenset[str]:
    """Give the forms of a name that is only an acronym; nothing for any other name."""
    names = frozenset(name.text for _, name in entries)
    return names if all(name.isupper() and len(name) < _ACRONYM_LENGTH for name in names) else frozenset()


def _spells(name: Name, written: str) -> bool:
    """Tell whether diacritics that were written agree with the name: Chŏngsŏng is not Ch'ŏngsŏng, Chosan may be both."""
    if written.isascii() or name.text.isascii() or script_of(written) != "Latn":
        return True
    return written.casefold().replace("\u2019", "'") == name.text.casefold().replace("\u2019", "'")


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin name stands as a word; Hangul and Hanzi may touch it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after == "'":  # "Hyesan's" is Hyesan, "Jian'ou" is not Jian
        rest = text[end + 1 : end + 3]
        return before not in _LATIN and (rest[:1] not in _LATIN or (rest[:1] == "s" and rest[1:] not in _LATIN))
    return before not in _LATIN_OR_SIGN and after not in _LATIN_OR_SIGN


def _names_an_organisation(folded: Folded, start: int, end: int) -> bool:
    """Tell whether the capital word behind a name makes it that of a newspaper, a bank, a firm."""
    if _ORGANISATION_AFTER.match(folded.text, end):
        return True
    return bool(_ORGANISATION_IN_PROSE.match(folded.text, end)) and not is_headline(folded.cased, start, end)


def _described(folded: Folded, signs: list[tuple[int, int]], taken: list[_Hit]) -> list[tuple[int, int, str]]:
    """Read the described places that touch no name; one in Hangul counts only right behind a name."""
    spans = sorted((hit.start, hit.end) for hit in taken)
    read = {described for start, end in signs if (described := read_sign(folded, start, end)) is not None}
    found: list[tuple[int, int, str]] = []
    for described in sorted(read, key=lambda d: (d[0] - d[1], d[0], d[2])):
        start, end, _ = described
        # 활동, 거리: two syllables and 동 or 리 are a village only right behind its county
        if _overlaps(spans, start, end) or (not folded.text[start].isascii() and not _follows(spans, start)):
            continue
        insort(spans, (start, end))
        found.append(described)
    return found


def _merged(
    mentions: list[Mention], described: list[tuple[int, int, str]], text: str, base: int, folded: Folded
) -> list[Mention]:
    """Put described places among the mentions, in order."""
    if not described:
        return mentions
    for at, to, kind in described:
        start, end = (base + offset for offset in folded.original(at, to))
        mentions.append(Mention(start, end, text[start:end], text[start:end], (kind,)))
    return sorted(mentions, key=lambda m: m.start)


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a span touches one of the others, which are in order and do not overlap."""
    before = bisect_left(spans, (end, 0))
    return before > 0 and spans[before - 1][1] > start


def _follows(spans: list[tuple[int, int]], start: int) -> bool:
    """Tell whether one of the spans ends right before an offset, a blank between them at most."""
    before = bisect_left(spans, (start, 0))
    return before > 0 and start - 1 <= spans[before - 1][1] <= start


def _touches(spans: list[tuple[int, int]], hit: _Hit) -> bool:
    return _overlaps(spans, hit.start, hit.name_end)


def _hanzi_hit(folded: Folded, pattern: int, start: int, end: int) -> _Hit | None:
    if _HANZI_AFTER.match(folded.text, end) or straddles_words(folded.text, start, end):
        return None
    after, kinds = typewords.hanzi_after(folded.text, end)
    return _Hit(start, end, after, kinds, pattern)


def _leftmost_longest(hits: list[_Hit]) -> list[_Hit]:
    """Choose hits that do not overlap: the longest name wins, wherever it begins; then the leftmost."""
    chosen: list[_Hit] = []
    for cluster in _clusters(sorted(hits, key=_by_start)):
        chosen += cluster if len(cluster) == 1 else _longest(cluster)
    return chosen


def _longest(cluster: list[_Hit]) -> list[_Hit]:
    taken: list[_Hit] = []
    for hit in sorted(cluster, key=lambda h: (h.start - h.name_end, h.start, -h.end)):
        same = next((i for i, other in enumerate(taken) if (other.start, other.end) == (hit.start, hit.end)), None)
        if same is not None:
            kinds = taken[same].kinds or hit.kinds
            taken[same] = replace(taken[same], kinds=kinds, also=(*taken[same].also, hit.pattern))
        elif not any(hit.start < other.end and other.start < hit.end for other in taken):
            taken.append(hit)
    return sorted(taken, key=_by_start)


def _clusters(hits: list[_Hit]) -> Iterator[list[_Hit]]:
    """Cut hits, in order of their start, into runs that touch; hits of different runs cannot overlap."""
    cluster: list[_Hit] = []
    reach = -1
    for hit in hits:
        if cluster and hit.start >= reach:
            yield cluster
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit.end)
    if cluster:
        yield cluster
