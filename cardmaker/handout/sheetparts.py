"""What sheets have at their head and foot: whose they are, weeks as bars, how hard runs are."""

from collections.abc import Iterable

from cardmaker.picture.own_picture import OwnPicture
from cardmaker.record import record


def explained(estimate: str, amounts: Iterable[str]) -> str:
    """What '≈' means, an *estimate*, if any of the amounts has one: '≈42'; else ''."""
    return estimate if any(amount.startswith("≈") for amount in amounts) else ""


@record
class WeekBar:
    """A week's distance among the others: 'done', 'now' or 'coming'."""

    label: str
    value: str
    km: float
    state: str


@record
class SheetHead:
    """What is at the head of every sheet."""

    title: str
    athlete: str
    coach: str
    club: str
    contact: str
    logo: OwnPicture | None
    contact_link: str = ""


@record
class EffortKey:
    """How hard runs of a kind are: the effort and its name, what one can say meanwhile, its RPE, its pace if known."""

    effort: str
    name: str
    talk: str
    rpe: str
    pace: str = ""
