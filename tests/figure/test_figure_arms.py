"""Where hands go: next to the body wherever the body is."""

import pytest

from cardmaker.figure.anatomy import SHOULDER_ASIDE
from cardmaker.figure.arms import hand_target
from cardmaker.figure.pose import Arm
from cardmaker.figure.skeleton import Skeleton
from cardmaker.figure.vectors import vec


@pytest.mark.parametrize(("wide", "aside"), [(None, SHOULDER_ASIDE), (30.0, 30.0)])
@pytest.mark.parametrize("pelvis", [0.0, 8.0, -5.0])
def test_a_hand_placed_ahead_and_up_is_aside_of_where_the_pelvis_is(
    wide: float | None, aside: float, pelvis: float
) -> None:
    skeleton = Skeleton(joints={"pelvis": vec(0, pelvis, 90)})
    arm = Arm(hand=(20, 100), wide=wide)
    left, right = (hand_target(skeleton, side, arm) for side in ("L", "R"))
    assert sorted((left[1], right[1])) == pytest.approx([pelvis - aside, pelvis + aside])
    assert (left[0], left[2]) == (right[0], right[2]) == (20, 100)
