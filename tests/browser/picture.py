"""Take the README's picture: a page as the tests' browser shows it, with one popup open."""

from __future__ import annotations

import sys
from pathlib import Path

from ensure_chromium import find
from playwright.sync_api import sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


def main(page_path: str, picture_path: str) -> None:
    """Open the page without a network, open a popup at Hyesan, save the picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(QUIET))
        context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
        page = context.new_page()
        page.goto(Path(page_path).resolve().as_uri())
        page.wait_for_function("window.borderatlas !== undefined")
        page.evaluate("window.borderatlas.open(window.borderatlas.incidents.findIndex(i => i.place_name === 'Hyesan'))")
        page.wait_for_timeout(800)
        page.screenshot(path=picture_path)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
