"""A recovery that is said once, of several repeats."""

from dataclasses import replace

from cardmaker.plan.runs.efforts import HARDNESS, RESTING
from cardmaker.plan.runs.grammar.recoveries import Recoveries
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step


class SharedRecoveries(Recoveries):
    """Gives recoveries to the repeats before those that they are written behind."""

    def _share_equal(self, found: list[Part]) -> None:
        """'2 x 90 s, 4 x 60 s w/ equal float', '2 x 800, 3 x 600 all w/ 2 min': those before have it, too."""
        equal, self.equal = self.equal, None
        shared, self.for_all = self.for_all, None
        for at in range(len(found) - 2, -1, -1) if shared else ():
            part = found[at]
            if isinstance(part, Repeat | Ladder) and not part.recovery:
                found[at] = replace(part, recovery=shared)
            elif isinstance(part, Step) and not part.role and (not part.effort or HARDNESS[part.effort] > 2):
                found[at] = Repeat(1, (part,), shared)
            else:
                break
        for at in range(len(found) - 2, -1, -1):
            part = found[at]
            if not equal or not isinstance(part, Repeat) or part.recovery:
                break
            found[at] = replace(part, recovery=self._equal_to(part.parts[0], equal))

    def _spread(self, found: list[Part]) -> None:
        """'2 x 400, 4 x 200, walk back': what comes after each of repeats does so after those before, too.

        Nobody runs hard repeats without a pause; strides and hills have the way back.
        """
        for at in range(len(found) - 2, -1, -1):
            part, last = found[at], found[at + 1]
            if not isinstance(part, Repeat) or not isinstance(last, Repeat) or part.recovery:
                continue
            timed = bool(last.recovery and last.recovery.amount.seconds is not None)
            alike = _is_timed(part) == _is_timed(last) or (self.between_all and timed)
            if last.recovery and _is_plain(part) and _is_plain(last) and alike:
                found[at] = replace(part, parts=_as_hard(part, last), recovery=last.recovery)
                self.remarks.append(f"'{last.recovery}' is read as after each of the {part.times}, too")


def _as_hard(part: Repeat, last: Repeat) -> tuple[Part, ...]:
    """What is repeated, as hard as the last of the list if only that says it: '2 x 800 m, 4 x 400 m @ 5k w/ …'."""
    (step,), (hard,) = part.parts, last.parts
    if not isinstance(step, Step) or not isinstance(hard, Step) or step != Step(step.amount) or hard.also:
        return part.parts
    return (replace(step, effort=hard.effort, said=hard.said, pace=hard.pace, targets=hard.targets),)


def _is_plain(part: Repeat) -> bool:
    """Whether hard repeats are of one stretch, and neither strides nor hills."""
    (step, *others) = part.parts
    return (
        not others
        and isinstance(step, Step)
        and step.amount.given
        and step.effort not in ("strides", *RESTING)
        and not step.said.lower().startswith(("hill", "uphill", "up"))
    )


def _is_timed(part: Repeat) -> bool:
    return isinstance(part.parts[0], Step) and part.parts[0].amount.metres is None
