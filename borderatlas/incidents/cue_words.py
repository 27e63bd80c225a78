"""The cue words of the incident types: data, not code. `cues` adds them up."""

from __future__ import annotations

# Cue words: pattern and weight. 4 and 5 name the incident itself, 3 nearly so, 2 speaks for it, 1 is often circumstance.
# One set holds English, Korean and Chinese, which share no letters. The order of the types decides ties.
CUES: tuple[tuple[str, tuple[tuple[int, str], ...]], ...] = (
    ("repatriation", (
        (4, r"repatriat\w+|forcibl[ey] return\w*|\bdeport(?:ed|ation|ations)\b|(?:mass|such|large) returns?\b|\breturnees"),
        (4, r"\breturns? (?:of|from) (?:escapees|detainees|defectors|refugees)|handed over (?:more than |about |some )?\d+"),
        (4, r"(?:sent|sends|send|sending) back (?!home)|hundreds sent back|\breturn(?:ed|s|ing)? (?:about |some |around |more than )?\d+ (?:\w+ ){0,2}(?:escapees|defectors|refugees|north koreans)"),
        (2, r"sent (?:them |him |her |people )?(?:back|home)|^returns? from"),
        (4, r"강제 ?북송|송환(?!을 요구)|북송(?!하려)|되돌려 ?보내"), (3, r"遣返|遣送|送回"),
        (4, r"\b(?:hand(?:ed|s|ing)?|turn(?:ed|s|ing)?) (?:\w+ ){0,5}(?:over|back) (?:to|at|by|across|through)\b|\bhanded over\b|\bsent (?:\w+ ){0,6}back (?:to|across|over|through|by)\b|\bsent back\b|\bforced returns?\b|\breturn(?:ed|ing) by force|\bhand-?over of|\b(?:carr\w+|bused|driven|flown|shipped) .{0,40}\b(?:home|back)\b.{0,30}(?:gates?|crossings?|bridges?|border)"),
        (3, r"강제 ?송환|넘겨받|인계|돌려보냈|되돌려졌"), (3, r"移交|交还|引渡|押回|送返|遣送回"),
        (4, r"\b(?:hand(?:ed)?|turn(?:ed)?|deliver(?:ed)?|transferr?(?:ed)?) (?:\w+ ){0,6}?to (?:the )?(?:north korean|north|DPRK|chinese) ?(?:officers|guards|authorities|side|officials|police|agents)?|\breturned (?:\w+ ){1,6}to (?:the north|north korea|the DPRK|pyongyang)|\bforcibly (?:sent|returned|repatriated)|\btaken back (?:to|over|across)|\b(?:put|loaded) on(?:to)? buses"),
        (4, r"넘겨졌|넘겨진|넘겨 ?줬|되돌아왔|압송돼 왔|송환|북송"), (4, r"(?:送|遣|押|交|递解).{0,4}(?:回|还)(?:朝鲜|北韩|国|本国)|移交(?:给)?(?:朝|对方)|押回|引渡"),
    )),
    ("execution", (
        (5, r"\bexecut(?:ed|es|e|ions?)\b|firing squads?|put to death|shot in (?:secret|public)"),
        (3, r"sentenced to death|public trial"), (5, r"처형|총살|사형"), (5, r"处决|枪决|处死"),
        (5, r"\bhanged\b|\bshot by firing squad|\bput to death"), (5, r"총살|처단"), (5, r"枪毙|死刑|公审"),
        (5, r"\bshot (?:dead |to death )?(?:before|in front of) (?:a |the |an |hundreds|thousands|\d)[\w ,]{0,30}(?:crowd|people|residents|public|villagers)?|\bfaced? (?:a )?firing squad|\bpublicly (?:shot|hanged|killed)|\bdeath sentences? (?:was|were|carried)"), (5, r"공개 ?처형|총살|교수형"), (5, r"当众|伏法|行刑|处以极刑"),
    )),
    ("trafficking", (
        (4, r"\bsold (?:\w+ )?(?:\w+ )?women|women .{0,40}\bsold\b|(?:human|sex) trafficking|trade in .{0,20}women"),
        (4, r"\blur(?:ed|ing)\b|\bentic(?:ed|ing)\b|abduct\w+|kidnap\w+|drawn to(?! an? (?:close|end))\b"), (1, r"traffick\w+"),
        (4, r"인신매매|납치(?!됐던)|유인"), (4, r"贩卖(?:妇女|人口)|拐卖|绑架"),
        (4, r"\bsold (?:on |off )?(?:as|to|into|by)\b(?=.{0,40}(?:bride|wife|wives|farmer|men\b|brothel|husband))|\b(?:were|was|been) sold (?:to|into|as)\b|\btraffickers?\b|\bforced marriages?|\bwomen who had been promised|\bheld captive"), (4, r"팔려 ?(?:갔|나|가)|팔아 ?넘|납치|유괴"), (4, r"被卖|拐骗|诱骗|人贩|绑架|贩运(?:妇女|人口)"),
        (4, r"\b(?:ended up|forced|sold|resold|married off) .{0,30}\b(?:brides?|wives|wife|brothel|sex|marry|farmers?)|\bbrides? (?:for|of|to) (?:\w+ )?farmers|\bdup(?:ed|ing)\b|\btrick(?:ed|ing)\b|\bpromis(?:ed|ing) (?:\w+ ){0,4}(?:work|jobs?|a job)\b.{0,60}(?:sold|instead|brothel|bride)|\bransom\b|\bhostages?\b"), (4, r"속아|팔려|팔아|팔린|꾀어|유인|인질|몸값|강제 ?결혼|브로커에게 ?넘"), (4, r"骗(?:卖|婚|至|到)|卖(?:给|到|作|为)|拐|买卖妇女|逼婚|赎金|人质|诱拐|为妻"),
    )),
    ("desertion", (
        (4, r"\bdesert(?:ed|ers?|ion|ions|s)\b|(?:runaway|unarmed|armed) (?:border )?(?:guards?|soldiers?|men\b)"),
        (4, r"(?:guards?|soldiers?|troops?|patrolm[ae]n|platoon|night watch|military)\b.{0,90}(?:leaves? for china|fle[de]\w*|walked out|slipped|got away|break for|gone over|went over|ran off|left (?:his|their) (?:post|night))"),
        (4, r"탈영|부대를 이탈|초소를 벗어|(?:병사|군인|대원|경비병|간부).{0,25}(?:달아|넘어간|도주|이탈|탈북)"),
        (4, r"逃兵|士兵.{0,6}(?:逃|叛)"),
        (4, r"\b(?:left|abandon(?:ed)?|leav(?:es|ing)) (?:his|her|their|its) (?:post|unit|barracks|company|guard post)|\bAWOL\b|\barmed (?:\w+ )?(?:deserter|soldier|conscript|private|guard)\b|\b(?:soldier|conscript|private|sentry|guardsman|sergeant|corporal|lieutenant)s?\b.{0,60}\b(?:fled|crossed|walked over|waded|swam|defected|deserted|absconded|missing)"), (2, r"\bmanhunt\b|search for (?:a|the) (?:soldier|deserter|guard)"), (4, r"(?:병사|군인|경비대원|하전사|군관|분대장|소대장).{0,30}(?:도망|건너|도강|월경|이탈|넘어)|무장 ?탈영"), (4, r"(?:士兵|军人|军官|哨兵|逃兵)[^向，。]{0,16}(?:越境|逃|叛逃|潜入|过江|渡江|擅离|携枪)|持枪越境|携械"),
        (4, r"\b(?:corporal|private|sergeant|soldier|conscript|sentry|guard|lieutenant|officer|recruit|trooper)s?\b.{0,40}\b(?:walked off|went absent|absent without|ran away|ran off|slipped away|vanished|disappeared|took off|bolted|got away)|\bwent over the hill"), (4, r"(?:병사|군인|대원|분대장|소대장|군관|하전사|경비병).{0,24}(?:부대를 떠|행방|사라|자취|근무지|초소를 떠|탈출)|근무지를? ?이탈|군무 ?이탈"), (4, r"离队|擅自离|逃离(?:部队|哨所|岗)|(?:士兵|哨兵|军人|战士).{0,12}(?:失踪|不见|逃跑|出逃)"),
    )),
    ("shooting", (
        (3, r"\bshot\b(?! in (?:public|secret)| by firing)|\bshooting\b|open(?:ed)? fire|\bfires? on\b|fired (?:at|on)|gun ?(?:fire|fight|battle)|shoot-out"),
        (2, r"\bkill(?:ed|s|ing)?\b|\bmurder\w*|\bstabb\w+|ambush\w*|\battack\w*|\bassault\w*|robb(?:ed|ery|eries)|\bdeath of\b|fatally"),
        (3, r"총격|총에 맞|쏘아|사살|교전"), (2, r"살해|강도|피습"), (3, r"枪击|开枪|枪杀|抢劫"), (2, r"遇害|杀害|袭击|持枪"),
        (2, r"\bshots?\b(?! (?:of|from|show))"), (3, r"\bshots? (?:were |was )?(?:fired|rang|at)|\bgunshots?\b|\bshoots?\b|\bfiring (?:at|on|over)|\bfired (?:\w+ ){0,3}(?:shots?|rounds?|over|into|warning)|\bwarning shots?\b|\bgunned down|\bbeat(?:en|ing)? (?:to death|up|unconscious)|\bbeaten\b|\bhacked\b|\bstabb\w+|\bmurder|\bclash(?:ed|es)?\b|\bbrawl|\bset upon\b"),
        (2, r"\bhomicide|\bwounded\b|\bbludgeon|\bknif\w+|\bmugg(?:ed|ing)"), (3, r"총을 쏘|총을 쐈|발포|총상|총성|피격|흉기|찔[러려]|살인|폭행|집단 ?구타|난투|습격"), (3, r"开火|射击|射杀|鸣枪|遭枪|中弹|击毙|击伤|打伤|命案|凶案|杀死|被杀|砍(?:死|伤|杀)|刺伤|刺死|斗殴|劫"),
        (3, r"\bopened up\b|\bgunfire\b|\bbullets?\b|\bhit in the (?:leg|thigh|arm|chest|head|back|shoulder)|\bsniper|\bknifed\b|\bstrangl|\bsentr(?:y|ies) (?:shot|fired)|\bshot (?:at|dead|and|by|him|her|them|two|three|a )|\bbod(?:y|ies) .{0,30}(?:wounds?|bullet)|\battack(?:ed|ers?)\b|\bstruck .{0,20}with (?:a|an) (?:axe|knife|club|iron)"),
        (3, r"쏜 ?총|총을 ?맞|총알|총기 ?(?:사고|난사)|사격을? ?(?:가|했|받)|피살|숨지게|괴한|칼에|공격(?:을 ?받|했|당)|습격|강탈|구타|때려"), (3, r"连开|开(?:了)?(?:数|两|三|几|一)?枪|枪声|中枪|遭袭|袭击|入室|行凶|歹徒|殴打|枪响|扫射|劫持"),
    )),
    ("bribery", (
        (3, r"\bbrib(?:e|es|ed|ery|ing)\b|protection (?:fees?|money|racket)|kickbacks?|pay-?offs?|collusion|extort\w*"),
        (2, r"corrupt(?:ion)?|look(?:ing)? away|sells? protection|pocket(?:ed|ing) money"),
        (3, r"뇌물|보호비|부패|상납"), (3, r"贿赂|受贿|腐败|索贿"),
        (3, r"\bdemand(?:s|ed|ing)? (?:\w+[ ,]){0,3}(?:money|cash|yuan|payment|fees?|\d[\d,]* yuan|\$|a share|a cut)|\bforc(?:ed?|ing) .{0,60} to pay\b|\bshake(?:n)? ?down|\bpay(?:ing|s)? (?:off|the guards?)|\btak(?:e|es|en|ing) money|\bskim|\bembezzl|\bgraft\b|\bfor a fee\b|\bhush money|\bthe usual (?:bribe|sum)|\bhand(?:s|ed)? .{0,20}(?:to a guard|to the guards)|\bmust (?:hand|pay) .{0,30}guard"), (3, r"뒷돈|돈을 (?:받|뜯|요구|바치)|갈취|착취|수수|횡령|매수|금품"), (3, r"索要|勒索|行贿|收受|收取.{0,8}贿|受贿|贪污|好处费|买路钱|保护费|敲诈|挪用"),
        (3, r"\b(?:took|takes|taking|tak(?:en)?|ask(?:s|ed|ing)? for|want(?:s|ed)?) (?:a |their |his )?(?:cut|share|commission|gifts?)\b|\blook(?:s|ed|ing)? the other way|\bthe sum (?:that |which )?(?:they|guards|he)\b|\bgo(?:ing)? rate\b|\bunder the table|\bgreas(?:e|ed|ing)|\bpay (?:the )?(?:guards?|officers?|soldiers?|them|him)\b|\bcharg(?:e|ed|es|ing) .{0,30}(?:yuan|won|dollars|a head|a person)|\bfin(?:e|es|ed) .{0,20}pocket"), (3, r"눈감아|돈을 ?(?:받|뜯|챙|내|건네|찔러)|대가로.{0,20}(?:돈|위안|달러|받)|벌금 ?명목|상납|바치|떼어|챙기고"), (3, r"收取|每.{0,8}收|索取|塞钱|好处|打点|放行费|收钱|要钱|吃回扣|回扣|送钱|罚款.{0,6}(?:私|腰包)"),
    )),
    ("smuggling", (
        (3, r"(?<!\bfor )(?<!\bby )smuggl(?!ers?\b|ed (?:cell|mobile )?phones?|ed handsets?)\w+|contraband|carr(?:y|ied|ying) goods (?:over|across)"), (2, r"\bdrugs?\b|methamphetamine|illicit trade|opium|narcotic\w*|in breach of sanctions"),
        (3, r"밀수(?!꾼|업자|범)|마약|밀무역"), (3, r"走私(?!者|犯)|毒品|贩毒"),
        (3, r"\b(?:hid(?:den)?|conceal\w*) (?:in|under|inside|beneath) .{0,40}(?:truck|lorry|boat|cargo)|\bcontraband|\b(?:in breach of|despite|evad\w+|violat\w+) [\w. ]{0,28}?(?:sanctions|ban|embargo)\b|\bwithout plates\b|\bcrystal meth|\bheroin|\bcounterfeit|\bbootleg|\bmov(?:ed|ing) (?:raw )?(?:gold|goods|copper|ore|ginseng)\b.{0,30}\b(?:over|across|river|border)|\bunder cover of (?:night|darkness)|\bwithout (?:papers|declar\w+|licen[cs]e)"), (1, r"\bsmugglers?\b|\bbarges?\b|\bginseng\b|\bsacks?\b"),
        (3, r"밀수선|밀거래|빼돌리|빼돌린|밀반[출입]|몰래 ?(?:들여|넘기|실어|운반|팔)|빙두|필로폰|금괴|밀매"), (3, r"私货|偷运|冰毒|查扣|查获|查獲|涉嫌走私|偷渡货|私运|贩私|非法(?:交易|运输|贩)|未经检疫"), (1, r"走私者|밀수꾼|밀수업자"),
        (3, r"\b(?:found|discovered|confiscat\w+|seiz\w+|intercept\w+) .{0,40}\b(?:phones?|cigarettes|gold|ivory|ginseng|copper|pills|meth|drugs?|medicine|seafood|crabs?|timber|logs|goods|cash|coal|fuel|diesel|herbs)\b|\b(?:passed|carried|hauled|floated|ferried|moved|tak(?:en|ing)|brought|sneaked|slipped) .{0,20}(?:over|across) (?:the )?(?:river|ice|border|water|tumen|yalu|amnok)|\bhaul of\b|\bstash"),
        (2, r"넘기(?:던|려|다)"), (3, r"밀수(?!꾼|업자)|몰래.{0,20}(?:실어|나르|넘겨|들여|옮기)|짐을 (?:나르|옮기|넘기)|뒷거래"), (3, r"夹层|夹带|藏匿|私藏|偷偷.{0,8}(?:运|卖|过)|走私(?!者)|暗中.{0,6}(?:交易|运)|倒卖"),
    )),
    ("surveillance", (
        (3, r"surveillance|\bcameras?\b(?! crew)|\bjamm(?:ing|ed)\b|detectors?|wiretap\w*|signals? (?:blocked|interfer\w+)|\bGPS\b|face-recognition"),
        (2, r"(?:phone|chinese) signals?|infrared|interfering|radio wave|monitoring|tracking units?|watch units|house searches|searched one by one|checks everywhere"),
        (3, r"감시 ?카메라|전파 ?(?:방해|탐지)|도청|감시 장비"), (2, r"감시"), (3, r"监控|摄像头|信号干扰|监听"),
        (3, r"\beavesdrop|\bfacial[- ]recognition|\bdrones?\b|\bsensors?\b|\bCCTV|\bmasts?\b.{0,30}(?:signal|phone|jam)|\btrack(?:er|ers|ing) (?:devices?|units?|systems?)|\bmotion detect|\bthermal|\bjammers?\b|\bspy(?:ware|ing)|\bantennas?\b|\bjamming\b|\bcalls .{0,50}\b(?:break off|cut off|fail)"), (3, r"CCTV|카메라|탐지기|전파|추적 ?장치|열상|드론|방해 ?전파|감시 ?체계|위치 ?추적"), (3, r"人脸识别|探头|监视器|无人机|红外|定位|干扰(?:器|信号|设备)|窃听|侦测"),
        (3, r"\blenses\b|\bhandsets?\b.{0,40}(?:lose|cut|block|signal|network)|\bsignals? (?:is|are|was|were|has|have|vanish|drop|los)|\bphone users?\b|\bcaught (?:using|on) .{0,20}phone|\bwatching (?:devices|posts)|\blisten(?:ing)? (?:devices|posts|in)\b|\bmonitor(?:s|ed)?\b|\bscanners?\b|\bsearchlights?|\bcheckpoints? (?:with|scan)|\binspect phones"), (3, r"전파탐지|탐지(?:차|기|설비)|통화자|손전화 ?(?:사용|통화|단속)|신호.{0,10}(?:차단|방해|약)|도감청|카메라|적외선|경보기|추적"), (3, r"摄像|信号.{0,8}(?:干扰|中断|屏蔽|受)|屏蔽|探测|监测(?:器|设备)|雷达|探照灯|热成像|侦听"),
    )),
    ("border_works", (
        (3, r"\bfenc(?:e|es|ing)\b|barbed[ -]wire|barriers?|guard posts?|\bwalls?\b|watchtowers?"),
        (2, r"(?<!barbed )\bwire\b|(?<!guard )\bposts\b|concrete"),
        (3, r"철조망|장벽|초소를? (?:신설|짓|세우)|울타리"), (3, r"铁丝网|围栏|边境墙|隔离网"),
        (3, r"\b(?:string(?:ing|s)?|strung) (?:\w+ ){0,5}wire|\bwire\b.{0,40}\b(?:strung|laid|put up|spread)|\bconcrete wall|\belectrif(?:y|ied)|\bguard (?:huts?|towers?|houses?)|\bbarracks\b|\bpatrol (?:road|path|track)s?|\bbunkers?\b|\btrench(?:es)?\b|\bspike(?:s|d)?\b|\b(?:new|fresh) posts?\b|\bhuts?\b.{0,25}(?:built|counted|gone up|put up)|\brow of (?:fencing|wire)|\bfencing\b|\btrip-?wires?|\bembankments?\b.{0,20}(?:built|rebuilt|raised)|\bpier\b|\bjetty\b.{0,20}(?:built|new)"),
        (3, r"철책|전기 ?울타리|담장|방벽|초소(?:가|를|들이| \S{1,6}(?:가|이)| ?\d)|경비 ?초소|차단물|장애물|콘크리트 ?벽|감시탑|망루|함정"), (3, r"铁丝|围墙|隔离栏|钉板|(?:设|建|增|新|加).{0,6}(?:哨所|岗哨)|瞭望塔|水泥墙|防护网|拒马|栅栏|修建.{0,10}(?:墙|网|哨)|加固"),
        (3, r"\b(?:pour(?:ing|ed)|lay(?:ing)?|laid) (?:of )?concrete|\bdug (?:ditches|trenches|pits|holes)|\b(?:ditches|pits|trenches) (?:lined|with|dug)|\bnails?\b.{0,20}(?:boards?|planks?|bank|spik)|\b(?:building|built|builds|erect\w+|construct\w+|put(?:ting)? up|rais(?:ed|ing)|install\w+|rebuilt|repair\w+|strengthen\w+|complet\w+|finished) .{0,50}\b(?:fence|fencing|walls?|posts?|towers?|huts?|barracks|wire|barrier|road|bunkers?|embankment|checkpoint)s?\b|\b(?:fence|fencing|wall|post|tower|wire|barrier)s?\b .{0,40}\b(?:built|erected|completed|finished|installed|gone up|going up|rebuilt|extended|doubled|torn down|removed)"), (3, r"구덩이|못판|참호|방호벽|울타리|(?:철조망|초소|감시탑|장벽|담|도로|차단벽|제방).{0,16}(?:설치|세우|세워|신설|증설|보강|쌓|건설|완공|철거|늘)"), (3, r"(?:修|建|筑|架|拉|装|加|铺|立|拆).{0,12}(?:墙|铁丝网|围栏|护栏|网|哨|岗亭|塔|壕|路障|隔离)|混凝土|壕沟|挡墙|铁蒺藜|护岸"),
    )),
    ("closure", (
        (4, r"\block(?:ed)?[ -]?downs?\b|\bsealed(?: off)?\b|closure of|closed (?:off|to)|shut (?:out|at|the)|off[- ]limits|cut off for|(?:ban(?:ned)?|barred) (?:on|from) entry|\bban on entry|stopped admitting"),
        (2, r"\bclos(?:es|ed)\b|no longer (?:come|cross)|suspended|state of emergency|quarantine|curfew|keeps? people .{0,20}away"),
        (3, r"봉쇄(?! ?기간)|출입 ?(?:금지|통제)|폐쇄|통행 ?금지"), (3, r"封锁|封城|关闭口岸|禁止通行|关闭"),
        (4, r"\b(?:was|were|been|is|are|has|have) (?:closed|shut|sealed|cordoned)\b|\bclosed (?:the|its|all|down|for)\b|\bshut (?:down|its|since|for|after)\b|\bcurfew\b|\bconfined to\b|\bno ?body may\b|\bmay not (?:leave|travel|go|enter)|\bbarred (?:travel|people|residents|entry)|\bhalt(?:ed|s)? (?:all )?(?:traffic|crossings?|tours?|passage)|\bclearance .{0,40}suspended|\bforbid(?:s|den)?\b|\bcordon(?:ed)?\b|\broadblocks?\b|\bban(?:ned|s)? (?:people|residents|boats|fishing|travel)|\breopen(?:ed|s|ing)?\b"),
        (3, r"통금|통행을? ?(?:금지|제한|차단)|이동 ?(?:금지|제한|통제)|차단(?:됐|했|하|된|령)|격리|출입을? ?(?:막|금|통제)|문을 ?닫|막혔|재개(?:장|방|통)|금지령|장사를 ?막|금지했"), (3, r"关闭|停航|停运|封江|封路|封村|宵禁|戒严|禁止|不准(?:出|进)|严禁|暂停(?:通关|通行|开放)|切断|限制出入|封鎖|封闭|重新开放"),
        (4, r"\bno ?(?:one|body) (?:may|can|could|was allowed|is allowed)|\bnot (?:allowed|permitted) to (?:leave|enter|go|travel|cross|fish)|\b(?:told|ordered|forced|made) to (?:stay|remain|keep) (?:at home|indoors|inside|away)|\bstay(?:ed)? indoors|\boff limits|\b(?:gate|bridge|crossing|customs|market|school|road|port|town|city|county|border)s? (?:was |were |has been |have been |is |are |had been )?(?:shut|closed|sealed|blocked)|\b(?:clos(?:ed|es|ing)|shut(?:s|ting)?|block(?:ed|s|ing)?|seal(?:ed|s|ing)?) (?:off )?(?:the |its |all |every |both )?(?:gate|bridge|crossing|customs|market|road|port|town|city|county|border|frontier|river|bank)|\btravel (?:ban|permits?)|\bmovement (?:was|is|between)|\brestrict(?:ed|ions?|s)?\b"),
        (3, r"(?:이동|통행|외출|출입|왕래|출어|장사|여행).{0,14}(?:금지|막|통제|제한|차단|중단)|문을 ?닫|밖에? ?(?:나오지|나가지) ?못|집 ?밖|못을 ?박|폐쇄|봉쇄(?! ?기간)|통제령|격리|운영.{0,6}중단|길을 ?막"), (4, r"不得(?:外出|出入|进入|离开|靠近)|停止(?:通关|通行|运营|办理|营业)|设卡|封控|封(?:城|村|路|江|关|闭)|闭关|关停|禁(?:止|令|行|渔)|居家|暂停|重启|解封|恢复通"),
    )),
    ("health", (
        (3, r"\bbird flu\b|coronavirus|covid(?:-19)?|epidemic|outbreak|\binfect(?:ion|ions|ed)\b|vaccin\w+"),
        (1, r"quarantine|pandemic|virus"), (3, r"코로나|전염병|방역|조류 ?독감|감염"), (3, r"疫情|新冠|禽流感|防疫|感染"),
        (3, r"\bcholera|\btyphoid|\btyphus|\bmeasles|\bfever (?:cases|patients|was)|\bfever\b|\bdysentery|\benteritis|\bdiarrh|\bdisease|\bquarantin\w+(?! (?:rules?|measures?|restrictions?|orders?|regime|laws?)\b)|\bfoot-and-mouth|\bswine fever|\btuberculosis|\billness|\bfell ill|\bfallen ill|\bdisinfect"), (3, r"콜레라|장티푸스|홍역|열병|발열|독감|결핵|설사병|파라티푸스|구제역|돼지 ?열병|비루스|확진|소독"), (3, r"霍乱|伤寒|麻疹|发热|流感|肺炎|病例|病毒|染病|猪瘟|口蹄疫|传染病|隔离点|消毒"),
        (3, r"\bdiarrh(?:o)?ea|\bcull(?:ed|ing)|\bsick(?:ened|ness)?\b|\bpoison(?:ed|ing)|\bcases? of\b|\bpatients?\b|\bepidemic|\binfluenza|\bflu\b|\bswine\b|\bcontagio|\bclinic|\bhepatitis|\bscarlet|\bmalaria|\bencephalitis|\bmask(?:s)?\b.{0,20}(?:wear|order)|\bspread(?:ing|s)? (?:among|in|through).{0,30}(?:children|school|pigs|village|town)"), (3, r"번져|퍼져|퍼지|앓|돌림병|전염|설사|고열|환자|식중독|중독|폐사|살처분|수두|뇌염|말라리아|성홍열|괴질"), (3, r"腹泻|中毒|感染者|患者|确诊|染疫|扑杀|疫病|发病|高烧|猩红热|疟疾|疫苗|就诊"),
    )),
    ("disaster", (
        (3, r"\bflood(?:s|ed|ing)?\b|typhoon|landslides?|downpours?|under water|explosion|\bblast\b|earthquake|mudslides?"),
        (2, r"\b(?:exceptional|heavy|torrential) rain|disaster|evacuat\w+|\bsank\b|\bsinks?\b|capsiz\w+|in flames|burn(?:t|ed)\b"),
        (2, r"\bswollen\b|\bfound dead\b"), (1, r"\brain\b|storms?\b|dykes?|dikes?|rescue|drown(?:ed|s)?\b|washed away"),
        (3, r"홍수|폭우|큰물|침수|태풍|산사태|폭발|수해|범람"), (3, r"洪水|洪峰|暴雨|洪灾|台风|泥石流|爆炸|防洪|流量"),
        (3, r"\bflood ?waters?\b|\bdrowned\b(?!.{0,20}cross)|\binundat|\bwildfire|\bcollaps(?:ed|e|ing)\b|\bcollided?|\bcollision|\bcapsiz|\bburst (?:its|over)|\boverflow(?:ed|s|ing)?\b|\bover its banks|\bclimbed over|\bpoured over|\bburst its banks|\bderail|\bcrash(?:ed)?\b|\bswept away|\bwashed (?:away|out)|\bcaught fire|\bon fire\b|\bfire (?:broke|destroyed|swept|in|at|that)|\bbur(?:ied|ying)\b|\btremor|\bmud(?:slide|flow)?\b|\bd[yi]ke (?:broke|gave way|burst|has given way)|\bbreach(?:ed)? (?:a|the) d[yi]ke|\bavalanche|\bblizzard|\bsnowstorm|\bdrought\b|\bfroze to death|\bfound frozen|\bsinking|\bunder mud"),
        (3, r"화재|불이 ?나|무너졌|무너지|붕괴|침몰|전복|충돌|추락|익사|물에 ?잠|물난리|산불|눈사태|가라앉|넘치|폭설|지진|탈선|매몰|동사"), (3, r"火灾|起火|失火|坍塌|倒塌|塌方|沉没|翻船|相撞|碰撞|溺水|溺亡|山火|雪崩|地震|山崩|水灾|洪灾|冲毁|淹没|积水|泥石流|车祸|遇险|被困|决堤|决口|涨水|超警|受灾|豪雨|暴涨|地震"),
        (3, r"\bblaze\b|\bgutted\b|\bflames\b|\binferno|\bplung(?:ed|es|ing)\b|\boverturn|\brose (?:\w+ ){1,3}(?:met(?:er|re)s|feet)|\bwash(?:ed|ing) .{0,24}(?:away|out)|\bhouses? (?:was|were)? ?(?:swept|destroyed|lost|buried|flattened)|\bdrown(?:ed|ing|s)?\b|\btorrent|\bdebris|\bthin ice|\bice (?:broke|gave way|cracked)|\bavalanche|\bgale|\bhail\b|\bfroze(?:n)? to death|\bpower (?:cut|outage)|\bsank\b|\brescued?\b|\bmissing after|\bblast\b|\bexplod"), (3, r"전소|불길|타 ?버|무너져|묻혔|묻히|떠내려|불어나|휩쓸|잠겼|잠긴|유실|터져|폭발|감전|추락|전복|조난|얼음이 ?(?:깨|꺼)|얼어 ?죽|동사|익사|사고(?:가|로)|피해를 ?입|수재|이재민|인명 ?피해"), (3, r"大火|火势|坠(?:入|江|落|毁)|遇难|被埋|被淹|倒灌|漫(?:过|堤)|上涨|暴发|洪|冲(?:走|垮|断|毁)|垮塌|崩塌|侧翻|倾覆|冻死|破冰|落水|失事|遇险|爆(?:炸|裂)|灾(?:民|害|情)|断电"),
    )),
    ("arrest", (
        (3, r"\barrest(?:s|ed|ing)?\b|\bdetain(?:s|ed|ees)?\b|taken into custody|rounded up|crack(?:ed|s)? ?down|break up gang"),
        (2, r"\bheld\b|\bholds?\b|\bholding\b|jailed|\bcustody\b|inspection team|inspectors|caught|searched|\btrial\b|prison|\bseized\b|\bimpounded\b|taken away"),
        (3, r"체포|검거|단속|구금|붙잡|검열|적발"), (3, r"被捕|逮捕|抓获|拘留|打击"),
        (3, r"\b(?:was|were|been|are|is) (?:caught(?! (?:when|in|up|by (?:the )?(?:flood|water|current|fire)))|seized|led away|taken away|held|detained|picked up|captured|nabbed|questioned|interrogated|hauled)|\bcaptur(?:ed|e)\b|\bpicked up\b|\bled away|\btaken (?:away|into custody)\b|\bapprehend|\braid(?:ed|s)?\b|\bbanish(?:ed)?\b|\bexpel(?:led)?\b|\bsentenced to\b(?! death)|\bpurge|\bround-?up|\bimprison|\bbehind bars|\bbroken up|\bpolice (?:held|seized|caught|detained)|\bstopped (?:three|two|\w+ men)"),
        (3, r"끌려 ?갔|끌려 ?간|잡혀 ?갔|붙들|연행|구속|수감|잡혔|체포됐|압송|추방|교화|재판|색출|소탕|규찰|나포|압류|단속에 ?걸"), (3, r"抓走|抓捕|带走|落网|拘捕|扣押|查处|清查|判刑|判处|羁押|截获|擒|搜捕|破获|打掉|押送|押往|拦下|劝返|驱逐|查扣"),
        (3, r"\bhauled (?:off|away|in)\b|\bsentenced\b(?! to death)|\btook .{0,30}(?:in for questioning|away|into custody)|\brounding up|\bjailed\b|\bsent to (?:a |the )?(?:\w+ )?(?:camp|prison|labou?r)|\bhandcuff|\bhunt(?:ed|ing)? (?:down|for)|\bconfined\b|\bheld (?:for|on|in|by|since|without)\b|\bunder (?:arrest|investigation)|\bsearch(?:ed|es|ing) (?:every|all|homes|houses|each)|\bexile[sd]?\b"), (3, r"잡아갔|잡아들|잡혀|붙들려|끌고 ?갔|단련대|교양소|교화소|관리소|구류|조사를 ?받|심문|수색|가택|처벌|숙청|해임|철직|검거|보위부에 ?(?:끌|잡|체)"), (3, r"带走|调查|拘|关押|收押|落马|免职|传唤|通缉|缉拿|服刑|劳改|劳教|搜查|清剿|查抄|惩|处分|审讯"),
    )),
    ("military", (
        (3, r"land ?mines?\b|\bmines (?:had|have|were|are|laid)|laying mines|troops (?:travel|deployed|sent)|artillery|fighter jets?|military exercises?|\bdrill\b"),
        (2, r"special (?:forces|troops)|storm corps"),
        (1, r"\btroops\b|soldiers|battalion|brigade|army corps"),
        (3, r"지뢰|병력 ?(?:배치|증강)|훈련"), (3, r"地雷|部署|演习|增兵"),
        (3, r"\b(?:units?|companies|company|battalions?|regiments?|brigades?|platoons?|troops|corps)\b.{0,60}\b(?:arrived|moved|posted|deployed|transferred|replaced|swapped|rotated|changed places|took over|sent|reinforc\w+)|\breinforcements?\b|\bnavy\b|\bmissiles?\b|\btanks?\b|\bmanoeuv|\bmaneuv|\bgarrison|\brotation\b|\bhowitzer|\brocket"), (2, r"\bpatrols? (?:doubled|were|had been)"), (3, r"부대.{0,20}(?:투입|이동|교체|배치|증원|도착|철수)|병력|군부대.{0,12}(?:증원|이동)|증파|사격 ?훈련|폭풍군단|교대"), (3, r"增派|调防|换防|进驻|集结|兵力|军演|驻军|炮|布雷|埋雷|撤军"),
        (3, r"\b(?:brigade|battalion|regiment|division|company|platoon|unit|corps)s?\b.{0,40}\b(?:rolled|moved|came|went|marched|dug in|stationed|dispatched|sent|replac\w+|reliev\w+|transferr?ed|withdr\w+|arriv\w+)|\bsappers?\b|\blaying mines|\bmines? (?:along|on|in|near|laid|planted|buried)|\blive[- ]fire|\bpatrols? (?:were |have been |had been )?(?:doubled|stepped up|reinforced|tripled)|\bon (?:high )?alert\b|\bmobili[sz]ed\b|\breservists?\b|\bconvoys? of (?:army|military|troops)|\bshell(?:s|ing)\b"), (3, r"부대.{0,24}(?:교대|투입|이동|배치|증강|파견|도착|철수|주둔)|특수부대|지뢰(?:가|를|밭)?.{0,12}(?:매설|묻|깔|터)|비상(?:이|경계|근무|령)|전투 ?준비|경계 ?태세|군인들이 (?:새로|대거)|증원|실탄|포 ?사격"), (3, r"增派|进驻|换防|实弹|驻扎|戒备|军队.{0,8}(?:调|集|进|增)|埋(?:设)?地雷|布(?:设)?雷|加强(?:警戒|巡逻|戒备)|战备|增兵|部队.{0,8}(?:调|到|抵|集)|巡逻队"),
    )),
    ("trade", (
        (3, r"customs|\bexports?\b|\bimports?\b|tour groups?|goods train|freight|lorries|\bcargo\b|economic zone|free trade"),
        (2, r"\btrade\b|tourists?|\bbridge\b|trucks|business(?:es)?|market|seafood|workers? go home|\bzone\b|crossing (?:to|between)|passengers|buyers"),
        (1, r"\btraders?\b|\bstaff\b"),
        (3, r"무역|교역|수출|수입품"), (2, r"세관"), (2, r"관광|대교|시장"), (3, r"贸易|口岸|海关|货运|客货|出口"), (2, r"旅客|游客|大桥"),
        (2, r"\btrains?\b.{0,40}\b(?:crossed|arrived|left|rolled|passed|resum\w+|carr\w+)|\bopened to (?:traffic|lorries|trucks)|\bport\b|\bshipments?\b|\bcontainers?\b|\blorr(?:y|ies)\b|\btruckloads?|\bcoal\b|\btonnes?\b|\bcrates\b|\btaxis?\b|\brestaurants?\b|\bfair\b"), (2, r"\btraffic\b|\bprices?\b|\bgoods\b|\bcross-border\b|\bvisitors?\b|\bwagons?\b|\brail\b"), (2, r"교역|화물 ?(?:열차|차|트럭)|통관|수입|관광객|무역상|컨테이너|트럭|통상구|물동량|개통|대방"), (2, r"通关|通車|通车|进出口|出入境|班列|列车|货车|卡车|开通|商贸|集装箱|吞吐|海产|楼市|房价|首航|复航|复运|客运"), (1, r"商人|经营|价格"),
        (2, r"\bexport(?:ed|ers?|s)?\b|\bimport(?:ed|ers?|s)?\b|\bpassengers?\b|\btouris[tm]\w*|\btraders?\b.{0,30}\b(?:order|buy|sell|wait)|\bwholesal|\bshop(?:s|keepers?)\b|\bfactor(?:y|ies)\b|\bworkers\b.{0,30}\b(?:sent|abroad|factory|arriv)|\bopened (?:for|to) (?:business|trade)|\bstamps?\b"), (2, r"수출|수입|상품|장마당|시세|가격|물가|거래|상점|공장|로동자|관광|여객|운행|개방|합작"), (2, r"订单|批发|零售|市场|生意|价|工厂|工人|劳务|旅游|旅行|开业|合作|投资|贸|运行|开行|列车|航线"),
    )),
    ("crossing", (
        (3, r"\bdefect(?:ed|ion|ions|ing)?\b|\bescap(?:e|ed|ing)\b|over frozen|walk(?:ed|s)? over the|\bwad(?:e|ed|ing)\b|footprints|cross(?:ed|ers?|es|ing) (?:over |into |the )?(?:the )?(?:river|border|tumen|yalu|china|frozen|ice)|illegal(?:ly)? (?:cross\w+|entry)|vanish over"),
        (2, r"\b(?:went missing|disappeared|not been traced|vanish(?:ed)?)\b"), (1, r"\bescapees?\b|\bdefectors?\b|refugees?|over the border|drown(?:ed|s)?\b"),
        (3, r"탈북(?!민)|월경|도강|국경을 넘|강을 건너|건너는"), (1, r"탈북민"), (3, r"脱北(?!者)|越境|偷渡|渡江|逃离"), (1, r"脱北者"),
        (3, r"\bfle(?:d|es|eing)\b(?! (?:their|from their) homes?)|\bslip(?:ped)? (?:across|over|into china)|\bswam\b|\bswum\b|\bcross(?:ed|ing)? (?:into|over|to) |\bcrossed the\b|\btr(?:y|ied|ying) to (?:cross|wade|swim|flee)|\bwent over (?:to|the)\b|\bover the ice\b|\b(?:reached|got to|made it to) china\b|\bjail ?break|\bgot out of\b|\bbreak ?out\b|\bdefectors? (?:crossed|fled)|\bover the river by night"), (3, r"강을 건넜|건너다|건너려|넘어갔|넘어와|탈출|도주|잠입|밀입국|두만강을 건|압록강을 건"), (3, r"渡河|过江|越江|渡过|蹚|泅渡|潜逃|逃往|逃到|逃入|非法入境|越狱|游过|涉过|徒步过"),
        (3, r"\b(?:made|attempt(?:ed|ing)?|make) the crossing\b|\bdrift(?:ed)? (?:across|over|ashore)|\bc[ao]me ashore\b|\b(?:across|over) the (?:ice|river|border|tumen|yalu|amnok) (?:at|by|on|in|with|and|during|under)\b|\b(?:sneak|snuck|sneaked|stole|crept|swam|paddled|rafted|rowed|ran|got|went) (?:across|over|into china)\b|\basylum\b"),
        (3, r"강을 ?넘|도강|월강|국경을 ?(?:건너|넘)|밀입북|자취를 감|헤엄쳐|행방(?:을 감|이 묘연|불명)"), (3, r"越过(?:边境|国境|边界|江)|下落不明|游到|游向|趟过|偷越|闯入|逃北|投奔|失踪"),
    )),
)  # fmt: skip

