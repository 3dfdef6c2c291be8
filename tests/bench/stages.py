"""stages.py PLAN OUT.pdf: build once, and print as JSON how much CPU time went into each stage, in seconds.

Runs in a process of its own. Stages are timed from outside, by wrapping the functions that the pipeline calls.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import product
from typing import Any


class Clock:
    """CPU time by stage; what runs inside another stage is counted for the inner one alone."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}
        self.open: list[str] = []
        self.last = time.process_time()

    def switch(self) -> None:
        """Give the time since the last switch to the innermost stage."""
        now = time.process_time()
        if self.open:
            self.taken[self.open[-1]] = self.taken.get(self.open[-1], 0.0) + now - self.last
        self.last = now

    def wrap(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        def timed(*args: Any, **named: Any) -> Any:
            self.switch()
            self.open.append(stage)
            try:
                return function(*args, **named)
            finally:
                self.switch()
                self.open.pop()

        return timed


def main() -> None:
    """Build the plan with a clock on each stage."""
    plan, out = sys.argv[1:]
    clock = Clock()
    started = time.process_time()
    modules = clock.wrap("import", _imports)()
    _watch(clock, modules)
    pipeline, document, files = modules
    job = clock.wrap("the rest of the pipeline", pipeline.make)(plan)
    data = document.write_pdf(pipeline.one_document(job))
    clock.wrap("write the file", files.write_files)({_path(out): data})
    print(json.dumps({"start Python": started, **clock.taken}))


def _path(out: str) -> Any:
    from pathlib import Path

    return Path(out)


def _imports() -> tuple[Any, Any, Any]:
    import cardmaker.cli.build  # noqa: F401
    from cardmaker import pipeline
    from cardmaker.deliver import files, prints  # noqa: F401
    from cardmaker.paint import document

    return pipeline, document, files


def _watch(clock: Clock, modules: tuple[Any, Any, Any]) -> None:
    """Put the clock round what the pipeline calls; a name that has gone is left out."""
    pipeline, document, _ = modules
    from cardmaker.pipeline import cards, choosing, paper, run, sheets, workshop
    from cardmaker.theme.shelf import Shelf

    stages = {
        "read the plan": ("open_catalogue", "check_plan", "read_source"),
        "read theme, faces, stocks, wording": ("load_stock", "load_paper", "load_wording"),
        "resolve": ("resolve",),
        "layout": ("lay_out_card", "lay_out_sheet"),
        "press": ("impose", "one_up", "pages_of", "together"),
        "paint: page content": ("_page",),
        "paint: the PDF around it": ("write_pdf",),
    }
    for stage, names in stages.items():
        for owner, name in product(
            (pipeline, workshop, run, choosing, cards, sheets, paper, document), names
        ):
            with suppress(AttributeError):
                setattr(owner, name, clock.wrap(stage, getattr(owner, name)))
    for name in ("theme", "face", "sheet", "names"):
        setattr(Shelf, name, clock.wrap("read theme, faces, stocks, wording", getattr(Shelf, name)))


if __name__ == "__main__":
    main()
