"""What an edit leaves behind: nothing that waits for the collector, and no more pages than a few drafts have."""

import gc
import tempfile
from pathlib import Path

import pytest

from cardmaker.api import Workshop
from cardmaker.studio.drafting import Drafter

DAYS = "mon: [{run: 6 km easy, note: flat}, {strength: legs}], wed: {run: 6 x 400 m}, sat: {run: 12 km}"
LONG = "\n".join(
    [
        "title: Ten weeks",
        "weeks:",
        *(f"  - {{{DAYS}}}" for _ in range(10)),
        "workouts: {legs: {exercises: [squat: 3x8]}}",
        "print: {sheets: [block]}",
        "",
    ]
)


@pytest.mark.usefixtures("only_its_garbage")
def test_a_page_that_others_followed_is_let_go_of_at_once() -> None:
    drafter = Drafter(Workshop(), Path(tempfile.mkdtemp()))
    for words in ("flat", "hills", "park"):  # the third is the first that follows another
        drafter.pages(LONG.replace("flat", words))
    gc.collect()
    before = len(gc.get_objects())
    gc.disable()
    try:
        for number in range(4):
            drafter.pages(LONG.replace("flat", f"track {number}" * 2).replace("6 km", f"{number + 7} km"))
        assert gc.collect() < before / 10  # it was ten times all that there is
    finally:
        gc.enable()


def test_frames_of_few_drafts_are_kept() -> None:
    workshop = Workshop()
    drafter = Drafter(workshop, Path(tempfile.mkdtemp()))
    text = "title: Spring\nweeks:\n" + 4 * "  - {mon: {run: 5 km easy}}\n"
    drafts = 70
    made = sum(
        len(drafter.pages(text.replace("Spring", f"Spring {number}")).data["sides"])
        for number in range(drafts)
    )
    assert len(workshop._frames) < made * 3 / 4
