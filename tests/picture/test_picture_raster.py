"""PNG and JPEG files made here: what is passed on untouched, what is made again, and what is refused."""

import io
import struct
import time
import zlib
from collections.abc import Callable

import pytest
from PIL import Image as Pillow
from PIL import ImageChops, ImageCms, ImageDraw

from cardmaker.errors import PictureError
from cardmaker.frame import Image
from cardmaker.geometry import Size
from cardmaker.picture import jpeg
from cardmaker.picture.own_picture import picture_in
from cardmaker.picture.raster import Raster

SMALL, LARGE = Size(40, 30), Size(2000, 1500)
FITTING = Size(10.0, 7.5)


def photo(size: Size, mode: str = "RGB") -> Pillow.Image:
    """A picture of many colours: red grows to the right, green downwards."""
    width, height = int(size.width), int(size.height)
    across = Pillow.linear_gradient("L").rotate(90).resize((width, height))
    down = Pillow.linear_gradient("L").resize((width, height))
    return Pillow.merge("RGB", (across, down, Pillow.new("L", (width, height), 40))).convert(mode)


def encoded(pillow: Pillow.Image, kind: str = "PNG", **options: object) -> bytes:
    """The picture as a file."""
    stream = io.BytesIO()
    pillow.save(stream, kind, **options)
    return stream.getvalue()


def image(data: bytes, size: Size = FITTING) -> Image:
    """What the raster reader makes of a file."""
    with Raster(data, "logo.png") as raster:
        return raster.image(size)


def opened(data: bytes) -> Pillow.Image:
    """A picture that has been decoded."""
    pillow = Pillow.open(io.BytesIO(data))
    pillow.load()
    return pillow


@pytest.mark.parametrize(
    "data",
    [
        encoded(photo(SMALL), "JPEG"),
        encoded(photo(SMALL, "L"), "JPEG"),
        encoded(photo(SMALL), "JPEG", progressive=True),
        encoded(photo(SMALL)),
        encoded(photo(SMALL, "L")),
        encoded(photo(SMALL, "RGBA")),
        encoded(photo(Size(118, 88)), "JPEG"),
    ],
)
def test_good_bytes_pass_untouched(data: bytes) -> None:
    made = image(data)
    assert made.data == data
    assert (made.width, made.height) == FITTING


def test_too_fine_photo_is_brought_to_300_dpi() -> None:
    made = image(encoded(photo(LARGE), "JPEG", quality=98))
    pillow = opened(made.data)
    assert (pillow.format, pillow.size) == ("JPEG", (119, 89))
    red, green, _ = pillow.getpixel((60, 44))  # type: ignore[misc]
    assert red == pytest.approx(128, abs=6)
    assert green == pytest.approx(128, abs=6)


def test_flat_drawing_and_transparency_stay_png() -> None:
    drawing = Pillow.new("RGB", (2000, 1500), "white")
    ImageDraw.Draw(drawing).ellipse((100, 100, 1900, 1400), fill="#0F4C5C")
    assert opened(image(encoded(drawing)).data).format == "PNG"
    seen_through = photo(LARGE, "RGBA")
    seen_through.putalpha(Pillow.linear_gradient("L").resize((2000, 1500)))
    pillow = opened(image(encoded(seen_through)).data)
    assert (pillow.format, pillow.mode, pillow.size) == ("PNG", "RGBA", (119, 89))


def test_png_photo_becomes_jpeg_when_made_again() -> None:
    assert opened(image(encoded(photo(LARGE))).data).format == "JPEG"


def test_opaque_alpha_is_dropped_when_made_again() -> None:
    drawing = Pillow.new("RGBA", (2000, 1500), "#0F4C5C")
    assert opened(image(encoded(drawing)).data).mode == "RGB"


@pytest.mark.parametrize("orientation", range(2, 9))
def test_exif_orientation_is_applied(orientation: int) -> None:
    """The corner that is red and not green comes out at the top right, however the camera was held."""
    upright = photo(Size(80, 60))
    stored = {
        2: [Pillow.Transpose.FLIP_LEFT_RIGHT],
        3: [Pillow.Transpose.ROTATE_180],
        4: [Pillow.Transpose.FLIP_TOP_BOTTOM],
        5: [Pillow.Transpose.TRANSPOSE],
        6: [Pillow.Transpose.ROTATE_90],
        7: [Pillow.Transpose.TRANSVERSE],
        8: [Pillow.Transpose.ROTATE_270],
    }[orientation]
    for step in stored:
        turned = upright.transpose(step)
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    data = encoded(turned, "JPEG", exif=exif, quality=95)
    with Raster(data, "photo.jpg") as raster:
        assert raster.shape == Size(80, 60)
        pillow = opened(raster.image(Size(80, 60)).data)
    assert pillow.size == (80, 60)
    assert 0x0112 not in pillow.getexif()
    red, green, _ = pillow.getpixel((77, 2))  # type: ignore[misc]
    assert (red > 200, green < 60) == (True, True)


