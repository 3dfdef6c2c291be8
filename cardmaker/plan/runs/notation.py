"""The notation '2 km wu / 6 x 400 m @ 5k w/ 200 m jog' → Run; ValueError says what isn't understood."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from cardmaker.patterns import Pattern
from cardmaker.plan.lookalikes import unwrapped
from cardmaker.plan.quantity import OPEN
from cardmaker.plan.runs import asking
from cardmaker.plan.runs.accounting.account import accounted
from cardmaker.plan.runs.asking import EXAMPLE
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import Where, noted
from cardmaker.plan.runs.grammar.parts import Grammar
from cardmaker.plan.runs.grammar.shapes import filled
from cardmaker.plan.runs.lexer.lexer import limited, tokens_of
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.misspelt import misspelt
from cardmaker.plan.runs.phrasing import rephrased
from cardmaker.plan.runs.record import Part, Step, count_steps, flat
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.sports import USUAL, Sport
from cardmaker.plan.runs.usual import Unit
from cardmaker.plan.scanner import plain

_DAY: Final = re.compile("(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*:?")
_FOOTNOTE: Final = Pattern(r"(?<=[^\W\d])\*+(?![ \w]*\d)|(?<=\d)\*+(?=[),.;]|$)", "*", re.UNICODE)
"""The star of a note at the bottom of the page: '40 min tempo*'."""
_SEPARATORS: Final = "/,;+.|:-"


@lru_cache(1024)
def parse_run(text: str, alone: bool = True, sport: Sport = "run", usual: Unit = "") -> Run:
    """Read the notation, such as '8 km easy', '40 min tempo', '6 x 800 m @ 5k w/ 400 m jog'.

    Not *alone*, it is a part of a run, where 200 m can only be metres. Other sports are read alike. *usual* is the unit
    of other runs of the plan, for distances without one.
    """
    limited(text)
    given = plain(_FOOTNOTE.sub("", unwrapped(text)))
    written = plain(rephrased(given))
    tokens = tokens_of(written)
    if not tokens:
        raise ValueError(f"no run is given; write it like '{EXAMPLE}'")
    _ask_about_lone_clocks(tokens)
    _refuse_days(tokens)
    run = accounted(given, _day(written, tokens, alone, sport, usual))
    if str(run) != text and _again(str(run), sport) != run:
        raise ValueError(
            f"read as '{run}', which could be read otherwise, too; write it in simpler parts, with ' / '"
        )
    return run


def _refuse_days(tokens: list[RunToken]) -> None:
    """Refuse 'Sat 30 km, Sun 20 km': each is a run of its own day."""
    named = [
        before.text.lower()[:3]
        for before, token in pairwise(tokens)
        if token.kind in FIGURES and before.kind == "word" and _DAY.fullmatch(before.text.lower())
    ]
    if len(set(named)) > 1:
        raise ValueError(f"'{named[0]}' and '{named[1]}' in one line; write each run under its own day")


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
    halves = _halves(tokens)
    runs = [
        _session(text, when, part, alone, sport, usual)
        for when, part in halves
        if len(halves) == 1 or _is_run(part)
    ]
    if not runs:
        asking.no_amount([token.text for token in tokens], "")
    words = [f"{when} {_words(text, part)}" for when, part in halves if len(halves) > 1 and not _is_run(part)]
    run = replace(runs[0], note=noted(runs[0].note, *words))
    for later in reversed(runs[1:]):
        run = replace(run, later=later, remarks=(*run.remarks, *later.remarks))
    return run


def _is_run(tokens: list[RunToken]) -> bool:
    """Whether there is anything to run in *tokens*."""
    return any(token.kind in (*FIGURES, "count") for token in tokens)


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


def _halves(tokens: list[RunToken]) -> list[tuple[Literal["", "AM", "PM"], list[RunToken]]]:
    """The runs of one line, parted by AM and PM, which come before or after each."""
    marks = [at for at, token in enumerate(tokens) if token.kind in ("am", "pm")]
    kinds = {tokens[at].kind for at in marks}
    if len(marks) == 1 and marks[0] in (0, len(tokens) - 1) and len(tokens[marks[0]].text) < 5:
        (at,) = marks
        rest = _trimmed(tokens[:at] or tokens[at + 1 :])
        if at and tokens[at].kind == "pm" and (two := _two_amounts(rest)):
            return [("AM", two[0]), ("PM", two[1])]  # '4 mi recovery, 6 mi PM'
        return [("AM" if tokens[at].kind == "am" else "PM", rest)] if rest else [("", tokens)]
    if len(marks) == 1 and kinds == {"pm"} and (at := marks[0]):
        before, after = _trimmed(tokens[:at]), _trimmed(tokens[at + 1 :])
        if tokens[at - 1].text in _SEPARATORS and _is_run(before) and _is_run(after):
            return [("AM", before), ("PM", after)]  # '8 km easy, PM: 6 x 400 m'
    if kinds != {"am", "pm"} or len(marks) != 2:
        return [("", tokens)]
    first, second = marks
    lead = tokens[:first]
    if first == 0:
        pieces = tokens[1:second], tokens[second + 1 :]
    elif not _is_run(lead) and _is_run(tokens[first:second]):
        both = [token for token in lead if token.kind in ("effort", "filler")]
        pieces = [*lead, *tokens[first + 1 : second]], [*both, *tokens[second + 1 :]]
    else:
        pieces = tokens[:first], tokens[first + 1 : second] or tokens[second + 1 :]
        if second != len(tokens) - 1 and tokens[first + 1 : second]:
            pieces = tokens[:first], [*tokens[first + 1 : second], *tokens[second + 1 :]]
    names: list[Literal["AM", "PM"]] = ["AM" if tokens[at].kind == "am" else "PM" for at in marks]
    return list(zip(names, map(_trimmed, pieces), strict=True))


def _two_amounts(tokens: list[RunToken]) -> tuple[list[RunToken], list[RunToken]] | None:
    """Two stretches with an amount each and nothing else that is run; None for others."""
    signs = [at for at, token in enumerate(tokens) if token.kind == "sign"]
    if (
        len(signs) != 1
        or tokens[signs[0]].text not in ",;/"
        or any(t.kind.startswith("role") for t in tokens)
    ):
        return None
    first, last = tokens[: signs[0]], tokens[signs[0] + 1 :]
    alike = all(sum(token.kind in FIGURES for token in half) == 1 for half in (first, last))
    return (first, last) if alike and not any(token.kind == "count" for token in tokens) else None


def _trimmed(tokens: list[RunToken]) -> list[RunToken]:
    """Without the signs at both ends that part the runs."""
    found = list(tokens)
    while found and (found[0].text in _SEPARATORS or found[0].kind in ("and", "then")):
        found.pop(0)
    while found and (found[-1].text in _SEPARATORS or found[-1].kind in ("and", "then")):
        found.pop()
    if len(found) > 1 and found[0].text == "(" and found[-1].text == ")":
        return found[1:-1]
    if found and found[-1].text == "(":  # '6 mi easy (am)' has lost its end
        return found[:-1]
    return found[1:] if found and found[0].text == ")" else found


def _session(
    text: str, when: Literal["", "AM", "PM"], tokens: list[RunToken], alone: bool, sport: Sport, usual: Unit
) -> Run:
    if not tokens:
        raise ValueError(f"no run is given; write it like '{EXAMPLE}'")
    if _is_rest_day(tokens):
        raise ValueError(f"a day without a run is written 'rest', without '{sport}:'")
    _refuse_other(text, tokens)
    optional, tokens = _option(tokens)
    title, hint, tokens = _title(text, tokens)
    if title.lower() == "optional":
        optional, title, hint = True, "", None
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
    if hint is not None:
        parts, title = _titled(parts, hint, title)
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
    """'rest or 3 mi easy', '3 mi easy or rest': a run that may be left out."""
    for at, token in enumerate(tokens):
        before, after = tokens[:at], tokens[at + 1 :]
        slash = token.kind == "sign" and token.text == "/" and before and _is_rest_day(before)
        if token.kind != "or" and not slash:
            continue
        if before and after and _is_rest_day(before):
            return True, after
        if before and after and _is_rest_day(after):
            return True, before
    return False, tokens


def _refuse_other(text: str, tokens: list[RunToken]) -> None:
    """Refuse a day that has no amount and names what isn't run."""
    if _is_run(tokens) or not any(token.kind == "other" for token in tokens):
        return
    Grammar(text, tokens).refuse_sport(tokens, _words(text, tokens))


