"""What a line leaves open or may mean → the one clear question, with the readings that there are."""

from collections.abc import Sequence
from typing import Final, NoReturn

from cardmaker.plan.quantity import Quantity, decimal
from cardmaker.plan.runs.lexer.tokens import Bare
from cardmaker.plan.runs.sports import USUAL

EXAMPLE: Final = "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd"
MOST_REPEATS: Final = 100
MOST_STEPS: Final = 1000
MOST_DEEP: Final = 3
_MOST_SECONDS: Final = 48 * 3600


def checked_amount(amount: Quantity, most_metres: float = USUAL["run"].most_metres) -> Quantity:
    """*amount*, unless it is nothing, or more than a run can be."""
    if amount.value <= 0:
        raise ValueError(f"'{amount}' is no distance or time to run; it should be more than 0")
    last = amount.value if amount.most is None else amount.most
    metres, seconds = amount.distance.most or 0, amount.duration.most or 0
    if metres > most_metres:
        likely = f"; is that {decimal(round(last / 10, 3))} {amount.unit}?" if last >= 10 else ""
        raise ValueError(f"'{amount}' is more than a run can be, at most {most_metres / 1000:.0f} km{likely}")
    if seconds > _MOST_SECONDS:
        raise ValueError(f"'{amount}' is more than a run can be, at most 48 h")
    return amount


def ask_unit(bare: Bare, effort: str = "") -> NoReturn:
    """Refuse a number without a unit, with the amounts that it may be."""
    n = decimal(bare.most or bare.value)
    number = str(bare)
    tail = f" {effort}" if effort else ""
    if bare.value >= 100:
        choices = [f"{number} m", f"{number} s"]
    elif effort in ("tempo", "threshold", "progression", "fartlek") or bare.value > 60:
        choices = [f"{number} min", f"{number} km"]
    else:
        choices = [f"{number} km", f"{number} mi", f"{number} min"]
    listed = f"{', '.join(choices[:-1])} or {choices[-1]}"
    raise ValueError(
        f"'{number}{tail}' could be {listed}; write {n} with its unit, such as '{choices[0]}{tail}'"
    )


def ask_metres(amount: Quantity) -> NoReturn:
    """Refuse a few m that may be minutes, miles or metres."""
    n = str(Bare(amount.value, amount.most))
    last = amount.value if amount.most is None else amount.most
    if last <= 15:
        raise ValueError(f"'{n}m' could be {n} min, {n} mi or {n} km; write the one that is meant")
    if last < 50:
        raise ValueError(f"'{n}m' could be {n} min or {n} mi; write the one that is meant, or '{n} metres'")
    raise ValueError(f"'{n}m' could be {n} min or {n} metres; write the one that is meant")


def ask_clock(amount: Quantity) -> NoReturn:
    """Refuse a clock that may be minutes or hours."""
    first, second = divmod(round(amount.value), 60)
    text = f"{first}:{second:02}"
    hours = f"{first} h {second} min" if second else f"{first} h"
    raise ValueError(f"'{text}' could be minutes or hours; write '{text} min' or '{hours}'")


def ask_hours(clock: Quantity) -> NoReturn:
    """Refuse a range of clocks that is all of a run, and more likely its pace than hours."""
    text = str(clock).removesuffix(" min")
    raise ValueError(f"'{text}' could be hours or a pace; write how far the run is, as in '8 km @ {text}'")


def ask_pace(amount: Quantity, distance: str) -> NoReturn:
    """Refuse a clock behind a distance that may be its pace or a part of its own."""
    raise ValueError(
        f"'{amount}' behind '{distance}' could be its pace or a part of its own;"
        f" write '@ {str(amount).removesuffix(' min')}', or '+ {amount}'"
    )


def no_amount(words: Sequence[str], effort: str, *, recovery: bool = False, each: bool = False) -> NoReturn:
    """Refuse a stretch without an amount."""
    what = effort or "easy"
    if recovery:
        raise ValueError(f"how far or how long is the recovery? write '200 m {what}' or '90 s {what}'")
    if each:
        raise ValueError("how far each, or how long? write the repeats like '6 x 400 m' or '6 x 2 min'")
    said = " ".join(words).translate({0x201C: None, 0x201D: None})
    named = f"'{said[:60]}': " if words else ""
    raise ValueError(f"{named}how far or how long? write '8 km {what}' or '40 min {what}'")


def within_a_day(metres: float, seconds: float, most_metres: float) -> None:
    """Refuse a run that in all is more than a run can be."""
    if metres > most_metres:
        raise ValueError(
            f"{metres / 1000:.0f} km in all is more than a run can be, at most {most_metres / 1000:.0f} km"
        )
    if seconds > _MOST_SECONDS:
        raise ValueError(f"{seconds / 3600:.0f} h in all is more than a run can be, at most 48 h")


def ask_each_or_once(step: str) -> NoReturn:
    """Refuse a stretch behind repeats that may come after each of them, or after all."""
    raise ValueError(
        f"'{step}' behind the repeats could come after each or once at the end; write 'w/ {step}' or 'then {step}'"
    )


def ask_inside_or_after(stretch: str, rest: str) -> NoReturn:
    """Refuse a break that may be inside a stretch of no effort, or come after it: '30 min with 5 min walk'."""
    raise ValueError(
        f"'{stretch} with {rest}': inside it, or after it? write '{stretch} with [{rest}]' or '{stretch} then {rest}'"
    )