def test_turned_large_photo_comes_down_to_size() -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    data = encoded(photo(Size(1500, 2000)), "JPEG", exif=exif)
    assert opened(image(data).data).size == (119, 89)


def grey_16() -> Pillow.Image:
    """From black to white in 16 bits."""
    pillow = Pillow.new("I;16", (3, 1))
    for x, value in enumerate((0, 32896, 65535)):
        pillow.putpixel((x, 0), value)
    return pillow


def with_gap() -> Pillow.Image:
    """A palette in which one colour is no colour."""
    pillow = photo(SMALL).quantize(8)
    pillow.info["transparency"] = 0
    return pillow


@pytest.mark.parametrize(
    ("make", "kind", "mode"),
    [
        (lambda: photo(SMALL).quantize(8), "PNG", "RGB"),
        (with_gap, "PNG", "RGBA"),
        (lambda: photo(SMALL, "1"), "PNG", "L"),
        (lambda: photo(SMALL, "LA"), "PNG", "L"),
        (lambda: photo(SMALL, "CMYK"), "JPEG", "RGB"),
        (grey_16, "PNG", "L"),
    ],
)
def test_other_kinds_of_pixels_are_made_plain(make: Callable[[], Pillow.Image], kind: str, mode: str) -> None:
    made = image(encoded(make(), kind))
    pillow = opened(made.data)
    assert pillow.mode == mode
    assert "transparency" not in pillow.info
    assert image(made.data).data == made.data


def test_16_bits_keep_their_tones() -> None:
    pillow = opened(image(encoded(grey_16())).data)
    assert [pillow.getpixel((x, 0)) for x in range(3)] == [0, 128, 255]


def test_cmyk_keeps_its_colours() -> None:
    data = encoded(Pillow.new("CMYK", (16, 16), (0, 255, 255, 0)), "JPEG", quality=95)
    red, green, blue = opened(image(data).data).getpixel((8, 8))  # type: ignore[misc]
    assert (red > 230, green < 25, blue < 25) == (True, True, True)


