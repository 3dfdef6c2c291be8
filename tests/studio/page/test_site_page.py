"""The site in real browsers, served by `http.server`: Python in the page, without a network, and its weight."""

import functools
import io
import json
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tests.studio.page.browser_kit import FIREFOX, PUPPETEER, Visit, needs_browser
from tests.studio.page.page_kit import VENDOR, needs_node

parts_there = (VENDOR / "node_modules/pyodide").is_dir() and [*VENDOR.glob("pydantic_core-*.whl")]
pytestmark = [
    pytest.mark.deep,
    needs_browser,
    needs_node,
    pytest.mark.skipif(not parts_there, reason="Pyodide isn't in scripts/vendor, see docs/studio.md"),
]

MOST = 10_000_000
"""Bytes of a first visit, as a server with brotli sends them."""


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  # as in the class that it is from
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    served: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """A file, and note which."""
        self.served.append(self.path)
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from cardmaker.studio.site import export

    folder = tmp_path_factory.mktemp("exported") / "site"
    export(folder, VENDOR)
    return folder


@pytest.fixture(scope="module")
def address(exported: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(exported)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_two_exports_are_equal(exported: Path) -> None:
    from cardmaker.studio.site import site_files

    files = site_files(VENDOR)
    assert files == {
        path.relative_to(exported).as_posix(): path.read_bytes()
        for path in exported.rglob("*")
        if path.is_file()
    }


def test_after_one_visit_it_works_without_a_network(browser: Any, address: str) -> None:
    from cardmaker.api import build, load

    context = browser.new_context(locale="en-GB", accept_downloads=True)
    visit = Visit(context, address)
    visit.until(
        "(await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'", seconds=300
    )
    visit.page.close()
    context.set_offline(True)
    _Quiet.served.clear()
    visit.page = visit.open()
    visit.page.set_default_timeout(120_000)
    visit.start("half-marathon")
    visit.page.locator('[data-path="title"], h1.title').first.wait_for()
    visit.settled()
    text = visit.text()
    visit.page.click(".tools .main")
    with visit.page.expect_download() as waiting:
        visit.page.click("dialog button.main")
    saved = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    made = build(load(text.encode()))
    assert made and {name: saved.read(name) for name in made} == made
    assert visit.left_the_origin == [] and visit.faults == []
    assert set(_Quiet.served) <= {
        "/sw.js"
    }  # by which browsers look for a newer build, whatever a page is allowed
    context.close()


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_bitmap_logo_is_encoded_by_the_browser_and_printed(browser: Any, address: str, kind: str) -> None:
    from PIL import Image as Pillow

    picture = io.BytesIO()
    Pillow.radial_gradient("L").resize((2000, 1000)).convert("RGB").save(picture, kind)
    context = browser.new_context(locale="en-GB", accept_downloads=True, service_workers="block")
    visit = Visit(context, address)
    visit.page.set_default_timeout(120_000)
    visit.start()
    visit.part("look")
    with visit.page.expect_file_chooser() as choosing:
        visit.page.click("text=Choose a picture")
    choosing.value.set_files(
        [{"name": f"club.{kind}", "mimeType": f"image/{kind}", "buffer": picture.getvalue()}]
    )
    visit.page.wait_for_selector(".field.logo img")
    visit.settled()
    visit.page.click(".tools .main")
    saved = zipfile.ZipFile(io.BytesIO(visit.saved_by("dialog button.main")))
    with Pillow.open(io.BytesIO(saved.read(f"club.{kind}"))) as coded:
        assert coded.size == (1600, 800)
    pdfs = [saved.read(name) for name in saved.namelist() if name.endswith(".pdf")]
    assert any(b"/Subtype/Image/Width 1600/Height 800" in pdf for pdf in pdfs)
    assert visit.faults == []
    context.close()


def test_a_starter_shows_its_first_page_while_python_is_loading(browser: Any, address: str) -> None:
    context = browser.new_context(locale="de-DE", service_workers="block")
    context.route("**/pyodide/**", lambda route: None)  # never answered
    visit = Visit(context, address)
    visit.start("ten-k-build")
    visit.page.wait_for_selector(".sides img")
    assert visit.page.locator(".sides img").first.evaluate(
        "(one) => one.decode().then(() => one.naturalWidth)"
    )
    assert visit.page.locator(".count.none").count() == 1
    visit.page.locator(".days article").first.wait_for()
    context.close()


def test_a_first_visit_is_ten_megabytes_at_most(exported: Path) -> None:
    """Of all that is kept for use without a network, and brotli at its best, as servers keep it."""
    script = """
      const {readFileSync, readdirSync, statSync} = require("node:fs"), z = require("node:zlib");
      let sum = 0;
      for (const name of readdirSync(process.argv[1], {recursive: true})) {
        const path = `${process.argv[1]}/${name}`;
        if (name.startsWith("ready/plan-") || !statSync(path).isFile()) continue;
        const data = readFileSync(path), c = z.constants;
        const params = {[c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: data.length};
        sum += Math.min(data.length, z.brotliCompressSync(data, {params}).length);
      }
      console.log(sum);
    """
    done = subprocess.run(["node", "-e", script, str(exported)], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= MOST


def test_edits_take_at_most_twice_the_memory_of_a_first_draft(exported: Path) -> None:
    script = Path(__file__).with_name("memory.mjs")
    done = subprocess.run(["node", script, exported, "40"], capture_output=True, text=True, check=True)
    sizes = json.loads(done.stdout)
    assert sizes["last"] <= 2 * sizes["first"]


@pytest.mark.skipif(not FIREFOX, reason="Firefox isn't installed")
@pytest.mark.skipif(not PUPPETEER.is_dir(), reason="npm ci hasn't been run in scripts/vendor")
def test_firefox_draws_pages_and_saves_the_same_bytes(address: str, tmp_path: Path) -> None:
    from cardmaker.api import build, load

    script = Path(__file__).with_name("firefox.mjs")
    done = subprocess.run(
        ["node", str(script), str(FIREFOX), address, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    [path] = tmp_path.glob("*.zip")
    with zipfile.ZipFile(path) as saved:
        text = saved.read("a-runners-week.yaml")
        made = build(load(text))
        assert b" long, flat" in text and made
        assert {name: saved.read(name) for name in made} == made
