"""Two runs of a day, each with its name, and races that may be one of two."""

import re
from typing import Final

from cardmaker.patterns import Phrasing
from cardmaker.plan.quantity import METRES_PER_MILE, decimal
from cardmaker.plan.runs.meaning import effort_of
from cardmaker.plan.runs.phrasings.pieces import FAR, HOW_FAR, HOW_MUCH, RANGE, N

_NAME: Final = r"(?:[a-z][a-z .+&-]*?|v̇?[o0][2₂] ?max)"


def _runs_of_a_day(found: re.Match[str]) -> str:
    """'2 recovery runs 8 mi', and how far each is, where it is said."""
    far = re.findall(
        rf"{N} ?{FAR}", re.sub(r"\(\d+ ?km?\)", "", found["far"], flags=re.IGNORECASE), re.IGNORECASE
    )
    each = far[-2:] if len(far) > 1 else []
    if each:
        return f"am {each[0]} {found['name']} “2 runs” / pm {each[1]} {found['name']}"
    return f"{far[0]} {found['name']} “2 runs”" if far else f"{found['name']} “2 runs”"


def _double(found: re.Match[str]) -> str:
    """'Double: 8 km + 6 km': two runs, of one unit if the first has none."""
    unit = f" {found['unit']}" if found["one"][-1].isdigit() else ""
    return f"AM {found['one']}{unit} “{found['name']}” / PM {found['two']}"


def _either_race(found: re.Match[str]) -> str:
    """'8K or 10K tune-up race' as a race of a range, with the coach's words."""
    far = sorted(
        float(number) * (METRES_PER_MILE / 1000 if unit.lower().startswith("mi") else 1)
        for number, unit in ((found["one"], found["unit"]), (found["two"], found["other"]))
    )
    least, most = (decimal(round(one, 1)) for one in far)
    whole = f"{found['all']} with " if found["all"] else ""
    return f"{whole}{least}-{most} km race “{found['race'].strip()}”"


def _each_named(found: re.Match[str]) -> str:
    """'Recovery 5 mi Medium-long run 12 mi': two runs, if both names say an effort."""
    first, second = found["one"], found["two"]
    if not (effort_of(first) and effort_of(second)) or _JOINED.search(f"{first} {second}"):
        return found[0]
    return f"{first} {found[2]} / {second} {found[4]}"


_JOINED: Final = re.compile(
    r"\b(?:warm|cool|wu|cd|then|and|with|at|in|of|on|or|to|for|last|first|by|x)\b", re.IGNORECASE
)

_RACY: Final = r"(?!(?:easy|steady|training|long|recovery|jog|tempo|run|relaxed|slow)\b)[a-z-]+"
DAYS: Final = (
    # 'Double: 8 km + 6 km', 'Double: 8 + 6 km'
    Phrasing(
        rf"^(?P<name>doubles?)(?: day)?[:,]? (?P<one>{RANGE}|{HOW_MUCH}(?: [a-z]+)*) ?(?:[+/,&]|and) ?"
        rf"(?P<two>{RANGE} ?(?P<unit>{FAR}|min\w*)(?: [a-z]+)*)$",
        _double,
        "double",
    ),
    Phrasing(r"\b([ap])\.m\b\.?", r"\1m", ".m"),
    # '2 recovery runs (8 mi)'
    Phrasing(
        rf"^(?:2|two) (?P<name>recovery|easy|aerobic|short) runs\b(?P<far>[:,;]?(?: ?\(?{N} ?{FAR}[:,;+)]*)*)$",
        _runs_of_a_day,
        "runs",
    ),
    # 'Recovery AM 4 mi, LT PM 9 mi with 20 min at LT pace': each with its own name
    Phrasing(
        rf"^(?P<one>[a-z][^\d,;/:]*?) am ({HOW_MUCH}),?(?P<two>(?: [a-z][^\d,;/:]*?)?) pm (?={RANGE})",
        lambda found: f"AM {found['one']} {found[2]} / PM {found['two'].strip() or found['one']} ",
        " pm ",
        " am ",
    ),
    # 'Recovery 5 mi am VO2max 9 mi 6 x 1 km pm': what has its amount first
    Phrasing(
        rf"^(?P<one>{_NAME} {HOW_MUCH}) am,?(?: [/+])? (?P<two>{_NAME} {HOW_MUCH})(?: pm)?"
        r"(?P<more>(?:,? ?(?:w/|with\b|\d).*?)?)(?: pm)?$",
        r"AM \g<one> / PM \g<two>\g<more>",
        " am",
    ),
    Phrasing(
        rf"^(?!am\b)(?P<one>{_NAME} {HOW_MUCH}) (?P<two>{_NAME} {HOW_MUCH} (?:w/|with\b|\d).*?) pm$",
        r"AM \g<one> / PM \g<two>",
        " pm",
    ),
    # '8K tune-up race 12 mi recovery 5 mi': the race is in the first
    Phrasing(
        rf"^([^,;/]*\d[^,;/]*\brace) ({HOW_FAR}) ((?:recovery|easy)(?: run)?) ({HOW_FAR})$",
        r"\2 with [\1] / \4 \3",
        r"race \d",
    ),
    # 'Recovery 6 mi am, 4 mi pm', 'Recovery 5 mi Medium-long run 12 mi'
    Phrasing(
        rf"^(?!am\b)(?P<name>{_NAME}) (?P<one>{HOW_MUCH}(?: (?:w/|with) [^/;,]*?)?),? pm (?={RANGE})",
        lambda found: f"AM {found['name']} {found['one']} / PM {found['name'].partition(' +')[0]} ",
        " pm ",
    ),
    Phrasing(rf"^({_NAME}) ({HOW_MUCH}) am(?:,| /)? ({HOW_MUCH}) pm$", r"AM \1 \2 / PM \1 \3", " am", " pm"),
    Phrasing(
        rf"^(?P<one>{_NAME}) ({HOW_FAR}) (?P<two>{_NAME}) ({HOW_FAR})(?=$| (?:w/|with) | \d)",
        _each_named,
        "recovery|endurance|aerobic|shakeout",
    ),
    # races: '8K or 10K tune-up race', '15k or 10-mile goal race'
    Phrasing(
        rf"\b(?P<race>(?P<one>\d+)[ -]?(?P<unit>k|km|miles?|mi)(?: {_RACY})*?(?: or (?:an? )?| ?/ ?(?=[\d.]+ ?mi))"
        r"(?P<two>\d+)[ -]?(?P<other>k|km|miles?|mi)"
        rf"(?: [a-z-]+)*? ?(?:race|time trial)\b)(?! pace| effort)(?:,? \(?(?:total |in all )?(?P<all>{HOW_FAR})\)?)?",
        _either_race,
        "race|trial",
        " or |k/|k /|m/|m /",
    ),
    Phrasing(
        r"\b((\d+) ?k (?:to|-|or) half[- ]marathon(?: [a-z-]+)* race)\b(?! pace| effort)"
        rf"(?:,? \(?(?:total |in all )?({HOW_FAR})\)?)?",
        lambda found: f"{found[3] + ' with ' if found[3] else ''}{found[2]}-21.1 km race “{found[1]}”",
        "half",
    ),
    Phrasing(
        r"^(?:goal )?((?:half[- ])?marathon)(?: race)?,? \(?((?:13\.1|26\.2|21\.1|42\.2) ?(?:mi\w*|km))\)?$",
        r"\1 race “\2 in all”",
        "marathon (|race (|marathon 1|marathon 2|marathon 4|race 1|race 2|race 4",
    ),
)
