"""Incidents as the page's data: a binary core for the map, text in chunks for the popup, both column by column.

The map needs a few numbers of every incident and the words of hardly any. So numbers and codes go into one block of
little-endian columns, and texts into chunks of `CHUNK_ROWS` rows that the page opens when it needs one. Both are
compressed (gzip, RFC 1952) and written in 85 characters that mean nothing to HTML, JavaScript or jinja; a small table,
or one that an old browser must read, is plain JSON instead. ``assets/js/store.js`` reads what is written here.

The bytes of a number stand apart: the first of every row, then the second of every row, which gzip packs a third
tighter.

The same table gives the same bytes on one machine. Between machines zlib and zlib-ng compress alike but not byte for
byte, so that tests across machines compare what `decode` gives, never the block itself.
"""

from __future__ import annotations

import gzip
import json
from calendar import monthrange
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from borderatlas.render.text import without_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

CHUNK_ROWS = 1000
"""Incidents whose texts are opened together."""

PLAIN_ROWS = 500
"""Up to so many incidents the data are plain JSON: as small, and legible in any editor."""

LEVEL = 6
LEVEL_OF_MANY = 5
MANY_ROWS = 20_000
"""Levels of gzip: the better one costs a second at 100,000 incidents and saves a twelfth."""

NOTHING = -(2**31)
"""Stands for no date and for no coordinate in a column of integers."""

CODED = (
    "event_type", "publisher", "precision", "certainty", "review_status", "country", "language", "river", "bank",
    "time_precision", "admin1", "relation", "rule",
)  # fmt: skip
"""Columns with few distinct words: written once, and a number for every incident. Number 0 is the empty word."""

TEXTS = (
    "id", "report", "title", "quote", "date_start", "date_end", "source_date", "place_name", "name_verbatim",
    "source_url", "place_id", "remarks", "candidates",
)  # fmt: skip
"""Columns whose words the map does not need."""

FLOATS = {"uncertainty_m": "uncertainty", "river_km_from": "kmFrom", "river_km_to": "kmTo"}
"""Columns of numbers, and what the page calls them."""

_EPOCH = date(1970, 1, 1).toordinal()
_WHOLE_YEAR, _WHOLE_MONTH = 4, 7  # characters of an ISO date that says no more

Columns = dict[str, "NDArray[Any]"]


def incident_block(
    table: pd.DataFrame,
    footprint: NDArray[np.int32],
    scale: int,
    *,
    plain: bool,
    coded: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    given: Columns | None = None,
) -> tuple[dict[str, Any], dict[str, str]]:
    """Write incidents for the page.

    Parameters
    ----------
    table : DataFrame
        With the columns `CODED`, `TEXTS`, `FLOATS` and ``longitude``, ``latitude`` (degrees, EPSG:4326; NaN for none).
    footprint : array of int32
        For every row the index of its footprint, -1 for none.
    scale : int
        Integers in a degree.
    plain : bool
        Whether everything is JSON; otherwise the numbers and the texts are compressed.
    coded, texts : tuple of str
        Columns of the table's own that are written too: of few distinct words, and of any.
    given : dict of str to array, optional
        Columns of the core as they are to be, beside or instead of those that are made from the table.

    Returns
    -------
    dict
        For the page's JSON: ``size``, ``chunk``, ``words`` (the words of each coded column by their code), ``layout``
        (name and type of each column in the core), and, when plain, ``core`` and ``texts``. Without any text,
        ``texts`` is empty whether plain or not.
    dict
        The compressed blocks by name: ``core``, ``texts-0``, ``texts-1`` …; empty when plain.
    """
    words, columns = _coded(table, dict.fromkeys((*CODED, *coded)))
    columns |= _numbers(table, scale)
    columns["footprint"] = footprint.astype("<i4")
    columns |= given or {}
    columns = {name: column for name, column in columns.items() if not _says_nothing(name, column)}
    wanted = (name for name in dict.fromkeys((*TEXTS, *texts)) if name in table and table[name].notna().any())
    written = {name: plain_texts(table[name]) for name in wanted}
    about = {"size": len(table), "chunk": CHUNK_ROWS, "words": words}
    if plain:
        core = {name: _json_numbers(column) for name, column in columns.items()}
        return {**about, "core": core, "texts": written}, {}
    layout = [[name, column.dtype.str.lstrip("<|")] for name, column in columns.items()]
    core_bytes = b"".join(_by_place(column) for column in columns.values())
    chunks = range(0, len(table) if written else 0, CHUNK_ROWS)
    level = LEVEL_OF_MANY if len(table) > MANY_ROWS else LEVEL
    with ThreadPoolExecutor() as pool:  # zlib works outside the interpreter's lock
        packed_core = pool.submit(compressed, core_bytes)
        found = list(pool.map(lambda start: compressed(_chunk(written, start), level), chunks))
        blocks = {"core": packed_core.result()} | {f"texts-{i}": block for i, block in enumerate(found)}
    return {**about, "layout": layout, **({} if written else {"texts": {}})}, blocks


ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in "<>&\"'\\{}`")
"""The 85 printable characters of ASCII that no grammar on the way to a reader takes for more than themselves."""

