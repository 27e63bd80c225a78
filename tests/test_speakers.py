"""Who speaks and who is spoken of, in words that the rules were not taken from; what a report looks back on."""

from __future__ import annotations

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section


def _role(text: str, name: str) -> str:
    placements = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    return next(p.role for p in placements if p.text.startswith(name))


@pytest.mark.parametrize(
    ("role", "name", "text"),
    [
        ("source","Hyesan","A trader who goes back and forth between the two banks and lives outside Hyesan told our reporter that rice had risen."),
        ("source","Hoeryong","Rice is up again, a mother of three in Hoeryong said by phone on Monday."),
        ("source","Dandong","The bridge reopened, according to a freight forwarder in Dandong who asked not to be named."),
        ("incident","Musan","The source said a guard was shot near Musan on Sunday."),
        ("incident","Onsong","He told us a boy had drowned at Onsong."),
        ("source","Kanggye","A munitions worker at a plant in Kanggye told AsiaPress that rations had stopped."),
        ("source","Sinuiju","Our correspondent in Sinuiju reports that the market is closed."),
        ("source","Yanji","A scholar at Yanbian University in Yanji said the fence had been raised."),
        ("source","Hunchun","Two seafood dealers reached in Hunchun confirmed the ban."),
        ("incident","Hyesan","Police arrested a broker in Hyesan, a source said."),
        ("source","Chongjin","Collaborator B from Chongjin sent a recording on 3 May."),
        ("source","Ryanggang","A source inside Ryanggang province who cannot be named for safety told RFA Korean on the 4th."),
        ("incident","Manpo","Two women from Manpo were caught on the ice."),
        ("source","Longjing","She telephoned from a village near Longjing last night."),
        ("source","Tumen","Officials from Tumen's border bureau told Xinhua that the post would reopen."),
        ("source","회령","회령에서 국수 장사를 하는 한 여성은 “장마당이 텅 비었다”고 하소연했다."),
        ("source","양강도","양강도 혜산시의 한 무역 관계자는 3일 데일리NK에 “세관 문이 열린다”고 귀띔했다."),
        ("source","단둥","단둥에서 무역업을 하는 조선족 사업가는 “트럭이 늘었다”고 설명했다."),
        ("incident","무산","무산에서 주민 두 명이 체포됐다고 소식통이 전했다."),
        ("incident","온성","온성의 한 주민이 두만강을 건너다 총에 맞았다고 소식통은 말했다."),
        ("source","함경북도","복수의 함경북도 내부 소식통에 따르면 국경경비대가 교체됐다."),
        ("source","청진","청진 수남시장에서 장사하는 40대 여성 김모 씨는 기자와의 통화에서 “쌀값이 올랐다”고 말했다."),
        ("incident","신의주","신의주 세관장이 해임됐다고 소식통이 밝혔다."),
        ("source","만포","만포에 가족을 둔 탈북민 이모 씨는 “전화가 끊겼다”고 전했다."),
        ("source","삼지연","삼지연 건설장에 동원됐던 제대군인은 “식량이 모자란다”고 증언했다."),
        ("source","惠山","一名在惠山做生意的华侨对本台表示，市场已经关闭。"),
        ("source","会宁","据会宁一位不愿具名的居民透露，江边装上了新摄像头。"),
        ("source","丹东","丹东的一位货代公司经理告诉记者，列车将于下周恢复。"),
        ("incident","新义州","新义州两名居民在偷渡时被捕，消息人士说。"),
        ("source","咸镜北道","咸镜北道内部的消息来源五日向本台说，当局下令封锁边境。"),
        ("source","图们","家住图们的退休教师老李说，夜里听到三声枪响。"),
        ("incident","茂山","消息人士称，茂山有三人饿死。"),
        ("source","長白","長白縣一名民宿老闆說，對岸的燈火少了。"),
        ("source","延吉","記者致電延吉一家旅行社，負責人表示團隊遊已暫停。"),
        ("incident","滿浦","滿浦一名女子被保衛部人員帶走，消息人士透露。"),
    ],
)  # fmt: skip
def test_the_place_of_who_speaks_is_told_from_where_it_happened(role: str, name: str, text: str) -> None:
    assert _role(text, name) == role


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Seoul", "North Korea shut the bridge at Sinuiju. An economist from a think tank in Seoul said trade would fall."),
        ("워싱턴", "북한이 혜산을 봉쇄했다. 워싱턴의 한 경제 전문가는 “타격이 크다”고 말했다."),
        ("首尔", "朝鲜封锁了惠山。总部设在首尔的一家人权团体负责人说，情况严重。"),
        ("Incheon", "Guards shot a man at Hyesan, North Korea. Her cousin, a woman from Onsong who settled in Incheon, is safe."),
    ],
)  # fmt: skip
def test_an_institution_far_away_is_no_source(name: str, text: str) -> None:
    assert _role(text, name) == "background"


_NEWS = "Two men were shot at Hyesan, North Korea, on 4 May 2021, and a third was caught. " * 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Musan", _NEWS + "In 2013 a family had been caught in Musan. "),
        ("Kangye", _NEWS + "Rice costs 5,000 won in Sinuiju and 30 percent more, not less, in Kangye. "),
        ("Onsong", _NEWS + "The rumours about Onsong that media report were denied. "),
    ],
)  # fmt: skip
def test_what_a_report_looks_back_on_is_background(name: str, text: str) -> None:
    assert _role(text, name) == "background"
