"""What a file says of one session, field by field: title, type, description, distance → the entries of its day."""

import re
from dataclasses import replace
from typing import Final

from cardmaker.importing.cells import CellReader, Unread, noted
from cardmaker.importing.draft import DraftEntry
from cardmaker.importing.runs import MEASURED
from cardmaker.importing.words import Sport as Other
from cardmaker.importing.words import aside, instead_of_rest, is_rest, sport
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.sports import Sport
from cardmaker.record import record

_PLAIN_RUNS: Final = ("run", "running", "runs", "workout", "run workout")
"""Types that say no more of a run than that it is one."""
_AIMS: Final = re.compile(
    r"(?:target|goal|aim|pb|pr|ziel|bestzeit)\b(?! (?:race|marathon|half|\d+ ?k)\b)", re.IGNORECASE
)
"""What is hoped for, 'Target 42:30', is no run of so long."""
_NONE: Final = re.compile(r"[\W0]*(?:km|mi|miles|m|min|h)?", re.IGNORECASE)


class Session(NamedTuple):
    """What a file says of a session, each field as text."""

    title: str = ""
    kind: str = ""
    what: str = ""
    distance: str = ""
    time: str = ""
    effort: str = ""
    rpe: str = ""
    pace: str = ""

    @property
    def amounts(self) -> list[str]:
        """What is said of how far and how long."""
        return [text for text in (self.distance, self.time) if text]

    @property
    def aims(self) -> list[str]:
        """What is said of how hard."""
        return [text for text in (self.effort, self.rpe, self.pace) if text]

    @property
    def sport(self) -> tuple[Other, str] | None:
        """The sport other than running that its type or title names."""
        return next((found for text in (self.kind, self.title) if (found := sport(text))), None)


@record
class FieldReader:
    """Reads sessions given field by field."""

    cells: CellReader

    def entries(self, session: Session) -> tuple[DraftEntry, ...]:
        """The entries of a session; none if it can't be read."""
        session = session._replace(kind=self._kind(session.kind))
        if session.kind.casefold() in _PLAIN_RUNS:
            session = session._replace(kind="")
        if own := _ours(session):
            return own
        words = [*filter(None, session[:3])]
        if words and is_rest(self.cells.tongue.english(words[0])) and all(map(_nothing, session.amounts)):
            more = [word for word in words[1:] if not is_rest(word)]
            return with_words((DraftEntry("rest"),), [*more, *session.aims])
        chosen = instead_of_rest(words[0]) if words and all(map(_nothing, session.amounts)) else ""
        if chosen and not MEASURED.search(chosen):
            return with_words((DraftEntry("rest", chosen),), [*words[1:], *session.aims])
        return self._described(session) or self._composed(session)

    def _kind(self, text: str) -> str:
        """A type of training in English, if it is one that is known: 'Lauf' is a run, 'Rad' the bike."""
        english = self.cells.tongue.english(text)
        known = english.casefold() in _PLAIN_RUNS or is_rest(english) or sport(english) or aside(english)
        return english if known else text

    def _described(self, session: Session) -> tuple[DraftEntry, ...]:
        """A session whose description, or title, says all of it."""
        for text, name in ((session.what, session.title), (session.title, "")):
            day = self._all_of(text, session) if text and not _AIMS.match(text) else ()
            if not day or day[0].kind in ("note", "cross-training", "recovery", "rest"):
                continue
            first = replace(day[0], name=name or day[0].name)
            extra = [one for one in session.amounts if not _agrees(first, one)]
            extra += [one for one in session.aims if one.casefold() not in text.casefold()]
            if session.kind and not _within(session.kind, first):
                extra.append(session.kind)
            if text is session.title and session.what:
                extra.insert(0, session.what)
            return (*with_words((first,), extra), *day[1:])
        return ()

    def _all_of(self, text: str, session: Session) -> tuple[DraftEntry, ...]:
        named = sport(session.kind)
        titled = sport(session.title) if text is not session.title and not named else None
        named = (titled[0], "") if titled else named  # the parts of 'Swim 1500 m' are no run
        if named and not named[1] and not sport(text):
            run = self.cells.runs.run(text, named[0])
            return (DraftEntry(named[0], run),) if run else ()
        read = self.cells.read(text)
        lifting = any(entry.lifts for entry in read.entries)
        return () if read.unread and not lifting else read.entries

    def _composed(self, session: Session) -> tuple[DraftEntry, ...]:
        """A session put together from its distance or time and its words."""
        named = session.sport
        if not named and (kind := aside(session.kind) or aside(session.title)):
            said = [session.title or session.kind]
            if session.title and session.kind and session.kind.casefold() not in session.title.casefold():
                said = [f"{session.kind}: {session.title}"]
            text = ", ".join([*said, *session.amounts])
            entry = DraftEntry("recovery" if kind == "recovery" else "cross-training", text)
            return with_words((entry,), [session.what, *session.aims])
        amounts = [amount for amount in session.amounts if not _nothing(amount)]
        return self._measured(session, amounts, named[0] if named else "run") if amounts else ()

    def _measured(self, session: Session, amounts: list[str], kind: Sport) -> tuple[DraftEntry, ...]:
        """A run of the first amount, with as many of the session's words as are understood."""
        type_, title = session.kind if kind == "run" else "", session.title
        pace = session.pace
        pace = f"@ {pace}" if ":" in pace and not pace.startswith("@") else pace
        rpe = f"RPE {session.rpe}" if session.rpe[:1].isdigit() else session.rpe
        effort = session.effort
        words = title if kind == "run" and not MEASURED.search(title) else ""  # it would say two amounts
        ways = (
            *((type_ or words, effort, rpe, pace), (effort, rpe, pace), (type_, effort), (words, effort)),
            *((effort,), (type_,), (words,), ()),
        )
        for way in ways:
            run = self.cells.runs.run(" ".join(filter(None, (amounts[0], *way))), kind)
            if run:
                left = [text for text in (type_, effort, rpe, pace) if text and text not in way]
                name = "" if words and words in way and _said_by(run, title, kind) else title
                more = [
                    *amounts[1:],
                    session.kind if kind != "run" and not _names(session.kind, kind) else "",
                ]
                return with_words((DraftEntry(kind, run, name=name),), [session.what, *more, *left])
        return ()


