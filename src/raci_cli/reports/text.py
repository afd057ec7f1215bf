"""`raci validate` for people: the files, the findings by phase, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from raci_cli.model import Check, Failure, Finding, Report, Severity
from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.style import Style
from raci_cli.reports.summary import cell, place
from raci_cli.reports.text_summary import SIGNS, files_table, summary
from raci_cli.rules.wording import counted

_MARK = len("! warning")
_LONGEST_LINE = 100
"""Lines of running text that are longer than this are tiring to read, however wide the terminal."""
_SHORTEST_LINE = 32
"""Where less is left beside its mark, a text stands below it."""
_BELOW = 4
"""Cells that such a text is set in."""
_rule_and_advice = attrgetter("code", "advice")
_FOR = {1: "", 2: "Both: "}
"""Before an advice: how many findings it is for."""


def render(report: Report, style: Style) -> str:
    """The whole report; empty when only findings were asked for and there are none."""
    several = len(report.checks) + len(report.failures) > 1
    blocks = ["\n".join(files_table(report, style))] if several and not style.quiet else []
    for check in report.checks:
        shown = [finding for finding in check.findings if style.verbose or finding.severity is not Severity.INFO]
        if shown or not (several or style.quiet):
            blocks += [_heading(check, style), *_phases(check, shown, style)]
    blocks += [_failure(failure, style) for failure in report.failures]
    if not style.quiet:
        blocks += map("\n".join, summary(report, style))
    return "\n\n".join(blocks) + "\n" * bool(blocks)


def _heading(check: Check, style: Style) -> str:
    facts = f"{counted(check.activities, 'activity', 'activities')}, {counted(check.roles, 'role', 'roles')}"
    room = _room(style, 0)
    lines = [style.paint("strong", line) for line in wrap(check.title or place(check.location), room)]
    known = f"{place(check.location)}: {facts}" if check.title else facts.capitalize()
    lines += [style.paint("quiet", line) for line in wrap(known, room)]
    for note in () if style.quiet else check.notes:
        lines += [style.paint("warning", line) for line in wrap(f"Note: {note}", room)]
    return "\n".join(lines)


def _phases(check: Check, findings: Iterable[Finding], style: Style) -> Iterator[str]:
    """A block for each phase with findings, in the order of the sheet."""
    addresses = max((len(cell(finding.location)) for finding in check.findings), default=0)
    for title, found in _blocks(check, findings):
        if found:
            heading = [style.paint("phase", fit(title, style.width).rstrip())] if check.phases else []
            yield "\n".join([*heading, *_lines(found, addresses, style)])


def _blocks(check: Check, findings: Iterable[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Findings by phase: what concerns no activity comes first, an activity outside of all phases where it stands."""
    sheet: list[Finding] = []
    phases: dict[str, list[Finding]] = {phase: [] for phase in check.phases}
    outside: dict[str, list[Finding]] = {}
    last = ""
    for finding in findings:
        phase = finding.phase or (finding.activity if finding.activity in phases else "")
        if phase:
            phases.setdefault(phase, []).append(finding)
            last = phase
        else:
            (outside.setdefault(last, []) if last and finding.activity else sheet).append(finding)
    yield "The sheet", sheet
    for phase, found in phases.items():
        yield phase, found
        yield "Outside of the phases", outside.get(phase, [])


def _lines(findings: list[Finding], addresses: int, style: Style) -> Iterator[str]:
    """The findings; where several in a row come with the same advice, it stands once, below the last of them."""
    indent = _indent(addresses + _MARK + len(findings[0].code) + 8, style)
    below = f"\n{indent}"
    between = "  " if len(indent) > _BELOW else below
    room = _room(style, len(indent))
    marks = _marks(style)
    for (code, advice), run in groupby(findings, key=_rule_and_advice):
        several = list(run)
        rule = style.paint("strong", code)
        for finding in several:
            address = style.paint("address", cell(finding.location).ljust(addresses))
            text = below.join(wrap(finding.message, room))
            yield f"  {address}  {marks[finding.severity]}  {rule}{between}{text}"
        if advice:
            for line in wrap(_FOR.get(len(several), f"All {len(several)}: ") + advice, room):
                yield indent + style.paint("quiet", line)


@lru_cache
def _marks(style: Style) -> dict[Severity, str]:
    """How grave a finding is, as it is shown."""
    return {each: style.paint(each, fit(f"{SIGNS[each]} {each}", _MARK)) for each in Severity}


def _failure(failure: Failure, style: Style) -> str:
    mark = f"{SIGNS[Severity.ERROR]} could not be checked  "
    indent = _indent(width(mark), style)
    lines = wrap(failure.message, _room(style, len(indent)))
    between = "" if len(indent) > _BELOW else f"\n{indent}"
    return style.paint("error", mark) + between + f"\n{indent}".join(lines)


def _indent(mark: int, style: Style) -> str:
    """What stands before the second line of a text: the cells of its mark, or few where the terminal is narrow."""
    return " " * (mark if style.width - mark >= _SHORTEST_LINE else _BELOW)


def _room(style: Style, indent: int) -> int:
    return max(_SHORTEST_LINE, min(style.width - indent, _LONGEST_LINE))
