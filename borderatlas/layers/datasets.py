"""Where ``data/`` is, what it declares, and whether it is still as declared.

The wheel carries the data as ``borderatlas/_data``; a checkout has it as ``data/`` beside the package. The wheel's
copy is looked up first: in site-packages a folder called ``data`` next to the package may be anybody's.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas.errors import DatasetError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(__file__).resolve().parents[1]

DESCRIPTOR = "datapackage.json"
"""Name of the descriptor in the data folder."""

DECLARED_FOLDERS = ("gazetteer", "reports", "rivers")
"""Folders of the data folder in which every file must be declared."""


@cache
def data_root() -> Path:
    """Give the folder that holds ``datapackage.json``.

    Raises
    ------
    DatasetError
        When neither the wheel's copy nor the checkout's is there.
    """
    places = (_PACKAGE / "_data", _PACKAGE.parent / "data")
    for root in places:
        if (root / DESCRIPTOR).is_file():
            return root
    msg = f"borderatlas has no data: looked for {DESCRIPTOR} in {places[0]} and {places[1]}; install it again"
    raise DatasetError(msg)


def data_path(name: str) -> Path:
    """Give the path of one data file, named relative to the data folder with ``/`` (``rivers/rivers.geojson``).

    Raises
    ------
    DatasetError
        When the file is not there.
    """
    path = data_root() / name
    if not path.exists():
        msg = f"{path}: the data file {name} is missing; `borderatlas data verify` lists what is"
        raise DatasetError(msg)
    return path


def describe(root: Path | None = None) -> dict[str, Any]:
    """Give the descriptor of the data (Data Package standard, version 2): resources, sources, licences, credit.

    Parameters
    ----------
    root : Path, optional
        Data folder to read instead of the program's own.

    Raises
    ------
    DatasetError
        When the descriptor is missing or no JSON object.
    """
    path = (root or data_root()) / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        msg = f"{path}: the descriptor of the data is missing; wanted a Data Package descriptor"
        raise DatasetError(msg) from None
    except ValueError as error:
        msg = f"{path}: the descriptor of the data is no JSON: {error}"
        raise DatasetError(msg) from None
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("resources"), list):
        msg = f"{path}: the descriptor of the data has no list of resources"
        raise DatasetError(msg)
    return descriptor


def credit(root: Path | None = None) -> str:
    """Give the line of credits that every map must show.

    Raises
    ------
    DatasetError
        When the descriptor is missing or has none.
    """
    line = describe(root).get("credit")
    if not isinstance(line, str):
        msg = f"{(root or data_root()) / DESCRIPTOR}: the descriptor has no `credit` line to show on maps"
        raise DatasetError(msg)
    return line


def data_files(root: Path) -> list[str]:
    """Give every file of the declared folders, relative to the data folder, sorted; hidden files are passed over."""
    files = (path for folder in DECLARED_FOLDERS for path in (root / folder).rglob("*") if path.is_file())
    return sorted(path.relative_to(root).as_posix() for path in files if not path.name.startswith("."))


def digest(path: Path) -> str:
    """Give the SHA-256 of a file as the descriptor writes it: ``sha256:`` and 64 hexadecimal digits."""
    with path.open("rb") as stream:
        return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"


def declared_files(descriptor: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give what a descriptor declares of each file: `bytes` and `hash`, by its path.

    A resource of several files (the reports) lists them in ``files``, each with `path`, `bytes` and `hash`.
    """
    entries = (entry for resource in descriptor["resources"] for entry in resource.get("files", [resource]))
    return {str(entry["path"]): entry for entry in entries}


def verify(root: Path | None = None) -> list[str]:
    """Compare every data file with what the descriptor declares.

    Returns
    -------
    list of str
        One line a problem, ``data/PATH: what was found, what is declared``, sorted by path; empty when all is well.

    Raises
    ------
    DatasetError
        When there is no descriptor to compare with.
    """
    folder = root or data_root()
    declared = declared_files(describe(folder))
    undeclared = set(data_files(folder)) - set(declared)
    problems = [f"data/{name}: not declared in data/{DESCRIPTOR}; declare it or delete it" for name in undeclared]
    for name, entry in declared.items():
        problems.extend(f"data/{name}: {problem}" for problem in _differences(folder / name, entry))
    return sorted(problems)


def _differences(path: Path, entry: dict[str, Any]) -> Iterator[str]:
    if not path.is_file():
        yield f"missing; declared with {entry.get('bytes')} bytes"
        return
    size, found = path.stat().st_size, digest(path)
    if size != entry.get("bytes"):
        yield f"has {size} bytes; declared are {entry.get('bytes')}"
    if found != entry.get("hash"):
        yield f"has {found}; declared is {entry.get('hash')}"
