"""What a pose file says: positions of a body, props, arrows; see illustrations/poses/README.md."""

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from cardmaker.figure import kit
from cardmaker.figure.anatomy import SIDES, Side
from cardmaker.figure.stations import Station
from cardmaker.library.muscles import MUSCLES
from cardmaker.spelling import did_you_mean

Cm: TypeAlias = Annotated[float, Field(ge=-500, le=500)]
Degrees: TypeAlias = Annotated[float, Field(ge=-360, le=360)]
Place: TypeAlias = tuple[Cm, Cm] | tuple[Cm, Cm, Cm]
"""[x, z], at the limb's own width, or [x, y, z]."""
Prop: TypeAlias = Annotated[kit.Prop | Station, Field(discriminator="kind")]
Direction: TypeAlias = tuple[float, float, float]
Grip: TypeAlias = Literal["fist", "flat", "hook", "rack", "relaxed"]
OnBody: TypeAlias = Literal[
    "ear", "temple", "nape", "hip", "chest", "sternum", "thigh", "shoulder", "front-rack", "back-rack"
]
"""Where a hand may lie on the body, or hold a bar that lies on it: on the front of the shoulders, on the upper back."""
Limb: TypeAlias = Literal["leg_R", "leg_L", "arm_R", "arm_L"]
Moment: TypeAlias = Literal["start", "middle", "finish"]
"""A position's name; where signs name none, they are drawn on the last."""


JOINTS: Final = (
    *("pelvis", "spine", "ribs", "neck", "head"),
    *(
        f"{joint}_{side}"
        for joint in ("hip", "knee", "ankle", "heel", "toes", "shoulder", "elbow", "wrist", "grip")
        for side in SIDES
    ),
)
"""The joints and places of the body that have names."""


def _muscle(name: str) -> str:
    if name not in MUSCLES:
        raise ValueError(f"no muscle '{name}'{MUSCLES.closest(name) or '; see cardmaker list muscles'}")
    return name


Muscle: TypeAlias = Annotated[str, AfterValidator(_muscle)]


