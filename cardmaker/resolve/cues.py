"""An exercise → its first cues on a line or two."""

from cardmaker.library.exercise import Exercise

_MOST = 48
"""Letters that a line next to a figure has room for on the narrowest gym card, at 8.5 pt."""


def short_cues(about: Exercise) -> str:
    """The first cues in short, each whole: 'Feet hip-width. Knees follow the toes'."""
    said = [(cue.short or cue.text).rstrip(".") for cue in about.cues]
    fitting = [count for count in range(1, len(said) + 1) if len(". ".join(said[:count])) <= _MOST]
    return ". ".join(said[: max(fitting, default=0)])
