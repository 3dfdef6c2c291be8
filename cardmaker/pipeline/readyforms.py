"""The bundled figures in the usual theme → their forms, made ahead of time for a wheel or a checkout."""

from collections.abc import Iterator
from pathlib import Path

from cardmaker import assets
from cardmaker.frame import Artwork
from cardmaker.layout.figures import look_in
from cardmaker.library.library import open_library
from cardmaker.paint import readyforms
from cardmaker.paint.pictures import form_of
from cardmaker.picture.artwork import Look, load_artwork, themed
from cardmaker.picture.bodymap import FILE as BODY_MAP
from cardmaker.picture.bodymap import mapped
from cardmaker.picture.extent import extents
from cardmaker.plan.printing import PrintOptions
from cardmaker.theme.shelf import Shelf


def make_forms() -> None:
    """Make the forms that aren't in the store: all positions for cards, the last one small, and each body map.

    Of the usual theme only: they take 11 KB a figure and 3 a body map, half as much as all else in the wheel, and
    would again in each other one.
    """
    theme = Shelf().theme(PrintOptions().theme)
    large, small = look_in(theme, small=False), look_in(theme, small=True)
    readyforms.keep_looks({large.digest, small.digest})
    for artwork in (*_artworks(large, small), *_body_maps(small)):
        form_of(artwork)


def make_extents() -> None:
    """Work out where in their pictures the figures are, and put that into the store."""
    extents.cache_clear()  # what was worked out before would not be put there
    for path in _drawings():
        extents(load_artwork(path))


def _drawings() -> list[Path]:
    return sorted(assets.illustrations().glob("*.svg"))


def _artworks(large: Look, small: Look) -> Iterator[Artwork]:
    make_extents()
    for path in _drawings():
        figure = load_artwork(path)
        if path.name == BODY_MAP:
            continue
        yield from (themed(figure, pane, large) for pane in figure.panes)
        yield themed(figure, figure.finish, small)


def _body_maps(look: Look) -> Iterator[Artwork]:
    """The body from each side with the muscles of each bundled exercise."""
    library, body = open_library(), load_artwork(assets.illustrations() / BODY_MAP)
    for about in map(library.get, library.ids):
        if about.primary or about.secondary:
            yield from (mapped(body, pane, look, about.primary, about.secondary) for pane in body.panes)
