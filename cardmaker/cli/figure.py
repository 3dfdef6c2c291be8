"""Poses → pictures of exercises, and what in a pose can't be: the tools of those who draw."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from cardmaker.cli import terminal
from cardmaker.cli.app import CommandGroup
from cardmaker.cli.columns import count_of
from cardmaker.cli.easel import Easel, look_of, target_of
from cardmaker.cli.params import Folder, template_name, templates_option
from cardmaker.errors import CardmakerError, NotFoundError, SeveralError, TemplateError
from cardmaker.paths import is_file

_NEEDED = ("numpy", "shapely")

_EPILOG = """
\b
Examples:
  cardmaker figure draw squat -o squat.png       a bundled pose, by the exercise's name
  cardmaker figure draw squat -o squat.png --grid
  cardmaker figure check                         all bundled poses
  cardmaker figure guide -o guide.png            joints, axes and the signs of angles

\b
A pose of your own:
  cardmaker figure draw side-lunge.yaml -o side-lunge.png --watch

How a pose is written is explained in illustrations/poses/README.md.
"""


@click.group("figure", cls=CommandGroup, epilog=_EPILOG, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Draw the figures of exercises from their poses.

    For those who add exercises: the bundled figures are drawn already. Needs pip install 'cardmaker[figure]'.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


_DRAW_EPILOG = """
\b
Examples:
  cardmaker figure draw squat -o squat.svg
  cardmaker figure draw squat -o squat.png --width 30 --grey
  cardmaker figure draw squat -o squat.pdf --palette line
"""


@command.command("draw", epilog=_DRAW_EPILOG)
@click.argument("pose")
@click.option(
    "-o", "--output", default="", metavar="FILE", help="SVG, PNG or PDF.  [default: output/POSE.svg]"
)
@click.option("--palette", type=template_name("palettes"), metavar="NAME", help="What the figure wears.")
@click.option("--person", default="woman", metavar="NAME", help="Who is drawn.  [default: woman]")
@click.option(
    "--width", type=click.FloatRange(5, 500), metavar="MM", help="How wide.  [default: as large as on a card]"
)
@click.option(
    "--dpi", type=click.IntRange(20, 1200), default=300, show_default=True, help="Dots per inch of a PNG."
)
@click.option("--grey", is_flag=True, help="A PNG as a printer without colour shows it.")
@click.option(
    "--grid", is_flag=True, help="On squared paper, 10 cm a square, with the joints' names and places."
)
@click.option("--watch", is_flag=True, help="Draw again whenever the pose changes; Ctrl-C ends it.")
@templates_option("exercises and palettes")
def draw(
    pose: str,
    output: str,
    palette: str | None,
    person: str,
    width: float | None,
    dpi: int,
    grey: bool,
    grid: bool,
    watch: bool,
    templates: tuple[Path, ...],
) -> None:
    """Draw a figure from its pose.

    POSE is a file, or the name of a bundled exercise. The muscles are those of the exercise that has the
    file's name; a new one may name them in the pose: 'primary: [glutes]'. People: woman, man, older-woman,
    older-man, sturdy-woman, sturdy-man.
    """
    _require_packages()
    path = _pose_path(pose)
    target, form = target_of(output, path.stem)
    easel = Easel(path, target, form, look_of(palette, templates), person, width, dpi, grey, grid, templates)
    if not watch:
        easel.draw()
        terminal.say(str(target))
        return
    from cardmaker.deliver.watch import watch as watching

    watching(easel.sources, lambda _changed: easel.redraw())


@command.command("guide")
@click.option(
    "-o", "--output", default="", metavar="FILE", help="SVG, PNG or PDF.  [default: output/guide.svg]"
)
@click.option(
    "--dpi", type=click.IntRange(20, 1200), default=150, show_default=True, help="Dots per inch of a PNG."
)
def guide(output: str, dpi: int) -> None:
    """Draw the picture that explains poses: joints, axes, units, and which way angles count."""
    _require_packages()
    from cardmaker.deliver.files import write_files
    from cardmaker.deliver.illustration import picture_of
    from cardmaker.figure.guide import guide as explained

    target, form = target_of(output, "guide")
    write_files({target: picture_of(explained(), form, dpi, False, "The rig's joints, axes and angles")})
    terminal.say(str(target))


_PERSON_EPILOG = """
\b
Examples:
  cardmaker figure person older-man -o mine          all figures, about 3 s each
  cardmaker figure person older-woman squat lunge -o mine
  cardmaker build plan.yaml --person older-man --templates mine
