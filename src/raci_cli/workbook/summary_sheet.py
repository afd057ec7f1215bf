"""The sheet that counts: activities in order and open, and the load of each role with a chart."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from raci_cli.workbook import form, geometry
from raci_cli.workbook.book import Book
from raci_cli.workbook.figures import figures
from raci_cli.workbook.headings import role_headings
from raci_cli.workbook.matrix_sheet import MatrixSheet
from raci_cli.workbook.page import set_up_page
from raci_cli.workbook.palette import letter_colours
from raci_cli.workbook.sizes import row_height
from raci_cli.workbook.xlsx import Sheet, plain

_NAME = "Summary"
_LABEL_WIDTH, _NUMBER_WIDTH = 46, 9
_FIRST_FIGURE = 3
_PIXELS_PER_ROLE, _CHART_FRAME, _TALLEST_CHART = 26, 110, 3000


def add(book: Book, known: MatrixSheet) -> None:
    """Add the summary of a matrix."""
    sheet = book.add_sheet(_NAME, form.SUMMARY)
    letters = known.matrix.scheme.letters
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, max(1, len(letters)), _NUMBER_WIDTH)
    sheet.set_row(1, 30)
    sheet.put(1, 0, _NAME, "title")
    counted = list(figures(known, f"B{_FIRST_FIGURE + 1}", f"B{_FIRST_FIGURE + 2}"))
    for row, figure in enumerate(counted, start=_FIRST_FIGURE):
        sheet.set_row(row, 19)
        sheet.put(row, 0, figure.label, "figure part" if figure.depth else "figure name")
        sheet.write_formula(row, 1, figure.formula, book.style("figure"), figure.result)
    top = _FIRST_FIGURE + len(counted) + 1
    _write_load(book, sheet, known, top)
    if known.matrix.roles:
        _draw_load(book, sheet, known, top)
    set_up_page(sheet)


def _write_load(book: Book, sheet: Sheet, known: MatrixSheet, top: int) -> None:
    """A table of roles by letter, from what the matrix counts below its activities."""
    place, alphabet = known.place, known.matrix.scheme.alphabet
    sheet.set_row(top, 22)
    sheet.put(top, 0, "Load per role", "table heading")
    for column, letter in enumerate(alphabet, start=1):
        sheet.put(top, column, letter, "number heading")
    headings = role_headings(known.matrix.roles)
    for number, heading in enumerate(headings):
        row, column = top + 1 + number, geometry.FIRST_ROLE + number
        source = known.reference + xl_rowcol_to_cell(geometry.HEADINGS, column, True, True)  # noqa: FBT003 - as in XlsxWriter
        sheet.set_row(row, row_height([(heading, _LABEL_WIDTH)]))
        sheet.write_formula(row, 0, f'={source}&""', book.style("table cell"), plain(heading))
        for index, counts in enumerate(known.results.counts):
            count = known.reference + xl_rowcol_to_cell(place.end + 1 + index, column, True, True)  # noqa: FBT003 - see above
            sheet.write_formula(row, 1 + index, f"={count}", book.style("table number"), counts[number])
    heads = known.reference + place.letters_in_row(geometry.HEADINGS)
    note = f'=IF(COUNTA({heads})>{len(headings)},"Roles that were added by hand are counted on the matrix only.","")'
    sheet.write_formula(top + 1 + len(headings), 0, note, book.style("caption"), "")


def _draw_load(book: Book, sheet: Sheet, known: MatrixSheet, top: int) -> None:
    scheme, roles = known.matrix.scheme, len(known.matrix.roles)
    chart = book.chart(type="bar", subtype="stacked")
    for index, (letter, meaning) in enumerate(scheme.letters):
        colour = letter_colours(scheme)[letter]
        chart.add_series(
            {
                "name": plain(f"{letter} {meaning}").strip(" ="),
                "categories": [sheet.get_name(), top + 1, 0, top + roles, 0],
                "values": [sheet.get_name(), top + 1, 1 + index, top + roles, 1 + index],
                "fill": {"color": colour.fill},
                "border": {"color": "#FFFFFF"},
                "gap": 35,
            }
        )
    font = {"name": "Arial", "size": 8}
    chart.set_title({"name": "Activities per role", "overlay": False, "name_font": {**font, "size": 12, "bold": True}})
    chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": font, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"num_font": font, "min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D5DBE1"}}})
    chart.set_legend({"position": "top", "font": font})
    chart.set_size({"width": 620, "height": min(_CHART_FRAME + roles * _PIXELS_PER_ROLE, _TALLEST_CHART)})
    sheet.insert_chart(1, 2 + len(scheme.letters), chart)
