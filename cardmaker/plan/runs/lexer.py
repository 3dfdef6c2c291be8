"""The text of a run → tokens: counts, amounts, paces, targets, efforts, joints and free words."""

import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from cardmaker.plan.patterns import Pattern
from cardmaker.plan.quantity import Quantity, decimal
from cardmaker.plan.runs.efforts import AIMED, LETTERS, REPEATABLE, Phrase, phrase_of
from cardmaker.plan.runs.lexicon import OF_WORDS, WORDS
from cardmaker.plan.runs.record import Pace, Target
from cardmaker.plan.scanner import plain

LONGEST: Final = 500

_UNITS: Final = {
    "s": "seconds second secs sec s \" ''",
    "min": "minutes minute mins min mns mn '",
    "h": "hours hour hrs hr h",
    "m": "m",
    "metres": "metres metre meters meter mtrs mtr",
    "km": "kilometres kilometre kilometers kilometer kms km k",
    "mi": "miles mile mi",
    "yd": "yards yard yds yd",
}
_UNIT_OF: Final = {word: unit for unit, row in _UNITS.items() for word in row.split()}


def _any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest that is there."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: -len(word))))


_HOURS: Final = [word for word, unit in _UNIT_OF.items() if unit == "h"]
_WORDS_OF_UNITS: Final = [word for word in _UNIT_OF if word.isalpha() and word not in _HOURS]
_UNIT: Final = (
    rf"(?:(?:{_any_of(_WORDS_OF_UNITS)})(?![a-z0-9é])|(?:{_any_of(_HOURS)})(?![a-zé])"
    rf"|{_any_of(word for word in _UNIT_OF if not word.isalpha())})"
)
_N: Final = r"(?:\d{1,6}(?:\.\d{1,4}|,\d{1,2}(?!\d))?)"
_FRACTION: Final = (
    r"(?:(?:\d{1,2}[ -])?(?:1/[2-9]|2/[35]|3/[458]|5/8)"
    r"(?=[ -]?(?:mi|miles?|km|k|h|hours?|hr|min|mins|minutes?)\b))"
)
_T: Final = r"(?:(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?![:\d]))"
_TO: Final = r"(?: ?(?:-|to|or|and) ?)"
_AT_END: Final = r"(?= ?(?:$|[,;/)\]]|w/|with|off\b|then\b))"


