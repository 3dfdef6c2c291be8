"""A language's name, 'Deutsch' or 'German' → its code, and the other way round."""

from collections.abc import Iterable


def language_called(name: str, codes: Iterable[str]) -> str | None:
    """Which of *codes* is the language that calls itself *name*, or is called so in English; None for others."""
    from babel import Locale, UnknownLocaleError

    low = name.casefold().strip()
    for code in codes:
        try:
            locale = Locale.parse(code)
        except (ValueError, UnknownLocaleError):
            continue  # a language of one's own
        if low in {str(called).casefold() for called in (locale.display_name, locale.english_name)}:
            return code
    return None


def own_name(code: str) -> str:
    """What a language calls itself, 'Deutsch'; its code for one of one's own."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code).display_name or code
    except (ValueError, UnknownLocaleError):
        return code
    return name[:1].upper() + name[1:]
