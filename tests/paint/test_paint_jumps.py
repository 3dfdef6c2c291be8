"""Links inside a document: they lead to the placement with that anchor, and are no links where there is none."""

import page as validation
import pytest

from cardmaker.frame import Frame, Link, Role
from cardmaker.page import Page, Placement
from cardmaker.paint import write_pdf
from tests.paint.paint_kit import A4, document, elements, frame, group, opened, put, said, text

PT = 72 / 25.4


def linking(target: str) -> Frame:
    """A frame whose only text leads somewhere."""
    return frame(
        group(Role.P, group(Role.LINK, text("there", y=10), put(Link(target, 20, 5, "there"), 0, 6)))
    )


def pages(*placed: Placement) -> tuple[Page, ...]:
    return tuple(Page(A4, (one,)) for one in placed)


def two(target: str = "#card-01", **more: object) -> bytes:
    """A page that links to the next, whose frame begins 40 mm from the top."""
    there = Placement(
        frame(text("Squat", y=10)), 0, 40, section="Card 01: Squat", anchors=("other", "card-01")
    )
    return write_pdf(document(*pages(Placement(linking(target), 0, 0), there), **more))


def test_a_link_goes_to_its_anchor() -> None:
    with opened(two()) as pdf:
        (link,) = pdf.pages[0].Annots
        page, fit, _, top, _ = link.Dest
        assert fit == "/XYZ"
        assert page.objgen == pdf.pages[1].objgen
        assert abs(float(top) - (297 - 40) * PT) < 1e-3
        assert str(link.Contents) == "Card 01: Squat"
        assert "/Annots" not in pdf.pages[1]


def test_a_jump_is_tagged_as_a_link() -> None:
    data = two()
    with opened(data) as pdf:
        link = pdf.pages[0].Annots[0]
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
        assert parents[int(link.StructParent)].S == "/Link"


def test_a_link_to_what_is_not_here_is_plain_text() -> None:
    data = two("#card-09")
    assert elements_named(data) >= {"Span"}
    assert "Link" not in elements_named(data)
    assert said(data).strip() == "there"
    with opened(data) as pdf:
        assert "/Annots" not in pdf.pages[0]


def elements_named(data: bytes) -> set[str]:
    names: set[str] = set()

    def gather(node: object) -> None:
        if isinstance(node, list):
            names.add(node[0])
            for kid in node[1:]:
                gather(kid)

    gather(elements(data))
    return names


def test_one_frame_links_differently_in_two_documents() -> None:
    one, there = linking("#x"), Placement(frame(), 0, 0, anchors=("x",))
    whole = write_pdf(document(*pages(Placement(one, 0, 0), there)))
    apart = write_pdf(document(*pages(Placement(one, 0, 0))))
    with opened(whole) as linked, opened(apart) as plain:
        assert len(linked.pages[0].Annots) == 1
        assert "/Annots" not in plain.pages[0]


def test_the_first_of_several_anchors_counts() -> None:
    there = [Placement(frame(), 0, y, anchors=("x",)) for y in (5, 50)]
    with opened(write_pdf(document(*pages(Placement(linking("#x"), 0, 0), *there)))) as pdf:
        assert pdf.pages[0].Annots[0].Dest[0].objgen == pdf.pages[1].objgen


def test_a_document_for_screens_says_nothing_of_printing() -> None:
    with opened(two(for_screen=True, duplex="Simplex")) as pdf:
        assert set(pdf.Root.ViewerPreferences.keys()) == {"/DisplayDocTitle"}
        assert pdf.Root.PageLayout == "/OneColumn"
        page, fit, _ = pdf.Root.OpenAction
        assert (page.objgen, fit) == (pdf.pages[0].objgen, "/FitH")
    with opened(two()) as pdf:
        assert "/OpenAction" not in pdf.Root


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("target", ["#card-01", "#nowhere"])
def test_pages_for_screens_are_accessible(target: str, profile: str) -> None:
    assert validation.is_pdf_compliant_bytes(two(target, for_screen=True), profile=profile)
