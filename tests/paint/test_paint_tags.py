"""The structure tree: what is read, in which order, and that every piece of content is accounted for."""

import io
from collections.abc import Iterator
from typing import Any

import page as validation
import pikepdf
import pytest
from PIL import Image as Picture

from cardmaker.errors import OutputError
from cardmaker.frame import Art, Artwork, Frame, Image, Item, Link, Path, Placed, Role
from cardmaker.geometry import Size
from cardmaker.page import Bookmark, Document, Page, Placement
from cardmaker.paint import write_pdf
from tests.paint.paint_kit import (
    document,
    elements,
    frame,
    group,
    instructions,
    kids_of,
    marked,
    opened,
    page,
    put,
    rect,
    text,
)

ART = Artwork(10, 10, (Path("M 0 0 L 10 10 L 0 10 Z", fill="#C4281A"),))
H1, H2, P, L, LI, LBL, LBODY = Role.H1, Role.H2, Role.P, Role.L, Role.LI, Role.LBL, Role.LBODY


def tree(*items: Placed) -> list[Any]:
    """The elements of one frame."""
    return elements(write_pdf(document(page(frame(*items)))))[1:]


def link(url: str = "https://example.org", description: str = "A film") -> Placed:
    return put(Link(url, 20, 4, description), 0, -3)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (group(H1, text("a")), ["H1", 0]),
        (group(P, text("a"), text("b", y=5)), ["P", 0]),
        (group(P, text("a"), group(Role.SPAN, text("b")), text("c")), ["P", 0, ["Span", 1], 2]),
        (group(P, text("a"), rect(0, 0, 1, 1), text("b")), ["P", 0, 1]),
        (group(LI, group(LBL, text("1")), group(LBODY, text("a"))), ["LI", ["Lbl", 0], ["LBody", 1]]),
        (group(Role.SECT, text("a"), group(P, text("b"))), ["Sect", ["P", 0], ["P", 1]]),
        (group(L, group(LI, text("a"))), ["L", ["LI", ["LBody", 0]]]),
        (group(L, text("a")), ["L", ["LI", ["LBody", 0]]]),
        (group(Role.TABLE, group(Role.TR, text("a"))), ["Table", ["TR", ["TD", 0]]]),
        (group(Role.TABLE, rect(0, 0, 9, 9), group(Role.TR, group(Role.TD))), ["Table", ["TR", ["TD"]]]),
        (group(Role.TD, group(P, text("a")), group(P, text("b"))), ["TD", ["P", 0], ["P", 1]]),
        (group(Role.FIGURE, put(Art(ART, 9)), text("1"), rect(0, 0, 1, 1), alt="A squat"), ["Figure", 0]),
        (group(Role.FIGURE, put(Art(ART, 9)), group(P, text("1")), alt="A squat"), ["Figure", 0]),
        (group(Role.LINK, text("Film"), link()), ["Link", 0, "OBJR https://example.org"]),
        (group(P, text("See"), link()), ["P", 0, ["Link", "OBJR https://example.org"]]),
        (link(), ["Link", "OBJR https://example.org"]),
    ],
)
def test_groups_become_elements(item: Placed, expected: list[Any]) -> None:
    assert tree(item) == [expected]


@pytest.mark.parametrize(
    "item",
    [
        text("loose"),
        rect(0, 0, 9, 9),
        group(Role.ARTIFACT, text("page 1"), group(P, text("inside an artifact"))),
        group(P, rect(0, 0, 9, 9)),
        group(Role.FIGURE, put(Art(ART, 9)), text("no alternative")),
        group(P),
    ],
)
def test_the_rest_is_artifact_or_nothing(item: Placed) -> None:
    data = write_pdf(document(page(frame(item))))
    assert elements(data) == ["Document"]
    assert marked(data) == {}


def test_all_content_is_in_an_artifact_or_an_element() -> None:
    data = write_pdf(rich())
    shows = {"Tj", "TJ", "f", "f*", "S", "B", "B*", "Do"}
    with opened(data) as pdf:
        for leaf in pdf.pages:
            depth = 0
            for operands, operator in instructions(leaf):
                name = str(operator)
                depth += name in ("BMC", "BDC")
                depth -= name == "EMC"
                inner = name in ("BMC", "BDC") and str(operands[0]) != "/Span"
                assert not inner or depth == 1
                assert name not in shows or depth
            assert depth == 0


