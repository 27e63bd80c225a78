"""Relative expressions in English: read from the words right before a mention, and a few behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.gazetteer.cues import ANY, AnyOf, Cued
from borderatlas.gazetteer.measures import COMPASS, COMPASS_LETTERS, DISTANCE, bearing, metres
from borderatlas.models import Relative

if TYPE_CHECKING:
    from borderatlas.models import Place

# "the", "the North Korean city of", "China's border town of", "the nearby county seat"
THE = (
    r"(?:(?: the)?(?: (?:north korea|china|russia|the north|jilin|liaoning)['’]s)?(?: (?:[\w-]+ ){0,4}?(?:city|town|county|county seat|village|port|district|township|hamlet|settlement|capital)(?: (?:of|called|named))?)?"
    r"| (?:the )?(?:nearby |neighbou?ring )?(?:north korean|korean|chinese|russian|nearby|neighbou?ring)) $"
)
_THE_RIVER = r"(?: the)?(?: (?:river|yalu|amnok|tumen|tuman)(?: river)?)?"
_SMALL_PLACE = r"(?:hamlet|village|valley|ravine|camp|farm|gully|forest|mountain|hill|settlement)s?"

# Cheap: most mentions have none of these words close by, and need no further reading.
_TRIGGERS = (
    "near", "close to", "outside", "inside", "interior", "part", "half", "heart", "upland", "highland", "mountain", "corner", "outskirts", "vicinity", "not far", "area", "region", "next to", "just off", "across",
    "over", "opposite", "fac", "side", "bank", "look", "stream", "river", "north", "south", "east", "west", "along",
    "beside", "shore", "edge", "upper", "middle", "lower", "mid", "border", "frontier", "boundary", "of ", "within", "up ",
    "down ", "hamlet", "village", "valley", "around", "between", "link", "connect", "hills", "camp", "farm", "settlement",
    "ravine", "gully", "forest", "mountain", "strip", "belt", "mouth", "source", "fence", "stretch", "distance", "walk", "drive",
    "throw", "beyond", "nne", "ene", "ese", "sse", "ssw", "wsw", "wnw", "nnw", " ne ", " se ", " sw ", " nw ", "fringe", "margin", "peripher", "surround", "neighbo", "doorstep", "gates", "threshold", "foot of", "close by", "off", "levee", "dike", "dyke", "embankment", "promenade", "sandba", "islet", "island", "quay", "front", "course", "source", "mouth", "suburbs", "countryside", "parts", "counties", "shares", "hard by", "short of", "approaches", "waters", "sea off", "coast", "hill", "below", "above", "adjacent", " km", "kilomet",
    " mile", "meters", "metres", " li ", " by ", "customs", "span", "road", "ring", "skirt", "flank", "encircl", "surround", "minute", "hour", "follow", "hug", "parallel", "fring", "gate", "port", "crossing", "bridge",
)  # fmt: skip
_MEASURES = (
    "stream", "river", "yalu", "tumen", "tuman", "amnok", " km", "kilomet", "mile", "meter", "metre", " li ", "north", "south", "east ", "west ",
    "within ", "nne", "ene", "ese", "sse", "ssw", "wsw", "wnw", "nnw", " ne ", " se ", " sw ", " nw ", "eastern ", "western ", "below", "above",
)  # fmt: skip
_TRIGGER_LENGTH = 56
_REACH = 100
_RIVER_LENGTH = 44  # how far behind a unit "on the river's edge" may stand
# The last word before a name in every expression below that stands before it.
_LEADS = frozenset({
    "of", "from", "to", "out", "inside", "within", "korea's", "korea’s", "china's", "china’s", "russia's", "russia’s", "north's", "north’s", "korean", "chinese", "russian", "seat", "district", "township", "hamlet", "settlement", "capital", "called", "named", "neighboring", "neighbouring", "near", "outside", "off", "opposite", "facing", "at", "in", "along", "beside", "with", "between",
    "upper", "middle", "lower", "mid", "around", "the", "beyond", "overlooking", "onto", "upon", "flanking", "skirting", "lining", "hugging", "bordering", "border", "by", "on", "adjoining", "city", "town", "county", "village", "port", "nearby", "below", "above", "into", "ring", "ringing", "rings", "skirt", "skirts", "encircling", "surround", "surrounds", "surrounding", "follows", "follow", "followed", "following", "hugs", "lines", "lined", "flanks", "parallels", "fringing", "towards", "toward", "front", "before",
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
    " promenade",
    " embankment",
    " levee",
    " dike",
    " dyke",
    " waterfront",
    " quay",
    " foreshore",
    " floodplain",
    " headwaters",
    " source",
    " meets",
    " enters",
    " reaches the",
    " empties",
    " flows",
    " runs into",
    " pours",
    " joins",
    " that ",
    " which ",
    " lying ",
    " facing ",
    " abutting ",
    " adjoining ",
    " area",
    " upstream",
    " downstream",
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
    " section of",
    " stretch of",
    " sector of",
    " segment of",
    " part of",
    " portion of",
    " length of",
    " riverine",
    " northern border",
    " near the border",
    "'s ",
    "’s ",
)

_NEAR = Cued(
    rf"(?<!\w)(?:near|close to|(?:just )?outside(?: of)?|on the outskirts of|in the vicinity of|not far from|"
    rf"in the (?:area|hills|mountains|fields) (?:around|above|outside|near)|(?:roads?|highways?|track|path|lane|turn-?off|railway|rail line) (?:out of|leading out of|into|leading into|just outside)|(?:just|right|somewhere|a (?:mile|kilomet(?:er|re)|li)|(?:a )?few (?:miles|kilomet(?:er|re)s)|{DISTANCE})(?: or (?:so|two))? (?:out|outside) of|(?:that |which )?(?:ring|rings|ringing|encircl(?:e|es|ing)|surround|surrounds|surrounding|skirt|skirts|skirting|flank|flanks|flanking|overhang|overhangs)|in (?:\w+ )?(?:woods?|woodland|forests?|fields|hills|mountains) (?:by|near|around|about|behind|above|outside)|nearby|close by|next door to|next to|adjacent to|at the foot of|in the lee of|in the shadow of|on the doorstep of|at the (?:gates|threshold|edge) of|just off|hard by|short of|on the approaches to|(?:the )?waters off|the (?:sea|coast|shore) off|(?:the )?hills? (?:behind|above|over|beyond)|(?:on|at|along|from|to|in|into|beyond|through) the (?:very |far |\w+ern )?(?:edges?|fringes?|margins?|peripher(?:y|ies)|rim|perimeter) of|on the edge of|around|just beyond|overlooking|(?:springs?|hut|post|camp|farm|station|checkpoint|field|hill|forest|wood|village|hamlet|house|warehouse|depot) by|"
    r"(?:the|in|its) (?:\w+ )?(?:suburbs|outskirts|countryside|environs|surroundings|neighbou?rhood|periphery|hinterland|vicinity|surrounding area|wider area) (?:of|around|about|near)|"
    r"(?:islets?|islands?|sandbars?|shoals?|boats?|ships?|vessels?|trawlers?|dinghy|barges?|rafts?|coast|sea|seas|waters|fishing|anchored|moored|adrift|aground|capsized|sank|sunk|seized|intercepted|stopped|boarded|caught|found|seen|spotted|rescued|collided|(?:\w+ ){0,2}miles|kilomet(?:er|re)s|km) off|"
    r"within (?:sight|view|earshot|walking distance|easy reach|striking distance|shouting distance|range) of|"
    r"(?:a (?:short|brief|few minutes[’']?|long|\w+[ -](?:minute|hour|day)s?[’']?) (?:walk|drive|ride|distance|way)|(?:\w+ )?(?:minute|hour|day|minutes|hours|days)(?:[’']s|[’'])? (?:walk|drive|ride|march|by (?:car|bus|foot|boat|truck)|on foot)(?: away)?|a stone[’']s throw|walking distance|"
    r"(?:a few|several|a couple of|some|dozens of) (?:hundred )?(?:kilomet(?:er|re)s|km|miles|met(?:er|re)s|yards|minutes))"
    rf"(?: away| outside)? (?:from|of)){THE}"
)  # fmt: skip
_WITHIN = Cued(rf"(?<!\w)within (?:a radius of |an? )?{DISTANCE}(?: radius)? (?:of|from){THE}")
# "a checkpoint five kilometers from Musan"; "30 km from Musan to Hoeryong" is the length of a road.
_FROM = Cued(rf"(?<!\w){DISTANCE}(?: away| inland| outside)? (?:from|outside)(?: of)?{THE}")
_ROUTE = re.compile(r"^ (?:to|and|through|up|down) ")
_ACROSS = Cued(
    rf"(?<!\w)(?:(?:across|over)(?: [\w' ]{{0,24}}?(?:river|border|water|yalu|tumen|tuman|amnok|frontier|bridge|stream|channel|ice|line))? from|"
    rf"(?:directly |just |right )?opposite(?: to)?|facing|(?:directly |just |right |immediately )?across from|vis-à-vis|face to face with|eye to eye with|(?:straight|right) over against|(?:that|which) (?:directly )?(?:faces|looks across at)|"
    r"(?:on|from|at|to) the (?:chinese|korean|north korean|russian|other|opposite|far|farther|further) (?:side|bank|shore) of the [\w ]{0,16}?(?:river|yalu|tumen|amnok|tuman|water) from|"
    rf"(?:on |from |at |to )?the (?:other|opposite|far|farther|further) (?:side|bank|shore)(?: of the (?:river|border|yalu|tumen|amnok)(?: river)?)? (?:from|to)|"
    rf"(?:which |that )?(?:looks?|looking|gaz(?:es?|ing)|peers?|peering|star(?:es?|ing)) (?:(?:out |straight |directly )?(?:across|over|onto|on|upon|at)(?: the \w+(?: river)?)?)(?: (?:at|to|onto|on|toward|towards))?){THE}"
)  # fmt: skip
# "went over the border from Dandong" is where somebody set out, not where something lies.
_MOVING = re.compile(
    r"(?:went(?! on| out| off| up| dark| silent)|go|goes|going|gone|c[ao]me|coming|cross\w*|fle[ed]\w*|escap(?:ed|es|ing)|sw[au]m|wad\w+|walk\w*|sneak\w*|slip\w*|smuggl(?:ed|es|ing)|"
    r"sent|brought|carried|moved|r[au]n|got|taken|drove|driv\w+|traffick(?:ed|ing))(?: \w+){0,2} $"
)  # fmt: skip
_STREAM = Cued(
    rf"(?:{DISTANCE} )?(?:(?P<way>down|up)(?:stream|river) (?:of|from)|(?P<verb>down|up){_THE_RIVER} from){THE}"
)  # fmt: skip
_BELOW = Cued(
    rf"(?<!\w)(?:(?:just|right|a little|slightly|shortly|somewhat|well|far|a short way|a short distance|{DISTANCE}) (?P<way>below|above)|(?P<under>below)){THE}"
)
_BY = r"(?:,? (?:as the crow flies|in a straight line|by (?:road|river|rail|car|truck)|overland|on foot|away|inland|off)(?: and)?,?)?"
_OFFSET = Cued(
    rf"{DISTANCE}{_BY} (?:and )?(?:lying |lies )?(?:to the )?{COMPASS}(?:-?wards?|erly)? (?:of|from|off){THE}"
)
_OFFSET_LETTERS = Cued(rf"{DISTANCE}{_BY} (?:to the )?{COMPASS_LETTERS} (?:of|from){THE}")
_WIND_LETTERS = re.compile(rf" {COMPASS_LETTERS} (?:of|from) ")
_DIRECTION = Cued(
    rf"(?<!\w)(?:to the |lies |just |a little |a little to the |somewhere )?{COMPASS}(?:ern (?:outskirts|edge))? of{THE}"
)
_AWAY = re.compile(rf"^, (?:and )?{DISTANCE} (?:away|off|distant|from|out)")
_WATERSIDE = (
    r"(?:banks?|shores?|shorelines?|riverbanks?|riversides?|riverfronts?|waterfronts?|waterside|embankments?|levees?|dikes?|dykes?|"
    r"promenades?|quays?|quayside|foreshore|floodplains?|mudflats?|sandbanks?|sandbars?|water[’']s edge)"
)
_BANK = Cued(
    rf"(?<!\w){_WATERSIDE} (?:of|along|on|in|by)(?: the)?(?: (?:swollen|frozen|flooded|icy|narrow|muddy|raging))? $|"
    r"(?<!\w)(?:islet|island|shoal|sandspit) in the $|"
    r"(?<!\w)(?:chinese|korean|north korean|russian|this|other|far|near|opposite|own) sides? of the $|"
    r"(?<!\w)(?:(?:on|along|at|to|from|of|by) (?:the |both |its |either )?(?:[\w-]+ ){0,2}(?:banks?|shores?|riverbanks?|edge|riverside|side) "
    r"of(?: the)?|(?:follow(?:s|ed|ing)?|skirt(?:s|ed|ing)?|hug(?:s|ged|ging)?|lin(?:e|es|ed|ing)|flank(?:s|ed|ing)?|parallel(?:s|ed|ing)?|fring(?:e|es|ed|ing))(?: the)?|along(?: (?:much|most|parts?|stretches|sections|the length|the edge|all) of)?(?: the)?|"
    r"beside(?: the)?|near(?: the)?|by the|overlooking(?: the)?|(?:either|both|each|one) (?:shores?|banks?|sides?) of(?: the)?) $"
)  # fmt: skip
_PEOPLE = re.compile(
    r"^ (?:traders?|people|residents?|officials?|brokers?|smugglers?|families|merchants?|soldiers?|sources?)(?!\w)"
)
_NEAR_AFTER = Cued(
    r"^(?:['’]s)? (?:\w+ern |immediate |wider |greater |surrounding )?(?:outskirts|suburbs|environs|surroundings|hinterland|vicinity|fringes?|periphery|neighbou?rhood|countryside)(?!\w)"
)
_AREA_AFTER = Cued(r"^[- ]areas?(?!\w)(?! of )")
_BANK_AFTER = Cued(
    r"^(?:'s|’s)? (?:(?:north|south|east|west)(?:ern)? |left |right |chinese |korean |north korean |russian |far |near |nearer |opposite |other |own |muddy |icy |frozen |rocky |sandy |steep |wooded |reedy |concrete |fenced )?(?:(?!estuary)(?:banks?|shores?|shorelines?|riverbanks?|riverside|riverfront|waterfront|waterside|embankments?|levees?|dikes?|dykes?|promenade|quays?|quayside|foreshore|floodplain|mudflats?|sandbanks?|sandbars?|water[’']s edge))(?!\w)",
    re.IGNORECASE,
)
_RIVERSIDE_AFTER = Cued(
    r"^,? (?:[\w-]+ ){0,3}(?:on|along|by|at|beside) the (?:river|water)(?:['’]s edge|bank|side|front)?(?: |[.,])"
)
_RIVERSIDE_OF = Cued(
    r"^(?:['’]s)? (?:\w+ )?(?:riverfront|riverbanks?|riverside|river ?banks?|waterfront|waterside|embankment|levee|dike|dyke|promenade|quayside|quays?|foreshore|shoreline)(?!\w)(?! (?:apartments?|hotels?|restaurants?|buildings?|counties|county|districts?|towns?|villages?|cities|areas?|communities))",
    re.IGNORECASE,
)
_RIVERSIDE = Cued(
    r"(?<!\w)(?:(?:the|its|that|(?:chinese|korean|left|right|near|far|north|south|east|west)) (?:bank|shore|foreshore|water[’']s edge|river[’']s edge|riverside|river)|(?:the )?water[’']s edge|(?:the )?river[’']s edge) (?:at|by|below|above|in front of|before|in)(?: the)?(?: (?:city|town|county|village|port)(?: of)?)? $|"
    r"(?<!\w)(?:riverside|riverfront|riverbanks?|river ?banks?|waterfront|waterside|embankment|promenade|quayside|shoreline) (?:in|at|of|near|below|by|outside)(?: the)?(?: (?:city|town|county|village|port)(?: of)?)? $"
)
_REACHES = Cued(
    r"(?<!\w)(?P<part>upper|middle|lower|mid)(?:[ -](?:reach(?:es)?|course|stretch(?:es)?|sections?|parts?|waters|third|basin|valley) of(?: the)?)? $",
)
_REACHES_AFTER = Cued(
    r"^(?:['’]s)? (?P<part>upper|middle|lower|mid)(?: |-)(?:reaches|course|stretch(?:es)?|section|part|waters|third)(?!\w)"
)
_HEAD = Cued(r"(?<!\w)(?:head ?waters|headstreams?|source|sources|springs) of(?: the)? $")
_HEAD_AFTER = Cued(r"^(?:['’]s)? (?:head ?waters|headstreams?|sources?|springs)(?!\w)")
_MOUTH = Cued(r"(?<!\w)(?:mouth|estuary|delta|outlet) of(?: the)? $")
_MOUTH_AFTER = Cued(
    r"^ (?:river )?(?:meets|enters|reaches|empties into|flows into|runs into|pours into|spills into|joins) (?:the (?:\w+ )?(?:sea|bay|ocean|gulf)|(?:korea|west korea) bay|the sea)|^(?:'s|’s)? (?:mouth|estuary|delta|outlet)(?!\w)"
)
_BORDER_AREA = Cued(
    r"(?<!\w)(?:border|frontier|borderlands?|marches)(?: (?:areas?|regions?|zones?|strips?|sections?|districts?|towns?|cities|villages?|counties|communities|hamlets?|belt|stretch(?:es)?|parts?|lands?))? (?:of|in|along|across|throughout|within)(?: the)?(?: (?:chinese|korean|north korean))? $|(?<!\w)(?:northern|river|riverside|riverine|riverfront) (?:fringes?|edges?|margins?|rim|tip|tier|strip|counties|districts|towns|villages|townships) (?:of|in)(?: the)? $"
)  # fmt: skip
_STRIP = Cued(
    r"(?<!\w)(?:strips?|belt|parts?|areas?|counties|villages?|towns?|cities|townships?|districts?|communities|places|corners?|sections?|stretch(?:es)?|edges?|side) (?:of|in)(?: the)? $"
)
_BORDER_AREA_AFTER = Cued(
    r"^(?:'s|’s)? (?:river(?:front|side|ine) (?:counties|towns|villages|areas?|districts?)|(?:northern |entire |whole )?(?:border|frontier|borderland)(?! (?:city|town|village|county|post|crossing|gate|bridge|station)(?!\w)))(?: (?:areas?|regions?|zones?|strip|sections?|counties|towns?|villages?|belt|lands?))?"
    r"(?! (?:guards?|troops?|patrols?|security|officials?|police|control|brigade))(?!\w)"
)  # fmt: skip
_ALONG_AFTER = Cued(
    r"^,? (?:that |which )?(?:(?:lie|lies|lying|run|runs|running|sit|sits|sitting|stretch|stretches|strung out|located|situated|are|is) )?"
    r"(?:along|on|near|next to|close to|nearest|by|abut(?:s|ting)?|adjoin(?:s|ing)?|border(?:s|ing)?(?: on)?|touch(?:es|ing)?|fac(?:e|es|ing)|front(?:s|ing)?(?: on)?|hug(?:s|ging)?|lin(?:e|es|ing)|"
    r"skirt(?:s|ing)?|flank(?:s|ing)?|overlook(?:s|ing)?|meet(?:s|ing)?|look(?:s|ing)? (?:out )?(?:on|onto|over|across)(?: to)?|shar(?:e|es|ing) (?:a|the|its|their) (?:border|frontier|boundary) with) "
    r"(?:the )?(?:China|Russia|North Korea|Chinese|Korean|border|frontier|river|Yalu|Tumen|Amnok|Tuman|boundary)(?!\w)"
)
_ALONG_BORDER = Cued(
    r"(?<!\w)(?:along|across|at|on|near|of) (?:the |its |their |his |our )?(?:[\w-]+ )?(?:border|frontier|boundary)(?: (?:area|region|zone|line|river)s?)? "
    r"(?:between|of)(?: the)? $|(?<!\w)(?:border|frontier|boundary)(?: (?:area|region|zone|line|river)s?)? (?:(?:that |which )?(?:\w+ ){1,3}shares? )?with(?: the)? $|"
    r"(?<!\w)(?:areas?|regions?|counties|towns?|provinces?|villages?|districts?) (?:bordering|that border|which border|adjoining)(?: on)?(?: the)? $"
)  # fmt: skip
_ALONG_BORDER_AFTER = Cued(
    r"^(?:'s|’s) (?:[\w-]+ )?(?:border|frontier|boundary)(?! (?:guards?|troops?|patrols?|security|officials?))(?: (?:area|region|zone|line)s?)? with(?!\w)"
)  # fmt: skip
_SECTION_OF_A_BORDER = Cued(
    r"^(?:['’]s)? (?:section|stretch|sector|segment|part|portion|length) of (?:the |its )?(?:[\w-]+ )?(?:border|frontier|boundary|river|yalu|tumen|amnok|tuman)(?!\w)",
    re.IGNORECASE,
)
_IN_A_UNIT = Cued(
    r"(?<!\w)(?:(?:deep|well|far) (?:inside|within|in|into)|in the (?:deep |remote |far |mountainous )?(?:interior|heart|depths|uplands|highlands|hinterland|backwoods|backcountry) of|"
    r"in the (?:far |remote )?(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|central|upper|lower|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|mountainous|interior)(?:ern)? (?:parts?|half|third|quarter|corner|section|end|uplands|highlands|interior|mountains|hills|reaches) of)(?: the)? $|"
    rf"(?<!\w){_SMALL_PLACE} (?:\w+ )?(?:in|of)(?: the)?(?: (?:hills|mountains|north|south|east|west|interior) of)?(?: the)? $",
)
_BETWEEN = re.compile(
    r"(?<!\w)between(?: the)?(?: (?:[\w-]+ ){0,3}(?:city|town|county|cities|towns|counties|villages|ports)(?: of)?)? $"
)
_STRETCH = re.compile(
    r"(?<!\w)(?:stretch|section|sector|segment|reach|line|fence|bank|riverside|riverbank|embankment|dike|dyke|levee|wire|wall|barrier|shoreline|border|frontier|river|valley|road|path)(?:es|s)?(?: of (?:the )?\w+)?(?: (?:that |which )?(?:now |today )?(?:runs?|running|stretch(?:es|ing)|extend(?:s|ing)|reach(?:es|ing)))? from(?: the)? $|"
    r"(?<!\w)(?:roads|paths|track|trail|footpath|corridor|belt|strip)s?(?: (?:that |which )?(?:now |today )?(?:runs?|running|stretch(?:es|ing)|extend(?:s|ing))) from(?: the)? $",
)
# "wire was strung from Manpo as far as Jasong": an extent, where nobody travels.
_UP_TO = ("to", "down", "up", "as far", "all the", "right", "clear", "through")
_EXTENT = ("as far", "all the", "right down", "right up", "clear to", "through to")
_FROM_HERE = re.compile(r"(?<!\w)from(?: the)? $")
_TRAVEL = re.compile(
    r"(?<!\w)(?:walk|travel|drov|driv|rod|rid|ran|went|go|gone|going|came|come|coming|fl[eoy]w?|fled|sail|march|trek|journey|trip|train|bus|flight|truck|taxi|"
    r"sent|send|tak|took|carr|brought|bring|mov|transport|ship|haul|return|escort|chas|follow|flight|ticket|fare|deliver|migrat|relocat)\w*(?: [\w,]+){0,5} from(?: the)? $"
)
_LINKING = re.compile(
    r"(?<!\w)(?:linking|connecting|joining|that (?:links|connects|joins)|which (?:links|connects|joins)|between)(?: the)?(?: (?:[\w-]+ ){0,3}(?:city|town|county|cities|towns|counties|villages|ports)(?: of)?)? $"
)  # fmt: skip
_CROSSING = re.compile(
    r"(?<!\w)(?:bridge|span|viaduct|causeway|footbridge|crossing|customs|customs (?:house|office|post)|border gate|port of entry|ferry)s?,? (?:that |which )?(?:\w+ )?$"
)  # fmt: skip
_BRIDGE_TO = Cued(
    r"(?<!\w)(?:bridges?|bridgehead|span|viaduct) (?:leading |over |across |running )?(?:to|into|over to|across to|towards?)(?: the)? $"
)
_CUSTOMS_AT = Cued(
    r"(?<!\w)(?:customs(?: house| office| post| shed| yard| station| area| zone| compound| warehouse)?|(?:rail(?:way)?|road|highway|border|truck|new|old|friendship|the|a|this|that|broken) (?:bridge|crossing)|border gate|land port|port of entry|border crossing|bridgehead|border bridge) (?:at|in|of|outside)(?: the)?(?: (?:city|town|county|village|port)(?: of)?)? $"
)
_CROSSING_FROM = re.compile(r"(?<!\w)(?:bridges?|crossings?|border gates?) from(?: the)? $")
_DASHES = frozenset("-–—－")
_SECTION_AFTER = re.compile(
    r"^ (?:section|stretch|sector|segment|reach|border section|river section|(?:border |river |mountain |old |new )?(?:road|highway|expressway|railway|railroad|rail line|track|footpath))(?!\w)"
)
_BRIDGE_AFTER = re.compile(r"^ (?:\w+ )?(?:bridge|crossing|customs)|^ ?(?:대교|철교|다리|세관|통상구)")
_DEALINGS = re.compile(
    r"(?<!\w)(?:roads?|railways?|railroads?|rail|highways?|routes?|bus(?:es)?|lines?|traffic|trade|talks?|ties|relations|agreements?|cooperation|"
    r"exchanges?|business|flights?|trains?|calls?|price|prices|gap|difference)(?: (?!halfway|midway|lying|running|somewhere)\w+)? $"
)  # fmt: skip
_RIVERS = frozenset({"river", "tributary"})
_PARTED = frozenset({"county", "province", "prefecture"})
_TOWNS = frozenset({"city", "county", "settlement", "district"})
_UNITS = frozenset({"province", "prefecture", "county", "city"})

# What says a relation of one place; the patterns left out qualify others, or are of two places.
_SAYING = AnyOf(
    globals(),
    but=(
        _ROUTE, _MOVING, _AWAY, _STRIP, _BETWEEN, _STRETCH, _LINKING, _CROSSING, _SECTION_AFTER, _BRIDGE_AFTER,
        _DEALINGS, _PEOPLE, _WIND_LETTERS, _FROM_HERE, _TRAVEL, _CROSSING_FROM,
    ),
)  # fmt: skip


def read(before: str, after: str, place: Place, cues: int = ANY) -> Relative | None:
    """Read the relation that the words about a mention say; None where they say none."""
    if not cues & _SAYING.bits:
        return None
    before = before[-_REACH:].lower()
    leads = before.rsplit(None, 1)[-1:]
    led = bool(leads) and leads[0] in _LEADS
    if not led and not after.startswith(_BEHIND) and " the river" not in after[:_RIVER_LENGTH]:
        return None
    found = _measured(before, after, place, cues)
    if found is not None and not any(word in before for word in _MEASURES):
        found = None
    found = found or _placed(before, after, place, cues)
    # Few mentions come this far: only then are the many words asked for.
    if found is None or not led or any(word in before[-_TRIGGER_LENGTH:] for word in _TRIGGERS):
        return found
    return found if after.startswith(_BEHIND) or " the river" in after[:_RIVER_LENGTH] else None


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
    if match := _OFFSET.search(before, cues) or _lettered(before, cues):
        return Relative("offset", distance_m=metres(match), bearing_deg=bearing(match))
    if (match := _FROM.search(before, cues)) and not _ROUTE.match(after):
        return Relative("near", distance_m=metres(match))
    if match := _DIRECTION.search(before, cues):
        away = _AWAY.match(after)
        return Relative("offset", distance_m=metres(away) if away else None, bearing_deg=bearing(match))
    return None


def _lettered(before: str, cues: int) -> re.Match[str] | None:
    """Read "20 km NE of": asked for only where letters of a wind stand, since distances take long to look for."""
    return _OFFSET_LETTERS.search(before, cues) if _WIND_LETTERS.search(before) else None


def _placed(before: str, after: str, place: Place, cues: int) -> Relative | None:
    match = _ACROSS.search(before, cues)
    if match and not (match.group().startswith(("over", "across")) and _MOVING.search(before[: match.start()])):
        return Relative("across_from")
    if place.kind in _RIVERS:
        return _of_a_river(before, after, cues)
    if place.kind == "country":
        along = _ALONG_BORDER.search(before, cues) or _ALONG_BORDER_AFTER.match(after, cues)
        return Relative("along_border") if along else None
    if _RIVERSIDE.search(before, cues) or _RIVERSIDE_OF.match(after, cues) or _RIVERSIDE_AFTER.match(after, cues):
        return Relative("bank_of")
    return _of_ground(before, after, place, cues)


def _of_ground(before: str, after: str, place: Place, cues: int) -> Relative | None:  # noqa: PLR0911 - one return a rule
    if place.kind in _UNITS and (
        _BORDER_AREA_AFTER.match(after, cues) or (_STRIP.search(before, cues) and _ALONG_AFTER.match(after, cues))
    ):
        return Relative("border_area")
    if _BORDER_AREA.search(before, cues):
        return Relative("border_area")
    if place.kind in _TOWNS and (_CUSTOMS_AT.search(before, cues) or _BRIDGE_TO.search(before, cues)):
        return Relative("crossing")
    if place.kind in _UNITS and _SECTION_OF_A_BORDER.match(after, cues):
        return Relative("border_area")
    if place.kind in _PARTED and _IN_A_UNIT.search(before, cues):
        return Relative("within")
    if (_NEAR.search(before, cues) and not _PEOPLE.match(after)) or _NEAR_AFTER.match(after, cues):
        return Relative("near")
    return Relative("near") if place.kind in _TOWNS and _AREA_AFTER.match(after, cues) else None


def _of_a_river(before: str, after: str, cues: int) -> Relative | None:
    if _MOUTH.search(before, cues) or _MOUTH_AFTER.match(after, cues):
        return Relative("reaches", part="mouth")
    if _HEAD.search(before, cues) or _HEAD_AFTER.match(after, cues):
        return Relative("reaches", part="upper")
    if match := _REACHES.search(before, cues) or _REACHES_AFTER.match(after, cues):
        part = match["part"]
        return Relative("reaches", part="middle" if part == "mid" else part)
    return Relative("bank_of") if _BANK.search(before, cues) or _BANK_AFTER.match(after, cues) else None


def _from_here(before: str, joint: str) -> str | None:
    """Read "the bridge from A to B", "the fence from A to B", "wire was strung from A as far as B"."""
    if _CROSSING_FROM.search(before):
        return "crossing"
    extent = joint.startswith(_EXTENT) and _FROM_HERE.search(before) and not _TRAVEL.search(before)
    return "between" if extent or _STRETCH.search(before) else None


def read_pair(before: str, between: str, after: str) -> str | None:
    """Read ``crossing`` ("the bridge linking A with B") or ``between`` ("between A and B"); None for neither."""
    before = before[-_REACH:].lower()
    if (match := _LINKING.search(before)) and _CROSSING.search(before[: match.start()]):
        return "crossing"
    if between.strip() in _DASHES:
        if _BRIDGE_AFTER.match(after):
            return "crossing"
        return "between" if _SECTION_AFTER.match(after) else None
    joint = between.strip().lower()
    if joint.startswith(_UP_TO):
        return _from_here(before, joint)
    match = _BETWEEN.search(before)
    return "between" if match is not None and not _DEALINGS.search(before[: match.start()]) else None
