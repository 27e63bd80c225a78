"""Several incidents of one paragraph, one incident of several sentences, and what is none at all."""

from __future__ import annotations

import pytest
from corpus import incident_score
from test_drafting import placed, report

from borderatlas.incidents.drafting import draft
from borderatlas.incidents.standing import goes_on, is_another, standing_of


def told(body, *names, **more):
    one = report(body, **more)
    return [(i.event_type, i.place_id.split(".")[-1], i.date_start) for i in draft(one, placed(one, *names))]


def test_two_places_on_two_days_in_one_paragraph_are_two_incidents():
    body = "Guards shot a man at Hyesan on April 15. Two days later a fence was built at Musan."
    assert told(body, "Hyesan", "Musan") == [
        ("shooting", "hyesan", "2017-04-15"),
        ("border_works", "musan", "2017-04-17"),
    ]


def test_the_same_kind_in_another_place_on_a_day_of_its_own_is_another():
    body = "Guards shot a man at Hyesan on April 15. The same day a woman was shot at Musan."
    assert told(body, "Hyesan", "Musan") == [("shooting", "hyesan", "2017-04-15"), ("shooting", "musan", "2017-04-15")]


def test_another_kind_on_a_later_day_in_the_same_place_is_another():
    body = "A flood destroyed houses in Hyesan on April 3. On April 20 officials were found to take bribes there."
    assert told(body, "Hyesan") == [("disaster", "hyesan", "2017-04-03"), ("bribery", "hyesan", "2017-04-20")]


@pytest.mark.parametrize(
    "body",
    [
        "Guards shot a man at Hyesan on April 15. He died the following day. The man had carried ginseng.",
        "Two men crossed the river at Hyesan on April 15. They were caught in Musan two days later.",
        "A man was shot at Hyesan on April 15.\n\nThe shooting in Hyesan came after nightfall, a witness said.",
        "Guards shot a man at Hyesan on April 15. He had been arrested in March.",
    ],
)
def test_one_incident_in_several_sentences_is_one_draft(body):
    assert told(body, "Hyesan", *(["Musan"] if "Musan" in body else [])) == [
        (told(body, "Hyesan")[0][0], "hyesan", "2017-04-15")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "In spring each year soldiers from Hyesan are caught with bribes.",
        "Officials in Hyesan denied that a guard had been shot.",
        "No shots were fired at Hyesan.",
        "The bridge at Hyesan will be closed next month.",
        "Guards at Hyesan usually take bribes.",
    ],
)
def test_habits_denials_and_plans_are_no_incidents(body):
    assert told(body, "Hyesan") == []


def test_a_source_who_speaks_of_what_happens_there_gives_the_place():
    one = report("A resident of Ryanggang said guards there had taken bribes.")
    [incident] = draft(one, placed(one, "Ryanggang", Ryanggang="source"))
    assert (incident.place_id, incident.source_place_ids) == ("kp.ryanggang", "kp.ryanggang")
    other = report("Guards on the border with North Korea take bribes, a source in Ryanggang said.")
    assert draft(other, placed(other, "Ryanggang", Ryanggang="source"))[0].place_id is None


def test_menus_and_lists_of_other_stories_tell_nothing():
    body = "Home | News | Dandong\n\nGuards shot a man at Hyesan on April 15.\n\nRelated stories\n- Flood destroys Musan houses in May"
    assert told(body, "Dandong", "Hyesan", "Musan") == [("shooting", "hyesan", "2017-04-15")]


def test_a_report_about_elsewhere_is_not_of_the_border():
    far = report("Police arrested a man in Seoul on Friday. Seoul and Shenyang are calm. A shop is called Hyesan.")
    assert draft(far, placed(far, "Seoul", "Shenyang", "Hyesan")) == []


@pytest.mark.parametrize(
    ("sentence", "dated", "standing"),
    [
        ("Two were caught on May 3 and will be tried.", True, "told"),
        ("It is expected to open in June.", False, "planned"),
        ("Thousands fled in the 1990s.", False, "past"),
        ("해마다 단속이 벌어진다.", False, "habit"),
        ("다음 달 철조망을 설치할 계획이다.", False, "planned"),
        ("특이 동향이 없었다고 밝혔다.", False, "denied"),
        ("市政府否认有人开枪。", False, "denied"),
        ("口岸可能关闭。", False, "planned"),
        ("上世纪九十年代许多人渡江。", False, "past"),
        ("警方已将三人抓获。", False, "told"),
    ],
)
def test_how_a_sentence_stands_to_what_happened(sentence, dated, standing):
    assert standing_of(sentence, is_dated=dated) == standing


def test_sentences_that_go_on_and_those_that_turn_to_something_else():
    assert goes_on("The following day they were taken away.")
    assert goes_on("이들은 이튿날 끌려갔다.")
    assert goes_on("两人随后被捕。")
    assert not goes_on("Police in Musan found a boat.")
    assert is_another("Separately, a boat sank.")
    assert is_another("한편 혜산에서는 배가 가라앉았다.")


# --- the scorer, and floors under what it measures

FLOORS = {
    "rewritten": (0.9, 0.8), "fictional": (0.9, 0.95), "clutter": (0.84, 0.85), "varied": (0.8, 0.85), "plain": (0.76, 0.83),
    "digests": (0.85, 0.87),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_place_date_and_type_of_incidents_stay_over_their_floors(name):
    figures = incident_score.score(incident_score.SETS[name])["all"]
    f1, kind = FLOORS[name]
    assert figures["f1"] >= f1
    assert figures["type"] >= kind


@pytest.mark.parametrize("only", ["dev", "apart"])
def test_short_texts(only):
    figures = incident_score.score(incident_score.HERE / "incident_sentences.jsonl", only=only)
    assert figures["all"]["f1"] >= 0.85
    assert figures["all"]["type"] >= 0.8
    assert min(figures[language]["f1"] for language in ("en", "ko", "zh")) >= 0.75  # of ten incidents: one is a tenth


def test_the_scorer_can_fail():
    gold = {
        "type": "smuggling / arrest",
        "date_start": "2017-04-01",
        "date_end": "2017-04-10",
        "places": [],
        "place_ids": ["kp.ryanggang.hyesan"],
    }
    one = report("Guards shot a man at Hyesan on April 15.")
    [incident] = draft(one, placed(one, "Hyesan"))
    found, missed, false = incident_score.match([gold], {}, [incident])
    assert (found, missed, false) == ([], [gold], [incident])
    near = gold | {"date_end": None}
    found, missed, false = incident_score.match([near], {}, [incident, incident])
    assert (len(found), missed, len(false)) == (1, [], 1)
    assert not incident_score.is_right_type(gold, "shooting")
    assert incident_score.is_right_type({"type": "desertion / manhunt"}, "crossing")
    assert incident_score.match([gold | {"optional": True}], {}, []) == ([], [], [])
