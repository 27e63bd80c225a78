"""`render_map`: incidents → a `folium.Map` that saves as one self-contained page and shows itself in a notebook."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import folium
from folium.template import Template

from borderatlas import settings
from borderatlas.errors import RenderError
from borderatlas.incidents.glyphs import PLAIN
from borderatlas.render import aggregate as groups
from borderatlas.render import block, coloured, glyphs, ground, inline, layers, style, towns
from borderatlas.render.intake import checked
from borderatlas.render.page import AtlasFigure
from borderatlas.render.tiles import tile_layer
from borderatlas.render.towns import SCALE

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import geopandas
    import pandas as pd
    import xyzservices
    from IPython.display import HTML

Bounds = tuple[float, float, float, float]
Language = Literal["en", "ko", "zh"]


class AtlasMap(folium.Map):
    """A folium map that is an atlas page: no tiles, no assets from elsewhere, incidents drawn by the page itself.

    Any folium layer that needs no script or tile from a server can be added. What a report says never passes through
    folium; text that a caller puts into a folium layer does, and folium compiles it as a template: escape it.

    Parameters
    ----------
    payload, blocks : dict
        Everything that the page shows, in the form of `borderatlas.render.atlas_map.page_data`.
    bounds : tuple of float
        (west, south, east, north) in degrees that the map opens on.
    height_px : int
        Height of the frame in a notebook, pixels.
    about : str
        What the map shows, in a line.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import folium
    >>> import pandas as pd
    >>> atlas = ba.render_map(pd.DataFrame({"latitude": [41.40], "longitude": [128.18]}), title="One incident")
    >>> _ = folium.Circle([41.40, 128.18], radius=5_000).add_to(atlas)
    >>> isinstance(atlas, folium.Map), atlas
    (True, <borderatlas map 'One incident': 1 incident>)
    """

    _template = Template("""
        {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}" tabindex="0"></div>{% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
                center: {{ this.location|tojson }}, crs: L.CRS.EPSG3857, ...{{ this.options|tojavascript }}
            });
        {% endmacro %}
    """)

    def __init__(
        self,
        payload: dict[str, Any],
        blocks: dict[str, str],
        *,
        bounds: Bounds,
        height_px: int = 640,
        about: str = "<borderatlas map>",
    ) -> None:
        west, south, east, north = bounds
        super().__init__(
            location=[round((south + north) / 2, 5), round((west + east) / 2, 5)], zoom_start=7, tiles=None, zoom_control=True,
            min_zoom=5, max_zoom=15, zoom_snap=0.25, zoom_delta=0.75, wheel_px_per_zoom_level=90,
        )  # fmt: skip
        self.options.update(min_zoom=5, max_zoom=15)
        self.default_js, self.default_css = [], []
        figure = AtlasFigure(height_px=height_px)
        figure.payload, figure.blocks = {**payload, "opening": _integers(bounds)}, blocks
        figure.add_child(self)
        self.about = about

    def save(self, outfile: Any, close_file: bool = True, **kwargs: Any) -> Any:
        """Write the page, whole or not at all.

        Parameters
        ----------
        outfile : path or binary file
            Where to; a string has its ``~`` taken for the home folder.

        Returns
        -------
        Path or binary file
            What was written to.

        Raises
        ------
        OutputError
            When the path cannot be written.
        RenderError
            When a layer needs something that the page does not carry.

        Examples
        --------
        >>> import borderatlas as ba
        >>> import pandas as pd
        >>> atlas = ba.render_map(pd.DataFrame({"latitude": [41.40], "longitude": [128.18]}))
        >>> path = atlas.save("one.html")
        >>> path.read_bytes()[:15]
        b'<!DOCTYPE html>'
        """
        target = Path(outfile).expanduser() if isinstance(outfile, (str, Path)) else outfile
        self.get_root().save(target, close_file=close_file, **kwargs)
        return target

    def show_inline(self, *, max_bytes: int | None = inline.CAP_BYTES) -> HTML:
        """Show the page in the cell of a notebook, also one that is larger than usual.

        Parameters
        ----------
        max_bytes : int, optional
            The largest page to show, bytes; None shows any. A notebook keeps every page that it shows.

        Returns
        -------
        IPython.display.HTML
            For the notebook to show.

        Raises
        ------
        RenderError
            When IPython is not installed, so that there is no notebook either.

        Examples
        --------
        >>> import borderatlas as ba
        >>> import pandas as pd
        >>> atlas = ba.render_map(pd.DataFrame({"latitude": [41.40], "longitude": [128.18]}))
        >>> "<iframe" in atlas.show_inline(max_bytes=None).data
        True
        """
        try:
            from IPython.display import HTML
        except ImportError as error:
            msg = "show_inline is for notebooks, which need IPython: pip install 'borderatlas[notebook]'; else .save(path)"
            raise RenderError(msg) from error
        return HTML(self._framed(max_bytes))  # type: ignore[no-untyped-call]

    def _repr_html_(self, **_: Any) -> str:
        """Show the page in a notebook, in a frame that cannot reach the notebook; past the cap only a summary."""
        return self._framed(inline.CAP_BYTES)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Mapping[str, str]:  # noqa: ARG002 - IPython's signature
        return inline.mimebundle(self._repr_html_(), repr(self))

    def _framed(self, max_bytes: int | None) -> str:
        figure = cast("AtlasFigure", self.get_root())
        return inline.framed(figure.render(), repr(self), height=str(figure.height), max_bytes=max_bytes)

    def __repr__(self) -> str:
        return self.about


def render_map(  # noqa: PLR0913 - options are keywords
    incidents: geopandas.GeoDataFrame | pd.DataFrame,
    *,
    column: str | None = None,
    popup: Sequence[str] | str | None = None,
    title: str | None = None,
    layers: bool = True,
    bounds: Bounds | None = None,
    height_px: int = 640,
    compat: bool = False,
    tiles: str | xyzservices.TileProvider | None = None,
    language: Language = "en",
    assets: str | os.PathLike[str] | None = None,
    aggregate: bool | int | None = None,
) -> AtlasMap:
    """Draw incidents on the map of the border.

    Parameters
    ----------
    incidents : GeoDataFrame or DataFrame
        One row an incident, columns named as the fields of `borderatlas.models.Incident`; ``geometry`` is the
        footprint (EPSG:4326, or any CRS that it declares). Needed is only a place: ``latitude`` and ``longitude``
        (degrees, EPSG:4326), or a geometry. A row without either is listed, not drawn. A column ``outline`` that says
        ``given`` marks a county whose area is not approximate. Other columns are shown where `column` or `popup` name
        them.
    column : str, optional
        The column by which symbols are coloured and the legend filters; by default ``event_type``. Numbers of more
        than eight distinct values are cut into five classes of about equally many incidents.
    popup : str or sequence of str, optional
        Further columns that the popup tells, under their own names.
    title : str, optional
        Heading of the page, shown as it is.
    layers : bool
        Whether the basemap (land, rivers, border, provinces, towns) is drawn.
    bounds : tuple of float, optional
        (west, south, east, north) in degrees to open on; by default the incidents' extent within the border region.
    height_px : int
        Height of the frame in a notebook, pixels.
    compat : bool
        Write plain data only, three times as large, for browsers without ``DecompressionStream`` (Chromium before 80,
        Firefox before 113, Safari before 16.4).
    tiles : str or xyzservices.TileProvider, optional
        Online tiles under the map, by their name in xyzservices, such as ``OpenStreetMap.Mapnik``. Then, and only
        then, the page asks a server for something: which tiles, and so what the reader looks at.
    language : {"en", "ko", "zh"}
        Language of names and of the page's own words at opening.
    assets : path, optional
        A folder with copies of the scripts and style sheets that added folium plugins need, by their file names.

    aggregate : bool or int, optional
        Whether the page shows groups by cell of H3, month and type, each with its number, instead of every incident;
        by default it does so above 200,000 incidents. An integer is the resolution of the cells, 0 to 15. Needs h3
        (``pip install 'borderatlas[maps]'``). Titles, quotes and the names of publishers are not on such a page.

    Returns
    -------
    AtlasMap
        A `folium.Map`: takes folium layers, shows itself in Jupyter, and ``.save(path)`` writes the page.

    Raises
    ------
    RenderError
        When the table has no place columns, a coordinate is no degree, a precision is no such word, there are no such
        tiles or columns, or h3 is needed and not there.
    DatasetError
        When the basemap's data files are missing.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> table = pd.DataFrame({"latitude": [41.40, 40.12], "longitude": [128.18, 124.39], "injured": [3, 0]})
    >>> atlas = table.pipe(ba.render_map, title="Two incidents", popup="injured")
    >>> atlas
    <borderatlas map 'Two incidents': 2 incidents>
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     atlas.save(f"{folder}/two.html").name
    'two.html'
    """
    table, choice = coloured.chosen(checked(incidents), column, popup)
    payload, blocks = page_data(
        table, title=title, with_basemap=layers, compat=compat, choice=choice, aggregate=aggregate
    )
    payload |= {"language": language, "tiles": tile_layer(tiles) if tiles else None}
    about = inline.summary(len(table), int((table["precision"] == "unlocated").sum()), title or "")
    m = AtlasMap(payload, blocks, bounds=bounds or opening(table), height_px=height_px, about=about)
    cast("AtlasFigure", m.get_root()).assets = Path(assets) if assets else None
    return m


def page_data(
    table: pd.DataFrame,
    *,
    title: str | None = None,
    with_basemap: bool = True,
    compat: bool = False,
    choice: coloured.Choice = coloured.BY_TYPE,
    aggregate: bool | int | None = None,
) -> tuple[dict[str, Any], dict[str, str]]:
    """Give everything that the page shows as plain data and as compressed blocks, the same for the same table.

    Parameters
    ----------
    table : DataFrame
        As `checked` gives it.
    compat : bool
        Whether nothing may be compressed.
    choice : Choice
        The column that is coloured, and columns for the popup.
    aggregate : bool or int, optional
        As for `render_map`.

    Returns
    -------
    dict
        For the page's JSON. Keys named in ``packed`` are in a block of their own.
    dict
        The compressed blocks by name.
    """
    found = groups.grouped(table, aggregate) if groups.is_wanted(len(table), aggregate) else None
    if found:  # groups are of one type each, and of many of whatever else a column says
        table, choice = found.table, coloured.BY_TYPE
    plain = compat or len(table) <= block.PLAIN_ROWS
    grounds, used = (found.grounds, found.used) if found else ground.footprints(table)
    with ThreadPoolExecutor(
        1
    ) as aside:  # the basemap is made while zlib packs the texts, outside the interpreter's lock
        basemap = aside.submit(_basemap, wanted=with_basemap, packed=not compat)
        incidents, blocks = block.incident_block(
            table,
            used,
            SCALE,
            plain=plain,
            coded=(choice.column,),
            texts=choice.popup,
            given=found.columns if found else None,
        )
    heavy: dict[str, Any] = {"footprints": grounds, **({"cells": found.cells} if found else {})}
    packed = [] if plain else [*heavy]
    blocks |= {name: block.compressed(block.json_bytes(heavy.pop(name))) for name in packed}
    (heavy if compat else blocks)["basemap"] = basemap.result()
    types = [kind for kind in incidents["words"]["event_type"] if kind or not _all_typed(table)]
    styles = glyphs.type_styles(types) if choice.types is None else choice.types
    chosen = {} if choice == coloured.BY_TYPE else {"column": choice.column, "popup": [*choice.popup]}
    return {
        **chosen,
        "title": title or "",
        "region": _integers(settings.study_bbox),
        "palette": {"light": style.LIGHT, "dark": style.DARK},
        "types": styles,
        "plain": PLAIN._asdict(),
        "glyphs": glyphs.outlines_of([PLAIN.shape, *(str(one["shape"]) for one in styles)]),
        "precisions": [*_precisions(table), *([style.cell_style()] if found else [])],
        "credit": layers.credit(),
        "notes": _notes(grounds),
        "place_names": towns.other_names(name for name in table["place_name"].unique() if isinstance(name, str)),
        "packed": packed if compat else ["basemap", *packed],
        **heavy,
        **({"grouped": found.about()} if found else {}),
        "incidents": incidents,
    }, blocks


def _basemap(*, wanted: bool, packed: bool) -> Any:
    """Give the basemap, or nothing, as data or as a compressed block."""
    data = layers.basemap() if wanted else None
    return block.compressed(block.json_bytes(data)) if packed else data


def _all_typed(table: pd.DataFrame) -> bool:
    return bool(table["event_type"].fillna("").ne("").all())


def _notes(grounds: list[dict[str, Any]]) -> list[str]:
    """Give what the page must say about how it was made."""
    simplified = sum("simplified_from" in footprint for footprint in grounds)
    if not simplified:
        return []
    outlines = "1 outline was" if simplified == 1 else f"{simplified} outlines were"
    return [f"{outlines} simplified to at most {ground.MAX_VERTICES} vertices."]


def opening(table: pd.DataFrame) -> Bounds:
    """Give the extent of the incidents within the border region, or of the whole border when none lies there."""
    west, south, east, north = settings.study_bbox
    there = table[table["longitude"].between(west, east) & table["latitude"].between(south, north)]
    if there.empty:
        return settings.opening_bbox
    lon, lat = there["longitude"], there["latitude"]
    return (lon.min() - 0.15, lat.min() - 0.12, lon.max() + 0.15, lat.max() + 0.12)


def _precisions(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the precisions for the legend; a county's outline is called approximate where one on the map is."""
    counties = table.loc[table["precision"] == "county", [name for name in ("precision", "outline") if name in table]]
    given = sum(map(ground.is_given, counties.to_dict("records")))
    if not given:
        return style.precision_styles()
    outline = (
        {"label": "county", "given": True} if given == len(counties) else {"label": "county (approximate: dashed)"}
    )
    return [{**row, **outline} if row["key"] == "county" else row for row in style.precision_styles()]


def _integers(degrees: Bounds) -> list[int]:
    return [round(value * SCALE) for value in degrees]
