"""What holds of the geocoder for any text: spans, spacing, neighbours in the run, normal forms, hostile input, order, growth."""

import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from borderatlas.gazetteer.geocoding import geocode, geocode_all
from borderatlas.gazetteer.records import as_record
from borderatlas.layers.datasets import data_path
from borderatlas.models import Report, Section
from borderatlas.reports.read import read_reports, read_texts

CORPUS = Path(__file__).parent / "corpus" / "reports"
REPORTS = [*read_reports(CORPUS), *read_reports(data_path("reports"))]
quick = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

PIECES = (
    "Hyesan", "Hoeryŏng", "Sinŭiju", "the Yalu and Tumen rivers", "North and South Hamgyong provinces", "Onsong county",
    "Kim Jong Suk county", "혜산시에서", "량강도 소식통은", "압록강 상류", "무산군과 온성군", "图们江对岸", "丹东市", "惠山", "兩江道",
    "30 km downstream of Manpo", "across the river from", "near", "between Dandong and Sinuiju", "a source in",
    "Dosori village in Musan County", "SEOUL -- ", "(Photo: Yonhap)", "https://example.org/Hyesan", "said.", "다.", "。", ".\n\n", "\r\n", "\n",
    " ", "  ", "\u3000", "\u200b", "\ufeff", "\u202e", "\0", "\x1e", "e\u0301", "\u1112\u1166", "🇰🇵", "ﬁ", "İ", "ß", "'s", "’s", "-", "(", ")",
)  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=14).map("".join)
a_report = st.sampled_from(REPORTS)


def plain(text, name="x"):
    return Report(name, text, (Section("body", 0, len(text)),))


def told(placements):
    """Give what is said of the places, without where in the text it stands."""
    records = [as_record(p) for p in placements]
    return [{k: v for k, v in r.items() if k not in {"start", "end", "text", "report", "name"}} for r in records]


def body_of(report):
    """Give a report of the body alone: plain text, so that spaces can be put into it."""
    return plain(report.text[report.sections[-1].start :].strip(), report.id)


@quick
@given(hostile)
def test_no_text_raises_and_every_span_is_its_slice(text):
    placements = geocode(plain(text))
    for p in placements:
        assert 0 <= p.start < p.end <= len(text)
        assert text[p.start : p.end] == p.text
    assert [p.start for p in placements] == sorted(p.start for p in placements)


@quick
@given(hostile, hostile, hostile)
def test_only_the_sections_are_searched(before, inside, after):
    text = before + inside + after
    section = Section("body", len(before), len(before) + len(inside))
    for p in geocode(Report("x", text, (section,))):
        assert section.start <= p.start < p.end <= section.end


@pytest.mark.parametrize("char", ["\ud800", "\udfff", "\udc80", "\uffff", "\U0010ffff", "\0", "\x1e"])
def test_no_single_character_raises(char):
    text = f"{char}Guards at Hyesan{char} fired.{char}"
    assert [p.place_id for p in geocode(plain(text))] == ["kp.ryanggang.hyesan"]


@quick
@given(a_report, st.data())
def test_more_spaces_between_words_change_nothing(report, data):
    report = body_of(report)
    blanks = [m.start() for m in re.finditer(r"(?<=\S) (?=\S)", report.text)]
    chosen = data.draw(st.sets(st.sampled_from(blanks), min_size=1, max_size=12))
    text = "".join(c + "  " if i in chosen else c for i, c in enumerate(report.text))
    assert told(geocode(plain(text))) == told(geocode(report))


@quick
@given(a_report, st.integers(1, 4), st.sampled_from(["\n", "\r\n", " \n", "\n\t"]))
def test_more_empty_lines_between_paragraphs_change_nothing(report, number, line):
    report = body_of(report)
    text = line * number + report.text.replace("\n\n", "\n\n" + line * number) + line * number
    assert told(geocode(plain(text))) == told(geocode(report))


@quick
@given(a_report)
def test_windows_line_ends_change_nothing(report):
    report = body_of(report)
    text = report.text.replace("\r\n", "\n").replace("\n", "\r\n")
    assert told(geocode(plain(text))) == told(geocode(report))


@quick
@given(st.lists(a_report, min_size=2, max_size=5, unique_by=lambda r: r.id), hostile)
def test_another_report_changes_nothing(reports, other):
    alone = [geocode(report) for report in reports]
    geocode(plain(other))
    together = list(geocode_all([*reversed(reports), plain(other, "other"), *reports]))
    for report, expected in zip(reports, alone, strict=True):
        assert [p for p in together if p.report == report.id] == expected * 2


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.id)
def test_composed_and_decomposed_text_give_the_same_places(report):
    report = body_of(report)
    forms = [plain(unicodedata.normalize(form, report.text)) for form in ("NFC", "NFD")]
    composed, decomposed = (geocode(form) for form in forms)
    assert told(composed) == told(decomposed)
    assert [unicodedata.normalize("NFC", p.text) for p in decomposed] == [p.text for p in composed]


@quick
@given(hostile)
def test_composed_and_decomposed_hostile_text_give_the_same_places(text):
    composed, decomposed = (geocode(plain(unicodedata.normalize(form, text))) for form in ("NFC", "NFD"))
    assert [p.place_id for p in composed] == [p.place_id for p in decomposed]


FILLER = "the water stood high and nobody was seen on the ice that week, as had been so in most winters before; "


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        f"Guards at Hyesan fired on a boat, a source in Yanggang province said; {FILLER * 5}",
        f"혜산시에서 총격이 있었다고 소식통이 전했다 {'그해 겨울에는 얼음 위에서 아무도 보이지 않았다고 한다 ' * 9}",
        "x",
        "(",
    ],
    ids=["english", "korean", "letter", "bracket"],
)
def test_ten_megabytes_on_one_line_finish(piece):
    line = piece * (10_000_000 // len(piece.encode()))
    begun = time.process_time()
    placements = geocode(plain(line))
    assert time.process_time() - begun < 120
    assert len(placements) >= line.count("Hyesan") + line.count("혜산")


def test_timed_time_grows_in_proportion_to_the_text():
    text = "\n\n".join(r.text for r in read_texts((r.id, body_of(r).text) for r in REPORTS))
    geocode(plain(text))
    seconds = []
    for times in (1, 8):
        begun = time.process_time()
        geocode(plain(text * times))
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 8 * 2.5 * seconds[0]


def run(*arguments, seed):
    done = subprocess.run(
        [sys.executable, "-m", "borderatlas", "geocode", *map(str, arguments)],
        capture_output=True,
        env=os.environ | {"PYTHONHASHSEED": seed},
        timeout=240,
        check=True,
    )
    return done.stdout


def test_the_same_bytes_on_every_run_and_for_any_order_of_the_reports():
    files = sorted(CORPUS.glob("*.txt"))
    first = run(*files, seed="0")
    assert run(*files, seed="0") == first
    assert run(*files, seed="4242") == first
    assert run(*reversed(files), seed="7") == first
    reports = [json.loads(line)["report"] for line in first.splitlines()]
    assert reports == sorted(reports)
    assert {*reports} <= {f.stem for f in files}
    assert len(reports) > 50


def test_explanations_are_the_same_bytes_on_every_run():
    files = sorted(CORPUS.glob("*.txt"))[:3]
    assert run(*files, "--explain", seed="1") == run(*files, "--explain", seed="99")


def test_the_name_of_a_report_changes_nothing():
    report = REPORTS[0]
    assert told(geocode(replace(report, id="another"))) == told(geocode(report))
