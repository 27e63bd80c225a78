"""Every notebook runs from top to bottom without a network, is committed without outputs, and saves its map."""

from functools import cache
from pathlib import Path

import nbformat
import offline
import pytest
from commands import started
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
STORIES = {"first_map", "reviewed_table", "river_profile", "own_ground", "corpus_with_dask"}


def read(path):
    return nbformat.read(path, as_version=4)


def desk_in(folder):
    """Lay out the notebooks' neighbours, for what they read and save."""
    (folder / "notebooks").mkdir()
    (folder / "maps").mkdir()
    (folder / "data").symlink_to(ROOT / "data")
    return folder


def run(notebook, desk):
    """Run a notebook's cells at a desk, in a kernel without a network."""
    env = offline.environment(desk) | {"PYTHONWARNINGS": "error::FutureWarning"}
    folder = {"metadata": {"path": str(desk / "notebooks")}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources=folder).execute(env=env)
    return notebook


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Give a function that runs a story once: the notebook as it then is, and the desk it ran at."""

    @cache
    def tell(story):
        desk = desk_in(tmp_path_factory.mktemp(story))
        return run(read(ROOT / "notebooks" / f"{story}.ipynb"), desk), desk

    return tell


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
@pytest.mark.parametrize("story", sorted(STORIES))
def test_the_notebook_runs(story, told):
    notebook, desk = told(story)
    shown = outputs(notebook)
    assert any("<iframe" in output.get("data", {}).get("text/html", "") for output in shown), "the map shows itself"
    said = [output["text"] for output in shown if output.output_type == "stream" and output.name == "stderr"]
    assert not [text for text in said if "Warning" in text]
    saved = list((desk / "maps").glob("*.html"))
    assert saved
    assert all(page.stat().st_size > 100_000 for page in saved)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_first_map_is_the_command_lines_to_the_byte(told):
    _, desk = told("first_map")
    title = "Reports from the China–North Korea border"
    done = started("render", "data/reports", "-o", "command.html", "--title", title, cwd=desk)
    assert done.returncode == 0, done.stderr
    assert (desk / "maps" / "first_map.html").read_bytes() == (desk / "command.html").read_bytes()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_figure_of_the_third_story_is_the_command_lines_to_the_byte(told):
    _, desk = told("river_profile")
    title = "Incidents along the Yalu and the Tumen"
    done = started("figure", "data/reports", "-o", "command.svg", "--kind", "profile", "--title", title, cwd=desk)
    assert done.returncode == 0, done.stderr
    assert (desk / "maps" / "profile.svg").read_bytes() == (desk / "command.svg").read_bytes()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_reviewed_table_gives_the_page_that_the_command_line_gives(tmp_path):
    """The second story asks for colours by a column, which only Python can; without, its page is the command's."""
    notebook, desk = read(ROOT / "notebooks" / "reviewed_table.ipynb"), desk_in(tmp_path)
    plain = 'ba.render_map(incidents, title="Reviewed").save("../plain.html")\nPath("../mine.csv").write_bytes(table.read_bytes())'
    notebook.cells.append(nbformat.v4.new_code_cell(plain))
    run(notebook, desk)
    done = started("render", "mine.csv", "-o", "command.html", "--title", "Reviewed", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert (desk / "plain.html").read_bytes() == (desk / "command.html").read_bytes()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_edits_of_the_second_story_are_kept(told):
    cells = told("reviewed_table")[0].cells
    (said,) = [cell.outputs[-1].data["text/plain"] for cell in cells if "same.all" in cell.source]
    kept, more = said.strip("()").split(", ")
    assert "True" in kept
    assert int(more) > 0


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_dask_gives_what_pandas_gives_in_the_last_story(told):
    cells = told("corpus_with_dask")[0].cells
    (said,) = [cell.outputs[-1].data["text/plain"] for cell in cells if ".equals(" in cell.source]
    assert said.endswith("True)")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_network_is_cut(tmp_path):
    code = "import socket\nsocket.create_connection(('example.org', 80), timeout=2)"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    with pytest.raises(Exception, match="the network is cut"):
        run(notebook, desk_in(tmp_path))
