"""`raci validate`: check matrices and say what is wrong with them, cell by cell."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from raci_cli.cli import options
from raci_cli.cli.choose import choices, number, overrides
from raci_cli.cli.delivery import deliver, delivery
from raci_cli.cli.terminal import ExitCode

if TYPE_CHECKING:
    from raci_cli.files.task import Task
    from raci_cli.model import Report

FAIL_ON = ("error", "warning", "info", "never")

_LONG_WORK = 50
"""With more files than this, a progress bar is shown where somebody watches."""


def validate(  # noqa: PLR0913 - one parameter for each option
    paths: options.Paths,
    *,
    profile: options.Profile = "",
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOn = "error",
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = "",
    sheet: options.Sheet = "",
    layout: options.Layout = "",
    header_row: options.HeaderRow = "",
    activity_column: options.ActivityColumn = "",
    scheme: options.Scheme = "",
    stdin_filename: options.StdinFilename = "",
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    jobs: options.Jobs = "",
    output_format: options.ReportFormat = "",
    output: options.Output = "",
    force: options.Force = False,
    color: options.Color = "auto",
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
) -> None:
    """Check matrices: what is wrong, cell by cell, and what to do about it.

    Examples:
      raci validate plan.xlsx                 all matrices of a workbook
      raci validate .                         every matrix in this folder
      raci validate . --profile draft         while it is being filled in
      raci validate . -o report.sarif         for another program
      raci validate . --baseline known.json   only what is new

    Exits with 0 when nothing is found that counts, with 1 when something is
    (errors, unless --fail-on says otherwise), and with 2 when a file could not
    be read.

    A raci.yaml beside the files keeps such choices for good. Some can also be
    set in the environment: RACI_PROFILE, RACI_SELECT, RACI_IGNORE, RACI_FAIL_ON,
    RACI_BASELINE, RACI_CONFIG, RACI_JOBS and RACI_OUTPUT_FORMAT.
    """
    from raci_cli.config import choose
    from raci_cli.files.plan import Wishes, plan

    choose("--fail-on", fail_on, FAIL_ON)
    wanted = delivery(output_format, output, write_baseline, force=force)
    look = wanted.output.look(color, verbose=verbose, quiet=quiet)
    read_as = overrides(sheet, layout, header_row, activity_column, scheme)
    asked = choices(read_as, profile=profile, select=select or (), ignore=ignore or ())
    known = "" if write_baseline else baseline
    tasks = plan(paths, Wishes(asked, config, isolated=isolated, baseline=known, stdin_name=stdin_filename))
    report = _checked(tasks, number("--jobs", jobs), wanted.targets)
    _refuse_nothing(report, paths)
    deliver(report, wanted, look)
    raise typer.Exit(_exit_code(report, "never" if write_baseline else fail_on))


def _checked(tasks: Sequence[Task], jobs: int, targets: Sequence[str]) -> Report:
    """The report of all tasks, none of which may read what is to be written."""
    from raci_cli.files.check import check_all
    from raci_cli.files.plan import inputs_of
    from raci_cli.files.save import refuse_inputs

    with _progress(tasks) as progress:
        report = check_all(tasks, jobs, progress)
    for target in targets:  # an earlier report in a folder that is walked holds no matrix: it may be replaced
        refuse_inputs(target, inputs_of(tasks, report.skipped))
    return report


@contextmanager
def _progress(tasks: Sequence[Task]) -> Iterator[Callable[[int], None]]:
    """A bar on standard error where the work is long and somebody watches."""
    if len(tasks) <= _LONG_WORK or not sys.stderr.isatty():
        yield lambda _: None
        return
    with typer.progressbar(length=len(tasks), label="Checking", file=sys.stderr) as bar:
        yield bar.update


def _refuse_nothing(report: Report, paths: Sequence[str]) -> None:
    """Nothing checked is no success: a folder may be empty, or the wrong one."""
    from raci_cli.errors import NoMatrixError
    from raci_cli.rules.wording import counted

    if report.checks or report.failures:
        return
    looked = f"{counted(len(report.skipped), 'file was', 'files were')} looked at"
    if not report.skipped:
        looked = "there are no files that raci reads"
    raise NoMatrixError(f"No matrix was found in {', '.join(paths)}: {looked}. Name a file itself to see why.")


def _exit_code(report: Report, fail_on: str) -> ExitCode:
    from raci_cli.model import Severity

    if report.failures:
        return ExitCode.TROUBLE
    worst = report.worst
    failed = fail_on != "never" and worst is not None and worst.rank <= Severity(fail_on).rank
    return ExitCode.FOUND if failed else ExitCode.FINE
