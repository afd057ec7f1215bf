"""People work on the sheet: rows and columns come, go and move, and the matrix is still read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from written import Edited

from raci_cli.errors import NoMatrixError, UnreadableFileError
from raci_cli.layouts.recognise import recognise
from raci_cli.model import Activity, Assignment, Grid, Matrix, RemarkKind, Scheme
from tables import matrix

PLAN = matrix("""
    title: Customer success
    Activity        | Sales: Account Executive | Services: Trainer | Services: Architect | CRM (automated)
    First thoughts  | A                        | R                 |                     |
    # Onboarding
    Kickoff meeting | A                        | R/A               | C                   | I
    Access          |                          | A                 | R                   | -
    ## Training
    Set-up          | I                        | A                 | R                   |
    # Renewal
    Offer           | R                        |                   |                     |
    """)


@pytest.fixture
def edited() -> Edited:
    return Edited(PLAN)


def names(told: Matrix) -> list[str]:
    return [activity.name for activity in told.activities]


def letters(told: Matrix, name: str) -> dict[str, str]:
    (found,) = (activity for activity in told.activities if activity.name == name)
    return {told.roles[given.role].label: given.letters for given in found.assignments}


def activity(told: Matrix, name: str) -> Activity:
    return next(each for each in told.activities if each.name == name)


def test_nothing_done(edited: Edited) -> None:
    assert edited.saved() == PLAN


def test_a_row_is_inserted(edited: Edited) -> None:
    row, _ = edited.find("Access")
    edited.sheet.insert_rows(row)
    edited.put(row, [[None, None, "New work", None, "a", " R "]])
    told = edited.saved()
    assert names(told) == ["First thoughts", "Kickoff meeting", "New work", "Access", "Set-up", "Offer"]
    assert activity(told, "New work").phase == "Onboarding"
    assert letters(told, "New work") == {"Account Executive": "A", "Trainer": "R"}
    assert [remark.kind for remark in told.source.remarks] == [RemarkKind.UNTIDY]


def test_a_row_is_added_at_the_very_end(edited: Edited) -> None:
    row, _ = edited.find("Insert new rows above this line.")
    edited.sheet.insert_rows(row)
    edited.put(row, [[None, None, "Last work"]])
    told = edited.saved()
    assert names(told)[-1] == "Last work"
    assert activity(told, "Last work").phase == "Renewal"


def test_rows_are_sorted_within_a_phase(edited: Edited) -> None:
    first, _ = edited.find("Kickoff meeting")
    edited.put(first, list(reversed(edited.rows(first, first + 1))))
    told = edited.saved()
    assert names(told) == ["First thoughts", "Access", "Kickoff meeting", "Set-up", "Offer"]
    assert sorted(map(str, without_cells(told))) == sorted(map(str, without_cells(PLAN)))


def test_all_rows_are_sorted_by_name(edited: Edited) -> None:
    """Sorting puts bands, whose activity cell is blank, behind everything else."""
    first, last = edited.find("First thoughts")[0], edited.find("Offer")[0]
    rows = sorted(edited.rows(first, last), key=lambda row: (row[2] is None, row[2] or ""))
    edited.put(first, rows)
    told = edited.saved()
    assert names(told) == ["Access", "First thoughts", "Kickoff meeting", "Offer", "Set-up"]
    assert sorted(map(str, without_cells(told))) == sorted(map(str, without_cells(PLAN)))
    assert {phase.name for phase in told.phases} == {"Onboarding", "Renewal"}


def without_cells(told: Matrix) -> list[Activity]:
    return [
        each._replace(row=0, column=0, assignments=tuple(given._replace(row=0, column=0) for given in each.assignments))
        for each in told.activities
    ]


def test_rows_are_deleted(edited: Edited) -> None:
    edited.sheet.delete_rows(edited.find("Access")[0])
    edited.sheet.delete_rows(edited.find("First thoughts")[0])
    told = edited.saved()
    assert names(told) == ["Kickoff meeting", "Set-up", "Offer"]
    assert letters(told, "Kickoff meeting")["Trainer"] == "RA"


def test_a_band_is_renamed_and_another_deleted(edited: Edited) -> None:
    bands = {str(cell.value): cell for row in edited.sheet.iter_rows(max_col=2) for cell in row}
    bands["Onboarding"].value = "Start"
    edited.sheet.delete_rows(bands["Training"].row or 0)
    told = edited.saved()
    assert [(each.phase, each.section) for each in told.activities] == [("", ""), *[("Start", "")] * 3, ("Renewal", "")]


def test_a_role_is_added(edited: Edited) -> None:
    row, column = edited.find("CRM\n(automated)")
    edited.sheet.insert_cols(column)
    edited.sheet.cell(row, column).value = "Support"
    edited.sheet.cell(edited.find("Offer")[0], column).value = "A"
    told = edited.saved()
    assert [role.name for role in told.roles][-2:] == ["Support", "CRM"]
    assert letters(told, "Offer") == {"Account Executive": "R", "Support": "A"}


def test_letters_under_no_heading_are_not_lost(edited: Edited) -> None:
    """The check counts them; so does raci."""
    _, column = edited.find("Trainer")
    edited.sheet.insert_cols(column)
    edited.sheet.cell(edited.find("Offer")[0], column).value = "A"
    told = edited.saved()
    assert [role.name for role in told.roles] == ["Account Executive", "(column F)", "Trainer", "Architect", "CRM"]
    assert letters(told, "Offer") == {"Account Executive": "R", "(column F)": "A"}


def test_columns_beside_the_matrix_are_no_roles(edited: Edited) -> None:
    for column in (1, 3):
        edited.sheet.insert_cols(column)
        edited.sheet.cell(edited.find("Check")[0], column).value = "My notes"
        edited.sheet.cell(edited.find("Offer")[0], column).value = "call them"
    row, column = edited.find("Check")
    edited.sheet.insert_cols(column + 1)
    edited.sheet.cell(row, column + 1).value = "Done"
    edited.sheet.cell(edited.find("Offer")[0], column + 1).value = "R"
    assert replace(edited.saved(), title=PLAN.title) == PLAN


def test_sheets_are_renamed_moved_and_deleted(edited: Edited) -> None:
    edited.sheet.title = "Enterprise 2027"
    del edited.book["Summary"], edited.book["Legend & instructions"]
    notes = edited.book.create_sheet("Notes", 0)
    notes["A1"], notes["B2"] = "to do", "call the customer"
    assert edited.saved() == PLAN


def test_rows_and_columns_are_put_before_everything_on_every_sheet() -> None:
    own = Scheme("ours", (("D", "Does it"), ("A", "Answers for it")), responsible="D", accountable="A", note="Our own.")
    plan = replace(
        PLAN, scheme=own, activities=(Activity("Offer", (Assignment(0, "D"), Assignment(1, "A"))),), phases=()
    )
    edited = Edited(plan)
    for sheet in edited.book.worksheets:
        sheet.insert_rows(1, 2)
        sheet.insert_cols(1)
    told = edited.saved()
    assert told == plan
    assert told.source.beside == ("legend", "summary")


def test_the_line_that_ends_the_activities_is_deleted(edited: Edited) -> None:
    edited.sheet.delete_rows(edited.find("Insert new rows above this line.")[0])
    assert edited.saved() == PLAN


def test_letters_that_are_formulas_without_results_are_refused(edited: Edited) -> None:
    row, _ = edited.find("Offer")
    edited.sheet.cell(row, 6).value = '="A"'
    with pytest.raises(UnreadableFileError, match=f"F{row} holds a formula"):
        edited.saved()


def test_without_its_mark_it_is_a_sheet_like_any_other(edited: Edited) -> None:
    edited.sheet["A1"] = None
    told = edited.saved()
    assert names(told) == names(PLAN)
    assert [list(letters(told, name).values()) for name in names(told)] == [
        list(letters(PLAN, name).values()) for name in names(PLAN)
    ]
    assert told.phases == PLAN.phases


def test_sheets_beside_a_matrix_hold_none() -> None:
    votes = Grid(
        "Votes", [["raci: votes"], ["Activity", "Sales", "Trainer"], ["Kickoff", "A", "R"], ["Offer", "R", "A"]]
    )
    with pytest.raises(NoMatrixError, match="a workbook of ours with votes"):
        recognise([votes], "pack.xlsx")


def test_a_title_that_begins_like_our_mark_makes_no_sheet_ours() -> None:
    rows = [["raci: customer success"], ["Activity", "Sales", "Trainer"], ["Kickoff", "A", "R"], ["Offer", "R", "A"]]
    (found,) = recognise([Grid("Plan", rows)], "plan.xlsx")
    assert names(found) == ["Kickoff", "Offer"]