def test_a_section_holds_front_and_back_wherever_they_lie() -> None:
    def side(words: str) -> Frame:
        return frame(group(P, text(words)))

    front_1, front_2, back_1, back_2 = map(side, ("f1", "f2", "b1", "b2"))
    fronts = Page(
        Size(210, 297), (Placement(front_1, 0, 0, section="1"), Placement(front_2, 80, 0, section="2"))
    )
    backs = Page(
        Size(210, 297), (Placement(back_2, 0, 0, section="2"), Placement(back_1, 80, 0, section="1"))
    )
    data = write_pdf(document(fronts, page(side("loose")), backs))
    with opened(data) as pdf:
        order = []
        for section in pdf.Root.StructTreeRoot.K.K:
            leaves = section.K if section.S == "/Sect" else [section]
            order.append([(pdf.pages.index(pikepdf.Page(leaf.Pg)), int(leaf.K)) for leaf in leaves])
        assert order == [[(0, 0), (2, 1)], [(0, 1), (2, 0)], [(1, 0)]]


def test_a_frame_placed_twice_is_read_twice() -> None:
    card = frame(group(H1, text("a")), group(P, text("b")))
    assert elements(write_pdf(document(page(card, card)))) == [
        "Document",
        ["H1", 0],
        ["P", 1],
        ["H1", 2],
        ["P", 3],
    ]


def test_marks_are_artifacts_whatever_they_say() -> None:
    data = write_pdf(document(page(frame(), marks=frame(group(H1, text("registration"))))))
    assert elements(data) == ["Document"]


def test_a_figure_has_its_words_and_its_box() -> None:
    figure = group(Role.FIGURE, put(Art(ART, 20), 3, 4), alt="A squat – “deep”", x=10, y=20)
    card = frame(figure, width=60, height=90)
    data = write_pdf(document(Page(Size(100, 200), (Placement(card, 5, 6, turn=180),))))
    with opened(data) as pdf:
        element = pdf.Root.StructTreeRoot.K.K[0]
        assert str(element.Alt) == "A squat – “deep”"
        # turned about: x = 5 + 60 - (13 + 20), y = 6 + 90 - (24 + 20)
        left, top = 32, 52
        expected = [left, 200 - top - 20, left + 20, 200 - top]
        assert [float(edge) / 72 * 25.4 for edge in element.A.BBox] == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize(("scope", "written"), [("Row", "/Row"), ("Column", "/Column"), ("", "/Column")])
def test_a_heading_cell_says_what_it_heads(scope: str, written: str) -> None:
    data = write_pdf(document(page(frame(group(Role.TH, text("Mon"), scope=scope)))))
    with opened(data) as pdf:
        assert pdf.Root.StructTreeRoot.K.K[0].A.Scope == written


@pytest.mark.parametrize(
    ("label", "written"), [("1", "Decimal"), ("2.", "Decimal"), ("A", "UpperAlpha"), ("•", "Disc")]
)
def test_a_list_says_how_it_is_numbered(label: str, written: str) -> None:
    items = group(L, group(LI, group(LBL, text(label)), group(LBODY, text("a"))))
    with opened(write_pdf(document(page(frame(items))))) as pdf:
        assert pdf.Root.StructTreeRoot.K.K[0].A.ListNumbering == f"/{written}"


def test_a_list_without_labels_says_nothing() -> None:
    with opened(write_pdf(document(page(frame(group(L, group(LI, text("a")))))))) as pdf:
        assert "/A" not in pdf.Root.StructTreeRoot.K.K[0]


def test_a_link_is_an_annotation_where_it_was_put() -> None:
    card = frame(
        group(Role.LINK, text("Film"), put(Link("https://example.org/ü?q=(1)", 20, 4, "A film"), 10, 7))
    )
    data = write_pdf(document(Page(Size(210, 297), (Placement(card, 100, 50),))))
    with opened(data) as pdf:
        (annotation,) = pdf.pages[0].Annots
        edges = [float(edge) / 72 * 25.4 for edge in annotation.Rect]
        assert edges == pytest.approx([110, 297 - 61, 130, 297 - 57], abs=1e-3)
        assert str(annotation.A.URI) == "https://example.org/%C3%BC?q=(1)"
        assert str(annotation.Contents) == "A film"
        assert [int(edge) for edge in annotation.Border] == [0, 0, 0]
        assert int(annotation.F) & 4


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "example.org", "", "//example.org"]
)
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(OutputError, match="use http, https or mailto"):
        write_pdf(document(page(frame(link(url)))))


