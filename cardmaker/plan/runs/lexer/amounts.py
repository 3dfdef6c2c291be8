"""Counts, distances and times, ranges and chains of them."""

import re
from functools import cached_property
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.effortphrases import phrase_of
from cardmaker.plan.runs.lexer.targets import TargetTokens
from cardmaker.plan.runs.lexer.tokens import Bare, RunToken, nearest_number, number_of, range_of, seconds_of
from cardmaker.plan.runs.lexer.units import CHAIN, CLOCK, FRACTION, NUMBER, TO, UNIT, UNIT_OF, takes
from cardmaker.plan.runs.lexicon import WORDS

_COUNT: Final = Pattern(
    r"(\d{1,6})(?: ?(?:-|to|or) ?(\d{1,6}))? ?(?:x(?=[\s\d(\[“./]|$|[a-z]{3})"
    r"|(?:sets?|rounds?|reps?|repeats?|repetitions|intervals|times|series|efforts|laps|lots|blocks|cycles)"
    r"(?: ?(?:of\b:?|x\b|:)| ?(?=[(\[])| @(?= ?\d)| (?=\d)))"
)
TIMES: Final = Pattern(
    r"(?:repeat(?:ed)? ?)?x ?(\d{1,3})(?: ?- ?(\d{1,3}))?(?: times)?(?![\d:%]|[.,-]\d| ?" + UNIT + r")"
    r"|repeat(?:ed|ing)?(?: (?:this|all|it|(?:the |this )?(?:whole )?(?:set|block|sequence|cycle|pattern)))?"
    r" (?:x ?)?(\d{1,3})(?: ?(?:-|to) ?(\d{1,3}))?(?: ?x| times)?"
    r"(?! ?" + UNIT + r")"
    r"|(\d{1,3})(?: ?(?:-|to) ?(\d{1,3}))? (?:times|reps|rounds|repetitions|repeats)(?= ?(?:$|[,;/.)\]]))",
    "x|repeat|times|reps|rounds|repetitions",
)
_CHAIN: Final = Pattern(CHAIN)
_ONE: Final = Pattern(rf"(?P<clock>{CLOCK})|(?P<fraction>{FRACTION})|(?P<number>{NUMBER})")
_UNIT_HERE: Final = Pattern(rf"[ -]?(?P<unit>{UNIT})(?:\.(?!\d))?")
_TIME_UNIT: Final = Pattern(r" ?(?P<unit>hours|hour|hrs|hr|h|minutes|minute|mins|min)(?![a-z])\.?")
_MIDDLE: Final = Pattern(r"(?:,(?! ?\d+ ?(?:s|secs?|seconds?)\b))? ?(?:and )?")
_RANGE: Final = Pattern(rf"{TO}(?=\d)")
_K_RACE: Final = Pattern(
    r"(?:10(?:[ -]mi(?:les?)?|m)"
    r"|(?:1\.5|2|3|5|8|10|12|15|20|21|25)[ -]?k(?:m)?"
    r"p?(?:(?: ?- ?|/| to )(?:\d{1,2} ?k(?:m)?|mile|half(?: marathon)?|marathon|hmp?|mp))?)"
    r"(?:(?: (?:goal |race |target |goal race )?(?:pace|effort|speed)|-pace|-effort| rp| gp|g?p)(?![a-z]))"
)
_TO_K_RACE: Final = Pattern(
    r"(?:mile|hmp?|half(?: marathon)?|mp|marathon)(?: ?- ?|/| to )(?:3|5|8|10|15) ?k(?:m)?"
    r"(?: (?:goal |race )?(?:pace|effort)| rp)(?![a-z])",
    "pace|effort| rp",
)
_K_AIMED: Final = Pattern(
    r"(?:3|5|8|10|12|15) ?k(?:m)?(?:(?: ?- ?|/)(?:3|5|10) ?k(?:m)?)?(?![a-z0-9])"
    r"(?! (?:wu|w/u|warm|cd|c/d|cool))"
)
_TRACK_RACE: Final = Pattern(
    r"(?:400|600|800|1000|1500|1600|3000|3200|5000|10000) ?m?(?:etres?|eters?)? (?:race )?(?:pace|effort|speed)"
    r"(?![a-z])",
    "pace|effort|speed",
)
_MALFORMED: Final = Pattern(r"\d+(?:[.,]\d+){2,}|\d+[.]\d{5,}|\d{7,}")
_CLOCK: Final = Pattern(CLOCK, ":")
_BAD_CLOCK: Final = Pattern(r"\d+:\d[\d:]*", ":")
_PLURAL: Final = Pattern(
    r"(200|300|400|500|600|800|1000|1200|1500|1600|2000|3000)(?:'?s|m'?s)(?![a-z])", "00s|00's|00m"
)
_ON_OFF: Final = Pattern(
    r"([1-9]\d)(?: ?/ ?([1-9]\d)|-\1)(?: ?(?:(?:seconds|secs|sec|s)(?![a-z])|\"))?"
    r"(?![\d:.x]| ?/ ?\d| ?(?:x|min|km|mi|m)\b)",
    r"\d/|\d /|-",
)
_NAMED: Final = Pattern(
    r"\d+(?:[.,]\d+)?-(?:m|km?|mi|miles?|met(?:er|re)s?|yards?)-([^\W\d]{4,})", "-m-|-k-|-km-|-mi|-met|-yard"
)
"""'my 1000-m-best': a name, no distance to run."""
_LETTER: Final = Pattern(r"\d ?[ETIR](?![\w'])")
_SEPARATED: Final = Pattern(r"[,;/+()]")
_RATIO: Final = Pattern(r"[1-9]\d?:[1-9](?![\d:])", ":")
_THOUSAND: Final = Pattern(r"(\d{1,3}),(\d{3})(?!\d)(?P<unit> ?(?:m|metres|meters|yd|yards)(?![a-z]))?", ",")
_RUN_TO_WALK: Final = Pattern(
    r"[1-9]/[1-9](?![\d:./'\"]| ?(?:x|mi|miles?|km|k|h|hours?|hr|m|min|s)\b)", r"\d/"
)
_MORE: Final = Pattern(rf"\+(?= ?{UNIT})", "+", begins="+")
_SMALLER: Final = Pattern(rf"(\d{{1,2}})(?![\d.]|:\d)(?: ?({UNIT})(?:\.(?= ?[a-z]))?)?", begins="0123456789")
_PACE_OF_MILE: Final = Pattern(r" ?mile (?:race |goal )?(?:pace|effort|speed)", "mile")


