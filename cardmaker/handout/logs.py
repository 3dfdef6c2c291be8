"""What sessions ask for: each of their sets, and their rows in a log."""

from cardmaker.record import record


@record
class SetTarget:
    """What one set asks for: its work, the load or effort, and the load as the log says it."""

    work: str
    aim: str = ""
    log: str = ""


@record
class LogRow:
    """A session to log: its date, if the plan has one, and a light target for each set.

    *short* are the same targets for narrow columns.
    """

    date: str
    targets: tuple[str, ...]
    short: tuple[str, ...] = ()
    load: str = ""
    """The load of all its sets: '40', '2×8', 'light band'."""
    loads: tuple[str, ...] = ()
    """The load of each set, where they have loads of their own."""
    listed: str = ""
    """All its sets after each other, where their loads stand next to them: '5/5/5+'."""
