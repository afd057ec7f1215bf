"""Cell by cell: the matrix with what all copies say, cells in dispute marked, with the votes in a comment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.model.comparison import STATES, Cell, CellState, Comparison
from raci_cli.workbook.book import Book
from raci_cli.workbook.compared import frame
from raci_cli.workbook.palette import PALE_INK, letter_colours
from raci_cli.workbook.sizes import TURNED_FROM, heading_height, name_width, role_width, row_height
from raci_cli.workbook.xlsx import Sheet, plain

_NOTE = (
    "A filled cell is in dispute; its comment says who wants what. A dot is a blank cell, a dash explicitly no part."
)
_MOST_COMMENTS = 5000
"""Each costs a drawing; in a larger comparison the cell itself still shows all answers."""
_SIGNS = {CellState.NONE: "-", CellState.BLANK: "\N{MIDDLE DOT}"}
_LEAST_WIDTH, _MOST_WIDTH = 6.0, 18.0


class _Answers(NamedTuple):
    """What the copies that have filled in a row, and have the role, say in one of its cells."""

    role: int
    said: dict[int, Cell]
    texts: tuple[str, ...]
    """Each once, the one that most give first."""

    @property
    def disputed(self) -> bool:
        """Whether some give other letters than others."""
        return len({cell.letters for cell in self.said.values() if cell.state is not CellState.ABSENT}) > 1


def add(book: Book, comparison: Comparison) -> None:
    """Add the sheet."""
    labels = [role.label for role in comparison.roles]
    columns = 1 + len(labels)
    sheet = frame.start(book, comparison, "Cell by cell", _NOTE, columns)
    name, role = name_width(row.activity.label for row in comparison.rows), max(role_width(labels), _LEAST_WIDTH)
    sheet.set_column(0, 0, name)
    sheet.set_row(frame.HEADINGS, heading_height(labels, role))
    sheet.put(frame.HEADINGS, 0, "Activity", "heading")
    style = "turned role in no group" if len(labels) >= TURNED_FROM else "role in no group"
    for column, label in enumerate(labels, start=1):
        sheet.put(frame.HEADINGS, column, label, style)
    writer = _Writer(sheet, comparison, [role] * len(labels))
    for number, line in enumerate(frame.lines(comparison), start=frame.FIRST_LINE):
        if line.row is None:
            frame.band(sheet, number, line.band, columns)
        else:
            sheet.set_row(number, row_height([(line.row.activity.label, name)]))
            sheet.put(number, 0, line.row.activity.label, "activity")
            writer.write(number, line.number)
    for column, width in enumerate(writer.widths, start=1):
        sheet.set_column(column, column, width)
    frame.set_up(sheet, frame.FIRST_LINE, 1)


class _Writer:
    """Writes the cells of activities, and comments as long as there may be more."""

    def __init__(self, sheet: Sheet, comparison: Comparison, widths: list[float]) -> None:
        self._sheet, self._comparison = sheet, comparison
        self._comments = 0
        self.widths = widths
        """Of the columns of roles, as far as what is written needs them wider."""
        book = sheet.book
        edge = {"border": 1, "border_color": "#FFFFFF"}
        self._disputed = book.variant("letter", bg_color=frame.DISPUTED, border=1, border_color="#B3261E", shrink=True)
        self._silent = book.variant("letter", bold=False, font_color=PALE_INK)
        self._agreed = {
            letter: book.variant("letter", bg_color=colour.fill, font_color=colour.ink, **edge)
            for letter, colour in letter_colours(comparison.scheme).items()
        }

    def write(self, number: int, index: int) -> None:
        """Write the cells of an activity, as far as any copy says something."""
        for answers in _answers(self._comparison, index):
            text = " | ".join(answers.texts)
            self.widths[answers.role] = max(self.widths[answers.role], min(len(text) + 1.0, _MOST_WIDTH))
            if answers.disputed:
                self._sheet.write_string(number, 1 + answers.role, text, self._disputed)
                self._comment(number, 1 + answers.role, index, answers.said)
            else:
                look = next((look for letter, look in self._agreed.items() if letter in text), self._silent)
                self._sheet.write_string(number, 1 + answers.role, text, look)

    def _comment(self, row: int, column: int, index: int, said: dict[int, Cell]) -> None:
        self._comments += 1
        if self._comments > _MOST_COMMENTS:
            return
        lines = []
        for copy, leader in enumerate(self._comparison.leaders):
            there = self._comparison.activity(index, copy)
            silent = "row not filled in" if there else "no such activity"
            lines.append(f"{leader}: {_shown(said[copy]) if copy in said else silent}")
        size = {"width": 220, "height": 24 + 17 * len(lines)}
        self._sheet.write_comment(row, column, plain("\n".join(lines))[:32_000], {"author": "raci", **size})


def _answers(comparison: Comparison, index: int) -> Iterator[_Answers]:
    """The cells of a row in which a copy gives letters or says that there is no part."""
    votes = {vote.copy: comparison.cells(index, vote.copy) for vote in comparison.rows[index].votes}
    for role in range(len(comparison.roles)):
        said = {copy: cells[role] for copy, cells in votes.items()}
        there = [cell for cell in said.values() if cell.state is not CellState.ABSENT]
        if any(cell.state is not CellState.BLANK for cell in there):
            texts = Counter(_SIGNS.get(cell.state) or "/".join(cell.letters) for cell in there)
            yield _Answers(role, said, tuple(text for text, _ in texts.most_common()))


def _shown(cell: Cell) -> str:
    return STATES.get(cell.state) or "/".join(cell.letters)
