"""Where an incident was: the finest place that the title or the opening sentences hold, out of all that are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.incidents.prose import titles
from borderatlas.incidents.sentences import Span, sentence_at
from borderatlas.incidents.standing import is_item
from borderatlas.incidents.vocabulary import precision_rank

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from borderatlas.models import Placement, Report

BORDER_KM = 100.0
"""How far from the border line, in kilometres, a place still counts as one of the border."""

BORDER_RIVERS = frozenset({"river.yalu", "river.tumen"})
_BORDER_PROVINCES = frozenset({
    "kp.north-pyongan", "kp.chagang", "kp.ryanggang", "kp.north-hamgyong", "kp.rason", "cn.liaoning", "cn.jilin",
    "cn.jilin.yanbian", "ru.primorsky",
})  # fmt: skip
_RASON = "kp.rason"
"""A city by its size, though it ranks as a province."""
WIDE = frozenset({"border_strip", "province", "river", "country", "unlocated"})
"""Precisions of ground on which many things happen."""

# Which of two places is the finer one. A county's name without a type word is that of its seat: the text decides by
# what it says, not the scale between the two.
_TIERS = {"exact": 0, "settlement": 1, "river_reach": 1, "county": 1, "border_strip": 2, "province": 3, "river": 4,
          "country": 5, "unlocated": 6}  # fmt: skip
_LONG_REACH_M = 50_000
_IN_PLACE = re.compile(
    r"(?:\b(?:in|at|near|outside|around|off|on|inside|within|through|beside|(?:city|county|town|village|port|district|township|outskirts|north|south|east|west"
    r"|part|parts|area|side|banks?|edge|cent(?:er|re)|streets?|suburbs?|people|residents?|villagers?|upstream|downstream|island|province|mouth) of)|['’]s)"
    r" (?:the )?(?:\w+ )?$",
    re.IGNORECASE,
)
_IN_PLACE_AFTER = re.compile(
    r" (?:was|were|has been|have been) |(?:시|군|구|현|동|리|진|역)?(?:에서|에|의|서| 인근| 부근| 외곽)|(?:市|县|縣|镇|鎮|区|區)?(?:境内|境內|附近|一带|一帶|的|一名|一位|有|发生|發生)"
)
_ACTING_AFTER = re.compile(
    r"(?: (?:city|county|town))?(?:['’]s)? (?:police|customs|prosecutors|coast guard|border guards|border police|security (?:agents|officers)|firefighters|public security)\b"
    r"(?! (?:said|say|told|announced|reported|confirmed|chief|station|officials?))"
)
"""The police of a place act there."""
_AWAY = re.compile(
    r"\b(?:(?<!over )(?<!across )from|(?<!bridge )(?<!road )(?<!railway )(?<!line )(?<!crossing )to|towards|into|opposite|facing|faces|across from|than|for|once called) (?:the )?(?:\w+ )?$"
    r"|\bfrom the (?:\w+ ){1,2}of $"
    r"|, (?:all |both |each )?(?:an? |the )?(?:\d+-year-old |\w+ )?(?:farmer|peasant|worker|labou?rer|resident|native|villager|citizen|trader|merchant|fisherm[ae]n|driver|teacher|student"
    r"|broker|smuggler|herder|miner|shopkeeper|soldier|pastor|housewife|defector|escapee)s? (?:of|from|in) (?:the )?(?:\w+ of )?$"
    r"|\b(?:told|said|reported|spoke)(?: [\w’']+){0,4} (?:in|at) $"
    r"|\b(?:interviewed|met|reached|contacted|speaking)(?: [\w’']+){0,3} (?:in|at) $"
    r"|\b(?:kilomet(?:er|re)s?|km|miles?)\b[^.;]{0,24} (?:of|from) $|\bvia $"
    r"|(?:来自|來自|经由|經由|途经|途經|取道|绕道|繞道|曾在|曾于|[前驶駛逃运運发發拉送销銷开開通飞飛转轉带帶迁遷搬押]往|[卖賣送]给|[卖賣运運]到"
    r"|赶赴|奔赴|返回|回到|[从從](?!事)|(?<![各独獨亲親私擅来來])自)(?:对岸的?|對岸的?)?(?:中国|朝鲜|中國|朝鮮|北韓|北韩)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!over )(?<!across )\bfrom (?:the )?(?:\w+ )?$", re.IGNORECASE)
_AWAY_AFTER = re.compile(
    r" (?:said|says|told|added|reported|confirmed|explained|claimed)\b|"
    r"(?:특별시|광역시|시|군|현|진)?(?:(?:을|를) (?:거쳐|경유|통해|떠나|출발)| ?출신|에서 온 |(?:으로|로) (?:향하|가려|가던|떠나|돌아가))|(?:市|县|縣|镇|鎮)?(?:籍|出身|产的|產的)"
)
_AND = re.compile(r"\s*(?:,|and|&|·|、|和|与|與|及|와|과|,? and)\s*")
_UNIT_OF = re.compile(r",? (?:a (?:city|county|town) )?(?:in|of) ")
_BANKS = tuple(
    (
        country,
        re.compile(
            rf"\b(?:{en})(?:['’]s)? (?:side|bank|shore)\b|(?:{ko}) ?(?:쪽|측|편) ?(?:강|기슭|연안|대안)|(?:{zh})(?:一)?(?:侧|側|岸)"
        ),
    )
    for country, en, ko, zh in (
        ("KP", "North Korean?|Korean|DPRK", "북한|북|조선", "朝方|朝鲜|朝鮮|北韩|北韓"),
        ("CN", "Chinese|China", "중국", "中方|中国|中國"),
        ("RU", "Russian|Russia", "러시아", "俄方|俄罗斯|俄羅斯"),
    )
)
_CROSSING_KM = 8.0
"""A bridge or crossing so near by the river to a town is that town's."""
_PARTS_OF_A_TOWN = 3
# "A resident of X said that guards there …": the place of the source is the one that is spoken of.
_THERE = re.compile(
    r"(?<=[a-z])(?<!\bthat)(?<!\bsaid)(?<!\bsays)(?<!\band)(?<!\bbut)(?<!\bas)(?<!\bwhere)(?<!\bif)(?<!\bbecause)(?<!\bsource)(?<!\bsources)(?<!\bresident)(?<!\bresidents)(?<!\bcontact)(?<!\bcontacts)(?<!\bpartner) there\b"
    r"|\b(?:throughout|across|in) (?:the|his|her|their|this) (?:province|county|city|town|area|region)\b"
    r"|\b(?:in|of|outside|inside|near|through) (?:that|the same) (?:\w+ )?(?:province|county|city|town|area|region|village|port)\b"
    r"|이곳(?:에서|의|에|은|도)|이 (?:지역|고장|일대)|우리 (?:지역|군|도|시)|當地(?!消息|居民)|当地(?!消息|居民)|这里|這裡|那里|那裡",
    re.IGNORECASE,
)


