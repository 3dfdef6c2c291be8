"""What bars are drawn of: stretches of a run as long as they are and as hard, efforts, the days of a skyline."""

from cardmaker.record import record

EFFORTS = ("easy", "long", "tempo", "fast")
"""How hard runs are, the easiest first."""


@record
class Stretch:
    """A part of a run's profile: length in km, and how hard: 'easy', 'long', 'tempo' or 'fast'.

    *gap* marks standing rest, which has no length; *walk* a stretch that is walked.
    """

    km: float
    effort: str
    gap: bool = False
    walk: bool = False


@record
class Scale:
    """What a profile is measured in: 'min', 'km' or 'mi', and how many of that a km of it is."""

    unit: str
    per_km: float


@record
class Shade:
    """What an effort is called in a key of bars: 'long, steady' for 'long'."""

    effort: str
    text: str


@record
class SkylineWeek:
    """A week of a skyline: its number, each day's distance and how hard it is, and the place of a race's day."""

    label: str
    days: tuple[Stretch, ...]
    race: int | None = None
    said: str = ""
    """What its days come to in words, where that isn't a distance."""

    @property
    def km(self) -> float:
        """All its days."""
        return sum(day.km for day in self.days)
