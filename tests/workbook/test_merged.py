"""The merged workbook as other programs see and save it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from libreoffice import saved_by_libreoffice

from raci_cli.compare import compare, merge
from raci_cli.errors import UnreadableFileError
from raci_cli.files.decisions import load_decisions
from raci_cli.model.comparison import Copy
from raci_cli.model.decision import MergeResult, Refusal
from raci_cli.workbook import write_merge
from tables import matrix

_ANNA = "Activity | Sales | Trainer | Legal\n# Begin\nKickoff | A | R | C\nGo-live | R | A | -\nReview | R/A | I | "
_BEN = "Activity | Sales | Trainer | Legal\n# Begin\nKickoff | R | A | C\nGo-live | A | R | -\nReview | R/A | C | "


@pytest.fixture
def result() -> MergeResult:
    """Two leaders who disagree about two owners and one C."""
    return merge(compare([Copy("Anna", matrix(_ANNA)), Copy("Ben", matrix(_BEN))]))


def test_what_people_decide_and_libreoffice_saves_reads_back(result: MergeResult, tmp_path: Path) -> None:
    path = tmp_path / "agreed.xlsx"
    path.write_bytes(write_merge(result))
    book = openpyxl.load_workbook(path)
    sheet = book["Conflicts"]
    first, second = (cells[0].row for cells in sheet.iter_rows(min_row=6) if cells[0].value == "Decision")
    for column, value in ((2, 2), (3, "Workshop"), (5, "Agreed at once")):
        sheet.cell(first, column).value = value
    sheet.cell(second, 6).value, sheet.cell(second, 8).value = "R", "A"
    edited = tmp_path / "edited.xlsx"
    book.save(edited)
    (tmp_path / "office").mkdir()
    (saved,) = saved_by_libreoffice([edited], "xlsx", tmp_path / "office")
    decisions = load_decisions(str(saved))
    assert [(each.activity, each.letters, each.decided_by, each.why) for each in decisions] == [
        ("Go-live", (("Sales", "R"), ("Trainer", "A")), "Workshop", "Agreed at once"),
        ("Kickoff", (("Sales", "R"), ("Legal", "A")), "", ""),
    ]
    assert merge(result.comparison, decisions=decisions).settled


def test_sorted_rows_and_a_renamed_sheet_read_back(result: MergeResult, tmp_path: Path) -> None:
    path = tmp_path / "agreed.xlsx"
    path.write_bytes(write_merge(result))
    book = openpyxl.load_workbook(path)
    sheet = book["Conflicts"]
    sheet.title = "Meeting"
    rows = [[cell.value for cell in cells] for cells in sheet.iter_rows(min_row=6)]
    for row, values in enumerate(reversed(rows), start=6):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
        if values[0] == "Decision":
            sheet.cell(row, 2).value = "1"
    book.save(path)
    assert merge(result.comparison, decisions=load_decisions(str(path))).settled


def test_a_hundred_answers_can_be_chosen_from(tmp_path: Path) -> None:
    numbers = [f"{letter}{number}" for letter in "BDEFGHJKLM" for number in range(10)]
    head = f"Activity | {' | '.join(f'Role {number}' for number in numbers)}"
    rows = [f"Kickoff {'| ' * (index + 1)}R/A {'| ' * (len(numbers) - index - 1)}" for index in range(len(numbers))]
    merged = merge(compare([Copy(number, matrix(f"{head}\n{row}")) for number, row in zip(numbers, rows, strict=True)]))
    decisions = load_decisions(_edited(merged, tmp_path / "agreed.xlsx", B107="100"))
    assert merge(merged.comparison, decisions=decisions).settled


def test_the_same_merge_gives_the_same_bytes(result: MergeResult) -> None:
    assert write_merge(result) == write_merge(result)


def test_minor_lists_what_was_settled_by_halves(result: MergeResult, tmp_path: Path) -> None:
    path = tmp_path / "agreed.xlsx"
    path.write_bytes(write_merge(result))
    rows = [[cell.value for cell in cells] for cells in openpyxl.load_workbook(path)["Minor"].iter_rows(min_row=6)]
    assert rows == [["Begin", "Review", "Trainer", "C", "C: Ben; I: Anna"]]


def _edited(result: MergeResult, path: Path, **cells: str) -> str:
    """The merged workbook with other texts in some cells of its sheet with conflicts."""
    path.write_bytes(write_merge(result))
    book = openpyxl.load_workbook(path)
    for address, text in cells.items():
        book["Conflicts"][address] = text
    book.save(path)
    return str(path)


def test_text_that_is_no_letter_is_told_with_its_own_cell(result: MergeResult, tmp_path: Path) -> None:
    decisions = load_decisions(_edited(result, tmp_path / "agreed.xlsx", F9="R", G9="Trainer"))
    (refused,) = merge(result.comparison, decisions=decisions).refused
    assert (refused.decision.location.a1, refused.refusal) == ("G9", Refusal.LETTERS)


def test_a_role_heading_that_is_gone_is_told(result: MergeResult, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="Conflicts: no column has the heading 'Trainer' any more"):
        load_decisions(_edited(result, tmp_path / "agreed.xlsx", G5="Coach"))


@pytest.mark.parametrize(
    ("cell", "said"),
    [("F7", "this option has been changed"), ("G6", "stands in a row that is not read"), ("F40", "is not read")],
)
def test_letters_in_a_row_that_is_no_decision_are_told_with_their_cell(
    result: MergeResult, tmp_path: Path, cell: str, said: str
) -> None:
    with pytest.raises(UnreadableFileError, match=rf"Conflicts!{cell}: .*{said}"):
        load_decisions(_edited(result, tmp_path / "agreed.xlsx", **{cell: "C"}))


def test_a_merge_with_conflicts_does_not_say_that_nothing_had_to_be_decided(
    result: MergeResult, tmp_path: Path
) -> None:
    path = tmp_path / "agreed.xlsx"
    path.write_bytes(write_merge(result))
    assert openpyxl.load_workbook(path)["Decisions"]["B6"].value == (
        "Nothing is decided yet: what is open stands on the sheet Conflicts."
    )
