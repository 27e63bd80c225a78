"""Tables as analysts have them: exports of ACLED and UCDP GED with all their columns, and plain lists in three languages.

The headers are those of the codebooks (memory); the rows are made up.
"""

from __future__ import annotations

import pytest

from borderatlas.atlas import gather_incidents
from borderatlas.incidents.checks import check_table
from borderatlas.incidents.foreign import recognise
from borderatlas.incidents.intake import take_table
from borderatlas.incidents.tables import read_sheet
from borderatlas.reports.read import is_corpus, read_reports

ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
    "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,"
    "geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n"
    "PRK901,12 March 2023,2023,1,Political violence,Violence against civilians,Attack,Guards,,State forces,Civilians,,Civilians,"
    'State forces-Civilians,Civilian targeting,408,East Asia,North Korea,Ryanggang,Hyesan,,Hyesan,41.4017,128.1778,1,"Wire; Daily",'
    'National,"On 12 March 2023, guards shot a man.",1,,1679344567\n'
    "PRK902,2023-03-31,2023,3,Strategic developments,Strategic developments,Change to group/activity,Government,,State forces,,,,"
    "State forces,,408,East Asia,North Korea,North Hamgyong,Hoeryong,,Hoeryong,42.4428,129.7508,2,Wire,National,Around March: closure.,"
    "0,crowd size=no report,1679344568\n"
)
GED = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,"
    "dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,"
    "priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
    "deaths_unknown,best,high,low,gwnoa,gwnob\n"
    '512345,NKO-2023-3-1-1,2023,TRUE,Clear,3,512,512,A,1052,1052,A,118,118,A,9999,9999,Civilians,2,"""Wire,2023-03-15"";""Daily""",'
    "Wire;Daily,2023-03-15;2023-03-14,Guards shoot;Two shot,source,1,Hyesan town,Hyesan,Ryanggang province,Hyesan city,41.4017,128.1778,"
    "POINT (128.1778 41.4017),189617,North Korea,731,Asia,1,1,2023-03-12 00:00:00.000,2023-03-12 00:00:00.000,0,0,2,0,2,2,2,731,\n"
    "512346,NKO-2023-3-1-2,2023,0,Clear,3,512,512,A,1052,1052,A,118,118,A,9999,9999,Civilians,1,a,Wire,,b,c,4,"
    "North Hamgyong province,x,North Hamgyong province,,41.9,129.4,POINT (129.4 41.9),1,North Korea,731,Asia,1,5,"
    "2023-01-01 00:00:00.000,2023-12-31 00:00:00.000,0,0,1,0,1,1,1,731,\n"
)


def taken(tmp_path, text, name="t.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    problems = []
    return take_table(path, on_problem=problems.append), problems


def test_acled_of_2023_is_taken_whole(tmp_path):
    table, problems = taken(tmp_path, ACLED)
    assert problems == []
    one, two = table.to_dict("records")
    assert (one["id"], one["date_start"], one["time_precision"], one["country"]) == (
        "PRK901",
        "2023-03-12",
        "day",
        "KP",
    )
    assert (one["latitude"], one["longitude"], one["precision"], one["place_name"]) == (
        41.4017,
        128.1778,
        "settlement",
        "Hyesan",
    )
    assert (one["publisher"], one["quote"]) == ("Wire; Daily", "On 12 March 2023, guards shot a man.")
    assert (two["date_start"], two["date_end"], two["precision"]) == ("2023-03-01", "2023-03-31", "county")
    assert (one["fatalities"], two["tags"], one["actor1"], one["timestamp"]) == (
        "1",
        "crowd size=no report",
        "Guards",
        "1679344567",
    )
    names = ACLED.partition("\n")[0].split(",")
    assert set(names) - set(recognise(read_sheet(tmp_path / "t.csv")).columns.values()) <= set(table.columns), (
        "nothing is dropped"
    )
    assert [problem for problem in check_table(tmp_path / "t.csv") if problem.is_error] == []


def test_ged_of_2023_is_taken_whole(tmp_path):
    table, problems = taken(tmp_path, GED)
    assert problems == []
    one, two = table.to_dict("records")
    assert (one["id"], one["date_start"], one["date_end"], one["country"]) == (
        "512345",
        "2023-03-12",
        "2023-03-12",
        "KP",
    )
    assert (one["precision"], two["precision"], two["time_precision"]) == ("settlement", "province", "year")
    assert one["source_date"] == "2023-03-14", "of several sources, the first that told of it"
    assert (one["relid"], one["best"], two["dyad_name"], one["active_year"]) == ("NKO-2023-3-1-1", "2", "A", "TRUE")
    assert [problem for problem in check_table(tmp_path / "t.csv") if problem.is_error] == []


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Date,Place,What happened,Link", "12 March 2023,Hyesan,Guards shot a man,https://a.example/1"),
        ("Date, Place, What happened, Link", '12 March 2023, Hyesan, "Guards shot a man", https://a.example/1'),
        ("날짜,장소,내용,출처", "2023년 3월 12일,혜산,경비대가 남성에게 총격,데일리"),
        ("날짜, 장소, 내용, 출처", "2023. 3. 12., 혜산시, 총격, 데일리"),
        ("日期,地点,事件,来源", "2023年3月12日,惠山,枪击,某报"), ("日期;地點;事件;來源", "2023/3/12;惠山市;槍擊;某報"),
        ("When\tWhere\tWhat\tSource", "2023-03-12\tHyesan\tShots\tWire"),
        ("Datum;Ort;Beschreibung;Quelle", "12.03.2023;Hyesan;Schüsse;Wire"),
        ("DATE,LOCATION,DESCRIPTION,URL", "03/13/2023,Hyesan,Shots,https://a.example/1"),
        ("Incident date,Village,Summary,Source URL", "12-Mar-2023,Hyesan,Shots,https://a.example/1"),
    ],
)  # fmt: skip
def test_a_plain_list_is_drawn_as_it_is(tmp_path, header, row):
    path = tmp_path / "t.csv"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    [found] = gather_incidents([str(path)]).to_dict("records")
    assert found["place_id"] == "kp.ryanggang.hyesan"
    assert found["date_start"] in {"2023-03-12", "2023-03-13"}
    assert [name for name in ("quote", "title") if isinstance(found.get(name), str)], "what happened is told"
    assert [name for name in ("publisher", "source_url") if isinstance(found.get(name), str)]
    assert [problem for problem in check_table(path) if problem.is_error] == []


@pytest.mark.parametrize("header", ["날짜,장소,내용,출처", "日期,地点,内容,来源", "date,place,content,source"])
def test_a_list_of_notes_in_a_folder_is_no_corpus_of_reports(tmp_path, header):
    table, corpus = tmp_path / "t.csv", tmp_path / "c.csv"
    table.write_text(f"{header}\n2023-03-12,혜산,총격이 있었다,데일리\n", encoding="utf-8")
    assert not is_corpus(table)
    corpus.write_text(f'{header}\n2023-03-12,혜산,"{"혜산에서 총격이 있었다. " * 40}",데일리\n', encoding="utf-8")
    assert is_corpus(corpus)
    assert {report.path for report in read_reports(tmp_path)} == {str(corpus)}
