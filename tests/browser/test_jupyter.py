"""The first notebook in JupyterLab, as an analyst opens it: the map is in a cell, and a popup opens in it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import offline
import pytest
from conftest import FLAGS, chromium_path
from playwright.sync_api import TimeoutError  # noqa: A004 - Playwright calls it so

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Frame, Page

pytest.importorskip("jupyterlab", reason="JupyterLab is not installed: pip install 'borderatlas[test]'")
pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
NO_NAMES = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
SYMBOL = "() => { const [s] = borderatlas.stacks(); return { x: s.x, y: s.y }; }"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """Start JupyterLab on a copy of the notebooks, without a network, and give its address."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks", ignore=shutil.ignore_patterns(".*"))
    (tmp_path / "maps").mkdir()
    (tmp_path / "data").symlink_to(ROOT / "data")
    env = offline.environment(tmp_path)
    env |= {name: str(tmp_path / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    address = f"http://127.0.0.1:{free_port()}"
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--IdentityProvider.token=", "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={address.rpartition(':')[2]}", f"--ServerApp.root_dir={tmp_path}", "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]  # fmt: skip
    with (tmp_path / "lab.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=tmp_path, env=env, stdout=log, stderr=subprocess.STDOUT)
    try:
        wait_for(server, address, tmp_path / "lab.log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(f"{address}/api", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page of a browser that finds no name on any network; this machine it finds."""
    alone = browser.browser_type.launch(executable_path=chromium_path(), args=[*FLAGS, NO_NAMES])
    page = alone.new_context(viewport={"width": 1300, "height": 900}).new_page()
    page.set_default_timeout(60_000)
    yield page
    alone.close()


def shown_map(page: Page) -> tuple[Frame, dict[str, float]]:
    """Scroll to the map's cell, wait until the page in it is drawn, and give its frame and where it lies."""
    page.locator(".jp-Notebook .jp-Cell").first.hover()
    place = page.locator("iframe[title*='borderatlas map']")
    until = time.monotonic() + 50
    while place.count() == 0:  # the cells that are not in view are not in the document
        assert time.monotonic() < until, page.locator(".jp-Notebook").inner_text()[-2000:]
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(150)
    place.scroll_into_view_if_needed()
    frame = place.element_handle().content_frame()
    assert frame is not None
    frame.wait_for_function("window.borderatlas && document.querySelectorAll('canvas.sheet').length === 2")
    box = place.bounding_box()
    assert box is not None
    return frame, dict(box)


def test_the_first_notebook_shows_its_map_and_a_popup_opens(lab: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{lab}/lab/tree/notebooks/first_map.ipynb?reset")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']")
    question = page.locator(".jp-Dialog button.jp-mod-accept")  # which kernel: the one that the notebook names
    with suppress(TimeoutError):
        question.wait_for(timeout=6_000)
        question.click()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    frame, box = shown_map(page)
    at = frame.evaluate(SYMBOL)
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    frame.wait_for_selector(".leaflet-popup .incidents")
    assert frame.locator(".leaflet-popup h3, .leaflet-popup .card").count() >= 1
    outside = [url for url in asked if not url.startswith((lab, "data:", "blob:", "about:"))]
    assert outside == []