_COUNT: Final = Pattern(
    r"(\d{1,6})(?: ?(?:-|to|or) ?(\d{1,6}))? ?(?:x(?=[\s\d(\[“./]|$|[a-z]{3})"
    r"|(?:sets?|rounds?|reps?|repeats?|repetitions|intervals|times|series|efforts|laps)"
    r"(?: ?(?:of\b:?|x\b|:)| ?(?=[(\[])| @(?= ?\d)| (?=\d)))"
)
_TIMES: Final = Pattern(
    r"(?:repeat(?:ed)? ?)?x ?(\d{1,3})(?: times)?(?![\d:.,%]| ?" + _UNIT + r")"
    r"|repeat(?:ed|ing)?(?: this| all| the set)? (?:x ?)?(\d{1,3})(?: ?x| times)?(?! ?" + _UNIT + r")"
    r"|(\d{1,3}) (?:times|reps|rounds|repetitions|repeats)(?= ?(?:$|[,;/.)\]]))",
    "x|repeat|times|reps|rounds|repetitions",
)
_ITEM: Final = rf"(?:{_T}|{_FRACTION}|{_N})(?: ?{_UNIT})?"
_CHAIN: Final = Pattern(
    rf"{_ITEM}(?:( ?- ?|, ?| ?/ ?| ?\+ ?){_ITEM}(?![\d:]))(?:\1{_ITEM}(?![\d:]))+(?! ?[%:])(?:(?<=[a-z'\"])|(?! ?x))"
)
_ONE: Final = Pattern(rf"(?P<clock>{_T})|(?P<fraction>{_FRACTION})|(?P<number>{_N})")
_UNIT_HERE: Final = Pattern(rf"[ -]?(?P<unit>{_UNIT})(?:\.(?!\d))?")
_TIME_UNIT: Final = Pattern(r" ?(?P<unit>hours|hour|hrs|hr|h|minutes|minute|mins|min)(?![a-z])\.?")
_MIDDLE: Final = Pattern(r",? ?(?:and )?")
_RANGE: Final = Pattern(rf"{_TO}(?=\d)")
_PER: Final = (
    r"(?:min(?:ute)?s? ?)?(?:(?:/|p/)(?: ?|1 ?)|(?:per|a) (?:1 ?)?)"
    r"(km|k|kilomet(?:er|re)s?|mi|miles?|m)(?![a-z])"
)
_PACE: Final = Pattern(rf"({_T})(?: ?/ ?(?:km|k|mi|miles?))?(?: ?(?:-|to|→|->) ?({_T}))? ?{_PER}", ":")
_PRIME_PACE: Final = Pattern(rf"(\d{{1,2}})' ?([0-5]\d)\"?(?: ?- ?(\d{{1,2}})' ?([0-5]\d)\"?)? ?{_PER}", "'")
_WHOLE_PACE: Final = Pattern(
    rf"({_N})(?: ?- ?({_N}))?[ -]?(?:minute |min |mins |minutes |'|min|m)?"
    r"(?: ?(?:(?<=[tsn '])(?:/|per )|(?<=nute )|a ) ?)(km|k|mi|miles?)(?![a-z])",
    "/k|/ k|/m|/ m|per |nute |a ",
)
_SPAN: Final = rf"({_N})(?: ?(?:-|to) ?({_N}))?"
_OF_TEN: Final = r"(10|\d(?:\.\d)?)(?: ?(?:-|to) ?(10|\d(?:\.\d)?))?"
_UNDER: Final = (
    r"(?P<under><=?|≤|under|below|up to|less than|no more than|not above|max\.?(?: of)?|keep under|<)? ?"
)
_BPM: Final = Pattern(
    rf"(?:(?:hr|heart rate|pulse) ?(?:of|:|at|@|=|is)? ?)?{_UNDER}{_SPAN} ?(?:bpm|beats(?: per minute)?)(?![a-z])",
    "bpm|beats",
)
_HR: Final = Pattern(
    rf"(?:avg |average )?(?:hr|heart rate|pulse) ?(?:of|:|at|@|=)? ?{_UNDER}{_SPAN}(?! ?(?:%|{_UNIT}))(?![\d:])",
    "hr|heart rate|pulse",
)
_OF_ROW: Final = "|".join(sorted(map(re.escape, OF_WORDS), key=len, reverse=True))
_PERCENT: Final = Pattern(
    rf"(?:(?P<heart>hr|heart rate) ?(?:of|:|at|@)? ?)?{_UNDER}({_N})(?: ?%? ?(?:-|to) ?({_N}))? ?%"
    rf" ?(?:of )?(?:your |the |goal )?(?:(?P<of>{_OF_ROW})(?![a-z0-9]))?",
    "%",
)
_RPE: Final = Pattern(
    rf"(?:(?:rpe|rate of perceived exertion|perceived effort) ?:? ?(?:of )?{_SPAN}(?: ?/ ?10| out of 10)?"
    rf"|(?:effort(?: level)? ?:? ?(?:of )?)?{_OF_TEN} ?(?:/ ?10|out of 10)(?: effort| rpe)?(?![\d/])|{_SPAN} rpe)",
    "rpe|perceived|10",
)
_SPEED: Final = Pattern(rf"{_SPAN} ?(km/h|kph|kmh|km/hr|mph|mi/h)(?![a-z])", "/h|kph|kmh|mph")
_POWER: Final = Pattern(rf"{_SPAN} ?(?:watts?|w)(?![a-z/.]| ?\d)", "w")
_ZONE: Final = Pattern(
    r"(?:hr |heart rate )?(?:z|zones?) ?[1-7][abc]?(?:(?: ?- ?|/| to )z?[1-7][abc]?(?! ?x))?(?: hr)?(?![a-z\d])",
    "z",
)
_SEND_OFF: Final = Pattern(
    rf"(?:on|leaving every|going every|go every|every) ({_T}|:[0-5]\d)(?! ?{_UNIT})", ":"
)
_OFFSET: Final = Pattern(
    rf"([+-]) ?{_SPAN} ?(?:(?:seconds|secs|sec|s|\")(?: ?(?:/|per |a ) ?(km|k|miles?|mi)(?![a-z]))?"
    rf"|(?={_AT_END[3:-1]})|(?= ?(?:w/|@)))(?! ?(?:[a-z]{{4}}|x))"
)
_SLOWER: Final = Pattern(
    rf"{_SPAN} ?(?:seconds|secs|sec|s|\")(?: ?(?:/|per |a ) ?(km|k|miles?|mi)(?![a-z]))? (slower|faster|quicker) than",
    " than",
)
_THOUSANDS: Final = r"(?:\d{1,3},\d{3}|\d{1,6})"
_UP: Final = (
    r"(?:climb(?:ing)?|ascent|vert(?:ical)?(?: gain)?|elevation(?: gain)?|elev(?: gain)?\.?|gain|d\+"
    r"|of climb(?:ing)?|total ascent)"
)
_HEIGHT: Final = r"(m|metres|meters|ft|feet|foot|hm|')"
_CLIMB: Final = Pattern(
    rf"(?:[+] ?|d\+ ?|with )?({_THOUSANDS})(?:[ ]?-[ ]?({_THOUSANDS}))? ?{_HEIGHT}(?![a-z])\.?"
    rf"(?P<up> ?(?:of )?{_UP}(?![a-z])|(?<=hm)|(?<=ft)|(?<=feet))",
    "climb|ascent|vert|elev|gain|d+|hm|ft|feet",
)
_CLIMB_BEFORE: Final = Pattern(
    rf"(?:{_UP}|d\+) ?(?:of |: ?)?({_THOUSANDS})(?: ?- ?({_THOUSANDS}))? ?(m|metres|meters|ft|feet|hm)?"
    r"(?![a-z\d]| ?(?:min|mins|x|sec|km|mi|hr?)\b)",
    "climb|ascent|vert|elev|gain|d+",
)
_K_RACE: Final = Pattern(
    r"(?:1\.5|2|3|5|8|10|12|15|20|21|25)[ -]?k(?:m)?(?:(?: ?- ?|/| to )(?:\d{1,2} ?k(?:m)?|mile|half|hmp?|mp))?"
    r"(?:(?: (?:goal |race |target |goal race )?(?:pace|effort|speed)|-pace|-effort| rp|p)(?![a-z]))"
)
_K_AIMED: Final = Pattern(r"(?:3|5|8|10|12|15) ?k(?:m)?(?:(?: ?- ?|/)(?:3|5|10) ?k(?:m)?)?(?![a-z0-9])")
_MALFORMED: Final = Pattern(r"\d+(?:[.,]\d+){2,}|\d+[.]\d{5,}|\d{7,}")
_CLOCK: Final = Pattern(_T, ":")
_BAD_CLOCK: Final = Pattern(r"\d+:\d[\d:]*", ":")
_PLURAL: Final = Pattern(r"(200|300|400|500|600|800|1000|1200|1500|1600|2000|3000)(?:'?s|m'?s)(?![a-z])")
_ON_OFF: Final = Pattern(
    r"([1-9]\d)(?: ?/ ?([1-9]\d)|-\1)(?: ?(?:seconds|secs|sec|s|\"))?(?![\d:.x]| ?(?:x|min|km|mi|m)\b)"
)
_RATIO: Final = Pattern(r"[1-9]\d?:[1-9](?![\d:])", ":")
_THOUSAND: Final = Pattern(r"(\d{1,3}),(\d{3})(?!\d)(?P<unit> ?(?:m|metres|meters|yd|yards)(?![a-z]))?", ",")
_QUOTED: Final = re.compile("“([^“”]*)”")
_WORD: Final = re.compile(
    r"[^\s,;/()\[\]+&@:|“”\d!?.~][^\s,;/()\[\]+&@:|“”!?]*|[#№]?\d[^\s,;/()\[\]+&@:|“”]*[a-z][^\s,;/()\[\]+&@:|“”!?]*"
)
_NUMBERED: Final = (
    "miles? kms? minutes? laps? reps? weeks? days? route group lane level course loop no\\.? hwy highway road stage "
    "phase part session block set number gels? wave"
).replace(" ", "|")
_ORDINAL: Final = Pattern(rf"(?:{_NUMBERED}) #?\d+(?: ?- ?\d+)?(?![\d.,:]*\d| ?(?:x|km|min|mi|m|s|k)\b)")
_RUN_TO_WALK: Final = Pattern(r"[1-9]/[1-9](?![\d:./'\"]| ?(?:x|mi|miles?|km|k|h|hours?|hr|m|min|s)\b)", "/")
_PACE_OF_MILE: Final = Pattern(r" ?mile (?:race |goal )?(?:pace|effort|speed)", "mile")
_MAX: Final = Pattern(r"max\.? (?=\d)", "max")
_IN: Final = Pattern(
    r"in (?:about |approx\.? |~ ?|around |under |sub-?|<)?(?=\d)|(?:under|sub)[ -](?=\d+:\d)"
)
_REST_MARK: Final = Pattern(
    r"(?:r|rec|rest|recovery|p|pause|int|interval|recoveries) ?[=:] ?(?=\d)"
    r"|r ?(?=\d+(?::\d\d| ?(?:'|\"|s|sec|min)(?![a-z])))"
)
_BEHIND_LETTER: Final = Pattern(r"[ -]?(?:pace|effort|intervals?|reps|run)(?![a-z])")
_ON_WORD: Final = Pattern(r" ?(?!off\b|w/|with\b|then\b|and\b|at\b)[a-z]")
_OFF_WHAT: Final = Pattern(r" (?:the|a|your|bike|road)\b")
_FIGURE: Final = Pattern(r" ?\d")
_FIGURE_OR_BRACKET: Final = Pattern(r" ?(?:\d|\()")
_CHANGE: Final = Pattern(r"[+-] ?\d+(?: ?- ?\d+)? ?%")
_EDGE: Final = Pattern(r"(?![a-z0-9é])")
_PLACES: Final = ("last", "first", "middle")
_MAX_WORDS: Final = 6


