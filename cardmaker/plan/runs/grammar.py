"""The tokens of a run → its parts: steps, repeats with their recoveries, ladders, wholes with parts inside."""

from dataclasses import replace
from itertools import pairwise
from typing import Final, Literal

from cardmaker.plan.quantity import OPEN, Quantity
from cardmaker.plan.runs import asking
from cardmaker.plan.runs.efforts import HARDNESS, REPEATABLE, RESTING, Effort
from cardmaker.plan.runs.lexer import Bare, RunToken
from cardmaker.plan.runs.lexicon import VERBS
from cardmaker.plan.runs.record import (
    Ladder,
    Part,
    Place,
    Repeat,
    Step,
    Whole,
    far_and_long,
    flat,
    span_of,
    sum_of,
)
from cardmaker.plan.runs.shapes import (
    amount_of,
    filled,
    has_role,
    is_lower,
    is_rest,
    is_same,
    is_total,
    is_turn,
    roled,
    timed,
    within_sets,
)
from cardmaker.plan.runs.steps import FIGURES, OWN_DISTANCE, StepDraft, Steps, Where, noted, with_words

_FEW_SECONDS: Final = 300
_FEW_METRES: Final = 1000
"""An easy stretch shorter than this behind repeats comes after each: nobody ends a run with it."""
_MANY_SECONDS: Final = 600
_MANY_METRES: Final = 1500
"""A jog longer than this, and than the repeats, is as likely a cool-down."""
_WHOLE_METRES: Final = 9500
"""So far hardly anyone warms up: more of it with a harder stretch behind a comma may hold that stretch."""
_LONG_REST: Final = 120.0
"""A longer rest is as likely one between sets."""
_UNIT_WORDS: Final = {"mile": ("mi", 1.0), "km": ("km", 1.0), "kilometre": ("km", 1.0), "k": ("km", 1.0)}
_SHARES: Final = {"half": 0.5, "third": 1 / 3, "quarter": 0.25}

_TRAILING: Final = (
    "effort", "pace", "target", "offset", "filler", "word", "quoted", "in", "clock", "number", "amount",
)  # fmt: skip

Parts = tuple[Part, ...]
What = Literal["distance", "duration"]


