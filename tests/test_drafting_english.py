"""What English reports tell: one incident a place and day, in running text, lists and chronicles; and what they say when."""

from __future__ import annotations

import pytest
from corpus import incident_score
from test_drafting import placed, report

from borderatlas.incidents.cues import classify
from borderatlas.incidents.drafting import draft
from borderatlas.incidents.prose import is_caption, is_prose
from borderatlas.incidents.standing import (
    brings_in_others,
    goes_on,
    is_another,
    is_item,
    is_turned_to,
    standing_of,
    tells_of_a_deed,
)
from borderatlas.reports.dates import resolve_dates

TUESDAY = "2017-04-25"


def told(body, *names, **roles):
    one = report(body)
    return [(i.event_type, i.place_id.split(".")[-1], i.date_start) for i in draft(one, placed(one, *names, **roles))]


def when(text, published=TUESDAY, role="told"):
    return [(m.date_start, m.date_end) for m in resolve_dates(text, published, "en") if m.role == role]


# --- where one incident ends and another begins


def test_what_has_another_place_and_a_day_is_another_whatever_it_is():
    body = "Guards shot a man at Hyesan on April 15. At Musan workers tore down the old granary on April 18."
    assert [where for _, where, _ in told(body, "Hyesan", "Musan")] == ["hyesan", "musan"]


def test_two_clauses_with_a_place_and_a_day_each_are_two():
    body = "Guards shot a man at Hyesan on April 15, and on April 18 a bridge collapsed at Musan."
    assert told(body, "Hyesan", "Musan") == [("shooting", "hyesan", "2017-04-15"), ("disaster", "musan", "2017-04-18")]


def test_one_more_shooting_elsewhere_is_another_and_one_more_flood_is_not():
    shot = "A woman was shot at Hyesan on April 15. In Musan a guard shot two men who carried scrap."
    assert [where for _, where, _ in told(shot, "Hyesan", "Musan")] == ["hyesan", "musan"]
    flooded = "A flood destroyed houses in Hyesan on April 15. In Musan the flood swept away a mill."
    assert [where for _, where, _ in told(flooded, "Hyesan", "Musan")] == ["hyesan"]


def test_new_people_on_another_day_in_the_same_place_are_another():
    body = "A guard shot a man at Hyesan on April 12. On April 19 two women were shot there, also at Hyesan."
    assert told(body, "Hyesan") == [("shooting", "hyesan", "2017-04-12"), ("shooting", "hyesan", "2017-04-19")]


def test_entries_of_a_chronicle_are_incidents_of_their_own():
    body = "April 3 - A guard shoots a man at Hyesan.\n\nApril 9 - A guard shoots a woman at Hyesan.\n\nApril 12: a wall collapses at Musan."
    assert [when for *_, when in told(body, "Hyesan", "Musan")] == ["2017-04-03", "2017-04-09", "2017-04-12"]


def test_the_place_at_the_head_of_an_item_is_no_dateline():
    body = "* Hyesan: a boat sank on April 3.\n* Musan: police arrested two men on April 9."
    assert told(body, "Hyesan", "Musan", Hyesan="dateline", Musan="dateline") == [
        ("disaster", "hyesan", "2017-04-03"),
        ("arrest", "musan", "2017-04-09"),
    ]


def test_a_dateline_is_the_place_where_the_text_says_this_town():
    body = "Dandong -- Troops moved through this border city on April 21, shopkeepers said."
    assert told(body, "Dandong", Dandong="dateline") == [("military", "dandong", "2017-04-21")]
    other = "Dandong -- Troops moved on April 21, shopkeepers said."
    assert told(other, "Dandong", Dandong="dateline") == []


def test_where_a_source_lives_is_the_place_too_where_something_happened_in_it():
    body = "She said a woman was led away from the market at Musan on April 14."
    assert told("A man was shot in Hyesan on April 3.\n\n" + body, "Hyesan", "Musan", Musan="source") == [
        ("shooting", "hyesan", "2017-04-03"),
        ("arrest", "musan", "2017-04-14"),
    ]
    from_there = "A woman from Musan said on April 14 that rice was dear."
    assert told("A man was shot in Hyesan on April 3.\n\n" + from_there, "Hyesan", "Musan", Musan="source") == [
        ("shooting", "hyesan", "2017-04-03")
    ]


def test_a_hand_over_elsewhere_is_another_though_it_goes_on():
    body = "Two men crossed the river at Hyesan on April 10. They were handed over to the north at Dandong on April 14."
    assert [kind for kind, *_ in told(body, "Hyesan", "Dandong")] == ["crossing", "repatriation"]


def test_what_led_up_to_it_elsewhere_is_not_another():
    body = "Guards shot a man at Hyesan on April 15. Officers came to Musan on April 12 and read his file."
    assert [where for _, where, _ in told(body, "Hyesan", "Musan")] == ["hyesan"]


def test_what_happened_far_away_is_beside_the_point():
    body = "Guards closed Hyesan on April 15. A man drowned in Wonsan on April 3."
    assert told(body, "Hyesan", "Wonsan") == [("closure", "hyesan", "2017-04-15")]


def test_a_list_of_names_tells_nothing():
    assert told("He was shot at.\n\nThen Dandong, Shenyang.", "Dandong", "Shenyang") == []


def test_a_kind_that_is_not_said_is_that_of_the_incident_before():
    body = "Police arrested three men in Hyesan on April 3. At Musan another was brought down on April 9."
    assert told(body, "Hyesan", "Musan") == [("arrest", "hyesan", "2017-04-03"), ("arrest", "musan", "2017-04-09")]


