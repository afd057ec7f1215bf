"""Where the result of `raci validate` goes: to the terminal, a file, a baseline, the summary page of a CI step."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.cli.choose import choose_by_suffix
from raci_cli.cli.terminal import tell, write

if TYPE_CHECKING:
    from raci_cli.model import Report
    from raci_cli.reports import Style

MACHINE = ("json", "sarif", "junit")
BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".txt": "text"}


class Delivery(NamedTuple):
    """What is wanted of a report, and where."""

    report_format: str
    output: str
    """A file; `-` or nothing for standard output."""
    baseline: str
    """A file that is to list the findings instead; empty for none."""
    force: bool

    @property
    def targets(self) -> list[str]:
        """The files to write."""
        return [target for target in (self.output, self.baseline) if to_file(target)]


def delivery(output_format: str, output: str, baseline: str, *, force: bool) -> Delivery:
    """What the options ask for, once it is sure that it could be written.

    Raises:
        UsageError: a format does not exist, or a report and a baseline are to be the same file.
        OutputError: a file exists and `force` is not given, or it is a folder or a device.
    """
    from raci_cli.config import choose
    from raci_cli.errors import UsageError
    from raci_cli.files import refuse_to_replace
    from raci_cli.reports import REPORTS

    if output_format:
        choose("--output-format", output_format, REPORTS)
    elif to_file(output):
        output_format = choose_by_suffix("--output-format", output, BY_SUFFIX)
    if to_file(output) and baseline:
        raise UsageError("-o writes the report, --write-baseline lists its findings as known: run raci once for each.")
    wanted = Delivery(output_format or "text", output, baseline, force)
    for target in wanted.targets:
        refuse_to_replace(target, force=force)
    return wanted


def to_file(output: str) -> bool:
    """Whether this names a file, not standard output."""
    return output not in ("", "-")


def deliver(report: Report, wanted: Delivery, look: Style) -> None:
    """Put the result where it is wanted; failures are said on standard error too, unless they were just shown."""
    if wanted.baseline:
        _save_baseline(report, wanted)
        return
    _put(report, wanted, look)
    if wanted.report_format == "concise" and not look.quiet:
        _tell_notes(report)
    shown = report.checks and wanted.report_format == "text" and not wanted.output and sys.stdout.isatty()
    if not shown:
        _tell_failures(report)
    if wanted.report_format == "github":
        _append_step_summary(report)


def _put(report: Report, wanted: Delivery, look: Style) -> None:
    from raci_cli.files import save_text
    from raci_cli.reports import render_report

    text = render_report(wanted.report_format, report, look) if report.checks or wanted.report_format != "text" else ""
    if to_file(wanted.output):
        save_text(wanted.output, text, force=wanted.force)
        tell(f"wrote {wanted.output}")
    else:
        write(text, machine=wanted.report_format in MACHINE)


def _save_baseline(report: Report, wanted: Delivery) -> None:
    from raci_cli.config import baseline_text
    from raci_cli.files import save_text
    from raci_cli.rules.wording import counted

    path = wanted.baseline
    _tell_failures(report)
    save_text(path, baseline_text(report.checks, path), force=wanted.force)
    known = counted(len(report.findings), "known finding", "known findings")
    tell(f"wrote {path} with {known}; leave them out with --baseline {path}")


def _tell_failures(report: Report) -> None:
    for failure in report.failures:
        tell(f"error: {failure.message}")


def _tell_notes(report: Report) -> None:
    """What the lines of findings have no place for."""
    for place, note in report.told:
        tell(f"note: {place}: {note}" if place else f"note: {note}")


def _append_step_summary(report: Report) -> None:
    """GitHub shows few annotations per step; the whole report goes to the page of the run."""
    from raci_cli.reports.github import step_summary

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with open(path, "a", encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - GitHub's file, not ours
            file.write(step_summary(report))
    except OSError as error:
        tell(f"warning: the step summary {path} could not be written: {error.strerror}.")
