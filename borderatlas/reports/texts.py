"""The texts that offsets refer to, written out: one UTF-8 file a report, for web pages and corpora above all."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from borderatlas.errors import OutputError
from borderatlas.files import write_whole

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from borderatlas.models import Report

_SAFE = " ()[]{}+,;=@&!'~"
_LONGEST = 200  # bytes of a file name; most file systems take 255
_DIGEST = 12


def file_name(report_id: str) -> str:
    """Give the name of a report's text file: its id, percent-encoded where it could not be a file's name."""
    stem = quote(report_id, safe=_SAFE, errors="replace")
    if len(stem) > _LONGEST:
        stem = f"{stem[:_LONGEST]}-{sha256(report_id.encode('utf-8', 'replace')).hexdigest()[:_DIGEST]}"
    return f"{stem.replace('.', '%2E', 1) if stem.startswith('.') else stem}.txt"


def write_texts(reports: Iterable[Report], folder: str | os.PathLike[str], *, overwrite: bool = False) -> list[Path]:
    """Write the text of each report as read, so that ``text[start:end]`` is what a placement says.

    Parameters
    ----------
    reports : iterable of Report
        As `read_reports` gives them.
    folder : path
        Made when it is missing. A file is called after the report's id, percent-encoded where need be, with ``.txt``.
    overwrite : bool
        Whether files that are there and say something else may be replaced.

    Returns
    -------
    list of Path
        In the order of the reports.

    Raises
    ------
    OutputError
        When two reports have one id, when a file is there with another text and `overwrite` is False, or when one
        cannot be written. Ids and files are looked at before anything is written.
    """
    target = Path(folder)
    if target.exists() and not target.is_dir():
        msg = f"{target}: is no folder; name the folder for the texts"
        raise OutputError(msg)
    texts = _by_path(reports, target)
    missing = {path: content for path, content in texts.items() if not _holds(path, content)}
    for path in missing:
        if path.exists() and not overwrite:
            msg = f"{path}: is there already with another text; say --overwrite to replace it, or name another folder"
            raise OutputError(msg)
    for path, content in missing.items():
        write_whole(path, content)
    return list(texts)


def _by_path(reports: Iterable[Report], folder: Path) -> dict[Path, bytes]:
    texts: dict[Path, bytes] = {}
    for report in reports:
        path = folder / file_name(report.id)
        if path in texts:
            msg = f"{path}: two reports have the id {report.id!r}; give each its own"
            raise OutputError(msg)
        texts[path] = report.text.encode("utf-8")
    return texts


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
