"""A kind, and for exercises what to look for → a table of what there is."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import columns_of
from cardmaker.cli.params import Folder, OneOf, template_name, word_of
from cardmaker.cli.shelves import KINDS, names_of, open_exercises, templates_of

if TYPE_CHECKING:
    from cardmaker.library import Entry
    from cardmaker.library.vocabulary import Vocabulary

_WORDS = ("muscles", "equipment")
_PRINTERS = "printers"
_ILLUSTRATIONS = "illustrations"
_KINDS = ("exercises", *_WORDS, *KINDS, _ILLUSTRATIONS, _PRINTERS)
_SEARCHED = ("exercises", "stocks", _ILLUSTRATIONS)

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

    Kinds are exercises, muscles, equipment, themes, palettes, stocks, papers, faces, sheets, screens, plans,
    languages, illustrations and your printers.
    Without one, all of them are listed in short.
    """
    if muscle or equipment:
        kind = kind or "exercises"
    kind = kind or ("stocks" if paper else None)
    for own, given, told in (
        (("exercises",), muscle or equipment, "--muscle and --equipment go with 'list exercises'"),
        (("stocks",), paper, "--paper goes with 'list stocks'"),
        ((_ILLUSTRATIONS,), plan, "--plan goes with 'list illustrations'"),
        (_SEARCHED, words, "words go with 'list exercises', 'list stocks' and 'list illustrations'"),
    ):
        if given and kind not in own:
            raise click.UsageError(told, click.get_current_context())
    if kind is None:
        _overview(templates, as_json)
    elif kind == "exercises":
        _exercises(templates, " ".join(words), muscle or "", equipment or "", as_json)
    elif kind == _ILLUSTRATIONS:
        _illustrations(templates, " ".join(words), plan, as_json)
    elif kind == "stocks":
        from cardmaker.cli.stocks import list_stocks

        list_stocks(templates, words, paper or "", as_json)
    elif kind in _WORDS:
        _vocabulary(kind, as_json)
    elif kind == _PRINTERS:
        from cardmaker.cli.printers import list_printers

        list_printers(as_json)
    else:
        _templates(kind, templates, as_json)


def _exercises(folders: Sequence[Path], words: str, muscle: str, equipment: str, as_json: bool) -> None:
    library = open_exercises(folders)
    found = library.search(words, muscle, equipment)
    if as_json:
        terminal.say_json([_described(entry) for entry in found])
        return
    _table(("id", "name", "muscles", "equipment"), [_row(entry) for entry in found])
    if not found:
        _tell_nothing(words, library.suggest(words) if words and not (muscle or equipment) else ())


def _illustrations(folders: Sequence[Path], words: str, plan: str | None, as_json: bool) -> None:
    from cardmaker.cli.illustrations import HEADS, cells, illustrations, tell_nothing

    found = illustrations(folders, words, plan)
    if as_json:
        terminal.say_json([row._asdict() for row in found])
        return
    _table(HEADS, [cells(row) for row in found])
    if not found:
        tell_nothing(words)


def _tell_nothing(words: str, likely: Sequence[str]) -> None:
    hint = f"; did you mean {' or '.join(likely)}?" if likely else ""
    terminal.tell(f"note: no exercise fits{f' {words!r}' if words else ''}{hint}")


def _row(entry: "Entry") -> tuple[str, ...]:
    from cardmaker.library.equipment import EQUIPMENT, choices
    from cardmaker.library.muscles import MUSCLES

    muscles = ", ".join(_word(MUSCLES, muscle) for muscle in entry.primary)
    needs = (" or ".join(_word(EQUIPMENT, thing) for thing in choices(need)) for need in entry.equipment)
    return entry.id, entry.name, muscles, ", ".join(needs) or "none"


def _word(vocabulary: "Vocabulary", term: str) -> str:
    """A term's name as it stands within a line."""
    return vocabulary.terms[term].name.lower()


def _described(entry: "Entry") -> dict[str, object]:
    return entry._asdict() | {"path": str(entry.path)}


def _vocabulary(kind: str, as_json: bool) -> None:
    from cardmaker.library.equipment import EQUIPMENT
    from cardmaker.library.muscles import MUSCLES

    vocabulary = MUSCLES if kind == "muscles" else EQUIPMENT
    if as_json:
        terms = vocabulary.terms.items()
        terminal.say_json([{"id": key, "name": term.name, "also": term.also} for key, term in terms])
        return
    _table(
        ("id", "name", "also found by"),
        [(key, term.name, ", ".join(term.also)) for key, term in vocabulary.terms.items()],
    )


def _templates(kind: str, folders: Sequence[Path], as_json: bool) -> None:
    found = templates_of(KINDS[kind], folders)
    if as_json:
        terminal.say_json([one._asdict() | {"path": str(one.path)} for one in found])
        return
    _table(("id", KINDS[kind].name, "about"), [(one.id, one.name, one.about) for one in found])


def _overview(folders: Sequence[Path], as_json: bool) -> None:
    from cardmaker.cli.illustrations import illustrations
    from cardmaker.library.equipment import EQUIPMENT
    from cardmaker.library.muscles import MUSCLES

    exercises = open_exercises(folders).ids
    names = {"exercises": exercises, "muscles": tuple(MUSCLES.terms), "equipment": tuple(EQUIPMENT.terms)}
    names |= {name: names_of(kind, folders) for name, kind in KINDS.items()}
    names[_ILLUSTRATIONS] = tuple(row.id for row in illustrations(folders))
    if as_json:
        terminal.say_json(names)
        return
    for line in columns_of([(kind, str(len(ids)), _some(ids)) for kind, ids in names.items()]):
        terminal.say(line)
    terminal.say()
    terminal.say("'cardmaker list exercises' lists them all; 'cardmaker show squat' shows one.")


def _some(ids: Sequence[str], most: int = 5) -> str:
    return ", ".join(ids[:most]) + (", ..." if len(ids) > most else "")


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A table without the columns that are empty; its head only for a person to read."""
    if not rows:
        return
    import sys

    shown = [i for i in range(len(heads)) if any(row[i] for row in rows)]
    lines = [heads, *rows] if terminal.shown_to_a_person(sys.stdout) else rows
    for line in columns_of([tuple(row[i] for i in shown) for row in lines]):
        terminal.say(line)
