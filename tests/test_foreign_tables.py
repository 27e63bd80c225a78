"""Other people's tables: recognised, geocoded with their units as context, given coordinates kept, columns carried along."""

from datetime import date
from pathlib import Path

import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as st

from borderatlas.atlas import gather_incidents
from borderatlas.errors import TableError
from borderatlas.incidents.checks import check_table
from borderatlas.incidents.foreign import chosen_columns, is_own, recognise
from borderatlas.incidents.foreign_columns import SCHEMES, WORDS, plain_header
from borderatlas.incidents.foreign_values import (
    country_code,
    degrees,
    lat_lon,
    local_type,
    type_of_acled,
)
from borderatlas.incidents.loose_csv import read_loosely
from borderatlas.incidents.tables import COLUMNS, Row, Sheet, read_sheet
from borderatlas.layers import areas
from borderatlas.reports.written_dates import date_order, iso_date

FOREIGN = Path(__file__).parent / "tables" / "foreign"


def take(name, **options):
    notes, problems = [], []
    found = gather_incidents([str(FOREIGN / name)], on_note=notes.append, on_problem=problems.append, **options)
    assert problems == []
    return found, " ".join(notes)


def test_an_acled_export_is_taken_as_it_is():
    found, notes = take("acled.csv")
    assert "read as an ACLED export" in notes
    assert "event_date is date_start" in notes
    assert list(found["id"]) == ["PRK9001", "PRK9002", "PRK9003"]
    assert list(zip(found["latitude"], found["longitude"], strict=True)) == [
        (40.1290, 124.3940),
        (41.4017, 128.1778),
        (41.7956, 129.7758),
    ]
    assert list(found["country"]) == ["CN", "KP", "KP"]
    assert list(found["precision"]) == ["settlement", "county", "province"]
    assert list(found["event_type"]) == ["shooting", "arrest", "other"]
    assert list(found["date_start"]) == ["2010-06-08", "2017-04-01", "2019-05-20"]
    assert found["date_end"][1] == "2017-04-30"
    assert list(found["time_precision"]) == ["day", "month", "week"]
    assert found["actor1"][0] == "Military Forces of North Korea (1994-)", "unknown columns are carried along"
    assert found["tags"][2] == "crowd size=no report"
    assert found.geometry[0].geom_type == "Point"
    assert found.geometry[2].equals(areas.area("kp.north-hamgyong")), "a province is never a pin"


def test_a_ucdp_export_is_taken_as_it_is():
    found, notes = take("ucdp.csv")
    assert "read as a UCDP GED export" in notes
    assert list(found["date_start"]) == ["2010-06-08", "2011-01-01", "2012-03-01"]
    assert list(found["date_end"]) == ["2010-06-08", "2011-01-31", "2012-03-04"]
    assert list(found["precision"]) == ["settlement", "province", "border_strip"]
    assert list(found["where_prec"]) == [1, 4, 5]
    assert (found["latitude"][0], found["longitude"][0]) == (41.401667, 128.177778)
    assert list(found["best"]) == ["3", "1", "2"]
    assert found["source_title"][0] == "A made-up headline"


@pytest.mark.parametrize(
    ("name", "places", "dates"),
    [
        ("german.csv", ["kp.ryanggang.hyesan", None], ["2017-04-15", "2018-02-03"]),
        ("tabs.tsv", ["kp.ryanggang.hyesan", "kp.north-hamgyong.musan", "kp.north-hamgyong.hoeryong"], ["2019-03-12", "2020-03-05", "2021-06"]),
        ("month_first.csv", ["kp.ryanggang.hyesan", "kp.north-hamgyong.musan"], ["2017-04-15", "2017-04-05"]),
        ("korean_cp949.csv", ["kp.ryanggang.hyesan", "kp.north-hamgyong.hoeryong"], ["2019-03-12", "2020-05-01"]),
        ("chinese_gb18030.csv", ["cn.liaoning.dandong", "cn.jilin.tumen"], ["2018-02-03", "2019-11-02"]),
        ("korean_utf16.csv", ["kp.ryanggang.hyesan"], ["2019-03-12"]),
        ("context.csv", ["kp.north-hamgyong", "kp.north-hamgyong.musan", "cn.liaoning"], ["2015-01-02", "2015-01-03", "2015-01-04"]),
    ],
)  # fmt: skip
def test_plain_tables_with_a_place_and_a_date(name, places, dates):
    found, notes = take(name)
    assert "columns recognised" in notes
    assert [value if isinstance(value, str) else None for value in found["place_id"]] == places
    assert list(found["date_start"]) == dates
    assert found["latitude"].notna().all()


