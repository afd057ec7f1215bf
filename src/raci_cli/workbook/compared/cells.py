"""Cell by cell: the matrix with what all copies say, cells in dispute marked, with the votes in a comment."""

from __future__ import annotations

from raci_cli.model.comparison import Cell, CellState, Comparison
from raci_cli.workbook.book import Book
from raci_cli.workbook.compared import frame
from raci_cli.workbook.palette import letter_colours
from raci_cli.workbook.sizes import TURNED_FROM, heading_height, name_width, role_width, row_height
from raci_cli.workbook.xlsx import Sheet, plain

_NOTE = "A filled cell is in dispute; its comment says who wants what. A dot stands for a blank cell or no part."
_MOST_COMMENTS = 5000
"""Each costs a drawing; in a larger comparison the cell itself still shows all answers."""
_STATES = {CellState.NONE: "no part", CellState.BLANK: "blank", CellState.ABSENT: "no such role"}
_NONE = "\N{MIDDLE DOT}"


def add(book: Book, comparison: Comparison) -> None:
    """Add the sheet."""
    labels = [role.label for role in comparison.roles]
    columns = 1 + len(labels)
    sheet = frame.start(book, comparison, "Cell by cell", _NOTE, columns)
    name, role = name_width(row.activity.label for row in comparison.rows), max(role_width(labels), 6.0)
    sheet.set_column(0, 0, name)
    if labels:
        sheet.set_column(1, len(labels), role)
    sheet.set_row(frame.HEADINGS, heading_height(labels, role))
    sheet.put(frame.HEADINGS, 0, "Activity", "heading")
    style = "turned role in no group" if len(labels) >= TURNED_FROM else "role in no group"
    for column, label in enumerate(labels, start=1):
        sheet.put(frame.HEADINGS, column, label, style)
    writer = _Cells(sheet, comparison)
    for number, line in enumerate(frame.lines(comparison), start=frame.FIRST_LINE):
        if line.row is None:
            frame.band(sheet, number, line.band, columns)
        else:
            sheet.set_row(number, row_height([(line.row.activity.label, name)]))
            sheet.put(number, 0, line.row.activity.label, "activity")
            writer.write(number, line.number)
    frame.set_up(sheet, frame.FIRST_LINE, 1)


class _Cells:
    """Writes the cells of activities, and comments as long as there may be more."""

    def __init__(self, sheet: Sheet, comparison: Comparison) -> None:
        self._sheet, self._comparison = sheet, comparison
        self._comments = 0
        book = sheet.book
        edge = {"border": 1, "border_color": "#FFFFFF"}
        self._disputed = book.variant("letter", bg_color=frame.DISPUTED, border=1, border_color="#B3261E")
        self._agreed = {
            letter: book.variant("letter", bg_color=colour.fill, font_color=colour.ink, **edge)
            for letter, colour in letter_colours(comparison.scheme).items()
        }

    def write(self, number: int, index: int) -> None:
        """Write the cells of an activity, as far as any copy gives a letter."""
        comparison = self._comparison
        votes = {vote.copy: comparison.cells(index, vote.copy) for vote in comparison.rows[index].votes}
        for role in range(len(comparison.roles)):
            said = {copy: cells[role] for copy, cells in votes.items()}
            there = (cell for cell in said.values() if cell.state is not CellState.ABSENT)
            answers = dict.fromkeys("/".join(cell.letters) or _NONE for cell in there)
            if len(answers) > 1:
                self._sheet.write_string(number, 1 + role, " | ".join(answers), self._disputed)
                self._comment(number, 1 + role, said)
            elif answers and _NONE not in answers:
                (text,) = answers
                look = next(look for letter, look in self._agreed.items() if letter in text)
                self._sheet.write_string(number, 1 + role, text, look)

    def _comment(self, row: int, column: int, said: dict[int, Cell]) -> None:
        self._comments += 1
        if self._comments > _MOST_COMMENTS:
            return
        leaders = self._comparison.leaders
        lines = [f"{leaders[copy]}: {_STATES.get(cell.state) or '/'.join(cell.letters)}" for copy, cell in said.items()]
        size = {"width": 220, "height": 24 + 17 * len(lines)}
        self._sheet.write_comment(row, column, plain("\n".join(lines))[:32_000], {"author": "raci", **size})
