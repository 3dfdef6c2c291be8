"""The notation '2 km wu / 6 x 400 m @ 5k w/ 200 m jog' → Run; ValueError says what isn't understood."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from cardmaker.patterns import Pattern
from cardmaker.plan.lookalikes import unwrapped
from cardmaker.plan.runs import asking
from cardmaker.plan.runs.accounting.account import accounted
from cardmaker.plan.runs.asking import EXAMPLE
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import Where, noted
from cardmaker.plan.runs.grammar.parts import Grammar
from cardmaker.plan.runs.grammar.shapes import unlisted
from cardmaker.plan.runs.halves import halves, is_run
from cardmaker.plan.runs.lexer.lexer import limited, tokens_of
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.lexicon import TRAINING
from cardmaker.plan.runs.misspelt import misspelt
from cardmaker.plan.runs.phrasing import rephrased
from cardmaker.plan.runs.phrasings.rows import parted_by_bars
from cardmaker.plan.runs.record import Part, Step
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import count_steps, flat
from cardmaker.plan.runs.sports import USUAL, Sport, sport_named
from cardmaker.plan.runs.titles import title_of, titled
from cardmaker.plan.runs.usual import Unit
from cardmaker.plan.scanner import plain

_DAY: Final = re.compile("(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|[ms]o|d[io]|fr|sa):?")
_FOOTNOTE: Final = Pattern(r"(?<=[^\W\d])\*+(?![ \w]*\d)|(?<=\d)\*+(?=[),.;]|$)", "*", re.UNICODE)
"""The star of a note at the bottom of the page: '40 min tempo*'."""

_EMPHASIS: Final = Pattern(r"(?<![\w)*])(\*{1,2})(?=[^\W\d])([^*\d]{1,30})\1(?![\w*])", "*", re.UNICODE)
"""Stars around words, as in Markdown: '18 mi *or* 4 x 3 km'."""
_ONE: Final = (["amount"], ["clock"])
"""The figures of a single stretch."""

_IDLE: Final = {"word", "filler", "other", "sign", "with", "and"}
"""Kinds of words behind 'rest' that only say what else to do on a day without a run."""


@lru_cache(1024)
def parse_run(text: str, alone: bool = True, sport: Sport = "run", usual: Unit = "") -> Run:
    """Read the notation, such as '8 km easy', '40 min tempo', '6 x 800 m @ 5k w/ 400 m jog'.

    Not *alone*, it is a part of a run, where 200 m can only be metres. Other sports are read alike. *usual* is the unit
    of other runs of the plan, for distances without one.
    """
    limited(text)
    given = plain(_FOOTNOTE.sub("", _EMPHASIS.sub(r"\2", unwrapped(parted_by_bars(text)))))
    written = plain(rephrased(given))
    tokens = tokens_of(written)
    if not tokens:
        raise ValueError(f"no run is given; write it like '{EXAMPLE}'")
    _ask_about_lone_clocks(tokens)
    _refuse_days(tokens)
    run = accounted(given, tokens, _day(written, tokens, alone, sport, usual))
    if str(run) != text and _again(str(run), sport) != run:
        raise ValueError(
            f"read as '{run}', which could be read otherwise, too; write it in simpler parts, with ' / '"
        )
    return run


def _refuse_days(tokens: list[RunToken]) -> None:
    """Refuse 'Sat 30 km, Sun 20 km': each is a run of its own day."""
    named = [
        one.text.lower()[:3]
        for pair in pairwise(tokens)
        for one, token in (pair, pair[::-1])
        if (token.kind in (*FIGURES, "count") or token.text == ":")
        and (one.kind == "word" or one.text[:1].isupper())
        and _DAY.fullmatch(one.text.lower())
    ]
    if len(days := list(dict.fromkeys(named))) > 1:
        raise ValueError(f"'{days[0]}' and '{days[1]}' in one line; write each run under its own day")


def _ask_about_lone_clocks(tokens: list[RunToken]) -> None:
    """Ask about '10 km, 5:30', which may be a pace, or five and a half minutes more."""
    for at, token in enumerate(tokens[2:], start=2):
        alone = at + 1 == len(tokens) or tokens[at + 1].kind == "sign"
        if token.kind != "clock" or not alone or tokens[at - 1].text != ",":
            continue
        starts = [place for place in range(at - 1) if tokens[place].kind in ("sign", "count")]
        before = tokens[starts[-1] + 1 if starts else 0 : at - 1]
        figures = [one for one in before if one.kind in FIGURES or one.kind == "pace"]
        if len(figures) == 1 and figures[0].kind == "amount" and figures[0].value.metres is not None:
            asking.ask_pace(token.value, figures[0].text)


def _again(text: str, sport: Sport) -> Run | None:
    """What a normal form is read as; None if it is refused, or would be put otherwise first: '5 mi / 8 km'."""
    written = plain(text)
    try:
        if rephrased(written) != written:
            return None
        return _day(written, tokens_of(written), alone=True, sport=sport)
    except ValueError:
        return None


def _day(text: str, tokens: list[RunToken], alone: bool, sport: Sport, usual: Unit = "") -> Run:
    """The runs of one line, in the order of the day; words in place of one of them are kept."""
    pieces = halves(tokens)
    runs = [
        _session(text, when, part, alone, sport, usual)
        for when, part in pieces
        if len(pieces) == 1 or is_run(part)
    ]
    if not runs:
        asking.no_amount([token.text for token in tokens], "")
    words = [f"{when} {_words(text, part)}" for when, part in pieces if len(pieces) > 1 and not is_run(part)]
    run = replace(runs[0], note=noted(runs[0].note, *words))
    for later in reversed(runs[1:]):
        run = replace(run, later=later, remarks=(*run.remarks, *later.remarks))
    return run


def _words(text: str, tokens: list[RunToken]) -> str:
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


def parse_recovery(text: str) -> Step:
    """Read one stretch after a repeat, such as '200 m jog' or '90 s'."""
    tokens = tokens_of(text)
    if not tokens:
        raise ValueError("is empty; write it like '200 m jog', or leave it out")
    grammar = Grammar(plain(text), tokens)
    step, _ = grammar.step(Where(recovery=True))
    if following := grammar.peek():
        rest = plain(text)[following.start :]
        raise ValueError(f"don't understand '{rest}'; a recovery is one step, such as '200 m jog'")
    return step


def checked(run: Run) -> Run:
    """*run*, unless it has more steps, metres or seconds than anyone runs."""
    if (count := count_steps(run.parts)) > asking.MOST_STEPS:
        raise ValueError(f"this makes {count} steps; at most {asking.MOST_STEPS} fit a run")
    asking.within_a_day(run.distance.least, run.duration.least, USUAL[run.sport].most_metres)
    return run


def _session(
    text: str, when: Literal["", "AM", "PM"], tokens: list[RunToken], alone: bool, sport: Sport, usual: Unit
) -> Run:
    if not tokens:
        raise ValueError(f"no run is given; write it like '{EXAMPLE}'")
    if _is_rest_day(tokens) or (_is_rest_day(tokens[:1]) and _is_idle(tokens[1:])):
        raise ValueError(f"a day without a run is written 'rest', without '{sport}:'")
    _refuse_other(text, tokens)
    optional, tokens = _option(tokens)
    named = tokens
    title, hints, tokens = title_of(text, tokens)
    others = [token for token in named[: len(named) - len(tokens)] if token.kind == "other"]
    if sport == "run" and any(token.text.lower() not in TRAINING for token in others):
        Grammar(text, named).refuse_sport(named, _words(text, named))
    if title.lower() == "optional":
        optional, title, hints = True, "", ()
    grammar = Grammar(text, tokens, alone, sport, usual)
    parts = grammar.parts(Where())
    if grammar.peek():
        grammar.refuse_here()
    if not parts and grammar.notes:
        grammar.refuse_sport(tokens, grammar.verbatim(tokens))
    if not parts or (
        not any(token.kind in (*FIGURES, "count") for token in tokens) and not run_has_amount(parts)
    ):
        asking.no_amount([token.text for token in tokens], "")
    if hints:
        parts, title = titled(parts, hints, title)
    parts = tuple(map(unlisted, parts))
    note = noted(*grammar.notes)
    return checked(
        Run(
            parts,
            title,
            note,
            when,
            optional or grammar.optional,
            sport=sport,
            remarks=tuple(dict.fromkeys([*grammar.remarks, *misspelt(tokens)])),
        )
    )


def run_has_amount(parts: tuple[Part, ...]) -> bool:
    """Whether anything says how far or how long: 'parkrun' does, 'strides' doesn't."""
    return any(step.amount.given for step in flat(parts))


