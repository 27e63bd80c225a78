"""The account of a reading: what an analyst finds in ``borderatlas geocode --explain``."""

import re

import pytest
from commands import run

from borderatlas.gazetteer.explaining import explain, explain_all
from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.matching import WEIGHTS
from borderatlas.reports.read import read_texts

TEXT = (
    "SEOUL -- Two guards were shot near Hyesan, a source in Yanggang province said.\n\n"
    "They crossed the Tumen at Onsong county, North Hamgyong, 30 km downstream of Hoeryong. "
    "A bridge between Dandong and Sinuiju was closed. Men of Dosori village in Musan County fled. Kim Jong Suk spoke."
)


def blocks_of(text):
    """Cut an account into its mentions: (first line, label → text of its rows)."""
    account = explain(*read_texts([("one", text)]))
    blocks = {}
    for block in account.strip().split("\n\n")[1:]:
        head, *rows = block.splitlines()
        label = ""
        found = blocks.setdefault(re.sub(r"^\d+-\d+  | -> .*", "", head), {"head": head})
        for row in rows:
            label = row[2:13].strip() or label
            found[label] = f"{found.get(label, '')}\n{row[13:]}".strip()
    return blocks


@pytest.fixture(scope="module")
def blocks():
    return blocks_of(TEXT)


def test_every_mention_is_accounted_for_with_its_span_in_its_sentence(blocks):
    [report] = read_texts([("one", TEXT)])
    heads = [block["head"] for block in blocks.values()]
    for p in geocode(report):
        assert any(head.startswith(f"{p.start}-{p.end}  {p.text} -> ") for head in heads)
    assert blocks["Hoeryong"]["sentence"].endswith("30 km downstream of [Hoeryong].")
    assert blocks["Hyesan"]["head"].endswith("Hyesan (city, Ryanggang, KP) kp.ryanggang.hyesan")


def test_candidates_have_their_scores_and_the_weights_add_up(blocks):
    first, *others = blocks["Tumen"]["candidates"].splitlines()
    assert "river.tumen" in first
    assert any("cn.jilin.tumen:" in other for other in others)
    score, reasons = float(first.split()[0]), re.findall(r"([a-z-]+) ([+-][\d.]+)(?=[,;]|$)", first)
    assert "river-cue" in dict(reasons)
    assert all(WEIGHTS[reason] == float(weight) for reason, weight in reasons)
    assert score == pytest.approx(sum(float(weight) for _, weight in reasons), abs=0.06)


def test_what_contains_a_place_and_what_rule_decided(blocks):
    assert "kp.north-hamgyong" in blocks["Onsong county"]["beside it"]
    assert blocks["Onsong county"]["rule"].startswith("containment; certain")
    assert "county" in blocks["Onsong county"]["type word"]
    assert "river" in blocks["Tumen"]["beside it"]


def test_roles_come_with_the_words_that_gave_them(blocks):
    assert blocks["Yanggang province"]["role"].startswith("source: by the words “source in […]")
    assert blocks["SEOUL"]["role"].startswith("dateline: by the words “[…] -")
    assert blocks["Hyesan"]["role"].startswith("incident: no words")


def test_relations_come_with_their_ground(blocks):
    assert "30 km" in blocks["Hoeryong"]["relation"]
    assert "“30 km downstream of […]”" in blocks["Hoeryong"]["relation"]
    assert blocks["Hoeryong"]["ground"].startswith("river_reach about ")
    assert "near […]" in blocks["Hyesan"]["relation"]
    assert "Sinuiju (kp.north-pyongan.sinuiju)" in blocks["Dandong"]["relation"]


def test_what_is_in_no_gazetteer_and_what_is_left_out_is_said(blocks):
    dosori = next(block for key, block in blocks.items() if key.startswith("Dosori"))
    assert dosori["candidates"].startswith("none")
    assert "Musan" in dosori["relation"]
    assert "left out" in blocks["Kim Jong Suk"]["head"]
    assert "barred" in blocks["Kim Jong Suk"]["candidates"]
    assert "needs a type word" in blocks["Kim Jong Suk"]["candidates"]


def test_a_report_without_places_and_one_with_control_characters():
    reports = read_texts([("none", "Nothing happened."), ("odd", "In Hyesan\x1b[31m and \u202eOnsong\x07 county.")])
    nothing, odd = explain_all(reports)
    assert "no place is named" in nothing
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", odd)


@pytest.mark.parametrize(
    "text", ["량강도 소식통은 혜산시 맞은편에서 총격이 있었다고 전했다.", "丹东市一名消息人士说，图们江下游有人越境。"]
)
def test_korean_and_chinese_are_explained(text):
    shown = blocks_of(text)
    assert len(shown) >= 2
    assert any("[…]" in block.get("role", "") + block.get("relation", "") for block in shown.values())


def test_the_command_prints_the_account(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = run("geocode", path, "--explain")
    assert done.returncode == 0
    [report] = read_texts([("one", TEXT)])
    assert done.stdout.partition("\n")[2] == explain(report).partition("\n")[2]
    assert done.stderr == ""
