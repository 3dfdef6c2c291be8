"""The bundled templates → a page for each kind: each template with a picture of what it makes, and its source.

Pictures are made by cardmaker's own commands while the site is built; nothing of it is kept in the repository.
"""

import contextlib
import io
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cardmaker.api import Workshop
from cardmaker.cli.main import run
from cardmaker.pipeline import Order
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.theme.kinds import KINDS as LISTED
from cardmaker.training.paces import Result
from cardmaker.yaml12 import parse_yaml

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
PLAN = "runners-week"
BLOCK = "ten-k-build"

Drawing = Callable[[str, Path], Sequence[Path]]


class Kind(NamedTuple):
    """A kind of template: its page, what the page says first, and how to draw one."""

    folder: str
    title: str
    about: str
    draw: Drawing
    width: int = 320


def pages(pictures: Path) -> Iterator[tuple[str, str]]:
    """Each page's place on the site, and its text; pictures are drawn into a folder, `<kind>/<name>.svg`."""
    listed = []
    for kind in KINDS:
        listed.append(f"- [{kind.title}]({kind.folder}.md): {kind.about}")
        yield f"gallery/{kind.folder}.md", page(kind, pictures / kind.folder)
    yield "gallery/index.md", "\n".join(["# Gallery", "", INDEX, "", *listed]) + "\n"


def page(kind: Kind, pictures: Path) -> str:
    """A kind's page."""
    paths = sorted((TEMPLATES / kind.folder).glob("*.yaml"))
    if not paths:
        raise FileNotFoundError(f"templates/{kind.folder} has no templates")
    pictures.mkdir(parents=True)
    entries = [entry(kind, path, pictures) for path in paths]
    shutil.rmtree(pictures / "made", ignore_errors=True)
    return "\n".join([f"# {kind.title}", "", kind.about, "", *entries])


def entry(kind: Kind, path: Path, pictures: Path) -> str:
    """A template: its name, pictures, and source."""
    source = path.read_text("utf-8")
    data = parse_yaml(source, path.name).data
    named = data if isinstance(data, dict) else {}
    shown: list[str] = []
    for drawn in kind.draw(path.stem, pictures):
        name = f"{path.stem}.svg" if not shown else f"{path.stem}-{len(shown) + 1}.svg"
        drawn.rename(pictures / name)
        shown.append(f"![{path.stem}](pictures/{kind.folder}/{name}){{ width={kind.width} }}")
    body = "\n".join(f"    {line}".rstrip() for line in source.splitlines())
    return "\n".join(
        [
            *(f"## {path.stem}", "", _about(kind, path, named), "", " ".join(shown), ""),
            *(f'??? note "templates/{kind.folder}/{path.name}"', "", "    ```yaml", body, "    ```", ""),
        ]
    )


def _about(kind: Kind, path: Path, named: Mapping[str, object]) -> str:
    """What it is for: what it says itself, or what a list says of it."""
    listed = LISTED.get(kind.folder)
    return str(named.get("about", "")) or (listed.template(path).about if listed else "")


def made(pictures: Path, *arguments: str) -> list[Path]:
    """The pictures that a command writes, in order; RuntimeError with what it says if it fails."""
    folder = pictures / "made"
    shutil.rmtree(folder, ignore_errors=True)
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run([*arguments, "--format", "svg", "-o", f"{folder}/"])
    if code:
        raise RuntimeError(f"cardmaker {' '.join(arguments)}: exit code {code}\n{said.getvalue()}")
    return sorted(
        folder.glob("*.svg"), key=lambda path: path.stem.replace("-front", "-1").replace("-back", "-2")
    )


def _exercise(name: str, pictures: Path) -> list[Path]:
    plan = pictures / "plan.yaml"
    plan.write_text(f"title: Gallery\nworkouts: {{all: {{exercises: [{name}]}}}}\n", "utf-8")
    try:
        return made(pictures, "build", str(plan), "--only", "cards")[:2]
    finally:
        plan.unlink()


def _theme(name: str, pictures: Path) -> list[Path]:
    return made(pictures, "build", PLAN, "--only", "cards", "--exercise", "squat", "--theme", name)[:2]


def _palette(name: str, pictures: Path) -> list[Path]:
    return made(pictures, "build", PLAN, "--only", "cards", "--exercise", "squat", "--figures", name)[:1]


def _person(name: str, pictures: Path) -> list[Path]:
    return made(pictures, "build", PLAN, "--only", "cards", "--exercise", "squat", "--person", name)[:1]


