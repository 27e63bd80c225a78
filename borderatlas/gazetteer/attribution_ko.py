"""Who speaks, and from where, in Korean: the person stands behind the place, X의 한 주민은 … 전했다."""

from __future__ import annotations

import re

from borderatlas.gazetteer.cues import ANY, AnyOf, Cued

_SOURCE_WORDS = r"(?:소식통|취재원|취재\s*협[력조]자|협조자|정보원|통신원)"
_AT = r"(?: ?(?:건설장|공사장|작업장|양식장|발전소|병원|대학|중학교|고아원|여관|상점|식당|부두|항|역|세관|광산|탄광|장마당|시장|세관|공장|농장|외곽|항구|역전))?(?:의|에서 (?:(?:[가-힣]{1,6} )?[가-힣]{1,6}[을를] )?(?:하는|운영하는|파는|일하는|근무하는|운전하는|가르치는)|에 (?:동원|파견|배치|근무|입원|수감|체류|정착|소속|배속)(?:된|됐던|되었던|한|했던|하는|하던|돼 있는|중인)|에 다니는|에 다니던|을 오가는|를 오가는|에 머물고 있는|에 있는|에 사는|에 거주하는|에 거주 중인|에 거주하고 있는|에서 사는|에서 활동하는|에서 장사를? 하는|에서 장사하는|에서 일하는|에서 온|에서 만난|에서 전화를 받은|에서 연락이 닿은|에서 탈북한|에 가족을 둔|에서 나온|에 머무는|에 체류 중인|소재|주재|태생|태생의|거주|쪽|측|내|내부|출신|출신의)?"
_MODIFIERS = r"(?:(?:[가-힣\d·]{0,6}[^\s고서를을이가은는에로며면다\d.,“”\"']|\d+대|사는|있는|활동하는|사정에|사정을|잘|밝은|아는|정통한)\s+){0,4}?"
_SOURCE = Cued(rf"^{_AT}\s*{_MODIFIERS}[가-힣]{{0,5}}{_SOURCE_WORDS}")
_PEOPLE = (
    r"(?:주민|상인|관계자|무역업자|무역일꾼|탈북민|탈북자|간부|농민|어민|시민|여성|남성|노동자|사업가|기업인|대표|이사|사장|업자|교수|연구원|"
    r"전문가|학자|소장|직원|기사|가이드|단체|제대군인|주부|노인|교사|의사|학생|지인|조선족|군인|증인|목격자|업주|점주|농장원|돌격대원|장사꾼|돈주|대방|브로커|무역상|공무원|종업원|환자|선원|선장|유학생|화교|당국자|외교관|활동가|운동가|선교사|"
    r"목사|제보자|중개인|중개상|중개업자|은행원|회사원|운영자|관리인|관리원|경비원|안내원|통역|통역사|지배인|주인|여주인|뱃사공|사공|어부|사냥꾼|심마니|벌목공|광부|탄부|기술자|"
    r"철도원|역무원|기관사|승무원|판매원|되거리꾼|밀수꾼|밀수업자|보따리상|자영업자|당원|보안원|안전원|보위원|지도원|병사|장교|군관|하사관|제대병사|전역자|인민반장|반장|작업반장|분조장|비서|국장|과장|"
    r"간호사|약사|엄마|아빠|딸|아들|형|누나|언니|오빠|동생|삼촌|이모|고모|사촌|조카|친구|동료|생존자|피해자|유가족|유족|가족|이탈주민|새터민|실향민|난민|수감자|분석가|박사|대변인|관리|실무자|담당자|책임자|영사|"
    r"친척|이웃|아내|남편|어머니|아버지|할머니|할아버지|운전사|택시기사|변호사|연구위원|대원|일꾼|청년|학부모)"
)
_PERSON = Cued(
    rf"^{_AT}\s*{_MODIFIERS}[가-힣]{{0,5}}{_PEOPLE}(?:들)?(?: ?[가-힣A-Z]{{1,3}}(?: ?모)?(?:\([^)]{{1,12}}\))? ?씨|\([^)]{{1,12}}\))?"
    r"(?:은|는|이|가|도|측은|에 따르면|에 의하면|의 말|씨는)(?![가-힣])"
)
_NAMED = Cued(
    rf"^{_AT}\s*{_MODIFIERS}(?:[가-힣A-Z]{{1,3}}(?: ?모|\(가명\))?\s?씨)(?:\([^)]{{1,12}}\))?(?:은|는|이|가)\s"
)
_SOMEBODY = Cued(
    r"^(?:의|에 사는|에 있는|에서 만난|에서 전화를 받은|에서 연락이 닿은)\s*(?:한|어느|또 다른|다른|익명의|복수의|현지|이름을 밝히지 않은|익명을 요구한)\s[^.“\"]{1,18}?(?:은|는|이|가|도)\s"
)
_NEWS = Cued(
    r"^에서 ?(?:전해|보내|들어|흘러|날아)[ ]?(?:온|나온|진) (?:[가-힣]{1,6} )?(?:소식|내용|정보|영상|사진|제보|편지|문자)"
)
_SAYING = re.compile(
    r"말했|전했|전한|밝혔|설명했|알려왔|증언|에 따르면|에 의하면|했다고|고 했다|라고 했|고 한다|토로|호소|회상|기억했|귀띔|주장했|덧붙|이야기했|얘기했|하소연|분석했|전망했|내다봤|알렸|털어놓|털어놨|지적했|강조했|답했|대답했|언급했|보내왔|통화에서|말합|전합|밝힙|설명합|주장합|말하|전하|증언하|증언합|지적합|지적한|설명한|주장한|강조합|강조한|우려했|우려합|추정했|예상했|평가했|진단했|관측했|경고했|불평했|한탄했|푸념했|비판했|비난했|확인했|인정했|부인했|고백했|소개했|"
    r"추측했|단언했|장담했|반박했|덧붙인|알려온|알려 온|귀띔한|털어놓은|들려줬|들려주|일러줬|알려줬|전해줬|전해 왔|전해왔|보태|인터뷰에서|제보했|폭로했|반문했|한숨|말한다|전한다|밝힌|알려 왔|입을 모았"
)
_HEARING = re.compile(r"들었|전해 들|이야기|소식을|통화|확인했|알게 됐")
_OTHER_SPEAKER = re.compile(
    r"소식통|당국|매체|언론|통신은|방송은|해임|체포|처형|숨졌|사망|구속|연행|붙잡|잡혔|끌려|추방|총살|다쳤|실종|압송|송환됐"
)
_NEARER_SPEAKER = re.compile(rf"(?:{_PEOPLE}|소식통)(?:들)?(?:은|는|이|가|에게) [^“”\"‘’,.]{{0,14}}$")
_CELL = Cued(rf"^ (?:[가-힣]{{0,4}})?(?:{_PEOPLE}|소식통)[ \t]*(?:\n|\t|\||$)")
# [녹취: 투먼 주민], 이 소식통은 삭주에 사는 친척에게서 들었다고 했다.
_LABEL = Cued(rf"^ ?(?:[가-힣]{{1,6}} )?(?:{_PEOPLE}|소식통|취재협력자)(?: ?[A-Z가-힣]씨)?\s*[\]】:：)]")
_LABEL_BEFORE = re.compile(r"(?:녹취|인터뷰|현장음|음성|영상|증언|통화)\s*[:：]?\s*$")
_HEARD = Cued(
    rf"^(?:에 사는|에 있는|에 거주하는|의|에 사는 한|의 한) (?:[가-힣]{{1,6}} )?(?:{_PEOPLE})(?:에게서|한테서|한테|로부터|으로부터|에게|의 말|와 통화|과 통화|와의 통화|과의 통화)"
)
_QUOTED = Cued(r"^에\s?(?:있는|사는|거주하는)\s(?:\S+\s){0,2}?(?:말을|증언을|이야기를)\s(?:인용|빌려|전하며)")


