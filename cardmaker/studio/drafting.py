"""A plan as it is typed → findings, pages, areas and files; what was made last is kept for the next message.

What is made is made by the API alone, so pages are those of `cardmaker build`; what was laid out before is kept by the
workshop, whose stores are bounded.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from cardmaker.api import Finding, Job, Plan, Workshop, advised, faults, files_of, findings
from cardmaker.errors import CardmakerError, NotFoundError
from cardmaker.geometry import Rect
from cardmaker.pipeline import Order
from cardmaker.record import record
from cardmaker.studio.drafts import FrameKeys, PlanDraft, SideDrawing, described_part
from cardmaker.studio.messages import MessageError, Reply
from cardmaker.studio.orders import order_of
from cardmaker.studio.pasted import Pasted, open_pasted, shown_roster
from cardmaker.studio.remedies import shown_findings
from cardmaker.studio.spans import PlanText
from cardmaker.validation import shown

NAME: Final = "plan.yaml"
"""What messages call the plan, before that is left out of them."""
_FEWEST_FRAMES, _FRAMES_OF = 200, 4
"""Frames kept: those of four drafts, so that undo finds them, and of the starters that are laid out ahead."""
_FORMS: Final = ("pdf", "svg", "png")
_NONE: Final[Mapping[str, Any]] = {}

Given = dict[str, Any]


@record
class WantedPlan:
    """A plan as it was typed, and what is wanted of it; of a roster's *table* for the athlete in a *row*."""

    text: str
    order: Order
    table: str = ""
    row: int = 0


