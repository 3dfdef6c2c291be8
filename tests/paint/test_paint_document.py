"""The file as a whole: the same bytes each time, sizes, boxes, labels, outline, fonts."""

import importlib
import os
import subprocess
import sys
from pathlib import Path as FilePath

import page as validation
import pikepdf
import pypdfium2
import pytest

from cardmaker import __version__
from cardmaker.errors import SettingError
from cardmaker.frame import Art, Artwork, Frame, Path, Role
from cardmaker.geometry import Rect, Size
from cardmaker.page import Bookmark, Document, Page, Placement
from cardmaker.paint import Painter, write_pdf
from cardmaker.paint import painter as painting
from cardmaker.paint.frames import Compiled, compile_frame
from cardmaker.paint.inks import Inks
from tests.paint.paint_kit import document, frame, group, opened, page, picture, put, rect, said, text

ROOT = FilePath(__file__).parents[2]
WHOLE = """
import sys; sys.path.insert(0, sys.argv[1])
from tests.paint.paint_kit import *
from cardmaker.frame import *
from cardmaker.page import *
from cardmaker.paint import write_pdf
art = Artwork(10, 10, (Path('M 0 0 L 10 0 L 5 10 Z', fill='#C4281A'),))
one = frame(group(Role.H1, text('Nguyễn → Żółw', weight='bold', y=9)), put(Art(art, 20), 0, 10),
    group(Role.LINK, text('Film', y=40), put(Link('https://example.org', 9, 3, 'A film'))))
pages = [page(one, frame(text('Бег', y=4)), label='1', bookmarks=(Bookmark('One'),)), page(one)]
sys.stdout.buffer.write(write_pdf(document(*pages, author='Coach', duplex='Simplex')))
"""


def elsewhere(**environment: str) -> bytes:
    """What another process writes for the same document."""
    return subprocess.run(
        [sys.executable, "-c", WHOLE, str(ROOT)],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    ).stdout


