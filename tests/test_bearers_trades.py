"""Ships, streets, teams, songs and villages of far provinces that bear our names; and the places that stay places."""

from __future__ import annotations

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section


def roles(text):
    return {p.text: p.role for p in geocode(Report("r", text, (Section("body", 0, len(text)),)))}


# Each text speaks of North Korea, so that what stands beside the name decides, and not where the report is from.
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Panel asked North Korea about the tankers Hoe Ryong 7 (IMO 8999012) and another.", "Hoe Ryong"),
        ("North Korea sold the reefer Musan to a firm in Hong Kong.", "Musan"),
        ("The R/V Dandong was seen off North Korea.", "Dandong"),
        ("North Korea's consulate stands on Dandong East Road in Shanghai.", "Dandong"),
        ("North Korea rents rooms on Yalu River Street.", "Yalu River"),
        ("朝鲜商人住在沈阳市鸭绿江东街。", "鸭绿江"),
        ("朝鲜外援帮助延边队客场取胜。", "延边"),
        ("朝鲜歌舞团朗诵了临江仙·滚滚长江东逝水。", "临江"),
        ("朝鲜老兵们唱着“雄赳赳，气昂昂，跨过鸭绿江”。", "鸭绿江"),
        ("朝鲜专家到重庆酉阳茂山村考察。", "茂山"),
        ("북한 출신 가수가 눈물 젖은 두만강을 불렀다.", "두만강"),
        ("북한에서 나온 소설 압록강은 흐른다를 읽었다.", "압록강"),
        ("북한 화물선 청진호가 부산항에 입항했다.", "청진"),
    ],
)
def test_what_a_trade_names_after_a_place_is_no_place(text, name):
    assert not [found for found in roles(text) if name in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("North Korean soldiers on the Hyesan road stopped a bus.", "Hyesan"),
        ("朝鲜边防队在会宁抓了三人。", "会宁"),
        ("북한 압록강은 지난주 얼었다.", "압록강"),
        ("선봉지구에서 집이 무너졌으며 원정—라진도로가 끊겼다고 조선중앙통신이 전했다.", "선봉지구"),
    ],
)
def test_a_place_beside_such_words_stays_one(text, name):
    assert [found for found in roles(text) if name in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Our woman in Hunchun walked the fence last week.", "Hunchun"),
        ("A listener from Dandong: no trains since Monday.", "Dandong"),
        ("一位运煤司机近日在和龙接受本台采访时说矿山停工。", "和龙"),
        ("老板娘来自汪清，她说客人不多。", "汪清"),
        ("他播放了一段从龙井民间人士处得到的录音。", "龙井"),
    ],
)
def test_where_a_source_was_met_is_the_sources(text, name):
    assert roles(text)[name] == "source"


def test_what_a_source_says_others_saw_is_not_the_sources():
    assert roles("A source in China said Hyesan residents had seen searchlights.")["Hyesan"] != "source"
