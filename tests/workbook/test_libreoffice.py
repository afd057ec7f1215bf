"""What LibreOffice makes of our workbooks: the same numbers, the same verdicts as raci, the same matrix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from libreoffice import edited_in_libreoffice, saved_by_libreoffice, values, without_values

import raci_cli as raci
from raci_cli.model import Activity, Matrix
from raci_cli.shipped import shipped
from tables import matrix

SECTIONS = """
    title: Customer success
    segment: enterprise
    strategy: high touch
    leader: VP Sales
    date: 2026-05-01
    scheme: rasci
    Activity              | Sales: Account Executive | Sales: Account Executive | CRM (automated) | Success: CSM
    # Onboarding
    Kickoff meeting       | R/A                      |                          | I               | C
    ## Training
    =Grant access, "now"  | -                        | -                        | -               |
    Set-up                | S                        | A                        | R               | A
    # Renewal
    Offer (four eyes)     |                          |                          |                 |
    """
PAIRS = """
    scheme: rs
    Job          | Marketing | Sales | Services | Support
    # Adopt
    Win          | R         | S     |          |
    Help         |           | S     | S        |
    """
FAULTS: tuple[tuple[list[str | int], str], ...] = (
    (["A", "R", "C", "I"], "ok"),
    (["AR", "", "", ""], "ok"),
    (["r/a", "i", "", ""], "ok"),
    (["A", "r, a", "", "C"], "2 A"),
    (["C", "R", "", ""], "no A"),
    (["a", "C", "I", ""], "no R"),
    (["C", "", "", "I"], "no A, no R"),
    (["A", "A", "A", ""], "3 A, no R"),
    (["-", "-", "n/a", "-"], "no A, no R"),
    (["", "", "", ""], "not filled in"),
    (["(A)", "R", "N/A", "none"], "ok"),
    (["A", "R", "X", ""], "unclear"),
    (["A", "R", "x", "Anna"], "unclear"),
    (["TBA", "R", "?", "*"], "no A, unclear"),
    (["A", "", "Rita", "Sales"], "no R, unclear"),
    (["X", "", "", ""], "not filled in, unclear"),
    (["AA", "RR", "C", "I"], "no A, no R, unclear"),
    (["A", "R", 1, "TRUE"], "unclear"),
    (["A", " ", "", "r/c"], "ok"),
    ([" ", "", "", ""], "not filled in"),
    (["R/A/C", "", "a;i", "nil"], "2 A"),
    (["A, R", "n", "NA", "-"], "ok"),
    (["A", "R", "A R", "RA"], "3 A"),
)
"""Letters as people type them, and what the check has to say."""


def enterprise() -> Matrix:
    return raci.load(shipped("examples") / "enterprise.xlsx")


MATRICES: dict[str, Callable[[], Matrix]] = {
    "enterprise": enterprise,
    "sections": lambda: with_details(matrix(SECTIONS)),
    "pairs": lambda: matrix(PAIRS),
    "empty": lambda: replace(enterprise(), roles=(), activities=(), phases=()),
    "blank": lambda: replace(enterprise(), activities=tuple(map(blank, enterprise().activities))),
}


def blank(activity: Activity) -> Activity:
    return activity._replace(assignments=())


def with_details(told: Matrix) -> Matrix:
    first = told.activities[0]._replace(
        id="kickoff",
        due="go-live -30d",
        moment_of_truth="They see\nhow we work",
        system="CRM",
        description="+ a first meeting",
        automated=True,
    )
    return replace(told, version="1.2", activities=(first, *told.activities[1:]))


def faulty(path: Path) -> None:
    """A workbook of ours with letters as people type them put into its rows."""
    rows = "\n".join(f"Job {number} | A | R | |" for number in range(len(FAULTS)))
    raci.save(matrix(f"Job | Sales | Trainer | CSM | CRM\n# Adopt\n{rows}"), path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    top = next(cell.row for (cell,) in sheet.iter_rows(min_col=3, max_col=3) if cell.value == "Job 0")
    for row, (letters, _) in enumerate(FAULTS, start=top):
        for column, text in enumerate(letters, start=5):
            sheet.cell(row, column).value = text or None
    sheet.cell(top, 10).value = None  # as in a row that somebody has inserted
    book.save(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our workbooks, and what LibreOffice saves after it has calculated them."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "open").mkdir()
    for name, make in MATRICES.items():
        raci.save(make(), folder / f"{name}.xlsx")
        without_values(folder / f"{name}.xlsx", folder / "open" / f"{name}.xlsx")
    faulty(folder / "open" / "faulty.xlsx")
    files = sorted((folder / "open").glob("*.xlsx"))
    for form in ("xlsx", "ods"):
        (folder / form).mkdir()
        saved_by_libreoffice(files, form, folder / form)
    return folder


@pytest.mark.parametrize("name", MATRICES)
def test_the_stored_results_are_those_that_libreoffice_calculates(folder: Path, name: str) -> None:
    assert values(folder / "xlsx" / f"{name}.xlsx") == values(folder / f"{name}.xlsx")


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize("name", MATRICES)
def test_what_libreoffice_saves_reads_back_the_same(folder: Path, name: str, form: str) -> None:
    assert raci.load(folder / form / f"{name}.{form}") == MATRICES[name]()


@pytest.mark.parametrize("name", MATRICES)
def test_the_check_says_what_raci_says(folder: Path, name: str) -> None:
    path = folder / "xlsx" / f"{name}.xlsx"
    assert verdicts(path) == expected(raci.load(path))


def test_the_check_says_what_raci_says_about_faults(folder: Path) -> None:
    path = folder / "xlsx" / "faulty.xlsx"
    said, found = verdicts(path), expected(raci.load(path))
    assert list(said.values())[1:] == list(found.values())[1:]
    assert said.keys() == found.keys()


def test_the_check_understands_what_people_type(folder: Path) -> None:
    assert list(verdicts(folder / "xlsx" / "faulty.xlsx").values())[1:] == [verdict for _, verdict in FAULTS[1:]]


def test_the_summary_counts_what_is_open(folder: Path) -> None:
    summary = values(folder / "xlsx" / "faulty.xlsx")["Summary"]
    said = {str(summary[f"A{row}"]): summary[f"B{row}"] for row in range(4, 14)}
    assert said == {
        "Activities": len(FAULTS),
        "In order": 5,
        "Open": len(FAULTS) - 5,
        "not filled in": 3,
        "no A": 5,
        "more than one A": 4,
        "no R": 6,
        "unclear entries": 7,
        "new rows without a check (yellow; see the legend)": 1,
        "new roles without counts (yellow; see the legend)": 0,
    }


def verdicts(path: Path) -> dict[str, str]:
    """What the check says in the sheet, by cell of the activity."""
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    rows = list(sheet.iter_rows())
    headings = next(row for row in rows if row[0].value == "Phase")
    check = next(cell.column for cell in headings if cell.value == "Check")
    named = [row for row in rows[headings[0].row :] if row[2].value]
    return {f"C{row[0].row}": str(row[check - 1].value) for row in named}


def expected(told: Matrix) -> dict[str, str]:
    """What `raci validate` finds, in the words of the check."""
    report = raci.validate(told)
    scheme = told.scheme
    said: dict[str, str] = {}
    for activity in told.activities:
        place = told.locate(activity).a1
        codes = {finding.code for finding in report.findings if finding.location.row == activity.row}
        number = len(activity.holders(scheme.accountable))
        parts = [f"no {scheme.accountable}"] * ("RACI101" in codes) + [f"{number} A"] * ("RACI102" in codes)
        parts += [f"no {scheme.responsible}"] * ("RACI103" in codes)
        parts = ["not filled in"] if "RACI100" in codes else parts
        said[place] = ", ".join(parts + ["unclear"] * ("RACI001" in codes)) or "ok"
    return said


def test_what_is_inserted_at_any_edge_is_checked_and_counted(tmp_path: Path) -> None:
    """A row right below the headings, one at the very end, and a role right before the check."""
    raci.save(matrix("Job | Sales | Trainer\n# Adopt\nWin | A | R\nHelp | R |"), tmp_path / "plan.xlsx")
    told = raci.load(
        edited_in_libreoffice(
            tmp_path / "plan.xlsx",
            tmp_path / "edited.xlsx",
            [
                *("sheet.Rows.insertByIndex(11, 1)", 'sheet.getCellByPosition(2, 11).String = "Last"'),
                'sheet.getCellByPosition(5, 11).String = "ra"',
                *("sheet.Rows.insertByIndex(8, 1)", 'sheet.getCellByPosition(2, 8).String = "First"'),
                *("sheet.Columns.insertByIndex(6, 1)", 'sheet.getCellByPosition(6, 6).String = "CSM"'),
                'sheet.getCellByPosition(6, 10).String = "A"',
            ],
        )
    )
    found = values(tmp_path / "edited.xlsx")
    assert [activity.name for activity in told.activities] == ["First", "Win", "Help", "Last"]
    assert [role.name for role in told.roles] == ["Sales", "Trainer", "CSM"]
    assert verdicts(tmp_path / "edited.xlsx")["C11"] == "2 A"
    assert [found["RACI"][cell] for cell in ("F15", "F16")] == [2, 1]
    assert figures(found) | {"Activities": 4, NEW_ROWS: 2, NEW_ROLES: 1} == figures(found)
    assert [found["Summary"][cell] for cell in ("A16", "B16", "C16", "A18", "B18")] == ["Sales", 1, 1, "CSM", 0]


def test_rows_that_are_inserted_look_like_activities(tmp_path: Path) -> None:
    """One below the headings, one below the name of a phase, and one at the very end."""
    raci.save(matrix("Job | Sales | Trainer\n# Adopt\nWin | A | R\nHelp | R |"), tmp_path / "plan.xlsx")
    inserted = [f"sheet.Rows.insertByIndex({row}, 1)" for row in (11, 9, 8)]
    path = edited_in_libreoffice(tmp_path / "plan.xlsx", tmp_path / "edited.xlsx", inserted)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [sheet.cell(row, 1).value for row in (10, 15)] == ["Adopt", "Insert new rows above this line."]
    for row in (9, 11, 14):
        assert (sheet.row_dimensions[row].height or 15) >= 12.5
        assert {sheet.cell(row, column).fill.fill_type for column in range(1, 9)} == {None}
        assert not sheet.cell(row, 3).font.b


def test_roles_come_and_go(tmp_path: Path) -> None:
    """One is deleted; of two new ones, one gets counts, and the other stands where the check does not see it."""
    raci.save(matrix("Job | Sales | Trainer | Architect\nWin | A | R |\nHelp | R | | A"), tmp_path / "plan.xlsx")
    steps = [
        *("sheet.Columns.insertByIndex(8, 1)", 'sheet.getCellByPosition(8, 6).String = "Outside"'),
        *("sheet.Columns.insertByIndex(6, 1)", 'sheet.getCellByPosition(6, 6).String = "CSM"'),
        'sheet.getCellByPosition(6, 9).String = "A"',
        'from = sheet.getCellRangeByName("F12:F15").RangeAddress',
        "sheet.copyRange(sheet.getCellByPosition(6, 11).CellAddress, from)",
        "sheet.Columns.removeByIndex(4, 1)",
    ]
    path = edited_in_libreoffice(tmp_path / "plan.xlsx", tmp_path / "edited.xlsx", steps)
    found = values(path)
    assert [role.name for role in raci.load(path).roles] == ["Trainer", "CSM", "Architect", "Outside"]
    assert list(verdicts(path).values()) == ["no A", "2 A, no R"]
    assert figures(found) | {NEW_ROWS: 0, NEW_ROLES: 1} == figures(found)
    summary = found["Summary"]
    loads = [(summary.get(f"A{row}"), summary.get(f"C{row}")) for row in range(16, 20)]
    assert loads == [("Trainer", 0), ("CSM", 1), ("Architect", 1), (None, None)]
    assert not [text for cells in found.values() for text in cells.values() if str(text).startswith("#")]


NEW_ROWS, NEW_ROLES = (
    "new rows without a check (yellow; see the legend)",
    "new roles without counts (yellow; see the legend)",
)


def figures(found: dict[str, dict[str, object]]) -> dict[object, object]:
    """What the summary counts, by its words."""
    return {found["Summary"].get(f"A{row}"): found["Summary"].get(f"B{row}") for row in range(4, 14)}
