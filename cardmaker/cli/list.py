"""A kind, and for exercises what to look for → a table of what there is."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import columns_of
from cardmaker.cli.params import Folder, OneOf, template_name, word_of
from cardmaker.library import library_in
from cardmaker.theme.kinds import KINDS

if TYPE_CHECKING:
    from cardmaker.library.illustrations import Row

_WORDS = ("muscles", "equipment")
_ILLUSTRATIONS = "illustrations"
_KINDS = ("exercises", *_WORDS, *KINDS, _ILLUSTRATIONS, "printers")
_SEARCHED = ("exercises", "stocks", _ILLUSTRATIONS)
_TO_CUT, _SOLD_CUT = "To cut yourself:", "Sold cut to size, by brand and part number:"

_EPILOG = """
\b
Examples:
  cardmaker list                                          what there is, in short
  cardmaker list exercises
  cardmaker list exercises --muscle glutes --equipment none
  cardmaker list exercises "nordc curl"                   typos are forgiven
  cardmaker list illustrations --plan my-plan.yaml        whose the pictures are
  cardmaker list stocks --paper letter                    what goes on Letter
  cardmaker list stocks business --json
"""


@click.command("list", epilog=_EPILOG)
@click.argument("kind", type=OneOf(_KINDS), required=False, metavar="[KIND]")
@click.argument("words", nargs=-1)
@click.option("--muscle", type=word_of("muscle"), metavar="NAME", help="Exercises that train it.")
@click.option(
    "--equipment",
    type=word_of("equipment"),
    metavar="NAME",
    help="Exercises that use it; 'none' for those without.",
)
@click.option("--plan", metavar="PLAN", help="Of illustrations: a plan's own pictures, too.")
@click.option("--paper", type=template_name("papers"), metavar="NAME", help="Stocks that go on it.")
@click.option("--json", "as_json", is_flag=True, help="For programs to read.")
@click.option("--templates", type=Folder(), multiple=True, help="A folder with templates of your own.")
def command(
    kind: str | None,
    words: tuple[str, ...],
    muscle: str | None,
    equipment: str | None,
    plan: str | None,
    paper: str | None,
    as_json: bool,
    templates: tuple[Path, ...],
) -> None:
    """List what there is of a KIND; of exercises, stocks and illustrations, those that fit WORDS.

    Kinds are exercises, muscles, equipment, themes, palettes, persons, stocks, papers, faces, sheets, screens, plans,
    languages, illustrations and your printers.
    Without one, all of them are listed in short.
    """
    if muscle or equipment:
        kind = kind or "exercises"
    kind = kind or ("stocks" if paper else None)
    for own, given, refusal in (
        (("exercises",), muscle or equipment, "--muscle and --equipment go with 'list exercises'"),
        (("stocks",), paper, "--paper goes with 'list stocks'"),
        ((_ILLUSTRATIONS,), plan, "--plan goes with 'list illustrations'"),
        (_SEARCHED, words, "words go with 'list exercises', 'list stocks' and 'list illustrations'"),
    ):
        if given and kind not in own:
            raise click.UsageError(refusal, click.get_current_context())
    if kind is None:
        _overview(templates, as_json)
        return
    asked = _Asked(templates, words, muscle or "", equipment or "", plan, paper or "")
    found = _LISTS[kind](asked) if kind in _LISTS else _templates(kind, templates)
    if as_json:
        terminal.say_json(found.data)
    elif found.rows:
        _say_table(found)
    elif found.nothing:
        terminal.report(f"note: {found.nothing}")


class _Asked(NamedTuple):
    """What to look for."""

    folders: Sequence[Path]
    words: tuple[str, ...]
    muscle: str
    equipment: str
    plan: str | None
    paper: str

    @property
    def quoted(self) -> str:
        """The words, as a message shows them."""
        from cardmaker.validation import shown

        return f" {shown(' '.join(self.words))}" if self.words else ""


class _Found(NamedTuple):
    """What there is: for a person, for programs, and what to say if it is nothing. *groups*: a heading for each row."""

    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    data: object
    nothing: str = ""
    groups: Sequence[str] = ()


def _exercises(asked: _Asked) -> _Found:
    from cardmaker.library.telling import cells

    library, words = library_in(asked.folders), " ".join(asked.words)
    found = library.search(words, asked.muscle, asked.equipment)
    likely = () if found or asked.muscle or asked.equipment or not words else library.suggest(words)
    hint = f"; did you mean {' or '.join(likely)}?" if likely else ""
    return _Found(
        ("id", "name", "muscles", "equipment"),
        list(map(cells, found)),
        [entry._asdict() | {"path": str(entry.path)} for entry in found],
        f"no exercise fits{asked.quoted}{hint}",
    )


def _illustrations(asked: _Asked) -> _Found:
    from cardmaker.library.illustrations import cells, illustrations

    own = _pictures_of(asked.plan, asked.folders) if asked.plan else ()
    found = illustrations(asked.folders, " ".join(asked.words), own)
    nothing = f"no illustration fits{asked.quoted}; 'cardmaker list illustrations' has all"
    heads = ("id", "author", "licence", "where")
    return _Found(heads, list(map(cells, found)), [row._asdict() for row in found], nothing)


def _pictures_of(plan: str, folders: Sequence[Path]) -> "list[Row]":
    """The pictures that a plan names, and the exercises it uses."""
    from cardmaker.api import Workshop
    from cardmaker.cli.asked import plan_path
    from cardmaker.library.illustrations import Row, shown
    from cardmaker.pipeline.own_pictures import own_pictures

    loaded = Workshop(folders).load(Path(plan_path(plan, folders)))
    named = sorted(own_pictures(loaded, loaded.names.library).items())
    return [Row(key, one.credit.author, one.credit.licence, shown(one.path)) for key, one in named]


def _stocks(asked: _Asked) -> _Found:
    from cardmaker.pipeline.stocks import matching, stocks_of

    found = matching(stocks_of(asked.folders, asked.paper), asked.words)
    heads = ("id", "card", "cards on a sheet", "cut")
    groups = [_SOLD_CUT if one.pre_cut else _TO_CUT for one in found]
    data = [one.described() for one in found]
    return _Found(heads, [one.row for one in found], data, f"no stock fits{asked.quoted}", groups)


def _vocabulary(kind: str) -> _Found:
    from cardmaker.library.telling import VOCABULARIES

    terms = VOCABULARIES[kind].terms
    return _Found(
        ("id", "name", "also found by"),
        [(key, term.name, ", ".join(term.also)) for key, term in terms.items()],
        [{"id": key, "name": term.name, "also": term.also} for key, term in terms.items()],
    )


def _printers(_: _Asked) -> _Found:
    from cardmaker.cli.printers import described, rows

    return _Found(
        ("name", "readings", ""),
        rows(),
        described(),
        "no printer is calibrated; 'cardmaker calibrate' shows how",
    )


def _templates(kind: str, folders: Sequence[Path]) -> _Found:
    found = KINDS[kind].templates(folders)
    return _Found(
        ("id", KINDS[kind].name, "about"),
        [(one.id, one.name, one.about) for one in found],
        [one._asdict() | {"path": str(one.path)} for one in found],
    )


_LISTS: Mapping[str, Callable[[_Asked], _Found]] = {
    "exercises": _exercises,
    "muscles": lambda _: _vocabulary("muscles"),
    "equipment": lambda _: _vocabulary("equipment"),
    "stocks": _stocks,
    "illustrations": _illustrations,
    "printers": _printers,
}
"""How kinds are listed that aren't like other templates."""