def unread_in(entries: tuple[DraftEntry, ...], text: str, cells: CellReader) -> tuple[Unread, ...]:
    """The lines of *text* that are notes among *entries*."""
    notes = {line for entry in entries if entry.kind == "note" for line in entry.text.splitlines()}
    return tuple(unread for unread in cells.read(text).unread if unread.words in notes)


def with_words(entries: tuple[DraftEntry, ...], words: list[str]) -> tuple[DraftEntry, ...]:
    """*entries* with more words in the note of the first."""
    said = list(dict.fromkeys(word for word in words if word))
    if not said:
        return entries
    if not entries:
        return (DraftEntry("note", "\n".join(said)),)
    first = entries[0]
    if len(first.lifts) == 1:
        lift = first.lifts[0]
        lifted = lift._replace(note="; ".join(filter(None, (lift.note, *said))))
        return (replace(first, lifts=(lifted, *first.lifts[1:])), *entries[1:])
    for word in said:
        first = noted(first, word)
    return (first, *entries[1:])


def _ours(session: Session) -> tuple[DraftEntry, ...]:
    """Recovery, cross-training or a rest with a choice, as `cardmaker export` writes them; none for others."""
    kind, what = session.kind.casefold(), session.what
    if not what or any(session[3:]):
        return ()
    if kind == "recovery":
        return (DraftEntry("recovery", what, name=session.title),)
    if kind == "cross-training":
        return (DraftEntry("cross-training", what, name=session.title),)
    if kind == "rest" and what.casefold().startswith(("or ", "oder ")):
        return (DraftEntry("rest", what, name=session.title),)
    return ()


def _nothing(text: str) -> bool:
    """Whether an amount says that there is none."""
    return bool(_NONE.fullmatch(text))


def _names(text: str, kind: Sport) -> bool:
    """Whether *text* names a sport and says no more."""
    found = sport(text)
    return not text or bool(found and found[0] == kind and not found[1])


def _within(kind: str, entry: DraftEntry) -> bool:
    """Whether an entry says a type of training already."""
    low = kind.casefold()
    said = f"{entry.text} {entry.name}".casefold()
    lifting = entry.kind == "strength" and aside(kind) == "strength"
    return low == entry.kind or low in said or lifting


def _said_by(run: str, title: str, kind: Sport) -> bool:
    """Whether what a run is read as says its title: 'Easy run' is said by '8 km easy'."""
    read = str(parse_run(run, sport=kind)).casefold()
    return all(word in read for word in title.casefold().split() if word not in _PLAIN_RUNS)


def _agrees(entry: DraftEntry, amount: str) -> bool:
    """Whether a run is as far, or takes as long, as *amount* says, but for rounding."""
    try:
        run, said = parse_run(entry.text), parse_run(amount)
    except ValueError:
        return amount in entry.text
    for ours, theirs in ((run.distance, said.distance), (run.duration, said.duration)):
        if ours.exact and theirs.exact:
            return abs(ours.exact - theirs.exact) <= 0.02 * theirs.exact
    return amount in entry.text
