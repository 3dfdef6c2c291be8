"""What a run is aimed at: heart rate, percent, zones, RPE, speed, climb, paces."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.effortphrases import Phrase, phrase_of
from cardmaker.plan.runs.efforts import AIMED
from cardmaker.plan.runs.lexer.scanning import Scanning
from cardmaker.plan.runs.lexer.tokens import both_ends, first_group, offset_of, pace_of, seconds_of
from cardmaker.plan.runs.lexer.units import AT_END, CLOCK, NUMBER, UNIT
from cardmaker.plan.runs.lexicon import OF_WORDS
from cardmaker.plan.runs.targets import Target

_PER: Final = (
    r"(?:min(?:ute)?s? ?)?(?:(?:/|p/)(?: ?|1 ?)|(?:per|a) (?:1 ?)?)"
    r"(km|k|kilomet(?:er|re)s?|mi|miles?|m)(?![a-z])"
)
_PACE: Final = Pattern(rf"({CLOCK})(?: ?/ ?(?:km|k|mi|miles?))?(?: ?(?:-|to|→|->) ?({CLOCK}))? ?{_PER}", ":")
_PRIME_PACE: Final = Pattern(
    rf"(\d{{1,2}})' ?([0-5]\d)(?:\"|'')?(?: ?- ?(\d{{1,2}})' ?([0-5]\d)(?:\"|'')?)? ?{_PER}", "'"
)
_WHOLE_PACE: Final = Pattern(
    rf"({NUMBER})(?: ?- ?({NUMBER}))?[ -]?(?:minute |min |mins |minutes |'|min|m)?"
    r"(?: ?(?:(?<=[tsn '])(?:/|per )|(?<=nute )|a ) ?)(km|k|mi|miles?)(?![a-z])",
    "/k|/ k|/m|/ m|per |nute |a ",
)
_SPAN: Final = rf"({NUMBER})(?: ?(?:-|to) ?({NUMBER}))?"
_OF_TEN: Final = r"(10|\d(?:\.\d)?)(?: ?(?:-|to) ?(10|\d(?:\.\d)?))?"
_UNDER: Final = (
    r"(?P<under><=?|≤|under|below|up to|less than|no more than|not above|max\.?(?: of)?|keep under|<)? ?"
)
_BPM: Final = Pattern(
    rf"(?:(?:hr|heart rate|pulse) ?(?:of|:|at|@|=|is)? ?)?{_UNDER}{_SPAN} ?(?:bpm|beats(?: per minute)?)(?![a-z])",
    "bpm|beats",
)
_HR: Final = Pattern(
    rf"(?:avg |average )?(?:hr|heart rate|pulse) ?(?:of|:|at|@|=|~)? ?{_UNDER}{_SPAN}(?! ?(?:%|{UNIT}))(?![\d:])",
    "hr|heart rate|pulse",
)
_OF_ROW: Final = "|".join(sorted(map(re.escape, OF_WORDS), key=len, reverse=True))
_PERCENT: Final = Pattern(
    rf"(?:(?P<heart>hr|heart rate) ?(?:of|:|at|@)? ?)?{_UNDER}({NUMBER})(?: ?%? ?(?:-|to) ?({NUMBER}))? ?%"
    rf" ?(?:of )?(?:your |the |goal )?(?:(?P<of>{_OF_ROW})(?![a-z0-9]))?",
    "%",
)
_RPE: Final = Pattern(
    rf"(?:(?:rpe|rate of perceived exertion|perceived effort) ?:? ?(?:of )?{_SPAN}"
    rf"(?: ?/ ?10(?! ?{UNIT})| (?:out )?of 10)?"
    rf"|(?:effort(?: level)? ?:? ?(?:of )?)?{_OF_TEN} ?(?:/ ?10|out of 10)(?: effort| rpe)?(?![\d/])|{_SPAN} rpe)",
    "rpe|perceived|10",
)
_SPEED: Final = Pattern(rf"{_SPAN} ?(km/h|kph|kmh|km/hr|mph|mi/h)(?![a-z])", "/h|kph|kmh|mph")
_POWER: Final = Pattern(rf"{_SPAN} ?(?:watts?|w)(?![a-z/.]| ?\d)", r"\dw|\d w")
_ZONE: Final = Pattern(
    r"(?:hr |heart rate )?(?:z|zones?) ?[1-7][abc]?(?:(?: ?- ?|/| to )z?[1-7][abc]?(?! ?(?:x|'|min)))?(?: hr)?"
    r"(?![a-z\d])",
    "z",
)
_SEND_OFF: Final = Pattern(
    rf"(?:on|leaving every|going every|go every|every) ({CLOCK}|:[0-5]\d)(?! ?{UNIT})", ":"
)
_OFFSET: Final = Pattern(
    rf"([+-]) ?{_SPAN} ?(?:(?:(?:seconds|secs|sec|s)(?![a-z])|\")(?: ?(?:/|per |a ) ?(km|k|miles?|mi)(?![a-z]))?"
    rf"|(?={AT_END[3:-1]})|(?= ?(?:w/|@)))(?! ?(?:[a-z]{{4}}|x|jo?g|rec|off|/ ?10\b))"
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
_CHANGE: Final = Pattern(r"[+-] ?\d+(?: ?- ?\d+)? ?%")


_STEEPEST: Final = 20.0
"""Up to here a percentage of nothing is an incline."""


class TargetTokens(Scanning):
    """Reads targets."""

    def _target(self) -> bool:
        low = self.low[self.at]
        if self._previous("effort") and low in "+-" and self._offset():
            return True
        if found := self._see(_SLOWER):
            sign = 1 if found[4] == "slower" else -1
            return self._add("offset", offset_of(sign, found[1], found[2], found[3]), found.end())
        if found := self._see(_SEND_OFF):
            seconds = seconds_of(found[1] if found[1][0] != ":" else f"0{found[1]}")
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
                low_end, high = both_ends(found[1], found[2])
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
            or (before.effort == "easy" and not found[0].rstrip()[-1].isalpha())  # '2 easy + 4 @ tempo'
        ):
            return False
        sign = 1 if found[1] == "+" else -1
        return self._add("offset", offset_of(sign, found[2], found[3], found[4]), found.end())

    def _measured(self, found: re.Match[str], unit: str) -> bool:
        groups = found.groupdict()
        low, high = both_ends(found[first_group(found)], found[first_group(found) + 1])
        of = OF_WORDS.get(groups.get("of") or "", "") if unit == "%" else ""
        if groups.get("heart") and of in ("", "effort"):
            of = "HRmax" if of else "HR"
        if unit == "%" and high <= _STEEPEST and not of and not groups["under"]:
            return self._add("word", found[0].strip(), found.end())  # of a treadmill: nobody runs so easily
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
                pace_of(seconds_of(found[1]), seconds_of(found[2]) if found[2] else None, found[3], found[0]),
                found.end(),
            )
            return True
        if found := self._see(_PRIME_PACE):
            first = int(found[1]) * 60 + int(found[2])
            second = int(found[3]) * 60 + int(found[4]) if found[3] else None
            return self._add("pace", pace_of(first, second, found[5], found[0]), found.end())
        if found := self._see(_WHOLE_PACE):
            low, high = both_ends(found[1], found[2])
            second = round(high * 60) if found[2] else None
            return self._add("pace", pace_of(round(low * 60), second, found[3], found[0]), found.end())
        return False
