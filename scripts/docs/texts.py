"""A text of the repository, or a section of one → the text for a page of the site, its links leading to pages.

The site has no copies: a page includes what README.md, CONTRIBUTING.md and their like say.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Where a link to a file of the repository leads on the site.
PAGES: Mapping[str, str] = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changes.md",
    "SECURITY.md": "security.md",
    "templates": "gallery/index.md",
    "templates/exercises/README.md": "exercise-files.md",
    "illustrations/poses/README.md": "poses.md",
    "templates/plans/README.md": "notations.md",
    "templates/wording/README.md": "languages.md",
    "templates/wording/en.yaml": "gallery/wording.md",
    "templates/plans/runners-week.yaml": "gallery/plans.md",
    "templates/plans/ten-k-build.yaml": "gallery/plans.md",
}
PICTURES = "pictures"

_INCLUDE = re.compile(
    r"^<!-- include (?P<file>\S+?)(?: # (?P<heading>.+?))?(?: without (?P<without>.+?))? -->$", re.M
)
_LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:|#)(?P<path>[^)\s#]+)(?P<anchor>#[^)\s]*)?(?=\))")
_FENCE = re.compile(r"^(```|~~~).*?^\1$", re.M | re.S)


def with_included(markdown: str, page: str) -> str:
    """The text of a page, at its place on the site, with what it includes."""
    return _INCLUDE.sub(lambda found: included(page, **found.groupdict()), markdown)


def included(page: str, file: str, heading: str | None, without: str | None) -> str:
    """A file, or the section of one under a heading, without the sections named; links as the page needs them."""
    text = (ROOT / file).read_text("utf-8")
    text = section(text, heading) if heading else text.partition("\n")[2]
    for name in (without or "").split(", "):
        if name:
            text = text.replace(_whole(text, name), "")
    return relinked(text, file, page)


def section(text: str, heading: str) -> str:
    """What is under a heading, its own subheadings one level higher; KeyError if there is no such heading."""
    whole = _whole(text, heading)
    body = whole.partition("\n")[2]
    marks = len(whole) - len(whole.lstrip("#"))
    lift = max(marks - 1, 0)
    return (
        _outside_code(body, lambda part: re.sub(rf"^#{{{lift}}}(?=#)", "", part, flags=re.M)).strip() + "\n"
    )


def _whole(text: str, heading: str) -> str:
    """A section with its heading."""
    plain = _FENCE.sub(lambda code: re.sub(r"[^\n]", "x", code[0]), text)  # a '#' in code is no heading
    found = re.search(rf"^(#+) {re.escape(heading)}$", plain, flags=re.M)
    if found is None:
        raise KeyError(f"no heading {heading!r}")
    after = re.search(rf"^#{{1,{len(found[1])}}} ", plain[found.end() :], flags=re.M)
    return text[found.start() : found.end() + after.start() if after else len(text)]


def relinked(text: str, file: str, page: str, *, strict: bool = True) -> str:
    """Links of a file of the repository, as a page of the site needs them; strict: LookupError if one has no page."""

    def lead(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), found["path"]))
        if not strict and target not in PAGES:
            return found[0]  # a page or a picture of the site itself, which mkdocs checks
        if target.endswith((".png", ".svg")):
            place = f"{PICTURES}/{target}"
        elif target in PAGES or target.startswith("docs/"):
            place = PAGES.get(target, target.removeprefix("docs/"))
        else:
            raise LookupError(f"{file}: the site has no page for {target}; name one in PAGES")
        return posixpath.relpath(place, posixpath.dirname(page) or ".") + (found["anchor"] or "")

    return _outside_code(text, lambda part: _LINK.sub(lead, part))


def pictures(texts: Iterable[str]) -> set[str]:
    """The pictures of the repository that texts show, by their paths."""
    return {path for text in texts for path in re.findall(rf"\]\((?:\.\./)*{PICTURES}/([^)\s]+)\)", text)}


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    pieces, at = [], 0
    for code in _FENCE.finditer(text):
        pieces += [change(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*pieces, change(text[at:])])
