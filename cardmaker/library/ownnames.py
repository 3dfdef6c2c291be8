"""A name that an exercise is found by → whether it says more than the exercise's own name: kit, stance, grip."""

from cardmaker.library.names import gist, singular, spelt_out, words

_LISTED = """
barbell dumbbell kettlebell band banded machine cable rope smith ez trap hex landmine plate ring swiss ball trx
medicine bodyweight box bench block sandbag
seated standing lying kneeling prone supine incline decline flat floor wall elevated
single one two alternating unilateral
back front high low bar sumo conventional deficit
wide narrow close neutral reverse underhand overhand supinated pronated mixed hook grip
weighted assisted loaded paused pause tempo strict eccentric negative
langhantel kurzhantel sz kabel kabelzug seilzug maschine gerät theraband scheibe stange
sitzend sitzen stehend stehen liegend liegen kniend einbeinig einarmig beidbeinig beidarmig
eng weit breit schräg schrägbank flachbank untergriff obergriff kammgriff hammergriff
"""
_DETAILS = frozenset(singular(word) for word in words(_LISTED))
"""Words for what an exercise is done with, and for how to stand and to hold it."""
_LONG = tuple(word for word in sorted(_DETAILS) if len(word) > 5)
"""Such words begin compounds: 'Langhantelcurls'."""
_ALIKE = {"banded": "band", "one": "single", "paused": "pause"}


def says_more(written: str, name: str) -> bool:
    """Whether what a coach has *written* is the exercise's *name* with words more, or says kit, stance or grip."""
    known, said = _stems(name), _stems(written)
    if known < said:  # 'split jerk', 'sciatic nerve glide'
        return True
    together = "".join(words(spelt_out(name)))
    return any((word in _DETAILS or word.startswith(_LONG)) and word not in together for word in said - known)


def _stems(name: str) -> frozenset[str]:
    return frozenset(_ALIKE.get(word, word) for word in gist(name).split())
