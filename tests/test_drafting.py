"""Drafts of incidents, from reports and placements made by hand: nothing here depends on the gazetteer."""

from __future__ import annotations

import itertools
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderatlas.incidents.drafting import draft, draft_incidents, is_border_place, to_geodataframe
from borderatlas.models import Incident, Placement, Report, Section
from borderatlas.reports.sentences import paragraphs, sentence_at, sentences, trimmed

PLACES = {
    "Hyesan": ("kp.ryanggang.hyesan", "city", "KP", "settlement", 41.4, 128.18, 0.6),
    "Musan": ("kp.north-hamgyong.musan", "county", "KP", "county", 42.2, 129.2, 0.9),
    "Onsong": ("kp.north-hamgyong.onsong", "county", "KP", "county", 42.9, 129.9, 1.5),
    "Kanggu-dong": ("kp.ryanggang.hyesan.kanggu", "district", "KP", "settlement", 41.4, 128.2, 0.4),
    "Ryanggang": ("kp.ryanggang", "province", "KP", "province", 41.3, 128.0, None),
    "Dandong": ("cn.liaoning.dandong", "city", "CN", "settlement", 40.1, 124.4, 0.4),
    "Jilin": ("cn.jilin", "province", "CN", "province", 43.2, 126.9, None),
    "Yalu": ("river.yalu", "river", "CN/KP", "river", 41.6, 126.6, None),
    "Friendship Bridge": ("crossing.bridge", "bridge", "CN/KP", "exact", 40.1, 124.4, 0.0),
    "Pyongyang": ("kp.pyongyang", "province", "KP", "province", 39.0, 125.7, None),
    "Wonsan": ("kp.kangwon.wonsan", "city", "KP", "settlement", 39.2, 127.4, None),
    "Shenyang": ("cn.liaoning.shenyang", "city", "CN", "settlement", 41.8, 123.4, 190.0),
    "Seoul": ("kr.seoul", "city", "KR", "settlement", 37.6, 127.0, None),
    "China": ("cn", "country", "CN", "country", 35.0, 105.0, None),
    "North Korea": ("kp", "country", "KP", "country", 40.0, 127.0, None),
}  # fmt: skip


def report(body, title=None, published="2017-04-25", **more):
    front = f"---\ntitle: {title}\n---\n\n" if title else ""
    sections = (Section("title", 11, 11 + len(title)),) if title else ()
    text = front + body
    return Report("r1", text, (*sections, Section("body", len(front), len(text))), title, "The Post", published,
                  "https://example.org/1", "en", **more)  # fmt: skip


def placement(of, name, role="incident", nth=0, **changes):
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(name, start + 1)
    place_id, kind, country, precision, lat, lon, border_km = PLACES[name]
    values = {
        "report": of.id, "start": start, "end": start + len(name), "text": name, "place_id": place_id, "name": name, "kind": kind,
        "country": country, "admin1": "", "lat": lat, "lon": lon, "precision": precision, "uncertainty_m": 4000.0, "role": role,
        "relation": None, "river": "yalu", "river_km": 612.4, "bank": "KP", "border_km": border_km, "certainty": "certain",
        "rule": "exact-name",
    }  # fmt: skip
    return Placement(**(values | changes))


def placed(of, *names, **roles):
    """Place every occurrence of the names."""
    found = []
    for name in names:
        found += [placement(of, name, roles.get(name, "incident"), nth) for nth in range(of.text.count(name))]
    return sorted(found, key=lambda p: p.start)


def test_a_report_gives_one_draft_with_its_evidence():
    one = report("Guards shot a man at Hyesan on April 15. He had waded over the Yalu River.", "Man shot at Hyesan")
    [incident] = draft(one, placed(one, "Hyesan", "Yalu"))
    assert incident.place_id == "kp.ryanggang.hyesan"
    assert incident.event_type == "shooting"
    assert (incident.date_start, incident.date_end, incident.time_precision) == ("2017-04-15", "2017-04-15", "day")
    assert incident.quote == "Guards shot a man at Hyesan on April 15."
    assert one.text[incident.quote_start : incident.quote_end] == incident.quote
    assert incident.other_place_ids == "river.yalu"
    assert (incident.precision, incident.geo_precision, incident.where_prec) == ("settlement", 1, 1)
    assert (incident.latitude, incident.longitude, incident.uncertainty_m) == (41.4, 128.18, 4000.0)
    assert (incident.river, incident.river_km_from, incident.river_km_to, incident.bank) == ("yalu", 612.4, 612.4, "KP")
    assert (incident.publisher, incident.source_date, incident.source_url) == (
        "The Post",
        "2017-04-25",
        "https://example.org/1",
    )
    assert (incident.review_status, incident.certainty, incident.rule) == ("machine", "certain", "exact-name")


