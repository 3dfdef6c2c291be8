"""A command with many options → help that tells them in sections."""

import click

SECTIONS: dict[str, tuple[str, ...]] = {
    "What": ("only", "weeks", "exercises", "medium", "sheets"),
    "Look": ("theme", "figures", "face", "gym_face", "templates"),
    "Paper": ("stock", "gym_stock", "paper", "imposition", "single", "book", "poster", "printer"),
    "Two sides": ("flip", "sides", "last_first", "fold"),
    "How many": ("start_at", "copies", "stack"),
    "Cutting": ("gutter", "bleed", "marks", "edge", "corner_radius", "ring_hole"),
    "Output": ("output", "one_file", "form", "dpi", "cmyk"),
}
"""Options by the names of their parameters; those of no section come last, under 'Options'."""

_OTHERS = "Options"


class SectionedCommand(click.Command):
    """A command whose help has a heading for each kind of option."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, section by section."""
        sections: dict[str, list[tuple[str, str]]] = {section: [] for section in (*SECTIONS, _OTHERS)}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record:
                sections[_section(parameter.name or "")].append(record)
        for section, records in sections.items():
            if records:
                with formatter.section(section):
                    formatter.write_dl(records)


def _section(name: str) -> str:
    return next((section for section, names in SECTIONS.items() if name in names), _OTHERS)
