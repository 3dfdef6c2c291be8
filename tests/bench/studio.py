"""python tests/bench/studio.py: the budgets of Studio, as ratios of what the same run took.

The engine answers in this process, as `cardmaker studio` has it; a fresh one for each first draft, in turn with the
rest, so that what slows the machine down slows all. CPU seconds; a ratio is the median of those of the rounds. With
`--site FOLDER`, an export of `cardmaker studio --export`, also the bytes of a first visit as a server with brotli sends
them (needs node), and with Chromium and the extra `browser` what the page takes with Python in it, wall seconds against
this process.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

Times = dict[str, list[float]]
FIRST, EDIT, CHECK, AHEAD = (
    "first draft",
    "edit to its page",
    "check while typing",
    "first draft, laid out ahead",
)
LONG, LONG_EDIT = "26 weeks, first draft", "26 weeks, a word in week 13"
BUDGETS = (
    (CHECK, FIRST, 1 / 10),
    (EDIT, FIRST, 1 / 5),
    (AHEAD, FIRST, 1 / 2),
    (LONG_EDIT, LONG, 1 / 5),
)
MOST_BYTES = 10_000_000
BROTLI = """
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


class Asked:
    """A fresh engine, and how long it takes to answer."""

    def __init__(self, clock: Callable[[], float] = time.process_time) -> None:
        from cardmaker.studio.engine import Engine

        self._engine, self._clock = Engine(Path(tempfile.mkdtemp())), clock

    def __call__(self, message: str, /, **args: Any) -> tuple[Any, float]:
        """The answer, and the seconds."""
        start = self._clock()
        answer = json.loads(self._engine.call(json.dumps({"name": message, "args": args}))[0])
        return answer["ok"], self._clock() - start

    def draft(self, text: str, side: str = "") -> float:
        """Check a text, make its pages and draw one of them, the first if not said which; the seconds."""
        _, checked = self("check", text=text)
        pages, made = self("pages", text=text)
        _, drawn = self("page", name=side or pages["sides"][0]["name"])
        return checked + made + drawn


def starter(name: str = "runners-week") -> str:
    """A bundled plan."""
    return (ROOT / "templates/plans" / f"{name}.yaml").read_text("utf-8")


def half_a_year() -> tuple[str, str]:
    """A plan of 26 weeks, and the same with another word in week 13."""
    days = "mon: [{{run: {km} km easy, note: flat}}, {{strength: legs}}], wed: {{run: 6 x 400 m}}, sat: {{run: 12 km}}"
    week = f"  - {{{{{days}}}}}"
    weeks = [week.format(km=6 + i % 4) for i in range(26)]
    end = "workouts: {legs: {exercises: [squat: 3x8, lunge: 3x8, plank: 3x30 s]}}"
    written = [[*weeks], [*weeks[:12], weeks[12].replace("flat", "hilly"), *weeks[13:]]]
    first, second = ("\n".join(["title: Half a year", "weeks:", *each, end, ""]) for each in written)
    return first, second


def one_round(times: Times) -> None:
    """All of it once."""
    text = starter()
    edited = text.replace("6 km easy", "7 km easy")
    assert edited != text
    engine = Asked()
    times[FIRST].append(engine.draft(text))
    engine.draft(
        text.replace("6 km easy", "9 km easy")
    )  # what is found out about templates once, with a first edit
    times[EDIT].append(engine.draft(edited))
    times[CHECK].append(engine("check", text=text.replace("6 km easy", "8 km easy"))[1])
    ahead = Asked()
    ahead("warm", text=text)
    times[AHEAD].append(ahead.draft(text))
    long = Asked()
    before, after = half_a_year()
    times[LONG].append(long.draft(before))
    sides = [one["name"] for one in long("pages", text=before)[0]["sides"]]
    times[LONG_EDIT].append(long.draft(after, next(one for one in sides if one.endswith("week-13"))))


def report(times: Mapping[str, list[float]]) -> bool:
    """Print the ratios; whether all are within their budgets."""
    kept = True
    for what, of, most in BUDGETS:
        ratio = median(a / b for a, b in zip(times[what], times[of], strict=True))
        kept &= ratio <= most
        missed = "" if ratio <= most else "  MISSED"
        print(f"{what:28} {median(times[what]):6.3f} s  {ratio:5.2f} of {of}, at most {most:.2f}{missed}")
    print(f"{FIRST:30} {median(times[FIRST]):6.3f} s\n{LONG:30} {median(times[LONG]):6.3f} s")
    return kept


def site_bytes(site: Path) -> bool:
    """Print what a first visit weighs; whether that is within its budget."""
    done = subprocess.run(["node", "-e", BROTLI, str(site)], capture_output=True, text=True, check=True)
    size = int(done.stdout)
    print(
        f"first visit {size / 1e6:.2f} MB, at most {MOST_BYTES / 1e6:.0f}{'' if size <= MOST_BYTES else '  MISSED'}"
    )
    return size <= MOST_BYTES


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  # as in the class that it is from
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def in_browser(site: Path) -> None:
    """Print what a page with Python in it takes, in wall seconds and against this process."""
    from playwright.sync_api import sync_playwright

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(service_workers="block", locale="en-GB").new_page()
        page.set_default_timeout(300_000)
        start = time.perf_counter()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        page.wait_for_selector(".starters img")
        shell = time.perf_counter()
        page.click(".starters img[src*=runners-week]")
        page.wait_for_selector(".sides img")
        ready = time.perf_counter()
        module = "(await import(new URL('app/drafts.mjs', document.baseURI)))"
        page.evaluate(
            f"async () => {{ while (!{module}.isCurrent()) await new Promise(requestAnimationFrame); }}"
        )
        drawn = time.perf_counter()
        old = page.get_attribute(".sides img >> nth=0", "src")
        page.fill('[data-path="weeks.0.mon.0.run"]', "7 km easy")
        typed = time.perf_counter()
        page.wait_for_function("(old) => document.querySelector('.sides img').src !== old", arg=old)
        edit = time.perf_counter() - typed
        browser.close()
    server.shutdown()
    own = Asked(time.perf_counter)
    own.draft(starter())
    native = own.draft(starter().replace("6 km easy", "7 km easy"))
    print(
        f"in the page: start screen {shell - start:.1f} s, a starter's page {ready - shell:.1f} s after its click,"
    )
    print(f"  drawn by Python itself {drawn - start:.1f} s after the visit began")
    print(
        f"  an edit to its page {edit:.2f} s: {edit / native:.1f} of that here, {edit / (drawn - start):.2f} of all"
    )


def main() -> int:
    """Measure and print; 1 if a budget is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--site", type=Path, help="an exported site")
    given = parser.parse_args()
    times: Times = {name: [] for name in (FIRST, EDIT, CHECK, AHEAD, LONG, LONG_EDIT)}
    Asked().draft(starter())  # imports, and files that the system reads once
    for _ in range(given.rounds):
        one_round(times)
    kept = report(times)
    if given.site:
        kept &= site_bytes(given.site)
        in_browser(given.site)
    print(f"load {os.getloadavg()[0]:.1f}, so that seconds say less than ratios do")
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
