"""A plan's texts with '{goal}' in them and an athlete's cells → the plan with the cells in their places."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from cardmaker.errors import PlanError, Problem
from cardmaker.plan.overrides import with_values
from cardmaker.plan.source import Source
from cardmaker.record import record
from cardmaker.roster.columns import placeholder
from cardmaker.validation import closest, shown
from cardmaker.yaml12.lines import scalars_in

_PLACEHOLDER: Final = re.compile(r"\{([^{}\n]{1,60})\}")

Path = tuple[str | int, ...]


@record
class Placeholders:
    """The texts of a plan that have placeholders, by their fields, and the names of all these."""

    texts: Mapping[Path, str]
    names: frozenset[str]

    def filled(self, words: Mapping[str, str]) -> dict[Path, str]:
        """The texts with *words* in place of what stands for them."""
        return {
            path: " ".join(_PLACEHOLDER.sub(lambda found: words[placeholder(found[1])], text).split(" "))
            for path, text in self.texts.items()
        }


def placeholders_in(source: Source, known: Iterable[str]) -> Placeholders:
    """What of *source* is to be filled in. PlanError for a placeholder that isn't *known*."""
    known = tuple(known)
    texts: dict[Path, str] = {}
    names: set[str] = set()
    problems: list[Problem] = []
    for path, text, is_key in scalars_in(source.data):
        found = [placeholder(name) for name in _PLACEHOLDER.findall(text)] if isinstance(text, str) else []
        line, field = source.lines.at(path), ".".join(map(str, path))
        for name in found:
            if name not in known:
                meant = closest(name, known)
                hint = f"did you mean '{{{meant}}}'?" if meant else f"there are {', '.join(sorted(known))}"
                problems.append(
                    Problem(
                        source.name,
                        line,
                        field,
                        f"no column for {shown('{' + name + '}')} in the roster; {hint}",
                    )
                )
            elif is_key:
                problems.append(
                    Problem(
                        source.name,
                        line,
                        field,
                        f"'{{{name}}}' is filled in in texts, not in names before a colon",
                    )
                )
        if found:
            texts[path] = text
            names.update(found)
    if problems:
        raise PlanError(problems)
    return Placeholders(texts, frozenset(names))


def filled(source: Source, found: Placeholders, words: Mapping[str, str], place: str) -> Source:
    """*source* with its placeholders filled in from *words*; mistakes this makes are reported at *place*."""
    return with_values(source, found.filled(words), place)
