"""Every notebook runs from top to bottom, is committed without outputs, and saves the page that the commands make."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def test_there_is_a_notebook():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_no_outputs_are_committed(path):
    for cell in nbformat.read(path, as_version=4).cells:
        assert not cell.get("outputs"), cell.source
        assert cell.get("execution_count") is None


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_the_notebook_runs(path, tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "maps").mkdir()
    (tmp_path / "data").symlink_to(ROOT / "data")
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path / "notebooks")}})
    client.execute()
    shown = [o for c in notebook.cells for o in c.get("outputs", ()) if "text/html" in o.get("data", {})]
    assert shown, "the map and the tables show themselves"
    saved = list((tmp_path / "maps").glob("*.html"))
    assert saved
    assert all(page.stat().st_size > 100_000 for page in saved)
