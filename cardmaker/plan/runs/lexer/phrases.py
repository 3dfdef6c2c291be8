"""The words that are known, the longest phrase first."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.runs.effortphrases import LETTERS, Phrase, phrase_of
from cardmaker.plan.runs.lexer.amounts import TIMES, AmountTokens
from cardmaker.plan.runs.lexicon import WORDS

_NUMBERED: Final = (
    "miles? kms? minutes? laps? reps? weeks? days? route group lane level course loop no\\.? hwy highway road stage "
    "phase part session block set number gels? wave"
).replace(" ", "|")
_ORDINAL: Final = Pattern(
    rf"(?:{_NUMBERED}) #?\d+(?: ?- ?\d+)?"
    r"(?![\d.,:]*\d| ?(?:x(?=\d|\b)|(?:km|min|mi|m|s|k)\b)| (?:sec|min|hour|mile|met))"
)
_MAX: Final = Pattern(r"max\.? (?=\d)", "max")
_IN: Final = Pattern(
    r"in (?:about |approx\.? |~ ?|around |under |sub-?|<)?(?=\d)|(?:under|sub)[ -](?=\d+:\d)",
    "in |under|sub",
    begins="ius",
)
_REST_MARK: Final = Pattern(
    r"(?:r|rec|rest|recovery|p|pause|int|interval|recoveries) ?[=:] ?(?=\d|walk|jog|float)"
    r"|r ?(?=\d+(?::\d\d| ?(?:'|\"|s|sec|min)(?![a-z])| ?m (?:jog|walk|float|rest)))"
)
_REP: Final = Pattern(r"reps?(?: pace)?(?![a-z])(?! (?:max|of)\b)", "rep")
_BEHIND_LETTER: Final = Pattern(r"[ -]?(?:pace|effort|intervals?|reps|run)(?![a-z])")
_ON_WORD: Final = Pattern(r" ?(?!off\b|w/|with\b|then\b|and\b|at\b)[a-z]")
_OFF_WHAT: Final = Pattern(r" (?:the|a|your|bike|road)\b")
_FIGURE: Final = Pattern(r" ?\d")
_FIGURE_OR_BRACKET: Final = Pattern(r" ?(?:\d|\()")
_EDGE: Final = Pattern(r"(?![a-z0-9é])")
_MAX_WORDS: Final = 6


class PhraseTokens(AmountTokens):
    """Reads phrases."""

    def _phrase(self) -> bool:
        """The longest phrase that is known here, ended at the edge of a word."""
        if (found := self._see(TIMES)) and not self._previous("count", "number"):
            return self._times(found)
        for pattern in (_ORDINAL, _MAX):
            if found := self._see(pattern):
                return self._add("word", found[0].strip(), found.end())
        if found := self._see(_IN):
            return self._add("in", found[0], found.end())
        if (found := self._see(_REST_MARK)) and (self.found or "=" in found[0]):
            return self._add("off", found[0], found.end())
        if self._after_at() and (found := _REP.match(self.low, self.at)):
            return self._add("effort", Phrase("repetition", "name", True), found.end())
        if self._race_to():
            return True
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
        elif letter == "I" and (not self.found or self.found[-1].kind == "word"):
            return False  # 'where I averaged'
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
