"""Who is in the figures: drawings of another person, from a folder of templates, in place of the bundled ones."""

import shutil
from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.errors import PictureError, PlanError, TemplateError
from cardmaker.frame import Art, Artwork
from cardmaker.handout import ExerciseCard
from cardmaker.picture.artwork import FigureArtwork, load_artwork
from cardmaker.pipeline import Job, JobMaker, Order
from cardmaker.theme.shelf import Shelf

PLAN = """title: People
print: {%s}
workouts:
  a:
    exercises: [squat: 3x8, plank: 3x30 s]
"""
ORDER = Order(parts=("cards",))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder of templates in which 'older-man' is drawn in a squat: here with the bundled figure of a lunge."""
    people = tmp_path / "mine" / "people"
    (people / "older-man").mkdir(parents=True)
    (people / "older-man.yaml").write_text("name: Older man\nabout: somebody else\n", "utf-8")
    shutil.copy(assets.illustrations() / "lunge.svg", people / "older-man" / "squat.svg")
    return tmp_path / "mine"


def made(mine: Path, prints: str, order: Order = ORDER) -> Job:
    return JobMaker([mine]).make(PLAN % prints, order)


def figures(job: Job) -> dict[str, FigureArtwork]:
    """The figure of each exercise card."""
    found = {}
    for card in job.handout.exercises:
        assert isinstance(card, ExerciseCard) and isinstance(card.figure, FigureArtwork)
        found[card.exercise] = card.figure
    return found


def bundled(exercise: str) -> FigureArtwork:
    return load_artwork(assets.illustrations() / f"{exercise}.svg")


def looks(figure: FigureArtwork) -> list[object]:
    return [(pane.name, pane.size, pane.joints) for pane in figure.panes]


def test_a_person_s_drawings_go_before_the_bundled_ones(mine: Path) -> None:
    drawn = figures(made(mine, "person: older-man"))
    assert looks(drawn["squat"]) == looks(bundled("lunge"))
    assert looks(figures(made(mine, ""))["squat"]) == looks(bundled("squat"))
    assert looks(figures(made(mine, "person: older-man", ORDER.but(person="woman")))["squat"]) == looks(
        bundled("squat")
    )


def test_what_isnt_drawn_yet_is_printed_as_usual_and_said(mine: Path) -> None:
    job = made(mine, "person: older-man")
    assert looks(figures(job)["plank"]) == looks(bundled("plank"))
    (said,) = [note for note in job.notes if "drawn" in note]
    assert said.startswith("older-man isn't drawn yet in plank: the usual figures are printed")
    assert said.endswith(f"'cardmaker figure person older-man plank -o {mine}'")
    assert not [note for note in made(mine, "").notes if "drawn" in note]


def test_the_bundled_man_needs_no_folder() -> None:
    usual, man = (figures(JobMaker().make(PLAN % said, ORDER)) for said in ("", "person: man"))
    for exercise, figure in man.items():
        assert figure.sides == usual[exercise].sides
        assert [pane.name for pane in figure.panes] == [pane.name for pane in usual[exercise].panes]
        assert figure.file[0] == f"man.{exercise}"


def test_drawings_of_ones_own_go_before_the_bundled_ones_of_the_same_person(tmp_path: Path) -> None:
    (tmp_path / "people" / "man").mkdir(parents=True)
    (tmp_path / "people" / "man.yaml").write_text("name: Man\nabout: somebody else\n", "utf-8")
    shutil.copy(assets.illustrations() / "lunge.svg", tmp_path / "people" / "man" / "squat.svg")
    job = made(tmp_path, "person: man")
    assert looks(figures(job)["squat"]) == looks(bundled("lunge"))
    man = load_artwork(assets.templates("people") / "man" / "plank.svg")
    assert looks(figures(job)["plank"]) == looks(man)
    assert not [note for note in job.notes if "drawn" in note]


def test_two_bundled_drawings_of_one_exercise_keep_forms_of_their_own() -> None:
    files = [assets.illustrations() / "squat.svg", assets.templates("people") / "man" / "squat.svg"]
    assert len({load_artwork(path).file[0] for path in files}) == 2


def test_a_theme_may_say_who(mine: Path) -> None:
    (mine / "themes").mkdir()
    theme = mine / "themes" / "ours.yaml"
    theme.write_text("name: Ours\nextends: classic\nperson: older-man\n", "utf-8")
    assert looks(figures(made(mine, "theme: ours"))["squat"]) == looks(bundled("lunge"))
    theme.write_text("name: Ours\nextends: low-ink\nfigures: {person: older-man}\n", "utf-8")
    mixed = Shelf((mine,)).theme("ours")
    assert (mixed.person, mixed.figures) == (
        "older-man",
        "mannequin",
    )  # the palette is that of the theme below it
    theme.write_text("name: Ours\nextends: classic\nperson: mna\n", "utf-8")
    with pytest.raises(TemplateError, match=r"ours\.yaml:3: person: no person 'mna'; did you mean 'man'"):
        Shelf((mine,)).theme("ours")


def test_somebody_nobody_drew_is_reported_with_the_way_to_draw_them(mine: Path) -> None:
    with pytest.raises(PlanError, match=r":2: print\.person: no person 'nobody'; draw it with .*--templates"):
        made(mine, "person: nobody")


def test_a_picture_of_ones_own_goes_before_a_person_s(mine: Path, tmp_path: Path) -> None:
    shutil.copy(assets.illustrations() / "deadlift.svg", tmp_path / "own.svg")
    credit = "author: A. Coach, licence: CC0-1.0"
    plan = PLAN % "person: older-man" + f"pictures: {{squat: {{file: own.svg, {credit}}}}}\n"
    shop = JobMaker([mine])
    assert looks(figures(shop.make(shop.load(plan, tmp_path), ORDER))["squat"]) == looks(bundled("deadlift"))


@pytest.mark.parametrize(
    "text", ["<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>", '<svg><metadata>{"scale":']
)
def test_a_drawing_that_is_none_is_refused_by_its_name(mine: Path, text: str) -> None:
    (mine / "people" / "older-man" / "squat.svg").write_text(text, "utf-8")
    with pytest.raises(PictureError, match=r"older-man/squat\.svg"):
        made(mine, "person: older-man")


def test_the_drawings_are_on_the_paper(mine: Path) -> None:
    arts: list[Artwork] = [
        placed.item.artwork
        for part in made(mine, "person: older-man", ORDER.but(imposition="single")).parts
        for page in part.document.pages
        for one in page.placements
        for placed in one.frame.walk()
        if isinstance(placed.item, Art)
    ]
    widths = {art.width for art in arts}
    assert {pane.size.width for pane in bundled("lunge").panes} & widths
    assert not {pane.size.width for pane in bundled("squat").panes} & widths
