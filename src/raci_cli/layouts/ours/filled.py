"""A sheet of ours that people fill in, row by row: found by its headings, so columns may have moved."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.layouts.ours import mark
from raci_cli.layouts.ours.frame import text
from raci_cli.model import Grid, Location
from raci_cli.model.decision import Decision, NamedLetters
from raci_cli.suggest import quoted
from raci_cli.workbook.form import CHOICES, KEYS, LETTERS_OF_IT

Key = tuple[str, ...]
"""What a row is about: phase, section, activity, and the fingerprint of the votes."""


class Said(NamedTuple):
    """What people wrote into a cell, and where it is."""

    text: str
    place: Location


def is_one(grid: Grid, kind: str, headings: Sequence[str]) -> bool:
    """Whether a sheet is of a kind: its mark says so; where people have deleted that, its headings do."""
    marked = mark.kind(grid)
    return marked == kind if marked else holds(grid, headings)


def holds(grid: Grid, headings: Sequence[str]) -> bool:
    """Whether a row of the sheet has all of these."""
    return any(set(headings) <= set(row) for row in grid.rows)


def beside(grid: Grid, path: str, label: str) -> Said:
    """What stands to the right of a label; nothing where the label is gone."""
    for row, texts in enumerate(grid.rows):
        if label in texts:
            column = list(texts).index(label) + 1
            return Said(text(grid, row, column).strip(), Location(path, grid.name, row + 1, column + 1))
    return Said("", Location(path, grid.name))


class Filled(NamedTuple):
    """Where things stand on the sheet."""

    path: str
    grid: Grid
    top: int
    """The row of the headings."""
    columns: Mapping[str, int]
    """By heading, of those that every such sheet has."""
    others: Mapping[str, int]
    """By heading, of those that stand where the sheet has as many as it needs."""
    uncalculated: frozenset[tuple[int, int]]
    """As in Grid, to be looked up."""

    @property
    def rows(self) -> Iterator[int]:
        """Those below the headings that are about something."""
        return (row for row in range(self.top + 1, len(self.grid.rows)) if self.key(row))

    def text(self, row: int, heading: str) -> str:
        """What a cell holds.

        Raises:
            UnreadableFileError: a formula that was saved without its result.
        """
        return self._said(row, self.columns[heading])

    def kind(self, row: int) -> str:
        """Option, decision or the like; empty for a row that is not ours."""
        return self.text(row, KEYS[0])

    def key(self, row: int) -> Key:
        """What a row is about; empty for titles and blank rows."""
        key = tuple(self.text(row, heading) for heading in KEYS[1:])
        return key if key[-1] else ()

    def about(self, row: int, heading: str) -> Decision:
        """A decision about the row's activity, without letters; people write it into the cell under a heading."""
        phase, section, activity, fingerprint = self.key(row)
        place = self.place(row, heading)
        return Decision(activity, phase, section, fingerprint=fingerprint, location=place)

    def cells(self, row: int) -> tuple[tuple[str, str], ...]:
        """What stands under the other headings, without blanks."""
        found = ((heading, self._said(row, column)) for heading, column in self.others.items())
        return tuple((heading, said) for heading, said in found if said)

    def _said(self, row: int, column: int) -> str:
        if (row, column) in self.uncalculated:
            place = Location(self.path, self.grid.name, row + 1, column + 1)
            raise UnreadableFileError(
                f"{place} holds a formula that was saved without its result. "
                "Write what you mean, or open the workbook in Excel or LibreOffice and save it."
            )
        return text(self.grid, row, column).strip()

    @property
    def choices(self) -> list[str]:
        """What people can choose from, as a hidden row lists it behind the hidden columns."""
        for cells in self.grid.rows[self.top :]:
            if len(cells) > self.columns[KEYS[0]] and cells[self.columns[KEYS[0]]] == CHOICES:
                return [choice for choice in cells[self.columns[LETTERS_OF_IT] + 1 :] if choice]
        return []

    def letters(self, row: int) -> NamedLetters:
        """All letters of an option or proposal, by role.

        Raises:
            UnreadableFileError: the hidden cell with them has been changed.
        """
        try:
            return tuple(dict(json.loads(self.text(row, LETTERS_OF_IT) or "{}")).items())
        except ValueError as error:
            raise UnreadableFileError(
                f"{self.place(row, LETTERS_OF_IT)}: this hidden cell has been changed, so the row cannot be read. "
                "Make the workbook anew, or put back what stood there."
            ) from error

    def refuse_loose_texts(self, heading: str) -> None:
        """What stands beside the rows that are read looks like a decision to people, and would be lost.

        Raises:
            UnreadableFileError: something stands there, under this heading or one of the others.
        """
        columns = {heading: self.columns[heading], **self.others}
        for row in range(self.top + 1, len(self.grid.rows)):
            for each, column in () if self.kind(row) else columns.items():
                if said := text(self.grid, row, column).strip():
                    raise UnreadableFileError(
                        f"{self.place(row, each)}: {quoted(said)} stands in a row that is not read. "
                        "Decide in the yellow cells of an activity."
                    )

    def place(self, row: int, heading: str) -> Location:
        """The address of a cell."""
        column = self.columns[heading] if heading in self.columns else self.others[heading]
        return Location(self.path, self.grid.name, row + 1, column + 1)


def find(grid: Grid, path: str, wanted: Sequence[str], between: tuple[str, str]) -> Filled:
    """The sheet by its headings; those between two of them may be any.

    Raises:
        UnreadableFileError: one of the wanted headings is gone.
    """
    for number, row in enumerate(grid.rows):
        if wanted[0] in row and KEYS[-1] in row:
            columns = {heading: list(row).index(heading) for heading in wanted if heading in row}
            if len(columns) == len(wanted):
                inside = [at for at in range(columns[between[0]] + 1, columns[between[1]]) if row[at].strip()]
                others = {row[at]: at for at in inside}
                if len(others) < len(inside):
                    twice = next(row[at] for at in inside if others[row[at]] != at)
                    raise UnreadableFileError(
                        f"{path}:{grid.name}: two columns have the heading {quoted(twice)}. Keep the one that counts."
                    )
                return Filled(path, grid, number, columns, others, frozenset(grid.uncalculated))
    raise UnreadableFileError(
        f"{path}:{grid.name}: the headings of this sheet have been changed, so what was decided cannot be read. "
        f"There must be {', '.join(wanted)}."
    )
