"""The sheet that counts: activities in order and open, and the load of each role with a chart."""

from __future__ import annotations

from raci_cli.workbook import form, geometry
from raci_cli.workbook.book import Book
from raci_cli.workbook.figures import figures
from raci_cli.workbook.headings import role_headings
from raci_cli.workbook.matrix_sheet import MatrixSheet
from raci_cli.workbook.page import set_up_page
from raci_cli.workbook.palette import LINE, letter_colours
from raci_cli.workbook.sizes import row_height
from raci_cli.workbook.xlsx import Sheet, plain

_NAME = "Summary"
_LABEL_WIDTH, _NUMBER_WIDTH = 46, 9
_FIRST_FIGURE = 3
_SPARE_ROLES = 8
"""Rows for roles that people add to the matrix; they are folded, and the chart leaves folded rows out."""
_EVERY_UNIT = 12
"""With so many activities or fewer, the axis has a number for each."""
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
    """A table of roles by letter, in the order of the matrix, from what it counts below its activities.

    It looks roles up by their number, so that roles may come and go; some folded rows are kept for new ones.
    """
    place, alphabet = known.place, known.matrix.scheme.alphabet
    sheet.set_row(top, 22)
    sheet.put(top, 0, "Load per role", "table heading")
    for column, letter in enumerate(alphabet, start=1):
        sheet.put(top, column, letter, "number heading")
    headings = [*role_headings(known.matrix.roles), *[""] * _SPARE_ROLES]
    heads = known.reference + place.roles_in_row(geometry.HEADINGS)
    for number, heading in enumerate(headings):
        row = top + 1 + number
        fold = {} if heading else {"level": 1, "hidden": True}
        sheet.set_row(row, row_height([(heading, _LABEL_WIDTH)]), None, fold)
        name = f'=IF(COLUMNS({heads})<{number + 2},"",INDEX({heads},1,{number + 2})&"")'
        sheet.write_formula(row, 0, name, book.style("table cell"), plain(heading))
        for index, letter_counts in enumerate(known.results.counts):
            counts = known.reference + place.roles_in_row(place.first_count + index)
            count = f'=IF($A{row + 1}="","",INDEX({counts},1,{number + 2})+0)'
            result = letter_counts[number] if heading else ""
            sheet.write_formula(row, 1 + index, count, book.style("table number"), result)
    number, last = len(known.matrix.roles), top + 1 + len(headings)
    sheet.set_row(last, 18, None, {"collapsed": True})
    note = f'=IF(COUNTA({heads})>{number},"There are new roles: open the folded rows above (the + on the left).","")'
    sheet.write_formula(last, 0, note, book.style("caption"), "")


def _draw_load(book: Book, sheet: Sheet, known: MatrixSheet, top: int) -> None:
    scheme, shown = known.matrix.scheme, len(known.matrix.roles)
    last = top + shown + _SPARE_ROLES
    chart = book.chart(type="bar", subtype="stacked")
    for index, (letter, meaning) in enumerate(scheme.letters):
        colour = letter_colours(scheme)[letter]
        chart.add_series(
            {
                "name": plain(f"{letter} {meaning}").strip(" ="),
                "categories": [sheet.get_name(), top + 1, 0, last, 0],
                "values": [sheet.get_name(), top + 1, 1 + index, last, 1 + index],
                "fill": {"color": colour.fill},
                "border": {"color": "#FFFFFF"},
                "gap": 35,
            }
        )
    font = {"name": "Arial", "size": 8}
    chart.set_title({"name": "Activities per role", "overlay": False, "name_font": {**font, "size": 12, "bold": True}})
    chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": font, "major_gridlines": {"visible": False}})
    grid = {"visible": True, "line": {"color": LINE}}
    unit = {"major_unit": 1} if len(known.matrix.activities) <= _EVERY_UNIT else {}
    chart.set_x_axis({"num_font": font, "min": 0, "major_gridlines": grid, **unit})
    chart.set_legend({"position": "top", "font": font})
    chart.set_size({"width": 620, "height": min(_CHART_FRAME + shown * _PIXELS_PER_ROLE, _TALLEST_CHART)})
    sheet.insert_chart(1, 2 + len(scheme.letters), chart)
