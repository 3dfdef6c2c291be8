"""Weeks as charts: bars in columns that line up from chart to chart, numbers that fit, bands as wide as their weeks."""

from itertools import pairwise

import pytest

from cardmaker.frame import Role
from cardmaker.geometry import Rect
from cardmaker.handout import Chart, ChartBar, ChartSpan, Stretch
from tests.layout.layout_kit import groups, laid, shapes, sizes, words

CHART = (
    "stack: [{{chart: '{{one}}', style: small, label_style: small, height: {height}, labelled: {labelled}}}]"
)


def chart(*amounts: float, value: str = "", most: float = 0.0, strong: int = -1) -> Chart:
    bars = tuple(
        ChartBar(str(place + 1), value or f"{amount:g}", (Stretch(amount, "easy"),), strong=place == strong)
        for place, amount in enumerate(amounts)
    )
    return Chart(bars, most or max(amounts))


def drawn(one: Chart, width: float = 100, height: float = 40, labelled: str = "false") -> list[Rect]:
    frame = laid(CHART.format(height=height, labelled=labelled), {"one": one}, width=width)
    return [shape for shape in shapes(frame) if shape.height]


def said(one: Chart, width: float) -> list[str]:
    return [
        text
        for text, _, _ in words(laid(CHART.format(height=40, labelled="false"), {"one": one}, width=width))
    ]


def test_height_is_the_amount_and_the_ground_is_one() -> None:
    bars = drawn(chart(5, 10, 20))
    assert [bar.height / bars[2].height for bar in bars] == pytest.approx([0.25, 0.5, 1])
    assert len({round(bar.bottom, 3) for bar in bars}) == 1


def test_bars_are_in_the_middle_of_columns_that_share_out_the_width() -> None:
    for count, pitch in ((1, 130), (2, 65), (5, 26), (10, 13), (26, 5)):
        middles = [bar.x + bar.width / 2 for bar in drawn(chart(*[5.0] * count), width=130)]
        assert middles == pytest.approx([pitch * (place + 0.5) for place in range(count)], abs=0.01)


def test_a_chart_is_on_its_own_scale_also_where_no_bar_is_that_high() -> None:
    low, high = drawn(chart(10, most=20)), drawn(chart(20, most=20))
    assert low[0].height / high[0].height == pytest.approx(0.5)


def test_parts_are_one_on_top_of_the_other_and_as_high_as_they_are_in_one() -> None:
    parts = (Stretch(6, "easy"), Stretch(3, "tempo"), Stretch(1, "fast"))
    whole, lowest = Chart((ChartBar("1", "10", parts),), 10), chart(10)
    pieces = sorted(drawn(whole), key=lambda bar: -bar.bottom)
    assert len(pieces) == 3
    assert pieces[0].bottom == pytest.approx(drawn(lowest)[0].bottom, abs=0.01)
    assert pieces[-1].y == pytest.approx(drawn(lowest)[0].y, abs=0.01)
    for under, over in pairwise(pieces):
        assert 0 < under.y - over.bottom < 0.5


def test_a_bar_is_no_wider_than_it_may_be() -> None:
    assert [drawn(chart(*[5.0] * weeks), width=150)[0].width for weeks in (1, 2, 10)] == pytest.approx(
        [14, 14, 150 / 10 * 0.66]
    )


def test_numbers_are_smaller_before_any_is_left_out() -> None:
    one = chart(*[5.0] * 10, value="88.8")
    assert said(one, 100) == ["88.8"] * 10
    full, tight = (
        sizes(laid(CHART.format(height=40, labelled="false"), {"one": one}, width=w)) for w in (100, 60)
    )
    assert len(set(tight)) == 1
    assert tight[0] <= full[0]


def test_where_numbers_are_too_wide_every_second_is_left_out_but_never_that_of_the_race() -> None:
    one = chart(*[5.0] * 10, value="88.8", strong=9)
    assert 1 < len(said(one, 30)) < 10
    frame = laid(CHART.format(height=40, labelled="true"), {"one": one}, width=30)
    assert "10" in [text for text, _, _ in words(frame)]


def test_chart_is_read_as_a_figure_without_weeks_that_have_nothing() -> None:
    one = Chart((ChartBar("1", "5", (Stretch(5, "easy"),)), ChartBar("2", "")), 5)
    [figure] = groups(laid(CHART.format(height=40, labelled="true"), {"one": one}).items, Role.FIGURE)
    assert figure.alt == "1: 5"


def test_chart_of_nothing_takes_no_room() -> None:
    assert not laid(CHART.format(height=40, labelled="true"), {"one": Chart((ChartBar("1", ""),), 1)}).items


def test_bands_are_as_wide_as_their_weeks_and_a_word_too_long_for_its_band_is_left_out() -> None:
    spans = (ChartSpan("Base", "easy", 8), ChartSpan("Sharpening", "fast", 1), ChartSpan("Peak", "tempo", 3))
    frame = laid("stack: [{spans: '{all}', style: small, height: 6}]", {"all": spans}, width=120)
    bands = shapes(frame)
    assert [round(band.x + band.width) for band in bands] == [80, 90, 120]
    assert [text for text, _, _ in words(frame)] == ["Base", "Peak"]
