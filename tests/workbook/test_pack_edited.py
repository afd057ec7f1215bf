"""What people do to a workshop pack beside filling it in: nothing of it is lost without a word."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from libreoffice import edited_in_libreoffice, saved_by_libreoffice
from openpyxl.worksheet.worksheet import Worksheet

import needs
from copies import copies
from packs import Pack, agenda_of_three, three
from raci_cli.compare import compare
from raci_cli.compare.agenda import agenda
from raci_cli.errors import OutputError, UnreadableFileError
from raci_cli.files.decisions import load_decisions
from raci_cli.model import Activity, Assignment, Matrix, Role
from raci_cli.model.comparison import Copy
from raci_cli.model.schemes import RACI
from raci_cli.workbook import form, write_workshop
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.table import Column, Table
from raci_cli.workbook.xlsx import MOST_ROWS

RENEWAL = 12
"""The row in which people decide about Renewal; its options stand in the three rows above."""


@pytest.fixture
def pack() -> Pack:
    return Pack.of(agenda_of_three())


def _free(sheet: Worksheet) -> Worksheet:
    """Without merged cells, which openpyxl leaves where they are when rows and columns move."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    return sheet


def _turned_round(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in _free(sheet).iter_rows(min_row=6)]
    for number, values in enumerate(reversed(rows), start=6):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value


def _hidden(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A5:H18"
    for row in range(6, 19):
        sheet.row_dimensions[row].hidden = True


def _renamed_without_mark(sheet: Worksheet) -> None:
    _free(sheet).delete_rows(1)
    sheet.title = "Beschlossen"


def _with_columns(sheet: Worksheet) -> None:
    _free(sheet).insert_cols(4, 2)
    sheet["E5"], sheet["D12"], sheet["E9"] = "Notes", "beside the table", "nobody reads this either"


def _with_rows_above(sheet: Worksheet) -> None:
    _free(sheet).insert_rows(1, 12)


def _one_option_gone(sheet: Worksheet) -> None:
    _free(sheet).delete_rows(9)


def _decision_twice(sheet: Worksheet) -> None:
    for column in range(1, sheet.max_column + 1):
        sheet.cell(40, column).value = sheet.cell(RENEWAL, column).value


@pytest.mark.parametrize(
    "edit",
    [
        _turned_round,
        _hidden,
        _renamed_without_mark,
        _with_columns,
        _with_rows_above,
        _one_option_gone,
        _decision_twice,
    ],
)
def test_a_decision_is_read_wherever_its_row_has_gone(
    pack: Pack, tmp_path: Path, edit: Callable[[Worksheet], None]
) -> None:
    pack.decide("Renewal", 3)
    edit(pack.sheet("Agenda"))
    pack.sheet("Minor")["C4"] = "yes"

    found = pack.decided(tmp_path)

    assert found["Renewal"].letters == (("Account Executive", "R"), ("CSM", "A"))
    assert found.keys() == {"Renewal", "Training"}


def test_a_row_that_was_copied_and_changed_gives_both_decisions(pack: Pack, tmp_path: Path) -> None:
    pack.decide("Renewal", 3)
    _decision_twice(pack.sheet("Agenda"))
    pack.sheet("Agenda")["B40"] = 1

    found = [each for each in load_decisions(pack.save(tmp_path / "pack.xlsx")) if each.letters]

    assert [(each.activity, each.location.a1) for each in found] == [("Renewal", "B12"), ("Renewal", "B40")]


def _edit(sheet: str, **cells: str | int) -> Callable[[Pack], None]:
    def write(pack: Pack) -> None:
        for address, value in cells.items():
            pack.sheet(sheet)[address] = value

    return write


def _proposal_twice(pack: Pack) -> None:
    sheet = pack.sheet("Minor")
    for column in range(1, sheet.max_column + 1):
        sheet.cell(9, column).value = sheet.cell(7, column).value
    sheet["F7"], sheet["F9"] = "I", "-"


def _notes_among_the_letters(pack: Pack) -> None:
    sheet = _free(pack.sheet("Agenda"))
    sheet.insert_cols(4)
    sheet["D5"], sheet["B12"], sheet["D12"] = "Notes", 3, "and tell the board"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_edit("Agenda", B9="x"), "Agenda!B9: 'x' stands where this option had a number of its own."),
        (_edit("Agenda", B10=1), "Agenda!B10: '1' stands where this option had a number of its own."),
        (_edit("Agenda", C5="Owner"), "Agenda: no column has the heading for A any more"),
        (_edit("Agenda", D5="Accountable (A)"), "Agenda: two columns have the heading 'Accountable (A)'."),
        (_edit("Agenda", B12="=1+2"), "Agenda!B12 holds a formula that was saved without its result."),
        (_edit("Agenda", B12="other", C12="nobody"), 'Agenda!B12: "other" is chosen here, and no roles are named'),
        (_notes_among_the_letters, "Agenda!D12: 'and tell the board' stands under 'Notes', where nothing is read."),
        (_proposal_twice, "Minor!F9: F7 says something else about the same role on the same activity."),
        (_edit("Minor", B4="yes"), 'Minor: the cell "Accept all of them?" is gone.'),
        (_edit("Minor", F5="Other"), "Minor: the headings of this sheet have been changed"),
    ],
)
def test_what_would_be_lost_is_told_with_its_place(
    pack: Pack, tmp_path: Path, edit: Callable[[Pack], None], told: str
) -> None:
    edit(pack)

    with pytest.raises(UnreadableFileError) as error:
        load_decisions(pack.save(tmp_path / "pack.xlsx"))

    assert str(error.value).startswith(f"{tmp_path}/pack.xlsx:{told}")


