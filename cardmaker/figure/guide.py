"""A pose → the same drawn on squared paper, its joints named and placed; and a pose that explains the numbers."""

import itertools
import math
from dataclasses import replace
from typing import Final

from cardmaker.figure.camera import Camera
from cardmaker.figure.pose import Arm, Foot, Leg, Neck, Pelvis, Pose, Position, Spine, View
from cardmaker.figure.scene import bodies, camera_of, draw_pose
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.svg import SCALE, PanePaper, papers_of, svg_text
from cardmaker.frame import Art, Frame, Group, Path, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT, Size
from cardmaker.namedtuple import NamedTuple
from cardmaker.picture.artwork import Look, read_artwork, themed
from cardmaker.text.fonts import FontBook

_MM: Final = 0.52  # for a cm of the body
_FINE, _COARSE = 10, 50
_LARGE: Final = 1.5
"""How much larger than life a close-up has squares of 2 cm."""
_PALE: Final = {
    **dict.fromkeys(("skin", "top", "shorts", "sole", "shoe"), "#EFF3F4"),
    **dict.fromkeys(("skin-far", "shorts-far", "shoe-far", "sole-far"), "#DFE6E8"),
    **dict.fromkeys(("outline", "line", "detail", "taper"), "#9FB0B8"),
    "hair": "#D3DCDF",
    "floor": "#5B6B74",
}
_BONES: Final = ("hip knee ankle toes", "shoulder elbow wrist grip")
_INK, _GRID, _STRONG, _ANGLE = "#16242C", "#D8E0E3", "#A9B8BF", "#B3261E"
_PT, _SMALL_PT = 7.5, 6.0
_LEFT, _FOOT, _HEAD = 9.0, 8.0, 7.0


class _Paper(NamedTuple):
    """Where a pane lies: mm of the picture's origin, and from where to where it reaches, in cm of the body; *times*
    larger than life."""

    x: float
    y: float
    low: tuple[float, float]
    high: tuple[float, float]
    times: float = 1.0

    @property
    def steps(self) -> tuple[int, int]:
        """How wide a square is, and from one number to the next."""
        return (2, 10) if self.times > _LARGE else (_FINE, _COARSE)

    def at(self, across: float, up: float) -> tuple[float, float]:
        """A spot of the picture in mm."""
        return self.x + across * self.times * _MM, self.y - up * self.times * _MM

    def shows(self, across: float, up: float) -> bool:
        """Whether a spot lies on the paper."""
        return self.low[0] <= across <= self.high[0] and self.low[1] <= up <= self.high[1]


class _Marks:
    """Drawables in order."""

    def __init__(self) -> None:
        self.items: list[Placed] = []
        self.book = FontBook()

    def line(self, *spots: tuple[float, float], colour: str = _INK, width: float = 0.2) -> None:
        """A line through spots in mm."""
        data = "M " + " L ".join(f"{x:.2f} {y:.2f}" for x, y in spots)
        self.items.append(Placed(0, 0, Path(data, stroke=colour, width=width, round=True)))

    def text(
        self, x: float, y: float, words: str, *, size: float = _PT, colour: str = _INK, side: float = 0.0,
        weight: str = "regular",
    ) -> None:  # fmt: skip
        """A line of type with its baseline's left end at a spot; *side* 0.5 centres it, 1 ends it there."""
        runs = self.book.shape(words, weight).runs
        text = Text(runs, size, colour)
        halo = Path(_block(text.width, size * MM_PER_PT), fill="#FFFFFF")
        self.items.append(Placed(x - text.width * side - 0.3, y - size * MM_PER_PT * 0.78, halo))
        self.items.append(Placed(x - text.width * side, y, text))


def _block(width: float, height: float) -> str:
    right, foot = f"{width + 0.6:.2f}", f"{height * 0.95:.2f}"
    return f"M 0 0 L {right} 0 L {right} {foot} L 0 {foot} Z"


def on_squares(pose: Pose, title: str) -> Frame:
    """Each position on squared paper, 10 cm a square, in a close-up 2 cm; joints carry their names and [x, z], not
    sideways [x, y, z]."""
    marks, camera = _Marks(), camera_of(pose)
    drawing = draw_pose(pose)
    figure = read_artwork(svg_text(drawing), title)
    across, height = 0.0, 0.0
    found = zip(figure.panes, papers_of(drawing), bodies(pose).items(), strict=True)
    for pane, sheet, (name, posed) in found:
        paper, width, tall = _paper(sheet, camera.times, across)
        _squares(marks, paper)
        art = Art(themed(figure, pane, Look(_PALE)), pane.size.width / figure.scale * _MM)
        corner = paper.at(sheet.left / camera.times, sheet.high / camera.times)
        marks.items.append(Placed(*corner, art))
        _joints(marks, paper, posed.skeleton, replace(camera, times=1.0), pose)
        marks.text(paper.at(paper.low[0], 0)[0], 4.6, name, weight="bold", size=9)
        across, height = across + width, max(height, tall)
    group = Group(Role.FIGURE, tuple(marks.items), title)
    return Frame(Size(across, height), (Placed(0, 0, group),))


