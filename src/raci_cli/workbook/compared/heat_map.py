"""Where it is hot: how far the copies agree about each role in each phase."""

from __future__ import annotations

from collections.abc import Mapping

from raci_cli.model.comparison import Comparison
from raci_cli.workbook.book import Book
from raci_cli.workbook.compared import frame
from raci_cli.workbook.sizes import TURNED_FROM, heading_height, role_width

Heat = Mapping[tuple[str, int], float]
"""Agreement from 0 to 1 by the label of a phase (empty for none) and a role, as far as there is any."""

_NOTE = "How far the copies agree about a role in a phase: amber is 50 % and less, blue is 100 %; blank: no letters."
_PHASE = 34
_SCALE = {
    "type": "3_color_scale",
    "min_type": "num",
    "min_value": 0.5,
    "min_color": "#F2A33A",
    "mid_type": "num",
    "mid_value": 0.8,
    "mid_color": "#F7F9FB",
    "max_type": "num",
    "max_value": 1,
    "max_color": "#8DB7DC",
}
"""From amber to blue, which the colour-blind tell apart as well. Most cells agree, so the scale begins at half."""


def add(book: Book, comparison: Comparison, heat: Heat) -> None:
    """Add the sheet."""
    labels = [role.label for role in comparison.roles]
    sheet = frame.start(book, comparison, "Heat map", _NOTE, 1 + len(labels))
    width = max(role_width(labels), 7.0)
    sheet.set_column(0, 0, _PHASE)
    sheet.set_column(1, max(1, len(labels)), width)
    sheet.set_row(frame.HEADINGS, heading_height(labels, width))
    sheet.put(frame.HEADINGS, 0, "Phase", "heading")
    style = "turned role in no group" if len(labels) >= TURNED_FROM else "role in no group"
    for column, label in enumerate(labels, start=1):
        sheet.put(frame.HEADINGS, column, label, style)
    look = book.variant("table number", num_format="0%")
    phases = list(dict.fromkeys(row.activity.place for row in comparison.rows))
    for number, phase in enumerate(phases, start=frame.FIRST_LINE):
        sheet.set_row(number, 20)
        sheet.put(number, 0, phase or frame.NO_PHASE, "table name")
        for role in range(len(labels)):
            if (phase, role) in heat:
                sheet.write_number(number, 1 + role, heat[phase, role], look)
            else:
                sheet.put(number, 1 + role, "", "table number")
    last = frame.FIRST_LINE + max(0, len(phases) - 1)
    sheet.conditional_format(frame.FIRST_LINE, 1, last, max(1, len(labels)), _SCALE)
    frame.set_up(sheet, frame.FIRST_LINE, 1)
