"""Pieces of the patterns in these tables: numbers, units, paces."""

from typing import Final

WITH: Final = r"(?:w/|with|inc(?:l(?:uding|udes)?)?\b\.?|of which|in which)"
N: Final = r"\d{1,4}(?:[.,]\d{1,2})?"
RANGE: Final = rf"{N}(?: ?(?:-|to) ?{N})?"
FAR: Final = r"(?:kilomet(?:re|er)s?|kms?|k|miles?|mi)"
HOW_FAR: Final = rf"(?:{RANGE} ?{FAR})"
HOW_MUCH: Final = rf"(?:{RANGE} ?(?:{FAR}|min\w*))"
AMOUNT: Final = r"\d+(?:[.,]\d+)? ?(?:km|k|miles?|mi|minutes|mins?|m|')"
EASY_OR_SO: Final = (
    r"(?:(?:very|nice|super) )?(?:easy|slow|steady|relaxed|gentle|recovery|comfortable|moderate|tempo|hard|fast|brisk"
    r"|hilly|flat|light)"
)
PACE: Final = (
    r"(?:[gph]?mp|hmp?|rp|gp|lt|[tm] ?pace|tempo|threshold|(?:half )?marathon pace|race pace|goal pace"
    r"|(?:3|5|10) ?k(?: pace)?)"
)
LONG: Final = (
    r"(?:minutes?|mins?|seconds?|secs?|hours?|hrs?|miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?|yards?)"
)
"""Units that say what they are, of times and distances."""
DISTANCE: Final = r"(?:m|met(?:re|er)s?|yards?|yd|k|km|mi|miles?)"
HOUR: Final = r"\d{1,2}(?:[:.][0-5]\d)? ?[ap]\.?m\b"
SHORT: Final = r"(?:\d+ ?(?:s|secs?|seconds?|\")|(?<!\d)\d(?:[.,]\d+)? ?(?:min|mins|minutes?|'))"
TURN: Final = r"\d+(?:[:.]\d+)? ?(?:s|secs?|seconds?|\"|min|mins|minutes?|')"
TRACK: Final = r"(?:[2-9]|1[0-6]|[23]0)00"
NO_UNIT: Final = r"\b(?! ?(?:m|min\w*|km|k|mi\w*|s\w*|x|h|hr|hours?|yd|y\w+|'|\"))"
FED: Final = r"(?:gels?|water|drinks?|fluids?|fuel(?:l?ing)?|hydrat\w+|nutrition|carbs)"

NUMBERS: Final = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "fifteen": "15", "twenty": "20", "twenty-five": "25", "thirty": "30",
    "forty": "40", "forty-five": "45", "fifty": "50", "sixty": "60", "ninety": "90",
    "half a": "1/2", "half an": "1/2", "half": "1/2", "a quarter": "1/4", "quarter": "1/4", "an": "1",
}  # fmt: skip