_WHOSE = re.compile(
    r"\b(?:source|resident|contact|trader|broker|official|witness|partner|informant|villager|activist|woman|man|person|people|reporter|correspondent|defector"
    r"|escapee|businessman|merchant|researcher|local|driver|engineer|farmer|shopkeeper|pastor|missionary|diplomat|consulate|embassy)s?\b(?:(?!\b(?:was|were|had|has|have|is|are|been)\b)[^.;:,\"”]){0,30}"
    r"\b(?:in|from|of|at|near) (?:[\w’'-]+ ){0,3}$|\b(?:lives?|living|based|settled) (?:\w+ )?(?:in|at|near) $",
    re.IGNORECASE,
)
_WHOSE_AFTER = re.compile(
    r"(?:['’]s)?(?: (?:city|county|province))?[- ](?:based )?(?:\w+ )?(?:source|resident|official|trader|broker|villager)s?\b"
    r"|.{0,12}(?:소식통|주민|관계자|상인)|.{0,8}(?:消息人士|居民|商人|官员|官員|知情)",
    re.IGNORECASE,
)

# "CHANGBAI -- Convoys rumbled through this county town": the dateline says where it was.
_HERE = re.compile(
    r"\b(?:this) (?:\w+ ){0,2}(?:town|city|village|county|port|outpost|settlement|township)\b|(?<!\bfrom )\bhere\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n]")
