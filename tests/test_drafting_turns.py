"""Where an English report turns to another incident: under a heading, on a day within a longer time, without a date."""

from __future__ import annotations

import pytest
from test_drafting import report

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.incidents.cues import classify
from borderatlas.incidents.drafting import draft
from borderatlas.incidents.headings import headings
from borderatlas.reports.dates import resolve_dates

TUESDAY = "2017-04-25"


def told(body, published=TUESDAY):
    one = report(body, published=published)
    return [(i.event_type, i.place_id.split(".")[-1], i.date_start) for i in draft(one, geocode(one))]


def when(text, published=TUESDAY, role="told"):
    return [(m.date_start, m.date_end) for m in resolve_dates(text, published, "en") if m.role == role]


# --- a report that is not dated


LEVIES = (
    "Customs men have been demanding bribes from traders, a resident of North Hamgyong province said of officers there. "
    "“Nobody passes without paying a bribe,” he said. {when}, contacts said that technicians "
    "began to fit cameras to the poles above the river in Musan, before the whole line gets them."
)


@pytest.mark.parametrize("published", [TUESDAY, None])
@pytest.mark.parametrize("when", ["Late last month", "Two weeks ago", "Last month"])
def test_a_time_that_no_date_of_publication_fixes_still_parts_what_happened_elsewhere(published, when):
    found = told(LEVIES.format(when=when), published)
    assert [(kind, where) for kind, where, _ in found] == [("bribery", "north-hamgyong"), ("surveillance", "musan")]


def test_the_second_source_s_province_is_no_place_of_an_incident():
    body = LEVIES.format(when="Two weeks ago") + " A second source, in Ryanggang province, said trade was slack."
    found = told(body, None)
    assert [where for _, where, _ in found] == ["north-hamgyong", "musan"]


# --- headings


SECTIONS = (
    "Our partners tell what they have seen this spring, place by place.\n\n"
    "{0}\n\nOn April 9 a man who was looking for his goat was shot dead from a dugout by the water.\n\n"
    "{1}\n\nHere it was quieter. A sergeant deserted his post on April 12 and has not been caught.\n\n"
    "{2}\n\nThe town was closed off on April 20 after a woman had come over from Sanhe with a fever."
)


@pytest.mark.parametrize("mark", ["■ {}", "{}", "▶ {} county", "2. {}", "◆ In {}"])
def test_a_heading_says_where_what_stands_under_it_was(mark):
    body = SECTIONS.format(*(mark.format(name) for name in ("Musan", "Onsong", "Hoeryong")))
    found = told(body)
    assert [(kind, where) for kind, where, _ in found] == [
        ("shooting", "musan"), ("desertion", "onsong"), ("closure", "hoeryong"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["Musan's railway", "Not in Musan", "Musan to Onsong", "Musan 8,100 5,200", "Rice is dear in Musan", "Musan:"],
)
def test_a_line_that_says_more_than_a_place_is_no_heading_of_one(line):
    one = report(f"Guards shot a man on April 9, residents said.\n\n{line}\n\nHe was buried on the next day.")
    assert headings(one, geocode(one)) == []


def test_what_turns_to_another_place_under_a_heading_was_there():
    body = SECTIONS.format("■ Musan", "■ Onsong", "■ Hoeryong") + "\n\nIn Hyesan a mill burned down on April 22."
    found = told(body)
    assert found[-1] == ("disaster", "hyesan", "2017-04-22")


# --- days


def test_one_day_within_the_time_of_which_a_report_tells_is_an_incident_of_its_own():
    body = (
        "Soldiers have been laying mines in Musan county and Onsong county since March, officials said. "
        "In the latest accident, on April 17, a corporal lost a foot near Namyang."
    )
    assert [(where, day) for _, where, day in told(body)] == [
        ("musan", "2017-03-01"), ("namyang", "2017-04-17"),
    ]  # fmt: skip


def test_one_of_many_places_in_which_something_else_befell_on_another_day():
    body = (
        "The committee sealed off Manpo, Wiwon, Chosan and Kanggye on April 3, residents said. "
        "On Saturday soldiers fired into the air near the station of Chosan to stop people on foot."
    )
    assert told(body) == [
        ("closure", "manpo", "2017-04-03"), ("shooting", "chosan", "2017-04-22"),
    ]  # fmt: skip


def test_another_kind_in_one_more_place_parts_though_the_days_touch():
    body = (
        "A runaway was caught by police in Jingxin on Thursday, two traders said. No one was hurt. "
        "Schools in Jingxin and Banshi stayed shut on Wednesday and Thursday."
    )
    assert [kind for kind, _, _ in told(body)] == ["arrest", "closure"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The barges were loaded between Tuesday and Friday last week.", "2017-04-18", "2017-04-21"),
        ("They were held from Monday to Wednesday of last week.", "2017-04-17", "2017-04-19"),
        ("They met last week's Thursday.", "2017-04-20", "2017-04-20"),
        ("Guards came on Monday this week.", "2017-04-24", "2017-04-24"),
        ("They sold it between May and November 2014.", "2014-05-01", "2014-11-30"),
        ("It was shut from December 28 to January 3, 2015.", "2014-12-28", "2015-01-03"),
        ("Fever has spread in the second week of March.", "2017-03-08", "2017-03-14"),
        ("Mines were laid in the last week of October.", "2016-10-25", "2016-10-31"),
    ],
)
def test_stretches_and_weeks_whose_end_says_which(text, start, end):
    assert when(text) == [(start, end)]


