"""`raci diff OLDER NEWER` for people: what changed from the first copy to the second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from raci_cli.compare import CellChange, Changes, changes
from raci_cli.model import NOTHING, Activity
from raci_cli.model.comparison import Cell, CellState, Comparison
from raci_cli.reports.comparison import words
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
_LETTERS = attrgetter("letters")
_INKS = {"+": "good", "-": "error", "~": "warning"}


def blocks(result: Result, style: Style) -> Iterator[list[str]]:
    """What was compared and what it comes to; then roles, activities by phase, and names that may be the same."""
    comparison = result.comparison
    found = changes(comparison, later=1, earlier=0)
    yield _head(comparison, found, style)
    if style.quiet:
        return
    yield _roles(comparison, found, style)
    yield _changed(result, found, style)
    for rows, sign, title in ((found.added, "+", "Only in"), (found.removed, "-", "No longer in")):
        yield _one_sided(result, rows, sign, title, style)
    yield joined(result, style)
    yield doubtful(result, style)


def _head(comparison: Comparison, found: Changes, style: Style) -> list[str]:
    first, second = comparison.leaders
    lines = titled(f"From {first} to {second}", style)
    lines += [
        style.paint("strong" if found else "good", line)
        for line in wrap(words.changed(found) if found else "Both say the same", room(style))
    ]
    lines += quiet(words.headline(comparison), style)
    if restated := _restated(comparison):
        cells = counted(restated, "cell", "cells")
        lines += quiet(f"{cells} without letters: blank in one, explicitly no part in the other", style)
    return lines


def _restated(comparison: Comparison) -> int:
    """How many cells without letters say so differently; that is no change."""
    written = sum(len(activity.assignments) for copy in comparison.copies for activity in copy.matrix.activities)
    if written == sum(len(vote.letters) for row in comparison.rows for vote in row.votes):
        return 0  # nobody says that a role has no part
    silent = {CellState.BLANK, CellState.NONE}
    rows = (
        row for row in range(len(comparison.rows)) if any(_says_nothing(comparison.activity(row, c)) for c in (0, 1))
    )
    pairs = (pair for row in rows for pair in zip(comparison.cells(row, 0), comparison.cells(row, 1), strict=True))
    return sum({before.state, after.state} == silent for before, after in pairs)


def _says_nothing(activity: Activity | None) -> bool:
    """Whether a copy says somewhere in a row that a role explicitly has no part."""
    return activity is not None and NOTHING in map(_LETTERS, activity.assignments)


def _roles(comparison: Comparison, found: Changes, style: Style) -> list[str]:
    lines: list[str] = []
    for role in found.roles_renamed:
        lines += _signed("~", " → ".join(words.names_of(comparison, comparison.roles[role], "role")), "", style)
    for sign, roles, side in (("+", found.roles_added, 1), ("-", found.roles_removed, 0)):
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
    counts = [f"{held.count(letter)} {letter}" for letter in comparison.scheme.alphabet if letter in held]
    return ", ".join(counts) or "no letters"


class _Row(NamedTuple):
    """An activity that both have and that is not the same."""

    row: int
    renamed: bool
    moved: bool
    cells: Sequence[CellChange]


def _changed(result: Result, found: Changes, style: Style) -> list[str]:
    """The activities that both have, under their phases, each with what changed role by role."""
    comparison = result.comparison
    labels = (comparison.roles[cell.role].label for cell in found.cells)
    cells = column(labels, min(_WIDEST_ROLE, room(style) // 2))
    items: list[list[str]] = []
    place = ""
    for change in _rows(found):
        here = comparison.rows[change.row].activity.place
        title = titled(here, style) if here != place else []
        items.append([*[""] * bool(items and title), *title, *_row(comparison, change, cells, style)])
        place = here
    return list(cut(items, len(items) if result.everything else _MOST, "changed activities", style))


def _rows(found: Changes) -> Iterator[_Row]:
    """The changed activities in their order."""
    cells: dict[int, list[CellChange]] = {}
    for cell in found.cells:
        cells.setdefault(cell.row, []).append(cell)
    renamed, moved = set(found.renamed), set(found.moved)
    for row in sorted(renamed | moved | cells.keys()):
        yield _Row(row, row in renamed, row in moved, cells.get(row, ()))


def _row(comparison: Comparison, change: _Row, cells: int, style: Style) -> Iterator[str]:
    activity = comparison.rows[change.row].activity
    names = list(words.names_of(comparison, activity, "activity")) if change.renamed else [activity.label]
    yield from _signed("~", " → ".join(names), "", style)
    if change.moved:
        old, new = (_phase(comparison, change.row, copy) for copy in (0, 1))
        yield from quiet(f"moved from {old} to {new}", style, 4)
    for cell in change.cells:
        label, *rest = wrap(comparison.roles[cell.role].label, cells)
        letters = (_painted(comparison, each, style) for each in (cell.before, cell.after))
        yield f"    {fit(label, cells)}  {' → '.join(letters)}"
        yield from (f"    {line}" for line in rest)


def _phase(comparison: Comparison, row: int, copy: int) -> str:
    activity = comparison.activity(row, copy)
    return activity.phase if activity and activity.phase else "no phase"


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
        list(_signed(sign, comparison.rows[row].activity.label, _owners(comparison, row, copy), style)) for row in rows
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
