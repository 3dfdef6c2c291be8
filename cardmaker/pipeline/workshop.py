"""Template folders → a workshop that makes plan after plan, and keeps what they share."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from cardmaker.layout.cards import MOST_FRAMES, Frames, Studio
from cardmaker.log import note, stopwatch
from cardmaker.pipeline.job import Job
from cardmaker.pipeline.order import Order
from cardmaker.pipeline.run import make_job
from cardmaker.plan.athlete import Athlete
from cardmaker.plan.load import LoadedPlan, check_plan
from cardmaker.plan.overrides import overridden
from cardmaker.plan.source import Source, read_source, source_of, source_of_data
from cardmaker.press.sheets import Impositions
from cardmaker.recent import Recent
from cardmaker.resolve.deck import KeptCards
from cardmaker.resolve.names import Catalogue, open_catalogue
from cardmaker.text.fonts import FontBook
from cardmaker.textfile import text_in
from cardmaker.theme.club import in_club_colours
from cardmaker.theme.theme import Theme
from cardmaker.wording.wording import Wording, load_wording

Plan = LoadedPlan[Catalogue]
Loadable = str | Path | bytes | Mapping[str, Any] | IO[str] | IO[bytes]
"""A path, a text of several lines, data, or a stream."""
_MOST_LOOKS = 32
"""Themes and studios kept: a roster has a few clubs, languages and units, not more."""

_MOST_ROWS = 2000
"""Cards and their rows in words, each some 3 KB: a plan has a hundred, and each athlete of a roster a dozen more."""


class JobMaker:
    """Everything that plans share, opened once: templates, exercises, fonts, words, and what was laid out before.

    *templates* are folders of one's own, which go before the bundled ones. They are read when they are first
    needed, and not again: open another workshop once they have changed.
    """

    def __init__(self, templates: Iterable[str | Path] = ()) -> None:
        self.names = open_catalogue(tuple(map(Path, templates)))
        self._fonts = FontBook()
        self._frames = Frames(MOST_FRAMES)
        self._themes: Recent[tuple[str | None, ...], tuple[Theme, tuple[str, ...]]] = Recent(_MOST_LOOKS)
        self._studios: Recent[tuple[object, ...], Studio] = Recent(_MOST_LOOKS)
        self.cards: KeptCards = Recent(_MOST_ROWS)
        self.impositions: Impositions = Recent(_MOST_LOOKS)
        self._wordings: Recent[str, Wording] = Recent(_MOST_LOOKS)

    def keep_frames(self, most: int) -> None:
        """Keep so many of the cards and sheets that were laid out, instead of those of some twenty plans."""
        self._frames.keep_at_most(most)

    def load(
        self,
        plan: Loadable,
        base: str | Path | None = None,
        *,
        name: str = "",
        files: Mapping[str, bytes] | None = None,
        overrides: Mapping[str, object] | None = None,
        place: str = "override",
        within: Path | None = None,
    ) -> Plan:
        """Read and check a plan.

        A `str` is a path, or the plan itself if it has several lines or begins with '{'; '-' is standard input.
        *base* is the folder that file names in the plan start from: by default the file's own, else the current
        one. *files* are pictures that come along, by the names that the plan has for them. *name* is what messages
        call it; its suffix, such as `.toml`, gives the format. *overrides* are values that go before the plan's own,
        by their keys: `{"print.bleed": "3 mm", "weeks.0.focus": "Hills"}`; messages name a key after *place*.
        No path in the plan leads out of the folder *within*, if one is given.

        SourceError if it can't be read; PlanError with all mistakes, in the order of their lines.
        """
        took = stopwatch()
        source = completed(source_from(plan, base, name), files, overrides, place, within)
        loaded = check_plan(source, self.names)
        weeks, workouts = len(loaded.plan.weeks), len(loaded.plan.workouts)
        note("plan", "%s: weeks: %d, workouts: %d; read in %.0f ms", source.name, weeks, workouts, took())
        return loaded

    def make(self, plan: Plan | Loadable, order: Order | None = None, athlete: Athlete | None = None) -> Job:
        """Resolve a plan, for one athlete if one is given, lay it out and put it on paper.

        Raises CardmakerErrors; what is wrong with single cards and sheets is reported together, in a SeveralError.
        """
        return make_job(self, self.own(plan), order or Order(), athlete)

    def own(self, plan: Plan | Loadable) -> Plan:
        """A plan as it is with this workshop's templates; SourceError and PlanError as `load` raises them."""
        loaded = plan if isinstance(plan, LoadedPlan) else self.load(plan)
        if loaded.names.shelf is not self.names.shelf:  # it was loaded with other templates
            loaded = check_plan(loaded.source, self.names)
        return loaded

    def theme(
        self, name: str, figures: str, primary: str | None, accent: str | None
    ) -> tuple[Theme, tuple[str, ...]]:
        """A theme in a palette and a club's colours, and a sentence for each colour that had to be changed."""
        key = name, figures, primary, accent
        return self._themes.once(
            key, lambda: in_club_colours(self.names.shelf.theme(name, figures), primary, accent)
        )

    def wording(self, language: str, paper: str = "") -> Wording:
        """The words of a language, as they are written where people use a paper."""
        words = self._wordings.once(language, lambda: load_wording(language, self.names.shelf.folders))
        return words.on_paper(paper)

    def studio(self, theme: Theme, labels: Mapping[str, str]) -> Studio:
        """Where pages of one look and language are laid out."""
        key = (id(theme), tuple(sorted(labels.items())))
        return self._studios.once(key, lambda: Studio(theme, self._fonts, labels, self._frames))


def source_from(plan: Loadable, base: str | Path | None = None, name: str = "") -> Source:
    """What a plan says, before it is checked; see `JobMaker.load`. SourceError if it can't be read."""
    folder = Path() if base is None else Path(base)
    if isinstance(plan, Mapping):
        return source_of_data(plan, name or "plan", folder)
    if isinstance(plan, Path) or (isinstance(plan, str) and not _is_text(plan)):
        return read_source(plan, None if base is None else folder, name)
    if isinstance(plan, str | bytes):
        raw: str | bytes = plan
    else:
        said = getattr(plan, "name", "")
        name, raw = name or (said if isinstance(said, str) else ""), plan.read()
    name = name or "plan"
    return source_of(text_in(raw.encode() if isinstance(raw, str) else raw, name), name, folder)


def _is_text(plan: str) -> bool:
    """Whether it is the plan itself, not its path."""
    return "\n" in plan or plan.lstrip().startswith("{")


def completed(
    source: Source,
    files: Mapping[str, bytes] | None,
    overrides: Mapping[str, object] | None,
    place: str,
    within: Path | None,
) -> Source:
    """A plan's source with what comes along; see `JobMaker.load`."""
    return replace(overridden(source, overrides or {}, place), files=dict(files or {}), within=within)


def make(path: str | Path, order: Order | None = None, templates: Iterable[str | Path] = ()) -> Job:
    """Read one plan and make what is ordered of it, in a workshop opened for that alone."""
    workshop = JobMaker(templates)
    return workshop.make(workshop.load(path), order)
