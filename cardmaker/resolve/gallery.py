"""An exercise → its picture: one of the reader's own or the bundled figure, what it shows, and whom to thank."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from cardmaker import assets
from cardmaker.handout import BodyMap, Figure
from cardmaker.library.credits import Credit, bundled_credits
from cardmaker.paths import is_file
from cardmaker.picture.artwork import FigureArtwork, load_artwork
from cardmaker.picture.bodymap import FILE as BODY_MAP
from cardmaker.record import record
from cardmaker.wording.wording import Wording

_NOBODY = Credit()


@record
class Illustration:
    """A picture file that a plan or an exercise names; *where* is the field that names it, with file and line."""

    path: Path
    figure: Figure
    credit: Credit
    alt: str
    where: str
    written: str
    """The file's name as it is written there."""


class Gallery:
    """The pictures of exercises: *own* ones by exercise go before the bundled figures.

    *credits* says whether authors are named: always, never, or (None) where a licence asks for it. *drawn_as* gives
    the id of the exercise whose figure shows another, too.
    """

    def __init__(
        self,
        own: Mapping[str, Illustration],
        wording: Wording,
        credits: bool | None = None,
        drawn_as: Callable[[str], str] = str,
    ) -> None:
        self._own, self._wording, self._credits, self._drawn_as = own, wording, credits, drawn_as
        self._figures: dict[str, Figure | None] = {}

    @property
    def key(self) -> Hashable:
        """What it shows pictures by; None if it has the reader's own, which may change from one time to the next."""
        return None if self._own else ("credits", self._credits)

    def shown(self, exercise: str) -> str:
        """The exercise whose figure shows another, too."""
        return self._drawn_as(exercise)

    def figure(self, exercise: str) -> Figure | None:
        """The picture of an exercise, if there is one."""
        if exercise in self._own:
            return self._own[exercise].figure
        if exercise not in self._figures:
            path = _bundled(self._drawn_as(exercise))
            self._figures[exercise] = load_artwork(path) if is_file(path) else None
        return self._figures[exercise]

    def figure_of_lift(self, exercise: str, loaded: str) -> Figure | None:
        """The picture of an exercise done with much weight: the plan's own, or that of the one *loaded* with a bar."""
        return self.figure(exercise if exercise in self._own else loaded or exercise)

    def body_map(self, primary: tuple[str, ...], secondary: tuple[str, ...]) -> BodyMap | None:
        """The body from front and back with these muscles marked; None without any."""
        if not (primary or secondary):
            return None
        path = assets.illustrations() / BODY_MAP
        return BodyMap(load_artwork(path), primary, secondary) if is_file(path) else None

    def body_in(self, surfaces: tuple[tuple[str, str], ...]) -> BodyMap | None:
        """The body from front and back, each of these muscles in a surface of the theme; None without any."""
        path = assets.illustrations() / BODY_MAP
        return BodyMap(load_artwork(path), (), surfaces=surfaces) if surfaces and is_file(path) else None

    def alt(self, exercise: str, name: str, *, whole: bool) -> str:
        """What the picture of the exercise called *name* shows; *whole*: all of its positions are shown."""
        own = self._own.get(exercise)
        if own and own.alt:
            return own.alt
        figured = isinstance(own.figure, FigureArtwork) if own else True
        return self._wording.say("figure_alt" if whole and figured else "figure_alt_one", name=name)

    def credit(self, *exercises: str) -> str:
        """The line that names the authors of the exercises' pictures, '' where nobody need be named."""
        if self._credits is False:
            return ""
        known = (self._credit(exercise) for exercise in exercises)
        lines = [credit.line for credit in known if self._is_named(credit)]
        by = "; ".join(dict.fromkeys(filter(None, lines)))
        return self._wording.say("picture_by" if len(exercises) == 1 else "pictures_by", by=by) if by else ""

    def _is_named(self, credit: Credit) -> bool:
        return bool(credit.author) and (bool(self._credits) or credit.asks)

    def _credit(self, exercise: str) -> Credit:
        if exercise in self._own:
            return self._own[exercise].credit
        if not self._credits:
            return _NOBODY
        return self._bundled_credits.get(_bundled(self._drawn_as(exercise)).name, Credit())

    @cached_property
    def _bundled_credits(self) -> Mapping[str, Credit]:
        return bundled_credits()


def rights_in_doubt(pictures: Iterable[Illustration], credits: bool | None) -> Iterator[str]:
    """A line for each picture whose author or licence is unknown, or whose author would have to be named."""
    for picture in pictures:
        credit, said = picture.credit, f"{picture.where}: '{picture.written}'"
        if credit.lacking:
            known = {"file": picture.written, "author": credit.author, "licence": credit.licence}
            written = [
                f"{key}: {value or '...'}" for key, value in known.items() if value or key in credit.lacking
            ]
            yield (
                f"{said}: its {' and '.join(credit.lacking)} {'is' if len(credit.lacking) == 1 else 'are'} unknown; "
                f"write {{{', '.join(written)}}}"
            )
        elif credit.asks and credits is False:
            yield f"{said}: its licence, {credit.licence}, asks for the author's name; take 'credits: false' out"


def _bundled(exercise: str) -> Path:
    return assets.illustrations() / f"{exercise}.svg"
