"""The sessions that a log is for, as the rows that a table of some size has for them."""

from collections.abc import Iterator, Sequence

from cardmaker.handout import LogRow
from cardmaker.record import replace
from cardmaker.theme.content import GridBox

_NBSP = "\u00a0"


def rows_within(box: GridBox, height: float) -> int:
    """As many as a height allows."""
    return max(box.least_rows, min(box.rows, int((height - box.head_height + 1e-6) // box.row_height)))


def differ(rows: Sequence[LogRow]) -> bool:
    """Whether sessions ask for different things."""
    return len({(row.targets, row.load, row.loads) for row in rows}) > 1


def as_many(rows: tuple[LogRow, ...], count: int) -> tuple[LogRow, ...]:
    """Sessions in one row each where those of sets with loads of their own have no room in two.

    Dates are left to a pencil where only some of them had room, and all ask for the same.
    """
    dated = sum(bool(row.date) for row in rows)
    if dated > count and not differ(rows):
        rows = tuple(replace(row, date="") for row in rows)
    return tuple(map(_joined, rows)) if any(row.loads for row in rows) and 2 * dated > count else rows


def _joined(row: LogRow) -> LogRow:
    """A session in one row, the loads of its sets next to their repetitions."""
    loads = row.loads or ("",) * len(row.targets)
    targets = tuple(" · ".join(filter(None, both)) for both in zip(row.targets, loads, strict=True))
    listed = _listed(row.targets)
    if len(row.targets) > 1 and len(set(row.targets)) == 1:
        listed = f"{len(row.targets)}{_NBSP}×{_NBSP}{listed}"
    return replace(row, targets=targets, short=targets, loads=(), listed=listed, load=_listed(loads))


def in_one(row: LogRow) -> LogRow:
    """A session whose sets are all written in one column: what they have in common, or each after the other."""
    if row.listed:
        full, short = (
            f"{row.listed} · {load}" if load else row.listed
            for load in (row.load, row.load.rpartition(_NBSP)[0])
        )
        return replace(row, targets=(full,), short=(short,), load="")
    all_targets, all_short = ((_listed(said),) if said else () for said in (row.targets, row.short))
    return replace(row, targets=all_targets, short=all_short)


def _listed(texts: Sequence[str]) -> str:
    """What all say, or each after the other, their unit once: '27.5/30/35 kg'."""
    if len(set(texts)) < 2:
        return "".join(texts[:1])
    parts = [text.rpartition(_NBSP) for text in texts]
    if len({unit for _, _, unit in parts}) == 1 and all(number for number, _, _ in parts):
        return f"{'/'.join(number for number, _, _ in parts)}{_NBSP}{parts[0][2]}"
    return "/".join(texts)


def run_over(row: LogRow, columns: int) -> bool:
    """Whether targets of their own stand in a session's sets beyond the last column."""
    return any(len(set(said[columns - 1 :])) > 1 for said in (row.targets, row.loads))


def wrapped(row: LogRow, columns: int) -> Iterator[LogRow]:
    """A session as rows of a number of sets each; rows after the first name their sets in place of the date."""
    starts = range(0, max(1, len(row.targets)), columns)
    for start in starts:
        end = min(start + columns, len(row.targets))
        which = f"{start + 1}–{end}" if end > start + 1 else str(end)
        said = row.targets[start:end], row.short[start:end], row.loads[start:end]
        part = replace(row, targets=said[0], short=said[1], loads=said[2])
        yield replace(part, date=which) if start else part