_PARAGRAPH_END = re.compile(r"\n")
_HEAD = re.compile(r"[^:\n.]{0,40}(?::|：| [-–—] )")
_BULLET = 6
"""Characters that stand before the first name of an item of a list, at most."""
_BROUGHT = re.compile(r"(?:送|抬|转|轉|运|運|接|拉)(?:到|往|至|进|進|入|院)(?:了)?(?:附近的?)?$")
_HOSPITAL = re.compile(r"[市县縣郡区區]?的?(?:一[家间間所])?[^，。]{0,6}(?:医院|醫院|诊所|診所|卫生院|衛生院|急救)")
_BROUGHT_TO_HOSPITAL = re.compile(
    r"(?:시|군|도|구역)?(?: ?(?:인민|중심|도|시|군|종합|적십자))* ?병원(?:으로|에|로) ?(?:옮|실려|후송|이송|긴급|급히|데려)"
)
_BANISHED = re.compile(r"(?:시|군|도)?(?: ?\S{1,6})?(?:으로|로) ?(?:추방|쫓겨|내쫓|유배|강제 ?이주)")
_SPOKEN_OF = {"source": _THERE, "dateline": _HERE}


_HOME = re.compile(
    r"(?:住在|居住在|家住|身在|身处|身處|定居|旅居|祖籍)(?:邻近的?|鄰近的?|朝鲜|朝鮮|北韩|北韓|中国|中國)?$"
)
_HOME_AFTER = re.compile(
    r"(?:특별시|광역시|시|군|현|진|읍|리|동|구)?(?:에|에서) (?:사는|살던|살고 ?있|거주|머무|머물|주재|체류|친척|가족|지인)|(?:市|县|縣|镇|鎮)?(?:籍|出身|人氏)"
)


def is_somebodys_home(text: str, placement: Placement) -> bool:
    """Tell whether a place only says, in Korean or Chinese, where somebody lives: 단둥에 사는 한 교민, 住在普天郡."""
    before, after = text[max(0, placement.start - 10) : placement.start], text[placement.end :][:16]
    return _HOME.search(before) is not None or _HOME_AFTER.match(after) is not None


def is_brought_to(text: str, placement: Placement) -> bool:
    """Tell whether a place only says to what hospital or exile somebody was brought: 送到三池渊的医院, 온성 농촌으로 추방."""
    before, after = text[max(0, placement.start - 10) : placement.start], text[placement.end :][:16]
    chinese = _BROUGHT.search(before) is not None and _HOSPITAL.match(after) is not None
    return chinese or _BROUGHT_TO_HOSPITAL.match(after) is not None or _BANISHED.match(after) is not None


def is_border_place(placement: Placement) -> bool:
    """Tell whether a placement may be where an incident of this border was: no country, and no far place."""
    if placement.place_id in BORDER_RIVERS or placement.precision == "border_strip":
        return True
    if placement.kind == "country" or placement.precision in {"country", "unlocated"} or placement.lat is None:
        return False
    if placement.border_km is not None:
        return placement.border_km <= BORDER_KM
    return placement.place_id is not None and _within_border_area(placement.place_id)


def _within_border_area(place_id: str) -> bool:
    """Tell by its id whether a place without a point of its own lies in a unit of the border."""
    unit = place_id.split(".")
    if unit[0] == "kp":
        return ".".join(unit[:2]) in _BORDER_PROVINCES
    # In China only the border's own towns have parts that the gazetteer lists.
    return place_id in _BORDER_PROVINCES or (unit[0] == "cn" and len(unit) > _PARTS_OF_A_TOWN)


def fine(placements: Iterable[Placement]) -> list[Placement]:
    """Give the placements that say where something was: no province, strip or river."""
    return [
        p for p in placements if (p.precision not in WIDE or p.place_id == _RASON) and p.place_id not in BORDER_RIVERS
    ]


def spoken_of(report: Report, placements: Sequence[Placement]) -> list[Placement]:
    """Give the places of sources and datelines of which the same sentence goes on to speak.

    "A resident of X said guards there …"; "X -- Trucks rolled through this town …".
    """
    return [
        p
        for p in placements
        if p.role in _SPOKEN_OF and is_border_place(p)
        and _SPOKEN_OF[p.role].search(report.text, p.end, _stop(report.text, p.end, p.role))
    ]  # fmt: skip


def heads_of(report: Report, placements: Sequence[Placement]) -> list[Placement]:
    """Give the places at the heads of the items of a list, "* Musan: a slag heap slid …", which are not datelines."""
    text = report.text
    heads = [
        (p, text[text.rfind("\n", 0, p.start) + 1 : p.start])
        for p in placements
        if p.role == "dateline" and is_border_place(p) and _HEAD.match(text, p.end)
    ]
    several = sum(len(lead) <= _BULLET for _, lead in heads) > 1
    return [p for p, lead in heads if (several and len(lead) <= _BULLET) or is_item(f"{lead}x")]


