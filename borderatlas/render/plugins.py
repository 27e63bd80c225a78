"""Scripts and style sheets of folium's plugins, from a folder of local copies, so that nothing is fetched."""

from __future__ import annotations

import base64
import mimetypes
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from folium.elements import JSCSSMixin

from borderatlas.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from branca.element import Element

_URL = re.compile(r"url\(\s*(['\"]?)(?!data:|#)([^)'\"]+)\1\s*\)")
_COMPILES = re.compile(r"\bnew Function\s*\(|(?<![\w.$])eval\s*\(")
_SOURCE_MAP = re.compile(r"(?m)^(?://[#@]|/\*[#@]) sourceMappingURL=.*$")


def carry(elements: Iterable[Element], folder: Path | None) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Give the scripts and style sheets that elements ask for, each once, and take the request away from them.

    Parameters
    ----------
    elements : iterable of Element
        Of a tree that is about to be written; their lists of assets are emptied, on the instance alone.
    folder : Path or None
        Holds a copy of each file under its own name, as ``leaflet.markercluster.js``.

    Returns
    -------
    list of tuple, list of tuple
        (name, code) of the scripts and of the style sheets, in the order in which they are asked for.

    Raises
    ------
    RenderError
        When a file is not in the folder, or there is no folder: it names the layer and the files.
    """
    found: dict[str, dict[str, str]] = {"js": {}, "css": {}}
    for element in elements:
        if not isinstance(element, JSCSSMixin):
            continue
        for kind, wanted in (("js", element.default_js), ("css", element.default_css)):
            for _, url in wanted:
                name = unquote(urlsplit(url).path).rsplit("/", 1)[-1]
                found[kind].setdefault(name, "")
                found[kind][name] = found[kind][name] or _read(type(element).__name__, name, wanted, folder)
        element.default_js, element.default_css = [], []
    return list(found["js"].items()), list(found["css"].items())


def compile_code(scripts: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a plugin makes code from text, as leaflet-measure makes its templates: the policy must let it."""
    return any(_COMPILES.search(code) for _, code in scripts)


def _read(layer: str, name: str, wanted: Iterable[tuple[str, str]], folder: Path | None) -> str:
    if folder is None:
        labels = ", ".join(sorted({label for label, _ in wanted}))
        msg = (
            f"{layer}: needs {labels} ({name}), which this page does not carry (it fetches nothing); "
            f"leave the layer out, or give render_map(assets=FOLDER) a folder with a copy of {name}"
        )
        raise RenderError(msg)
    path = folder / name
    if not path.is_file():
        msg = f"{layer}: needs {name}, which is not in {folder}; put a copy of it there"
        raise RenderError(msg)
    code = _SOURCE_MAP.sub("", path.read_text(encoding="utf-8"))
    if not name.endswith(".css"):
        return code
    return _URL.sub(
        lambda hit: f"url({_as_data(folder, unquote(urlsplit(hit[2].strip()).path), f'{layer}: {name}')})", code
    )


def _as_data(folder: Path, address: str, by: str) -> str:
    """Give an image or font of a style sheet as data, from beside the sheet or from the folder itself."""
    name = address.rsplit("/", 1)[-1]
    beside = (folder / address).resolve()
    path = beside if beside.is_relative_to(folder.resolve()) and beside.is_file() else folder / name
    if not path.is_file():
        msg = f"{by} shows {address}, which is not in {folder}; put a copy of it there, as {name}"
        raise RenderError(msg)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"
