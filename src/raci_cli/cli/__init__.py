"""The command line: parse, call, report, exit. One module per command; heavy imports wait inside the commands."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from raci_cli import __version__
from raci_cli.cli.plain import PlainCommand, PlainGroup
from raci_cli.cli.terminal import ExitCode, write

__all__ = ["COMMANDS", "ExitCode", "program"]

COMMANDS = ("new", "validate", "show", "convert", "diff", "workshop", "merge", "rules", "schema")
"""In the order of the help; each is a function in the module of its name."""


def program(asked: str = "") -> typer.Typer:
    """The command line with the command that is asked for, or with all of them where none is or it does not exist.

    Making the parameters of a command takes milliseconds that the others need not wait for.
    """
    app = typer.Typer(
        name="raci",
        cls=PlainGroup,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_raci)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        app.command(cls=PlainCommand)(getattr(import_module(f"{__name__}.{name}"), name))
    return app


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if wanted:
        write(f"raci {__version__}\n")
        raise typer.Exit


def _raci(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read, check, compare and keep RACI responsibility matrices in spreadsheet files.

    Examples:
      raci new --segment smb      a matrix to start from
      raci validate plan.xlsx     what is wrong with this matrix, cell by cell
      raci show plan.xlsx         the matrix as raci reads it
      raci diff copies/           where several leaders' copies agree, and where not
      raci workshop copies/       what there is to decide, and a pack to decide it with
      raci merge copies/          one matrix of them; what is in dispute stays open
      raci rules RACI101          why a rule matters
    """