@pytest.mark.parametrize("url", ["http://example.org", "HTTPS://example.org", "mailto:coach@example.org"])
def test_the_web_and_mail_are_allowed(url: str) -> None:
    with opened(write_pdf(document(page(frame(link(url)))))) as pdf:
        assert str(pdf.pages[0].Annots[0].A.URI) == url


def lines(*words: str) -> str:
    """The glyph-free order of operators in a paragraph of several lines."""
    items = [text(word, y=5 * index) for index, word in enumerate(words)]
    data = write_pdf(document(page(frame(group(P, *items)))))
    return marked(data)[0]


def test_a_line_that_goes_on_below_ends_with_its_space() -> None:
    assert lines("push the", "floor").count("Tj") + lines("push the", "floor").count("TJ") == 3
    assert lines("bent-", "knee").count("Tj") + lines("bent-", "knee").count("TJ") == 2
    assert lines("up –", "down").count("Tj") + lines("up –", "down").count("TJ") == 3


def rich() -> Document:
    """One of everything, on two pages."""
    png = io.BytesIO()
    Picture.new("RGBA", (3, 2), (200, 0, 0, 128)).save(png, "PNG")
    table = group(
        Role.TABLE,
        group(
            Role.TR,
            group(Role.TH, text("Set"), scope="Column"),
            group(Role.TH, text("kg", 20), scope="Column"),
        ),
        group(Role.TR, group(Role.TD, text("1", y=5)), group(Role.TD, rect(20, 1, 9, 5))),
        y=60,
    )
    cues = group(
        L,
        group(LI, group(LBL, text("1")), group(LBODY, text("Brace"), text("hard", y=4))),
        group(LI, group(LBL, text("2", y=8)), group(LBODY, text("Nguyễn Żółw Μαρία Бег → x\u030f", y=8))),
        y=40,
    )
    front = frame(
        text("tab"),
        group(H1, text("Squat", weight="bold", y=8)),
        group(Role.FIGURE, put(Art(ART, 20)), text("1", 3, 3), alt="A squat", y=12),
        cues,
        table,
    )
    photo: Item = Image(png.getvalue(), 30, 20)
    back = frame(
        group(H2, text("Easier", y=5)),
        group(
            P, text("Box squat: ", y=10), text("high box", 20, 10, weight="medium"), text("and slow", y=15)
        ),
        group(Role.FIGURE, put(photo, 0, 20), alt="A photo"),
        group(Role.LINK, text("Film", y=50), put(Link("https://example.org", 9, 3, "A film"), 0, 47)),
    )
    first = Page(
        Size(210, 297),
        (Placement(front, 5, 5, section="1"),),
        "1",
        frame(rect(0, 0, 1, 9)),
        (),
        (Bookmark("S"),),
    )
    second = Page(Size(210, 297), (Placement(back, 5, 5, 180, section="1"), Placement(back, 90, 5, 90)))
    return document(first, second, author="Coach", language="en", subject="Strength", title="Squat")


def numbers(node: Any) -> dict[int, Any]:
    """A number tree's entries."""
    flat = list(node.Nums)
    return {int(key): value for key, value in zip(flat[::2], flat[1::2], strict=True)}


def walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids_of(element):
        if not isinstance(kid, int) and "/S" in kid:
            assert kid.P.objgen == element.objgen
            yield from walk(kid)


def unaccounted(data: bytes) -> list[str]:
    """Marked content without an element, or an element without its marked content."""
    faults = []
    with opened(data) as pdf:
        root = pdf.Root.StructTreeRoot
        parents = numbers(root.ParentTree)
        held = {}
        for element in walk(root.K):
            for kid in kids_of(element):
                if isinstance(kid, int):
                    held[element.Pg.objgen, int(kid)] = element.objgen
                elif "/Obj" in kid and parents[int(kid.Obj.StructParent)].objgen != element.objgen:
                    faults.append(f"link {kid.Obj.objgen} has another parent")
        for index, leaf in enumerate(pdf.pages):
            known = parents.get(int(leaf.get("/StructParents", -1)), [])
            said = marked(data, index)
            if sorted(said) != list(range(len(known))):
                faults.append(f"page {index}: marked {sorted(said)}, known {len(known)}")
            for number, tag in said.items():
                entry = known[number].objgen if number < len(known) else None
                if held.pop((leaf.objgen, number), None) != entry:
                    faults.append(f"page {index}: {tag} {number} belongs to no element")
        faults += [f"{key} is nowhere" for key in held]
        if int(root.ParentTreeNextKey) <= max(parents, default=-1):
            faults.append("ParentTreeNextKey is taken")
    return faults


