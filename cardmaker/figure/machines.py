"""Gym machines, bars and holds → solids; their pads lie where the skin of the body touches them."""

from cardmaker.figure import kit, stations
from cardmaker.figure.anatomy import BALL, HEEL, SIDES, SOLE
from cardmaker.figure.benches import PRESSED, face, seat_height
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.solids import cylinder
from cardmaker.figure.vectors import Vec, unit, vec

_FRAME = 2.6  # half the thickness of a machine's beams
_LEG_FRAME = 2.4  # the same of machines for the legs
_ARM = 2.2  # of those that carry less


def pull_up_bar(prop: kit.PullUpBar, at: Scenery) -> None:
    """A bar on two posts with feet, or on arms from posts behind it."""
    for y in (-prop.half, prop.half):
        foot = vec(prop.x - prop.behind, y, 0)
        at.rod("prop", foot, foot + vec(0, 0, prop.height + 4), _FRAME)
        if prop.behind:
            at.rod("prop", vec(foot[0], y, prop.height), vec(prop.x, y, prop.height), _ARM)
        at.rod("prop", foot + vec(-22, 0, 1.8), foot + vec(22, 0, 1.8), 1.8)
        at.rod("prop", foot + vec(0, -9, 1.8), foot + vec(0, 9, 1.8), 1.8)
    at.rod("metal", vec(prop.x, -prop.half - 1, prop.height), vec(prop.x, prop.half + 1, prop.height), 1.6)


def swiss_ball(prop: kit.SwissBall, at: Scenery) -> None:
    """A ball."""
    at.ball("prop-light", vec(prop.at[0], 0, prop.at[1]), prop.radius)


def ankle_hold(prop: kit.AnkleHold, at: Scenery) -> None:
    """A roller over the ankles of somebody kneeling, on a stand; or two hands that press them down."""
    ankle = at.middle("ankle")
    above = ankle + vec(2.5, 0, 8.6)
    if prop.by == "hands":
        _partner(at)
        return
    at.roller("prop-dark", above, 4.6)
    for side in (-1, 1):
        top = above + vec(0, 20 * side, 0)
        at.rod("prop", vec(top[0] - 13, top[1], 1.8), vec(top[0] + 13, top[1], 1.8), 1.8)
        at.rod("prop", vec(top[0], top[1], 2), top, 1.8)
    at.rod("metal", above - vec(0, 20, 0), above + vec(0, 20, 0), 1.2)


def _partner(at: Scenery) -> None:
    """A partner's forearms and fists, from behind and above."""
    for side in SIDES:
        held = at.skeleton.parts["shank_" + side].along(0.86) + vec(0, 0, 5.2)
        wrist = held - vec(0.82, 0, -0.57) * 8
        at.add("skin-far", cylinder(wrist, wrist + vec(-13, 0, 22), 3.2), f"partner_{side}")
        at.ball("skin-far", held - vec(0.4, 0, -0.3) * 4, 4.4)


