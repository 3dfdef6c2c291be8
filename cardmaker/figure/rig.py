"""A solved skeleton → where each bone of a person's mesh goes: rigid moves, twists shared out along the limbs."""

import math
from functools import cache
from typing import Final

import numpy as np

from cardmaker.figure.anatomy import SIDES, TRUNK, Side, side_sign
from cardmaker.figure.charts import limb_chart
from cardmaker.figure.feet import lifted_arch, toe_moves
from cardmaker.figure.hands import finger_moves, hand_turn, wrist_place
from cardmaker.figure.outline import ramp
from cardmaker.figure.person import SEGMENT, Numbers, Person, Places
from cardmaker.figure.pose import Arm, Position
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.vectors import (
    UP,
    Turn,
    Vec,
    about,
    angle_of,
    between,
    cross,
    frame,
    length,
    quaternion,
    share_of,
    twist_of,
    unit,
    vec,
)
from cardmaker.namedtuple import NamedTuple


class Move(NamedTuple):
    """A rigid move: places turn about *start*, which goes to *at*."""

    turn: Turn
    start: Vec
    at: Vec

    def __call__(self, places: Places) -> Places:
        moved: Places = (places - self.start) @ self.turn.T + self.at
        return moved

    @property
    def shift(self) -> Vec:
        """Where the origin goes."""
        shift: Vec = self.at - self.turn @ self.start
        return shift


_HIP_TWIST_BACK: Final = 0.6
"""Of the thigh's twist, how much the flesh next to the hip leaves out."""
_SHOULDER_BLADE: Final = 0.45
"""Of the arm's lift, how much the shoulder blade turns."""
_ARM_TWIST_BACK: Final = (("upperarm01", 0.65), ("upperarm02", 0.2))
_PRONATION: Final = (("lowerarm01", 0.25), ("lowerarm02", 0.75))
"""Of the hand's turn about the forearm, how much each half of the forearm takes."""
_NECK: Final = ("neck01", "neck02", "neck03")


