"""What others rely on: public names, their signatures, and the exit status of each command.

A change shows here first. When it is meant, write `tests/api.txt` again (``python tests/test_api_snapshot.py``), say it in
the changelog, and put a name that went into `borderatlas.RENAMED`.
"""

import inspect
from pathlib import Path

import pytest
from commands import run

import borderatlas as ba

KEPT = Path(__file__).parent / "api.txt"
ROOT = Path(__file__).parents[1]


def signatures():
    """One line a public name: a function's signature as it is written, a record's fields, a class's methods."""
    for name in ba.__all__:
        thing = getattr(ba, name)
        if inspect.isfunction(inspect.unwrap(thing)):
            yield f"{name}{inspect.signature(thing)}"
        else:
            yield f"{name}({', '.join(b.__name__ for b in thing.__bases__)}): {' '.join(members(thing))}"


def members(kind):
    own = list(getattr(kind, "__dataclass_fields__", {}))
    return [*own, *sorted(name for name in vars(kind) if not name.startswith("_") and name not in own)]


def test_the_public_names_and_signatures_are_as_promised():
    assert "".join(f"{line}\n" for line in signatures()) == KEPT.read_text(encoding="utf-8"), __doc__


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "report.txt").write_text("Guards shot at a smuggler near Hyesan on 12 May 2019.", encoding="utf-8")
    (tmp_path / "good.csv").write_text("id,place_name,date_start\n1,Hyesan,2019-05-12\n", encoding="utf-8")
    (tmp_path / "bad.csv").write_text("id,latitude,longitude\n1,north,128\n", encoding="utf-8")
    return tmp_path


COMMANDS = {
    # command: what is done, what is a problem with the data, what is wrong usage
    "render": ("report.txt -o page.html", "missing.txt -o page.html", "--no-such-option"),
    "figure": ("good.csv -o figure.png --dpi 40 --kind profile", "missing.txt -o figure.png", "--kind poem"),
    "geocode": ("report.txt", "missing.txt", "report.txt --format poem"),
    "draft": ("report.txt -o table.csv", "missing.txt -o table.csv", ""),
    "lookup": ("Hyesan", None, ""),
    "locate": ("41.4 128.18", "141.4 128.18", "here there"),
    "check": ("good.csv", "bad.csv", ""),
    "export": ("good.csv -o out.geojson", "missing.csv -o out.geojson", ""),
    "data info": ("", None, "--no-such-option"),
    "data verify": ("", None, "--no-such-option"),
    "data rebuild": (None, "--only nothing", "--no-such-option"),
    "versions": ("", None, "--no-such-option"),
}


def status(command, arguments, folder):
    done = run(*command.split(), *arguments.split(), cwd=folder)
    return done.returncode, done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_exit_statuses_are_as_promised(command, desk):
    for expected, arguments in enumerate(COMMANDS[command]):
        if arguments is not None:
            found, said = status(command, arguments, desk)
            assert found == expected, f"{command} {arguments}: {said}"
            assert expected == 0 or said.strip()


def test_every_command_is_held_to_its_exit_statuses():
    from typer.main import get_command

    from borderatlas.cli import app

    def leaves(group, before=""):
        for name, command in group.commands.items():
            yield from leaves(command, f"{name} ") if hasattr(command, "commands") else [before + name]

    assert set(leaves(get_command(app))) == set(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "expected"), [("--version", 0), ("--help", 0), ("--poem", 2), ("sing", 2), ("", 2)]
)
def test_exit_statuses_without_a_command(arguments, expected, desk):
    assert status("", arguments, desk)[0] == expected


if __name__ == "__main__":
    KEPT.write_text("".join(f"{line}\n" for line in signatures()), encoding="utf-8")
