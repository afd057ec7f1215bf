"""The sheet with conflicts in a merged workbook, filled in by people -> their decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.model import Grid, Location
from raci_cli.model.decision import Decision, NamedLetters
from raci_cli.suggest import quoted
from raci_cli.workbook.form import BESIDE_MARK, CONFLICTS, DECISION, KEYS, OPTION, WHEN, WHO, WHY

_Key = tuple[str, ...]
"""What a row is about: phase, section, activity, and the fingerprint of the votes."""


class _Form(NamedTuple):
    """Where things stand on the sheet."""

    path: str
    grid: Grid
    top: int
    """The row of the headings."""
    columns: Mapping[str, int]
    """By heading, without the roles."""
    roles: Mapping[str, int]

    def text(self, row: int, column: int) -> str:
        """What a cell holds."""
        cells = self.grid.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def key(self, row: int) -> _Key:
        """What a row is about; empty for titles and blank rows."""
        key = tuple(self.text(row, self.columns[heading]) for heading in KEYS[1:])
        return key if key[-1] else ()

    def letters(self, row: int) -> NamedLetters:
        """What stands under the roles."""
        cells = ((role, self.text(row, column)) for role, column in self.roles.items())
        return tuple((role, letters) for role, letters in cells if letters)

    def is_decision(self, row: int) -> bool:
        """Whether this is a row that people fill in."""
        return self.text(row, self.columns[KEYS[0]]) == DECISION

    def place(self, row: int, heading: str = OPTION) -> Location:
        """The address of a cell."""
        return Location(self.path, self.grid.name, row + 1, self.columns[heading] + 1)


def is_conflicts(grid: Grid) -> bool:
    """Whether a sheet is ours and lists conflicts."""
    return bool(grid.rows and grid.rows[0] and grid.rows[0][0].startswith(BESIDE_MARK + CONFLICTS))


def read(grid: Grid, path: str) -> tuple[Decision, ...]:
    """The decisions on such a sheet; those not taken yet have no letters.

    Raises:
        UnreadableFileError: a heading is gone, an option does not exist, or a row says two things; names the cell.
    """
    form = _form(grid, path)
    rows = [row for row in range(form.top + 1, len(grid.rows)) if form.key(row)]
    options = {
        (form.key(row), form.text(row, form.columns[OPTION])): form.letters(row)
        for row in rows
        if not form.is_decision(row)
    }
    return tuple(_decision(form, row, options) for row in rows if form.is_decision(row))


def _form(grid: Grid, path: str) -> _Form:
    wanted = (OPTION, WHO, WHEN, WHY, *KEYS)
    for number, row in enumerate(grid.rows):
        if OPTION in row and KEYS[-1] in row:
            columns = {heading: list(row).index(heading) for heading in wanted if heading in row}
            if len(columns) == len(wanted):
                between = range(columns[WHY] + 1, columns[KEYS[0]])
                return _Form(path, grid, number, columns, {row[at]: at for at in between if row[at].strip()})
    raise UnreadableFileError(
        f"{path}:{grid.name}: the headings of this sheet have been changed, so what was decided cannot be read. "
        f"There must be {', '.join(wanted)}."
    )


def _decision(form: _Form, row: int, options: Mapping[tuple[_Key, str], NamedLetters]) -> Decision:
    key, chosen, written = form.key(row), form.text(row, form.columns[OPTION]), form.letters(row)
    letters = _chosen(form, row, chosen, options) if chosen else written
    if chosen and written and written != letters:
        raise UnreadableFileError(
            f"{form.place(row)}: option {chosen} is chosen here, and other letters stand beside it: keep one of both."
        )
    phase, section, activity, fingerprint = key
    return Decision(
        activity=activity,
        phase=phase,
        section=section,
        letters=letters,
        decided_by=form.text(row, form.columns[WHO]),
        when=form.text(row, form.columns[WHEN]),
        why=form.text(row, form.columns[WHY]),
        fingerprint=fingerprint,
        location=form.place(row),
    )


def _chosen(form: _Form, row: int, chosen: str, options: Mapping[tuple[_Key, str], NamedLetters]) -> NamedLetters:
    key = form.key(row)
    if (key, chosen) in options:
        return options[key, chosen]
    known = ", ".join(number for own, number in options if own == key) or "none"
    raise UnreadableFileError(
        f"{form.place(row)}: there is no option {quoted(chosen)} for {quoted(key[2])}; there are: {known}. "
        "To decide otherwise, leave this cell empty and write letters under the roles."
    )
