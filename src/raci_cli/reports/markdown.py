"""A report for pull requests and for the summary page of a CI step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from raci_cli.model import Check, Finding, Report, Severity
from raci_cli.reports.escape import markdown
from raci_cli.reports.style import Style
from raci_cli.reports.summary import by_severity, cell, headline, place

_FILES = ("Matrix", "Activities", "Filled in", "In order", "Errors", "Warnings", "Remarks")
_SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.INFO: "ℹ️ info"}  # noqa: RUF001 - GitHub's own


def render(report: Report, _style: Style) -> str:
    """The headline, a table of the matrices, a table of findings for each, and the files that could not be checked."""
    blocks = ["## RACI check", f"**{headline(report)}.**", *(f"> Note: {markdown(note)}" for note in report.notes)]
    if report.checks:
        blocks.append(_files(report.checks))
    for check in report.checks:
        blocks += _matrix(check)
    if report.failures:
        blocks += ["### Could not be checked", table(("File", "Why"), ((f.path, f.message) for f in report.failures))]
    return "\n\n".join(blocks) + "\n"


def _files(checks: Iterable[Check]) -> str:
    return table(_FILES, (_numbers(check) for check in checks), numbers=len(_FILES) - 1)


def _numbers(check: Check) -> tuple[str, ...]:
    found = by_severity(check.findings)
    numbers = (check.activities, check.filled_in, check.in_order, *found.values())
    return (place(check.location), *map(str, numbers))


def _matrix(check: Check) -> list[str]:
    """The findings of one matrix; nothing when there are none and nothing has to be said."""
    if not (check.findings or check.notes or check.excused):
        return []
    blocks = [f"### {markdown(place(check.location))}", *(f"> Note: {markdown(note)}" for note in check.notes)]
    if check.findings:
        blocks.append(table(("Cell", "", "Rule", "Phase", "What is wrong", "What to do"), map(_row, check.findings)))
    if check.excused:
        blocks.append(f"Findings excused: {check.excused}.")
    return blocks


def _row(finding: Finding) -> tuple[str, ...]:
    sign = _SIGNS[finding.severity]
    return cell(finding.location), sign, finding.code, finding.phase, finding.message, finding.advice


def section(title: str, head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """A table with a title; nothing at all where it has no rows."""
    lines = list(rows)
    return f"### {markdown(title)}\n\n{table(head, lines, numbers)}" if lines else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """A table; the last so many columns are numbers and stand to the right."""
    rule = ["---"] * (len(head) - numbers) + ["---:"] * numbers
    titles, *lines = (tuple(map(markdown, line)) for line in (head, *rows))
    return "\n".join(f"| {' | '.join(line)} |" for line in (titles, rule, *lines))
