"""`raci validate` for people: the files, the findings by phase, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
_SHORTEST_LINE = 24
_FOR = {1: "", 2: "Both: "}
"""Before an advice: how many findings it is for."""


def render(report: Report, style: Style) -> str:
    """The whole report; empty when only findings were asked for and there are none."""
    several = len(report.checks) + len(report.failures) > 1
    blocks = [files_table(report, style)] if several and not style.quiet else []
    for check in report.checks:
        shown = [finding for finding in check.findings if style.verbose or finding.severity is not Severity.INFO]
        if shown or not (several or style.quiet):
            blocks += [_heading(check, style), *_phases(check, shown, style)]
    blocks += [_failure(failure, style) for failure in report.failures]
    if not style.quiet:
        blocks += summary(report, style)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n" * bool(blocks)


def _heading(check: Check, style: Style) -> list[str]:
    facts = f"{counted(check.activities, 'activity', 'activities')}, {counted(check.roles, 'role', 'roles')}"
    room = _room(style, 0)
    lines = [style.paint("strong", line) for line in wrap(check.title or place(check.location), room)]
    known = f"{place(check.location)}: {facts}" if check.title else facts.capitalize()
    lines += [style.paint("quiet", line) for line in wrap(known, room)]
    for note in () if style.quiet else check.notes:
        lines += [style.paint("warning", line) for line in wrap(f"Note: {note}", room)]
    return lines


def _phases(check: Check, findings: Iterable[Finding], style: Style) -> Iterator[list[str]]:
    """A block for each phase with findings, in the order of the sheet."""
    addresses = max((len(cell(finding.location)) for finding in check.findings), default=0)
    for title, found in _blocks(check, findings):
        if found:
            heading = [style.paint("phase", fit(title, style.width).rstrip())] if check.phases else []
            yield [*heading, *_lines(found, addresses, style)]


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
    indent = f"  {'':{addresses}}  {'':{_MARK}}  {'':{len(findings[0].code)}}  "
    room = _room(style, len(indent))
    for (code, advice), run in groupby(findings, key=attrgetter("code", "advice")):
        several = list(run)
        for severity, alike in groupby(several, key=attrgetter("severity")):
            mark = _mark(severity, code, style)
            for finding in alike:
                first, *rest = wrap(finding.message, room)
                address = style.paint("address", fit(cell(finding.location), addresses)) if addresses else ""
                yield f"  {address}  {mark}  {first}"
                yield from (indent + line for line in rest)
        if advice:
            advice_lines = wrap(_FOR.get(len(several), f"All {len(several)}: ") + advice, room)
            yield from (indent + style.paint("quiet", line) for line in advice_lines)


def _mark(severity: Severity, code: str, style: Style) -> str:
    """How grave it is, and the rule's code."""
    mark = style.paint(severity, fit(f"{SIGNS[severity]} {severity}", _MARK))
    return f"{mark}  {style.paint('strong', code)}"


def _failure(failure: Failure, style: Style) -> list[str]:
    mark = f"{SIGNS[Severity.ERROR]} could not be checked  "
    first, *rest = wrap(failure.message, _room(style, width(mark)))
    return [style.paint("error", mark) + first, *(" " * width(mark) + line for line in rest)]


def _room(style: Style, indent: int) -> int:
    return max(_SHORTEST_LINE, min(style.width - indent, _LONGEST_LINE))
