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
    )),
    ("execution", (
        (5, r"\bexecut(?:ed|es|e|ions?)\b|firing squads?|put to death|shot in (?:secret|public)"),
        (3, r"sentenced to death|public trial"), (5, r"처형|총살|사형"), (5, r"处决|枪决|处死"),
        (5, r"\bhanged\b|\bshot by firing squad|\bput to death"), (5, r"총살|처단"), (5, r"枪毙|死刑|公审"),
    )),
    ("trafficking", (
        (4, r"\bsold (?:\w+ )?(?:\w+ )?women|women .{0,40}\bsold\b|(?:human|sex) trafficking|trade in .{0,20}women"),
        (4, r"\blur(?:ed|ing)\b|\bentic(?:ed|ing)\b|abduct\w+|kidnap\w+|drawn to(?! an? (?:close|end))\b"), (1, r"traffick\w+"),
        (4, r"인신매매|납치(?!됐던)|유인"), (4, r"贩卖(?:妇女|人口)|拐卖|绑架"),
        (4, r"\bsold (?:on |off )?(?:as|to|into|by)\b(?=.{0,40}(?:bride|wife|wives|farmer|men\b|brothel|husband))|\b(?:were|was|been) sold (?:to|into|as)\b|\btraffickers?\b|\bforced marriages?|\bwomen who had been promised|\bheld captive"), (4, r"팔려 ?(?:갔|나|가)|팔아 ?넘|납치|유괴"), (4, r"被卖|拐骗|诱骗|人贩|绑架|贩运(?:妇女|人口)"),
    )),
    ("desertion", (
        (4, r"\bdesert(?:ed|ers?|ion|ions|s)\b|(?:runaway|unarmed|armed) (?:border )?(?:guards?|soldiers?|men\b)"),
        (4, r"(?:guards?|soldiers?|troops?|patrolm[ae]n|platoon|night watch|military)\b.{0,90}(?:leaves? for china|fle[de]\w*|walked out|slipped|got away|break for|gone over|went over|ran off|left (?:his|their) (?:post|night))"),
        (4, r"탈영|부대를 이탈|초소를 벗어|(?:병사|군인|대원|경비병|간부).{0,25}(?:달아|넘어간|도주|이탈|탈북)"),
        (4, r"逃兵|士兵.{0,6}(?:逃|叛)"),
        (4, r"\b(?:left|abandon(?:ed)?|leav(?:es|ing)) (?:his|her|their|its) (?:post|unit|barracks|company|guard post)|\bAWOL\b|\barmed (?:\w+ )?(?:deserter|soldier|conscript|private|guard)\b|\b(?:soldier|conscript|private|sentry|guardsman|sergeant|corporal|lieutenant)s?\b.{0,60}\b(?:fled|crossed|walked over|waded|swam|defected|deserted|absconded|missing)"), (2, r"\bmanhunt\b|search for (?:a|the) (?:soldier|deserter|guard)"), (4, r"(?:병사|군인|경비대원|하전사|군관|분대장|소대장).{0,30}(?:도망|건너|도강|월경|이탈|넘어)|무장 ?탈영"), (4, r"(?:士兵|军人|军官|哨兵|逃兵)[^向，。]{0,16}(?:越境|逃|叛逃|潜入|过江|渡江|擅离|携枪)|持枪越境|携械"),
    )),
    ("shooting", (
        (3, r"\bshot\b(?! in (?:public|secret)| by firing)|\bshooting\b|open(?:ed)? fire|\bfires? on\b|fired (?:at|on)|gun ?(?:fire|fight|battle)|shoot-out"),
        (2, r"\bkill(?:ed|s|ing)?\b|\bmurder\w*|\bstabb\w+|ambush\w*|\battack\w*|\bassault\w*|robb(?:ed|ery|eries)|\bdeath of\b|fatally"),
        (3, r"총격|총에 맞|쏘아|사살|교전"), (2, r"살해|강도|피습"), (3, r"枪击|开枪|枪杀|抢劫"), (2, r"遇害|杀害|袭击|持枪"),
        (2, r"\bshots?\b(?! (?:of|from|show))"), (3, r"\bshots? (?:were |was )?(?:fired|rang|at)|\bgunshots?\b|\bshoots?\b|\bfiring (?:at|on|over)|\bfired (?:\w+ ){0,3}(?:shots?|rounds?|over|into|warning)|\bwarning shots?\b|\bgunned down|\bbeat(?:en|ing)? (?:to death|up|unconscious)|\bbeaten\b|\bhacked\b|\bstabb\w+|\bmurder|\bclash(?:ed|es)?\b|\bbrawl|\bset upon\b"),
        (2, r"\bhomicide|\bwounded\b|\bbludgeon|\bknif\w+|\bmugg(?:ed|ing)"), (3, r"총을 쏘|총을 쐈|발포|총상|총성|피격|흉기|찔[러려]|살인|폭행|집단 ?구타|난투|습격"), (3, r"开火|射击|射杀|鸣枪|遭枪|中弹|击毙|击伤|打伤|命案|凶案|杀死|被杀|砍(?:死|伤|杀)|刺伤|刺死|斗殴|劫"),
    )),
    ("bribery", (
        (3, r"\bbrib(?:e|es|ed|ery|ing)\b|protection (?:fees?|money|racket)|kickbacks?|pay-?offs?|collusion|extort\w*"),
        (2, r"corrupt(?:ion)?|look(?:ing)? away|sells? protection|pocket(?:ed|ing) money"),
        (3, r"뇌물|보호비|부패|상납"), (3, r"贿赂|受贿|腐败|索贿"),
        (3, r"\bdemand(?:s|ed|ing)? (?:\w+[ ,]){0,3}(?:money|cash|yuan|payment|fees?|\d[\d,]* yuan|\$|a share|a cut)|\bforc(?:ed?|ing) .{0,60} to pay\b|\bshake(?:n)? ?down|\bpay(?:ing|s)? (?:off|the guards?)|\btak(?:e|es|en|ing) money|\bskim|\bembezzl|\bgraft\b|\bfor a fee\b|\bhush money|\bthe usual (?:bribe|sum)|\bhand(?:s|ed)? .{0,20}(?:to a guard|to the guards)|\bmust (?:hand|pay) .{0,30}guard"), (3, r"뒷돈|돈을 (?:받|뜯|요구|바치)|갈취|착취|수수|횡령|매수|금품"), (3, r"索要|勒索|行贿|收受|收取.{0,8}贿|受贿|贪污|好处费|买路钱|保护费|敲诈|挪用"),
    )),
    ("smuggling", (
        (3, r"(?<!\bfor )(?<!\bby )smuggl(?!ers?\b|ed (?:cell|mobile )?phones?|ed handsets?)\w+|contraband|carr(?:y|ied|ying) goods (?:over|across)"), (2, r"\bdrugs?\b|methamphetamine|illicit trade|opium|narcotic\w*|in breach of sanctions"),
        (3, r"밀수|마약|밀무역"), (3, r"走私|毒品|贩毒"),
        (3, r"\b(?:hid(?:den)?|conceal\w*) (?:in|under|inside|beneath) .{0,40}(?:truck|lorry|boat|cargo)|\bcontraband|\b(?:in breach of|despite|evad\w+|violat\w+) [\w. ]{0,28}?(?:sanctions|ban|embargo)\b|\bwithout plates\b|\bcrystal meth|\bheroin|\bcounterfeit|\bbootleg|\bmov(?:ed|ing) (?:raw )?(?:gold|goods|copper|ore|ginseng)\b.{0,30}\b(?:over|across|river|border)|\bunder cover of (?:night|darkness)|\bwithout (?:papers|declar\w+|licen[cs]e)"), (1, r"\bsmugglers?\b|\bbarges?\b|\bginseng\b|\bsacks?\b"),
        (3, r"밀수선|밀거래|빼돌리|빼돌린|밀반[출입]|몰래 ?(?:들여|넘기|실어|운반|팔)|빙두|필로폰|금괴|밀매"), (3, r"私货|偷运|冰毒|查扣|查获|查獲|涉嫌走私|偷渡货|私运|贩私|非法(?:交易|运输|贩)|未经检疫"), (1, r"走私者|밀수꾼|밀수업자"),
    )),
    ("surveillance", (
        (3, r"surveillance|\bcameras?\b(?! crew)|\bjamm(?:ing|ed)\b|detectors?|wiretap\w*|signals? (?:blocked|interfer\w+)|\bGPS\b|face-recognition"),
        (2, r"(?:phone|chinese) signals?|infrared|interfering|radio wave|monitoring|tracking units?|watch units|house searches|searched one by one|checks everywhere"),
        (3, r"감시 ?카메라|전파 ?(?:방해|탐지)|도청|감시 장비"), (2, r"감시"), (3, r"监控|摄像头|信号干扰|监听"),
        (3, r"\beavesdrop|\bfacial[- ]recognition|\bdrones?\b|\bsensors?\b|\bCCTV|\bmasts?\b.{0,30}(?:signal|phone|jam)|\btrack(?:er|ers|ing) (?:devices?|units?|systems?)|\bmotion detect|\bthermal|\bjammers?\b|\bspy(?:ware|ing)|\bantennas?\b|\bjamming\b|\bcalls .{0,50}\b(?:break off|cut off|fail)"), (3, r"CCTV|카메라|탐지기|전파|추적 ?장치|열상|드론|방해 ?전파|감시 ?체계|위치 ?추적"), (3, r"人脸识别|探头|监视器|无人机|红外|定位|干扰(?:器|信号|设备)|窃听|侦测"),
    )),
    ("border_works", (
        (3, r"\bfenc(?:e|es|ing)\b|barbed[ -]wire|barriers?|guard posts?|\bwalls?\b|watchtowers?"),
        (2, r"(?<!barbed )\bwire\b|(?<!guard )\bposts\b|concrete"),
        (3, r"철조망|장벽|초소를? (?:신설|짓|세우)|울타리"), (3, r"铁丝网|围栏|边境墙|隔离网"),
        (3, r"\b(?:string(?:ing|s)?|strung) (?:\w+ ){0,5}wire|\bwire\b.{0,40}\b(?:strung|laid|put up|spread)|\bconcrete wall|\belectrif(?:y|ied)|\bguard (?:huts?|towers?|houses?)|\bbarracks\b|\bpatrol (?:road|path|track)s?|\bbunkers?\b|\btrench(?:es)?\b|\bspike(?:s|d)?\b|\b(?:new|fresh) posts?\b|\bhuts?\b.{0,25}(?:built|counted|gone up|put up)|\brow of (?:fencing|wire)|\bfencing\b|\btrip-?wires?|\bembankments?\b.{0,20}(?:built|rebuilt|raised)|\bpier\b|\bjetty\b.{0,20}(?:built|new)"),
        (3, r"철책|전기 ?울타리|담장|방벽|초소(?:가|를|들이| \S{1,6}(?:가|이)| ?\d)|경비 ?초소|차단물|장애물|콘크리트 ?벽|감시탑|망루|함정"), (3, r"铁丝|围墙|隔离栏|钉板|(?:设|建|增|新|加).{0,6}(?:哨所|岗哨)|瞭望塔|水泥墙|防护网|拒马|栅栏|修建.{0,10}(?:墙|网|哨)|加固"),
    )),
    ("closure", (
        (4, r"\block(?:ed)?[ -]?downs?\b|\bsealed(?: off)?\b|closure of|closed (?:off|to)|shut (?:out|at|the)|off[- ]limits|cut off for|(?:ban(?:ned)?|barred) (?:on|from) entry|\bban on entry|stopped admitting"),
        (2, r"\bclos(?:es|ed)\b|no longer (?:come|cross)|suspended|state of emergency|quarantine|curfew|keeps? people .{0,20}away"),
        (3, r"봉쇄|출입 ?(?:금지|통제)|폐쇄|통행 ?금지"), (3, r"封锁|封城|关闭口岸|禁止通行|关闭"),
        (4, r"\b(?:was|were|been|is|are|has|have) (?:closed|shut|sealed|cordoned)\b|\bclosed (?:the|its|all|down|for)\b|\bshut (?:down|its|since|for|after)\b|\bcurfew\b|\bconfined to\b|\bno ?body may\b|\bmay not (?:leave|travel|go|enter)|\bbarred (?:travel|people|residents|entry)|\bhalt(?:ed|s)? (?:all )?(?:traffic|crossings?|tours?|passage)|\bclearance .{0,40}suspended|\bforbid(?:s|den)?\b|\bcordon(?:ed)?\b|\broadblocks?\b|\bban(?:ned|s)? (?:people|residents|boats|fishing|travel)|\breopen(?:ed|s|ing)?\b"),
        (3, r"통금|통행을? ?(?:금지|제한|차단)|이동 ?(?:금지|제한|통제)|차단(?:됐|했|하|된|령)|격리|출입을? ?(?:막|금|통제)|문을 ?닫|막혔|재개(?:장|방|통)|금지령|장사를 ?막|금지했"), (3, r"关闭|停航|停运|封江|封路|封村|宵禁|戒严|禁止|不准(?:出|进)|严禁|暂停(?:通关|通行|开放)|切断|限制出入|封鎖|封闭|重新开放"),
    )),
    ("health", (
        (3, r"\bbird flu\b|coronavirus|covid(?:-19)?|epidemic|outbreak|\binfect(?:ion|ions|ed)\b|vaccin\w+"),
        (1, r"quarantine|pandemic|virus"), (3, r"코로나|전염병|방역|조류 ?독감|감염"), (3, r"疫情|新冠|禽流感|防疫|感染"),
        (3, r"\bcholera|\btyphoid|\btyphus|\bmeasles|\bfever (?:cases|patients|was)|\bfever\b|\bdysentery|\benteritis|\bdiarrh|\bdisease|\bquarantin\w+(?! (?:rules?|measures?|restrictions?|orders?|regime|laws?)\b)|\bfoot-and-mouth|\bswine fever|\btuberculosis|\billness|\bfell ill|\bfallen ill|\bdisinfect"), (3, r"콜레라|장티푸스|홍역|열병|발열|독감|결핵|설사병|파라티푸스|구제역|돼지 ?열병|비루스|확진|소독"), (3, r"霍乱|伤寒|麻疹|发热|流感|肺炎|病例|病毒|染病|猪瘟|口蹄疫|传染病|隔离点|消毒"),
    )),
    ("disaster", (
        (3, r"\bflood(?:s|ed|ing)?\b|typhoon|landslides?|downpours?|under water|explosion|\bblast\b|earthquake|mudslides?"),
        (2, r"\b(?:exceptional|heavy|torrential) rain|disaster|evacuat\w+|\bsank\b|\bsinks?\b|capsiz\w+|in flames|burn(?:t|ed)\b"),
        (2, r"\bswollen\b|\bfound dead\b"), (1, r"\brain\b|storms?\b|dykes?|dikes?|rescue|drown(?:ed|s)?\b|washed away"),
        (3, r"홍수|폭우|큰물|침수|태풍|산사태|폭발|수해|범람"), (3, r"洪水|洪峰|暴雨|洪灾|台风|泥石流|爆炸|防洪|流量"),
        (3, r"\bflood ?waters?\b|\bdrowned\b(?!.{0,20}cross)|\binundat|\bwildfire|\bcollaps(?:ed|e|ing)\b|\bcollided?|\bcollision|\bcapsiz|\bburst (?:its|over)|\boverflow(?:ed|s|ing)?\b|\bover its banks|\bclimbed over|\bpoured over|\bburst its banks|\bderail|\bcrash(?:ed)?\b|\bswept away|\bwashed (?:away|out)|\bcaught fire|\bon fire\b|\bfire (?:broke|destroyed|swept|in|at|that)|\bbur(?:ied|ying)\b|\btremor|\bmud(?:slide|flow)?\b|\bd[yi]ke (?:broke|gave way|burst|has given way)|\bbreach(?:ed)? (?:a|the) d[yi]ke|\bavalanche|\bblizzard|\bsnowstorm|\bdrought\b|\bfroze to death|\bfound frozen|\bsinking|\bunder mud"),
        (3, r"화재|불이 ?나|무너졌|무너지|붕괴|침몰|전복|충돌|추락|익사|물에 ?잠|물난리|산불|눈사태|가라앉|넘치|폭설|지진|탈선|매몰|동사"), (3, r"火灾|起火|失火|坍塌|倒塌|塌方|沉没|翻船|相撞|碰撞|溺水|溺亡|山火|雪崩|地震|山崩|水灾|洪灾|冲毁|淹没|积水|泥石流|车祸|遇险|被困|决堤|决口|涨水|超警|受灾|豪雨|暴涨|地震"),
    )),
    ("arrest", (
        (3, r"\barrest(?:s|ed|ing)?\b|\bdetain(?:s|ed|ees)?\b|taken into custody|rounded up|crack(?:ed|s)? ?down|break up gang"),
        (2, r"\bheld\b|\bholds?\b|\bholding\b|jailed|\bcustody\b|inspection team|inspectors|caught|searched|\btrial\b|prison|\bseized\b|\bimpounded\b|taken away"),
        (3, r"체포|검거|단속|구금|붙잡|검열|적발"), (3, r"被捕|逮捕|抓获|拘留|打击"),
        (3, r"\b(?:was|were|been|are|is) (?:caught(?! (?:when|in|up|by (?:the )?(?:flood|water|current|fire)))|seized|led away|taken away|held|detained|picked up|captured|nabbed|questioned|interrogated|hauled)|\bcaptur(?:ed|e)\b|\bpicked up\b|\bled away|\btaken (?:away|into custody)\b|\bapprehend|\braid(?:ed|s)?\b|\bbanish(?:ed)?\b|\bexpel(?:led)?\b|\bsentenced to\b(?! death)|\bpurge|\bround-?up|\bimprison|\bbehind bars|\bbroken up|\bpolice (?:held|seized|caught|detained)|\bstopped (?:three|two|\w+ men)"),
        (3, r"끌려 ?갔|끌려 ?간|잡혀 ?갔|붙들|연행|구속|수감|잡혔|체포됐|압송|추방|교화|재판|색출|소탕|규찰|나포|압류|단속에 ?걸"), (3, r"抓走|抓捕|带走|落网|拘捕|扣押|查处|清查|判刑|判处|羁押|截获|擒|搜捕|破获|打掉|押送|押往|拦下|劝返|驱逐|查扣"),
    )),
    ("military", (
        (3, r"land ?mines?\b|\bmines (?:had|have|were|are|laid)|laying mines|troops (?:travel|deployed|sent)|artillery|fighter jets?|military exercises?|\bdrill\b"),
        (2, r"special (?:forces|troops)|storm corps"),
        (1, r"\btroops\b|soldiers|battalion|brigade|army corps"),
        (3, r"지뢰|병력 ?(?:배치|증강)|훈련"), (3, r"地雷|部署|演习|增兵"),
        (3, r"\b(?:units?|companies|company|battalions?|regiments?|brigades?|platoons?|troops|corps)\b.{0,60}\b(?:arrived|moved|posted|deployed|transferred|replaced|swapped|rotated|changed places|took over|sent|reinforc\w+)|\breinforcements?\b|\bnavy\b|\bmissiles?\b|\btanks?\b|\bmanoeuv|\bmaneuv|\bgarrison|\brotation\b|\bhowitzer|\brocket"), (2, r"\bpatrols? (?:doubled|were|had been)"), (3, r"부대.{0,20}(?:투입|이동|교체|배치|증원|도착|철수)|병력|군부대.{0,12}(?:증원|이동)|증파|사격 ?훈련|폭풍군단|교대"), (3, r"增派|调防|换防|进驻|集结|兵力|军演|驻军|炮|布雷|埋雷|撤军"),
    )),
    ("trade", (
        (3, r"customs|\bexports?\b|\bimports?\b|tour groups?|goods train|freight|lorries|\bcargo\b|economic zone|free trade"),
        (2, r"\btrade\b|tourists?|\bbridge\b|trucks|business(?:es)?|market|seafood|workers? go home|\bzone\b|crossing (?:to|between)|passengers|buyers"),
        (1, r"\btraders?\b|\bstaff\b"),
        (3, r"무역|교역|수출|수입품"), (2, r"세관"), (2, r"관광|대교|시장"), (3, r"贸易|口岸|海关|货运|客货|出口"), (2, r"旅客|游客|大桥"),
        (2, r"\btrains?\b.{0,40}\b(?:crossed|arrived|left|rolled|passed|resum\w+|carr\w+)|\bopened to (?:traffic|lorries|trucks)|\bport\b|\bshipments?\b|\bcontainers?\b|\blorr(?:y|ies)\b|\btruckloads?|\bcoal\b|\btonnes?\b|\bcrates\b|\btaxis?\b|\brestaurants?\b|\bfair\b"), (2, r"\btraffic\b|\bprices?\b|\bgoods\b|\bcross-border\b|\bvisitors?\b|\bwagons?\b|\brail\b"), (2, r"교역|화물 ?(?:열차|차|트럭)|통관|수입|관광객|무역상|컨테이너|트럭|통상구|물동량|개통|대방"), (2, r"通关|通車|通车|进出口|出入境|班列|列车|货车|卡车|开通|商贸|集装箱|吞吐|海产|楼市|房价|首航|复航|复运|客运"), (1, r"商人|经营|价格"),
    )),
    ("crossing", (
        (3, r"\bdefect(?:ed|ion|ions|ing)?\b|\bescap(?:e|ed|ing)\b|over frozen|walk(?:ed|s)? over the|\bwad(?:e|ed|ing)\b|footprints|cross(?:ed|ers?|es|ing) (?:over |into |the )?(?:the )?(?:river|border|tumen|yalu|china|frozen|ice)|illegal(?:ly)? (?:cross\w+|entry)|vanish over"),
        (2, r"\b(?:went missing|disappeared|not been traced|vanish(?:ed)?)\b"), (1, r"\bescapees?\b|\bdefectors?\b|refugees?|over the border|drown(?:ed|s)?\b"),
        (3, r"탈북(?!민)|월경|도강|국경을 넘|강을 건너|건너는"), (1, r"탈북민"), (3, r"脱北(?!者)|越境|偷渡|渡江|逃离"), (1, r"脱北者"),
        (3, r"\bfle(?:d|es|eing)\b(?! (?:their|from their) homes?)|\bslip(?:ped)? (?:across|over|into china)|\bswam\b|\bswum\b|\bcross(?:ed|ing)? (?:into|over|to) |\bcrossed the\b|\btr(?:y|ied|ying) to (?:cross|wade|swim|flee)|\bwent over (?:to|the)\b|\bover the ice\b|\b(?:reached|got to|made it to) china\b|\bjail ?break|\bgot out of\b|\bbreak ?out\b|\bdefectors? (?:crossed|fled)|\bover the river by night"), (3, r"강을 건넜|건너다|건너려|넘어갔|넘어와|탈출|도주|잠입|밀입국|두만강을 건|압록강을 건"), (3, r"渡河|过江|越江|渡过|蹚|泅渡|潜逃|逃往|逃到|逃入|非法入境|越狱|游过|涉过|徒步过"),
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
