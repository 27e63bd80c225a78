"""How English says that a sentence tells of a habit, of long ago, of a plan, or that something was not so: data, not code."""

from __future__ import annotations

HABIT = (
    r"\b(?:each|every) (?:year|spring|summer|autumn|fall|winter|(?-i:[A-Z][a-z]+(?:ber|ary|ch|il|ay|une|uly|ust)))\b"
    r"|\b(?:annual(?:ly)?|yearly|year after year|usually|as a rule|traditionally|customarily|habitually|in normal times)\b"
    r"|\b(?:orders?|ordered|instructions|authority) to (?:shoot|fire|kill|arrest)\b"
    r"|(?<!that )(?<!which )(?<!who )\b(?:used to|would often|would usually|(?:is|are) (?:well )?(?:known|famous|notorious) for|had long|have long|has long)\b"
    r"|\b(?:always at risk|patrols [^.;]{0,12}come and go|from time to time|tends? to|always (?:do|does|did)|as ever)\b"
)
"""What happens again and again."""

PAST = (
    r"\bin the (?:early |mid-?|late )?(?:19|20)\d0s\b|\bdecades? ago"
    r"|\b(?:arduous march|great famine|korean war|cultural revolution|cold war)\b|\bcentur(?:y|ies)\b"
    r"|\bonce (?:was|were|had|stood)\b|\bin the past\b|\bhistor(?:y|ically)\b"
)
"""What was long ago."""

ALIKE = (
    r"\b(?:similar|comparable|like) (?:cases?|incidents?|attacks?|killings?|floods?)\b|\bin similar cases\b"
    r"|\brecall(?:s|ed|ing) (?:the|a|an)\b"
    r"|^\W*(?:some|many|others|most|(?:some |many |most )?(?:people|residents|locals|villagers|analysts|observers|experts|traders)) (?:\w+ )?(?:believe|think|suspect|speculate|wonder|doubt|reckon|guess|assume)\b"
)
"""Other cases that are likened to this one."""

FORETOLD = r"\b(?:told|said|warned|announced|ordered)\b[^.;]{0,60}\bthat\b[^.;]{0,60}\bwould\b"
"""What somebody said would come."""

DECREED = (
    r"\b(?:state media|kcna|the (?:north|government|state|parliament|cabinet|ministry|presidium|authorities|committee)|pyongyang|beijing|authorities) (?:\w+ )?(?:announced|decreed|declared|designated|disclosed)\b"
    r"|\b(?:is|are) to become (?:the |an? )[^.;]{0,60}\b(?:zone|park|port|county|city|district|reserve)\b"
)
"""What an authority has laid down, be it for later: the decree is what happened."""

PLANNED = (
    r"\b(?:is|are|was|were) (?:(?:expected|scheduled|due|set|likely|planned|slated) (?:to|for|on|in|by|this|later|soon)|to be)\b"
    r"|\bplan(?:s|ned)? (?:to|for)\b|\bintends? to\b"
    r"|(?<!that )(?<!which )(?<!who )(?<!and )\bwill (?!not have)(?:\w+ly |also |soon |be |have |then )?\w+"
    r"|(?<!that )(?<!which )(?<!who )\bwould (?!not |be named|say)\w+"
    r"|\b(?:may|might) (?:also |soon |well )?(?:be|have to|become|come|follow|try|lead|return|open|close)\b"
    r"|\bnext (?:week|month|year|spring|summer|autumn|fall|winter|(?-i:[A-Z]\w+))\b|^\W*if\b|\bunless\b"
    r"|\bin case\b|\bwarn(?:s|ed|ing)? (?:that|of|against)\b|\bfear(?:s|ed)? (?:that|of)\b|\burge[sd]?\b"
    r"|\bcalled on\b|\bcould (?:be|lead|come|well|also|soon|become)\b|\bproposal\b|\bproposed\b|\bshould\b"
)
"""What is planned, feared or possible."""

