"""A job's PDFs and what they take to print."""

from pathlib import Path

import pytest

from cardmaker.deliver.prints import paint_job
from cardmaker.pipeline import Job, Order
from cardmaker.press.duplex import Flip
from tests.kit import make


@pytest.fixture
def job(in_folder: Path) -> Job:
    return make(in_folder / "small.yaml")


def test_a_file_for_each_part(job: Job) -> None:
    prints = paint_job(job)
    assert [one.name for one in prints] == ["sheets", "cards", "gym"]
    assert [one.flip for one in prints] == [Flip.NONE, Flip.LONG, Flip.NONE]
    assert [(one.pages, one.sheets_of_paper) for one in prints] == [(1, 1), (2, 1), (1, 1)]
    assert [one.papers for one in prints] == [("A4",), ("A4",), ("A4",)]
    assert all(one.data.startswith(b"%PDF-") for one in prints)


def test_everything_in_one_file_counts_the_same_paper(job: Job) -> None:
    apart = paint_job(job)
    (one,) = paint_job(job, together=True)
    assert one.flip is Flip.LONG
    assert one.sheets_of_paper == sum(each.sheets_of_paper for each in apart)
    assert one.parts == job.parts


def test_papers_are_reported_once_each(in_folder: Path) -> None:
    job = make(in_folder / "small.yaml", Order(imposition="single", gym_stock="a6"))
    (one,) = paint_job(job, together=True)
    assert one.papers == ("A4", "A7", "A6")
