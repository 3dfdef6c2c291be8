"""A name → what there is under it: all words of an exercise, or the facts of a theme, a stock, a face, ..."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import wrapped
from cardmaker.cli.facts import facts
from cardmaker.cli.params import Folder, OneOf, anything_to_show, template_name
from cardmaker.cli.shelves import KINDS, Kind, find, names_of, open_exercises, read, template
from cardmaker.errors import NotFoundError

if TYPE_CHECKING:
    from cardmaker.library import Library
    from cardmaker.library.exercise import Exercise

_INDENT = 13
_PRINTER = "printer"

_EPILOG = """
\b
Examples:
  cardmaker show squat
  cardmaker show "nordic curls"      names are understood as plans spell them
  cardmaker show a7
  cardmaker show 5371                a stock by its part number, with a sketch
  cardmaker show a7 --paper letter -o a7-on-letter.pdf
  cardmaker show classic --kind theme
"""


@click.command("show", epilog=_EPILOG)
@click.argument("name", type=anything_to_show(), metavar="NAME")
@click.option(
    "--kind",
    type=OneOf(("exercise", *(kind.one for kind in KINDS.values()), _PRINTER)),
    help="Look for this only.",
)
@click.option(
    "-o",
    "--output",
    default="",
    metavar="FILE.pdf|png|svg",
    help="Draw a stock's sheet at true size, with measures.",
)
@click.option("--paper", type=template_name("papers"), metavar="NAME", help="The sheet to draw of a stock.")
@click.option("--json", "as_json", is_flag=True, help="For programs to read.")
@click.option("--templates", type=Folder(), multiple=True, help="A folder with templates of your own.")
def command(
    name: str, kind: str | None, output: str, paper: str | None, as_json: bool, templates: tuple[Path, ...]
) -> None:
    """Show the exercise called NAME, or the theme, stock, paper, face, sheet, plan or language."""
    if output or paper:
        if kind not in (None, "stock"):
            raise click.UsageError("-o and --paper go with a stock", click.get_current_context())
        kind = "stock"
    library = open_exercises(templates)
    exercise = library.find(name) if kind in (None, "exercise") else None
    if exercise:
        _show_exercise(library, exercise, as_json)
        return
    for one in KINDS.values():
        path = find(one, name, templates) if kind in (None, one.one) else None
        if path and one is KINDS["stocks"] and not as_json:
            from cardmaker.cli.showstock import draw_stock, show_stock

            draw_stock(path, templates, paper or "", output) if output else show_stock(
                path, templates, paper or ""
            )
            return
        if path:
            _show_template(one, path, templates, as_json)
            return
    if kind in (None, _PRINTER):
        from cardmaker.cli.printers import show_printer

        if show_printer(name, as_json, required=kind == _PRINTER):
            return
    _not_found(library, name, kind, templates)


def _not_found(library: "Library", name: str, kind: str | None, folders: Sequence[Path]) -> NoReturn:
    from cardmaker.validation import closest, shown

    others = [id_ for one in KINDS.values() if kind in (None, one.one) for id_ in names_of(one, folders)]
    exercises = kind in (None, "exercise")
    likely = [*filter(None, [closest(name, [*(library.ids if exercises else ()), *others])])]
    likely += library.suggest(name, 1) if exercises else ()
    meant = " or ".join(f"'{one}'" for one in dict.fromkeys(likely))
    hint = (
        f"; did you mean {meant}?" if meant else f"; see 'cardmaker list{f' {_many(kind)}' if kind else ''}'"
    )
    raise NotFoundError(f"no {kind or 'exercise, theme, stock, ...'} {shown(name)}{hint}")


def _many(kind: str) -> str:
    return next((many for many, one in KINDS.items() if one.one == kind), "exercises")


# Exercises -------------------------------------------------------------------------------------------


def _show_exercise(library: "Library", exercise: str, as_json: bool) -> None:
    about = library.get(exercise)
    path = next((entry.path for entry in library.entries if entry.id == exercise), None)
    if as_json:
        terminal.say_json({"id": exercise, **asdict(about), "path": str(path)})
        return
    terminal.say(f"{about.name} ({exercise})")
    for label, text in _words_of(about):
        for line in wrapped(label, text, _INDENT):
            terminal.say(line)
    terminal.say(f"{'file':{_INDENT}}{path}")


def _words_of(about: "Exercise") -> Iterator[tuple[str, str]]:
    """Label and text of each line, in the order of a card."""
    from cardmaker.library.equipment import EQUIPMENT, choices
    from cardmaker.library.muscles import MUSCLES

    def named(muscles: Sequence[str]) -> str:
        return ", ".join(MUSCLES.terms[muscle].name.lower() for muscle in muscles)

    kit = (
        " or ".join(EQUIPMENT.terms[thing].name.lower() for thing in choices(need))
        for need in about.equipment
    )
    yield "section", about.section
    yield "muscles", named(about.primary) + (f"; also {named(about.secondary)}" if about.secondary else "")
    yield "equipment", ", ".join(kit) or "none"
    if about.aliases:
        yield "also called", ", ".join(about.aliases)
    if about.start:
        yield "start", about.start
    for number, cue in enumerate(about.cues, 1):
        yield "do" if number == 1 else "", f"{number}. {cue.text}"
    for number, mistake in enumerate(about.mistakes):
        yield "" if number else "mistakes", f"{mistake.wrong} → {mistake.instead}"
    for label, way in about.alternates.items():
        words = f"{way.text} ({way.exercise})" if way.exercise else way.text
        yield {"no_equipment": "without kit"}.get(label, label), words
    for label, text in (("breathing", about.breathing), ("why", about.why), ("video", about.video)):
        if text:
            yield label, text
    if about.stop:
        yield "stop if", about.stop


# Templates -------------------------------------------------------------------------------------------


def _show_template(kind: Kind, path: Path, folders: Sequence[Path], as_json: bool) -> None:
    if as_json:
        terminal.say_json({"id": path.stem, "kind": kind.one, "path": str(path), "data": read(path)})
        return
    one = template(kind, path)
    terminal.say(f"{one.name or one.id} ({kind.one} {one.id})")
    change = f"copy the file to {kind.folder}/ in a folder of your own, and name that with --templates"
    if kind is KINDS["plans"]:
        change = f"cardmaker new my-plan.yaml --from {one.id}"
    known = (("about", one.about), *facts(kind.one, one.id, folders), ("change it", change))
    for label, text in known:
        for line in wrapped(label, text, _INDENT):
            terminal.say(line)
    terminal.say(f"{'file':{_INDENT}}{path}")
