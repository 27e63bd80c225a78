"""A saved web page to its main text and what it says of itself: title, publisher, date, address, language."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_UNWANTED = ("script", "style", "noscript", "template", "svg", "nav", "footer", "form", "iframe", "button", "select")
_BLOCKS = frozenset({
    "p", "div", "article", "section", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "td", "th",
    "blockquote", "pre", "figcaption", "figure", "header", "dl", "dt", "dd", "main", "aside", "hr", "body",
})  # fmt: skip
_HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class WebPage:
    """The main text of a page, paragraphs parted by an empty line, and its metadata (None where it says nothing)."""

    text: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None


def declared_charset(data: bytes) -> str | None:
    """Give the character set that a page declares in its first 4 KB, as written."""
    found = _CHARSET.search(data[:_HEAD_BYTES])
    return found.group(1).decode("ascii") if found else None


def read_page(html: str) -> WebPage:
    """Extract main text and metadata of a page; text is empty when the page has none. Nothing is fetched or run."""
    source = _XML_DECLARATION.sub("", html.lstrip("\ufeff"))
    tree = _parse(source)
    if tree is None:
        return WebPage("", None, None, None, None, None)
    title = _first([*_metas(tree, "og:title"), *_texts(tree, "//title"), *_texts(tree, "//h1")])
    return WebPage(
        text=_main_text(source, tree),
        title=title,
        publisher=_first(_metas(tree, "og:site_name", "application-name", "dc.publisher")),
        published=_first(_dates(tree)),
        url=_first(
            u for u in [*_hrefs(tree), *_metas(tree, "og:url")] if u.lower().startswith(("http://", "https://"))
        ),
        language=_language(tree),
    )


def _parse(source: str) -> HtmlElement | None:
    from lxml import etree, html

    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return tree


def _main_text(source: str, tree: HtmlElement) -> str:
    """Take readability's article; a page that it finds nothing in gives its whole body without menus and scripts."""
    found = _readable(source)
    text = _block_text(found) if found is not None else ""
    if text:
        return text
    body = tree.find("body")
    return _block_text(body) if body is not None else ""


def _readable(source: str) -> HtmlElement | None:
    from readability import Document
    from readability.readability import Unparseable

    try:
        summary = Document(source).summary(html_partial=True)
    except (Unparseable, ValueError, TypeError, RecursionError):
        return None
    return _parse(summary)


def _block_text(element: HtmlElement) -> str:
    pieces = "".join(_walk(element)).split("\n\n")
    lines = (" ".join(piece.split()) for piece in pieces)
    return "\n\n".join(line for line in lines if line)


def _walk(root: HtmlElement) -> Iterator[str]:
    """Give the text of an element in reading order, an empty line about every block; not recursive: pages nest deep."""
    from lxml import etree

    skip: Any = None
    for step, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if step == "start" and skip is None:
            skip = element if element.tag in _UNWANTED else None
            yield "" if skip is not None else _opening(element)
        elif step == "end" and skip is None:
            yield _closing(element, root)
        elif step in {"comment", "pi"} and skip is None:
            yield element.tail or ""
        elif step == "end" and skip is element:
            skip = None
            yield element.tail or ""


def _opening(element: HtmlElement) -> str:
    return ("\n\n" if element.tag in _BLOCKS else " " if element.tag == "br" else "") + (element.text or "")


def _closing(element: HtmlElement, root: HtmlElement) -> str:
    return ("\n\n" if element.tag in _BLOCKS else "") + ("" if element is root else element.tail or "")


def _metas(tree: HtmlElement, *names: str) -> list[str]:
    found: dict[str, list[str]] = {name: [] for name in names}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key in found and (meta.get("content") or "").strip():
            found[key].append(" ".join(meta.get("content").split()))
    return [value for name in names for value in found[name]]


def _texts(tree: HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def _hrefs(tree: HtmlElement) -> list[str]:
    return [(link.get("href") or "").strip() for link in tree.xpath("//link[@rel='canonical']")]


def _dates(tree: HtmlElement) -> list[str]:
    metas = _metas(
        tree, "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate",
        "dc.date.issued", "dc.date", "date", "article.published",
    )  # fmt: skip
    times = [element.get("datetime") or "" for element in tree.iter("time")]
    return [*metas, *_linked_dates(tree), *times]


def _linked_dates(tree: HtmlElement) -> Iterator[str]:
    """Give ``datePublished`` of the page's JSON-LD blocks."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for record in _records(data):
            if isinstance(record.get("datePublished"), str):
                yield record["datePublished"]


def _records(data: object) -> Iterator[dict[str, Any]]:
    items = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (record for record in graph if isinstance(record, dict)) if isinstance(graph, list) else ()


def _language(tree: HtmlElement) -> str | None:
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return _first([declared.strip(), *(value.replace("_", "-") for value in _metas(tree, "og:locale"))])


def _first(values: Iterable[str]) -> str | None:
    return next((value for value in values if value and value.strip()), None)
