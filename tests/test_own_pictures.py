"""Pictures of one's own, from the plan's line to the bytes of the PDF: where they show, what is reported of them."""

import io
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as Pillow

from cardmaker import assets
from cardmaker.errors import CardmakerError, PictureError, PlanError, SeveralError, TemplateError
from cardmaker.frame import Art, Frame, Group, Image, Role
from cardmaker.frame import Path as Drawn
from cardmaker.handout import OwnPicture
from cardmaker.paint import write_pdf
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.pipeline import Job, Order
from cardmaker.resolve.gallery import rights_in_doubt
from cardmaker.theme.shelf import Shelf
from tests.kit import make

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M0 0h20v20H0z" fill="teal"/></svg>'
)
PLAN = """title: Pictures
workouts:
  a:
    exercises: [squat: 3x8, side-bend: 3x8, lunge: 3x8/side]
exercises:
  side-bend:
    name: Side bend
    section: core
    primary: [obliques]
    cues: [Stand tall., Lean to one side., Come back.]
"""
ORDER = Order(imposition="single", parts=("cards", "gym"))


def photo(width: int = 160, height: int = 120, **options: object) -> bytes:
    """A JPEG."""
    stream = io.BytesIO()
    across = Pillow.linear_gradient("L").rotate(90).resize((width, height))
    picture = Pillow.merge("RGB", (across, across.transpose(Pillow.Transpose.FLIP_LEFT_RIGHT), across))
    picture.save(stream, "JPEG", **options)
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan's folder with pictures, and a secret next to it."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "photo.jpg").write_bytes(photo())
    (plans / "square.svg").write_text(SQUARE, "utf-8")
    (tmp_path / "secret.svg").write_text(SQUARE, "utf-8")
    return plans


def made(folder: Path, more: str, order: Order = ORDER) -> Job:
    """The job of the plan with *more* lines."""
    (folder / "plan.yaml").write_text(PLAN + more, "utf-8")
    return make(folder / "plan.yaml", order)


def reported(folder: Path, more: str, kind: type[CardmakerError] = PictureError) -> str:
    """Why the plan with *more* lines is refused, without the folder's name."""
    with pytest.raises(kind) as caught:
        made(folder, more)
    return str(caught.value).replace(f"{folder.resolve()}/", "").replace(f"{folder}/", "")


def fronts(job: Job) -> list[Frame]:
    """The fronts of exercise cards."""
    [part] = [part for part in job.parts if part.name == "cards"]
    return [page.placements[0].frame for page in part.document.pages[::2]]


BODY = ("front", "back")
"""What the body map shows."""


def drawings(frame: Frame) -> list[Art]:
    """The drawings on a frame."""
    return [placed.item for placed in frame.walk() if isinstance(placed.item, Art)]


def pictures(frame: Frame) -> list[Image]:
    """The raster pictures on a frame."""
    return [placed.item for placed in frame.walk() if isinstance(placed.item, Image)]


# On paper ---------------------------------------------------------------------------------------------


def test_a_picture_stands_in_for_the_figure_on_each_card(folder: Path) -> None:
    job = made(folder, "pictures: {squat: photo.jpg}\n")
    squat, _, lunge = fronts(job)
    [picture] = pictures(squat)
    assert picture.width / picture.height == pytest.approx(160 / 120)
    assert picture.height > 25
    assert len(drawings(squat)) == len(BODY), "but for the body map"
    assert not pictures(lunge)
    [gym] = [part for part in job.parts if part.name == "gym"]
    [small] = pictures(gym.document.pages[0].placements[0].frame)
    assert small.width / small.height == pytest.approx(160 / 120)
    assert small.width <= 18.4 + 1e-6 and small.height <= 15


@pytest.mark.parametrize("size", [(400, 100), (100, 400)])
def test_long_and_tall_pictures_keep_their_shape_inside_the_margins(
    folder: Path, size: tuple[int, int]
) -> None:
    (folder / "photo.jpg").write_bytes(photo(*size))
    for stock in ("a7", "poker", "a6"):
        job = made(
            folder,
            "pictures: {squat: photo.jpg}\n",
            Order(stock=stock, imposition="single", parts=("cards",)),
        )
        front = fronts(job)[0]
        for placed in front.walk():
            if isinstance(placed.item, Image):
                assert placed.item.width / placed.item.height == pytest.approx(size[0] / size[1])
                assert placed.x >= 4 and placed.x + placed.item.width <= front.size.width - 4
                assert placed.y >= 4 and placed.y + placed.item.height <= front.size.height - 4


