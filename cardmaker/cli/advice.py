"""The PDFs that were built → what to do at the printer and with the knife, in a few lines."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cardmaker.geometry import MM_PER_INCH

if TYPE_CHECKING:
    from cardmaker.deliver.prints import Print
    from cardmaker.pipeline import JobPart
    from cardmaker.press.ticket import Ticket

_CALLED = {"cards": "cards", "gym": "gym cards"}
_BOUND = ("book", "poster")
_POCKET = (
    "book: one-sided. Fold the sheet into eight, open it, cut the slit along the line in its middle; fold it in half"
    " lengthwise, print outside; push both ends together to a cross, and lay the pages round, the cover in front."
)
_BOOKLET = "Lay the sheets in order, the first outside; fold the pile in the middle, and staple it twice in the fold."
_POSTER = (
    "poster: one-sided. Trim each page at its solid marks, lay it on the dashed ones of the page to its left or"
    " above, and glue. A1 is the top left page."
)
_SCALE = "at 100 %: choose 'Actual size', not 'Fit' or 'Shrink', in the print dialog; with lp: -o print-scaling=none"
_CUT = "Cut at the marks"
_CUTTER = (
    "Marks for a cutting machine: a square of 5 mm at the top left, corners of 20 mm at the top right and the bottom"
    " left, 0.5 mm thick, all 10 mm from the paper's edges; --cut svg has the outlines on the same page"
)
_STACK = (
    "Lay the sheets in order, the first on top; cut them all at once at the marks; put the piles on each"
    " other, that of position 1 on top"
)


def advice(prints: Sequence["Print"]) -> Iterator[str]:
    """Lines that say how to print and cut; none for what isn't printed on paper."""
    printed = [one for one in prints if not one.document.for_screen]
    if not printed:
        return
    papers = dict.fromkeys(paper for one in printed for paper in one.papers)
    yield f"To print: on {' and '.join(papers)}, {_SCALE}"
    steps_of: dict[str, list[str]] = {}
    for one in printed:
        ends = [0, *(last for _, last in one.spans)]
        for part, (first, last), before in zip(one.parts, one.spans, ends, strict=False):
            span = f"pages {first}-{last}" if last > first else f"page {first}"
            pages = f" ({span}, after one for notes)" if first > before + 1 else f" ({span})"
            name = f"{_CALLED.get(part.name, part.name)}{pages if len(one.parts) > 1 else ''}"
            if part.name in _BOUND:
                yield f"  {_bound(part)}"
            else:
                steps_of.setdefault(_steps(part), []).append(name)
    for steps, names in steps_of.items():
        yield f"  {' and '.join(names)}: {steps}"


def _bound(part: "JobPart") -> str:
    """How to make a book or a poster of the sheets."""
    if part.name == "poster":
        return _POSTER
    return f"book: {_sides(part.ticket)}. {_BOOKLET}" if part.ticket else _POCKET


def _steps(part: "JobPart") -> str:
    ticket = part.ticket
    if ticket is None:
        return "one-sided."
    sentences = [_sides(ticket), *_sheets(part, ticket), *_knife(part, ticket), *_measure(part)]
    return " ".join(f"{sentence}." for sentence in sentences)


def _measure(part: "JobPart") -> Iterator[str]:
    """How large a card is when it is cut out: what it measures, if the page wasn't scaled."""
    if part.one_up or part.pre_cut or not part.sides:
        return
    (width, height), page = part.sides[0].frame.size, part.document.pages[0].size
    unit, per = ("in", MM_PER_INCH) if page.made_in_inches else ("mm", 1.0)
    yield f"A card is {round(width / per, 2):g} x {round(height / per, 2):g} {unit}"


def _sides(ticket: "Ticket") -> str:
    edge = {"long": "long edge", "short": "short edge"}.get(ticket.flip.value)
    if edge is None or ticket.fold:
        return "one-sided"
    match ticket.sides.value:
        case "fronts":
            return "one-sided, the fronts. Then the same command with --sides backs instead, onto the same sheets"
        case "backs":
            first = "last" if ticket.last_first else "first"
            other = "without" if ticket.last_first else "with"
            return (
                f"one-sided, the backs. Turn the pile of fronts over its {edge} and put it back, so that blank"
                f" sides are printed and the {first} sheet is taken first. Try one sheet; if the printer takes the"
                f" {'first' if ticket.last_first else 'last'} one, build {other} --last-first"
            )
    return f"two-sided, flip on {edge}"


def _sheets(part: "JobPart", ticket: "Ticket") -> Iterator[str]:
    if part.pre_cut and not part.one_up:
        yield f"Load sheets of {part.paper} that come cut"
    if ticket.start_at > 1:
        yield (
            f"The used sheet goes in first: position {ticket.start_at} is the first free one, counted from the top"
            " left, row by row, as the sheet comes out"
        )


def _knife(part: "JobPart", ticket: "Ticket") -> Iterator[str]:
    marks = {mark.value for mark in ticket.marks}
    if not part.one_up and not part.pre_cut:
        if ticket.stacking.value == "stacked":
            yield _STACK
        elif "crop" in marks or "guides" in marks:
            yield _CUT
        elif "cutter" in marks:
            yield _CUTTER
    if ticket.fold:
        yield (
            "Fold backwards along the dashed lines, and glue" if "fold" in marks else "Fold in two, and glue"
        )
