"""Every notebook runs from top to bottom without a network, is committed without outputs, and saves its map."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import offline
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
STORIES = {"first_map", "reviewed_table", "river_profile", "own_ground", "corpus_with_dask"}


def read(path):
    return nbformat.read(path, as_version=4)


@pytest.fixture
def desk(tmp_path):
    """A folder with the notebooks' neighbours, for what they read and save."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "maps").mkdir()
    (tmp_path / "data").symlink_to(ROOT / "data")
    return tmp_path


@pytest.fixture
def run(desk):
    """Give a function that runs a notebook's cells at the desk, in a kernel without a network."""
    env = offline.environment(desk) | {"PYTHONWARNINGS": "error::FutureWarning"}

    def run(notebook):
        folder = {"metadata": {"path": str(desk / "notebooks")}}
        NotebookClient(notebook, timeout=300, kernel_name="python3", resources=folder).execute(env=env)
        return notebook

    return run


def outputs(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def test_the_five_stories_are_told():
    assert {path.stem for path in NOTEBOOKS} == STORIES


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_no_outputs_are_committed(path):
    for cell in read(path).cells:
        assert not cell.get("outputs"), cell.source
        assert cell.get("execution_count") is None


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_the_notebook_runs(path, run, desk):
    shown = outputs(run(read(path)))
    assert any("<iframe" in output.get("data", {}).get("text/html", "") for output in shown), "the map shows itself"
    told = [output["text"] for output in shown if output.output_type == "stream" and output.name == "stderr"]
    assert not [text for text in told if "Warning" in text]
    saved = list((desk / "maps").glob("*.html"))
    assert saved
    assert all(page.stat().st_size > 100_000 for page in saved)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_first_map_is_the_command_lines_to_the_byte(run, desk):
    run(read(ROOT / "notebooks" / "first_map.ipynb"))
    title = "Reports from the China–North Korea border"
    command = [sys.executable, "-m", "borderatlas", "render", "data/reports", "-o", "command.html", "--title", title]
    subprocess.run(command, cwd=desk, check=True, capture_output=True, env=dict(os.environ))
    assert (desk / "maps" / "first_map.html").read_bytes() == (desk / "command.html").read_bytes()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_edits_of_the_second_story_are_kept(run):
    cells = run(read(ROOT / "notebooks" / "reviewed_table.ipynb")).cells
    (said,) = [cell.outputs[-1].data["text/plain"] for cell in cells if "same.all" in cell.source]
    kept, more = said.strip("()").split(", ")
    assert "True" in kept
    assert int(more) > 0


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_dask_gives_what_pandas_gives_in_the_last_story(run):
    cells = run(read(ROOT / "notebooks" / "corpus_with_dask.ipynb")).cells
    (said,) = [cell.outputs[-1].data["text/plain"] for cell in cells if ".equals(" in cell.source]
    assert said.endswith("True)")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_network_is_cut(run):
    code = "import socket\nsocket.create_connection(('example.org', 80), timeout=2)"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    with pytest.raises(Exception, match="the network is cut"):
        run(notebook)
