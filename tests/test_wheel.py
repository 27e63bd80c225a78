"""What the wheel carries: the package, its assets and its data, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_package_and_its_data(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {
        path.relative_to(ROOT / "data").as_posix()
        for folder in ("gazetteer", "rivers", "reports")
        for path in (ROOT / "data" / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert {f"borderatlas/_data/{name}" for name in data | {"datapackage.json"}} <= names
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "borderatlas").rglob("*.py")}
    assert code <= names
    assert "borderatlas/py.typed" in names
    assert any(name.startswith("borderatlas/render/assets/js/") for name in names)


def test_the_wheel_holds_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        assert {top.split("-")[0] for top in tops} == {"borderatlas"}
        assert not [n for n in archive.namelist() if "__pycache__" in n or n.endswith((".pyc", ".part", ".zip"))]
        assert sum(item.file_size for item in archive.infolist()) < 8_000_000


def test_the_wheel_is_small(wheel):
    assert wheel.stat().st_size < 6_000_000


@pytest.mark.slow
def test_the_sdist_builds_the_same_wheel(wheel, tmp_path):
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)  # the sdist, and from it the wheel
    assert next(tmp_path.glob("*.whl")).read_bytes() == wheel.read_bytes()


def test_the_wheel_finds_its_data_away_from_the_checkout(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from borderatlas.layers.datasets import data_root; print(data_root())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == tmp_path / "borderatlas" / "_data"


def test_no_copy_of_the_data_lies_in_the_package():
    assert not (ROOT / "borderatlas" / "_data").exists()
