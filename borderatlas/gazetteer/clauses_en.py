"""Relative expressions in English that a clause tells, and no preposition by itself.

"The road that links A with B", "A and its twin B are joined by a bridge", "from Dandong, the sheds on the far bank",
"separated from Hyesan by the river", "higher up the Tumen than Musan". Asked where `expressions_en` finds nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.cues import ANY, AnyOf, Cued
from borderatlas.gazetteer.expressions_en import THE
from borderatlas.gazetteer.measures import COMPASS, bearing
from borderatlas.models import Relative

if TYPE_CHECKING:
    from borderatlas.models import Place

_REACH = 100
_RIVERS = frozenset({"river", "tributary"})
_TOWNS = frozenset({"city", "county", "settlement", "district"})
_WATER = re.compile(
    r"(?<!\w)(?:river|water|waters|stream|channel|ice|current|yalu|tumen|amnok|tuman)(?!\w)", re.IGNORECASE
)

# "Separated from Hyesan by the river", "a river's width from Hyesan": what lies on the other bank.
_PARTED = Cued(
    rf"(?<!\w)(?:separat(?:es?|ed|ing)|divid(?:es?|ed|ing)|part(?:s|ed)|cuts? off|set apart|split)(?: [\w’'-]+){{0,4}} from{THE}"
)
_WIDTH = Cued(
    rf"(?<!\w)(?:(?:river|stream|water|channel)[’']?s?[’' -]? ?(?:width|breadth)|a (?:short )?(?:swim|wade|row|raft ride|boat ride|ferry ride))(?: away)? from{THE}"
)
# "The tower faced Changbai"; "faces Sinuiju officials" is another matter.
_FACES = Cued(
    rf"(?<!\w)(?<!which )(?<!that )(?:faces?|faced|fronts?|fronted|confronts?|mirrors|stares? (?:straight |right |down )?(?:at|into)|stared at|"
    rf"(?:loudspeakers?|speakers?|searchlights?|floodlights?|cameras?|telescopes?|antennas?|dishes|windows|balcon(?:y|ies)|guns?)(?: [\w-]+){{0,3}}"
    rf" (?:aimed|pointed|pointing|trained|directed|turned|facing|looking) (?:at|on|to|towards?|onto|into)){THE}"
)
_NO_FACE = re.compile(
    r"^(?:['’]s|,? (?:officials?|courts?|police|authorities|customs|guards?|prison|residents?|traders?|market|competition|charges?|problems?))(?!\w)"
)
# "From a window in Dandong, the sheds on the far bank": what is seen from a place is not in it.
_VIEWED = re.compile(
    r"(?<!\w)(?:seen|viewed|visible|watched|watching|filmed|photographed|pictured|spotted|observed|looking|gazing|peering|staring|glimpsed|heard|(?:^|\W)from (?:[\w’'-]+ ){0,8}?(?:window|hotel|tower|deck|platform|roof|rooftop|bank|shore|promenade|hill|hillside|wharf|pier|terrace|balcony|road|car|boat)s?(?: [\w-]+){0,3}|^\W{0,2}from)(?!\w)",
    re.IGNORECASE,
)
_OVER_THERE = Cued(
    r"^(?P<gap>[^.;]{0,64}?)(?<!\w)(?:(?:on|along|at|from|lining|of) the (?:opposite|other|far|farther|further|facing) (?:bank|shore|side|riverbank|waterfront)(?! of the (?!river|water|yalu|tumen|amnok))|"
    r"across the (?:\w+ )?(?:river|water|stream|yalu|tumen|amnok|border|frontier)|over the (?:river|water|border)|beyond the (?:river|water))(?!\w)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?<!\w)(?:ship|sent|send|cross|fle[ed]|escap|smuggl|sw[au]m|wad|carr|go(?!\w|od)|going|went|t[ao]k|brought|bring|sell|sold|trad|travel|drov|driv|sail|row|ran|call|phon|relative|famil|brother|sister)",
    re.IGNORECASE,
)

_WAY_UP = Cued(
    r"(?<!\w)(?:further|farther|higher|lower|deeper|well|far|way|some way|some distance|a (?:short|long|little|good) way|a little|"
    r"(?:\w+ )?(?:bends?|villages?|valleys?|hamlets?|bridges?|dams?|stops?|stations?|posts?|fords?)) (?P<way>up|down)"
    rf"(?: ?(?:stream|river)| (?:the )?(?:\w+ )?(?:river|valley|stream|yalu|tumen|amnok|tuman|bank|shore))? (?:than|from|of){THE}"
)

_NOT_FAR = Cued(
    r"(?<!\w)(?:a (?:short|quick|brief|easy|mere|bumpy) (?:hop|trip|ride|drive|walk|bus ride|train ride|stroll|step|hike|climb|journey|jog|haul)|"
    r"(?:a (?:little|short|good|fair|long)|some|a fair bit of a) (?:way|distance)|no (?:great )?distance|(?:mere |just |only |\w+ )?(?:minutes|moments|steps|paces|yards|metres|meters|feet|blocks|stops)|"
    r"(?:up|down|along|off) the (?:road|coast|track|line|highway|railway|tracks|lane|path)|inland|landward|a (?:valley|ridge|hill|pass) (?:away|over|back)|round the (?:corner|bend)|"
    rf"(?:one|two|three|four|five|a few|several) (?:villages?|stops?|stations?|valleys?|ridges?))(?: away| over| back)? from{THE}"
)
_COUNTRY_NEAR = Cued(
    r"(?<!\w)(?:(?:hills?|mountains?|forests?|woods|woodland|fields?|slopes?|ridges?|heights|orchards?|padd(?:y|ies)|valleys?|gull(?:y|ies)|ravines?|scrub|marsh(?:es)?|wetlands?|plain|roads?|tracks?|shacks?|huts?|sheds?|houses?|farms?|hamlets?|villages?|posts?|checkpoints?|barracks|warehouses?|pits?|mines?|quarr(?:y|ies)|graves?|cemetery|bend|line|well|just|right|shortly|soon|immediately|somewhere|out) "
    r"(?:back of|in back of|behind|above|beyond|past|outside|round|backing(?: onto)?|girdling|ringing|bordering|adjoining|abutting|neighbou?ring|before|shy of|this side of)|"
    r"(?:that |which )?(?:abuts?|abutting|adjoins?|adjoining|neighbou?rs|backs? onto|backing onto|borders? on|bordering on)|"
    rf"(?:on )?(?:the )?(?:landward|seaward|inland|eastern|western|northern|southern|uphill|downhill|near|far|other) (?:side|flank|end|approaches|edge) of|on (?:the )?(?:road|way|track|path|highway|line) (?:out of|just outside)){THE}"
)
_ITS_EDGE = Cued(
    r"^['’]s (?:\w+ern |very |outer )?(?:doorstep|back ?yard|edges?|margins?|rim|gates|threshold|approaches|surrounds|exurbs|perimeter|outer districts?|green belt)(?!\w)"
)
_ITS_NORTH = Cued(
    rf"^['’]s (?:immediate |far |near )?{COMPASS}(?=$|[ .,;](?!korea|side|bank|shore|coast))", re.IGNORECASE
)

_STATE = r"(?: (?:swollen|frozen|half-frozen|flooded|icy|narrow|muddy|raging|shallow|dark|brown|grey|gray|rising|fast-flowing|sluggish|thawing|low|broad|chinese|korean|north korean))?"
_ON_THE_WATER = Cued(
    r"(?<!\w)(?:village|hamlet|town|township|settlement|farm|camp|jetty|pier|wharf|port|outpost|checkpoint|barracks|watchtower|post|beach|park|hotel|resort|promenade|terrace|landing|mooring|slipway|station|factory|mill|quarry|pump house|lookout|field|guesthouse)s? "
    rf"(?:up |down |right |set |built |standing |perched |lying )?on the{_STATE} $|"
    rf"(?<!\w)(?:(?:right|all the way|straight|clear|sloping|slopes?|running|runs|leading|leads|drops?|dropping|falls|falling|stretching|strung|reaching|steps|stairs|ramp|path) (?:right |all the way |straight )?down to|"
    rf"jut(?:s|ting|ted)? (?:out )?(?:in)?to|project(?:s|ing)? into|overhang(?:s|ing)?|fringing|edging|abutting|backing onto|dug in (?:beside|along|by|on)|(?:all |strung |posted |spaced |hidden |stationed |planted |grazing )?(?:along|beside)) the{_STATE} $"
)
_TIDAL = Cued(r"(?<!\w)(?:(?P<lower>tidal|estuarine|lowermost|lowest)|(?P<upper>uppermost|topmost|infant|youngest)) $")
_NEAR_ITS_END = Cued(
    r"(?<!\w)(?:near|at|close to|towards?|above|below|around|by|from|not far from) its (?P<part>source|sources|headwaters|head|springs|mouth|estuary|delta|upper reaches|lower reaches|middle reaches),?(?: the)? $"
)
_ITS_LAST = Cued(
    r"^['’]s (?:(?P<lower>last|final|closing|lowermost|lowest)|(?P<upper>first|uppermost|topmost|opening|highest)) (?:[\w.-]+ )?(?:kilomet(?:er|re)s?|km|miles?|stretch|leg|bends?|reach(?:es)?|section|few)(?!\w)"
)
_RISES = Cued(
    r"^ (?:river )?(?:(?P<upper>rises|springs|begins|starts|originates)|(?P<lower>ends|peters out|fans out|widens into))(?!\w)"
)
# "Where the Ai River runs into the Yalu": the end of the lesser one, a bank of the greater.
_JOINS = Cued(
    r"^ (?:river |stream |creek )?(?:(?:runs|flows|empties|pours|drains|spills|falls|feeds|discharges|debouches|comes) (?:down )?into|meets|enters|joins|reaches) the (?:yalu|tumen|amnok|tuman|main|border|larger|great)",
    re.IGNORECASE,
)
_CONFLUENCE = Cued(r"(?<!\w)(?:confluence|junction|meeting|meeting point|meeting place|joining) of the $")
_JOINED_BY = Cued(
    r"(?<!\w)(?:confluence|junction|meeting|meeting point|mouth) of the [\w’' -]{2,24} (?:and|with)(?: the)? $|"
    r"(?<!\w)where (?:the )?[\w’' -]{2,24} (?:(?:runs|flows|empties|pours|drains|spills|falls|feeds|discharges|debouches|comes) (?:down )?into|meets|enters|joins|reaches)(?: the)? $"
)
_PARTS = {"source": "upper", "sources": "upper", "headwaters": "upper", "head": "upper", "springs": "upper", "upper reaches": "upper",
          "lower reaches": "lower", "middle reaches": "middle", "mouth": "mouth", "estuary": "mouth", "delta": "mouth"}  # fmt: skip

_DIVIDES = Cued(
    r"(?<!\w)(?:line|boundary|fence|wall|wire|river|rivers|stream|water|barrier|ridge)s? (?:that |which )?(?:now )?(?:divid(?:es|ing)|separat(?:es|ing)|part(?:s|ing)|splits|mark(?:s|ing) off|cuts off) "
    r"[\w’' -]{2,24} from(?: the)? $|(?<!\w)(?:border|frontier|boundary|kilomet(?:er|re)s|km|miles|line|stretch)[\w, ’'-]{0,50} (?:shares?|shared|has|have) (?:\w+ ){0,2}?with(?: the)? $"
)

_BEFORE_ENDS = ("from", "of", "than", "the", "at", "into", "on", "to", "onto", "towards", "toward", "with")

# Of two places.
_ROAD = (
    r"(?:(?:rail|power|bus|tram|phone|pipe|trunk) ?lines?|roads?|highways?|expressways?|motorways?|railways?|railroads?|lines?|tracks?|trails?|footpaths?|paths?|routes?|"
    r"lanes?|tunnels?|fences?|wires?|cables?|pipelines?|dikes?|dykes?|levees?|embankments?|corridors?|valleys?|gorges?|strips?|belts?)"
)
_LINK = r"(?:linking|connecting|joining|that (?:now |once )?(?:links|connects|joins|linked|connected|joined|ties|runs between)|which (?:now |once )?(?:links|connects|joins|linked|connected|joined))"
_A_TOWN = r"(?: the)?(?: (?:[\w-]+ ){0,3}(?:city|town|county|cities|towns|counties|villages|ports)(?: of)?)? $"
_ROAD_LINKS = re.compile(rf"(?<!\w){_ROAD}(?: (?!that|which|linking)\w+){{0,2}},? {_LINK}{_A_TOWN}")
_HALFWAY = re.compile(
    rf"(?<!\w)(?:half-?way|mid-?way|part-?way|part of the way|some of the way|a third of the way|two thirds of the way|most of the way|somewhere)"
    rf"(?: (?:along|down|up|on) the (?:\w+ )?(?:{_ROAD}|way|river|bank|shore))?(?: leading| running)? from(?: the)? $"
)
_SPAN_FROM = re.compile(
    r"(?<!\w)(?:bridges?|span|viaduct|causeway|ferry|cable car|pontoon|footbridge|culvert)(?: (?:that |which )?(?:runs|leads|leading|running|carrying|carries|taking|takes|goes|going|crosses|crossing|over|across)(?: [\w-]+){0,2})?,? from(?: the)? $"
)
_JOINED = re.compile(
    r"^,? (?:are|were|have been|had been|is|was|now)(?: \w+)? (?:joined|linked|connected|bridged|tied|coupled|served)(?: (?:up|together|to each other))?(?: only)? (?:by|via|with|through) "
    rf"(?:an?|the|one|two|three|its|their|several)? ?(?:[\w-]+ ){{0,5}}?(?:(?P<span>bridges?|span|viaduct|causeway|crossings?|ferr(?:y|ies)|pontoons?)|{_ROAD})(?!\w)"
)

# What says a relation of one place; the patterns left out qualify others, or are of two places.
_SAYING = AnyOf(globals(), but=(_WATER, _NO_FACE, _VIEWED, _MOVED, _ROAD_LINKS, _HALFWAY, _SPAN_FROM, _JOINED))


def read(before: str, after: str, place: Place, cues: int = ANY) -> Relative | None:
    """Read the relation that a clause about a mention says; None where it says none.

    Parameters
    ----------
    before, after : str
        What stands before and behind the mention, inside its sentence, white space folded.
    place : Place
        What the mention names.
    cues : int
        The cues that stand there.
    """
    if not cues & _SAYING.bits:
        return None
    tail = before[-_REACH:].lower()
    leads = tail.rsplit(None, 1)[-1:]
    if not leads:
        return None
    if place.kind in _RIVERS:
        return _of_a_river(tail, after, cues)
    if place.kind == "country":
        return Relative("along_border") if _DIVIDES.search(tail, cues) else None
    if place.kind not in _TOWNS:
        return None
    return _facing(before, tail, after, cues) or _beside(tail, after, place, cues)


def _facing(before: str, tail: str, after: str, cues: int) -> Relative | None:
    """Read what lies on the other bank."""
    if _WIDTH.search(tail, cues) or (_PARTED.search(tail, cues) and (_WATER.search(tail) or _WATER.search(after[:60]))):
        return Relative("across_from")
    if _FACES.search(tail, cues) and not _NO_FACE.match(after):
        return Relative("across_from")
    if " the " in after and (match := _OVER_THERE.match(after, cues)) and _VIEWED.search(before[-_REACH:]):
        return None if _MOVED.search(match["gap"]) else Relative("across_from")
    return None


def _beside(tail: str, after: str, place: Place, cues: int) -> Relative | None:
    """Read what lies up or down the river, to one side, or not far."""
    if place.river_km is not None and (match := _WAY_UP.search(tail, cues)):
        return Relative("upstream" if match["way"] == "up" else "downstream")
    if tail.endswith("to ") and (match := _ITS_NORTH.match(after.lower(), cues)):
        return Relative("offset", bearing_deg=bearing(match))
    near = _NOT_FAR.search(tail, cues) or _COUNTRY_NEAR.search(tail, cues) or _ITS_EDGE.match(after, cues)
    return Relative("near") if near else None


def _of_a_river(tail: str, after: str, cues: int) -> Relative | None:
    """Read the end of a river that is meant, or its bank."""
    if match := _NEAR_ITS_END.search(tail, cues):
        return Relative("reaches", part=_PARTS[match["part"]])
    if match := _TIDAL.search(tail, cues) or _ITS_LAST.match(after, cues) or _RISES.match(after, cues):
        return Relative("reaches", part="upper" if match["upper"] else "lower")
    if _JOINS.match(after, cues) or _CONFLUENCE.search(tail, cues):
        return Relative("reaches", part="mouth")
    return Relative("bank_of") if _ON_THE_WATER.search(tail, cues) or _JOINED_BY.search(tail, cues) else None


def read_pair(before: str, between: str, after: str) -> str | None:
    """Read ``between`` ("the road that links A with B") or ``crossing`` ("A and B are joined by a bridge")."""
    before, joint = before[-_REACH:].lower(), between.strip().lower()
    if joint.startswith(("and", "with", "to")) and _ROAD_LINKS.search(before):
        return "between"
    if "to" in joint and _SPAN_FROM.search(before):
        return "crossing"
    if joint.startswith(("to", "down", "up", "and")) and _HALFWAY.search(before):
        return "between"
    if (match := _JOINED.match(after)) and joint.startswith("and"):
        return "crossing" if match["span"] else "between"
    return None
