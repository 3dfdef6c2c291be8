"""ReportLab's private names: one module knows them, and here each is asked whether it is still what it was.

When a new version fails here, mend `cardmaker/paint/reportlab_private.py` alone.
"""

import ast
import re
from pathlib import Path as FilePath

import pytest
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

import cardmaker.paint
from cardmaker.paint import reportlab_private as private
from cardmaker.paint.placing import Points
from cardmaker.paint.reportlab_private import NO_FONT

PAINT = FilePath(cardmaker.paint.__file__).parent
MODULES = sorted(PAINT.glob("*.py"))


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(None, pagesize=(100, 200), invariant=1, initialFontName=NO_FONT)


def written(canvas: Canvas) -> dict[int, bytes]:
    """ReportLab's objects by their numbers."""
    return {number: body for number, body, _ in private.objects(canvas)}


# Who may know them -----------------------------------------------------------------------------------


def private_names(path: FilePath) -> set[str]:
    """Names with a leading underscore that are asked of anything but self, cls and the module's own classes."""
    tree = ast.parse(path.read_text("utf-8"))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
        and node.attr != "_replace"
        and not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"))
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_one_module_knows_private_names(path: FilePath) -> None:
    own = path.stem == "reportlab_private"
    assert bool(private_names(path)) is own
    assert ("pdfdoc" in path.read_text("utf-8").split('"""')[2]) is own


def test_no_canvas_uses_the_names_of_its_parent() -> None:
    """A subclass could ask for them with self: ours have none that ReportLab's canvas has too."""
    ours = set()
    for path in (PAINT / "canvas.py", PAINT / "pagecanvas.py"):
        ours |= set(re.findall(r"self\.(_\w+)", path.read_text("utf-8")))
    assert ours
    theirs = Canvas(None, initialFontName=NO_FONT)
    assert not [name for name in ours if hasattr(theirs, name)]


# What they do ----------------------------------------------------------------------------------------


def test_objects_are_numbered_and_referred_to(canvas: Canvas) -> None:
    one = private.add(canvas, private.Tokens("(one)"))
    first = private.reserve(canvas, 3)
    stream = private.add(canvas, private.Stream("/Kind/Test", b"data"))
    assert re.fullmatch(r"\d+ 0 R", one)
    assert stream == f"{first + 3} 0 R"
    bodies = written(canvas)
    assert bodies[int(one.split()[0])] == b"(one)"
    assert bodies[first + 3].startswith(b"<</Kind/Test/Length 4>>\nstream\ndata")
    assert not {first, first + 1, first + 2} & bodies.keys(), "reserved numbers are somebody else's"
    assert [is_stream for number, _, is_stream in private.objects(canvas) if number == first + 3] == [True]


def test_the_catalog_takes_entries_that_are_written_already(canvas: Canvas) -> None:
    private.add_catalog_entries(canvas, OutputIntents="[<</S/Test>>]", PageLayout="/OneColumn")
    root = private.catalog(canvas)
    catalog = written(canvas)[int(root.split()[0])]
    assert b"/OutputIntents [<</S/Test>>]" in catalog and b"/PageLayout /OneColumn" in catalog


def test_forms_are_drawn_by_their_names(canvas: Canvas) -> None:
    private.add_form(canvas, "A1", private.Stream("/Subtype/Form", b""))
    canvas.addLiteral("/FormXob.A1 Do")
    private.note_forms(canvas, ["A1"])
    canvas.showPage()
    page, _ = private.last_page(canvas)
    assert "/FormXob.A1 Do" in page.stream
    assert re.search(rb"/XObject <<\s*/FormXob.A1 \d+ 0 R", private.take_page(canvas)[1])


def test_fonts_are_on_all_pages(canvas: Canvas) -> None:
    canvas.showPage()
    private.add_font(canvas, "F9", private.Tokens("<</Type/Font>>"))
    page = private.take_page(canvas)[1]
    fonts = re.search(rb"/Font (\d+) 0 R", page)
    assert fonts
    assert re.search(rb"/F9 \d+ 0 R", written(canvas)[int(fonts[1])])


