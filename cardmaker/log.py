"""What the program does → records of the standard library's logging, for whoever listens; it costs nothing else.

Each package has its logger: `cardmaker.plan`, `cardmaker.layout`, ... Nothing an athlete is called goes into them.
"""

import sys
import time
from collections.abc import Callable


def note(package: str, message: str, *facts: object, detail: bool = False) -> None:
    """Log *message* with *facts*, as information or, if it is a *detail*, for those who look for a fault."""
    logging = sys.modules.get("logging")
    if logging is not None:  # who listens has imported it
        logging.getLogger(f"cardmaker.{package}").log(
            logging.DEBUG if detail else logging.INFO, message, *facts
        )


def stopwatch() -> Callable[[], float]:
    """A function that gives the milliseconds since now."""
    start = time.perf_counter()
    return lambda: (time.perf_counter() - start) * 1000