def test_drafting_is_pure_and_ids_are_stable():
    one = report("Guards shot a man at Hyesan on April 15.")
    first, second = (draft(one, placed(one, "Hyesan")) for _ in range(2))
    assert first == second
    assert len(first[0].id) == 12
    assert int(first[0].id, 16) >= 0
    other = Report("r2", one.text, one.sections, published=one.published, language="en")
    assert draft(other, placed(other, "Hyesan"))[0].id != first[0].id


def test_where_the_source_is_never_becomes_the_place():
    one = report("Border guards take bribes on the border with China, a source in Hyesan said.")
    [incident] = draft(one, placed(one, "Hyesan", Hyesan="source"))
    assert incident.precision == "unlocated"
    assert incident.source_place_ids == "kp.ryanggang.hyesan"
    assert (incident.latitude, incident.longitude, incident.place_id, incident.place_name) == (None, None, None, None)
    assert (incident.geo_precision, incident.where_prec, incident.other_place_ids) == (None, None, "")
    assert incident.event_type == "bribery"


def test_source_places_are_kept_apart_from_other_places():
    one = report("A fence was built at Musan, a source in Ryanggang said.")
    [incident] = draft(one, placed(one, "Musan", "Ryanggang", Ryanggang="source"))
    assert incident.place_id == "kp.north-hamgyong.musan"
    assert incident.source_place_ids == "kp.ryanggang"
    assert incident.other_place_ids == ""


@pytest.mark.parametrize("name", ["Pyongyang", "Wonsan", "Shenyang", "Seoul", "China", "North Korea"])
def test_far_places_and_countries_give_no_incident(name):
    one = report(f"A man was arrested in {name} on Friday.")
    assert not is_border_place(placement(one, name))
    assert draft(one, placed(one, name)) == []


@pytest.mark.parametrize("name", ["Hyesan", "Musan", "Ryanggang", "Dandong", "Jilin", "Yalu"])
def test_towns_provinces_and_rivers_of_the_border_do(name):
    one = report(f"A man was arrested at {name} on Friday.")
    assert is_border_place(placement(one, name))
    assert [incident.place_id for incident in draft(one, placed(one, name))] == [PLACES[name][0]]


def test_a_report_about_the_border_without_a_place_is_listed():
    one = report("North Korea built walls along its frontier with China in March. Nothing else is known.")
    [incident] = draft(one, placed(one, "North Korea", "China"))
    assert incident.precision == "unlocated"
    assert incident.quote == "North Korea built walls along its frontier with China in March."
    assert incident.date_start == "2017-03-01"
    elsewhere = report("Soldiers drilled near the border with North Korea.")
    assert draft(elsewhere, placed(elsewhere, "North Korea")) == []


def test_a_town_beats_the_province_and_the_river_that_are_named_first():
    one = report("In Ryanggang, on the Yalu River, a smuggler was seized at Hyesan.")
    assert draft(one, placed(one, "Ryanggang", "Yalu", "Hyesan"))[0].place_id == "kp.ryanggang.hyesan"


def test_a_finer_part_beats_the_town_that_it_lies_in():
    one = report("A fence came down in Kanggu-dong in Hyesan.", "Fence removed in Hyesan")
    assert draft(one, placed(one, "Hyesan", "Kanggu-dong"))[0].place_id == "kp.ryanggang.hyesan.kanggu"


def test_a_bridge_in_a_late_sentence_is_not_the_place():
    one = report(
        "Trade fell in Dandong on Friday. Customs officers were strict. Trucks still crossed the Friendship Bridge."
    )
    [incident] = draft(one, placed(one, "Dandong", "Friendship Bridge"))
    assert incident.place_id == "cn.liaoning.dandong"
    assert incident.other_place_ids == "crossing.bridge"


def test_where_people_come_from_is_not_the_place():
    one = report(
        "Relatives from Dandong hurried over. An explosion in Musan had killed many.", "From Dandong to help in Musan"
    )
    assert draft(one, placed(one, "Dandong", "Musan"))[0].place_id == "kp.north-hamgyong.musan"


def test_of_equal_places_the_first_named_wins():
    one = report("Musan and Onsong were closed.")
    [incident] = draft(one, placed(one, "Musan", "Onsong"))
    assert (incident.place_id, incident.other_place_ids) == ("kp.north-hamgyong.musan", "kp.north-hamgyong.onsong")