def test_foreign_colour_profile_is_applied() -> None:
    """A profile whose red and blue are swapped shows whether it is minded; sRGB's own changes nothing."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")
    swapped = swapped.replace(b"s\0R\0G\0B", b"o\0t\0h\0r").replace(b"sRGB", b"othr")
    red = Pillow.new("RGB", (8, 8), (255, 0, 0))
    plain = encoded(red, "PNG", icc_profile=srgb)
    assert image(plain).data == plain
    for kind in ("PNG", "JPEG"):
        pillow = opened(image(encoded(red, kind, icc_profile=swapped)).data)
        assert pillow.getpixel((4, 4))[2] > 240
        assert "icc_profile" not in pillow.info


def test_broken_colour_profile_is_passed_over() -> None:
    data = encoded(photo(SMALL), "PNG", icc_profile=b"not a profile" * 20)
    assert opened(image(data).data).mode == "RGB"


def refusal(data: bytes) -> str:
    """Why a file is refused."""
    started = time.process_time()
    with pytest.raises(PictureError) as caught:
        picture_in(data, "logo.png").shown(*FITTING)
    assert time.process_time() - started < 1
    return str(caught.value)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_cut_off_files_are_refused(kind: str) -> None:
    data = encoded(photo(Size(400, 300)), kind)
    assert refusal(data[: len(data) // 2]) == "logo.png: the picture is cut off; save or download it again"
    assert "logo.png" in refusal(data[:30])
    large = encoded(photo(LARGE), kind)
    assert "cut off" in refusal(large[: len(large) * 2 // 3])


def test_damage_is_refused() -> None:
    data = bytearray(encoded(photo(Size(100, 80))))
    data[60:90] = b"\xff" * 30
    assert refusal(bytes(data)) == "logo.png: the picture is damaged; save or download it again"
    assert refusal(b"\x89PNG\r\n\x1a\n" + b"\0" * 50).startswith("logo.png: damaged, or not a PNG or JPEG")
    assert refusal(b"\xff\xd8\xff\xe0" + b"\0" * 50).startswith("logo.png: ")


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("side", [7000, 12_000, 30_000])
def test_decompression_bombs_are_refused_before_they_burst(side: int) -> None:
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000))
    assert refusal(bomb) == "logo.png: more than 40 megapixels; save a smaller picture"


@pytest.mark.parametrize("size", [(30_001, 1), (1, 30_001), (40_000_000, 1)])
def test_threads_of_pixels_are_refused(size: tuple[int, int]) -> None:
    header = struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 9))
    assert refusal(data) == "logo.png: more than 30,000 pixels long; save a shorter picture"


def test_text_bombs_are_refused() -> None:
    text = b"a\0\0" + zlib.compress(b"x" * 50_000_000)
    data = encoded(photo(SMALL))
    start = data.index(b"IDAT") - 4
    assert "logo.png" in refusal(data[:start] + chunk(b"zTXt", text) + data[start:])


# What a PDF may hold as it is -------------------------------------------------------------------------


def flipped(data: bytes, at: int, value: int) -> bytes:
    """The file with one byte changed."""
    return data[:at] + bytes((value,)) + data[at + 1 :]


def test_photo_up_to_300_dpi_passes_and_a_finer_one_does_not() -> None:
    fine, finer = (encoded(photo(Size(width, 90)), "JPEG") for width in (118, 240))
    assert image(fine).data == fine
    assert image(finer, Size(10.0, 3.0)).data != finer


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: flipped(data, data.index(b"\xff\xc0") + 1, 0xC9),  # arithmetic code
        lambda data: flipped(data, data.index(b"\xff\xc0") + 4, 12),  # 12 bits
        lambda data: data + b"ftyp a film" * 50,
        lambda data: data[:-2],
    ],
)
def test_what_viewers_may_not_show_is_not_embedded_as_it_is(spoil: Callable[[bytes], bytes]) -> None:
    good = encoded(photo(SMALL), "JPEG")
    assert jpeg.embeddable(good)
    assert jpeg.embeddable(good + b"\0\0")
    assert not jpeg.embeddable(spoil(good))


def test_what_follows_a_photo_stays_out() -> None:
    good = encoded(photo(SMALL), "JPEG")
    made = image(good + b"secret film" * 100).data
    assert opened(made).size == (40, 30)
    assert b"secret" not in made


def test_colours_named_by_letters_are_made_again() -> None:
    data = encoded(photo(SMALL), "JPEG", keep_rgb=True)
    frame = data.index(b"\xff\xc0")
    assert bytes(data[frame + 10 + 3 * n] for n in range(3)) == b"RGB"
    at = data.find(b"\xff\xee")
    plain = data if at < 0 else data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]
    assert not jpeg.embeddable(plain)
    red, green, _ = opened(image(plain).data).getpixel((39, 0))  # type: ignore[misc]
    assert (red > 230, green < 30) == (True, True)


def without_adobe(data: bytes) -> bytes:
    """A CMYK JPEG as others than Adobe write it: right side up, and without their mark."""
    at = data.index(b"\xff\xee")
    return data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]


def test_cmyk_is_the_right_way_up_whoever_wrote_it() -> None:
    ink = Pillow.new("CMYK", (16, 16), (0, 255, 255, 0))
    theirs = encoded(ink, "JPEG", quality=95)
    others = without_adobe(encoded(ImageChops.invert(ink), "JPEG", quality=95))
    for data in (theirs, others):
        red, green, blue = opened(image(data).data).getpixel((8, 8))  # type: ignore[misc]
        assert (red > 230, green < 25, blue < 25) == (True, True, True)


# Colour profiles --------------------------------------------------------------------------------------


def grey_profile(gamma: float) -> bytes:
    """A profile for greys of some gamma (ISO 15076-1, 8.3.4)."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    white = b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(v * 65536)) for v in (0.9642, 1.0, 0.8249))
    words = b"mluc" + bytes(4) + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", 2, 28) + b"\0g"
    words += bytes(-len(words) % 4)
    tags, table, offset = {b"desc": words, b"wtpt": white, b"kTRC": curve, b"cprt": words}, b"", 132 + 4 * 12
    for name, data in tags.items():
        table += name + struct.pack(">II", offset, len(data))
        offset += len(data)
    head = (
        struct.pack(">I4xI", offset, 0x04300000) + b"mntrGRAYXYZ " + struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    )
    head += b"acsp" + bytes(28) + b"".join(struct.pack(">i", round(v * 65536)) for v in (0.9642, 1.0, 0.8249))
    return head + bytes(128 - len(head)) + struct.pack(">I", 4) + table + b"".join(tags.values())