def pulldown(prop: stations.Pulldown, at: Scenery) -> None:
    """Seat, column, stack and cable; the roller lies on the thighs, the bar in the hands."""
    joints, top = at.skeleton.joints, prop.height
    pelvis, hands = joints["pelvis"], at.middle("grip")
    seat = seat_height(at)
    thighs = at.body.reach(vec(0, 0, 1), "thigh_R", "thigh_L")
    pad = at.middle("knee") + vec(-9, 0, 0)
    pad[2] = thighs + 4.2
    at.rod("prop", vec(prop.x, 0, 0), vec(prop.x, 0, top + 6), _FRAME)
    at.rod("prop", vec(prop.x, 0, top + 6), vec(hands[0] + 4, 0, top + 6), _FRAME)
    at.rod("prop", vec(pelvis[0] - 22, 0, 2.2), vec(prop.x + 14, 0, 2.2), 2.2)
    at.rod("prop", vec(pelvis[0] + 4, 0, 2), vec(pelvis[0] + 4, 0, seat - 4), _FRAME)
    at.rod("prop", vec(prop.x, 0, pad[2] + 7), pad + vec(0, 0, 7), 2.0)
    at.rod("prop", pad + vec(0, 0, 7), pad, 1.8)
    at.slab("prop-dark", vec(pelvis[0] - 15, 0, seat), vec(pelvis[0] + 24, 0, seat), 6.5, (-15, 15))
    pulley = vec(hands[0], 0, top - 2)
    at.add("prop-dark", cylinder(pulley, hands, 0.6, 12), "cable")
    at.add("prop-dark", cylinder(pulley - vec(0, 1.5, 0), pulley + vec(0, 1.5, 0), 6.0))
    lift = max(0.0, 162.0 - float(hands[2])) * 0.45
    _stack(at, prop.x + 3, 5, top - 4, lift, plates=5)
    at.rod("metal", hands - vec(0, prop.half, 0), hands + vec(0, prop.half, 0), 1.5)
    at.roller("prop-dark", pad, 5.0)


def _handle(at: Scenery, high: float) -> None:
    """Grips next to the pad, from a little past the hands up (or down) to the height of the pad's frame."""
    hands = at.middle("grip")
    low = float(hands[2]) + (-6.0 if high > hands[2] else 6.0)
    for y in (float(at.skeleton.joints[f"grip_{side}"][1]) for side in SIDES):
        at.rod("metal", vec(hands[0], y, high), vec(hands[0], y, low), 1.5)


def leg_press(prop: stations.LegPress, at: Scenery) -> None:
    """Pads under seat, back and head, the plate at the soles with its weights, and the rail it runs on."""
    body = at.skeleton
    up, ahead = body.parts["pelvis"].turn[:, 2], body.parts["pelvis"].turn[:, 0]
    hip = body.joints["pelvis"]
    seat = hip - up * face(at, -up, "trunk")
    foot = body.parts["foot_R"].turn
    heel = at.middle("ankle") - foot @ vec(HEEL + 6, 0, SOLE)
    toes = heel + foot[:, 0] * (HEEL + BALL + 24)
    push = -foot[:, 2]
    centre = (heel + toes) / 2
    far_end = centre + push * (62 - float((centre - hip) @ push) + 54)
    low = hip + push * 34 - foot[:, 0] * 22
    top = low + push * float((far_end - low) @ push)
    at.rod("prop", vec(low[0] - 6, 0, 2.4), vec(top[0] + 2, 0, 2.4), 2.4)
    at.rod("prop", low, top, _FRAME)
    at.rod("prop", top * vec(1, 1, 0), top, _FRAME)
    at.rod("prop", low * vec(1, 1, 0), low, _FRAME)
    back = hip - ahead * face(at, -ahead, "trunk", "neck", "head")
    post = back + up * 10 - ahead * 5
    at.rod("prop", post, post * vec(1, 1, 0), _FRAME)
    at.rod("prop", vec((back + up * 10)[0] - 10, 0, 2.4), vec(low[0], 0, 2.4), 2.4)
    _handle(at, float(seat[2]))
    at.slab("prop-dark", back - up * 6, back + up * 84, -7)
    at.slab("prop-dark", seat - ahead * 10, seat + ahead * 26, 7)
    axle = centre + push * 17
    at.rod("prop", axle, axle - foot[:, 0] * float((axle - low) @ foot[:, 0]), _FRAME)
    at.rod("prop", centre, axle, _FRAME)
    at.wheel("prop-dark", axle, 19)
    at.slab("prop", heel, toes, 4.5, (-22, 22))


