"""Files → a call for each time one of them changes."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

PAUSE_S = 0.15
"""Between two looks: soon enough for who waits at a screen, and no work for the machine."""

Stamp = tuple[int, int] | None


def watch(
    sources: Callable[[], Iterable[Path]],
    act: Callable[[tuple[Path, ...]], None],
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Act now and whenever some of the *sources* change, which it is given; until interrupted (Ctrl-C).

    They are asked for again each time; those that aren't there yet count, too. What changes while it acts isn't missed.
    """
    changed: tuple[Path, ...] = ()
    while True:
        known = {path: _stamp(path) for path in sources()}
        act(changed)
        known |= {path: _stamp(path) for path in sources() if path not in known}
        while not (changed := tuple(path for path, stamp in known.items() if _stamp(path) != stamp)):
            sleep(PAUSE_S)
        sleep(PAUSE_S)  # a program that saves may still be at it


def _stamp(path: Path) -> Stamp:
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    return facts.st_mtime_ns, facts.st_size
