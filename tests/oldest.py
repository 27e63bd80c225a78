"""Print the oldest versions that `pyproject.toml` admits, as constraints for pip: `make oldest` installs and tests them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
EXTRAS = ("figure", "corpus", "dask", "excel", "maps", "parquet")
"""What a user installs; the extras of developers are pinned, or as new as they come."""
_FLOOR = re.compile(r"(?P<name>[\w.-]+)(?:\[(?P<extras>[\w,]+)\])?[>=]=(?P<version>[\d.]+)")


def floors() -> dict[str, str]:
    """Give each package that the program stands on, with the oldest version that is admitted."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(line for extra in EXTRAS for line in project["optional-dependencies"][extra])]
    found: dict[str, str] = {}
    for line in wanted:
        floor = _FLOOR.match(line)
        if floor is None:
            msg = f"{PROJECT}: {line!r} names no oldest version; write name>=version"
            raise ValueError(msg)
        for name in (floor["name"], *(e for e in (floor["extras"] or "").split(",") if e == "distributed")):
            found[name] = floor["version"]
    return found


if __name__ == "__main__":
    print(*(f"{name}=={version}" for name, version in sorted(floors().items())), sep="\n")
