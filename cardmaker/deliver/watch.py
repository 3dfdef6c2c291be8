"""Files → a call for each time one of them changes."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

PAUSE_S = 0.15

Stamp = tuple[int, int] | None


def watch(sources: Callable[[], Iterable[Path]], act: Callable[[], None], pause: float = PAUSE_S) -> None:
    """Act now and whenever one of the *sources* changes, until interrupted (Ctrl-C).

    They are asked for anew each time; those that aren't there yet count, too. What changes while it acts isn't missed.
    """
    try:
        while True:
            before = {path: _stamp(path) for path in sources()}
            act()
            while all(_stamp(path) == stamp for path, stamp in before.items()):
                time.sleep(pause)
    except KeyboardInterrupt:
        return


def _stamp(path: Path) -> Stamp:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
