"""The plan's exercises in order → numbered cards, each with its prescription, log and options."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from cardmaker.handout import CardCue, CardMistake, ExerciseCard, Variation
from cardmaker.library.exercise import Alternate, Cue, Exercise
from cardmaker.library.library import Library
from cardmaker.library.vocabulary import LEVELS, SECTIONS, USUAL_SECTIONS, Section
from cardmaker.picture.own_picture import OwnPicture
from cardmaker.plan.model import Plan
from cardmaker.plan.sets import NumberRange, Sets
from cardmaker.plan.workouts import Block, Entry, Workout
from cardmaker.recent import Recent
from cardmaker.resolve.addresses import bare_address
from cardmaker.resolve.barbell import with_barbell
from cardmaker.resolve.calendar import Calendar
from cardmaker.resolve.cardlogs import CardLogs
from cardmaker.resolve.fronts import Fronts
from cardmaker.resolve.gallery import Gallery
from cardmaker.resolve.kit import needs_of
from cardmaker.resolve.prescription import Prescriber, Prescription
from cardmaker.resolve.rulewords import SaidRule, said_rule, together
from cardmaker.resolve.summaries import are_in_waves, other_sessions
from cardmaker.resolve.therapy import in_therapy
from cardmaker.resolve.uses import Use, round_rests, scheduled, sessions_of
from cardmaker.wording.wording import Wording, capital

KeptCards = Recent[Hashable, tuple[object, ...]]
"""Cards and rows by all that they are made of, each behind what is known by its identity, so that this stays."""

Known = TypeVar("Known")


class Deck:
    """The cards of a plan. Numbers follow the order in which the plan first uses the exercises.

    *kept* are cards of former decks: those of a roster's athletes have most in common.
    """

    def __init__(
        self,
        plan: Plan,
        library: Library,
        wording: Wording,
        calendar: Calendar,
        gallery: Gallery,
        kept: KeptCards | None = None,
        logo: OwnPicture | None = None,
    ) -> None:
        self._kept, self._logo = kept, logo
        self.plan, self.library, self.wording, self.gallery = plan, library, wording, gallery
        self.prescriber = Prescriber(wording, plan.units)
        self._prescribed: dict[int, tuple[Sets | None, Prescription]] = {}
        self._drawn_as: dict[int, tuple[str, ...]] = {}
        self._made_of: dict[int, tuple[Entry, Sets | None, NumberRange | None]] = {}
        self.uses = tuple(self._uses(calendar))
        self.order = tuple(dict.fromkeys(use.exercise for use in self.uses))
        self._width = max(2, len(str(len(self.order))))
        self._numbers = {exercise: index for index, exercise in enumerate(self.order, 1)}

    def once(self, key: Hashable, make: Callable[[], Known], *of: object) -> Known:
        """What *make* gives, made once for decks that are alike in all but what is done of exercises.

        *key* says what it is, and *of* has the objects that it is made of, by their identity.
        """
        if self._kept is None or self.gallery.key is None:
            return make()
        own = self.library, self.wording, *of
        whole = (key, self._common, *map(id, own))
        kept: Any = self._kept.once(whole, lambda: (*own, make()))
        made: Known = kept[-1]
        return made

    def _uses(self, calendar: Calendar) -> Iterator[Use]:
        for session, (week, on, workout) in enumerate(scheduled(self.plan, calendar)):
            own = self.plan.workouts[workout]
            rests = round_rests(own, week)
            for entry, sets in own.in_week(week, rounds=True):
                said, rest = (entry.exercise, sets, entry.note), rests.get(id(entry))
                rule = said_rule(self.prescriber, entry, week)
                use = Use(*said, workout, week, on, session, entry.name, rule, rest)
                self._made_of[id(use)] = entry, sets, rest
                yield use

    @property
    def _logs(self) -> CardLogs:
        """What writes logs; it isn't kept, as it knows the deck, which would stay until garbage is looked for."""
        return CardLogs(self.plan, self.library, self.prescriber, self.prescription)

    def _fronts(self, about: Exercise) -> Fronts:
        """What words prescriptions for an exercise's front, which isn't kept either."""
        return Fronts(self.prescriber, self.prescription, held=about.measure == "hold")

    @cached_property
    def _sections(self) -> tuple[Section, ...]:
        """The index tabs of this deck: the usual ones, and what others its exercises have."""
        used = {self.library.get(exercise).section for exercise in self.order}
        return tuple(one for n, one in enumerate(SECTIONS) if n < USUAL_SECTIONS or one in used)

    @cached_property
    def _on_bar(self) -> frozenset[str]:
        return with_barbell(self.plan)

    @cached_property
    def _in_therapy(self) -> bool:
        return in_therapy(self.plan)

    def number(self, exercise: str) -> str:
        """The number on an exercise's card, '' if it has none."""
        index = self._numbers.get(exercise)
        return f"{index:0{self._width}}" if index else ""

    def numbers(self, workout: str) -> tuple[str, ...]:
        """The cards to take for a workout, in its order, each once."""
        found = (self.number(entry.exercise) for entry in self.plan.workouts[workout].entries)
        return tuple(dict.fromkeys(number for number in found if number))

    def shown(self, what: Workout | Block) -> tuple[str, ...]:
        """The exercises whose figures show those of a workout, or of a part of one: what others lift decides that."""
        if id(what) not in self._drawn_as:  # which the plan keeps, and so its id
            entries = (what,) if isinstance(what, Entry) else what.entries
            self._drawn_as[id(what)] = tuple([self.gallery.shown(entry.exercise) for entry in entries])
        return self._drawn_as[id(what)]

    def weeks_of(self, uses: Iterable[Use]) -> tuple[str, ...]:
        """The numbers of the weeks that uses are in, none for a plan without weeks."""
        weeks = dict.fromkeys(use.week for use in uses if use.week is not None)
        return tuple(str(week + 1) for week in weeks) if self.plan.weeks else ()

    def prescription(self, sets: Sets | None) -> Prescription:
        """Sets in words, which are put once: a workout comes back each week."""
        key = id(sets)
        if key not in self._prescribed:  # with the sets, so that no others come to have their id
            words = self.once(("sets", sets), lambda: self.prescriber.prescribe(sets))
            self._prescribed[key] = sets, words
        return self._prescribed[key][1]

    @cached_property
    def _common(self) -> Hashable:
        """All that a card says besides its exercise, and what is done of it."""
        names = tuple(workout.name for workout in self.plan.workouts.values())
        plan = self.order, names, tuple(self.plan.labels.items()), bool(self.plan.weeks), self.plan.units
        common = plan, self.plan.club.name, self.plan.coach, self._in_therapy, self._logo, self.gallery.key
        return common if self._kept is None else self._kept.once(("deck", common), lambda: (object(),))

    def card(self, exercise: str, uses: tuple[Use, ...]) -> ExerciseCard:
        """One exercise's card, its log for *uses*: the first says what is on the front."""
        shown = self.gallery.shown(exercise)
        where = tuple([(use.workout, use.week, use.on, use.session) for use in uses])
        of = [one for use in uses for one in self._made_of[id(use)]]  # quicker to compare than uses
        return self.once(
            ("card", exercise, shown, where),
            lambda: self.once((exercise, uses, shown), lambda: self._card(exercise, uses)),
            *of,
        )

    def _card(self, exercise: str, uses: tuple[Use, ...]) -> ExerciseCard:
        about = self.library.get(exercise)
        uses = sessions_of(uses)
        sets = [use.sets for use in uses]
        fronts = self._fronts(about)
        first = fronts.prescribed(uses)
        others = (
            "" if are_in_waves(uses) else other_sessions(self.plan, self.wording, uses, self.prescription)
        )
        needs = needs_of(self.library, about, sets, on_bar=exercise in self._on_bar)
        primary, main_muscle = map(self.wording.muscle_names, (about.primary, about.primary[:1]))
        sided = any(group.per for use in uses if use.sets for group in use.sets.groups)
        return ExerciseCard(
            name=_name_in(uses) or about.name,
            tab=self.wording.sections[about.section] if about.section else "",
            slot=self._sections.index(about.section) if about.section else 0,
            slots=len(self._sections),
            exercise=exercise,
            number=self.number(exercise),
            of=self.wording.say("of", count=len(self.order)),
            primary=primary,
            secondary=self.wording.muscle_names(about.secondary),
            main_muscle=main_muscle,
            other_muscles=primary.removeprefix(main_muscle),
            kit=self.wording.kit(needs) if needs is not None else "",
            kit_short=self.wording.kit([need[:1] for need in needs]) if needs is not None else "",
            level=self.wording.levels.get(about.level or "", ""),
            degree=LEVELS.index(about.level) + 1 if about.level else 0,
            start=about.start,
            cues=tuple(map(_cue, about.cues)),
            mistakes=tuple(CardMistake(m.wrong, m.instead) for m in about.mistakes),
            breathing=about.breathing,
            why=about.why,
            stop=about.stop,
            others=others,
            parts=fronts.of_parts(uses) if not others else (),
            weekly=fronts.weekly(uses) if not others else (),
            log=self._logs.rows(exercise, uses),
            hint=self.wording.say("hint_sides" if sided else "hint_both"),
            note="; ".join(filter(None, [first.note, next((use.note for use in uses if use.note), "")])),
            link=about.video,
            link_label=bare_address(about.video),
            figure=self.gallery.figure(exercise),
            figure_alt=self.gallery.alt(exercise, about.name, whole=True),
            body_map=self.gallery.body_map(about.primary, about.secondary),
            body_map_alt=self._marked(about),
            credit=self.gallery.credit(exercise),
            club=self.plan.club.name,
            coach=self.plan.coach,
            in_therapy=self._in_therapy,
            logo=self._logo,
            weeks=self.weeks_of(uses),
            log_load=self._logs.load_head(about, uses[0].sets),
            log_effort=self._logs.effort_head(uses),
            log_sides=self.wording.say("left_right") if sided else "",
            progression=self._rule(uses),
            plus=self.wording.say("open_sets") if _open(sets) else "",
            easier=self._option(about.easier),
            harder=self._option(about.harder),
            no_equipment=self._option(about.no_equipment),
            **dict(fronts.said(uses)),
        )

    def _marked(self, about: Exercise) -> str:
        """Which muscles the body map marks, for those who can't see it."""
        names = self.wording.muscle_names
        if not about.secondary:
            return names(about.primary)
        return self.wording.say(
            "body_map_alt", primary=names(about.primary), secondary=names(about.secondary)
        )

    def _rule(self, uses: tuple[Use, ...]) -> str:
        """What changes the next time; where sessions have rules of their own, each with its session."""
        rules: dict[SaidRule, str] = {}
        for use in uses:
            if use.rule.words:
                rules.setdefault(use.rule, self._logs.session(use, uses))
        return together(self.prescriber, list(rules.items())) if rules else ""

    def _option(self, alternate: Alternate | None) -> Variation | None:
        """A way, with the name of its exercise, and the number of its card if the deck has one."""
        if alternate is None:
            return None
        return Variation(self._shown(alternate), self.number(alternate.exercise or ""))

    def _shown(self, alternate: Alternate) -> str:
        other = alternate.exercise
        if not other:
            return alternate.text
        name = self.wording.within(self.library.name(other))
        if not alternate.text:
            return capital(name)
        return self.wording.say("or_exercise", text=alternate.text, name=name)


def _name_in(uses: Iterable[Use]) -> str:
    """What the plan calls an exercise, if it calls it the same wherever it is done; else ''."""
    names = {use.name for use in uses}
    return names.pop() if len(names) == 1 else ""


def _cue(cue: Cue) -> CardCue:
    """A cue, in its own words where it has no shorter ones."""
    short = cue.short or cue.text
    return CardCue(cue.text, short, cue.joint, cue.sign or short.rstrip("."))


def _open(sets: Iterable[Sets | None]) -> bool:
    """Whether there are sets of as many repetitions as go: '5+'."""
    return any(group.open_ended for one in sets if one for group in one.groups)
