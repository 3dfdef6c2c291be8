"""Files for print shops: no colour but the press's inks, PDF/X-4 by a check of our own and by looking at all."""

import io
import re
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import page as validation
import pikepdf
import pytest
from PIL import Image as Picture

from cardmaker.deliver.preflight import faults
from cardmaker.errors import SourceError
from cardmaker.frame import Art, Artwork, Image, Link, Path, Placed, Role
from cardmaker.geometry import Rect, Size
from cardmaker.page import Bookmark, Document, Page, Placement
from cardmaker.paint import Painter, write_pdf, write_press_pdf
from cardmaker.paint.canvas import RecordingCanvas
from cardmaker.paint.cmyk import Cmyk
from cardmaker.picture.icc import OutputProfile
from tests.paint.icc_kit import profile
from tests.paint.paint_kit import document, frame, group, instructions, opened, page, put, rect, text

PROFILE = OutputProfile("Test press", profile())
LEFT: dict[str, tuple[int, ...]] = {"RGB": (200, 30, 20), "L": (90,), "RGBA": (200, 30, 20, 128)}
RIGHT: dict[str, tuple[int, ...]] = {"RGB": (90, 90, 90), "L": (200,), "RGBA": (90, 90, 90, 255)}
ART = Artwork(10, 10, (Path("M 0 0 L 10 0 L 5 10 Z", fill="#C4281A", stroke="#0F4C5C", width=1),))


@cache
def inks() -> Cmyk:
    return Cmyk(PROFILE.data, PROFILE.name)


def pixels(mode: str, form: str = "PNG") -> bytes:
    """An encoded picture, left half red, right half grey."""
    whole = Picture.new(mode, (8, 8), LEFT[mode])
    whole.paste(RIGHT[mode], (4, 0, 8, 8))
    stream = io.BytesIO()
    whole.save(stream, form)
    return stream.getvalue()


def rich() -> Document:
    """Everything that has colour: type, shapes, artwork, pictures, marks; and links, which have to go."""
    pictures = [put(Image(pixels(mode), 9, 9), 10 * n, 60) for n, mode in enumerate(("RGB", "L", "RGBA"))]
    one = frame(
        group(Role.H1, text("Squat", y=9, weight="bold")),
        group(Role.P, text("Red", y=15, fill="#C4281A"), text("(rg) /DeviceRGB", y=19)),
        group(Role.LINK, text("Film", y=25), put(Link("https://example.org", 9, 3, "A film"), 0, 22)),
        put(Art(ART, 20), 0, 30),
        *pictures,
        put(Image(pixels("RGB", "JPEG"), 9, 9), 40, 60),
        rect(0, 80, 9, 9, "#0F4C5C"),
    )
    marks = frame(put(Path("M 0 0 L 5 5", stroke="#000000", width=0.2)))
    trimmed = Page(Size(80, 111), (Placement(one, 3, 3),), trim=Rect(3, 3, 74, 105), bleed=3)
    return document(
        page(one, label="1", marks=marks, bookmarks=(Bookmark("One /DeviceRGB"),)), trimmed,
        author="Coach", duplex="DuplexFlipLongEdge", title="Plan (rg) & <more>",
    )  # fmt: skip


@cache
def pressed() -> bytes:
    return write_press_pdf(rich(), Painter(inks()), PROFILE).data


# By looking at everything ----------------------------------------------------------------------------


def operators(pdf: pikepdf.Pdf) -> Iterator[tuple[str, list[Any]]]:
    """All operators of pages and forms, with their operands."""
    forms = [
        thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"
    ]
    for stream in (*pdf.pages, *forms):
        for operands, operator in instructions(stream):
            yield str(operator), operands


def test_no_colour_but_the_inks() -> None:
    with opened(pressed()) as pdf:
        used = {operator for operator, _ in operators(pdf)}
        assert not used & {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "BI", "gs"}
        assert {"k", "K"} <= used
        spaces = {str(thing.get("/ColorSpace")) for thing in pdf.objects if isinstance(thing, pikepdf.Stream)}
        assert spaces <= {"None", "/DeviceCMYK", "/DeviceGray"}
        assert all(leaf.Group.CS == "/DeviceCMYK" for leaf in pdf.pages)
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                assert "/DeviceRGB" not in [
                    str(value) for _, value in thing.items() if isinstance(value, pikepdf.Name)
                ]


def test_the_output_intent_is_the_profile() -> None:
    with opened(pressed()) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "Custom")
        assert str(intent.Info) == str(intent.OutputCondition) == "Test press"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == PROFILE.data