def _is_rest_day(tokens: list[RunToken]) -> bool:
    resting = [
        token.kind == "effort" and (token.value.effort == "rest" or token.text.lower() == "off")
        for token in tokens
    ]
    return any(resting) and all(
        rest or token.text.lower() in ("day", "complete", "total", "full", ".", "!")
        for rest, token in zip(resting, tokens, strict=True)
    )


def _title(text: str, tokens: list[RunToken]) -> tuple[str, Step | None, list[RunToken]]:
    """Words before a colon or dash name the run: 'Hills: 8 x 90 s'."""
    for at, token in enumerate(tokens):
        if token.kind in (*FIGURES, "count", "times", "pace", "target") or token.kind.startswith("role"):
            break
        dash = token.kind == "word" and token.text == "-"
        if not (dash or (token.kind == "sign" and token.text == ":")) or not at or at == len(tokens) - 1:
            continue
        words = tokens[:at]
        name = text[words[0].start : words[-1].end].replace("“", "").replace("”", "").strip()
        grammar = Grammar(text, words)
        try:
            hint = grammar.hint()
        except ValueError:
            hint = Step(OPEN)
        return name, replace(hint, note=""), tokens[at + 1 :]
    return "", None, tokens


def _titled(parts: tuple[Part, ...], hint: Step, title: str) -> tuple[tuple[Part, ...], str]:
    """The effort that a title says, for the parts that say none, unless some part says it."""
    run = Run(parts)
    unsaid = hint.effort and all(step.effort != hint.effort for step in run.steps())
    if unsaid and (len(parts) == 1 or any(not step.effort for step in run.steps())):
        parts = tuple(filled(part, hint) for part in parts)
    if len(parts) == 1 and isinstance(parts[0], Step) and hint.effort and hint.effort == parts[0].effort:
        return parts, ""
    return parts, title
