"""Everything that can go wrong, as one tree.

::

    BorderAtlasError
    ├── DatasetError(LookupError)       the data that the program needs is missing, changed or not as declared
    ├── ReportError(ValueError)         a report could not be read, or holds no text
    ├── TableError(ValueError)          an incident table could not be read or written
    ├── UnknownPlaceError(LookupError)  no place of the gazetteer has this id or name
    ├── PositionError(ValueError)       a coordinate is no position on the globe, or two are swapped
    ├── OutputError(OSError)            a file could not be written (nothing is left half-written)
    └── RenderError(RuntimeError)       a page could not be made

Each child is also the builtin that a caller would expect, so both ``except BorderAtlasError`` and
``except LookupError`` do what they say. A message is one line: ``file:line:column message``, with line and
column left out where there is none, and says what was wrong and what would be right.
"""

from __future__ import annotations


class BorderAtlasError(Exception):
    """The root of every error that this package raises on purpose.

    Its text is one line, fit to be shown as it is: ``file:line:column``, what is wrong, what would be right.

    Examples
    --------
    >>> import borderatlas as ba
    >>> try:
    ...     ba.read_reports("nowhere.txt")
    ... except ba.BorderAtlasError as error:
    ...     print(str(error).partition(";")[0])
    nowhere.txt: no such file or folder
    """


class DatasetError(BorderAtlasError, LookupError):
    """The data that the program needs is missing, changed or not as declared."""


class ReportError(BorderAtlasError, ValueError):
    """A report could not be read, or holds no text."""


class TableError(BorderAtlasError, ValueError):
    """An incident table could not be read or written."""


class UnknownPlaceError(BorderAtlasError, LookupError):
    """No place of the gazetteer has this id or name."""


class PositionError(BorderAtlasError, ValueError):
    """A coordinate is no position on the globe, or two are swapped."""


class OutputError(BorderAtlasError, OSError):
    """A file could not be written; nothing is left half-written."""


class RenderError(BorderAtlasError, RuntimeError):
    """A page could not be made."""
