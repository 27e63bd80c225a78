"""Characters that a format cannot hold, written as ``_xHHHH_`` (ECMA-376, ST_Xstring) and read back."""

from __future__ import annotations

import re


class Escape:
    """A way to write what a format cannot hold; what looks like an escape is escaped too, so nothing is mistaken.

    Parameters
    ----------
    forbidden : str
        The characters, as the inside of a regular expression's class.
    codes : str
        Regular expression of the four hexadecimal digits that count as an escape when text is read.
    """

    def __init__(self, forbidden: str, codes: str) -> None:
        self._written = re.compile(f"[{forbidden}]|_(?=x(?:{codes})[_{forbidden}])")
        self._read = re.compile(f"_x({codes})_")

    def write(self, text: str) -> str:
        """Give the text as the format can hold it."""
        return self._written.sub(lambda match: f"_x{ord(match[0]):04X}_", text)

    def read(self, text: str) -> str:
        """Give back what was written."""
        return self._read.sub(lambda match: chr(int(match[1], 16)), text)
