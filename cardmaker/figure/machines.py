"""Gym machines, bars and holds → ink; their pads lie wherever the body of the pose touches them."""

from cardmaker.figure import kit
from cardmaker.figure.anatomy import BALL, FOREARM, HEEL, SIDES, SOLE, Side
from cardmaker.figure.extremities import hand
from cardmaker.figure.outline import bar, blend, disc, join, smooth
from cardmaker.figure.scenery import Scenery
from cardmaker.figure.skeleton import BodyPart, Skeleton
from cardmaker.figure.tubes import Tube
from cardmaker.figure.vectors import Vec, bone_frame, vec

_FRAME = 2.6  # half the thickness of a machine's beams


def pull_up_bar(prop: kit.PullUpBar, at: Scenery) -> None:
    """The bar and its posts are behind the body; the hands hide what they hold."""
    if not at.on(prop, "behind"):
        return
    for y in (-prop.half, prop.half):
        foot, top = vec(prop.x, y, 0), vec(prop.x, y, prop.height + 4)
        at.rod("prop", foot, top, _FRAME)
        if at.camera.level:
            at.rod("prop-dark", foot - vec(0, 9, -1.6), foot + vec(0, 9, 1.6), 1.6)
    ends = (vec(prop.x, -prop.half - 1, prop.height), vec(prop.x, prop.half + 1, prop.height))
    at.rod("metal", *ends, 1.7)


def swiss_ball(prop: kit.SwissBall, at: Scenery) -> None:
    """A ball with a light spot and a ring."""
    if not at.on(prop, "behind"):
        return
    x, y = at.spot(prop.at)
    at.ink.outlined("prop-light", disc((x, y), prop.radius))
    for share in (0.5, 0.8):
        ring = disc((x - prop.radius * 0.16, y + prop.radius * 0.18), prop.radius * share)
        at.ink.line("prop-line", ring.boundary)


def ankle_hold(prop: kit.AnkleHold, at: Scenery) -> None:
    """A roller over the ankles of somebody kneeling, on a stand; or two forearms whose hands press them down."""
    ankle = at.middle("ankle")
    above = ankle + vec(2.5, 0, 8.6)
    if prop.by == "hands":
        _partner(prop, at)
    elif at.on(prop, "front"):
        at.roller("prop-dark", above, 4.6)
        _post(at, above + vec(0, 20 * at.near, 0))
    elif at.layer == "behind":
        _post(at, above - vec(0, 20 * at.near, 0))


def _post(at: Scenery, top: Vec) -> None:
    """An end of a roller's stand: a post on a foot."""
    at.rod("prop", vec(top[0] - 13, top[1], 1.8), vec(top[0] + 13, top[1], 1.8), 1.8)
    at.rod("prop", vec(top[0], top[1], 2), top, 1.8)


def _partner(prop: kit.AnkleHold, at: Scenery) -> None:
    """Two forearms that come from behind and above; the far one lies behind the body."""
    if at.layer == "between":
        return
    near = at.near if at.on(prop, "front") else -at.near
    side: Side = "R" if near < 0 else "L"
    held = at.skeleton.parts["shank_" + side].along(0.86) + vec(0, 0, 3.6)
    fingers = vec(0.82, 0, -0.57)
    wrist = held - fingers * 8
    forearm = bone_frame(wrist + vec(-13, 0, 22), wrist, vec(1, 0, 0.4))
    hand_turn = bone_frame(held - fingers, held, vec(0.3, 0, -1))
    elbow = wrist + forearm[:, 2] * FOREARM
    partner = Skeleton(
        parts={
            "forearm_" + side: BodyPart(elbow, forearm, FOREARM),
            "hand_" + side: BodyPart(wrist, hand_turn, 0.0),
        }
    )
    fist = hand(partner, side, at.camera, "hook")
    arm = Tube.limb(partner, at.camera, "forearm", side).silhouette()
    at.ink.outlined("skin-far", smooth(blend(join([arm, fist.whole]), 0.9), 0.6))
    at.ink.line("detail", fist.lines)


def ankle_band(prop: kit.AnkleBand, at: Scenery) -> None:
    """A band whose loop goes round one ankle."""
    if not at.on(prop, "front"):
        return
    tube = Tube.limb(at.skeleton, at.camera, "shank", prop.side)
    start, end = at.spot(prop.start), tube.spot(0.9)
    at.ink.outlined("band", bar(start, end, 0.95, round_ends=False), "detail")
    at.ink.outlined("band", tube.silhouette(0.85, 0.95, grow=0.6, steps=3), "detail")
    if prop.anchor:
        at.ink.outlined("prop-dark", disc(start, 2.6))
        at.ink.area("metal", disc(start, 1.0))