def test_it_says_what_it_is() -> None:
    with opened(pressed()) as pdf:
        assert pdf.pdf_version == "1.6"
        assert pdf.docinfo.Trapped == "/False"
        assert "/Filter" not in pdf.Root.Metadata
        assert "/Duplex" not in pdf.Root.ViewerPreferences
        with pdf.open_metadata() as metadata:
            assert metadata["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
            assert metadata["pdf:Trapped"] == "False"
            assert re.fullmatch(
                r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", metadata["xmpMM:DocumentID"]
            )
            assert metadata["xmp:MetadataDate"] == metadata["xmp:ModifyDate"] == metadata["xmp:CreateDate"]
            assert "pdfaid:part" not in metadata


def test_there_are_boxes_and_no_links() -> None:
    with opened(pressed()) as pdf:
        for leaf in pdf.pages:
            assert "/Annots" not in leaf and "/ArtBox" not in leaf and "/TrimBox" in leaf
        bleed, trim = ([float(edge) for edge in box] for box in (pdf.pages[1].BleedBox, pdf.pages[1].TrimBox))
        assert trim[0] - bleed[0] == pytest.approx(3 * 72 / 25.4, abs=1e-3)


def test_fonts_are_embedded_and_it_can_still_be_read_aloud() -> None:
    with opened(pressed()) as pdf:
        for leaf in pdf.pages:
            for font in leaf.Resources.Font.values():
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    assert validation.is_pdf_compliant_bytes(pressed(), profile="ua1")


def test_the_same_bytes_and_another_identifier_for_other_pages() -> None:
    again = write_press_pdf(rich(), Painter(Cmyk(PROFILE.data, "x")), PROFILE).data
    assert again == pressed()
    other = write_press_pdf(document(page(frame(text("x")))), Painter(inks()), PROFILE).data
    assert opened(other).trailer.ID[0] != opened(again).trailer.ID[0]


def test_painting_for_the_press_leaves_the_screen_alone() -> None:
    one = frame(rect(0, 0, 9, 9, "#C4281A"), put(Art(ART, 9)))
    before = write_pdf(document(page(one)))
    write_press_pdf(document(page(one)), Painter(inks()), PROFILE)
    assert write_pdf(document(page(one))) == before


# Inks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "black"),
    [("#FFFFFF", 0), ("#000000", 255), ("#15232B", 255), ("#2B2B2B", 255), ("#1E2A33", 255)],
)
def test_black_and_white_are_themselves(colour: str, black: int) -> None:
    assert inks().mix(colour) == (0, 0, 0, black)


@pytest.mark.parametrize("colour", ["#4B5B65", "#8A979E", "#B4BFC4", "#EEF3F3", "#777777", "#CFD3D3"])
def test_greys_are_black_alone_and_as_light(colour: str) -> None:
    cyan, magenta, yellow, black = inks().mix(colour)
    assert (cyan, magenta, yellow) == (0, 0, 0)
    darker, lighter = (inks().mix(f"#{level:02X}{level:02X}{level:02X}")[3] for level in (60, 245))
    assert lighter < black <= darker


def test_small_type_in_a_slate_is_black_alone() -> None:
    """A slate that a surface shows in four inks: type of 7 pt in it has no fringes, one of 16 pt keeps its colour."""
    slate = "#6A7284"
    assert min(inks().mix(slate)[:3]) > 0
    assert inks().mix(slate, fine=True)[:3] == (0, 0, 0)
    assert inks().mix("#C4281A", fine=True) == inks().mix("#C4281A"), "what is red means something"
    small, large = (frame(text("Rest", size=size, fill=slate)) for size in (7.0, 16.0))
    for one, coloured in ((small, False), (large, True)):
        with opened(write_press_pdf(document(page(one)), Painter(inks()), PROFILE).data) as pdf:
            fills = [operands for operator, operands in operators(pdf) if operator == "k"]
        assert any(float(ink) > 0 for fill in fills for ink in fill[:3]) == coloured


@pytest.mark.parametrize("colour", ["#C4281A", "#0F4C5C", "#BFDCDD", "#C4DEE5", "#F5DAC3"])
def test_colours_stay_colours(colour: str) -> None:
    cyan, magenta, yellow, _ = inks().mix(colour)
    assert len({cyan, magenta, yellow}) > 1
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    order = sorted(range(3), key=lambda channel: wanted[channel])
    assert sorted(range(3), key=lambda channel: -(cyan, magenta, yellow)[channel]) == order


def test_colours_are_set_in_thousandths_of_each_ink() -> None:
    canvas = RecordingCanvas()
    inks().fill(canvas, "#000000")
    inks().stroke(canvas, "#FFFFFF")
    inks().fill(canvas, "#0F4C5C")
    black, white, colour = canvas.getCurrentPageContent().split("\n")
    assert (black, white) == ("0 0 0 1 k", "0 0 0 0 K")
    assert re.fullmatch(r"((0?\.\d{1,3}|[01]) ){4}k", colour)


