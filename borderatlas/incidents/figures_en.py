"""English phrases in which a cue word means something else, "navy coats", "a flood of fakes": data, not code."""

from __future__ import annotations

FIGURES_EN: tuple[tuple[str, str], ...] = (
    (
        "not",
        r"\b(?:outsiders|foreigners|foreign \w+|journalists|reporters|strangers) (?:may|can|are|could) ?(?:not|rarely|seldom) (?:be )?(?:enter|allowed|permitted|go|visit|buy)\b",
    ),
    (
        "hand",
        r"\b(?:houses?|homes?|blocks?|flats?|apartments?|dwellings?|keys?|licen[cs]es?|certificates?|letters?|documents?|gifts?|donations?|supplies|aid|wages|money|cash|parcels?|rice|goods|permits?|notes?|materials?|portraits?)\b.{0,40}?\bhanded (?:over|out|in)\b",
    ),
    (
        "hand",
        r"\bhand(?:ed|s|ing)? (?:over|out|in) (?:the |their |his |her |its |new |some |a |an )?(?:\w+ ){0,2}(?:houses?|homes?|flats?|apartments?|dwellings?|keys?|licen[cs]es?|certificates?|letters?|documents?|gifts?|donations?|supplies|aid|wages|money|cash|parcels?|rice|goods|permits?|phones?|verdicts?|sentences?|prison|jail|fines?|death|suspended)\b",
    ),
    ("hand", r"\bhand(?:ed|s|ing)? down\b"),
    (
        "navy",
        r"\bnavy(?:[- ]blue)? (?:coats?|jackets?|suits?|uniforms?|caps?|tracksuits?|skirts?|dress(?:es)?)\b|\bnavy[- ]blue\b",
    ),
    (
        "fever",
        r"\b(?:property|housing|gold|war|election|football|world cup|investment|speculati\w+|buying|building|construction|shopping|tourism|crab|stock|real[- ]estate) fever\b|\bfever(?:ed)? pitch\b",
    ),
    (
        "fled",
        r"\bfled (?:\w+ ){0,2}(?:in)?to (?:the )?(?:streets?|open|hills?|higher|high|roofs?|rooftops?|upper|yards?|fields?)\b|\bfled (?:outdoors|outside|uphill|upstairs|indoors|(?:from )?(?:their|the) (?:homes?|houses?|water|waters|flood\w*|fire|flames|rain|beds?))",
    ),
    (
        "shot",
        r"\b(?:film|movie|scene|series|video|footage|pictures?|photo(?:graph)?s?|clip|documentary)s? (?:\w+ ){0,3}(?:was |were |is |are |been )?shot\b|\bshot (?:in \d+ days|on location|a film|the film|footage|pictures|video|film|photo\w*)|\b(?:screen|mug|long|big|snap|pot|best|moon) ?shots?\b|\bshot up\b|\bbig shot",
    ),
    (
        "fire",
        r"\bfire (?:brigades?|stations?|engines?|trucks?|drills?|services?|departments?|officials?|chiefs?|extinguishers?|safety|wood|prevention)\b|\bunder fire (?:for|from (?:critics|the press))\b|\bfirewood\b|\bhire and fire\b",
    ),
    ("storm", r"\bstorm corps\b|\bstorm[- ]troop\w*|\bbrainstorm\w*|\bstorm(?:ed|ing) (?:in|out|off|into)\b"),
    (
        "flood",
        r"\bflood of\b|\bflood(?:ed|s|ing)? (?:the )?(?:markets?|in with|with (?:calls|requests|tourists|fakes))\b|\bflood(?:ed|ing)? (?:back|in)\b|\bfloodlights?\b|\bfloodlit\b",
    ),
    (
        "held",
        r"\b(?:was|were|is|are|been|be) held (?:on|in|at|by|from|under|there|here|with|between)\b(?=.{0,60}\b(?:ceremon|meeting|rally|rallies|fair|festival|talks|exhibition|concert|drill|exercise|contest|match|election|party|conference|lecture|forum))|\b(?:ceremon(?:y|ies)|meetings?|rally|rallies|fairs?|festival|talks|exhibition|concert|drills?|exercises?|contest|matches|elections?|conference|lectures?|forum|funeral|opening|parade)\b(?: \w+){0,4} (?:was|were|is|are|been|be) held\b|\bh(?:eld|olds?|olding) (?:a |an |its |the |their |his |first |joint |annual |regular |one-person )*(?:\w+ ){0,2}(?:ceremon(?:y|ies)|meetings?|rally|rallies|fair|festival|talks|exhibition|concert|drills?|exercises?|contest|elections?|conference|lectures?|forum|funeral|opening|parade|hands|protests?|press|stake|shares?|out|half|just over|that\b|more than half|hopes?|papers?|passports?|office|views?|breath)|\bauthors hold\b|\bhold(?:ing)? compan(?:y|ies)|\bhouse?holds?\b|\bhold (?:their|his|her|the) (?:flats?|houses?|shares?|breath)",
    ),
    (
        "hold",
        r"\bh(?:olds?|olding) (?:a |an |its |the |their |his |first |joint |annual |regular )*(?:\w+ ){0,2}(?:ceremon(?:y|ies)|meetings?|rally|rallies|fair|festival|talks|exhibition|concert|drills?|exercises?|contest|elections?|conference|lectures?|forum|funeral|opening|parade|hands|protests?|press|stake|shares?|out|half|just over|that\b|hopes?|papers?|passports?|office|views?|breath)|\bauthors hold\b|\bhold(?:ing)? compan(?:y|ies)|\bhold (?:their|his|her|the) (?:flats?|houses?|shares?|breath)",
    ),
    (
        "caught",
        r"\bcaught (?:up|on|in the act of|sight|fire|the eye|a (?:bus|train|streak|glimpse|cold)|by (?:a )?camera|by surprise|fish|off guard)\b|\bcaught (?:on )?(?:film|camera|video)",
    ),
    (
        "camera",
        r"\b(?:television|tv|video|camera) (?:crew|cameras?|team|man|men)s?\b|\bcamera(?:man|men|woman)\b|\bcameras? (?:left|rolled|rolling|flash\w*|in hand)\b|\bon camera\b",
    ),
    ("camera", r"\b(?:a |our )?cameras? (?:on|at|from) the chinese (?:bank|side|shore)\b"),
    ("attack", r"\b(?:heart|cyber|verbal|personal|asthma|panic|press) ?attacks?\b"),
    (
        "beat",
        r"\b(?:beat|beaten|beating) (?:\w+ ){0,3}(?:\d+[-–]\d+|by a (?:goal|point)|in the final|the heat|the deadline|path|track|drums?)\b|\bbeaten (?:track|path)\b|\boff the beaten\b|\bheartbeat",
    ),
    (
        "post",
        r"\bpost(?:ed|ing|s)? (?:notices?|signs?|videos?|photos?|pictures?|a |an |the |messages?|online|on (?:social|weibo|wechat|its|the))\b|\bpost office|\bposts? (?:on|in) (?:weibo|wechat|social)\b|\b(?:social media|weibo|wechat|blog|online) posts?\b",
    ),
    (
        "wall",
        r"\b(?:great|city|town|ancient|prison|cell|dam|stone) walls?\b|\bwall(?:ed)? (?:ruins|paper|poster)s?\b|\bwall (?:poster|newspaper|street)s?\b|\bwalls? (?:of|in) (?:the |a |his |her |their )?(?:\w+ ){0,2}(?:house|home|room|flat|apartment|prison|camp|cell|dam|power|reservoir|station)s?\b",
    ),
    (
        "drill",
        r"\bdrill(?:ed|ing)? (?:a |for |into |holes?|wells?|rigs?)\b|\b(?:fire|flood|flood-control|emergency|evacuation|earthquake|rescue|transfer|safety) drills?\b",
    ),
    (
        "mine",
        r"\b(?:copper|coal|iron|gold|ore|zinc|lead|magnesite|molybdenum|youth|salt|open-pit|musan|hyesan|masan|aoji|komdok|iron-ore|coal-?) mines?\b",
    ),
    ("mud", r"\bmud (?:flats?|brick|huts?|walls?|houses?)\b|\bmudflats?\b"),
    (
        "wire",
        r"\b(?:news )?wire (?:service|report|agency|stor\w+)s?\b|\((?:the )?wire\)|\bwire transfers?\b|\bwired? (?:money|cash|the money|funds)\b",
    ),
    ("prison", r"\b(?:former|ex-?) ?prisoners?\b|\bprisoners? of (?:war|conscience)\b"),
    (
        "trial",
        r"\btrial (?:operations?|runs?|basis|periods?|services?|voyages?|shipments?|production|use)\b|\bon a trial\b|\bclinical trials?\b",
    ),
    (
        "execut",
        r"\bexecutives?\b|\bexecut(?:e|ed|ing) (?:the |an? |its |their )?(?:plans?|orders?|projects?|polic(?:y|ies)|contracts?)\b",
    ),
    (
        "escap",
        r"\bescap(?:e|ed|ing) (?:injur\w+|unhurt|death|notice|punishment|blame|the (?:heat|water|waters|flood\w*|fire|flames|cold)|poverty)\b",
    ),
    (
        "desert",
        r"\bdeserted (?:street|station|village|house|road|town|bridge|market|yard|beach|building)s?\b|\bgobi desert\b|\b(?:stood|lay|was|were|looked|is|are|almost|nearly|half) deserted\b",
    ),
    ("kidnap", r"\bkidnap(?:ping)? (?:issue|question)s?\b"),
    ("trigger", r"\btrigger(?:s|ed|ing)? (?:a |an |the |fears?|off|concern\w*|panic)\b"),
    ("bar", r"\bbar(?:s|red)? (?:association|code|exam\w*)s?\b"),
    ("opening", r"\bopening fire\b"),
    (
        "clos",
        r"\bclos(?:e|er|est) (?:to|by|ties|friend\w*|ally|allies|relations?|up|at hand|together|look|watch)\b|\bclosing (?:ceremony|bell|price|date)\b|\bclosely\b",
    ),
    ("lock", r"\block(?:ed)? (?:horns|eyes|arms)\b"),
    ("seal", r"\bseal(?:ed|s|ing)? (?:a |the |its |their )?(?:deal|agreement|pact|letter|envelope|victory)s?\b"),
    ("fall", r"\b(?:last|this|that|next|early|late) fall\b"),
    ("sank", r"\bhearts? sank\b|\bsank to (?:his|her|their) knees"),
    (
        "collaps",
        r"\b(?:talks?|trade|market|currency|price|won|yuan|econom\w+|deal|exchange rate|business)s? (?:\w+ ){0,2}collaps\w+",
    ),
    ("crash", r"\b(?:stock|market|price|currency|website|site|server|app)s? (?:\w+ )?crash\w*"),
    ("virus", r"\b(?:computer|phone) virus(?:es)?\b"),
    ("sold", r"\bsold (?:out|off|well|at|for)\b"),
    (
        "lure",
        r"\blur(?:ed|ing|e) (?:tourists?|visitors?|investors?|customers?|buyers?|shoppers?|investment|fish|business(?:es)?|compan(?:y|ies))\b",
    ),
)
"""Phrases in which a cue word means something else, each with letters that it cannot be without; they are left out."""
