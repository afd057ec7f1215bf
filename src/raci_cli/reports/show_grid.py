"""Draws a matrix, or some of its columns, as a table on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from raci_cli.model import NOTHING, Activity, Matrix, Scheme
from raci_cli.reports.headings import Headings
from raci_cli.reports.outline import Part, outline
from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.style import Style

_MOST_LINES = 4
"""Of an activity's name; what is longer is cut."""
_LEAST_FOR_GROUP = 5
"""Cut to less than this, a group's name tells nothing."""
_EMPTY = "·"


class Block(NamedTuple):
    """Columns that stand side by side: all roles, or as many as fit."""

    first: int
    """The index of the first role."""
    headings: Headings
    names: int
    """The room for the names of activities."""


def shown_name(activity: Activity) -> str:
    """An activity's name, with a mark on a moment of truth."""
    return f"{activity.name}\N{NO-BREAK SPACE}*" if activity.moment_of_truth else activity.name


def ink_of(scheme: Scheme, letters: str) -> str:
    """How letters are shown: like the one that says most."""
    parts = ("accountable", "responsible", "consulted", "informed")
    letter_of = (scheme.accountable, scheme.responsible, scheme.consulted, scheme.informed)
    return next((part for part, letter in zip(parts, letter_of, strict=True) if letter and letter in letters), "other")


def draw(matrix: Matrix, block: Block, style: Style) -> Iterator[str]:
    """The lines of the table: groups, headings, and the activities under their phases and sections."""
    groups = [role.group for role in matrix.roles[block.first : block.first + len(block.headings.cells)]]
    starts = [number == 0 or group != groups[number - 1] for number, group in enumerate(groups)]
    separators = [style.paint("quiet", "│") if start else " " for start in starts]
    if any(groups):
        yield _groups(groups, block, style)
    yield from _headings(block, separators, style)
    rows = _Rows(matrix.scheme, block, separators, style)
    parts = list(outline(matrix))
    phases = {part.phase for part in parts if part.activities}
    for part in parts:
        yield from rows.title(part, empty=part.phase not in phases)
        yield from rows.activities(part)


def _groups(groups: Sequence[str], block: Block, style: Style) -> str:
    """Each group's name over the run of its columns."""
    line, cells = " " * block.names, iter(block.headings.cells)
    for group, run in groupby(groups):
        columns = list(islice(cells, len(list(run))))
        room = sum(columns) + len(columns) - 1
        shown = group if width(group) <= room or room >= _LEAST_FOR_GROUP else ""
        line += style.paint("quiet", "│") + style.paint("group", fit(shown, room))
    return line.rstrip()


def _headings(block: Block, separators: Sequence[str], style: Style) -> Iterator[str]:
    headings = block.headings
    for texts in filter(any, headings.lines):
        if headings.staggered:
            yield _staggered(texts, block, style)
        else:
            shown = [style.paint("strong", fit(text, room)) for text, room in zip(texts, headings.cells, strict=True)]
            yield _line("", shown, block, separators)


def _staggered(texts: Sequence[str], block: Block, style: Style) -> str:
    """Every other heading, each with the room of two columns."""
    column = block.headings.cells[0] + 1
    odd = not texts[0]
    shown = (" " + style.paint("strong", fit(text, 2 * column - 1)) for text in texts[odd::2])
    return " " * (block.names + odd * column) + "".join(shown).rstrip()


def _line(name: str, cells: Sequence[str], block: Block, separators: Sequence[str]) -> str:
    columns = "".join(separator + cell for separator, cell in zip(separators, cells, strict=True))
    return (fit(name, block.names) + columns).rstrip()


class _Rows:
    """Writes the rows of one block; what equal letters look like is worked out once."""

    def __init__(self, scheme: Scheme, block: Block, separators: Sequence[str], style: Style) -> None:
        self._scheme, self._block, self._separators, self._style = scheme, block, separators, style
        self._blank = [" " * room for room in block.headings.cells]
        self._empty = [style.paint("quiet", fit(_EMPTY, room)) for room in block.headings.cells]
        self._looks: dict[tuple[str, int], str] = {}

    def title(self, part: Part, *, empty: bool) -> Iterator[str]:
        """The line above a part: a band for a phase, a plain line for a section."""
        if part.section:
            yield self._style.paint("section", "  " + fit(part.section, max(1, self._block.names - 2)).rstrip())
        elif part.phase:
            room = self._block.names + self._block.headings.room
            text = fit(part.phase, min(room, width(part.phase)))
            rest = " no activities yet " if empty else " "
            yield self._style.paint("phase", text) + self._style.paint(
                "quiet", rest + "─" * (room - width(text + rest))
            )

    def activities(self, part: Part) -> Iterator[str]:
        """The activities of a part, their letters on the first line of each."""
        indent = "  " * (bool(part.phase) + bool(part.section))
        for activity in part.activities:
            first, *rest = self._name_lines(activity, len(indent))
            yield _line(indent + first, self._cells(activity), self._block, self._separators)
            yield from (_line(indent + line, self._blank, self._block, self._separators) for line in rest)

    def _name_lines(self, activity: Activity, indent: int) -> Sequence[str]:
        room = max(1, self._block.names - indent)
        lines = wrap(shown_name(activity), room)
        if len(lines) > _MOST_LINES:
            lines = (*lines[: _MOST_LINES - 1], fit(lines[_MOST_LINES - 1] + "…", room))
        return lines

    def _cells(self, activity: Activity) -> list[str]:
        cells = list(self._empty)
        for assignment in activity.assignments:
            column = assignment.role - self._block.first
            if 0 <= column < len(cells):
                cells[column] = self._look(assignment.letters, self._block.headings.cells[column])
        return cells

    def _look(self, letters: str, room: int) -> str:
        key = letters, room
        if key not in self._looks:
            text = letters if self._block.headings.staggered else "/".join(letters)
            ink = "quiet" if letters == NOTHING else ink_of(self._scheme, letters)
            self._looks[key] = self._style.paint(ink, text) + " " * (room - width(text))
        return self._looks[key]
