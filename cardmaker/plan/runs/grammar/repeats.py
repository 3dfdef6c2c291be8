"""Repeats: '6 x 400 m', sets of repeats, lists in brackets, 'x 4' behind what is repeated."""

from dataclasses import replace

from cardmaker.plan.runs import asking
from cardmaker.plan.runs.efforts import HARDNESS, RESTING
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import Where, noted
from cardmaker.plan.runs.grammar.leads import Parts
from cardmaker.plan.runs.grammar.lists import Lists
from cardmaker.plan.runs.grammar.shapes import (
    amount_of,
    ask_both,
    ask_list,
    filled,
    in_sets,
    is_long_behind,
    is_paced_turn,
    is_rest,
    is_total,
    is_turn,
    named,
    timed,
)
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step


class Repeats(Lists):
    """Reads repeats."""

    _behind_with = False
    """Whether the last part in brackets is a recovery after 'w/'."""

    def _repeated(self, depth: int) -> Parts:
        """'6 x 400 m @ 5k w/ 200 m jog', and what directly goes with it."""
        token = self.tokens[self.at]
        count, most = self._counted(token)
        if depth >= asking.MOST_DEEP:
            raise ValueError(f"repeats more than {asking.MOST_DEEP} deep; write a simpler run")
        self.at += 1
        if not self.peek():
            asking.no_amount((), "", each=True)
        body, inner = self._round(token.text, depth) or self._body(depth)
        recovery, equal = (None, False) if depth and self._is_of_sets() else self._recovery()
        if recovery and equal:
            recovery = self._equal_to(body[0], recovery)
        if (
            recovery
            and self.between
            and len(body) == 1
            and isinstance(body[0], Ladder)
            and not body[0].recovery
        ):
            body, recovery = (replace(body[0], recovery=recovery, equal=equal),), None
        if self._paced_off:
            body, self._paced_off = tuple(filled(part, self._paced_off) for part in body), None
        if self._each:
            body, self._each = timed(body, self._each), None
        if recovery and self._pace_follows():
            words = self._trailing_words(amount_of(body[0]))  # '4 x 5 min [2 min] @ 10k'
            body = tuple(filled(part, words) for part in body) if words else body
        recovery, body, extra = self._settled(recovery, body)
        if inner and recovery:
            raise ValueError(f"two recoveries follow each other: '{inner}' and '{recovery}'; leave one out")
        repeat = Repeat(count, body, recovery or inner, most)
        if recovery and self._bracketed and is_total(recovery, replace(repeat, recovery=inner)):
            return (replace(repeat, recovery=inner), *extra)
        bracketed = self._second_in_brackets() and not depth
        ladder = isinstance(body[0], Ladder) and len(body) == 1 and body[0].recovery is not None
        if (recovery or ladder) and (bracketed or self._second_follows()):
            self.at += 1
            step, draft = self.step(Where(recovery=True))
            draft.between_sets = True
            self.at += bracketed and self.is_sign(")]")
            if recovery is None:
                return (replace(repeat, recovery=step), *extra)
            if isinstance(body[0], Repeat) and len(body) == 1 and not body[0].recovery:
                repeat = replace(repeat, parts=(replace(body[0], recovery=recovery),), recovery=None)
                return (replace(repeat, recovery=step), *extra)
            return (self._recovering(repeat, step, draft), *extra)
        if recovery and equal:
            self.equal = recovery
        if self.outer and depth == 0 and not inner and (sets := in_sets(repeat, self.outer)):
            repeat, self.outer = sets, None
        if self.outer and depth == 0:
            if recovery is None:
                raise ValueError(
                    f"'{self.outer}' in brackets could come after each or be a part of it; "
                    "write it like '6 x (400 m @ 5k, 200 m fast)'"
                )
            raise ValueError(
                f"'{recovery}' in brackets could be the time for each or the rest after it, as another follows; "
                "write it like '6 x 1 km in 3:45 w/ 2 min rest'"
            )
        return (repeat, *extra)

    def _counted(self, token: RunToken) -> tuple[int, int | None]:
        """How often, and at most how often, what *token* counts is run."""
        count, most = token.value
        for number in (count, most or count):
            if not 1 <= number <= asking.MOST_REPEATS:
                raise ValueError(f"repeats should be 1 to {asking.MOST_REPEATS}, not {number}")
        if most is not None and most <= count:
            raise ValueError(f"'{count}-{most}' times goes down; write '{most}-{count} x'")
        return count, most

    def _pace_follows(self) -> bool:
        """Whether the pace of the repeats follows their recovery: '[2 min] @ 10k', 'w/ 800 m jog @ 10k'."""
        if self._bracketed:
            hard = (
                self.is_kind("effort") and HARDNESS[self.tokens[self.at].value.effort] >= HARDNESS["marathon"]
            )
            return hard or (self.is_kind("filler") and self.tokens[self.at].text in ("@", "at"))
        return self.is_kind("effort") and self.tokens[self.at - 1].text in ("@", "at")

    def _is_of_sets(self) -> bool:
        """Whether '(3 min between sets)' is next, behind the repeats of a set."""
        if not self._second_in_brackets():
            return False
        return sum(token.kind in FIGURES for token in self.tokens[self.at : self.closing()]) == 1

    def _second_in_brackets(self) -> bool:
        """Whether '(3 min between sets)' is next."""
        return self.is_sign("([") and any(
            token.kind == "sets" for token in self.tokens[self.at + 1 : self.closing()]
        )

    def _settled(self, recovery: Step | None, body: Parts) -> tuple[Step | None, Parts, Parts]:
        """A recovery that is none: a hard stretch inside each repeat, or words."""
        if recovery is None or recovery.role:
            return recovery, body, ()
        if recovery.effort in RESTING or HARDNESS[recovery.effort] <= HARDNESS["steady"]:
            words = (
                not recovery.amount.given
                and recovery.note
                and recovery.effort == "recovery"
                and not recovery.said
            )
            if words and isinstance(body[-1], Step):
                note = noted(body[-1].note, f"with {recovery.note}")
                return None, (*body[:-1], replace(body[-1], note=note)), ()
            return recovery, body, ()
        if len(body) == 1 and isinstance(body[0], Step) and recovery.amount.given:
            return None, self.inside(body[0], (recovery,), ""), ()
        return recovery, body, ()

    def _body(self, depth: int) -> tuple[Parts, Step | None]:
        """What is repeated, and a recovery written inside its brackets."""
        if self.is_sign("(["):
            return self._bracketed_body(depth)
        lead = self._lead()
        if self.is_kind("count"):
            return self._with_lead(self._repeated(depth + 1), lead), None
        if self.is_kind("chain"):
            return self._with_lead((self._ladder(Where(repeat=True)),), lead), None
        if self.is_sign("(["):
            parts, inner = self._bracketed_body(depth)
            return self._with_lead(parts, lead), inner
        return self._adjacent(depth)

    def _adjacent(self, depth: int) -> tuple[Parts, Step | None]:
        """One step, or several without a joint between them: '1 min hard 1 min easy'."""
        where = Where(repeat=True)
        body: list[Part] = []
        while not body or self._step_follows():
            here, (step, _) = self.at, self.step(where)
            if len(body) > 1 and is_long_behind(step, body[-1]):
                self.at = here  # '6 x 400 m recovery 1 min 10 min easy'
                break
            body.extend(self._inside_repeat(step, depth))
        if len(body) == 2 and isinstance(body[1], Step) and is_rest(body[1], easy=True):
            words = self._trailing_words() if self.tokens[self.at - 1].text in ("@", "at") else None
            return (filled(body[0], words) if words else body[0],), body[1]
        if len(body) == 2 and isinstance(body[1], Step) and body[1] == Step(body[1].amount) != body[0]:
            return (body[0],), replace(body[1], effort="recovery")
        return tuple(body), None

    def _inside_repeat(self, step: Step, depth: int) -> Parts:
        """'5 x 1 km with last 200 m fast'."""
        if self.is_kind("last", "first", "middle") or (
            self.is_kind("with") and self.is_kind("last", "first", "middle", ahead=1)
        ):
            self.at += self.is_kind("with")
            return self._placed(step, depth)
        return (step,)

    def _step_follows(self) -> bool:
        ahead = 0
        resting = False
        while (
            (token := self.peek(ahead))
            and token.kind in ("effort", "filler")
            and token.text.lower() != "after"
        ):
            resting |= token.kind == "effort" and token.value.effort in RESTING
            ahead += 1
        kinds = ("amount", "clock", "metres", *(("number",) if resting else ()))
        around = self.is_kind("role wu", "role cd", ahead=ahead + 1)
        return self.is_kind(*kinds, ahead=ahead) and not around and not self.is_joint()

    def _bracketed_body(self, depth: int) -> tuple[Parts, Step | None]:
        if depth >= asking.MOST_DEEP:
            raise ValueError(f"repeats more than {asking.MOST_DEEP} deep; write a simpler run")
        close = self.closing()
        self.at += 1
        parts = self._listed(depth + 1, close)
        if not parts:
            self.refuse_here()
        self.at = close + 1
        inner: Step | None = None
        if len(parts) > 1 and self._behind_with and isinstance(parts[-1], Step):
            *parts, inner = parts  # type: ignore[assignment]
        words = self._trailing_words()
        if words:
            parts = [filled(part, words) for part in parts]
        return tuple(parts), inner

    def _listed(self, depth: int, close: int) -> list[Part]:
        """The parts between brackets; a recovery after 'w/' behind the last is kept apart."""
        outer_tokens, self.tokens = self.tokens, self.tokens[:close]
        behind = False
        try:
            parts = list(self.parts(Where(repeat=True), depth))
        finally:
            self.tokens = outer_tokens
        if self._with_last and len(parts) > 1:
            behind = True
        self._behind_with, self._with_last = behind, False
        return parts

    def _multiply(self, found: list[Part]) -> None:
        """'400 m x 6', 'run 5 min walk 1 min x 6'."""
        token = self.tokens[self.at]
        count, most = self._counted(token)
        self.at += 1
        body = self._repeatedly(found) if "repeat" in token.text.lower() else [found.pop()]
        body = [named(part) for part in body]  # 'hill sprints 12 s x 6' are hard, a run over hills isn't
        last = body[0]
        if len(body) == 1 and isinstance(last, Step) and found and isinstance(found[-1], Step):
            before = found[-1]
            if is_paced_turn(before, last):
                ask_both(found[:-1], before, last, count)
                body.insert(0, found.pop())
            elif is_rest(last, easy=True) and not before.role and is_turn(before, last):
                body.insert(0, found.pop())
                self._ask_all(found, body, token.text)
            else:
                ask_list(found, last, count)
        if len(body) == 1 and isinstance(body[0], Repeat) and body[0].count == 1:
            found.append(replace(body[0], count=count, most=most))
            return
        words = self._trailing_words(amount_of(body[0]))
        if words:
            body = [filled(part, words) for part in body]
        recovery, equal = self._recovery()
        if recovery and equal:
            recovery = self._equal_to(body[0], recovery)
        if recovery and self._bracketed and is_total(recovery, Repeat(count, tuple(body))):
            recovery = None
        found.append(Repeat(count, tuple(body), recovery, most))

    def _ask_all(self, found: list[Part], pair: list[Part], times: str) -> None:
        """Refuse 'jog 3 min, walk 90 s, jog 5 min, walk 2 min x 2', of which all or the last two may be repeated."""
        steps = [part for part in found[-2:] if isinstance(part, Step) and not part.role]
        if len(steps) == 2 and is_rest(steps[1], easy=True) and is_turn(*steps):
            all_of_it, two = " / ".join(map(str, (*steps, *pair))), " / ".join(map(str, pair))
            count = times.strip("x ") or times
            raise ValueError(
                f"'{times}' could repeat all of it or the last two;"
                f" write '{count} x ({all_of_it})' or '{count} x ({two})'"
            )

    def _group(self, where: Where, depth: int) -> Parts:
        """StepBrackets without a count: a list run once, or as often as is said behind them."""
        body, inner = self._bracketed_body(depth)
        if self.is_kind("times"):
            found: list[Part] = [Repeat(1, body, inner)] if inner else [Repeat(1, body)]
            self._multiply(found)
            last = found[-1]
            assert isinstance(last, Repeat)
            recovery, _ = self._recovery()
            return (replace(last, recovery=recovery),) if recovery and not last.recovery else (last,)
        if inner and all(isinstance(part, Step) for part in body) and len(body) == 1:
            return (*body, inner)
        recovery, equal = self._recovery()
        if recovery and len(body) == 1 and isinstance(body[0], Ladder) and not body[0].recovery:
            return (replace(body[0], recovery=recovery, equal=equal),)
        rungs = tuple(part for part in body if isinstance(part, Step))
        if (recovery or inner) and len(rungs) == len(body):
            return (Ladder(rungs, recovery or inner, equal),)
        if len(rungs) == len(body) > 1 and not recovery and not where.repeat and depth == 0:
            return (Ladder(rungs),)
        return (*body, *((recovery or inner,) if recovery or inner else ()))

    def _placed(self, step: Step, depth: int) -> Parts:
        """'20 km long, last 5 km @ marathon'."""
        raise NotImplementedError