def test_a_river_gives_way_to_the_town_beside_it():
    one = report(
        "A man was shot by the Yalu River. It was on the Yalu River near Hyesan, a guide said. He later went to Dandong."
    )
    assert draft(one, placed(one, "Yalu", "Hyesan", "Dandong"))[0].place_id == "kp.ryanggang.hyesan"


def test_a_reach_of_the_river_beats_the_river():
    one = report("A man was shot by the Yalu River. It was on the Yalu River near a dam.")
    whole = placement(one, "Yalu", uncertainty_m=260_000.0)
    reach = placement(one, "Yalu", nth=1, precision="river_reach", uncertainty_m=11_000.0)
    assert draft(one, [whole, reach])[0].precision == "river_reach"
    along = placement(one, "Yalu", nth=1, precision="river_reach", uncertainty_m=400_000.0)
    assert draft(one, [whole, along])[0].precision == "river"


def test_no_province_takes_the_place_of_a_town():
    one = report("People fled from Musan, in Ryanggang, a report said, over the ice.")
    assert draft(one, placed(one, "Musan", "Ryanggang"))[0].place_id == "kp.north-hamgyong.musan"


def test_the_unit_of_the_place_is_not_another_place():
    one = report("A man was shot at Hyesan, Ryanggang.")
    assert draft(one, placed(one, "Hyesan", "Ryanggang"))[0].other_place_ids == ""


def test_a_place_that_only_the_title_names_is_quoted_from_the_title():
    one = report("Guards shot a man at night. He died on April 15.", "Man shot at Hyesan")
    [incident] = draft(one, placed(one, "Hyesan"))
    assert incident.quote == "Man shot at Hyesan"
    assert one.text[incident.quote_start : incident.quote_end] == incident.quote


def test_paragraphs_about_one_place_are_one_incident():
    one = report("Guards shot a man at Hyesan on April 15.\n\nThe town is tense.\n\nHyesan was searched on April 17.")
    assert len(draft(one, placed(one, "Hyesan"))) == 1


def test_paragraphs_about_other_places_on_other_days_are_incidents_of_their_own():
    one = report(
        "Guards shot a man at Hyesan on April 15.\n\nAt Musan a fence was built on April 17, with barbed wire.\n\nMusan was calm."
    )
    first, second = draft(one, placed(one, "Hyesan", "Musan"))
    assert (first.place_id, first.date_start, first.event_type) == ("kp.ryanggang.hyesan", "2017-04-15", "shooting")
    assert (second.place_id, second.date_start, second.event_type) == (
        "kp.north-hamgyong.musan",
        "2017-04-17",
        "border_works",
    )
    assert first.id != second.id


def test_another_place_without_a_day_of_its_own_stays_with_the_incident():
    one = report("Guards shot a man at Hyesan on April 15.\n\nMen were shot at Musan as well.")
    [incident] = draft(one, placed(one, "Hyesan", "Musan"))
    assert incident.other_place_ids == "kp.north-hamgyong.musan"


def test_a_caption_tells_no_incident():
    one = report("File photo: troops at Dandong in August 2004.\n\nGuards shot a man at Hyesan on April 15.")
    [incident] = draft(one, placed(one, "Dandong", "Hyesan", Dandong="photo"))
    assert (incident.place_id, incident.date_start) == ("kp.ryanggang.hyesan", "2017-04-15")
    assert incident.event_type == "shooting"


def test_the_day_of_the_report_only_ends_the_time():
    one = report("A man was arrested in Hyesan, a source told the Post on April 12.")
    [incident] = draft(one, placed(one, "Hyesan"))
    assert (incident.date_start, incident.date_end, incident.time_precision) == (None, "2017-04-12", "unknown")
    undated = report("A man was arrested in Hyesan.")
    assert draft(undated, placed(undated, "Hyesan"))[0].date_end == "2017-04-25"
    coarse = report("A man was arrested in Hyesan.", published="2017-02")
    assert draft(coarse, placed(coarse, "Hyesan"))[0].date_end == "2017-02-28"
    nothing = report("A man was arrested in Hyesan.", published=None)
    assert draft(nothing, placed(nothing, "Hyesan"))[0].date_end is None


def test_dates_of_other_matters_are_not_taken():
    one = report(
        "A fence was built in Hyesan. The plan had been approved in 2003. In 1998 many fled. It will be finished on May 9."
    )
    [incident] = draft(one, placed(one, "Hyesan"))
    assert incident.date_start is None


