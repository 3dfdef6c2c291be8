"""What is prescribed in sessions → what a card says of it: its strip, its target, and their short forms."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from cardmaker.handout.cards import Said
from cardmaker.handout.logs import MOST_PARTS, shared_out
from cardmaker.plan.sets import Sets
from cardmaker.resolve.prescription import UNSAID, Prescriber, Prescription
from cardmaker.resolve.summaries import are_in_waves, over_all, steps_of
from cardmaker.resolve.uses import Use
from cardmaker.wording.wording import capital

_LONGEST_MANNER = 18
"""Of a technique, in letters: what a strip has room for, 'hold each 5 s'. The target line has any."""


class Fronts:
    """Says what sessions of an exercise ask for; *words_of* puts sets in words, *held* says what seconds are."""

    def __init__(
        self, words: Prescriber, words_of: Callable[[Sets | None], Prescription], *, held: bool = True
    ) -> None:
        self._words, self._words_of, self._held = words, words_of, held

    def prescribed(self, uses: Sequence[Use], *, listed: bool = False) -> Prescription:
        """What the first session asks for, or all of them where each asks for something else."""
        if are_in_waves(uses):
            first = over_all(self._words, uses, self._words_of, listed=listed)
        else:
            first = self._words_of(uses[0].sets)
        if (rest := uses[0].round_rest) and first is not UNSAID:
            first = replace(first, rest=self._words.seconds(rest), each_round=True)
        return first

    def of_parts(self, uses: Sequence[Use]) -> tuple[tuple[Said, ...], ...]:
        """The same for those of each card, if the sessions are shared out over two, three … of them."""
        if all(use.sets == uses[0].sets for use in uses):
            return ()
        counts = range(2, min(MOST_PARTS, len(uses)) + 1)
        return tuple(tuple(self.said(some) for some in shared_out(uses, count)) for count in counts)

    def weekly(self, uses: Sequence[Use]) -> Said:
        """The same for one card of all sessions, with a line of what each week asks for, if that is short to say.

        A rule from which the weeks follow then goes without saying.
        """
        wording = self._words.wording
        steps = steps_of(wording, uses, self._words_of)
        if not steps:
            return ()
        see, instead = wording.say("see_log"), wording.say("see_back")
        return (
            *((field, text.replace(see, instead)) for field, text in self.said(uses, listed=True)),
            ("others", steps),
            *([("progression", "")] if all(use.rule.computed for use in uses if use.rule.words) else []),
        )

    def said(self, uses: Sequence[Use], *, listed: bool = False) -> Said:
        """All that a card says of what is prescribed, by its fields."""
        first, wording = self.prescribed(uses, listed=listed), self._words.wording
        effort_label, effort_value = self._words.scale(first.effort)
        return (
            ("sets", first.sets),
            ("sets_label", self._label(first, uses)),
            ("sets_label_whole", self._label(first, uses, manner=True)),
            ("sets_label_short", self._label(first, uses, short=True)),
            ("sets_label_plain", self._label(replace(first, often=""), uses, manner=True)),
            ("often", first.often),
            ("side", first.side),
            ("load", first.load),
            ("effort", first.effort),
            ("effort_label", effort_label),
            ("effort_value", effort_value),
            ("rest", first.rest),
            ("rest_label", wording.say("round_rest") if first.each_round else wording.labels["rest"]),
            ("tempo", first.tempo),
            ("target", self._target(first)),
            ("aim", self._aim(first, first.load, first.effort)),
            ("under", self._under(first, uses)),
            ("detail", self._detail(first)),
            ("besides", capital(self._aim(replace(first, rest=""), first.whole if first.varied else ""))),
        )

    def _detail(self, words: Prescription) -> str:
        """What the strip may have had no room for: effort, rest and tempo."""
        return capital(self._aim(words, words.effort if words.effort not in words.target else ""))

    def _moving(self, first: Prescription) -> Prescription:
        """The same where seconds are how long a movement goes on, rather than how long something is held."""
        hold, time = map(self._words.wording.say, ("hold", "work_time"))
        if first.noun != hold:
            return first
        return replace(first, noun=time, counted=first.counted.replace(hold, time))

    def _rest(self, words: Prescription) -> str:
        key = "rest_each_round" if words.each_round else "rest_after"
        return self._words.wording.say(key, rest=words.rest) if words.rest else ""

    def _target(self, words: Prescription) -> str:
        """All that is prescribed, in a line: '3 × 8 / side · 40 kg · RPE 7 · rest 2 min · tempo 3-1-1'."""
        work = words.whole if words.varied or not words.side else f"{words.sets} {words.side}"
        said = words.load, words.effort
        return " · ".join(filter(None, [work, self._aim(words, *(() if words.varied else said))]))

    def _aim(self, words: Prescription, *said: str) -> str:
        """What is said of a prescription besides its sets."""
        say = self._words.wording.say
        rest = self._rest(words)
        tempo = say("tempo", tempo=words.tempo) if words.tempo else ""
        return " · ".join(filter(None, [*said, words.extra, rest, tempo]))

    def _under(self, first: Prescription, uses: Sequence[Use]) -> str:
        """What is prescribed besides the sets, and what they are of where figures don't say it: not 'sets × reps'."""
        words = self._words.wording
        usual = [words.say("sets_by", counted=words.say(one)) for one in ("reps", "hold", "work_time")]
        label = self._counted(first, uses)
        plain = next((one for one in usual if label == one or label.startswith(f"{one}, ")), "")
        label = label.removeprefix(plain).lstrip(", ")
        return " · ".join(filter(None, [label, self._aim(first, first.load, first.effort)]))

    def _label(
        self, first: Prescription, uses: Sequence[Use], *, short: bool = False, manner: bool = False
    ) -> str:
        """What the strip says under the sets: what they are of, in what *manner*, if that is a few words, how often.

        In short the one that matters most.
        """
        how = first.manner if len(first.manner) <= _LONGEST_MANNER else ""
        if short and (first.often or how):
            return first.often or how
        counted = self._counted(first, uses, short=short)
        return " · ".join(filter(None, [counted, how if manner else "", first.often]))

    def _counted(self, first: Prescription, uses: Sequence[Use], *, short: bool = False) -> str:
        """What sets are of, and that other sessions have targets of their own; in short the one that matters more."""
        first = first if self._held else self._moving(first)
        see_log = self._words.wording.say("see_log")
        if all(use.sets == uses[0].sets for use in uses) or see_log in first.counted:
            return first.noun if short and first.noun else first.counted
        return see_log if short else ", ".join(filter(None, [first.counted, see_log]))
