"""`render_map`: incidents → a `folium.Map` that saves as one self-contained page and shows itself in a notebook."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Any, cast, get_args

import folium
import pandas as pd
from folium.template import Template

from borderatlas import settings
from borderatlas.errors import RenderError
from borderatlas.models import Precision
from borderatlas.render import layers, style
from borderatlas.render.page import AtlasFigure

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

Bounds = tuple[float, float, float, float]

NOTEBOOK_CAP_BYTES = 5_000_000
"""The largest page that a notebook cell carries; a notebook stores every page that it shows."""

TEXT_COLUMNS = (
    "id", "report", "title", "quote", "event_type", "date_start", "date_end", "time_precision", "source_date",
    "publisher", "place_name", "name_verbatim", "certainty", "rule", "source_url", "language", "country", "admin1",
    "relation", "river", "bank", "review_status",
)  # fmt: skip
NUMBER_COLUMNS = ("uncertainty_m", "river_km_from", "river_km_to")
PRECISION_WORDS: tuple[str, ...] = get_args(Precision)


class AtlasMap(folium.Map):
    """A folium map that is an atlas page: no tiles, no assets from elsewhere, incidents drawn by the page itself.

    Any folium layer that needs no script or tile from a server can be added. What a report says never passes through
    folium; text that a caller puts into a folium layer does, and folium compiles it as a template: escape it.

    Parameters
    ----------
    payload : dict
        Everything that the page shows, in the form of `borderatlas.render.atlas_map.payload`.
    bounds : tuple of float
        (west, south, east, north) in degrees that the map opens on.
    height_px : int
        Height of the frame in a notebook, pixels.
    """

    _template = Template("""
        {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}" tabindex="0"></div>{% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
                center: {{ this.location|tojson }}, crs: L.CRS.EPSG3857, ...{{ this.options|tojavascript }}
            });
        {% endmacro %}
    """)

    def __init__(self, payload: dict[str, Any], *, bounds: Bounds, height_px: int = 640) -> None:
        west, south, east, north = bounds
        super().__init__(
            location=[round((south + north) / 2, 5), round((west + east) / 2, 5)], zoom_start=7, tiles=None, zoom_control=True,
            min_zoom=5, max_zoom=15, zoom_snap=0.25, zoom_delta=0.75, wheel_px_per_zoom_level=90,
        )  # fmt: skip
        self.options.update(min_zoom=5, max_zoom=15)
        self.default_js, self.default_css = [], []
        figure = AtlasFigure(height_px=height_px)
        figure.payload = {**payload, "opening": _integers(bounds)}
        figure.add_child(self)

    def save(self, outfile: Any, close_file: bool = True, **kwargs: Any) -> None:
        """Write the page, whole or not at all.

        Parameters
        ----------
        outfile : path or binary file
            Where to.

        Raises
        ------
        OutputError
            When the path cannot be written.
        RenderError
            When a layer needs something that the page does not carry.
        """
        self.get_root().save(outfile, close_file=close_file, **kwargs)

    def _repr_html_(self, **kwargs: Any) -> str:
        """Show the page in a notebook, in a frame that cannot reach the notebook; past the cap only a summary."""
        page = self.get_root().render(**kwargs)
        size = len(page.encode("utf-8"))
        if size > NOTEBOOK_CAP_BYTES:
            return (
                f"<p>{escape(self._summary())}: {size / 1e6:.1f} MB, too much for a cell; use .save('atlas.html')</p>"
            )
        height = cast("AtlasFigure", self.get_root()).height
        return (
            f'<iframe srcdoc="{escape(page)}" title="{escape(self._summary())}" '
            'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
            f'style="width:100%;height:{height};border:0"></iframe>'
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ARG002 - IPython's signature
        return {"text/html": self._repr_html_(), "text/plain": self._summary()}

    def _summary(self) -> str:
        ids = cast("AtlasFigure", self.get_root()).payload["incidents"]["id"]
        return f"<borderatlas map: {len(ids)} incidents>"


def render_map(
    incidents: geopandas.GeoDataFrame | pd.DataFrame,
    *,
    title: str | None = None,
    layers: bool = True,
    bounds: Bounds | None = None,
    height_px: int = 640,
) -> AtlasMap:
    """Draw incidents on the map of the border.

    Parameters
    ----------
    incidents : GeoDataFrame or DataFrame
        One row an incident, columns named as the fields of `borderatlas.models.Incident`; ``geometry`` is the
        footprint (EPSG:4326, or any CRS that it declares). Needed is only a place: ``latitude`` and ``longitude``
        (degrees, EPSG:4326), or a geometry. A row without either is listed, not drawn. A column ``outline`` that says
        ``given`` marks a county whose area is not approximate. Other columns are ignored.
    title : str, optional
        Heading of the page, shown as it is.
    layers : bool
        Whether the basemap (land, rivers, border, provinces, towns) is drawn.
    bounds : tuple of float, optional
        (west, south, east, north) in degrees to open on; by default the incidents' extent within the border region.
    height_px : int
        Height of the frame in a notebook, pixels.

    Returns
    -------
    AtlasMap
        A `folium.Map`: takes folium layers, shows itself in Jupyter, and ``.save(path)`` writes the page.

    Raises
    ------
    RenderError
        When the table has no place columns, a coordinate is no degree, or a precision is no such word.
    DatasetError
        When the basemap's data files are missing.
    """
    table = _checked(incidents)
    return AtlasMap(
        payload(table, title=title, with_basemap=layers), bounds=bounds or opening(table), height_px=height_px
    )


def payload(table: pd.DataFrame, *, title: str | None, with_basemap: bool) -> dict[str, Any]:
    """Give everything that the page shows as plain data, the same for the same table."""
    footprints, used = layers.footprints(table)
    return {
        "title": title or "",
        "region": _integers(settings.study_bbox),
        "palette": {"light": style.LIGHT, "dark": style.DARK},
        "types": style.type_styles(_types_by_count(table["event_type"])),
        "precisions": _precisions(table),
        "basemap": layers.basemap() if with_basemap else None,
        "credit": layers.credit(),
        "footprints": footprints,
        "incidents": {
            **{name: _texts(table[name]) for name in TEXT_COLUMNS},
            **{name: _numbers(table[name]) for name in NUMBER_COLUMNS},
            "precision": table["precision"].tolist(),
            "lon": [_integer(value) for value in table["longitude"]],
            "lat": [_integer(value) for value in table["latitude"]],
            "footprint": used,
        },
    }


def opening(table: pd.DataFrame) -> Bounds:
    """Give the extent of the incidents within the border region, or of the whole border when none lies there."""
    west, south, east, north = settings.study_bbox
    there = table[table["longitude"].between(west, east) & table["latitude"].between(south, north)]
    if there.empty:
        return settings.opening_bbox
    lon, lat = there["longitude"], there["latitude"]
    return (lon.min() - 0.15, lat.min() - 0.12, lon.max() + 0.15, lat.max() + 0.12)


def _checked(incidents: pd.DataFrame) -> pd.DataFrame:
    """Give a table with every column that the page knows, in degrees, a valid precision in every row, none drawn without."""
    table = pd.DataFrame(incidents.drop(columns="geometry", errors="ignore")).reset_index(drop=True)
    table["geometry"] = _geometries(incidents)
    _fill_points(table)
    for name in (*TEXT_COLUMNS, *NUMBER_COLUMNS, "precision"):
        if name not in table:
            table[name] = None
    table["precision"] = [_precision(*row) for row in table[["precision", "latitude"]].itertuples()]
    _check_degrees(table)
    table.loc[table["precision"] == "unlocated", ["latitude", "longitude"]] = math.nan
    return table


def _geometries(incidents: pd.DataFrame) -> list[BaseGeometry | None]:
    if "geometry" not in incidents:
        return [None] * len(incidents)
    column = incidents["geometry"]
    crs = getattr(column, "crs", None)
    if crs is not None and crs != settings.storage_crs:
        column = column.to_crs(settings.storage_crs)
    return [None if geometry is None or geometry.is_empty else geometry for geometry in column]


def _fill_points(table: pd.DataFrame) -> None:
    """Take the representative point from the footprint where the table gives none."""
    if "latitude" not in table and "longitude" not in table and table["geometry"].notna().sum() == 0 and len(table):
        msg = f"incidents: no place: give latitude and longitude columns or a geometry; there are {list(table.columns)}"
        raise RenderError(msg)
    spots = [None if geometry is None else geometry.representative_point() for geometry in table["geometry"]]
    for name, axis in (("longitude", "x"), ("latitude", "y")):
        given = pd.to_numeric(table[name], errors="coerce") if name in table else pd.Series(math.nan, index=table.index)
        table[name] = given.fillna(pd.Series([getattr(spot, axis, math.nan) for spot in spots], dtype=float))


def _precision(row: Any, word: Any, latitude: float) -> str:
    if math.isnan(latitude):
        return "unlocated"
    if _absent(word) or word in {"", "unstated"}:
        return "unstated"
    if word not in PRECISION_WORDS:
        msg = f"incidents: row {row}: precision {word!r} is none of {', '.join(PRECISION_WORDS)}"
        raise RenderError(msg)
    return str(word)


def _check_degrees(table: pd.DataFrame) -> None:
    located = table[table["precision"] != "unlocated"]
    for row, lat, lon in located[["latitude", "longitude"]].itertuples():
        if not -90 <= lat <= 90:  # noqa: PLR2004 - degrees
            msg = f"incidents: row {row}: latitude {lat} is no latitude; are latitude and longitude swapped?"
            raise RenderError(msg)
        if not -180 <= lon <= 180:  # noqa: PLR2004 - degrees
            msg = f"incidents: row {row}: longitude {lon} is no longitude in degrees (-180 to 180)"
            raise RenderError(msg)


def _precisions(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the precisions for the legend; a county's outline is called approximate where one on the map is."""
    counties = table[table["precision"] == "county"].to_dict("records")
    given = sum(map(layers.is_given, counties))
    if not given:
        return style.precision_styles()
    outline = (
        {"label": "county", "given": True} if given == len(counties) else {"label": "county (approximate: dashed)"}
    )
    return [{**row, **outline} if row["key"] == "county" else row for row in style.precision_styles()]


def _types_by_count(column: pd.Series[Any]) -> list[str]:
    """Give the incident types, the commonest first, then by name."""
    counts = pd.Series(_texts(column), dtype=object).fillna("").value_counts()
    return sorted(counts.index, key=lambda kind: (-counts[kind], kind))


def _texts(column: pd.Series[Any]) -> list[str | None]:
    return [_text(value) for value in column]


def _text(value: Any) -> str | None:
    """Give a cell as text: a date as ISO 8601, a whole number without a decimal point, nothing as None."""
    if _absent(value):
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _numbers(column: pd.Series[Any]) -> list[float | None]:
    return [None if math.isnan(value) else round(float(value), 1) for value in pd.to_numeric(column, errors="coerce")]


def _absent(value: Any) -> bool:
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def _integers(degrees: Bounds) -> list[int]:
    return [round(value * layers.SCALE) for value in degrees]


def _integer(degrees: float) -> int | None:
    return None if math.isnan(degrees) else round(degrees * layers.SCALE)
