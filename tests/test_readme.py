"""The README says what is true: its Python runs, its commands exist, its counts are those of the data."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from commands import run

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


def test_the_commands_exist():
    lines = [line.split("#")[0].split() for block in blocks("sh") for line in block.splitlines()]
    targets = (ROOT / "Makefile").read_text()
    for words in lines:
        if words[0] == "make":
            assert f"\n{words[1]}:" in targets
        else:
            assert words[0] == ".venv/bin/borderatlas"
            assert run(words[1], "--help").returncode == 0, words


def test_the_counts_are_those_of_the_data():
    said = re.search(r"<!-- counts: borderatlas data info -->\n(.*?)<!-- /counts -->", README, re.DOTALL)[1]
    assert said.strip() == "\n".join(f"- {line}" for line in holdings.counts())


def test_linked_files_are_there():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