def _overview(folders: Sequence[Path], as_json: bool) -> None:
    from cardmaker.library.illustrations import illustrations
    from cardmaker.library.telling import VOCABULARIES

    names: dict[str, Sequence[str]] = {"exercises": library_in(folders).ids}
    names |= {kind: tuple(one.terms) for kind, one in VOCABULARIES.items()}
    names |= {name: kind.names(folders) for name, kind in KINDS.items()}
    names["illustrations"] = tuple(row.id for row in illustrations(folders))
    if as_json:
        terminal.say_json(names)
        return
    for line in columns_of([(kind, str(len(ids)), _some(ids)) for kind, ids in names.items()]):
        terminal.say(line)
    terminal.say()
    terminal.say("'cardmaker list exercises' lists them all; 'cardmaker show squat' shows one.")


def _some(ids: Sequence[str], most: int = 5) -> str:
    return ", ".join(ids[:most]) + (", ..." if len(ids) > most else "")


def _say_table(found: _Found) -> None:
    """A table without the columns that are empty; its head and its groups only for a person to read."""
    shown = [i for i in range(len(found.heads)) if any(row[i] for row in found.rows)]
    lines = columns_of([tuple(row[i] for i in shown) for row in (found.heads, *found.rows)])
    head, *rows = lines
    if not terminal.shown_to_a_person(sys.stdout):
        rows = list(columns_of([tuple(row[i] for i in shown) for row in found.rows]))
        head = ""
    if head:
        terminal.say(head)
    group = ""
    for line, own in zip(rows, found.groups or [""] * len(rows), strict=True):
        if head and own != group:
            group = own
            terminal.say()
            terminal.say(own)
        terminal.say(line)
