"""Files of many athletes: what `write_pdf` makes, page for page and element for element, in less room."""

import io
from collections.abc import Callable
from typing import Any

import page as validation
import pikepdf
import pytest

from cardmaker.errors import OutputError
from cardmaker.frame import Art, Artwork, Link, Path, Role
from cardmaker.page import Bookmark, Document, Page
from cardmaker.paint import columntree, write_pdf, write_volume
from cardmaker.paint.bundling import bundles
from tests.paint.paint_kit import (
    document,
    elements,
    frame,
    group,
    marked,
    opened,
    page,
    picture,
    put,
    rect,
    said,
    text,
)
from tests.paint.test_paint_tags import problems, unaccounted

ART = Artwork(10, 10, (Path("M 0 0 L 10 10 L 0 10 Z", fill="#C4281A"),))
LOADS = ("40 kg", "62.5 kg", "100 kg")
MANY = 12


def _card(load: str, *more: Any) -> Any:
    """A card of which the load differs, with much around it that doesn't."""
    return frame(
        group(Role.H1, text("Squat", y=10)),
        group(Role.P, text(load, y=20)),
        group(Role.FIGURE, put(Art(ART, 9), 5, 30), alt="A squat, 100 % deep"),
        *(group(Role.P, text(f"Cue {number}", y=50 + 5 * number)) for number in range(9)),
        *more,
    )


def _sheet(number: int) -> tuple[Page, Page]:
    """The pages of an athlete: two cards, and a page that says the same to all."""
    first = page(
        _card(LOADS[number % 3]),
        _card(f"{number} reps"),
        label=f"{number}",
        bookmarks=(Bookmark(str(number)),),
    )
    return first, page(frame(group(Role.H1, text("All the same", y=10))))


def _underlined(number: int) -> tuple[Page, ...]:
    """A page on which a bar that differs lies under words that don't."""
    bar = rect(0, 0, 10 + 5 * number, 30)
    return (page(frame(bar, group(Role.P, text("Over it", y=10)), group(Role.P, text(str(number), y=20)))),)


def _linked(number: int) -> tuple[Page, ...]:
    """Pages with links, one of which leads nowhere for some."""
    url = "#nowhere" if number % 2 else "https://example.org"
    link = group(
        Role.P,
        text("Film", y=10),
        group(Role.LINK, put(Link(url, 20, 4, "A film"), 0, 7), text("here", y=20)),
    )
    return (page(frame(link, group(Role.P, text(str(number), y=30)))),)


def _unlike(number: int) -> tuple[Page, ...]:
    """Pages of which each has another number of paragraphs."""
    return (page(frame(*(group(Role.P, text(f"{number}.{at}", y=10 + 5 * at)) for at in range(number + 1)))),)


def _turned(number: int) -> tuple[Page, ...]:
    """A page with a rule above its words or below the first of them."""
    words = group(Role.P, text("First", y=10)), group(Role.P, text(f"{number}", y=20))
    rule = rect(0, 12, 50, 1)
    return (page(frame(rule, *words) if number % 2 else frame(words[0], rule, words[1])),)


def _volume(pages: Callable[[int], tuple[Page, ...]], count: int = MANY) -> Document:
    return document(*(one for number in range(count) for one in pages(number)))


def _spoken(data: bytes, number: int) -> tuple[list[str], dict[int, str]]:
    """The words of a page, and the role of each marked content."""
    roles = {key: drawn.split()[0] for key, drawn in marked(data, number).items()}
    return sorted(said(data, number).split()), roles


KINDS = pytest.mark.parametrize(
    "pages", [_sheet, _underlined, _linked, _unlike, _turned], ids=lambda one: one.__name__
)


@KINDS
def test_pages_show_and_say_the_same(pages: Callable[[int], tuple[Page, ...]]) -> None:
    made = _volume(pages)
    plain, volume = write_pdf(made), write_volume(made)
    for number in range(len(made.pages)):
        assert picture(volume, number) == picture(plain, number)
        assert _spoken(volume, number) == _spoken(plain, number)


@KINDS
def test_elements_are_the_same_in_the_same_order(pages: Callable[[int], tuple[Page, ...]]) -> None:
    made = _volume(pages)
    volume = write_volume(made)
    assert elements(volume) == elements(write_pdf(made))
    assert unaccounted(volume) == []
    assert problems(volume, "ua1") == problems(volume, "2a") == []
    assert validation.is_pdf_compliant_bytes(volume, profile="ua1")


