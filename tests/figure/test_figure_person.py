"""Everybody who can be drawn: one mesh, fitted to the bones that poses are written for, dressed, posed rigidly."""

import numpy as np
import pytest

from cardmaker.errors import NotFoundError
from cardmaker.figure.anatomy import BONES, HIP_ASIDE, SIDES
from cardmaker.figure.person import SEGMENT, USUAL, people, person
from cardmaker.figure.pose import Arm, Leg, Pelvis, Position
from cardmaker.figure.posed import posed
from cardmaker.figure.wardrobe import SHORTS, SKIN, TOP, clothes, dressed

PEOPLE = sorted(people())
STANDING = Position(pelvis=Pelvis(at=(0.0, 90.0)), legs={"R": Leg(hip=0), "L": Leg(hip=0)}, arms={})


def test_there_are_both_sexes_two_ages_and_two_builds() -> None:
    assert {"woman", "man", "older-woman", "older-man", "sturdy-woman", "sturdy-man"} <= set(PEOPLE)
    assert USUAL in PEOPLE


def test_who_is_not_known_is_named_with_the_likely_one() -> None:
    with pytest.raises(NotFoundError, match="no person 'womna'; did you mean 'woman'"):
        person("womna")


@pytest.mark.parametrize("name", PEOPLE)
def test_limbs_are_as_long_as_poses_take_them(name: str) -> None:
    body = person(name)
    for bone, size in BONES.items():
        assert all(abs(body.limbs[f"{bone}_{side}"].length - size) < 0.02 for side in SIDES), bone
    assert [abs(body.limbs[f"thigh_{side}"].at[1]) for side in SIDES] == pytest.approx(
        [HIP_ASIDE] * 2, abs=0.02
    )


@pytest.mark.parametrize("name", PEOPLE)
def test_each_place_hangs_on_bones(name: str) -> None:
    assert person(name).weights.sum(1) == pytest.approx(1.0)


def test_people_differ() -> None:
    def waist(name: str) -> float:
        body = person(name)
        ring = body.verts[(np.abs(body.verts[:, 2] - 12) < 2) & (body.segment == SEGMENT["trunk"])]
        return float(np.ptp(ring[:, 1]))

    assert waist("sturdy-woman") > waist("woman") + 1
    assert waist("sturdy-man") > waist("man") + 1
    heights = {name: float(np.ptp(person(name).verts[:, 2])) for name in PEOPLE}
    assert all(164 < height < 178 for height in heights.values())


@pytest.mark.parametrize("name", PEOPLE)
def test_vest_and_shorts_lie_where_they_are_worn(name: str) -> None:
    body = dressed(name).person
    worn = clothes(body, body.verts, body.segment)
    trunk = body.segment == SEGMENT["trunk"]
    high = body.verts[:, 2]
    assert (worn[trunk & (high < 5)] == SHORTS).all()
    chest = trunk & (np.abs(high - 25) < 5) & (np.abs(body.verts[:, 1]) < 12)
    assert (worn[chest] == TOP).all()
    bare = [SEGMENT[part] for part in ("head", "shank_R", "shank_L", "forearm_R", "hand_L")]
    assert (worn[np.isin(body.segment, bare)] == SKIN).all()


def test_shorts_stay_on_the_thigh_however_the_knee_bends() -> None:
    bent = STANDING.model_copy(update={"legs": {"R": Leg(hip=0, knee=150), "L": Leg(hip=0)}})
    body = posed(bent)
    wearer = body.wearer.person
    worn = clothes(wearer, wearer.verts, wearer.segment) == SHORTS
    knee = body.skeleton.joints["knee_R"][2]
    right = worn & (wearer.segment == SEGMENT["thigh_R"])
    assert body.verts[right][:, 2].min() > knee + 20


@pytest.mark.parametrize("angle", [-30, 40, 90, 140])
def test_posing_makes_no_limb_thinner(angle: int) -> None:
    """Linear blending would pinch them at the joints."""
    body = posed(
        STANDING.model_copy(update={"legs": {"R": Leg(hip=angle, knee=max(0, angle)), "L": Leg(hip=0)}})
    )
    wearer = body.wearer.person
    part = body.skeleton.parts["thigh_R"]
    rest = wearer.limbs["thigh_R"]
    middle = (wearer.segment == SEGMENT["thigh_R"]) & wearer.shown
    at_rest = (wearer.verts[middle] - rest.at) @ rest.turn
    now = (body.verts[middle] - part.origin) @ part.turn
    waist = np.abs(at_rest[:, 2] + 21) < 3
    assert (np.ptp(now[waist], axis=0) > np.ptp(at_rest[waist], axis=0) - 0.6).all()


@pytest.mark.parametrize("lifted", [10.0, 60.0, 110.0, 170.0])
def test_an_arm_ends_where_the_solver_has_its_wrist(lifted: float) -> None:
    arms = dict.fromkeys(SIDES, Arm(shoulder=lifted, elbow=20.0, grip="flat"))
    body = posed(STANDING.model_copy(update={"arms": arms}))
    for side in SIDES:
        wrist = body.skeleton.joints[f"wrist_{side}"]
        skin = body.skin(f"forearm_{side}")
        assert np.linalg.norm(skin - wrist, axis=1).min() < 3.5
        assert np.linalg.norm(body.skin(f"hand_{side}").mean(0) - wrist) < 14


def test_the_skin_about_the_armpit_goes_along_when_arms_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bones alone leave the arm's inside hanging out like a bag, and the ribs behind it."""
    arms = dict.fromkeys(SIDES, Arm(shoulder=178.0, elbow=0.0, grip="flat"))

    def step() -> float:
        """How much wider the arm begins than the ribs below it end."""
        body = posed(STANDING.model_copy(update={"arms": arms}))
        trunk, arm = body.skin("trunk"), body.skin("upper_arm_L")
        ribs = trunk[np.abs(trunk[:, 2] - 122) < 3][:, 1].max()
        return float(arm[np.abs(arm[:, 2] - 144) < 3][:, 1].max() - ribs)

    eased = step()
    monkeypatch.setattr(
        "cardmaker.figure.rig.raised_arm", lambda person, side: np.zeros((len(person.verts), 3))
    )
    assert eased < step() - 1


def test_who_lies_down_touches_the_floor() -> None:
    lying = Position(
        pelvis=Pelvis(at=(0.0, "rest"), pitch=-90.0), legs={"R": Leg(hip=0), "L": Leg(hip=0)}, arms={}
    )
    low = [float(posed(lying, name).skin("trunk")[:, 2].min()) for name in ("woman", "sturdy-man")]
    assert all(-1.0 < z < 0.5 for z in low)
