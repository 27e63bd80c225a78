"""The house as a reader finds it: short functions, modules of one thing, no circle of imports, targets that say what they do."""

import ast
import importlib.util
import subprocess
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "borderatlas"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400  # lines
# Longer ones, with the reason, and how long they may be.
LONGER: dict[str, int] = {
    "models.py": 480,  # the records are one contract, and two lines of three say what a field means
    "mentions.py": 430,  # one pass over a text: what one function of it may not do, the others undo
}


def functions(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(function):
    """The lines of a function's body, its docstring apart."""
    body = function.body[ast.get_docstring(function) is not None :]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_at_once(path):
    """The modules of this package that importing a module imports: those inside functions come later."""
    known = {name_of(module) for module in MODULES}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (name for alias in node.names if (name := f"{node.module}.{alias.name}") in known)
            if node.module in known:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


def test_functions_are_short():
    lengths = [body_lines(function) for path in MODULES for function in functions(path)]
    assert median(lengths) <= 12
    assert max(lengths) <= 60


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_are_one_thing(path):
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) < LONGER.get(path.name, LONGEST)
    assert source == "" or ast.get_docstring(ast.parse(source)), "a module says what it is"


def test_imports_have_no_circle():
    graph = {name_of(path): set(imported_at_once(path)) - {"borderatlas", name_of(path)} for path in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_the_circle_would_be_found():
    with pytest.raises(CycleError):
        TopologicalSorter({"a": {"b"}, "b": {"a"}}).prepare()


def test_make_alone_shows_every_target():
    said = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = next(line for line in makefile.splitlines() if line.startswith(".PHONY:")).split()[1:]
    assert [line.split()[1] for line in said.splitlines()] == phony


def test_each_exception_of_ruff_has_a_reason():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    rules = lines[lines.index("ignore = [") + 1 : lines.index("]", lines.index("ignore = ["))]
    start = lines.index("[tool.ruff.lint.per-file-ignores]") + 1
    rules += [line for line in lines[start : lines.index("", start)] if not line.startswith("#")]
    assert [rule for rule in rules if "#" not in rule] == []
    assert "extend-exclude" not in "".join(line for line in lines if "#" not in line)


def test_typed():
    assert (PACKAGE / "py.typed").exists()
    assert importlib.util.find_spec("borderatlas").origin
