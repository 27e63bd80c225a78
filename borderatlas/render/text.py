"""The only place where text becomes HTML or JavaScript data.

Whatever a report, a table or a caller says is data. It goes into one JSON block whose escapes make it inert in three
grammars at once: HTML's (no ``<``), JavaScript's (no U+2028 or U+2029) and the template engine's (no ``{{``, ``{%``,
``{#``: branca compiles the *output* of a macro as a template again). From the block it reaches the page by
``textContent`` only; that half is ``assets/js/dom.js``.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from borderatlas.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEMPLATE_OPENER = re.compile(r"\{(?=[{%#])")
_PACKED = bytes(code for code in range(33, 127) if chr(code) not in "<>&\"'\\{}`")
_SCRIPT_BREAKER = re.compile(r"</script|<!--", re.IGNORECASE)


def json_text(value: object) -> str:
    """Write a value as JSON that is inert in HTML, JavaScript and jinja, the same bytes for the same value.

    Raises
    ------
    RenderError
        When the value holds something JSON has no form for (a NaN, a set, a date).
    """
    try:
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        msg = f"the page's data cannot be written as JSON: {error}"
        raise RenderError(msg) from error
    plain = plain.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return without_surrogates(_TEMPLATE_OPENER.sub(r"\\u007b", plain))


def without_surrogates(text: str) -> str:
    """Give lone surrogates (from a badly decoded report) as JSON escapes, for UTF-8 has no form for them."""
    return re.sub(r"[\ud800-\udfff]", lambda hit: f"\\u{ord(hit[0]):04x}", text)


def data_block(name: str, value: object) -> str:
    """Write a ``<script type="application/json">`` that carries a value; `name` is its id and is our own word."""
    return f'<script type="application/json" id="{name}">{json_text(value)}</script>'


def packed_block(name: str, packed: str) -> str:
    """Write a block of text that `borderatlas.render.block.base85` made: nothing in it can be read otherwise.

    Raises
    ------
    RenderError
        When it holds a character that could.
    """
    other = packed.encode("utf-8", "surrogatepass").translate(None, _PACKED)
    if other:
        msg = f"{name}: a packed block holds {other[:1]!r}"
        raise RenderError(msg)
    return f'<script type="text/plain" id="{name}">{packed}</script>'


def script_block(code: str, source: str) -> str:
    """Write a ``<script>`` of code that is ours or a layer's.

    Raises
    ------
    RenderError
        When the code would end the script early or open a comment in it: a browser would run the rest as it stands.
    """
    hit = _SCRIPT_BREAKER.search(code)
    if hit:
        msg = f"{source}: its script holds {hit[0]!r}, which a browser takes for markup; escape '<' as \\u003c"
        raise RenderError(msg)
    return f"<script>{code}</script>"


def style_block(code: str, source: str) -> str:
    """Write a ``<style>`` of a layer's style sheet.

    Raises
    ------
    RenderError
        When the code would end the style early.
    """
    if "</style" in code.lower():
        msg = f"{source}: its style sheet holds '</style', which a browser takes for markup"
        raise RenderError(msg)
    return f"<style>{code}</style>"


def attribute(text: str) -> str:
    """Escape text for a double-quoted HTML attribute."""
    return html.escape(text, quote=True)


def css_variables(names: Mapping[str, Any]) -> str:
    """Write names and values as CSS custom properties; both are our own, from `borderatlas.render.style`."""
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in names.items())
