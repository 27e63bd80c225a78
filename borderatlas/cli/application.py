"""The application that the commands join."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

_ORDER = ("render", "figure", "geocode", "draft", "check", "export", "lookup", "locate", "data", "versions")
"""As people need them, not as the alphabet has them."""


class InOrder(TyperGroup):
    """Lists the commands in the order in which people need them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of the commands."""
        return sorted(super().list_commands(ctx), key=_ORDER.index)


app = typer.Typer(
    name="borderatlas",
    cls=InOrder,
    help="Put news reports from the China–North Korea border on a map, and say how sure you are.",
    epilog="Exit status: 0 done, 1 a problem with the data (one line each on standard error), 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
data_app = typer.Typer(
    help="The layers and the gazetteer: what they hold, whether they are intact, how to make them again.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(data_app, name="data")