class RunToken(NamedTuple):
    """A piece of the text: its kind, what it says, and where it is."""

    kind: str
    text: str
    value: Any
    start: int
    end: int


class Bare(NamedTuple):
    """A number without a unit, or a range of them."""

    value: float
    most: float | None = None

    def __str__(self) -> str:
        return decimal(self.value) if self.most is None else f"{decimal(self.value)}-{decimal(self.most)}"

    def of(self, unit: str) -> Quantity:
        """With a unit."""
        return Quantity(self.value, unit, self.most)


def limited(text: str) -> None:
    """Refuse a text that is longer than any run."""
    if len(text) > LONGEST:
        raise ValueError(f"{len(text):,} characters are too many here; at most {LONGEST}")


def tokens_of(text: str) -> list[RunToken]:
    """Take a run's text apart."""
    limited(text)
    return _Lexer(plain(text)).tokens()


class _Lexer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.low = "".join(c.lower() if c.isascii() else c for c in text)
        self.at = 0
        self.found: list[RunToken] = []

    def tokens(self) -> list[RunToken]:
        """All tokens, and a number before what may be counted made a count: '6 strides'."""
        found = self._all()
        measured = any(token.kind in ("amount", "metres", "clock", "count") for token in found)
        for at in range(len(found) - 1):
            number, counted = found[at], found[at + 1]
            if measured and _is_counted(found, at):
                found[at] = number._replace(kind="word")
            if number.kind != "number" or counted.kind != "effort" or counted.text.lower() not in REPEATABLE:
                continue
            first, most = number.value.value, number.value.most
            if first.is_integer() and first <= 40 and (most is None or most.is_integer()):
                found[at] = number._replace(kind="count", value=(int(first), most and int(most)))
        return found

    def _all(self) -> list[RunToken]:
        while self.at < len(self.text):
            if self.low[self.at] == " ":
                self.at += 1
                continue
            self._one()
        return self.found

    def _see(self, pattern: Pattern | re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.low, self.at)

    def _add(self, kind: str, value: Any, end: int) -> bool:
        self.found.append(RunToken(kind, self.text[self.at : end].strip(), value, self.at, end))
        self.at = end
        return True

    def _previous(self, *kinds: str) -> bool:
        return bool(self.found) and self.found[-1].kind in kinds

    def _one(self) -> None:
        digit = self.low[self.at].isdigit() and self.low[self.at].isascii()
        if found := self._see(_QUOTED):
            self._add("quoted", self.text[found.start(1) : found.end(1)].strip(), found.end())
        elif self._target() or (digit and self._figure()) or self._phrase():
            pass
        elif found := self._see(_WORD):
            self._add("word", found[0], found.end() - (found[0].endswith(".") and len(found[0]) > 1))
        elif self.low[self.at] in "~≈":
            self._add("filler", "about", self.at + 1)
        else:
            self._add("sign", self.text[self.at], self.at + 1)

    # Targets ---------------------------------------------------------------------------------------

    def _target(self) -> bool:
        low = self.low[self.at]
        if self._previous("effort") and low in "+-" and self._offset():
            return True
        if found := self._see(_SLOWER):
            sign = 1 if found[4] == "slower" else -1
            return self._add("offset", _offset(sign, found[1], found[2], found[3]), found.end())
        if found := self._see(_SEND_OFF):
            seconds = _seconds(found[1] if found[1][0] != ":" else f"0{found[1]}")
            return self._add("target", Target("send-off", seconds, seconds), found.end())
        for pattern, unit in ((_BPM, "bpm"), (_HR, "bpm"), (_PERCENT, "%")):
            if found := self._see(pattern):
                return self._measured(found, unit)
        if found := self._see(_RPE):
            numbers = [float(group.replace(",", ".")) for group in found.groups() if group]
            return self._add("target", Target("RPE", numbers[0], numbers[-1]), found.end())
        for pattern in (_SPEED, _POWER):
            if found := self._see(pattern):
                unit = "W" if pattern is _POWER else "mph" if found[3].startswith("m") else "km/h"
                low_end, high = _ends(found[1], found[2])
                return self._add("target", Target(unit, low_end, high), found.end())  # type: ignore[arg-type]
        for pattern in (_CLIMB, _CLIMB_BEFORE):
            if (found := self._see(pattern)) and not (
                self._previous("count") and "up" not in found.groupdict()
            ):
                return self._climb(found)
        if found := self._see(_ZONE):
            phrase = phrase_of(found[0])
            return self._add("effort", phrase, found.end())
        return self._pace()

    def _offset(self) -> bool:
        before = self.found[-1].value
        found = self._see(_OFFSET)
        percent = _CHANGE.match(self.low, self.at)
        if percent:
            return self._add("word", percent[0], percent.end())
        if (
            not found
            or not isinstance(before, Phrase)
            or before.effort not in (*AIMED, "tempo", "threshold", "race", "easy")
        ):
            return False
        sign = 1 if found[1] == "+" else -1
        return self._add("offset", _offset(sign, found[2], found[3], found[4]), found.end())

    def _measured(self, found: re.Match[str], unit: str) -> bool:
        groups = found.groupdict()
        low, high = _ends(found[_first(found)], found[_first(found) + 1])
        of = OF_WORDS.get(groups.get("of") or "", "") if unit == "%" else ""
        if groups.get("heart") and of in ("", "effort"):
            of = "HRmax" if of else "HR"
        if groups["under"]:
            return self._add("target", Target(unit, None, high, of), found.end())  # type: ignore[arg-type]
        return self._add("target", Target(unit, low, high, of), found.end())  # type: ignore[arg-type]

    def _climb(self, found: re.Match[str]) -> bool:
        value = float(found[1].replace(",", ""))
        most = float(found[2].replace(",", "")) if found[2] else None
        unit = "ft" if (found[3] or "m").startswith("f") else "m"
        if found[3] == "'":
            unit = "ft"
        return self._add("climb", Quantity(value, unit, most), found.end())

    def _pace(self) -> bool:
        if found := self._see(_PACE):
            self._add(
                "pace",
                pace_of(_seconds(found[1]), _seconds(found[2]) if found[2] else None, found[3], found[0]),
                found.end(),
            )
            return True
        if found := self._see(_PRIME_PACE):
            first = int(found[1]) * 60 + int(found[2])
            second = int(found[3]) * 60 + int(found[4]) if found[3] else None
            return self._add("pace", pace_of(first, second, found[5], found[0]), found.end())
        if found := self._see(_WHOLE_PACE):
            low, high = _ends(found[1], found[2])
            second = round(high * 60) if found[2] else None
            return self._add("pace", pace_of(round(low * 60), second, found[3], found[0]), found.end())
        return False

    # Counts and amounts ------------------------------------------------------------------------------

    def _figure(self) -> bool:
        if found := self._see(_COUNT):
            return self._add("count", (int(found[1]), int(found[2]) if found[2] else None), found.end())
        if found := self._see(_TIMES):
            return self._times(found)
        if self._previous("count", "effort", "word") and (found := self._see(_PLURAL)):
            return self._add("amount", Quantity(float(found[1]), "m"), found.end())
        if self._previous("count") and (found := self._see(_ON_OFF)):
            return self._on_off(found)
        if self._race():
            return True
        if (found := self._see(_RATIO)) and not self._after_at():
            return self._add("word", found[0], found.end())
        if (found := self._see(_RUN_TO_WALK)) and not self._previous("count"):
            return self._add("word", found[0], found.end())
        if (found := self._see(_BAD_CLOCK)) and not self._see(_CLOCK):
            raise ValueError(f"'{found[0]}' isn't minutes and seconds; write them like '3:20'")
        if (found := self._see(_CHAIN)) and not self._apart(found):
            return self._chain(found)
        if found := self._see(_THOUSAND):
            return self._thousands(found)
        if found := self._see(_MALFORMED):
            raise ValueError(f"'{found[0]}' isn't a number; write a number such as '{_nearest(found[0])}'")
        if self._see(_ONE):
            self._amount()
            return True
        return False

    def _on_off(self, found: re.Match[str]) -> bool:
        """'10 x 30/30': seconds on and off."""
        self._add("amount", Quantity(float(found[1]), "s"), found.end(1))
        self._add("amount", Quantity(float(found[2] or found[1]), "s"), found.end())
        return self._add("effort", phrase_of("off"), found.end())

    def _after_at(self) -> bool:
        return bool(self.found) and self.found[-1].text in ("@", "at", "in")

    def _times(self, found: re.Match[str]) -> bool:
        return self._add("times", int(next(filter(None, found.groups()))), found.end())

    def _race(self) -> bool:
        """'5k pace', and '5k' behind '@' or behind an amount."""
        found = self._see(_K_RACE)
        if not found and (self._after_at() or self._behind_amount()):
            found = self._see(_K_AIMED)
        phrase = phrase_of(found[0]) if found else None
        return self._add("effort", phrase, found.end()) if found and phrase else False

    def _behind_amount(self) -> bool:
        return (
            self._previous("amount", "number", "metres")
            and self.low[self.at - 1 : self.at] == " "
            and self.found[-1].end >= self.at - 1
        )

    def _apart(self, found: re.Match[str]) -> bool:
        """Whether a chain is rather parts of a run, each with its unit: '1 km / 2 km / 1 km'."""
        items = re.split(r" [/+] ", found[0])
        return len(items) > 2 and all(re.search(r"[a-z'\"]$", item) for item in items)

    def _chain(self, found: re.Match[str]) -> bool:
        """Amounts in a row, of which each takes its unit from the next that has one."""
        glued = r"/(?!\d(?:[ -]?(?:mi|km)))"  # no fraction, as in '1/2 mi'
        items = [self._lone(item) for item in re.split(rf" ?- ?|, ?| / ?|/ |{glued}| ?\+ ?", found[0])]
        unit = ""
        rungs: list[Quantity | Bare] = []
        for value, own in reversed(items):
            if isinstance(value, Quantity):
                rungs.append(value)
                continue
            unit = own or unit
            rungs.append(value.of(unit) if unit else value)
        return self._add("chain", tuple(reversed(rungs)), found.end())

    def _lone(self, text: str) -> "tuple[Quantity | Bare, str]":
        found = _ONE.match(text)
        assert found
        unit = _UNIT_HERE.match(text, found.end())
        if found["clock"]:
            return Quantity(_seconds(found["clock"]), "m:ss"), ""
        return Bare(_number(found)), _UNIT_OF[unit["unit"]] if unit else ""

    def _thousands(self, found: re.Match[str]) -> bool:
        if not found["unit"]:
            raise ValueError(
                f"'{found[0].strip()}' could be read two ways; write '{found[1]}{found[2]}' or '{found[1]}.{found[2]}'"
            )
        unit = _UNIT_OF[found["unit"].strip()]
        return self._add(
            "amount", Quantity(float(found[1] + found[2]), "m" if unit == "metres" else unit), found.end()
        )

    def _amount(self) -> None:
        """A number or clock with its unit, or a range of them; 'number' and 'clock' where there is no unit."""
        first, end = self._quantity(self.at)
        follows = _RANGE.match(self.low, end)
        whole = follows and follows[0].strip() in ("and", "or") and isinstance(first, Quantity)
        if follows and not whole and not self._is_list(follows, end):
            second, second_end = self._quantity(follows.end())
            joined = _joined(first, second)
            first, end = (joined, second_end) if joined else (first, end)
        self._give(first, end)

    def _is_list(self, follows: re.Match[str], end: int) -> bool:
        """Whether a spaced dash parts three stretches or more, and is no range."""
        spaced = follows[0].startswith(" ") and "-" in follows[0]
        return spaced and (" - " in self.low[follows.end() :] or " - " in self.low[: self.at])

    more = False
    """Whether the amount is a least one: '10+ km'."""

    def _give(self, amount: "Quantity | Bare", end: int) -> None:
        more, self.more = self.more, False
        if more:
            self._give(amount, end)
            self.found.append(RunToken("quoted", "or more", "or more", end, end))
            return
        if isinstance(amount, Bare):
            self._add("number", amount, end)
        elif amount.unit == "m:ss" and ":" in self.low[self.at : end] and not self._named_unit(end):
            self._add("clock", amount, end)
        elif amount.unit == "metres":
            self._add("amount", Quantity(amount.value, "m", amount.most), end)
        elif amount.unit == "m":
            self._add("metres", amount, end)
        else:
            self._add("amount", amount, end)

    def _named_unit(self, end: int) -> bool:
        return self.low[self.at : end].rstrip(". ")[-1:].isalpha()

    def _quantity(self, at: int) -> "tuple[Quantity | Bare, int]":
        found = _ONE.match(self.low, at)
        assert found
        end = found.end()
        if found["clock"]:
            return self._clock(found["clock"], end)
        value = _number(found)
        more = Pattern(r"\+(?= ?" + _UNIT + ")").match(self.low, end)
        end = more.end() if more else end
        self.more = bool(more)
        unit = _UNIT_HERE.match(self.low, end)
        if not unit or (value >= 100 and _PACE_OF_MILE.match(self.low, end)):
            return Bare(value), end
        name = _UNIT_OF[unit["unit"]]
        if name == "mi" and self.text[end : unit.end()].strip() == "M":
            name = "mi"
        if name == "m" and self.text[unit.start("unit") : unit.end("unit")] == "M" and value < 40:
            name = "mi"
        if name in ("h", "min") and value.is_integer():
            return self._smaller(value, name, unit.end())
        return Quantity(value, name), unit.end()

    def _clock(self, text: str, end: int) -> "tuple[Quantity, int]":
        parts = [int(part) for part in text.split(":")]
        unit = _TIME_UNIT.match(self.low, end)
        name = _UNIT_OF[unit["unit"]] if unit else ""
        after = unit.end() if unit else end
        if len(parts) == 3:
            total = parts[0] * 3600 + parts[1] * 60 + parts[2]
            return (Quantity(total, "m:ss") if parts[2] else Quantity(total / 60, "h min")), after
        if name == "h":
            return Quantity(parts[0] * 60 + parts[1], "h min"), after
        return Quantity(parts[0] * 60 + parts[1], "m:ss"), after

    def _smaller(self, value: float, unit: str, end: int) -> "tuple[Quantity, int]":
        """The minutes after hours, whose unit may be left out, or the seconds after minutes."""
        at = _MIDDLE.match(self.low, end).end()  # type: ignore[union-attr]
        found = Pattern(rf"(\d{{1,2}})(?![\d.:])(?: ?({_UNIT})(?:\.(?= ?[a-z]))?)?").match(self.low, at)
        smaller = {"h": "min", "min": "s"}[unit]
        if not found or int(found[1]) >= 60:
            return Quantity(value, unit), end
        following = _UNIT_OF[found[2]] if found[2] else ""
        if unit == "h" and following == "m":
            following = "min"
        glued = at == end or unit == "h"
        bare = (
            not following
            and glued
            and "," not in self.low[end:at]
            and not re.match(r" ?[x%:]" if at == end else r" ?[x%/:-]", self.low[found.end() :])
        )
        if following == smaller or (bare and (at == end or (unit == "h" and "and" not in self.low[end:at]))):
            total = value * 60 + int(found[1])
            return Quantity(total, "h min" if unit == "h" else "m:ss"), found.end()
        return Quantity(value, unit), end

    # Words -------------------------------------------------------------------------------------------

    def _phrase(self) -> bool:
        """The longest phrase that is known here, ended at the edge of a word."""
        if (found := self._see(_TIMES)) and not self._previous("count", "number"):
            return self._times(found)
        for pattern in (_ORDINAL, _MAX):
            if found := self._see(pattern):
                return self._add("word", found[0].strip(), found.end())
        if found := self._see(_IN):
            return self._add("in", found[0], found.end())
        if (found := self._see(_REST_MARK)) and (self.found or "=" in found[0]):
            return self._add("off", found[0], found.end())
        letter = self.text[self.at : self.at + 1]
        if letter in LETTERS and not self.low[self.at + 1 : self.at + 2].isalnum() and self._letter(letter):
            return True
        for end in self._ends():
            text = self.low[self.at : end]
            if (kind := WORDS.get(text)) and not self._swallowed(text, end):
                return self._add(kind, text, end)
            if phrase := phrase_of(text):
                return self._effort(text, phrase, end)
        return False

    def _letter(self, letter: str) -> bool:
        end = self.at + 1
        if after := _BEHIND_LETTER.match(self.low, end):
            end = after.end()
        elif self.low[end : end + 1] in ("'", "=", ".", "&") or (
            letter == "I" and self.low[end : end + 1] == "'"
        ):
            return False
        return self._add("effort", Phrase(LETTERS[letter], "name", True), end)

    def _effort(self, text: str, phrase: Phrase, end: int) -> bool:
        if text == "on" and _ON_WORD.match(self.low, end):
            return self._add("word", text, end)
        if text == "off" and _OFF_WHAT.match(self.low, end):
            return self._add("word", text, end)
        if text == "off" and _FIGURE.match(self.low, end):
            return self._add("off", text, end)
        return self._add("effort", phrase, end)

    def _swallowed(self, text: str, end: int) -> bool:
        """Whether a small word is rather the beginning of another thing."""
        return text == "as" and not _FIGURE_OR_BRACKET.match(self.low, end)

    def _ends(self) -> list[int]:
        """Where phrases that begin here may end, the longest first."""
        ends, at = [], self.at
        for _ in range(_MAX_WORDS):
            found = re.compile(r"[^\s,;()\[\]+&/@:“”!?]+").match(self.low, at)
            if not found:
                break
            at = found.end()
            ends.append(at)
            if found[0].endswith(".") and len(found[0]) > 1:
                ends.append(at - 1)
            joint = re.compile(r" ?[/&+] ?|, ?| ").match(self.low, at)
            if not joint:
                break
            if joint[0] == "/" or joint[0] == "/ ":
                ends.append(at + 1)
            at = joint.end()
        if not ends and self.low[self.at] in "&~≈→@":
            ends.append(self.at + 1)
        return [
            end
            for end in sorted(set(ends), reverse=True)
            if _EDGE.match(self.low, end) or not self.low[end - 1].isalnum()
        ]


