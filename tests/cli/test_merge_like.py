"""`raci merge --like`: a workbook keeps its look, and only letters change."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from shell import Run, write

import needs
import raci_cli

_ANNA = "Activity,Sales,Trainer,Legal\nKickoff meeting,A,R,C\nTraining,I,R/A,C\n"
_VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_MERGE = ("merge", "anna.csv", "ben.csv", "--like", "house.xlsx", "-o", "out.xlsx")


@pytest.fixture(autouse=True)
def house(folder: Path) -> Path:
    """Two copies that agree, and a workbook in the style of the house that says something else."""
    write("anna.csv", _ANNA)
    write("ben.csv", f"{_ANNA}\n")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Our RACI"
    for row in (
        ["Who does what"],
        ["Activity", "Legal", "Sales", "Trainer", "Remarks"],
        ["Kickoff meeting", "I", None, "A/R", "see wiki"],
        ["Training", "C", "i", "RA", None],
        ["Only here", "A", "R", None, None],
    ):
        sheet.append(row)
    sheet["A3"].font = Font(name="Papyrus", size=14)
    sheet["B3"].fill = PatternFill("solid", fgColor="00FF00")
    sheet.column_dimensions["A"].width = 44
    book.create_sheet("Notes")["B2"] = "=1+1"
    book.save("house.xlsx")
    return folder


def test_what_is_written_needs_no_repair(raci: Run) -> None:
    book = openpyxl.load_workbook("house.xlsx")
    book["Our RACI"]["A1"].font = Font(
        name="Arial", size=14, bold=True, italic=True, color="FF0000", family=2, scheme="minor"
    )
    book.save("house.xlsx")
    raci(*_MERGE)
    _needs_no_repair("out.xlsx")
    font = openpyxl.load_workbook("out.xlsx")["Our RACI"]["A1"].font
    assert (font.b, font.i, font.color.rgb, font.name) == (True, True, "00FF0000", "Arial")


def _needs_no_repair(path: str) -> None:
    judged = subprocess.run([needs.program("ooxml-validator"), path], capture_output=True, check=False, text=True)
    assert '"ok": true' in judged.stdout, judged.stdout


def _rewritten(path: str, name: str, old: str, new: str) -> None:
    """Another text in one part of a workbook, as other programs write it."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    assert old in parts[name].decode()
    parts[name] = parts[name].decode().replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for each, part in parts.items():
            archive.writestr(each, part)


def test_cells_follow_a_style_that_is_there(raci: Run) -> None:
    """Styles without a name are dropped by openpyxl, and cells go on pointing to them."""
    nameless = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    _rewritten("house.xlsx", "xl/styles.xml", "</cellStyleXfs>", f"{nameless * 2}</cellStyleXfs>")
    _rewritten("house.xlsx", "xl/styles.xml", '<cellStyleXfs count="1">', '<cellStyleXfs count="3">')
    _rewritten("house.xlsx", "xl/styles.xml", 'pivotButton="0" quotePrefix="0" xfId="0"', 'xfId="2"')
    raci(*_MERGE)
    with zipfile.ZipFile("out.xlsx") as archive:
        styles = archive.read("xl/styles.xml").decode()
    known = styles.partition("<cellStyleXfs")[2].partition("</cellStyleXfs>")[0].count("<xf ")
    assert {int(each) for each in re.findall(r'xfId="(\d+)"', styles)} <= set(range(known))
    assert openpyxl.load_workbook("out.xlsx")["Our RACI"]["A3"].font.name == "Papyrus"


def test_the_same_input_gives_the_same_bytes(raci: Run) -> None:
    raci(*_MERGE)
    with zipfile.ZipFile("out.xlsx") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in archive.read("docProps/core.xml").replace(b'xmlns:dcterms="', b"")


def test_what_openpyxl_cannot_read_is_a_sentence(raci: Run) -> None:
    wrong = '<dataValidations><dataValidation type="list" sqref="nowhere"/></dataValidations></worksheet>'
    _rewritten("house.xlsx", "xl/worksheets/sheet1.xml", "</worksheet>", wrong)
    outcome = raci(*_MERGE)
    assert outcome.code == 2
    assert outcome.err.startswith("error: house.xlsx holds something that --like cannot keep (")
    assert not Path("out.xlsx").exists()