class Drafter:
    """Makes one plan again and again; nothing that it names leads out of the folder *within*.

    *folder* is where the plan is, *files* are the pictures that came along.
    """

    def __init__(self, workshop: Workshop, folder: Path) -> None:
        self.folder, self.within, self._workshop = folder, folder, workshop
        self.files: Mapping[str, bytes] = {}
        self._keys = FrameKeys()
        self._draft: PlanDraft | None = None
        self._made: tuple[WantedPlan, Job] | None = None
        self._roster: tuple[object, Pasted] | None = None
        self._loaded: tuple[str, Plan] | None = None

    def check(self, text: str) -> Reply:
        """What is wrong with a plan, and advice; nothing is laid out."""
        try:
            found = advised(self._load(text))
        except CardmakerError as fault:
            found = faults(fault)
        return Reply({"findings": self._shown(found, text)})

    def weeks(self, text: str) -> Reply:
        """The weeks that a plan's rules make of its base week, written out; none of a plan with mistakes."""
        try:
            data = self._load(text).source.data
        except CardmakerError:
            data = {}
        return Reply({"weeks": data.get("weeks", []) if isinstance(data, dict) else []})

    def warm(self, text: str, order: Given = {}) -> Reply:  # noqa: B006
        """Lay out a plan that may be opened next; what was drafted last is kept, and nothing is said of this one."""
        ahead = Drafter(self._workshop, self.folder)
        ahead._keys = self._keys
        ahead.check(text)
        sides = ahead.pages(text, order).data["sides"]
        if sides:
            ahead.page(sides[0]["name"])
        return Reply({})

    def pages(self, text: str, order: Given = {}, athlete: Given | None = None) -> Reply:  # noqa: B006
        """What there is to see of a plan; of one that is wrong, the last that could be made."""
        wanted = _wanted(text, order, athlete)
        try:
            job = self._make(wanted)
            self._draft = PlanDraft(job)
            self._workshop.keep_frames(max(_FEWEST_FRAMES, _FRAMES_OF * len(self._draft.sides)))
            found, stale = findings(job), False
        except CardmakerError as fault:
            found, stale = faults(fault), True
        draft = self._draft
        nothing = {"title": "", "weeks": [], "sides": [], "papers": [], "parts": [], "notes": []}
        notes = set(draft.job.notes) if draft and not stale else set()
        return Reply(
            {
                **(draft.described(self._keys) if draft else nothing),
                "findings": self._shown([one for one in found if one.message not in notes], text),
                "stale": stale,
            }
        )

    def page(self, name: str) -> Reply:
        """One side of the last draft as SVG, and the fields behind it."""
        from cardmaker.paint.svg import write_svg

        _, drawing = self._drawing(name)
        svg = write_svg(drawing.frame, drawing.title, ground=drawing.ground)
        return Reply({"svg": svg, **self.areas(name).data})

    def areas(self, name: str) -> Reply:
        """The fields behind one side of the last draft."""
        draft, drawing = self._drawing(name)
        if not drawing.ground:
            return Reply({"areas": []})
        found = draft.areas.on(drawing.frame, drawing.title, drawing.content)
        lines = draft.job.loaded.source.lines
        return Reply({"areas": [_area(one.box, one.path, lines.at(one.path)) for one in found]})

    def pdf(
        self,
        text: str,
        order: Given = {},  # noqa: B006
        athlete: Given | None = None,
        parts: list[str] = [],  # noqa: B006
        form: str = "pdf",
        one_file: bool = False,
    ) -> Reply:
        """The files of a plan, as `cardmaker build` writes them."""
        if form not in _FORMS:
            raise MessageError(f"pdf: form should be pdf, svg or png, not {shown(form)}")
        if form == "png" and not draws_dots():
            raise MessageError("pdf: this engine draws no PNGs; draw them from the SVGs")
        wanted = _wanted(text, {**order, **({"parts": parts} if parts else {})}, athlete)
        try:
            job = self._make(wanted)
            painter = self._workshop.painter if form == "pdf" else None
            made = files_of(job, painter, form=form, one_file=one_file)  # type: ignore[arg-type]
        except CardmakerError as fault:
            return Reply({"files": [], "notes": [], "findings": self._shown(faults(fault), text)})
        takes = {f"{part.name}.pdf": described_part(part)["takes"] for part in job.parts}
        listed = [
            {"name": name, "size": len(data), "takes": takes.get(name, "")} for name, data in made.items()
        ]
        return Reply({"files": listed, "notes": list(job.notes), "findings": []}, tuple(made.values()))

    def roster(self, text: str, table: str, mapped: Given = {}) -> Reply:  # noqa: B006
        """The athletes of a table, for a plan."""
        try:
            pasted = self._pasted(text, table, Order(), {str(key): str(one) for key, one in mapped.items()})
        except CardmakerError as fault:
            return Reply(
                {"columns": [], "people": [], "remarks": [], "findings": self._shown(faults(fault), text)}
            )
        return Reply({**shown_roster(pasted.table, pasted.opened.roster), "findings": []})

    def move_to(self, folder: Path) -> None:
        """Look for what a plan names in another folder within the same one."""
        if folder != self.folder:
            self.folder = folder
            self.forget()

    def forget(self) -> None:
        """Make again what pictures may have changed."""
        self._made = self._roster = self._loaded = None

    def _load(self, text: str) -> Plan:
        """The plan, or the last one if it is the same text: it is checked, and then its pages are asked for."""
        if self._loaded is None or self._loaded[0] != text:
            self._loaded = None
            plan = self._workshop.load(
                text.encode(), self.folder, name=NAME, files=self.files, within=self.within
            )
            self._loaded = text, plan
        return self._loaded[1]

    def _make(self, wanted: WantedPlan) -> Job:
        """The job, or the last one if the same is wanted again."""
        if self._made is None or self._made[0] != wanted:
            self._made = None
            self._made = wanted, self._job(wanted)
        return self._made[1]

    def _job(self, wanted: WantedPlan) -> Job:
        if not wanted.table:
            return self._workshop.make(self._load(wanted.text), wanted.order)
        opened = self._pasted(wanted.text, wanted.table, wanted.order, {}).opened
        entry = next((one for one in opened.roster.entries if one.line == wanted.row), None)
        if entry is None:
            raise MessageError(
                f"athlete: row {wanted.row} of the table has no athlete, or something wrong in it"
            )
        return opened.maker.job(entry)

    def _pasted(self, text: str, table: str, order: Order, mapped: Mapping[str, str]) -> Pasted:
        """The athletes of a table; those of the last one if it is the same."""
        key = text, table, order, tuple(mapped.items())
        if self._roster is None or self._roster[0] != key:
            given: Given = {"base": self.folder, "files": self.files, "within": self.within, "order": order}
            plan = text if "\n" in text else f"{text}\n"
            self._roster = key, open_pasted(self._workshop, plan, table, mapped, **given)
        return self._roster[1]

    def _drawing(self, name: str) -> tuple[PlanDraft, SideDrawing]:
        """The last draft, and the drawing in it that has a name."""
        if self._draft is None:
            raise NotFoundError("nothing is drafted yet; ask for pages first")
        if name not in self._draft.drawings:
            raise NotFoundError(f"no side {shown(name)} in this draft")
        return self._draft, self._draft.drawings[name]

    def _shown(self, found: Sequence[Finding], text: str) -> list[dict[str, Any]]:
        def mistakes(fixed: str) -> int:
            try:
                self._load(fixed)
            except CardmakerError as fault:
                return len(faults(fault))
            return 0

        return shown_findings(found, PlanText(text), NAME, mistakes)


def _wanted(text: str, order: Given, athlete: Given | None) -> WantedPlan:
    """What is asked for, as data that can be compared."""
    if not athlete:
        return WantedPlan(text, order_of(order))
    table, row = athlete.get("table"), athlete.get("row")
    if not isinstance(table, str) or type(row) is not int:
        raise MessageError('athlete: should be {"table": "…", "row": 3}')
    return WantedPlan(text, order_of(order), table, row)


def _area(box: Rect, path: tuple[str | int, ...], line: int) -> dict[str, Any]:
    x, y, width, height = (round(side, 2) for side in box)
    field = ".".join(map(str, path))
    return {"x": x, "y": y, "w": width, "h": height, "field": field, "path": list(path), "line": line}


def draws_dots() -> bool:
    """Whether what draws PNGs is there; in the browser it isn't."""
    from importlib.util import find_spec

    return find_spec("pypdfium2") is not None
