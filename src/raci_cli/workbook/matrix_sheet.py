"""The sheet of a matrix: activities by role, checked as people type."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from raci_cli.errors import OutputError
from raci_cli.model import Activity, Matrix
from raci_cli.model.outline import Line, lines
from raci_cli.model.schemes import SCHEMES
from raci_cli.workbook import details as detail_columns
from raci_cli.workbook import form, geometry, headings
from raci_cli.workbook.book import Book
from raci_cli.workbook.checks import check_formula, letters_formula
from raci_cli.workbook.details import Detail
from raci_cli.workbook.geometry import Geometry, cell
from raci_cli.workbook.live import make_live
from raci_cli.workbook.page import set_up_page
from raci_cli.workbook.results import Results, results_of, written
from raci_cli.workbook.sizes import name_width, role_width, row_height
from raci_cli.workbook.xlsx import MOST_ROWS, ROW, Columns, Sheet

_ENOUGH_FOR_FIELDS = 4
"""Roles; over fewer, the fields of the title block reach into the details, which then stay open."""
_CHECK_WIDTH = 21.0
"""Characters; the longest verdicts are `not filled in, unclear` and `10 A, no R, unclear`."""
_ON_A4 = 30
"""Roles that are printed in a readable size."""
_A3, _A4 = 8, 9
_MOST_COLUMNS = 16_384
"""Of a worksheet, by the file format."""


class MatrixSheet(NamedTuple):
    """A matrix on a sheet, for what other sheets say about it or a caller adds to it."""

    matrix: Matrix
    sheet: Sheet
    place: Geometry
    details: tuple[Detail, ...]
    lines: tuple[Line, ...]
    """What stands in the rows from `geometry.FIRST_LINE` on."""
    results: Results

    @property
    def rows(self) -> list[int]:
        """The row of each activity."""
        return [row for row, line in enumerate(self.lines, start=geometry.FIRST_LINE) if line.activity]

    @property
    def reference(self) -> str:
        """The sheet's name as formulas on other sheets begin with it."""
        name: str = self.sheet.get_name()
        return "'" + name.replace("'", "''") + "'!"


def add(book: Book, matrix: Matrix, opened: Collection[int] = ()) -> MatrixSheet:
    """Write a matrix on a sheet of its own; `opened` are the activities that are still to be decided about.

    Raises:
        OutputError: it has a text, or a number of rows or columns, that no worksheet can hold.
    """
    details, body = detail_columns.details_of(matrix), tuple(lines(matrix))
    place = Geometry(len(matrix.roles), len(body), len(details))
    _refuse_too_large(place)
    sheet = book.add_matrix_sheet(_name(matrix))
    known = MatrixSheet(matrix, sheet, place, details, body, results_of(matrix))
    widths = _set_columns(book, known)
    headings.write(known.sheet, matrix, place, widths, details)
    _write_lines(known, int(widths[geometry.ACTIVITY]))
    _write_end(book, known)
    rows = known.rows
    make_live(known.sheet, matrix.scheme, place, [rows[index] for index in sorted(opened)])
    _set_up_view(known)
    return known


def _refuse_too_large(place: Geometry) -> None:
    if place.end + 20 > MOST_ROWS or place.last_column >= _MOST_COLUMNS:
        raise OutputError(
            f"A worksheet cannot hold {place.lines:,} rows for {place.roles:,} roles: it ends at {MOST_ROWS:,} rows "
            f"and {_MOST_COLUMNS:,} columns. Split the matrix, or write YAML or JSON."
        )


def _name(matrix: Matrix) -> str:
    """The name of the sheet it was read from; else, or if that was a table in a text, the scheme's."""
    sheet = matrix.source.sheet or ""
    own = matrix.scheme.name.upper() if matrix.scheme.name in SCHEMES else "Matrix"
    return own if not sheet or sheet.startswith("table ") else sheet