def _is_counted(tokens: list[RunToken], at: int) -> bool:
    """Whether a number counts something else than a run, '2 friends', in a line that has an amount."""
    before = tokens[at - 1] if at else None
    return (
        tokens[at].kind == "number"
        and tokens[at + 1].kind == "word"
        and tokens[at + 1].text[0].isalpha()
        and tokens[at].end < tokens[at + 1].start
        and not (
            before and (before.kind in ("count", "with", "off", "in", *_PLACES) or before.text in ("@", "at"))
        )
    )


def _number(found: re.Match[str]) -> float:
    if found["number"]:
        return float(found["number"].replace(",", "."))
    whole, _, rest = found["fraction"].replace("-", " ").rpartition(" ")
    over, _, under = rest.partition("/")
    return float(whole or 0) + int(over) / int(under)


def _seconds(text: str) -> int:
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


def _ends(low: str, high: str | None) -> tuple[float, float]:
    first = float(low.replace(",", "."))
    return first, float(high.replace(",", ".")) if high else first


def _first(found: re.Match[str]) -> int:
    """The number of the group with the first figure; those before it have names."""
    return max(found.re.groupindex.get("heart", 0), found.re.groupindex.get("under", 0)) + 1


def _offset(sign: int, low: str, high: str | None, per: str | None) -> Target:
    first, last = _ends(low, high)
    of = {"k": "km", "mile": "mi", "miles": "mi"}.get(per or "", per or "")
    return Target("offset", sign * first, sign * last, of)


