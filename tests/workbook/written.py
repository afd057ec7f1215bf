"""Workbooks of ours in tests: read back, and changed as people change them."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from raci_cli.formats import read
from raci_cli.layouts.recognise import recognise
from raci_cli.model import Matrix
from raci_cli.workbook import write_matrix


def read_back(data: bytes) -> Matrix:
    """The one matrix of a workbook."""
    grids = read(data, "plan.xlsx")
    assert isinstance(grids, tuple)
    (found,) = recognise(grids, "plan.xlsx")
    return found


class Edited:
    """A workbook that somebody works on."""

    def __init__(self, matrix: Matrix) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(write_matrix(matrix)))

    @property
    def sheet(self) -> Worksheet:
        """The sheet of the matrix."""
        sheet = self.book.worksheets[0]
        assert isinstance(sheet, Worksheet)
        return sheet

    def find(self, text: str) -> tuple[int, int]:
        """The row and column of the last cell with this text."""
        return [(cell.row, cell.column or 0) for row in self.sheet.iter_rows() for cell in row if cell.value == text][
            -1
        ]

    def rows(self, first: int, last: int) -> list[list[Any]]:
        """The values of some rows."""
        return [[cell.value for cell in row] for row in self.sheet.iter_rows(min_row=first, max_row=last)]

    def put(self, first: int, rows: list[list[Any]]) -> None:
        """Write values over rows."""
        for number, values in enumerate(rows, start=first):
            for column, value in enumerate(values, start=1):
                self.sheet.cell(number, column).value = value

    def saved(self) -> Matrix:
        """What raci reads from the file as it now is."""
        data = io.BytesIO()
        self.book.save(data)
        return read_back(data.getvalue())
