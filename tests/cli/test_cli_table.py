"""A table of (arguments, exit code, text): the text stands in what the command says, the code is the command's."""

import pytest

from cardmaker import __version__
from cardmaker.cli.app import COMMANDS
from tests.kit import Command

TABLE = [
    # arguments, exit code, a text of standard output, a text of standard error
    ("", 0, "Usage: cardmaker", ""),
    ("--help", 0, "Exit codes:", ""),
    ("-h", 0, "Examples:", ""),
    ("--version", 0, f"cardmaker {__version__}\n", ""),
    ("-V", 0, __version__, ""),
    ("build --help", 0, "--gym-stock NAME", ""),
    ("check --help", 0, "Write nothing", ""),
    ("preview --help", 0, "--dpi", ""),
    ("list --help", 0, "--muscle NAME", ""),
    ("show --help", 0, "cardmaker show squat", ""),
    ("new --help", 0, "--from NAME", ""),
    ("schema --help", 0, "yaml-language-server", ""),
    ("figure --help", 0, "cardmaker figure check", ""),
    ("figure drwa", 2, "", "no command 'drwa'; did you mean 'draw'?"),
    ("figure draw sqat", 6, "", "error: no pose 'sqat'; did you mean 'squat'?"),
    ("figure draw squat -o squat.jpg", 10, "", "pictures are SVG, PNG or PDF; name it 'squat.svg'"),
    ("figure draw squat -o squat.svg --palette natral", 6, "", "no palette 'natral'; did you mean 'natural'?"),
    ("figure check squat lunge", 0, "ok: 2 poses", ""),
    # Wrong words: 2
    ("biuld", 2, "", "error: no command 'biuld'; did you mean 'build'?\nTry 'cardmaker --help'.\n"),
    ("zzz", 2, "", f"error: no command 'zzz'; there are {', '.join(COMMANDS)}\n"),
    ("small.yaml", 2, "", "no command 'small.yaml'; write 'cardmaker build small.yaml'"),
    ("--verson", 2, "", "error: no option '--verson'; did you mean '--version'?"),
    ("build --thme x", 2, "", "error: no option '--thme'; did you mean '--theme'?\nTry 'cardmaker build --help'.\n"),
    ("build small.yaml --imposition shet", 2, "", "unknown word 'shet'; did you mean 'sheet'?"),
    ("build small.yaml --only x", 2, "", "unknown word 'x'; write sheets, cards or gym"),
    ("build small.yaml --flip sideways", 2, "", "write long, short or none"),
    ("build small.yaml --single --imposition sheet", 2, "", "exclude each other"),
    ("build small.yaml --week two", 2, "", "'two' is no week; write 2, or 2-4 for several"),
    ("build small.yaml --week 3-", 2, "", "'3-' is no week"),
    ("build small.yaml --week 4-2", 2, "", "4-2 goes backwards; write 2-4"),
    ("build small.yaml --week 0", 2, "", "weeks are counted from 1"),
    ("build small.yaml --week 1-999999", 2, "", "at most 260"),
    ("build small.yaml --templates nosuch", 2, "", "no folder 'nosuch'"),
    ("build small.yaml another.yaml", 2, "", "unexpected extra argument"),
    ("preview small.yaml --dpi 100000", 2, "", "write a whole number from 20 to 600"),
    ("list exercizes", 2, "", "did you mean 'exercises'?"),
    ("list themes red", 2, "", "go with 'list exercises'"),
    ("list themes --level easy", 2, "", "--muscle, --equipment, --kind and --level go with 'list exercises'"),
    ("list themes --language de", 2, "", "--language is for 'list exercises', 'list muscles' and"),
    ("show a7 --kind stock --language de", 2, "", "--language is for exercises"),
    ("show", 2, "", "error: missing argument 'NAME'."),
    ("schema pln", 2, "", "did you mean 'plan'?"),
    # Names that nothing carries: 6
    ("build small.yaml --figures lin", 6, "", "error: no palette 'lin'; did you mean 'line'?\n"),
    ("build small.yaml --theme clasic", 6, "", "error: no theme 'clasic'; did you mean 'classic'?\n"),
    ("build small.yaml --stock pokre", 6, "", "error: no stock 'pokre'; did you mean 'poker'?"),
    ("build small.yaml --gym-stock nosuch", 6, "", "no stock 'nosuch'; 'cardmaker list stocks' lists them"),
    ("build small.yaml --paper leter", 6, "", "no paper 'leter'; did you mean 'letter'?"),
    ("build small.yaml --face poket", 6, "", "no face 'poket'; did you mean 'pocket'?"),
    ("build small.yaml --face gym", 6, "", "face 'gym' is for gym cards; choose one for exercise cards"),
    ("build small.yaml --gym-face pocket", 6, "", "face 'pocket' is for exercise cards; choose one for gym cards"),
    ("build small.yaml --sheet blok", 6, "", "no sheet 'blok'; did you mean 'block'?"),
    ("build small.yaml --week 2", 6, "", "error: no week 2; the plan has 1 week\n"),
    ("build small.yaml --exercise sqat", 6, "", "the plan has no exercise 'sqat'; did you mean 'squat'?"),
    ("check small.yaml --theme clasic", 6, "", "did you mean 'classic'?"),
    ("preview small.yaml --page 9", 6, "", "error: no page 9; the longest part has 2\n"),
    ("show sqat", 6, "", "did you mean 'squat'"),
    ("show qqqqqq", 6, "", "see 'cardmaker list'"),
    ("show larsen-press", 6, "", "see 'cardmaker list'"),  # no press of ours is one
    ("show clasic --kind theme", 6, "", "error: no theme 'clasic'; did you mean 'classic'?\n"),
    ("list exercises --muscle qwads", 6, "", "no muscle 'qwads'; did you mean 'quads'?"),
    ("list exercises --equipment bycicle", 6, "", "no equipment 'bycicle'; known are none, barbell"),
    ("list exercises --kind strenth", 6, "", "no kind 'strenth'; did you mean 'strength'?"),
    ("list exercises --kind x", 6, "", "no kind 'x'; known are strength, power, mobility, conditioning, drill, "),
    ("list exercises --level x", 6, "", "no level 'x'; known are beginner, intermediate, advanced\n"),
    ("list exercises --language nolang", 6, "", "no language 'nolang'; there are: de, en\n"),
    ("show squat --language nolang", 6, "", "no language 'nolang'; there are: de, en\n"),
    ("show Kniebeuge", 6, "", "no exercise, theme, stock, ... 'Kniebeuge'; it is 'squat' with --language de\n"),
    ("show a7 --language de", 6, "", "no exercise 'a7'"),
    ("new x.yaml --from ten-k-buidl", 6, "", "no plan 'ten-k-buidl'; did you mean 'ten-k-build'?"),
    # Files that can't be read: 5; written: 10
    ("build nosuch.yaml", 5, "", "error: nosuch.yaml: no such file\n"),
    ("build smal.yaml", 5, "", "smal.yaml: no such file; did you mean 'small.yaml'?"),
    ("build runers-week", 5, "", "runers-week: no such file"),
    ("build .", 5, "", "this is a folder; name a file in it"),
    ("build small.yaml -o week.txt", 10, "", "name it 'week.pdf', or 'week.txt/' for a folder"),
    ("preview small.yaml -o week.png", 10, "", "name a folder for them"),
    ("new small.yaml", 10, "", "there is such a file; choose another name, or write over it with --force"),
    ("new plan.json", 10, "", "starter plans are YAML; name it 'plan.yaml'"),
    ("new .", 10, "", "this is a folder"),
    # What works
    ("check small.yaml", 0, "ok: small.yaml: 1 week, 1 workout, 1 sheet, 2 exercise cards, 1 gym card; all of", ""),
    ("list muscles", 0, "quads", ""),
    ("list exercises zzzz", 0, "", "note: no exercise fits 'zzzz'"),
    ("list exercises zzzz --level easy", 0, "", "no exercise fits 'zzzz' and all of these options; leave one out\n"),
    ("list --kind rehab --muscle lats", 0, "", "note: no exercise fits all of these options; leave one out\n"),
    ("list muscles --language de", 0, "Beinbeuger", ""),
    ("list equipment --language de", 0, "Langhantel", ""),
    ("schema", 0, '"title": "A training plan for cardmaker"', ""),
    ("schema exercise", 0, '"title": "An exercise for cardmaker"', ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"), TABLE, ids=[row[0] or "nothing" for row in TABLE]
)
def test_command(command: Command, arguments: str, code: int, out: str, err: str) -> None:
    done = command(*arguments.split())
    assert done.code == code, done
    assert out in done.out
    assert err in done.err
    if code:
        assert not done.out
        assert err
    elif not err:
        assert not done.err
