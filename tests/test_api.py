"""The public surface, the direction of imports, and what a light import must not bring along."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import borderatlas as ba

PACKAGE = Path(ba.__file__).parent
# A room may import itself and any room of its set. Ground floor: errors, models, settings, files, progress.
GROUND = {"errors", "models", "settings", "files", "progress"}
ALLOWED = {
    "errors": set(),
    "models": set(),
    "settings": set(),
    "files": {"errors"},
    "progress": set(),
    "layers": GROUND,
    "reports": GROUND,
    "gazetteer": GROUND | {"layers", "reports"},
    "incidents": GROUND | {"layers", "reports", "gazetteer"},
    "render": GROUND | {"layers", "incidents"},
    "rebuild": GROUND | {"layers", "gazetteer"},
    "atlas": GROUND | {"corpus", "layers", "reports", "gazetteer", "incidents"},
    "holdings": GROUND | {"layers", "gazetteer"},
    "corpus": GROUND | {"layers", "reports", "gazetteer", "incidents"},
    "cli": GROUND | {"corpus", "layers", "reports", "gazetteer", "incidents", "render", "rebuild", "atlas", "holdings"},
}
FORBIDDEN = {
    "gazetteer": {"folium", "branca", "geopandas", "pandas", "typer", "pyproj"},
    "reports": {"folium", "geopandas", "typer", "pyproj"},
    "layers": {"folium", "typer", "geopandas"},
    "incidents": {"folium", "typer", "pyproj"},
    "render": {"typer", "pyproj"},
    "models": {"shapely", "pandas", "numpy"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path):
    part = path.relative_to(PACKAGE).parts[0]
    return part.removesuffix(".py")


def imports_of(path):
    """Every module that a file imports, wherever the statement stands, the ones for type checking apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "borderatlas":
                yield from (f"borderatlas.{alias.name}" for alias in node.names)


def test_all_is_sorted_and_every_name_loads():
    assert ba.__all__ == sorted(ba.__all__)
    assert 12 <= len(ba.__all__) <= 22
    for name in ba.__all__:
        assert getattr(ba, name).__doc__, name
    assert set(ba.__all__) <= set(dir(ba))


def test_an_unknown_name_says_which_there_are():
    with pytest.raises(AttributeError, match="render_map"):
        _ = ba.draw_map


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_only_to_the_left_or_down(path):
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return
    for name in imports_of(path):
        top, _, rest = name.partition(".")
        if top == "borderatlas" and rest:
            target = rest.split(".")[0]
            assert target in {room, "__version__"} or target in ALLOWED[room], f"{room} imports {name}"
        assert top not in FORBIDDEN.get(room, set()), f"{room} imports {name}"


def test_pyproj_has_one_importer():
    importers = {p.name for p in MODULES if any(n.split(".")[0] == "pyproj" for n in imports_of(p))}
    assert importers == {"geodesy.py"}


def test_no_module_is_called_after_its_role():
    names = {p.stem for p in MODULES}
    assert not names & {"utils", "helpers", "common", "core", "manager"}


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import borderatlas", {"pandas", "geopandas", "folium", "shapely", "typer", "rich", "numpy"}),
        ("import borderatlas.cli", {"pandas", "geopandas", "folium", "shapely", "numpy", "pyproj"}),
        ("import borderatlas.gazetteer.geocoding", {"pandas", "geopandas", "folium", "pyproj"}),
    ],
)
def test_imports_stay_light(statement, absent):
    code = f"import sys; {statement}; print(' '.join(m for m in {sorted(absent)!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("arguments", [["--help"], ["geocode", "--help"]])
def test_timed_help_starts_in_half_a_second_of_cpu(arguments):
    code = (
        "import resource, subprocess, sys;"
        "done = subprocess.run([sys.executable, '-m', 'borderatlas', *sys.argv[1:]], stdout=subprocess.DEVNULL);"
        "use = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(done.returncode, use.ru_utime + use.ru_stime)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    status, seconds = done.stdout.split()
    assert status == "0"
    assert float(seconds) < 0.5