def pulldown(prop: kit.Pulldown, at: Scenery) -> None:
    """Seat, column and stack behind; the roller over the thighs and the near end of the bar in front."""
    joints, top = at.skeleton.joints, prop.height
    pelvis, knee, hands = joints["pelvis"], at.middle("knee"), at.middle("grip")
    pad = knee + vec(-7, 0, 11.5)
    near_hand = joints["grip_R" if at.near < 0 else "grip_L"]
    if at.layer == "behind":
        seat = pelvis[2] - 11.5
        at.rod("prop", vec(prop.x, 0, 0), vec(prop.x, 0, top + 6), _FRAME)
        at.rod("prop", vec(prop.x, 0, top + 6), vec(hands[0] + 4, 0, top + 6), _FRAME)
        at.rod("prop", vec(pelvis[0] - 22, 0, 2.2), vec(prop.x + 14, 0, 2.2), 2.2)
        at.slab("prop-light", vec(prop.x - 6, 0, 78), vec(prop.x + 12, 0, 78), 66, (-11, 11))
        at.rod("prop", vec(pelvis[0] + 4, 0, 2), vec(pelvis[0] + 4, 0, seat - 4), _FRAME)
        at.rod("prop", vec(prop.x, 0, pad[2] - 14), pad - vec(0, 0, 14), 2.0)
        at.rod("prop", pad - vec(0, 0, 14), pad, 1.8)
        at.slab("prop-dark", vec(pelvis[0] - 15, 0, seat), vec(pelvis[0] + 24, 0, seat), 6.5)
        pulley = vec(hands[0], 0, top)
        at.ink.stroke("cable", at.camera.spot(pulley), at.camera.spot(hands))
        at.wheel("prop-dark", pulley, 6.0)
        at.rod("metal", _end(hands, -at.near, prop.half), _end(hands, at.near, prop.half), 1.5)
    elif at.on(prop, "front" if at.camera.sideways else "between"):  # from behind, the trunk hides the roller
        at.roller("prop-dark", pad, 5.0)
        if at.camera.sideways:
            at.rod("metal", near_hand + vec(0, 4 * at.near, 0), _end(hands, at.near, prop.half), 1.5)


def _end(middle: Vec, way: float, half: float) -> Vec:
    return middle + vec(0, way * half, 0)


def _handle(at: Scenery, high: float) -> None:
    """A grip next to the pad, from a little past the hands up (or down) to the height of the pad's frame."""
    hands = at.middle("grip")
    end = hands + vec(0, 0, -6.0 if high > hands[2] else 6.0)
    for y in (float(at.skeleton.joints[f"grip_{side}"][1]) for side in SIDES):
        at.rod("metal", vec(hands[0], y, high), vec(end[0], y, end[2]), 1.5)


def leg_press(prop: kit.LegPress, at: Scenery) -> None:
    """Pads along seat and back, the plate at the soles with its weights, and the rail it runs on."""
    if not at.on(prop, "behind"):
        return
    body = at.skeleton
    up, ahead = body.parts["pelvis"].turn[:, 2], body.parts["pelvis"].turn[:, 0]
    hip = body.joints["pelvis"]
    seat = hip - up * 12.5
    foot = body.parts["foot_R"].turn
    heel = at.middle("ankle") - foot @ vec(HEEL + 4, 0, SOLE)
    toes = heel + foot[:, 0] * (HEEL + BALL + 22)
    push = -foot[:, 2]
    centre = (heel + toes) / 2
    far_end = centre + push * 54 - push * float((centre - hip) @ push) + push * 62
    low = hip + push * 34 - foot[:, 0] * 22
    top = low + push * float((far_end - low) @ push)
    at.rod("prop", vec(low[0] - 6, 0, 2.4), vec(top[0] + 2, 0, 2.4), 2.4)
    at.rod("prop", low, top, _FRAME)
    at.rod("prop", top * vec(1, 1, 0), top, _FRAME)
    at.rod("prop", low * vec(1, 1, 0), low, _FRAME)
    back = hip - ahead * 11.5
    at.rod("prop", back + up * 10 - ahead * 5, (back + up * 10 - ahead * 5) * vec(1, 1, 0), _FRAME)
    at.rod("prop", vec((back + up * 10)[0] - 10, 0, 2.4), vec(low[0], 0, 2.4), 2.4)
    _handle(at, float(seat[2]))
    at.slab("prop-dark", back - up * 6, back + up * 76, -7)
    at.slab("prop-dark", seat - ahead * 12, seat + ahead * 26, 7)
    axle = centre + push * 17
    at.rod("prop", axle, axle - foot[:, 0] * float((axle - low) @ foot[:, 0]), _FRAME)
    at.rod("prop", centre, axle, _FRAME)
    at.wheel("prop-dark", axle, 19)
    at.slab("prop", heel, toes, 4.5, (-22, 22))