"""


@command.command("person", epilog=_PERSON_EPILOG)
@click.argument("name")
@click.argument("poses", nargs=-1, metavar="[POSE]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="A folder of templates, made if it isn't there.",
)
@click.option("--again", is_flag=True, help="Draw those that are there already, too.")
@click.option(
    "--templates",
    type=Folder(),
    multiple=True,
    help="A folder with exercises of your own, for their muscles.",
)
def person(name: str, poses: tuple[str, ...], output: Path, again: bool, templates: tuple[Path, ...]) -> None:
    """Draw exercises' figures with another person, for plans that say 'figures: {person: NAME}'.

    The woman and the man are drawn already. People: woman, man, older-woman, older-man, sturdy-woman,
    sturdy-man. Without a POSE all bundled figures are drawn. What is there already is kept, unless its pose has
    changed since.
    """
    _require_packages()
    from cardmaker.deliver.files import make_folder, write_files
    from cardmaker.figure.library import draw_exercise
    from cardmaker.figure.person import looks_of

    about = looks_of(name).about
    paths = _pose_paths(poses)
    folder = output / "people" / name
    for place in (output, folder.parent, folder):
        make_folder(place)
    said = f"name: {name.replace('-', ' ').capitalize()}\nabout: {about}\n"
    write_files({folder.with_suffix(".yaml"): said.encode("utf-8")})
    drawn = 0
    for path in paths:
        target = folder / f"{path.stem}.svg"
        if again or not is_file(target) or target.stat().st_mtime < path.stat().st_mtime:
            write_files({target: draw_exercise(path.stem, path, templates, name).encode("utf-8")})
            terminal.say(str(target))
            drawn += 1
    terminal.say(f"drawn: {drawn}, kept: {len(paths) - drawn}")


_CHECK_EPILOG = """
\b
Examples:
  cardmaker figure check
  cardmaker figure check squat lunge
"""


@command.command("check", epilog=_CHECK_EPILOG)
@click.argument("poses", nargs=-1, metavar="[POSE]...")
def check(poses: tuple[str, ...]) -> None:
    """Find what in a pose can't be: out of reach, bent too far, through the floor, off balance.

    POSE is a file, or the name of a bundled exercise; without any all bundled ones are checked. That a pose is
    possible doesn't prove that it is the exercise: look at it.
    """
    _require_packages()
    from cardmaker.figure.report import faults_of

    paths = _pose_paths(poses)
    found: list[CardmakerError] = []
    for path in paths:
        try:
            if faults := faults_of(path):
                found.append(TemplateError(faults))
        except CardmakerError as fault:
            found.append(fault)
    if found:
        raise found[0] if len(found) == 1 else SeveralError(tuple(found))
    terminal.say(f"ok: {count_of(len(paths), 'pose', 'poses')}")


def _pose_paths(poses: Sequence[str]) -> list[Path]:
    """The files of *poses*; without any, those of all bundled exercises."""
    from cardmaker.figure.library import pose_file
    from cardmaker.figure.library import poses as bundled

    return [_pose_path(pose) for pose in poses] or [pose_file(name) for name in bundled()]


def _pose_path(pose: str) -> Path:
    """The pose's file: as given, or that of a bundled exercise."""
    path = Path(pose)
    if path.suffix or is_file(path):
        return path
    from cardmaker.figure.library import pose_file, poses
    from cardmaker.validation import did_you_mean, shown

    bundled = pose_file("-".join(pose.casefold().split()))
    if not is_file(bundled):
        hint = (
            did_you_mean(pose, poses())
            or "; name a file that ends with .yaml, or see 'cardmaker list exercises'"
        )
        raise NotFoundError(f"no pose {shown(pose)}{hint}")
    return bundled


def _require_packages() -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise CardmakerError(
            f"drawing figures needs {' and '.join(missing)}: pip install 'cardmaker[figure]'"
        )