def leg_curl(prop: stations.LegCurl, at: Scenery) -> None:
    """A pad under trunk and thighs on its frame, a stack that rises, a lever next to the near shin and its roller."""
    body = at.skeleton
    hip, knee, shank = body.joints["pelvis"], at.middle("knee"), at.part("shank")
    calf = at.middle("ankle") + shank.turn[:, 2] * 5
    roller = calf - shank.turn[:, 0] * 8.4
    roller[1] = 0.0
    pivot = vec(knee[0], 17 * at.near, knee[2] - 1)
    bend = roller + vec(0, 17 * at.near, 0) + shank.turn[:, 0] * 13
    at.rod("prop", pivot, bend, 1.7)
    at.rod("prop", bend - shank.turn[:, 0] * 1.2, roller + vec(0, 17 * at.near, 0), 1.7)
    at.roller("prop-dark", roller, 4.6, (-16, 16))
    at.wheel("prop", pivot, 4.2)
    top = -at.body.reach(vec(0, 0, -1), "trunk", "thigh_R", "thigh_L") + PRESSED
    head = hip[0] + 72
    at.rod("prop", vec(knee[0] - 20, 0, 2.2), vec(head + 10, 0, 2.2), 2.2)
    for x in (knee[0] + 16, head - 10):
        at.rod("prop", vec(x, 0, 2), vec(x, 0, top - 5), _FRAME)
    at.slab("prop-dark", vec(knee[0] + 5, 0, top), vec(head, 0, top), 7)
    _handle(at, top - 6)
    at.rod("prop", pivot - vec(0, 15 * at.near, 0), vec(knee[0] + 16, 0, top - 12), 2.2)
    lift = max(0.0, float(roller[2] - knee[2])) * 0.35
    _stack(at, knee[0] + 44, 4.5, top - 7, lift)


def _stack(at: Scenery, x: float, low: float, top: float, lift: float = 0.0, plates: int = 3) -> None:
    """A stack of weights on the rod that guides it; all but the lowest are lifted."""
    at.rod("metal", vec(x, 0, low), vec(x, 0, top), 1.4)
    for i in range(plates):
        level = low + 8.0 * (i + 1) + (lift if i > 0 else 0.0)
        at.block("prop-dark", vec(x - 11, -8, level - 8.0), vec(x + 11, 8, level))


def glute_ham_bench(prop: stations.GluteHamBench, at: Scenery) -> None:
    """The round pad under the knees, rollers about the ankles, a plate at the soles, and the frame."""
    body = at.skeleton
    knee, ankle = at.middle("knee"), at.middle("ankle")
    foot, shank = body.parts["foot_R"].turn, body.parts["shank_R"]
    pad = vec(knee[0] + 3, 0, knee[2] - 16.5)
    for side in (shank.turn[:, 0], -shank.turn[:, 0]):
        at.roller("prop-dark", ankle + shank.turn[:, 2] * 7 + side * 8.0, 4.0, (-16, 16))
    sole: Vec = ankle - foot[:, 2] * SOLE
    post = sole[0] + 10
    for y in (-19, 19):
        at.rod("prop", vec(post, y, 2), vec(post, y, ankle[2] + 12), 1.8)
    at.rod("prop", vec(sole[0] - 16, 0, 2.2), vec(pad[0] + 26, 0, 2.2), 2.2)
    at.rod("prop", vec(post, -19, 2.2), vec(post, 19, 2.2), 2.2)
    at.rod("prop", vec(post, 0, 22), vec(pad[0], 0, 22), 2.2)
    at.rod("prop", vec(post, 0, 2), vec(post, 0, 22), _FRAME)
    at.rod("prop", vec(pad[0], 0, 2), pad, _FRAME)
    at.slab("prop", sole + foot[:, 0] * 22, sole - foot[:, 0] * 14, -3.6, (-20, 20))
    at.roller("prop-dark", pad, 13.0, (-19, 19))


