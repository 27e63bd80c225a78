"""Make every derived file of ``data/`` again, byte for byte, from pinned packages and the curated tables.

A developer's room: its packages come with the extra ``rebuild``, and nothing of the program imports it but the
command ``borderatlas data rebuild``. One module a step; a step reads what the steps before it wrote.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from borderatlas.errors import DatasetError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    Step = Callable[[Path], list[Path]]

STEPS = {
    "border": ("borderatlas.rebuild.border_lines", "build_border"),
    "land": ("borderatlas.rebuild.land", "build_land"),
    "locator": ("borderatlas.rebuild.locator", "build_locator"),
    "tributaries": ("borderatlas.rebuild.tributaries", "build_tributaries"),
    "provinces": ("borderatlas.rebuild.provinces", "build_provinces"),
    "places": ("borderatlas.rebuild.places", "build_places"),
    "counties": ("borderatlas.rebuild.counties", "build_counties"),
    "middles": ("borderatlas.rebuild.middles", "build_middles"),
    "descriptor": ("borderatlas.rebuild.descriptor", "build_descriptor"),
}
"""The steps in their order, each with the module and the function that takes it."""


def _quiet(_: str) -> None:
    """Report nothing."""


def checkout_data() -> Path:
    """Give the ``data/`` of the checkout that this package runs from.

    Raises
    ------
    DatasetError
        When it runs from a wheel: installed data is not rewritten.
    """
    root = Path(__file__).resolve().parents[2] / "data"
    if not root.is_dir():
        msg = f"{root}: no such folder; `borderatlas data rebuild` works in a checkout of the project only"
        raise DatasetError(msg)
    return root


def rebuild(
    only: Collection[str] | None = None, *, report: Callable[[str], None] = _quiet, root: Path | None = None
) -> list[Path]:
    """Take the steps that make the data, in their order.

    Parameters
    ----------
    only : collection of str, optional
        Names of steps (see `STEPS`); all when there is none. The descriptor is always made again.
    report : callable
        Called with one line before each step.
    root : Path, optional
        Data folder to write into; the checkout's when there is none.

    Returns
    -------
    list of Path
        The files that were written.

    Raises
    ------
    DatasetError
        When a step has no such name, or when a package is missing or has another version than the pinned one.
    """
    wanted = _wanted(only)
    folder = root or checkout_data()
    written: list[Path] = []
    for name in wanted:
        report(f"{name} ...")
        written += _step(name)(folder)
    return written


def _wanted(only: Collection[str] | None) -> list[str]:
    unknown = sorted(set(only or ()) - set(STEPS))
    if unknown:
        msg = f"rebuild has no step {unknown[0]!r}; there are {', '.join(STEPS)}"
        raise DatasetError(msg)
    return [name for name in STEPS if not only or name in only or name == "descriptor"]


def _step(name: str) -> Step:
    from importlib import import_module

    module, function = STEPS[name]
    step: Step = getattr(import_module(module), function)
    return step
