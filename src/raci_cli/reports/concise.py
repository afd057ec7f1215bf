"""One line a finding, which editors and terminals make clickable: `plan.xlsx:RACI!C7: RACI101 error: ...`."""

from __future__ import annotations

from raci_cli.model import Report
from raci_cli.reports.escape import visible
from raci_cli.reports.style import Style


def render(report: Report, _style: Style) -> str:
    """The findings of every severity, in order, and then the files that could not be checked."""
    lines = [f"{finding.location}: {finding.code} {finding.severity}: {finding.message}" for finding in report.findings]
    lines += [f"{failure.path}: could not be checked: {failure.message}" for failure in report.failures]
    return "".join(f"{visible(line)}\n" for line in lines)
