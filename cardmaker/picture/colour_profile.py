"""A picture and the colour profile that came with it → the picture in sRGB."""

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image as Pillow

if TYPE_CHECKING:
    from PIL import ImageCms

_NEAR = 3
"""How far, of 255, colours may be from sRGB's and still be called the same."""
_LEVELS = (0, 32, 64, 128, 192, 255)
_MODES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK"}


def in_srgb(pillow: Pillow.Image, profile: bytes) -> Pillow.Image:
    """The picture, of mode L, RGB or CMYK, in sRGB; as it is if the profile is broken or meant for others."""
    if not changes(pillow.mode, profile):
        return pillow
    converted = _converted(pillow, profile)
    return converted.convert("L") if pillow.mode == "L" else converted


@lru_cache(maxsize=32)
def changes(mode: str, profile: bytes) -> bool:
    """Whether a profile means other colours than sRGB does, in a picture of this mode; tried on a few."""
    if not profile or mode not in _MODES or not _fits(mode, profile):
        return False
    if mode == "CMYK":
        return True
    sample = _sample(mode)
    there, here = (picture.convert("RGB").tobytes() for picture in (_converted(sample, profile), sample))
    return any(abs(one - other) > _NEAR for one, other in zip(there, here, strict=True))


def _sample(mode: str) -> Pillow.Image:
    colours = [(r, g, b) for r in _LEVELS for g in _LEVELS for b in _LEVELS]
    sample = Pillow.new("RGB", (len(colours), 1))
    sample.putdata(colours)
    return sample.convert(mode)


def _fits(mode: str, profile: bytes) -> bool:
    """Whether a profile is whole, and one for pictures of this mode."""
    try:
        return bool(_read(profile).profile.xcolor_space.strip() == _MODES[mode]) and bool(
            _converted(Pillow.new(mode, (1, 1)), profile)
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return False


def _converted(pillow: Pillow.Image, profile: bytes) -> Pillow.Image:
    from PIL import ImageCms

    try:
        transform = _transform(pillow.mode, profile)
        return ImageCms.applyTransform(pillow, transform) or pillow
    except ImageCms.PyCMSError as error:
        raise ValueError(str(error)) from None


@lru_cache(maxsize=8)
def _transform(mode: str, profile: bytes) -> "ImageCms.ImageCmsTransform":
    from PIL import ImageCms

    target = ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(_read(profile), target, mode, "RGB")


def _read(profile: bytes) -> "ImageCms.ImageCmsProfile":
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(io.BytesIO(profile))
