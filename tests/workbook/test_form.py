"""What is in a written workbook, as other readers see it."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

import needs
import raci_cli as raci
from raci_cli.errors import OutputError
from raci_cli.model import Activity, Assignment, Matrix, Phase, Role, Scheme
from raci_cli.model.schemes import RACI, SCHEMES
from raci_cli.shipped import shipped
from raci_cli.workbook import palette, write_matrix
from tables import matrix

ALLOWED = {
    "AND",
    "COLUMN",
    "COLUMNS",
    "COUNTA",
    "COUNTIF",
    "IF",
    "INDEX",
    "MOD",
    "OR",
    "ROW",
    "SUBSTITUTE",
    "SUMPRODUCT",
}
ALLOWED |= {"TRIM", "UPPER"}
"""Functions that Excel, LibreOffice and Google Sheets all have and calculate alike."""
HOSTILE = """
    title: =HYPERLINK("http://example.com")
    segment: +1
    Activity          | @Sales: -Lead | =Trainer
    # -Onboarding
    =cmd()            | R/A           | -
    ## @Training
    +49 call          | C             | A
    """


def enterprise() -> Matrix:
    return replace(raci.load(shipped("examples") / "enterprise.xlsx"), title="Customer success", version="2")


def own_scheme() -> Matrix:
    scheme = Scheme(
        "house", (("*", "Star"), ("?", "Ask"), ('"', "Quote"), ("N", "Nobody"), ("x", "")), "*", "?", note="Odd."
    )
    held = tuple(Assignment(0, letter) for letter in '*?"Nx')
    activities = tuple(Activity(f"Job {number}", (given,)) for number, given in enumerate(held))
    return Matrix((Role("One"),), activities, scheme)


KINDS: dict[str, Callable[[], Matrix]] = {
    "enterprise": enterprise,
    "hostile": lambda: matrix(HOSTILE),
    "own scheme": own_scheme,
    "empty": lambda: Matrix((), (), RACI),
    "control characters": lambda: Matrix((Role("a\x00b\ufffe\r\n"),), (Activity(" \x1b[31m _x0041_ "),), SCHEMES["rs"]),
    "many roles": lambda: Matrix(tuple(Role(f"R{n}", f"G{n // 7}") for n in range(60)), (Activity("A" * 500),), RACI),
}


@pytest.fixture(params=KINDS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(write_matrix(KINDS[request.param](), duties={"One": "Does it all.", "Trainer": "Trains."}))
    return file


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("form") / "enterprise.xlsx"
    file.write_bytes(write_matrix(enterprise(), duties={"Account Manager": "Looks after the contract."}))
    return file


def sheets(path: Path) -> list[Worksheet]:
    return [sheet for sheet in openpyxl.load_workbook(path).worksheets if isinstance(sheet, Worksheet)]


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_office_opens_it_without_offering_to_repair(path: Path) -> None:
    judge = needs.program("ooxml-validator")
    done = subprocess.run([judge, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_formula_has_its_result_and_no_function_is_new(path: Path) -> None:
    for name, text in parts(path).items():
        assert not name.startswith(("xl/externalLinks", "xl/vba")), name
        if name.startswith("xl/worksheets/sheet"):
            results = re.findall(r"</f>(.{0,3})", text)
            assert len(results) == text.count("<f>")
            assert "<f " not in text
            assert set(results) <= {"<v>"}
            used = re.findall(r"<f>(.*?)</f>|<formula>(.*?)</formula>", text)
            said = re.sub(r"&quot;.*?&quot;|'[^']*'!", "", " ".join(map("".join, used)).replace('"', "&quot;"))
            assert set(re.findall(r"([A-Z][A-Z0-9.]+)\(", said)) <= ALLOWED


def test_texts_are_never_formulas(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(write_matrix(matrix(HOSTILE)))
    cells = {cell.value: cell for row in sheets(file)[0].iter_rows() for cell in row if cell.value}
    for text in ('=HYPERLINK("http://example.com")', "+1", "@Sales", "-Lead", "-Onboarding", "=cmd()", "+49 call"):
        assert cells[text].data_type == "s"
        assert cells[text].quotePrefix


def test_nobody_is_named_in_it(big: Path) -> None:
    properties = openpyxl.load_workbook(big).properties
    assert (properties.creator or "", properties.lastModifiedBy or "") == ("", "")
    assert properties.created is not None
    assert properties.created.year == 2020
    with zipfile.ZipFile(big) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_sheets_beside_the_matrix_say_so_in_their_first_cell(big: Path) -> None:
    assert [(sheet.title, sheet["A1"].value) for sheet in sheets(big)] == [
        ("Enterprise", "raci matrix"),
        ("Legend & instructions", "raci: legend"),
        ("Summary", "raci: summary"),
    ]


def test_the_matrix_folds_freezes_and_prints(big: Path) -> None:
    sheet = sheets(big)[0]
    bands = [row[0].row or 0 for row in sheet.iter_rows(min_row=9, max_col=2) if any(cell.font.b for cell in row)]
    assert len(bands) == 12
    assert sheet.freeze_panes == "D8"
    assert sheet.row_dimensions[bands[2]].outlineLevel == 0
    assert sheet.row_dimensions[bands[2] + 1].outlineLevel == 1
    assert sheet.sheet_properties.outlinePr is not None
    assert sheet.sheet_properties.outlinePr.summaryBelow is False
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$6:$7"
    assert "Page &P of &N" in parts(big)["xl/worksheets/sheet1.xml"].replace("&amp;", "&")
    assert {"E6:F6", "G6:J6"} <= {str(each) for each in sheet.merged_cells.ranges}
    details = [dimension(sheet, number) for number in range(27, 36)]
    assert {(each.outlineLevel, each.hidden) for each in details} == {(1, False)}


def test_styles_have_names(big: Path) -> None:
    named = re.findall(r'<cellStyle name="([^"]+)"', parts(big)["xl/styles.xml"])
    assert {"Normal", "raci title", "raci activity", "raci letter", "raci check", "raci group 1"} <= set(named)
    sheet = sheets(big)[0]
    assert sheet["A2"].style == "raci title"
    assert sheet["C12"].style == "raci activity"


def test_letters_are_offered_in_every_cell_of_the_frame(big: Path) -> None:
    sheet = sheets(big)[0]
    (offer,) = sheet.data_validations.dataValidation
    assert offer.formula1 == '"R,A,C,I,R/A,-"'
    (place,) = offer.sqref.ranges
    end = next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == "Insert new rows above this line.")
    assert (place.min_row, place.max_row, place.min_col, place.max_col) == (8, end, 4, 25)
    assert "R/A for both" in (offer.error or "")


def test_conditional_formats_cover_the_frame(big: Path) -> None:
    sheet = sheets(big)[0]
    covered = [str(area.sqref) for area in sheet.conditional_formatting]
    assert len(covered) == 5
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    assert len(rules) == 3 + 5 + 1 + 1 + 2 + 2


def test_the_summary_has_a_chart_of_the_load(big: Path) -> None:
    (chart,) = (text for name, text in parts(big).items() if name.startswith("xl/charts/chart"))
    assert '<c:barDir val="bar"/>' in chart
    assert chart.count("<c:ser>") == 4
    assert "Account Manager" in chart


def test_colours_can_be_read_and_told_apart_without_colour() -> None:
    for scheme in SCHEMES.values():
        colours = palette.letter_colours(scheme)
        assert set(colours) == set(scheme.alphabet)
        assert all(contrast(colour.fill, colour.ink) >= 4.5 for colour in colours.values())
    letters = palette.letter_colours(RACI)
    shades = [luminance(letters[letter].fill) for letter in "ARCI"]
    assert shades == sorted(shades)
    assert all((lighter + 0.05) / (darker + 0.05) > 1.15 for darker, lighter in pairwise(shades))
    for group in (*palette.GROUPS, palette.NO_GROUP):
        assert contrast(group.band, palette.PAPER) >= 4.5
        assert contrast(group.heading, palette.INK) >= 4.5
    for fill, ink in (
        (palette.WRONG, palette.PAPER),
        (palette.OPEN, palette.OPEN_INK),
        (palette.PAPER, palette.RIGHT_INK),
        (palette.NEW, palette.INK),
        (palette.BAND, palette.HEAD),
        (palette.PAPER, palette.PALE_INK),
    ):
        assert contrast(fill, ink) >= 4.5


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_legend_tells_what_the_roles_do(big: Path) -> None:
    texts = [cell.value for row in sheets(big)[1].iter_rows() for cell in row]
    assert "Looks after the contract." in texts
    assert {"What the letters mean", "Five steps", "What the roles do"} <= set(texts)


@pytest.mark.parametrize("name", ["Summary", "a/b:c*?[d]", "x" * 40, "'quoted'", "History", "Legend & instructions"])
def test_any_sheet_name_becomes_one_that_office_takes(name: str, tmp_path: Path) -> None:
    plan = matrix(HOSTILE, sheet=name)
    raci.save(plan, tmp_path / "plan.xlsx")
    titles = [sheet.title for sheet in sheets(tmp_path / "plan.xlsx")]
    assert len({title.casefold() for title in titles}) == 3
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
    assert raci.load(tmp_path / "plan.xlsx") == plan


def test_what_no_worksheet_holds_is_a_sentence() -> None:
    with pytest.raises(OutputError, match="32,768 characters"):
        write_matrix(Matrix((), (Activity("x" * 32_768),), RACI))
    with pytest.raises(OutputError, match="has room for"):
        write_matrix(Matrix((), (Activity("\N{GRINNING FACE}" * 20_000),), RACI))
    with pytest.raises(OutputError, match="16,384 columns"):
        write_matrix(Matrix(tuple(Role(f"R{n}") for n in range(16_380)), (), RACI))


@pytest.mark.parametrize("roles", [0, 1, 2, 3, 5, 11, 20])
def test_every_field_of_the_title_block_has_room(roles: int, tmp_path: Path) -> None:
    names = tuple(Role(f"Automation{number}", automated=True) for number in range(roles))
    raci.save(Matrix(names, (Activity("A"),), RACI), tmp_path / "plan.xlsx")
    sheet = sheets(tmp_path / "plan.xlsx")[0]
    ends = {str(area).partition(":")[0]: area.max_col for area in sheet.merged_cells.ranges if area.min_row == 4}
    fields = [cell for cell in sheet[3] if cell.value]
    assert [cell.value for cell in fields] == ["Segment", "Strategy", "Filled in by", "Date", "Version"]
    for cell in fields:
        last = ends.get(f"{cell.column_letter}4", cell.column)
        assert sum(dimension(sheet, column).width for column in range(cell.column or 0, last + 1)) >= 10


def dimension(sheet: Worksheet, number: int) -> ColumnDimension:
    """Equal columns beside each other are kept as one."""
    known = sheet.column_dimensions.values()
    return next(column for column in known if (column.min or 0) <= number <= (column.max or 0))


def test_long_texts_above_the_matrix_are_wrapped(tmp_path: Path) -> None:
    plan = matrix(f"title: {'A long title ' * 8}\nleader: {'Somebody ' * 8}\nActivity | Sales | CSM\nWork | A | R")
    raci.save(plan, tmp_path / "plan.xlsx")
    sheet = sheets(tmp_path / "plan.xlsx")[0]
    assert sheet["A2"].alignment.wrap_text
    assert (sheet.row_dimensions[2].height, sheet.row_dimensions[4].height) >= (60, 40)
    assert raci.load(tmp_path / "plan.xlsx") == plan


def test_texts_that_run_over_other_cells_begin_on_the_left(tmp_path: Path) -> None:
    """A right-to-left text would run out of the sheet."""
    raci.save(matrix("title: مصفوفة\nActivity | Sales\n# التهيئة\n## المبيعات\nWork | R/A"), tmp_path / "plan.xlsx")
    sheet = sheets(tmp_path / "plan.xlsx")[0]
    assert [sheet[cell].alignment.horizontal for cell in ("A2", "A9", "B10")] == ["left"] * 3


def test_details_take_the_room_they_need(tmp_path: Path) -> None:
    """Columns without texts stay narrow, and the name of a phase makes no row higher."""
    long = "A phase with a name that takes several lines where it is wrapped into a column"
    (first,) = matrix("Activity | Sales | CSM\nWork | A | R").activities
    about = first._replace(description="A sentence of usual length that says what is done here.", phase=long)
    raci.save(Matrix((Role("Sales"), Role("CSM")), (about,), RACI, (Phase(long),)), tmp_path / "plan.xlsx")
    sheet = sheets(tmp_path / "plan.xlsx")[0]
    widths = {cell.value: dimension(sheet, cell.column or 0).width for cell in sheet[7] if cell.value}
    assert widths["Moment of truth"] < 16
    assert 50 < widths["Description"] < 70
    assert (sheet.row_dimensions[10].height or 0) < 20