_DIGITS = np.frombuffer(ALPHABET.encode("ascii"), dtype=np.uint8)
_VALUES = np.zeros(128, dtype=np.uint32)
_VALUES[_DIGITS] = np.arange(len(_DIGITS))


def compressed(content: bytes, level: int = LEVEL) -> str:
    """Compress bytes and write them as text, the same for the same bytes: no file name, no time."""
    return base85(gzip.compress(content, level, mtime=0))


def base85(content: bytes) -> str:
    """Write bytes as text, five characters for four bytes, and one more than bytes for what is left at the end."""
    short = -len(content) % 4
    words = np.frombuffer(content + bytes(short), dtype=">u4").astype(np.uint32)
    digits = np.empty((len(words), 5), dtype=np.uint8)
    for place in range(4, -1, -1):
        words, digits[:, place] = np.divmod(words, 85)
    text = _DIGITS[digits].tobytes().decode("ascii")
    return text[: len(text) - short]


def from_base85(text: str) -> bytes:
    """Read what `base85` wrote."""
    short = -len(text) % 5
    values = _VALUES[np.frombuffer((text + ALPHABET[-1] * short).encode("ascii"), dtype=np.uint8)].reshape(-1, 5)
    words = values.astype(np.uint64) @ np.array([85**place for place in range(4, -1, -1)], dtype=np.uint64)
    content = words.astype(">u4").tobytes()
    return content[: len(content) - short]


def json_bytes(value: object) -> bytes:
    """Write a value as JSON in UTF-8; lone surrogates, for which UTF-8 has no form, as JSON's own escapes."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return plain.encode("utf-8")
    except UnicodeEncodeError:
        return without_surrogates(plain).encode("utf-8")


def decode(about: dict[str, Any], blocks: dict[str, str]) -> dict[str, list[Any]]:
    """Read back what `incident_block` wrote, column by column, the codes as words: for tests and for other programs.

    Columns in which nothing is said are left out. A missing number is None, a missing text None, an empty code "".
    """
    columns: dict[str, list[Any]] = {}
    if "core" in about:
        columns |= {**about["core"], **about["texts"]}
    else:
        raw, at = gzip.decompress(from_base85(blocks["core"])), 0
        for name, kind in about["layout"]:
            planes = np.frombuffer(raw, np.uint8, about["size"] * int(kind[1]), at)
            columns[name] = _json_numbers(planes.reshape(int(kind[1]), -1).T.copy().view(f"<{kind}").ravel())
            at += planes.nbytes
        for i in range(0, 0 if "texts" in about else about["size"], about["chunk"]):
            for name, part in json.loads(gzip.decompress(from_base85(blocks[f"texts-{i // about['chunk']}"]))).items():
                columns.setdefault(name, []).extend(part)
    for name in set(CODED) & set(columns):
        columns[name] = [about["words"][name][code] for code in columns[name]]
    return columns


def _by_place(column: NDArray[Any]) -> bytes:
    """Give the first byte of every number, then the second of every one, and so on."""
    return np.ascontiguousarray(column).view(np.uint8).reshape(-1, column.itemsize).T.tobytes()


def plain_texts(column: pd.Series[Any]) -> list[str | None]:
    """Give cells as text: a date as ISO 8601, a whole number without a decimal point, nothing as None."""
    missing = column.isna().to_numpy()
    if missing.all():
        return [None] * len(column)
    cells: list[Any] = column.astype(object).tolist()
    if missing.any():
        cells = [None if gone else cell for cell, gone in zip(cells, missing, strict=True)]
    if {*map(type, cells)} <= {str, type(None)}:
        return cells
    return [_text(cell) for cell in cells]


def codes_of(column: pd.Series[Any]) -> tuple[list[str], NDArray[np.int64]]:
    """Give the words of a column, the empty one first, then the commonest first and by name; and each row's number."""
    if column.isna().all():
        return [""], np.zeros(len(column), dtype=np.int64)
    found, distinct = pd.factorize(np.asarray([text or "" for text in plain_texts(column)], dtype=object))
    counts = np.bincount(found, minlength=len(distinct))
    order = sorted(range(len(distinct)), key=lambda i: (distinct[i] != "", -counts[i], distinct[i]))
    ranked = [distinct[i] for i in order]
    shift = 0 if ranked and ranked[0] == "" else 1
    number = np.empty(len(distinct), dtype=np.int64)
    number[order] = np.arange(len(distinct)) + shift
    return [""] * shift + ranked, number[found] if len(found) else np.zeros(0, dtype=np.int64)


