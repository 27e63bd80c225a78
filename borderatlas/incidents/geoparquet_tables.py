"""Incident tables as GeoParquet (extra ``borderatlas[parquet]``): the same columns, geometry as WKB."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import TableError
from borderatlas.incidents.columns import GEOMETRY, column_name
from borderatlas.incidents.sheets import Row, Sheet, geometries_of, geometry_name, plain
from borderatlas.incidents.typed_columns import strict_columns

if TYPE_CHECKING:
    from pathlib import Path


def read_geoparquet(path: Path) -> Sheet:
    """Read a Parquet file, with geometries (into EPSG:4326) where it says that it holds some.

    Raises
    ------
    TableError
        When it is no Parquet file, or pyarrow is not installed.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        data = path.read_bytes()
        _check_names(pq.read_schema(io.BytesIO(data)).names, path)
        table = pq.read_table(io.BytesIO(data))
    except (pa.ArrowException, OSError) as error:
        msg = f"{path}: not a Parquet file that can be read; write it with borderatlas, geopandas or QGIS"
        raise TableError(msg) from error
    shapes = _shapes(path) if b"geo" in (table.schema.metadata or {}) else {}
    columns = {name: shapes.get(name) or [plain(value) for value in table[name].to_pylist()]
               for name in table.column_names}  # fmt: skip
    names = [GEOMETRY if name in shapes else name for name in columns]
    rows = [Row(dict(zip(names, values, strict=True)), number)
            for number, values in enumerate(zip(*columns.values(), strict=True), start=1)]  # fmt: skip
    return Sheet(names, rows, str(path))


def _check_names(names: list[str], path: Path) -> None:
    known = [column_name(name) for name in names]
    twice = next((name for name in known if known.count(name) > 1), None)
    if twice:
        msg = f"{path}: the column {twice} is there twice; keep one"
        raise TableError(msg)


def write_geoparquet(sheet: Sheet, base: Path | None = None) -> bytes:  # noqa: ARG001 - a format's signature
    """Write a sheet as GeoParquet 1.0; the same table and library give the same bytes."""
    import geopandas as gpd

    shape = geometry_name(sheet)
    names = [name for name in sheet.names if name != shape]
    frame = strict_columns({name: [row.cells.get(name) for row in sheet.rows] for name in names})
    series = gpd.GeoSeries(geometries_of(sheet), index=frame.index, crs=settings.storage_crs)
    buffer = io.BytesIO()
    gpd.GeoDataFrame(frame, geometry=series).to_parquet(buffer, index=False, compression="zstd")
    return buffer.getvalue()


def _shapes(path: Path) -> dict[str, list[Any]]:
    """Give the geometries of the primary column, by its name."""
    import geopandas as gpd
    import pyarrow as pa
    import shapely

    try:
        frame = gpd.read_parquet(path)
    except (ValueError, KeyError, TypeError, pa.ArrowException, shapely.errors.ShapelyError) as error:
        msg = f"{path}: its geometries cannot be read; write it with borderatlas, geopandas or QGIS"
        raise TableError(msg) from error
    moved = frame.geometry.to_crs(settings.storage_crs) if frame.crs else frame.geometry
    return {str(frame.geometry.name): [None if shape is None or shape.is_empty else shape for shape in moved]}