def _paper(sheet: PanePaper, times: float, across: float) -> tuple[_Paper, float, float]:
    """Squared paper around a pane, and its width and height in mm."""
    fine = _Paper(0, 0, (0, 0), (0, 0), times).steps[0]
    wide, tall = sheet.width / SCALE, sheet.height / SCALE
    first = tuple(math.floor(v / times / fine) * fine for v in (sheet.left, sheet.high - tall))
    last = tuple(math.ceil(v / times / fine) * fine for v in (sheet.left + wide, sheet.high))
    mm = times * _MM
    (x0, y0), (x1, y1) = first, last
    paper = _Paper(across + _LEFT - x0 * mm, _HEAD + y1 * mm, (x0, y0), (x1, y1), times)
    return paper, _LEFT + (x1 - x0) * mm + 4, _HEAD + (y1 - y0) * mm + _FOOT


def _squares(marks: _Marks, paper: _Paper) -> None:
    (x0, y0), (x1, y1) = paper.low, paper.high
    fine, coarse = paper.steps
    for across, first, last in ((True, x0, x1), (False, y0, y1)):
        for value in range(int(first), int(last) + 1, fine):
            strong = value % coarse == 0
            start, end = ((value, y0), (value, y1)) if across else ((x0, value), (x1, value))
            style = (_STRONG, 0.2) if strong else (_GRID, 0.1)
            marks.line(paper.at(*start), paper.at(*end), colour=style[0], width=style[1])
            if not strong:
                continue
            x, y = paper.at(*start)
            dx, dy, side = (0.0, 3.0, 0.5) if across else (-1.0, 0.8, 1.0)
            marks.text(x + dx, y + dy, str(value), size=_SMALL_PT, side=side)


def _joints(marks: _Marks, paper: _Paper, body: Skeleton, camera: Camera, pose: Pose) -> None:
    """Bones of both sides, the joints of the near one by name and place."""
    where = {joint: camera.spot(place) for joint, place in body.joints.items()}
    spots = {joint: paper.at(*spot) for joint, spot in where.items() if paper.shows(*spot)}
    only = pose.close.only if pose.close else None
    sides = (only[-1],) if only else ("L", "R") if pose.near == "R" else ("R", "L")
    for side, chain in itertools.product(sides, _BONES):
        for bone in itertools.pairwise(f"{joint}_{side}" for joint in chain.split()):
            if all(joint in spots for joint in bone):
                colour = _INK if side == pose.near else _STRONG
                marks.line(*(spots[joint] for joint in bone), colour=colour, width=0.35)
    if "pelvis" in spots and not only:
        marks.line(*(paper.at(*camera.spot(body.trunk(height)[0])) for height in range(0, 55, 3)), width=0.35)
    taken: list[tuple[float, float, float, float]] = []
    for joint, (x, y) in spots.items():
        root, _, side = joint.partition("_")
        if side not in ("", pose.near) or root not in ("pelvis", "neck", "head", *" ".join(_BONES).split()):
            continue
        marks.line((x, y), (x, y + 0.01), width=1.1)
        place = body.joints[joint]
        numbers = [round(place[i]) for i in ((0, 2) if camera.sideways else (0, 1, 2))]
        _beside(marks, x, y, f"{joint} {', '.join(map(str, numbers))}", taken)


def _beside(
    marks: _Marks, x: float, y: float, words: str, taken: list[tuple[float, float, float, float]]
) -> None:
    """A label at the first place about a spot that no other label has."""
    width = Text(marks.book.shape(words, "regular").runs, _SMALL_PT, _INK).width
    for dx, dy, side in (
        (1.2, -0.5, 0.0),
        (1.2, 2.6, 0.0),
        (-1.2, -0.5, 1.0),
        (-1.2, 2.6, 1.0),
        (1.2, 5.2, 0.0),
    ):
        left = x + dx - width * side
        box = (left, y + dy - 2.0, left + width, y + dy + 0.6)
        if not any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in taken):
            break
    taken.append(box)
    marks.text(x + dx, y + dy, words, size=_SMALL_PT, side=side)


# The picture that explains ---------------------------------------------------------------------------

