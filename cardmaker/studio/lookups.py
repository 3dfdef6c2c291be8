"""Messages that ask for names, words and files which come with cardmaker → what a page offers to choose from."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from cardmaker import assets
from cardmaker.errors import NotFoundError
from cardmaker.options import Option
from cardmaker.resolve.spoken import Spoken, spoken
from cardmaker.studio.messages import Reply
from cardmaker.studio.orders import offered
from cardmaker.textfile import read_text
from cardmaker.theme.kinds import KINDS, TemplateEntry, read
from cardmaker.validation import shown
from cardmaker.valuetypes import ListType, NameType, SwitchType

_PLAIN: Final = ("palettes", "persons", "sheets", "faces", "plans")
_SCHEMAS: Final = {"plan": ("plans", "plan.schema.json"), "exercise": ("exercises", "exercise.schema.json")}
_FIGURE_MM: Final = 40.0
"""As wide as a picker shows one; it is sharp at any size."""

Entry = dict[str, Any]


def exercises(
    words: str = "",
    muscle: str = "",
    equipment: str = "",
    kind: str = "",
    level: str = "",
    language: str = "en",
) -> Reply:
    """The exercises that fit, best first, and the one that the words name: 'wall angels' is a wall slide.

    NotFoundError for a muscle or the like that isn't known.
    """
    said = spoken(language, ())
    terms = said.terms
    found = said.library.search(
        words,
        muscle=terms.meant(terms.muscles, muscle),
        equipment=terms.meant(terms.equipment, equipment),
        kind=kind,
        level=terms.meant(terms.levels, level),
    )
    keys = ("id", "name", "section", "kind", "level", "primary", "secondary", "equipment", "measure")
    known = said.library.find(words) or "" if words.strip() else ""
    return Reply({"found": [{key: getattr(entry, key) for key in keys} for entry in found], "known": known})


def figure(exercise: str, width: float = 0.0) -> Reply:
    """The SVG of an exercise's figure, '' if it has none; NotFoundError if there is no such exercise."""
    from cardmaker.library import library_in
    from cardmaker.paint.svg import write_svg
    from cardmaker.picture.artwork import Look
    from cardmaker.picture.plate import plate
    from cardmaker.resolve.gallery import Gallery
    from cardmaker.wording.wording import load_wording

    library = library_in()
    about = library.get(library.find(exercise) or exercise)
    gallery = Gallery({}, load_wording("en"), None, library.drawn_as)
    drawn = gallery.figure(library.find(exercise) or exercise)
    if drawn is None:
        return Reply({"svg": ""})
    frame = plate(drawn, Look(), width or _FIGURE_MM, about.name)  # type: ignore[arg-type]  # none of a plan's own
    return Reply({"svg": write_svg(frame, about.name, ground=False)})


def schema(of: str = "plan") -> Reply:
    """The JSON Schema of plans or exercises."""
    if of not in _SCHEMAS:
        raise NotFoundError(f"no schema of {shown(of)}; there are {', '.join(_SCHEMAS)}")
    folder, name = _SCHEMAS[of]
    return Reply({"schema": json.loads(read_text(assets.templates(folder) / name))})


def starter(name: str) -> Reply:
    """The text of a bundled plan; NotFoundError with what may have been meant."""
    path = KINDS["plans"].require(name)
    return Reply({"name": path.stem, "text": read_text(path)})


def catalogue(language: str = "en") -> Reply:
    """All that there is to choose from, by kind; NotFoundError for a language that there isn't."""
    said = spoken(language, ())
    whole: Entry = {
        "themes": [_theme(one) for one in KINDS["themes"].templates()],
        "stocks": _stocks(),
        "papers": _papers(),
        **{kind: [_entry(one) for one in KINDS[kind].templates()] for kind in _PLAIN},
        "languages": [_named(one) for one in KINDS["languages"].names()],
        **_vocabularies(said),
        "options": [_option(option) for option in offered().values()],
    }
    return Reply(whole)


def _entry(one: TemplateEntry) -> Entry:
    return {"id": one.id, "name": one.name or one.id, "about": one.about}


def _theme(one: TemplateEntry) -> Entry:
    data = read(one.path)
    colours = {key: data.get("colours", {}).get(key, "") for key in ("primary", "accent")}
    return {**_entry(one), "medium": str(data.get("medium", "paper")), "colours": colours}


def _stocks() -> list[Entry]:
    from cardmaker.pipeline.stocks import stocks_of

    return [
        {
            "id": one.id,
            "name": one.name or one.id,
            "about": one.about,
            "w": round(one.card.width, 3) if one.card else None,
            "h": round(one.card.height, 3) if one.card else None,
            "papers": dict(one.sheets),
            "pre_cut": one.pre_cut,
        }
        for one in stocks_of()
    ]


def _papers() -> list[Entry]:
    from cardmaker.theme.stock import load_paper

    found = []
    for one in KINDS["papers"].templates():
        width, height = load_paper(one.id).size
        found.append({**_entry(one), "w": round(width, 3), "h": round(height, 3)})
    return found


def _named(code: str) -> Entry:
    from cardmaker.wording.languages import own_name

    return {"id": code, "name": own_name(code), "about": ""}


def _vocabularies(said: Spoken) -> dict[str, list[Entry]]:
    from cardmaker.library.equipment import EQUIPMENT
    from cardmaker.library.muscles import MUSCLES
    from cardmaker.library.vocabulary import KINDS as SORTS
    from cardmaker.library.vocabulary import LEVELS, SECTIONS

    terms = said.terms
    return {
        "muscles": _words(((id_, one.name) for id_, one in MUSCLES.terms.items()), terms.muscles),
        "equipment": _words(((id_, one.name) for id_, one in EQUIPMENT.terms.items()), terms.equipment),
        "kinds": _words(((one, one) for one in SORTS), {}),
        "levels": _words(((one, one) for one in LEVELS), terms.levels),
        "sections": _words(((one, one) for one in SECTIONS), terms.sections),
    }


def _words(named: Iterable[tuple[str, str]], own: Mapping[str, str]) -> list[Entry]:
    return [{"id": id_, "name": own.get(id_, name), "about": ""} for id_, name in named]


def _option(option: Option[Any]) -> Entry:
    kind = option.kind
    one = kind.one if isinstance(kind, ListType) else kind
    return {
        "name": option.name,
        "about": option.about,
        "section": option.section.value,
        "words": list(kind.words),
        "names": one.of if isinstance(one, NameType) else "",
        "switch": isinstance(kind, SwitchType),
        "many": kind.repeatable,
        "usual": option.usual,
    }
