"""What an outside examiner found broken on inputs of his own, so that it stays mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderatlas.atlas import draft_incidents
from borderatlas.cli import main
from borderatlas.errors import OutputError, TableError
from borderatlas.files import check_writable
from borderatlas.incidents.checks import check_table
from borderatlas.incidents.masking import publishable
from borderatlas.incidents.merging import merge_incidents
from borderatlas.layers import chainage
from borderatlas.reports.read import read_reports, read_texts

if TYPE_CHECKING:
    from pathlib import Path


def test_a_note_about_a_file_with_blanks_in_its_name_keeps_the_name_whole(tmp_path: Path) -> None:
    table = tmp_path / "손으로 쓴 표.csv"
    table.write_text("지명,날짜\n무산군,2023-03-12\n없는동네,2023-03-13\n", encoding="utf-8")
    said = [str(problem) for problem in check_table(table)]
    assert any(line.startswith(f"{table}: note: columns recognised") for line in said)
    assert any(line.startswith(f"{table}:3:1 note: 지명 no place is called") for line in said)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2020년 8월 25일", "2020-08-25"),
        ("2020年8月25日", "2020-08-25"),
        ("August 25, 2020", "2020-08-25"),
        ("25 Aug 2020", "2020-08-25"),
        ("2020.8.25", "2020-08-25"),
        ("Tue, 25 Aug 2020 10:00:00 GMT", "2020-08-25"),
        ("2020년 8월", "2020-08"),
    ],
)
def test_a_publication_date_is_read_as_people_write_it(tmp_path: Path, written: str, iso: str) -> None:
    report = tmp_path / "r.md"
    report.write_text(f'---\npublished: "{written}"\n---\nIn Musan it rained.\n', encoding="utf-8")
    assert [found.published for found in read_reports(report)] == [iso]


@pytest.mark.parametrize("written", ["3/4/2019", "soon", "2020-13-45"])
def test_a_publication_date_that_may_be_two_days_is_none(tmp_path: Path, written: str) -> None:
    report, said = tmp_path / "r.md", list[str]()
    report.write_text(f'---\npublished: "{written}"\n---\nIn Musan it rained.\n', encoding="utf-8")
    assert [found.published for found in read_reports(report, on_problem=said.append)] == [None]
    assert [line for line in said if "is no date; write it as" in line]


@pytest.mark.parametrize(("lat", "lon"), [(42.005, 128.055), (42.02, 128.25), (41.95, 128.0), (42.09, 128.4)], ids=str)
def test_by_the_border_over_mount_paektu_there_is_no_river(lat: float, lon: float) -> None:
    assert chainage.locate_on_river(lon, lat) is None
    assert chainage.locate_many_on_river([lon], [lat]).river[0] is None


@pytest.mark.parametrize(
    ("lat", "lon", "river"), [(41.96, 128.075, "yalu"), (42.02, 128.44, "tumen"), (41.81, 128.31, "yalu")], ids=str
)
def test_below_their_sources_the_rivers_begin(lat: float, lon: float, river: str) -> None:
    assert chainage.locate_on_river(lon, lat).river == river  # type: ignore[union-attr]
    assert chainage.locate_many_on_river([lon], [lat]).river[0] == river


def test_nothing_written_to_standard_output_becomes_a_file_of_that_name() -> None:
    with pytest.raises(OutputError, match="-: "):
        check_writable("-", overwrite=True)


def test_what_is_published_names_a_place_in_its_own_script() -> None:
    drafts = draft_incidents(
        read_texts([("a", "Guards shot a smuggler in Manpo. In Ji'an police arrested two traders.")])
    )
    assert set(publishable(drafts)["place_name_local"]) == set(drafts["place_name_local"])
    assert "만포시" in set(drafts["place_name_local"])


def test_drafts_are_not_mixed_into_an_export_of_another_scheme(tmp_path: Path) -> None:
    text = "event_id_cnty,event_date,event_type,location,latitude,longitude\nPRK1,12 March 2023,Protests,Musan,42.2,129.2\n"
    table = tmp_path / "acled export.csv"
    table.write_text(text, encoding="utf-8")
    drafts = draft_incidents(read_texts([("a", "Guards shot a smuggler in Manpo on 2 May 2020.")]))
    with pytest.raises(TableError, match="is an ACLED export; name another file"):
        merge_incidents(drafts, table)
    assert table.read_text(encoding="utf-8") == text


def test_drafts_do_not_go_into_a_table_by_hand_which_would_no_longer_be_known_as_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, report = tmp_path / "손으로 쓴 표.csv", tmp_path / "r.txt"
    table.write_text("지명,날짜,내용\n무산군,2023-03-12,총격\n", encoding="utf-8")
    report.write_text("Guards shot a smuggler in Manpo on 2 May 2020.", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["draft", str(report), "-o", str(table)])
    assert left.value.code == 1
    assert "is another's table" in capsys.readouterr().err
    assert table.read_text(encoding="utf-8") == "지명,날짜,내용\n무산군,2023-03-12,총격\n"