def _face(name: str, pictures: Path) -> list[Path]:
    data = parse_yaml((TEMPLATES / "faces" / f"{name}.yaml").read_text("utf-8"), name).data
    assert isinstance(data, dict)
    # The largest that it is made for, but no larger than A5 if it needn't be.
    width, height = (
        max(least, min(most, a5))
        for (least, most), a5 in zip(data["suits"].values(), (148, 210), strict=True)
    )
    gym, before = data["kind"] == "gym", data["kind"] in ("key", "title")
    own = pictures / "own.yaml"
    own.write_text(f"card: {{width: {width} mm, height: {height} mm}}\n", "utf-8")
    stock, face = ("--gym-stock", "--gym-face") if gym else ("--stock", "--face")
    look = ["--theme", "large-print"] if data.get("least_pt") else []
    chosen = ["--only", "gym"] if gym else ["--only", "cards", "--exercise", "squat"]
    on = [stock, str(own), "--paper", "a3"]
    try:
        if before:  # a card before the others, which takes the face that suits its size
            card = ["--set", f"print.{data['kind']}_card=true"]
            sides = made(pictures, "build", PLAN, "--only", "cards", *card, *on, *look)
            return [
                path
                for path in sides
                if path.stem.endswith((f"-{data['kind']}-front", f"-{data['kind']}-back", f"-{data['kind']}"))
            ]
        return made(pictures, "build", PLAN, *chosen, *on, face, name, *look)[: 1 if gym else 2]
    finally:
        own.unlink()


def _sheet(name: str, pictures: Path) -> list[Path]:
    if "groups" in name:
        return _groups(name, pictures)
    look = ["--theme", "large-print"] if name.startswith("large-print") else []
    whom = (
        ["--set", "athlete={races: {10 km: '42:30'}, lifts: {goblet squat: 32 kg}}"]
        if "athlete" in name
        else []
    )
    return made(pictures, "build", BLOCK, "--only", "sheets", "--sheet", name, *look, *whom)[:1]


def _groups(name: str, pictures: Path) -> list[Path]:
    """The sheet that has groups of a roster side by side."""
    bands = range(18, 30, 4)
    groups = tuple(
        AthleteGroup(
            name=f"{least}–{least + 4} min",
            races=(Result(5000.0, least * 60.0),),
            slowest=(Result(5000.0, least * 60.0 + 240),),
        )
        for least in bands
    )
    theme = "large-print" if name.startswith("large-print") else "classic"
    order = Order(parts=("sheets",), sheets=(name,), theme=theme, weeks=(5,))
    file, *_ = (
        Workshop()
        .build(TEMPLATES / "plans" / f"{BLOCK}.yaml", order, AthleteGroup(groups=groups), form="svg")
        .values()
    )
    drawn = pictures / f"{name}.svg"
    drawn.write_bytes(file)
    return [drawn]


def _stock(name: str, pictures: Path) -> list[Path]:
    drawn = pictures / "sheet.svg"
    with contextlib.redirect_stdout(io.StringIO()):
        code = run(["show", name, "--kind", "stock", "-o", str(drawn)])
    return [drawn] if not code else []


def _plan(name: str, pictures: Path) -> list[Path]:
    return made(pictures, "build", name, "--only", "sheets")[:2]


def _nothing(name: str, pictures: Path) -> list[Path]:
    return []


INDEX = """\
Everything here is a text file that you may copy into a folder of your own, change, and use with
`cardmaker build --templates my-templates/`. Each is shown with what it makes and with its source."""

KINDS = (
    Kind("plans", "Plans", "Starters to change; `cardmaker new` copies one.", _plan, 480),
    Kind("exercises", "Exercises", "What is on the cards, one file an exercise.", _exercise, 260),
    Kind("themes", "Themes", "Colours, lines and type; `--theme`.", _theme, 260),
    Kind("palettes", "Palettes", "What figures wear; `--figures`.", _palette, 260),
    Kind("people", "People", "Who is in figures; `--person`.", _person, 260),
    Kind("faces", "Card faces", "How cards are laid out; `--face` and `--gym-face`.", _face, 300),
    Kind("sheets", "Sheets", "Pages for the wall; `--sheet`.", _sheet, 480),
    Kind(
        "parts",
        "Parts",
        "What faces and sheets share, boxes with words to fill in; `part:` takes one.",
        _nothing,
    ),
    Kind("screens", "Screens", "Pages for phones; `--for screen`.", _nothing),
    Kind("books", "Book pages", "Pages of folded and stapled books; `--book`.", _nothing),
    Kind("stocks", "Stocks", "Sizes of cards, and products cut to size; `--stock`.", _stock, 300),
    Kind("wording", "Wording", "The program's own words, one file a language.", _nothing),
)