@pytest.mark.parametrize("count", [1, 2, 9, 10, 11, 101])
def test_any_number_of_athletes_has_its_elements(count: int) -> None:
    made = _volume(_sheet, count)
    volume = write_volume(made)
    assert elements(volume) == elements(write_pdf(made))


def test_an_athlete_more_takes_little() -> None:
    few, many = (len(write_volume(_volume(_sheet, count))) for count in (50, 100))
    plain = [len(write_pdf(_volume(_sheet, count))) for count in (50, 100)]
    assert 2.5 * (many - few) < plain[1] - plain[0]


def test_pages_share_what_they_have_alike() -> None:
    with opened(write_volume(_volume(_sheet))) as pdf:
        contents = [one.obj.Contents for one in pdf.pages]
        assert len({one.objgen for one in contents[1::2]}) == 1
        assert len({one[0].objgen for one in contents[::2]}) == 1


def _twice(number: int) -> tuple[Page, ...]:
    """A page that says a load and a pace many times, which few other pages have both."""
    load, pace = LOADS[number % 3], f"4:{number % 7}0/km"
    lines = enumerate([load, pace] * 12)
    return (page(frame(*(group(Role.P, text(said, y=10 + 5 * at)) for at, said in lines))),)


def test_what_some_pages_have_alike_is_in_streams_of_its_own() -> None:
    made = _volume(_twice, 105)
    volume = write_volume(made)
    with opened(volume) as pdf:
        numbers = {one.objgen for leaf in pdf.pages for one in leaf.obj.Contents}
    assert len(numbers) == 1 + 3 + 7
    assert [_spoken(volume, at) for at in (0, 104)] == [_spoken(write_pdf(made), at) for at in (0, 104)]


def test_what_all_pages_have_otherwise_stays_in_one_stream() -> None:
    few, every = [0, 1] * 50, [*range(100)]
    assert bundles([few, every, few, every], [100] * 4) == [(0, 2), (1, 3)]
    assert bundles([every, [*reversed(every)], [*"ab", *every[2:]]], [100] * 3) == [(0, 1, 2)]
    assert bundles([few], [100]) == [(0,)] and bundles([], []) == []


def test_many_elements_on_few_bytes_are_read_by_those_who_count() -> None:
    one = frame(*(group(Role.P, text("a", y=10 + number / 10)) for number in range(300)))
    volume = write_volume(document(*(page(one) for _ in range(300))))
    with pikepdf.open(io.BytesIO(volume), attempt_recovery=False) as pdf:
        assert len(pdf.pages) == 300 and len(pdf.objects) > 90_000


@KINDS
def test_what_is_for_paper_alone_shows_the_same_and_claims_no_elements(
    pages: Callable[[int], tuple[Page, ...]],
) -> None:
    made = _volume(pages)
    tagged, volume = write_volume(made), write_volume(made, tagged=False)
    for number in range(len(made.pages)):
        assert picture(volume, number) == picture(tagged, number)
    with opened(volume) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo"} & pdf.Root.keys()
        assert all(not {"/StructParents", "/Annots"} & one.obj.keys() for one in pdf.pages)
        metadata = pdf.Root.Metadata.read_bytes()
        drawn = [str(one.operator) for leaf in pdf.pages for one in pikepdf.parse_content_stream(leaf)]
    assert b"pdfuaid" not in metadata and b"<pdfaid:conformance>U<" in metadata
    assert not {"BDC", "BMC", "EMC"} & {*drawn}
    assert problems(volume, "2u") == []


def test_without_elements_it_takes_much_less() -> None:
    grown = [
        len(write_volume(_volume(_sheet, 200), tagged=tagged))
        - len(write_volume(_volume(_sheet, 100), tagged=tagged))
        for tagged in (False, True)
    ]
    assert grown[0] < 0.75 * grown[1]


def test_more_objects_than_a_file_may_number_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columntree, "MOST_NUMBER", 500)
    assert write_volume(_volume(_sheet, 2))
    with pytest.raises(OutputError, match="one for each part of the roster"):
        write_volume(_volume(_sheet, 100))


def test_it_comes_out_the_same_each_time() -> None:
    assert write_volume(_volume(_sheet)) == write_volume(_volume(_sheet))
