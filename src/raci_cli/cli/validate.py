"""`raci validate`: check matrices and say what is wrong with them, cell by cell."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from raci_cli.cli import options
from raci_cli.cli.choose import choices, choose_by_suffix, number
from raci_cli.cli.terminal import ExitCode, style, tell, write

if TYPE_CHECKING:
    from raci_cli.files import Task
    from raci_cli.model import Report
    from raci_cli.reports import Style

FAIL_ON = ("error", "warning", "info", "never")
MACHINE = ("json", "sarif", "junit")
BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".txt": "text"}

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

    Exits with 0 when all is fine, with 1 when there are findings, and with 2
    when a file could not be read.

    Settings for good stand in a raci.yaml beside the files, or in RACI_PROFILE,
    RACI_SELECT, RACI_IGNORE, RACI_FAIL_ON, RACI_BASELINE, RACI_CONFIG,
    RACI_JOBS and RACI_OUTPUT_FORMAT.
    """
    from raci_cli.config import choose
    from raci_cli.files import Wishes, check_all, inputs_of, plan, refuse_inputs, refuse_to_replace

    choose("--fail-on", fail_on, FAIL_ON)
    report_format = _report_format(output_format, output)
    look = style("never" if _to_file(output) else color, verbose=verbose, quiet=quiet)
    targets = [target for target in (output, write_baseline) if _to_file(target)]
    for target in targets:
        refuse_to_replace(target, force=force)
    asked = choices(
        profile=profile,
        select=select or (),
        ignore=ignore or (),
        sheet=sheet,
        layout=layout,
        header_row=header_row,
        activity_column=activity_column,
    )
    known = "" if write_baseline else baseline
    tasks = plan(paths, Wishes(asked, config, isolated=isolated, baseline=known, stdin_name=stdin_filename))
    with _progress(tasks) as progress:
        report = check_all(tasks, number("--jobs", jobs), progress)
    for target in targets:  # an earlier report in a folder that is walked holds no matrix: it may be replaced
        refuse_inputs(target, inputs_of(tasks, report.skipped))
    _refuse_nothing(report, paths)
    if write_baseline:
        _save_baseline(report, write_baseline, force=force)
    else:
        _deliver(report, report_format, look, output, force=force)
    raise typer.Exit(_exit_code(report, "never" if write_baseline else fail_on))


def _report_format(output_format: str, output: str) -> str:
    from raci_cli.config import choose
    from raci_cli.reports import REPORTS

    if output_format:
        return choose("--output-format", output_format, REPORTS)
    return choose_by_suffix("--output-format", output, BY_SUFFIX) if _to_file(output) else "text"


def _to_file(output: str) -> bool:
    return output not in ("", "-")


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

    if report.checks or report.failures:
        return
    looked = f"{len(report.skipped)} files were looked at" if report.skipped else "there are no files that raci reads"
    raise NoMatrixError(f"No matrix was found in {', '.join(paths)}: {looked}. Name a file itself to see why.")


def _save_baseline(report: Report, path: str, *, force: bool) -> None:
    from raci_cli.config import baseline_text
    from raci_cli.files import save_text

    _tell_failures(report)
    save_text(path, baseline_text(report.checks, path), force=force)
    tell(f"wrote {path} with {len(report.findings)} known findings; leave them out with --baseline {path}")


def _deliver(report: Report, report_format: str, look: Style, output: str, *, force: bool) -> None:
    """Put the report where it is wanted; failures are said on standard error too, unless they were just shown."""
    from raci_cli.files import save_text
    from raci_cli.reports import render_report

    text = render_report(report_format, report, look) if report.checks or report_format != "text" else ""
    if _to_file(output):
        save_text(output, text, force=force)
        tell(f"wrote {output}")
    else:
        write(text, machine=report_format in MACHINE)
    if not (report.checks and report_format == "text" and not output and sys.stdout.isatty()):
        _tell_failures(report)
    if report_format == "github":
        _append_step_summary(report, look)


def _tell_failures(report: Report) -> None:
    for failure in report.failures:
        tell(f"error: {failure.message}")


def _append_step_summary(report: Report, look: Style) -> None:
    """GitHub shows few annotations per step; the whole report goes to the page of the run."""
    from raci_cli.reports import render_report

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with open(path, "a", encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - GitHub's file, not ours
            file.write(render_report("markdown", report, look))
    except OSError as error:
        tell(f"warning: the step summary {path} could not be written: {error.strerror}.")


def _exit_code(report: Report, fail_on: str) -> ExitCode:
    from raci_cli.model import Severity

    if report.failures:
        return ExitCode.TROUBLE
    worst = report.worst
    failed = fail_on != "never" and worst is not None and worst.rank <= Severity(fail_on).rank
    return ExitCode.FOUND if failed else ExitCode.FINE