def _stop(text: str, start: int, role: str) -> int:
    """Give the end of a sentence, or of the paragraph that a dateline opens."""
    found = (_PARAGRAPH_END if role == "dateline" else _SENTENCE_END).search(text, start)
    return found.start() if found else len(text)


def holds(place_id: str, other_id: str | None) -> bool:
    """Tell whether a place is the other or the unit that it lies in, by their ids."""
    return other_id is not None and f"{other_id}.".startswith(f"{place_id}.")


def is_near(place: Placement, others: Iterable[Placement]) -> bool:
    """Tell whether a place is one of others, a part of one, or holds one; a river holds whatever lies beside it."""
    return any(_is_one_place(place, other) for other in others if other.place_id is not None)


def _is_one_place(place: Placement, other: Placement) -> bool:
    if holds(str(place.place_id), other.place_id) or holds(str(other.place_id), place.place_id):
        return True
    for part, whole in ((place, other), (other, place)):
        if whole.place_id in BORDER_RIVERS:
            return part.river is not None and whole.place_id == f"river.{part.river}"
    crossing = any(str(p.place_id).startswith("crossing.") for p in (place, other))
    beside = place.river == other.river and place.river_km is not None and other.river_km is not None
    return crossing and beside and abs((place.river_km or 0) - (other.river_km or 0)) <= _CROSSING_KM


def river_of(placement: Placement) -> str | None:
    """Give the border river that a placement lies on, be it the river itself or a stretch of it."""
    if placement.river is None and placement.place_id in BORDER_RIVERS:
        return str(placement.place_id).removeprefix("river.")
    return placement.river


def bank_said(text: str, placement: Placement) -> str | None:
    """Give the country on whose bank of a river something was, where the words about the mention name one, and only one."""
    if placement.precision != "river_reach" or placement.place_id not in BORDER_RIVERS:
        return None
    about = text[max(0, placement.start - 30) : placement.end + 40]
    said = [country for country, bank in _BANKS if bank.search(about)]
    return said[0] if len(said) == 1 else None


def weight_of(text: str, placement: Placement) -> int:
    """Say how much a mention speaks for its place: "in Musan" (2) more than "Musan" (1), and "from Musan" not at all."""
    before, after = text[max(0, placement.start - 40) : placement.start], text[placement.end :][:8]
    if (
        before.endswith(("(", "（")) or _AWAY.search(before) or _AWAY_AFTER.match(after)
    ):  # a gloss in brackets says nothing new
        return 0
    if placement.role == "dateline" and after[:1] in {":", "："}:  # at the head of an item of a list
        return 3
    return (
        2 if _IN_PLACE.search(before) or _IN_PLACE_AFTER.match(after) or _ACTING_AFTER.match(text, placement.end) else 1
    )


def is_somebodys(text: str, placement: Placement) -> bool:
    """Tell whether a place only says whose words these are: "a resident of Musan", 무산의 소식통."""
    before, after = text[max(0, placement.start - 60) : placement.start], text[placement.end :][:40]
    return _WHOSE.search(before) is not None or _WHOSE_AFTER.match(after) is not None


def comes_from(text: str, placement: Placement) -> bool:
    """Tell whether a place only says where somebody came from: "a rescue party from Kanggye"."""
    return _FROM.search(text[max(0, placement.start - 40) : placement.start]) is not None


def in_title(report: Report, placement: Placement) -> bool:
    """Tell whether a mention stands in the title."""
    return any(start <= placement.start < end for start, end in titles(report))


def primary(
    report: Report, placements: Sequence[Placement], spans: list[Span], *, fit: Collection[Span] = ()
) -> Placement:
    """Choose the place of an incident: the finest that title or opening sentence name, else the finest of all.

    Of equally fine places the one that more is said to be in, then the one that is named first.

    Parameters
    ----------
    report : Report
    placements : sequence of Placement
        The places of the statements about it, and those of the title that go with them.
    spans : list of Span
        Its sentences, in order.
    fit : collection of Span
        Those of them that tell the same incident more finely: a place in them may stand for the wide one that holds it.
    """
    opening = _opening([p for p in placements if weight_of(report.text, p)] or placements, spans)
    weights = _weights(report, placements, opening)

    def order(placement: Placement) -> tuple[int, int, int]:
        return _tier(placement), -weights.get(placement.place_id, 0), placement.start

    best = min(_prominent(placements, opening, weights), key=order)
    beside = _beside_river(report, placements, spans) if _tier(best) == _TIERS["river"] else []
    best = min(beside, key=order, default=best)
    return best if _tier(best) < _TIERS["border_strip"] else next(_refined(report, placements, best, fit), best)


