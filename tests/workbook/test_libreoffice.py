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
FAULTS = (
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
    return replace(activity, assignments=())


def with_details(told: Matrix) -> Matrix:
    first = replace(
        told.activities[0],
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
    said = {str(summary[f"A{row}"]): summary[f"B{row}"] for row in range(4, 12)}
    assert said == {
        "Activities": len(FAULTS),
        "In order": 3,
        "Open": len(FAULTS) - 3,
        "not filled in": 1,
        "no A": 3,
        "more than one A": 2,
        "no R": 4,
        "new rows without a check (copy it from above)": 1,
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
        codes = {finding.code for finding in report.findings if finding.location.a1 == place}
        number = len(activity.holders(scheme.accountable))
        parts = [f"no {scheme.accountable}"] * ("RACI101" in codes) + [f"{number} A"] * ("RACI102" in codes)
        parts += [f"no {scheme.responsible}"] * ("RACI103" in codes)
        said[place] = "not filled in" if "RACI100" in codes else ", ".join(parts) or "ok"
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
    assert (found["Summary"]["B4"], found["Summary"]["B11"]) == (4, 2)
