"""The headings of a roster, 'Vorname', '5k time', 'Squat 1RM (kg)' → what each column says of an athlete."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from cardmaker.errors import Problem
from cardmaker.plan.athlete import race_metres
from cardmaker.record import record
from cardmaker.roster.tongues import EveryTongue
from cardmaker.validation import any_of, shown

_MEANINGS: Final = {
    "name": "name|athlete|runner|full name|member|participant|who|athlet|athletin|läufer|läuferin|teilnehmer|"
    "nom complet|nombre completo|naam",
    "first name": "first name|first|given name|forename|vorname|prénom|prenom|nombre|voornaam",
    "last name": "last name|last|surname|family name|nachname|familienname|nom|nom de famille|apellido|apellidos|"
    "achternaam",
    "email": "email|e mail|mail|email address|e mail address|mail address|e mail adresse|email adresse|mailadresse|"
    "courriel|adresse email|correo|correo electrónico",
    "language": "language|lang|sprache|langue|idioma|taal",
    "units": "units|unit|einheiten|unités|unidades|measures",
    "paper": "paper|paper size|papier|papierformat",
    "person": "person|figure|drawn person|figur|wer|personne|persona",
    "figures": "figures|skin|kit|figuren|kleidung|palette",
    "start": "start|start date|starts|begin|begins|first week|beginn|startdatum|début",
    "level": "level|experience|stufe|niveau|nivel",
    "age": "age|alter|âge|edad",
    "bodyweight": "bodyweight|body weight|weight|mass|gewicht|körpergewicht|poids|peso",
    "easy pace": "easy pace|easy|easy run pace|lockeres tempo|tempo locker",
    "threshold pace": "threshold pace|threshold|t pace|tempo pace|schwellentempo|tempo schwelle",
    "max heart rate": "max heart rate|maximum heart rate|max hr|hr max|hrmax|maxhr|mhr|maximalpuls|hfmax|max puls",
    "resting heart rate": "resting heart rate|resting hr|rhr|hr rest|rest hr|resting pulse|ruhepuls",
    "threshold heart rate": "threshold heart rate|threshold hr|lthr|lt hr|schwellenpuls",
    "loads": "loads|own loads|weights|gewichte|lasten",
    "swap": "swap|swaps|replace|replacements|substitutions|swapped|tausch|tauschen|ersatz|ersetzen",
    "leave out": "leave out|left out|without|skip|omit|ohne|weglassen|auslassen",
    "note": "note|notes|comment|comments|remark|remarks|notiz|hinweis|hinweise|bemerkung|bemerkungen|kommentar",
    "group": "group|pace group|team|squad|gruppe|laufgruppe|groupe|grupo",
    "password": "password|passwort|kennwort|mot de passe",
}
"""Headings in small letters, with hyphens and underscores as spaces, by what they mean."""

_BY_WORDS: Final = {words: meaning for meaning, listed in _MEANINGS.items() for words in listed.split("|")}


_UNITS: Final = {"kg": "kg", "kgs": "kg", "kilo": "kg", "lb": "lb", "lbs": "lb", "pounds": "lb",
                 "min/km": "/km", "/km": "/km", "min/mi": "/mi", "min/mile": "/mi", "/mi": "/mi"}  # fmt: skip
_UNIT: Final = re.compile(r"\s*[(\[,]?\s*(?:in\s+)?([a-z/]+)\s*[)\]]?\s*$")
_TIME_WORDS: Final = re.compile(
    r"\b(?:race|time|times|result|results|pb|pr|sb|best|personal|recent|last|current|zeit|bestzeit|ergebnis|temps)\b"
)
_MAX_WORDS: Final = re.compile(r"\b(?:1 ?rm|1 ?wm|e1rm|max|maximum|one rep max|pr|pb|best)\b")
_LOAD_WORDS: Final = re.compile(r"\b(?:loads?|weights?|working weights?|gewicht|last|arbeitsgewicht)\b")
_ALWAYS: Final = frozenset(("name", "first name"))
_IGNORED: Final = ("", "-", "none", "ignore")


@record
class Column:
    """What the cells under a heading say: a *meaning*, or '' for a column of the coach's own.

    *key* is the distance of a race or the id of an exercise, *unit* what numbers are in if the heading says it.
    *at* is its place, counted from 0.
    """

    at: int
    heading: str
    meaning: str = ""
    key: str = ""
    unit: str = ""

    @property
    def words(self) -> str:
        """What a preview says of it."""
        if self.key:
            return f"{self.key} {'time' if self.meaning == 'race' else self.meaning}"
        return self.meaning or f"{{{placeholder(self.heading)}}}"


@record
class RosterColumns:
    """The columns of a table in order, what is wrong with them, and which of them are left out."""

    columns: tuple[Column, ...]
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()

    def of(self, meaning: str) -> Column | None:
        """The column that says *meaning*."""
        return next((column for column in self.columns if column.meaning == meaning), None)

    @property
    def placeholders(self) -> frozenset[str]:
        """All that cells can be put in place of in the texts of a plan."""
        columns = [column for column in self.columns if column.meaning != "password"]
        headed = frozenset(placeholder(column.heading) for column in columns)
        return headed | {column.meaning for column in columns if column.meaning and not column.key} | _ALWAYS


@lru_cache(256)
def placeholder(heading: str) -> str:
    """What stands for a column's cells in the texts of a plan, between braces: one string for all rows."""
    return " ".join(heading.casefold().replace("_", " ").split())


