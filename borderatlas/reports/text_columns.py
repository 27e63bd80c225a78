"""Which column of a corpus holds the texts, and a row of it under the names of the JSON-lines form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from borderatlas.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXT_COLUMNS = (
    "text", "body", "content", "full_text", "fulltext", "article", "article_text", "story", "본문", "내용", "기사",
    "正文", "内容", "全文",
)  # fmt: skip
"""Names by which a text column is known, the likeliest first; case does not count."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a corpus: its fields, or what is wrong with it.

    Attributes
    ----------
    number : int
        The line of a CSV file on which the row begins, or the row of a Parquet file; both from 1.
    fields : dict
        Column name (stripped, lower case) → value; the text under ``text``.
    problem : str or None
        Why the row cannot be read.
    """

    number: int
    fields: dict[str, Any]
    problem: str | None = None


def plain_name(name: object) -> str:
    """Give the name of a column as it is compared: case, and white space about it, do not count."""
    return str(name).strip("\ufeff \t").lower()


def choose_text(names: Sequence[str], wanted: str | None, path: Path) -> int:
    """Give the number of the text column, from 0."""
    plain = [plain_name(name) for name in names]
    for name in [plain_name(wanted)] if wanted else TEXT_COLUMNS:
        if name in plain:
            return plain.index(name)
    there = ", ".join(names)[:200] or "none"
    if wanted:
        msg = f"{path}:1 no column {wanted!r}; the columns are {there}"
    else:
        msg = f"{path}:1 no text column among {there}; name it with --text-column, or call it text, body or content"
    raise ReportError(msg)


def keys_of(names: Sequence[str], text_at: int) -> list[str]:
    """Give each column its key in a record: the text's is ``text``, whatever the column is called."""
    return [
        "text" if i == text_at else f"_{n}" if (n := plain_name(name)) == "text" else n for i, name in enumerate(names)
    ]
