"""What athletes are called on a page for all: a first name and as much of the last as tells them apart."""

import pytest

from cardmaker.roster.shortnames import short_names


def _called(*names: str) -> list[str]:
    split = [(first, last) for first, _, last in (name.partition(" ") for name in names)]
    return [name.replace("\xa0", " ") for name in short_names(split)]


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Anna Berg", "Anna B."),
        ("Wilhelmina van der Meulen", "Wilhelmina M."),
        ("Fatima al-Rashid", "Fatima R."),
        ("Maxi Freifrau von Hohenstein-Waldeck", "Maxi H."),
        ("Jo Graf", "Jo G."),
        ("Pelé", "Pelé"),
        ("Li X", "Li X"),
        ("Ana de", "Ana d."),
    ],
)
def test_a_last_name_is_its_first_capital(name: str, called: str) -> None:
    assert _called(name) == [called]


def test_two_of_one_name_and_initial_have_as_many_letters_as_it_takes() -> None:
    assert _called("Anna Berg", "Anna Bauer", "Anna Cole", "Ben Berg") == [
        "Anna Be.",
        "Anna Ba.",
        "Anna C.",
        "Ben B.",
    ]


def test_a_last_name_that_another_begins_with_is_whole() -> None:
    assert _called("Anna Berg", "Anna Bergmann") == ["Anna Berg", "Anna Bergm."]


def test_two_of_the_same_name_are_called_the_same() -> None:
    assert _called("Anna Berg", "Anna Berg") == ["Anna Berg", "Anna Berg"]
