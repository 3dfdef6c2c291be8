"""What ReportLab imports and documents don't need is read when somebody first looks into it."""

import subprocess
import sys

import pytest

from cardmaker.paint.deferred import defer


@pytest.mark.parametrize(
    ("look", "read"),
    [
        ("", False),
        ("from PIL import Image", False),
        ("from PIL import Image; Image.new", True),
        ("import PIL.Image; PIL.Image.new", True),
    ],
)
def test_pillow_is_read_when_it_is_looked_into(look: str, read: bool) -> None:
    code = f"import sys, cardmaker.paint; {look or 'pass'}; print('PIL.ImageMode' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(read)]


def test_what_is_there_or_nowhere_stays_as_it_is() -> None:
    import colorsys

    defer("colorsys")
    assert sys.modules["colorsys"] is colorsys
    defer("cardmaker.nowhere")
    assert "cardmaker.nowhere" not in sys.modules
