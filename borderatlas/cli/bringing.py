"""What a user brings: reports, tables of another's form, places and polygons of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

import typer

from borderatlas.cli.telling import note, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from borderatlas.cli.options import DateForm
    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.layers.boundaries import Boundaries
    from borderatlas.models import Report


class Own(TypedDict):
    """What a user brings: places and polygons."""

    gazetteer: Gazetteer | None
    boundaries: Boundaries | None


def own_ground(dump: Path | None, boundaries: Path | None, name_column: str | None) -> Own:
    """Read a user's own places and polygons, and note what came of them; None for what is not given."""
    if dump is None and boundaries is None:
        return {"gazetteer": None, "boundaries": None}
    from borderatlas.gazetteer.dumps import gazetteer_with
    from borderatlas.gazetteer.units import read_units

    return {
        "gazetteer": gazetteer_with(dump, on_note=note) if dump else None,
        "boundaries": read_units(boundaries, name_column=name_column, on_note=note) if boundaries else None,
    }


def theirs(columns: list[str] | None, dates: DateForm | None, text_column: str | None = None) -> dict[str, Any]:
    """Give what a user says of another's tables and corpora, under the names that `gather_incidents` takes."""
    said = {"columns": chosen(columns), "dates": order(dates)} if columns or dates is not None else {}
    return {**said, "text_column": text_column} if text_column else said


def chosen(columns: list[str] | None) -> dict[str, str]:
    """Read --columns; what is no such option is wrong usage."""
    from borderatlas.errors import TableError
    from borderatlas.incidents.foreign import chosen_columns

    try:
        return chosen_columns(columns or ())
    except TableError as error:
        raise typer.BadParameter(str(error)) from error


def order(dates: DateForm | None) -> Any:
    """Give the order of day and month in dates that are all figures; None to find it out."""
    return None if dates is None else dates.value


def scheme_of(columns: list[str] | None, scheme: str) -> tuple[Any, list[str]]:
    """Part ``--columns acled``, the old way to say ``--scheme acled``, from what --columns says of the table to read."""
    parts = [part.strip() for option in columns or () for part in option.split(",")]
    if "acled" in parts:
        note("--columns acled is --scheme acled by now; the old way will go")
        scheme = "acled"
    return scheme, [part for part in parts if part and part != "acled"]


def read(
    sources: list[str],
    problem: Callable[[str], None],
    text_column: str | None = None,
    texts: Path | None = None,
    overwrite: bool = False,
) -> list[Report]:
    """Read reports, and write their texts beside the results where a folder is given for them."""
    from borderatlas.reports.read import read_reports

    reports = read_reports(*sources, on_problem=problem, on_note=note, text_column=text_column)
    if texts is not None:
        from borderatlas.reports.texts import write_texts

        write_texts(reports, texts, overwrite=overwrite)
    return reports


def stream(
    sources: list[str], problem: Callable[[str], None], text_column: str | None, texts: Path | None, overwrite: bool
) -> Iterable[Report]:
    """Read reports one by one, in order of their paths; all of them first where their texts are to be written out."""
    from borderatlas.reports.read import by_path, iter_reports

    ordered = by_path(sources)
    if texts is not None:
        return read(ordered, problem, text_column, texts, overwrite)
    return watched(iter_reports(*ordered, on_problem=problem, on_note=note, text_column=text_column))


def published(
    incidents: Any, title: str | None, publish: bool, keep: list[str] | None, own: Own
) -> tuple[Any, str | None]:
    """Generalise incidents and say so in the title, where that is asked for."""
    if not publish:
        if keep:
            msg = "--keep goes with --publish; without it every column is written"
            raise typer.BadParameter(msg)
        return incidents, title
    from borderatlas.incidents.masking import publishable, published_title

    return publishable(incidents, keep=keep or (), **own), published_title(title)
