"""How English says that a sentence tells of a habit, of long ago, of a plan, or that something was not so: data, not code."""

from __future__ import annotations

HABIT = (
    r"\b(?:each|every) (?:year|spring|summer|autumn|fall|winter|(?-i:[A-Z][a-z]+(?:ber|ary|ch|il|ay|une|uly|ust)))\b"
    r"|\b(?:annual(?:ly)?|yearly|year after year|usually|as a rule|traditionally|customarily|habitually|in normal times)\b"
    r"|\b(?:orders?|ordered|instructions|authority) to (?:shoot|fire|kill|arrest)\b"
    r"|\b(?:used to|would often|would usually|(?:is|are) (?:well )?(?:known|famous|notorious) for|had long|have long|has long)\b"
    r"|\b(?:always at risk|patrols [^.;]{0,12}come and go|from time to time|tends? to)\b"
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
)
"""Other cases that are likened to this one."""

FORETOLD = r"\b(?:told|said|warned|announced|ordered)\b[^.;]{0,60}\bthat\b[^.;]{0,60}\bwould\b"
"""What somebody said would come."""

PLANNED = (
    r"\b(?:is|are|was|were) (?:expected|scheduled|due|set|likely|planned|slated|to be)\b"
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
    r"|\b(?:reject|dismiss)(?:s|ed|ing)? (?:\w+ ){0,4}(?:reports?|rumou?rs?|claims?|as)\b"
)
"""What was not so."""

SEQUEL = r"^\W*(?:(?:on|in|at|by|the|that|later|then|two|three|four|five|\d+|days?|hours?|weeks?|after|following|next|same|morning|night|evening|afterwards|earlier|both) ){0,5}(?:he|she|they|it|his|her|their|its|both|the (?:two|three|four|five|pair|trio|couple|group|man|men|woman|women|boy|girl|soldiers?|guards?|officers?|suspects?|victims?|family|families|boats?|trucks?|vessels?|\d+-year-old|incident|shooting|attack|flood|storm|smugglers?|crew|squad|ring))\b"
"""How a sentence begins that speaks of those whom the one before it named."""

EARLIER = r"\bhad (?:\w+ly |also |already |been )?\w+|\b(?:began|started) (?:in|when|with|on)\b"
"""What led up to it."""

ANOTHER = r"\b(?:another|separately|elsewhere|meanwhile|in a separate|second|also on|a third|other)\b"
"""How a sentence begins that tells of something else."""
