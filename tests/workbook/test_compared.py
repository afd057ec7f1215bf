"""The comparison as a workbook: what its sheets say, to people, to Office, and to raci itself."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import needs
from raci_cli.compare import compare, heat_map
from raci_cli.errors import NoMatrixError, OutputError
from raci_cli.files.read import load
from raci_cli.model import Activity, Assignment, Matrix, Role
from raci_cli.model.comparison import Comparison, Copy
from raci_cli.model.schemes import RACI
from raci_cli.workbook.compared import write_comparison as write
from tables import matrix

SALES = """
    title: Customer success
    Activity        | Sales: Account Executive | Success: CSM | Services: Trainer
    # Onboarding
    Kickoff meeting | A                        | R            | C
    Project plan    | I                        | R/A          | C
    # Adoption
    =30-day call    | I                        | R/A          | -
    Report          |                          |              |
    """
SUCCESS = """
    title: Customer success
    Activity        | Sales: Account Executive | Success: CSM
    # Onboarding
    Kickoff meeting | C                        | R/A
    Project plan    | I                        | R/A
    # Adoption
    =30-day call    | I                        | R/A
    """
HOSTILE = ("=HYPERLINK(1)", "[red]\x1b[2J\x00", "two\nlines", "👩‍💻 \ud800", "A very long name " * 20, "'quoted'")


def compared(*tables: str) -> Comparison:
    names = ("Sales", "Success", "Services")
    return compare([Copy(name, matrix(table)) for name, table in zip(names, tables, strict=False)])


def write_comparison(comparison: Comparison) -> bytes:
    return write(comparison, heat_map(comparison))


def sheets(comparison: Comparison) -> dict[str, Any]:
    book = openpyxl.load_workbook(io.BytesIO(write_comparison(comparison)))
    return {sheet.title: sheet for sheet in book.worksheets}


def row(sheet: Any, name: str) -> list[Any]:
    """The cells of the row that begins with a name."""
    return next(list(cells) for cells in sheet.iter_rows() if cells[0].value == name)


def test_every_sheet_is_marked_as_ours() -> None:
    found = sheets(compared(SALES, SUCCESS))
    assert list(found) == ["Comparison", "Side by side", "Cell by cell", "Heat map"]
    assert {sheet["A1"].value for sheet in found.values()} == {f"raci: {name.lower()}" for name in found}


def test_raci_says_what_it_is_instead_of_reading_it(tmp_path: Path) -> None:
    file = tmp_path / "comparison.xlsx"
    file.write_bytes(write_comparison(compared(SALES, SUCCESS)))
    with pytest.raises(NoMatrixError, match="a workbook of ours with comparison, side by side"):
        load(str(file))


def test_the_overview_leads_with_who_owns_what() -> None:
    sheet = sheets(compared(SALES, SUCCESS))["Comparison"]
    assert row(sheet, "Who is Accountable")[4].value == "too few to measure"
    assert [cell.value for cell in row(sheet, "Sales")[:5]] == ["Sales", 3, 4, "75 %", "27 %"]


def test_a_title_that_not_all_give_is_not_that_of_the_comparison() -> None:
    assert compared(SALES, SUCCESS).title == "Customer success"
    assert compared(SALES, SUCCESS.replace("Customer success", "RACI of our own")).title == ""


def test_side_by_side_marks_answers_that_are_not_everybodys() -> None:
    sheet = sheets(compared(SALES, SUCCESS, SUCCESS))["Side by side"]
    name, dispute, sales, success, _ = row(sheet, "Kickoff meeting")
    assert (name.value, dispute.value) == ("Kickoff meeting", "who is Accountable")
    assert sales.value == "A  Account Executive\nR  CSM\nC  Trainer"
    assert success.value == "A  CSM\nR  CSM\nC  Account Executive"
    assert sales.fill.fgColor.rgb == "FFF9D2A0"
    assert success.fill.fill_type is None
    assert row(sheet, "Report")[2].value == "(blank)"
    assert row(sheet, "Report")[3].value == "(no such activity)"
    assert row(sheet, "=30-day call")[2].value.endswith("-  Trainer")


def test_cells_in_dispute_are_marked_and_tell_the_votes() -> None:
    sheet = sheets(compared(SALES, SUCCESS))["Cell by cell"]
    _, executive, manager, trainer = row(sheet, "Kickoff meeting")
    assert (executive.value, manager.value, trainer.value) == ("A | C", "R | R/A", "C")
    assert executive.comment.text == "Sales: A\nSuccess: C"
    assert trainer.comment is None  # the other copy has no such role, and so says nothing about it
    _, executive, manager, _ = row(sheet, "Project plan")
    assert (executive.comment, manager.value) == (None, "R/A")


def test_every_answer_fits_into_its_cell() -> None:
    rows = [
        f"Activity | A role | Other\n{cell[0]} | {cell[1]} | R"
        for cell in (("Plan", "R/A"), ("Plan", "C"), ("Plan", "I"))
    ]
    sheet = sheets(compared(*rows))["Cell by cell"]
    (_, disputed, *_) = row(sheet, "Plan")
    assert disputed.value == "R/A | C | I"
    assert sheet.column_dimensions["B"].width > len(disputed.value)
    assert disputed.alignment.shrink_to_fit


def test_the_answer_that_most_give_stands_first() -> None:
    rows = [f"Activity | AE | CSM\nPlan | {cell} | R" for cell in ("I", "C", "C")]
    assert row(sheets(compared(*rows))["Cell by cell"], "Plan")[1].value == "C | I"


def test_many_copies_are_no_wider_than_what_they_say() -> None:
    table = "Activity | AE | CSM\nPlan | A | R\nRun | A | R"
    short = sheets(compared(table, table))["Side by side"].column_dimensions["C"].width
    long = sheets(compared(SALES, SUCCESS))["Side by side"].column_dimensions["C"].width
    assert short < long <= 31


def test_blank_cells_and_no_part_are_told_apart_and_silent_copies_named() -> None:
    heading = "Activity | AE | CSM | Desk\n"
    said = (
        f"{heading}Plan | A | R | -\nRun | A | R |",
        f"{heading}Plan | A | - |\nRun | R | A |",
        f"{heading}Plan | | |",
    )
    sheet = sheets(compared(*said))["Cell by cell"]
    _, executive, manager, desk = row(sheet, "Plan")
    assert (executive.value, manager.value, desk.value) == ("A", "R | -", "- | ·")
    assert (desk.comment, desk.fill.fill_type) == (None, None)
    assert manager.comment.text == "Sales: R\nSuccess: no part\nServices: row not filled in"
    assert row(sheet, "Run")[1].comment.text == "Sales: A\nSuccess: R\nServices: no such activity"
    assert row(sheet, "Run")[3].value is None


def test_a_base_stands_beside_the_copies() -> None:
    copies = [Copy(name, matrix(table)) for name, table in (("Sales", SALES), ("Success", SUCCESS))]
    sheet = sheets(compare(copies, base=matrix(SUCCESS)))["Side by side"]
    assert [cell.value for cell in row(sheet, "Activity")] == [
        "Activity",
        "In dispute",
        "(the base)",
        "Sales",
        "Success",
    ]
    _, _, base, sales, success = row(sheet, "Kickoff meeting")
    assert base.value == success.value != sales.value
    assert row(sheet, "Report")[2].value == "(no such activity)"


def test_the_overview_names_what_only_some_have() -> None:
    sheet = sheets(compared(SALES, SUCCESS))["Comparison"]
    assert row(sheet, "Trainer")[4].value == "Success"
    assert row(sheet, "Report")[4].value == "Success"


def test_a_share_is_as_large_as_it_is() -> None:
    rows = [f"Task number {chr(97 + number // 10)}{chr(97 + number % 10)}" for number in range(100)]
    table = "Activity | AE | CSM\n" + "\n".join(f"{name} | A | R" for name in rows)
    partly = "Activity | AE | CSM\n" + "\n".join(
        f"{name} | A | R" if n < 29 else f"{name} | |" for n, name in enumerate(rows)
    )
    assert row(sheets(compared(table, partly))["Comparison"], "Success")[3].value == "29 %"


def test_the_heat_map_shows_agreement_by_phase_and_role() -> None:
    sheet = sheets(compared(SALES, SUCCESS))["Heat map"]
    phase, executive, manager, trainer = row(sheet, "Onboarding")
    assert (phase.value, executive.value, trainer.value) == ("Onboarding", 0.5, None)
    assert manager.value == pytest.approx((2 / 3 + 1) / 2)
    assert [cell.value for cell in row(sheet, "Adoption")] == ["Adoption", 1, 1, None]


def test_equal_comparisons_are_equal_bytes() -> None:
    assert write_comparison(compared(SALES, SUCCESS)) == write_comparison(compared(SALES, SUCCESS))


def test_names_are_texts_whatever_they_look_like(tmp_path: Path) -> None:
    roles = tuple(Role(name) for name in HOSTILE)
    activities = tuple(Activity(name, (Assignment(0, "R"), Assignment(1, "A"))) for name in HOSTILE)
    copies = [Copy(name, Matrix(roles, activities, RACI, title=name)) for name in HOSTILE]
    activities = tuple(Activity(name, (Assignment(0, "A"), Assignment(2, "C"))) for name in HOSTILE)
    copies.append(Copy("Other", Matrix(roles, activities, RACI)))
    data = write_comparison(compare(copies))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert not [
        cell for sheet in book.worksheets for line in sheet.iter_rows() for cell in line if cell.data_type == "f"
    ]
    assert row(book["Side by side"], HOSTILE[0])[1].value == "who is Accountable"
    assert not faults(data, tmp_path)


def test_office_finds_nothing_to_repair(tmp_path: Path) -> None:
    assert not faults(write_comparison(compared(SALES, SUCCESS)), tmp_path)


def faults(data: bytes, folder: Path) -> list[object]:
    """What the Open XML SDK finds wrong."""
    (folder / "comparison.xlsx").write_bytes(data)
    command = [needs.program("ooxml-validator"), str(folder / "comparison.xlsx")]
    run = subprocess.run(command, capture_output=True, check=False, timeout=60)
    errors: list[object] = json.loads(run.stdout)["errors"]
    return errors


def test_more_roles_than_columns_are_refused() -> None:
    roles = tuple(Role(f"Role {number}") for number in range(16_384))
    copies = [Copy(name, Matrix(roles, (Activity("Kickoff", (Assignment(0, "R"),)),), RACI)) for name in ("a", "b")]
    with pytest.raises(OutputError, match="Write JSON or CSV"):
        write_comparison(compare(copies))
