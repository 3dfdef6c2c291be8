"""A name → what there is under it: all words of an exercise, or the facts of a theme, a stock, a face, ..."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import fact_lines
from cardmaker.cli.params import (
    ENGLISH,
    OneOf,
    anything_to_show,
    json_option,
    language_option,
    template_name,
    templates_option,
)
from cardmaker.errors import NotFoundError
from cardmaker.theme.kinds import KINDS, TemplateKind, read

if TYPE_CHECKING:
    from cardmaker.library import Library
    from cardmaker.resolve.spoken import Spoken

_PRINTER = "printer"

_EPILOG = """
\b
Examples:
  cardmaker show squat
  cardmaker show "nordic curls"      names are understood as plans spell them
  cardmaker show Kniebeuge --language de
  cardmaker show a7
  cardmaker show 5371                a stock by its part number, with a sketch
  cardmaker show a7 --paper letter -o a7-on-letter.pdf
  cardmaker show a7 --pouch -o pouch.pdf       cut cards in a laminating pouch
  cardmaker show classic --kind theme
"""


@click.command("show", epilog=_EPILOG)
@click.argument("name", type=anything_to_show(), metavar="NAME")
@click.option(
    "--kind",
    type=OneOf(("exercise", *(kind.one for kind in KINDS.values()), _PRINTER)),
    metavar="KIND",
    help="Look for this only: an exercise, a theme, a palette, a person, ...",
)
@click.option(
    "-o",
    "--output",
    default="",
    metavar="FILE.pdf|png|svg",
    help="Draw a stock's sheet at true size, with measures.",
)
@click.option("--paper", type=template_name("papers"), metavar="NAME", help="The sheet to draw of a stock.")
@language_option
@click.option(
    "--pouch",
    is_flag=True,
    help="Draw how cut cards lie in a laminating pouch, with film to seal their edges; needs -o.",
)
@json_option
@templates_option("templates")
def command(
    name: str,
    kind: str | None,
    output: str,
    paper: str | None,
    language: str,
    pouch: bool,
    as_json: bool,
    templates: tuple[Path, ...],
) -> None:
    """Show the exercise called NAME, or the theme, stock, paper, face, sheet, plan or language."""
    if pouch and not output:
        raise click.UsageError("--pouch is drawn into a file; add -o pouch.pdf")
    if output or paper:
        if kind not in (None, "stock"):
            raise click.UsageError("-o and --paper go with a stock")
        kind = "stock"
    if language != ENGLISH:
        if kind not in (None, "exercise"):
            raise click.UsageError("--language is for exercises")
        kind = "exercise"
    from cardmaker.resolve.spoken import spoken

    said = spoken(language, templates)
    library = said.library
    exercise = library.find(name) if kind in (None, "exercise") else None
    if exercise:
        _show_exercise(said, exercise, as_json)
        return
    for one in KINDS.values():
        path = one.find(name, templates) if kind in (None, one.one) else None
        if path and one.one == "stock" and not as_json:
            from cardmaker.cli.showstock import draw_pouch, draw_stock, show_stock

            if output:
                (draw_pouch if pouch else draw_stock)(path, templates, paper or "", output)
            else:
                show_stock(path, templates, paper or "")
            return
        if path:
            _show_template(one, path, templates, as_json)
            return
    if kind in (None, _PRINTER):
        from cardmaker.cli.printers import show_printer

        if show_printer(name, as_json, required=kind == _PRINTER):
            return
    _not_found(library, name, kind, templates)


def _exercises_like(library: "Library", name: str) -> list[str]:
    """The exercise that *name* is a slip of, or that has all its words."""
    if alike := library.slip(name) or library.look_alike(name):
        return [alike]
    return [entry.id for entry in library.search(name)][:1]


def _not_found(library: "Library", name: str, kind: str | None, folders: Sequence[Path]) -> NoReturn:
    from cardmaker.validation import closest, shown

    others = [id_ for one in KINDS.values() if kind in (None, one.one) for id_ in one.names(folders)]
    exercises = kind in (None, "exercise")
    likely = [*filter(None, [closest(name, others)])]
    likely += _exercises_like(library, name) if exercises else ()
    meant = " or ".join(f"'{one}'" for one in dict.fromkeys(likely))
    if exercises and (found := _elsewhere(library, name, folders)):
        raise NotFoundError(f"no {kind or 'exercise, theme, stock, ...'} {shown(name)}; it is {found}")
    hint = f"; did you mean {meant}?" if meant else f"; see 'cardmaker list{f' {kind}s' if kind else ''}'"
    raise NotFoundError(f"no {kind or 'exercise, theme, stock, ...'} {shown(name)}{hint}")


def _elsewhere(library: "Library", name: str, folders: Sequence[Path]) -> str:
    """What *name* means in a language that wasn't asked for: "'squat' with --language de"."""
    for language in KINDS["languages"].names(folders):
        if found := library.in_language(language).find(name):
            return f"'{found}' with --language {language}"
    return ""


def _show_exercise(said: "Spoken", exercise: str, as_json: bool) -> None:
    from dataclasses import asdict

    from cardmaker.library.telling import words_of

    library = said.library
    about = library.get(exercise)
    if lacking := library.lacking(exercise):
        terminal.report(
            f"note: '{library.language}' has no words here for {', '.join(lacking)}; these are in English"
        )
    path = next((entry.path for entry in library.entries if entry.id == exercise), None)
    if as_json:
        terminal.say_json({"id": exercise, **asdict(about), "path": str(path)})
        return
    terminal.say(f"{about.name} ({exercise})")
    terminal.say_all(fact_lines(words_of(about, said.terms), path))


def _show_template(kind: TemplateKind, path: Path, folders: Sequence[Path], as_json: bool) -> None:
    if as_json:
        terminal.say_json({"id": path.stem, "kind": kind.one, "path": str(path), "data": read(path)})
        return
    one = kind.template(path)
    terminal.say(f"{one.name or one.id} ({kind.one} {one.id})")
    change = f"copy the file to {kind.folder}/ in a folder of your own, and name that with --templates"
    if kind.one == "plan":
        change = f"cardmaker new my-plan.yaml --from {one.id}"
    known = (("about", one.about), *_facts(kind, path, folders), ("change it", change))
    terminal.say_all(fact_lines(known, path))


def _facts(kind: TemplateKind, path: Path, folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """What there is to know of a template before using it."""
    if kind.one == "plan":
        from cardmaker.plan.facts import facts as plan_facts
        from cardmaker.resolve.names import open_catalogue

        return plan_facts(path, open_catalogue(tuple(folders)))
    from cardmaker.theme.facts import facts

    return facts(kind.one, path.stem, folders)
