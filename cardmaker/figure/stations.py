"""What a pose file says of benches, cables and machines: each kind with its measures, in cm."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from cardmaker.figure.anatomy import Side
from cardmaker.figure.kit import Cm, Machine, Span


class InclineBench(Machine):
    """A bench with its back raised: its pads lie behind trunk and seat, or under the chest of somebody prone."""

    kind: Literal["incline-bench"]
    under: Literal["back", "chest"] = "back"


class PreacherBench(Machine):
    """A seat, and a sloping pad under the upper arms."""

    kind: Literal["preacher-bench"]


class BackExtensionBench(Machine):
    """A slanted pad at the front of the thighs, rollers behind the ankles, a plate under the soles."""

    kind: Literal["back-extension-bench"]


class DipBars(Machine):
    """Two parallel bars along x, each `wide` from the middle."""

    kind: Literal["dip-bars"]
    x: Span = (-34.0, 34.0)
    height: Cm = 128.0
    wide: Cm = 27.0


class Cable(Machine):
    """A column at [x, y] with a pulley at `height`, whose cable runs to a bar or a rope in both hands, to a handle in
    one (`side`) or both, or to a cuff round an ankle (`side`)."""

    kind: Literal["cable"]
    at: Span
    height: Cm
    end: Literal["bar", "rope", "handle", "handles", "cuff"] = "bar"
    side: Side = "R"
    half: Cm = 22.0

    @property
    def across(self) -> bool:
        """A bar is."""
        return self.end == "bar"


class SeatedRow(Machine):
    """A low seat, plates at the soles and a cable to the grips in both hands; `x` of the column."""

    kind: Literal["seated-row"]
    x: Cm = 112.0


class LegExtension(Machine):
    """A seat with a back, and a lever from the knees to a roller before the shins."""

    kind: Literal["leg-extension"]


class SeatedLegCurl(Machine):
    """A seat with a back, a pad on the thighs, and a lever from the knees to a roller behind the calves."""

    kind: Literal["seated-leg-curl"]


class HipMachine(Machine):
    """A seat with a back and a pad at each knee, `outside` to be pressed apart or `inside` to be pressed together."""

    kind: Literal["hip-machine"]
    pads: Literal["outside", "inside"] = "outside"


class Sled(Machine):
    """A sled with weights on it and a post in each hand."""

    kind: Literal["sled"]


class BattleRope(Machine):
    """A heavy rope from hand to hand round an anchor at `x`, in waves."""

    kind: Literal["battle-rope"]
    x: Cm = 220.0


class RowingMachine(Machine):
    """A seat on a rail from x to x, plates at the soles, a flywheel whose chain ends in the handle."""

    kind: Literal["rowing-machine"]
    x: Span = (-40.0, 92.0)

    across: ClassVar[bool] = True


class ExerciseBike(Machine):
    """A saddle, pedals under the feet and a flywheel; with `air` a fan, and handles that move to and fro."""

    kind: Literal["exercise-bike"]
    air: bool = False


class SkiMachine(Machine):
    """A column at `x` with two cords from its top to grips in the hands."""

    kind: Literal["ski-machine"]
    x: Cm = 60.0
    height: Cm = 208.0


class Pulldown(Machine):
    """A lat pulldown machine, its seat under the pelvis and its bar in the hands; `x` of the column, `height`
    of the pulley, `half` the bar's length."""

    kind: Literal["pulldown"]
    x: Cm = 74.0
    height: Cm = 206.0
    half: Cm = 50.0

    across: ClassVar[bool] = True


class LegPress(Machine):
    """A leg-press machine: pads behind back and seat, a plate under the soles, which runs on a rail."""

    kind: Literal["leg-press"]


class LegCurl(Machine):
    """A lying leg-curl machine: a pad under trunk and thighs, a lever from the knee to a roller at the ankle."""

    kind: Literal["leg-curl"]


class GluteHamBench(Machine):
    """A glute-ham bench: a round pad under the knees, rollers about the ankles, a plate at the soles."""

    kind: Literal["glute-ham-bench"]


class HackSquat(Machine):
    """A hack-squat machine: pad behind the back, rests on the shoulders, plate under the feet, on a slanting rail."""

    kind: Literal["hack-squat"]


class SeatedCalf(Machine):
    """A seated calf-raise machine: seat, step under the balls of the feet, pad on the thighs; `height` of the pivot."""

    kind: Literal["seated-calf"]
    height: Cm = 46.0


class ChestPress(Machine):
    """A chest-press machine: a seat with a back, and an arm from above the head to the handle in each hand; `x` of the
    axle they swing about."""

    kind: Literal["chest-press"]
    x: Cm = 14.0

    across: ClassVar[bool] = True


class BeltSquat(Machine):
    """A belt-squat machine: a platform under the feet, a belt about the hips on a cable out of its slot (at `pulley`),
    a column at `x` with a rail in the hands."""

    kind: Literal["belt-squat"]
    x: Cm = 74.0
    pulley: Cm = 2.0

    across: ClassVar[bool] = True


Station: TypeAlias = Annotated[
    InclineBench
    | PreacherBench
    | BackExtensionBench
    | DipBars
    | Cable
    | SeatedRow
    | LegExtension
    | SeatedLegCurl
    | HipMachine
    | Sled
    | BattleRope
    | RowingMachine
    | ExerciseBike
    | SkiMachine
    | Pulldown
    | LegPress
    | LegCurl
    | GluteHamBench
    | HackSquat
    | SeatedCalf
    | ChestPress
    | BeltSquat,
    Field(discriminator="kind"),
]
