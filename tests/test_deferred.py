"""What packages import and hardly ever need is read when somebody first looks into it."""

import re
import subprocess
import sys

import pytest

from cardmaker.deferred import defer, patterns_deferred


def printed(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize(
    ("look", "read"),
    [
        ("", False),
        ("from PIL import Image", False),
        ("from PIL import Image; Image.new", True),
        ("import PIL.Image; PIL.Image.new", True),
        ("from PIL.Image import new", True),
    ],
)
def test_pillow_is_read_when_it_is_looked_into(look: str, read: bool) -> None:
    assert printed(f"import sys, cardmaker.paint; {look}\nprint('PIL.ImageMode' in sys.modules)") == [
        str(read)
    ]


def test_a_module_by_itself_is_read_when_it_is_looked_into() -> None:
    assert printed(
        "import sys; from cardmaker.deferred import defer\n"
        "defer('colorsys'); import colorsys; import colorsys as again; print('rgb_to_hls' in vars(colorsys))\n"
        "print(again.rgb_to_hls(1, 1, 1)[1]); import colorsys; print('rgb_to_hls' in vars(colorsys))"
    ) == ["False", "1.0", "True"]


def test_what_it_lacks_is_reported_as_ever() -> None:
    assert printed(
        "from cardmaker.deferred import defer\ndefer('colorsys'); import colorsys\n"
        "try: colorsys.nothing\nexcept AttributeError as fault: print('colorsys' in str(fault))\n"
        "defer('nowhere'); import nowhere\n"
        "try: nowhere.anything\nexcept ModuleNotFoundError: print('missed')"
    ) == ["True", "missed"]


def test_what_is_there_stays_as_it_is() -> None:
    import colorsys

    defer("colorsys")
    assert sys.modules["colorsys"] is colorsys


def test_patterns_are_compiled_when_they_are_used() -> None:
    with patterns_deferred():
        broken, whole = re.compile("("), re.compile("a+", flags=re.IGNORECASE)
        assert re.compile("c").match("c"), "of which one may be used at once"
    with pytest.raises(re.error):
        broken.match("a")
    assert whole.fullmatch("aAa")
    assert isinstance(re.compile("b"), re.Pattern)


def test_a_yaml_library_with_deferred_patterns_reads_as_ever() -> None:
    code = "import cardmaker.yaml12.library, yaml; print(*yaml.safe_load('[1, 2.5, 2024-05-01, yes, null]'))"
    assert printed(code) == ["1", "2.5", "2024-05-01", "True", "None"]
