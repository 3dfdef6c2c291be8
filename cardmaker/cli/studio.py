"""Studio → in the browser, from this computer; until Ctrl-C."""

from pathlib import Path

import click

from cardmaker.cli import terminal
from cardmaker.cli.params import OptionReader
from cardmaker.errors import SourceError
from cardmaker.paths import current_folder, missing
from cardmaker.valuetypes import FolderType, IntegerType

_EPILOG = """
\b
Examples:
  cardmaker studio                 a page in the browser; it opens plans of this folder
  cardmaker studio my-plan.yaml
  cardmaker studio --no-browser    only the address, to open it yourself

Served like this, the page is on this computer alone: nothing leaves it, nobody else can open it. It reads and saves
plans in the folder that it was started in, and in those below. Ctrl-C ends it.
"""


@click.command("studio", epilog=_EPILOG)
@click.argument("plan", required=False, metavar="[PLAN.yaml]")
@click.option(
    "--port", type=OptionReader(IntegerType(0, 65535)), metavar="N",
    help="The port of the address; 0 takes any that is free.  [default: 8417]",
)  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Say the address, and open no browser.")
@click.option(
    "--export", "site", metavar="FOLDER", help="Write the page as files for any web space, with Python in it."
)
@click.option(
    "--pyodide", type=OptionReader(FolderType()), metavar="FOLDER",
    help="With --export: where Pyodide and pydantic-core for it are; it says how to get them.",
)  # fmt: skip
def command(
    plan: str | None, port: int | None, no_browser: bool, site: str | None, pyodide: Path | None
) -> None:
    """Make a plan in the browser, and see its pages as you type.

    PLAN is a file of this folder to begin with.
    """
    if site is not None:
        _export(Path(site), pyodide)
        return
    if pyodide is not None:
        raise click.UsageError("--pyodide goes with --export")
    from cardmaker.studio.engine import Engine
    from cardmaker.studio.folder import PlanFolder
    from cardmaker.studio.serve import PORT, StudioServer

    folder = current_folder()
    name = _name_in(folder, plan) if plan else ""
    engine = Engine(folder)
    engine.add(PlanFolder(folder, engine, name).messages)
    with StudioServer(engine, PORT if port is None else port) as server:
        terminal.say(f"Studio is at {server.address}")
        terminal.say("Ctrl-C ends it.")
        terminal.flush()
        if not no_browser:
            _open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            terminal.say("")


def _export(folder: Path, pyodide: Path | None) -> None:
    from cardmaker.studio.site import HOW, export

    if pyodide is None:
        raise click.UsageError(f"--export needs --pyodide FOLDER; to get that: {HOW}")
    with terminal.working("Putting the site together ..."):
        count = export(folder, pyodide)
    terminal.say(f"wrote {folder}: {count} files, for any web space; to try it: python -m http.server")


def _name_in(folder: Path, plan: str) -> str:
    """The name of a plan in the folder; SourceError if it isn't there, or isn't in it."""
    if fault := missing(plan, "file"):
        raise SourceError(fault)
    path = Path(plan).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise SourceError(f"{plan}: isn't in this folder; change to its own, and start Studio there")
    return path.relative_to(folder.resolve()).as_posix()


def _open(address: str) -> None:
    """Open the browser, without waiting for it."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