DENIED = (
    r"\bden(?:y|ies|ied|ying) (?:that|reports?|rumou?rs?|any|having|the (?:report|rumou?r|claim|news)|it)\b"
    r"|\bno (?:shots?|incidents?|crossings?|arrests?|unusual|signs?|evidence|trace|truth|changes?|disturbances?)\b(?: \w+){0,3} (?:were|was|had been|have been|has been|of|that|could|in)\b"
    r"|\b(?:is|was|are|were) (?:not true|untrue|false|unfounded|baseless)\b|\bfalse (?:report|rumou?r)"
    r"|\bnever happened\b"
    r"|\b(?:did|has|have|had) not (?:happen|take place|occur|cross|been (?:closed|shot|fired|arrested|any))"
    r"|\bnothing (?:unusual|out of the ordinary|had changed|has changed|happened)"
    r"|\bthere (?:was|were|is|are|has been|have been) no\b|\bas usual\b"
    r"|\b(?:business|trade|traffic|life|everything|the situation|the market|work|service) (?:\w+ ){0,3}(?:was|were|is|are|remained|went on|continued|looked|seemed) (?:\w+ly )?(?:normal|as normal|as before|unaffected|calm|quiet)\b"
    r"|\b(?:reject|dismiss)(?:s|ed|ing)? (?:\w+ ){0,4}(?:reports?|rumou?rs?|claims?|as)\b"
)
"""What was not so."""

SEQUEL = r"^\W*(?:(?:on|in|at|by|the|that|later|then|two|three|four|five|\d+|days?|hours?|weeks?|after|following|next|same|other|morning|night|evening|afterwards|earlier|both) ){0,5}(?:he|she|they|it|his|her|their|its|both|the (?:two|three|four|five|pair|trio|couple|group|man|men|woman|women|boy|girl|soldiers?|guards?|officers?|suspects?|victims?|family|families|boats?|trucks?|vessels?|other (?:two|three|four|five|six|seven|eight|nine|ten|men|women|man|woman|half|members?)|\d+-year-old|incident|shooting|attack|flood|storm|smugglers?|crew|squad|ring))\b"
"""How a sentence begins that speaks of those whom the one before it named."""

EARLIER = r"(?<!that )(?<!which )(?<!who )\bhad (?!to )(?:\w+ly |also |already |been )?\w+|\b(?:began|started) (?:in|when|with|on)\b"
"""What led up to it."""

BACKSHIFT = r"\b(?:said|told (?:\w+ ){1,4}?|added|reported|claimed|heard|learned|learnt|stated|confirmed|wrote)(?: (?:this week|on \w+day|that|by phone|yesterday))*(?: [^.;,]{1,60})?$"
"""What stands before a pluperfect that is only somebody's words about what happened: "a broker said that teams had been brought in"."""

ANOTHER = r"\b(?:another|separately|elsewhere|meanwhile|in a separate|second|also on|a third|other)\b"
"""How a sentence begins that tells of something else."""

IN_THE_SAME_WAY = r"\b(?:in (?:the same|a similar|like) (?:way|manner|fashion|circumstances)|(?:met|suffered|shared) (?:the same|a similar|his|her|their) (?:fate|end)|the same (?:fate|happened|befell|was done|went for)|did the same|followed suit)\b"
"""How English says that it was as with what stands before."""

ELLIPTICAL = (
    r"\b(?:another|one more|a (?:second|third|fourth|fifth|sixth|further|similar)|the (?:second|third|fourth|next|last|other|others)|others|more (?:were|was|have|had|followed)|\d+ more|likewise|similarly|similar(?:ly)?|also|too|as well"
    r"|again|the same|the rest|follow(?:s|ed)|victims?|so (?:was|were|did|had))\b"
)
"""Words with which a sentence leans on what stands before it."""

ATTRIBUTION = (
    r"^\W*(?:he|she|they|it|the (?:\w+ ){0,2}(?:source|resident|official|trader|broker|witness|agency|report|notice|statement|paper|bureau|ministry)s?|both sources|a (?:second|third) source|local media|state media)"
    r" (?:also |further |later |then )?(?:said|says|added|adds|told (?:\w+ ){1,4}|reported|explained|noted|claimed|recalled|confirmed|stated|wrote)\b(?: that\b)?[, ]*"
    r"|^\W*(?:it|this|that|the (?:\w+ ){0,2}(?:move|news|crackdown|measure|incident|announcement|order)) (?:comes?|came) (?:as|after|amid|days after|weeks after|hours after)\b"
    r"|^\W*it (?:is|was|has been) (?:reported|said|understood|alleged|learned|rumou?red|claimed) that |^\W*according to [^,]{3,60}, "
)
"""Who says it, before what is said: "She said", "The source added that"."""

