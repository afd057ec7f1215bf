"""Annotations for GitHub Actions, and the summary page of a step.

A workbook has no lines to annotate, so the message names the cell. GitHub shows only the first few annotations of a
step; the summary holds all findings.
"""

from __future__ import annotations

from raci_cli.model import Report, Severity
from raci_cli.reports import markdown
from raci_cli.reports.escape import github_message, github_property
from raci_cli.reports.style import Style

_LARGEST_SUMMARY = 1_000_000
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, _style: Style) -> str:
    """An annotation for each finding, for each file that could not be checked, and for each note."""
    lines = [
        _annotation(
            _LEVELS[finding.severity],
            f"raci ({finding.code})",
            finding.location.path,
            f"{finding.location}: {finding.code} {finding.message} {finding.advice}".rstrip(),
        )
        for finding in report.findings
    ]
    lines += [_annotation("error", "raci", failure.path, failure.message) for failure in report.failures]
    lines += [
        _annotation("notice", "raci", place.path if place else "", f"{place}: {note}" if place else note)
        for place, note in report.told
    ]
    return "".join(f"{line}\n" for line in lines)


def step_summary(report: Report) -> str:
    """What belongs at the end of the file that $GITHUB_STEP_SUMMARY names; GitHub takes no more than a mebibyte."""
    text = markdown.render(report, Style()).encode()
    if len(text) <= _LARGEST_SUMMARY:
        return text.decode()
    return text[:_LARGEST_SUMMARY].decode(errors="ignore").rpartition("\n")[0] + "\n\nThe rest is in the log.\n"


def _annotation(level: str, title: str, path: str, message: str) -> str:
    file = f",file={github_property(path.replace(chr(92), '/'))}" if path else ""
    return f"::{level} title={github_property(title)}{file}::{github_message(message)}"
