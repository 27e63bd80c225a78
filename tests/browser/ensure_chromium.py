"""See to it that the browser tests have a Chromium; install Debian's where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Give the browser's path: what BORDERATLAS_CHROMIUM names, else the first that is on the PATH."""
    named = os.environ.get("BORDERATLAS_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> bool:
    """Install Debian's package as root, or by sudo where it asks for no password."""
    if not shutil.which("apt-get"):
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    steps = (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
    try:
        return all(subprocess.run([*prefix, *step], check=False, **quiet).returncode == 0 for step in steps)
    except OSError:
        return False


def main() -> int:
    """Find or install; say what to do when neither works."""
    if find() or (install() and find()):
        return 0
    print(
        "The browser tests need Chromium, and it could not be installed here. Install it (Debian: apt-get install "
        "chromium), or set BORDERATLAS_CHROMIUM to the path of a Chromium or Chrome.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
