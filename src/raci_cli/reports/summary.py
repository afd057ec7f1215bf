"""What all the findings of a run come to, in sentences and counts that several output formats share."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raci_cli.model import Check, Finding, Location, Report, Severity
from raci_cli.rules.wording import counted

PLURALS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("remark", "remarks"),
}
"""What findings of a severity are called when they are counted."""

_FAULTS = {
    "RACI101": "without an accountable role",
    "RACI102": "with several accountable roles",
    "RACI103": "without a responsible role",
    "RACI104": "with several responsible roles",
}
_PLAIN_ARGUMENT = re.compile(r"[\w./\\:@%+=,-]+")
_QUOTABLE_ARGUMENT = re.compile(r'[^"$`!\x00-\x1f]+')


class RuleCount(NamedTuple):
    """How often a rule was broken, at one severity."""

    severity: Severity
    code: str
    name: str
    times: int


def headline(checks: Sequence[Check]) -> str:
    """What a leader wants to know: `58 activities: 31 in order, 26 without an accountable role`."""
    activities = sum(check.activities for check in checks)
    in_order = sum(check.in_order for check in checks)
    empty = activities - sum(check.filled_in for check in checks)
    parts = [f"{in_order or 'none'} in order" if in_order < activities else "all in order"]
    parts += [f"{empty} not filled in yet"] if empty else []
    quiet = in_order == activities and not any(check.findings or check.notes for check in checks)
    parts += ["nothing to settle"] if quiet else []
    parts += [f"{number} {_FAULTS[code]}" for code, number in sorted(_faulty(checks).items())]
    return f"{counted(activities, 'activity', 'activities')}: {', '.join(parts)}"


def _faulty(checks: Sequence[Check]) -> Counter[str]:
    """How many activities have each of the faults that keep them from being in order."""
    rows = {
        (number, finding.code, finding.phase, finding.activity, finding.location)
        for number, check in enumerate(checks)
        for finding in check.findings
        if finding.code in _FAULTS and finding.severity is Severity.ERROR
    }
    return Counter(code for _, code, *_ in rows)


def by_rule(findings: Iterable[Finding]) -> list[RuleCount]:
    """The rules that were broken, the gravest and then the most frequent first."""
    counts = Counter((finding.severity, finding.code, finding.name) for finding in findings)
    rules = [RuleCount(*rule, count) for rule, count in counts.items()]
    return sorted(rules, key=lambda rule: (rule.severity.rank, -rule.times, rule.code))


def by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, zeros included."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in Severity}


def place(location: Location) -> str:
    """The file and sheet for people: `plan.xlsx, sheet RACI`."""
    path = "standard input" if location.path == "-" else location.path
    if location.sheet is None:
        return path
    return f"{path}, {location.sheet if location.sheet.startswith('table ') else f'sheet {location.sheet}'}"


def cell(location: Location) -> str:
    """The address on its sheet: `C7`, or `line 31` in a text file of ours."""
    return location.a1 or (f"line {location.row}" if location.row else "")


def next_commands(report: Report) -> list[tuple[str, str]]:
    """What to type next, and what that gives."""
    rules, checks = by_rule(report.findings), report.checks
    commands = []
    if rules:
        commands.append((f"raci rules {rules[0].code}", "why this matters and how to settle it"))
    worst = max(checks, key=lambda check: check.activities - check.in_order, default=None)
    if worst and worst.location.path != "-":
        commands.append((f"raci show {_argument(worst.location.path)}", "the matrix as raci reads it"))
    return commands


def _argument(path: str) -> str:
    """A path as it can be typed: in the quotation marks that every shell knows, where they keep it from harm."""
    if _PLAIN_ARGUMENT.fullmatch(path):
        return path
    return f'"{path}"' if _QUOTABLE_ARGUMENT.fullmatch(path) else shlex.quote(path)
