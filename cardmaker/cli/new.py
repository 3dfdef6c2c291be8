"""The name of a file → a starter plan in it, and its schema next to it."""

import locale
import os
import re
from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from typing import Any, Final

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import DEFAULT_PLAN
from cardmaker.cli.params import force_option, template_name, templates_option
from cardmaker.cli.schema import FILES
from cardmaker.cli.starting import planned, race_options
from cardmaker.errors import OutputError
from cardmaker.paths import is_folder, is_there
from cardmaker.textfile import read_text
from cardmaker.theme.kinds import KINDS

_SUFFIXES = (".yaml", ".yml")
_ENGLISH = "en"
_USUAL = ("laufwoche",)
"""A week to begin with, of each language that has more plans than one."""
_LANGUAGE = re.compile(r"(?m)^language: *([\w-]+)")

_EPILOG = """
\b
Examples:
  cardmaker new my-plan.yaml
  cardmaker new spring.yaml --from three-day-gym
  cardmaker new woche.yaml --language de
  cardmaker new half.yaml --distance half --race 2027-05-16 --weeks 12 --days 4

The plan's first line names plan.schema.json, which is written next to it: editors that know JSON Schema then
complete and check the plan as you type, also without a network and when the folder moves. Its paper is the one
that is usual where this computer's locale is: Letter in North America, A4 in most of the world.
"""


class _Listing(click.Command):
    """A command whose help ends with the starter plans, a line each."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Starter plans"):
            formatter.write_dl([(entry.id, entry.about) for entry in KINDS["plans"].templates()])
        super().format_epilog(ctx, formatter)


@click.command("new", epilog=_EPILOG, cls=_Listing)
@click.argument("name", default="my-plan.yaml", metavar="[NAME.yaml]")
@click.option(
    "--from", "starter", type=template_name("plans"), metavar="NAME",
    help=f"The bundled plan to begin with, one of those below.  [default: {DEFAULT_PLAN}]",
)  # fmt: skip
@race_options
@click.option(
    "--language", type=template_name("languages"), metavar="NAME",
    help="What the plan prints in: en, de, or one of your own. Alone, begins with a plan that is written in it.",
)  # fmt: skip
@force_option
@templates_option("plans/")
def command(
    name: str,
    starter: str | None,
    language: str | None,
    force: bool,
    templates: tuple[Path, ...],
    **asked: Any,
) -> None:
    """Write a starter plan to change: a bundled one, or one that leads to a race.

    With --distance, a base week and its progression are written, for --days days of running in the weeks up to
    --race, and two days of strength.
    """
    from cardmaker.deliver.destination import keep_existing
    from cardmaker.deliver.files import write_files

    path = _plan_file(name)
    if language:
        language = KINDS["languages"].require(language, templates).stem
    written = planned(asked, path.name)
    if written and starter:
        raise click.UsageError("--from begins with a bundled plan; leave it out next to --distance")
    if not written:
        first = starter or _written_in(language, templates) or DEFAULT_PLAN
        written = read_text(KINDS["plans"].require(first, templates))
    written, foreign = _in_language(written, language)
    keep_existing([path], force, "name")
    paper, where = usual_paper()
    text = _on_paper(written, paper)
    files = {path: text, **_schema_beside(path, force)}
    write_files({target: text.encode() for target, text in files.items()})
    for target in files:
        terminal.say(f"wrote {target}")
    if foreign:
        terminal.say(
            f"It prints in '{language}'; what the plan says itself is still in '{foreign}': titles, notes, tips"
        )
    if paper and f"paper: {paper}" in text:
        terminal.say(f"Its paper is {paper}, as the locale is {where}; 'paper:' in the plan changes that")
    terminal.say(f"Change it, then: cardmaker check {quote(str(path))}; cardmaker build {quote(str(path))}")


def _plan_file(name: str) -> Path:
    path = Path(name)
    if is_folder(path):
        raise OutputError(f"{name}: this is a folder; name a file in it, such as '{path / 'my-plan.yaml'}'")
    if not path.suffix:
        path = path.with_name(f"{path.name}.yaml")
    if path.suffix.lower() not in _SUFFIXES:
        raise OutputError(f"{name}: starter plans are YAML; name it '{path.with_suffix('.yaml')}'")
    return path


def _written_in(language: str | None, templates: tuple[Path, ...]) -> str | None:
    """A plan that is written in a language, the usual one first; None if there is none, or no language is asked for."""
    if language in (None, _ENGLISH):
        return None
    files = KINDS["plans"].files(templates)
    written = [name for name, path in files.items() if _language_of(read_text(path)) == language]
    return next((name for name in written if name in _USUAL), next(iter(written), None))


def _language_of(text: str) -> str:
    found = _LANGUAGE.search(text)
    return found[1] if found else _ENGLISH


def _in_language(text: str, language: str | None) -> tuple[str, str]:
    """A starter plan that prints in a language, and the one that it is written in if that is another one."""
    own = _language_of(text)
    if language is None or own == language:
        return text, ""
    said = f"language: {language}"
    if _LANGUAGE.search(text):
        return _LANGUAGE.sub(said, text, count=1), own
    return re.sub(r"(?m)^(title: .*)$", rf"\1\n{said}", text, count=1), own


def _on_paper(text: str, paper: str) -> str:
    """A starter plan with a *paper* of Letter in place of A4; what the plan says is what is built, everywhere."""
    if paper != "letter":
        return text
    text = re.sub(r"(?m)^( +paper: )a4( {4})?", r"\1letter", text)
    return re.sub(r"(?m)^( +paper: letter.*# or )letter$", r"\1a4", text)


def _schema_beside(path: Path, force: bool) -> dict[Path, str]:
    """The schema's file, unless it is there; one that differs is kept and reported."""
    target, text = path.with_name(FILES["plan"].name), read_text(FILES["plan"])
    if not is_there(target) or force:
        return {target: text}
    if not _holds(target, text):
        terminal.report(
            f"note: {target} differs from this version's; 'cardmaker schema' prints the current one"
        )
    return {}


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


_LETTER: Final = {
    "bz", "ca", "cl", "co", "cr", "gt", "mx", "ni", "pa", "ph", "pr", "sv", "us", "ve",
    "belize", "canada", "chile", "colombia", "costa rica", "guatemala", "mexico", "nicaragua", "panama",
    "philippines", "puerto rico", "el salvador", "united states", "venezuela",
}  # fmt: skip
"""Where Letter is the usual paper, by country code, and by name as Windows has it; elsewhere it is A4 (CLDR)."""


def usual_paper(environ: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """The id of the paper, and the locale that says so; ('', '') where none is set.

    LC_PAPER is made for it; LC_ALL goes before it, LANG after it.
    """
    named = next((environ[key] for key in ("LC_ALL", "LC_PAPER", "LANG") if environ.get(key)), "")
    found = named or (locale.getlocale()[0] or "")
    _, _, region = found.partition(".")[0].partition("@")[0].partition("_")
    if not region:
        return "", ""
    return "letter" if region.casefold() in _LETTER else "a4", found