class Rig:
    """Moves of all bones for one skeleton; *bar* says that the hands hold something that lies across."""

    def __init__(self, person: Person, skeleton: Skeleton, position: Position, *, bar: bool = False) -> None:
        self.person, self.skeleton, self.position, self.bar = person, skeleton, position, bar
        self.moves: dict[str, Move] = {}
        self.hands: dict[Side, tuple[Vec, Turn]] = {}
        self.raised: dict[
            Side, float
        ] = {}  # how far each arm is raised, from 0 (level and lower) to 1 (upright)
        self._trunk()
        self._head()
        for side in SIDES:
            self._leg(side)
            self._arm(side)

    def move_of(self, bone: str) -> Move:
        """The move of a bone; the face's go with the head."""
        return self.moves.get(bone) or self.moves["head"]

    # --- trunk and head ------------------------------------------------------------------------------

    def _trunk(self) -> None:
        pelvis = self.skeleton.parts["pelvis"]
        for bone in ("root", "pelvis.L", "pelvis.R"):
            self.moves[bone] = Move(pelvis.turn, vec(0, 0, 0), pelvis.origin)
        share = TRUNK / float(self.person.joints["neck"][2])
        for bone in ("spine05", "spine04", "spine03", "spine02", "spine01"):
            low, high = (float(end[2]) for end in self.person.ends[bone])
            middle = (max(low, 0.0) + high) / 2
            place, turn = self.skeleton.trunk(middle * share)
            self.moves[bone] = Move(turn, vec(0, 0, middle), place)
        for side in SIDES:
            self.moves[f"breast.{side}"] = self.moves["spine02"]

    @property
    def _thorax(self) -> Move:
        return self.moves["spine01"]

    def _head(self) -> None:
        joints, turn = self.person.joints, self.skeleton.parts["head"].turn
        base, pivot = joints["neck"], joints["head"]
        head = self.moves["head"] = Move(turn, pivot, self.skeleton.joints["head"])
        relative = turn @ self._thorax.turn.T
        root, long = self._thorax(base), length(pivot - base)
        for i, bone in enumerate(_NECK):
            low, high = self.person.ends[bone]
            along = float(((low + high) / 2 - base) @ (pivot - base)) / long**2
            u = min(1.0, max(0.0, along))
            bent = share_of(relative, (i + 0.6) / len(_NECK)) @ self._thorax.turn
            self.moves[bone] = Move(bent, base + (pivot - base) * u, root * (1 - u) + head.at * u)

    # --- legs ----------------------------------------------------------------------------------------

    def _leg(self, side: Side) -> None:
        parts, rest = self.skeleton.parts, self.person.limbs
        thigh, shank, foot = (parts[f"{name}_{side}"] for name in ("thigh", "shank", "foot"))
        hip = rest[f"thigh_{side}"]
        self.moves[f"upperleg02.{side}"] = Move(thigh.turn @ hip.turn.T, hip.at, thigh.origin)
        twist = twist_of(parts["pelvis"].turn.T @ thigh.turn, UP)
        back = about(UP, -twist * _HIP_TWIST_BACK)
        self.moves[f"upperleg01.{side}"] = Move(thigh.turn @ back @ hip.turn.T, hip.at, thigh.origin)
        knee, ankle = rest[f"shank_{side}"], rest[f"foot_{side}"]
        for bone in ("lowerleg01", "lowerleg02"):
            self.moves[f"{bone}.{side}"] = Move(shank.turn @ knee.turn.T, knee.at, shank.origin)
        whole = self.moves[f"foot.{side}"] = Move(foot.turn @ ankle.turn.T, ankle.at, foot.origin)
        for bone, (bend, start, at) in toe_moves(self.person, side, self.skeleton.toes[side]).items():
            self.moves[bone] = Move(whole.turn @ bend, start, whole(at))

    # --- arms ----------------------------------------------------------------------------------------

    def _arm(self, side: Side) -> None:
        parts, rest = self.skeleton.parts, self.person.limbs
        upper, fore = parts[f"upper_arm_{side}"], parts[f"forearm_{side}"]
        arm = self.position.arms.get(side, Arm())
        turn = hand_turn(self.skeleton, side, arm, bar=self.bar)
        wrist = wrist_place(self.skeleton, side, arm, turn)
        shoulder = rest[f"upper_arm_{side}"]
        blade = self._shoulder_blade(side, upper.origin, upper.turn)
        twist = twist_of((blade.turn @ shoulder.turn).T @ upper.turn, UP)
        for bone, back in _ARM_TWIST_BACK:
            eased = upper.turn @ about(UP, -twist * back) @ shoulder.turn.T
            self.moves[f"{bone}.{side}"] = Move(eased, shoulder.at, upper.origin)
        elbow, hand = rest[f"forearm_{side}"], rest[f"hand_{side}"]
        up = unit(fore.origin - wrist)
        lateral = unit(fore.turn[:, 1] - up * float(fore.turn[:, 1] @ up))
        forearm = frame(cross(lateral, up), lateral, up)
        pronation = twist_of((forearm.T @ turn) @ (elbow.turn.T @ hand.turn).T, UP)
        for bone, share in _PRONATION:
            turned = forearm @ about(UP, pronation * share) @ elbow.turn.T
            self.moves[f"{bone}.{side}"] = Move(turned, elbow.at, fore.origin)
        whole = Move(turn @ hand.turn.T, hand.at, wrist)
        for bone in ("wrist", *(f"metacarpal{n}" for n in range(1, 5))):
            self.moves[f"{bone}.{side}"] = whole
        for bone, (bend, start, at) in finger_moves(self.person, side, arm.grip).items():
            self.moves[bone] = Move(whole.turn @ bend, start, whole(at))
        self.hands[side] = (wrist, turn)

    def _shoulder_blade(self, side: Side, at: Vec, arm: Turn) -> Move:
        """The collar bone carries the shoulder to where the solver has it; the blade turns on as the arm is lifted."""
        shoulder = self.person.limbs[f"upper_arm_{side}"]
        collar = self.person.ends[f"clavicle.{side}"][0]
        root, rest_way = self._thorax(collar), self._thorax.turn @ (shoulder.at - collar)
        way = at - root
        swung = between(rest_way, way) @ self._thorax.turn
        middle = root + (way - unit(way) * math.sqrt(float(rest_way @ rest_way))) * 0.5
        self.moves[f"clavicle.{side}"] = Move(swung, collar, middle)
        self.raised[side] = ramp((math.degrees(angle_of(self._thorax.turn[:, 2], arm[:, 2])) - 80) / 80)
        lift = between(swung @ shoulder.turn[:, 2], arm[:, 2])
        blade = Move(share_of(lift, _SHOULDER_BLADE) @ swung, shoulder.at, at)
        self.moves[f"shoulder01.{side}"] = blade
        return Move(swung, shoulder.at, at)


