"""The same map, and the chart of river kilometre and time, as PNG, SVG or PDF for print.

Drawn with matplotlib (the extra ``figure``). The same table gives the same bytes: no time of making is written into the
file. Text of a report is never read as mathematics or markup.
"""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING, Any, Literal, get_args

import pandas as pd

from borderatlas.errors import RenderError
from borderatlas.files import check_writable
from borderatlas.render import glyphs, style
from borderatlas.render.figure_words import WORDS

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas
    from matplotlib.figure import Figure

    from borderatlas.render.figure_sheet import PrintFigure

Kind = Literal["sheet", "map", "profile"]
FORMATS = {".png": "png", ".svg": "svg", ".pdf": "pdf"}
DPI = 200
SCREEN_DPI = 110

_MM = 1 / 25.4
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_SIZES = {"sheet": (210, 297), "map": (297, 210), "profile": (297, 210)}
"""Width and height in millimetres: A4, upright for the sheet."""

# No time, no version, no chance: the same figure is the same file.
_METADATA: dict[str, dict[str, None]] = {
    "png": {"Software": None}, "svg": {"Date": None, "Creator": None}, "pdf": {"CreationDate": None, "Producer": None, "Creator": None},
}  # fmt: skip
_SETTINGS: dict[str, Any] = {
    "svg.hashsalt": "borderatlas", "svg.fonttype": "path", "pdf.fonttype": 42, "text.parse_math": False, "font.size": 7.5,
    "axes.linewidth": 0.6, "hatch.linewidth": 0.4, "text.color": style.LIGHT["ink"], "axes.edgecolor": style.LIGHT["soft"],
    "xtick.color": style.LIGHT["soft"], "ytick.color": style.LIGHT["soft"], "axes.labelcolor": style.LIGHT["soft"],
}  # fmt: skip


def figure(
    incidents: geopandas.GeoDataFrame | pd.DataFrame,
    kind: Kind = "sheet",
    *,
    title: str | None = None,
    language: str = "en",
    bounds: tuple[float, float, float, float] | None = None,
    note: str | None = None,
) -> PrintFigure:
    """Draw incidents for print.

    Parameters
    ----------
    incidents : GeoDataFrame or DataFrame
        As for `render_map`; ``geometry`` is the footprint (EPSG:4326).
    kind : {"sheet", "map", "profile"}
        One page with the map and both rivers' charts (A4 upright), the map alone, or the charts alone (A4 across).
    title : str, optional
        Heading, shown as it is.
    language : {"en", "ko", "zh"}
        Of labels and legend.
    bounds : tuple of float, optional
        (west, south, east, north) in degrees that the map shows; by default the whole border.
    note : str, optional
        A line of the small print: that the incidents are generalised, whose the figure is.

    Returns
    -------
    PrintFigure
        A `matplotlib.figure.Figure`: shows itself in Jupyter, takes more artists, and ``.save(path)`` writes it as PNG,
        SVG or PDF.

    Raises
    ------
    RenderError
        When matplotlib or a font for the letters is missing, or the table has no place columns.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> table = pd.DataFrame({"latitude": [41.40, 40.12], "longitude": [128.18, 124.39]})
    >>> drawn = ba.figure(table, "map", title="Two incidents")
    >>> drawn.save("two.png", dpi=40).name
    'two.png'
    """
    _check(kind, language)
    from borderatlas.render import figure_sheet
    from borderatlas.render.intake import checked

    words = {**WORDS[language], **({"title": _printable(title)} if title else {})}
    return figure_sheet.draw(_table(checked(incidents)), kind, words, language, bounds, note)


def checked_path(path: str | os.PathLike[str], *, overwrite: bool) -> Path:
    """Refuse early, before anything is drawn, a file that cannot be a figure or may not be replaced.

    Raises
    ------
    RenderError
        When the suffix is none of `FORMATS`.
    OutputError
        When the file is there and may not be replaced.
    """
    target = check_writable(path, overwrite=overwrite)
    _format_of(target)
    return target


def _format_of(path: Path) -> str:
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        msg = f"{path}: a figure is written as {', '.join(FORMATS)}; the name ends in {path.suffix or 'nothing'}"
        raise RenderError(msg)
    return form


def encode_figure(drawn: Figure, path: Path, dpi: int = DPI) -> bytes:
    """Give the bytes of a figure in the format that a file's suffix says, the same for the same figure.

    Raises
    ------
    RenderError
        When the suffix is none of `FORMATS`.
    """
    import matplotlib as mpl

    form = _format_of(path)
    buffer = io.BytesIO()
    with mpl.rc_context(rc()), warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message="Glyph .* missing"
        )  # a letter that no font here has is drawn as a box
        drawn.savefig(buffer, format=form, dpi=dpi, metadata=_METADATA[form])
    return buffer.getvalue()


def _check(kind: str, language: str) -> None:
    for name, value, known in (("kind", kind, get_args(Kind)), ("language", language, tuple(WORDS))):
        if value not in known:
            msg = f"figure: {name} {value!r} is none of {', '.join(known)}"
            raise RenderError(msg)
    try:
        import matplotlib  # noqa: F401, ICN001 - only whether it is there
    except ImportError:
        msg = 'figure: needs matplotlib, which is not installed; install the extra: pip install "borderatlas[figure]"'
        raise RenderError(msg) from None


def _table(checked: pd.DataFrame) -> pd.DataFrame:
    """Add what the figure asks of every row: its day, its type's colour and marker, whether it means the spot."""
    table = checked.copy()
    for name in ("publisher", "event_type"):
        table[name] = [_printable(word) for word in table[name]]
    table["day"] = [_day(row) for row in table[["date_start", "date_end"]].to_dict("records")]
    styles = type_marks(table)
    table["mark"] = [styles[kind] for kind in table["event_type"].fillna("")]
    solid = {row.key: row.solid for row in style.PRECISIONS}
    table["solid"] = [solid[precision] for precision in table["precision"]]
    return table


def _printable(word: Any) -> Any:
    """Give a text without control characters, which an SVG may not hold and no font draws."""
    return _CONTROL.sub(" ", word) if isinstance(word, str) else word


def _day(row: Mapping[str, Any]) -> pd.Timestamp | None:
    """Give the middle of the days an incident may have been on."""
    days = [pd.Timestamp(row[name]) for name in ("date_start", "date_end") if isinstance(row[name], str) and row[name]]
    return None if not days else days[0] + (days[-1] - days[0]) / 2


def type_marks(table: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Give colour and shape of every type as the page does, the commonest first."""
    counts = table["event_type"].fillna("").value_counts()
    order = sorted(counts.index, key=lambda kind: (-counts[kind], kind))
    return {str(row["type"]): {**row, "number": int(counts[row["type"]])} for row in glyphs.type_styles(order)}


def size_inches(kind: Kind) -> tuple[float, float]:
    """Give width and height of a figure, inches."""
    width, height = _SIZES[kind]
    return width * _MM, height * _MM


def rc() -> dict[str, Any]:
    """Give matplotlib's settings under which a figure is drawn."""
    return dict(_SETTINGS)
