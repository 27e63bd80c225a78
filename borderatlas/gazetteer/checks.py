"""What must hold of the data that ships: a table of small validators, each saying where it does not.

Run by ``borderatlas check data``. A problem is one line, ``data/FILE:line:column message``: the line of the file (its
header is line 1), the number of the field, what is wrong and what would be right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderatlas.gazetteer import check_ground, check_tables
from borderatlas.gazetteer.schema import COLUMNS, Problem, Tables, header_problems, read_rows
from borderatlas.layers import datasets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CHECKS: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    check_tables.values_are_of_their_kind,
    check_tables.keys_are_unique_and_sorted,
    check_tables.references_lead_somewhere,
    check_tables.parents_form_a_tree,
    check_tables.every_place_has_a_name,
    check_tables.every_source_is_used,
    check_tables.names_are_clean,
    check_tables.periods_run_forwards,
    check_tables.points_and_precision_agree,
    check_ground.points_are_within_bounds,
    check_ground.places_lie_in_their_units,
    check_ground.places_lie_on_their_bank,
    check_ground.river_positions_are_those_of_the_layers,
    check_ground.river_kilometres_are_on_the_river,
    check_tables.crossings_join_two_banks,
    check_tables.only_crossings_carry,
    check_ground.twins_lie_across_from_each_other,
    check_ground.areas_are_of_places,
)
"""Every check, in the order in which they run."""


def check_data(root: Path | None = None) -> Iterator[str]:
    """Check the data, and say a line a problem.

    Parameters
    ----------
    root : Path, optional
        Data folder to check instead of the program's own; the layers that it is held against are the program's.

    Yields
    ------
    str
        ``data/FILE:line:column message``; nothing when all is well.
    """
    folder = root or datasets.data_root()
    yield from datasets.verify(folder)
    broken = [problem for table in COLUMNS for problem in header_problems(folder, table)]
    yield from broken
    if not broken:
        tables = Tables(folder, {table: read_rows(folder, table) for table in COLUMNS})
        for check in CHECKS:
            yield from map(str, check(tables))