def test_the_parent_tree_and_the_elements_agree() -> None:
    assert unaccounted(write_pdf(rich())) == []


def test_a_parent_tree_with_a_gap_is_noticed() -> None:
    broken = io.BytesIO()
    with opened(write_pdf(rich())) as pdf:
        del pdf.Root.StructTreeRoot.ParentTree.Nums[1][-1]
        pdf.save(broken)
    assert unaccounted(broken.getvalue())


def levels(*sections: tuple[str, list[Role]]) -> list[str]:
    """The headings of frames placed one after the other, each in a section, in reading order."""
    placed = [
        Placement(
            frame(*(group(role, text("a", y=9 * n)) for n, role in enumerate(roles))), 0, 0, section=name
        )
        for name, roles in sections
    ]
    data = write_pdf(document(*(Page(Size(210, 297), (one,)) for one in placed)))
    assert not [problem for problem in problems(data) if "HEADING" in problem]
    with opened(data) as pdf:
        found = []
        for kid in kids_of(pdf.Root.StructTreeRoot.K):
            found += [str(one.S)[1:] for one in (kids_of(kid) if kid.S == "/Sect" else [kid])]
        return found


H3 = Role.H3


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ([("1", [H1, H2])], "H1 H2"),
        ([("1", [H2])], "H1"),
        ([("1", [H2]), ("2", [H2])], "H1 H1"),
        ([("1", [H2, H3, H2])], "H1 H2 H1"),
        ([("1", [H1, H3, H2])], "H1 H2 H2"),
        ([("1", [H1]), ("2", [H1]), ("1", [H2]), ("2", [H2])], "H1 H2 H1 H2"),
        ([("1", [H1, H2]), ("", [H2]), ("", [H3])], "H1 H2 H1 H2"),
        ([("", [H1, H2, H3]), ("1", [H1]), ("", [H3])], "H1 H2 H3 H1 H2"),
        ([("", [H3]), ("1", [H3]), ("", [H1])], "H1 H1 H1"),
    ],
)
def test_headings_leave_no_level_out(sections: list[tuple[str, list[Role]]], expected: str) -> None:
    assert " ".join(levels(*sections)) == expected


def problems(data: bytes, profile: str = "ua1") -> list[str]:
    """What the validator says."""
    report = validation.validate_pdf_bytes(data, profile=profile)
    return [str(failure) for failure in report.failures]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_is_accessible_and_may_be_archived(profile: str) -> None:
    data = write_pdf(rich())
    assert problems(data, profile) == []
    assert validation.is_pdf_compliant_bytes(data, profile=profile)


def test_what_has_printers_colours_does_not_call_itself_an_archive() -> None:
    jpeg = io.BytesIO()
    Picture.new("CMYK", (8, 8), (0, 99, 99, 0)).save(jpeg, "JPEG")
    photo = group(Role.FIGURE, put(Image(jpeg.getvalue(), 30, 20)), alt="A photo")
    with opened(write_pdf(document(page(frame(photo))))) as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert b"pdfaid" not in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize("fault", ["language", "title", "tree", "alternative", "contents"])
def test_the_validator_notices_what_is_missing(fault: str) -> None:
    broken = io.BytesIO()
    with opened(write_pdf(rich())) as pdf:
        if fault == "language":
            del pdf.Root.Lang
        elif fault == "title":
            del pdf.Root.ViewerPreferences
        elif fault == "tree":
            del pdf.Root.StructTreeRoot
        elif fault == "alternative":
            figure = next(element for element in walk(pdf.Root.StructTreeRoot.K) if element.S == "/Figure")
            del figure.Alt
        else:
            del pdf.pages[1].Annots[0].Contents
        pdf.save(broken)
    assert problems(broken.getvalue())
