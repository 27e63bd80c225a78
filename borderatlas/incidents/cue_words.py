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
        (4, r"\bhanding (?:\w+ ){0,5}over\b(?! money| cash| the money)|\bextradit\w+|\bdeport(?:s|ing)\b|\b(?:hand-?over|transfer|sending back|return) of (?:the |about |some |more than )?(?:\w+ ){0,3}(?:escapees|defectors|refugees|detainees|fugitives|women|prisoners|bod(?:y|ies)|remains)|\bbod(?:y|ies) (?:was|were|had been) (?:returned|handed|given)|\b(?:marched|trucked|bused|walked|shipped|driven) (?:\w+ ){0,4}(?:back )?(?:over|across) (?:the )?(?:bridge|border)|\bback into (?:the hands|north korean (?:hands|custody))"),
        (4, r"되돌려|(?:북한|북|북측|북쪽|조선|보위부|남양|온성|신의주|혜산|회령|무산)(?:으로|로|에|측에|쪽에|쪽으로)? ?(?:다시 ?)?(?:돌려 ?보|되?돌려|넘겨(?:졌|줬|진|주)|강제로? ?보내|인계|인도)|신병.{0,8}(?:인도|넘)|시신.{0,12}(?:인도|인계|돌려|송환|넘)|(?:탈북|체포된|붙잡힌|억류).{0,30}(?:이송|호송|압송|돌려보)"),
        (4, r"(?:移|转|送|递)?交(?:给|予|与|付|由)(?:了)?.{0,4}(?:朝|北韩|北方|对方|保卫)|强(?:制|行)(?:送|遣)|押(?:解|返|回)|遣(?:送|返|回|归)|(?:脱北|逃北|朝鲜人|非法入境|北韩人).{0,24}(?:送往|送至|送到|带往).{0,14}(?:口岸|大桥|边境|朝|国门)|(?:遗体|尸体).{0,10}(?:移交|交还|送还)"),
    )),
    ("execution", (
        (5, r"\bexecut(?:ed|es|e|ions?)\b|firing squads?|put to death|shot in (?:secret|public)"),
        (3, r"sentenced to death|public trial"), (5, r"처형|총살|사형"), (5, r"处决|枪决|处死"),
        (5, r"\bhanged\b|\bshot by firing squad|\bput to death"), (5, r"총살|처단"), (5, r"枪毙|死刑|公审"),
        (5, r"\bshot (?:dead |to death )?(?:before|in front of) (?:a |the |an |hundreds|thousands|\d)[\w ,]{0,30}(?:crowd|people|residents|public|villagers)?|\bfaced? (?:a )?firing squad|\bpublicly (?:shot|hanged|killed)|\bdeath sentences? (?:was|were|carried)"), (5, r"공개 ?처형|총살|교수형"), (5, r"当众|伏法|行刑|处以极刑"),
        (5, r"\bexecuting\b|\bput (?:him|her|them) to death|\bshot in front of"),
        (5, r"총(?:살|형)|처형|극형|공개 ?(?:총살|처형)|사형"),
        (5, r"(?:处|执行)(?:以)?(?:死|极刑)|枪(?:毙|决)|处死|行刑"),
    )),
    ("trafficking", (
        (4, r"\bsold (?:\w+ )?(?:\w+ )?women|women .{0,40}\bsold\b|(?:human|sex) trafficking|trade in .{0,20}women"),
        (4, r"\blur(?:ed|ing)\b|\bentic(?:ed|ing)\b|abduct\w+|kidnap\w+|drawn to(?! an? (?:close|end))\b"), (1, r"traffick\w+"),
        (4, r"인신매매|납치(?!됐던)|유인"), (4, r"贩卖(?:妇女|人口)|拐卖|绑架"),
        (4, r"\bsold (?:on |off )?(?:as|to|into|by)\b(?=.{0,40}(?:bride|wife|wives|farmer|men\b|brothel|husband))|\b(?:were|was|been) sold (?:to|into|as)\b|\btraffickers?\b|\bforced marriages?|\bwomen who had been promised|\bheld captive"), (4, r"팔려 ?(?:갔|나|가)|팔아 ?넘|납치|유괴"), (4, r"被卖|拐骗|诱骗|人贩|绑架|贩运(?:妇女|人口)"),
        (4, r"\b(?:ended up|forced|sold|resold|married off) .{0,30}\b(?:brides?|wives|wife|brothel|sex|marry|farmers?)|\bbrides? (?:for|of|to) (?:\w+ )?farmers|\bdup(?:ed|ing)\b|\btrick(?:ed|ing)\b|\bpromis(?:ed|ing) (?:\w+ ){0,4}(?:work|jobs?|a job)\b.{0,60}(?:sold|instead|brothel|bride)|\bransom\b|\bhostages?\b"), (4, r"속아|팔려|팔아|팔린|꾀어|유인|인질|몸값|강제 ?결혼|브로커에게 ?넘"), (4, r"骗(?:卖|婚|至|到)|卖(?:给|到|作|为)|拐|买卖妇女|逼婚|赎金|人质|诱拐|为妻"),
        (4, r"\b(?:purchase|sale|buying|selling|trade) (?:of|in) (?:\w+ ){0,3}(?:women|girls|brides|wives)|\babduct|\bkidnap|\bheld for ransom|\bforced into (?:marriage|prostitution|sex)|\b(?:women|girls?) (?:were |was |had been )?(?:sold|trafficked|lured)|\bsnatched\b|\bspirited away"),
        (4, r"(?:여성|처녀|소녀|아이|부녀자|여자|딸)(?:들)?(?:을|를|이|가)?.{0,16}(?:팔[려아았렸린]|넘겨|매매|유인|꾀)|성매매|매매혼|인신 ?매매|납치|유괴|감금|팔려|몸값"),
        (4, r"(?:收买|买卖|贩卖|介绍|拐骗|拐卖|解救).{0,8}(?:妇女|女子|女性|新娘|媳妇|儿童)|人口(?:贩|买卖)|(?:妇女|女子|女性).{0,10}(?:被拐|被骗|被卖|卖给|卖到)|绑(?:架|走|匪)|掳|卖淫|胁迫"),
    )),
    ("desertion", (
        (4, r"\bdesert(?:ed|ers?|ion|ions|s)\b|(?:runaway|unarmed|armed) (?:border )?(?:guards?|soldiers?|men\b)"),
        (4, r"(?:guards?|soldiers?|troops?|patrolm[ae]n|platoon|night watch|military)\b.{0,90}(?:leaves? for china|fle[de]\w*|walked out|slipped|got away|break for|gone over|went over|ran off|left (?:his|their) (?:post|night))"),
        (4, r"탈영|부대를 이탈|초소를 벗어|(?:병사|군인|대원|경비병|간부).{0,25}(?:달아|넘어간|도주|이탈|탈북)"),
        (4, r"逃兵|士兵.{0,6}(?:逃|叛)"),
        (4, r"\b(?:left|abandon(?:ed)?|leav(?:es|ing)) (?:his|her|their|its) (?:post|unit|barracks|company|guard post)|\bAWOL\b|\barmed (?:\w+ )?(?:deserter|soldier|conscript|private|guard)\b|\b(?:soldier|conscript|private|sentry|guardsman|sergeant|corporal|lieutenant)s?\b.{0,60}\b(?:fled|crossed|walked over|waded|swam|defected|deserted|absconded|missing)"), (2, r"\bmanhunt\b|search for (?:a|the) (?:soldier|deserter|guard)"), (4, r"(?:병사|군인|경비대원|하전사|군관|분대장|소대장).{0,30}(?:도망|건너|도강|월경|이탈|넘어)|무장 ?탈영"), (4, r"(?:士兵|军人|军官|哨兵|逃兵)[^向，。]{0,16}(?:越境|逃|叛逃|潜入|过江|渡江|擅离|携枪)|持枪越境|携械"),
        (4, r"\b(?:corporal|private|sergeant|soldier|conscript|sentry|guard|lieutenant|officer|recruit|trooper)s?\b.{0,40}\b(?:walked off|went absent|absent without|ran away|ran off|slipped away|vanished|disappeared|took off|bolted|got away)|\bwent over the hill"), (4, r"(?:병사|군인|대원|분대장|소대장|군관|하전사|경비병).{0,24}(?:부대를 떠|행방|사라|자취|근무지|초소를 떠|탈출)|근무지를? ?이탈|군무 ?이탈"), (4, r"离队|擅自离|逃离(?:部队|哨所|岗)|(?:士兵|哨兵|军人|战士).{0,12}(?:失踪|不见|逃跑|出逃)"),
        (4, r"\b(?:soldiers?|guards?|recruits?|conscripts?|sentr(?:y|ies)|troops?|privates?|sergeants?|men) .{0,40}\b(?:absconded|unaccounted for|failed to return|did not return|missing from|absent from)|\bshort (?:\w+ ){1,4}(?:men|rifles)\b|\bfugitive (?:soldiers?|guards?)|\b(?:flight|disappearance|defection|escape|desertion) of (?:\w+ ){0,6}(?:soldiers?|guards?|sentr(?:y|ies)|conscripts?|officers?|sergeant|corporal|private)"),
        (4, r"(?:병사|군인|대원|경비병|하전사|초병|군관|전사|보초|경비대원|중대장|소대장|분대장|부대원|국경경비대)[^.,]{0,28}(?:사라져|사라졌|사라진|없어|건넜|건넌|잠적|도망|도주|달아|뛰쳐|귀순|월남|무단)|무단 ?이탈|귀대하지|탈주|탈영|무장한? ?(?:채|상태로)[^.]{0,10}(?:사라|도주|달아|탈)"),
        (4, r"(?:士兵|军人|军官|哨兵|警备队员|警备队士兵|战士|兵士|官兵|边防军|队员)[^，。]{0,14}(?:开小差|逃|叛|脱离|失联|离营|投奔|未归|失踪)|开小差|逃(?:兵|营)|离营|脱逃|当了逃兵"),
    )),
    ("shooting", (
        (3, r"\bshot\b(?! in (?:public|secret)| by firing)|\bshooting\b|open(?:ed)? fire|\bfires? on\b|fired (?:at|on)|gun ?(?:fire|fight|battle)|shoot-out"),
        (2, r"\bkill(?:ed|s|ing)?\b|\bmurder\w*|\bstabb\w+|ambush\w*|\battack\w*|\bassault\w*|robb(?:ed|ery|eries)|\bdeath of\b|fatally"),
        (3, r"총격|총에 맞|쏘아|사살|교전"), (2, r"살해|(?<![양자량])강도(?! ?높)|피습"), (3, r"枪击|开枪|枪杀|抢劫"), (2, r"遇害|杀害|袭击|持枪"),
        (2, r"\bshots?\b(?! (?:of|from|show))"), (3, r"\bshots? (?:were |was )?(?:fired|rang|at)|\bgunshots?\b|\bshoots?\b|\bfiring (?:at|on|over)|\bfired (?:\w+ ){0,3}(?:shots?|rounds?|over|into|warning)|\bwarning shots?\b|\bgunned down|\bbeat(?:en|ing)? (?:to death|up|unconscious)|\bbeaten\b|\bhacked\b|\bstabb\w+|\bmurder|\bclash(?:ed|es)?\b|\bbrawl|\bset upon\b"),
        (2, r"\bhomicide|\bwounded\b|\bbludgeon|\bknif\w+|\bmugg(?:ed|ing)"), (3, r"총을 쏘|총을 쐈|발포|총상|총성|피격|흉기|찔[러려]|살인|폭행|집단 ?구타|난투|습격"), (3, r"开火|射击|射杀|鸣枪|遭枪|中弹|击毙|击伤|打伤|命案|凶案|杀死|被杀|砍(?:死|伤|杀)|刺伤|刺死|斗殴|劫"),
        (3, r"\bopened up\b|\bgunfire\b|\bbullets?\b|\bhit in the (?:leg|thigh|arm|chest|head|back|shoulder)|\bsniper|\bknifed\b|\bstrangl|\bsentr(?:y|ies) (?:shot|fired)|\bshot (?:at|dead|and|by|him|her|them|two|three|a )|\bbod(?:y|ies) .{0,30}(?:wounds?|bullet)|\battack(?:ed|ers?)\b|\bstruck .{0,20}with (?:a|an) (?:axe|knife|club|iron)"),
        (3, r"쏜 ?총|총을 ?맞|총알|총기 ?(?:사고|난사)|사격을? ?(?:가|했|받)|피살|숨지게|괴한|칼에|공격(?:을 ?받|했|당)|습격|강탈|구타|때려"), (3, r"连开|开(?:了)?(?:数|两|三|几|一)?枪|枪声|中枪|遭袭|袭击|入室|行凶|歹徒|殴打|枪响|扫射|劫持"),
        (2, r"\bambush(?:ed|es)?\b(?! part)|\bleft (?:\w+ ){1,4}dead\b|\bslain\b|\bslaying|\bkillings?\b|\bgun(?:man|men)\b|\bmassacre|\bdeadly (?:attack|raid|clash)|\bexchange of fire|\bfirefight|\brobbed\b|\brobbery|\bhijack|\bassailants?\b|\bassault(?:ed|s)?\b|\bopened? fire|\bshooting (?:of|death)|\bfatal(?:ly)? (?:shooting|shot|beat|stab)|\bbod(?:y|ies) (?:of|with) .{0,40}(?:wound|shot|stab)"),
        (2, r"총(?:격|탄|에|을 ?(?:쏘|쐈|맞|난사)|성|기|소리|부리)[^살]|쏘(?:아|자|았|는|며)|쏴|사격(?:을|해|했|당|한|하)|저격|조준|사살|피살|살해|피격|살인|(?<![양자량])강도(?! ?높)|흉기|칼부림|구타|폭행|몰매|습격|털어 ?달아|털렸|난동|교전|충돌(?!.{0,4}(?:차|열차))|(?:숨진|죽은) ?채"),
        (2, r"(?:开|鸣|连发|放|中|遭)(?:了)?(?:数|两|三|几|一|多)?枪|枪(?:击|杀|声|响|伤|战|弹)|射(?:击|杀|伤|中)|(?:子|枪|流)弹|刺(?:死|伤|杀)|捅(?:死|伤)|杀(?:害|死|人)|遇害|遭(?:袭|抢|劫|殴)|行凶|凶(?:手|杀|案)|抢(?:劫|走|夺)|劫(?:走|持|掠|匪)|交火|冲突|殴打|斗殴|打(?:死|伤)|丧命于|洗劫|命案"),
    )),
    ("bribery", (
        (3, r"\bbrib(?:e|es|ed|ery|ing)\b|protection (?:fees?|money|racket)|kickbacks?|pay-?offs?|collusion|extort\w*"),
        (2, r"corrupt(?:ion)?|look(?:ing)? away|sells? protection|pocket(?:ed|ing) money"),
        (3, r"뇌물|보호비|부패|상납"), (3, r"贿赂|受贿|腐败|索贿"),
        (3, r"\bdemand(?:s|ed|ing)? (?:\w+[ ,]){0,3}(?:money|cash|yuan|payment|fees?|\d[\d,]* yuan|\$|a share|a cut)|\bforc(?:ed?|ing) .{0,60} to pay\b|\bshake(?:n)? ?down|\bpay(?:ing|s)? (?:off|the guards?)|\btak(?:e|es|en|ing) money|\bskim|\bembezzl|\bgraft\b|\bfor a fee\b|\bhush money|\bthe usual (?:bribe|sum)|\bhand(?:s|ed)? .{0,20}(?:to a guard|to the guards)|\bmust (?:hand|pay) .{0,30}guard"), (3, r"뒷돈|돈을 (?:받|뜯|요구|바치)|갈취|착취|수수|횡령|매수|금품"), (3, r"索要|勒索|行贿|收受|收取.{0,8}贿|受贿|贪污|好处费|买路钱|保护费|敲诈|挪用"),
        (3, r"\b(?:took|takes|taking|tak(?:en)?|ask(?:s|ed|ing)? for|want(?:s|ed)?) (?:a |their |his )?(?:cut|share|commission|gifts?)\b|\blook(?:s|ed|ing)? the other way|\bthe sum (?:that |which )?(?:they|guards|he)\b|\bgo(?:ing)? rate\b|\bunder the table|\bgreas(?:e|ed|ing)|\bpay (?:the )?(?:guards?|officers?|soldiers?|them|him)\b|\bcharg(?:e|ed|es|ing) .{0,30}(?:yuan|won|dollars|a head|a person)|\bfin(?:e|es|ed) .{0,20}pocket"), (3, r"눈감아|돈을 ?(?:받|뜯|챙|내|건네|찔러)|대가로.{0,20}(?:돈|위안|달러|받)|벌금 ?명목|상납|바치|떼어|챙기고"), (3, r"收取|每.{0,8}收|索取|塞钱|好处|打点|放行费|收钱|要钱|吃回扣|回扣|送钱|罚款.{0,6}(?:私|腰包)"),
        (2, r"\bpocket(?:ed|ing|s)?\b|\bextorti\w+|\bbrib\w+|\bsqueez(?:e|ed|ing) .{0,30}(?:money|cash|yuan|traders?|residents?|famil)|\b(?:accept|collect|tak|receiv|extract|pay|paid|took|hand)\w* .{0,30}\b(?:bribes?|kickbacks?|sweetener|backhander|tribute)|\bgraft|\bin (?:return|exchange) for (?:\w+ ){0,4}(?:money|cash|yuan|turning|looking|silence)|\bcollu(?:de|ded|sion)|\bprotection money"),
        (2, r"뇌물|뒷돈|상납|갈취|착복|금품|수뢰|매수(?:해|했|한|당)|눈감아|봐주(?:는|고|기)|묵인|(?:대가|값|조건|명목|구실)(?:로|으로)[^.]{0,30}(?:돈|위안|달러|현금|담배|쌀|받|챙|거둬|뜯|내|요구|걷)|(?:돈|위안|달러|현금)[^.]{0,14}(?:뜯|챙|갈취|거둬|걷어|받아|받은|받고|찔러|고였|바쳐|바치|요구)|거둬들이|뜯어|결탁|유착|부정부패|비리"),
        (2, r"(?:行|受|索|收|贪|纳)贿|贿(?:赂|款)|索(?:要|取|拿)|勒(?:索|取)|敲诈|好处|回扣|辛苦费|过路费|买路|孝敬|上缴|进贡|保护(?:费|伞)|(?:伸手|张口)(?:要|向)|贪(?:污|腐)|腐败|勾结|串通|私吞|中饱|抽成|(?:送|塞|收|要)(?:了)?(?:红包|钱|现金)|放行.{0,10}元|每人.{0,8}元"),
    )),
    ("smuggling", (
        (3, r"(?<!\bfor )(?<!\bby )smuggl(?!ers?\b|ing (?:party|routes?|paths?|trips?|season|charges?)\b|ed (?:cell|mobile )?phones?|ed handsets?)\w+|contraband|carr(?:y|ied|ying) goods (?:over|across)"), (2, r"\bdrugs?\b|methamphetamine|illicit trade|opium|narcotic\w*|in breach of sanctions"),
        (3, r"밀수(?!꾼|업자|범)|마약|밀무역"), (3, r"走私(?!者|犯)|毒品|贩毒"),
        (3, r"\b(?:hid(?:den)?|conceal\w*) (?:in|under|inside|beneath) .{0,40}(?:truck|lorry|boat|cargo)|\bcontraband|\b(?:in breach of|despite|evad\w+|violat\w+) [\w. ]{0,28}?(?:sanctions|ban|embargo)\b|\bwithout plates\b|\bcrystal meth|\bheroin|\bcounterfeit|\bbootleg|\bmov(?:ed|ing) (?:raw )?(?:gold|goods|copper|ore|ginseng)\b.{0,30}\b(?:over|across|river|border)|\bunder cover of (?:night|darkness)|\bwithout (?:papers|declar\w+|licen[cs]e)"), (1, r"\bsmugglers?\b|\bbarges?\b|\bginseng\b|\bsacks?\b"),
        (3, r"밀수선|밀거래|빼돌리|빼돌린|밀반[출입]|몰래 ?(?:들여|넘기|실어|운반|팔)|빙두|필로폰|금괴|밀매"), (3, r"私货|偷运|冰毒|查扣|查获|查獲|涉嫌走私|偷渡货|私运|贩私|非法(?:交易|运输|贩)|未经检疫"), (1, r"走私者|밀수꾼|밀수업자"),
        (3, r"\b(?:found|discovered|confiscat\w+|seiz\w+|intercept\w+) .{0,40}\b(?:phones?|cigarettes|gold|ivory|ginseng|copper|pills|meth|drugs?|medicine|seafood|crabs?|timber|logs|goods|cash|coal|fuel|diesel|herbs)\b|\b(?:passed|carried|hauled|floated|ferried|moved|tak(?:en|ing)|brought|sneaked|slipped) .{0,20}(?:over|across) (?:the )?(?:river|ice|border|water|tumen|yalu|amnok)|\bhaul of\b|\bstash"),
        (2, r"넘기(?:던|려|다)"), (3, r"밀수(?!꾼|업자)|몰래.{0,20}(?:실어|나르|넘겨|들여|옮기)|짐을 (?:나르|옮기|넘기)|뒷거래"), (3, r"夹层|夹带|藏匿|私藏|偷偷.{0,8}(?:运|卖|过)|走私(?!者)|暗中.{0,6}(?:交易|运)|倒卖"),
        (2, r"\bcaches?\b|\bstash\w*|\bwithout (?:duty|paying duty|customs)|\bundeclared\b|\bcontraband|\billicit (?:goods|cargo|trade|drugs?)|\bpoach\w*|\btrafficking (?:in|of) (?:drugs?|meth\w*|goods|gold|wildlife|phones?)|\bdrugs? (?:haul|bust|ring|deal\w*|runner)|\bseizure of (?:\w+ ){0,4}(?:phones?|drugs?|meth\w*|gold|goods|cigarettes?|cargo|seafood|cash)|\bsmuggled (?:goods|cargo|phones|gold|in|out|over|across)|\bunlicen[cs]ed|\bship-to-ship|\b(?:turned off|switched off) .{0,20}(?:transponder|AIS)"),
        (3, r"밀수(?!꾼|업자)|밀매|밀거래|밀반|밀무역|밀렵|밀어획|마약|얼음(?:을|이)? ?(?:거래|팔|판매)|필로폰|아편|빙두|금괴|위조|가짜 ?(?:담배|약)|불법 ?(?:거래|반출|반입|유통|판매|환적|어로|조업)|(?:몰래|숨겨|감춰|은닉)[^.]{0,16}(?:들여|들여오|싣|실|가져|넘|나르|옮|반)|(?:구리|금덩이|약초|고철|파철|송이|잣을|개구리|해산물|전자제품|담배|중고차|휴대전화|손전화|차량|목재|인삼|산삼)[^.]{0,24}(?:적발|압수|빼앗|들통|빼돌|회수|몰수)|압수|몰수"),
        (3, r"(?:查|缴|起|截|搜)(?:获|扣|缴|出)[^，。]{0,24}(?:毒|货|烟|酒|金|银|铜|海|冻|品|药|参|木材|手机|吨|公斤|千克|箱|元|车|车辆|蛙|油|松子)|缴获|起获|走私(?!者|犯)|偷(?:运|渡货|捕|猎)|贩(?:毒|私|卖(?!妇女|人口))|毒(?:品|贩)|冰毒|私(?:货|运|盐)|涉案(?:价值|货值|金额|物品)|携带[^，。]{0,14}(?:海参|毒|货|冰毒|黄金|现金|冻品|药|参)|无(?:合法)?(?:手续|证明|检疫)|未(?:报关|申报)|违禁|违反(?:制裁|决议)|底舱|暗格|冻品|套牌"),
    )),
    ("surveillance", (
        (3, r"surveillance|\bcameras?\b(?! crew)|\bjamm(?:ing|ed)\b|detectors?|wiretap\w*|signals? (?:blocked|interfer\w+)|\bGPS\b|face-recognition"),
        (2, r"(?:phone|chinese) signals?|infrared|interfering|radio wave|monitoring|tracking units?|watch units|house searches|searched one by one|checks everywhere"),
        (3, r"감시 ?카메라|전파 ?(?:방해|탐지)|도청|감시 장비"), (2, r"감시"), (3, r"监控|摄像头|信号干扰|监听"),
        (3, r"\beavesdrop|\bfacial[- ]recognition|\bdrones?\b|\bsensors?\b|\bCCTV|\bmasts?\b.{0,30}(?:signal|phone|jam)|\btrack(?:er|ers|ing) (?:devices?|units?|systems?)|\bmotion detect|\bthermal|\bjammers?\b|\bspy(?:ware|ing)|\bantennas?\b|\bjamming\b|\bcalls .{0,50}\b(?:break off|cut off|fail)"), (3, r"CCTV|카메라|탐지기|전파(?!력|되|됐|된|한|하|를 막)|추적 ?장치|열상|드론|방해 ?전파|감시 ?체계|위치 ?추적"), (3, r"人脸识别|探头|监视器|无人机|红外|定位|干扰(?:器|信号|设备)|窃听|侦测"),
        (3, r"\blenses\b|\bhandsets?\b.{0,40}(?:lose|cut|block|signal|network)|\bsignals? (?:is|are|was|were|has|have|vanish|drop|los)|\bphone users?\b|\bcaught (?:using|on) .{0,20}phone|\bwatching (?:devices|posts)|\blisten(?:ing)? (?:devices|posts|in)\b|\bmonitor(?:s|ed)?\b|\bscanners?\b|\bsearchlights?|\bcheckpoints? (?:with|scan)|\binspect phones"), (3, r"전파탐지|탐지(?:차|기|설비)|통화자|손전화 ?(?:사용|통화|단속)|신호.{0,10}(?:차단|방해|약)|도감청|카메라|적외선|경보기|추적"), (3, r"摄像|信号.{0,8}(?:干扰|中断|屏蔽|受)|屏蔽|探测|监测(?:器|设备)|雷达|探照灯|热成像|侦听"),
        (2, r"\bjam(?:s|ming|med)?\b.{0,20}(?:signals?|phones?|calls?)|\binform(?:ed)? on (?:\w+ ){0,2}(?:neighbou?rs?|residents?)|\binformers?\b|\b(?:reconnaissance|observation) (?:balloon|aircraft|post|drone)|\bbugg(?:ed|ing)\b|\btapp(?:ed|ing) (?:of )?(?:\w+ )?(?:phones?|calls?|lines?)|\bintercept\w* (?:of )?(?:\w+ )?calls?|\bnight[- ]vision|\bradars?\b|\bsignal (?:detect|block)\w*|\bmobile (?:phone )?signals?\b|\bcell ?phone signals?\b|\blocation of (?:callers|phones)"),
        (2, r"엿듣|엿들|도청|감청|감시(?:용|카메라| ?장비|망| ?체계|탑|소|기)|CCTV|폐쇄회로|카메라|드론|무인기|적외선|야간 ?투시|전파 ?(?:방해|탐지|교란|감시|장애)|주파수|교란|방해 ?장치|(?:신호|통화|휴대전화|손전화)[^.]{0,14}(?:끊|잡히지|먹통|불통|차단|추적|엿)|위치[^.]{0,6}(?:추적|파악)|정보원[^.]{0,10}(?:심|늘|배치)|밀고|촬영하|찍고 ?있|동향 ?감시|탐지|레이더"),
        (2, r"航拍|无人(?:机|飞)|不明飞行|飞行器|(?:监|摄|录)(?:视|像|控|听)|窥视|偷(?:听|拍)|窃(?:听|取)|雷达|侦(?:察|测|听|搜)|(?:信号|手机|通话|通讯|电波)[^，。]{0,12}(?:干扰|屏蔽|中断|异常|消失|截|监|追踪|定位)|干扰(?!.{0,6}(?:生产|生活))|探测|夜视|红外|人脸|眼线|举报邻"),
    )),
    ("border_works", (
        (3, r"\bfenc(?:e|es|ing)\b|barbed[ -]wire|barriers?|guard posts?|\bwalls?\b|watchtowers?"),
        (2, r"(?<!barbed )\bwire\b|(?<!guard )\bposts\b|concrete"),
        (3, r"철조망|장벽|초소를? (?:신설|짓|세우)|울타리"), (3, r"铁丝网|围栏|边境墙|隔离网"),
        (3, r"\b(?:string(?:ing|s)?|strung) (?:\w+ ){0,5}wire|\bwire\b.{0,40}\b(?:strung|laid|put up|spread)|\bconcrete wall|\belectrif(?:y|ied)|\bguard (?:huts?|towers?|houses?)|\bbarracks\b|\bpatrol (?:road|path|track)s?|\bbunkers?\b|\btrench(?:es)?\b|\bspike(?:s|d)?\b|\b(?:new|fresh) posts?\b|\bhuts?\b.{0,25}(?:built|counted|gone up|put up)|\brow of (?:fencing|wire)|\bfencing\b|\btrip-?wires?|\bembankments?\b.{0,20}(?:built|rebuilt|raised)|\bpier\b|\bjetty\b.{0,20}(?:built|new)"),
        (3, r"철책|전기 ?울타리|담장|방벽|초소(?:가|를|들이| \S{1,6}(?:가|이)| ?\d)|경비 ?초소|차단물|장애물|콘크리트 ?벽|감시탑|망루|함정"), (3, r"铁丝|围墙|隔离栏|钉板|(?:设|建|增|新|加).{0,6}(?:哨所|岗哨)|瞭望塔|水泥墙|防护网|拒马|栅栏|修建.{0,10}(?:墙|网|哨)|加固"),
        (3, r"\b(?:pour(?:ing|ed)|lay(?:ing)?|laid) (?:of )?concrete|\bdug (?:ditches|trenches|pits|holes)|\b(?:ditches|pits|trenches) (?:lined|with|dug)|\bnails?\b.{0,20}(?:boards?|planks?|bank|spik)|\b(?:building|built|builds|erect\w+|construct\w+|put(?:ting)? up|rais(?:ed|ing)|install\w+|rebuilt|repair\w+|strengthen\w+|complet\w+|finished) .{0,50}\b(?:fence|fencing|walls?|posts?|towers?|huts?|barracks|wire|barrier|road|bunkers?|embankment|checkpoint)s?\b|\b(?:fence|fencing|wall|post|tower|wire|barrier)s?\b .{0,40}\b(?:built|erected|completed|finished|installed|gone up|going up|rebuilt|extended|doubled|torn down|removed)"), (3, r"구덩이|못판|참호|방호벽|울타리|(?:철조망|초소|감시탑|장벽|담|도로|차단벽|제방).{0,16}(?:설치|세우|세워|신설|증설|보강|쌓|건설|완공|철거|늘)"), (3, r"(?:修|建|筑|架|拉|装|加|铺|立|拆).{0,12}(?:墙|铁丝网|围栏|护栏|网|哨|岗亭|塔|壕|路障|隔离)|混凝土|壕沟|挡墙|铁蒺藜|护岸"),
        (2, r"\bbarriers?\b|\brailings?\b|\bblockhouses?\b|\bpillbox|\bfortif\w+|\bwatch-?posts?\b|\bpalisade|\b(?:construction|building|erection|repair|rebuilding|completion|removal|extension|installation) of (?:a |the |new |\w+ ){0,4}(?:fence|fencing|wall|posts?|barrier|towers?|road|barracks|wire|embankment|huts?|bunkers?)"),
        (2, r"고압선|철선|가시 ?철|말뚝|(?<!부)담(?:장|이|을|벽)[^.]{0,12}(?:둘|쌓|세|높|새)|둘러(?:쳐|치|싸)|전류|전기 ?철|철조망|철책|(?:초소|잠복초소|경비막|막사|병영|감시소|망루|포대|토치카|진지)[^.]{0,16}(?:새로|들어서|지어|짓|건설|늘|생겨|세워|설치|옮|개축|허물|완공|증축)|국경 ?(?:장벽|시설|도로)|순찰로|해자|강둑[^.]{0,14}(?:쌓|공사|보수|높)|(?:뚝|둑|제방)[^.]{0,14}(?:공사|쌓|보강)"),
        (2, r"(?:增|新|加|扩|重|兴|改|修|搭|筑|架|竖|拆|立)(?:设|建|筑|起|修|装|盖|高|固|除)[^，。]{0,18}(?:岗|楼|哨|网|墙|栏|堡|塔|路|障|桩|堤|壕|营房)|碉堡|岗(?:楼|亭|哨)|暗堡|铁(?:丝|刺)|电网|刺网|高压电|通(?:了)?电(?!话)|隔离(?:带|设施|网)|拦阻|工事|巡逻(?:路|道)|护坡|筑堤|边境(?:墙|设施|工程)"),
    )),
    ("closure", (
        (4, r"\block(?:ed)?[ -]?downs?\b|\bsealed(?: off)?\b|closure of|closed (?:off|to)|shut (?:out|at|the)|off[- ]limits|cut off for|(?:ban(?:ned)?|barred) (?:on|from) entry|\bban on entry|stopped admitting"),
        (2, r"\bclos(?:es|ed)\b|no longer (?:come|cross)|suspended|state of emergency|quarantine|curfew|keeps? people .{0,20}away"),
        (3, r"봉쇄(?! ?기간)|출입 ?(?:금지|통제)|폐쇄|통행 ?금지"), (3, r"封锁|封城|关闭口岸|禁止通行|关闭"),
        (4, r"\b(?:was|were|been|is|are|has|have) (?:closed|shut|sealed|cordoned)\b|\bclosed (?:the|its|all|down|for)\b|\bshut (?:down|its|since|for|after)\b|\bcurfew\b|\bconfined to\b|\bno ?body may\b|\bmay not (?:leave|travel|go|enter)|\bbarred (?:travel|people|residents|entry)|\bhalt(?:ed|s)? (?:all )?(?:traffic|crossings?|tours?|passage)|\bclearance .{0,40}suspended|\bforbid(?:s|den)?\b|\bcordon(?:ed)?\b|\broadblocks?\b|\bban(?:ned|s)? (?:people|residents|boats|fishing|travel)|\breopen(?:ed|s|ing)?\b"),
        (3, r"통금|통행을? ?(?:금지|제한|차단)|이동 ?(?:금지|제한|통제)|차단(?:됐|했|하|된|령)|격리|출입을? ?(?:막|금|통제)|문을 ?닫|막혔|재개(?:장|방|통)|금지령|장사를 ?막|금지했"), (3, r"关闭|停航|停运|封江|封路|封村|宵禁|戒严|禁止|不准(?:出|进)|严禁|暂停(?:通关|通行|开放)|切断|限制出入|封鎖|封闭|重新开放"),
        (4, r"\bno ?(?:one|body) (?:may|can|could|was allowed|is allowed)|\bnot (?:allowed|permitted) to (?:leave|enter|go|travel|cross|fish)|\b(?:told|ordered|forced|made) to (?:stay|remain|keep) (?:at home|indoors|inside|away)|\bstay(?:ed)? indoors|\boff limits|\b(?:gate|bridge|crossing|customs|market|school|road|port|town|city|county|border)s? (?:was |were |has been |have been |is |are |had been )?(?:shut|closed|sealed|blocked)|\b(?:clos(?:ed|es|ing)|shut(?:s|ting)?|block(?:ed|s|ing)?|seal(?:ed|s|ing)?) (?:off )?(?:the |its |all |every |both )?(?:gate|bridge|crossing|customs|market|road|port|town|city|county|border|frontier|river|bank)|\btravel (?:ban|permits?)|\bmovement (?:was|is|between)|\brestrict(?:ed|ions?|s)?\b"),
        (3, r"(?:이동|통행|외출|출입|왕래|출어|장사|여행).{0,14}(?:금지|막|통제|제한|차단|중단)|문을 ?닫|밖에? ?(?:나오지|나가지) ?못|집 ?밖|못을 ?박|폐쇄|봉쇄(?! ?기간)|통제령|격리|운영.{0,6}중단|길을 ?막"), (4, r"不得(?:外出|出入|进入|离开|靠近)|停止(?:通关|通行|运营|办理|营业)|设卡|封控|封(?:城|村|路|江|关|闭)|闭关|关停|禁(?:止|令|行|渔)|居家|暂停|重启|解封|恢复通"),
        (2, r"\bturn(?:ed|ing|s)? (?:back|away) (?:\w+ ){0,5}(?:lorr|truck|traffic|vehicles?|travell?ers|visitors|people|tour)|\bnobody (?:has been |was |is )?(?:let|allowed|permitted)|\bnobody .{0,10}(?:in or out|in nor out)|\b(?:closing|sealing|shutting|blocking|reopening|suspension|closure) of\b|\b(?:flights?|trains?|buses|traffic|tours?|services?) (?:\w+ ){0,3}(?:halted|suspended|stopped|cancell?ed)|\b(?:halt|suspend|stop|cancel)\w* (?:\w+ ){0,4}(?:flights?|trains?|buses|traffic|tours?|visas?)|\bkept (?:\w+ ){0,3}indoors|\bunder (?:lockdown|quarantine(?! \w)|curfew)|\bno entry|\breopen\w*|\blocked in\b|\bin isolation|\bisolat(?:ed|ion) (?:the |of )?(?:town|city|village|county)"),
        (2, r"봉쇄|통제(?:됐|했|령|에|조치|구역|하)|폐쇄|차단|격리|통금|금족|(?:열차|항공|비행기|여객|뻐스|버스|차량|선박|국경|도로|다리|세관|학교|시장|장마당|왕래|뱃길)[^.]{0,24}(?:끊|중단|막|닫|통제|폐쇄|차단|멈)|(?:밖|집|마을|지역)[^.]{0,10}(?:나올|나갈|나오지|나가지|벗어나지|들어오지|들어갈)|외출|(?:재개|재개방|개방|해제)(?:됐|했|돼|된|하)|비상방역|발이 ?묶|이동증명서|여행증[^.]{0,10}(?:중단|금지|발급)|입국[^.]{0,10}(?:금지|막|불허|제한)|출입(?!문|구|국)"),
        (2, r"(?:不得|禁止|不许|不准|不能|严禁|一律不)[^，。]{0,8}(?:出|入|进|外|离|通|下|靠|捕)|只进不出|封(?:锁|控|闭|关|城|村|路|江|桥|境|堵)|(?:关|停)(?:闭|停|关|运|航|开|飞|课|工)|火车停|停止|暂停|(?<!公路)(?<!道路)(?<!交通)(?<!电力)中断|戒严|宵禁|管(?:控|制)|劝返|把守|卡点|隔离|静默|解(?:封|除)|重(?:新)?开(?:放|通|启|关)|恢复(?:开|通|运|对外)|闭门|足不出户|拒绝入境|不让"),
    )),
    ("health", (
        (3, r"\bbird flu\b|coronavirus|covid(?:-19)?|epidemic|outbreak|\binfect(?:ion|ions|ed)\b|vaccin\w+"),
        (1, r"quarantine|pandemic|virus"), (3, r"코로나|전염병|방역|조류 ?독감|감염"), (3, r"疫情|新冠|禽流感|防疫|感染"),
        (3, r"\bcholera|\btyphoid|\btyphus|\bmeasles|\bfever (?:cases|patients|was)|\bfever\b|\bdysentery|\benteritis|\bdiarrh|\bdisease|\bquarantin\w+(?! (?:rules?|measures?|restrictions?|orders?|regime|laws?)\b)|\bfoot-and-mouth|\bswine fever|\btuberculosis|\billness|\bfell ill|\bfallen ill|\bdisinfect"), (3, r"콜레라|장티푸스|홍역|열병|발열|독감|결핵|설사병|파라티푸스|구제역|돼지 ?열병|비루스|확진|소독"), (3, r"霍乱|伤寒|麻疹|发热|流感|肺炎|病例|病毒|染病|猪瘟|口蹄疫|传染病|隔离点|消毒"),
        (3, r"\bdiarrh(?:o)?ea|\bcull(?:ed|ing)|\bsick(?:ened|ness)?\b|\bpoison(?:ed|ing)|\bcases? of\b|\bpatients?\b|\bepidemic|\binfluenza|\bflu\b|\bswine\b|\bcontagio|\bclinic|\bhepatitis|\bscarlet|\bmalaria|\bencephalitis|\bmask(?:s)?\b.{0,20}(?:wear|order)|\bspread(?:ing|s)? (?:among|in|through).{0,30}(?:children|school|pigs|village|town)"), (3, r"번져|퍼져|퍼지|앓|돌림병|전염|설사|고열|환자|식중독|중독|폐사|살처분|수두|뇌염|말라리아|성홍열|괴질"), (3, r"腹泻|中毒|感染者|患者|确诊|染疫|扑杀|疫病|发病|高烧|猩红热|疟疾|疫苗|就诊"),
        (2, r"\btyphoid\b|\bill with\b|\bfell sick|\bdied of (?:a |an )?(?:fever|illness|disease|\w+itis)|\bsymptoms?\b|\banthrax|\brabies|\bscabies|\bparatyphoid|\bmalnutrition|\bhospitali[sz]ed with"),
        (2, r"설사|고열|증세|증상|유행성|전염|감염|확진|콜레라|장티푸스|파라티푸스|괴질|역병|방역|검역|백신|접종|병원체|바이러스|식중독|질병|홍역|결핵|간염|뇌막염|탄저|광견병|의심 ?환자|발열자|집단 ?발병|앓(?:고|다|는)|병(?:으로|에) ?(?:숨|죽|걸)"),
        (2, r"病(?:例|毒|人|患|亡|倒|死)|染(?:病|疫)|感染|发(?:热|烧|病)|疫(?:情|苗|区|病)|防疫|检疫|确诊|核酸|腹泻|痢疾|食物中毒|传染|霍乱|伤寒|流行|猪瘟|口蹄|炭疽|肝炎|结核|隔离(?:观察|治疗|点)|消毒|扑杀|无症状"),
    )),
    ("disaster", (
        (3, r"\bflood(?:s|ed|ing)?\b|typhoon|landslides?|downpours?|under water|explosion|\bblast\b|earthquake|mudslides?"),
        (2, r"\b(?:exceptional|heavy|torrential) rain|disaster|evacuat\w+|\bsank\b|\bsinks?\b|capsiz\w+|in flames|burn(?:t|ed)\b"),
        (2, r"\bswollen\b|\bfound dead\b"), (1, r"\brain\b|storms?\b|dykes?|dikes?|rescue|drown(?:ed|s)?\b|washed away"),
        (3, r"홍수|폭우|큰물|침수|태풍|산사태|폭발|수해|범람"), (3, r"洪水|洪峰|暴雨|洪灾|台风|泥石流|爆炸|防洪|流量"),
        (3, r"\bflood ?waters?\b|\bdrowned\b(?!.{0,20}cross)|\binundat|\bwildfire|\bcollaps(?:ed|e|ing)\b|\bcollided?|\bcollision|\bcapsiz|\bburst (?:its|over)|\boverflow(?:ed|s|ing)?\b|\bover its banks|\bclimbed over|\bpoured over|\bburst its banks|\bderail|\bcrash(?:ed)?\b|\bswept away|\bwashed (?:away|out)|\bcaught fire|\bon fire\b|\bfire (?:broke|destroyed|swept|in|at|that)|\bbur(?:ied|ying)\b|\btremor|\bmud(?:slide|flow)?\b|\bd[yi]ke (?:broke|gave way|burst|has given way)|\bbreach(?:ed)? (?:a|the) d[yi]ke|\bavalanche|\bblizzard|\bsnowstorm|\bdrought\b|\bfroze to death|\bfound frozen|\bsinking|\bunder mud"),
        (3, r"화재|불이 ?나|무너졌|무너지|붕괴|침몰|전복|충돌|추락|익사|물에 ?잠|물난리|산불|눈사태|가라앉|넘치|폭설|지진|탈선|매몰|동사"), (3, r"火灾|起火|失火|坍塌|倒塌|塌方|沉没|翻船|相撞|碰撞|溺水|溺亡|山火|雪崩|地震|山崩|水灾|洪灾|冲毁|淹没|积水|泥石流|车祸|遇险|被困|决堤|决口|涨水|超警|受灾|豪雨|暴涨|地震"),
        (3, r"\bblaze\b|\bgutted\b|\bflames\b|\binferno|\bplung(?:ed|es|ing)\b|\boverturn|\brose (?:\w+ ){1,3}(?:met(?:er|re)s|feet)|\bwash(?:ed|ing) .{0,24}(?:away|out)|\bhouses? (?:was|were)? ?(?:swept|destroyed|lost|buried|flattened)|\bdrown(?:ed|ing|s)?\b|\btorrent|\bdebris|\bthin ice|\bice (?:broke|gave way|cracked)|\bavalanche|\bgale|\bhail\b|\bfroze(?:n)? to death|\bpower (?:cut|outage)|\bsank\b|\brescued?\b|\bmissing after|\bblast\b|\bexplod"), (3, r"전소|불길|타 ?버|무너져|묻혔|묻히|떠내려|불어나|휩쓸|잠겼|잠긴|유실|터져|폭발|감전|추락|전복|조난|얼음이 ?(?:깨|꺼)|얼어 ?죽|동사|익사|사고(?:가|로)|피해를 ?입|수재|이재민|인명 ?피해"), (3, r"大火|火势|坠(?:入|江|落|毁)|遇难|被埋|被淹|倒灌|漫(?:过|堤)|上涨|暴发|洪|冲(?:走|垮|断|毁)|垮塌|崩塌|侧翻|倾覆|冻死|破冰|落水|失事|遇险|爆(?:炸|裂)|灾(?:民|害|情)|断电"),
        (2, r"\blost their (?:homes|houses|lives)|\b(?:river|tumen|yalu|amnok) (?:\w+ )?(?:swelled|rose|burst|overflowed|surged|flooded)|\bswell(?:ed|ing)\b|\bwater levels?\b|\bhomeless\b|\bstruck by (?:a )?(?:typhoon|storm|flood|lightning)|\bswamped\b|\bsubmerged|\bdeluge|\bcyclone|\brockfall|\bcave-?in\b|\bgas leak|\bskidd?ed|\bpile-?up|\baccident\b|\bran aground|\bburnt? down|\brazed\b|\bburned to|\bheat ?wave|\bforest fires?|\bquake\b"),
        (2, r"물바다|물에 ?(?:잠|떠|휩|빠)|물이 ?(?:\S+ )?(?:불|넘|덮|차|들이|밀려)|(?:홍|큰)물|수해|침수|범람|폭우|장마[^.]{0,10}(?:피해|로)|태풍|산사태|사태로|토사|무너|붕괴|침몰|뒤집|전복|굴러 ?떨어|추락|충돌|탈선|불길|불이 ?(?:나|났|붙|번)|화재|전소|폭발|지진|폭설|한파|가뭄|우박|강풍|해일|사고(?! ?팔|방식)|익사|실종|매몰|갇혔|고립|대피|이재민|피해(?:가|를)|유실|떠내려|휩쓸|얼어 ?죽|질식|정전|감전"),
        (2, r"(?:水|洪|旱|雪|火|风|冻|涝|震)(?:灾|患|害)|(?:被|遭)?(?:水)?(?:淹|冲毁|冲垮|冲走|吹倒)|洪(?:水|峰|涝)|溃(?:堤|坝|口)|决(?:堤|口)|内涝|漫(?:过|堤|溢)|水位[^，。]{0,10}(?:涨|升|超|达)|暴(?:雨|雪|风|涨|发)|台风|滑坡|崩(?:塌|落|岸)|塌|倒塌|坠|翻(?:车|船|覆|沉)|沉(?:没|船)|相撞|追尾|起火|着火|失火|火(?:灾|警|势|场)|爆(?:炸|燃|裂)|事故|身亡|溺|遇(?:难|险)|失(?:联|踪)|受灾|转移(?:群众|居民|安置)?|抢险|救援|疏散|冰(?:凌|排|面)|地震|雷击|停电|泄漏"),
    )),
    ("arrest", (
        (3, r"\barrest(?:s|ed|ing)?\b|\bdetain(?:s|ed|ees)?\b|taken into custody|rounded up|crack(?:ed|s)? ?down|break up gang"),
        (2, r"\bheld\b|\bholds?\b|\bholding\b|jailed|\bcustody\b|inspection team|inspectors|caught|searched|\btrial\b|prison|\bseized\b|\bimpounded\b|taken away"),
        (3, r"체포|검거|단속|구금|붙잡|검열|적발"), (3, r"被捕|逮捕|抓获|拘留|打击"),
        (3, r"\b(?:was|were|been|are|is) (?:caught(?! (?:when|in|up|by (?:the )?(?:flood|water|current|fire)))|seized|led away|taken away|held|detained|picked up|captured|nabbed|questioned|interrogated|hauled)|\bcaptur(?:ed|e)\b|\bpicked up\b|\bled away|\btaken (?:away|into custody)\b|\bapprehend|\braid(?:ed|s)?\b|\bbanish(?:ed)?\b|\bexpel(?:led)?\b|\bsentenced to\b(?! death)|\bpurge|\bround-?up|\bimprison|\bbehind bars|\bbroken up|\bpolice (?:held|seized|caught|detained)|\bstopped (?:three|two|\w+ men)"),
        (3, r"끌려 ?갔|끌려 ?간|잡혀 ?갔|붙들|연행|구속|수감|잡혔|체포됐|압송|추방|교화|재판|색출|소탕|규찰|나포|압류|단속에 ?걸"), (3, r"抓走|抓捕|带走|落网|拘捕|扣押|查处|清查|判刑|判处|羁押|截获|擒|搜捕|破获|打掉|押送|押往|拦下|劝返|驱逐|查扣"),
        (3, r"\bhauled (?:off|away|in)\b|\bsentenced\b(?! to death)|\btook .{0,30}(?:in for questioning|away|into custody)|\brounding up|\bjailed\b|\bsent to (?:a |the )?(?:\w+ )?(?:camp|prison|labou?r)|\bhandcuff|\bhunt(?:ed|ing)? (?:down|for)|\bconfined\b|\bheld (?:for|on|in|by|since|without)\b|\bunder (?:arrest|investigation)|\bsearch(?:ed|es|ing) (?:every|all|homes|houses|each)|\bexile[sd]?\b"), (3, r"잡아갔|잡아들|잡혀|붙들려|끌고 ?갔|단련대|교양소|교화소|관리소|구류|조사를 ?받|심문|수색|가택|처벌|숙청|해임|철직|검거|보위부에 ?(?:끌|잡|체)"), (3, r"带走|调查|拘|关押|收押|落马|免职|传唤|通缉|缉拿|服刑|劳改|劳教|搜查|清剿|查抄|惩|处分|审讯"),
        (2, r"\barrest(?:s|ed|ing)? of\b|\b(?:detention|capture|seizure|imprisonment|sentencing|trial|roundup|questioning|expulsion|jailing) of\b|\bmarched off\b|\bdragged (?:off|away|out)|\bnabbed\b|\bnett?ed\b|\bstripped of (?:his|her|their) (?:rank|post|office)|\bsacked\b|\bunmask\w*|\b(?:charged|indicted|convicted|fined|punished|prosecuted)\b|\bcaught red-handed|\bbusted\b|\bput on trial|\bpublic trial|\b(?:sent|sentenced|taken|moved) to (?:a |the )?(?:\w+ ){0,3}(?:camp|prison|jail|bureau|labou?r)|\blocked up\b|\bin(?:to)? (?:police |state )?custody|\bdragnet|\bmanhunt"),
        (2, r"체포|구속|연행|검거|단속|적발|구금|수감|구류|감금(?:됐|했|돼)|억류|나포|압송|호송|이송됐|색출|소환|조사(?:를|중|받|하)|심문|취조|재판|선고|교화형|로동교화|노동교화|단련형|추방|처벌|징역|해임|철직|강등|출당|숙청|검열|수색|가택수색|들통|덜미|발각|(?:단속|검열|수색|그물|경비대|보위부|보위원)[^.]{0,8}걸[려렸리]|들켰|들켜|(?:보위부|보위원|보안서|보안원|안전부|안전원|공안|경찰|경비대|단속반)[^.]{0,24}덮[쳐쳤치]|끌고 ?갔|끌려|붙잡|붙들|잡혔|잡혀|잡힌|잡아|일망타진|소탕|기소|벌금|과태료|자수"),
        (2, r"(?:抓|捕|逮|擒|缉|拘)(?:获|捕|走|拿|留|住|到|押|禁|起来)|(?<!偷)捕(?!鱼|捞|蟹|蛙|食)|落网|(?:当场|成功)?(?:控制|截获|查获|抓住|拦截)|破获|捣毁|打掉|侦破|端掉|查(?:处|办|封|抓)|传(?:讯|唤)|讯问|审(?:查|判|讯|理)|公审|判(?:处|刑|决)|罚款|处(?:罚|分|以(?!极刑|死刑))|撤(?:职|销职)|革职|免职|开除|移送|起诉|羁|扣(?:押|留|下|船)|关(?:押|进)|收监|劳(?:教|改)|清(?:查|剿|洗)|搜(?:捕|查)|追捕|通缉|驱逐|收审|被抓"),
    )),
    ("military", (
        (3, r"land ?mines?\b|\bmines (?:had|have|were|are|laid)|laying mines|troops (?:travel|deployed|sent)|artillery|fighter jets?|military exercises?|\bdrill\b"),
        (2, r"special (?:forces|troops)|storm corps"),
        (1, r"\btroops\b|soldiers|battalion|brigade|army corps"),
        (3, r"지뢰|병력 ?(?:배치|증강)|훈련"), (3, r"地雷|部署|演习|增兵"),
        (3, r"\b(?:units?|companies|company|battalions?|regiments?|brigades?|platoons?|troops|corps)\b.{0,60}\b(?:arrived|moved|posted|deployed|transferred|replaced|swapped|rotated|changed places|took over|sent|reinforc\w+)|\breinforcements?\b|\bnavy\b|\bmissiles?\b|\btanks?\b|\bmanoeuv|\bmaneuv|\bgarrison|\brotation\b|\bhowitzer|\brocket"), (2, r"\bpatrols? (?:doubled|were|had been)"), (3, r"부대.{0,20}(?:투입|이동|교체|배치|증원|도착|철수)|병력|군부대.{0,12}(?:증원|이동)|증파|사격 ?훈련|폭풍군단|교대"), (3, r"增派|调防|换防|进驻|集结|兵力|军演|驻军|炮|布雷|埋雷|撤军"),
        (3, r"\b(?:brigade|battalion|regiment|division|company|platoon|unit|corps)s?\b.{0,40}\b(?:rolled|moved|came|went|marched|dug in|stationed|dispatched|sent|replac\w+|reliev\w+|transferr?ed|withdr\w+|arriv\w+)|\bsappers?\b|\blaying mines|\bmines? (?:along|on|in|near|laid|planted|buried)|\blive[- ]fire|\bpatrols? (?:were |have been |had been )?(?:doubled|stepped up|reinforced|tripled)|\bon (?:high )?alert\b|\bmobili[sz]ed\b|\breservists?\b|\bconvoys? of (?:army|military|troops)|\bshell(?:s|ing)\b"), (3, r"부대.{0,24}(?:교대|투입|이동|배치|증강|파견|도착|철수|주둔)|특수부대|지뢰(?:가|를|밭)?.{0,12}(?:매설|묻|깔|터)|비상(?:이|경계|근무|령)|전투 ?준비|경계 ?태세|군인들이 (?:새로|대거)|증원|실탄|포 ?사격"), (3, r"增派|进驻|换防|实弹|驻扎|戒备|军队.{0,8}(?:调|集|进|增)|埋(?:设)?地雷|布(?:设)?雷|加强(?:警戒|巡逻|戒备)|战备|增兵|部队.{0,8}(?:调|到|抵|集)|巡逻队"),
        (2, r"\b(?:laying|planting|laid|planted|sowing|burying) (?:of )?(?:\w+ ){0,3}(?:land)?mines\b|\b(?:deployment|rotation|arrival|withdrawal|build-?up|redeployment|movement) of (?:\w+ ){0,5}(?:troops|soldiers|units?|forces|guards|brigade|battalion|regiment|tanks)|\bmilitia\b|\bdeploy\w*|\bspecial forces (?:were|have|arriv|took)|\bwar games|\bcombat read|\bbolster\w* .{0,24}(?:troops|guards|border|patrol)|\bstation(?:ed|ing)\b.{0,24}(?:troops|soldiers|men|unit)|\bwarships?\b|\bpatrol boats?\b|\barmou?red"),
        (2, r"병력|부대(?:가|를|의)? ?(?:\S+ ){0,4}(?:교체|교대|증강|배치|투입|이동|파견|재편|도착|주둔|철수|맞바)|임무[^.]{0,6}(?:교대|맞바|인계)|민병대|증강|증원|증파|배치(?:했|됐|돼|된|하)|전개(?:했|됐)|폭풍군단|특수(?:부대|작전군)|지뢰|군사 ?훈련|기동 ?훈련|실탄 ?사격|포병|탱크|장갑차|전투기|미사일|경계(?:근무|태세|를 ?강화)|비상 ?(?:경계|소집|대기)|동원령|잠복 ?근무|군단|여단|연대가"),
        (2, r"(?:增|派|驻|调|换|布|移|撤|进|轮)(?:派|驻|防|调|换|兵|军|岗|援)(?!证)|接(?:替|防)|兵(?:力|员)|(?:一个|两个|数个|某)(?:旅|团|营|连|师)|(?:旅|团|营|军团)(?:的)?(?:兵力|部队|官兵)|民兵|地雷|雷区|埋雷|实弹|演(?:习|练)|军(?:演|车队|舰)|坦克|装甲|火炮|导弹|战机|集结|战备|戒备|暴风军团|特种(?:部队|兵|作战)|加强(?:巡逻|警戒|边防)"),
    )),
    ("trade", (
        (3, r"customs|\bexports?\b|\bimports?\b|tour groups?|goods train|freight|lorries|\bcargo\b|economic zone|free trade"),
        (2, r"\btrade\b|tourists?|\bbridge\b|trucks|business(?:es)?|market|seafood|workers? go home|\bzone\b|crossing (?:to|between)|passengers|buyers"),
        (1, r"\btraders?\b|\bstaff\b"),
        (3, r"무역|교역|수출|수입품"), (2, r"세관"), (2, r"관광|대교|시장"), (3, r"贸易|货运|客货|(?<!海关)(?<!口岸)出口"), (2, r"口岸|海关"), (2, r"旅客|游客|大桥"),
        (2, r"\btrains?\b.{0,40}\b(?:crossed|arrived|left|rolled|passed|resum\w+|carr\w+)|\bopened to (?:traffic|lorries|trucks)|\bport\b|\bshipments?\b|\bcontainers?\b|\blorr(?:y|ies)\b|\btruckloads?|\bcoal\b|\btonnes?\b|\bcrates\b|\btaxis?\b|\brestaurants?\b|\bfair\b"), (2, r"\btraffic\b|\bprices?\b|\bgoods\b|\bcross-border\b|\bvisitors?\b|\bwagons?\b|\brail\b"), (2, r"교역|화물 ?(?:열차|차|트럭)|통관|수입|관광객|무역상|컨테이너|트럭|통상구|물동량|개통|대방"), (2, r"通关|通車|通车|进出口|出入境|班列|列车|货车|卡车|开通|商贸|集装箱|吞吐|海产|楼市|房价|首航|复航|复运|客运"), (1, r"商人|经营|价格"),
        (2, r"\bexport(?:ed|ers?|s)?\b|\bimport(?:ed|ers?|s)?\b|\bpassengers?\b|\btouris[tm]\w*|\btraders?\b.{0,30}\b(?:order|buy|sell|wait)|\bwholesal|\bshop(?:s|keepers?)\b|\bfactor(?:y|ies)\b|\bworkers\b.{0,30}\b(?:sent|abroad|factory|arriv)|\bopened (?:for|to) (?:business|trade)|\bstamps?\b"), (2, r"수출|수입|상품|장마당|시세|가격|물가|거래|상점|공장|로동자|관광|여객|운행|개방|합작"), (2, r"订单|批发|零售|市场|生意|价|工厂|工人|劳务|旅游|旅行|开业|合作|投资|贸|运行|开行|列车|航线"),
        (1, r"\btour (?:bus|group|operator|agenc)\w*|\bduty-free|\bferr(?:y|ies)\b|\bgoods (?:train|traffic)|\bopened to (?:traffic|travell?ers|tourists)|\binaugurat\w+|\bfirst (?:train|truck|lorry|bus|flight|ship)|\bgroundbreaking|\bcontract|\binvest(?:ed|ments?|ors?)\b"),
        (1, r"개통|개장|개업|준공|운행|운항|여객열차|첫 ?(?:열차|차량|트럭|버스|배)|달리기 ?시작|통로|물자|교역|무역|통관|관세|수출|수입|화물|관광|투자|합영|합작|인력 ?(?:송출|파견)|노동자[^.]{0,10}(?:파견|송출)|시장 ?(?:가격|물가)|쌀값|환율|물가"),
        (1, r"通(?:关|车|航)|投入(?:使用|运营|运行)|启用|首(?:日|航|列|批|趟|班)|开(?:通|行|业|市|航|工|馆|园)|竣工|奠基|落成|复(?:航|运|工|市)|旅(?:客|游|行)|货(?:运|物|车|轮)|进出口|商(?:贸|品|户)|贸易|签(?:约|署|订)|互市|海关|劳务|投资|游客"),
    )),
    ("crossing", (
        (3, r"\bdefect(?:ed|ion|ions|ing)?\b|\bescap(?:e|ed|ing)\b|over frozen|walk(?:ed|s)? over the|\bwad(?:e|ed|ing)\b|footprints|cross(?:ed|ers?|es|ing) (?:over |into |the )?(?:the )?(?:river|border|tumen|yalu|china|frozen|ice)|illegal(?:ly)? (?:cross\w+|entry)|vanish over"),
        (2, r"\b(?:went missing|disappeared|not been traced|vanish(?:ed)?)\b"), (1, r"\bescapees?\b|\bdefectors?\b|refugees?|over the border|drown(?:ed|s)?\b"),
        (3, r"탈북(?!민)|월경|도강|국경을 넘|강을 건너|건너는"), (1, r"탈북민"), (3, r"脱北(?!者)|越境|偷渡|渡江|逃离"), (1, r"脱北者"),
        (3, r"\bfle(?:d|es|eing)\b(?! (?:their|from their) homes?)|\bslip(?:ped)? (?:across|over|into china)|\bswam\b|\bswum\b|\bcross(?:ed|ing)? (?:into|over|to) |\bcrossed the\b|\btr(?:y|ied|ying) to (?:cross|wade|swim|flee)|\bwent over (?:to|the)\b|\bover the ice\b|\b(?:reached|got to|made it to) china\b|\bjail ?break|\bgot out of\b|\bbreak ?out\b|\bdefectors? (?:crossed|fled)|\bover the river by night"), (3, r"강을 건넜|건너다|건너려|넘어갔|넘어와|탈출|도주|잠입|밀입국|두만강을 건|압록강을 건"), (3, r"渡河|过江|越江|渡过|蹚|泅渡|潜逃|逃往|逃到|逃入|非法入境|越狱|游过|涉过|徒步过"),
        (3, r"\b(?:made|attempt(?:ed|ing)?|make) the crossing\b|\bdrift(?:ed)? (?:across|over|ashore)|\bc[ao]me ashore\b|\b(?:across|over) the (?:ice|river|border|tumen|yalu|amnok) (?:at|by|on|in|with|and|during|under)\b|\b(?:sneak|snuck|sneaked|stole|crept|swam|paddled|rafted|rowed|ran|got|went) (?:across|over|into china)\b|\basylum\b"),
        (3, r"강을 ?넘|도강|월강|국경을 ?(?:건너|넘)|밀입북|자취를 감|헤엄쳐|행방(?:을 감|이 묘연|불명)"), (3, r"越过(?:边境|国境|边界|江)|下落不明|游到|游向|趟过|偷越|闯入|逃北|投奔|失踪"),
        (2, r"\bgot across\b|\b(?:escape|flight|crossing|defection) (?:of|by) (?:\w+ ){0,5}(?:people|women|famil\w+|men|residents?|north koreans|woman|man|couple|mother)|\b(?:paddled|rowed|rafted|waded|swam|slipped|stole|crept|made it|ran|fled|escaped) .{0,20}\b(?:across|over|to the (?:chinese|other) (?:side|bank))|\bnot been (?:heard of|seen) since|\bby (?:raft|rubber boat|dinghy|inner tube)|\bintru(?:ded|sion|ders?)\b|\bincursion|\billegal (?:border[- ])?cross\w+|\bsought (?:asylum|refuge)|\btried to (?:get|slip|sneak|run) (?:across|over|out)"),
        (2, r"(?:강|국경|두만강|압록강|철조망)(?:을|를)? ?(?:몰래 |무단으로 |헤엄쳐 )?(?:건너|건넌|건넜|넘[어은었]|도하)|월경|밀입국|밀항|불법 ?입국|도강|월강|탈북(?!민|자|여성| 여성| 청소년)|귀순|망명|행방불명|행방이|자취를|(?:고무|쪽)(?:보트|배|튜브)|탈출|넘어(?:왔|갔|와|온|간)|건너(?:왔|갔|와|온|간)|월남"),
        (2, r"越境|偷(?:越|渡|入)|潜(?:入|逃|越)|渡(?:江|河|过)|过(?:江|河)(?!大桥|桥|索)|泅|涉(?:江|水|河)|非法(?:入|出|越|进)境|私自(?:入|出|越)境|脱北(?!者)|逃(?:往|到|入|离|至|出|过)|(?:乘|坐|划)[^，。]{0,8}(?:皮艇|橡皮|小船|木筏|轮胎)|不知去向|下落不明|上岸后|出逃|叛逃|闯(?:入|关)|越狱|投诚"),
    )),
)  # fmt: skip

