"""What a caller chooses to see of a table: the column that gives symbols their colour, and columns for the popup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from borderatlas.errors import RenderError
from borderatlas.incidents.glyphs import UNSTATED
from borderatlas.render import block, glyphs, style

if TYPE_CHECKING:
    from collections.abc import Sequence

CLASSES = 5
"""Classes that a column of numbers is cut into, about equally many incidents in each."""

MANY_NUMBERS = 8
"""Distinct numbers that are shown as they are, as words would be; more are cut into classes."""

MOST_WORDS = 100
"""Distinct words that a legend can tell apart by their names; a column of more is no classification."""

_OF_THE_PAGE = frozenset({"lon", "lat", "from", "to", "uncertainty", "kmFrom", "kmTo", "footprint", "row", "located"})


class Choice(NamedTuple):
    """The coloured column, its styles in the legend's order (None: those of incident types), and the popup's columns."""

    column: str
    types: list[dict[str, object]] | None
    popup: tuple[str, ...]


BY_TYPE = Choice("event_type", None, ())
"""What is shown when a caller chooses nothing."""


def chosen(table: pd.DataFrame, column: str | None, popup: Sequence[str] | str | None) -> tuple[pd.DataFrame, Choice]:
    """Check what a caller chose, and give the table with what the page needs for it.

    Parameters
    ----------
    table : DataFrame
        The incidents.
    column : str, optional
        The column to colour by. Words are taken as they are, the commonest first; numbers of more than
        `MANY_NUMBERS` distinct values are cut into `CLASSES` classes in a column of their own.
    popup : str or sequence of str, optional
        Further columns for the popup.

    Raises
    ------
    RenderError
        When there is no such column, one has a name that the page keeps for itself, or a column to colour by has more
        than `MOST_WORDS` distinct words.
    """
    told = (popup,) if isinstance(popup, str) else tuple(popup or ())
    for name in (*told, *([column] if column else [])):
        _check(table, name)
    if column is None or column == "event_type":
        return table, Choice("event_type", None, told)
    if _is_scale(table[column]):
        classes = _classes(table[column])
        name = f"{column}, in classes"
        ramp = dict(zip(classes.cat.categories, style.SEQUENTIAL, strict=False))
        return table.assign(**{name: classes.astype(object)}), Choice(
            name, _ramp_styles(classes, ramp), (*told, column)
        )
    words = pd.Series(block.plain_texts(table[column]), index=table.index, dtype=object).fillna("")
    counts = words.value_counts()
    if len(counts) > MOST_WORDS:
        msg = f"column {column!r} has {len(counts):,} distinct values, too many to colour by (at most {MOST_WORDS})"
        raise RenderError(msg)
    order = sorted(counts.index, key=lambda word: (word == "", -counts[word], word))
    return table.assign(**{column: words}), Choice(column, glyphs.type_styles(order), told)


def _check(table: pd.DataFrame, name: str) -> None:
    if name not in table.columns:
        msg = f"incidents: no column {name!r} among {', '.join(map(str, table.columns))}"
        raise RenderError(msg)
    if name in _OF_THE_PAGE:
        msg = f"incidents: the page has a {name!r} of its own; rename the column"
        raise RenderError(msg)


def _is_scale(column: pd.Series[Any]) -> bool:
    is_number = pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
    return bool(is_number and column.nunique() > MANY_NUMBERS)


def _classes(column: pd.Series[Any]) -> pd.Series[Any]:
    """Cut numbers into classes that say their bounds; where many are the same there are fewer classes."""
    cut = pd.qcut(column.astype(float), CLASSES, duplicates="drop")
    bounds = [column[cut == interval] for interval in cut.cat.categories]
    return cut.cat.rename_categories([f"{_number(part.min())} – {_number(part.max())}" for part in bounds])


def _number(value: float) -> str:
    return f"{value:,.6g}"


def _ramp_styles(classes: pd.Series[Any], ramp: dict[str, str]) -> list[dict[str, object]]:
    """Give the classes from low to high the colours of a ramp; what has no number comes last, in grey."""
    styles = [{**one, "colour": ramp[str(one["type"])]} for one in glyphs.type_styles(list(ramp))]
    nothing = {**glyphs.type_styles([""])[0], **UNSTATED._asdict()}
    return [*styles, nothing] if classes.isna().any() else styles