def ink(*items: Placed) -> int:
    """The most ink of a page with these on it."""
    return write_press_pdf(document(page(frame(*items))), Painter(inks()), PROFILE).ink


def test_the_most_ink_is_that_of_what_is_on_the_pages() -> None:
    assert ink() == ink(rect(0, 0, 9, 9, "#FFFFFF")) == 0
    assert ink(rect(0, 0, 9, 9, "#000000")) == ink(text("Black", y=5, fill="#000000")) == 100
    red = Artwork(10, 10, (Path("M 0 0 L 10 0 L 5 10 Z", fill="#780A0A"),))
    assert 150 < ink(put(Art(red, 9))) <= 400
    assert 150 < ink(put(Image(pixels("RGB"), 9, 9))) <= 400
    assert ink(put(Image(pixels("L"), 9, 9))) == 0, (
        "a grey picture has one ink, which isn't added to any other"
    )
    assert ink(rect(0, 0, 9, 9, "#FFFFFF")) == 0, "what other pages have isn't counted"


def test_pictures_become_inks_and_greys_stay_grey() -> None:
    with opened(
        write_press_pdf(
            document(page(frame(put(Image(pixels("RGBA"), 9, 9))))), Painter(inks()), PROFILE
        ).data
    ) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert (image.ColorSpace, image.SMask.ColorSpace) == ("/DeviceCMYK", "/DeviceGray")
        raw = image.read_bytes()
        assert len(raw) == 8 * 8 * 4
        assert raw[1] > raw[0] and raw[2] > raw[0], "red has more magenta and yellow than cyan"
    assert inks().picture(Picture.new("L", (1, 1), 255)).getpixel((0, 0)) == 255
    assert inks().picture(Picture.new("L", (1, 1), 0)).getpixel((0, 0)) < 40


def test_a_profile_of_broken_tables_is_reported() -> None:
    broken = bytearray(PROFILE.data)
    place = broken.index(b"mft1")
    broken[place + 8 : place + 11] = b"\xff\xff\xff"
    with pytest.raises(SourceError, match=r"press\.icc: its tables can't be used"):
        Cmyk(bytes(broken), "press.icc")


# The check -------------------------------------------------------------------------------------------


def test_nothing_is_found_in_a_good_file() -> None:
    assert faults(pressed()) == []


def test_much_is_found_in_a_file_for_the_screen() -> None:
    linked = frame(
        rect(0, 0, 9, 9), group(Role.LINK, text("Film"), put(Link("https://example.org", 9, 3, "x")))
    )
    found = faults(write_pdf(document(page(linked, frame(put(Image(pixels("RGB"), 9, 9)))))))
    for fault in (
        "later than 1.6",
        "PDF/X-4",
        "operator rg",
        "/DeviceRGB",
        "/Annots",
        "output intent",
        "other inks",
    ):
        assert any(fault in one for one in found), fault


def changed(old: bytes, new: bytes) -> bytes:
    """The good file with something else in one of its streams, packed ones too, lengths and places kept."""
    data = pressed()
    for match in re.finditer(rb"/Length (\d+)>>\nstream\n", data):
        start, length = match.end(), int(match[1])
        raw = data[start : start + length]
        try:
            plain = zlib.decompress(raw)
        except zlib.error:
            continue
        if old in plain:
            packed = zlib.compress(plain.replace(old, new.ljust(len(old)), 1), 9)
            if len(packed) > length:
                packed = zlib.compress(plain.replace(old, new.ljust(len(old)), 1), 8)
            assert len(packed) <= length + 8
            return data[:start] + packed.ljust(length, b"\0")[:length] + data[start + length :]
    assert old in data
    return data.replace(old, new.ljust(len(old)), 1)


@pytest.mark.parametrize(
    ("old", "new", "reported"),
    [
        (b"%PDF-1.6", b"%PDF-1.7", "later than 1.6"),
        (b"PDF/X-4<", b"PDF/X-3<", "no PDF/X-4"),
        (b"<pdf:Trapped>False<", b"<pdf:Trapped>Maybe<", "Trapped"),
        (b"/S/GTS_PDFX", b"/S/GTS_PDFA", "output intent"),
    ],
)
def test_what_is_wrong_is_found(old: bytes, new: bytes, reported: str) -> None:
    assert any(reported in fault for fault in faults(changed(old, new)))


def test_what_is_no_file_is_reported() -> None:
    assert "can't be read" in faults(b"%PDF-1.6\n")[0]
    assert "can't be read" in faults(pressed()[:-2000])[0]
