"""Exercises of free-exercise-db or wger, as JSON → exercise files for a plan's `library:`, with their credits."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from cardmaker.errors import SourceError
from cardmaker.importing.data import data_of, mapping, mappings, text
from cardmaker.importing.draft import Remark
from cardmaker.importing.yamltext import one_line
from cardmaker.library.equipment import EQUIPMENT
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.names import slug
from cardmaker.namedtuple import NamedTuple
from cardmaker.yaml12.emitting import scalar

_LONGEST_NAME: Final = 60
_LONGEST_CUE: Final = 76
_SHORTEST_CUE: Final = 12
_MOST_CUES: Final = 5
_MOST_MUSCLES: Final = 3
_LONGEST_ID: Final = 60
_ENGLISH: Final = 2
"""wger's number of the language."""
_MUSCLES: Final = {
    "middle back": "upper-back", "anterior deltoid": "shoulders", "biceps brachii": "biceps", "brachialis": "biceps",
    "biceps femoris": "hamstrings", "gastrocnemius": "calves", "obliquus externus abdominis": "obliques",
    "pectoralis major": "chest", "quadriceps femoris": "quads", "rectus abdominis": "abs", "triceps brachii": "triceps",
}  # fmt: skip
_EQUIPMENT: Final = {
    "bands": "band", "cable": "machine", "kettlebells": "kettlebell", "e-z curl bar": "barbell", "sz-bar": "barbell",
    "gym mat": "mat", "incline bench": "bench", "pull-up bar": "pull-up-bar", "swiss ball": "swiss-ball",
}  # fmt: skip
_BODY: Final = ("body only", "none (bodyweight exercise)", "bodyweight")
_SECTIONS: Final = {
    "legs": ("quads", "hamstrings", "calves", "soleus", "tibialis", "peroneals", "feet", "adductors"),
    "hips": ("glutes", "glute-med", "hip-flexors"),
    "core": ("abs", "obliques", "lower-back", "core"),
    "arms": ("biceps", "triceps", "forearms"),
    "upper": ("upper-back", "lats", "chest", "shoulders"),
}
_CONDITIONING: Final = ("cardio", "plyometrics")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_CLAUSE: Final = re.compile(r"[,;:]\s")
_PARAGRAPH: Final = re.compile(r"</(?:p|li|ul|ol|div)>|<br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^>]*>")


class ImportedLibrary(NamedTuple):
    """Exercise files by their ids, and what is to be known of them."""

    files: dict[str, str]
    remarks: tuple[Remark, ...]


class _Found(NamedTuple):
    """An exercise as the file has it."""

    name: str
    aliases: tuple[str, ...]
    category: str
    muscles: tuple[str, ...]
    others: tuple[str, ...]
    equipment: tuple[str, ...] | None
    steps: tuple[str, ...]
    credit: str
    remarks: tuple[str, ...] = ()
    """What is said besides, kept as comments."""


def is_library(content: str) -> bool:
    """Whether *content* is a list of exercises, or one of them."""
    found = _listed(content)
    return bool(found) and all(_is_free(one) or _is_wger(one) for one in found[:20])


def read_library(content: str, name: str) -> ImportedLibrary:
    """A file for each exercise; SourceError if there is none to be named."""
    files: dict[str, str] = {}
    remarks: list[Remark] = []
    for number, data in enumerate(_listed(content), 1):
        found = _free(data) if _is_free(data) else _wger(data)
        stem = slug(found.name)[:_LONGEST_ID].strip("-")
        if not stem:
            remarks.append(Remark(f"exercise {number}", "has no name in English; left out"))
            continue
        if stem in files:
            remarks.append(Remark(found.name, "is there twice; the first is kept"))
            continue
        cues = _cues(found.steps)
        if found.steps and not cues:
            remarks.append(
                Remark(found.name, "its instructions don't fit a card; kept as comments, so write cues")
            )
        files[stem] = "\n".join(_lines(found, cues)) + "\n"
    if not files:
        raise SourceError(f"{name}: no exercise in it has a name")
    return ImportedLibrary(files, tuple(remarks))


def _listed(content: str) -> list[dict[str, Any]]:
    data = data_of(content)
    if isinstance(data, dict):
        alone = [data] if _is_free(data) or _is_wger(data) else []
        return mappings(data.get("results")) or alone or mappings(data.get("exercises"))
    return mappings(data)


def _is_free(data: dict[str, Any]) -> bool:
    return "name" in data and ("primaryMuscles" in data or "instructions" in data)


def _is_wger(data: dict[str, Any]) -> bool:
    return "muscles" in data and ("translations" in data or "exercises" in data or "description" in data)


def _free(data: dict[str, Any]) -> _Found:
    equipment = text(data.get("equipment")).casefold()
    return _Found(
        text(data.get("name")),
        (),
        text(data.get("category")).casefold(),
        tuple(map(text, _list(data.get("primaryMuscles")))),
        tuple(map(text, _list(data.get("secondaryMuscles")))),
        () if equipment in _BODY else (equipment,) if equipment and equipment != "other" else None,
        tuple(map(one_line, map(text, _list(data.get("instructions"))))),
        "From free-exercise-db (github.com/yuhonas/free-exercise-db), in the public domain by the Unlicense.",
    )


