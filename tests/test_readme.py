"""The README says what is true: its Python runs, its commands exist, its counts are those of the data."""

import doctest
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run

import borderatlas
from borderatlas import holdings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_python_runs_as_printed(tmp_path):
    shutil.copytree(ROOT / "data" / "reports", tmp_path / "data" / "reports")
    (script,) = blocks("python")
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True, timeout=120)
    assert (tmp_path / "maps" / "atlas.html").stat().st_size > 200_000


def test_what_python_answers_is_as_printed():
    (session,) = blocks("pycon")
    told = doctest.DocTestParser().get_doctest(session, {"ba": borderatlas}, "README", "README.md", 0)
    assert len(told.examples) == 4
    heard = []
    done = doctest.DocTestRunner().run(told, out=heard.append)
    assert done.failed == 0, "".join(heard)


@pytest.mark.slow
def test_the_commands_run_as_printed(tmp_path):
    (tmp_path / "my-reports").mkdir()
    for report in sorted((ROOT / "data" / "reports").glob("2*.md"))[:3]:
        shutil.copy(report, tmp_path / "my-reports")
    (tmp_path / "report.txt").write_text("Guards shot at a smuggler near Hyesan on 12 May 2019.", encoding="utf-8")
    targets = (ROOT / "Makefile").read_text()
    for line in (line for block in blocks("sh") for line in block.splitlines()):
        name, *words = shlex.split(line, comments=True)
        if name == "make":
            assert f"\n{words[0]}:" in targets
        else:
            assert name == ".venv/bin/borderatlas"
            done = run(*words, cwd=tmp_path)
            assert done.returncode == 0, f"{line}: {done.stderr}"


def test_what_make_sets_up_runs_every_command_of_it():
    """Figures need their extra."""
    assert "--editable '.[figure]'" in (ROOT / "Makefile").read_text()


def test_the_counts_are_those_of_the_data():
    said = re.search(r"<!-- counts: borderatlas data info -->\n(.*?)<!-- /counts -->", README, re.DOTALL)[1]
    assert said.strip() == "\n".join(f"- {line}" for line in holdings.counts())


def test_linked_files_are_there():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