def test_a_range_that_cannot_be_is_left_as_it_stands():
    assert when("It was shut from February 29 to March 3, 2015.")[-1] == ("2015-03-03", "2015-03-03")


@pytest.mark.parametrize("agency", ["Wire", "Daily NK", "NK News", "Reuters", "Asia Press"])
def test_the_day_in_a_dateline_is_that_of_the_report(agency):
    text = (
        f"DANDONG, China, April 25 ({agency}) - For years the bridge ended in a field. On April 9 six lorries crossed."
    )
    assert when(text) == [("2017-04-09", "2017-04-09")]


def test_the_town_of_today_is_no_day():
    assert when("They landed at Moerhshan, the Linjiang of today.") == []


# --- places


def test_those_who_were_tried_are_from_a_village_and_the_court_is_in_the_town():
    body = "Sentences were handed down on March 4 by the court of Helong to Cui and Liu, both farmers of Chongshan."
    assert [where for _, where, _ in told(body)] == ["helong"]


def test_the_police_of_a_place_act_there():
    body = "On April 20, Dandong police searched the offices of a firm that sends tailors to mills in Hunchun."
    assert [where for _, where, _ in told(body)] == ["dandong"]


# --- kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers fired over the heads of villagers who had come for firewood.", "shooting"),
        ("Guards let off several rounds at the far bank.", "shooting"),
        ("Four traders were denounced at a meeting in the square.", "arrest"),
        ("Tax officers searched the warehouse of a timber firm.", "arrest"),
        ("The bride's uncle was taken off the night train.", "arrest"),
        ("Police came to the ginseng farm and took the three away.", "arrest"),
        ("Customs officers sent back 18 tonnes of frozen squid.", "trade"),
        ("Forty containers of cooking oil have stood at the yard.", "trade"),
        ("Sentries ask for 200 yuan a head at the barrier of the bridge.", "bribery"),
        ("A seat in an army lorry costs 250 yuan, payable to the driver and shared with the officer.", "bribery"),
        ("Cars without licence plates were driven over the ice.", "smuggling"),
        ("Both vessels went dark and reappeared on AIS off the island.", "smuggling"),
        ("The river carried off a strip of bank and nine sheds.", "disaster"),
        ("A practice grenade went off in the yard of the school.", "disaster"),
        ("Helicopters lifted forty people off the island.", "disaster"),
        ("All schools of the county stayed shut.", "closure"),
        ("The bureau had ordered them to close the public bath.", "closure"),
    ],
)
def test_more_ways_to_say_what_happened(text, kind):
    assert classify(text, "en")[0] == kind
