"""A file → the picture in it, as a plan's pictures are read."""

from pathlib import Path

from cardmaker.picture.load import read_file
from cardmaker.picture.own_picture import OwnPicture, picture_in


def read_picture(path: Path) -> OwnPicture:
    """Read an SVG, PNG or JPEG; PictureError if it is missing or can't be used."""
    return picture_in(read_file(path), str(path))
