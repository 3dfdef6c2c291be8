"""Names of muscles → where on the skin they lie: a function of the place on the body at rest.

A muscle is a band on a chart (charts.py): rows of how far along the limb (of the trunk: cm above the hip axis), and
from which to which angle. Between rows its edges are monotone curves. So it follows the limb's outline, goes on under
clothes, and is hidden where the place is.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from cardmaker.figure.anatomy import Bone, Side
from cardmaker.figure.charts import foot_chart, limb_chart, trunk_chart
from cardmaker.figure.person import SEGMENT, Numbers, Person, Places
from cardmaker.namedtuple import NamedTuple

Chart: TypeAlias = Bone | Literal["trunk", "foot"]
Row: TypeAlias = tuple[float, float, float]


class Band(NamedTuple):
    """A muscle, or the part of it that lies on one chart."""

    chart: Chart
    rows: tuple[Row, ...]


def _band(chart: Chart, *rows: Row) -> Band:
    return Band(chart, rows)


# Origins and insertions simplified to what shows under the skin.
BANDS: Final[dict[str, tuple[Band, ...]]] = {
    "quads": (_band("thigh", (0.07, 5, 30), (0.16, -16, 52), (0.3, -36, 74), (0.5, -48, 84), (0.68, -58, 84),
                   (0.8, -62, 72), (0.88, -50, 52), (0.95, -22, 26), (0.985, -8, 10)),),
    "hamstrings": (_band("thigh", (0.19, 160, 194), (0.26, 132, 214), (0.4, 110, 230), (0.6, 102, 244),
                        (0.76, 100, 250), (0.86, 104, 250), (0.94, 108, 140), (0.99, 110, 118)),),
    "adductors": (_band("thigh", (0.1, -88, -50), (0.2, -130, -34), (0.4, -124, -52), (0.6, -112, -70),
                       (0.72, -100, -82)),),
    "calves": (_band("shank", (0.015, 140, 222), (0.08, 112, 244), (0.2, 98, 258), (0.34, 100, 258),
                    (0.46, 116, 244), (0.53, 138, 222), (0.6, 166, 194)),),
    "soleus": (_band("shank", (0.36, 88, 98), (0.48, 96, 262), (0.6, 122, 238), (0.74, 150, 210), (0.9, 168, 192)),),
    "tibialis": (_band("shank", (0.07, 14, 36), (0.2, 4, 50), (0.4, 2, 46), (0.6, 0, 34), (0.8, -8, 16),
                      (0.92, -14, 4)),),
    "peroneals": (_band("shank", (0.05, 70, 86), (0.13, 58, 94), (0.28, 56, 95), (0.44, 60, 94), (0.58, 74, 106),
                       (0.72, 92, 118), (0.84, 108, 124), (0.93, 116, 124)),),
    "glutes": (_band("trunk", (-11.5, 110, 156), (-9.5, 98, 174), (-7, 92, 178), (-2, 92, 180), (2, 98, 180),
                    (6, 116, 178), (9, 140, 176), (11, 160, 172)),),
    "glute-med": (_band("trunk", (-5, 84, 94), (-1, 74, 106), (3, 66, 116), (7, 60, 128), (10, 62, 140),
                       (12.5, 84, 132)),),
    "hip-flexors": (_band("trunk", (-10, 30, 42), (-5, 26, 46), (0, 28, 54), (5, 36, 62), (9, 46, 66)),),
    "abs": (_band("trunk", (1, 0, 13), (5, 0, 28), (12, 0, 36), (22, 0, 38), (29, 0, 40), (32, 4, 26)),),
    "obliques": (_band("trunk", (7, 50, 84), (11, 42, 106), (18, 42, 104), (25, 46, 96), (30, 56, 88), (34, 64, 78)),),
    "core": (_band("trunk", (4, 0, 40), (8, 0, 92), (20, 0, 98), (27, 0, 80), (30, 0, 30)),),
    "lower-back": (_band("trunk", (5, 166, 180), (9, 150, 180), (16, 148, 180), (24, 152, 180), (29, 166, 180)),),
    "lats": (_band("trunk", (10, 164, 174), (15, 142, 168), (21, 116, 164), (27, 100, 160), (33, 90, 152),
                  (37, 88, 140), (40, 92, 122)),),
    "upper-back": (_band("trunk", (26, 174, 180), (31, 154, 180), (36, 138, 180), (41, 124, 180), (44, 112, 180),
                        (47, 108, 180), (50, 114, 180), (53, 136, 180), (57, 158, 180), (61, 170, 180)),),
    "chest": (_band("trunk", (29.5, 26, 60), (32, 8, 76), (36, 4, 82), (40, 5, 76), (43, 8, 62), (44.8, 16, 50)),),
    "shoulders": (_band("upper_arm", (-0.10, 10, 170), (-0.04, -26, 206), (0.08, -42, 218), (0.2, -26, 204),
                       (0.32, 14, 164), (0.42, 56, 120), (0.47, 80, 96)),),
    "biceps": (_band("upper_arm", (0.28, -14, 24), (0.4, -40, 52), (0.58, -52, 58), (0.76, -48, 50), (0.9, -22, 26),
                    (0.97, -6, 10)),),
    "triceps": (_band("upper_arm", (0.18, 146, 206), (0.3, 128, 236), (0.5, 116, 246), (0.68, 118, 240),
                     (0.82, 138, 218), (0.93, 164, 192)),),
    "feet": (_band("foot", (0.04, -128, -104), (0.16, -152, -88), (0.4, -160, -92), (0.66, -152, -98),
                  (0.86, -136, -104), (0.98, -122, -112)),),
    "forearms": (_band("forearm", (0.03, 10, 60), (0.14, -40, 110), (0.32, -46, 112), (0.52, -28, 84), (0.7, 8, 44)),),
}  # fmt: skip
ROOM: Final[dict[Chart, tuple[str, ...]]] = {
    "thigh": ("thigh", "trunk", "shank"),
    "shank": ("shank", "thigh"),
    "upper_arm": ("upper_arm", "trunk", "forearm"),
    "forearm": ("forearm", "upper_arm"),
    "trunk": ("trunk", "thigh", "upper_arm", "neck"),
    "foot": ("foot",),
}
"""The segments whose places a chart may claim."""
ARMPIT: Final = 19.0
"""cm from the middle; what is farther out belongs to the arm, though the trunk's chart goes on."""
ARMPIT_ALONG: Final = 0.22
"""The share of the upper arm that muscles of the trunk may reach down to."""
ACROSS: Final = ("abs", "core", "lower-back", "upper-back")
"""Muscles of both sides that meet in the middle of the trunk, and are drawn as one."""
TOO_WIDE: Final = ("core",)
"""Braces in nearly every exercise: as a secondary muscle it would only hide the others."""


