"""`raci diff OLDER NEWER` for people: what changed from the first copy to the second, or from the base to a copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from raci_cli.compare import CellChange, Changes, headline_alpha
from raci_cli.model import NOTHING, Activity
from raci_cli.model.comparison import Cell, CellState, Comparison
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.table import beside, column, cut, quiet, room, titled
from raci_cli.reports.comparison.text_claims import claims
from raci_cli.reports.comparison.text_copies import doubtful, joined
from raci_cli.reports.comparison.text_rows import agreed
from raci_cli.reports.comparison.two import Two
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
    two = Two(comparison, 0, 1)
    found = two.changes
    yield _head(two, found, style)
    if style.quiet:
        return
    yield from _details(two, found, style, None if result.everything else _MOST)
    if result.everything:
        yield from agreed(comparison, style)
    yield from claims(result, style)
    yield joined(result, style)
    yield doubtful(result, style)


def since_base(comparison: Comparison, style: Style) -> Iterator[list[str]]:
    """All that each copy changed from the base, copy by copy; nothing without a base."""
    for copy in range(len(comparison.copies)) if comparison.base else ():
        two = Two(comparison, None, copy)
        if found := two.changes:
            yield [*titled(two.title, style), *wrap(words.changed(found), room(style))]
            yield from _details(two, found, style, None)


def _details(two: Two, found: Changes, style: Style, most: int | None) -> Iterator[list[str]]:
    """Roles, activities that both have, and those that one of both has; at most so many of a kind."""
    yield _roles(two, found, style)
    yield _changed(two, found, style, most)
    yield _one_sided(two, found.added, "+", style, most)
    yield _one_sided(two, found.removed, "-", style, most)


def _head(two: Two, found: Changes, style: Style) -> list[str]:
    comparison, lines = two.comparison, titled(two.title, style)
    lines += [
        style.paint("strong" if found else "good", line)
        for line in wrap(words.changed(found) if found else "Both say the same", room(style))
    ]
    lines += quiet(_headline(comparison), style)
    if restated := _restated(comparison):
        cells = counted(restated, "cell", "cells")
        lines += quiet(f"{cells} without letters: blank in one, explicitly no part in the other", style)
    return lines


def _headline(comparison: Comparison) -> str:
    """On how much both agree, with alpha where that can be told."""
    alpha = headline_alpha(comparison)
    band = words.band(alpha)
    return words.headline(comparison) + (f", alpha {words.measure(alpha)} ({band})" if band else "")


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


def _roles(two: Two, found: Changes, style: Style) -> list[str]:
    roles = two.comparison.roles
    renamed = (" → ".join(two.role_names(role)) for role in found.roles_renamed)
    lines = [line for names in renamed for line in _signed("~", names, "", 0, style)]
    sides = (("+", found.roles_added, two.later), ("-", found.roles_removed, two.earlier))
    cells = column((roles[role].label for _, several, _ in sides for role in several), room(style) // 2)
    for sign, several, side in sides:
        for role in several:
            lines += _signed(sign, roles[role].label, two.holds(role, side), cells, style)
    return [*titled("Roles", style), *lines] if lines else []


class _Row(NamedTuple):
    """An activity that both have and that is not the same."""

    row: int
    renamed: bool
    moved: bool
    cells: Sequence[CellChange]


def _changed(two: Two, found: Changes, style: Style, most: int | None) -> list[str]:
    """The activities that both have, under their phases, each with what changed role by role."""
    comparison = two.comparison
    labels = (comparison.roles[cell.role].label for cell in found.cells)
    cells = column(labels, min(_WIDEST_ROLE, room(style) // 2))
    items: list[Iterable[str]] = []
    place = ""
    for change in _rows(found):
        here = comparison.rows[change.row].activity.place
        title = titled(here, style) if here != place else []
        items.append(chain([""] * bool(items and title), title, _row(two, change, cells, style)))
        place = here
    return list(cut(items, most, "changed activities", style))


def _rows(found: Changes) -> Iterator[_Row]:
    """The changed activities in their order."""
    cells: dict[int, list[CellChange]] = {}
    for cell in found.cells:
        cells.setdefault(cell.row, []).append(cell)
    renamed, moved = set(found.renamed), set(found.moved)
    for row in sorted(renamed | moved | cells.keys()):
        yield _Row(row, row in renamed, row in moved, cells.get(row, ()))


def _row(two: Two, change: _Row, cells: int, style: Style) -> Iterator[str]:
    comparison = two.comparison
    old, new = two.activities(change.row)
    label = comparison.rows[change.row].activity.label
    yield from _signed("~", f"{old.name} → {new.name}" if change.renamed else label, "", 0, style)
    if change.moved:
        yield from quiet(f"moved from {old.phase or 'no phase'} to {new.phase or 'no phase'}", style, 4)
    for cell in change.cells:
        label, *rest = wrap(comparison.roles[cell.role].label, cells)
        letters = (_painted(comparison, each, style) for each in (cell.before, cell.after))
        yield f"    {fit(label, cells)}  {' → '.join(letters)}"
        yield from (f"    {line}" for line in rest)


def _painted(comparison: Comparison, cell: Cell, style: Style) -> str:
    ink = ink_of(comparison.scheme, cell.letters) if cell.state is CellState.VALUE else "quiet"
    return style.paint(ink, words.shown(cell))


def _one_sided(two: Two, rows: Sequence[int], sign: str, style: Style, most: int | None) -> list[str]:
    """The activities that one of both has, with who answers for them and who does the work."""
    if not rows:
        return []
    side = two.later if sign == "+" else two.earlier
    labels = [two.comparison.rows[row].activity.label for row in rows]
    cells = column(labels, room(style) // 2)
    items = [_with_owners(two, row, side, cells, style) for row in rows]
    title = f"{'Only' if sign == '+' else 'No longer'} in {two.comparison.leaders[two.later]}"
    return [*titled(title, style), *cut(items, most, "activities", style)]


def _with_owners(two: Two, row: int, side: int | None, cells: int, style: Style) -> Iterator[str]:
    sign = "+" if side == two.later else "-"
    yield from _signed(sign, two.comparison.rows[row].activity.label, two.owners(row, side), cells, style)


def _signed(sign: str, name: str, more: str, cells: int, style: Style) -> Iterator[str]:
    """A line of the diff, `+`, `-` or `~`, with something beside the name, which then has so many cells."""
    first, *rest = beside(name, more, cells if more else room(style) - 4, style, 2)
    yield f"{style.paint(_INKS[sign], sign)} {first[2:]}"
    yield from rest