def test_what_comes_round_each_year_is_no_incident_and_no_date():
    one = report("Bribes are taken in Hyesan in April each year.")
    assert draft(one, placed(one, "Hyesan")) == []
    two = report("Guards shot a man at Hyesan. In April each year they drill there.")
    assert draft(two, placed(two, "Hyesan"))[0].date_start is None


def test_a_long_sentence_is_cut_about_the_place():
    one = report("Word " * 120 + "at Hyesan " + "more " * 120 + "end.")
    [incident] = draft(one, placed(one, "Hyesan"))
    assert len(incident.quote) <= 300
    assert "Hyesan" in incident.quote
    assert one.text[incident.quote_start : incident.quote_end] == incident.quote


def test_areas_have_no_river_kilometre_of_their_own():
    one = report("A man was shot in Ryanggang.")
    [incident] = draft(one, placed(one, "Ryanggang"))
    assert (incident.river_km_from, incident.river_km_to, incident.geo_precision, incident.where_prec) == (
        None,
        None,
        3,
        4,
    )


def test_a_reach_has_its_two_river_kilometres():
    one = report("A man was shot by the Yalu River.")
    reach = placement(one, "Yalu", precision="river_reach", uncertainty_m=11_000.0, river_km=600.0)
    [incident] = draft(one, [reach])
    assert (incident.river_km_from, incident.river_km_to) == (590.0, 610.0)


def test_many_reports_are_drafted_with_their_own_placements():
    one = report("Guards shot a man at Hyesan on April 15.")
    other = Report("r2", "Wire at Musan.", (Section("body", 0, 14),), language="en")
    drafts = draft_incidents([one, other], {"r1": placed(one, "Hyesan")})
    assert [incident.report for incident in drafts] == ["r1"]


def test_no_column_names_a_person():
    assert not {"actor1", "actor2", "author"} & {field.name for field in fields(Incident)}


def test_a_geodataframe_has_the_columns_of_the_record_and_the_footprints():
    from shapely.geometry import Point

    one = report("Guards shot a man at Hyesan on April 15.")
    listed = report("North Korea built walls along its frontier with China.")
    drafts = [*draft(one, placed(one, "Hyesan")), *draft(listed, placed(listed, "North Korea", "China"))]
    frame = to_geodataframe(drafts, lambda i: Point(i.longitude, i.latitude) if i.latitude else None)
    assert list(frame.columns) == [*(field.name for field in fields(Incident)), "geometry"]
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.iloc[0] == Point(128.18, 41.4)
    assert frame.geometry.iloc[1] is None
    assert (str(frame["geo_precision"].dtype), str(frame["latitude"].dtype)) == ("Int64", "float64")
    empty = to_geodataframe([], lambda _: None)
    assert list(empty.columns) == list(frame.columns)
    assert empty.crs == "EPSG:4326"


# --- sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One here. Two there!", ["One here.", "Two there!"]),
        ("On Aug. 30 Mr. Kim of the U.S. left. Then rain.", ["On Aug. 30 Mr. Kim of the U.S. left.", "Then rain."]),
        ('He said: "No." Then he left.', ['He said: "No."', "Then he left."]),
        ("At 3.5 km. they stopped", ["At 3.5 km. they stopped"]),
        ("군인이 달아났다. 소식통이 말했다.", ["군인이 달아났다.", "소식통이 말했다."]),
        ("江水上涨。“快走！”他说。", ["江水上涨。", "“快走！”", "他说。"]),
    ],
)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


def test_paragraphs_are_parted_by_empty_lines_of_any_kind():
    text = "One\nline.\r\n\r\nTwo.\n \n\nThree."
    assert [text[start:end] for start, end in paragraphs(text, 0, len(text))] == ["One\nline.", "Two.", "Three."]


@given(st.text(alphabet="ab .!?\n。다Aug“”", max_size=120))
def test_sentences_cover_what_is_not_white_space(text):
    spans = list(sentences(text, 0, len(text)))
    assert "".join("".join(text[s:e] for s, e in spans).split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@given(st.text(alphabet="ab c", min_size=1, max_size=700), st.integers(0, 699))
def test_a_cut_stays_in_its_sentence_and_holds_the_place(text, at):
    offset = min(at, len(text) - 1)
    start, end = trimmed(text, (0, len(text)), offset, 100)
    assert 0 <= start <= end <= len(text)
    assert end - start <= 100
    if not text[offset].isspace():
        assert start <= offset < end


def test_the_sentence_at_an_offset():
    assert sentence_at([(0, 5), (6, 9)], 7) == (6, 9)
    assert sentence_at([(2, 5), (6, 9)], 0) == (2, 5)
