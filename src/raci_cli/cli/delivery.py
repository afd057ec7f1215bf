"""Where results go: to the terminal or a file, in which form; of `raci validate` also to a baseline and a CI step."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.cli.choose import choose_by_suffix
from raci_cli.cli.terminal import style, tell, write, write_bytes

if TYPE_CHECKING:
    from raci_cli.model import Report
    from raci_cli.reports import Style

WORKBOOK = "xlsx"
_BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".txt": "text"}


class Output(NamedTuple):
    """Where one result goes, and in which form."""

    form: str
    path: str
    """A file; empty for standard output."""
    force: bool

    def refuse_inputs(self, inputs: Iterable[str]) -> None:
        """Not even with --force does a result go over what is read.

        Raises:
            OutputError: it would.
        """
        from raci_cli.files.save import refuse_inputs

        if self.path:
            refuse_inputs(self.path, inputs)

    def look(self, color: str, *, verbose: bool = False, quiet: bool = False) -> Style:
        """How a text is laid out there: without colour in a file."""
        return style("never" if self.path else color, verbose=verbose, quiet=quiet)

    def put(self, result: str | bytes, about: str = "") -> None:
        """Save or print the result; what is told of a file says what it is `about`.

        Raises:
            OutputError: the file cannot be written.
        """
        from raci_cli.files.save import save_bytes

        if self.path:
            data = result if isinstance(result, bytes) else result.encode("utf-8", errors="replace")
            save_bytes(self.path, data, force=self.force)
            tell(f"wrote {self.path}: {about}" if about else f"wrote {self.path}")
        elif isinstance(result, bytes):
            write_bytes(result)
        else:
            write(result, machine=self.form != "text")


def output_of(form: str, output: str, forms: Collection[str], by_suffix: dict[str, str], *, force: bool) -> Output:
    """What `--output-format` and `--output` ask for, once it is sure that it could be written.

    Raises:
        UsageError: there is no such form, or a workbook would go to a terminal.
        OutputError: the file exists and `force` is not given, or it is a folder or a device.
    """
    from raci_cli.config import choose
    from raci_cli.errors import UsageError
    from raci_cli.files.save import refuse_to_replace

    path = output if to_file(output) else ""
    if form:
        form = choose("--output-format", form, forms)
    elif path:
        form = choose_by_suffix("--output-format", path, by_suffix)
    if form == WORKBOOK and not path and sys.stdout.isatty():
        raise UsageError("A workbook is nothing to look at in a terminal: name a file, such as `-o result.xlsx`.")
    if path:
        refuse_to_replace(path, force=force)
    return Output(form or "text", path, force)


def to_file(output: str) -> bool:
    """Whether this names a file, not standard output."""
    return output not in ("", "-")


class Delivery(NamedTuple):
    """What is wanted of a report, and where."""

    output: Output
    baseline: str
    """A file that is to list the findings instead; empty for none."""

    @property
    def targets(self) -> list[str]:
        """The files to write."""
        return [target for target in (self.output.path, self.baseline) if to_file(target)]


def delivery(output_format: str, output: str, baseline: str, *, force: bool) -> Delivery:
    """What the options ask for, once it is sure that it could be written.

    Raises:
        UsageError: a format does not exist, or a report and a baseline are to be the same file.
        OutputError: a file exists and `force` is not given, or it is a folder or a device.
    """
    from raci_cli.errors import UsageError
    from raci_cli.files.save import refuse_to_replace
    from raci_cli.reports import REPORTS

    if to_file(output) and baseline:
        raise UsageError("-o writes the report, --write-baseline lists its findings as known: run raci once for each.")
    wanted = Delivery(output_of(output_format, output, REPORTS, _BY_SUFFIX, force=force), baseline)
    if baseline:
        refuse_to_replace(baseline, force=force)
    return wanted


def deliver(report: Report, wanted: Delivery, look: Style) -> None:
    """Put the result where it is wanted; failures are said on standard error too, unless they were just shown."""
    from raci_cli.reports import render_report

    if wanted.baseline:
        _save_baseline(report, wanted)
        return
    form = wanted.output.form
    has_text = bool(report.checks) or form != "text"
    wanted.output.put(render_report(form, report, look) if has_text else "")
    if form == "concise" and not look.quiet:
        _tell_notes(report)
    if wanted.output.path or not (has_text and sys.stdout.isatty()):
        _tell_failures(report)
    if form == "github":
        _append_step_summary(report)


def _save_baseline(report: Report, wanted: Delivery) -> None:
    from raci_cli.config import baseline_text
    from raci_cli.files.save import save_text
    from raci_cli.rules.wording import counted

    path = wanted.baseline
    _tell_failures(report)
    save_text(path, baseline_text(report.checks, path), force=wanted.output.force)
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
