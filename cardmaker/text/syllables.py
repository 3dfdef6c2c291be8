"""A word that is too wide for its line → where it may be broken: where its parts meet, or else between syllables.

It knows the parts that compounds of training have in common, most of them German. Syllables begin as they do in most
languages: with one consonant, or with several that begin words, too.
"""

import re
from itertools import pairwise

from cardmaker.patterns import Pattern

LEAST: int = 3
"""Letters on either side of a break."""

# What other words are put before, in names of exercises and workouts.
_HEADS = """
    armig atmung ball band bank bein board beuge bewegung brett bridge dehnung down drücken duktion einander
    einheit ergometer extension fahren flexion gang gelenk gerät griff hang hantel hebe heben hängen kasten
    kilometer knie kopf kraft kreisen kreuzheben lage lauf leg lift marathon maschine meter minuten muskel nerv
    pause plan presse programm reißen rolle rotation rudern runde rutschen satz scheibe schenkel schieben
    schlitten schritt schulter schwimmen schwingen sekunden senken setzen sprung squat stand stange stemme stoß
    streck stufe stütz säule technik tempo training tuch umsetzen walk wechsel werfen wirbel woche wurf wärts
    zeit ziehen zug übung
"""
_JOINTS = Pattern(
    rf"(?<=\w\w\w)(?=(?<![dw])arm|bell|(?<!g)rad|(?<!d)rücken|{'|'.join(_HEADS.split())})", "", re.IGNORECASE
)

_VOWELS = "aeiouyäöüáàâãéèêëíìîïóòôõúùûœæåø"
_BETWEEN_VOWELS = Pattern(f"(?<=[{_VOWELS}])[^\\W\\d_{_VOWELS}]+(?=[{_VOWELS}])", "", re.IGNORECASE)
# What a syllable begins with, but for a single consonant.
_ONSET = Pattern(
    "(?:sch[lmnrw]?|s[pt]r?|[bcdfgkpt]r|[bcfgkp]l|ch|ck|kn|pf|ph|qu|sh|th|zw|.)$", "", re.IGNORECASE
)


def joints(word: str) -> tuple[int, ...]:
    """Where a compound's parts meet."""
    found = (match.start() for match in _JOINTS.finditer(word))
    return tuple(place for place in found if len(word) - place >= LEAST)


def syllables(word: str) -> tuple[int, ...]:
    """Where syllables meet, those at joints among them."""
    edges = [0, *joints(word), len(word)]
    found = set(edges[1:-1])
    for start, end in pairwise(edges):
        for between in _BETWEEN_VOWELS.finditer(word[start:end]):
            onset = _ONSET.search(between[0])
            assert onset
            place = start + between.start() + onset.start()
            if place - start >= LEAST and end - place >= LEAST:
                found.add(place)
    return tuple(sorted(found))