def _option(tokens: list[RunToken]) -> tuple[bool, list[RunToken]]:
    """'rest or 3 mi easy', '3 mi easy / rest': a run that may be left out."""
    for at, token in enumerate(tokens):
        before, after = tokens[:at], tokens[at + 1 :]
        slash = token.kind == "sign" and token.text == "/" and bool(before)
        one = [other.kind for other in before if other.kind in (*FIGURES, "count", "times")] in _ONE
        slash = slash and (_is_rest_day(before) or (one and _is_rest_day(after)))
        if token.kind != "or" and not slash:
            continue
        if before and after and _is_rest_day(before):
            return True, after
        if before and after and _is_rest_day(after):
            return True, before
    return False, tokens


def _refuse_other(text: str, tokens: list[RunToken]) -> None:
    """Refuse a day that has no amount and names what isn't run."""
    if is_run(tokens) or not any(token.kind == "other" for token in tokens):
        return
    Grammar(text, tokens).refuse_sport(tokens, _words(text, tokens))


def _is_idle(tokens: list[RunToken]) -> bool:
    """'… with sauna and massage': no sport and nothing to run."""
    return {token.kind for token in tokens} <= _IDLE and not any(sport_named(token.text) for token in tokens)


def _is_rest_day(tokens: list[RunToken]) -> bool:
    resting = [
        token.kind == "effort" and (token.value.effort == "rest" or token.text.lower() == "off")
        for token in tokens
    ]
    return any(resting) and all(
        rest or token.text.lower() in ("day", "complete", "total", "full", ".", "!")
        for rest, token in zip(resting, tokens, strict=True)
    )
