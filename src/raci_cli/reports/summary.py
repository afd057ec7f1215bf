"""What all the findings of a run come to, in sentences and counts that several output formats share."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter
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
    "RACI001": ("cell with no letter of the scheme", "cells with no letter of the scheme"),
    "RACI004": ("listed twice", "listed twice"),
    "RACI005": ("role listed twice", "roles listed twice"),
    "RACI012": ("column or row without a name", "columns or rows without a name"),
    "RACI101": ("without an accountable role", "without an accountable role"),
    "RACI102": ("with several accountable roles", "with several accountable roles"),
    "RACI103": ("without a responsible role", "without a responsible role"),
    "RACI104": ("with several responsible roles", "with several responsible roles"),
    "RACI302": ("moment of truth without one accountable role", "moments of truth without one accountable role"),
}
"""What keeps activities from being in order, where that has a plain name."""
_COUNTED_APART = "RACI100"
_PLAIN_ARGUMENT = re.compile(r"[\w./\\:@%+=,-]+")
_QUOTABLE_ARGUMENT = re.compile(r'[^"$`!\x00-\x1f]+')


class RuleCount(NamedTuple):
    """How often a rule was broken, at one severity."""

    severity: Severity
    code: str
    name: str
    times: int


def headline(report: Report) -> str:
    """What a leader wants to know: `58 activities: 31 in order, 26 without an accountable role`."""
    activities = sum(check.activities for check in report.checks)
    unread = counted(len(report.failures), "file", "files") + " could not be checked"
    parts = [*(_state(report, activities) if report.checks else ()), *([unread] if report.failures else ())]
    return ", ".join(parts) + _unchecked(report.checks)


def standing(report: Report) -> str:
    """What may be said of activities with which nothing is wrong; less where not all could be checked, or is well."""
    looked_at_all = not any(check.unchecked for check in report.checks)
    only_warnings = not any(check.faults for check in report.checks) and report.worst is Severity.WARNING
    return "in order" if looked_at_all and not only_warnings else "without errors"


def share(report: Report) -> int:
    """How many of a hundred activities are in order, rounded, but 0 only for none and 100 only for all."""
    activities = sum(check.activities for check in report.checks)
    in_order = sum(check.in_order for check in report.checks)
    if in_order in (0, activities):
        return 100 * in_order // max(1, activities)
    return min(99, max(1, round(100 * in_order / activities)))


def _state(report: Report, activities: int) -> Iterator[str]:
    """How many activities are in order, and what is wrong with the others."""
    if not activities:
        yield "no activities yet, so nothing could be checked"
        return
    in_order = sum(check.in_order for check in report.checks)
    empty = activities - sum(check.filled_in for check in report.checks)
    how = f"{in_order or 'none'} {standing(report)}"
    if in_order == activities:
        how = "all in order" if standing(report) == "in order" else "no errors"
    yield f"{counted(activities, 'activity', 'activities')}: {how}"
    hollow = sum(not check.activities for check in report.checks)
    to_settle = hollow or report.findings or report.failures or any(check.notes for check in report.checks)
    if in_order == activities and not to_settle:
        yield "nothing to settle"
    if empty:
        yield f"{empty} not filled in yet"
    faults: Counter[str] = Counter()
    for check in report.checks:
        faults.update(dict(check.faults))
    for code, times in sorted(faults.items(), key=lambda fault: (-fault[1], fault[0])):
        if code != _COUNTED_APART:
            yield counted(times, *_FAULTS.get(code, (f"error of {code}", f"errors of {code}")))
    if hollow:
        yield counted(hollow, "matrix without activities", "matrices without activities")


def _unchecked(checks: Sequence[Check]) -> str:
    """What no letter says, and so nobody checked, after a semicolon; in how many of the matrices, if not in all."""
    without = [check for check in checks if check.unchecked]
    if not without:
        return ""
    where = "" if len(without) == len(checks) else f" in {len(without)} of {len(checks)} matrices"
    return f"; not checked{where}: {' and '.join(sorted({what for check in without for what in check.unchecked}))}"


def by_rule(findings: Iterable[Finding]) -> list[RuleCount]:
    """The rules that were broken, the gravest and then the most frequent first."""
    counts = Counter(map(attrgetter("severity", "code", "name"), findings))
    rules = [RuleCount(*rule, count) for rule, count in counts.items()]
    return sorted(rules, key=lambda rule: (rule.severity.rank, -rule.times, rule.code))


def by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, zeros included."""
    severities = [finding.severity for finding in findings]
    return {severity: severities.count(severity) for severity in Severity}


def place(location: Location) -> str:
    """The file and sheet for people: `plan.xlsx, sheet RACI`."""
    path = "standard input" if location.path == "-" else location.path
    if location.sheet is None:
        return path
    return f"{path}, {location.sheet if location.sheet.startswith('table ') else f'sheet {location.sheet}'}"


def cell(location: Location) -> str:
    """The address on its sheet: `C7`, or `line 31` in a text file of ours."""
    return location.a1 or (f"line {location.row}" if location.row else "")


def next_commands(rules: Sequence[RuleCount], checks: Sequence[Check]) -> list[tuple[str, str]]:
    """What to type next, and what that gives; `rules` are those that the checks found broken."""
    commands = []
    if rules:
        commands.append((f"raci rules {rules[0].code}", "why this matters and how to settle it"))
    worst = max(checks, key=lambda check: check.activities - check.in_order, default=None)
    if worst and worst.location.path != "-":
        commands.append((f"raci show {argument(worst.location.path)}", "the matrix as raci reads it"))
    return commands


def free_name(name: str, taken: Collection[str]) -> str:
    """This name for a new file; where it is taken, the same with the next free number: `final-2.xlsx`."""
    stem, _, suffix = name.rpartition(".")
    names = (name, *(f"{stem}-{number}.{suffix}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def repeated(options: Iterable[tuple[str, str]]) -> list[str]:
    """Options as they can be typed again: `--base plan.xlsx`, `--strict`."""
    return [f"{option} {argument(value)}" if value else option for option, value in options]


def argument(path: str) -> str:
    """A path as it can be typed: in the quotation marks that every shell knows, where they keep it from harm."""
    path = f"./{path}" if path.startswith("-") else path
    if _PLAIN_ARGUMENT.fullmatch(path):
        return path
    return f'"{path}"' if _QUOTABLE_ARGUMENT.fullmatch(path) else shlex.quote(path)
