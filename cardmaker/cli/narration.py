"""How much is asked for → what the program does, line by line on standard error."""

from typing import Final

from cardmaker.cli import terminal

_PREFIX: Final = "cardmaker."


def narrate(level: int) -> None:
    """Show what is logged from now on: nothing at level 0, the steps at 1, every file that is read at 2."""
    import sys

    if not level and "logging" not in sys.modules:
        return
    import logging

    class LineHandler(logging.Handler):
        """Writes a record as a line that begins with the package it comes from."""

        def emit(self, record: logging.LogRecord) -> None:
            terminal.report(f"{record.name.removeprefix(_PREFIX)}: {record.getMessage()}")

    logger = logging.getLogger(_PREFIX.rstrip("."))
    for old in [handler for handler in logger.handlers if handler.__class__.__name__ == LineHandler.__name__]:
        logger.removeHandler(old)
    logger.propagate = not level
    if level:
        logger.setLevel(logging.DEBUG if level > 1 else logging.INFO)
        logger.addHandler(LineHandler())