def pace_of(first: int, second: int | None, per: str, text: str) -> Pace:
    for seconds in (first, second or first):
        if not 90 <= seconds <= 45 * 60:
            than = "faster" if seconds < 90 else "slower"
            raise ValueError(f"a pace of '{text}' is {than} than anyone runs")
    return Pace(first, "mi" if per.startswith("m") else "km", second)


def _joined(first: "Quantity | Bare", second: "Quantity | Bare") -> "Quantity | Bare | None":
    """A range of two amounts in one unit; None if they are none."""
    if isinstance(first, Bare) and isinstance(second, Quantity):
        if second.unit in ("m:ss", "h min"):
            return None
        first = Quantity(first.value, second.unit)
    if isinstance(second, Bare):
        if not isinstance(first, Bare):
            return None
        return Bare(first.value, second.value) if first.value < second.value else None
    assert isinstance(first, Quantity)
    if first.unit == second.unit == "m:ss" and first.value > second.value:
        first, second = second, first  # '5:30 to 4:30', getting faster
    if second.unit == "h min" and first.unit == "m:ss":
        first = Quantity(first.value, "h min")  # '1:45-2:00 h'
    if first.unit != second.unit:
        minutes = [amount.seconds / 60 for amount in (first, second) if amount.seconds is not None]
        if len(minutes) < 2:
            return None
        first, second = (Quantity(round(amount, 2), "min") for amount in minutes)
    return Quantity(first.value, first.unit, second.value) if first.value < second.value else None


def _nearest(text: str) -> str:
    return ".".join(re.split(r"[.,]", text)[:2])[:5].rstrip(".")