def test_greys_are_converted_by_their_profile() -> None:
    """Half of the light is level 188 in sRGB; a linear profile says 128."""
    grey = Pillow.new("L", (8, 8), 128)
    for kind in ("PNG", "JPEG"):
        pillow = opened(image(encoded(grey, kind, icc_profile=grey_profile(1.0))).data)
        assert pillow.mode == "L"
        assert pillow.getpixel((4, 4)) == pytest.approx(188, abs=2)


def test_profile_of_another_kind_of_picture_is_passed_over() -> None:
    red = encoded(Pillow.new("RGB", (8, 8), "red"), "PNG", icc_profile=grey_profile(1.0))
    assert opened(image(red).data).getpixel((4, 4)) == (255, 0, 0)


def test_a_name_does_not_make_a_profile_srgb() -> None:
    """A linear profile that calls itself sRGB is known by what it does."""
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    at = linear.index(b"para")
    kind = int.from_bytes(linear[at + 8 : at + 10], "big")
    assert kind == 3
    straight = b"".join(struct.pack(">i", round(v * 65536)) for v in (1.0, 1.0, 0.0, 1.0, 0.0))
    linear = linear[: at + 12] + straight + linear[at + 12 + len(straight) :]
    grey = Pillow.new("RGB", (8, 8), (128, 128, 128))
    made = opened(image(encoded(grey, "PNG", icc_profile=linear)).data)
    assert made.getpixel((4, 4))[0] == pytest.approx(188, abs=2)


# Every kind of PNG ------------------------------------------------------------------------------------


