"""Relative expressions in English: read from the words right before a mention, and a few behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.cues import ANY, Cued
from borderatlas.gazetteer.measures import COMPASS, DISTANCE, bearing, metres
from borderatlas.models import Relative

if TYPE_CHECKING:
    from borderatlas.models import Place

_THE = r"(?: the)?(?: (?:city|town|county|village|port|border city|border town)(?: of)?)? $"
_THE_RIVER = r"(?: the)?(?: (?:river|yalu|amnok|tumen|tuman)(?: river)?)?"
_SMALL_PLACE = r"(?:hamlet|village|valley|ravine|camp|farm|gully|forest|mountain|hill|settlement)s?"

# Cheap: most mentions have none of these words close by, and need no further reading.
_TRIGGERS = (
    "near", "close to", "outside", "outskirts", "vicinity", "not far", "area", "region", "next to", "just off", "across",
    "over", "opposite", "facing", "side", "bank", "look", "stream", "river", "north", "south", "east", "west", "along",
    "beside", "shore", "edge", "upper", "middle", "lower", "mid", "border", "frontier", "boundary", "of ", "within", "up ",
    "down ", "hamlet", "village", "valley", "around", "between", "link", "connect", "hills", "camp", "farm", "settlement",
    "ravine", "gully", "forest", "mountain", "strip", "belt", "mouth", "source", "fence", "stretch", "distance", "walk", "drive",
    "throw", "beyond", "suburbs", "countryside", "parts", "counties", "shares", "hard by", "short of", "approaches", "waters", "sea off", "coast", "hill", "below", "above", "adjacent", " km", "kilomet",
    " mile", "meters", "metres", " li ",
)  # fmt: skip
_MEASURES = (
    "stream", "river", "yalu", "tumen", "tuman", "amnok", " km", "kilomet", "mile", "meter", "metre", " li ", "north", "south", "east ", "west ",
    "within ", "eastern ", "western ", "below", "above",
)  # fmt: skip
_TRIGGER_LENGTH = 56
_REACH = 100
_RIVER_LENGTH = 44  # how far behind a unit "on the river's edge" may stand
# The last word before a name in every expression below that stands before it.
_LEADS = frozenset({
    "of", "from", "to", "near", "outside", "off", "opposite", "facing", "at", "in", "along", "beside", "with", "between",
    "upper", "middle", "lower", "mid", "around", "the", "beyond", "overlooking", "bordering", "border", "by", "on", "adjoining", "city", "town", "county", "village", "port", "nearby", "below", "above",
})  # fmt: skip
_BEHIND = (
    " bank",
    " border",
    " frontier",
    " shore",
    " upper",
    " lower",
    " mid",
    " that border",
    " which border",
    " river",
    " mouth",
    " estuary",
    " on the ",
    " along ",
    " by the ",
    " outskirts",
    " suburbs",
    " environs",
    " vicinity",
    " delta",
    " riverfront",
    " riverside",
    " riverine",
    " northern border",
    " near the border",
    "'s ",
    "’s ",
)

_NEAR = Cued(
    rf"(?<!\w)(?:near|close to|(?:just )?outside(?: of)?|on the outskirts of|in the vicinity of|not far from|"
    rf"in the (?:area|hills|mountains|fields) (?:around|above|outside|near)|nearby|next to|adjacent to|just off|hard by|short of|on the approaches to|(?:the )?waters off|the (?:sea|coast|shore) off|(?:the )?hills? (?:behind|above|over|beyond)|on the edge of|around|just beyond|overlooking|(?:springs?|hut|post|camp|farm|station|checkpoint|field|hill|forest|wood|village|hamlet|house|warehouse|depot) by|"
    r"in the (?:suburbs|outskirts|countryside|environs|surroundings) (?:of|around)|"
    r"within (?:sight|view|earshot|walking distance|easy reach|striking distance|shouting distance|range) of|"
    r"(?:a (?:short|brief|few minutes[’']?) (?:walk|drive|ride|distance|way)|a stone[’']s throw|walking distance|"
    r"(?:a few|several|a couple of|some|dozens of) (?:hundred )?(?:kilomet(?:er|re)s|km|miles|met(?:er|re)s|yards|minutes))"
    rf"(?: away| outside)? (?:from|of)){_THE}"
)  # fmt: skip
_WITHIN = Cued(rf"(?<!\w)within (?:a radius of |an? )?{DISTANCE}(?: radius)? (?:of|from){_THE}")
# "a checkpoint five kilometers from Musan"; "30 km from Musan to Hoeryong" is the length of a road.
_FROM = Cued(rf"(?<!\w){DISTANCE}(?: away| inland| outside)? (?:from|outside)(?: of)?{_THE}")
_ROUTE = re.compile(r"^ (?:to|and|through|up|down) ")
_ACROSS = Cued(
    rf"(?<!\w)(?:(?:across|over)(?: [\w' ]{{0,24}}?(?:river|border|water|yalu|tumen|amnok|frontier|bridge))? from|"
    rf"(?:directly |just |right )?opposite(?: to)?|facing|(?:that|which) (?:directly )?(?:faces|looks across at)|"
    r"(?:on|from|at|to) the (?:chinese|korean|north korean|russian|other|far) (?:side|bank|shore) of the [\w ]{0,16}?(?:river|yalu|tumen|amnok|tuman|water) from|"
    rf"on the (?:other|opposite|far) (?:side|bank|shore)(?: of the (?:river|border|yalu|tumen|amnok)(?: river)?)? (?:from|to)|"
    rf"(?:which |that )?looks? (?:across|over)(?: the \w+(?: river)?)? (?:at|to)){_THE}"
)  # fmt: skip
# "went over the border from Dandong" is where somebody set out, not where something lies.
_MOVING = re.compile(
    r"(?:went|go|goes|going|gone|c[ao]me|coming|cross\w*|fle[ed]\w*|escap(?:ed|es|ing)|sw[au]m|wad\w+|walk\w*|sneak\w*|slip\w*|smuggl(?:ed|es|ing)|"
    r"sent|brought|carried|moved|r[au]n|got|taken|drove|driv\w+|traffick(?:ed|ing))(?: \w+){0,2} $"
)  # fmt: skip
_STREAM = Cued(
    rf"(?:{DISTANCE} )?(?:(?P<way>down|up)(?:stream|river) (?:of|from)|(?P<verb>down|up){_THE_RIVER} from){_THE}"
)  # fmt: skip
_BELOW = Cued(
    rf"(?<!\w)(?:(?:just|right|a little|slightly|shortly|somewhat|well|far|a short way|a short distance|{DISTANCE}) (?P<way>below|above)|(?P<under>below)){_THE}"
)
_OFFSET = Cued(rf"{DISTANCE} (?:to the )?{COMPASS}(?:ward)? (?:of|from){_THE}")
_DIRECTION = Cued(rf"(?<!\w)(?:to the |lies |just )?{COMPASS}(?:ern (?:outskirts|edge))? of{_THE}")
_AWAY = re.compile(rf"^, {DISTANCE} (?:away|off|distant|from)")
_BANK = re.compile(
    r"(?<!\w)(?:(?:on|along|at|to|from|of|by) (?:the |both |its |either )?(?:[\w-]+ ){0,2}(?:banks?|shores?|riverbanks?|edge|riverside|side) "
    r"of(?: the)?|along(?: (?:much|most|parts?|stretches|sections|the length|the edge|all) of)?(?: the)?|"
    r"beside(?: the)?|near(?: the)?|by the|overlooking(?: the)?|(?:either|both|each|one) (?:shores?|banks?|sides?) of(?: the)?) $"
)  # fmt: skip
_NEAR_AFTER = re.compile(
    r"^(?:['’]s)? (?:outskirts|suburbs|environs|surroundings|hinterland|vicinity|(?:eastern|western|northern|southern) outskirts)(?!\w)"
)
_BANK_AFTER = re.compile(
    r"^(?:'s|’s)? (?:(?:north|south|east|west)(?:ern)? |left |right |chinese |korean |north korean )?(?:banks?|shores?|riverbanks?|riverside)(?!\w)",
    re.IGNORECASE,
)
_RIVERSIDE_AFTER = re.compile(
    r"^,? (?:[\w-]+ ){0,3}(?:on|along|by|at|beside) the (?:river|water)(?:['’]s edge|bank|side|front)?(?: |[.,])"
)
_RIVERSIDE = Cued(
    r"(?<!\w)(?:riverside|riverbanks?|river ?banks?|waterfront|embankment) (?:in|at|of|near|below)(?: the)? $"
)
_REACHES = re.compile(
    r"(?<!\w)(?P<part>upper|middle|lower|mid)(?:[ -](?:reaches|course|stretch(?:es)?|section|part|waters|third) of(?: the)?)? $",
)
_REACHES_AFTER = re.compile(
    r"^(?:['’]s)? (?P<part>upper|middle|lower|mid)(?: |-)(?:reaches|course|stretch(?:es)?|section|part|waters|third)(?!\w)"
)
_HEAD = re.compile(r"(?<!\w)(?:head ?waters|source|springs) of(?: the)? $")
_MOUTH = re.compile(r"(?<!\w)(?:mouth|estuary|delta|outlet) of(?: the)? $")
_MOUTH_AFTER = re.compile(r"^(?:'s|’s)? (?:mouth|estuary|delta|outlet)(?!\w)")
_BORDER_AREA = Cued(
    r"(?<!\w)(?:border|frontier|borderland)(?: (?:areas?|regions?|zones?|strip|sections?|districts?|towns?|villages?|counties))? (?:of|in|along)(?: the)? $"
)  # fmt: skip
_STRIP = re.compile(r"(?<!\w)(?:strip|belt|part|parts|areas?|counties|villages?) of(?: the)? $")
_BORDER_AREA_AFTER = re.compile(
    r"^(?:'s|’s)? (?:river(?:front|side|ine) (?:counties|towns|villages|areas?|districts?)|(?:northern |entire |whole )?(?:border|frontier|borderland))(?: (?:areas?|regions?|zones?|strip|sections?|counties|towns?|villages?|belt|lands?))?"
    r"(?! (?:guards?|troops?|patrols?|security|officials?|police|control|brigade))(?!\w)"
)  # fmt: skip
_ALONG_AFTER = re.compile(
    r"^ (?:along|on|near|bordering|next to) the (?:border|frontier|river)(?!\w)|^ (?:that |which )?(?:borders?|bordering|adjoins?|facing|faces?) (?:China|Russia|North Korea|the border|the river)(?!\w)"
)
_ALONG_BORDER = Cued(
    r"(?<!\w)(?:along|across|at|on|near|of) (?:the |its |their |his |our )?(?:[\w-]+ )?(?:border|frontier|boundary)(?: (?:area|region|zone|line|river)s?)? "
    r"(?:between|of)(?: the)? $|(?<!\w)(?:border|frontier|boundary)(?: (?:area|region|zone|line|river)s?)? (?:(?:that |which )?(?:\w+ ){1,3}shares? )?with(?: the)? $|"
    r"(?<!\w)(?:areas?|regions?|counties|towns?|provinces?|villages?|districts?) (?:bordering|that border|which border|adjoining)(?: on)?(?: the)? $"
)  # fmt: skip
_ALONG_BORDER_AFTER = re.compile(
    r"^(?:'s|’s) (?:[\w-]+ )?(?:border|frontier|boundary)(?! (?:guards?|troops?|patrols?|security|officials?))(?: (?:area|region|zone|line)s?)? with(?!\w)"
)  # fmt: skip
_IN_A_UNIT = Cued(
    rf"(?<!\w){_SMALL_PLACE} (?:\w+ )?(?:in|of)(?: the)?(?: (?:hills|mountains|north|south|east|west|interior) of)?(?: the)? $",
)
_BETWEEN = re.compile(r"(?<!\w)between(?: the)?(?: (?:city|town|county) of)? $")
_STRETCH = re.compile(
    r"(?<!\w)(?:stretch|section|reach|line|fence|bank|riverside|riverbank|embankment|dike|dyke|levee|wire|wall|barrier|shoreline|road|path)(?:es|s)?(?: of \w+)?(?: (?:that |which )?(?:runs?|runs|running))? from(?: the)? $",
)
_LINKING = re.compile(
    r"(?<!\w)(?:linking|connecting|joining|that (?:links|connects|joins)|which (?:links|connects|joins)|between)(?: the)?(?: (?:city|town|county) of)? $"
)  # fmt: skip
_CROSSING = re.compile(
    r"(?<!\w)(?:bridge|crossing|customs|customs (?:house|office|post)|border gate|port of entry|ferry)s?,? (?:that |which )?(?:\w+ )?$"
)  # fmt: skip
_DASHES = frozenset("-–—－")
_SECTION_AFTER = re.compile(r"^ (?:section|stretch|sector|segment|reach|border section|river section)")
_BRIDGE_AFTER = re.compile(r"^ (?:\w+ )?(?:bridge|crossing|customs)|^ ?(?:대교|철교|다리|세관|통상구)")
_DEALINGS = re.compile(
    r"(?<!\w)(?:roads?|railways?|railroads?|rail|highways?|routes?|bus(?:es)?|lines?|traffic|trade|talks?|ties|relations|agreements?|cooperation|"
    r"exchanges?|business|flights?|trains?|calls?|price|prices|gap|difference)(?: (?!halfway|midway|lying|running|somewhere)\w+)? $"
)  # fmt: skip
_RIVERS = frozenset({"river", "tributary"})
_UNITS = frozenset({"province", "prefecture", "county", "city"})


def read(before: str, after: str, place: Place, cues: int = ANY) -> Relative | None:
    """Read the relation that the words about a mention say; None where they say none."""
    before = before[-_REACH:].lower()
    leads = before.rsplit(None, 1)[-1:]
    tail = before[-_TRIGGER_LENGTH:]
    led = bool(leads) and leads[0] in _LEADS and any(word in tail for word in _TRIGGERS)
    if not led and not after.startswith(_BEHIND) and " the river" not in after[:_RIVER_LENGTH]:
        return None
    found = _measured(before, after, place, cues) if any(word in before for word in _MEASURES) else None
    return found or _placed(before, after, place, cues)


def _measured(before: str, after: str, place: Place, cues: int) -> Relative | None:  # noqa: PLR0911 - one return a rule
    """Read distances and directions."""
    if match := _STREAM.search(before, cues):
        way = match["way"] or match["verb"]
        return Relative("downstream" if way == "down" else "upstream", distance_m=metres(match))
    if place.river_km is not None and place.kind != "mountain" and (match := _BELOW.search(before, cues)):
        down = match["under"] or match["way"] == "below"
        return Relative("downstream" if down else "upstream", distance_m=metres(match))
    if match := _WITHIN.search(before, cues):
        return Relative("near", distance_m=metres(match))
    if match := _OFFSET.search(before, cues):
        return Relative("offset", distance_m=metres(match), bearing_deg=bearing(match))
    if (match := _FROM.search(before, cues)) and not _ROUTE.match(after):
        return Relative("near", distance_m=metres(match))
    if match := _DIRECTION.search(before, cues):
        away = _AWAY.match(after)
        return Relative("offset", distance_m=metres(away) if away else None, bearing_deg=bearing(match))
    return None


def _placed(before: str, after: str, place: Place, cues: int) -> Relative | None:
    match = _ACROSS.search(before, cues)
    if match and not (match.group().startswith(("over", "across")) and _MOVING.search(before[: match.start()])):
        return Relative("across_from")
    if place.kind in _RIVERS:
        return _of_a_river(before, after)
    if place.kind == "country":
        along = _ALONG_BORDER.search(before, cues) or _ALONG_BORDER_AFTER.match(after)
        return Relative("along_border") if along else None
    if _RIVERSIDE.search(before, cues) or _RIVERSIDE_AFTER.match(after):
        return Relative("bank_of")
    return _of_ground(before, after, place, cues)


def _of_ground(before: str, after: str, place: Place, cues: int) -> Relative | None:
    if place.kind in _UNITS and (
        _BORDER_AREA_AFTER.match(after) or (_STRIP.search(before) and _ALONG_AFTER.match(after))
    ):
        return Relative("border_area")
    if _BORDER_AREA.search(before, cues):
        return Relative("border_area")
    if place.kind == "county" and _IN_A_UNIT.search(before, cues):
        return Relative("within")
    return Relative("near") if _NEAR.search(before, cues) or _NEAR_AFTER.match(after) else None


def _of_a_river(before: str, after: str) -> Relative | None:
    if _MOUTH.search(before) or _MOUTH_AFTER.match(after):
        return Relative("reaches", part="mouth")
    if _HEAD.search(before):
        return Relative("reaches", part="upper")
    if match := _REACHES.search(before) or _REACHES_AFTER.match(after):
        part = match["part"]
        return Relative("reaches", part="middle" if part == "mid" else part)
    return Relative("bank_of") if _BANK.search(before) or _BANK_AFTER.match(after) else None


def read_pair(before: str, between: str, after: str) -> str | None:
    """Read ``crossing`` ("the bridge linking A with B") or ``between`` ("between A and B"); None for neither."""
    before = before[-_REACH:].lower()
    if (match := _LINKING.search(before)) and _CROSSING.search(before[: match.start()]):
        return "crossing"
    if between.strip() in _DASHES:
        if _BRIDGE_AFTER.match(after):
            return "crossing"
        return "between" if _SECTION_AFTER.match(after) else None
    if between.strip().lower().startswith(("to", "down", "up", "as far", "all the")):
        return "between" if _STRETCH.search(before) else None
    match = _BETWEEN.search(before)
    return "between" if match is not None and not _DEALINGS.search(before[: match.start()]) else None
