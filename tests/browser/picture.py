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


OPEN_AT = """async (name) => {
    const found = [];
    await borderatlas.store.eachChunk((first, records) => { found.push(...records.filter((one) => one.place_name === name)); return true; });
    borderatlas.open(found[0].row);
}"""
"""Opens the first incident at a place."""


def main(page_path: str, picture_path: str) -> None:
    """Open the page without a network, open a popup at the mouth of the Yalu, where it covers neither river, save the picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(QUIET))
        context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
        page = context.new_page()
        page.goto(Path(page_path).resolve().as_uri())
        page.wait_for_selector("#timeline")
        page.wait_for_timeout(500)
        page.evaluate(OPEN_AT, "Dandong")
        page.wait_for_timeout(800)
        page.screenshot(path=picture_path)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
