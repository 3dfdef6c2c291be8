"""The name of a file → a starter plan in it, and its schema next to it."""

import re
from pathlib import Path

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import DEFAULT_PLAN
from cardmaker.cli.params import Folder, template_name
from cardmaker.cli.region import usual_paper
from cardmaker.cli.schema import FILES
from cardmaker.errors import OutputError
from cardmaker.paths import is_folder, is_there
from cardmaker.textfile import read_text
from cardmaker.theme.kinds import KINDS

_SUFFIXES = (".yaml", ".yml")

_EPILOG = """
\b
Examples:
  cardmaker new my-plan.yaml
  cardmaker new spring.yaml --from ten-k-build

The plan's first line names plan.schema.json, which is written next to it: editors that know JSON Schema then
complete and check the plan as you type, also without a network and when the folder moves. Its paper is the one
that is usual where this computer's locale is: Letter in North America, A4 in most of the world.
"""


@click.command("new", epilog=_EPILOG)
@click.argument("name", default="my-plan.yaml", metavar="[NAME.yaml]")
@click.option(
    "--from", "starter", type=template_name("plans"), default=DEFAULT_PLAN, show_default=True, metavar="NAME",
    help="The bundled plan to begin with; see 'cardmaker list plans'.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--templates", type=Folder(), multiple=True, help="A folder with plans/ of your own.")
def command(name: str, starter: str, force: bool, templates: tuple[Path, ...]) -> None:
    """Write a starter plan to change."""
    from cardmaker.deliver.files import write_files

    path = _plan_file(name)
    found = KINDS["plans"].require(starter, templates)
    if is_there(path) and not force:
        raise OutputError(f"{path}: there is such a file; choose another name, or write over it with --force")
    paper, where = usual_paper()
    text = _on_paper(read_text(found), paper)
    files = {path: text, **_schema_beside(path, force)}
    write_files({target: text.encode() for target, text in files.items()})
    for target in files:
        terminal.say(f"wrote {target}")
    if paper and f"paper: {paper}" in text:
        terminal.say(f"Its paper is {paper}, as the locale is {where}; 'paper:' in the plan changes that")
    terminal.say(f"Change it, then: cardmaker check {_quoted(path)}; cardmaker build {_quoted(path)}")


def _plan_file(name: str) -> Path:
    path = Path(name)
    if is_folder(path):
        raise OutputError(f"{name}: this is a folder; name a file in it, such as '{path / 'my-plan.yaml'}'")
    if not path.suffix:
        path = path.with_name(f"{path.name}.yaml")
    if path.suffix.lower() not in _SUFFIXES:
        raise OutputError(f"{name}: starter plans are YAML; name it '{path.with_suffix('.yaml')}'")
    return path


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


def _quoted(path: Path) -> str:
    import shlex

    return shlex.quote(str(path))
