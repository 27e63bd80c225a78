"""What may be written onto a name of Hangul, and before it: particles, nouns, the Hanja in brackets, works of a town."""

from __future__ import annotations

import re

# Nouns that are written onto a place name without a blank, and the particles after them. A name of two syllables must
# be followed by nothing else: 무산되다 is not Musan. Longer names are safe enough to stand before anything.
_GLUED = (
    "시내|시당|도당|군당|지역|지방|지구|일대|주민|인근|부근|근처|주변|출신|당국|세관|국경|변방|변경|접경|상류|중류|하류|하구|방면|방향|"
    "대안|맞은편|건너편|현지|북부|남부|동부|서부|중심|중심부|보위부|보안국|보안서|안전부|안전국|검찰소|역전|역|공장|농장|농민시장|종합시장|도매시장|시장|장마당|고속도로|도로|여단|사단|연대|경비대|"
    "교두|해관|공안|변방대|항|측|쪽|발|행|산|내|외|가|변|간|현|등지|등|들|당|전역|전체|대교|철교|다리|댐|광산|소식통|공항|비행장|청년역|대표부|영사관|"
    "총영사관|대사관|철길|철도|제방|정부|외교부|언론|매체|군인|병사|노동자|무역|전선|사람|여성|상인|밀수|시민|"
    "공안국|공안분국|출입경|검사소|변방검사소|변경관리|변경파출소|파출소|소방|법원|인민법원|검찰원|인민검찰원|인민정부|당위원회|인민위원회|위원회|"
    "응급관리국|질병예방|위생|림업국|상무국|병원|인민병원|보위국|사회안전부|탄광|청년탄광|청년광산|로동자구|구치소|구류장|구류소|집결소|려행사|여행사|통상구"
)
_PARTICLES = (
    "으로부터|로부터|서는|서도|서|선|에서부터|에서는|에서도|에서의|에서만|에서|에게서|에게|에는|에도|에만|에선|에|으로는|으로도|으로의|으로|로는|로도|로의|로서|로써|로|"
    "까지는|까지도|까지의|까지|부터는|부터의|부터|보다는|보다도|보다|마다|처럼|만의|만은|만|도|은|는|이라고|라고|이라는|라는|이라|라|이란|란|이며|며|이고|고|이자|이나|나|"
    "이든|든|인데|인|이다|입니다|이었다|였다|과의|와의|과는|와는|과|와|랑|하고|의|이|가|을|를|께서|야|여|만큼은|만큼|밖에|조차|마저|대로|뿐|치고|커녕|이랑|에까지|로까지|으로까지|로만|으로만|에서나|에서까지|한테|이던|던|였던|이었던|라며|이라며|라든가|이라든가|라든지|측은|측이|측에"
)
TAIL = re.compile(rf"(?:{_GLUED})*(?:{_PARTICLES})?(?![\uac00-\ud7a3])")
# What is written onto the name of a country alone: 북한내부, 북한경제.
_GLUED_TO_A_NATION = (
    "내부|외부|사회|경제|정권|체제|권력|매체|관계자|무역상|상사|식당|음식점|화교|농민|농촌|영토|영내|경내|땅|수역|해역|연안|해안|항구|어선|선박|화물선|화물|화물차|"
    "열차|철도성|군부|군대|병력|핵실험|핵|미사일|관광객|관광|여행사|여행|유학생|대표단|선수단|기업|회사|업체|근로자|로동자|인력|전문가|연구소|학자|"
    "문제|정세|소식|뉴스|전국|각지|북반부|남부|최대|최초|최고|국적|국경선|국가|정찰|무인기|수뇌부|지도부|외무성|무역성|보위성|사회안전성|수출|수입|교역|투자"
)
NATION_GLUED = re.compile(rf"(?:{_GLUED}|{_GLUED_TO_A_NATION})*(?:{_PARTICLES})?(?![\uac00-\ud7a3])")
NATION_TAIL = re.compile(r"(?:인|어|계|산|제|식|말|족)(?:들)?(?:" + _PARTICLES + r")?(?![\uac00-\ud7a3])")
UNIT_ENDS = frozenset("도시군구읍리동성현진향촌강")
_MAY_PRECEDE = UNIT_ENDS | frozenset("국한선신구남북동서중조")  # 중국단둥시, 북한라선시, 신의주옛압록강
LOCATIVE = re.compile(
    r"(?:에서| ?(?:인근|부근|근처|맞은편|건너편|상류|하류|일대|지역|주민|사이|쪽|시내|읍내|국경|방면|장마당|세관|출신|광산|탄광|가까이|변두리|외곽|교외|접경|어귀|뒷산|[동서남북]{1,2}쪽))"
)
FREE_LENGTH = 3
# A town's name with a long unknown word behind it names something else: 신의주찹쌀순대 is a dish.
RUN = re.compile(r"[\uac00-\ud7a3]{3,}")
HANJA = re.compile(r"\((?P<hanja>[\u4e00-\u9fff]{2,6})\)")
# 순천비날론공장, 회령곡산공장, 혜산신발공장: works are named by their town.
FACTORY = re.compile(r"[\uac00-\ud7a3]{1,7}(?:공장|련합기업소|연합기업소|기업소|제철소|제련소|발전소|협동농장)")


def is_cut_out(text: str, start: int, end: int) -> bool:
    """Tell whether a name of Hangul with a syllable before it is too short to be told from a part of a word."""
    return end - start < FREE_LENGTH or (end - start == FREE_LENGTH and text[start - 1] not in _MAY_PRECEDE)
