"""Corpora with broken records, in every container: what is written, and which reports and rejects must come of it."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
from typing import NamedTuple

import pyarrow as pa
import zstandard
from pyarrow import parquet

NUMBER = 400
HUGE = "x y" * 17_000_000  # 51 MB

PACKERS = {
    "jsonl": bytes, "jsonl.gz": lambda data: gzip.compress(data, 1), "jsonl.bz2": lambda data: bz2.compress(data, 1),
    "jsonl.xz": lambda data: lzma.compress(data, preset=0), "jsonl.zst": zstandard.ZstdCompressor().compress,
}  # fmt: skip


class Broken(NamedTuple):
    """The bytes of a corpus, the ids of its good records, and the position of each broken one with words of its reason."""

    data: bytes
    good: list[str]
    rejects: dict[str, str]


def text_of(number):
    return f"Guards at Hyesan shot at two people who crossed the Yalu on Monday, it was told {number} times."


def lines(packer="jsonl"):
    """JSON lines: bytes that are no UTF-8, no text, NULs, a record of 51 MB, a line that was cut off."""
    bad = {
        60: (b'{"id": "x", "text": "\xff\xfe"}', "not UTF-8"),
        120: (b'{"id": "x", "title": "no text"}', "no text"),
        180: (b"\0" * 3_000, "not JSON"),
        240: (b'{"text": "' + HUGE.encode() + b'"}', "more than 10,000,000 bytes"),
        300: (b'{"id": "x", "text": "cut o', "not JSON"),
        360: (b'{"id": "x", "text": "a\\u0000b"}', "NUL"),
    }
    found = [json.dumps({"id": f"a{i}", "text": text_of(i)}).encode() for i in range(NUMBER)]
    rejects = {}
    for shift, (at, (line, reason)) in enumerate(bad.items()):
        found.insert(at + shift, line)
        rejects[str(at + shift + 1)] = reason
    return Broken(PACKERS[packer](b"\n".join(found) + b"\n"), [f"a{i}" for i in range(NUMBER)], rejects)


def csv_rows():
    """CSV: too many fields, other bytes than UTF-8, NULs, a text of 51 MB on one line and one over many."""
    bad = {
        60: (b"EXTRA,more,and more", "4 fields"),
        120: (b"\xff\xfe\xfa", "no text in the file"),
        180: (b"\0\0\0", "NUL"),
        240: (HUGE.encode(), "field limit"),
        300: (b'"' + (b"a line " * 100 + b"\n") * 73_000 + b'"', "more than 10,000,000"),
        360: (b"", "no text"),
    }
    found, rejects, line = [b"id,text"], {}, 2
    for i in range(NUMBER):
        text, reason = bad.get(i, (f'"{text_of(i)}, \ud61c\uc0b0"'.encode(), ""))
        found.append(f"a{i},".encode() + text)
        rejects |= {str(line): reason} if reason else {}
        line += 1 + text.count(b"\n")
    return Broken(b"\n".join(found) + b"\n", [f"a{i}" for i in range(NUMBER) if i not in bad], rejects)


def parquet_rows():
    """Parquet: a text of 51 MB, bytes that are no UTF-8, no text, an empty one, NULs."""
    texts = [text_of(i).encode() for i in range(NUMBER)]
    texts[60], texts[120], texts[180], texts[240], texts[300] = HUGE.encode(), b"\xff\xfe", None, b"", b"a\0b"
    column = pa.array(texts, pa.binary())
    column = pa.Array.from_buffers(pa.string(), len(column), column.buffers(), column.null_count)
    ids = [f"a{i}" for i in range(NUMBER)]
    written = io.BytesIO()
    parquet.write_table(pa.table([ids, column], names=["id", "text"]), written, row_group_size=90)
    rejects = {"61": "more than", "121": "no UTF-8", "181": "no text", "241": "no text", "301": "NUL"}
    return Broken(written.getvalue(), [i for at, i in enumerate(ids) if str(at + 1) not in rejects], rejects)


def crawl(*, packed):
    """WARC: a page of 51 MB, one of NULs, one without words."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    written = io.BytesIO()
    writer = WARCWriter(written, gzip=packed)
    rejects = {
        "31": ("more than", b"<html>" + HUGE.encode()),
        "61": ("NUL", b"\0\1\2" * 500),
        "91": ("empty", b"<html></html>"),
    }
    good = []
    for i in range(120):
        address = f"http://news.example/{i}"
        text = f"<html><body><article><p>{text_of(i) * 6}</p></article></body></html>".encode()
        body = rejects[str(i + 1)][1] if str(i + 1) in rejects else text
        good += [] if str(i + 1) in rejects else [address]
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return Broken(written.getvalue(), good, {position: reason for position, (reason, _) in rejects.items()})


KINDS = {
    **{kind: lambda kind=kind: lines(kind) for kind in PACKERS},
    "csv": csv_rows,
    "parquet": parquet_rows,
    "warc": lambda: crawl(packed=False),
    "warc.gz": lambda: crawl(packed=True),
}
