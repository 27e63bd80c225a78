"""A folder of partitions as one incident table: what a run over a corpus writes, ``draft`` or ``geocode``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import TableError
from borderatlas.incidents.columns import COLUMNS, GEOMETRY, kind_of
from borderatlas.progress import watched

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection, Iterable, Sequence

    import pandas as pd
    import pyarrow as pa
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

MANIFEST = "manifest.json"
SUFFIXES = (".parquet", ".jsonl")
PATTERN = "part-*"

MANY_INCIDENTS = 200_000
"""Above so many incidents a map shows groups unless it is told not to."""

GROUP_COLUMNS = (
    "latitude", "longitude", "precision", "uncertainty_m", "event_type", "river", "river_km_from", "river_km_to", "bank",
    "date_start", "date_end", "publisher", "place_id", "place_name", "country", "admin1", "outline",
)  # fmt: skip
"""Columns that say something on a map of groups, beside the geometry: of more incidents the others need not be read."""

_OF_MENTIONS = {
    "report": "report", "latitude": "lat", "longitude": "lon", "place_id": "place_id", "place_name": "name",
    "name_verbatim": "text", "country": "country", "admin1": "admin1", "precision": "precision",
    "uncertainty_m": "uncertainty_m", "location_role": "role", "relation": "relation", "river": "river",
    "river_km_from": "river_km", "river_km_to": "river_km", "bank": "bank", "certainty": "certainty", "rule": "rule",
}  # fmt: skip
"""Columns of an incident table, and the columns of a run's mentions that they are filled from."""

_NUMBERS_OF_MENTIONS = {"lat": "number", "lon": "number", "river_km": "number", "start": "whole"}


