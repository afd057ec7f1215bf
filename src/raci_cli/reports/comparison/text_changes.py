"""`raci diff OLDER NEWER` for people: what changed from the first copy to the second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.model.comparison import Cell, CellState, Comparison
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.changes import Changes, RowChange, changes
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.table import beside, column, cut, quiet, room, titled
from raci_cli.reports.comparison.text_copies import doubtful, joined
from raci_cli.reports.screen import fit, wrap
from raci_cli.reports.show_grid import ink_of
from raci_cli.reports.style import Style
from raci_cli.rules.wording import counted

_MOST = 40
"""Changed activities; a list of more is looked at with a pager, and with --all."""
_WIDEST_ROLE = 36


def blocks(result: Result, style: Style) -> Iterator[list[str]]:
    """What was compared and what it comes to; then roles, activities by phase, and names that may be the same."""
    comparison = result.comparison
    found = changes(comparison, 0, 1)
    yield _head(comparison, found, style)
    if style.quiet:
        return
    yield _roles(comparison, found, style)
    yield _changed(result, found, style)
    for rows, sign, title in ((found.added, "+", "Only in"), (found.missing, "-", "No longer in")):
        yield _one_sided(result, rows, sign, title, style)
    yield joined(result, style)
    yield doubtful(result, style)


def summary(found: Changes) -> str:
    """All changes in numbers: `3 activities added, 1 missing; 7 cells changed in 5 activities`."""
    if found.nothing:
        return "Both say the same"
    cells = sum(bool(change.cells) for change in found.changed)
    parts = [
        (len(found.added), "activity added", "activities added"),
        (len(found.missing), "activity missing", "activities missing"),
        (sum(change.name is not None for change in found.changed), "activity renamed", "activities renamed"),
        (sum(change.phase is not None for change in found.changed), "activity moved", "activities moved"),
        (len(found.added_roles), "role added", "roles added"),
        (len(found.missing_roles), "role missing", "roles missing"),
        (len(found.renamed_roles), "role renamed", "roles renamed"),
    ]
    said = [counted(number, one, many) for number, one, many in parts if number]
    if found.cells:
        where = counted(cells, "activity", "activities")
        said.insert(0, f"{counted(found.cells, 'cell', 'cells')} with other letters in {where}")
    return ", ".join(said)


def _head(comparison: Comparison, found: Changes, style: Style) -> list[str]:
    first, second = comparison.leaders
    lines = titled(f"From {first} to {second}", style)
    lines += [style.paint("good" if found.nothing else "strong", line) for line in wrap(summary(found), room(style))]
    if comparison.agreement.comparable:
        lines += quiet(words.headline(comparison), style)
    if found.restated:
        cells = counted(found.restated, "cell", "cells")
        lines += quiet(f"{cells} without letters: blank in one, explicitly no part in the other", style)
    return lines


def _roles(comparison: Comparison, found: Changes, style: Style) -> list[str]:
    lines: list[str] = []
    for old, new in found.renamed_roles:
        lines += _signed("~", f"{old} → {new}", "", style)
    for sign, roles, side in (("+", found.added_roles, 1), ("-", found.missing_roles, 0)):
        for role in roles:
            lines += _signed(sign, comparison.roles[role].label, _holds(comparison, role, side), style)
    return [*titled("Roles", style), *lines] if lines else []


def _holds(comparison: Comparison, role: int, side: int) -> str:
    """How often a role holds each letter in one copy."""
    index = comparison.roles[role].indexes[side]
    held = "".join(
        assignment.letters
        for activity in comparison.copies[side].matrix.activities
        for assignment in activity.assignments
        if assignment.role == index
    )
    counts = [f"{letter} {held.count(letter)} times" for letter in comparison.scheme.alphabet if letter in held]
    return ", ".join(counts) or "holds no letter"


def _changed(result: Result, found: Changes, style: Style) -> list[str]:
    """The activities that both have, under their phases, each with what changed role by role."""
    comparison = result.comparison
    roles = (comparison.roles[cell.role].label for change in found.changed for cell in change.cells)
    cells = column(roles, min(_WIDEST_ROLE, room(style) // 2))
    lines = []
    most = len(found.changed) if result.everything else _MOST
    place = None
    for change in found.changed:
        item = []
        here = comparison.rows[change.row].activity.place
        if here != place and here:
            item += titled(here, style)
        place = here
        lines.append([*item, *_row(comparison, change, cells, style)])
    return list(cut(lines, most, "changed activities", style))


def _row(comparison: Comparison, change: RowChange, cells: int, style: Style) -> Iterator[str]:
    name = comparison.rows[change.row].activity.name
    yield from _signed("~", f"{change.name[0]} → {change.name[1]}" if change.name else name, "", style)
    if change.phase:
        old, new = (phase or "no phase" for phase in change.phase)
        yield from quiet(f"moved from {old} to {new}", style, 4)
    for cell in change.cells:
        label, *rest = wrap(comparison.roles[cell.role].label, cells)
        letters = (_painted(comparison, each, style) for each in (cell.before, cell.after))
        yield f"    {fit(label, cells)}  {' → '.join(letters)}"
        yield from (f"    {line}" for line in rest)


def _painted(comparison: Comparison, cell: Cell, style: Style) -> str:
    ink = ink_of(comparison.scheme, cell.letters) if cell.state is CellState.VALUE else "quiet"
    return style.paint(ink, words.shown(cell))


def _one_sided(result: Result, rows: Sequence[int], sign: str, title: str, style: Style) -> list[str]:
    """The activities that one of both has, with who answers for them and who does the work."""
    comparison = result.comparison
    copy = 1 if sign == "+" else 0
    if not rows:
        return []
    items = [
        list(_signed(sign, comparison.rows[row].activity.name, _owners(comparison, row, copy), style)) for row in rows
    ]
    most = len(items) if result.everything else _MOST
    return [*titled(f"{title} {comparison.leaders[1]}", style), *cut(items, most, "activities", style)]


def _owners(comparison: Comparison, row: int, copy: int) -> str:
    """Who answers for an activity in one copy and who does the work."""
    scheme = comparison.scheme
    cells = comparison.cells(row, copy)
    held = [
        f"{letter} {words.role_names(comparison, holders)}"
        for letter in (scheme.accountable, scheme.responsible)
        if letter and (holders := [role for role, cell in enumerate(cells) if letter in cell.letters])
    ]
    return ", ".join(held) or "blank"


def _signed(sign: str, name: str, more: str, style: Style) -> Iterator[str]:
    """A line of the diff, `+`, `-` or `~`, with something beside the name where there is room."""
    cells = column([name], room(style) // 2 if more else room(style) - 4)
    first, *rest = beside(name, more, cells, style, 2)
    yield f"{style.paint(_INKS[sign], sign)} {first[2:]}"
    yield from rest


_INKS = {"+": "good", "-": "error", "~": "warning"}