def test_two_processes_write_the_same_bytes() -> None:
    first, second = elsewhere(PYTHONHASHSEED="1"), elsewhere(PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert first == second
    assert first.startswith(b"%PDF-1.7\n")


def test_the_bytes_are_the_same_whatever_reportlab_says_of_itself() -> None:
    other = """
import reportlab, reportlab.pdfbase.pdfdoc as pdfdoc
reportlab.Version = reportlab.__version__ = '99.9'
pdfdoc.PDFInfo.producer = pdfdoc._default_producer = 'ReportLab 99.9'
"""
    done = subprocess.run(
        [sys.executable, "-c", other + WHOLE, str(ROOT)], cwd=ROOT, capture_output=True, check=True
    )
    assert done.stdout == elsewhere()
    assert b"reportlab" not in done.stdout.lower()
    with opened(done.stdout) as pdf:
        assert not any("reportlab" in repr(thing).lower() for thing in pdf.objects)
        assert str(pdf.docinfo.Producer) == str(pdf.docinfo.Creator) == f"cardmaker {__version__}"


def test_the_bytes_are_the_same_with_and_without_rl_accel() -> None:
    pytest.importorskip("_rl_accel")
    without = """
import sys
sys.modules['_rl_accel'] = None
from reportlab.lib.rl_accel import fp_str
assert type(fp_str) is type(lambda: 0), 'compiled after all'
"""
    done = subprocess.run([sys.executable, "-c", without + WHOLE, str(ROOT)], capture_output=True, check=True)
    assert done.stdout == elsewhere()


def test_numbers_are_the_same_with_and_without_rl_accel(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = pytest.importorskip("_rl_accel").fp_str
    monkeypatch.setitem(sys.modules, "_rl_accel", None)
    monkeypatch.delitem(sys.modules, "reportlab.lib.rl_accel", raising=False)
    plain = importlib.import_module("reportlab.lib.rl_accel").fp_str
    assert plain is not compiled
    edges = [0.0, 1e-8, 1e-7, 0.0000005, 0.001, 0.9999996, 1.0, 9.9999995, 99.9995, 999.9996, 1000.05, 1e6]
    numbers = [sign * number for number in edges for sign in (1, -1)] + [count / 7 for count in range(9999)]
    assert [compiled(number) for number in numbers] == [plain(number) for number in numbers]


def test_the_bytes_are_the_same_whatever_settings_reportlab_has() -> None:
    settings = {"RL_pdfMultiLine": "1", "RL_pdfComments": "1", "RL_invariant": "0", "RL_useA85": "1"}
    assert elsewhere(**settings, RL_pageCompression="0", RL_documentLang="xx-XX") == elsewhere()


def test_the_date_is_that_of_the_source_or_there_is_none() -> None:
    undated, dated = elsewhere(), elsewhere(SOURCE_DATE_EPOCH="1700000000")
    assert "/CreationDate" not in opened(undated).docinfo and "/ModDate" not in opened(undated).docinfo
    assert b"CreateDate" not in undated
    assert (
        str(opened(dated).docinfo.CreationDate) == str(opened(dated).docinfo.ModDate) == "D:20231114221320Z"
    )
    assert b"<xmp:ModifyDate>2023-11-14T22:13:20Z<" in dated
    assert opened(undated).trailer.ID[0] != opened(dated).trailer.ID[0]


@pytest.mark.parametrize(("seconds", "year"), [("0", b"1970-01-01"), (" 253402300799 ", b"9999-12-31")])
def test_the_first_and_the_last_date(monkeypatch: pytest.MonkeyPatch, seconds: str, year: bytes) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert b"<xmp:CreateDate>" + year in write_pdf(document(page()))


@pytest.mark.parametrize(
    "seconds", ["garbage", "1.5", "-1", "253402300800", "9" * 20, "9" * 6000, "١٢", "1e9", "+5"]
)
def test_what_is_no_date_is_refused(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(
        SettingError, match=r"^SOURCE_DATE_EPOCH: .* is not a date; write whole seconds"
    ) as met:
        write_pdf(document(page()))
    assert met.value.exit_code == 2 and len(str(met.value)) < 150 and "\n" not in str(met.value)


def test_a_deleted_folder_is_no_hindrance(tmp_path: FilePath) -> None:
    gone = tmp_path / "gone"
    code = f"import os; os.rmdir({str(gone)!r}); {WHOLE}"
    gone.mkdir()
    # -P: like the installed program, Python doesn't look for modules there.
    command = [sys.executable, "-P", "-c", code, str(ROOT)]
    done = subprocess.run(command, cwd=gone, capture_output=True, check=True)
    assert done.stdout == elsewhere()


def test_the_file_is_sound() -> None:
    with opened(elsewhere()) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pdf_version == "1.7"


@pytest.mark.parametrize("size", [Size(210, 297), Size(297, 210), Size(63.5, 88.9), Size(215.9, 279.4)])
def test_a_page_has_its_size(size: Size) -> None:
    data = write_pdf(document(Page(size, ())))
    width, height = pypdfium2.PdfDocument(data)[0].get_size()
    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx(tuple(size), abs=0.0005)


def boxes(data: bytes) -> dict[str, list[float]]:
    """The first page's boxes: left, bottom, right and top in mm."""
    with opened(data) as pdf:
        leaf = pdf.pages[0].obj
        return {
            name[1:]: [float(edge) * 25.4 / 72 for edge in edges]
            for name, edges in leaf.items()
            if name.endswith("Box")
        }


def test_a_cards_page_has_its_trim_and_bleed() -> None:
    found = boxes(write_pdf(document(Page(Size(80, 111), (), trim=Rect(3, 3, 74, 105), bleed=3))))
    assert found.keys() == {"MediaBox", "BleedBox", "TrimBox"}
    assert found["TrimBox"] == pytest.approx([3, 3, 77, 108], abs=1e-3)
    assert found["BleedBox"] == found["MediaBox"] == pytest.approx([0, 0, 80, 111], abs=1e-3)


@pytest.mark.parametrize("trims", [(), (Rect(3, 4, 74, 105),), (Rect(3, 4, 74, 105), Rect(90, 4, 74, 105))])
def test_a_sheet_is_its_own_trim(trims: tuple[Rect, ...]) -> None:
    found = boxes(write_pdf(document(Page(Size(210, 297), (), trims=trims))))
    assert found.keys() == {"MediaBox", "TrimBox"}
    assert found["TrimBox"] == found["MediaBox"] == pytest.approx([0, 0, 210, 297], abs=1e-3)


def test_grounds_lie_beneath_and_are_not_heard() -> None:
    words = frame(text("Said", y=5))
    ground = Frame(Size(40, 40), (rect(0, 0, 40, 40, fill="#FF0000"),))
    sheet = Page(
        Size(60, 60),
        (Placement(words, 10, 10, section="one"),),
        grounds=(Placement(ground, 5, 5, window=Rect(8, 8, 20, 20)),),
    )
    data = write_pdf(document(sheet))
    assert said(data).split() == ["Said"]
    picture_of = pypdfium2.PdfDocument(data)[0].render(scale=2 * 25.4 / 72).to_pil()
    assert picture_of.getpixel((40, 40)) == (255, 0, 0)
    assert picture_of.getpixel((14, 14)) == (255, 255, 255), "outside the window"
    assert validation.is_pdf_compliant_bytes(data, profile="ua1")


def test_text_comes_out_in_reading_order() -> None:
    one = frame(text("First", y=5), group(Role.P, text("second", y=10), text("third", y=15)))
    assert said(write_pdf(document(page(one)))).split() == ["First", "second", "third"]


def test_labels_are_the_pages_own_or_numbers() -> None:
    data = write_pdf(document(page(label="1a"), page(), page(label="Übersicht")))
    assert [leaf.label for leaf in opened(data).pages] == ["1a", "2", "Übersicht"]
    assert "/PageLabels" not in opened(write_pdf(document(page()))).Root


def test_bookmarks_nest_by_level_and_lead_to_their_place() -> None:
    first = page(bookmarks=(Bookmark("Week 1"), Bookmark("Monday", 1, 50), Bookmark("Skips a level", 3)))
    second = page(bookmarks=(Bookmark("Lauf – später", 0, 297),))
    with opened(write_pdf(document(first, second))) as pdf, pdf.open_outline() as outline:
        week, late = outline.root
        assert [week.title, late.title] == ["Week 1", "Lauf – später"]
        assert [entry.title for entry in week.children] == ["Monday"]
        assert [entry.title for entry in week.children[0].children] == ["Skips a level"]
        target = week.children[0].destination
        assert target[0].objgen == pdf.pages[0].objgen
        assert float(target[3]) == pytest.approx((297 - 50) * 72 / 25.4, abs=1e-3)
        assert late.destination[0].objgen == pdf.pages[1].objgen
        assert pdf.Root.Outlines.Count == 4


def test_no_bookmarks_no_outline() -> None:
    assert "/Outlines" not in opened(write_pdf(document(page()))).Root


def test_the_document_says_what_it_is() -> None:
    data = write_pdf(
        document(page(), title="Plan & <Übung>", author="Coach", subject="Week 3", language="de")
    )
    with opened(data) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert pdf.Root.MarkInfo.Marked is True
        assert str(pdf.docinfo.Title) == "Plan & <Übung>"
        assert (str(pdf.docinfo.Author), str(pdf.docinfo.Subject)) == ("Coach", "Week 3")
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Plan & <Übung>"
            assert metadata["dc:creator"] == ["Coach"]
            assert metadata["dc:description"] == "Week 3"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["xmp:CreatorTool"] == str(pdf.docinfo.Creator)


def test_viewers_are_asked_how_to_show_and_print() -> None:
    with opened(write_pdf(document(page(), duplex="DuplexFlipShortEdge"))) as pdf:
        preferences = pdf.Root.ViewerPreferences
        assert preferences.DisplayDocTitle is True
        assert (preferences.PrintScaling, preferences.Duplex) == ("/None", "/DuplexFlipShortEdge")
    with opened(write_pdf(document(page()))) as pdf:
        assert "/Duplex" not in pdf.Root.ViewerPreferences


def fonts(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    return {str(font.BaseFont)[1:]: font for leaf in pdf.pages for font in leaf.Resources.Font.values()}


def test_only_the_shards_used_are_embedded_and_each_whole() -> None:
    with opened(write_pdf(document(page(frame(text("Plain", weight="bold"), text("Бег →")))))) as pdf:
        names = {name.split("+")[1] for name in fonts(pdf)}
        assert sorted(names) == ["DejaVuSans", "RobotoCondensed-Bold", "RobotoCondensed-Regular"]
        assert not any("Helvetica" in repr(thing) for thing in pdf.objects)
        for font in fonts(pdf).values():
            (descendant,) = font.DescendantFonts
            file = descendant.FontDescriptor.FontFile2
            assert len(file.read_bytes()) == file.Length1
            assert descendant.FontDescriptor.FontName == font.BaseFont == descendant.BaseFont
            assert "/ToUnicode" in font


def test_a_font_does_not_depend_on_the_words() -> None:
    files = []
    for words in ("Run", "Squat 3×12"):
        with opened(write_pdf(document(page(frame(text(words)))))) as pdf:
            (font,) = fonts(pdf).values()
            descriptor = font.DescendantFonts[0].FontDescriptor
            files.append((str(font.BaseFont), descriptor.FontFile2.read_raw_bytes()))
    assert files[0] == files[1]


def test_what_is_drawn_twice_is_embedded_once() -> None:
    art = Artwork(10, 10, (Path("M 0 0 L 10 10", stroke="#15232B", width=1),))
    one, other = frame(put(Art(art, 20))), frame(put(Art(Artwork(10, 10, art.paths), 30)), text("x"))
    with opened(write_pdf(document(page(one, other), page(one)))) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert sum(stream.get("/Subtype") == "/Form" for stream in streams) == 1
        assert all(len(leaf.Resources.XObject) == 1 for leaf in pdf.pages)


@pytest.fixture
def compiled_frames(monkeypatch: pytest.MonkeyPatch) -> list[Frame]:
    """The frames that are compiled from now on."""
    found: list[Frame] = []

    def noting(one: Frame, inks: Inks) -> Compiled:
        found.append(one)
        return compile_frame(one, inks)

    monkeypatch.setattr(painting, "compile_frame", noting)
    return found


def test_a_frame_is_compiled_once(compiled_frames: list[Frame]) -> None:
    card, painter = frame(text("Once")), Painter()
    write_pdf(document(page(card, card), page(card)), painter)
    write_pdf(document(page(card)), painter)
    assert compiled_frames == [card]
    write_pdf(document(page(card)), Painter())
    assert compiled_frames == [card, card], "another painter has compiled none yet"


def test_a_painter_keeps_so_many_frames_and_paints_the_same_with_any(compiled_frames: list[Frame]) -> None:
    one, other = frame(text("one")), frame(text("other"))
    sheet = document(page(one, other, one))
    assert write_pdf(sheet, Painter(most_frames=1)) == write_pdf(sheet, Painter())
    assert compiled_frames == [one, other, one, one, other]


def test_a_document_without_content_is_still_one() -> None:
    data = write_pdf(document(page(frame(rect(0, 0, 9, 9)))))
    with opened(data) as pdf:
        assert len(pdf.pages) == 1
        assert "/K" not in pdf.Root.StructTreeRoot.K


def deck(copies: int = 1) -> Document:
    """Forty card faces on ten pages, so many times: each with a title, a figure, eight cues and a log."""
    outline = Artwork(
        100, 100, tuple(Path(f"M {n} 0 C 20 {n} 40 60 80 {n} Z", fill="#8A979E") for n in range(25))
    )
    pages = []
    for sheet in range(10):
        faces = [face(f"{sheet}.{n}", outline) for n in range(4)]
        pages.append(page(*faces, size=Size(330, 210), marks=frame(rect(0, 0, 0.1, 9))))
    return document(*pages * copies)


def face(name: str, outline: Artwork) -> Frame:
    cues = []
    for n in range(8):
        label = group(Role.LBL, text(str(n), y=4 * n))
        cues.append(group(Role.LI, label, group(Role.LBODY, text(f"Cue {n} of {name}", 4, 4 * n))))
    rows = []
    for row in range(5):
        cells = []
        for n in range(5):
            cells.append(group(Role.TD, text(f"{row}×{n}", 13 * n, 6 * row), rect(13 * n, 6 * row, 12, 5)))
        rows.append(group(Role.TR, *cells))
    title = group(Role.H1, text(f"Card {name}", weight="bold"))
    figure = group(Role.FIGURE, put(Art(outline, 30)), alt=f"Figure of {name}")
    return frame(title, figure, group(Role.L, *cues), group(Role.TABLE, *rows))


def test_a_deck_stays_small() -> None:
    data = write_pdf(deck())
    with opened(data) as pdf:
        assert len(pdf.objects) > 2000
    assert len(data) < 100_000
    packed = data.count(b"/Type/ObjStm")
    assert packed >= 5 and data.count(b" 0 obj") < 100


GROWTH = """
import resource, sys; sys.path.insert(0, sys.argv[1])
from tests.paint.test_paint_document import deck
from cardmaker.paint import write_pdf
import tracemalloc
once = deck()
write_pdf(once)
many = deck(int(sys.argv[2]))
tracemalloc.start()
data = write_pdf(many)
print(tracemalloc.get_traced_memory()[1], len(data))
"""


def growth(copies: int) -> tuple[int, int]:
    """The most memory that painting so many copies takes at a time, frames compiled before, and the file."""
    done = subprocess.run(
        [sys.executable, "-c", GROWTH, str(ROOT), str(copies)], capture_output=True, check=True, text=True
    )
    memory, size = map(int, done.stdout.split())
    return memory, size


def test_copies_share_their_content_and_are_not_held() -> None:
    """Each copy has elements of its own, and nothing else: held until the end they took 48 times the file."""
    (few, small), (many, large) = growth(2), growth(12)
    pages, elements_of_a_page = 10 * 10, 4 * 60
    assert (large - small) / pages < 20 * elements_of_a_page, "bytes of a page in the file"
    assert many - few < 5 * (large - small), "which has the file itself in it"
    with opened(write_pdf(deck(3))) as pdf:
        contents = [leaf.obj.Contents.objgen for leaf in pdf.pages]
        assert len(contents) == 30 and len(set(contents)) == 10


def test_marks_are_drawn_over_the_page() -> None:
    below, above = frame(rect(0, 0, 74, 105, "#FFFFFF")), frame(rect(1, 1, 5, 5, "#0F4C5C"))
    image = picture(write_pdf(document(page(below, marks=above))))
    assert image.getpixel((12, 12)) == (0x0F, 0x4C, 0x5C)