# What ties a place to a speaker; the patterns left out only qualify what another one has found.
SPEAKERS = AnyOf(globals(), but=(_SAYING, _HEARING, _OTHER_SPEAKER, _NEARER_SPEAKER, _LABEL_BEFORE))


def _is_heard_in_korean(before: str, after: str, cues: int) -> bool:
    """Read [녹취: 투먼 주민], and 삭주에 사는 친척에게서 들었다."""
    heard = _HEARD.match(after, cues)
    if heard is not None and _HEARING.search(after, heard.end()):
        return True
    return bool(_LABEL.match(after, cues) and _LABEL_BEFORE.search(before))


def is_source(before: str, after: str, cues: int = ANY) -> bool:  # noqa: PLR0911 - one return a rule
    """Tell whether the Korean words before and behind a place tie it to somebody who speaks."""
    if not cues & SPEAKERS.bits:
        return False
    if _is_heard_in_korean(before, after, cues):
        return True
    if _SOURCE.match(after, cues) or _NEWS.match(after, cues) or _CELL.match(after, cues) or _QUOTED.match(after, cues):
        return True
    spoken = _PERSON.match(after, cues) or _NAMED.match(after, cues) or _SOMEBODY.match(after, cues)
    if spoken is None:
        return False
    saying = _SAYING.search(after, spoken.start())
    if saying is None or _OTHER_SPEAKER.search(after, spoken.end(), saying.start()):
        return False
    # "군관들이 쌀을 거둬들이고 있다고 주민이 24일 전했다": the nearer person speaks.
    if _NEARER_SPEAKER.search(after, spoken.end(), saying.start()):
        return False
    # Who is spoken of inside a quotation does not say what is said behind it.
    return not (in_a_quotation(before) and _closes(after, saying.start()))


def _closes(after: str, end: int) -> bool:
    """Tell whether a quotation that was open is closed before an offset."""
    return '"' in after[:end] or "”" in after[:end]


def in_a_quotation(before: str) -> bool:
    """Tell whether a quotation was opened before, and not closed."""
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1
