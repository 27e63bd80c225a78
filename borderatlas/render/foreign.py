"""What a folium layer would have the reader's browser fetch: refused by name, or let through where it was asked for.

The page's policy stops every request, so a layer that needs one would be silently blank in front of a reader. Here it
is named while the page is written. Tiles of a host that the caller has asked for (``render_map(tiles=…)``) may be used
by further layers too, such as a MiniMap.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from branca.element import CssLink, Element, JavascriptLink
from folium.features import CustomIcon, GeoJson
from folium.map import Icon
from folium.raster_layers import TileLayer, WmsTileLayer

from borderatlas.errors import RenderError
from borderatlas.render.tiles import hosts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_TILES = (TileLayer, WmsTileLayer)

_ADDRESSES = ("url", "video_url", "embed_link", "src", "source")
"""Attributes in which folium's layers keep the address of a picture, a film, data or a service."""

_ASKING = {"Geocoder": "asks a server of OpenStreetMap for what a reader types"}
"""Layers whose address is in their script."""

_LOADED = re.compile(
    r"<(?:img|image|video|audio|source|track|input)\b[^>]*?\b(?:src|srcset|poster|href)\s*=\s*[\"']?\s*(?:https?:)?//[^\"'\s>]*",
    re.IGNORECASE,
)
_STYLED = re.compile(r"url\(\s*[\"']?\s*((?:https?:)?//[^)\"']*)", re.IGNORECASE)
_MARKUP = re.compile(r"<(script|link|iframe|object|embed|base)\b[^>]{0,120}", re.IGNORECASE)


def refuse_foreign(element: Element, allowed: Collection[str] = ()) -> None:
    """Raise RenderError for a layer that needs what the page does not carry, naming the layer and the thing.

    Parameters
    ----------
    element : Element
        Of folium or branca; what it holds beside its children, such as a MiniMap its tiles, is looked at too.
    allowed : collection of str
        Origins of tiles that the page lets through, as ``https://tile.openstreetmap.org``.
    """
    name = type(element).__name__
    if isinstance(element, Icon) and not isinstance(element, CustomIcon):
        msg = "Icon: needs Awesome Markers, which this page does not carry; use folium.DivIcon or folium.CircleMarker"
        raise RenderError(msg)
    if isinstance(element, JavascriptLink | CssLink):
        msg = f"{name}: {element.url} would be fetched, and this page fetches nothing; leave the layer out"
        raise RenderError(msg)
    if name in _ASKING:
        msg = f"{name}: {_ASKING[name]}, and this page lets no request through; leave the layer out"
        raise RenderError(msg)
    for held in (element, *_held(element)):
        if isinstance(held, _TILES):
            _check_tiles(name, held, allowed)
    if isinstance(element, GeoJson) and not element.embed:
        msg = f"{name}: {element.embed_link} would be fetched, and this page fetches nothing; leave embed=False out"
        raise RenderError(msg)
    for address in _addresses(element):
        msg = f"{name}: {address[:200]} would be fetched, and this page fetches nothing; give the layer the data themselves, or leave it out"
        raise RenderError(msg)


def refuse_markup(part: str, where: str) -> None:
    """Raise RenderError for a layer that puts a script, a link or a picture from elsewhere into head or body."""
    hit = _MARKUP.search(part)
    if hit and not re.match(r"<iframe src=\"data:", hit[0]):
        msg = f"a layer writes {hit[0]!r} into the page's {where}; this page carries no script or link but its own"
        raise RenderError(msg)
    refuse_loaded(part, where)


def refuse_loaded(part: str, where: str) -> None:
    """Raise RenderError for markup that shows what lies elsewhere: also in a popup's text, which is in the script."""
    hit = _LOADED.search(part) or _STYLED.search(part)
    if hit:
        msg = (
            f"a layer writes {hit[0][:200]!r} into the page's {where}, which would be fetched, and this page fetches nothing; "
            "give pictures as data: URLs"
        )
        raise RenderError(msg)


def _held(element: Element) -> Iterator[Element]:
    """Give the elements that an element keeps beside its children, as a MiniMap keeps its tiles."""
    return (value for key, value in vars(element).items() if isinstance(value, Element) and key != "_parent")


def _check_tiles(name: str, layer: TileLayer | WmsTileLayer, allowed: Collection[str]) -> None:
    address = layer.tiles if isinstance(layer, TileLayer) else layer.url
    if address.startswith("data:") or (allowed and {*hosts(address, layer.options)} <= {*allowed}):
        return
    let = f"this page lets through only {', '.join(sorted(allowed))}" if allowed else "this page fetches nothing"
    msg = (
        f"{name}: fetches tiles from {urlsplit(address).netloc or address[:60]} while the page is read, and {let}; "
        "leave the layer out, or ask for tiles by name: render_map(tiles='OpenStreetMap.Mapnik')"
    )
    raise RenderError(msg)


def _addresses(element: Element) -> Iterator[str]:
    """Give what an element would load by its address."""
    if isinstance(element, _TILES):
        return
    options: Any = getattr(element, "options", None)
    kept = [getattr(element, key, None) for key in _ADDRESSES]
    kept += (
        [options.get(key) for key in ("iconUrl", "icon_url", "shadowUrl", "shadow_url")]
        if isinstance(options, dict)
        else []
    )
    yield from (value for value in kept if isinstance(value, str) and re.match(r"\s*(https?:|ftp:|file:)?//", value))
