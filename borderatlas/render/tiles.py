"""Online tiles, which a page has only when somebody asks for them: each view tells a server what the reader looks at."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import xyzservices

from borderatlas.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOLE = re.compile(r"\{(\w+)\}")
_BY_LEAFLET = {"z", "x", "y", "s", "r"}


def tile_layer(tiles: str | xyzservices.TileProvider) -> dict[str, Any]:
    """Give what the page needs to show tiles.

    Parameters
    ----------
    tiles : str or xyzservices.TileProvider
        A name as xyzservices has it, such as ``OpenStreetMap.Mapnik``, or a provider with its key filled in.

    Returns
    -------
    dict
        ``url`` (Leaflet's template), ``attribution`` (plain text), ``hosts`` (origins to be let through) and
        ``options`` for Leaflet.

    Raises
    ------
    RenderError
        When no provider has that name, or it needs a key that is not given.
    """
    provider = _provider(tiles)
    if provider.requires_token():
        msg = f"tiles: {provider.name} needs a key; give xyzservices.providers.{provider.name} with the key filled in"
        raise RenderError(msg)
    url = _HOLE.sub(lambda hole: _filled(hole, provider), provider.url)
    options = {
        "maxNativeZoom": int(provider.get("max_zoom", 18)),
        "maxZoom": 22,
        "minZoom": int(provider.get("min_zoom", 0)),
    }
    options |= {"subdomains": provider["subdomains"]} if "{s}" in url and "subdomains" in provider else {}
    return {
        "url": url, "attribution": str(provider.get("attribution", "")), "hosts": hosts(url, options), "options": options,
    }  # fmt: skip


def _provider(tiles: str | xyzservices.TileProvider) -> xyzservices.TileProvider:
    if isinstance(tiles, xyzservices.TileProvider):
        return tiles
    try:
        return xyzservices.providers.query_name(tiles)
    except ValueError as error:
        like = get_close_matches(tiles, xyzservices.providers.flatten(), 3)
        hint = f"did you mean {', '.join(like)}?" if like else "names are those of xyzservices, as OpenStreetMap.Mapnik"
        msg = f"tiles: no provider is called {tiles!r}; {hint}"
        raise RenderError(msg) from error


def _filled(hole: re.Match[str], provider: xyzservices.TileProvider) -> str:
    name = hole[1]
    return hole[0] if name in _BY_LEAFLET or name not in provider else str(provider[name])


def hosts(url: str, options: Mapping[str, Any]) -> list[str]:
    """Give the origins that a template's tiles come from, one for each subdomain.

    Raises
    ------
    RenderError
        When one is not an address of http or https.
    """
    names = [url.replace("{s}", name) for name in options.get("subdomains", "abc")] if "{s}" in url else [url]
    found = []
    for name in names:
        parts = urlsplit(name)
        if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[A-Za-z0-9.-]+(:\d+)?", parts.netloc):
            msg = f"tiles: {name!r} is no address of tiles (http or https)"
            raise RenderError(msg)
        found.append(f"{parts.scheme}://{parts.netloc}")
    return list(dict.fromkeys(found))
