"""The application that the commands join."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from borderatlas import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDER = ("render", "figure", "geocode", "draft", "check", "export", "lookup", "locate", "data", "versions")
"""As people need them, not as the alphabet has them."""


class ReaderGoneError(Exception):
    """Whoever read the output has closed it."""


@contextmanager
def _told_of_a_reader_gone() -> Iterator[None]:
    """Keep from typer that a pipe is closed: it would leave with status 1, as if the data were wrong."""
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGoneError from error


class InOrder(TyperGroup):
    """Lists the commands in the order in which people need them."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Read the arguments; --help prints here."""
        with _told_of_a_reader_gone():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        with _told_of_a_reader_gone():
            return super().invoke(ctx)

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


def _version(asked: bool) -> None:
    """Print the version, where it is asked for, and leave."""
    if asked:
        print(f"borderatlas {__version__}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[
        bool,
        typer.Option("--version", "-V", help="Print the version and leave.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Take what stands before a command."""


data_app = typer.Typer(
    help="The layers and the gazetteer: what they hold, whether they are intact, how to make them again.",
    short_help="The layers and the gazetteer: info, verify, rebuild.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(data_app, name="data")
