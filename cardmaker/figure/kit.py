"""What a pose file says of props: each kind with its measures, in cm."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from cardmaker.figure.anatomy import Side

Cm: TypeAlias = Annotated[float, Field(ge=-500, le=500)]
Span: TypeAlias = tuple[Cm, Cm]
Spot: TypeAlias = str | tuple[Cm, Cm] | tuple[Cm, Cm, Cm]
"""A joint's name ('grip_R'), [x, z] in the picture's plane or [x, y, z] in space."""


class PropModel(BaseModel):
    """A prop: frozen, no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    def across(self) -> bool:
        """Whether it is a bar across that both hands hold."""
        return False


class Machine(PropModel):
    """Carries the body itself, so that its weight need not be over its feet, nor anything on the floor."""


class Mat(PropModel):
    """A mat on the floor from x to x (and, seen from above, from y to y)."""

    kind: Literal["mat"]
    x: Span
    y: Span = (-28.0, 44.0)


class Bench(PropModel):
    """A bench: `x` from end to end, `height` of its top; `along: y` lies across, for somebody on the side."""

    kind: Literal["bench"]
    x: Span
    height: Cm = 45.0
    along: Literal["x", "y"] = "x"


class BoxProp(PropModel):
    """A box, step or block."""

    kind: Literal["box"]
    x: Span
    height: Cm


class Wall(PropModel):
    """A wall or post with its face at `x`, `thick` deep; `half` its width."""

    kind: Literal["wall"]
    x: Cm
    height: Cm = 180.0
    thick: Cm = 5.0
    half: Cm = 40.0


class Post(PropModel):
    """A post next to the figure, at [x, y]."""

    kind: Literal["post"]
    at: tuple[Cm, Cm]
    height: Cm = 150.0


class Barbell(PropModel):
    """A barbell along the figure's left axis: its middle between both hands or `at` a place."""

    kind: Literal["barbell"]
    at: Spot | None = None
    radius: Cm = 21.0
    half: Cm = 62.0

    across: ClassVar[bool] = True


class TrapBar(PropModel):
    """A frame round the body, with a handle in each hand and plates beyond them."""

    kind: Literal["trap-bar"]
    radius: Cm = 19.0
    half: Cm = 62.0

    @property
    def across(self) -> bool:
        """Its handles lie along the way the figure faces."""
        return False


class Dumbbell(PropModel):
    """A dumbbell in a hand; `along` is its direction in the picture, degrees."""

    kind: Literal["dumbbell"]
    at: Spot = "grip_R"
    along: float = 0.0
    half: Cm = 11.0


class Kettlebell(PropModel):
    """A kettlebell that hangs from a hand; `upside` degrees turn it about the hand."""

    kind: Literal["kettlebell"]
    at: Spot = "grip_R"
    upside: float = 0.0


class Landmine(PropModel):
    """A bar whose one end is fixed on the floor at `x`; the hands hold it near a plate of `radius` at the other, by a
    handle across, or by its free end in one hand (`end`)."""

    kind: Literal["landmine"]
    x: Cm
    radius: Cm = 19.0
    end: Side | None = None

    @property
    def across(self) -> bool:
        """Its handle is."""
        return self.end is None


class MedicineBall(PropModel):
    """A ball between both hands or `at` a place."""

    kind: Literal["medicine-ball"]
    at: Spot | None = None
    radius: Cm = 15.0


class BandLoop(PropModel):
    """A loop of band round both legs, at a share `t` of a bone, or round the middle of both feet."""

    kind: Literal["band-loop"]
    bone: Literal["thigh", "shank", "foot"] = "shank"
    t: Annotated[float, Field(ge=0, le=1)] = 0.72
    wide: Cm = 5.0


class BandLine(PropModel):
    """A stretched band or cable from a spot to a spot; `anchor` draws what holds it at its start."""

    kind: Literal["band"]
    start: Spot = Field(alias="from")
    to: Spot
    handle: bool = False
    anchor: bool = False


class KneeBand(PropModel):
    """A band from a post (`from`: where it goes round it) behind both knees."""

    kind: Literal["knee-band"]
    start: Spot = Field(alias="from")
    wide: Cm = 5.0


class PullUpBar(Machine):
    """A bar across, above the figure, on two posts, which may be `behind` it, the bar on arms; `half` its length."""

    kind: Literal["pull-up-bar"]
    x: Cm = 0.0
    height: Cm = 225.0
    half: Cm = 62.0
    behind: Cm = 0.0

    across: ClassVar[bool] = True


class SwissBall(Machine):
    """A large ball; `at` is its middle."""

    kind: Literal["swiss-ball"]
    at: tuple[Cm, Cm]
    radius: Cm = 30.0


class Roller(PropModel):
    """A foam roller that lies across; `at` is the middle of its axis, `y` to which side it lies."""

    kind: Literal["roller"]
    at: tuple[Cm, Cm]
    y: Cm = 0.0
    radius: Cm = 7.0
    half: Cm = 17.0


class AbWheel(PropModel):
    """A wheel with a grip to each side, in the hands."""

    kind: Literal["ab-wheel"]
    radius: Cm = 9.5


class Rope(PropModel):
    """A skipping rope from hand to hand; `way` is where its loop hangs or flies, as on a protractor in the side view
    (-90 below the feet, 90 overhead, 180 behind), `reach` how far from the hands."""

    kind: Literal["rope"]
    way: float = -90.0
    reach: Cm = 88.0


class Towel(PropModel):
    """A towel: rolled up across at a place, or flat on the floor from x to x, the first `folds` of it pulled up."""

    kind: Literal["towel"]
    roll: tuple[Cm, Cm] | None = None
    x: Span = (-20.0, 20.0)
    y: Span = (-14.0, 14.0)
    radius: Cm = 5.5
    folds: Annotated[int, Field(ge=0, le=8)] = 0


class Chair(PropModel):
    """A chair whose seat goes from its back (`x` left) to its front edge (`x` right), `height` of the seat; without
    `back` a stool."""

    kind: Literal["chair"]
    x: Span
    height: Cm = 45.0
    back: bool = True


class AnkleHold(PropModel):
    """What keeps the ankles of somebody kneeling down: a padded roller on a stand, or a partner's hands."""

    kind: Literal["ankle-hold"]
    by: Literal["roller", "hands"] = "roller"


class AnkleBand(PropModel):
    """A band from an anchor to a loop round one ankle, a knee, or the ball of a foot."""

    kind: Literal["ankle-band"]
    start: Spot = Field(alias="from")
    side: Literal["R", "L"] = "R"
    joint: Literal["ankle", "knee", "foot"] = "ankle"
    anchor: bool = True


Prop: TypeAlias = Annotated[
    Mat
    | Bench
    | BoxProp
    | Wall
    | Post
    | Barbell
    | Dumbbell
    | Kettlebell
    | Landmine
    | TrapBar
    | MedicineBall
    | BandLoop
    | BandLine
    | KneeBand
    | PullUpBar
    | SwissBall
    | Roller
    | AbWheel
    | Rope
    | Towel
    | Chair
    | AnkleHold
    | AnkleBand,
    Field(discriminator="kind"),
]