def _set_columns(book: Book, known: MatrixSheet) -> list[float]:
    """Set the width of each column; the widths up to the check."""
    sheet, place, matrix = known.sheet, known.place, known.matrix
    role = role_width(headings.role_headings(matrix.roles))
    name = name_width(activity.name for activity in matrix.activities)
    widths = [2.7, 2.7, name, 0.7, *[role] * place.roles, 0.7, _CHECK_WIDTH]
    for column in (geometry.PHASE, geometry.SECTION, geometry.ACTIVITY, geometry.LEFT, place.right, place.check):
        sheet.set_column(column, column, widths[column])
    if place.roles:
        sheet.set_column(geometry.FIRST_ROLE, place.right - 1, role, book.style("letter"))
    folded = place.roles >= _ENOUGH_FOR_FIELDS and not detail_columns.any_said(matrix)
    for column, detail in enumerate(known.details, start=place.first_detail):
        sheet.set_column(column, column, detail.width, book.style("detail"), {"level": 1, "hidden": folded})
    if folded:
        sheet.set_column(place.check, place.check, widths[place.check], None, {"collapsed": True})
    return widths


def _write_lines(known: MatrixSheet, name_column: int) -> None:
    for row, line in enumerate(known.lines, start=geometry.FIRST_LINE):
        if line.activity is None:
            _write_band(known, row, line)
        else:
            _write_activity(known, row, line.activity)
            told = [
                (detail_columns.value(line.activity, detail.field), detail.width)
                for detail in known.details
                if detail.wrapped
            ]
            height = row_height([(line.activity.name, name_column), *told])
            known.sheet.set_row(row, height, None, {"level": line.depth})
    _write_answers(known)


def _write_answers(known: MatrixSheet) -> None:
    """What the sheet itself says of each activity: the check, and the sign of a moment of truth."""
    sheet, place, rows = known.sheet, known.place, known.rows
    check = check_formula(place.letters_in_row(ROW), known.matrix.scheme)
    sheet.fill_down(place.check, check, "check", zip(rows, known.results.verdicts, strict=True))
    column = place.first_detail + [detail.field for detail in known.details].index("moment_of_truth")
    sign = f'=IF({cell(ROW, column)}="","","{form.SIGN}")'
    signs = [form.SIGN if activity.moment_of_truth else "" for activity in known.matrix.activities]
    sheet.fill_down(geometry.SECTION, sign, "sign", zip(rows, signs, strict=True))


def _write_band(known: MatrixSheet, row: int, line: Line) -> None:
    """A phase or section; its name has the first cells to itself, and rows inserted below look like activities."""
    sheet = known.sheet
    style, column = ("section", geometry.SECTION) if line.section else ("phase", geometry.PHASE)
    sheet.set_row(row, 20, None, {"level": line.depth})
    sheet.put(row, column, line.section or line.phase or form.NO_PHASE, style)
    sheet.put(row, geometry.ACTIVITY, "", "activity")
    sheet.put(row, known.place.check, "", "check")


def _write_activity(known: MatrixSheet, row: int, activity: Activity) -> None:
    sheet, place = known.sheet, known.place
    sheet.put(row, geometry.ACTIVITY, form.shown(activity.name), "activity")
    sheet.write_letters(
        row, [(geometry.FIRST_ROLE + given.role, written(given.letters)) for given in activity.assignments]
    )
    for column, detail in enumerate(known.details, start=place.first_detail):
        text = detail_columns.value(activity, detail.field)
        if text:
            sheet.put(row, column, text, "detail" if detail.wrapped else "place")


def _write_end(book: Book, known: MatrixSheet) -> None:
    """The line that ends the activities, and below it how often each role holds each letter."""
    sheet, place, scheme = known.sheet, known.place, known.matrix.scheme
    sheet.set_row(place.end, 12)
    sheet.shade(place.end, Columns(0, place.check), "end")
    sheet.put(place.end, geometry.PHASE, form.END, "end")
    for row, (letter, counts) in enumerate(
        zip(scheme.alphabet, known.results.counts, strict=True), start=place.first_count
    ):
        sheet.put(row, geometry.PHASE, f"{form.NUMBER_OF}{letter}", "count label")
        for column, count in enumerate(counts, start=geometry.FIRST_ROLE):
            formula = "=" + letters_formula(place.letters_in_column(column), letter, scheme)
            sheet.write_formula(row, column, formula, book.style("count"), count)


def _set_up_view(known: MatrixSheet) -> None:
    sheet, place = known.sheet, known.place
    set_up_page(sheet, _A4 if place.roles <= _ON_A4 else _A3)
    sheet.freeze_panes(geometry.TOP, geometry.LEFT)
    sheet.outline_settings(visible=True, symbols_below=False, symbols_right=False)
    sheet.repeat_rows(geometry.GROUPS, geometry.HEADINGS)
    sheet.print_area(0, 0, place.end + len(known.matrix.scheme.letters), place.check)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