def skinned(person: Person, rig: Rig) -> Places:
    """The places of a person's mesh, posed: dual quaternions, by which joints keep their girth (Kavan et al. 2007)."""
    verts = person.verts + sum(
        rig.raised[side] * raised_arm(person, side) for side in SIDES if rig.raised[side]
    )
    for side, leg in rig.position.legs.items():
        if leg.arch:
            verts = verts + leg.arch * lifted_arch(person, side)
    reals, duals = np.empty((len(person.bones), 4)), np.empty((len(person.bones), 4))
    for i, bone in enumerate(person.bones):
        move = rig.move_of(bone)
        q, t = quaternion(move.turn), move.shift
        reals[i] = q
        duals[i] = 0.5 * np.array([-float(t @ q[1:]), *(q[0] * t + cross(t, q[1:]))])
    main = reals[person.weights.argmax(1)]
    signs = np.where(main @ reals.T < 0, -1.0, 1.0)
    weights = person.weights * signs
    real, dual = weights @ reals, weights @ duals
    size = np.linalg.norm(real, axis=1, keepdims=True)
    real, dual = real / size, dual / size
    w, v, dw, dv = real[:, :1], real[:, 1:], dual[:, :1], dual[:, 1:]
    turned = verts + 2 * np.cross(v, np.cross(v, verts) + w * verts)
    shifted: Places = turned + 2 * (w * dv - dw * v + np.cross(v, dv))
    return shifted


_DRAWN_IN: Final = 2.6  # cm
_SPREAD: Final = 2.2  # cm


@cache
def raised_arm(person: Person, side: Side) -> Places:
    """By how much each place at rest moves when the arm is upright."""
    verts, limb = person.verts, person.limbs[f"upper_arm_{side}"]
    t, angle = limb_chart(person, "upper_arm", side, verts)
    own = (verts - limb.at) @ limb.turn
    radial = np.column_stack([own[:, :2], np.zeros(len(own))])
    out = radial / np.maximum(np.linalg.norm(radial, axis=1, keepdims=True), 1e-6) @ limb.turn.T
    inner = _bump((angle + 90 + 180) % 360 - 180, 110)
    of_arm = person.by_segment[:, SEGMENT[f"upper_arm_{side}"]]
    drawn = out * (-_DRAWN_IN * of_arm * inner * _bump(t - 0.08, 0.42))[:, None]
    y = verts[:, 1] * side_sign(side)
    of_trunk = person.by_segment[:, SEGMENT["trunk"]]
    spread = _SPREAD * of_trunk * _bump(verts[:, 2] - 34, 13) * np.clip((y - 8) / 5, 0, 1)
    moved: Places = drawn + np.outer(spread, (0.0, side_sign(side), 0.0))
    return moved


def _bump(off: Numbers, reach: float) -> Numbers:
    """1 where *off* is 0, falling off smoothly to 0 at *reach*."""
    share = np.clip(1 - np.abs(off) / reach, 0, 1)
    bump: Numbers = share * share * (3 - 2 * share)
    return bump