def test_given_coordinates_with_decimal_commas_are_the_same_numbers():
    found, _ = take("german.csv")
    assert (found["latitude"][1], found["longitude"][1]) == (40.129, 124.394)
    assert list(found["Aktenzeichen"]) == ["AZ 7", "AZ 8"]


def test_types_in_other_languages():
    assert list(take("korean_cp949.csv")[0]["event_type"]) == ["smuggling", "arrest"]
    assert list(take("chinese_gb18030.csv")[0]["event_type"]) == ["smuggling", "trade"]


def test_what_contradicts_its_unit_is_shown_as_the_unit_and_said():
    found, notes = take("context.csv")
    assert "no 'Hyesan' is in Liaoning, CN; it is shown as province Liaoning" in notes
    assert "it is shown as county Musan" in notes
    assert list(found["precision"]) == ["province", "county", "province"]
    assert list(found["place_name"]) == ["Sinhung", "Nosuchplace", "Hyesan"], "the name stays as it was"


def test_points_of_a_geojson_stay(tmp_path):
    found, _ = take("points.geojson")
    assert [(p.x, p.y) for p in found.geometry] == [(128.1778, 41.4017), (124.394, 40.129)]
    assert list(found["weight"]) == [3, 4.5]
    assert list(found["title"]) == ["A", "B"]


def test_pairs_of_coordinates():
    found, _ = take("pairs.csv")
    assert list(found["latitude"].round(4)) == [41.4017, 41.4017]
    assert list(found["longitude"].round(4)) == [128.1778, 128.1778]


def test_columns_may_be_named():
    with pytest.raises(TableError, match="--columns place_name=THEIRS"):
        gather_incidents([str(FOREIGN / "odd_names.csv")])
    found, notes = take("odd_names.csv", columns=chosen_columns(["place_name=Wo,date_start=Wann"]))
    assert list(found["place_id"]) == ["kp.ryanggang.hyesan"]
    assert list(found["date_start"]) == ["2017-04-15"]
    assert list(found["Was"]) == ["Schüsse"]
    assert "Wo is place_name" in notes


@pytest.mark.parametrize(
    ("option", "said"), [("Ort", "KNOWN=THEIRS"), ("place=Ort", "KNOWN=THEIRS"), ("place_name=", "KNOWN=THEIRS")]
)
def test_a_wrong_option_says_what_is_right(option, said):
    with pytest.raises(TableError, match=said):
        chosen_columns([option])


def test_a_column_that_is_not_there(tmp_path):
    with pytest.raises(TableError, match="no column 'Ortt'"):
        gather_incidents([str(FOREIGN / "german.csv")], columns={"place_name": "Ortt"})