# The cues are written in simplified characters. These pairs cover the traditional forms of what is in them, one for one.
SIMPLIFIED = str.maketrans(
    "邊國門關鎖槍擊殺處決軍車貿運貨開閉災風過漁罰藥險執輛鐵絲網圍牆攝監視頻識別臉機無線電話號碼測紅訊訴審訪問員團隊調駐進陣營"
    "練習勢條與從來時間後復遷傷斷層裝設備築崗點場樓橋樑鐘銅礦產業務應該現實際發覺潛脫離誘騙賣婦綁劃緝輸賄貪汙敗費錢級導彈戰總"
    "統領會議討論閒滿漲淪縣鎮鄉東華龍蘇聯軌傳確診陽陰癥竊聽偵簽證護檢驗區縮減壓價買雙種類藝園記憶響韓鴨綠圖們搶鬥毆斃鳴據稱認"
    "謀盜農馬驅滯隨勸攔獲沒當選舉報單獨衝毀懸積潰壩暫緊狀態爐燒帶於蓋礙協葉學廠屍",
    "边国门关锁枪击杀处决军车贸运货开闭灾风过渔罚药险执辆铁丝网围墙摄监视频识别脸机无线电话号码测红讯诉审访问员团队调驻进阵营"
    "练习势条与从来时间后复迁伤断层装设备筑岗点场楼桥梁钟铜矿产业务应该现实际发觉潜脱离诱骗卖妇绑划缉输贿贪污败费钱级导弹战总"
    "统领会议讨论闲满涨沦县镇乡东华龙苏联轨传确诊阳阴症窃听侦签证护检验区缩减压价买双种类艺园记忆响韩鸭绿图们抢斗殴毙鸣据称认"
    "谋盗农马驱滞随劝拦获没当选举报单独冲毁悬积溃坝暂紧状态炉烧带于盖碍协叶学厂尸",
)  # fmt: skip
