"""What a sheet that people fill in holds for the reader alone: what each row is about, and what can be chosen."""

from __future__ import annotations

import json
from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs

from raci_cli.model.comparison import Comparison, Letters
from raci_cli.workbook import form
from raci_cli.workbook.merged.table import Column, Table

COLUMNS = tuple(Column(heading, 6, "mark", "mark") for heading in (*form.KEYS, form.LETTERS_OF_IT))
"""They stand to the right of those that people see."""


def keys(comparison: Comparison, kind: str, row: int, fingerprint: str, letters: Letters = ()) -> list[str]:
    """The texts of COLUMNS in a row about one activity."""
    activity = comparison.rows[row].activity
    held = {comparison.roles[role].label: "/".join(given) for role, given in letters}
    written = json.dumps(held) if held else ""
    return [kind, activity.place, activity.section, activity.name, fingerprint, written]


def add_choices(table: Table, choices: Sequence[str]) -> str:
    """Write what people can choose from into a hidden row, hide all that is for the reader, and refer to the choices.

    A list in a rule of its own may have 255 characters; a row of cells has no such limit, and nobody sorts it away.
    """
    row, first = table.next_row, len(table.columns) - len(COLUMNS)
    table.sheet.put(row, first, form.CHOICES, "mark")
    beginning = len(table.columns)
    for column, choice in enumerate(choices, start=beginning):
        table.sheet.put(row, column, choice, "mark")
    last = beginning + max(len(choices), 1) - 1
    table.sheet.set_row(row, None, None, {"hidden": True})
    table.sheet.set_column(first, last, 6, None, {"hidden": True})
    table.next_row += 1
    return f"={xl_range_abs(row, beginning, row, last)}"