def _opening(placements: Sequence[Placement], spans: list[Span]) -> Span:
    """Give the first sentence that names a place, with all that stands before it."""
    ends = (span[1] for span in spans if any(span[0] <= p.start < span[1] for p in placements))
    return spans[0][0], next(ends, spans[0][1])


def _refined(
    report: Report, placements: Sequence[Placement], wide: Placement, fit: Collection[Span]
) -> Iterator[Placement]:
    """Give the places that say more finely where it was, the best last resort being the province a source spoke of."""
    for placement in placements:
        inside = any(start <= placement.start < end for start, end in fit)
        if inside and _refines(report.text, placement, wide):
            yield placement
    if wide.place_id in BORDER_RIVERS:
        yield from (p for p in placements if p.role == "source" and _tier(p) < _TIERS["river"])


def _refines(text: str, part: Placement, whole: Placement) -> bool:
    """Tell whether something happened in a fine place of the wide one: in a town of the province, beside the river."""
    if _tier(part) >= _TIERS["border_strip"] or not weight_of(text, part):
        return False
    if whole.place_id in BORDER_RIVERS:
        return part.river is not None and whole.place_id == f"river.{part.river}"
    return whole.place_id is not None and holds(whole.place_id, part.place_id)


def _tier(placement: Placement) -> int:
    """Say how fine a place is; "along the Yalu" is a reach by its rule, and yet the whole river."""
    wide = placement.precision == "river_reach" and (placement.uncertainty_m or 0) > _LONG_REACH_M
    tier = _TIERS["river" if wide else placement.precision]
    return max(tier, _TIERS["border_strip"]) if placement.kind == "mountain" else tier


def _prominent(placements: Sequence[Placement], opening: Span, weights: Mapping[str | None, int]) -> list[Placement]:
    """Give what title and opening sentence name, without what they only lead away from and units of a finer place."""
    first = [p for p in placements if p.start < opening[1]] or list(placements)
    said = [_tier(p) for p in first if weights.get(p.place_id)]
    weighty = [p for p in first if weights.get(p.place_id) or not any(_outdoes(tier, _tier(p)) for tier in said)]
    return [p for p in weighty if not any(_is_finer_part(q, p) for q in weighty)]


def _outdoes(tier: int, other: int) -> bool:
    """Tell whether a place is not much coarser than another: no province takes the place of a town, a river may."""
    return tier <= other or (tier >= _TIERS["province"] and other >= _TIERS["province"])


def _is_finer_part(part: Placement, whole: Placement) -> bool:
    if part.place_id is None or whole.place_id in {None, part.place_id}:
        return False
    finer = precision_rank(part.precision) <= precision_rank(whole.precision)
    return finer and holds(str(whole.place_id), part.place_id)


def _beside_river(report: Report, placements: Sequence[Placement], spans: list[Span]) -> list[Placement]:
    """Give the fine places, or the reach, of a sentence that names a river: "beside the Amnok River near Hyesan"."""
    rivers = {sentence_at(spans, p.start) for p in placements if p.place_id in BORDER_RIVERS}
    fine = (p for p in placements if _tier(p) < _TIERS["border_strip"] and not in_title(report, p))
    return [p for p in fine if sentence_at(spans, p.start) in rivers]


def _weights(report: Report, placements: Sequence[Placement], opening: Span) -> dict[str | None, int]:
    """Add up for each place how much its mentions speak for it; of a list, each counts as the first does."""
    weights: dict[str | None, int] = {}
    before: Placement | None = None
    weight = 0
    for placement in sorted(placements, key=lambda p: p.start):
        listed = before is not None and _goes_with(report.text, before, placement)
        weight = weight if listed else weight_of(report.text, placement) * (2 if placement.start < opening[1] else 1)
        weights[placement.place_id] = weights.get(placement.place_id, 0) + weight
        before = placement
    return weights


def _goes_with(text: str, before: Placement, placement: Placement) -> bool:
    """Tell whether a mention is one of a list ("Hyesan and Musan") or the unit of the one before ("Hyesan, in Ryanggang")."""
    if _AND.fullmatch(text, before.end, placement.start):
        return True
    unit = placement.place_id is not None and holds(placement.place_id, before.place_id)
    return unit and bool(_UNIT_OF.fullmatch(text, before.end, placement.start))
