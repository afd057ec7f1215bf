"""`raci convert`: a matrix in another form."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from raci_cli.cli import options
from raci_cli.cli.choose import choices, overrides
from raci_cli.cli.delivery import Output, to_file
from raci_cli.cli.terminal import tell

if TYPE_CHECKING:
    from raci_cli.model import Matrix


def formats(incomplete: str) -> list[str]:
    """Formats that are written, for the shell's completion."""
    from raci_cli.formats.writers import FORMS

    return [name for name in FORMS if name.startswith(incomplete)]


def convert(  # noqa: PLR0913 - one parameter for each option
    file: options.File,
    *,
    to: Annotated[
        str,
        options.option(
            "--to",
            metavar="FORMAT",
            autocompletion=formats,
            panel=options.OUTPUT,
            help="xlsx, long-csv, csv, markdown, json or yaml; without it, the ending of --output says it.",
        ),
    ] = "",
    output: options.Output = "",
    force: options.Force = False,
    sheet: options.Sheet = "",
    layout: options.Layout = "",
    header_row: options.HeaderRow = "",
    activity_column: options.ActivityColumn = "",
    scheme: options.Scheme = "",
    stdin_filename: options.StdinFilename = "",
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
) -> None:
    """Write a matrix in another form.

    Examples:
      raci convert plan.yaml -o plan.xlsx    a workbook that checks itself
      raci convert plan.xlsx -o plan.yaml    to read, to edit, to keep in git
      raci convert plan.xlsx -o plan.md      a table for a page
      raci convert plan.xlsx --to long-csv   one line an assignment
    """
    from raci_cli.files.plan import Wishes, inputs_of, overrides_for, plan
    from raci_cli.files.read import load
    from raci_cli.files.save import content, refuse_inputs, refuse_to_replace

    if to_file(output):
        refuse_to_replace(output, force=True)  # the rest waits: what cannot be written to at all is said first
    written_as = _format(to, output)
    asked = choices(overrides(sheet, layout, header_row, activity_column, scheme))
    wishes = Wishes(asked, config, isolated=isolated, baseline="", stdin_name=stdin_filename)
    if to_file(output):
        refuse_inputs(output, inputs_of(plan([file], wishes)))
        refuse_to_replace(output, force=force)
    matrices = load(file, overrides_for(file, wishes), stdin_name=stdin_filename)
    data = content(written_as, matrices, path=output)
    Output(written_as, output if to_file(output) else "", force).put(data)
    for matrix in matrices:
        for sentence in matrix.source.left_out:
            tell(f"note: {matrix.locate()}: {sentence}")
    if written_as == "long-csv":
        _tell_left_out(matrices)


def _tell_left_out(matrices: Sequence[Matrix]) -> None:
    """A line is an assignment, so what has none is not among the lines."""
    from raci_cli.rules.wording import counted

    activities = sum(not activity.assignments for matrix in matrices for activity in matrix.activities)
    roles = sum(
        len(matrix.roles) - len({given.role for activity in matrix.activities for given in activity.assignments})
        for matrix in matrices
    )
    left = ((activities, "activity", "activities"), (roles, "role", "roles"))
    if without := " and ".join(counted(*each) for each in left if each[0]):
        tell(f"note: {without} without letters stand in no line. --to csv and --to yaml keep them.")


def _format(to: str, output: str) -> str:
    from raci_cli.config import choose
    from raci_cli.errors import UsageError
    from raci_cli.formats.writers import FORMS, WORKBOOK, format_of

    wanted = choose("--to", to, FORMS) if to else ""
    if wanted == WORKBOOK and not to_file(output) and sys.stdout.isatty():
        raise UsageError("A workbook is nothing to look at in a terminal: name a file, `-o plan.xlsx`.")
    if wanted:
        return wanted
    if not to_file(output):
        raise UsageError("Say what to write: `-o plan.yaml`, or `--to` and a format for standard output.")
    try:
        return format_of(output)
    except UsageError as error:
        raise UsageError(f"{error} Or name the format with --to: {', '.join(FORMS)}.") from error
