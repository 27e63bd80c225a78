"""The work on Arrow tables and batches, and on frames: what engines that have their own partitions call.

Spark's ``DataFrame.mapInArrow``, Dask's ``map_partitions`` and the partitions of this room give the same rows with the
same types; coordinates are degrees, EPSG:4326.
"""

from __future__ import annotations

import io
from array import array
from itertools import accumulate, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from borderatlas.errors import ReportError
from borderatlas.gazetteer.records import KEYS, as_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa

    from borderatlas.gazetteer.geocoding import Geocoder
    from borderatlas.models import Incident, Placement, Report

_HELD = 4_000
"""Rows that are held as Python objects before they become a batch."""

_INTEGERS = frozenset({"start", "end"})
_DECIMALS = frozenset({"lat", "lon", "uncertainty_m", "river_km", "border_km"})


class Drafted(NamedTuple):
    """An incident that was drafted, and the placement that put it where it is; None for one without a place."""

    incident: Incident
    placement: Placement | None


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
    except ImportError:
        msg = "Parquet and Arrow need pyarrow; install it with: pip install 'borderatlas[parquet]'"
        raise ReportError(msg) from None
    return pa


def names_of(task: str) -> tuple[str, ...]:
    """Give the columns of a task's rows: ``geocode`` or ``draft``."""
    if task == "geocode":
        return KEYS
    from borderatlas.incidents.columns import COLUMNS

    return tuple(COLUMNS)


def record_of(row: Any, task: str) -> dict[str, Any]:
    """Give a placement or an incident under its column names."""
    return as_record(row) if task == "geocode" else dict(zip(names_of(task), _values_of(task)(row), strict=True))


def schema(task: str = "geocode") -> pa.Schema:
    """Give the Arrow schema of a task's rows.

    Parameters
    ----------
    task : {"geocode", "draft"}
    """
    pa = _pyarrow()
    kinds = {"whole": pa.int64(), "number": pa.float64()}
    return pa.schema([(name, kinds.get(_kind_of(name, task), pa.string())) for name in names_of(task)])


def _kind_of(name: str, task: str) -> str:
    """Say what a column holds, in the words of the incident table's columns."""
    if task == "geocode":
        return "whole" if name in _INTEGERS else "number" if name in _DECIMALS else "text"
    from borderatlas.incidents.columns import kind_of

    return kind_of(name) or "text"


def table_of(rows: Iterable[Any], task: str = "geocode") -> pa.Table:
    """Put placements or incidents into an Arrow table; few of them are held as Python objects at a time."""
    pa = _pyarrow()
    batches = list(_batches(iter(rows), task))
    return pa.Table.from_batches(batches, schema(task)).combine_chunks()


