"""Search a file for what must not be in it: its bytes, and everything that is packed into them."""

import base64
import binascii
import gzip
import io
import json
import re
import zipfile
import zlib

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")


def layers_of(data, depth=3):
    """Give the bytes of a file, of what is zipped, gzipped, deflated or base64 in it, and of that in turn."""
    yield data
    if depth:
        for inner in _unpacked(data):
            yield from layers_of(inner, depth - 1)


def _unpacked(data):
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    for at in (found.start() for found in re.finditer(rb"\x1f\x8b\x08", data)):
        yield from _inflated(data[at:], 31)
    if data[:1] == b"\x78":
        yield from _inflated(data, 15)
    elif len(data) < 5_000_000:
        yield from _inflated(data, -15)
    for blob in _BASE64.findall(data):
        try:
            yield base64.b64decode(blob + b"=" * (-len(blob) % 4), altchars=b"-_" if set(blob) & set(b"-_") else None)
        except (binascii.Error, ValueError):
            continue


def _inflated(data, bits):
    try:
        yield zlib.decompressobj(bits).decompress(data)
    except zlib.error:
        return


def leaks_in(path, secrets):
    """Give the secrets (texts) that a file holds: plain, escaped as JSON, in UTF-8, UTF-16, or packed."""
    forms = {
        secret: {secret.encode(), secret.encode("utf-16-le"), json.dumps(secret)[1:-1].encode()} for secret in secrets
    }
    data = list(layers_of(path.read_bytes()))
    if path.suffix == ".parquet":
        import pyarrow.parquet as pq

        table = pq.read_table(path)
        data += [str(table.to_pylist()).encode(), str(table.schema.metadata).encode()]
    return {secret for secret, bits in forms.items() for piece in data if any(bit in piece for bit in bits)}


def test_the_search_finds_what_is_packed(tmp_path):
    text = b"something before CANARY something behind"
    for number, packed in enumerate(
        (text, gzip.compress(text), base64.b64encode(gzip.compress(text)), b"x" + zlib.compress(text)[:0] + text)
    ):
        path = tmp_path / f"p{number}"
        path.write_bytes(b"<html>" * (number % 2) + packed)
        assert leaks_in(path, ["CANARY"]) == {"CANARY"}
