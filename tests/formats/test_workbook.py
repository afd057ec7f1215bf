"""What stands in the cells of a workbook comes out as people see it, sheet by sheet."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import subprocess
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from books import FOUR_CELLS, cell, ods, ods_row, rows, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from needs import program
from raci_cli.errors import NoMatrixError, UnreadableFileError
from raci_cli.formats import read
from raci_cli.formats.workbooks.xlsx.colours import Colours, coloured_cells
from raci_cli.formats.workbooks.xlsx.extent import _outside
from raci_cli.model import Grid, Span, column_name


def grids(data: bytes, path: str = "plan.xlsx") -> tuple[Grid, ...]:
    content = read(data, path)
    assert isinstance(content, tuple)
    return content


def written(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def one_sheet(rows_of_values: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "RACI"
    for values in rows_of_values:
        sheet.append(values)
    return written(book)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("R ", "R "),
        ("R\nA", "R\nA"),
        ("[red]:smile:\u202e\u2067🙂", "[red]:smile:\u202e\u2067🙂"),
        (1, "1"),
        (1.0, "1"),
        (1.1, "1.1"),
        (-0.5, "-0.5"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1e+15"),
        (123456789012345, "123456789012345"),
        (1e-9, "1e-09"),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.date(2026, 3, 1), "2026-03-01"),
        (dt.datetime.fromisoformat("2026-03-01T09:30"), "2026-03-01 09:30:00"),
        (dt.time(9, 30), "09:30:00"),
        (dt.timedelta(hours=30, minutes=5), "30:05:00"),
    ],
)
def test_a_cell_reads_as_people_see_it(value: object, text: str) -> None:
    assert grids(one_sheet([["Activity"], [value]]))[0].rows == [["Activity"], [text]]


@given(st.floats(-1e300, 1e300))
@settings(deadline=None)
def test_every_number_reads_as_a_number_that_is_the_same_to_fifteen_digits(value: float) -> None:
    (grid,) = grids(xlsx(f'<row r="1"><c r="A1"><v>{value!r}</v></c></row>'))
    assert float(grid.rows[0][0]) == pytest.approx(value, rel=1e-14)


def test_control_characters_are_kept_for_the_reports_to_escape() -> None:
    assert grids(xlsx(rows(cell("A1", "R\x00\x1b[31m"))))[0].rows == [["R\x00\x1b[31m"]]


def test_cells_stand_where_they_stand_in_the_sheet() -> None:
    (grid,) = grids(xlsx(f'<row r="3">{cell("C3")}{cell("E3", "A")}</row>'))
    assert grid.rows == [[""] * 5, [""] * 5, ["", "", "R", "", "A"]]


def test_merged_ranges_are_counted_from_the_corner_of_the_sheet() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("RACI")
        sheet.merge_range("C4:E4", "Sales")
        sheet.merge_range("B5:B7", "Start")
        sheet.write("F8", "R")
    (grid,) = grids(target.getvalue())
    assert grid.merged == (Span(3, 2, 3, 4), Span(4, 1, 6, 1))
    assert grid.rows[3][2] == "Sales"


def test_a_merge_wider_than_the_sheet_ends_with_it() -> None:
    merges = '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="D9:XFD1048576"/></mergeCells>'
    assert grids(xlsx(FOUR_CELLS, after=merges))[0].merged == (Span(0, 0, 0, 1),)


def test_hidden_sheets_are_read_and_marked_and_charts_left_out() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Shown"
    for state in ("hidden", "veryHidden"):
        book.create_sheet(state).sheet_state = state
    book.create_chartsheet("Chart")
    assert [(grid.name, grid.hidden) for grid in grids(written(book))] == [
        ("Shown", False),
        ("hidden", True),
        ("veryHidden", True),
    ]


def test_formulas_saved_without_their_result_are_told() -> None:
    book = openpyxl.Workbook()
    first, second = book.worksheets[0], book.create_sheet("R & D")
    first.append(["Activity", "Lead"])
    second.append(["Activity", "Lead"])
    second.append(["Kickoff", '=IF(TRUE,"R","")'])
    assert [grid.uncalculated for grid in grids(written(book))] == [(), ((1, 1),)]


@pytest.mark.parametrize(
    ("formula", "missing"),
    [
        ('<c r="B1"><f>A1</f></c>', True),
        ('<c r="B1" t="str"><f>A1</f></c>', True),
        ('<c r="B1"><f>A1</f><v/></c>', True),
        ('<c r="B1" s="2">\n<f t="shared" si="0"/>\n<v></v>\n</c>', True),
        ('<c r="B1" t="str"><f>A1</f><v></v></c>', False),
        ('<c r="B1" t="str"><f>A1</f><v>R</v></c>', False),
        ('<c r="B1"><f ca="1">A1</f><v>1</v></c>', False),
    ],
)
def test_only_a_formula_without_result_is_uncalculated(formula: str, missing: bool) -> None:
    sheet = rows(cell("A1") + formula)
    assert grids(xlsx(sheet))[0].uncalculated == (((0, 1),) if missing else ())
    prefixed = sheet.replace("<", "<x:").replace("<x:/", "</x:")
    assert grids(xlsx(prefixed))[0].uncalculated == (((0, 1),) if missing else ())


def test_calculated_formulas_are_read() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("RACI")
        sheet.write_formula("A1", '="R"', value="R")
        sheet.write_formula("B1", "=1+1", value=2)
    (grid,) = grids(target.getvalue())
    assert (grid.rows, grid.uncalculated) == ([["R", "2"]], ())


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same workbook as .xlsx, .xls and .ods."""
    folder = tmp_path_factory.mktemp("converted")
    with xlsxwriter.Workbook(folder / "plan.xlsx") as book:
        sheet = book.add_worksheet("RACI")
        sheet.merge_range("B2:C2", "Sales")
        sheet.write_row("A3", ["Activity", "Lead", "Désk ✓"])
        sheet.write_row("A4", ["Kickoff", "R", 1.5])
        book.add_worksheet("Notes").hide()
    for kind in ("xls", "ods"):
        command = [program("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(folder), str(folder / "plan.xlsx")]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_what_other_programs_write_is_read(converted: Path, kind: str) -> None:
    first, second = grids((converted / f"plan.{kind}").read_bytes(), f"plan.{kind}")
    texts = [[text for text in row if text] for row in first.rows]
    assert texts == [[], ["Sales"], ["Activity", "Lead", "Désk ✓"], ["Kickoff", "R", "1.5"]]
    assert first.rows[3][2] == "1.5"
    assert first.merged == (Span(1, 1, 1, 2),)
    assert (first.hidden, second.hidden, second.name) == (False, True, "Notes")


def test_merged_ranges_of_an_ods_are_found_behind_repeated_cells_and_rows() -> None:
    merged = '<table:table-cell{}  office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    spanned = ' table:number-columns-spanned="2" table:number-rows-spanned="{}"'
    blank, covered = '<table:table-cell table:number-columns-repeated="2"/>', "<table:covered-table-cell/>"
    table = (
        f"<table:table-row>{merged.format(spanned.format(1), 'Plan')}{covered}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="3">{blank}</table:table-row>'
        f"<table:table-row>{blank}{merged.format(spanned.format(2), 'R')}{covered}</table:table-row>"
        + ods_row("Kickoff", "A", "", "", "I")
    )
    (grid,) = grids(ods(table), "plan.ods")
    assert grid.merged == (Span(0, 0, 0, 1), Span(4, 2, 5, 3))
    assert (grid.rows[0][0], grid.rows[4][2]) == ("Plan", "R")


def coloured(fills: list[str]) -> bytes:
    book = openpyxl.Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = "RACI"
    for column, colour in enumerate(fills, 1):
        sheet.cell(1, column).fill = PatternFill("solid", fgColor=colour)
    sheet.cell(2, 1, "R").fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.cell(3, 1).fill = PatternFill("gray125")
    return written(book)


def test_coloured_empty_cells_are_counted() -> None:
    assert coloured_cells(coloured(["FFFF0000", "FFFFFF00", "FFFF0000", "FFFFFFFF"]), "RACI") == Colours(3, 2)
    assert coloured_cells(coloured(["FFFFFFFF"]), "RACI") == Colours(0, 0)
    assert coloured_cells(coloured(["FFFF0000"]), "Notes") == Colours(0, 0)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"A;B", xlsx(FOUR_CELLS), ods("")])
def test_other_files_have_no_colours(data: bytes) -> None:
    assert coloured_cells(data, "RACI") == Colours(0, 0)


@given(st.integers(1, 16384), st.integers(1, 1_048_576), st.integers(1, 20_000), st.integers(1, 2_000_000))
def test_the_search_for_strays_finds_exactly_the_cells_outside(columns: int, last: int, column: int, row: int) -> None:
    tag = f'<c r="{column_name(column)}{row}">'.encode()
    assert bool(_outside(columns, last).search(tag)) == (column > columns or row > last)


@given(st.binary(max_size=300), st.integers(0, 2000))
@settings(max_examples=60, deadline=None)
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(noise: bytes, at: int) -> None:
    data = xlsx(FOUR_CELLS)
    with contextlib.suppress(UnreadableFileError, NoMatrixError):
        grids(data[:at] + noise + data[at + len(noise) :])
