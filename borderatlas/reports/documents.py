"""One report in one file or stream: plain text, Markdown with front matter, a saved web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.errors import ReportError
from borderatlas.models import Report, Section
from borderatlas.reports.encoding import decode
from borderatlas.reports.fields import language_of, published_date
from borderatlas.reports.frontmatter import FrontMatter, split_front_matter
from borderatlas.reports.unnamed import SUFFIX_OF, content_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderatlas.reports.listener import Listener

_HEADING = re.compile(r"^#{1,2}[ \t]+(.+?)[ \t#]*\r?$", re.MULTILINE)
_TITLE_LENGTH = 200


def read_bytes(data: bytes, path: Path, report_id: str, kind: str, listener: Listener) -> Iterator[Report]:
    """Read one report from bytes in memory; `kind` is ``text``, ``markdown`` or ``page``."""
    try:
        report = _make_report(data, path, report_id, kind, listener)
    except ReportError as error:
        listener.lost(str(error))
        return
    if report.encoding != "utf-8":
        listener.note(f"{path}: read as {report.encoding}")
    listener.note_language(report)
    yield report


def _make_report(data: bytes, path: Path, report_id: str, kind: str, listener: Listener) -> Report:
    if kind == "page":
        return _report_of_page(data, path, report_id, listener)
    text, encoding = decode(data, str(path))
    front = split_front_matter(text) if kind == "markdown" else FrontMatter()
    for line, column, message in front.problems:
        listener.flaw(f"{path}:{line}:{column} {message}")
    if listener.on_note is not None and (content := content_of_text(text)) not in {"text", "page"}:
        listener.note(f"{path}: looks like {content}, read as text; a table or corpus ends in {SUFFIX_OF[content]}")
    body = text[front.body_start :]
    _refuse_empty(body, path)
    title = front.fields.get("title") or _title_of(body, kind)
    return Report(
        id=report_id,
        text=text,
        sections=_sections(front, len(text)),
        title=title,
        publisher=front.fields.get("publisher"),
        published=published_date(front.fields.get("published"), path, listener),
        url=front.fields.get("url"),
        language=language_of(front.fields.get("language"), body),
        path=str(path),
        encoding=encoding,
    )


def _refuse_empty(text: str, path: Path) -> None:
    if not text.strip("\ufeff \t\r\n\f\v\u3000\xa0"):
        msg = f"{path}: empty; a report needs some text"
        raise ReportError(msg)


def _sections(front: FrontMatter, length: int) -> tuple[Section, ...]:
    title = (Section("title", *front.title_span),) if front.title_span else ()
    return (*title, Section("body", front.body_start, length))


def _title_of(body: str, kind: str) -> str | None:
    """Give a Markdown heading, or the first line of a plain text when it stands alone and is no sentence."""
    heading = _HEADING.search(body) if kind == "markdown" else None
    if heading:
        return heading.group(1).strip()
    first, _, rest = body.lstrip("\ufeff\r\n \t").partition("\n")
    line = first.strip()
    alone = bool(rest.strip()) and not rest.split("\n", 1)[0].strip()
    return line if alone and 0 < len(line) <= _TITLE_LENGTH and not line.endswith((".", "。")) else None


def _report_of_page(data: bytes, path: Path, report_id: str, listener: Listener) -> Report:
    from borderatlas.reports.webpage import declared_charset, read_page

    html, encoding = decode(data, str(path), declared_charset(data))
    page = read_page(html)
    _refuse_empty(page.text, path)
    text, sections = _headed(page.title, page.text)
    return Report(
        id=report_id,
        text=text,
        sections=sections,
        title=page.title,
        publisher=page.publisher,
        published=published_date(page.published, path, listener),
        url=page.url,
        language=language_of(page.language, page.text),
        path=str(path),
        encoding=encoding,
    )


def _headed(title: str | None, body: str) -> tuple[str, tuple[Section, ...]]:
    """Give the text of a page with its headline on top: it is prose too, and on most pages outside the article."""
    if title is None:
        return body, (Section("body", 0, len(body)),)
    text = body if body.startswith(f"{title}\n\n") else f"{title}\n\n{body}"
    return text, (Section("title", 0, len(title)), Section("body", len(title) + 2, len(text)))