def test_a_photo_not_too_fine_is_in_the_pdf_byte_for_byte(folder: Path) -> None:
    job = made(folder, "pictures: {squat: photo.jpg}\n")
    [cards] = [part for part in job.parts if part.name == "cards"]
    assert photo() in write_pdf(cards.document)


def test_a_fine_photo_comes_down_to_300_dpi(folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(photo(3000, 2250))
    job = made(folder, "pictures: {squat: photo.jpg}\n")
    [picture] = pictures(fronts(job)[0])
    with Pillow.open(io.BytesIO(picture.data)) as pillow:
        assert pillow.width / (picture.width / 25.4) == pytest.approx(300, abs=3)


def test_transparency_goes_into_a_soft_mask(folder: Path) -> None:
    Pillow.new("RGBA", (60, 40), (200, 0, 0, 128)).save(folder / "clear.png")
    job = made(folder, "pictures: {squat: clear.png}\n")
    [cards] = [part for part in job.parts if part.name == "cards"]
    with pikepdf.open(io.BytesIO(write_pdf(cards.document))) as pdf:
        images = list(pdf.pages[0].get_images().values())
        assert len(images) == 1
        assert "/SMask" in images[0]


def test_a_picture_on_dark_paper_has_a_light_ground(folder: Path) -> None:
    order = Order(theme="night", imposition="single", parts=("cards",))
    front = fronts(made(folder, "pictures: {squat: photo.jpg}\n", order))[0]
    items = list(front.walk())
    [at] = [n for n, placed in enumerate(items) if isinstance(placed.item, Image)]
    under, picture = items[at - 1], items[at]
    assert isinstance(under.item, Drawn) and isinstance(picture.item, Image)
    assert under.item.fill == Shelf().theme("night").colour("plate")
    assert (under.x, under.y) == (picture.x, picture.y)
    assert f"L {picture.item.width:.3f}".rstrip("0") in under.item.data


def test_an_svg_is_drawn_as_lines(folder: Path) -> None:
    [squat, *_] = fronts(made(folder, "pictures: {squat: square.svg}\n"))
    art = drawings(squat)[-1]
    assert art.artwork.paths[0].fill == "#008080"


def test_a_figure_drawn_for_it_is_a_figure(folder: Path) -> None:
    """It has its positions, the theme's colours, the numbers of cues, and a small version of its own."""
    shutil.copy(assets.illustrations() / "hip-thrust.svg", folder / "mine.svg")
    job = made(folder, "pictures: {squat: mine.svg}\n")
    card = job.handout.exercises[0]
    assert isinstance(card.figure, FigureArtwork)
    assert len(drawings(fronts(job)[0])) == 2 + len(BODY)


def names_of_pictures(job: Job) -> dict[str, str]:
    """The pictures' names by those of their cards."""
    figures = {card.name: card.figure for card in job.handout.exercises}
    return {name: figure.name for name, figure in figures.items() if isinstance(figure, OwnPicture)}


def test_where_a_picture_may_be_named(folder: Path) -> None:
    """In the exercise's file, in the plan's exercise, in the plan; what is nearer to the plan goes before."""
    (folder / "lib").mkdir()
    (folder / "lib" / "own.svg").write_text(SQUARE, "utf-8")
    (folder / "lib" / "lunge.yaml").write_text(
        "name: Lunge\nsection: legs\nprimary: [quads]\ncues: [Step., Sink., Rise.]\npicture: own.svg\n",
        "utf-8",
    )
    job = made(folder, "    picture: photo.jpg\nlibrary: lib\npictures: {squats: {file: square.svg}}\n")
    assert names_of_pictures(job) == {
        "Squat": str(folder.resolve() / "square.svg"),
        "Side bend": str(folder.resolve() / "photo.jpg"),
        "Lunge": str(folder.resolve() / "lib" / "own.svg"),
    }
    again = made(folder, "    picture: photo.jpg\nlibrary: lib\npictures: {lunge: square.svg}\n")
    assert names_of_pictures(again)["Lunge"] == str(folder.resolve() / "square.svg")


def test_what_it_shows_is_read_aloud(folder: Path) -> None:
    alts = {}
    for more, alt in (
        ("photo.jpg", "Squat"),
        ("{file: photo.jpg, alt: Deep in the squat}", "Deep in the squat"),
    ):
        front = fronts(made(folder, f"pictures: {{squat: {more}}}\n"))[0]
        alts[alt] = [
            p.item.alt for p in front.items if isinstance(p.item, Group) and p.item.role is Role.FIGURE
        ][1:]  # the body map is first
    assert alts == {alt: [alt] for alt in alts}


# What is wrong with them ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            "pictures:\n  squat: phot.jpg\n",
            "plan.yaml:12: pictures.squat: picture 'phot.jpg': no such file in ",
        ),
        (
            "pictures:\n  squat: ../secret.svg\n",
            "plan.yaml:12: pictures.squat: picture '../secret.svg': leads out",
        ),
        (
            "pictures:\n  squat: /etc/passwd\n",
            "plan.yaml:12: pictures.squat: picture '/etc/passwd': give the path",
        ),
        ("pictures:\n  squat: link.svg\n", "plan.yaml:12: pictures.squat: picture 'link.svg': leads out of"),
        (
            "pictures:\n  squat:\n    alt: x\n    file: plan.yaml\n",
            "plan.yaml:14: pictures.squat: plan.yaml: not a",
        ),
        (
            "    picture: nope.png\n",
            "plan.yaml:11: exercises.side-bend.picture: picture 'nope.png': no such file",
        ),
    ],
)
def test_bad_pictures_are_reported_by_the_line_that_names_them(folder: Path, more: str, words: str) -> None:
    (folder / "link.svg").symlink_to(folder.parent / "secret.svg")
    message = reported(folder, more)
    assert message.startswith(words), message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (photo()[:900], "the picture is cut off; save or download it again"),
        (SQUARE.replace("<path", "<script/><path").encode(), "has a script; save it as plain SVG, or as PNG"),
        (b"GIF89a", "this is a GIF picture; save it as SVG, PNG or JPEG"),
    ],
)
def test_a_picture_that_cannot_be_used_is_reported_once(folder: Path, data: bytes, words: str) -> None:
    (folder / "bad.jpg").write_bytes(data)
    message = reported(folder, "pictures: {squat: bad.jpg}\n")
    assert re.fullmatch(rf"plan\.yaml:11: pictures\.squat: bad\.jpg(:1)?: {re.escape(words)}", message), (
        message
    )


