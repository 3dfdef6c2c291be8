"""The options of a command that makes a plan for many athletes."""

from collections.abc import Collection, Mapping, Sequence

from cardmaker.options import Option, Options, Purpose, Section
from cardmaker.valuetypes import IntegerType, ListType, SwitchType, TextType, ValueType, WordType


class MeaningType(ValueType[Mapping[str, str]]):
    """'Zeit=10k time': a column by its heading, and what it means."""

    metavar = "HEADING=MEANING"
    repeatable = True

    def read(self, text: str) -> tuple[str, str]:
        """The heading and the meaning. ValueError without either."""
        heading, equals, meaning = text.rpartition("=")
        if not equals or not heading.strip():
            raise ValueError(f"'{text}' maps nothing; write a heading and what it means: 'Zeit=10k time'")
        return heading.strip(), meaning.strip()

    def join(self, parts: Sequence[tuple[str, str]]) -> Mapping[str, str]:
        return dict(parts)


class Rostering(Options):
    """How a plan is made for many athletes."""

    # fmt: off
    roster: Option[str] = Option(
        TextType("FILE"), "",
        "A PDF for each athlete of a table (CSV, XLSX, ODS, JSON, YAML; '-' is standard input), or one for all.",
        section=Section.ATHLETES, uses=(Purpose.PDF,), lacks=lambda wish: _gone(wish.roster),
    )
    mapped: Option[Mapping[str, str]] = Option(
        MeaningType(), {}, "What a column means, if its heading doesn't say: 'Zeit=10k time'; '-' leaves it out.",
        flags=("--map",), section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    athletes: Option[tuple[str, ...]] = Option(
        ListType(TextType("NAME")), (), "Only this athlete, by name.",
        flags=("--athlete",), section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    file_names: Option[str] = Option(
        TextType("PATTERN"), "{name}-{plan}", "How files are named, of columns, {plan} and {row}.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,), shown="{name}-{plan}",
    )
    keep_going: Option[bool] = Option(
        SwitchType(), False, "Make the others' files where an athlete's can't be, unless more than half can't.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    changed: Option[bool] = Option(
        SwitchType(), False, "Only list the files that would be made, as others are there and haven't changed.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    by: Option[str] = Option(
        WordType(("athlete", "part", "sheet")), "athlete",
        "In one file, -o FILE.pdf: athlete after athlete; all sheets, then all cards; or all first sheets of "
        "paper, then all second ones.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    separators: Option[bool] = Option(
        SwitchType(), False, "In one file: a page with the name before each athlete's.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    untagged: Option[bool] = Option(
        SwitchType(), False, "In one file, for paper alone: nothing to read aloud in it, in half the room.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    group: Option[str] = Option(
        TextType("COLUMN"), "",
        "A file for each group instead of each athlete: by a column, or by 'pace', in bands of 4 min over 5 km.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    side_by_side: Option[bool] = Option(
        SwitchType(), False, "With --group only a sheet for the wall, with all groups' paces; -o groups.pdf.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    names: Option[bool] = Option(
        SwitchType(), False, "With --side-by-side: who is in each group, by first name and initial.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    name_labels: Option[str] = Option(
        TextType("STOCK"), "", "Only labels with the athletes' names, on a stock: avery-l4785; -o labels.pdf.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    calendars: Option[bool] = Option(
        SwitchType(), False, "A calendar next to each athlete's PDF, too, as 'cardmaker export --as ics' makes it.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    jobs: Option[int] = Option(
        IntegerType(1, 256), 1, "How many processes make files; more pay off from a hundred athletes on.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,), shown="1",
    )
    dask: Option[str] = Option(
        TextType("URL"), "", "The scheduler of a cluster whose workers make the files: tcp://scheduler:8786.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    anonymous: Option[bool] = Option(
        SwitchType(), False, "Leave names and addresses out of manifest.json.",
        section=Section.ATHLETES, uses=(Purpose.ROSTERS,),
    )
    # fmt: on


def _gone(roster: str) -> Collection[Purpose]:
    """What needs a roster, or can't be used with one."""
    return {Purpose.ONE_PLAN} if roster else {Purpose.ROSTERS}
