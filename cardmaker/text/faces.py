"""A font key -> what shaping and embedding need to know of that file, read from the metrics next to it."""

import json
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from cardmaker import assets
from cardmaker.errors import SourceError
from cardmaker.record import record


@record(eq=False, slots=False)
class FontFace:
    """One subset font file. Lengths are in 1/1000 em, y up; *descent* is positive.

    *tag* is six letters worked out from the file's bytes. *gids* has a glyph for each character, *spaces* the
    advances of those blanks that the space's glyph stands for, *marks* the middle and the combining class of
    each mark that sits on the letter before it.
    """

    file: Path
    name: str
    tag: str
    weight: int
    ascent: int
    descent: int
    cap_height: int
    x_height: int
    bbox: tuple[int, int, int, int]
    widths: tuple[int, ...]
    gids: dict[str, int]
    spaces: dict[str, int]
    marks: dict[str, tuple[int, int]]

    @cached_property
    def advances(self) -> dict[str, int]:
        """The advance of each character."""
        drawn = {char: self.widths[gid] for char, gid in self.gids.items()}
        return drawn | self.spaces | dict.fromkeys(self.marks, 0)

    @cached_property
    def blanks(self) -> frozenset[str]:
        """The blanks it has, all drawn by the space's glyph."""
        return frozenset({" ", *self.spaces} if " " in self.gids else ())

    @cached_property
    def characters(self) -> dict[int, str]:
        """The character that a glyph stands for when it is copied: the first of those that share it."""
        return {gid: char for char, gid in sorted(self.gids.items(), reverse=True)}

    @cached_property
    def glyphs(self) -> dict[str, int]:
        """The glyph of each character, blanks among them."""
        return self.gids | dict.fromkeys(self.spaces, self.gids.get(" ", 0))


def read_json(path: Path) -> Any:
    """What a font's data file says; SourceError if it can't be read."""
    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}; a font folder needs it") from error
    except ValueError as error:
        raise SourceError(f"{path}: {error}; the file is damaged, copy it again") from error


@cache
def face(key: str) -> FontFace:
    """The face of a font key: a bundled name, or the absolute path of a file without its suffix."""
    stem = assets.templates("fonts") / key
    data: dict[str, Any] = read_json(stem.with_name(stem.name + ".json"))
    gids = dict(zip(data.pop("chars"), data.pop("gids"), strict=True))
    return FontFace(
        file=stem.with_name(stem.name + ".ttf"),
        gids=gids,
        bbox=tuple(data.pop("bbox")),
        widths=tuple(data.pop("widths")),
        marks={char: tuple(mark) for char, mark in data.pop("marks").items()},
        **data,
    )