def test_all_missing_pictures_are_reported_at_once(folder: Path) -> None:
    message = reported(
        folder, "    picture: a.png\npictures: {squat: b.png, lunge: photo.jpg}\n", SeveralError
    )
    assert [line.split(": picture '")[0] for line in message.splitlines()] == [
        "plan.yaml:11: exercises.side-bend.picture",
        "plan.yaml:12: pictures.squat",
    ]


def test_an_exercise_file_s_picture_is_looked_for_next_to_it(folder: Path) -> None:
    (folder / "lib").mkdir()
    file = folder / "lib" / "lunge.yaml"
    text = "name: Lunge\nsection: legs\nprimary: [quads]\ncues: [Step., Sink., Rise.]\npicture: {}\n"
    file.write_text(text.format("../photo.jpg"), "utf-8")
    message = reported(folder, "library: lib\n")
    assert message.startswith(
        "lib/lunge.yaml:5: picture: picture '../photo.jpg': leads out of the exercise's folder"
    )
    file.write_text(text.format("{file: photo.jpg, license: MIT}"), "utf-8")
    message = reported(folder, "library: lib\n", TemplateError)
    assert "lib/lunge.yaml:5: picture.license: unknown key 'license'; did you mean 'licence'?" in message


def test_names_of_exercises_are_understood_and_mended(folder: Path) -> None:
    assert "no exercise 'sqat'; did you mean 'squat'?" in reported(
        folder, "pictures: {sqat: photo.jpg}\n", PlanError
    )
    assert "pictures.squat.file" in reported(folder, "pictures: {squat: {author: X}}\n", PlanError)


