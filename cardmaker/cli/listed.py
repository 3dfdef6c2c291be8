"""A kind and what to look for → what there is of it, as rows for a person and as data for programs."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cardmaker.cli import terminal
from cardmaker.namedtuple import NamedTuple
from cardmaker.resolve.spoken import spoken
from cardmaker.theme.kinds import KINDS

if TYPE_CHECKING:
    from cardmaker.library.illustrations import Row

_TO_CUT, _SOLD_CUT = "To cut yourself:", "Sold cut to size, by brand and part number:"


class Asked(NamedTuple):
    """What to look for."""

    folders: Sequence[Path]
    words: tuple[str, ...]
    muscle: str
    equipment: str
    done_for: str
    level: str
    language: str
    plan: str | None
    paper: str

    @property
    def options(self) -> tuple[str, ...]:
        """What exercises are filtered by besides words."""
        return tuple(filter(None, (self.muscle, self.equipment, self.done_for, self.level)))

    @property
    def quoted(self) -> str:
        """The words, as a message shows them."""
        from cardmaker.validation import shown

        return f" {shown(' '.join(self.words))}" if self.words else ""


class Found(NamedTuple):
    """What there is: for a person, for programs, and what to say if it is nothing. *groups*: a heading for each row."""

    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    data: object
    nothing: str = ""
    groups: Sequence[str] = ()


def _exercises(asked: Asked) -> Found:
    from cardmaker.library.telling import cells

    said = spoken(asked.language, asked.folders)
    library, terms, words = said.library, said.terms, " ".join(asked.words)
    found = library.search(
        words,
        muscle=terms.meant(terms.muscles, asked.muscle),
        equipment=terms.meant(terms.equipment, asked.equipment),
        kind=asked.done_for,
        level=terms.meant(terms.levels, asked.level),
    )
    likely = () if found or asked.options or not words else library.suggest(words)
    hint = f"; did you mean {' or '.join(likely)}?" if likely else ""
    silent = sum(not library.is_said(entry.id) for entry in found)
    if silent:
        terminal.report(f"note: '{asked.language}' has no words for {silent} of these; they are in English")
    return Found(
        ("id", "name", "muscles", "equipment"),
        [cells(entry, terms) for entry in found],
        [entry._asdict() | {"path": str(entry.path)} for entry in found],
        f"no exercise fits{asked.quoted}{_narrowed(asked)}{hint}",
    )


def _narrowed(asked: Asked) -> str:
    """What a message adds about options that leave nothing."""
    if len(asked.options) + bool(asked.words) < 2:
        return ""
    return f"{' and' if asked.words else ''} all of these options; leave one out"


def _illustrations(asked: Asked) -> Found:
    from cardmaker.library.illustrations import cells, illustrations

    own = _pictures_of(asked.plan, asked.folders) if asked.plan else ()
    found = illustrations(asked.folders, " ".join(asked.words), own)
    nothing = f"no illustration fits{asked.quoted}; 'cardmaker list illustrations' has all"
    heads = ("id", "author", "licence", "where")
    return Found(heads, list(map(cells, found)), [row._asdict() for row in found], nothing)


def _pictures_of(plan: str, folders: Sequence[Path]) -> "list[Row]":
    """The pictures that a plan names, and the exercises it uses."""
    from cardmaker.api import Workshop
    from cardmaker.cli.asked import plan_path
    from cardmaker.library.illustrations import Row, from_here
    from cardmaker.pipeline.own_pictures import own_pictures

    loaded = Workshop(folders).load(Path(plan_path(plan, folders)))
    named = sorted(own_pictures(loaded, loaded.names.library).items())
    return [Row(key, one.credit.author, one.credit.licence, from_here(one.path)) for key, one in named]


def _stocks(asked: Asked) -> Found:
    from cardmaker.pipeline.stocks import matching, stocks_of

    found = matching(stocks_of(asked.folders, asked.paper), asked.words)
    heads = ("id", "card", "cards on a sheet", "cut")
    groups = [_SOLD_CUT if one.pre_cut else _TO_CUT for one in found]
    data = [one.described() for one in found]
    return Found(heads, [one.row for one in found], data, f"no stock fits{asked.quoted}", groups)


def _vocabulary(kind: str, asked: Asked) -> Found:
    from cardmaker.library.telling import VOCABULARIES

    said = spoken(asked.language, asked.folders).terms
    own = said.muscles if kind == "muscles" else said.equipment
    terms = {key: (own.get(key, term.name), term.also) for key, term in VOCABULARIES[kind].terms.items()}
    return Found(
        ("id", "name", "also found by"),
        [(key, name, ", ".join(also)) for key, (name, also) in terms.items()],
        [{"id": key, "name": name, "also": also} for key, (name, also) in terms.items()],
    )


def _printers(_: Asked) -> Found:
    from cardmaker.cli.printers import described, rows

    return Found(
        ("name", "readings", ""),
        rows(),
        described(),
        "no printer is calibrated; 'cardmaker calibrate' shows how",
    )


def _templates(kind: str, folders: Sequence[Path]) -> Found:
    found = KINDS[kind].templates(folders)
    return Found(
        ("id", KINDS[kind].name, "about"),
        [(one.id, one.name, one.about) for one in found],
        [one._asdict() | {"path": str(one.path)} for one in found],
    )


_OWN_WAYS: Mapping[str, Callable[[Asked], Found]] = {
    "exercises": _exercises,
    "muscles": partial(_vocabulary, "muscles"),
    "equipment": partial(_vocabulary, "equipment"),
    "stocks": _stocks,
    "illustrations": _illustrations,
    "printers": _printers,
}
"""How kinds are listed that aren't like other templates."""


def listed(kind: str, asked: Asked) -> Found:
    """What there is of a *kind*; NotFoundError for something asked for that nobody knows."""
    return _OWN_WAYS[kind](asked) if kind in _OWN_WAYS else _templates(kind, asked.folders)