def known_meanings(texts: Sequence[str]) -> int:
    """How many cells of a row read like headings with a meaning of their own."""
    return sum(plain(text) in _BY_WORDS for text in texts)


def plain(heading: str) -> str:
    """A heading in the spelling that meanings are listed in."""
    return " ".join(re.sub(r"[-_/.:*#]+", " ", heading.casefold()).split())


def columns_of(
    headings: Sequence[str], source: str, line: int, names: EveryTongue, mapped: Mapping[str, str]
) -> RosterColumns:
    """What the *headings* in a *line* of the file called *source* mean; *mapped* goes before, by heading.

    A heading is mapped to another, such as '10k time', or to '-', which leaves its column out.
    """
    columns: list[Column] = []
    problems: list[Problem] = []
    left_out: list[str] = []
    wanted = {plain(heading): meaning for heading, meaning in mapped.items()}
    for heading in _unknown(headings, mapped):
        there = any_of(f"'{one}'" for one in headings if one)
        problems.append(Problem(source, line, "--map", f"no column {shown(heading)}; there are {there}"))
    for at, heading in enumerate(headings):
        instead = wanted.get(plain(heading), heading) if heading else ""
        if heading and plain(instead) in _IGNORED:
            left_out.append(heading)
        elif heading:
            try:
                columns.append(_column(at, heading, instead, names))
            except ValueError as fault:
                problems.append(Problem(source, line, heading, str(fault)))
    columns = _with_full_name(columns)
    problems += _twice(columns, source, line)
    return RosterColumns(tuple(columns), tuple(problems), tuple(left_out))


def _unknown(headings: Sequence[str], mapped: Mapping[str, str]) -> Iterator[str]:
    there = set(map(plain, headings))
    return (heading for heading in mapped if plain(heading) not in there)


def _column(at: int, heading: str, said: str, names: EveryTongue) -> Column:
    """What a heading means; ValueError if it may mean several things."""
    words = plain(said)
    if meaning := _BY_WORDS.get(words):
        return Column(at, heading, meaning)
    low = " ".join(said.casefold().split())
    found = _UNIT.search(low)
    unit = _UNITS.get(found[1], "") if found else ""
    bare = plain(low[: found.start()]) if found and unit else words
    if meaning := _BY_WORDS.get(bare):
        return Column(at, heading, meaning, unit=unit)
    if distance := _distance(words):
        return Column(at, heading, "race", distance)
    for meaning, pattern in (("1RM", _MAX_WORDS), ("load", _LOAD_WORDS)):
        rest = " ".join(pattern.sub(" ", bare).replace("(", " ").replace(")", " ").split())
        if rest != bare and rest:
            if exercise := names.match("exercise", rest):
                return Column(at, heading, meaning, exercise, unit)
            if meaning == "1RM" and re.search(r"\b1 ?rm\b", bare):
                meant = names.suggest("exercise", rest)
                raise ValueError(
                    f"no exercise {shown(rest)}"
                    + (f"; did you mean '{meant}'?" if meant else "; 'cardmaker list exercises' lists them")
                )
    if unit in ("kg", "lb") and names.match("exercise", bare):
        raise ValueError(
            f"the load, or the most that goes once? Name it '{bare} load' or '{bare} 1RM', or write "
            f"--map '{heading}={bare} load'"
        )
    return Column(at, heading)


def _distance(words: str) -> str:
    """The distance that a heading of race times names; '' if it names none."""
    bare = " ".join(_TIME_WORDS.sub(" ", words).split())
    if len(bare) < 2:  # 'M' heads men and women, not marathons
        return ""
    try:
        race_metres(bare)
    except ValueError:
        return ""
    return bare


def _with_full_name(columns: list[Column]) -> list[Column]:
    """Next to a first name, 'Name' is the last one."""
    meanings = {column.meaning for column in columns}
    if "first name" not in meanings or "last name" in meanings:
        return columns
    return [
        Column(column.at, column.heading, "last name")
        if column.meaning == "name" and plain(column.heading) == "name"
        else column
        for column in columns
    ]


def _twice(columns: Sequence[Column], source: str, line: int) -> Iterator[Problem]:
    first: dict[tuple[str, str], Column] = {}
    for column in columns:
        key = (column.meaning, column.key or ("" if column.meaning else placeholder(column.heading)))
        other = first.setdefault(key, column)
        if other is not column:
            yield Problem(
                source,
                line,
                column.heading,
                f"means the same as '{other.heading}', {column.words}; leave one out: --map '{column.heading}=-'",
            )
