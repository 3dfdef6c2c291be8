"""The words of loads: what each phrase means."""

from typing import Final

from cardmaker.plan.sets.words import listed, phrases

BODYWEIGHT: Final = phrases(
    {"": "bw | bodyweight | body weight | body-weight | body | bodyweight only | bw only | no weight"}
)
BAR: Final = phrases(
    {
        "": "bar | the bar | empty bar | bar only | just the bar | just bar | empty barbell"
        " | an empty bar | bare bar | the bare bar | barbell only | only the bar"
    }
)
BAND_COLOURS: Final = listed(
    "red green blue black yellow orange purple grey gray silver gold white pink tan brown light medium "
    "heavy strong mini thin thick loop resistance hip micro monster x-light x-heavy extra-light extra- "
    "heavy elastic long short"
)
BAND: Final = phrases(
    {"": "band | bands | theraband | thera-band | tubing | band tension | band resistance | bands tension"}
)
TOOLS: Final = phrases(
    {
        "kettlebell": "kb | kbs | kugelhantel | kugelhanteln | kettlebell | kettlebells | kettle bell | kettle bells",
        "dumbbells": "db | dbs | dumbbell | dumbbells | dumb-bell | dumb-bells | d/b | kh | kurzhantel | kurzhanteln",
        "plate": "plate | plates",
        "vest": "vest | weight vest | weighted vest",
        "barbell": "bb | barbell | langhantel",
        "med ball": "med ball | medicine ball | mb | medball | slam ball | wall ball",
        "each": "each | ea | per hand | /hand | / hand | each hand | per dumbbell | per db | in each hand"
        " | each db | apiece | ea hand | ea. hand",
        "total": "total | in total | all in",
        "sled": "sled",
        "sandbag": "sandbag | sand bag",
    }
)
HANDS: Final = phrases(
    {"": "each hand | in each hand | per hand | /hand | / hand | a hand | in both hands | both hands"}
)
LOAD_WORDS: Final = listed(
    "heavy light moderate medium heavier lighter moderately unweighted bodyweight+vest"
)
ASSISTANCE: Final = phrases({"": "assist | assistance | assisted | of assistance | of assist | help"})
LIGHTER: Final = phrases(
    {
        "-": "lighter | less | off | reduction | below | less weight | drop in weight | less load",
        "+": "heavier | more | more weight",
    }
)
