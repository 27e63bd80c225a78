"""Who speaks and who is only spoken of, in three languages."""

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section


def role(text, name):
    found = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    return next(p.role for p in found if p.text == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A hotel receptionist in Hyesan reached by telephone said rooms were empty.", "Hyesan"),
        ("Hyesan residents said the power had been off since Monday.", "Hyesan"),
        ("A resident of neighboring Onsong told the radio that he heard shots.", "Onsong"),
        ("“They ate with us,” said a former sergeant who runs a chicken restaurant in Dandong.", "Dandong"),
        ("Speaking from Dandong, the businessman said trade was slow.", "Dandong"),
        ("The newspaper quoted two timber buyers in Linjiang as saying that logs were scarce.", "Linjiang"),
        ("함경북도 청진시의 한 주민소식통은 28일 문이 잠겼다고 말했다.", "함경북도"),
        ('혜산시 주민 박모(45) 씨는 "먹을 게 없다"고 하소연했다.', "혜산시"),
        ('중국 옌지에서 활동하는 선교사는 "경계가 강화됐다"고 전했다.', "옌지"),
        ("丹东一名贸易公司经理对路透社表示，货车增多。", "丹东"),
        ("在惠山做生意的李先生说，货都卖不出去。", "惠山"),
        ("报纸引述两江道协力者的话说，粮价飞涨。", "两江道"),
        ("一名延吉商人向电台讲述了事情经过。", "延吉"),
        ("在浪头镇开店的赵女士2014年买下一间铺面。", "浪头镇"),
        ("一名茂山矿工向本台讲述说，江对岸的南坪镇来过人。", "茂山"),
    ],
)  # fmt: skip
def test_a_speakers_place_is_the_sources(text, name):
    assert role(text, name) == "source"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A trader was beaten by guards in Hyesan, sources said.", "Hyesan"),
        ("Two residents of Hyesan were shot dead, a source said.", "Hyesan"),
        ("The source said guards in Hyesan had shot a man.", "Hyesan"),
        ("白山市商务局负责人说，货运已经恢复。", "白山市"),
        ("龙井市有关部门表示，正在商讨。", "龙井市"),
        ("长白县一名店主向本报称，县里已收到通知。", "长白县"),
        ("一名熟悉会宁市的掮客透露，四人由弓心洞过江。", "会宁市"),
        ("新义州的街道据目击者说也泡在水里。", "新义州"),
        ("武警官兵在丹东装填沙袋　通讯员供图", "丹东"),
        ("Police in Dandong said on Monday they had arrested a man.", "Dandong"),
        ("혜산 주민 3명이 보위부에 체포됐다고 소식통이 전했다.", "혜산"),
        ("평안북도 용천군에서 보위원이 총격을 받았다고 평안북도 소식통이 7일 말했다.", "용천군"),
        ("惠山居民三人被捕，消息人士称。", "惠山"),
        ("丹东警方表示，已逮捕三人。", "丹东"),
    ],
)
def test_those_spoken_of_are_no_source(text, name):
    assert role(text, name) == "incident"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trucks bound for Hoeryong waited at the bridge on Friday.", "Hoeryong"),
        ("She was held for a week and was then to be sent back to Onsong.", "Onsong"),
        ("가족들은 지난달 백암군으로 추방되었다.", "백암군"),
        ("货物原计划销往延吉市。", "延吉市"),
    ],
)
def test_where_people_or_goods_were_bound(text, name):
    assert role(text, name) == "destination"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DANDONG, China, March 27 KYODO - A train crossed the bridge.", "DANDONG"),
        ("(Seoul, October 13, 2023) – The government should halt the returns.", "Seoul"),
        ("（中央社記者林明台北9日電）北韓新義州海關停擺。", "台北"),
        ("(훈춘·투먼=연합뉴스) 6일 오후 통상구는 비어 있었다.", "투먼"),
    ],
)
def test_datelines_of_the_agencies(text, name):
    assert role(text, name) == "dateline"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Prices doubled," said a woman who sells noodles at a market in Hyesan.', "Hyesan"),
        ("A miner's wife in Musan told us over a Chinese phone that rations had stopped.", "Musan"),
        ("According to two freight agents based in the Chinese border city of Dandong, trucks were turned back.", "Dandong"),
        ("One Hoeryong-based smuggler explained how the goods are hidden.", "Hoeryong"),
        ("A reporting partner in Onsong county relayed that the guard post was moved.", "Onsong"),
        ("Speaking to this newspaper from Yanji, a pastor confirmed the arrests.", "Yanji"),
        ('"Nobody sleeps," a resident of Sinuiju was quoted as saying.', "Sinuiju"),
        ("The information came from a trader in Changbai, who crossed last week.", "Changbai"),
        ("Our contact in Rason heard shots on Sunday.", "Rason"),
        ("a source in the security services of North Hamgyong province said on the 3rd", "North Hamgyong"),
        ("Staff at a guesthouse in Tumen say business is slow.", "Tumen"),
        ("A Manpo woman in her 40s, reached by phone, complained about the fees.", "Manpo"),
        ('혜산에 사는 40대 여성은 데일리와의 통화에서 "쌀값이 올랐다"고 말했다.', "혜산"),
        ("무산 광산에서 일하는 노동자 박모 씨는 배급이 끊겼다고 털어놨다.", "무산"),
        ('단동에서 무역업을 하는 중국인 왕 모 씨는 "세관이 닫혔다"고 했다.', "단동"),
        ("익명을 요구한 회령의 돈주는 20일 단속이 심해졌다고 밝혔다.", "회령"),
        ("함경북도 사정에 밝은 소식통은 최근 이같이 전해왔다.", "함경북도"),
        ("본지 양강도 취재원에 따르면 국경 경비가 강화됐다.", "양강도"),
        ("온성군 출신 탈북민 이모 씨는 친척에게서 들었다며 이같이 증언했다.", "온성"),
        ("신의주의 한 운전기사는 전화 통화에서 길이 끊겼다고 전했다.", "신의주"),
        ("자강도에서 전해온 소식에 따르면 주민들이 동원됐다.", "자강도"),
        ("在丹东经营旅馆的李女士对记者说，客人少了一半。", "丹东"),
        ("据惠山一位不愿透露姓名的居民介绍，米价翻了一番。", "惠山"),
        ("图们市一家货运公司的员工表示，货车都停了。", "图们"),
        ("两江道的消息人士周二透露，封锁已解除。", "两江道"),
        ("常驻延吉的一名商人告诉本报，电话打不通。", "延吉"),
        ("家住会宁的一名妇女在电话里说，河水涨了。", "会宁"),
        ("新義州當地一名線人指出，海關仍未開放。", "新義州"),
    ],
)  # fmt: skip
def test_a_speakers_place_by_other_patterns(text, name):
    found = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    assert next(p.role for p in found if p.text.startswith(name)) == "source"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police in Hyesan arrested a source of the newspaper, officials in Seoul said.", "Hyesan"),
        ("Guards shot two residents of Musan, a source in Chongjin said.", "Musan"),
        ("혜산에서 주민 2명이 체포됐다고 청진 소식통이 전했다.", "혜산"),
        ("惠山两名居民被捕，沈阳的一名商人说。", "惠山"),
    ],
)
def test_a_place_that_is_only_spoken_of_is_no_source(text, name):
    assert role(text, name) == "incident"