def leg_curl(prop: kit.LegCurl, at: Scenery) -> None:
    """The pad, its frame and the stack behind the body; the lever, next to the near shin, and its roller in front."""
    body = at.skeleton
    hip, knee = body.joints["pelvis"], at.middle("knee")
    shank = body.parts["shank_R" if at.near < 0 else "shank_L"]
    roller = at.middle("ankle") + shank.turn[:, 2] * 5 - shank.turn[:, 0] * 7.6
    roller[1] = 0.0
    pivot = vec(knee[0], 17 * at.near, knee[2] - 1)
    if at.on(prop, "front"):
        bend = roller + vec(0, 17 * at.near, 0) + shank.turn[:, 0] * 13
        at.rod("prop", pivot, bend, 1.7)
        at.rod("prop", bend - shank.turn[:, 0] * 1.2, roller + vec(0, 17 * at.near, 0), 1.7)
        at.roller("prop-dark", roller, 4.6, (-16, 16))
        at.wheel("prop", pivot, 4.2)
    if at.layer != "behind":
        return
    top = hip[2] - 11.2
    head = hip[0] + 72
    at.rod("prop", vec(knee[0] - 20, 0, 2.2), vec(head + 10, 0, 2.2), 2.2)
    for x in (knee[0] + 16, head - 10):
        at.rod("prop", vec(x, 0, 2), vec(x, 0, top - 5), _FRAME)
    at.slab("prop-dark", vec(knee[0] + 5, 0, top), vec(head, 0, top), 7)
    _handle(at, top - 6)
    at.rod("prop", pivot, vec(knee[0] + 16, 0, top - 12), 2.2)
    _stack(at, knee[0] + 44, 4.5, top - 7)


def _stack(at: Scenery, x: float, low: float, top: float, plates: int = 5) -> None:
    """A stack of weights on the two rods that guide it."""
    for side in (-6, 6):
        at.rod("metal", vec(x + side, 0, low), vec(x + side, 0, top), 1.0)
    for i in range(plates):
        level = low + 5.4 * (i + 1)
        at.slab("prop-dark", vec(x - 11, 0, level), vec(x + 11, 0, level), 5.0, (-8, 8))


def glute_ham_bench(prop: kit.GluteHamBench, at: Scenery) -> None:
    """The round pad under the knees and the frame behind the body; the near ends of the rollers in front."""
    body = at.skeleton
    knee, ankle = at.middle("knee"), at.middle("ankle")
    foot = body.parts["foot_R"].turn
    pad = vec(knee[0] + 5, 0, knee[2] - 15.5)
    shank = body.parts["shank_R"]
    rollers = [ankle + shank.turn[:, 2] * 7 + side * 7.4 for side in (shank.turn[:, 0], -shank.turn[:, 0])]
    if at.on(prop, "front"):
        for roller in rollers:
            at.roller("prop-dark", roller, 4.0, (-16, 16))
    if at.layer != "behind":
        return
    sole = ankle - foot[:, 2] * SOLE
    post = sole[0] + 10
    at.rod("prop", vec(sole[0] - 16, 0, 2.2), vec(pad[0] + 26, 0, 2.2), 2.2)
    at.rod("prop", vec(post, 0, 2), vec(post, 0, ankle[2] + 8), _FRAME)
    at.rod("prop", vec(post, 0, 22), vec(pad[0], 0, 22), 2.2)
    at.rod("prop", vec(pad[0], 0, 2), pad, _FRAME)
    at.slab("prop", sole + foot[:, 0] * 22, sole - foot[:, 0] * 14, -3.6, (-20, 20))
    at.roller("prop-dark", pad, 13.0, (-19, 19))
