"""What builds left in the user's folder → how much that is; and deleting it."""

import click

from cardmaker.cache.builds import open_builds
from cardmaker.cache.store import MOST_BYTES
from cardmaker.cli import terminal
from cardmaker.cli.columns import count_of, size_of
from cardmaker.errors import OutputError

_EPILOG = """
\b
Examples:
  cardmaker cache show
  cardmaker cache clear
"""


@click.group("cache", epilog=_EPILOG)
def command() -> None:
    """Show or delete what builds keep, so that the same build again takes no time.

    A build whose plan, pictures, templates, options and program are as they were is given again, byte for byte. What
    was used longest ago goes first. 'cardmaker build --no-cache' does without; CARDMAKER_CACHE names another folder.
    """


@command.command("show")
def show() -> None:
    """Say where builds are kept, and how many."""
    store = open_builds()
    if store is None:
        terminal.say("nothing is kept: there is no home folder; name one in CARDMAKER_CACHE")
        return
    sizes = [facts.st_size for facts in store.entries()]
    terminal.say(str(store.folder))
    terminal.say(f"{count_of(len(sizes), 'build', 'builds')}, {size_of(sum(sizes))} of {size_of(MOST_BYTES)}")


@command.command("clear")
def clear() -> None:
    """Delete them all."""
    store = open_builds()
    if store is None:
        return
    count = len([*store.entries()])
    try:
        store.clear()
    except OSError as fault:
        raise OutputError(f"{store.folder}: can't be cleared: {fault.strerror}") from None
    terminal.say(f"{count_of(count, 'build', 'builds')} deleted")