def hack_squat(prop: stations.HackSquat, at: Scenery) -> None:
    """A sled on slanting rails: a pad behind the back, rests on the shoulders, a plate for the feet."""
    body = at.skeleton
    up, ahead = body.parts["pelvis"].turn[:, 2], body.parts["pelvis"].turn[:, 0]
    hip = body.joints["pelvis"]
    back = hip - ahead * face(at, -ahead, "trunk")
    foot = body.parts["foot_R"].turn
    heel = at.middle("ankle") - foot @ vec(HEEL + 8, 0, SOLE)
    toes = heel + foot[:, 0] * (HEEL + BALL + 22)
    rail = back - ahead * 11
    low = rail - up * (float(rail[2]) - _LEG_FRAME) / float(up[2])
    top = low + up * 190
    at.rod("prop", low, top, _LEG_FRAME)
    at.rod("prop", top * vec(1, 1, 0), top, _LEG_FRAME)
    at.rod("prop", vec(top[0] - 8, 0, _LEG_FRAME), vec(toes[0] + 8, 0, _LEG_FRAME), _LEG_FRAME)
    at.rod("prop", vec(toes[0] - 3, 0, _LEG_FRAME), toes - foot[:, 2] * 3, _LEG_FRAME)
    at.slab("prop", heel, toes, 4.5, (-26, 26))
    at.slab("prop-dark", back - up * 14, back + up * 66, -7)
    at.rod("prop", back - ahead * 7 + up * 30, rail + up * 30, _LEG_FRAME)
    for side in SIDES:
        rest = _shoulder_rest(at, body.joints[f"shoulder_{side}"], up)
        grip = body.joints[f"grip_{side}"]
        at.rod("metal", grip - up * 6, grip + up * 6, 1.5)
        at.rod("metal", grip + up * 6, rest, 1.3)
    weights = back - ahead * 16 + up * 24
    for y in (-20, 20):
        at.wheel("prop-dark", weights + vec(0, y, 0), 17)
    at.rod("metal", weights - vec(0, 24, 0), weights + vec(0, 24, 0), 1.6)


def _shoulder_rest(at: Scenery, shoulder: Vec, up: Vec) -> Vec:
    """A pad on a shoulder; → its middle."""
    outside = unit(vec(0, float(shoulder[1]), 0))
    rest: Vec = shoulder + up * 9.5 - outside * 2
    at.roller("prop-dark", rest, 3.4, (-6.5, 6.5))
    return rest


def seated_calf(prop: stations.SeatedCalf, at: Scenery) -> None:
    """A seat, a step under the balls of the feet, and a loaded lever whose pad lies on the thighs near the knees."""
    joints = at.skeleton.joints
    pelvis, knee = joints["pelvis"], at.middle("knee")
    seat = seat_height(at)
    foot = at.skeleton.parts["foot_R"]
    ball = foot.place(BALL, 0, -SOLE)
    pad = knee + vec(-6, 0, 0)
    pad[2] = at.body.reach(vec(0, 0, 1), "thigh_R", "thigh_L") + 3.8
    pivot = vec(float(ball[0]) + 40, 0, prop.height)
    at.rod("prop", vec(pelvis[0] - 18, 0, 2), vec(pivot[0] + 10, 0, 2), 2.0)
    at.rod("prop", vec(pelvis[0], 0, 2), vec(pelvis[0], 0, seat - 4), _LEG_FRAME)
    at.rod("prop", vec(pivot[0], 0, 2), pivot, _LEG_FRAME)
    at.slab("prop-dark", vec(pelvis[0] - 16, 0, seat), vec(pelvis[0] + 20, 0, seat), 6.5, (-16, 16))
    at.block("prop", vec(ball[0] - 4, -22, 2), vec(ball[0] + 12, 22, ball[2]))
    at.rod("prop", pivot, pad + vec(0, 0, 3), 1.8)
    at.roller("prop-dark", pad, 4.2, (-17, 17))
    load = pivot + (pad - pivot) * 0.42 + vec(0, 0, 4)
    at.wheel("prop-dark", load, 13)
