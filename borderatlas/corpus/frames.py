"""Frames of reports geocoded: pandas and Dask, a text column in, one row a mention out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.corpus.arrow import geocode_records
from borderatlas.errors import ReportError
from borderatlas.gazetteer.footprints import footprint
from borderatlas.gazetteer.records import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd
    from geopandas import GeoDataFrame

    from borderatlas.gazetteer.geocoding import Geocoder
    from borderatlas.models import Placement, Report

_TAKEN = ("id", "title", "publisher", "published", "url", "language")
_INTEGERS = frozenset({"start", "end"})
_DECIMALS = frozenset({"lat", "lon", "uncertainty_m", "river_km", "border_km"})


def is_dask(frame: object) -> bool:
    """Tell a Dask frame, without importing Dask."""
    return type(frame).__module__.partition(".")[0] in {"dask", "dask_expr", "dask_geopandas"}


def geocode_frame(
    frame: pd.DataFrame, text: str, *, geocoder: Geocoder | None = None,
    track: Callable[[Iterable[dict[str, Any]], int], Iterable[dict[str, Any]]] | None = None,
) -> GeoDataFrame:  # fmt: skip
    """Geocode the texts of a frame.

    Parameters
    ----------
    frame : DataFrame
        One row a report. Columns ``id``, ``title``, ``publisher``, ``published``, ``url``, ``language`` are used where
        they are there; without ``id`` a report is known by its index.
    text : str
        The column that holds the texts; a row without text gives no rows.
    geocoder : Geocoder, optional
        By default the one over the gazetteer that ships.
    track : callable, optional
        Wraps the records while they are geocoded, with their number: a progress bar.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, one row a mention, as `borderatlas.geocode`.

    Raises
    ------
    ReportError
        When there is no such column.
    """
    _check_text(frame, text)
    records = _records(frame, text)
    tracked = track(records, len(records)) if track else records
    return to_frame(list(geocode_records(tracked, text=text, geocoder=geocoder)))


def text_column(names: Iterable[Any]) -> str:
    """Give the column that holds the texts, by its name.

    Raises
    ------
    ReportError
        When no column has such a name.
    """
    from borderatlas.reports.text_columns import TEXT_COLUMNS

    given = {str(name).strip().lower(): name for name in names}
    for name in TEXT_COLUMNS:
        if name in given:
            return str(given[name])
    msg = f"no column of texts among {', '.join(map(str, given.values()))}; name it: text='…'"
    raise ReportError(msg)


def reports_of(frame: pd.DataFrame, text: str) -> list[Report]:
    """Give the reports of a frame; a row without text gives none.

    Raises
    ------
    ReportError
        When there is no such column.
    """
    from borderatlas.corpus.arrow import reports_of_records

    _check_text(frame, text)
    return list(reports_of_records(_records(frame, text), text=text))


def _check_text(frame: pd.DataFrame, text: str) -> None:
    if text not in frame.columns:
        msg = f"no column {text!r} among {', '.join(map(str, frame.columns))}; name the one that holds the texts"
        raise ReportError(msg)


def _records(frame: pd.DataFrame, text: str) -> list[dict[str, Any]]:
    some = frame[[text, *(name for name in _TAKEN if name in frame.columns and name != text)]]
    records: list[dict[str, Any]] = some.astype(object).where(some.notna(), None).to_dict("records")
    if "id" in frame.columns:
        return records
    return [{**record, "id": str(label)} for label, record in zip(frame.index, records, strict=True)]


def to_frame(placements: list[Placement]) -> GeoDataFrame:
    """Put placements into a frame with their footprints; the types are the same when there are none."""
    import pandas as pd
    from geopandas import GeoDataFrame, GeoSeries

    columns = {name: pd.Series([getattr(p, name) for p in placements], dtype=_dtype(name)) for name in KEYS}
    grounds = GeoSeries([footprint(p) for p in placements], crs=settings.storage_crs)
    return GeoDataFrame(columns, geometry=grounds)


def _dtype(name: str) -> str:
    if name in _INTEGERS:
        return "int64"
    return "float64" if name in _DECIMALS else "object"


def geocode_dask(frame: Any, text: str) -> Any:
    """Geocode the texts of a Dask frame, partition by partition, lazily.

    Returns
    -------
    dask_geopandas.GeoDataFrame
        Or, where dask-geopandas is not installed, a Dask DataFrame whose partitions are GeoDataFrames.
    """
    meta = to_frame([])
    out = frame.map_partitions(geocode_frame, text, meta=meta)
    try:
        import dask_geopandas
    except ImportError:
        return out
    return dask_geopandas.from_dask_dataframe(out)
