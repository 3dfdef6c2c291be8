"""The rules of training → a page: each with why, what to do, and on what evidence."""

from collections.abc import Iterator

from cardmaker.api import rules

_INTRODUCTION = """\
# Rules of training

`cardmaker check` holds a plan against these rules. Each says how good its evidence is: **strong** where several
trials or a large cohort agree, **moderate** for a standard text or one good study, **weak** where what was
found is uncertain, **practice** for what coaches do and nobody has shown, **oversight** for what is no matter
of training, but likely a slip. Of the ten principles that the tool started from, nine can be held against a
plan, and are named with their rules; the tenth is to wear what suits the work.

`ignore: [CM201, rest-day]` in a plan leaves rules out, `--strict` makes warnings fail, `--format json` or
`github` is for programs. None of this is medical advice.
"""


def pages() -> Iterator[tuple[str, str]]:
    """The page's place on the site, and its text."""
    parts = [_INTRODUCTION]
    for rule in rules():
        principle = f"**Principle:** {rule.principle}  \n" if rule.principle else ""
        parts.append(
            f"## {rule.code} {rule.name} {{#{rule.code.lower()}}}\n\n**{rule.title}.** {rule.why}\n\n"
            f"{principle}**Remedy:** {rule.remedy}  \n**Evidence:** {rule.evidence}. {rule.source}.\n"
        )
    yield "reference/rules.md", "\n".join(parts)