# --- how sentences stand


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("Nine of them were set free.", "told"),
        ("A spur has been cut to what may be a store.", "told"),
        ("The loudspeakers that used to play marches fell silent.", "told"),
        ("Villagers buried 60 pigs, though officials there deny any link.", "told"),
        ("The gate is set to open.", "planned"),
        ("The gate may be opened.", "planned"),
        ("Business was normal at the bridge.", "denied"),
        ("Guards always do this.", "habit"),
        ("Guards used to take cigarettes.", "habit"),
    ],
)
def test_standing(sentence, standing):
    assert standing_of(sentence, is_dated=False) == standing


def test_how_sentences_begin():
    assert not goes_on("She said a woman was led away.")
    assert goes_on("She said they were led away.")
    assert goes_on("The other three were sent down.")
    assert brings_in_others("On April 20 two women were shot.")
    assert brings_in_others("Three days earlier a woman had been freed.")
    assert not brings_in_others("A source in the city said so.")
    assert not brings_in_others("Three days later it was over.")
    assert is_turned_to("Farther down the river, near ")
    assert is_turned_to("In the city of ")
    assert not is_turned_to("A man who lives in ")
    assert is_item("II. Tourists shall not wave.")
    assert not is_item("I saw nothing.")
    assert is_another("Border guards opposite, at the county seat, meanwhile demanded rice.")
    assert tells_of_a_deed("The stallholders moved out.")
    assert not tells_of_a_deed("The source said it was so.")


def test_a_paragraph_over_the_credit_of_a_picture_is_no_caption():
    text = "A man was put to death at the airfield of Hyesan at about ten.\n\nPhoto: women at a checkpoint."
    assert not is_caption(text, (0, text.index("\n")), [])
    assert is_caption(text.replace("\n\n", "\n"), (0, text.index("\n")), [])


def test_a_question_over_a_line_is_a_heading():
    heading = "Is the coldest crossing about to open? What we can see at Hyesan"
    assert not is_prose(heading, (0, len(heading)))
    sentence = "Is the crossing about to open? Nobody in the town of Hyesan knows."
    assert is_prose(sentence, (0, len(sentence)))


# --- when


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It burned at the beginning of the month.", ("2017-04-01", "2017-04-10")),
        ("It burned late in the month.", ("2017-04-21", "2017-04-25")),
        ("It burned overnight.", ("2017-04-24", "2017-04-25")),
        ("It burned over the past week.", ("2017-04-18", "2017-04-25")),
        ("It was closed for the last two months.", ("2017-02-24", "2017-04-25")),
        ("It burned last Tuesday.", ("2017-04-18", "2017-04-18")),
        ("It burned on Tuesday.", ("2017-04-25", "2017-04-25")),
        ("It was flooded by Saturday evening.", ("2017-04-22", "2017-04-22")),
        ("It has been shut as of April 3.", ("2017-04-03", "2017-04-25")),
        ("It burned in January and February.", ("2017-01-01", "2017-02-28")),
        ("Two starved in the first ten days of March.", ("2017-03-01", "2017-03-10")),
    ],
)
def test_dates(text, span):
    assert when(text) == [span]


def test_days_that_follow_others():
    assert when("It burned on April 12. The following Friday it rained.")[-1] == ("2017-04-14", "2017-04-14")
    assert when("It burned on April 12. It has been dark since then.")[-1] == ("2017-04-12", "2017-04-25")
    assert when("It burned on April 12. A picture taken in August 2013 shows it. The day after, it rained.")[-1] == (
        "2017-04-13",
        "2017-04-13",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Experts today voiced alarm.",
        "GENEVA (25 April 2017) – Experts are alarmed.",
        "Relatives learned on Monday that she was dead.",
        "The ministry warned on Monday of floods.",
    ],
)
def test_the_day_on_which_somebody_spoke_is_not_that_of_the_incident(text):
    assert when(text) == []
    assert when(text, role="reported")


@pytest.mark.parametrize("text", ["They were told on Monday to stay.", "He said she took poison on Monday."])
def test_what_somebody_was_told_to_do_is_told(text):
    assert when(text) == [("2017-04-24", "2017-04-24")]


# --- kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three men carrying antlers were intercepted below the customs house.", "smuggling"),
        ("Two brothers were given suspended sentences for harbouring.", "arrest"),
        ("A dealer was shot before some 500 people on the airfield.", "execution"),
        ("A row of solar-powered lamps now runs along the bank.", "border_works"),
        ("At the last town before the river bends, soldiers tore out the fence.", "border_works"),
        ("Coaches with curtained windows crossed the bridge at dusk.", "repatriation"),
        ("Interference has been drowning out Chinese networks.", "surveillance"),
        ("The dam of the power station gave way.", "disaster"),
        ("No one may leave home after six in the evening.", "closure"),
        ("Two old people starved in the first days of the month.", "health"),
        ("Rice fetched 5,100 won a kilo, up from 4,300.", "trade"),
        ("The coffee shop by the bridge is next to the market.", "other"),
        ("A sergeant and seven conscripts have not been seen since that night.", "desertion"),
        ("Officers handed a woman with a toddler to guards on the bridge.", "repatriation"),
        ("People have taken to burying their handsets in jars.", "other"),
    ],
)
def test_cues(text, kind):
    assert classify(text, "en")[0] == kind


# --- floors under what is measured


@pytest.mark.parametrize("only", ["first", "second", "third", "fourth"])
def test_digests(only):
    figures = incident_score.score(incident_score.HERE / "incident_digests_en.jsonl", only=only)["all"]
    assert figures["f1"] >= 0.8
    assert figures["type"] >= 0.85
