"""What a handout says, one thing at a time → the frames of pages to be read on a phone."""

from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import BlockSheet, Card, WeekSheet
from cardmaker.layout.cards import Studio
from cardmaker.layout.fit import compose_as_high
from cardmaker.theme.face import Screen

_REMEDY = "shorten it"


def lay_out_screen(studio: Studio, screen: Screen, content: Card | WeekSheet | BlockSheet) -> Frame:
    """One page, as high as it has to be; DoesNotFitError names what is too wide for it."""
    least = Size(screen.width, screen.least_height)
    ctx = studio.context(content, screen.type, f"screen '{content.name}'")
    return studio.once(
        screen,
        lambda: compose_as_high(ctx, screen.body, screen.ladder, least, screen.margin, _REMEDY),
        content,
    )
