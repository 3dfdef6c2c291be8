"""The printers file: what is kept is read again, and what is wrong in it is reported with its line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardmaker.deliver.printers import Printers, load_printers, save_printers
from cardmaker.deliver.profiles import Back, Margins, Profile, Ruler
from cardmaker.errors import NotFoundError, OutputError, TemplateError
from cardmaker.geometry import Insets, Point, Size

HOME = Profile(
    back=Back(right=0.5, down=-0.25),
    rule=Ruler(across=99.6, down=100.1),
    margin=Margins(top=4.2, right=4, bottom=12, left=3.5),
)
SHIFT = st.integers(-40, 40).map(lambda quarter: quarter / 4)
MARGIN = st.integers(0, 50).map(lambda half: half / 2)


def written(folder: Path, text: str) -> Path:
    """A printers file with this text."""
    (folder / "printers.yaml").write_text(text)
    return folder


def test_nothing_kept_is_no_printer(tmp_path: Path) -> None:
    printers = load_printers(tmp_path / "nowhere")
    assert printers.profiles == {}
    assert printers.printer() is None
    with pytest.raises(NotFoundError, match=r"no printer 'home'; 'cardmaker calibrate' makes one"):
        printers.printer("home")


def test_what_the_press_is_given(tmp_path: Path) -> None:
    save_printers(Printers(tmp_path / "new" / "folder", {}).having("Home", HOME, default=True))
    printers = load_printers(tmp_path / "new" / "folder")
    printer = printers.printer("  home ")
    assert printer is not None
    assert printer == printers.printer()
    assert (printer.name, printer.back) == ("Home", Point(0.5, -0.25))
    assert printer.stretch == pytest.approx(Size(0.996, 1.001))
    assert printer.margin == Insets(4.2, 4, 12, 3.5)
    with pytest.raises(NotFoundError, match="did you mean 'Home'"):
        printers.printer("hme")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=12),
        st.builds(
            Profile,
            back=st.builds(Back, right=SHIFT, down=SHIFT),
            margin=st.builds(Margins, top=MARGIN, left=MARGIN),
        ),
        max_size=4,
    )
)
def test_kept_profiles_come_back(tmp_path: Path, profiles: dict[str, Profile]) -> None:
    save_printers(Printers(tmp_path, profiles))
    assert load_printers(tmp_path).profiles == profiles


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("printers:\n  home:\n    back: {right: far}\n", r"yaml:3: .*right: 'far' is not a length"),
        ("printers:\n  home:\n    back: {right: 40 mm}\n", r"yaml:3: .*right: should be at most 10"),
        ("printers:\n  home:\n    bakc: {right: 1 mm}\n", r"yaml:3: .*did you mean 'back'"),
        ("printers:\n  home:\n    rule: {across: 80 mm}\n", r"yaml:3: .*across: should be at least 97"),
        ("default: hom\nprinters:\n  home: {}\n", r"no printer 'hom'; did you mean 'home'"),
        ("printers: [home]\n", r"yaml:1: printers: should be a mapping"),
        ("printers: {home: {margin: {top: -1}}}\n", r"yaml:1: .*top: should be at least 0"),
    ],
)
def test_mistakes_have_their_line(tmp_path: Path, text: str, reported: str) -> None:
    with pytest.raises(TemplateError, match=reported):
        load_printers(written(tmp_path, text))


def test_lengths_may_be_in_any_unit(tmp_path: Path) -> None:
    text = "printers: {home: {back: {right: 0.02 in, down: 1}, margin: {top: 0.5 cm}}}\n"
    printer = load_printers(written(tmp_path, text)).printer("home")
    assert printer is not None
    assert printer.back == pytest.approx((0.508, 1))
    assert printer.margin.top == 5


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="CARDMAKER_CONFIG"):
        save_printers(Printers(tmp_path / "file" / "config", {"home": HOME}))
