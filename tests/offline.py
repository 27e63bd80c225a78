"""Cuts the network for a Python process that a test starts: only this machine itself can be reached."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CUT = """
import socket

_connect, _look_up = socket.socket.connect, socket.getaddrinfo
_HERE = {"localhost", "127.0.0.1", "::1", "", None}


def connect(self, address):
    if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in _HERE:
        raise OSError(f"the network is cut: {address[0]}")
    return _connect(self, address)


def getaddrinfo(host, *arguments, **keywords):
    if host not in _HERE and host != b"localhost":
        raise socket.gaierror(f"the network is cut: {host}")
    return _look_up(host, *arguments, **keywords)


socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo = connect, connect, getaddrinfo
"""


def environment(folder: Path) -> dict[str, str]:
    """Give the environment of a Python without a network: what Python runs first is put into a folder of its own."""
    own = folder / "cut"
    own.mkdir()
    (own / "sitecustomize.py").write_text(CUT, encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(own), os.environ.get("PYTHONPATH")]))}
