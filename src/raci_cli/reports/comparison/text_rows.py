"""The activities of a comparison on a screen: those in dispute with every version, then those that are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from raci_cli.model.comparison import Comparison, RowComparison, RowKind
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.answers import Answer, answers, owners
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.table import beside, column, cut, quiet, room, shortened, titled
from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.show_grid import ink_of
from raci_cli.reports.style import Style
from raci_cli.rules.wording import counted

_MOST_ROWS = 40
"""Activities in dispute; a list of more is looked at with a pager, and with --all."""
_WIDEST_ROLES = 36
_INDENT = 6


def disputes(result: Result, style: Style) -> Iterator[list[str]]:
    """The activities about which the copies disagree, in the order of a workshop: first A, then R, then the rest."""
    comparison = result.comparison
    ranking = comparison.ranking
    if not ranking:
        return
    yield _in_dispute(comparison, style)
    shown = shortened(ranking, None if result.everything else _MOST_ROWS)
    said = [answers(comparison, index, everything=result.everything) for index in shown]
    cells = column((answer.said for several in said for answer in several), min(_WIDEST_ROLES, room(style) // 2 - 4))
    for number, (index, several) in enumerate(zip(shown, said, strict=True), start=1):
        row = comparison.rows[index]
        yield [
            *_heading(number, row, style),
            *_lines(several, comparison, cells, style),
            *_silent(comparison, row, style),
        ]
    if len(shown) < len(ranking):
        yield quiet(f"{len(ranking) - len(shown)} more in dispute: --all shows them.", style)


def _in_dispute(comparison: Comparison, style: Style) -> list[str]:
    """How many activities are in dispute, and about what."""
    scheme, ranking = comparison.scheme, comparison.ranking
    kinds = Counter(comparison.rows[index].kind for index in ranking)
    about = (
        (RowKind.ACCOUNTABLE, f"who is {scheme.meaning(scheme.accountable)}"),
        (RowKind.RESPONSIBLE, f"who is {scheme.meaning(scheme.responsible)}"),
        (RowKind.MINOR, "other letters"),
    )
    parts = (f"{kinds[kind]} about {what}" for kind, what in about if kinds[kind])
    title = f"{counted(len(ranking), 'activity', 'activities')} in dispute, the weightiest first"
    return [*titled(title, style), *quiet(", ".join(parts), style)]


def _heading(number: int, row: RowComparison, style: Style) -> list[str]:
    facts = words.facts(row)
    first, *rest = wrap(row.activity.label, max(20, room(style) - _INDENT))
    beginning = f"{number:>4}  "
    lines = [style.paint("strong", line) for line in (first, *rest)]
    if facts and width(first if not rest else rest[-1]) + width(facts) + _INDENT + 3 <= room(style):
        lines[-1] += "   " + style.paint("quiet", fit(facts, width(facts)))
    elif facts:
        lines += quiet(facts, style)
    return [(" " * _INDENT if index else beginning) + line for index, line in enumerate(lines)]


def _lines(several: Sequence[Answer], comparison: Comparison, cells: int, style: Style) -> Iterator[str]:
    for answer in several:
        letter = style.paint(ink_of(comparison.scheme, answer.letter), answer.letter) if answer.letter else " "
        first, *rest = beside(answer.said, answer.leaders, cells, style, _INDENT + 3)
        yield f"{'':{_INDENT}}{letter}  {first[_INDENT + 3 :]}"
        yield from rest


def _silent(comparison: Comparison, row: RowComparison, style: Style) -> list[str]:
    """Who has no vote, and why."""
    said = words.silent(comparison, row)
    return quiet("; ".join(said), style, _INDENT + 3) if said else []


def agreed(comparison: Comparison, style: Style) -> Iterator[list[str]]:
    """The activities on which all copies say the same, with who answers for them and who does the work."""
    rows = [row for row in comparison.rows if row.kind is RowKind.AGREED]
    if not rows:
        return
    cells = column((row.activity.label for row in rows), room(style) // 2)
    lines = [line for row in rows for line in beside(row.activity.label, owners(comparison, row), cells, style, 2)]
    yield [*titled(f"{counted(len(rows), 'activity', 'activities')} agreed", style), *lines]


def others(result: Result, style: Style) -> Iterator[list[str]]:
    """How many activities are agreed, and how many cannot be compared because fewer than two copies fill them in."""
    rows = result.comparison.rows
    agreed_rows = sum(row.kind is RowKind.AGREED for row in rows)
    if agreed_rows and not result.everything:
        yield quiet(f"{counted(agreed_rows, 'activity is', 'activities are')} the same in all letters.", style)
    for kind, what in ((RowKind.LONE, "filled in by one copy only"), (RowKind.EMPTY, "filled in by nobody")):
        names = [row for row in rows if row.kind is kind]
        if names:
            items = [_not_compared(result.comparison, row, style) for row in names]
            head = titled(f"{counted(len(names), 'activity', 'activities')} {what}", style)
            yield [*head, *cut(items, result.most, "of them", style)]


def _not_compared(comparison: Comparison, row: RowComparison, style: Style) -> list[str]:
    by = words.leader_names(comparison, [vote.copy for vote in row.votes])
    return list(beside(row.activity.label, by, min(40, room(style) // 2), style, 2))