class AmountTokens(TargetTokens):
    """Reads figures."""

    more = False
    """Whether the amount is a least one: '10+ km'."""

    @cached_property
    def _lettered(self) -> bool:
        """Whether paces have letters, '3 E + 10 M + 2 E': then an M is the marathon's, and no miles."""
        return _LETTER.search(self.text) is not None

    def _figure(self) -> bool:
        if found := self._see(_COUNT):
            return self._add("count", (int(found[1]), int(found[2]) if found[2] else None), found.end())
        if found := self._see(TIMES):
            return self._times(found)
        if (found := self._see(_NAMED)) and not (found[1] in WORDS or phrase_of(found[1])):
            return self._add("word", found[0], found.end())
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
            raise ValueError(
                f"'{found[0]}' isn't a number; write a number such as '{nearest_number(found[0])}'"
            )
        if self._see(_ONE):
            self._amount()
            return True
        return False

    def _race_to(self) -> bool:
        """'mile/3k pace': from the pace of one race to that of another."""
        found = self._see(_TO_K_RACE)
        phrase = phrase_of(found[0]) if found else None
        return self._add("effort", phrase, found.end()) if found and phrase else False

    def _on_off(self, found: re.Match[str]) -> bool:
        """'10 x 30/30': seconds on and off."""
        self._add("amount", Quantity(float(found[1]), "s"), found.end(1))
        self._add("amount", Quantity(float(found[2] or found[1]), "s"), found.end())
        return self._add("effort", phrase_of("off"), found.end())

    def _times(self, found: re.Match[str]) -> bool:
        """How often, and at most how often, what is before it is run."""
        count, *most = map(int, filter(None, found.groups()))
        return self._add("times", (count, most[0] if most else None), found.end())

    def _race(self) -> bool:
        """'5k pace', and '5k' behind '@' or behind an amount."""
        found = self._see(_K_RACE)
        if found and "km " in found[0] and (not self.found or self.found[-1].kind == "sign"):
            return False  # '3 km easy, 5 km race pace'
        if not found and (self._after_at() or self._behind_amount() or self._ends_effort()):
            found = self._see(_K_AIMED)
            before = self.found[-1]
            if found and "km" in found[0] and (before.text[-1:] == "." or takes(before.value, found[0])):
                found = None  # '10 min. 3 km easy', '70 min 10 km'
        if not found and (self._after_at() or self._behind_amount() or self._previous("times", "metres")):
            found = self._see(_TRACK_RACE)
        phrase = phrase_of(found[0]) if found else None
        return self._add("effort", phrase, found.end()) if found and phrase else False

    def _ends_effort(self) -> bool:
        """Whether an effort goes on: 'from HMP to 5k'."""
        return (
            len(self.found) > 1
            and self.found[-1].text.lower() in ("to", "->", "→", "into")
            and self.found[-2].kind == "effort"
        ) or self._previous("offset")

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
        """AmountTokens in a row, of which each takes its unit from the next that has one."""
        glued = r"/(?!\d(?:[ -]?(?:mi|miles?|km)\b))"  # no fraction, as in '1/2 mi'
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
            return Quantity(seconds_of(found["clock"]), "m:ss"), ""
        return Bare(number_of(found)), UNIT_OF[unit["unit"]] if unit else ""

    def _thousands(self, found: re.Match[str]) -> bool:
        if not found["unit"] and self._previous("count"):
            return self._add("number", Bare(float(found[1] + found[2])), found.end())
        if not found["unit"]:
            raise ValueError(
                f"'{found[0].strip()}' could be read two ways; write '{found[1]}{found[2]}' or '{found[1]}.{found[2]}'"
            )
        unit = UNIT_OF[found["unit"].strip()]
        return self._add(
            "amount", Quantity(float(found[1] + found[2]), "m" if unit == "metres" else unit), found.end()
        )

    def _amount(self) -> None:
        """A number or clock with its unit, or a range of them; 'number' and 'clock' where there is no unit."""
        first, end = self._quantity(self.at)
        follows = _RANGE.match(self.low, end)
        whole = follows and follows[0].strip() in ("and", "or") and isinstance(first, Quantity)
        if follows and not whole and not self._is_list(follows, not isinstance(first, Bare)):
            second, second_end = self._quantity(follows.end())
            joined = range_of(first, second)
            first, end = (joined, second_end) if joined else (first, end)
        self._give(first, end)

    def _is_list(self, follows: re.Match[str], has_unit: bool) -> bool:
        """Whether a spaced dash parts three stretches or more, and is no range."""
        if not has_unit:
            return False  # '50 - 70 min easy, 4:30 - 4:50'
        spaced = follows[0].startswith(" ") and "-" in follows[0]
        around = (_SEPARATED.split(self.low[: self.at])[-1], _SEPARATED.split(self.low[follows.end() :])[0])
        return spaced and any(" - " in side for side in around)

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
        value = number_of(found)
        if more := _MORE.match(self.low, end):
            end = more.end()
        self.more = bool(more)
        unit = _UNIT_HERE.match(self.low, end)
        if not unit or (value >= 100 and _PACE_OF_MILE.match(self.low, end)):
            return Bare(value), end
        name = UNIT_OF[unit["unit"]]
        if name == "m" and self.text[unit.start("unit") : unit.end("unit")] == "M" and value < 40:
            if self._lettered:
                return Bare(value), end
            name = "mi"
        if name in ("h", "min") and value.is_integer():
            return self._smaller(value, name, unit.end())
        return Quantity(value, name), unit.end()

    def _clock(self, text: str, end: int) -> "tuple[Quantity, int]":
        parts = [int(part) for part in text.split(":")]
        unit = _TIME_UNIT.match(self.low, end)
        name = UNIT_OF[unit["unit"]] if unit else ""
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
        found = _SMALLER.match(self.low, at)
        smaller = {"h": "min", "min": "s"}[unit]
        if not found or int(found[1]) >= 60:
            return Quantity(value, unit), end
        following = UNIT_OF[found[2]] if found[2] else ""
        if unit == "h" and following == "m":
            following = "min"
        behind = r" ?(?:[x%]|:\d)" if at == end else r" ?[x%/:-]"
        bare = not (following or "," in self.low[end:at] or re.match(behind, self.low[found.end() :]))
        if following == smaller or (bare and (at == end or (unit == "h" and "and" not in self.low[end:at]))):
            total = value * 60 + int(found[1])
            return Quantity(total, "h min" if unit == "h" else "m:ss"), found.end()
        return Quantity(value, unit), end