_DEEDS = """
    beat beaten became began begun blew blown bore born bought bound broke broken brought built burnt burst
    came caught cut did done driven drove dug fallen fell fled flew flown fought found froze frozen gave given
    gone grew ground grown hanged held hid hidden hit hung laid led left let lost made met overran overthrew paid
    put ran rang rode sank sent set shaken shook shot shut slid sold spilt split sprang spread sprung stole
    stolen stood struck strung sunk swam swept taken threw thrown took tore torn underwent went withdrawn
    withdrew woke wound
"""
DEEDS = frozenset(_DEEDS.split())
"""Verbs of something done, or that befell, in the past, that do not end in -ed."""

_NO_DEEDS = """
    added advised aged agreed alleged announced answered approved argued armed asked based believed breed
    called claimed compared complained confirmed considered continued decided declined denied depended
    described detailed estimated exceed expected explained expressed feared feed hoped hundred indeed insisted
    intended interested limited lived located looked meant mentioned named need needed noted planned pledged
    proceed promised proposed published recalled red related remained reported scheduled seed seemed situated
    slated speed stated supposed threatened unidentified united unnamed urged used voiced vowed wanted warned
"""
NO_DEEDS = frozenset(_NO_DEEDS.split())
"""Words in -ed that tell of nothing done: verbs of saying, thinking and being, and other words."""

HAPPENED = (
    r"\b(?:has|have|had) (?:\w+ly |now |also |already |since |not )?(?:come|begun|become|seen|run|put|set|cut|shut|hit|spread)\b"
    r"|\b(?:had|have|has) to (?!be\b)\w+"
)
"""What has come, or had to be done."""

NEWCOMERS = (
    r"^\W*(?:[^,;]{0,50}, ?|(?:\w+ ){1,4}(?:earlier|later|before|after|ago|afterwards) |on [^,]{1,24}[ ,]|that (?:day|night) )?(?:of )?(?:an?|another|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|dozens of|some"
    r"|about \d+|more than \d+) (?:other |more |further )?(?!(?:[\w'’-]+ ){0,3}(?:sources?|residents? (?:of|in|from|said)|officials?|traders?|witness(?:es)?|spokes\w+|analysts?|experts?"
    r"|researchers?|brokers?|reports?|notice|statement|days?|hours?|weeks?|months?|years?|percent|of (?:the|them|those))\b)\w"
)
"""How a sentence begins that brings in people, or things, of whom nothing was said yet."""

TURN = (
    r"\W*(?:\d+[.)] )?(?:(?:and|but|meanwhile|elsewhere|separately|further (?:up|down)(?:stream| the river| the line)?|farther (?:up|down)(?: the river)?"
    r"|(?:up|down)stream|opposite|across the (?:river|bridge|border|water)|over the (?:river|border|water)|on the (?:other|opposite|north korean|chinese|russian) (?:bank|side)|to the (?:north|south|east|west))?,? ?"
    r"(?:back |over |up |down |out )?(?:in|at|near|outside|around|off|along|above|below|between|for)(?: the| (?:North |South )?(?:China|Korea|Russia)['’]s)?(?: (?:\w+ ){0,3}(?:city|town|county|village|port|district|island)(?: of)?)?) ?"
)
"""What a sentence begins with that turns to a place: "In", "Meanwhile, at", "Farther down the river, near"."""

CONCESSION = r", (?:though|although|even though|even as|but|while|whereas|despite)\b"
"""What opens a clause that takes something back."""

MEANWHILE = r"\b(?:meanwhile|separately|for (?:its|their|his|her) part|likewise)\b"
"""Words within a sentence that say so too."""
