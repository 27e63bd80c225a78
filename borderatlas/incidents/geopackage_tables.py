"""Incident tables as GeoPackage: one layer, ``incidents``, of geometries of any kind.

The same table gives the same bytes: GDAL's clock is set while it writes. Written again, a file keeps its other layers
and its QGIS styles.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import TableError
from borderatlas.incidents.columns import COLUMN_TABLE, GEOMETRY, column_name
from borderatlas.incidents.escapes import Escape
from borderatlas.incidents.sheets import Row, Sheet, geometries_of, geometry_name, plain
from borderatlas.incidents.typed_columns import strict_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geopandas import GeoDataFrame

LAYER = "incidents"
_CLOCK = "2000-01-01T00:00:00.000Z"  # what the file says of when it was changed: no build time is in the bytes
_ESCAPE = Escape(r"\x00", "0000|005F")  # GDAL's texts end at NUL


def read_geopackage(path: Path) -> Sheet:
    """Read the layer ``incidents`` of a GeoPackage, else the one most like it; into EPSG:4326.

    Raises
    ------
    TableError
        When it is no GeoPackage, or has no layer.
    """
    import pyogrio
    from shapely.errors import ShapelyError

    try:
        with warnings.catch_warnings(action="ignore"):  # GDAL's, about what is refused or mended anyway
            layer = _layer(path)
            info = pyogrio.read_info(path, layer=layer)
            frame = pyogrio.read_dataframe(path, layer=layer, datetime_as_string=True)
            notes = _others(path, layer)
    except TableError:
        raise
    except (RuntimeError, ValueError, ShapelyError) as error:  # all that pyogrio raises, and a geometry that is none
        msg = f"{path}: not a GeoPackage that can be read; save the table as .gpkg again"
        raise TableError(msg) from error
    columns = {str(name): _values(frame[name], kind) for name, kind in _kinds(info).items()}
    if hasattr(frame, "geometry"):
        if frame.crs is None:
            notes.append(
                f"{path}: says no coordinate reference system; its coordinates are taken as degrees (EPSG:4326)"
            )
        moved = frame.geometry if frame.crs is None else frame.geometry.to_crs(settings.storage_crs)
        columns[GEOMETRY] = [None if shape is None or shape.is_empty else shape for shape in moved]
    rows = [Row(dict(zip(columns, values, strict=True)), number)
            for number, values in enumerate(zip(*columns.values(), strict=True), start=1)]  # fmt: skip
    return Sheet(list(columns), rows, str(path), notes=notes)


def write_geopackage(sheet: Sheet, base: Path | None = None) -> bytes:
    """Write a sheet as the layer ``incidents``, into the file that it replaces.

    Raises
    ------
    TableError
        When two columns differ by case only, which SQLite cannot hold.
    """
    import pyogrio

    frame = _frame(sheet)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.gpkg"
        layer = LAYER
        if base is not None:
            shutil.copyfile(base, path)
            layer = _layer(base)
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _CLOCK})
        try:
            pyogrio.write_dataframe(frame, path, driver="GPKG", layer=layer, geometry_type="Unknown",
                                    promote_to_multi=False, layer_options=_layer_options(frame))  # fmt: skip
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
        return path.read_bytes()


def _layer(path: Path) -> str:
    """Give the layer that is read: ``incidents``, else the one that looks most like a table of incidents."""
    import pyogrio

    layers = {str(name): kind for name, kind in pyogrio.list_layers(path)}
    if not layers:
        msg = f"{path}: a GeoPackage without a layer; name a table of incidents"
        raise TableError(msg)
    if LAYER in layers or len(layers) == 1:
        return LAYER if LAYER in layers else next(iter(layers))
    return max(layers, key=lambda name: _likeness(path, name, layers[name]))


def _likeness(path: Path, layer: str, kind: str | None) -> tuple[bool, int]:
    """Tell how much a layer looks like incidents: it has geometries; points, and columns that are known, count."""
    import pyogrio

    from borderatlas.incidents.foreign_columns import meaning_of

    names = [str(name) for name in pyogrio.read_info(path, layer=layer)["fields"]]
    known = sum(column_name(name) in COLUMN_TABLE or meaning_of(name) is not None for name in names)
    return kind is not None, known + (kind is not None and "Point" in kind)


def _others(path: Path, layer: str) -> list[str]:
    """Note the layers that are not read; QGIS's own tables are none of anybody's data."""
    import pyogrio

    others = [str(name) for name, _ in pyogrio.list_layers(path) if name not in {layer, "layer_styles"}]
    return [f"{path}: read the layer {layer!r}; not read: {', '.join(others)}"] if others else []


def _kinds(info: dict[str, Any]) -> dict[str, str]:
    kinds = zip(info["fields"], info["ogr_types"], info["ogr_subtypes"], strict=True)
    return {str(name): f"{kind} {subtype}" for name, kind, subtype in kinds}


def _values(series: Any, kind: str) -> list[Any]:
    """Give the values of a column as they were: pandas makes floats of whole numbers and truth values with gaps."""
    make = bool if kind.endswith("OFSTBoolean") else int if kind.startswith(("OFTInteger ", "OFTInteger64 ")) else None
    values = [plain(value) for value in series]
    if make:
        return [None if value is None else make(value) for value in values]
    if kind.startswith("OFTDate"):
        return [value.replace("/", "-").removesuffix("T00:00:00") if value else value for value in values]
    return [_ESCAPE.read(value) if isinstance(value, str) else value for value in values]


def _frame(sheet: Sheet) -> GeoDataFrame:
    import geopandas as gpd

    shape = geometry_name(sheet)
    names = [name for name in sheet.names if name != shape]
    _check_names(names)
    frame = strict_columns({name: [_storable(row.cells.get(name)) for row in sheet.rows] for name in names})
    return gpd.GeoDataFrame(
        frame, geometry=gpd.GeoSeries(geometries_of(sheet), index=frame.index, crs=settings.storage_crs)
    )


def _storable(value: Any) -> Any:
    return _ESCAPE.write(value) if isinstance(value, str) else value


def _check_names(names: list[str]) -> None:
    lower = [name.lower() for name in names]
    for name in names:
        if lower.count(name.lower()) > 1:
            msg = f"GeoPackage: two columns are called {name!r} but for their case; rename one"
            raise TableError(msg)


def _layer_options(frame: GeoDataFrame) -> dict[str, str]:
    """Name the columns that GDAL adds so that they meet none of the table's."""
    taken = {str(name).lower() for name in frame.columns if name != GEOMETRY}
    return {"FID": next(_free("fid", taken)), "GEOMETRY_NAME": next(_free("geom", taken))}


def _free(name: str, taken: set[str]) -> Iterator[str]:
    yield from (f"{name}{'_' * again}" for again in range(len(taken) + 1) if f"{name}{'_' * again}" not in taken)
