"""A browser that opens the studio's page from its own service, and what tests do there."""

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.studio.page.page_kit import VENDOR

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
PUPPETEER = VENDOR / "node_modules/puppeteer-core"
AXE = VENDOR / "node_modules/axe-core/axe.min.js"
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1440, 900)}
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

needs_browser = pytest.mark.skipif(not CHROMIUM, reason="Chromium isn't installed")
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="npm ci hasn't been run in scripts/vendor")


class Visit:
    """A tab with the page, and what went wrong or went out there."""

    def __init__(self, context: Any, address: str) -> None:
        self.context, self.address = context, address
        self.faults: list[str] = []
        self.requests: list[str] = []
        context.on("request", lambda one: self.requests.append(one.url))
        self.page = self.open()

    def open(self, address: str = "") -> Any:
        """A new tab, at the start screen with its starters."""
        page = self.context.new_page()
        page.set_default_timeout(30_000)  # of a machine that does other things, too
        page.on("console", lambda one: self.faults.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda one: self.faults.append(str(one)))
        page.on("dialog", lambda one: self.faults.append(f"a script spoke: {one.message}"))
        page.goto(address or self.address)
        page.wait_for_selector(".starters button")
        return page

    @property
    def left_the_origin(self) -> list[str]:
        """Requests to anywhere else."""
        origin = self.address.split("/#")[0]
        return [url for url in self.requests if not url.startswith((origin, f"blob:{origin}", "data:"))]

    def start(self, name: str = "runners-week") -> None:
        """Begin with a starter, and wait for its pages."""
        image = self.page.locator(f".starters img[src*={name}]")
        if not image.count():
            self.page.click("button.all")
        image.click()
        self.page.wait_for_selector(".tabs button", state="attached")

    def part(self, name: str) -> None:
        """Go to a part of the form."""
        self.page.click(f"nav button.{name}")

    def saved_by(self, click: str) -> bytes:
        """The bytes that a click on something saves."""
        with self.page.expect_download() as waiting:
            self.page.click(click)
        return Path(waiting.value.path()).read_bytes()

    def kept(self) -> None:
        """Wait until the browser's store has the text as it is."""
        self.until(
            "(await (await import(new URL('app/base.mjs', document.baseURI))).all('plans')).some((one) =>"
            f" one.text === {json.dumps(self.text())})"
        )

    def text(self) -> str:
        """The plan's text, as the page has it."""
        script = "async () => (await import(new URL('app/store.mjs', document.baseURI))).store.text"
        return str(self.page.evaluate(script))

    def settled(self) -> None:
        """Wait until the pages are those of the text."""
        self.until("(await import(new URL('app/drafts.mjs', document.baseURI))).isCurrent()")

    def until(self, expression: str, seconds: float = 60) -> None:
        """Wait until an expression, which may await things, is true; Playwright's own way takes a promise for true."""
        end = monotonic() + seconds
        while not self.page.evaluate(f"async () => {expression}"):
            assert monotonic() < end, f"never became true: {expression}"
            self.page.wait_for_timeout(50)

    def broken_rules(self) -> list[str]:
        """What axe finds on the screen as it is."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("(tags) => axe.run(document, {runOnly: tags})", list(TAGS))
        return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The service, opened in a *folder*; gives the address that it prints."""
    from cardmaker.studio.engine import Engine
    from cardmaker.studio.folder import PlanFolder
    from cardmaker.studio.serve import StudioServer

    engine = Engine(folder)
    engine.add(PlanFolder(folder, engine).messages)
    server = StudioServer(engine, port=0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.address
    finally:
        server.shutdown()
        server.server_close()
