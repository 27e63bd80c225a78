"""Every package that the program imports is declared, with an oldest version that `make oldest` can install."""

import ast
import re
import sys
from pathlib import Path

import pytest
from oldest import PROJECT, floors

PACKAGE = PROJECT.parent / "borderatlas"
NAMED_OTHERWISE = {
    "dateutil": "python-dateutil",
    "readability": "readability-lxml",
    "xstatic": "XStatic-Leaflet",
    "yaml": "pyyaml",
}
OF_DEVELOPERS = PACKAGE / "rebuild"
BROUGHT = {"dask_geopandas", "IPython", "jinja2"}
"""What is used where it happens to be: in a Dask frame of geometries, in a notebook, under folium."""


def imported():
    for path in PACKAGE.rglob("*.py"):
        if OF_DEVELOPERS not in path.parents:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    yield from (alias.name.partition(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    yield node.module.partition(".")[0]


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_imported_is_declared():
    theirs = set(imported()) - sys.stdlib_module_names - {"borderatlas"} - BROUGHT
    declared = {plain(name) for name in floors()}
    assert {name for name in theirs if plain(NAMED_OTHERWISE.get(name, name)) not in declared} == set()


def test_every_floor_is_a_version():
    assert all(re.fullmatch(r"\d+(\.\d+)*", version) for version in floors().values())


def test_a_package_without_a_floor_is_refused(tmp_path, monkeypatch):
    project = Path(tmp_path, "pyproject.toml")
    project.write_text('[project]\ndependencies = ["pandas"]\n[project.optional-dependencies]\n', encoding="utf-8")
    monkeypatch.setattr("oldest.PROJECT", project)
    monkeypatch.setattr("oldest.EXTRAS", ())
    with pytest.raises(ValueError, match="names no oldest version"):
        floors()