_STANDING = Leg(foot=Foot(heel=(-6.0, 0.0)))
_SIDE = Pose(
    view="profile",
    positions={
        "start": Position(
            pelvis=Pelvis(at=(0.0, 88.0), pitch=8.0),
            spine=Spine(flex=14.0),
            neck=Neck(flex=-8.0),
            legs={"L": _STANDING, "R": Leg(hip=68.0, knee=62.0, ankle=12.0)},
            arms={"L": Arm(shoulder=-22.0, elbow=8.0, grip="relaxed"), "R": Arm(shoulder=62.0, elbow=48.0)},
        )
    },
)
_FRONT = Pose(
    view=View(azimuth=90.0),
    positions={
        "start": Position(
            pelvis=Pelvis(at=(0.0, 88.8)),
            legs={"R": Leg(hip=0.0, abd=24.0), "L": _STANDING},
            arms={
                "R": Arm(shoulder=0.0, abd=42.0, elbow=0.0, grip="relaxed"),
                "L": Arm(shoulder=0.0, abd=10.0, elbow=4.0),
            },
        )
    },
)


def guide() -> Frame:
    """Joints, axes, units, and which way angles count: from the side, from the front, and for single bones."""
    side, front = on_squares(_SIDE, "from the side"), on_squares(_FRONT, "from the front")
    marks = _Marks()
    marks.items += [*side.items, Placed(side.size.width, 0, front.items[0].item)]
    width, height = side.size.width + front.size.width, max(side.size.height, front.size.height)
    _titles(marks, side.size.width, height)
    _angles(marks, width)
    group = Group(
        Role.FIGURE, tuple(marks.items), "The joints of the rig, its axes, and the signs of its angles"
    )
    return Frame(Size(width + 70, height + 2), (Placed(0, 0, group),))


def _titles(marks: _Marks, second: float, foot: float) -> None:
    marks.text(_LEFT, 4.6, "view: profile, x ahead, z up; right side near", weight="bold", size=8)
    marks.text(second + _LEFT, 4.6, "view: front, y to the left, z up", weight="bold", size=8)
    marks.text(_LEFT, foot - 0.6, "cm of a person 170 cm tall; floor z = 0", size=_SMALL_PT)


_WORDS: Final = {0: "ahead", 90: "up", 180: "back", -90: "down"}
_WAYS: Final = (
    ("pelvis.pitch", "8", "tips forward; 90 prone, -90 supine"),
    ("pelvis.roll", "0", "left side up; 90 lies on the right"),
    ("pelvis.yaw", "0", "turns to its left"),
    ("spine.flex", "14", "bends forward; side, twist: to the left"),
    ("neck.flex", "-8", "chin down; turn: left, tilt: right"),
    ("legs.R.hip", "68", "thigh forward"),
    ("legs.R.knee", "62", "bends; never below 0"),
    ("legs.R.ankle", "12", "toes up"),
    ("legs.R.abd", "24", "thigh outwards (front)"),
    ("arms.R.shoulder", "62", "arm forward"),
    ("arms.R.elbow", "48", "bends; never below 0"),
    ("arms.R.abd", "42", "arm outwards (front)"),
    ("foot.out", "0", "toes outwards; lift: heel up"),
)


def _angles(marks: _Marks, left: float) -> None:
    """The angles of the picture with what they mean when they grow, and the protractor of bones' directions."""
    marks.text(left, 4.6, "Angles: what a larger number does", weight="bold", size=8)
    for row, (key, value, words) in enumerate(_WAYS):
        y = 9.5 + row * 3.7
        marks.text(left, y, key, size=_SMALL_PT + 0.5, weight="bold", colour=_ANGLE)
        marks.text(left + 25, y, value, size=_SMALL_PT + 0.5, side=1.0)
        marks.text(left + 27, y, words, size=_SMALL_PT + 0.5)
    x, y, radius = left + 30, 9.5 + len(_WAYS) * 3.7 + 24, 14.0
    marks.text(left, y - 20, "Directions: thigh, shank, sole, upper, fore", weight="bold", size=8)
    ring = [
        (x + radius * math.cos(a), y - radius * math.sin(a)) for a in (math.radians(6 * i) for i in range(61))
    ]
    marks.line(*ring, colour=_STRONG, width=0.25)
    for degrees in range(-135, 181, 45):
        a = math.radians(degrees)
        marks.line((x, y), (x + radius * math.cos(a), y - radius * math.sin(a)), colour=_ANGLE, width=0.25)
        at = (x + (radius + 1.5) * math.cos(a), y - (radius + 2.5) * math.sin(a) + 0.8)
        words = f"{degrees} {_WORDS.get(degrees, '')}".strip()
        marks.text(*at, words, size=_SMALL_PT + 0.5, side=0.5 - 0.5 * math.cos(a))
