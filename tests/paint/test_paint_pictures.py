"""Images and artwork: what goes in, what shows."""

import io
from typing import Any

import pikepdf
import pytest
from PIL import Image as Picture

from cardmaker.errors import OutputError, PictureError
from cardmaker.frame import Art, Artwork, Image, Path
from cardmaker.paint import write_pdf
from tests.paint.paint_kit import document, frame, opened, page, picture, put, rect

RED, BLUE = (200, 30, 20), (20, 60, 220)


def halves(mode: str, left: Any, right: Any, size: tuple[int, int] = (40, 20)) -> Picture.Image:
    """A picture whose halves differ."""
    image = Picture.new(mode, size, left)
    image.paste(Picture.new(mode, size, right), (size[0] // 2, 0))
    return image


def encoded(image: Picture.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def shown(data: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The colours of the left and right half of an image 40 × 20 mm, on a green page."""
    card = frame(rect(0, 0, 74, 105, "#00FF00"), put(Image(data, 40, 20), 10, 10))
    drawn = picture(write_pdf(document(page(card))))
    assert drawn.getpixel((4 * 9, 4 * 20)) == drawn.getpixel((4 * 51, 4 * 20)) == (0, 255, 0)
    return drawn.getpixel((4 * 20, 4 * 20)), drawn.getpixel((4 * 40, 4 * 20))


def near(colour: tuple[int, ...], wanted: tuple[int, ...], slack: int = 12) -> bool:
    return all(abs(one - other) <= slack for one, other in zip(colour, wanted, strict=True))


@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_in_colour(progressive: bool) -> None:
    data = encoded(halves("RGB", RED, BLUE), "JPEG", quality=95, progressive=progressive, subsampling=0)
    left, right = shown(data)
    assert near(left, RED) and near(right, BLUE)


def test_jpeg_in_grey() -> None:
    left, right = shown(encoded(halves("L", 40, 200), "JPEG", quality=95))
    assert near(left, (40,) * 3) and near(right, (200,) * 3)


def test_jpeg_in_cmyk_is_not_upside_down() -> None:
    # Pillow, like Adobe, writes CMYK inverted and says so in an Adobe segment.
    data = encoded(halves("CMYK", (0, 255, 255, 0), (255, 255, 0, 0)), "JPEG", quality=95)
    left, right = shown(data)
    assert left[0] > 150 and max(left[1:]) < 90
    assert right[2] > 100 and right[0] < 90


def test_jpeg_bytes_go_out_as_they_came_in() -> None:
    data = encoded(halves("RGB", RED, BLUE), "JPEG")
    with opened(write_pdf(document(page(frame(put(Image(data, 40, 20))))))) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert image.read_raw_bytes() == data
        assert (image.Filter, int(image.Width), int(image.Height)) == ("/DCTDecode", 40, 20)


@pytest.mark.parametrize(
    ("mode", "left", "right", "wanted"),
    [
        ("RGB", RED, BLUE, (RED, BLUE)),
        ("L", 40, 200, ((40,) * 3, (200,) * 3)),
        ("1", 0, 1, ((0,) * 3, (255,) * 3)),
        ("RGBA", (*RED, 255), (*BLUE, 0), (RED, (0, 255, 0))),
        ("RGBA", (255, 0, 0, 128), (0, 0, 255, 255), ((128, 127, 0), (0, 0, 255))),
        ("LA", (40, 255), (40, 0), ((40,) * 3, (0, 255, 0))),
        ("I;16", 40 * 256, 200 * 256, ((40,) * 3, (200,) * 3)),
    ],
)
def test_png(mode: str, left: Any, right: Any, wanted: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    first, second = shown(encoded(halves(mode, left, right), "PNG"))
    assert near(first, wanted[0], 2) and near(second, wanted[1], 2)


def test_png_with_a_palette_and_a_see_through_entry() -> None:
    image = halves("P", 0, 1)
    image.putpalette([*RED, *BLUE])
    first, second = shown(encoded(image, "PNG"))
    assert near(first, RED, 0) and near(second, BLUE, 0)
    first, second = shown(encoded(image, "PNG", transparency=1))
    assert near(first, RED, 0) and near(second, (0, 255, 0), 0)


def test_png_pixels_go_out_exactly_and_filtered() -> None:
    noise = Picture.effect_noise((200, 200), 40)
    with opened(write_pdf(document(page(frame(put(Image(encoded(noise, "PNG"), 40, 40))))))) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert image.DecodeParms.Predictor == 15
        assert image.read_bytes() == noise.tobytes()


def test_an_image_is_embedded_once_however_often_it_shows() -> None:
    data = encoded(halves("RGB", RED, BLUE), "PNG")
    one, other = Image(data, 40, 20), Image(bytes(bytearray(data)), 20, 10)
    with opened(write_pdf(document(page(frame(put(one), put(other, 0, 40))), page(frame(put(one)))))) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert sum(stream.get("/Subtype") == "/Image" for stream in streams) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a", "neither JPEG nor PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "no readable size"),
        (b"\xff\xd8", "no readable size"),
        (b"\x89PNG\r\n\x1a\nrubbish", "damaged"),
        (encoded(halves("RGB", RED, BLUE), "PNG")[:60], "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(PictureError, match=said):
        write_pdf(document(page(frame(put(Image(data, 40, 20))))))


def test_a_jpeg_marker_may_be_padded() -> None:
    data = encoded(halves("RGB", RED, BLUE), "JPEG", quality=95)
    padded = data[:2] + b"\xff\xff" + data[2:]
    with opened(write_pdf(document(page(frame(put(Image(padded, 40, 20))))))) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert int(image.Width) == 40


def test_artwork_keeps_its_proportion_its_place_and_its_colours() -> None:
    paths = (
        Path("M 0 0 L 100 0 L 100 50 L 0 50 Z", fill="#C81E14"),
        Path("M 50 0 L 50 50", stroke="#143CDC", width=10),
    )
    card = frame(put(Art(Artwork(100, 50, paths), 40), 10, 10))
    drawn = picture(write_pdf(document(page(card))))
    assert drawn.getpixel((4 * 11, 4 * 11)) == drawn.getpixel((4 * 49, 4 * 29)) == RED
    assert drawn.getpixel((4 * 30, 4 * 20)) == BLUE
    assert drawn.getpixel((4 * 9, 4 * 20)) == drawn.getpixel((4 * 20, 4 * 31)) == (255, 255, 255)


def test_artwork_is_not_cut_off_at_its_edge() -> None:
    thick = Artwork(100, 100, (Path("M 0 0 L 100 0", stroke="#C81E14", width=40),))
    drawn = picture(write_pdf(document(page(frame(put(Art(thick, 40), 10, 20))))))
    assert drawn.getpixel((4 * 30, 4 * 14)) == RED


def test_artwork_does_not_take_on_what_was_set_before_it() -> None:
    before = put(Path("M 0 0 L 60 0", stroke="#00FF00", width=2, dash=(1.0, 1.0), round=True), 5, 5)
    plain = Artwork(10, 10, (Path("M 0 5 L 10 5", stroke="#C81E14", width=2),))
    drawn = picture(write_pdf(document(page(frame(before, put(Art(plain, 40), 10, 10))))))
    row = [drawn.getpixel((x, 4 * 30)) for x in range(4 * 11, 4 * 49)]
    assert set(row) == {RED}
    assert drawn.getpixel((4 * 10 - 4, 4 * 30)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("path", "inside", "hole"),
    [
        (
            Path("M 10 10 L 40 10 L 40 40 L 10 40 Z M 20 20 L 30 20 L 30 30 L 20 30 Z", fill="#C81E14"),
            RED,
            RED,
        ),
        (
            Path(
                "M 10 10 L 40 10 L 40 40 L 10 40 Z M 20 20 L 30 20 L 30 30 L 20 30 Z",
                fill="#C81E14",
                even_odd=True,
            ),
            RED,
            (255, 255, 255),
        ),
        (
            Path("M 10 10 C 10 10 40 10 40 10 L 40 40 L 10 40 Z", fill="#C81E14", stroke="#143CDC", width=1),
            RED,
            RED,
        ),
    ],
)
def test_paths(path: Path, inside: tuple[int, ...], hole: tuple[int, ...]) -> None:
    drawn = picture(write_pdf(document(page(frame(put(path, 2, 3))))))
    assert drawn.getpixel((4 * 14, 4 * 35)) == inside
    assert drawn.getpixel((4 * 27, 4 * 28)) == hole


def test_dashes_and_colours_are_set_again_for_each_path() -> None:
    items = [
        put(Path("M 0 0 L 40 0", stroke="#C81E14", width=2, dash=(4.0, 4.0)), 10, 10),
        put(Path("M 0 0 L 40 0", stroke="#143CDC", width=1), 10, 20),
        put(Path("M 0 0 L 40 0", stroke="#143CDC", width=1), 10, 30),
        put(Path("M 0 0 L 40 0 L 40 2 L 0 2 Z", fill="#C81E14"), 10, 40),
    ]
    drawn = picture(write_pdf(document(page(frame(*items)))))
    assert drawn.getpixel((4 * 12, 40)) == RED and drawn.getpixel((4 * 16, 40)) == (255, 255, 255)
    for y in (20, 30):
        assert {drawn.getpixel((x, 4 * y)) for x in range(44, 196)} == {BLUE}
    assert drawn.getpixel((4 * 30, 4 * 41)) == RED


@pytest.mark.parametrize(
    "data", ["M 0 0 L 1e-05 4", "M 0 0 Q 1 1 2 2", "M 0 0 L 1 1 Z /Fm Do", "M 0 0 L nan 1"]
)
def test_a_path_of_other_tokens_is_refused(data: str) -> None:
    with pytest.raises(OutputError, match="plain numbers"):
        write_pdf(document(page(frame(put(Path(data, fill="#C81E14"))))))


def test_a_path_without_ink_leaves_nothing() -> None:
    drawn = picture(write_pdf(document(page(frame(put(Path("M 0 0 L 40 0 L 40 40 Z")))))))
    assert drawn.getcolors() == [(drawn.width * drawn.height, (255, 255, 255))]
