"""Relative expressions: "near Sinuiju", "across the river from Hyesan", "30 km downstream of Manpo", 맞은편, 上游.

Read from the words right before and behind a mention, in English, Korean and Chinese; what the words mean on the
ground is worked out in `grounds`. Time is not space: "near the end of March in Hyesan" has no relation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.models import Relative

if TYPE_CHECKING:
    from borderatlas.models import Place, Relation

_THE = r"(?: the)?(?: (?:city|town|county|village|port|border city|border town)(?: of)?)? $"
_DISTANCE = r"(?P<number>\d+(?:[.,]\d+)?) ?-?(?P<unit>kilomet(?:er|re)s?|km|miles?|mi|met(?:er|re)s?|m|li)"
_METRES = {"k": 1_000.0, "mi": 1_609.344, "l": 500.0, "m": 1.0}
_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_COMPASS = r"(?P<point>north-?east|north-?west|south-?east|south-?west|north|south|east|west)"

_NEAR = re.compile(
    rf"(?<!\w)(?:near|close to|(?:just )?outside(?: of)?|on the outskirts of|in the vicinity of|not far from|in the area (?:around|of)|nearby|next to|just off){_THE}",
    re.IGNORECASE,
)
_ACROSS = re.compile(
    rf"(?<!\w)(?:(?:across|over)(?: [\w' ]{{0,24}}?(?:river|border|water|yalu|tumen|amnok|frontier|bridge))? from|(?:directly |just )?opposite(?: to)?|facing|on the (?:other|opposite) (?:side|bank)(?: of the (?:river|border))? (?:from|to)|(?:which |that )?looks? (?:across|over)(?: the \w+(?: river)?)? (?:at|to)){_THE}",
    re.IGNORECASE,
)
# Cheap: most mentions have none of these words close by, and need no further reading.
_TRIGGER = re.compile(
    r"near|close to|outside|outskirts|vicinity|not far|area|region|next to|just off|across|over|opposite|facing|side|bank|"
    r"looks?|stream|river|north|south|east|west|along|beside|shore|edge|upper|middle|lower|mid|border|frontier|boundary|of ",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"\d|(?:stream|river) (?:of|from)")
_REACH = 90
_TRIGGER_LENGTH = 48
_BEHIND = (" bank", " border", " frontier", " shore", " river", " borderland", "'s", "’s")
_SUFFIX_LENGTH = 4
_AND_LENGTH = 32

# "went over the border from Dandong" is where somebody set out, not where something lies.
_MOVING = re.compile(
    r"(?:went|go|goes|going|gone|c[ao]me|coming|cross\w*|fle[ed]\w*|escap\w+|sw[au]m|walk\w*|sneak\w*|slip\w*|smuggl\w+|sent|brought|carried|moved|r[au]n|got|taken|drove|driv\w+|traffick\w*)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_STREAM = re.compile(
    rf"(?:(?:about |some |around |roughly )?{_DISTANCE} )?(?P<way>down|up)(?:stream|river) (?:of|from){_THE}",
    re.IGNORECASE,
)
_OFFSET = re.compile(rf"{_DISTANCE} (?:to the )?{_COMPASS}(?:ward)? (?:of|from){_THE}", re.IGNORECASE)
_BANK = re.compile(
    r"(?<!\w)(?:(?:on|along|at|to|from|of|by) (?:the |both |its |either )?(?:[\w-]+ )?(?:banks?|shores?|riverbanks?|edge|riverside) of(?: the)?|along(?: the)?|beside(?: the)?|near(?: the)?) $",
    re.IGNORECASE,
)
_BANK_AFTER = re.compile(r"^(?:'s|’s)? (?:banks?|shores?|riverbanks?|riverside)(?!\w)")
_REACHES = re.compile(
    r"(?<!\w)(?P<part>upper|middle|lower|mid)(?: (?:reaches|course|stretch(?:es)?|section|part|waters) of(?: the)?)? $",
    re.IGNORECASE,
)
_BORDER_AREA = re.compile(
    r"(?<!\w)(?:border|frontier|riverside|borderland)(?: (?:areas?|regions?|zones?|strip|sections?|districts?|towns?|villages?|counties))? (?:of|in|along)(?: the)? $",
    re.IGNORECASE,
)
_BORDER_AREA_AFTER = re.compile(
    r"^(?:'s|’s)? (?:border|frontier|borderland)(?: (?:areas?|regions?|zones?|strip|sections?|counties))?(?! (?:guards?|troops?|patrols?|security|officials?|police|control|brigade))(?!\w)",
    re.IGNORECASE,
)
_ALONG_BORDER = re.compile(
    r"(?<!\w)(?:along|across|at|on|near|of) (?:the |its |their |his |our )?(?:[\w-]+ )?(?:border|frontier|boundary)(?: (?:area|region|zone|line|river)s?)? (?:with|between|of)(?: the)? $",
    re.IGNORECASE,
)
_ALONG_BORDER_AFTER = re.compile(
    r"^(?:'s|’s) (?:[\w-]+ )?(?:border|frontier|boundary)(?! (?:guards?|troops?|patrols?|security|officials?))(?: (?:area|region|zone|line)s?)? with(?!\w)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<!\w)between(?: the)?(?: (?:city|town|county) of)? $", re.IGNORECASE)
_LINKING = re.compile(
    r"(?<!\w)(?:linking|connecting|joining|that (?:links|connects|joins)|which (?:links|connects|joins)|between)(?: the)?(?: (?:city|town|county) of)? $",
    re.IGNORECASE,
)
_CROSSING = re.compile(
    r"(?<!\w)(?:bridge|crossing|customs|customs (?:house|office)|border gate|port of entry|ferry)s? (?:that |which )?(?:\w+ )?$",
    re.IGNORECASE,
)
_DEALINGS = re.compile(
    r"(?<!\w)(?:roads?|railways?|railroads?|rail|highways?|routes?|bus(?:es)?|lines?|traffic|trade|talks?|ties|relations|agreements?|cooperation|exchanges?|business|flights?|trains?|calls?|price|prices|gap|difference)(?: \w+)? $",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:and|with|to|와|과|하고|和|与|跟|、|~)\s*(?:the )?(?:(?:city|town|county) of )?", re.IGNORECASE
)

_KO: tuple[tuple[Relation, re.Pattern[str], str | None], ...] = (
    ("across_from", re.compile(r"^(?:의|과|와)?\s*(?:강\s*)?(?:맞은편|건너편|맞은 편|건너 편|마주)"), None),
    ("border_area", re.compile(r"^(?:의|쪽)?\s*(?:국경|접경|변경)\s*(?:지역|지대|일대|마을)"), None),
    ("reaches", re.compile(r"^\s*상류"), "upper"),
    ("reaches", re.compile(r"^\s*중류"), "middle"),
    ("reaches", re.compile(r"^\s*하류"), "lower"),
    ("bank_of", re.compile(r"^\s*(?:강변|강가|강둑|유역|기슭|연안|변|가)(?![가-힣]*?(?:경|하))"), None),
    ("near", re.compile(r"^\s*(?:인근|부근|근처|주변|외곽|근교)"), None),
)
_ZH: tuple[tuple[Relation, re.Pattern[str], str | None], ...] = (
    ("across_from", re.compile(r"^(?:的)?(?:江|河)?(?:对岸|對岸|对面|對面)|^隔江"), None),
    ("border_area", re.compile(r"^(?:的|一侧)?(?:边境|邊境|边界)(?:地区|地區|地带|一带|沿线)"), None),
    ("reaches", re.compile(r"^上游"), "upper"),
    ("reaches", re.compile(r"^中游"), "middle"),
    ("reaches", re.compile(r"^下游"), "lower"),
    ("bank_of", re.compile(r"^(?:江)?(?:岸边|岸邊|沿岸|沿线|江边|河畔|江畔|畔|边(?!境|界)|两岸)"), None),
    ("near", re.compile(r"^(?:的)?(?:附近|周边|周邊|郊外|近郊|一带|一帶|外围)"), None),
)
_RIVERS = frozenset({"river", "tributary"})
_UNITS = frozenset({"province", "prefecture", "county", "city"})
_NOT_A_DISC = frozenset({"country", "region", "province", "prefecture", "river", "tributary"})


def read_relation(before: str, after: str, place: Place) -> Relative | None:
    """Read how the words around a mention relate the ground they mean to the place it names.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence, white space folded.
    place : Place
        What the mention names.

    Returns
    -------
    Relative or None
        None when the place itself is meant. Relations of two places are read by `read_pair`.
    """
    found = None
    before = before[-_REACH:]
    if _TRIGGER.search(before[-_TRIGGER_LENGTH:]) or after.startswith(_BEHIND):
        found = (_measured(before) if _MEASURE.search(before) else None) or _english(before, after, place)
    if found is None and not after[:_SUFFIX_LENGTH].isascii():
        found = _suffixed(after)
    return found if found is not None and _fits(found, place) else None


def _measured(before: str) -> Relative | None:
    if match := _STREAM.search(before):
        return Relative("downstream" if match["way"].lower() == "down" else "upstream", distance_m=_metres(match))
    if match := _OFFSET.search(before):
        bearing = _POINTS.index(match["point"].lower().replace("-", "")) * 45.0
        return Relative("offset", distance_m=_metres(match), bearing_deg=bearing)
    return None


def _metres(match: re.Match[str]) -> float | None:
    if not match["number"]:
        return None
    unit = match["unit"].lower()
    factor = next(
        value for start, value in _METRES.items() if unit.startswith(start) and (start != "m" or unit != "mi")
    )
    return float(match["number"].replace(",", ".")) * factor


def _english(before: str, after: str, place: Place) -> Relative | None:
    match = _ACROSS.search(before)
    if match and not (match.group().lower().startswith(("over", "across")) and _MOVING.search(before[: match.start()])):
        return Relative("across_from")
    if place.kind in _RIVERS:
        return _of_a_river(before, after)
    if place.kind == "country":
        along = _ALONG_BORDER.search(before) or _ALONG_BORDER_AFTER.match(after)
        return Relative("along_border") if along else None
    if _BORDER_AREA.search(before) or (place.kind in _UNITS and _BORDER_AREA_AFTER.match(after)):
        return Relative("border_area")
    return Relative("near") if _NEAR.search(before) else None


def _of_a_river(before: str, after: str) -> Relative | None:
    if match := _REACHES.search(before):
        part = match["part"].lower()
        return Relative("reaches", part="middle" if part == "mid" else part)
    return Relative("bank_of") if _BANK.search(before) or _BANK_AFTER.match(after) else None


def _suffixed(after: str) -> Relative | None:
    for relation, pattern, part in (*_KO, *_ZH):
        if pattern.match(after):
            return Relative(relation, part=part)
    return None


def _fits(found: Relative, place: Place) -> bool:
    """Tell whether a relation makes sense for a kind of place: a river has banks, a town has surroundings."""
    if found.relation in {"bank_of", "reaches"}:
        return place.kind in _RIVERS
    if found.relation == "near":
        return place.kind not in _NOT_A_DISC
    if found.relation == "border_area":
        return place.kind in _UNITS
    if found.relation in {"across_from", "downstream", "upstream"}:
        return place.river_km is not None
    return True


def read_pair(before: str, between: str, left: Place, right: Place) -> Relative | None:
    """Read "between A and B" and "the bridge linking A with B", for the left of the two places.

    Parameters
    ----------
    before : str
        What stands before the left mention, inside its sentence.
    between : str
        What stands between the two mentions.
    left, right : Place
        What they name.

    Returns
    -------
    Relative or None
        ``crossing`` or ``between`` with the right place as `other`; the caller gives the right mention its mirror.
    """
    if len(between) > _AND_LENGTH or not _AND.fullmatch(between):
        return None
    if (match := _LINKING.search(before)) and _CROSSING.search(before[: match.start()]):
        return Relative("crossing", other=right.id)
    match = _BETWEEN.search(before)
    if match is None or _DEALINGS.search(before[: match.start()]):
        return None
    riverside = left.river is not None and left.river == right.river and _RIVERS.isdisjoint({left.kind, right.kind})
    return Relative("between", other=right.id) if riverside else None
