"""English bulletins, summaries and notices: whose days stand at the head, and what is no news of the border."""

from __future__ import annotations

import pytest
from test_drafting import report

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.incidents.cues import literal, scores_of
from borderatlas.incidents.drafting import draft
from borderatlas.incidents.standing import is_decreed, looks_back
from borderatlas.incidents.subject import is_of_a_pastime
from borderatlas.incidents.topics import topics_of
from borderatlas.reports.dates import resolve_dates

PUBLISHED = "2019-12-05"


def told(body, published=PUBLISHED, title=""):
    one = report(f"{title}\n\n{body}" if title else body, published=published)
    return [(i.event_type, i.place_id.split(".")[-1], i.date_start) for i in draft(one, geocode(one))]


# --- entries of a chronicle


@pytest.mark.parametrize("day", ["{} November.", "November {}.", "On November {}."])
def test_a_day_that_stands_by_itself_is_that_of_what_follows(day):
    first, second = day.format(4), day.format(19)
    body = (
        "Dear readers in North Korea's neighbours, this is what our friends on the river saw.\n\n"
        f"{first} Soldiers at Musan shot a man who was wading the Tumen River.\n\n"
        f"{second} In Hyesan three brokers were arrested by the secret police."
    )
    assert told(body) == [("shooting", "musan", "2019-11-04"), ("arrest", "hyesan", "2019-11-19")]


def test_a_place_may_follow_the_day():
    body = (
        "North Korea, month by month.\n\n"
        "4 November. Musan. A man who was wading the river was shot.\n\n"
        "19 November. Hyesan. Three brokers were arrested."
    )
    assert told(body) == [("shooting", "musan", "2019-11-04"), ("arrest", "hyesan", "2019-11-19")]


# --- dates


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("3-5 November 2019", "2019-11-03", "2019-11-05"),
        ("from 3 to 5 November", "2019-11-03", "2019-11-05"),
        ("in the first half of October", "2019-10-01", "2019-10-15"),
        ("in the second half of June 2018", "2018-06-16", "2018-06-30"),
        ("over the Lunar New Year", "2019-02-04", "2019-02-11"),
        ("during Chuseok", "2019-09-12", "2019-09-14"),
        ("had closed since the start of autumn", "2019-09-01", "2019-11-30"),
    ],
)
def test_ranges_halves_and_feasts(text, start, end):
    mention = resolve_dates(f"It burned {text}.", PUBLISHED, "en")[0]
    assert (mention.date_start, mention.date_end) == (start, end)


def test_what_has_gone_on_since_a_day_is_dated_by_it_and_not_by_what_it_answers():
    body = (
        "Customs men at Dandong have been unpacking trucks bound for North Korea since Nov. 18, forwarders said, "
        "apparently in answer to the missile test carried out on Nov. 12."
    )
    assert [start for _, _, start in told(body)] == ["2019-11-18"]


# --- told once


def test_a_summary_without_a_day_gives_way_to_the_chapter_that_has_one():
    body = (
        "Fences on North Korea's river\n\n"
        "A new fence was built at Manpo, pictures show.\n\n"
        "Sinuiju has seen nothing of the kind. A road was built there on October 3.\n\n"
        "By November 12 posts had been set along the bank at Manpo."
    )
    drafts = [d for d in told(body) if d[:2] == ("border_works", "manpo")]
    assert len(drafts) == 1


# --- what an authority lays down


@pytest.mark.parametrize(
    "text",
    [
        "North Korea will turn a valley of Samjiyon into a resort, state media announced on Wednesday.",
        "Two villages in Sakju County are to become the Chongsu Tourist Development Zone.",
    ],
)
def test_a_decree_is_what_happened(text):
    assert is_decreed(text)
    assert told(f"{text} The decree of the parliament says no more.") != []


def test_a_plan_of_which_nobody_decreed_anything_is_none():
    assert not is_decreed("A trader hopes that the bridge will open next month.")


# --- looking back


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("A broker in the city said that new teams had been brought over the bridge in October.", False),
        ("The guards had been moved up in summer.", True),
        ("The man had already fled once.", True),
    ],
)
def test_reported_speech_does_not_look_back(text, back):
    assert looks_back(text) is back


# --- what is no news of the border


PASTIMES = [
    "A late header gave the visitors from Yanji a draw in the league. The striker missed a penalty and blamed the referee and the coach.",
    "The film, whose heroine sells noodles in Dandong, took the audience prize. Its director says the plot came from a novel.",
    "Obituary: a veteran of the infantry, who saw the Yalu at Hyesanjin in 1950 and left a diary, is survived by a grandson.",
]


@pytest.mark.parametrize("text", PASTIMES)
def test_a_match_a_film_and_an_old_soldier_are_no_news(text):
    assert is_of_a_pastime(text)
    assert told(text) == []


def test_a_boy_shot_near_a_stadium_is_news():
    text = "A boy was shot by guards near the stadium of Hyesan in North Korea on November 3. His coach was questioned."
    assert not is_of_a_pastime(text)
    assert told(text) == [("shooting", "hyesan", "2019-11-03")]


def test_in_seoul_nothing_of_the_border_happens():
    body = (
        "Police in Tumen handed four women to North Korea over the bridge on November 13.\n\n"
        "In Seoul the Assembly passed a resolution against forced repatriation on November 30."
    )
    assert told(body) == [("repatriation", "tumen", "2019-11-13")]


# --- words that mean something else


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Women in navy coats boarded the train.", "military"),
        ("Property fever has gripped the town.", "health"),
        ("People fled into the street.", "crossing"),
        ("The film was shot in three weeks.", "shooting"),
        ("New houses were handed over to farmers.", "repatriation"),
        ("A flood of fakes came to the market.", "disaster"),
        ("A ceremony was held in the square.", "arrest"),
    ],
)
def test_a_figure_of_speech_is_no_cue(text, kind):
    assert kind not in scores_of(text)


def test_what_is_meant_literally_stays():
    assert literal("Guards shot a man in an army coat.") == "guards shot a man in an army coat."
    assert "shooting" in scores_of("Guards shot a man on the bank.")


# --- topic words


def test_forms_of_a_word_are_one_word():
    assert topics_of("typhoons typhoon")["disaster"] == topics_of("a typhoon")["disaster"]
    assert topics_of("stabbed")["shooting"] == topics_of("a stab")["shooting"]


def test_a_kind_is_told_by_words_that_only_go_with_it():
    assert (
        max(
            topics_of("The ward is full of patients with fevers and a cough; pills are short.").items(),
            key=lambda i: i[1],
        )[0]
        == "health"
    )


def test_it_was_done_in_the_same_way():
    body = (
        "Two men were executed in public at Hoeryong, North Korea, on March 1. They had been tried in a field.\n\n"
        "Next day at Yuson, north of the city, a third man died in the same way."
    )
    assert [kind for kind, _, _ in told(body, "2019-03-20")] == ["execution", "execution"]


def test_a_flood_of_months_before_is_told_in_passing_and_yet_told():
    body = (
        "In early November our team looked at Manpo in North Korea from the other bank. Soldiers were mending a fence.\n\n"
        "Floods in late July killed many people in Chagang Province, partners say."
    )
    assert ("disaster", "chagang", "2019-07-21") in told(body)
