"""A kind, and for exercises what to look for → a table of what there is."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import columns_of
from cardmaker.cli.listed import Asked, Found, listed
from cardmaker.cli.params import (
    ENGLISH,
    OneOf,
    json_option,
    language_option,
    template_name,
    templates_option,
    word_of,
)
from cardmaker.library import library_in
from cardmaker.theme.kinds import KINDS

_WORDS = ("muscles", "equipment")
_ILLUSTRATIONS = "illustrations"
_KINDS = ("exercises", *_WORDS, *KINDS, _ILLUSTRATIONS, "printers")
_SEARCHED = ("exercises", "stocks", _ILLUSTRATIONS)

_EPILOG = """
\b
Examples:
  cardmaker list                                          what there is, in short
  cardmaker list exercises
  cardmaker list exercises --muscle glutes --equipment none
  cardmaker list exercises --kind rehab --level beginner
  cardmaker list exercises --language de                  names and words in German
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
@click.option(
    "--kind",
    "done_for",
    type=word_of("kind"),
    metavar="NAME",
    help="Exercises done for it: strength, mobility, rehab, ...",
)
@click.option("--level", type=word_of("level"), metavar="NAME", help="Exercises as hard as that.")
@language_option
@click.option("--plan", metavar="PLAN", help="Of illustrations: a plan's own pictures, too.")
@click.option("--paper", type=template_name("papers"), metavar="NAME", help="Stocks that go on it.")
@json_option
@templates_option("templates")
def command(
    kind: str | None,
    words: tuple[str, ...],
    muscle: str | None,
    equipment: str | None,
    done_for: str | None,
    level: str | None,
    language: str,
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
    filtered = muscle or equipment or done_for or level
    translated = language != ENGLISH
    kind = kind or ("exercises" if filtered or translated else "stocks" if paper else None)
    for own, given, refusal in (
        (("exercises",), filtered, "--muscle, --equipment, --kind and --level go with 'list exercises'"),
        (
            ("exercises", *_WORDS),
            translated,
            "--language is for 'list exercises', 'list muscles' and 'list equipment'",
        ),
        (("stocks",), paper, "--paper is for 'list stocks'"),
        ((_ILLUSTRATIONS,), plan, "--plan is for 'list illustrations'"),
        (_SEARCHED, words, "words go with 'list exercises', 'list stocks' and 'list illustrations'"),
    ):
        if given and kind not in own:
            raise click.UsageError(refusal)
    if kind is None:
        _overview(templates, as_json)
        return
    options = (muscle or "", equipment or "", done_for or "", level or "")
    found = listed(kind, Asked(templates, words, *options, language, plan, paper or ""))
    if as_json:
        terminal.say_json(found.data)
    elif found.rows:
        _say_table(found)
    elif found.nothing:
        terminal.report(f"note: {found.nothing}")


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
    terminal.say_all(columns_of([(kind, str(len(ids)), _some(ids)) for kind, ids in names.items()]))
    terminal.say()
    terminal.say("'cardmaker list exercises' lists them all; 'cardmaker show squat' shows one.")


def _some(ids: Sequence[str], most: int = 5) -> str:
    return ", ".join(ids[:most]) + (", ..." if len(ids) > most else "")


def _say_table(found: Found) -> None:
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
