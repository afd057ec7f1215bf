"""The activities of a comparison as Markdown: those in dispute with every version, those agreed, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.model.comparison import Comparison, RowKind
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.answers import answers, owners
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.two import Two
from raci_cli.reports.escape import markdown
from raci_cli.reports.markdown import section, table
from raci_cli.rules.wording import counted

_NOT_COMPARED = ((RowKind.LONE, "Filled in by one copy only"), (RowKind.EMPTY, "Filled in by nobody"))


def disputes(result: Result) -> str:
    """The activities about which the copies disagree in the order of a workshop, a line for each version."""
    comparison = result.comparison
    head = ("", "Activity", "Phase", "", "Who", "According to")
    lines = (
        line
        for number, row in enumerate(comparison.ranking, start=1)
        for line in _dispute(comparison, number, row, everything=result.everything)
    )
    return section("In dispute", head, lines)


def _dispute(comparison: Comparison, number: int, index: int, *, everything: bool) -> Iterator[tuple[str, ...]]:
    row = comparison.rows[index]
    first = (str(number), row.activity.label, words.facts(row))
    said = [tuple(answer) for answer in answers(comparison, index, everything=everything)]
    for line in [*said, *(("", "", silent) for silent in words.silent(comparison, row))]:
        yield *first, *line
        first = ("", "", "")


def agreed(comparison: Comparison) -> str:
    """The activities on which all copies say the same."""
    rows = [row for row in comparison.rows if row.kind is RowKind.AGREED]
    lines = ((row.activity.label, row.activity.place, owners(comparison, row)) for row in rows)
    return section("Agreed", ("Activity", "Phase", "Who"), lines)


def others(result: Result) -> Iterator[str]:
    """How many activities are the same; then those that cannot be compared."""
    comparison = result.comparison
    if result.two_way:
        return
    same = sum(row.kind is RowKind.AGREED for row in comparison.rows)
    if same and not result.everything:
        yield f"{counted(same, 'activity is', 'activities are')} the same in all letters."
    for kind, title in _NOT_COMPARED:
        rows = [row for row in comparison.rows if row.kind is kind]
        lines = (
            (row.activity.label, row.activity.place, words.leader_names(comparison, [vote.copy for vote in row.votes]))
            for row in rows
        )
        yield section(title, ("Activity", "Phase", "By"), lines)


def changed(two: Two) -> Iterator[str]:
    """What changed from an earlier copy, or from the base, to a later one."""
    found, rows, roles = two.changes, two.comparison.rows, two.comparison.roles
    first, second = two.names
    yield f"{markdown(two.title)}: **{markdown(words.changed(found))}.**"
    names = [("role", *two.role_names(role)) for role in found.roles_renamed]
    pairs = map(two.activities, found.renamed)
    yield _table(("Renamed", first, second), names + [("activity", old.name, new.name) for old, new in pairs])
    pairs = map(two.activities, found.moved)
    yield _table(("Moved", first, second), [(new.name, old.phase, new.phase) for old, new in pairs])
    cells = [
        (rows[each.row].activity.label, roles[each.role].label, words.shown(each.before), words.shown(each.after))
        for each in found.cells
    ]
    yield _table(("Activity", "Role", first, second), cells)
    for side, name, some_roles, some_rows in (
        (two.later, f"Only in {second}", found.roles_added, found.added),
        (two.earlier, f"No longer in {second}", found.roles_removed, found.removed),
    ):
        lacking = [(roles[role].label, "role", two.holds(role, side)) for role in some_roles]
        lacking += [(rows[row].activity.label, "activity", two.owners(row, side)) for row in some_rows]
        yield _table((name, "Kind", "Holds"), lacking)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return table(head, rows) if rows else ""
