"""Mentions: boundaries in three scripts, longest match, type words, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.mentions import MentionFinder
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.models import Report, Section


@pytest.fixture(scope="module")
def finder():
    return MentionFinder(load_gazetteer())


def placed(text):
    found = geocode(Report("r", text, (Section("body", 0, len(text)),)))
    return {p.text: p.place_id for p in found}


def spans(finder, text):
    return [m.text for m in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sinuiju is not Uiju.", ["Sinuiju", "Uiju"]),
        ("the Yalutown festival", []),
        ("North Korean soldiers and Chinese police", []),
        ("Onsong county's guards", ["Onsong county"]),
        ("SINUIJU AND HYESAN SEALED", ["SINUIJU", "HYESAN"]),
        ("between us and them in Hyesan", ["Hyesan"]),
        ("Dandong Workers Leave as Deadline Nears", ["Dandong"]),
        ("DANDONG WORKERS SENT HOME", ["DANDONG"]),
        ("Sinuiju Open to Trains Again", ["Sinuiju"]),
        ("the owner of the Dandong Trading firm was questioned there", []),
        ("Radio Free Asia and the Bank of China", []),
        ("the Yalu Hotel; the Seoul Times", []),
        ("see https://example.org/Hyesan/news and hyesan-2017.jpg", []),
        ("North\nHamgyong province", ["North\nHamgyong province"]),
        ("roads to the North.\n\nHamgyong-style noodles", ["Hamgyong"]),
        ("Sinŭiju and Hyesan-si", ["Sinŭiju", "Hyesan-si"]),
        ("함경북도 회령시에서는", ["함경북도", "회령시"]),
        ("압록강변에서", ["압록강"]),
        ("회담이 무산됐다", []),
        ("조선족 주민과 중국인 상인", []),
        ("吉林省图们市", ["吉林省", "图们市"]),
        ("长白山下的长白县", ["长白山", "长白县"]),
        ("朝鲜族居民", []),
    ],
)
def test_spans(finder, text, expected):
    assert spans(finder, text) == expected


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("They crossed the Tumen at night.", "Tumen", "river.tumen"),
        ("He was held in Tumen, Jilin province.", "Tumen", "cn.jilin.tumen"),
        ("the Yalu and Tumen rivers", "Tumen rivers", "river.tumen"),
        ("the Yalu and Tumen rivers", "Yalu", "river.yalu"),
        ("Musan and Onsong counties", "Musan", "kp.north-hamgyong.musan"),
        ("North and South Hamgyong provinces", "North", "kp.north-hamgyong"),
        ("North and South Pyongan provinces", "North", "kp.north-pyongan"),
        ("Kim Jong Suk county was sealed.", "Kim Jong Suk county", "kp.ryanggang.kimjongsuk"),
        ("A man in Kim Hyong Jik fled.", "Kim Hyong Jik", "kp.ryanggang.kimhyongjik"),
        ("Tonghua county in Jilin.", "Tonghua county", "cn.jilin.tonghua-county"),
        ("Namyang, Onsong county", "Namyang", "kp.north-hamgyong.onsong.namyang"),
        ("Cholwon County, Kangwon Province, south Korea", "Cholwon County", "kr.gangwon.cheorwon"),
        ("Gunmen fled from Hyesan to Changbai county.", "Changbai county", "cn.jilin.changbai"),
        ("the slopes of Mount Paektu near Samjiyon", "Mount Paektu", "mountain.paektu"),
        (
            "Trucks crossed the New Yalu River Bridge at Dandong.",
            "New Yalu River Bridge",
            "crossing.new-yalu-river-bridge",
        ),
    ],
)
def test_places(text, name, place):
    assert placed(text)[name] == place


@pytest.mark.parametrize(
    "text", ["Kim Jong Suk was a guerrilla.", "faith in Kim Jong Suk's deeds", "국가보위위원회 위원이 왔다."]
)
def test_a_name_that_needs_its_type_word_is_no_place_without(text):
    assert placed(text) == {}


def test_a_place_of_no_gazetteer_is_put_into_its_unit():
    (found, *_) = geocode(
        Report("r", text := "Homes in Dosori village in Musan County were searched.", (Section("body", 0, len(text)),))
    )
    assert found.text == "Dosori village"
    assert found.place_id == "kp.north-hamgyong.musan"
    assert (found.relation, found.precision) == ("within", "county")


PIECES = st.one_of(
    st.sampled_from(["Hyesan", " ", "강", "혜산", "图们", "the ", "\n", "’s ", "-", "{{"]),
    st.characters(exclude_categories=("Cs",)),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_spans_of_itself(finder, text):
    last = 0
    for mention in finder.find(text):
        assert mention.start >= last
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