def test_a_page_takes_entries_and_is_then_let_go(canvas: Canvas) -> None:
    canvas.addLiteral("0 g")
    canvas.showPage()
    page, reference = private.last_page(canvas)
    assert "0 g" in page.stream
    page.Contents, page.stream = "77 0 R", None
    private.add_entries(page, StructParents=0, Tabs="/S")
    number, body = private.take_page(canvas)
    assert reference == f"{number} 0 R"
    for entry in (b"/Contents 77 0 R", b"/StructParents 0", b"/Tabs /S", b"/Type /Page", b"/Parent "):
        assert entry in body
    assert b"/Trans" not in body
    bodies = written(canvas)
    assert number not in bodies
    assert any(f"/Kids [ {reference} ]".encode() in body for body in bodies.values())


def test_links_can_be_tagged(canvas: Canvas) -> None:
    canvas.bookmarkPage("there", fit="XYZ", top=9)
    canvas.linkRect("Squat", "there", (0, 0, 9, 9), relative=1, F=4)
    private.let_link_be_tagged(canvas, 7)
    inside = private.last_annotation(canvas)
    canvas.linkURL("https://example.org", (0, 0, 9, 9), relative=1, F=4, StructParent=8)
    outside = private.last_annotation(canvas)
    canvas.showPage()
    private.take_page(canvas)
    bodies = written(canvas)
    assert b"/StructParent 7" in bodies[int(inside.split()[0])]
    assert b"/StructParent 8" in bodies[int(outside.split()[0])]
    assert b"/Border [ 0 0 0 ]" in bodies[int(inside.split()[0])]


def test_text_objects_take_operators(canvas: Canvas) -> None:
    line = canvas.beginText(1, 2)
    private.append(line, "<0001> Tj")
    canvas.drawText(line)
    assert canvas.getCurrentPageContent() == "BT 1 0 0 1 1 2 Tm <0001> Tj ET"


def test_a_new_canvas_has_no_font(canvas: Canvas) -> None:
    canvas.showPage()
    assert b"Helvetica" not in b"".join(written(canvas).values())
    assert private.last_page(canvas)[0].stream.split() == ["1", "0", "0", "1", "0", "0", "cm"]


def test_the_first_transform_is_exact_and_followed(canvas: Canvas) -> None:
    private.transform_exactly(canvas, "2.834646 0 0 -2.834646 0 1190.5512")
    assert canvas.getCurrentPageContent() == "2.834646 0 0 -2.834646 0 1190.5512 cm"
    assert canvas.absolutePosition(10, 10) == pytest.approx((28.34646, 1162.20474))


def test_points_are_written_to_the_last_digit(canvas: Canvas) -> None:
    assert (
        pdfdoc.PDFArray([Points(1190.5512), Points(0), Points(595.0)]).format(None)
        == b"[ 1190.5512 0.0 595.0 ]"
    )


def test_nested_bookmarks_are_counted_once(canvas: Canvas) -> None:
    for level, title in ((0, "Week"), (1, "Monday"), (2, "Run"), (0, "Cards")):
        canvas.bookmarkPage(title, fit="XYZ", top=9)
        canvas.addOutlineEntry(title, title, level)
    canvas.showPage()
    private.take_page(canvas)
    (outline,) = (body for body in written(canvas).values() if b"/Type /Outlines" in body)
    assert re.search(rb"/Count 4\b", outline)


def test_no_bookmarks_are_no_outline(canvas: Canvas) -> None:
    canvas.showPage()
    assert b"/Outlines" not in b"".join(written(canvas).values())


def test_the_users_settings_of_reportlab_change_nothing() -> None:
    assert (rl_config.canvas_baseColor, rl_config.pdfMultiLine, rl_config.pdfComments) == (None, 0, 0)
