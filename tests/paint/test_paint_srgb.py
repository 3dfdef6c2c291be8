"""The colour profile means what sRGB means."""

import io

from PIL import Image, ImageCms

from cardmaker.paint.inks import srgb_profile as profile
from tests.tools import build_srgb


def test_colours_stay_what_they_are() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(profile()))
    ramp = Image.new("RGB", (256, 3))
    for x in range(256):
        for y, colour in enumerate([(x, x, x), (x, 0, 255 - x), (255 - x, x, 30)]):
            ramp.putpixel((x, y), colour)
    for there, back in ((ours, ImageCms.createProfile("sRGB")), (ImageCms.createProfile("sRGB"), ours)):
        seen = ImageCms.applyTransform(ramp, ImageCms.buildTransform(there, back, "RGB", "RGB"))
        assert seen is not None
        off = [abs(a - b) for a, b in zip(seen.tobytes(), ramp.tobytes(), strict=True)]
        assert max(off) <= 1


def test_the_committed_file_is_what_its_figures_give() -> None:
    assert profile() == build_srgb.profile()


def test_the_profile_names_itself_and_has_no_clock_in_it() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(profile()))
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB"
    assert int.from_bytes(profile()[:4], "big") == len(profile()) < 600
    assert profile()[24:36] == bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