def is_partitioned(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path is a folder that a run has written, or one with nothing but partitions in Parquet."""
    folder = Path(path)
    if not folder.is_dir():
        return False
    if _task(folder) is not None:
        return True
    found = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    return bool(found) and all(entry.match("part-*.parquet") for entry in found)


def parts_of(path: str | os.PathLike[str]) -> list[Path]:
    """Give the partitions of a folder, in the order of their names.

    Raises
    ------
    TableError
        When there are none.
    """
    folder = Path(path)
    found = sorted(part for part in folder.glob(PATTERN) if part.suffix in SUFFIXES)
    if not found:
        msg = f"{folder}: holds no {PATTERN}.parquet or .jsonl; draft the corpus into it again"
        raise TableError(msg)
    return found


def take_partitions(
    path: str | os.PathLike[str], take: Callable[[str], GeoDataFrame], *, only: Collection[str] = (), many: int = 0,
    on_note: Callable[[str], None] | None = None,
) -> GeoDataFrame:  # fmt: skip
    """Read a folder of partitions, in the order of their names, as one table.

    Parameters
    ----------
    path : path
        A folder for which `is_partitioned` is true.
    take : callable
        Reads a table of unknown origin, as `borderatlas.incidents.intake.take_table`; partitions of a run of this
        program are read as they are, column by column.
    only : collection of str
        The columns that are wanted of more than `many` rows; empty for all. A million rows with their quotes and
        origins take some gigabytes.
    many : int
    on_note : callable, optional
        Called with a line on what was left out.

    Returns
    -------
    GeoDataFrame
        EPSG:4326. Of a run that only geocoded: a row for each mention of a place where something happened, not for
        those of sources, backgrounds and datelines; such rows have no date and no type.

    Raises
    ------
    TableError
        When the folder holds no partition, or one that cannot be read.
    """
    folder = Path(path)
    task, parts = _task(folder), parts_of(folder)
    if task is None:
        import pandas as pd

        frames = [take(str(part)) for part in watched(parts, "Reading")]
        filled = [frame for frame in frames if len(frame)]
        return pd.concat(filled or frames[:1], ignore_index=True)
    wanted = set(only) if only and _rows(parts, many) > many else None
    grounds = _Grounds()
    tables = [_own(part, task, wanted, grounds) for part in watched(parts, "Reading")]
    if wanted is not None and on_note:
        on_note(f"{folder}: more than {many:,} rows; only the columns that a map of groups needs are read")
    return _joined(tables, grounds)


def _task(folder: Path) -> str | None:
    """Give what the run did that wrote a folder, by its manifest; None for a folder of another origin."""
    try:
        found: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        program, task = str(found["program"]), found["options"]["task"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(task) if program.startswith("borderatlas ") else None


def _rows(parts: Iterable[Path], enough: int) -> int:
    """Count the rows of partitions, until there are more than enough."""
    number = 0
    for part in parts:
        if part.suffix == ".jsonl":
            with part.open("rb") as file:
                number += sum(1 for _ in file)
        else:
            with _opened(part) as found:
                number += found.metadata.num_rows
        if number > enough:
            break
    return number


class _Grounds:
    """Footprints, each kept once: of a million incidents most share theirs with others."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}
        self._used: list[NDArray[Any]] = []

    def add(self, column: pa.ChunkedArray | None, rows: int) -> None:
        """Take the geometries of a partition, WKB as Parquet holds them; None for one without."""
        import numpy as np

        if column is None:
            self._used.append(np.full(rows, -1, dtype=np.int64))
            return
        for chunk in column.chunks:
            known = [self._numbers.setdefault(wkb, len(self._numbers)) for wkb in chunk.dictionary.to_pylist()]
            codes = chunk.indices.fill_null(-1).to_numpy(zero_copy_only=False)
            self._used.append(np.array([*known, -1], dtype=np.int64)[codes])

    def all(self) -> NDArray[Any]:
        """Give the geometry of every row, None for none; rows of one footprint share one object."""
        import numpy as np
        import shapely

        found = np.full(len(self._numbers) + 1, None, dtype=object)
        if self._numbers:
            found[:-1] = shapely.from_wkb(list(self._numbers))
        shapes: NDArray[Any] = found[np.concatenate(self._used)]
        return shapes


def _own(part: Path, task: str, wanted: Collection[str] | None, grounds: _Grounds) -> pa.Table:
    """Read a partition of ours column by column: no cell of a million is looked at by itself."""
    import pyarrow as pa

    try:
        table = _lines(part, task) if part.suffix == ".jsonl" else _parquet(part, task, wanted)
        table = _placed_mentions(table) if task == "geocode" else table
        grounds.add(table[GEOMETRY] if GEOMETRY in table.column_names else None, table.num_rows)
    except (ValueError, KeyError, TypeError, OSError, pa.ArrowException) as error:
        msg = f"{part}: not a partition that can be read; draft the folder again"
        raise TableError(msg) from error
    names = [n for n in table.column_names if n != GEOMETRY and (wanted is None or n in wanted)]
    return table.select(names)


def _opened(part: Path) -> Any:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        msg = f"{part}: Parquet needs pyarrow; pip install 'borderatlas[parquet]'"
        raise TableError(msg) from error
    try:
        shaped = [GEOMETRY] if GEOMETRY in parquet.read_schema(part).names else None
        return parquet.ParquetFile(part, read_dictionary=shaped)
    except (OSError, ArrowException) as error:
        msg = f"{part}: not a partition that can be read; draft the folder again"
        raise TableError(msg) from error


def _parquet(part: Path, task: str, wanted: Collection[str] | None) -> pa.Table:
    with _opened(part) as file:
        names = file.schema_arrow.names
        if wanted is not None and task == "draft":
            names = [name for name in names if name in {*wanted, GEOMETRY}]
        return file.read(columns=names)


def _lines(part: Path, task: str) -> pa.Table:
    """Read a partition of JSON lines; the area about a point is found from its precision later."""
    import pyarrow as pa

    with part.open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    names = COLUMNS if task == "draft" else (*dict.fromkeys(_OF_MENTIONS.values()), "start")
    return pa.table({name: pa.array([r.get(name) for r in records], _type_of(name)) for name in names})


def _type_of(name: str) -> pa.DataType:
    """Give the Arrow type of a column of drafts or of mentions."""
    import pyarrow as pa

    kind = str(_NUMBERS_OF_MENTIONS.get(name) or kind_of(name))
    return {"whole": pa.int64(), "number": pa.float64()}.get(kind, pa.string())


def _placed_mentions(table: pa.Table) -> pa.Table:
    """Make rows of incidents of the mentions that say where something happened."""
    import pyarrow as pa
    from pyarrow import compute

    table = table.filter(compute.equal(table["role"], "incident"))
    named = [compute.cast(table[name], pa.string()) for name in ("report", "start")]
    ids = compute.binary_join_element_wise(*named, "-")
    columns = {"id": ids, **{name: table[source] for name, source in _OF_MENTIONS.items()}}
    if GEOMETRY in table.column_names:
        columns[GEOMETRY] = table[GEOMETRY]
    return pa.table(columns)


def _joined(tables: Sequence[pa.Table], grounds: _Grounds) -> GeoDataFrame:
    """Put partitions together; those of one run have the same columns, of the same types."""
    import geopandas as gpd
    import pandas as pd
    import pyarrow as pa

    filled = [table for table in tables if table.num_rows] or list(tables[:1])
    table = pa.concat_tables(filled, promote_options="permissive")
    frame: pd.DataFrame = table.to_pandas(
        split_blocks=True, self_destruct=True, ignore_metadata=True, types_mapper={pa.int64(): pd.Int64Dtype()}.get
    )
    shapes = _with_points(frame, grounds.all())
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(shapes, index=frame.index, crs=settings.storage_crs))


def _with_points(frame: pd.DataFrame, shapes: NDArray[Any]) -> NDArray[Any]:
    """Give rows without a footprint their point, as a table that is read row by row does."""
    import numpy as np
    import shapely

    lon, lat = (frame[name].to_numpy(dtype=float, na_value=np.nan) for name in ("longitude", "latitude"))
    bare = np.flatnonzero(shapely.is_missing(shapes) & ~np.isnan(lon) & ~np.isnan(lat))
    shapes[bare] = shapely.points(lon[bare], lat[bare])
    return shapes
