"""Marks open activities on the sheet of a merged matrix: by fill and comment, never by text in a cell of the matrix."""

from __future__ import annotations

from raci_cli.model import NOTHING
from raci_cli.model.decision import MergeResult
from raci_cli.workbook import form, geometry
from raci_cli.workbook.matrix_sheet import MatrixSheet

_LONGEST_COMMENT = 1_000
"""Characters; the sheet with conflicts has the whole of it."""


def mark_open(known: MatrixSheet, result: MergeResult) -> None:
    """Give every activity that is a conflict a fill, and say in a comment what is open."""
    rows = known.rows
    for conflict in result.conflicts:
        row = rows[conflict.row]
        activity = known.matrix.activities[conflict.row]
        letters = {cell.role: cell.letters for cell in activity.assignments}
        known.sheet.put(row, geometry.ACTIVITY, form.shown(activity.name), "open activity")
        for role in range(len(known.matrix.roles)):
            held = letters.get(role, "")
            known.sheet.put(
                row,
                geometry.FIRST_ROLE + role,
                held if held == NOTHING else "/".join(held),
                "open letter",
            )
        said = f"Open: {conflict.explanation} The sheet Conflicts has the options."
        known.sheet.write_comment(
            row, geometry.ACTIVITY, said[:_LONGEST_COMMENT], {"author": "raci", "x_scale": 2.4, "y_scale": 1.4}
        )
