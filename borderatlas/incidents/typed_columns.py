"""Columns of one type each, for the formats that need them: GeoPackage, GeoParquet and data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderatlas.incidents.columns import kind_of
from borderatlas.incidents.sheets import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

_INT64 = 2**63
_EXACT = 2**53  # beyond it a float no longer holds every whole number


def typed_frame(columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Make a DataFrame whose known columns have the same type whatever is missing in them.

    Whole numbers are ``Int64`` and numbers ``float64``, missing as NA and NaN; everything else is text. Columns that
    are not known are text when all that is there is, and else hold what is there as Python objects.
    """
    import pandas as pd

    series = {name: pd.Series(list(values), dtype=_dtype(name, values)) for name, values in columns.items()}
    return pd.DataFrame(series, columns=list(columns))


def column_type(name: str) -> str:
    """Give the pandas type of a known column; of any other that of text."""
    return {"whole": "Int64", "number": "float64"}.get(str(kind_of(name)), "str")


def _dtype(name: str, values: Sequence[Any]) -> str:
    is_text = kind_of(name) is not None or all(value is None or isinstance(value, str) for value in values)
    return column_type(name) if is_text else "object"


def strict_columns(columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Make a DataFrame of columns that a database can hold: text, whole numbers, numbers or truth values.

    A column of anything else (several types, lists, objects, whole numbers past 64 bits) becomes text, JSON where need
    be, which says the same.
    """
    import pandas as pd

    series = {}
    for name, values in columns.items():
        dtype = _strict_dtype(name, values)
        said = [as_text(value) for value in values] if dtype == "str" else list(values)
        series[name] = pd.Series(said, dtype=dtype)
    return pd.DataFrame(series, columns=list(columns))


def _strict_dtype(name: str, values: Sequence[Any]) -> str:
    there = [value for value in values if value is not None]
    types = {type(value) for value in there}
    if types == {bool}:
        return "boolean"
    if types == {int}:
        limit = _INT64 if len(there) == len(values) else _EXACT
        return _number_type(name) or "Int64" if all(-limit < value < limit for value in there) else "str"
    if types and types <= {int, float} and (types == {float} or kind_of(name) == "number"):
        return "float64"
    return "str" if types else _number_type(name) or "str"


def _number_type(name: str) -> str | None:
    return {"whole": "Int64", "number": "float64"}.get(str(kind_of(name)))
