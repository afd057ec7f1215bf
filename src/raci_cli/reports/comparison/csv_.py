"""A comparison as data: one line for each activity, role and copy, with the state of the cell."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.formats.comparison import COMPARISON_COLUMNS
from raci_cli.formats.tables.csv_ import csv_text
from raci_cli.model.comparison import Comparison
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.style import Style


def render(result: Result, _style: Style) -> str:
    """All cells of all copies. Texts stand as they are in the workbooks: this is data for programs."""
    return csv_text([COMPARISON_COLUMNS, *_lines(result.comparison)])


def _lines(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    copies = list(enumerate(comparison.leaders))
    for index, row in enumerate(comparison.rows):
        activity = row.activity
        cells = [comparison.cells(index, copy) for copy, _ in copies]
        for position, role in enumerate(comparison.roles):
            for copy, leader in copies:
                state, letters = cells[copy][position]
                yield (
                    activity.place,
                    activity.section,
                    activity.label,
                    role.place,
                    role.label,
                    leader,
                    state.value,
                    letters,
                )
