"""From folium's tree to one self-contained page: assets inlined, a content security policy, stable ids, whole files.

folium and branca would have the browser fetch five scripts and six style sheets from four hosts. Here nothing is
fetched: Leaflet comes from the XStatic-Leaflet package, the rest from ``assets/``, and what a page cannot carry is
refused by name rather than left to fail in front of a reader.
"""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from branca.element import Element, Figure

from borderatlas.files import write_whole
from borderatlas.render import block, plugins, style, text
from borderatlas.render.foreign import refuse_foreign, refuse_loaded, refuse_markup
from borderatlas.render.verbatim import results_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ASSETS = Path(__file__).with_name("assets")

PRELUDE = ("folium", "unpack")
"""What runs at once, before folium's own script: it makes that script work, and starts the rest."""

SCRIPTS = (
    "block", "dom", "speech", "words", "store", "selection", "projection", "canvas", "basemap", "symbols", "labels",
    "footprints", "stacks", "cursor", "range", "filters", "search", "histogram", "legend", "popup", "download", "table",
    "profile", "drawer", "permalink", "panel", "atlas",
)  # fmt: skip
"""Our scripts in the order in which they are joined; each is one thing.

They share one asynchronous function, in which ``block`` waits for the data and ``atlas`` for the map.
"""

STYLES = ("page", "panel", "timeline", "drawer", "popup", "forced", "print")

DATA_BLOCK = "borderatlas-data"
CODE_BLOCK = "code"

_RANDOM_ID = re.compile(r"(?<=_)[0-9a-f]{32}(?![0-9a-f])")


class AtlasFigure(Figure):
    """The root of an atlas page's tree: the same page from `render`, `save` and a notebook cell."""

    def __init__(self, *, height_px: int) -> None:
        super().__init__(height=f"{height_px}px")
        self.payload: dict[str, Any] = {}
        self.blocks: dict[str, str] = {}
        self.assets: Path | None = None

    def render(self, **kwargs: Any) -> str:
        """Give the whole page; the tree stays as it was, so that a second call gives the same bytes.

        Raises
        ------
        RenderError
            When a layer needs something that the page does not carry.
        """
        tree = copy.deepcopy(self, {id(data): data for data in (self.payload, self.blocks)})
        for element in walk(tree):
            refuse_foreign(element, tile_hosts(self.payload))
        carried = plugins.carry(list(walk(tree)), self.assets)
        with results_kept():
            for child in tree._children.values():  # noqa: SLF001 - branca has no public way to its tree
                child.render(**kwargs)
        return assemble(tree, *carried)

    def save(self, outfile: Any, close_file: bool = True, **kwargs: Any) -> None:
        """Write the page to a path (whole or not at all) or to an open binary file.

        Raises
        ------
        OutputError
            When the path cannot be written; nothing is left half-written.
        """
        page = self.render(**kwargs).encode("utf-8")
        if not hasattr(outfile, "write"):
            write_whole(os.fsdecode(outfile), page)
            return
        outfile.write(page)
        if close_file:
            outfile.close()


def walk(element: Element) -> Iterator[Element]:
    """Go through an element and everything below it, parents first, in the order in which it was added."""
    yield element
    for child in element._children.values():  # noqa: SLF001 - branca has no public way to its tree
        yield from walk(child)


def tile_hosts(payload: dict[str, Any]) -> list[str]:
    """Give the origins of the tiles that a page was asked to show."""
    return list((payload.get("tiles") or {}).get("hosts", ()))