def raw_png(bits: int, kind: int, row: bytes, width: int, *chunks: bytes) -> bytes:
    """A PNG of one row."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, bits, kind, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" + row))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + body + chunk(b"IEND", b"")


def palette(*alphas: int) -> tuple[bytes, ...]:
    """Red and blue, with how opaque they are."""
    colours = chunk(b"PLTE", b"\xff\0\0\0\0\xff")
    return (colours, chunk(b"tRNS", bytes(alphas))) if alphas else (colours,)


BLACK, GREY, WHITE = (0, 0, 0, 255), (128, 128, 128, 255), (255, 255, 255, 255)
GONE = -1


@pytest.mark.parametrize(
    ("data", "pixels"),
    [
        (raw_png(1, 0, b"\x40", 2), [BLACK, WHITE]),
        (raw_png(2, 0, b"\x1b", 4), [BLACK, (85, 85, 85, 255), (170, 170, 170, 255), WHITE]),
        (raw_png(4, 0, b"\x0f", 2), [BLACK, WHITE]),
        (raw_png(4, 0, b"\x0f", 2, chunk(b"tRNS", b"\0\x0f")), [BLACK, GONE]),
        (raw_png(2, 0, b"\x30", 2, chunk(b"tRNS", b"\0\x03")), [BLACK, GONE]),
        (raw_png(8, 0, b"\0\xff", 2, chunk(b"tRNS", b"\0\0")), [GONE, WHITE]),
        (raw_png(16, 0, b"\0\0\x80\x80\xff\xff", 3), [BLACK, GREY, WHITE]),
        (raw_png(16, 0, b"\0\0\x80\x80\xff\xff", 3, chunk(b"tRNS", b"\x80\x80")), [BLACK, GONE, WHITE]),
        (raw_png(16, 2, b"\x80\x80" * 3, 1), [GREY]),
        (raw_png(16, 2, b"\x80\x80" * 3 + b"\xff" * 6, 2, chunk(b"tRNS", b"\x80\x80" * 3)), [GONE, WHITE]),
        (raw_png(1, 3, b"\x40", 2, *palette()), [(255, 0, 0, 255), (0, 0, 255, 255)]),
        (raw_png(4, 3, b"\x01", 2, *palette(128)), [(255, 0, 0, 128), (0, 0, 255, 255)]),
        (raw_png(8, 3, b"\0\x01", 2, *palette(0)), [GONE, (0, 0, 255, 255)]),
        (raw_png(8, 4, b"\x80\xff\xff\x80", 2), [GREY, (255, 255, 255, 128)]),
        (raw_png(16, 4, b"\x80\x80\xff\xff\xff\xff\x80\x80", 2), [GREY, (255, 255, 255, 128)]),
        (raw_png(16, 6, b"\xff\xff\0\0\0\0\x80\x80", 1), [(255, 0, 0, 128)]),
    ],
)
def test_every_kind_of_png_keeps_its_pixels(data: bytes, pixels: list[tuple[int, ...] | int]) -> None:
    pillow = opened(image(data).data).convert("RGBA")
    for x, expected in enumerate(pixels):
        pixel = pillow.getpixel((x, 0))
        assert isinstance(pixel, tuple)
        assert pixel[3] == 0 if expected == GONE else pixel == expected


PLACE, PERSON = "52.0907", "Somebody Private"


def camera_data() -> Pillow.Exif:
    """Who took it, with what, and where."""
    exif = Pillow.Exif()
    exif[0x010F], exif[0x013B], exif[0x8298] = "Camera maker", PERSON, PERSON
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 26.5), 3: "E", 4: (5.0, 7.0, 17.0)})
    return exif


def with_segments(data: bytes) -> bytes:
    """A JPEG with all that programs add: EXIF, XMP, IPTC, comments, thumbnails, and a film behind its end."""
    thumbnail = encoded(photo(Size(16, 12)), "JPEG")
    added = [
        (0xE0, b"JFXX\0\x10" + thumbnail),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PERSON.encode()),
        (0xED, b"Photoshop 3.0\0" + PERSON.encode()),
        (0xE2, b"MPF\0" + PLACE.encode()),
        (0xEF, PLACE.encode()),
        (0xFE, b"C:\\Users\\somebody\\" + PERSON.encode()),
    ]
    segments = b"".join(
        bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content for marker, content in added
    )
    start = 2 + 2 + int.from_bytes(data[4:6], "big")  # behind JFIF, which comes first
    return data[:start] + segments + data[start:] + PERSON.encode() + b"\xff\xd9"


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"restart_marker_rows": 1}, {"optimize": True}]
)
def test_nothing_of_a_photo_gets_out_but_its_pixels(mode: str, options: dict[str, object]) -> None:
    pillow = photo(SMALL, mode)
    profile = {"icc_profile": SRGB} if mode == "RGB" else {}
    data = with_segments(encoded(pillow, "JPEG", exif=camera_data(), comment=PERSON, **profile, **options))
    made = image(data).data
    for private in (PERSON, PLACE, "Camera maker"):
        assert private.encode() in data and private.encode() not in made
    assert len(made) < len(data)
    assert opened(made).tobytes() == opened(data).tobytes()
    assert not opened(made).getexif()
    assert opened(made).info.get("icc_profile") == profile.get("icc_profile")
    assert opened(made).info["jfif"] and made.count(b"\xff\xd8") == 1
    assert made == jpeg.stripped(made)


def test_a_thumbnail_in_the_head_goes() -> None:
    data = encoded(photo(SMALL), "JPEG")
    small = bytes(range(12))
    head = b"\xff\xe0" + (16 + 12).to_bytes(2, "big") + data[6:18] + b"\x02\x02" + small
    made = image(data[:2] + head + data[20:]).data
    assert made == data


def test_what_an_adobe_photo_needs_stays() -> None:
    """Without this mark its colours would be read as others."""
    data = encoded(photo(SMALL), "JPEG")
    adobe = b"\xff\xee\0\x0eAdobe\0d\0\0\0\0\x01"
    marked = data[:20] + adobe + data[20:]
    assert image(marked).data == marked


def test_bytes_between_segments_mean_nothing() -> None:
    data = encoded(photo(SMALL), "JPEG")
    assert jpeg.stripped(data[:20] + b"\0\0" + PERSON.encode() + data[20:]) == data


def test_nothing_of_a_png_gets_out_but_its_pixels() -> None:
    from PIL.PngImagePlugin import PngInfo

    reported = PngInfo()
    reported.add_text("Author", PERSON)
    reported.add_text("Comment", PERSON, zip=True)
    reported.add_itxt("Location", PLACE)
    data = (
        encoded(photo(SMALL, "RGBA"), pnginfo=reported, exif=camera_data(), icc_profile=SRGB)
        + PERSON.encode()
    )
    made = image(data).data
    for private in (PERSON, PLACE, "Camera maker"):
        assert private.encode() in data and private.encode() not in made
    assert opened(made).tobytes() == opened(data).tobytes()
    assert not opened(made).getexif() and opened(made).info.keys() == {"icc_profile"}


@pytest.mark.parametrize(
    "pixels", [b"garbage", zlib.compress(b"\x09" + bytes(12))], ids=["not compressed", "no such filter"]
)
def test_pixels_that_cannot_be_decoded(pixels: bytes) -> None:
    """They are met while the camera's data is looked for, and must not be forgotten then."""
    head = struct.pack(">IIBBBBB", 4, 1, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    assert refusal(data) == "logo.png: the picture is damaged; save or download it again"