def days(column: pd.Series[Any], *, last: bool) -> NDArray[np.int32]:
    """Give ISO dates as days since 1970-01-01, `NOTHING` where there is none.

    Parameters
    ----------
    column : Series
        Texts (``2019``, ``2019-03``, ``2019-03-05``, with or without a time) or dates.
    last : bool
        Whether a year or a month alone means its last day rather than its first.
    """
    found, distinct = pd.factorize(np.asarray(plain_texts(column), dtype=object))
    known = np.array([_day(text, last=last) for text in distinct] + [NOTHING], dtype=np.int64)
    number: NDArray[np.int32] = known[found].astype("<i4")  # factorize gives -1 for None: the last
    return number


def _day(text: str, *, last: bool) -> int:
    iso = text.strip()[:10]
    try:
        if len(iso) == _WHOLE_YEAR:
            year = int(iso)
            return (date(year, 12, 31) if last else date(year, 1, 1)).toordinal() - _EPOCH
        if len(iso) == _WHOLE_MONTH:
            first = date.fromisoformat(f"{iso}-01")
            return first.toordinal() + (monthrange(first.year, first.month)[1] - 1 if last else 0) - _EPOCH
        return date.fromisoformat(iso).toordinal() - _EPOCH
    except ValueError:
        return NOTHING


def _coded(table: pd.DataFrame, names: Iterable[str]) -> tuple[dict[str, list[str]], Columns]:
    words: dict[str, list[str]] = {}
    columns: Columns = {}
    for name in names:
        words[name], codes = codes_of(table[name]) if name in table else ([""], np.zeros(len(table), dtype=np.int64))
        columns[name] = codes.astype(np.min_scalar_type(len(words[name])).newbyteorder("<"))
    return words, columns


def _numbers(table: pd.DataFrame, scale: int) -> Columns:
    columns: Columns = {
        "lon": integers(table["longitude"], scale), "lat": integers(table["latitude"], scale),
        "from": days(table["date_start"], last=False), "to": last_days(table),
    }  # fmt: skip
    for name, short in FLOATS.items():
        columns[short] = pd.to_numeric(table[name], errors="coerce").to_numpy(dtype="<f4", na_value=np.nan)
    return columns


def last_days(table: pd.DataFrame) -> NDArray[np.int32]:
    """Give the last day of each incident; of one that has only a start of a month or a year, that span's end."""
    start = table["date_start"]
    end, first, last = days(table["date_end"], last=True), days(start, last=False), days(start, last=True)
    return np.where((end == NOTHING) & (first != last), last, end)


def integers(degrees: pd.Series[Any], scale: int) -> NDArray[np.int32]:
    """Give degrees as whole numbers of 1/`scale` degree, `NOTHING` for NaN."""
    values = degrees.to_numpy(dtype=float)
    return np.where(np.isnan(values), NOTHING, np.rint(values * scale)).astype("<i4")


def _says_nothing(name: str, column: NDArray[Any]) -> bool:
    if column.dtype.kind == "f":
        return bool(np.isnan(column).all())
    return bool((column == {"footprint": -1}.get(name, 0 if column.dtype.kind == "u" else NOTHING)).all())


def _json_numbers(column: NDArray[Any]) -> list[Any]:
    if column.dtype.kind == "f":
        return [None if np.isnan(value) else round(float(value), 1) for value in column]
    numbers: list[Any] = column.tolist()
    return numbers


def _chunk(texts: dict[str, list[str | None]], start: int) -> bytes:
    return json_bytes({name: column[start : start + CHUNK_ROWS] for name, column in texts.items()})


def _text(cell: Any) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat()).removesuffix("T00:00:00")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
