"""The option that asks for another language."""

import click

from cardmaker.cli.params import template_name

ENGLISH = "en"

language_option = click.option(
    "--language",
    type=template_name("languages"),
    default=ENGLISH,
    show_default=True,
    metavar="NAME",
    help="The language of exercises' names and words.",
)
