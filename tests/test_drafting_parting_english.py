"""What parts the incidents of an English report: other places with days of their own, clauses on the end, heads of lines."""

from __future__ import annotations

import pytest
from test_drafting import report

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.incidents.drafting import draft
from borderatlas.incidents.standing import brings_in_others, looks_back, standing_of
from borderatlas.incidents.statements import Statement
from borderatlas.reports.dates import resolve_dates

PUBLISHED = "2019-12-05"


def told(body, published=PUBLISHED):
    one = report(body, published=published)
    return [(i.event_type, str(i.place_id).split(".")[-1], i.date_start) for i in draft(one, geocode(one))]


def places(body, published=PUBLISHED):
    return [(place, day) for _, place, day in told(body, published)]


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("Two women were fined in Musan on May 3 because they had burned driftwood.", False),
        ("On May 3 a man was put on trial in Hyesan for what he had told his sister.", False),
        ("The boatman was taken away on May 3; he had ferried sugar for years.", False),
        ("Each house had its share to bring on May 3.", False),
        ("The guards had been warned on May 3.", True),
        ("Police had detained the driver on May 3.", True),
    ],
)
def test_a_pluperfect_on_the_end_looks_back_on_nothing(sentence, back):
    assert looks_back(sentence) is back


def test_a_place_of_which_a_report_told_may_see_another_thing_on_another_day():
    body = (
        "North Korean guards shot a smuggler at Musan on November 12.\n\n"
        "A broker was arrested in Hyesan on November 20, the source in the North said.\n\n"
        "In Musan, three officials were fined on November 25 because they had taken bribes."
    )
    assert places(body) == [("musan", "2019-11-12"), ("hyesan", "2019-11-20"), ("musan", "2019-11-25")]


@pytest.mark.parametrize(
    "sentence",
    [
        "A family of five escaped to Tumen on November 21, a second source said.",
        "Two miners fled from Musan on November 21, a second source said.",
    ],
)
def test_who_went_to_a_place_on_a_day_of_their_own_was_there(sentence):
    body = f"A flood of sewage closed the market of Hyesan in North Korea on November 9.\n\n{sentence}"
    assert places(body)[1:] == [("tumen" if "Tumen" in sentence else "musan", "2019-11-21")]


def test_a_paragraph_stays_where_it_turned_to():
    body = (
        "Since November 2 North Korean smugglers have carried copper over the river at Musan.\n\n"
        "The permits are in the hands of a trading company in Hyesan. "
        "Four clerks were arrested there in the last week of October."
    )
    assert ("hyesan", "2019-10-25") in places(body)


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("On May 3, the eve of the feast, a woman in her forties tried to wade over.", True),
        ("On May 3, shortly after dusk, two boys threw stones.", True),
        ("On May 3, the eve of the feast, the guards were doubled.", False),
    ],
)
def test_others_may_come_after_the_day_and_what_day_it_was(sentence, others):
    assert brings_in_others(sentence) is others


def test_what_has_yet_to_happen_has_not():
    assert standing_of("The freight trains have yet to come back to Sinuiju.", is_dated=False) == "denied"


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("From 9 December until further notice nobody may fish.", "2019-12-09", "2019-12-09"),
        ("From 2 December onwards nobody may fish.", "2019-12-02", "2019-12-05"),
        ("The inn has stopped taking guests from Monday.", "2019-12-02", "2019-12-05"),
        ("The guards moved from Monday to Tuesday.", "2019-12-02", "2019-12-03"),
    ],
)
def test_from_a_day_until_further_notice(sentence, start, end):
    first = resolve_dates(sentence, PUBLISHED, "en")[0]
    assert (first.date_start, first.date_end) == (start, end)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Satellite pictures taken on Nov. 19 show lorries on the bridge.", "told"),
        ("Prisoners had their photographs taken on Nov. 19.", "told"),
        ("The photographs taken on Nov. 19 are the paper's own.", "reported"),
    ],
)
def test_what_a_satellite_took_was_so_on_that_day(sentence, role):
    assert [m.role for m in resolve_dates(sentence, PUBLISHED, "en")] == [role]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Cameras have been put up between Kaishantun and Sanhe since November 20.", "kaishantun"),
        ("Police seized a truck with copper on the road from Musan on November 20.", "musan"),
        ("A woman in Yanji said that her aunt in Onsong was fined on November 20.", "onsong"),
        ("Officers in Ji'an, upstream of Dandong, burned pork on November 20.", "jian"),
        ("A trader said inspectors in Hunchun emptied a warehouse on November 20.", "hunchun"),
        ("Taxi drivers in Hunchun blocked a junction on November 20.", "hunchun"),
        ("In the east of Jilin, market traders in Hunchun closed their stalls on November 20.", "hunchun"),
    ],
)
def test_words_about_a_place_that_say_that_it_was_there(sentence, place):
    body = f"North Korean soldiers shot a man at Hyesan on November 12.\n\n{sentence}"
    assert place in [where for where, _ in places(body)]


def test_one_who_works_somewhere_is_caught_elsewhere():
    body = (
        "North Korean soldiers shot a man at Hyesan on November 12.\n\n"
        "A runaway, a fitter at a tractor plant in Kanggye, was caught on Wednesday at a bus station in Tumen."
    )
    assert places(body)[1:] == [("tumen", "2019-12-04")]


def test_the_first_day_of_a_place_of_which_was_told_without_one():
    body = (
        "The first flats for victims of the flood in North Korea were handed over in Hoeryong on November 20. "
        "In Musan, where the flood took a thousand homes, people wait.\n\n"
        "On November 27 a stairwell collapsed in a new block in Musan and killed two builders."
    )
    assert ("musan", "2019-11-27") in places(body)


def test_a_place_at_the_head_of_a_line_heads_an_item():
    body = (
        "News from North Korea's border, by telephone.\n\n"
        "1. Musan. A bank of slag slid into the town and buried a house on 20 November.\n\n"
        "2. Hyesan County. Five men of a guard squad did not come back from their watch.\n\n"
        "3. Manpo: two warning shots were fired at a boat from the other bank."
    )
    assert [place for place, _ in places(body)] == ["musan", "hyesan", "manpo"]


def test_a_report_from_the_border_about_the_north_is_not_about_elsewhere():
    body = (
        "DANDONG, China, Nov. 22 (Yonhap) -- A train of the North Korean leader is awaited, though Beijing "
        "and Tianjin say nothing of it.\n\n"
        "Police closed the riverside market in Dandong on November 21 and put up screens at the bridge."
    )
    assert ("dandong", "2019-11-21") in places(body)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The second man was caught on Thursday in a barn.", "arrest"),
        ("The second man was caught on camera.", "other"),
        ("Patrols stopped a lorry loaded with squid near the ford.", "smuggling"),
        ("A mine went off under a boy who gathered firewood.", "military"),
        ("The sea wall broke in three places.", "disaster"),
        ("Disinfection mats were laid at the gate.", "health"),
        ("Customs officers destroyed two tonnes of sausages.", "trade"),
        ("Police put up roadblocks on the river road.", "arrest"),
        ("A sergeant and two of his men did not come back.", "desertion"),
        ("Soldiers tore down some 40 houses beside the river.", "border_works"),
    ],
)
def test_types_of_what_english_reports_tell(sentence, kind):
    assert Statement((0, len(sentence)), sentence, (0, len(sentence))).event_type == kind
