"""The ends of the text report: the table of files at its top, and what everything comes to at its bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from raci_cli.model import Check, Report, Severity
from raci_cli.reports.screen import fit, fit_end, width, wrap
from raci_cli.reports.style import Style
from raci_cli.reports.summary import PLURALS, RuleCount, by_rule, by_severity, headline, next_commands, share, standing
from raci_cli.rules.wording import counted

SIGNS = {Severity.ERROR: "\N{MULTIPLICATION SIGN}", Severity.WARNING: "!", Severity.INFO: "i"}
"""A sign beside the word, for the eye; both are there without colour too."""

_COLUMNS = ("activities", "filled in", "in order", "errors", "warnings")
_BAR = 40
_LONGEST_MARK, _LONGEST_RULE = len("! warning"), 30
_SHORTEST_NAME = 24
"""Cells of a file's name; where less is left beside the numbers, these stand below it."""


def files_table(report: Report, style: Style) -> list[str]:
    """A line for each matrix and for each file that could not be checked, and their sum."""
    if style.width - sum(len(column) + 2 for column in _COLUMNS) < _SHORTEST_NAME:
        return list(_files_list(report, style))
    names = [str(check.location) for check in report.checks] + [failure.path for failure in report.failures]
    numbers = sum(len(column) + 2 for column in _COLUMNS)
    room = max(12, min(max(width(name) for name in names), style.width - numbers))
    head = "".join(f"  {column}" for column in _COLUMNS)
    lines = [style.paint("quiet", fit("", room) + head)]
    lines += [fit_end(str(check.location), room) + _numbers((check,), style) for check in report.checks]
    lines += [_unreadable(failure.path, room, style) for failure in report.failures]
    if len(report.checks) > 1:
        lines += [style.paint("quiet", "─" * (room + numbers)), fit("Total", room) + _numbers(report.checks, style)]
    return lines


def _files_list(report: Report, style: Style) -> Iterator[str]:
    """The same where the terminal is narrow: the numbers below the names."""
    sums = [("Total", report.checks)] if len(report.checks) > 1 else []
    for name, checks in [*((str(check.location), (check,)) for check in report.checks), *sums]:
        yield style.paint("strong", fit_end(name, style.width).rstrip())
        for line in wrap(_in_words(checks), style.width - 2):
            yield f"  {line}"
    for failure in report.failures:
        yield style.paint("strong", fit_end(failure.path, style.width).rstrip())
        yield "  " + style.paint("error", f"{SIGNS[Severity.ERROR]} could not be checked")


def _in_words(checks: Sequence[Check]) -> str:
    found = by_severity(chain.from_iterable(check.findings for check in checks))
    activities = counted(sum(check.activities for check in checks), "activity", "activities")
    filled_in, in_order = sum(check.filled_in for check in checks), sum(check.in_order for check in checks)
    errors, warnings = (counted(found[each], *PLURALS[each]) for each in (Severity.ERROR, Severity.WARNING))
    return f"{activities}, {filled_in} filled in, {in_order} in order, {errors}, {warnings}"


def _numbers(checks: Sequence[Check], style: Style) -> str:
    activities = sum(check.activities for check in checks)
    in_order = sum(check.in_order for check in checks)
    found = by_severity(chain.from_iterable(check.findings for check in checks))
    cells = (
        (activities, "plain"),
        (sum(check.filled_in for check in checks), "plain"),
        (in_order, "good" if in_order == activities and not any(check.unchecked for check in checks) else "plain"),
        (found[Severity.ERROR], "error"),
        (found[Severity.WARNING], "warning"),
    )
    return "".join(
        f"  {style.paint(ink if number else 'quiet', f'{number:>{len(column)}}')}"
        for (number, ink), column in zip(cells, _COLUMNS, strict=True)
    )


def _unreadable(path: str, room: int, style: Style) -> str:
    return fit_end(path, room) + "  " + style.paint("error", f"{SIGNS[Severity.ERROR]} could not be checked")


def summary(report: Report, style: Style) -> Iterator[list[str]]:
    """The blocks at the end: the headline, the rules, what was left out, and what to do next."""
    rules = by_rule(report.findings)
    yield _headline(report, style)
    if rules:
        yield _rules(rules, style)
    if left_out := [
        style.paint("quiet", line) for text in _left_out(report, rules, style) for line in wrap(text, style.width)
    ]:
        yield left_out
    if notes := [style.paint("warning", line) for note in report.notes for line in wrap(f"Note: {note}", style.width)]:
        yield notes
    if commands := next_commands(rules, report.checks):
        yield next_lines(commands, style)


def _headline(report: Report, style: Style) -> list[str]:
    activities = sum(check.activities for check in report.checks)
    lines = [style.paint("strong", line) for line in wrap(headline(report), style.width)]
    if not activities:
        return lines
    says = f"  {share(report)} % {standing(report)}"
    length = max(0, min(_BAR, style.width - len(says)))
    full = length * sum(check.in_order for check in report.checks) // activities
    return [*lines, style.bar(full, length) + says]


def _rules(rules: Sequence[RuleCount], style: Style) -> list[str]:
    """A line for each rule; where the terminal is narrow, with a sign alone for how grave it is."""
    room = max(len(str(rule.times)) for rule in rules)
    beside = style.width - len(f"  {'':{room}}    RACI000  ")
    is_wide = beside >= _LONGEST_MARK + _LONGEST_RULE
    marks = {each: fit(f"{sign} {each}", _LONGEST_MARK) if is_wide else sign for each, sign in SIGNS.items()}
    return [
        f"  {rule.times:>{room}}  {style.paint(rule.severity, mark)}  {style.paint('strong', rule.code)}"
        f"  {fit(rule.name, beside - width(mark)).rstrip()}"
        for rule in rules
        for mark in [marks[rule.severity]]
    ]


def _left_out(report: Report, rules: Sequence[RuleCount], style: Style) -> Iterator[str]:
    remarks = sum(rule.times for rule in rules if rule.severity is Severity.INFO)
    excused = sum(check.excused for check in report.checks)
    if remarks and not style.verbose:
        yield f"{counted(remarks, *PLURALS[Severity.INFO])} not shown; -v lists them."
    if excused:
        yield f"{counted(excused, 'finding', 'findings')} excused."
    if report.skipped:
        count = counted(len(report.skipped), "file", "files")
        yield f"{count} without a matrix skipped{':' if style.verbose else '; -v lists them.'}"
        yield from (f"  {path}" for path in (report.skipped if style.verbose else ()))


def next_lines(commands: Sequence[tuple[str, str]], style: Style) -> list[str]:
    """What to type next; why, where there is room to say it."""
    room = max(width(command) for command, _ in commands)
    lines = []
    for number, (command, purpose) in enumerate(commands):
        line = f"{'     ' if number else 'Next:'} {style.paint('command', fit(command, width(command)))}"
        if room + len("Next:   ") + width(purpose) <= style.width:
            line += f"{'':{room - width(command)}}  {style.paint('quiet', purpose)}"
        lines.append(line)
    return lines
