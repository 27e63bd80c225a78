"""Names of this border that mean something else: towns elsewhere, clubs, songs, dishes, ends of words; and those that do not."""

from __future__ import annotations

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section


def _found(text: str) -> set[str]:
    placements = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    return {p.text for p in placements if p.place_id is not None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a unit that is none of ours holds the place
        ("广东省河源市龙川县昨夜暴雨，三个镇停电。", "龙川县"),
        ("佛山三水区一处仓库起火，三水啤酒节因此改期。", "三水"),
        ("甘肃会宁县的洋芋今年增产，会宁农民说价格不错。", "会宁"),
        ("경기 화성시 남양읍의 한 창고에서 불이 났다. 남양 주민 20명이 대피했다.", "남양"),
        ("Fishermen at Donggang in Pingtung County landed the first tuna on Sunday. Donggang held a fair.", "Donggang"),
        ("A bus from Suwon overturned at Namyang, Gyeonggi Province, on Monday.", "Namyang"),
        # a report from elsewhere
        ("TAICHUNG — Two people were hurt at Longjing on Tuesday when a truck hit a shop, Taiwan police said.", "Longjing"),
        ("重庆市民反映，南坪步行街昨晚停水，三合社区也受影响。", "南坪"),
        ("부산의 한 화학 공장에서 초산이 새어 나와 울산까지 냄새가 퍼졌다. 초산 저장고는 비어 있었다.", "초산"),
        # titles, clubs, orchestras, handles
        ('The jury gave its prize to "Night Boat to Sinuiju," a comedy shot in Busan.', "Sinuiju"),
        ("Busan drew the crowd: ‘압록강 뱃사공’을 부른 가수가 부산 무대에 섰다. 노래와 앨범, 콘서트, 관객 이야기.", "압록강"),
        ("Amnokgang beat Kigwancha 2-1 in the league; the winner was a header, the striker said after half-time and a penalty.", "Amnokgang"),
        ("The Samjiyon Orchestra played in Pyongyang on Monday.", "Samjiyon"),
        ("微博网友“鸭绿江小鱼”说，丹东今天又下雪了。", "鸭绿江"),
        ("‘백두산’이라는 상호의 식당이 대전에 문을 열었다.", "백두산"),
        ("The Korea Forest Service sent helicopters to Uljin, South Korea.", "Korea"),
        # ends of words
        ("县里连夜召集安保人员，北韩官员到场。", "集安"),
        ("中朝边境一带社会宁静，商户照常营业。", "会宁"),
        ("朝鲜官员说，要建设文化城市的样板。", "化城"),
        ("人权团体负责人罗先生对本台说，平壤没有回应。", "罗先"),
        ("함경북도 회령시 거리에서 단속이 벌어졌다고 북한 소식통이 전했다.", "거리"),
    ],
)  # fmt: skip
def test_what_bears_a_name_of_this_border_is_left_alone(text: str, name: str) -> None:
    assert name not in _found(text)
    assert not any(found.startswith(name) for found in _found(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Three men from Zhejiang were detained in Hunchun for smuggling king crabs.", "Hunchun"),
        ("단동에서 온 컨테이너가 부산항에 도착했다.", "단동"),
        ("浙江温州商人在珲春口岸被查获走私帝王蟹三吨。", "珲春口岸"),
        ("朝鲜平安北道龙川郡昨夜暴雨，消息传到广东。", "龙川郡"),
        ("북한 함경북도 온성군 남양구에서 주민이 체포됐다. 경기 화성시에 사는 탈북민이 전했다.", "남양구"),
        ("Namyang, in Onsong County, was sealed, a defector in Suwon, Gyeonggi Province, told us. North Korea said nothing.", "Namyang"),
        ('"Hyesan," she said when asked where the shooting took place in North Korea.', "Hyesan"),
        ("지난주 중강군 강둑에 새 초소 다섯 곳이 세워졌다고 주민들이 말했다.", "중강군"),
        ("북한 함경북도 온성군과 경원군의 초소에 감시카메라가 설치됐다.", "온성군"),
        ("集安市公安局召集会议，鸭绿江边禁止通行。", "集安市"),
        ("中国国境都市の丹东市から朝鲜へ。面临鸭绿江。", "丹东市"),
        ("완공된 지 4년이 지난 신압록강대교는 비어 있다. 북한은 말이 없다.", "신압록강대교"),
    ],
)  # fmt: skip
def test_the_places_themselves_are_found(text: str, name: str) -> None:
    assert name in _found(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("북한 소식통은 상류의 만포와 위원은 길이 끊겼다고 말했다.", {"만포", "위원"}),
        ("연길이나 돈화와 달리 국경 마을은 조용하다. 조선족 농민이 말했다.", {"연길", "돈화"}),
        ("북한 주민 명단이 구성과 정주의 여관에서 작성됐다.", {"구성", "정주"}),
    ],
)
def test_units_in_one_list_vouch_for_each_other(text: str, names: set[str]) -> None:
    assert names <= _found(text)


def test_two_words_in_a_list_vouch_for_nothing() -> None:
    assert not {"구성", "정주"} & _found("조직 구성과 정주 여건을 조사했다.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("朝鲜惠山市惠长洞一带有八户人家被搜查。", "惠长洞"),
        ("兩江道惠山的松後洞市場起火。", "松後洞"),
        ("신의주 남중동서 시장관리원이 해임됐다고 북한 주민이 전했다.", "남중동"),
        ("Police in Changbai county, China, fined two men from Shibadaogou.", "Shibadaogou"),
        ("단동 동항시 대고산진에서 밀수선이 나포되였다.", "대고산진"),
        ("와룡과 三池渊之间，焰火照亮了鲤明水的夜空。朝鲜报道。", "鲤明水"),
    ],
)
def test_villages_and_townships_in_every_script(text: str, name: str) -> None:
    assert name in _found(text)
