"""JUnit XML, which every CI server reads: a test suite for each matrix, a failed test for each finding."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.model import Check, Failure, Finding, Report, Severity
from raci_cli.reports.escape import xml
from raci_cli.reports.style import Style


def render(report: Report, _style: Style) -> str:
    """The report. Remarks are passed tests with a text; a matrix in order is one passed test; so it is never empty."""
    failures = sum(_failed(check) for check in report.checks)
    tests = sum(max(1, len(check.findings)) for check in report.checks) + len(report.failures)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="raci" tests="{tests}" failures="{failures}" errors="{len(report.failures)}">',
        *(_suite(check) for check in report.checks),
        *(_error(failure) for failure in report.failures),
        *_run_notes(report.notes),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _failed(check: Check) -> int:
    return sum(finding.severity is not Severity.INFO for finding in check.findings)


def _suite(check: Check) -> str:
    name = xml(str(check.location))
    cases = [_case(finding, name) for finding in check.findings] or [
        f'    <testcase name="No findings" classname="{name}"/>'
    ]
    head = f'  <testsuite name="{name}" tests="{len(cases)}" failures="{_failed(check)}" errors="0">'
    return "\n".join([head, *cases, *_told(check.notes), "  </testsuite>"])


def _case(finding: Finding, suite: str) -> str:
    name = xml(f"{finding.code} {finding.location.within}".rstrip())
    told = xml(f"{finding.message} {finding.advice}".rstrip())
    if finding.severity is Severity.INFO:
        result = f"<system-out>{told}</system-out>"
    else:
        result = f'<failure type="{finding.severity}" message="{xml(finding.message)}">{told}</failure>'
    return f'    <testcase name="{name}" classname="{suite}">{result}</testcase>'


def _told(notes: Sequence[str]) -> list[str]:
    """What belongs to no test."""
    return [f"    <system-out>{chr(10).join(map(xml, notes))}</system-out>"] if notes else []


def _run_notes(notes: Sequence[str]) -> list[str]:
    """Notes about the run as a whole need a suite to stand in."""
    head = '  <testsuite name="raci" tests="0" failures="0" errors="0">'
    return [head, *_told(notes), "  </testsuite>"] if notes else []


def _error(failure: Failure) -> str:
    name = xml(failure.path)
    return (
        f'  <testsuite name="{name}" tests="1" failures="0" errors="1">\n'
        f'    <testcase name="Could not be checked" classname="{name}">'
        f'<error type="unreadable" message="{xml(failure.message)}"/></testcase>\n'
        "  </testsuite>"
    )