class Grammar(Steps):
    """Reads the parts of a run, each production a method."""

    def parts(self, where: Where, depth: int = 0) -> Parts:
        """Everything up to the end, or to a closing bracket."""
        found: list[Part] = []
        joint = first = ""
        while self.peek() and not self.is_sign(")]"):
            begin = self.at
            joint = self._joint() or (joint if not found else "")
            first = joint if len(found) == 1 else first
            if not self.peek() or self.is_sign(")]"):
                self._hanging(joint)
                break
            self._next(found, joint, where, depth)
            if self._rest_behind and len(found) > 2 and found[-2] is self._rest_behind:
                found = self._list_with_rest(found)
            self._rest_behind, joint = None, ""
            if self.at == begin:
                self.refuse_here()
        if self.cool_down and depth == 0:
            found.append(self.cool_down)
            self.cool_down = None
        if depth == 0 and first in (",", ";", "-", "--"):
            found = self._without_total(found)
        return tuple(found)

    cool_down: Step | None = None
    """The cool-down of '2 km wu/cd', which comes last."""

    def _without_total(self, found: list[Part]) -> list[Part]:
        """'20 mi - 10 easy, 10 MP' is 20 miles in all; '14 miles, 6 @ MP' may be 14 or 20, and is refused."""
        whole, rest = found[0], found[1:]
        if not isinstance(whole, Step) or whole != Step(whole.amount) or not rest:
            return found
        if any(step.role or step.effort == "strides" for step in flat(rest)):
            return found
        what: What = "distance" if whole.amount.metres is not None else "duration"
        total, taken = span_of(whole, what), sum_of(span_of(part, what) for part in rest)
        said = [step.effort for step in flat(rest) if step.effort]
        exact = total.exact is not None and taken.exact is not None
        if len(rest) > 1 and said and exact and abs(total.least - taken.least) < 0.005 * total.least:
            return rest
        far = whole.distance.middle or 0.0
        hard = any(HARDNESS[effort] >= HARDNESS["steady"] for effort in said)
        if (
            far < _WHOLE_METRES
            or not hard
            or taken.least > 0.75 * far
            or not all(isinstance(p, Step) for p in rest)
        ):
            return found
        text = " / ".join(map(str, rest))
        raise ValueError(
            f"'{whole}, {text}' could be {whole} in all or more; write '{whole} with {text}' or '{whole} + {text}'"
        )

    def _hanging(self, joint: str) -> None:
        """Refuse a joint with nothing behind it, except signs that end a sentence."""
        if (joint and joint[-1] in "/+&") or joint.split()[-1:] in (["then"], ["and"], ["x"], ["w/"]):
            raise ValueError(
                f"nothing follows '{joint[-1:] if joint[-1] in '/+&' else joint}'; write a run like '{asking.EXAMPLE}'"
            )

    def _joint(self) -> str:
        """Take what parts two stretches."""
        taken: list[str] = []
        while token := self.peek():
            if not (self.is_joint() or self.is_sign(":") or (self.is_kind("with") and self._with_parts())):
                break
            taken.append(token.text.lower())
            self.at += 1
        return " ".join(taken)

    def _with_parts(self) -> bool:
        """Whether 'with' only joins a warm-up or cool-down."""
        return self.is_kind("role wu", "role cd", "role both", ahead=1) or (
            self.is_kind(*FIGURES, ahead=1) and any(t.kind.startswith("role") for t in self.segment(1))
        )

    def _next(self, found: list[Part], joint: str, where: Where, depth: int) -> None:
        """Take the next part behind *found*."""
        if found and self.is_kind("times"):
            self._multiply(found)
            return
        if (
            found
            and self.is_kind("off", "with")
            and isinstance(found[-1], Repeat | Ladder)
            and not found[-1].recovery
        ):
            recovery, _ = self._recovery()
            if recovery:
                found[-1] = replace(found[-1], recovery=recovery)
                return
        if self.is_kind("filler") and self.tokens[self.at].text.lower() == "for" and self._for(found):
            return
        if found and self.is_kind("last", "first", "middle") and isinstance(found[-1], Step):
            found[-1:] = self._placed(found[-1], depth)
            return
        if found and self.wordy() and self._words_only(found):
            return
        if not found and self.wordy() and len(self.segment()) < len(self.tokens) - self.at and depth == 0:
            self._words_first(found, where)
            return
        if found and self._words_then_place(found, depth):
            return
        begin = self.at
        lead = self._lead()
        if lead and lead.other and lead.aside:
            self.refuse_sport(self.tokens[begin:], self.verbatim(self.tokens[begin:]))
        if self.is_kind("count"):
            if lead is None and found and self.at == len(self.tokens) - 1:
                self._multiply(found)
                return
            found.extend(self._with_lead(self._repeated(depth), lead))
            self._share_equal(found)
        elif self.is_kind("chain"):
            found.extend(self._with_lead((self._ladder(where),), lead))
        elif self.is_kind("alternate"):
            found.append(self._alternating(lead))
        elif self.is_sign("(["):
            found.extend(self._with_lead(self._group(where, depth), lead))
        else:
            self._stretch(found, joint, where, depth)

    def _words_then_place(self, found: list[Part], depth: int) -> bool:
        """'15 mi long, fast finish last 3 mi': words before the place of a part."""
        ahead = 0
        while self.is_kind("effort", "filler", "word", ahead=ahead):
            ahead += 1
        last = found[-1]
        if not ahead or not self.is_kind("last", "first", ahead=ahead) or not isinstance(last, Step):
            return False
        words = self.verbatim(self.tokens[self.at : self.at + ahead])
        self.at += ahead
        found[-1:] = self._placed(replace(last, note=noted(last.note, words)), depth)
        return True

    def _share_equal(self, found: list[Part]) -> None:
        """'2 x 90 s, 4 x 60 s w/ equal float': the repeats before have it, too."""
        equal, self.equal = self.equal, None
        for at in range(len(found) - 2, -1, -1):
            part = found[at]
            if not equal or not isinstance(part, Repeat) or part.recovery:
                break
            found[at] = replace(part, recovery=replace(equal, amount=amount_of(part.parts[0])))

    def _lead(self) -> StepDraft | None:
        """Words before repeats, a ladder or a group: 'VO2max 5 x 3 min'."""
        at = self.at
        while (token := self.peek(at - self.at)) and (
            token.kind in ("effort", "filler", "word", "quoted", "other")
            or token.kind.startswith("role")
            or (token.kind == "sign" and token.text in ":.")
        ):
            at += 1
        token = self.peek(at - self.at)
        opened = token is not None and token.kind == "sign" and token.text in "(["
        if at == self.at or not token or not (token.kind in ("count", "chain", "alternate") or opened):
            return None
        if opened and not self._plural(at):
            return None
        draft = StepDraft()
        while self.at < at:
            token = self.tokens[self.at]
            if not self.absorb(draft, token, Where(repeat=True)):
                self.at += 1
        return draft

    def _plural(self, at: int) -> bool:
        """Whether the bracket at *at* holds more than one amount."""
        here, self.at = self.at, at
        close = self.closing()
        self.at = here
        return sum(token.kind in (*FIGURES, "count") for token in self.tokens[at:close]) > 1

    def _with_lead(self, parts: Parts, lead: StepDraft | None) -> Parts:
        if lead is None:
            return parts
        where = Where(repeat=True)
        effort, said = self._words_of(lead, where)
        if lead.role:
            words = Step(OPEN, effort or "easy", role="warm-up" if lead.role == "wu" else "cool-down")
            parts = tuple(roled(part, words) for part in parts)
        if "role" in lead.led and not lead.said:
            effort, said = "", ""
        note = noted(*lead.notes)
        words = Step(OPEN, effort, lead.pace, "", said, targets=tuple(lead.targets), note=note)
        if said and all(step.effort or step.said for step in flat(parts)):
            self.notes.append(said)
        return (
            (filled(parts[0], words), *parts[1:])
            if len(parts) == 1
            else tuple(filled(p, words) for p in parts)
        )

    def _words_first(self, found: list[Part], where: Where) -> None:
        """'General aerobic + speed 8 mi': words before a joint go with what follows."""
        end = self.at + len(self.segment())
        draft = StepDraft()
        while self.at < end:
            if not self.absorb(draft, self.tokens[self.at], Where(repeat=True)):
                self.at += 1
        effort, said = self._words_of(draft, Where(repeat=True))
        words = Step(
            OPEN, effort, draft.pace, "", said, targets=tuple(draft.targets), note=noted(*draft.notes)
        )
        if not self._joint() or not self.peek():
            self.at = end
            self.refuse_here()
        self._next(found, "", where, 0)
        found[:1] = [filled(part, words) for part in found[:1]]

    def _for(self, found: list[Part]) -> bool:
        """'jog 60 s and walk 90 s for 20 min'; a time for a distance."""
        if not self.is_kind("amount", "clock", ahead=1) or not found:
            return False
        whole: Quantity = self.tokens[self.at + 1].value
        pair = tuple(found[-2:])
        if len(pair) == 2 and all(isinstance(part, Step) for part in pair) and is_rest(pair[1], easy=True):
            repeat = self._filling(Step(whole), pair)
            if repeat is None:
                raise ValueError(
                    f"'{pair[0]}' and '{pair[1]}' don't go into {whole} evenly; "
                    f"write how often, '8 x ({pair[0]} / {pair[1]})'"
                )
            found[-2:] = [repeat]
            self.at += 2
            return True
        last = found[-1]
        if (
            isinstance(last, Step)
            and last.amount.metres is not None
            and whole.seconds is not None
            and not last.also
        ):
            found[-1] = replace(last, also=whole)
            self.at += 2
            return True
        self.at += 1
        return False

    def hint(self) -> Step:
        """What words alone say of effort, all of the tokens."""
        draft = StepDraft()
        while (token := self.peek()) and self.absorb(draft, token, Where(repeat=True)):
            pass
        effort, said = self._words_of(draft, Where(repeat=True))
        return Step(OPEN, effort, said=said, to=draft.to)

    def _words_only(self, found: list[Part]) -> bool:
        """Words without an amount behind a joint: a remark, unless they need one."""
        tokens = self.segment()
        first = tokens[0]
        kinds = {token.kind for token in tokens}
        if (
            first.kind == "effort"
            and first.text.lower() in REPEATABLE
            and kinds <= {"effort", "filler", "sign", "word"}
        ):
            return False
        efforts = [token.value.effort for token in tokens if token.kind == "effort"]
        if kinds <= {"effort", "filler", "pace", "target"} and not kinds & {"target", "pace"}:
            if any(HARDNESS[effort] >= HARDNESS["tempo"] for effort in efforts):
                return False
            if not found or not efforts:
                return False
        self.at += len(tokens)
        if kinds == {"quoted"}:
            self.notes += [token.value for token in tokens]
            return True
        text = self.verbatim(tokens)
        last = found[-1]
        paces = [token for token in tokens if token.kind == "pace"]
        if len(paces) == len(tokens) == 1 and isinstance(last, Step) and not last.pace:
            found[-1] = replace(last, pace=paces[0].value)
            return True
        if isinstance(last, Repeat | Ladder) and not last.recovery and _is_equal(tokens):
            between = Step(OPEN, _resting(efforts) or "recovery", said=self._effort_words(tokens))
            if isinstance(last, Repeat):
                found[-1] = replace(last, recovery=replace(between, amount=amount_of(last.parts[0])))
            else:
                found[-1] = replace(last, recovery=between, equal=True)
            return True
        climbs = [token.value for token in tokens if token.kind == "climb"]
        if isinstance(last, Step):
            note = text if not climbs else self.verbatim([token for token in tokens if token.kind != "climb"])
            found[-1] = replace(last, climb=(climbs or [last.climb])[0], note=noted(last.note, note))
            return True
        recovery = _resting(efforts)
        if recovery and isinstance(last, Repeat) and not last.recovery:
            found[-1] = replace(
                last, recovery=Step(OPEN, recovery, said=self._effort_words(tokens), note=_rest_of(tokens))
            )
            return True
        self.notes.append(text)
        return True

    def _effort_words(self, tokens: list[RunToken]) -> str:
        return " ".join(token.text for token in tokens if token.kind == "effort" and not token.value.ours)

    def _stretch(self, found: list[Part], joint: str, where: Where, depth: int) -> None:
        behind = bool(found) and isinstance(found[-1], Repeat | Ladder) and "then" not in joint
        before = bool(found) and self.is_kind("filler") and self.tokens[self.at].text.lower() == "after"
        step, draft = self.step(where._replace(behind=behind))
        if before and step.effort not in RESTING:
            found.insert(0, step)  # '6 x 8 s hill sprints after 45 min easy'
            return
        if draft.other:
            self.notes.append(f"{step.amount} {step.note}".strip())
            self.remarks.append(f"'{step.amount} {step.note}' isn't counted as running")
            return
        if found and self._attached(found, step, draft, joint):
            return
        if draft.role == "both":
            self._both(found, step)
            return
        if (
            draft.role == "wu"
            and found
            and not any(map(has_role, found))
            and joint in ("+", ",", ";", "and", "&", "plus", ", and", ", plus")
        ):
            found.insert(0, step)  # '5 x 1 km + 2 km wu + 2 km cd'
            return
        self._ask_one_or_two(found, step, joint)
        found.extend(self._followed(step, where, depth))

    def _ask_one_or_two(self, found: list[Part], step: Step, joint: str) -> None:
        """Refuse '8 km, 45 min', which is likely one stretch."""
        if (
            joint in (",", "/", "~", "")
            and len(found) == 1
            and not self.peek()
            and far_and_long(found[0], step)
        ):
            raise ValueError(
                f"'{found[0]}' and '{step}' could be one stretch or two; write '{found[0]} in {step}' or "
                f"'{found[0]} then {step}'"
                if step.amount.seconds is not None
                else f"'{found[0]}' and '{step}' could be one stretch or two; write '{found[0]} ({step.amount})' or "
                f"'{found[0]} then {step}'"
            )

    def _both(self, found: list[Part], step: Step) -> None:
        """'2 km wu/cd' is a warm-up before all, and a cool-down after all."""
        found.insert(0, replace(step, role="warm-up"))
        self.cool_down = replace(step, role="cool-down")
        if step.amount.given:
            self.remarks.append(f"'{step.amount}' is read as the warm-up and as the cool-down, each")

    # Recoveries -------------------------------------------------------------------------------------

    def _attached(self, found: list[Part], step: Step, draft: StepDraft, joint: str) -> bool:
        """Give *step* to the repeats before it, if it is their recovery."""
        last = found[-1]
        if isinstance(last, Whole) and last.inside and self._after_each(last.inside[-1], step, draft, joint):
            recovering = self._recovering(last.inside[-1], step, draft)  # type: ignore[arg-type]
            found[-1] = replace(last, inside=(*last.inside[:-1], recovering))
            return True
        if self._after_each(last, step, draft, joint):
            found[-1] = self._recovering(last, step, draft)  # type: ignore[arg-type]
            return True
        return False

    def _after_each(self, part: Part, step: Step, draft: StepDraft, joint: str) -> bool:
        """Whether *step*, behind repeats, is their recovery."""
        if not isinstance(part, Repeat | Ladder) or step.role or "then" in joint or "." in joint.split():
            return False
        if draft.between_sets or (draft.between and not part.recovery):
            return True
        if part.recovery or (isinstance(part, Repeat) and len(part.parts) > 1 and is_rest(part.parts[-1])):
            return False
        easy = step.effort == "easy" and not draft.notes
        bare = self._bare_recovery(part, step, draft, joint)
        if step.effort not in RESTING and not easy and not bare:
            return False
        rep = part.parts[0] if isinstance(part, Repeat) else part.rungs[0]
        far, long = step.amount.distance.middle or 0.0, step.amount.duration.middle or 0.0
        if easy:
            return (far or long) != 0 and far < _FEW_METRES and long < _FEW_SECONDS
        rep_far = span_of(rep, "distance").middle or 0.0
        rep_long = span_of(rep, "duration").middle or 0.0
        if (far >= _MANY_METRES and far > 1.5 * rep_far) or (long >= _MANY_SECONDS and long > rep_long):
            raise ValueError(
                f"'{step}' behind the repeats could come after each or once at the end; "
                f"write 'w/ {step}' or 'then {step}'"
            )
        return not (isinstance(part, Repeat) and part.count == 1)

    def _bare_recovery(self, part: "Repeat | Ladder", step: Step, draft: StepDraft, joint: str) -> bool:
        """Whether an amount without a word behind repeats is what comes after each: '10 x 30 s / 30 s'."""
        if isinstance(part, Ladder) or len(part.parts) > 1 or step.effort or step.said or draft.notes:
            return False
        if step.targets and is_lower(step, part.parts[0]):
            return True
        if step != Step(step.amount):
            return False
        long = step.amount.duration.middle
        each = span_of(part.parts[0], "duration").middle or 0.0
        if long is None:
            each_far = span_of(part.parts[0], "distance").middle or 0.0
            far = step.amount.distance.middle or 0.0
            if far > each_far:
                return False
            if joint == "/" and far < _FEW_METRES and step.amount.unit == "m":
                self.remarks.append(f"'{step}' is read as the jog after each")
                return True
            raise ValueError(
                f"'{step}' behind the repeats could be a recovery or a part of its own; "
                f"write 'w/ {step} jog' or '{step} easy'"
            )
        return long <= max(each, 180.0)

    def _recovering(self, part: "Repeat | Ladder", step: Step, draft: StepDraft) -> Part:
        recovery = step
        if step.effort not in RESTING and step.effort != "easy":
            recovery = replace(step, effort="recovery")
        elif step.effort == "recovery" and not step.said:
            recovery = replace(step, said="recovery")
        if isinstance(part, Ladder):
            return replace(part, recovery=recovery) if not part.recovery else Repeat(1, (part,), recovery)
        inner = part.parts[0]
        if part.recovery:  # a second one, between sets
            return replace(part, parts=(within_sets(part, part.recovery),), recovery=recovery)
        if (
            len(part.parts) == 1
            and isinstance(inner, Repeat)
            and not inner.recovery
            and not draft.between_sets
        ):
            if (recovery.amount.duration.middle or 0.0) > _LONG_REST:
                raise ValueError(
                    f"'{step}' could come after each or after each set; "
                    f"write 'w/ {step}' inside the brackets or behind them"
                )
            return replace(part, parts=(replace(inner, recovery=recovery),))
        return replace(part, recovery=recovery)

    def _recovery(self) -> tuple[Step | None, bool]:
        """A recovery directly behind repeats, after 'w/', 'off' or in brackets, and whether it equals the repeat."""
        self._bracketed = self.is_sign("([")
        if self.is_kind("with", "off"):
            tokens = self.segment(1)
            if not tokens or any(token.kind.startswith("role") for token in tokens):
                if not tokens and not self.peek(1):
                    raise ValueError(f"nothing follows '/'; write a run like '{asking.EXAMPLE}'")
                return None, False
            if self.is_kind("count", ahead=1):
                raise ValueError("'w/' is followed by one recovery; between the parts of a run write ' / '")
            if self.is_kind("last", "first", "middle", ahead=1):
                return None, False
            off = self.is_kind("off")
            self.at += 1
            recovery, equal = self._one_recovery()
            self._paced_off = None
            if off and recovery and HARDNESS[recovery.effort] >= HARDNESS["marathon"]:
                self._paced_off = replace(recovery, amount=OPEN)  # '4 x 2 km off 2 min @ half'
                recovery = Step(recovery.amount, "recovery")
            return recovery, equal
        if (
            self.is_kind("effort")
            and self.tokens[self.at].value.effort == "rest"
            and " " in self.tokens[self.at].text
        ):
            return self._one_recovery()
        if self.is_sign("(["):
            close = self.closing()
            inner = self.tokens[self.at + 1 : close]
            if any(token.kind in ("count", "chain") or token.kind.startswith("role") for token in inner):
                return None, False
            return self._bracketed_recovery(close)
        return None, False

    _bracketed = False
    """Whether the last recovery was in brackets."""

    def _one_recovery(self) -> tuple[Step | None, bool]:
        step, draft = self.step(Where(recovery=True))
        return step, draft.equal

    def _bracketed_recovery(self, close: int) -> tuple[Step | None, bool]:
        self.at += 1
        inner = self.tokens[self.at : close]
        self.at += self.is_kind("off", "with")
        step, equal = self._one_recovery()
        if self.at < close and self.is_joint():
            self.at += 1
            self.at += self.is_kind("off", "with")
            self.outer, _ = self._one_recovery()
        if self.at != close:
            self.refuse_here()
        self.at = close + 1
        if self.outer and step and _is_time_and_rest(inner):
            step, self._each, self.outer = self.outer, step.amount, None  # '6 x 1 km (3:45, 2 min rest)'
        return step, equal

    _paced_off: Step | None = None
    """What a recovery behind 'off' says of the repeats before it."""

    _each: Quantity | None = None
    """A time for each of the repeats, in the brackets of their recovery."""

    outer: Step | None = None
    """A second recovery in one pair of brackets, for the sets around: [90" & 4']."""

    # Repeats ----------------------------------------------------------------------------------------

    def _repeated(self, depth: int) -> Parts:
        """'6 x 400 m @ 5k w/ 200 m jog', and what directly goes with it."""
        token = self.tokens[self.at]
        count, most = token.value
        for number in (count, most or count):
            if not 1 <= number <= asking.MOST_REPEATS:
                raise ValueError(f"repeats should be 1 to {asking.MOST_REPEATS}, not {number}")
        if most is not None and most <= count:
            raise ValueError(f"'{count}-{most}' times goes down; write '{most}-{count} x'")
        if depth >= asking.MOST_DEEP:
            raise ValueError(f"repeats more than {asking.MOST_DEEP} deep; write a simpler run")
        self.at += 1
        if not self.peek():
            asking.no_amount((), "", each=True)
        body, inner = self._round(token.text, depth) or self._body(depth)
        recovery, equal = self._recovery()
        if recovery and equal:
            recovery = replace(recovery, amount=amount_of(body[0]))
        if self._paced_off:
            body, self._paced_off = tuple(filled(part, self._paced_off) for part in body), None
        if self._each:
            body, self._each = timed(body, self._each), None
        recovery, body, extra = self._settled(recovery, body)
        if inner and recovery:
            raise ValueError(f"two recoveries follow each other: '{inner}' and '{recovery}'; leave one out")
        repeat = Repeat(count, body, recovery or inner, most)
        if recovery and self._bracketed and is_total(recovery, replace(repeat, recovery=inner)):
            return (replace(repeat, recovery=inner), *extra)
        bracketed = self._second_in_brackets()
        if recovery and (bracketed or self._second_follows()):
            self.at += 1
            step, draft = self.step(Where(recovery=True))
            draft.between_sets = True
            self.at += bracketed and self.is_sign(")]")
            if isinstance(body[0], Repeat) and len(body) == 1 and not body[0].recovery:
                repeat = replace(repeat, parts=(replace(body[0], recovery=recovery),), recovery=None)
                return (replace(repeat, recovery=step), *extra)
            return (self._recovering(repeat, step, draft), *extra)
        if recovery and equal:
            self.equal = recovery
        if recovery is None and inner is None and self.outer and depth == 0 and isinstance(body[0], Repeat):
            repeat, self.outer = replace(repeat, recovery=self.outer), None
        if self.outer and depth == 0:
            raise ValueError(
                f"'{recovery}' in brackets could be the time for each or the rest after it, as another follows; "
                "write it like '6 x 1 km in 3:45 w/ 2 min rest'"
            )
        return (repeat, *extra)

    equal: Step | None = None
    """The recovery of the last repeats, if it is as long as each of them: it counts for those before, too."""

    def _second_in_brackets(self) -> bool:
        """Whether '(3 min between sets)' is next."""
        return self.is_sign("([") and any(
            token.kind == "sets" for token in self.tokens[self.at + 1 : self.closing()]
        )

    def _second_follows(self) -> bool:
        """Whether '& 3 min' goes on from a recovery: the one between sets."""
        if not self.is_kind("and") or self.tokens[self.at].text not in ("&", "and"):
            return False
        tokens = self.segment(1)
        return bool(tokens) and all(
            token.kind in ("amount", "clock", "filler", "sets")
            or (token.kind == "effort" and token.value.effort in RESTING)
            for token in tokens
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

    def _round(self, said: str, depth: int) -> tuple[Parts, Step | None] | None:
        """The list behind '4 rounds:', or behind '2 repetitions of' if hard and easy take turns in it."""
        if not said.endswith((":", " of")) or self.is_sign("(["):
            return None
        end = self.at
        while (token := self.peek(end - self.at)) and not self._ends_list(token):
            end += 1
        here, outer, marks = self.at, self.tokens, (len(self.remarks), len(self.notes))
        self.tokens = self.tokens[:end]
        try:
            parts = self.parts(Where(repeat=True), depth + 1)
        except ValueError:
            parts = ()
        self.tokens = outer
        turns = (
            len(parts) > 2
            and len(parts) % 2 == 0
            and all(is_rest(part, easy=True) == bool(n % 2) for n, part in enumerate(parts))
        )
        self._with_last = False
        if self.at == end and (turns or (said.endswith(":") and len(parts) > 1)):
            hard, last = parts[:-1], parts[-1]
            if len(hard) == 1 and isinstance(last, Step) and is_rest(last, easy=True):
                return hard, last
            return parts, None
        self.at = here
        del self.remarks[marks[0] :], self.notes[marks[1] :]
        return None

    def _ends_list(self, token: RunToken) -> bool:
        return (
            token.kind in ("then", "times")
            or token.kind.startswith("role")
            or (token.kind == "sign" and token.text in ".;)]")
        )

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
            step, _ = self.step(where)
            body.extend(self._inside_repeat(step, depth))
        if len(body) == 2 and isinstance(body[1], Step) and is_rest(body[1], easy=True):
            return (body[0],), body[1]
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
        return self.is_kind(*kinds, ahead=ahead) and not self.is_joint()

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

    _behind_with = False
    """Whether the last part in brackets is a recovery after 'w/'."""

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

    _with_last = False

    _rest_behind: Step | None = None
    """The step behind which a recovery is in brackets."""

    def _list_with_rest(self, found: list[Part]) -> list[Part]:
        """'3 km @ half, 2 km @ 10k, 1 km @ 5k (2 min jog)': the recovery comes between all of them."""
        begin = len(found) - 1
        while (
            begin
            and isinstance(step := found[begin - 1], Step)
            and HARDNESS[step.hardest] >= HARDNESS["marathon"]
        ):
            begin -= 1
        rungs = tuple(part for part in found[begin:-1] if isinstance(part, Step) and not part.role)
        rest = found[-1]
        if len(rungs) < 2 or len(rungs) < len(found) - 1 - begin or not isinstance(rest, Step):
            return found
        return [*found[:begin], Ladder(rungs, rest)]

    def _trailing_words(self, amount: Quantity = OPEN) -> Step | None:
        """An effort behind brackets or 'x 4', for all in them: '2 x (1 km + 2 km) @ half'."""
        draft = StepDraft(amount=amount if amount.given else None)
        while (token := self.peek()) and token.kind in _TRAILING:
            if token.kind in FIGURES and (
                not amount.given or self.tokens[self.at - 1].text not in ("@", "at")
            ):
                break
            if token.kind == "word" and token.text in ("-", "--"):
                break
            if not self.absorb(draft, token, Where(repeat=True)):
                break
        if not (draft.said or draft.pace or draft.targets or draft.notes or draft.split or draft.also):
            return None
        effort, said = self._words_of(draft, Where(repeat=True))
        if draft.split:
            self._settle_split(draft, amount)
        note = noted(*draft.notes)
        effort = effort or _percent_of(draft)
        return Step(
            OPEN, effort, draft.pace, "", said, targets=tuple(draft.targets), also=draft.also, note=note
        )

    def _multiply(self, found: list[Part]) -> None:
        """'400 m x 6', 'run 5 min walk 1 min x 6'."""
        token = self.tokens[self.at]
        count = token.value if token.kind == "times" else token.value[0]
        if not 1 <= count <= asking.MOST_REPEATS:
            raise ValueError(f"repeats should be 1 to {asking.MOST_REPEATS}, not {count}")
        self.at += 1
        body = self._repeatedly(found) if "repeat" in token.text.lower() else [found.pop()]
        last = body[0]
        if len(body) == 1 and isinstance(last, Step) and found and isinstance(found[-1], Step):
            before = found[-1]
            if is_rest(last, easy=True) and not before.role and is_turn(before, last):
                body.insert(0, found.pop())
        if len(body) == 1 and isinstance(body[0], Repeat) and body[0].count == 1:
            found.append(replace(body[0], count=count))
            return
        words = self._trailing_words(amount_of(body[0]))
        if words:
            body = [filled(part, words) for part in body]
        recovery, equal = self._recovery()
        if recovery and equal:
            recovery = replace(recovery, amount=amount_of(body[0]))
        if recovery and self._bracketed and is_total(recovery, Repeat(count, tuple(body))):
            recovery = None
        if len(body) > 1 and not recovery:
            found.append(Repeat(count, tuple(body)))
        else:
            found.append(Repeat(count, tuple(body), recovery))

    def _repeatedly(self, found: list[Part]) -> list[Part]:
        """What '…, repeat 5 times' repeats: the turns of hard and easy, or of running and walking, before it."""
        begin = len(found)
        while begin and isinstance(found[begin - 1], Step) and not has_role(found[begin - 1]):
            begin -= 1
        steps = [part for part in found[begin:] if isinstance(part, Step)]
        if len(steps) < 2:
            return [found.pop()]
        easy = [step.effort == "walk" for step in steps]
        if not any(easy) or all(easy):
            easy = [is_rest(step, easy=True) for step in steps]
        begin += len(steps) % 2
        if any(one == other for one, other in pairwise(easy)):
            raise ValueError(
                f"what is repeated, '{steps[-1]}' or all before it? write it like '4 x ({steps[-2]} / {steps[-1]})'"
            )
        body = found[begin:]
        del found[begin:]
        return body

    # Ladders and groups --------------------------------------------------------------------------------

    def _ladder(self, where: Where) -> Part:
        """'400-800-1200-800-400 @ 5k w/ 400 m jog', '1-2-3-2-1 min'."""
        token = self.tokens[self.at]
        self.at += 1
        draft = StepDraft(amount=OPEN)
        while (
            (following := self.peek())
            and following.kind not in FIGURES
            and self.absorb(draft, following, Where(repeat=True))
        ):
            pass
        words = self.built(replace(draft, amount=Quantity(1, "km")), Where(repeat=True), [])
        rungs = tuple(replace(words, amount=self._rung(value, where, words.effort)) for value in token.value)
        recovery, equal = self._recovery()
        return Ladder(rungs, recovery, equal)

    def _rung(self, value: Quantity | Bare, where: Where, effort: Effort) -> Quantity:
        if isinstance(value, Bare):
            return self.checked_amount(self._bare(value, replace_unit(where), effort))
        if value.unit in ("m", "metres"):
            if value.value < 50 and value.unit == "m":
                asking.ask_metres(value)
            return self.checked_amount(Quantity(value.value, "m"))
        return self.checked_amount(value)

    def _group(self, where: Where, depth: int) -> Parts:
        """Brackets without a count: a list run once, or as often as is said behind them."""
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

    def _alternating(self, lead: StepDraft | None, of: Step | None = None) -> Part:
        """'alternate 60 s jog and 90 s walk for 20 min'."""
        self.at += 1
        steps: list[Step] = []
        whole: Quantity | None = of.amount if of else None
        while len(steps) < 2 and self.peek():
            step, _ = self.step(Where(repeat=True))
            steps.append(step)
            if len(steps) == 1:
                self.at += self.is_joint() or self.is_kind("with")
        if self.is_kind("times"):
            count = self.tokens[self.at].value
            self.at += 1
            return Repeat(count, tuple(steps))
        if self.is_kind("filler") and not of:
            self.at += 1
        if self.is_kind("amount", "clock") and not of:
            whole = self.tokens[self.at].value
            self.at += 1
        if whole is None:
            raise ValueError(
                "how often, or for how long? write '8 x (1 min run / 1 min walk)' or '… for 20 min'"
            )
        return self._filling(Step(whole), tuple(steps)) or Step(
            whole, "easy", note=" / ".join(map(str, steps))
        )

    def _filling(self, whole: Step, parts: Parts) -> Part | None:
        """*parts* as often as they go into *whole*; None if they don't."""
        what = "distance" if whole.amount.metres is not None else "duration"
        total = span_of(whole, what).exact  # type: ignore[arg-type]
        once = sum_of(span_of(part, what) for part in parts).exact  # type: ignore[arg-type]
        if not total or not once:
            return None
        count = total / once
        if abs(count - round(count)) > 1e-6 or not 2 <= round(count) <= asking.MOST_REPEATS:
            return None
        return Repeat(round(count), parts)

    # Wholes ---------------------------------------------------------------------------------------------

    def _followed(self, step: Step, where: Where, depth: int) -> Parts:
        """What goes with a step: repeats of it, a recovery, or parts that are inside it."""
        if self.is_kind("last", "first", "middle"):
            return self._placed(step, depth)
        if self.is_kind("alternate"):
            return (self._alternating(None, step),)
        if self.is_sign(":;|") and depth == 0 and self.wordy(1) and self._rest_is_words():
            self.at += 1
            words = self.hint()
            return (with_words(step, words),)
        if self.is_sign(":") and self.peek(1) and depth == 0 and not where.unit:
            self.at += 1
            return self.inside(step, self.parts(Where(unit=step.amount.unit), depth), "")
        if self.is_sign("(["):
            return self._with_brackets(step, where, depth)
        if self.is_kind("with", "off"):
            return self._with(step, where, depth)
        if self._holds(step):
            return self._collected(step, list(self._held(step, depth)), depth)
        return (step,)

    def _holds(self, step: Step) -> bool:
        """Whether a whole's parts follow without a joint: '8 km of 1 km MP / 1 km easy', '10 mi run 4 min walk 1'."""
        before = self.tokens[self.at - 1]
        if not self.is_kind("amount", "count", "clock") and not (
            self.is_kind("effort") and self.is_kind("amount", ahead=1)
        ):
            return False
        far, long = step.amount.distance.middle or 0.0, step.amount.duration.middle or 0.0
        if far < _FEW_METRES and long < _MANY_SECONDS:
            return False
        if before.kind == "filler" and before.text.lower() == "of":
            return True
        return before.text.lower() in VERBS and self._walks()

    def _walks(self) -> bool:
        """Whether 'run 4 min walk 1 min' ends the segment, the first verb taken already."""
        kinds = [token.kind for token in self.segment() if token.kind != "filler"]
        return kinds[:3] in (["amount", "effort", "amount"], ["amount", "amount", "effort"])

    def _held(self, step: Step, depth: int) -> Parts:
        parts: list[Part] = []
        self.at -= self.tokens[self.at - 1].text.lower() in VERBS
        self._next(parts, "", Where(unit=step.amount.unit), depth)
        if len(parts) == 1 and self.is_kind("effort", "amount"):
            self._next(parts, "", Where(unit=step.amount.unit), depth)
        return tuple(parts)

    def _rest_is_words(self) -> bool:
        """Whether nothing but an easy effort follows: '8 km; easy'."""
        tokens = self.tokens[self.at + 1 :]
        return all(token.kind in ("effort", "filler") for token in tokens) and all(
            HARDNESS[token.value.effort] <= HARDNESS["steady"] and token.value.sort != "kind"
            for token in tokens
            if token.kind == "effort"
        )

    def _with(self, step: Step, where: Where, depth: int) -> Parts:
        here = self.at
        self.at += 1
        if self.is_kind("last", "first", "middle"):
            return self._placed(step, depth)
        if self.is_sign("["):
            return self.inside(step, self._bracketed_inside(step, depth), "")
        tokens = self.segment()
        if not tokens:
            raise ValueError(f"nothing follows '/'; write a run like '{asking.EXAMPLE}'")
        if any(token.kind == "every" for token in tokens) or (self.wordy() and not self._countable(tokens)):
            self.at += len(tokens)
            climbs = [token for token in tokens if token.kind == "climb"]
            tokens = [token for token in tokens if token.kind != "climb"]
            if climbs:
                step = replace(step, climb=climbs[0].value)
                if not tokens:
                    return self._followed(step, where, depth)
            words = self.verbatim([self.tokens[here], *tokens])
            mere = where.repeat and all(token.kind in ("effort", "filler") for token in tokens)
            if mere and tokens[0].kind == "effort" and tokens[0].value.effort in RESTING:
                self._with_last = True
                return (step, Step(OPEN, tokens[0].value.effort))
            return self._followed(replace(step, note=noted(step.note, words)), where, depth)
        if not self.is_kind("count", "chain") and not self.is_sign("("):
            first, draft = self.step(
                Where(recovery=where.repeat, unit=step.amount.unit if not where.repeat else "")
            )
            if first.role and (step.effort == "race" or step.said.lower() in OWN_DISTANCE):
                return self._around_race(step, first, draft.role == "both")
            if draft.role == "both":
                down = replace(first, role="cool-down")
                if not first.amount.given and self.peek() and not self.is_sign(")]"):
                    self.at += self.is_sign(":,;") or self.is_kind("with", "and", "then")
                    return self.inside(
                        step, (first, *self.parts(Where(unit=step.amount.unit), depth + 1), down), ""
                    )
                return self._middle(step, first, down) or self._collected(step, [first, down], depth)
            resting = first.effort in RESTING and not first.role
            if resting or (where.repeat and first.effort == "recovery"):
                self._with_last = where.repeat
                self._rest_behind = None if where.repeat else step
                return (step, first)
            parts: list[Part] = list(self._followed(first, Where(unit=step.amount.unit), depth))
            if self.is_kind("times"):
                self._multiply(parts)
        else:
            parts = []
            self._next(parts, "", Where(unit=step.amount.unit), depth)
        return self._collected(step, parts, depth)

    def _middle(self, step: Step, up: Step, down: Step) -> Parts:
        """'8 mi with 1 mi wu and cd' is 6 mi between them; nothing if that isn't known."""
        whole, ends = step.amount, up.amount
        left = whole.value - 2 * ends.value
        hard = HARDNESS[step.effort] >= HARDNESS["tempo"]
        if hard or whole.most or ends.most or whole.unit != ends.unit or left <= 0 or self.peek():
            return ()
        return (up, replace(step, amount=replace(whole, value=round(left, 3))), down)

    def _around_race(self, step: Step, first: Step, both: bool) -> Parts:
        """A race with a warm-up or cool-down, which are run around it."""
        if first.role == "cool-down" and not both:
            return (step, first)
        return (first, step, *((replace(first, role="cool-down"),) if both else ()))

    def _bracketed_inside(self, step: Step, depth: int) -> Parts:
        """The parts in square brackets, as the normal form has them."""
        close = self.closing()
        self.at += 1
        outer_tokens, self.tokens = self.tokens, self.tokens[:close]
        try:
            parts = self.parts(Where(unit=step.amount.unit), depth)
        finally:
            self.tokens = outer_tokens
        self.at = close + 1
        return parts

    def _countable(self, tokens: list[RunToken]) -> bool:
        return tokens[0].kind == "effort" and tokens[0].text.lower() in REPEATABLE

    def _collected(self, step: Step, parts: list[Part], depth: int, place: Place = "") -> Parts:
        """The parts inside *step*: *parts*, and those behind them that go into it."""
        self._pair(parts)
        here = self.at
        exact = self._rest_is_inside(step, parts, depth)
        if exact is None:
            self.at = here
            while (
                self.is_sign(",") or self.is_kind("and") or (self.is_kind("then") and self._strides_follow())
            ):
                back = self.at
                more = list(parts)
                try:
                    self._joint()
                    self.at += place == "start" and self.is_kind("last") and self.is_kind(*FIGURES, ahead=1)
                    if self.wordy() or self.is_kind("last", "first"):
                        raise ValueError
                    self._next(more, ",", Where(unit=step.amount.unit), depth)
                except ValueError:
                    self.at = back
                    break
                if self._too_much(step, more) or any(has_role(part) for part in more[len(parts) :]):
                    self.at = back
                    break
                parts = more
            exact = tuple(parts)
        return self.inside(step, exact, place)

    def _strides_follow(self) -> bool:
        """Whether repeats of strides come next: '10 mi with 8 x 10 s hill sprints then 8 x 100 m strides'."""
        return self.is_kind("count", ahead=1) and any(
            token.kind == "effort" and token.value.effort == "strides" for token in self.segment(1)
        )

    def _pair(self, parts: list[Part]) -> None:
        """Take the easy half of '1 min hard / 1 min easy', or the recovery of repeats, behind a joint."""
        here, marks = self.at, len(self.remarks)
        joint = self.tokens[here].text if self.peek() else ""
        if (
            not parts
            or not (self.is_sign("/,;") or self.is_kind("and"))
            or not self.is_kind(*FIGURES, "effort", ahead=1)
        ):
            return
        try:
            self.at += 1
            step, draft = self.step(Where(behind=True))
            if self._attached(parts, step, draft, ","):
                return
            last = parts[-1]
            if joint == "/" and isinstance(last, Repeat) and not last.recovery and is_rest(step, easy=True):
                parts[-1] = self._recovering(last, step, draft)
                return
            short = (step.amount.duration.middle or 1e9) < _FEW_SECONDS
            if parts and isinstance(parts[0], Step) and step.amount.metres is not None and joint == "/":
                short = step.amount == parts[0].amount
            if len(parts) == 1 and isinstance(parts[0], Step) and short and is_turn(parts[0], step):
                parts.append(step)
                return
        except ValueError:
            pass
        self.at = here
        del self.remarks[marks:]

    def _rest_is_inside(self, step: Step, parts: list[Part], depth: int) -> Parts | None:
        """All that follows, if together with *parts* it makes up the whole exactly."""
        marks = len(self.remarks), len(self.notes)
        more = list(parts)
        try:
            while self.peek() and not self.is_sign(")]"):
                self._joint()
                self._next(more, "", Where(unit=step.amount.unit), depth)
        except ValueError:
            more = []
        what = "distance" if step.amount.metres is not None else "duration"
        whole = span_of(step, what).exact  # type: ignore[arg-type]
        total = sum_of(span_of(part, what) for part in more).exact if more else None  # type: ignore[arg-type]
        if whole and total and len(more) > len(parts) and abs(whole - total) < 0.005 * whole:
            return tuple(more)
        del self.remarks[marks[0] :], self.notes[marks[1] :]
        return None

    def _too_much(self, step: Step, parts: list[Part]) -> bool:
        what = "distance" if step.amount.metres is not None else "duration"
        whole = span_of(step, what).most  # type: ignore[arg-type]
        return whole is not None and sum_of(span_of(part, what) for part in parts).least > whole  # type: ignore[arg-type]

    def inside(self, step: Step, parts: Parts, place: Place) -> Parts:
        """*parts* inside *step*: all of it, an alternation that fills it, or some of it."""
        if not parts:
            return (step,)
        what = "distance" if step.amount.metres is not None else "duration"
        whole = span_of(step, what)  # type: ignore[arg-type]
        taken = sum_of(span_of(part, what) for part in parts)  # type: ignore[arg-type]
        if all(has_role(part) for part in parts) and HARDNESS[step.effort] >= HARDNESS["tempo"] and parts:
            return self._around(step, parts)
        if whole.most is not None and taken.least > whole.most * 1.005:
            if any(is_same(part, step) for part in parts):
                return parts
            raise ValueError(
                f"'{step}' holds more than itself: {' / '.join(map(str, parts))}; "
                "write the whole first, or part them with ' / '"
            )
        if whole.exact and taken.exact and abs(whole.exact - taken.exact) <= whole.exact * 0.005:
            if len(parts) > 1:
                self.notes += [words for words in (step.said, step.note) if words]
            return tuple(
                filled(part, replace(step, note="", climb=None)) if len(parts) == 1 else part
                for part in parts
            )
        two = [part for part in parts if isinstance(part, Step)]
        if len(parts) == len(two) == 2 and is_turn(*two) and not two[0].role and self._turns(step, two):
            if repeat := self._filling(step, parts):
                if step.said and ("walk" in step.said.lower() or all(one.effort or one.said for one in two)):
                    self.notes.append(step.said)
                    return (repeat,)
                return (filled(repeat, Step(OPEN, said=step.said)),)
            return (replace(step, note=noted(step.note, " / ".join(map(str, parts)))),)
        return (Whole(step, parts, place),)

    def _turns(self, step: Step, two: list[Step]) -> bool:
        """Whether two stretches are turns that make up a whole: '40 min with 1 min hard / 1 min easy'."""
        if step.amount.metres is None:
            taken = sum_of(one.duration for one in two).most
            return taken is not None and taken < (step.duration.most or 0) / 2
        if all(one.amount.metres is not None for one in two):
            taken = sum_of(one.distance for one in two).most
            return two[0].amount == two[1].amount and (taken or 1e9) < (step.distance.most or 0) / 2
        return all((one.amount.duration.most or 1e9) < _FEW_SECONDS for one in two)

    def _around(self, step: Step, parts: Parts) -> Parts:
        """A warm-up and cool-down behind 'with' are run around a hard stretch, unless they may be in it."""
        text = " / ".join(map(str, parts))
        if any(isinstance(part, Step) and part.amount.given for part in parts):
            raise ValueError(
                f"'{step} with {text}' could hold them or add them; write '{parts[0]} / {step}' "
                f"or '{step.amount} easy with … {step.effort}'"
            )
        before = tuple(part for part in parts if isinstance(part, Step) and part.role == "warm-up")
        after = tuple(part for part in parts if isinstance(part, Step) and part.role == "cool-down")
        return (*before, step, *after)

    def _placed(self, step: Step, depth: int) -> Parts:
        """'20 km long, last 5 km @ marathon'."""
        kind = self.tokens[self.at].kind
        place: Place = {"last": "end", "first": "start"}.get(kind, "")  # type: ignore[assignment]
        self.at += 1
        if self.is_sign("["):
            return self.inside(step, self._bracketed_inside(step, depth), place)
        share = self._share(step)
        if share:
            draft = StepDraft(amount=share)
            while (token := self.peek()) and self.absorb(draft, token, Where()):
                pass
            return self._collected(step, [self.built(draft, Where(), [])], depth, place)
        if not self.peek() or (self.wordy() and not self._countable(self.segment())):
            tokens = self.segment()
            words = self.verbatim([self.tokens[self.at - 1], *tokens])
            self.at += len(tokens)
            return (replace(step, note=noted(step.note, words)),)
        parts: list[Part] = []
        self._next(parts, "", Where(unit=step.amount.unit), depth)
        return self._collected(step, parts, depth, place)

    def _share(self, step: Step) -> Quantity | None:
        """'last mile', 'last half': one unit or a share of the whole."""
        token = self.peek()
        word = token.text.lower() if token else ""
        if word in _UNIT_WORDS:
            self.at += 1
            unit, value = _UNIT_WORDS[word]
            return Quantity(value, unit)
        if word in _SHARES and step.amount.given and step.amount.most is None:
            self.at += 1
            return replace(step.amount, value=round(step.amount.value * _SHARES[word], 3))
        return None

    def _with_brackets(self, step: Step, where: Where, depth: int) -> Parts:
        close = self.closing()
        self.at += 1
        if self.tokens[self.at].text.lower() in ("total", "in total") and self.is_kind("amount", ahead=1):
            total = self.tokens[self.at + 1].value
            self.at = close + 1
            return (Whole(Step(total, "easy"), (step,)),)
        if self.is_kind("with"):
            self.at += 1
        outer_tokens, self.tokens = self.tokens, self.tokens[:close]
        try:
            if self.is_kind("last", "first", "middle"):
                found = self._placed(step, depth)
            elif (
                self.is_kind(*FIGURES)
                and all(
                    t.kind in ("amount", "filler") or (t.kind == "effort" and t.value.effort in RESTING)
                    for t in self.tokens[self.at :]
                )
                and self.tokens[-1].kind == "effort"
            ):
                rest, _ = self.step(Where(recovery=True))
                found = (step, rest)
                self._rest_behind = step
            else:
                found = self.inside(step, self.parts(Where(unit=step.amount.unit), depth), "")
        finally:
            self.tokens = outer_tokens
        self.at = max(self.at, close) + 1
        words = self._trailing_words()
        return tuple(filled(part, words) for part in found) if words else found


def replace_unit(where: Where) -> Where:
    """Rungs of a ladder are repeats."""
    return where._replace(repeat=True)


def _percent_of(draft: StepDraft) -> Effort:
    return next((t.of for t in draft.targets if t.unit == "%" and t.of in HARDNESS), "")  # type: ignore[misc]


def _is_time_and_rest(inner: list[RunToken]) -> bool:
    """Whether brackets hold the time for each repeat and then, in words, the rest after it: '3:45, 2 min rest'."""
    first, *others = inner
    resting = any(token.kind == "effort" and token.value.effort in RESTING for token in others)
    return first.kind == "clock" and resting and others[0].kind == "sign"


def _resting(efforts: list[Effort]) -> Effort:
    return next((effort for effort in efforts if effort in RESTING), "")


def _is_equal(tokens: list[RunToken]) -> bool:
    """Whether 'equal jog' says what comes after each."""
    return any(token.kind == "equal" for token in tokens) and all(
        token.kind in ("equal", "filler", "effort") for token in tokens
    )


def _rest_of(tokens: list[RunToken]) -> str:
    return " ".join(token.text for token in tokens if token.kind not in ("effort", "filler"))