def assemble(tree: AtlasFigure, more_scripts: list[tuple[str, str]], more_styles: list[tuple[str, str]]) -> str:
    """Put a rendered tree, the assets, those of plugins and the data blocks together into the final page."""
    for element in walk(tree.header):
        refuse_foreign(element, tile_hosts(tree.payload))
    header, body, script = _stable_ids(tree, tree.header.render(), tree.html.render(), tree.script.render())
    for part, where in ((header, "head"), (body, "body")):
        refuse_markup(part, where)
    refuse_loaded(script, "script")
    scripts = {"Leaflet": leaflet_script(), "the prelude": prelude_script(), **dict(more_scripts)}
    scripts |= {"a layer": script, "the page": own_script()}
    packed = dict(tree.blocks)
    if packed:
        packed[CODE_BLOCK] = packed_code()
    inline = [text.script_block(code, source) for source, code in scripts.items() if source != "the page" or not packed]
    return "\n".join([
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        f'<meta http-equiv="Content-Security-Policy" content="{text.attribute(policy([*scripts.values()], tile_hosts(tree.payload), compiles=plugins.compile_code(more_scripts)))}">',
        '<meta charset="utf-8">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        "<title>borderatlas</title>",
        f"<style>{leaflet_style()}</style>",
        *(text.style_block(code, name) for name, code in more_styles),
        f"<style>{own_style()}</style>",
        header,
        "</head>",
        "<body>",
        (ASSETS / "page.html").read_text(encoding="utf-8").replace("<!-- the map -->", body),
        text.data_block(DATA_BLOCK, tree.payload),
        *(text.packed_block(f"borderatlas-{name}", content) for name, content in packed.items()),
        *inline,
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip


def _stable_ids(tree: AtlasFigure, *parts: str) -> list[str]:
    """Replace the random ids of branca's elements by counted ones, in the order of the tree."""
    known: dict[str, str] = {}
    _count_ids(tree, known)
    return [_RANDOM_ID.sub(lambda hit: known.get(hit[0], hit[0]), part) for part in parts]


def _count_ids(element: Element, known: dict[str, str]) -> None:
    """Give numbers to an element, its children, and elements that it holds otherwise (a popup's text, a marker's icon)."""
    if element._id in known:  # noqa: SLF001 - branca keeps ids and children private
        return
    known[element._id] = f"{len(known) + 1:04d}"  # noqa: SLF001
    held = (value for value in vars(element).values() if isinstance(value, Element))
    for other in (*element._children.values(), *held):  # noqa: SLF001
        _count_ids(other, known)


def policy(scripts: list[str], hosts: Iterable[str] = (), *, compiles: bool = False) -> str:
    """Give the content security policy: only these scripts, by hash; no request to anywhere but for tiles asked for.

    Parameters
    ----------
    scripts : list of str
        The code of every script of the page.
    hosts : iterable of str
        Origins of tiles.
    compiles : bool
        Whether one of the scripts, a plugin that a caller added, makes code from text.
    """
    images = " ".join(["data:", "blob:", *hosts])
    allowed = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    more = " 'unsafe-eval'" if compiles else ""
    return (
        f"default-src 'none'; script-src {allowed}{more}; style-src 'unsafe-inline'; img-src {images}; font-src data:; "
        "frame-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def _leaflet_folder() -> Path:
    from xstatic.pkg import leaflet

    return Path(leaflet.BASE_DIR)


@cache
def leaflet_script() -> str:
    """Give Leaflet's code, without the comment that would make developer tools ask for a source map."""
    code = (_leaflet_folder() / "leaflet.js").read_text(encoding="utf-8")
    return re.sub(r"(?m)^//# sourceMappingURL=.*$", "", code).strip()


@cache
def leaflet_style() -> str:
    """Give Leaflet's style sheet with its images as data."""
    css = (_leaflet_folder() / "leaflet.css").read_text(encoding="utf-8")
    css = re.sub(r"\.leaflet-default-icon-path\s*\{[^}]*\}", "", css)  # the prelude names the images instead
    return re.sub(r"url\((?!data:|#)([^)]+)\)", lambda hit: f"url({_image(hit[1])})", css)


def _image(name: str) -> str:
    path = _leaflet_folder() / name.strip("'\" ")
    return f"data:image/png;base64,{base64.b64encode(path.read_bytes()).decode()}"


@cache
def prelude_script() -> str:
    """Give what runs before folium's script."""
    icons = {key: _image(f"images/{file}") for key, file in MARKER_IMAGES.items()}
    parts = [f"const MARKER = {text.json_text(icons)};", *(_source(name) for name in PRELUDE)]
    return "\n".join(["(() => {", "'use strict';", *parts, "})();"])


@cache
def own_script() -> str:
    """Give our scripts as one, each file in the order of `SCRIPTS`, in a scope of its own."""
    return "\n".join(["(async () => {", "'use strict';", *map(_source, SCRIPTS), "})();"])


@cache
def packed_code() -> str:
    """Give our scripts as a packed block."""
    return block.compressed(own_script().encode("utf-8"))


_REMARK = re.compile(r"(?ms)^[ \t]*/\*.*?\*/[ \t]*\n")
_INDENT = re.compile(r"(?m)^[ \t]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")


def _source(name: str) -> str:
    """Give one of our scripts as a page carries it: without remarks that fill lines, without indentation, in ASCII.

    A fifth of it is for those who read the source, and a browser holds and hashes a script in half the memory and time when
    every letter of it is one byte. No literal of ours goes over several lines (`tests/test_page_code.py`).
    """
    code = (ASSETS / "js" / f"{name}.js").read_text(encoding="utf-8")
    bare = _INDENT.sub("", _REMARK.sub("", code)).strip()
    return _FOREIGN.sub(lambda hit: json.dumps(hit[0])[1:-1], bare)


MARKER_IMAGES = {
    "iconUrl": "marker-icon.png", "iconRetinaUrl": "marker-icon-2x.png", "shadowUrl": "marker-shadow.png",
}  # fmt: skip
"""What Leaflet would look for beside its style sheet."""


@cache
def own_style() -> str:
    """Give our style sheets as one, with the palette of `borderatlas.render.style` as custom properties."""
    light, dark = text.css_variables(style.LIGHT), text.css_variables(style.DARK)
    palette = (
        f":root{{{light}}}\n@media screen and (prefers-color-scheme: dark){{:root:not([data-scheme=light]){{{dark}}}}}\n"
        f"@media screen{{:root[data-scheme=dark]{{{dark}}}}}"
    )
    return "\n".join([palette, *((ASSETS / "css" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)])
