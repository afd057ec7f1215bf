"""A report for programs. `document` says what each field means; `raci schema report` prints its schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from raci_cli.model import Check, Finding, Report, Severity
from raci_cli.reports.escape import json_text
from raci_cli.reports.style import Style
from raci_cli.reports.summary import by_rule, by_severity, headline

if TYPE_CHECKING:
    from raci_cli.reports.document import FindingDocument, MatrixDocument, ReportDocument, SummaryDocument


def render(report: Report, _style: Style) -> str:
    """The report as one JSON object."""
    return json_text(json.dumps(_report(report), ensure_ascii=False, indent=2)) + "\n"


def _report(report: Report) -> ReportDocument:
    return {
        "schema_version": 1,
        "summary": _summary(report),
        "matrices": [_matrix(check) for check in report.checks],
        "failures": [{"path": failure.path, "message": failure.message} for failure in report.failures],
        "skipped": list(report.skipped),
        "notes": list(report.notes),
    }


def _summary(report: Report) -> SummaryDocument:
    severities = by_severity(report.findings)
    rules: dict[str, int] = {}
    for rule in by_rule(report.findings):
        rules[rule.code] = rules.get(rule.code, 0) + rule.times
    return {
        "headline": headline(report),
        "matrices": len(report.checks),
        "activities": sum(check.activities for check in report.checks),
        "filled_in": sum(check.filled_in for check in report.checks),
        "in_order": sum(check.in_order for check in report.checks),
        "findings": {
            "error": severities[Severity.ERROR],
            "warning": severities[Severity.WARNING],
            "info": severities[Severity.INFO],
        },
        "rules": dict(sorted(rules.items())),
        "excused": sum(check.excused for check in report.checks),
        "failures": len(report.failures),
        "skipped": len(report.skipped),
    }


def _matrix(check: Check) -> MatrixDocument:
    return {
        "path": check.location.path,
        "sheet": check.location.sheet,
        "title": check.title,
        "scheme": check.scheme,
        "roles": check.roles,
        "activities": check.activities,
        "filled_in": check.filled_in,
        "in_order": check.in_order,
        "excused": check.excused,
        "unchecked": list(check.unchecked),
        "phases": list(check.phases),
        "notes": list(check.notes),
        "findings": [_finding(finding) for finding in check.findings],
    }


def _finding(finding: Finding) -> FindingDocument:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        "path": finding.location.path,
        "sheet": finding.location.sheet,
        "cell": finding.location.a1 or None,
        "row": finding.location.row or None,
        "column": finding.location.column or None,
        "phase": finding.phase,
        "activity": finding.activity,
        "role": finding.role,
        "fingerprint": finding.fingerprint,
    }