# Whose they are ---------------------------------------------------------------------------------------


def doubts(folder: Path, more: str) -> list[str]:
    """What check warns of."""
    job = made(folder, more)
    return list(rights_in_doubt(job.pictures, job.loaded.plan.print.credits))


def test_unknown_rights_are_warned_of_with_line_and_remedy(folder: Path) -> None:
    [line] = doubts(folder, "pictures:\n  squat: photo.jpg\n")
    assert line.endswith(
        "plan.yaml:12: pictures.squat: 'photo.jpg': its author and licence are unknown; "
        "write {file: photo.jpg, author: ..., licence: ...}"
    )
    [line] = doubts(folder, "pictures: {squat: {file: photo.jpg, licence: MIT}}\n")
    assert "its author is unknown; write {file: photo.jpg, author: ..., licence: MIT}" in line
    [line] = doubts(folder, "club: {logo: square.svg}\n")
    assert "club.logo: 'square.svg'" in line


@pytest.mark.parametrize(
    "rights", ["author: Coach, licence: own work", "licence: CC0", "author: Coach, licence: CC BY 4.0"]
)
def test_known_rights_are_not(folder: Path, rights: str) -> None:
    assert not doubts(folder, f"pictures: {{squat: {{file: photo.jpg, {rights}}}}}\n")


def test_leaving_out_a_credit_that_is_asked_for_is_warned_of(folder: Path) -> None:
    [line] = doubts(
        folder,
        "pictures: {squat: {file: photo.jpg, author: Coach, licence: CC-BY-SA-4.0}}\nprint: {credits: false}\n",
    )
    assert "its licence, CC-BY-SA-4.0, asks for the author's name" in line


def credits_of(folder: Path, rights: str, credits: str) -> tuple[str, str]:
    """The credit on the squat's card, and that on the gym card."""
    picture = f"pictures: {{squat: {{file: photo.jpg, {rights}}}}}\n"
    job = made(folder, picture + (f"print: {{credits: {credits}}}\n" if credits else ""))
    return job.handout.exercises[0].credit, job.handout.workouts[0].credit


def test_authors_are_named_where_the_licence_or_the_plan_asks(folder: Path) -> None:
    asking, own = "author: A. Uthor, licence: CC BY 4.0", "author: Coach, licence: own work"
    assert credits_of(folder, asking, "") == ("Picture: A. Uthor, CC BY 4.0", "Pictures: A. Uthor, CC BY 4.0")
    assert credits_of(folder, own, "") == ("", "")
    assert credits_of(folder, asking, "false") == ("", "")
    assert credits_of(folder, own, "true") == (
        "Picture: Coach, own work",
        "Pictures: Coach, own work; The cardmaker authors, MIT",
    )


@pytest.mark.parametrize("stock", ["a7", "poker", "a6", "index-3x5"])
def test_the_credit_is_on_the_back_of_the_card(folder: Path, stock: str) -> None:
    rights = "author: A. Uthor, licence: CC BY 4.0"
    job = made(
        folder,
        f"pictures: {{squat: {{file: photo.jpg, {rights}}}}}\n",
        Order(stock=stock, imposition="single", parts=("cards",)),
    )
    pages = job.parts[0].document.pages
    assert "Picture: A. Uthor, CC BY 4.0" in pages[1].placements[0].frame.text
    assert "Uthor" not in pages[3].placements[0].frame.text


def test_the_credit_is_at_the_foot_of_a_week_that_shows_the_picture(folder: Path) -> None:
    more = "pictures: {squat: {file: photo.jpg, author: A. Uthor, licence: CC BY 4.0}}\n"
    week = "weeks: [{mon: [{strength: a}], tue: [{run: 5 km}]}]\n"
    job = made(folder, more + week, Order(parts=("sheets",)))
    frame = job.parts[0].document.pages[0].placements[0].frame
    assert pictures(frame)
    assert "Pictures: A. Uthor, CC BY 4.0" in frame.text
