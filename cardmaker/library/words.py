"""The words of an exercise in one language, in a file apart from its facts → an Exercise that says them.

Facts are in `exercises/<id>.yaml`, words in `wording/<language>/<id>.yaml`, both below one folder of templates. What a
language doesn't say is said in English; what no language says, as in the file of the facts itself, which for a
user's own exercise holds all of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

from cardmaker import assets
from cardmaker.errors import Problem, TemplateError
from cardmaker.library.exercise import (
    MOST_CUES,
    MOST_MISTAKES,
    NAME_LIMIT,
    WAY_LIMIT,
    Aliases,
    Alternate,
    Breathing,
    Cue,
    Exercise,
    Mistake,
    Start,
    Stop,
    Video,
    Why,
)
from cardmaker.paths import is_file
from cardmaker.ready import Made, ready
from cardmaker.record import record
from cardmaker.validation import validate
from cardmaker.validation.fields import LINE
from cardmaker.validation.marks import entries, said
from cardmaker.validation.marks import text as limited
from cardmaker.validation.model import Model
from cardmaker.yaml12 import load_yaml_file

ENGLISH = "en"
WAYS = ("easier", "harder", "no_equipment")
_EXTRAS = ("aliases", "video")
"""What a language may do without."""

Way = Annotated[str, limited(most=WAY_LIMIT), LINE, said(description="What to change.")]


class Words(Model):
    """All that is said of one exercise in one language. Its id is the name of its file."""

    name: Annotated[str, limited(most=NAME_LIMIT), LINE, said(description="As printed.")] = ""
    aliases: Aliases = ()
    start: Start = ""
    cues: Annotated[
        tuple[Cue, ...],
        entries(most=MOST_CUES),
        said(description="What to do, in order of doing; the facts say which joint each belongs to."),
    ] = ()
    mistakes: Annotated[tuple[Mistake, ...], entries(most=MOST_MISTAKES)] = ()
    easier: Way = ""
    harder: Way = ""
    no_equipment: Way = ""
    breathing: Breathing = ""
    stop: Stop = ""
    why: Why = ""
    video: Video = ""


KEYS = tuple(one.name for one in fields(Words))


@record
class WordFiles:
    """Where the words of exercises are: below folders of templates, a user's own before the bundled one."""

    language: str = ENGLISH
    templates: tuple[Path, ...] = ()

    def of(self, exercise: str, facts: Path) -> tuple[Path, ...]:
        """The files with an exercise's words: its language's, then English, as far as there are.

        An exercise is worded by folders of templates that go before its own, and by its own.
        """
        roots = (*self.templates, assets.templates("wording").parent)
        own = facts.parent.parent
        if facts.parent.name != "exercises" or own not in roots:
            return ()
        places = [root / "wording" for root in roots[: roots.index(own) + 1]]
        found = (
            next((path for place in places if is_file(path := place / language / f"{exercise}.yaml")), None)
            for language in dict.fromkeys((self.language, ENGLISH))
        )
        return tuple(path for path in found if path)


def read_words(path: Path) -> Words:
    """The words in one file; TemplateError with all that is wrong in it."""
    return ready(path, Words, lambda: Made(_validated(path)))


def _validated(path: Path) -> Words:
    data, lines = load_yaml_file(path)
    return validate(Words, {} if data is None else data, str(path), lines)


def worded(exercise: Exercise, files: Sequence[Path]) -> Exercise:
    """*exercise* saying what the first of *files* says that says anything, its cues at the joints of the facts.

    TemplateError if there are fewer cues than joints.
    """
    layers = [(read_words(path), path) for path in files]
    changes: dict[str, Any] = {}
    for key in KEYS:
        value = next((said for words, _ in layers if (said := getattr(words, key))), None)
        if value and key in WAYS:
            way: Alternate | None = getattr(exercise, key)
            value = Alternate(text=value, exercise=way.exercise if way else "")
        if value:
            changes[key] = value
    if exercise.joints:
        cues = changes.get("cues", exercise.cues)
        source = next((path for words, path in layers if words.cues), None)
        changes |= {"cues": _at_joints(cues, exercise.joints, source), "joints": ()}
    return exercise.but(**changes) if changes else exercise


def _at_joints(cues: Sequence[Cue], joints: Sequence[str], source: Path | None) -> tuple[Cue, ...]:
    if len(cues) < len(joints) and source:
        _, lines = load_yaml_file(source)
        message = f"should have {len(joints)} entries or more, one for each of the exercise's joints"
        raise TemplateError([Problem(str(source), lines.at(("cues",)), "cues", message)])
    places = (*joints, *("" for _ in cues[len(joints) :]))
    return tuple(cue if cue.joint else cue.but(joint=joint) for cue, joint in zip(cues, places, strict=False))


def said_in(files: Sequence[Path]) -> frozenset[str]:
    """The keys of an exercise that its words give."""
    return frozenset(key for path in files for key, value in vars(read_words(path)).items() if value)


def lacking(exercise: Exercise, language: str, files: Sequence[Path]) -> Iterator[str]:
    """What an exercise says that isn't said in *language*, by key; nothing for one that has no words apart.

    A user's own file is printed as it is written, in whatever language that is.
    """
    if not files or language == ENGLISH:
        return
    own = read_words(files[0]) if files[0].parent.name == language else Words()
    for key in KEYS:
        way = getattr(exercise, key)
        printed = way.text if isinstance(way, Alternate) else way
        if printed and not getattr(own, key) and key not in _EXTRAS:
            yield key