def test_an_option_without_an_owner_says_so_and_can_be_chosen(tmp_path: Path) -> None:
    tables = copies(
        Ann="Activity | P | Q\nOffer | A | R\nGo-live | A | R", Ben="Activity | P | Q\nOffer | A |\nGo-live | A | R"
    )
    pack = Pack.of(agenda(compare(tables)))
    pack.decide("Offer", 2)

    assert [row[:4] for row in pack.rows("Agenda") if row[0] == "Option"] == [
        ["Option", "1", "P", "Q"],
        ["Option", "2", "P", "nobody"],
    ]
    assert pack.decided(tmp_path)["Offer"].letters == (("P", "A"),)


def test_a_role_whose_name_holds_what_parts_names_can_be_chosen(tmp_path: Path) -> None:
    one, two = (
        Matrix(
            (Role("Sales; EMEA"), Role("sales"), Role("Sales")),
            (Activity("Offer", (Assignment(owner, "RA"),)), Activity("Order", (Assignment(0, "RA"),))),
            RACI,
        )
        for owner in (0, 1)
    )
    pack = Pack.of(agenda(compare([Copy("Ann", one), Copy("Ben", two)])))
    pack.decide("Offer", "other", C="Sales; EMEA", D="Sales; sales; Sales")

    assert pack.decided(tmp_path)["Offer"].letters == (("Sales; EMEA", "A"), ("Sales", "R"), ("sales", "R"))


def test_what_is_accepted_in_bulk_has_the_date_and_the_names_of_the_workshop(pack: Pack, tmp_path: Path) -> None:
    pack.sheet("Agenda")["C4"], pack.sheet("Agenda")["E4"] = "9 November", "All three"
    pack.sheet("Minor")["C4"] = "yes"

    assert pack.decided(tmp_path)["Training"][4:7] == ("All three", "9 November", "Accepted as proposed")


def test_minutes_can_be_changed_and_all_times_follow(tmp_path: Path) -> None:
    (tmp_path / "pack.xlsx").write_bytes(write_workshop(agenda(compare(three()), top=1)))
    steps = [
        'sheet.getCellRangeByName("G7").Value = 20',
        'sheet.getCellRangeByName("C19").String = "CSM"',
        'sheet.getCellRangeByName("D19").String = "CSM"',
    ]

    saved = edited_in_libreoffice(tmp_path / "pack.xlsx", tmp_path / "edited.xlsx", steps)
    sheet = openpyxl.load_workbook(saved, data_only=True)["Agenda"]

    assert [sheet[cell].value for cell in ("H4", "H7", "H15")] == ["About 20 minutes, decided: 1 of 2", 20, 24]
    assert sheet["A2"].value == "Customer success: 1 to decide, 1 more if time remains"


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_pack_that_was_turned_round_survives_libreoffice(pack: Pack, tmp_path: Path, form: str) -> None:
    pack.decide("Renewal", 3, H="It is a contract")
    pack.decide("Kickoff meeting", "other", C="CSM", D="CSM; Trainer, external")
    _turned_round(pack.sheet("Agenda"))
    pack.sheet("Minor")["F7"] = "-"
    path = Path(pack.save(tmp_path / "pack.xlsx"))
    (tmp_path / "saved").mkdir()

    (saved,) = saved_by_libreoffice([path], form, tmp_path / "saved")
    found = {each.activity: each for each in load_decisions(str(saved)) if each.letters}

    assert found["Renewal"].letters == (("Account Executive", "R"), ("CSM", "A"))
    assert found["Renewal"].why == "It is a contract"
    assert dict(found["Kickoff meeting"].letters) == {"CSM": "A/R", "Trainer, external": "R"}
    assert dict(found["Training"].letters) == {"CSM": "A", "Trainer, external": "R"}


def test_copies_that_leave_nothing_open_make_a_pack_that_says_what_to_do() -> None:
    agreed = Pack.of(agenda(compare([Copy(leader, three()[0].matrix) for leader in ("Ann", "Ben")])))
    minor = copies(Ann="Activity | P | Q\nOffer | R/A | C", Ben="Activity | P | Q\nOffer | R/A | I")

    assert [row[0] for row in agreed.rows("Agenda")[1:3]] == [
        "Customer success: nothing to decide",
        "The copies leave nothing to decide here. Merge them as they are.",
    ]
    assert (
        Pack.of(agenda(compare(minor)))
        .rows("Agenda")[2][0]
        .startswith("The copies leave nothing to decide here. Accept what the sheet Minor proposes")
    )


def test_office_would_open_an_empty_pack_and_a_wide_one(tmp_path: Path) -> None:
    judge = needs.program("ooxml-validator")
    packs = {
        "empty.xlsx": [Copy(leader, three()[0].matrix) for leader in ("Ann", "Ben")],
        "wide.xlsx": [each._replace(leader=f"{each.leader} {number}") for number in range(3) for each in three()],
    }
    for name, given in packs.items():
        (tmp_path / name).write_bytes(write_workshop(agenda(compare(given))))

        assert subprocess.run([judge, tmp_path / name], capture_output=True, check=False).returncode == 0


def test_a_sheet_that_is_full_says_so() -> None:
    book = Book()
    table = Table(book, book.add_sheet("Votes", form.VOTES), "Votes", "", [Column("Role", 20)])
    table.next_row = MOST_ROWS

    with pytest.raises(OutputError, match="Sheet Votes would need more than 1,048,576 rows"):
        table.line(["CSM"])
