"""A folder of partitions as one incident table: what ``borderatlas draft CORPUS -o FOLDER`` writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas import settings
from borderatlas.errors import TableError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from geopandas import GeoDataFrame

MANIFEST = "manifest.json"
PATTERN = "part-*.parquet"


def is_partitioned(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path is a folder that a run has written, or one with nothing but partitions in Parquet."""
    folder = Path(path)
    if not folder.is_dir():
        return False
    if _task(folder) is not None:
        return True
    found = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    return bool(found) and all(entry.match(PATTERN) for entry in found)


def take_partitions(path: str | os.PathLike[str], take: Callable[[str], GeoDataFrame]) -> GeoDataFrame:
    """Read a folder of partitions, in the order of their names, as one table.

    Parameters
    ----------
    path : path
        A folder for which `is_partitioned` is true.
    take : callable
        Reads a table of unknown origin, as `borderatlas.incidents.intake.take_table`; partitions of a run of this
        program are read as they are.

    Returns
    -------
    GeoDataFrame
        EPSG:4326.

    Raises
    ------
    TableError
        When the folder holds mentions rather than incidents, no Parquet, or a partition that cannot be read.
    """
    import pandas as pd

    folder = Path(path)
    task = _task(folder)
    if task not in {None, "draft"}:
        msg = f"{folder}: holds mentions of places, not incidents; name a folder that borderatlas draft has written"
        raise TableError(msg)
    parts = sorted(folder.glob(PATTERN))
    if not parts:
        msg = f"{folder}: holds no {PATTERN}; draft it again with --format geoparquet"
        raise TableError(msg)
    frames = [_own(part) if task else take(str(part)) for part in parts]
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled or frames[:1], ignore_index=True)


def _task(folder: Path) -> str | None:
    """Give what the run did that wrote a folder, by its manifest; None for a folder of another origin."""
    try:
        found: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        program, task = str(found["program"]), found["options"]["task"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(task) if program.startswith("borderatlas ") else None


def _own(part: Path) -> GeoDataFrame:
    """Read a partition of ours column by column: no cell of a million is looked at by itself."""
    try:
        import geopandas as gpd
        import pyarrow as pa
    except ImportError as error:
        msg = f"{part}: Parquet needs pyarrow; pip install 'borderatlas[parquet]'"
        raise TableError(msg) from error
    try:
        return gpd.read_parquet(part).to_crs(settings.storage_crs)
    except (ValueError, KeyError, TypeError, OSError, pa.ArrowException) as error:
        msg = f"{part}: not a partition that can be read; draft the folder again"
        raise TableError(msg) from error