class PoseModel(BaseModel):
    """A part of a pose: frozen, no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Pelvis(PoseModel):
    """Where the middle between the hip joints is, and how the pelvis is turned."""

    at: tuple[Cm, Cm | Literal["rest"]] | tuple[Cm, Cm, Cm | Literal["rest"]] = (0.0, 90.2)
    pitch: Degrees = 0.0
    roll: Degrees = 0.0
    yaw: Degrees = 0.0


class Spine(PoseModel):
    """How the trunk bends above the pelvis: `flex` forward, `side` to the left, `twist` to the left."""

    flex: Degrees = 0.0
    side: Degrees = 0.0
    twist: Degrees = 0.0
    start: Cm = Field(default=2.0, alias="from")


class Neck(PoseModel):
    """How the head sits on the trunk: `flex` chin down, `turn` to the left, `tilt` to the right shoulder, `ahead` how
    far it is pushed forward, in cm."""

    flex: Degrees = 0.0
    ahead: Annotated[float, Field(ge=-4, le=6)] = 0.0
    turn: Degrees = 0.0
    tilt: Degrees = 0.0


class Foot(PoseModel):
    """A foot that touches something: exactly one of `heel`, `ball` and `ankle` says where."""

    heel: Place | None = None
    ball: Place | None = None
    ankle: Place | None = None
    wide: Cm | None = None
    lift: Degrees = 0.0
    out: Degrees = 0.0
    pitch: Degrees | None = None
    along: Literal["floor", "pelvis"] = "floor"

    @model_validator(mode="after")
    def _one_place(self) -> "Foot":
        if sum(place is not None for place in (self.heel, self.ball, self.ankle)) != 1:
            raise ValueError("say where with one of heel, ball and ankle")
        return self


class Leg(PoseModel):
    """A leg by a foot that touches, by angles at the joints, or by directions of its bones.

    `tilt` turns the sole inwards, `toes` bends them up (a bare foot's also down), `arch` lifts a bare foot's arch, cm.
    """

    foot: Foot | None = None
    knee_out: Degrees = 0.0
    pole: Direction | None = None
    hip: Degrees | None = None
    knee: Degrees = 0.0
    abd: Degrees = 0.0
    rot: Degrees = 0.0
    thigh: Degrees | None = None
    shank: Degrees | None = None
    sole: Degrees | None = None
    ankle: Degrees = 0.0
    tilt: Degrees = 0.0
    toes: Degrees = 0.0
    arch: Annotated[float, Field(ge=0, le=2)] = 0.0


class Arm(PoseModel):
    """An arm by what its hand touches, by angles at the joints, or by directions of its bones."""

    hand: Place | OnBody | None = None
    shift: Direction = (0.0, 0.0, 0.0)
    mirror: bool = False
    wide: Cm | None = None
    elbow: Literal["back", "down", "out", "up", "front"] | Direction | Degrees = "back"
    shoulder: Degrees | None = None
    abd: Degrees = 0.0
    rot: Degrees = 0.0
    upper: Degrees | None = None
    fore: Degrees | None = None
    out: Degrees = 0.0
    fore_out: Degrees | None = None
    grip: Grip = "fist"
    hold: Literal["over", "under", "neutral"] | None = None
    wrist: Degrees = 0.0
    turn: Degrees = 0.0
    palm: Literal["floor"] | None = None
    palm_dir: Degrees | None = None
    reach: Cm = 0.0
    shrug: Cm = 0.0
    inset: Cm = 0.0


class Position(PoseModel):
    """One moment of the movement, complete."""

    pelvis: Pelvis = Pelvis()
    spine: Spine = Spine()
    neck: Neck = Neck()
    legs: dict[Side, Leg]
    arms: dict[Side, Arm]
    props: tuple[Prop, ...] = ()
    airborne: bool = False


class View(PoseModel):
    """A camera of one's own: degrees round from the right side towards the face, and up."""

    azimuth: Degrees = 12.0
    elevation: Annotated[float, Field(ge=-10, le=89)] = 0.0


class Close(PoseModel):
    """A close-up: what lies `across` and `up` in the picture, so many `times` larger; `only` one limb of the body."""

    across: tuple[Cm, Cm]
    up: tuple[Cm, Cm]
    times: Annotated[float, Field(ge=1.2, le=6)] = 3.0
    only: Limb | None = None

    @model_validator(mode="after")
    def _from_to(self) -> "Close":
        if self.across[0] >= self.across[1] or self.up[0] >= self.up[1]:
            raise ValueError("write 'across' from left to right and 'up' from low to high")
        return self


Way: TypeAlias = tuple[Cm, Cm]
"""A way in the picture: cm to the right and up."""


class Arrow(PoseModel):
    """An arrow in the picture that starts at what moves: next to a joint, clear of the body where `off` leads out of
    it (or the way does), and goes a `way`. Or from one spot to another."""

    of: str | None = None
    off: Way | None = None
    way: Way | None = None
    start: tuple[Cm, Cm] | None = Field(default=None, alias="from")
    end: tuple[Cm, Cm] | None = Field(default=None, alias="to")
    bow: Annotated[float, Field(ge=-1, le=1)] = 0.0
    both_ways: bool = False
    on: tuple[Moment, ...] = ()

    @model_validator(mode="after")
    def _one_way(self) -> "Arrow":
        if self.of is not None:
            if self.way is None or self.start or self.end:
                raise ValueError("an arrow of a joint needs a 'way', and no 'from' and 'to'")
            if self.of not in JOINTS:
                raise ValueError(f"no joint '{self.of}'{did_you_mean(self.of, JOINTS)}")
        elif self.start is None or self.end is None:
            raise ValueError("say where with 'of' and 'way', or with 'from' and 'to'")
        return self


class Clock(PoseModel):
    """The sign of a hold: a clock at a spot in the picture."""

    at: tuple[Cm, Cm]
    on: tuple[Moment, ...] = ()


class Pose(PoseModel):
    """A figure: one to three positions seen by one camera. Muscles are named here only if no exercise file does."""

    view: Literal["side", "profile", "front", "back", "half", "half-back", "above"] | View = "side"
    near: Side = "R"
    front: Side | None = None
    top: Side | None = None
    arrange: Literal["beside", "stacked"] | None = None
    floor: bool = True
    close: Close | None = None
    barefoot: bool = False
    body_map: bool = False
    primary: tuple[Muscle, ...] = ()
    secondary: tuple[Muscle, ...] = ()
    muscle_sides: tuple[Side, ...] | dict[Muscle, tuple[Side, ...]] = SIDES
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    clock: Clock | None = None
    positions: dict[Moment, Position] = Field(min_length=1)