# The cues are written in simplified characters. These pairs cover the traditional forms of what is in them, one for one.
SIMPLIFIED = str.maketrans(
    "邊國門關鎖槍擊殺處決軍車貿運貨開閉災風過漁罰藥險執輛鐵絲網圍牆攝監視頻識別臉機無線電話號碼測紅訊訴審訪問員團隊調駐進陣營"
    "練習勢條與從來時間後復遷傷斷層裝設備築崗點場樓橋樑鐘銅礦產業務應該現實際發覺潛脫離誘騙賣婦綁劃緝輸賄貪汙敗費錢級導彈戰總"
    "統領會議討論閒滿漲淪縣鎮鄉東華龍蘇聯軌傳確診陽陰癥竊聽偵簽證護檢驗區縮減壓價買雙種類藝園記憶響韓鴨綠圖們搶鬥毆斃鳴據稱認"
    "謀盜農馬驅滯隨勸攔獲沒當選舉報單獨衝毀懸積潰壩暫緊狀態爐燒帶於蓋礙協葉學廠屍兩個衛幣繳凍結淨擄滅傾顆噸熱瘧豬擴嚴準許繼續"
    "橫壞擁擋攜贓廢徵懲戶揮損換棄極樁氣滲濫瀉燈稅穩竄糧紀約納緒編縱繞羈職膠舊艦虛術補襲觸訂詐詢誤諜讓賊購贖趕跡轄轉輪辦遞遠遺"
    "鄰醫釋鈔鉤鋪錄閘闖陸隱頂順預頭顛飛餘駁駕驚鬧魚黨墜夾奪將專島幫強彎惡慘掃掛採搗撈撲麼並塊撃徹觀裡內儀優項題屬歲歸殘殼濁灣"
    "爾牽獎獄異疊眾瞞礎禮窩窮籠紛給絕維綱緣織罷羅聞膽臺艙蕩薩蝕衆裏製複規親計託評詞試詳誇誰請講謝譯負財責貧貫賀資賞質賴賽贏躍"
    "較載輕違適郵釣鈴鍵鏡長閃難雜靈須頒額顯飲飾養馴駛體髮鮮麥齊",
    "边国门关锁枪击杀处决军车贸运货开闭灾风过渔罚药险执辆铁丝网围墙摄监视频识别脸机无线电话号码测红讯诉审访问员团队调驻进阵营"
    "练习势条与从来时间后复迁伤断层装设备筑岗点场楼桥梁钟铜矿产业务应该现实际发觉潜脱离诱骗卖妇绑划缉输贿贪污败费钱级导弹战总"
    "统领会议讨论闲满涨沦县镇乡东华龙苏联轨传确诊阳阴症窃听侦签证护检验区缩减压价买双种类艺园记忆响韩鸭绿图们抢斗殴毙鸣据称认"
    "谋盗农马驱滞随劝拦获没当选举报单独冲毁悬积溃坝暂紧状态炉烧带于盖碍协叶学厂尸两个卫币缴冻结净掳灭倾颗吨热疟猪扩严准许继续"
    "横坏拥挡携赃废征惩户挥损换弃极桩气渗滥泻灯税稳窜粮纪约纳绪编纵绕羁职胶旧舰虚术补袭触订诈询误谍让贼购赎赶迹辖转轮办递远遗"
    "邻医释钞钩铺录闸闯陆隐顶顺预头颠飞余驳驾惊闹鱼党坠夹夺将专岛帮强弯恶惨扫挂采捣捞扑么并块击彻观里内仪优项题属岁归残壳浊湾"
    "尔牵奖狱异叠众瞒础礼窝穷笼纷给绝维纲缘织罢罗闻胆台舱荡萨蚀众里制复规亲计托评词试详夸谁请讲谢译负财责贫贯贺资赏质赖赛赢跃"
    "较载轻违适邮钓铃键镜长闪难杂灵须颁额显饮饰养驯驶体发鲜麦齐",
)  # fmt: skip
