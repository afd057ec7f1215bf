"""`raci show`: the matrices of a file as people know them."""

from __future__ import annotations

from typing import Annotated

import typer

from raci_cli.cli import options
from raci_cli.cli.choose import choices, overrides
from raci_cli.cli.terminal import style, write


def show(  # noqa: PLR0913 - one parameter for each option
    file: options.File,
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Say what was recognised where, and why.")] = False,
    sheet: options.Sheet = "",
    layout: options.Layout = "",
    header_row: options.HeaderRow = "",
    activity_column: options.ActivityColumn = "",
    scheme: options.Scheme = "",
    stdin_filename: options.StdinFilename = "",
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    output_format: Annotated[
        str,
        options.option(
            "--output-format",
            metavar="FORMAT",
            panel=options.OUTPUT,
            help="text, plain, markdown or json.",
        ),
    ] = "text",
    color: options.Color = "auto",
    verbose: options.Verbose = False,
) -> None:
    """Show the matrices of a file as raci reads them.

    Examples:
      raci show plan.xlsx                         all matrices of a workbook
      raci show plan.xlsx --explain               what was recognised where, and why
      raci show plan.xlsx --header-row 4          where raci went wrong by itself
      raci show plan.xlsx --output-format plain   one line an activity
    """
    from raci_cli.config import choose
    from raci_cli.errors import UsageError
    from raci_cli.files.plan import Wishes, overrides_for
    from raci_cli.files.read import load
    from raci_cli.formats.writers import WRITERS
    from raci_cli.reports import SHOWS, render_show

    choose("--output-format", output_format, (*SHOWS, "markdown"))
    if explain and output_format == "markdown":
        raise UsageError("--explain goes with text, plain and json: a Markdown table has no place for it.")
    look = style(color, verbose=verbose)
    asked = choices(overrides(sheet, layout, header_row, activity_column, scheme))
    wishes = Wishes(asked, config, isolated=isolated, stdin_name=stdin_filename)
    matrices = load(file, overrides_for(file, wishes), stdin_name=stdin_filename)
    if output_format == "markdown":
        write(WRITERS["markdown"](matrices), machine=True)
    else:
        write(render_show(output_format, matrices, look, explain=explain), machine=output_format != "text")