def test_only_the_letters_that_differ_are_changed(raci: Run) -> None:
    outcome = raci(*_MERGE)
    assert (outcome.code, outcome.err) == (0, "wrote out.xlsx\n")
    sheet = openpyxl.load_workbook("out.xlsx")["Our RACI"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [
        ["Who does what", None, None, None, None],
        ["Activity", "Legal", "Sales", "Trainer", "Remarks"],
        ["Kickoff meeting", "C", "A", "R", "see wiki"],
        ["Training", "C", "i", "RA", None],
        ["Only here", "A", "R", None, None],
    ]
    assert (sheet["A3"].font.name, sheet["B3"].fill.fgColor.rgb) == ("Papyrus", "0000FF00")
    assert sheet.column_dimensions["A"].width == 44
    assert openpyxl.load_workbook("out.xlsx")["Notes"]["B2"].value == "=1+1"


def test_a_workbook_of_ours_can_be_filled_in(raci: Run) -> None:
    other = raci_cli.load("house.xlsx")
    Path("house.xlsx").unlink()
    raci_cli.save(other, "house.xlsx")
    assert raci(*_MERGE).code in (0, 2)  # with 2 it says what openpyxl would lose
    assert raci(*_MERGE, "--force").code == 0
    merged = raci_cli.load("out.xlsx")
    assert [cell.letters for cell in merged.activities[0].assignments] == ["C", "A", "R"]


def test_open_activities_are_marked_in_the_cells_that_hold_letters(raci: Run) -> None:
    write("ben.csv", _ANNA.replace("A,R,C", "R,A,C"))
    before = openpyxl.load_workbook("house.xlsx")["Our RACI"]
    outcome = raci(*_MERGE)
    assert outcome.code == 1
    assert "raci merge anna.csv ben.csv --write-decisions decisions.yaml" in outcome.out
    sheet = openpyxl.load_workbook("out.xlsx")["Our RACI"]
    assert [cell.value for cell in sheet[3]] == ["Kickoff meeting", "C", None, None, "see wiki"]
    comments = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert comments == {"B3": "Open: Who is Accountable (A)? Sales, says anna; Trainer, says ben."}
    filled = {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb != before[cell.coordinate].fill.fgColor.rgb
    }
    assert filled == {"B3", "C3", "D3"}
    _needs_no_repair("out.xlsx")


def test_a_comment_that_was_there_stays(raci: Run) -> None:
    write("ben.csv", _ANNA.replace("A,R,C", "R,A,C"))
    book = openpyxl.load_workbook("house.xlsx")
    book["Our RACI"]["B3"].comment = Comment("Ask Zoe first.", "Zoe")
    book.save("house.xlsx")
    raci(*_MERGE)
    assert openpyxl.load_workbook("out.xlsx")["Our RACI"]["B3"].comment.text.startswith("Ask Zoe first.\n\nOpen: ")


def test_a_role_over_several_columns_is_refused(raci: Run) -> None:
    """R, A, C and I of such a role stand in columns of their own: a letter in the first would join those beside it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Activity", "Sales", None, None, None, "Trainer", None, None, None])
    sheet.append(["Kickoff meeting", None, None, "C", None, "R", "A", None, None])
    sheet.append(["Training", "R", "A", None, None, None, None, "C", None])
    sheet.append(["Review", "R", "A", None, None, None, None, None, "I"])
    sheet.merge_cells("B1:E1")
    sheet.merge_cells("F1:I1")
    book.save("house.xlsx")
    for copy in ("anna.csv", "ben.csv"):
        write(copy, "Activity,Sales,Trainer\nKickoff meeting,R/A,C\nTraining,R/A,C\nReview,R/A,I\n")
    outcome = raci(*_MERGE)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Roles over several columns" in outcome.err
    assert not Path("out.xlsx").exists()


def test_a_letter_in_a_formula_is_written_out(raci: Run) -> None:
    """A formula is kept, but not its result."""
    with xlsxwriter.Workbook("house.xlsx") as book:
        sheet = book.add_worksheet("Our RACI")
        for row, line in enumerate(_ANNA.splitlines()):
            sheet.write_row(row, 0, line.split(","))
        sheet.write_formula("B2", '=IF(1=1,"A","")', None, "A")
    assert raci(*_MERGE).code == 0
    assert openpyxl.load_workbook("out.xlsx")["Our RACI"]["B2"].value == "A"


def test_a_sheet_of_several_is_chosen(raci: Run) -> None:
    book = openpyxl.load_workbook("house.xlsx")
    book.copy_worksheet(book["Our RACI"]).title = "Last year"
    book.save("house.xlsx")
    copies = [f"{name}.xlsx" for name in ("anna", "ben")]
    for copy in copies:
        book = openpyxl.Workbook()
        assert book.active is not None
        book.active.title = "Our RACI"
        for line in _ANNA.splitlines():
            book.active.append(line.split(","))
        book.save(copy)
    assert "choose one with --sheet" in raci("merge", *copies, *_MERGE[3:]).err
    assert raci("merge", *copies, *_MERGE[3:], "--sheet", "Our RACI").code == 0
    sheets = openpyxl.load_workbook("out.xlsx")
    assert (sheets["Our RACI"]["C3"].value, sheets["Last year"]["C3"].value) == ("A", None)


def test_names_are_joined_as_raci_yaml_says(raci: Run) -> None:
    book = openpyxl.load_workbook("house.xlsx")
    book["Our RACI"]["D2"] = "Education specialist"
    book.save("house.xlsx")
    assert "lacks the role 'Trainer'" in raci(*_MERGE).err
    write("raci.yaml", "aliases:\n  roles:\n    Education specialist: Trainer\n")
    assert raci(*_MERGE).code == 0
    assert openpyxl.load_workbook("out.xlsx")["Our RACI"]["D3"].value == "R"


def test_macros_are_kept(raci: Run) -> None:
    _with_macros("house.xlsx", "house.xlsm")
    outcome = raci(*_MERGE[:4], "house.xlsm", "-o", "out.xlsm")
    assert (outcome.code, outcome.err) == (0, "wrote out.xlsm\n")
    with zipfile.ZipFile("out.xlsm") as archive:
        assert archive.read("xl/vbaProject.bin") == b"a macro"
    assert [cell.letters for cell in raci_cli.load("out.xlsm").activities[0].assignments] == ["C", "A", "R"]


def _with_macros(source: str, target: str) -> None:
    added = {
        "[Content_Types].xml": (
            '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
            "</Types>",
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationship Id="rIdMacros" Target="vbaProject.bin" Type="{_VBA}"/>',
            "</Relationships>",
        ),
    }
    plain, rich = "openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as macros:
        for name in archive.namelist():
            part = archive.read(name)
            if name in added:
                more, end = added[name]
                part = part.decode().replace(plain, rich).replace(end, more + end).encode()
            macros.writestr(name, part)
        macros.writestr("xl/vbaProject.bin", b"a macro")


def test_an_empty_drawing_is_no_loss(raci: Run) -> None:
    """Google Sheets writes one for every sheet."""
    with zipfile.ZipFile("house.xlsx", "a") as archive:
        archive.writestr("xl/drawings/drawing1.xml", b"<xdr:wsDr/>")
    assert raci(*_MERGE).code == 0
    with zipfile.ZipFile("house.xlsx", "a") as archive:
        archive.writestr("xl/drawings/drawing2.xml", b"<xdr:wsDr><xdr:sp macro=''/></xdr:wsDr>")
    assert "house.xlsx holds shapes, which would be lost" in raci(*_MERGE[:-1], "other.xlsx").err


def test_what_the_workbook_lacks_is_listed(raci: Run) -> None:
    write("anna.csv", _ANNA.replace("Legal", "Support") + "Go-live,A,R,\n")
    outcome = raci(*_MERGE)
    assert (outcome.code, outcome.out) == (2, "")
    assert "house.xlsx lacks the activity 'Go-live' and the role 'Support'" in outcome.err
    assert not Path("out.xlsx").exists()


def test_what_openpyxl_would_lose_is_named_and_needs_force(raci: Run) -> None:
    data = io.BytesIO(Path("house.xlsx").read_bytes())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/media/image1.png", b"")
        archive.writestr("xl/charts/chart1.xml", b"<c/>")
    Path("house.xlsx").write_bytes(data.getvalue())
    outcome = raci(*_MERGE)
    assert outcome.code == 2
    assert "house.xlsx holds pictures and charts, which would be lost: add --force" in outcome.err
    assert not Path("out.xlsx").exists()
    assert raci(*_MERGE, "--force").code == 0


@pytest.mark.parametrize(
    ("like", "output", "said"),
    [
        ("anna.csv", "out.xlsx", "keeps the look of .xlsx and .xlsm workbooks"),
        ("house.xlsx", "out.csv", "Give the output the ending .xlsx"),
        ("house.xlsx", "house.xlsx", "house.xlsx"),
        ("long.xlsx", "out.xlsx", "laid out as 'transposed'"),
        ("merged.xlsx", "out.xlsx", "raci merged it of copies"),
    ],
)
def test_other_files_are_refused(raci: Run, like: str, output: str, said: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Role", "Kickoff meeting", "Training the users", "Go live with everybody"],
        ["Sales Manager", "A", "I", "R"],
        ["Project Manager", "R", "A", "C"],
        ["Legal", "C", "R", "A"],
    ):
        sheet.append(row)
    book.save("long.xlsx")
    raci("merge", "anna.csv", "ben.csv", "-o", "merged.xlsx")
    outcome = raci("merge", "anna.csv", "ben.csv", "--like", like, "-o", output, "--force")
    assert outcome.code == 2
    assert said in outcome.err
