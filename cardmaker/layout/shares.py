"""Room and what boxes want of it → mm for each."""

from collections.abc import Sequence

from cardmaker.layout.engine import SLACK


def share_out(spare: float, wants: Sequence[tuple[float, float]]) -> list[float]:
    """Spare room by weight, nobody over its limit: (weight, most it takes) → mm for each."""
    given = [0.0] * len(wants)
    open_ends = {i for i, (share, most) in enumerate(wants) if share > 0 and most > 0}
    if len(open_ends) == 1 and spare > SLACK:  # as most often
        (only,) = open_ends
        share, most = wants[only]
        given[only] = min(most / share, spare / share) * share
        return given
    while spare > SLACK and open_ends:
        total = sum(wants[i][0] for i in open_ends)
        step = min((wants[i][1] - given[i]) / wants[i][0] for i in open_ends)
        step = min(step, spare / total)
        for i in open_ends:
            given[i] += step * wants[i][0]
        spare -= step * total
        open_ends = {i for i in open_ends if wants[i][1] - given[i] > SLACK}
    return given


def level_out(room: float, wants: Sequence[tuple[float, float, float]]) -> list[float]:
    """Room by weight, nobody under its least or over its most: (weight, least, most) → mm for each."""
    given = [least for _, least, _ in wants]
    open_ends = set(range(len(wants)))
    while open_ends:
        left = room - sum(given[i] for i in range(len(wants)) if i not in open_ends)
        unit = left / sum(wants[i][0] for i in open_ends)
        asked = {i: unit * wants[i][0] for i in open_ends}
        short = {i for i in open_ends if asked[i] < wants[i][1] - SLACK}
        over = {i for i in open_ends if asked[i] > wants[i][2] + SLACK} if not short else set()
        for i in open_ends:
            given[i] = wants[i][1] if i in short else wants[i][2] if i in over else asked[i]
        if not short | over:
            break
        open_ends -= short | over
    return given
