"""A language by its code → the exercises in it, and its words for what they train and use."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cardmaker.library import library_in
from cardmaker.record import record
from cardmaker.theme.kinds import KINDS

if TYPE_CHECKING:
    from cardmaker.library import Library
    from cardmaker.library.telling import Terms

ENGLISH: Final = "en"


@record
class Spoken:
    """Exercises in a language, and its words for muscles, equipment, sections and levels."""

    library: "Library"
    terms: "Terms"


def spoken(language: str, folders: Sequence[Path]) -> Spoken:
    """All that is said in a language; NotFoundError if there is no such language."""
    from cardmaker.library import telling
    from cardmaker.wording.wording import load_wording

    library = library_in(folders)
    code = KINDS["languages"].match(language, folders) or language
    if code == ENGLISH:
        return Spoken(library, telling.ENGLISH)
    words = load_wording(code, folders)
    terms = telling.Terms(
        _unbroken(words.muscles),
        _unbroken(words.equipment),
        _unbroken(words.sections),
        _unbroken(words.levels),
        either=words.say("or"),
        nothing=words.say("no_kit"),
    )
    return Spoken(library.in_language(code), terms)


def _unbroken(words: Mapping[str, str]) -> Mapping[str, str]:
    """Words without the places where a narrow column may break them."""
    return {key: word.replace("\xad", "") for key, word in words.items()}
