"""French, Spanish, Italian and Dutch for sets, repetitions and rests → English: 'séries de 10', 'descanso 60 s'."""

from typing import Final

from cardmaker.patterns import Phrasing

_REST: Final = r"(?:repos|r[ée]cup(?:[ée]ration)?|desc(?:anso|\.|(?=:))|recupero|rust)"
_RESTS: Final = "repos|récup|recup|desc|rust"
_TIME: Final = r"\d+(?:-\d+)? ?(?:s|secs?|seg\.?|segundos|min|minutes?|minuten|'|\")"

LOANWORDS: Final = (
    Phrasing(
        r"(?<=\d )(?:s[ée]ries?|serie|sets?) (?:de|di|da|van) (?=\d)", "sets of ", " de | di | da | van "
    ),
    Phrasing(
        r"(\d) (?:à|a|tot) (?=\d+ ?(?:r[ée]p[ée]t|repetic|ripetizioni|herhalingen))", r"\1-", " à | a | tot "
    ),
    Phrasing(
        r"(?<=\d) ?(?:r(?:é|e(?=.é))p[ée]titions?|réps|repeticion(?:es)?|repetições|ripetizioni|herhalingen)\b",
        " reps",
        "rép|repet|ripet|herhal",
    ),
    Phrasing(r"(?<=\d) (?:secondes?|secondi|seconden)\b", " s", " second"),
    Phrasing(r"(?<=\d) (?:minutos?|minuti)\b", " min", " minut"),
    Phrasing(r"(\d) à (?=\d+ ?min(?:utes)? )", r"\1-", " à "),
    Phrasing(rf"(\d ?min|\d ?') ?([0-5]\d) (?:de )?(?={_REST}\b)", r"\1 \2 s ", _RESTS),
    Phrasing(rf"\b{_REST}(?: de)?[ :=]*(\d+) ?(?:min|') ?([0-5]\d)\b", r"rest \1 min \2 s", _RESTS),
    Phrasing(rf"({_TIME}) (?:de |di |d')?{_REST}\b", r"\1 rest", _RESTS),
    Phrasing(rf"\b{_REST}(?: de| di)?[ :=]*(?={_TIME})", "rest ", _RESTS),
)
