"""Where a matrix was read from, and what was noticed on the way."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from raci_cli.model.location import column_name


class RemarkKind(StrEnum):
    """What was noticed about a cell while it was read."""

    UNKNOWN = "unknown"
    """No letter of the scheme."""
    LOOKALIKE = "lookalike"
    """A letter of another alphabet that looks like one of the scheme's."""
    UNTIDY = "untidy"
    """Understood, but not as it should be written."""


class Remark(NamedTuple):
    """One cell that was not simply letters: what stood there and what was read."""

    kind: RemarkKind
    text: str
    letters: str
    """What was read, in the scheme's order; empty when nothing was."""
    activity: int
    """Index into `Matrix.activities`."""
    role: int
    """Index into `Matrix.roles`."""
    row: int = 0
    column: int = 0


class Unnamed(NamedTuple):
    """A column or row of letters that was left out, because nothing says whose they are. Its place: the empty cell."""

    row: int
    column: int
    letters: int
    """How many of its cells hold letters."""
    is_row: bool = False

    @property
    def sentence(self) -> str:
        """What people are told of it."""
        line = f"Row {self.row}" if self.is_row else f"Column {column_name(self.column)}"
        lacks = "name" if self.is_row else "heading"
        return f"{line} holds {_letters(self.letters)}, but has no {lacks}, so it was left out."


class Outside(NamedTuple):
    """Rows of letters on the sheet that belong to no matrix. Its place: the first of these letters."""

    row: int
    column: int
    last: int
    """The last of the rows."""
    letters: int

    @property
    def sentence(self) -> str:
        """What people are told of them."""
        where = f"Rows {self.row} to {self.last} hold" if self.last > self.row else f"Row {self.row} holds"
        return f"{where} {_letters(self.letters)} that are no part of this matrix."


def _letters(number: int) -> str:
    return f"{number} letter{'s' * (number != 1)}"


class Stated(NamedTuple):
    """The cell, or the line of a text file of ours, that says something about the whole matrix."""

    field: str
    """The field of Matrix that it fills, such as `segment`."""
    row: int
    column: int


class Excuse(NamedTuple):
    """A finding that the file itself says it lives with: a rule's code, and the activity or the role it is about."""

    code: str
    reason: str
    activity: str = ""
    role: str = ""
    row: int = 0


class Source(NamedTuple):
    """Where a matrix was read from and what was noticed on the way. No part of the matrix's identity."""

    path: str = ""
    sheet: str | None = None
    layout: str = ""
    """`grid`, `transposed`, `names`, `long`, LAYER, or empty for our own forms."""
    hidden: bool = False
    remarks: tuple[Remark, ...] = ()
    explanation: tuple[str, ...] = ()
    """How the sheet was understood, a sentence each."""
    stated: tuple[Stated, ...] = ()
    """Where the sheet says what it is about, as far as that is known."""
    excuses: tuple[Excuse, ...] = ()
    """What a template says it lives with; findings about it stay silent."""
    unnamed: tuple[Unnamed, ...] = ()
    """Columns or rows of letters that are no part of the matrix, for want of a name."""
    outside: tuple[Outside, ...] = ()
    """Letters elsewhere on the sheet."""
    beside: tuple[str, ...] = ()
    """What the other sheets of ours in the same workbook are: `legend`, `votes`, ..."""

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the sheet says beside the matrix and nobody reads, a sentence each."""
        return (*(each.sentence for each in self.unnamed), *(each.sentence for each in self.outside))