def test_dates_may_be_told_to_be_month_first(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("place,date\nHyesan,3/4/2019\n", encoding="utf-8")
    notes = []
    assert list(gather_incidents([str(path)], on_note=notes.append)["date_start"]) == ["2019-04-03"]
    assert "--dates month-first" in " ".join(notes)
    assert list(gather_incidents([str(path)], dates="month-first")["date_start"]) == ["2019-03-04"]


def test_own_tables_pass_through_untouched(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(
        ",".join([*COLUMNS, "date", "notes", "place"]) + "\n" + "a" + "," * (len(COLUMNS) - 1) + ",1/2/2003,n,p\n",
        encoding="utf-8",
    )
    sheet = read_sheet(path)
    assert is_own(sheet.names)
    found = recognise(sheet)
    assert found.sheet is sheet
    assert not found.notes


def test_a_column_is_only_taken_for_dates_when_it_holds_some():
    sheet = Sheet(["place", "from", "to"])
    sheet.rows.append(Row({"place": "Hyesan", "from": "Musan", "to": "Dandong"}, 2))
    assert recognise(sheet).columns == {"place_name": "place"}


def test_a_corpus_stays_a_corpus(tmp_path):
    from borderatlas.incidents.intake import is_incident_table

    corpus = tmp_path / "c.csv"
    corpus.write_text(
        'id,location,text\n1,Seoul,"' + "Guards fired at a boat near Hyesan. " * 60 + '"\n', encoding="utf-8"
    )
    assert not is_incident_table(corpus)
    table = tmp_path / "t.csv"
    table.write_text("장소,내용\n혜산,총격\n", encoding="utf-8")
    assert is_incident_table(table)
    assert list(gather_incidents([str(table)])["place_id"]) == ["kp.ryanggang.hyesan"]


@pytest.mark.parametrize("path", sorted(FOREIGN.iterdir()), ids=lambda path: path.name)
def test_check_takes_them_too(path):
    if path.name == "odd_names.csv":
        return
    problems = check_table(path)
    assert not [str(problem) for problem in problems if problem.is_error]
    assert any("recognised" in str(problem) or "read as" in str(problem) for problem in problems)


def test_render_takes_them(tmp_path):
    done = run("render", FOREIGN / "acled.csv", FOREIGN / "korean_cp949.csv", "-o", tmp_path / "m.html")
    assert done.returncode == 0, done.stderr
    assert "read as an ACLED export" in done.stderr


def test_a_wrong_value_is_told_and_the_rest_is_drawn(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("place,date\nHyesan,31.02.2019\nMusan,12.03.2019\n", encoding="utf-8")
    problems = []
    found = gather_incidents([str(path)], on_problem=problems.append)
    assert len(found) == 2
    assert problems == [f"{path}:2:2 date_start '31.02.2019' is no date; write it as 2010-06-08, 2010-06 or 2010"]


@pytest.mark.parametrize(
    ("written", "order", "iso"),
    [
        ("12 March 2019", "day-first", "2019-03-12"), ("March 12, 2019", "day-first", "2019-03-12"), ("12-Mar-2019", "day-first", "2019-03-12"),
        ("12th of March, 2019", "day-first", "2019-03-12"), ("Tuesday, 12 March 2019", "day-first", "2019-03-12"),
        ("12.03.2019", "day-first", "2019-03-12"), ("12. März 2019", "day-first", "2019-03-12"), ("3/12/2019", "month-first", "2019-03-12"),
        ("25/3/2019", "month-first", "2019-03-25"), ("2019/3/12", "day-first", "2019-03-12"), ("2019.3.12.", "day-first", "2019-03-12"),
        ("20190312", "day-first", "2019-03-12"), ("2019년 3월 12일", "day-first", "2019-03-12"), ("2019年3月12日", "day-first", "2019-03-12"),
        ("2019년 3월", "day-first", "2019-03"), ("March 2019", "day-first", "2019-03"), ("2019-03", "day-first", "2019-03"), ("2019", "day-first", "2019"),
        ("２０１９．３．１２", "day-first", "2019-03-12"), ("2019-03-12 14:05:00", "day-first", "2019-03-12"), ("2019-03-12T14:05Z", "day-first", "2019-03-12"),
        ("2019.03.12 (화)", "day-first", "2019-03-12"), ("2019-03-12 星期二", "day-first", "2019-03-12"),
        ("31/02/2019", "day-first", None), ("yesterday", "day-first", None), ("", "day-first", None), ("2019-13-01", "day-first", None), ("0000", "day-first", None),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(written, order, iso):
    assert iso_date(written, order) == iso


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day):
    forms = [
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day:%d %B %Y}",
        f"{day:%B %d, %Y}",
        f"{day.year}년 {day.month}월 {day.day}일",
        f"{day:%Y%m%d}",
    ]
    assert {iso_date(form, "day-first") for form in forms} == {day.isoformat()}
    assert iso_date(f"{day:%m/%d/%Y}", "month-first") == day.isoformat()


def test_the_order_of_day_and_month_is_told_by_the_column():
    assert date_order(["1/2/2019", "25/2/2019"]) == ("day-first", False)
    assert date_order(["1/2/2019", "2/25/2019"]) == ("month-first", False)
    assert date_order(["1/2/2019"]) == ("day-first", True)
    assert date_order(["1.2.2019"]) == ("day-first", False)
    assert date_order(["2019-01-02", None]) == ("day-first", False)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("41,4", 41.4),
        ("41°24'06\"N", 41.401667),
        ("N 41° 24.1'", 41.401667),
        ("128°10′40″E", 128.177778),
        ("12,5 W", -12.5),
        ("북위 41", None),
        ("41.4", 41.4),
        ("about 41", None),
        ("41.4°", 41.4),
    ],
)
def test_degrees_as_people_write_them(written, value):
    found = degrees(written)
    assert found == written if value is None else abs(float(found) - value) < 1e-6


def test_pairs():
    assert lat_lon("41.4, 128.2") == ("41.4", "128.2")
    assert lat_lon("41,4; 128,2") == ("41.4", "128.2")
    assert lat_lon("Hyesan") is None


def test_words_of_countries_and_types():
    assert [country_code(word) for word in ("North Korea", "조선", "中国", "RUS", "731", "CN/KP", "Atlantis")] == [
        "KP",
        "KP",
        "CN",
        "RU",
        "KP",
        "CN/KP",
        "Atlantis",
    ]
    assert [local_type(word) for word in ("Smuggling", "밀수", "走私", "border works", "defection")] == [
        "smuggling",
        "smuggling",
        "smuggling",
        "border_works",
        None,
    ]
    assert type_of_acled("Strategic developments", "Arrests") == "arrest"
    assert type_of_acled("Strategic developments", "Other") == "other"
    assert type_of_acled("Violence against civilians", "Abduction/forced disappearance") == "trafficking"


def test_the_tables_of_words_hold_together():
    assert all(plain_header(word) == word for word in WORDS)
    for scheme in SCHEMES:
        assert all(signature <= {*scheme.columns, "type_of_violence"} for signature in scheme.signatures)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949", "gb18030"])
def test_encodings(tmp_path, encoding):
    header = {"cp949": "장소,날짜\n혜산,2019-01-01\n", "gb18030": "地点,日期\n丹东,2019-01-01\n"}.get(
        encoding, "장소,日期\n혜산,2019-01-01\n"
    )
    path = tmp_path / "t.csv"
    path.write_bytes(header.encode(encoding))
    faults = []
    sheet = read_loosely(path, faults.append, lambda _: None)
    assert faults == []
    assert recognise(sheet).sheet.names == ["place_name", "date_start"]


def test_a_malformed_option_is_wrong_usage(tmp_path):
    for command in (["check", FOREIGN / "german.csv"], ["render", FOREIGN / "german.csv", "-o", tmp_path / "m.html"]):
        done = run(*command, "--columns", "Ort")
        assert done.returncode == 2
        assert "KNOWN=THEIRS" in done.stderr


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("발생일시\t발생장소\t위도\t경도", ["date_start", "place_name", "latitude", "longitude"]),
        ("StartDate;EndDate;PlaceName;Remark", ["date_start", "date_end", "place_name", "Remark"]),
        ("事发时间,事发地点,备注(内部)", ["date_start", "place_name", "quote"]),
        ("EVENT_DATE,Location (village),Lat.,Long.", ["date_start", "place_name", "latitude", "longitude"]),
    ],
)
def test_headers_as_people_write_them(tmp_path, header, names):
    path = tmp_path / "t.csv"
    path.write_text(header + "\n", encoding="utf-8")
    assert recognise(read_loosely(path, print, print)).sheet.names == names


def test_a_part_of_an_acled_export_is_one_too(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "event_id_cnty,event_date,location,latitude,longitude\nPRK1,2019-01-02,Hyesan,41.4,128.18\n", encoding="utf-8"
    )
    notes = []
    found = gather_incidents([str(path)], on_note=notes.append)
    assert "read as an ACLED export" in notes[0]
    assert list(found["id"]) == ["PRK1"]
    assert "event_type" not in found
