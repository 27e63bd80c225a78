"""Reading reports: kinds of file, encodings, front matter, web pages, JSON lines, and every way to go wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderatlas import settings
from borderatlas.errors import OutputError, ReportError
from borderatlas.reports.columns import is_corpus
from borderatlas.reports.encoding import decode, guess_language
from borderatlas.reports.frontmatter import split_front_matter
from borderatlas.reports.read import iter_reports, read_reports
from borderatlas.reports.texts import write_texts
from borderatlas.reports.webpage import declared_charset, read_page

KOREAN = "양강도 혜산에서 국경경비대 병사가 압록강을 건너 중국으로 달아났다고 소식통이 말했다. 군인은 무장하고 있었다."
CHINESE = "一名朝鲜士兵在鸭绿江边的长白县被抓获，当地居民说他是来找食物的。警方表示，此人没有带枪，也不会说中国话。"
REPORT = """---
title: "Guards seize a boat near Hyesan"
publisher: "The Border Post"
published: "2015-06-08"
url: "https://example.org/a"
language: en
---

Guards seized a boat near Hyesan.
"""
PAGE = """<!DOCTYPE html><html lang="ko-KR"><head><meta charset="{charset}"><title>{title} | 신문</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="국경신문">
<meta property="article:published_time" content="2019-03-11T09:00:00+09:00">
<link rel="canonical" href="https://example.org/ko/1"></head><body><nav><a href="/">처음으로</a> <a href="/s">사회</a></nav>
<article><h1>{title}</h1><p>{text}</p><script>alert("혜산")</script><p>{text} 두 번째 단락이다.</p></article>
<footer>저작권 안내</footer></body></html>"""


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def body_of(report):
    return [report.text[s.start : s.end] for s in report.sections if s.kind == "body"]


def title_of(report):
    return [report.text[s.start : s.end] for s in report.sections if s.kind == "title"]


# --- Markdown and plain text


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_front_matter_becomes_fields_and_offsets_are_of_the_whole_file(tmp_path, ending):
    text = REPORT.replace("\n", ending)
    [report] = read_reports(write(tmp_path / "one.md", text))
    assert report.text == text
    assert (report.id, report.title, report.publisher) == ("one", "Guards seize a boat near Hyesan", "The Border Post")
    assert (report.published, report.url, report.language) == ("2015-06-08", "https://example.org/a", "en")
    assert title_of(report) == ["Guards seize a boat near Hyesan"]
    assert body_of(report)[0].strip() == "Guards seized a boat near Hyesan."
    assert report.path.endswith("one.md")
    assert report.encoding == "utf-8"


@pytest.mark.parametrize(
    ("title", "value", "exact"),
    [
        ('"Two words"', "Two words", True),
        ("'Two words'", "Two words", True),
        ("Two words", "Two words", True),
        ("'it''s one'", "it's one", False),
        ('"a \\"quoted\\" word"', 'a "quoted" word', False),
        ('"{{7*7}} </script>"', "{{7*7}} </script>", True),
        (">-\n  folded\n  words", "folded words", False),
        ("2010", "2010", True),
    ],
)
def test_the_title_section_is_the_value_word_for_word_or_missing(tmp_path, title, value, exact):
    [report] = read_reports(write(tmp_path / "a.md", f"---\ntitle: {title}\nlanguage: en\n---\nBody here.\n"))
    assert report.title == value
    assert title_of(report) == ([value] if exact else [])
    assert body_of(report) == ["Body here.\n"]


@pytest.mark.parametrize(
    "published", ["2010-06-08", '"2010-06-08"', "2010-06", "2010", "2010-06-08 10:00:00", "2010-06-08T01:00:00Z"]
)
def test_a_publication_date_is_taken_to_the_day_month_or_year(tmp_path, published):
    [report] = read_reports(write(tmp_path / "a.md", f"---\npublished: {published}\n---\nText.\n"))
    assert report.published == published.strip('"')[:10]


@pytest.mark.parametrize("published", ["2010-13-01", "June", "2010-31-31", "yesterday"])
def test_a_bad_date_is_a_problem_and_the_report_is_read_all_the_same(tmp_path, published):
    problems = []
    [report] = read_reports(
        write(tmp_path / "a.md", f"---\npublished: {published}\n---\nText.\n"), on_problem=problems.append
    )
    assert report.published is None
    assert len(problems) == 1
    assert "published" in problems[0]


def test_broken_front_matter_is_told_with_its_line_and_the_body_is_read(tmp_path):
    problems = []
    path = write(tmp_path / "a.md", '---\ntitle: "open\npublisher: x: y: z\n---\nThe body.\n')
    [report] = read_reports(path, on_problem=problems.append)
    assert body_of(report) == ["The body.\n"]
    assert report.title is None
    assert len(problems) == 1
    where, _, message = problems[0].partition(" ")
    assert where.startswith(f"{path}:")
    assert int(where.split(":")[-2]) in {2, 3, 4}
    assert "no YAML" in message
    assert "\n" not in problems[0]


def test_front_matter_that_is_never_closed_is_body(tmp_path):
    problems = []
    [report] = read_reports(write(tmp_path / "a.md", "---\ntitle: x\nNo end of it.\n"), on_problem=problems.append)
    assert body_of(report) == [report.text]
    assert problems[0].split(" ")[0].endswith(":1:1")


def test_a_rule_is_no_front_matter(tmp_path):
    problems = []
    [report] = read_reports(write(tmp_path / "a.md", "---\n\n# Head\n\nText.\n"), on_problem=problems.append)
    [other] = read_reports(write(tmp_path / "b.md", "---\nText after a rule.\n"), on_problem=problems.append)
    assert body_of(other) == [other.text]
    assert report.text.startswith("---")


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}"])
def test_a_title_that_is_no_text_is_left_out(tmp_path, value):
    problems = []
    [report] = read_reports(write(tmp_path / "a.md", f"---\ntitle: {value}\n---\nText.\n"), on_problem=problems.append)
    assert report.title != value
    assert title_of(report) == []
    assert problems[0].startswith(f"{tmp_path / 'a.md'}:2:8 title")


def test_hostile_yaml_makes_no_objects_and_no_crash():
    for block in ("title: !!python/object/apply:os.system ['true']", "title: " + "[" * 3000, "a: &a [x]\nb: *c"):
        front = split_front_matter(f"---\n{block}\n---\nBody\n")
        assert "title" not in front.fields
        assert front.problems


def test_a_byte_order_mark_stays_in_the_text_and_counts(tmp_path):
    [plain] = read_reports(write(tmp_path / "a.txt", b"\xef\xbb\xbfIn Hyesan."))
    assert plain.text == "\ufeffIn Hyesan."
    [marked] = read_reports(write(tmp_path / "b.md", b"\xef\xbb\xbf" + REPORT.encode()))
    assert marked.text[0] == "\ufeff"
    assert title_of(marked) == ["Guards seize a boat near Hyesan"]


def test_the_first_line_of_a_plain_text_is_its_title_when_it_stands_alone(tmp_path):
    [headed] = read_reports(write(tmp_path / "a.txt", "A headline\n\nThe story.\n"))
    [bare] = read_reports(write(tmp_path / "b.txt", "A sentence.\nAnother one.\n"))
    assert headed.title == "A headline"
    assert body_of(headed) == [headed.text]
    assert bare.title is None


def test_line_separators_of_unicode_are_left_alone(tmp_path):
    [report] = read_reports(write(tmp_path / "a.txt", "One\u2028two\x85three </script> {{7*7}}"))
    assert report.text == "One\u2028two\x85three </script> {{7*7}}"


@given(st.text(min_size=1).filter(lambda t: t.strip() and "\0" not in t))
def test_sections_of_any_text_stay_inside_it(text):
    front = split_front_matter(text)
    assert 0 <= front.body_start <= len(text)
    if front.title_span:
        assert text[slice(*front.title_span)] == front.fields["title"]


# --- languages and encodings


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (KOREAN, "ko"),
        (CHINESE, "zh"),
        ("In Hyesan (혜산) guards were seen.", "en"),
        ("北 신의주서 총격", "ko"),
        ("123", "en"),
        ("惠山", "zh"),
    ],
)
def test_the_language_is_guessed_from_the_script(text, language):
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (KOREAN, "euc-kr", "cp949"),
        (KOREAN + "똠방각하", "cp949", "cp949"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gb2312", "gb18030"),
        (KOREAN, "utf-16", "utf-16"),
        ("He said “no one crosses” — at the café.", "cp1252", "cp1252"),
        (KOREAN, "utf-8", "utf-8"),
    ],
)
@pytest.mark.parametrize("times", [1, 40])
def test_encodings_are_told_apart_and_noted(tmp_path, text, encoding, expected, times):
    notes = []
    path = write(tmp_path / "a.txt", (text * times).encode(encoding))
    [report] = read_reports(path, on_note=notes.append)
    assert report.text == text * times
    assert report.encoding == expected
    assert notes == ([] if expected == "utf-8" else [f"{path}: read as {expected}"])


def test_utf_7_and_made_up_charsets_of_a_page_are_not_honoured():
    for charset in ("utf-7", "rot13", "unicode_escape", "no-such"):
        text, encoding = decode("+ADw-script+AD4-".encode("ascii"), "x", charset)
        assert text == "+ADw-script+AD4-"
        assert encoding == "utf-8"


# --- web pages


@pytest.mark.parametrize(("charset", "codec"), [("utf-8", "utf-8"), ("euc-kr", "cp949"), ("ks_c_5601-1987", "cp949")])
def test_a_web_page_gives_its_main_text_and_its_metadata(tmp_path, charset, codec):
    page = PAGE.format(charset=charset, title="혜산서 병사 탈영", text=KOREAN)
    [report] = read_reports(write(tmp_path / "p.html", page.encode(codec)))
    assert report.title == "혜산서 병사 탈영"
    assert title_of(report) == ["혜산서 병사 탈영"]
    assert (report.publisher, report.published) == ("국경신문", "2019-03-11")
    assert (report.url, report.language) == ("https://example.org/ko/1", "ko-KR")
    assert KOREAN in body_of(report)[0]
    assert "두 번째 단락" in report.text
    assert "alert" not in report.text
    assert "처음으로" not in report.text
    assert "저작권" not in report.text


def test_paragraphs_of_a_page_are_parted_and_comments_are_silent():
    page = read_page(
        "<html><body><div><p>First <b>bold</b> words.<!-- hidden --></p><p>Second<br>line.</p></div></body></html>"
    )
    assert page.text == "First bold words.\n\nSecond line."


def test_a_page_without_a_date_takes_that_of_its_structured_data():
    source = '<script type="application/ld+json">{"@graph": [{"datePublished": "2020-01-02T00:00:00Z"}]}</script>'
    assert (
        read_page(f"<html><head>{source}</head><body><p>Some text.</p></body></html>").published
        == "2020-01-02T00:00:00Z"
    )


def test_addresses_other_than_web_addresses_are_left_out():
    page = read_page(
        '<html><head><link rel="canonical" href="javascript:alert(1)"></head><body><p>Text.</p></body></html>'
    )
    assert page.url is None


@pytest.mark.parametrize("source", ["<html></html>", "<!-- x -->", "<html><body><script>1</script></body></html>"])
def test_a_page_without_text_is_empty(tmp_path, source):
    with pytest.raises(ReportError, match="empty"):
        read_reports(write(tmp_path / "p.html", source))


def test_a_deeply_nested_page_is_read():
    page = read_page("<html><body>" + "<div>" * 3000 + "<p>Deep text.</p>" + "</div>" * 3000 + "</body></html>")
    assert isinstance(page.text, str)


def test_a_declared_charset_is_found_in_both_forms():
    assert declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">') == "euc-kr"
    assert declared_charset(b"<meta charset=gb2312>") == "gb2312"
    assert declared_charset(b"<p>charset=x</p>") is None


# --- JSON lines


def test_json_lines_give_a_report_a_line(tmp_path):
    record = {
        "id": "a7",
        "text": "In Hyesan.\u2028Next.",
        "title": "T",
        "publisher": "P",
        "published": "2011-02",
        "url": "u",
        "language": "en",
    }
    path = write(
        tmp_path / "c.jsonl",
        json.dumps(record, ensure_ascii=False) + "\n\n" + '{"text": "Second.", "id": 5}\n{"text": "Third."}',
    )
    first, second, third = read_reports(path)
    assert (first.id, first.text, first.published, first.title) == ("a7", "In Hyesan.\u2028Next.", "2011-02", "T")
    assert (second.id, third.id) == ("5", "c-4")
    assert body_of(first) == [first.text]


def test_bad_lines_are_told_and_the_others_read(tmp_path):
    lines = [
        b'{"text": "Good."}',
        b'{"text": "open',
        b"[1]",
        b'{"text": ""}',
        b'{"text": "\xff"}',
        b'{"text": "a\\ud800"}',
        b'{"text": "Fine."}',
    ]
    path = write(tmp_path / "c.jsonl", b"\n".join(lines))
    problems = []
    reports = read_reports(path, on_problem=problems.append)
    assert [report.text for report in reports] == ["Good.", "Fine."]
    assert [problem.split(" ")[0] for problem in problems] == [
        f"{path}:2:10",
        f"{path}:3:1",
        f"{path}:4:1",
        f"{path}:5:11",
        f"{path}:6:1",
    ]
    with pytest.raises(ReportError, match=":2:10 not JSON"):
        read_reports(path)


def test_json_lines_are_read_one_by_one(tmp_path):
    path = write(tmp_path / "c.jsonl", '{"text": "Good."}\nbroken')
    reports = iter_reports(path)
    assert next(reports).text == "Good."
    with pytest.raises(ReportError, match="2:1"):
        next(reports)


# --- folders, standard input, faults


def test_a_folder_is_read_through_in_order(tmp_path):
    write(tmp_path / "b.txt", "B text")
    write(tmp_path / "a" / "z.md" if (tmp_path / "a").mkdir() is None else "", "Z text")
    for skipped in ("README.md", ".hidden.txt", "data.csv", "picture.png"):
        write(tmp_path / skipped, "skip me")
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".git" / "x.txt", "skip me too")
    assert [report.id for report in read_reports(tmp_path)] == ["z", "b"]


def test_in_a_folder_a_bad_file_does_not_stop_the_others(tmp_path):
    write(tmp_path / "a.txt", "")
    write(tmp_path / "b.txt", b"\0\1\2\3")
    write(tmp_path / "c.txt", "Good text")
    problems = []
    assert [report.id for report in read_reports(tmp_path, on_problem=problems.append)] == ["c"]
    assert len(problems) == 2
    assert problems[0].startswith(f"{tmp_path / 'a.txt'}: empty")
    assert "binary" in problems[1]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.md", b"---\ntitle: x\n---\n\n", "empty"),
        ("a.txt", b"ab\0cd", "binary"),
        ("a.txt", b"%PDF-1.4 ...", "a PDF"),
        ("a.txt", bytes(range(1, 32)) * 10, "binary"),
        ("a.txt", b"\xff\xfe\x00", "UTF-16"),
        ("a.txt", b"\x81\x20\x81\x8d" * 20, "not UTF-8"),
        ("a.docx", b"x", "not a kind of report"),
        ("a.jsonl", b"\n\n", "empty"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, name, content, said):
    path = write(tmp_path / name, content)
    with pytest.raises(ReportError, match=said) as caught:
        read_reports(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert ";" in message  # what was wrong; what would be right
    assert "\n" not in message


def test_a_missing_file_and_an_empty_folder(tmp_path):
    with pytest.raises(ReportError, match="no such file"):
        read_reports(tmp_path / "nowhere.txt")
    with pytest.raises(ReportError, match="no report in this folder"):
        read_reports(tmp_path)


def test_a_report_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "max_report_bytes", 10)
    with pytest.raises(ReportError, match="larger than 10 bytes"):
        read_reports(write(tmp_path / "a.txt", "x" * 11))
    assert read_reports(write(tmp_path / "b.txt", "x" * 10))


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_folder_without_permission_is_told(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        with pytest.raises(ReportError, match="permissions"):
            read_reports(closed)
    finally:
        closed.chmod(0o700)


def test_standard_input_is_text(monkeypatch):
    class Stdin:
        buffer = io.BytesIO(b"In Musan County.\r\n")

    monkeypatch.setattr(sys, "stdin", Stdin)
    [report] = read_reports("-")
    assert (report.id, report.text) == ("stdin", "In Musan County.\r\n")


def test_importing_the_room_loads_nothing_heavy():
    code = (
        "import sys, borderatlas.reports.read; "
        "print([m for m in ('lxml', 'readability', 'yaml', 'charset_normalizer', 'pandas', 'geopandas', 'dateutil') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_example_report_is_read_with_an_exact_title():
    from borderatlas.layers.datasets import data_path

    problems = []
    reports = read_reports(data_path("reports"), on_problem=problems.append, on_note=problems.append)
    assert problems == []
    assert len(reports) > 100
    for report in reports:
        assert title_of(report) == [report.title]
        assert report.published
        assert report.language in {"en", "ko", "zh"}


# --- corpora with columns


CSV = (
    "id,title,publisher,published,url,language,Body\r\n"
    'a1,"A boat, seized",Post,2019-03-11,https://example.org/1,en,"Guards at Hyesan said ""no"".\nNext line."\r\n'
    "a2,,,not a day,,,Onsong county was quiet.\r\n"
    "a3,,,,,,\r\n"
    "a4,only,three\r\n"
    "a5,,,,,ko,혜산시에서 총격이 있었다.\r\n"
)


def test_a_csv_corpus_gives_a_report_a_row_and_tells_of_the_others(tmp_path):
    path = write(tmp_path / "c.csv", "\ufeff" + CSV)
    problems = []
    first, second, fifth = read_reports(path, on_problem=problems.append)
    assert first.text == 'Guards at Hyesan said "no".\nNext line.'
    assert (first.id, first.title, first.publisher) == ("a1", "A boat, seized", "Post")
    assert (first.published, first.url, first.language) == ("2019-03-11", "https://example.org/1", "en")
    assert body_of(first) == [first.text]
    assert (second.id, second.published) == ("a2", None)
    assert (fifth.id, fifth.language) == ("a5", "ko")
    assert [problem.split(" ")[0] for problem in problems] == [f"{path}:4", f"{path}:5", f"{path}:6"]
    assert "no date" in problems[0]
    assert "no text" in problems[1]
    assert "3 fields under 7 columns" in problems[2]


def test_without_anyone_to_tell_a_bad_row_is_raised(tmp_path):
    rows = iter_reports(write(tmp_path / "c.csv", "text\nGood one.\n\xa0,x\n"))
    assert next(rows).text == "Good one."
    with pytest.raises(ReportError, match=r"c\.csv:3 2 fields under 1 columns"):
        next(rows)


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16"])
def test_csv_in_other_encodings_and_with_other_delimiters(tmp_path, delimiter, encoding):
    lines = [delimiter.join(("id", "본문")), *(delimiter.join((f"n{i}", KOREAN)) for i in range(30))]
    reports = read_reports(write(tmp_path / "c.csv", "\n".join(lines).encode(encoding)))
    assert [report.id for report in reports] == [f"n{i}" for i in range(30)]
    assert {report.text for report in reports} == {KOREAN}


def test_a_row_in_another_encoding_costs_that_row(tmp_path):
    rows = ["id,text", *(f"{i},혜산시에서 총격이 있었다." for i in range(20))]
    data = "\n".join(rows).encode().replace("7,혜산시".encode(), "7,혜산시".encode("cp949"), 1)
    problems = []
    reports = read_reports(write(tmp_path / "c.csv", data), on_problem=problems.append)
    assert len(reports) == 19
    assert [problem.split(" ")[0] for problem in problems] == [f"{tmp_path / 'c.csv'}:9"]


def test_a_quote_that_is_never_closed_is_told_with_its_line(tmp_path):
    path = write(tmp_path / "c.csv", 'text\nGood one.\n"open and\nopen\n')
    problems = []
    assert [report.text for report in read_reports(path, on_problem=problems.append)] == ["Good one."]
    assert problems[0].startswith(f"{path}:3 not CSV")


def test_the_text_column_is_found_by_name_or_named(tmp_path):
    path = write(tmp_path / "c.csv", "id,summary,Content\n1,In Musan.,In Hyesan.\n")
    assert read_reports(path)[0].text == "In Hyesan."
    assert read_reports(path, text_column="summary")[0].text == "In Musan."
    with pytest.raises(ReportError, match=r"c.csv:1 no column 'story'; the columns are id, summary, Content"):
        read_reports(path, text_column="story")
    other = write(tmp_path / "d.csv", "id,words\n1,In Musan.\n")
    with pytest.raises(ReportError, match=r"d.csv:1 no text column among id, words; name it with --text-column"):
        read_reports(other)
    lines = write(tmp_path / "e.jsonl", '{"story": "In Musan.", "words": "In Hyesan."}')
    assert read_reports(lines)[0].text == "In Musan."
    assert read_reports(lines, text_column="words")[0].text == "In Hyesan."


@pytest.mark.parametrize("content", ["", "\n", "id,text\n", ",,\n"])
def test_an_empty_csv_is_told(tmp_path, content):
    with pytest.raises(ReportError, match="empty"):
        read_reports(write(tmp_path / "c.csv", content))


def test_a_corpus_is_told_from_a_table(tmp_path):
    for number, (header, expected) in enumerate(
        [
            ("id,text", True), ("ID;Text", True), ("본문", True), ("id,quote,latitude,longitude", False),
            ("report,start,end,text,place_id,lat,lon", False), ("place_name,text", False), ("id,words", False), ("", False),
        ]
    ):  # fmt: skip
        assert is_corpus(write(tmp_path / f"{number}.csv", f"{header}\n1\n")) is expected, header
    assert not is_corpus(write(tmp_path / "x.jsonl", '{"text": "x"}'))
    assert not is_corpus(tmp_path / "missing.csv")
    assert not is_corpus(write(tmp_path / "y.csv", b"\0\1\2"))


def test_in_a_folder_corpora_are_read_and_tables_left(tmp_path):
    write(tmp_path / "a.csv", "id,text\nr1,In Hyesan.\n")
    write(tmp_path / "b.csv", "id,latitude,longitude,text\n1,41,128,In Hyesan.\n")
    write(tmp_path / "c.txt", "In Musan.")
    assert [report.id for report in read_reports(tmp_path)] == ["r1", "c"]


def test_a_map_is_drawn_from_a_csv_of_texts(tmp_path):
    from borderatlas.atlas import gather_incidents

    texts = write(
        tmp_path / "a.csv", "id,text,published\nr1,A guard was shot dead near Hyesan on March 3.,2012-03-05\n"
    )
    table = write(tmp_path / "b.csv", "id,title,latitude,longitude\nt1,Table row,41.4,128.18\n")
    found = gather_incidents([str(texts), str(table)])
    assert set(found["report"].dropna()) >= {"r1"}
    assert "t1" in set(found["id"])


@pytest.fixture
def parquet_file(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    def make(name="c.parquet", **columns):
        parquet.write_table(pyarrow.table(columns), tmp_path / name)
        return tmp_path / name

    return make


def test_a_parquet_corpus_gives_a_report_a_row(parquet_file):
    path = parquet_file(
        id=[7, 8, 9, 10], body=["In Hyesan.", None, "", "In Onsong county."], title=["One", None, None, None],
        published=[date(2019, 3, 11), None, None, date(2020, 1, 2)], language=["en", None, None, "en"], other=[1.5, 2, 3, 4],
    )  # fmt: skip
    problems = []
    first, last = read_reports(path, on_problem=problems.append)
    assert (first.id, first.text, first.title, first.published) == ("7", "In Hyesan.", "One", "2019-03-11")
    assert (last.id, last.published) == ("10", "2020-01-02")
    assert [problem.split(" ")[0] for problem in problems] == [f"{path}:2", f"{path}:3"]
    assert is_corpus(path)


def test_parquet_without_a_text_column_or_with_one_of_numbers(parquet_file):
    path = parquet_file(id=[1], words=["In Hyesan."], text=[3])
    with pytest.raises(ReportError, match="column 'text' holds int64, not text"):
        read_reports(path)
    assert read_reports(path, text_column="words")[0].text == "In Hyesan."
    with pytest.raises(ReportError, match="no text column among id"):
        read_reports(parquet_file("d.parquet", id=[1]))


def test_a_table_in_parquet_is_no_corpus_and_a_broken_file_is_told(parquet_file, tmp_path):
    assert not is_corpus(parquet_file(text=["Hyesan"], lat=[41.4], lon=[128.2]))
    broken = write(tmp_path / "b.parquet", b"PAR1 nothing")
    with pytest.raises(ReportError, match=r"b\.parquet: no Parquet file"):
        read_reports(broken)


def test_without_pyarrow_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    path = write(tmp_path / "c.parquet", b"PAR1")
    with pytest.raises(ReportError, match=r"pip install 'borderatlas\[parquet\]'"):
        read_reports(path)
    assert is_corpus(path)


# --- languages that are not known


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("a.txt", "Пограничники задержали мужчину на реке Туманган недалеко от Хасана.", "und"),
        ("b.txt", "国境警備隊が鴨緑江で男を拘束したと伝えられている。", "und"),
        ("c.md", "---\nlanguage: fr\n---\nDes gardes ont tiré près de Hyesan.", "fr"),
        ("d.txt", "Les gardes ont tiré sur deux hommes qui passaient le fleuve gelé vers la rive chinoise, selon une source. " * 6, "und"),
    ],
)  # fmt: skip
def test_an_unknown_language_is_said_and_read(tmp_path, name, text, language):
    notes = []
    path = write(tmp_path / name, text)
    [report] = read_reports(path, on_note=notes.append)
    assert report.language == language
    assert notes == [
        f"{path}: unknown language ({language}); English, Korean and Chinese are read, searched all the same"
    ]


def test_an_unknown_language_is_said_once_a_corpus(tmp_path):
    notes = []
    path = write(tmp_path / "c.csv", "id,text,language\n" + "".join(f"{i},Guards near Hyesan,ja\n" for i in range(9)))
    assert len(read_reports(path, on_note=notes.append)) == 9
    assert len(notes) == 1


def test_korean_that_is_decomposed_is_korean():
    assert guess_language(unicodedata.normalize("NFD", KOREAN)) == "ko"


# --- the texts that offsets refer to


def test_texts_are_written_as_read(tmp_path):
    page = PAGE.format(charset="utf-8", title="혜산서 병사 탈영", text=KOREAN)
    sources = [write(tmp_path / "p.html", page), write(tmp_path / "w.txt", "In Hyesan.\r\n\r\nNext.\n")]
    reports = read_reports(*sources)
    paths = write_texts(reports, tmp_path / "texts")
    assert [path.name for path in paths] == ["p.txt", "w.txt"]
    assert [path.read_bytes().decode("utf-8") for path in paths] == [report.text for report in reports]
    assert write_texts(reports, tmp_path / "texts") == paths


def test_texts_replace_nothing_unasked(tmp_path):
    [report] = read_reports(write(tmp_path / "a.txt", "In Hyesan."))
    other = write(tmp_path / "out.txt", "")
    with pytest.raises(OutputError, match="no folder"):
        write_texts([report], other)
    (tmp_path / "texts").mkdir()
    write(tmp_path / "texts" / "a.txt", "Something else")
    with pytest.raises(OutputError, match="--overwrite"):
        write_texts([report], tmp_path / "texts")
    write_texts([report], tmp_path / "texts", overwrite=True)
    assert (tmp_path / "texts" / "a.txt").read_text() == "In Hyesan."
    with pytest.raises(OutputError, match="two reports have the id 'a'"):
        write_texts([report, report], tmp_path / "more")
    assert not (tmp_path / "more").exists()


@pytest.mark.parametrize(
    "name", ["https://example.org/a?b=1", "../up", "..", ".hidden", "a/b\\c:d", "혜산 1", "x" * 900, "a\0b\n"]
)
def test_any_id_becomes_a_file_in_the_folder(tmp_path, name):
    from borderatlas.reports.read import read_texts

    [path] = write_texts(read_texts([(name, "In Hyesan.")]), tmp_path / "texts")
    assert path.parent == tmp_path / "texts"
    assert path.read_text() == "In Hyesan."
    assert not path.name.startswith(".")


# --- what the command says of bad input


def command(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "borderatlas", "geocode", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "said", "mentions"),
    [
        ("empty.txt", "", "empty.txt: empty;", 0),
        ("a.jsonl", '{"text": "In Hyesan."}\n{"text": \n{"text": "In Musan County."}\n', "a.jsonl:2:", 2),
        ("a.csv", "id,text\n1,In Hyesan.\n2,\n3,In Musan County.\n", "a.csv:3 no text", 2),
        ("b.csv", "id,words\n1,In Hyesan.\n", "b.csv:1 no text column among id, words", 0),
        ("a.md", '---\ntitle: "open\n---\nIn Hyesan.\n', "a.md:3:1 front matter is no YAML", 1),
        ("a.parquet", "PAR1", "a.parquet: no Parquet file", 0),
        ("a.pdf", "%PDF", "a.pdf: not a kind of report", 0),
    ],
)  # fmt: skip
def test_bad_input_is_one_line_and_status_1_and_the_rest_is_geocoded(tmp_path, name, content, said, mentions):
    done = command(write(tmp_path / name, content))
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == mentions
    [line] = done.stderr.splitlines()
    assert said in line
    assert line.startswith(str(tmp_path))
    assert "Traceback" not in done.stderr


def test_an_unknown_language_is_no_problem(tmp_path):
    done = command(write(tmp_path / "a.md", "---\nlanguage: fr\n---\nDes gardes ont tiré près de Hyesan.\n"))
    assert done.returncode == 0
    assert [json.loads(line)["place_id"] for line in done.stdout.splitlines()] == ["kp.ryanggang.hyesan"]
    assert "unknown language (fr)" in done.stderr


def test_offsets_of_a_page_refer_to_the_text_that_is_written(tmp_path):
    page = PAGE.format(charset="utf-8", title="혜산서 병사 탈영", text=KOREAN)
    done = command(write(tmp_path / "p.html", page), "--texts", tmp_path / "texts", "-o", tmp_path / "out.jsonl")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "texts" / "p.txt").read_bytes().decode("utf-8")
    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert found
    assert [text[x["start"] : x["end"]] for x in found] == [x["text"] for x in found]


def test_a_named_text_column_on_the_command_line(tmp_path):
    path = write(tmp_path / "c.csv", "id,words\nr1,In Hyesan.\n")
    [line] = command(path, "--text-column", "words").stdout.splitlines()
    assert (json.loads(line)["report"], json.loads(line)["start"]) == ("r1", 3)
