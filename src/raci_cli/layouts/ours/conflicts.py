"""The sheet with conflicts in a merged workbook, filled in by people -> their decisions."""

from __future__ import annotations

from collections.abc import Mapping

from raci_cli.errors import UnreadableFileError
from raci_cli.layouts.ours import filled
from raci_cli.layouts.ours.filled import Filled, Key
from raci_cli.layouts.ours.frame import text
from raci_cli.model import Grid
from raci_cli.model.decision import Decision, NamedLetters
from raci_cli.suggest import quoted
from raci_cli.workbook.form import CONFLICTS, DECISION, KEYS, LETTERS_OF_IT, OPTION, WHEN, WHO, WHY

_HEADINGS = (OPTION, WHO, WHEN, WHY, *KEYS, LETTERS_OF_IT)

_Options = Mapping[tuple[Key, str], NamedLetters]
"""By what the row is about, and the option's number."""


def is_conflicts(grid: Grid) -> bool:
    """Whether a sheet is ours and lists conflicts."""
    return filled.is_one(grid, CONFLICTS, _HEADINGS)


def read(grid: Grid, path: str) -> tuple[Decision, ...]:
    """The decisions on such a sheet; those not taken yet have no letters.

    Raises:
        UnreadableFileError: a heading is gone, an option does not exist, or a row says two things; names the cell.
    """
    form = filled.find(grid, path, _HEADINGS, between=(WHY, KEYS[0]))
    form.refuse_loose_texts(OPTION)
    rows = list(form.rows)
    options = {
        (form.key(row), form.text(row, OPTION)): _offered(form, row) for row in rows if form.kind(row) != DECISION
    }
    return tuple(_decision(form, row, options) for row in rows if form.kind(row) == DECISION)


def _offered(form: Filled, row: int) -> NamedLetters:
    """The letters of an option, which must still say what it said when the workbook was made."""
    letters = dict(form.letters(row))
    if gone := [role for role in letters if role not in form.others]:
        raise UnreadableFileError(
            f"{form.path}:{form.grid.name}: no column has the heading {quoted(gone[0])} any more. Put it back."
        )
    for role, column in form.others.items():
        if text(form.grid, row, column).strip() != letters.get(role, ""):
            raise UnreadableFileError(
                f"{form.place(row, role)}: this option has been changed. Put back what stood there, and write the "
                "letters of the whole row into the yellow row below."
            )
    return form.letters(row)


def _decision(form: Filled, row: int, options: _Options) -> Decision:
    chosen, written = form.text(row, OPTION), form.cells(row)
    letters = _chosen(form, row, chosen, options) if chosen else written
    if chosen and written and written != letters:
        raise UnreadableFileError(
            f"{form.place(row, OPTION)}: option {chosen} is chosen here, and other letters stand beside it: "
            "keep one of both."
        )
    return form.about(row, OPTION)._replace(
        letters=letters,
        places=() if chosen else tuple(form.place(row, role) for role, _ in written),
        decided_by=form.text(row, WHO),
        when=form.text(row, WHEN),
        why=form.text(row, WHY),
    )


def _chosen(form: Filled, row: int, chosen: str, options: _Options) -> NamedLetters:
    key = form.key(row)
    if (key, chosen) in options:
        return options[key, chosen]
    known = ", ".join(number for own, number in options if own == key) or "none"
    raise UnreadableFileError(
        f"{form.place(row, OPTION)}: there is no option {quoted(chosen)} for {quoted(key[2])}; there are: {known}. "
        "To decide otherwise, leave this cell empty and write letters under the roles."
    )