def _wger(data: dict[str, Any]) -> _Found:
    listed = mappings(data.get("translations") or data.get("exercises"))
    english = next((one for one in listed if one.get("language") == _ENGLISH), data if not listed else {})
    named = [text(one.get("name")) for one in mappings(data.get("equipment"))]
    authors = [text(one.get("license_author")) for one in (english, data)]
    licence = mapping(data.get("license"))
    credit = f"From wger (wger.de), by {next(filter(None, authors), 'its contributors')}"
    called = text(licence.get("short_name")) or text(licence.get("full_name"))
    rights = ", ".join(filter(None, (called, text(licence.get("url")))))
    plain = unescape(_TAG.sub("", _PARAGRAPH.sub("\n", text(english.get("description")))))
    return _Found(
        text(english.get("name")),
        tuple(filter(None, (text(one.get("alias")) for one in mappings(english.get("aliases"))))),
        text(mapping(data.get("category")).get("name")).casefold(),
        tuple(_muscle_names(data.get("muscles"))),
        tuple(_muscle_names(data.get("muscles_secondary"))),
        () if any(one.casefold() in _BODY for one in named) else tuple(named) or None,
        tuple(filter(None, map(one_line, plain.splitlines()))),
        f"{credit}; {rights or 'see there for its licence'}.",
        tuple(filter(None, (one_line(text(one.get("comment"))) for one in mappings(english.get("notes"))))),
    )


def _muscle_names(value: object) -> Iterator[str]:
    for one in mappings(value):
        yield text(one.get("name_en")) or text(one.get("name"))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _lines(found: _Found, cues: list[str]) -> Iterator[str]:
    """The lines of an exercise's file."""
    yield f"# {one_line(found.credit)}"
    name = one_line(found.name)
    if len(name) > _LONGEST_NAME:
        yield f"# {name}"
    yield f"name: {scalar(name[:_LONGEST_NAME].strip())}"
    aliases = [one_line(alias) for alias in found.aliases if 0 < len(one_line(alias)) <= _LONGEST_NAME]
    if aliases:
        yield f"aliases: [{', '.join(scalar(alias, flow=True) for alias in dict.fromkeys(aliases))}]"
    primary, unknown = _known(found.muscles, MUSCLES, _MUSCLES)
    secondary, more = _known(found.others, MUSCLES, _MUSCLES)
    secondary = [muscle for muscle in secondary if muscle not in primary[:_MOST_MUSCLES]]
    if section := _section(found.category, primary):
        yield f"section: {section}"
    if primary:
        yield f"primary: [{', '.join(primary[:_MOST_MUSCLES])}]"
    if secondary:
        yield f"secondary: [{', '.join(secondary[:_MOST_MUSCLES])}]"
    needs: list[str] = []
    if found.equipment is not None:
        needs, lost = _known(found.equipment, EQUIPMENT, _EQUIPMENT)
        unknown += lost
        if not lost:
            yield f"equipment: [{', '.join(needs)}]"
    if found.category == "stretching":
        yield "measure: hold"
    if cues:
        yield "cues:"
        yield from (f"  - {scalar(cue)}" for cue in cues)
    if cues != list(found.steps):
        yield from (f"# {step}" for step in found.steps)
    yield from (f"# {remark}" for remark in found.remarks)
    left = [
        *unknown,
        *more,
        *primary[_MOST_MUSCLES:],
        *secondary[_MOST_MUSCLES:],
        *(needs if unknown else ()),
    ]
    if left:
        yield f"# Not among our words: {one_line(', '.join(dict.fromkeys(left)))}"


def _known(names: tuple[str, ...], vocabulary: Any, others: dict[str, str]) -> tuple[list[str], list[str]]:
    """Names in our words, and those that we have none for."""
    known: list[str] = []
    unknown: list[str] = []
    for name in filter(None, names):
        found = others.get(name.casefold()) or vocabulary.find(name)
        (known if found in vocabulary else unknown).append(found if found in vocabulary else name)
    return list(dict.fromkeys(known)), unknown


def _section(category: str, muscles: list[str]) -> str:
    if category == "stretching":
        return "mobility"
    if category in _CONDITIONING:
        return "conditioning"
    return next((section for section, own in _SECTIONS.items() if muscles and muscles[0] in own), "")


def _cues(steps: tuple[str, ...]) -> list[str]:
    """Three to five cues that say every step, each by its first sentence or clause; none if they can't."""
    if len(steps) > _MOST_CUES:
        return []
    cues = [_cue(step) for step in steps]
    return [cue for cue in cues if cue] if all(cues) else []


def _cue(step: str) -> str:
    """The beginning of a step that a cue has room for; '' if nothing whole is that short."""
    first = _SENTENCE.split(step)[0]
    if len(first) <= _LONGEST_CUE:
        return first
    ends = [
        found.start() for found in _CLAUSE.finditer(first) if _SHORTEST_CUE <= found.start() <= _LONGEST_CUE
    ]
    return first[: ends[-1]] if ends else ""
