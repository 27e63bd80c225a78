"""The documentation says what is true: it builds strictly, its code runs as printed, its commands are those of --help."""

import contextlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from commands import run
from markdown_it import MarkdownIt

import borderatlas
from borderatlas import settings
from borderatlas.incidents.vocabulary import PRECISIONS
from borderatlas.render.inline import CAP_BYTES

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs" / "pages").glob("*.md"))
WRITTEN = [page for page in PAGES if page.stem not in {"commands", "columns"}]  # the others are printed by commands
TOPS = [ROOT, *(p for room in ("borderatlas", "data") for p in [ROOT / room, *(ROOT / room).rglob("*")] if p.is_dir())]
OF_A_USER = {"incidents.csv", "rejects.jsonl"}  # what commands write
FOREIGN = ROOT / "tests" / "tables" / "foreign"


def blocks(page, *languages):
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [t.content for t in tokens if t.type == "fence" and t.info in languages]


@pytest.fixture
def desk(tmp_path):
    """A folder such as the pages speak of: reports, data, a table, polygons and a dump of one's own."""
    shutil.copytree(ROOT / "data" / "reports", tmp_path / "data" / "reports")
    (tmp_path / "reports").mkdir()
    for report in sorted((ROOT / "data" / "reports").glob("2*.md"))[:3]:
        shutil.copy(report, tmp_path / "reports")
    shutil.copy(ROOT / "data" / "gazetteer" / "counties.geojson", tmp_path / "my-counties.geojson")
    borderatlas.draft_incidents(borderatlas.read_reports(tmp_path / "reports")).pipe(
        borderatlas.write_incidents, tmp_path / "incidents.csv"
    )
    for name, kind in (("acled", "acled"), ("ged", "ucdp")):
        shutil.copy(FOREIGN / f"{kind}.csv", tmp_path / f"{name}.csv")
    (tmp_path / "notes.csv").write_text("place,date,what\nHyesan,12 March 2019,smuggling\n", encoding="utf-8")
    (tmp_path / "list.csv").write_text("Wo,Wann\nSinuiju,2019-03-12\n", encoding="utf-8")
    row = [
        "1",
        "Onuntown",
        "Onuntown",
        "",
        "41.40",
        "128.20",
        "P",
        "PPL",
        "KP",
        "",
        "13",
        "",
        "",
        "",
        "0",
        "",
        "",
        "Asia/Pyongyang",
        "2020-01-01",
    ]
    (tmp_path / "my-dump.tsv").write_text("\t".join(row) + "\n")
    return tmp_path


def test_the_site_builds_without_a_warning(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", ROOT / "docs" / "mkdocs.yml", "-d", tmp_path],
        capture_output=True, check=False, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    built = {page.stem for page in tmp_path.glob("*.html")}
    assert built >= {page.stem for page in PAGES}
    api = (tmp_path / "api.html").read_text(encoding="utf-8")
    assert sorted(re.findall(r'<h2 id="borderatlas\.(\w+)"', api)) == borderatlas.__all__, (
        "the public names, and no others"
    )


@pytest.mark.parametrize("name", ["commands", "columns"])
def test_the_references_are_what_the_program_tells(name):
    """Of `--help`, and of the table of columns."""
    command = [sys.executable, ROOT / "docs" / "reference.py", name]
    printed = subprocess.run(command, capture_output=True, check=True, text=True)
    assert (ROOT / "docs" / "pages" / f"{name}.md").read_text(encoding="utf-8") == printed.stdout, "run: make docs"


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in WRITTEN if blocks(p, "python")], ids=lambda p: p.stem)
def test_the_python_of_a_page_runs_as_printed(page, desk):
    with contextlib.chdir(desk):
        exec(compile("\n".join(blocks(page, "python")), page.name, "exec"), {})


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in WRITTEN if blocks(p, "sh")], ids=lambda p: p.stem)
def test_the_commands_of_a_page_run_as_printed(page, desk):
    for line in "".join(blocks(page, "sh")).splitlines():
        if line.startswith("pip install"):  # of a release; the extras are those of pyproject.toml
            extra = re.search(r"\[(\w+)\]", line)
            assert extra is None or f"\n{extra[1]} = [" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
            continue
        if line.startswith("make "):
            assert f"\n{line.split()[1]}:" in (ROOT / "Makefile").read_text()
            continue
        name, *words = shlex.split(line)
        assert name == "borderatlas"
        assert not {"|", ">", "<", "&&", ";", "*"} & set(words), "only a shell could run it"
        done = run(*words, cwd=desk)
        assert done.returncode == 0, f"{line}: {done.stderr}"


def test_every_rule_that_can_be_given_is_explained():
    """The rules of the page are those that the example reports and the relative expressions are placed by."""
    said = (ROOT / "docs" / "pages" / "resolving.md").read_text(encoding="utf-8")
    lines = (ROOT / "tests" / "corpus" / "relations.jsonl").read_text(encoding="utf-8").splitlines()
    from borderatlas.gazetteer.geocoding import geocode
    from borderatlas.models import Report, Section

    texts = [json.loads(line)["text"] for line in lines]
    reports = [Report(str(i), text, (Section("body", 0, len(text)),)) for i, text in enumerate(texts)]
    rules = {placement.rule for report in reports for placement in geocode(report)}
    assert len(rules) > 8
    assert not {rule for rule in rules if f"`{rule}`" not in said}


def test_the_precisions_are_those_of_the_vocabulary():
    """Of the page that says what each means: every word, with its codes; and the figures of what is arbitrary."""
    said = (ROOT / "docs" / "pages" / "precision.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in said.splitlines()]
    codes = {row[0].strip("`"): [cell[0] for cell in row[-2:]] for row in rows if row[0].strip("`") in PRECISIONS}
    terms = PRECISIONS.values()
    assert codes == {t.id: [str(code or "–") for code in (t.geo_precision, t.where_prec)] for t in terms}
    assert f"grown by {settings.near_m / 1000:g} km" in said
    assert said.count(f"{settings.border_strip_m / 1000:g} km") == 2


def test_the_size_of_a_page_in_a_cell_is_that_of_the_code():
    said = (ROOT / "docs" / "pages" / "notebooks.md").read_text(encoding="utf-8")
    assert f"more than {CAP_BYTES / 1e6:g} MB" in said


def test_every_file_that_a_page_names_is_there():
    """A path in code style is one from the top, or from the package; a star stands for several."""
    for page in WRITTEN:
        for name in re.findall(
            r"`([\w./*-]+\.(?:py|csv|js|json|jsonl|geojson|ipynb))`", page.read_text(encoding="utf-8")
        ):
            found = [path for top in TOPS for path in top.glob(name)]
            assert found or name in OF_A_USER, f"{page.name}: {name}"


def test_the_citation_names_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == borderatlas.__version__
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
