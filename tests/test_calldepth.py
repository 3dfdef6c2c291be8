"""Calls that go up and down below a function with room ask the system for next to nothing."""

import subprocess
import sys

import pytest

from cardmaker.calldepth import room_below

PROBE = """
import resource
from cardmaker.calldepth import room_below

def leaf():
    return 0

def nested(depth):
    if depth:
        nested(depth - 1)
    else:
        for _ in range(50):
            leaf()

def plain():
    for depth in range(400):
        nested(depth)

@room_below
def roomy():
    plain()

def faults(function):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    function()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

print(faults(plain), faults(roomy))
"""


@pytest.mark.skipif(
    sys.platform != "linux" or sys.implementation.name != "cpython", reason="counts Linux' page faults"
)
def test_calls_at_any_depth_take_no_new_memory() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    plain, roomy = map(int, done.stdout.split())
    assert roomy < plain / 4


def test_it_stays_the_same_function() -> None:
    @room_below
    def doubled(number: int, times: int = 2) -> int:
        """Twice, as a rule."""
        return number * times

    assert (doubled(3), doubled(3, times=3), doubled.__doc__) == (6, 9, "Twice, as a rule.")
