"""The pack for a workshop: what its sheets say, and what is read from them once people have filled them in."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import openpyxl
import pytest
from libreoffice import edited_in_libreoffice, saved_by_libreoffice

import needs
from packs import Pack, agenda_of_three, three
from raci_cli.compare import compare
from raci_cli.compare.agenda import agenda
from raci_cli.errors import NoMatrixError, UnreadableFileError
from raci_cli.files.decisions import load_decisions
from raci_cli.files.read import load
from raci_cli.model.comparison import Copy
from raci_cli.workbook import write_workshop


@pytest.fixture
def pack() -> Pack:
    return Pack.of(agenda_of_three())


def refused(pack: Pack, tmp_path: Path) -> str:
    with pytest.raises(UnreadableFileError) as error:
        load_decisions(pack.save(tmp_path / "pack.xlsx"))
    return str(error.value).replace(f"{tmp_path}/", "")


def test_the_agenda_shows_each_activity_with_its_options_and_a_row_to_decide_in(pack: Pack) -> None:
    rows = pack.rows("Agenda")
    begins = next(number for number, row in enumerate(rows) if row[1] == "Renewal")

    assert pack.book.sheetnames == ["Agenda", "Minor", "Agreed", "Votes", "Positions"]
    assert rows[1][0] == "Customer success: 2 to decide"
    assert [row[:8] for row in rows[begins : begins + 6]] == [
        ["1", "Renewal", "", "", "", "", "5", "=SUM(G$6:G7)"],
        [
            "Renewal. The leaders name different roles as Accountable (A).",
            *[""] * 7,
        ],
        ["Option", "1", "Account Executive", "Account Executive", "", "", "Ann (1 of 3)", ""],
        ["Option", "2", "Account Executive; CSM", "Trainer, external", "", "", "Cleo (1 of 3)", rows[begins + 3][7]],
        ["Option", "3", "CSM", "Account Executive", "", "", "Ben (1 of 3)", ""],
        ["Decision", *[""] * 7],
    ]
    assert rows[begins + 3][7].startswith("RACI102 ")


def test_what_does_not_fit_is_listed_for_the_time_that_remains() -> None:
    pack = Pack.of(agenda(compare(three()), top=1))
    texts = [row[0] or row[1] for row in pack.rows("Agenda")]

    assert texts.index("If time remains") > pack.rows("Agenda").index(
        next(row for row in pack.rows("Agenda") if row[1] == "Renewal")
    )
    assert [row[1] for row in pack.rows("Agenda") if row[0] in ("1", "2")] == ["Renewal", "Kickoff meeting"]


def test_the_other_sheets_tell_what_needs_no_talk_and_who_stands_where(pack: Pack) -> None:
    assert pack.rows("Minor")[-1][:6] == [
        "Onboarding",
        "Training",
        "Account Executive",
        "C",
        "C: Ben, Cleo; I: Ann",
        "",
    ]
    assert [row[1:3] + row[-1:] for row in pack.rows("Agreed")[-2:]] == [
        ["Go-live", "Account Executive", "All"],
        ["Offer", "Account Executive", "Only Ann; left blank: Ben, Cleo"],
    ]
    assert pack.rows("Votes")[3] == ["Phase", "Section", "Activity", "Copy of", "Group", "Role", "Letters"]
    assert [line for line in pack.rows("Votes") if line[2] == "Renewal"] == [
        ["Renewal", "", "Renewal", "Ann", "", "Account Executive", "R/A"],
        ["Renewal", "", "Renewal", "Ann", "", "CSM", "C"],
        ["Renewal", "", "Renewal", "Ben", "", "Account Executive", "R"],
        ["Renewal", "", "Renewal", "Ben", "", "CSM", "A"],
        ["Renewal", "", "Renewal", "Cleo", "", "Account Executive", "A"],
        ["Renewal", "", "Renewal", "Cleo", "", "CSM", "A"],
        ["Renewal", "", "Renewal", "Cleo", "", "Trainer, external", "R"],
    ]
    assert pack.rows("Positions")[-1] == ["Offer", "A: Account Executive\nR: CSM", "left blank", "left blank"]


def test_copies_that_agree_make_a_pack_that_says_so() -> None:
    pack = Pack.of(agenda(compare([Copy("Ann", three()[0].matrix), Copy("Ben", three()[0].matrix)])))

    assert pack.rows("Agenda")[1][0] == "Customer success: nothing to decide"
    assert "There is nothing to accept." in pack.rows("Minor")[-1]
    assert len(pack.rows("Agreed")) == 4 + 5


def test_a_pack_reads_as_no_matrix_and_says_what_it_is_for(pack: Pack, tmp_path: Path) -> None:
    path = pack.save(tmp_path / "pack.xlsx")

    with pytest.raises(NoMatrixError) as error:
        load(path)
    assert str(error.value) == (
        f"{path} holds no matrix: it is a workshop pack. Fill it in, and merge the leaders' copies with "
        f"`--decisions {path}`."
    )


def test_an_option_that_is_chosen_is_a_decision_with_all_its_letters(pack: Pack, tmp_path: Path) -> None:
    pack.sheet("Agenda")["C4"] = dt.date(2026, 11, 9)
    pack.sheet("Agenda")["E4"] = "All three"
    pack.decide("Renewal", 1, H="It is a contract")
    pack.decide("Kickoff meeting", "1", G="Ann")

    found = pack.decided(tmp_path)

    assert found["Renewal"].letters == (("Account Executive", "R/A"),)
    assert found["Renewal"][4:7] == ("All three", "2026-11-09", "It is a contract")
    assert found["Kickoff meeting"].decided_by == "Ann"
    assert found.keys() == {"Renewal", "Kickoff meeting"}


def test_people_can_decide_something_that_no_copy_says(pack: Pack, tmp_path: Path) -> None:
    pack.decide("Renewal", "other", C="csm", D="Trainer, external", F="Account Executive; Trainer, external")
    pack.decide("Kickoff meeting", None, C="CSM", D="CSM", E="Account Executive")

    found = pack.decided(tmp_path)

    assert dict(found["Renewal"].letters) == {"CSM": "A", "Trainer, external": "R/I", "Account Executive": "I"}
    assert dict(found["Kickoff meeting"].letters) == {"CSM": "A/R", "Account Executive": "C"}


def test_a_row_without_a_choice_is_still_open_whatever_is_noted_beside_it(pack: Pack, tmp_path: Path) -> None:
    pack.decide("Renewal", None, G="Ben", H="asks the board first")

    assert pack.decided(tmp_path) == {}


@pytest.mark.parametrize(
    ("option", "cells", "told"),
    [
        (9, {}, "B12: there is no option '9' for 'Renewal'; there are: 1, 2, 3, other."),
        ("Ann", {}, "B12: there is no option 'Ann' for 'Renewal'; there are: 1, 2, 3, other."),
        ("other", {"D": "Account Exeutive"}, "D12: 'Account Exeutive' is none of the roles here. Did you mean"),
        ("other", {"C": "R"}, "C12: 'R' is none of the roles here. Several roles have \";\" between them."),
        ("other", {}, 'B12: "other" is chosen here, and no roles are named beside it.'),
        (1, {"E": "CSM"}, "E12: option 1 is chosen in this row, and roles are named beside it: keep one of both."),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_cell(
    pack: Pack, tmp_path: Path, option: str | int, cells: dict[str, str], told: str
) -> None:
    pack.decide("Renewal", option, **cells)

    assert refused(pack, tmp_path).startswith(f"pack.xlsx:Agenda!{told}")


def test_an_option_that_somebody_has_changed_is_told_with_its_cell(pack: Pack, tmp_path: Path) -> None:
    pack.sheet("Agenda")["D9"] = "CSM"

    assert refused(pack, tmp_path) == (
        'pack.xlsx:Agenda!D9: this option has been changed. Put back what stood there, choose "other" in the yellow '
        "row below, and name the roles there."
    )


def test_text_in_a_row_that_is_not_read_is_told_with_its_cell(pack: Pack, tmp_path: Path) -> None:
    pack.sheet("Agenda")["C13"] = "CSM"

    assert refused(pack, tmp_path) == (
        "pack.xlsx:Agenda!C13: 'CSM' stands in a row that is not read. Decide in the yellow cells of an activity."
    )


def test_a_heading_that_is_gone_is_told(pack: Pack, tmp_path: Path) -> None:
    pack.sheet("Agenda")["H5"] = "Reasons"

    assert "pack.xlsx:Agenda: the headings of this sheet have been changed" in refused(pack, tmp_path)


def test_one_cell_accepts_all_proposals(pack: Pack, tmp_path: Path) -> None:
    pack.sheet("Minor")["C4"] = "yes"

    found = pack.decided(tmp_path)

    assert found.keys() == {"Training"}
    assert dict(found["Training"].letters) == {"Account Executive": "C", "CSM": "A", "Trainer, external": "R"}


def test_a_proposal_can_be_overruled_with_a_letter_or_with_no_part_at_all(pack: Pack, tmp_path: Path) -> None:
    letters = {}
    for letter in ("I", "i", "-"):
        pack.sheet("Minor")["F7"] = letter
        letters[letter] = dict(pack.decided(tmp_path)["Training"].letters)

    assert letters["I"] == letters["i"] == {"Account Executive": "I", "CSM": "A", "Trainer, external": "R"}
    assert letters["-"] == {"CSM": "A", "Trainer, external": "R"}


@pytest.mark.parametrize(
    ("cell", "said", "sentence"),
    [
        ("C4", "perhaps", "write yes or no here, not 'perhaps'."),
        (
            "D7",
            "I",
            "what was proposed has been changed here. Put back 'C', and write what you want instead under Instead.",
        ),
        ("F12", "C", "'C' stands in a row that is not read. Decide in the yellow cells of an activity."),
        ("F7", "Ann", "'Ann' cannot stand here. Write C, I, -, or leave it empty where the proposal is right."),
    ],
)
def test_what_no_proposal_can_be_answered_with_is_told_with_its_cell(
    pack: Pack, tmp_path: Path, cell: str, said: str, sentence: str
) -> None:
    pack.sheet("Minor")[cell] = said

    assert refused(pack, tmp_path) == f"pack.xlsx:Minor!{cell}: {sentence}"


def _filled_in() -> Pack:
    pack = Pack.of(agenda_of_three())
    pack.sheet("Agenda")["C4"] = dt.date(2026, 11, 9)
    pack.decide("Renewal", 3)
    pack.decide("Kickoff meeting", "other", C="CSM", D="CSM; Trainer, external")
    pack.sheet("Minor")["C4"] = "yes"
    return pack


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_libreoffice_saves_what_people_decided(form: str, tmp_path: Path) -> None:
    path = _filled_in().save(tmp_path / "pack.xlsx")
    (tmp_path / "saved").mkdir()
    (saved,) = saved_by_libreoffice([Path(path)], form, tmp_path / "saved")

    ours, theirs = load_decisions(path), load_decisions(str(saved))

    assert sum(bool(decision.letters) for decision in ours) == 3
    assert [each._replace(location=ours[0].location) for each in theirs] == [
        each._replace(location=ours[0].location) for each in ours
    ]


def test_what_people_type_in_libreoffice_is_read_and_counted(tmp_path: Path) -> None:
    (tmp_path / "pack.xlsx").write_bytes(write_workshop(agenda_of_three()))
    steps = [
        'sheet.getCellRangeByName("C4").Formula = "2026-11-09"',
        'sheet.getCellRangeByName("B12").Formula = "3"',
        'sheet.getCellRangeByName("B18").String = "other"',
        'sheet.getCellRangeByName("C18").String = "CSM"',
        'sheet.getCellRangeByName("D18").String = "CSM; Trainer, external"',
        "sheet.Columns.insertByIndex(0, 1)",
        'book.Sheets.getByName("Minor").getCellRangeByName("C4").String = "yes"',
    ]

    saved = edited_in_libreoffice(tmp_path / "pack.xlsx", tmp_path / "edited.xlsx", steps)
    found = {decision.activity: decision for decision in load_decisions(str(saved)) if decision.letters}
    sheet = openpyxl.load_workbook(saved, data_only=True)["Agenda"]

    assert found["Renewal"].letters == (("Account Executive", "R"), ("CSM", "A"))
    assert dict(found["Kickoff meeting"].letters) == {"CSM": "A/R", "Trainer, external": "R"}
    assert found["Renewal"].when == "2026-11-09"
    assert found.keys() == {"Renewal", "Kickoff meeting", "Training"}
    assert sheet["I4"].value == "About 9 minutes, decided: 2 of 2"
    assert [sheet["I7"].value, sheet["I14"].value] == [5, 9]


def test_office_would_open_the_pack_without_complaint(tmp_path: Path) -> None:
    judge = needs.program("ooxml-validator")
    (tmp_path / "pack.xlsx").write_bytes(write_workshop(agenda(compare(three()), top=1)))

    assert subprocess.run([judge, tmp_path / "pack.xlsx"], capture_output=True, check=False).returncode == 0


def test_the_same_agenda_gives_the_same_bytes() -> None:
    assert write_workshop(agenda_of_three()) == write_workshop(agenda_of_three())