def shares(body: Person, name: str, side: Side, places: Places, segment: NDArray[np.int64]) -> Numbers:
    """How far across a muscle of one side each place lies, from edge 0 to edge 1; nan where the muscle is not."""
    found = np.full(len(places), np.nan)
    mine = (places[:, 1] > 0) == (side == "L")
    for chart, rows in BANDS[name]:
        room = [SEGMENT[one] for part in ROOM[chart] for one in (part, f"{part}_{side}") if one in SEGMENT]
        where = np.flatnonzero(np.isin(segment, room) & mine & np.isnan(found))
        if not len(where):
            continue
        at = places[where]
        t, angle = _charted(body, chart, side, at)
        share = _across(rows, t, angle)
        outside = (share < 0) | (share > 1)
        if chart == "trunk":
            outside |= (np.abs(at[:, 1]) > ARMPIT) | _down_the_arm(body, side, at, segment[where])
        share[outside] = np.nan
        found[where] = share
    return found


def _charted(body: Person, chart: Chart, side: Side, places: Places) -> tuple[Numbers, Numbers]:
    if chart == "trunk":
        return trunk_chart(places)
    return foot_chart(body, side, places) if chart == "foot" else limb_chart(body, chart, side, places)


def _down_the_arm(body: Person, side: Side, places: Places, segment: NDArray[np.int64]) -> NDArray[np.bool_]:
    """What lies on an arm below its armpit, where no muscle of the trunk goes however near the arm hangs."""
    below = segment == SEGMENT[f"upper_arm_{side}"]
    arm = np.flatnonzero(below)
    below[arm] = limb_chart(body, "upper_arm", side, places[arm])[0] > ARMPIT_ALONG
    return np.asarray(below)


def _across(rows: Sequence[Row], t: Numbers, angle: Numbers) -> Numbers:
    knots, low, high = _edges(tuple(rows))
    a, b = (_between(knots, edge, t) for edge in (low, high))
    off = (angle - (a + b) / 2 + 180) % 360 - 180
    share = off / np.maximum(b - a, 1e-6) + 0.5
    return np.where((t < knots[0]) | (t > knots[-1]), np.nan, share)


_Edge: TypeAlias = tuple[Numbers, Numbers]


@cache
def _edges(rows: tuple[Row, ...]) -> tuple[Numbers, _Edge, _Edge]:
    knots, low, high = np.array(rows, float).T
    return knots, (low, _slopes(knots, low)), (high, _slopes(knots, high))


def _slopes(knots: Numbers, values: Numbers) -> Numbers:
    """Slopes at the knots by which a cubic through them nowhere overshoots (after Fritsch and Butland)."""
    steps, rises = np.diff(knots), np.diff(values) / np.diff(knots)
    slopes = np.zeros_like(values)
    slopes[0], slopes[-1] = rises[0], rises[-1]
    w1, w2 = 2 * steps[1:] + steps[:-1], steps[1:] + 2 * steps[:-1]
    same = rises[:-1] * rises[1:] > 0
    safe = np.where(same, rises[:-1] * rises[1:], 1.0)
    mean = (w1 + w2) * safe / np.where(same, w1 * rises[1:] + w2 * rises[:-1], 1.0)
    slopes[1:-1] = np.where(same, mean, 0.0)
    return slopes


def _between(knots: Numbers, edge: _Edge, t: Numbers) -> Numbers:
    values, slopes = edge
    i = np.clip(np.searchsorted(knots, t) - 1, 0, len(knots) - 2)
    step = knots[i + 1] - knots[i]
    u = np.clip((t - knots[i]) / step, 0, 1)
    h00, h10 = (1 + 2 * u) * (1 - u) ** 2, u * (1 - u) ** 2
    h01, h11 = u * u * (3 - 2 * u), u * u * (u - 1)
    mixed: Numbers = (
        h00 * values[i] + h10 * step * slopes[i] + h01 * values[i + 1] + h11 * step * slopes[i + 1]
    )
    return mixed
