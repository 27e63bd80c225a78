"""The formats of incident tables, by the suffix of the file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from borderatlas.errors import TableError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping

    from borderatlas.incidents.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that holds an incident table.

    Attributes
    ----------
    name : str
        What people call it.
    home : str
        Module of this room that reads and writes it; it is imported when it is needed.
    reader, writer : str
        Its functions: ``reader(path) -> Sheet`` and ``writer(sheet, base) -> bytes``, where `base` is the file that
        is replaced and whose style, layers or sheets are kept, or None.
    needs, extra : str
        Package that it needs beside the base install, and the extra that brings it; empty where there is none.
    """

    name: str
    home: str
    reader: str
    writer: str
    needs: str = ""
    extra: str = ""

    def read(self, path: Path) -> Sheet:
        """Read a file as it stands.

        Raises
        ------
        TableError
            When it cannot be read, is no such file, or a package is missing.
        """
        read = cast("Callable[[Path], Sheet]", self._function(self.reader, path))
        try:
            with path.open("rb"):
                return read(path)
        except OSError as error:
            msg = f"{path}: cannot be read ({error.strerror or error}); name an incident table"
            raise TableError(msg) from error

    def write(self, sheet: Sheet, path: Path, base: Path | None = None) -> bytes:
        """Give the bytes of the file `path` that holds a sheet.

        Raises
        ------
        TableError
            When the format cannot hold what the sheet says, or a package is missing.
        """
        write = cast("Callable[[Sheet, Path | None], bytes]", self._function(self.writer, path))
        return write(sheet, base)

    def _function(self, name: str, path: Path) -> Callable[..., object]:
        if self.needs and find_spec(self.needs) is None:
            msg = f"{path}: {self.name} needs {self.needs}; pip install 'borderatlas[{self.extra}]'"
            raise TableError(msg)
        found: Callable[..., object] = getattr(import_module(f"borderatlas.incidents.{self.home}"), name)
        return found


_CSV = Format("CSV", "csv_tables", "read_csv", "write_csv")
_GEOJSON = Format("GeoJSON", "geojson_tables", "read_geojson", "write_geojson")
_GEOPACKAGE = Format("GeoPackage", "geopackage_tables", "read_geopackage", "write_geopackage")
_GEOPARQUET = Format("GeoParquet", "geoparquet_tables", "read_geoparquet", "write_geoparquet", "pyarrow", "parquet")
_EXCEL = Format("Excel", "excel_tables", "read_excel", "write_excel", "openpyxl", "excel")

FORMATS: Mapping[str, Format] = MappingProxyType({
    ".csv": _CSV, ".geojson": _GEOJSON, ".json": _GEOJSON, ".gpkg": _GEOPACKAGE, ".parquet": _GEOPARQUET,
    ".geoparquet": _GEOPARQUET, ".xlsx": _EXCEL,
})  # fmt: skip
"""Every format of incident tables, by suffix in lower case."""


def format_of(path: str | os.PathLike[str]) -> Format | None:
    """Give the format that a file's suffix means; None for one that is no incident table."""
    return FORMATS.get(Path(path).suffix.lower())


def readable() -> str:
    """Name the suffixes of what is read for a message: those of what is written, and tables parted by tabs."""
    return f".tsv, {suffixes()}"


def suffixes() -> str:
    """Name the suffixes for a message."""
    *most, last = FORMATS
    return f"{', '.join(most)} or {last}"