def _batches(rows: Iterator[Any], task: str) -> Iterator[pa.RecordBatch]:
    pa = _pyarrow()
    shape = schema(task)
    values = _values_of(task)
    while held := [values(row) for row in islice(rows, _HELD)]:
        columns = zip(*held, strict=True)
        arrays = [_array(column, field.type) for column, field in zip(columns, shape, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=shape)


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Put values into an Arrow array. ``pyarrow.array`` would import pandas for it: 50 MB in every worker."""
    pa = _pyarrow()
    missing = values.count(None)
    known = None if not missing else pa.py_buffer(_bits(value is not None for value in values))
    if pa.types.is_string(kind):
        written = [b"" if value is None else value.encode("utf-8") for value in values]
        ends = array("i", accumulate(map(len, written), initial=0))
        buffers = [known, pa.py_buffer(ends), pa.py_buffer(b"".join(written))]
    else:
        code = "q" if pa.types.is_integer(kind) else "d"
        buffers = [known, pa.py_buffer(array(code, [0 if value is None else value for value in values]))]
    return pa.Array.from_buffers(kind, len(values), buffers, missing)


def _bits(flags: Iterable[bool]) -> bytes:
    """Pack flags as Arrow has them: eight a byte, the first in the lowest bit."""
    digits = "".join("1" if flag else "0" for flag in flags)[::-1]
    return int(digits, 2).to_bytes((len(digits) + 7) // 8, "little")


def _values_of(task: str) -> Callable[[Any], tuple[Any, ...]]:
    """Give what takes the values of a task's columns from a placement or a drafted incident."""
    if task == "geocode":
        return attrgetter(*KEYS)
    names = names_of(task)
    return lambda row: tuple([getattr(row.incident, name, None) for name in names])


def parquet_bytes(table: pa.Table) -> bytes:
    """Write a table as Parquet, compressed with zstd; the same table gives the same bytes."""
    from pyarrow import parquet

    buffer = io.BytesIO()
    parquet.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def geoparquet_bytes(rows: Sequence[Any], task: str = "geocode") -> bytes:
    """Write rows with their footprints as GeoParquet (EPSG:4326)."""
    from geopandas import GeoDataFrame, GeoSeries

    from borderatlas import settings

    frame = table_of(rows, task).to_pandas()
    grounds = GeoSeries([_ground_of(row) for row in rows], crs=settings.storage_crs, index=frame.index)
    buffer = io.BytesIO()
    GeoDataFrame(frame, geometry=grounds).to_parquet(buffer, compression="zstd", index=False)
    return buffer.getvalue()


def _ground_of(row: Placement | Drafted) -> Any:
    from borderatlas.gazetteer.footprints import footprint

    placement = row.placement if isinstance(row, Drafted) else row
    return None if placement is None else footprint(placement)


def geocode_batches(
    batches: Iterable[pa.RecordBatch], *, text: str = "text", geocoder: Geocoder | None = None
) -> Iterator[pa.RecordBatch]:
    """Geocode Arrow batches of reports: the function that Spark's ``mapInArrow`` takes.

    Parameters
    ----------
    batches : iterable of pyarrow.RecordBatch
        With a column of texts and, if there are any, ``id``, ``title``, ``publisher``, ``published``, ``url``,
        ``language`` of the same names as in JSON lines. A row without text gives no rows.
    text : str
        Name of the text column.
    geocoder : Geocoder, optional
        By default the one over the gazetteer that ships, loaded once a process.

    Yields
    ------
    pyarrow.RecordBatch
        One row a mention, of `schema` ``("geocode")``.

    Raises
    ------
    ReportError
        When a batch has no such column.
    """
    for batch in batches:
        if text not in batch.schema.names:
            msg = f"no column {text!r} among {', '.join(batch.schema.names)}; name the one that holds the texts"
            raise ReportError(msg)
        placements = geocode_records(batch.to_pylist(), text=text, geocoder=geocoder)
        yield from _batches(placements, "geocode")


def geocode_records(
    records: Iterable[dict[str, Any]], *, text: str = "text", geocoder: Geocoder | None = None,
    on_problem: Callable[[str], None] | None = None,
) -> Iterator[Placement]:  # fmt: skip
    """Geocode records of a corpus: one dictionary a report, its text under `text`."""
    from borderatlas.corpus.work import geocoder_of

    ready = geocoder or geocoder_of()
    for report in reports_of_records(records, text=text, on_problem=on_problem):
        yield from ready.geocode(report)


def reports_of_records(
    records: Iterable[dict[str, Any]], *, text: str = "text", on_problem: Callable[[str], None] | None = None
) -> Iterator[Report]:
    """Make reports of records of a corpus; what has no text is told to `on_problem` and left out."""
    from pathlib import Path

    from borderatlas.reports.listener import Listener
    from borderatlas.reports.records import read_record
    from borderatlas.reports.text_columns import Row

    listener = Listener(on_problem or _ignore, None)
    for number, record in enumerate(records, 1):
        yield from read_record(Row(number, {**record, "text": record.get(text)}), Path("row"), listener)


def _ignore(_: str) -> None:
    """Leave out what has no text."""
