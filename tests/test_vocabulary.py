"""The vocabulary of incidents: its tables, and what the cue words make of a text."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderatlas.incidents.cue_words import CUES, SIMPLIFIED
from borderatlas.incidents.vocabulary import CROSSWALK_BASIS, INCIDENT_TYPES, PRECISIONS, classify, precision_rank
from borderatlas.models import Precision

IDS = [
    "crossing",
    "repatriation",
    "shooting",
    "desertion",
    "smuggling",
    "bribery",
    "arrest",
    "execution",
    "surveillance",
    "border_works",
    "closure",
    "trade",
    "disaster",
    "health",
    "trafficking",
    "military",
    "other",
]


def test_the_types_are_these():
    assert sorted(INCIDENT_TYPES) == sorted(IDS)
    assert all(kind.id == name for name, kind in INCIDENT_TYPES.items())


@pytest.mark.parametrize("kind", INCIDENT_TYPES.values(), ids=lambda kind: kind.id)
def test_a_type_has_labels_in_three_scripts_and_a_definition(kind):
    assert kind.en.isascii()
    assert re.search("[가-힣]", kind.ko)
    assert re.search("[\u4e00-\u9fff]", kind.zh)
    assert kind.definition.endswith(".")
    assert not kind.acled or ": " in kind.acled
    assert not kind.plover or kind.plover.split("/")[0].isupper()


def test_the_crosswalk_says_what_it_rests_on():
    assert CROSSWALK_BASIS == "memory"
    assert INCIDENT_TYPES["arrest"].acled == "Strategic developments: Arrests"
    assert INCIDENT_TYPES["smuggling"].acled == INCIDENT_TYPES["bribery"].plover == ""


def test_the_tables_cannot_be_changed():
    with pytest.raises(TypeError):
        INCIDENT_TYPES["new"] = INCIDENT_TYPES["other"]


def test_every_precision_has_its_codes():
    assert list(PRECISIONS) == list(get_args(Precision))
    for term in PRECISIONS.values():
        located = term.id != "unlocated"
        assert (term.geo_precision in {1, 2, 3}) == located
        assert (term.where_prec in range(1, 8)) == located
        assert term.en
        assert term.ko
        assert term.zh


@pytest.mark.parametrize("term", ["river", "river_reach", "border_strip"])
def test_lines_and_strips_have_the_code_that_ucdp_has_for_them(term):
    assert PRECISIONS[term].where_prec == 5


def test_precisions_are_ranked_from_fine_to_coarse():
    assert (
        precision_rank("exact") < precision_rank("settlement") < precision_rank("county") < precision_rank("province")
    )
    codes = [term.geo_precision for term in PRECISIONS.values() if term.geo_precision]
    assert codes == sorted(codes)


def test_every_type_but_other_has_cues_in_all_three_languages():
    assert {kind for kind, _ in CUES} == set(IDS)
    for kind, cues in CUES:
        if kind == "other":  # visits, protests: a few words, where a language has them
            continue
        patterns = "".join(pattern for _, pattern in cues)
        for script in ("[a-z]{3}", "[가-힣]", "[\u4e00-\u9fff]"):
            assert re.search(script, patterns), (kind, script)


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Two families crossed the river at night and escaped.", "en", "crossing"),
        ("Eleven people were repatriated by bus through the customs gate.", "en", "repatriation"),
        ("A fisherman was shot from the far bank and died.", "en", "shooting"),
        ("Three soldiers deserted their post with rifles.", "en", "desertion"),
        ("Traders smuggle ginseng over the ice.", "en", "smuggling"),
        ("An officer demanded bribes from traders.", "en", "bribery"),
        ("Police arrested four brokers.", "en", "arrest"),
        ("A man was executed by firing squad in the market.", "en", "execution"),
        ("New cameras and detectors watch the bank.", "en", "surveillance"),
        ("Crews strung barbed wire and built a fence.", "en", "border_works"),
        ("The city was placed under lockdown.", "en", "closure"),
        ("Freight waits at customs; imports have grown.", "en", "trade"),
        ("The river flooded hundreds of houses.", "en", "disaster"),
        ("Cases of an epidemic were reported and children vaccinated.", "en", "health"),
        ("A woman was abducted and sold to a farmer; police look for more women sold.", "en", "trafficking"),
        ("Landmines were laid beside the path.", "en", "military"),
        ("The mayor opened a school.", "en", "other"),
        ("주민 세 명이 탈북하려다 강을 건너는 중이었다", "ko", "crossing"),
        ("병사 두 명이 탈영했다", "ko", "desertion"),
        ("국경에 철조망을 새로 쳤다", "ko", "border_works"),
        ("보위부가 밀수꾼을 체포했다. 단속이 이어졌다", "ko", "arrest"),
        ("도시가 봉쇄됐다", "ko", "closure"),
        ("三人越境后逃离", "zh", "crossing"),
        ("警方逮捕两人", "zh", "arrest"),
        ("洪水冲毁堤防，暴雨不止", "zh", "disaster"),
        ("口岸货运恢复，贸易增长", "zh", "trade"),
    ],
)
def test_cue_words_tell_the_type(text, language, kind):
    assert classify(text, language) == (kind, f"cues-{'none' if kind == 'other' else kind}-{language}")


def test_a_headline_outweighs_a_later_sentence():
    text = "The town was calm all week, an officer wrote to his wife. Guards took bribes."
    assert classify(text, "en")[0] == "bribery"
    assert classify(text, "en", title="Fence and wall raised: barbed wire everywhere")[0] == "border_works"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Officials closed the town after a smuggler came home with a fever.", "closure"),
        ("A man was executed in public for breaking quarantine by smuggling.", "execution"),
        ("邊防軍人開槍，一名村民遇害", "shooting"),
        ("當局宣布全城封鎖", "closure"),
        ("밀수꾼 두 명이 보위부에 끌려갔다", "arrest"),
    ],
)
def test_what_somebody_is_or_did_before_is_not_what_happened(text, kind):
    assert classify(text)[0] == kind


def test_a_parent_is_a_type_and_has_no_parent_of_its_own():
    parents = {kind.parent for kind in INCIDENT_TYPES.values()} - {""}
    assert parents == {"crossing"}
    assert all(INCIDENT_TYPES[parent].parent == "" for parent in parents)


def test_traditional_characters_pair_with_simplified_ones():
    assert all(chr(old) != chr(new) for old, new in SIMPLIFIED.items())


@given(st.text(max_size=300))
def test_any_text_has_a_type(text):
    assert classify(text, None)[0] in INCIDENT_TYPES
