"""Hostile and merely huge workbooks: refused, or read without their strays, in little time and memory."""

from __future__ import annotations

import contextlib
import io
import re
import struct
import zipfile
from pathlib import Path

import pytest
from books import FOUR_CELLS, MEGABYTE, cell, ods, ods_row, read_limited, record, rows, wide, xls, xlsb, xlsx, zipped

from raci_cli.errors import UnreadableFileError
from raci_cli.formats import read
from raci_cli.formats.limits import MAX_CELLS
from raci_cli.formats.workbooks.xlsx.extent import fits
from raci_cli.model import Grid
from raci_cli.model.location import column_name

GOOD = [["Activity", "Lead"], ["Kickoff", "R"]]
GOOD_CELLS = {(0, 0): "Activity", (0, 1): "Lead", (1, 0): "Kickoff", (1, 1): "R"}
ODS_ROWS = ods_row("Activity", "Lead") + ods_row("Kickoff", "R")


def stray(address: str) -> str:
    row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<row r="{row}">{cell(address)}</row>'


@pytest.mark.parametrize("address", ["XFD1048576", "ALL200000", "A1048576", "ALL90000"])
@pytest.mark.parametrize(
    "dimension", ["", '<dimension ref="A1:{}"/>', '<dimension ref="A1:B2"/>', '<dimension ref="A1"/>']
)
def test_a_stray_cell_far_away_does_no_harm(tmp_path: Path, address: str, dimension: str) -> None:
    data = xlsx(FOUR_CELLS + stray(address), before=dimension.format(address))
    assert read_limited(data, tmp_path / "plan.xlsx")["RACI"] == [2, GOOD]


@pytest.mark.parametrize(
    "sheet",
    [
        FOUR_CELLS.replace("<row", '<row spans="1:2"') + '<row r="2">' + cell("XFD1048576") + "</row>",
        rows(cell("XFD1048576")) + FOUR_CELLS,
        FOUR_CELLS + "<row><c t='inlineStr' r='XFD1048576'><is><t>R</t></is></c></row>",
        FOUR_CELLS + '<row><c t="inlineStr" q="&gt;" r="xfd1048576" ><is><t>R</t></is></c></row>',
        FOUR_CELLS + '<row><c\n r = "XFD1048576"\tt="inlineStr"><is><t>R</t></is></c></row>',
        FOUR_CELLS + '<row r="1048576"/><row r="1048576"><c q="<c r=" r="XFD3"><v>1</v></c></row>',
        (FOUR_CELLS + stray("XFD1048576")).replace("<", "<x:").replace("<x:/", "</x:"),
        FOUR_CELLS + stray("XFD1048576").replace("<c", "<x:c").replace("</c", "</x:c"),
        FOUR_CELLS + "<row><c q=' r=\"B2\"' t='inlineStr' r='XFD1048576'><is><t>R</t></is></c></row>",
        FOUR_CELLS + '<row><c t="inlineStr"r="XFD1048576"><is><t>R</t></is></c></row>',
    ],
    ids=[
        "in a near row",
        "first",
        "single quotes",
        "small letters",
        "line breaks",
        "tag in a value",
        "prefixed",
        "one prefixed",
        "address in a value",
        "no space",
    ],
)
def test_a_stray_cell_is_found_however_it_is_written(tmp_path: Path, sheet: str) -> None:
    sheets = read_limited(xlsx(sheet), tmp_path / "plan.xlsx")
    assert [row[:2] for row in sheets["RACI"][1]] == GOOD


@pytest.mark.parametrize(
    "address", ["XFD9999999999", "A4294967296", "ZZZZ1", "AAAAAAAAAAAA1", "A0", "R", "$XFD$1048576", "1048576"]
)
def test_an_address_that_is_none_aborts_nothing(tmp_path: Path, address: str) -> None:
    sheet = FOUR_CELLS + f'<row r="3"><c r="{address}"><v>1</v></c></row>'
    assert read_limited(xlsx(sheet), tmp_path / "plan.xlsx")


def test_a_stray_cell_without_address_counts_from_the_row_it_stands_in(tmp_path: Path) -> None:
    row = f'<row r="1048576">{"<c/>" * 16383}<c t="inlineStr"><is><t>R</t></is></c></row>'
    assert read_limited(xlsx(FOUR_CELLS + row), tmp_path / "plan.xlsx")["RACI"] == [2, GOOD]


def test_cells_without_addresses_are_read_in_order() -> None:
    sheet = re.sub(r' r="[A-Z]*[0-9]+"', "", FOUR_CELLS)
    assert "r=" not in sheet
    assert grids(xlsx(sheet))[0].rows == GOOD


def test_many_sheets_share_one_allowance(tmp_path: Path) -> None:
    large = FOUR_CELLS + "".join(stray(f"CV{row}") for row in range(90, 50000, 90))
    message = read_limited(xlsx(*[large] * 5), tmp_path / "plan.xlsx")
    assert "too large to be a matrix" in message
    assert "plan.xlsx:RACI2!CV" in message


def test_a_sheet_that_is_filled_all_the_way_down_is_refused_by_name(tmp_path: Path) -> None:
    data = xlsx("".join(stray(f"CV{row}") for row in range(1, 100_001, 100)))
    message = read_limited(data, tmp_path / "plan.xlsx")
    assert message.startswith("plan.xlsx:RACI!CV99901: the sheet reaches down to row 99,901")
    assert "Delete the empty rows below" in message


def test_a_far_merge_or_formatted_cell_takes_nothing(tmp_path: Path) -> None:
    formatted = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    merges = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert read_limited(xlsx(FOUR_CELLS + formatted, after=merges), tmp_path / "plan.xlsx")["RACI"] == [2, GOOD]


@pytest.mark.parametrize(
    "data",
    [
        xls({**GOOD_CELLS, (65535, 65535): "R"}),
        xls(GOOD_CELLS, size=(0x7FFFFFFF, 0xFFFF)),
        xls({**GOOD_CELLS, (65535, 255): "R"}),
    ],
)
def test_an_xls_that_is_too_large_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    message = read_limited(data, tmp_path / "plan.xls")
    assert message.startswith("plan.xls:RACI!")
    assert "too large to be a matrix" in message


def test_an_xlsb_with_a_stray_cell_is_refused_by_name(tmp_path: Path) -> None:
    message = read_limited(xlsb({**GOOD_CELLS, (1048575, 16383): "R"}), tmp_path / "plan.xlsb")
    assert message.startswith("plan.xlsb:RACI!XFD1048576: the sheet reaches down to row 1,048,576")


FAR_ROW = '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row>'
FAR_CELL = '<table:table-cell table:number-columns-repeated="16383"/>'


@pytest.mark.parametrize(
    "rest",
    [
        FAR_ROW + ods_row("R").replace("<table:table-cell", FAR_CELL + "<table:table-cell", 1),
        ods_row("R", attributes=' table:number-rows-repeated="1048574"').replace(
            "<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"', 1
        ),
        f"<table:table-row>{FAR_CELL.replace('16383', '4000000000')}<table:table-cell/></table:table-row>",
        ods_row("R").replace(" office:", " table:number-columns-repeated='4000000000' office:", 1),
        ods_row("R").replace('"string"', '"string" table:number-columns-repeated = "+4000000000"', 1),
    ],
    ids=["stray cell", "repeated", "empty cells before an empty one", "repeated first", "repeated last"],
)
def test_an_ods_that_is_too_large_is_refused_by_name(tmp_path: Path, rest: str) -> None:
    message = read_limited(ods(ODS_ROWS + rest), tmp_path / "plan.ods")
    assert message.startswith("plan.ods:RACI!")
    assert "too large to be a matrix" in message


def test_an_ods_with_a_formatted_end_is_read(tmp_path: Path) -> None:
    end = FAR_ROW.replace("<table:table-cell/>", '<table:table-cell table:number-columns-repeated="16384"/>')
    assert read_limited(ods(ODS_ROWS + end), tmp_path / "plan.ods")["RACI"] == [2, GOOD]


def test_an_ods_that_repeats_a_long_text_is_refused(tmp_path: Path) -> None:
    repeated = '<table:table-cell table:number-columns-repeated="10000" '
    row = ods_row("R" * 100_000).replace("<table:table-cell ", repeated)
    assert "repeats a long text" in read_limited(ods(row), tmp_path / "plan.ods")


def test_formatted_cells_far_away_take_nothing_from_the_allowance() -> None:
    far = "".join(f'<row r="{row}"><c r="XFD{row}" s="1"/></row>' for row in range(3, 60))
    assert [grid.rows for grid in grids(xlsx(*[FOUR_CELLS + far] * 30))] == [GOOD] * 30


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_large_sheet_fits_without_a_walk(prefix: str) -> None:
    body = rows(*("".join(map(cell, _addresses(row, 20))) for row in range(1, 2001)))
    xml = f"<sheetData>{body}</sheetData>".replace("<", "<" + prefix).replace(f"<{prefix}/", f"</{prefix}").encode()
    assert fits(xml, MAX_CELLS) == 2000 * 100
    assert fits(xml.replace(b'r="T1000"', b'r="DZ1000"'), MAX_CELLS) > 2000 * 100
    assert fits(xml.replace(b'r="T1000"', b""), MAX_CELLS) == 0


def test_an_ods_with_a_gigabyte_of_spaces_is_refused(tmp_path: Path) -> None:
    message = read_limited(ods(ods_row('R<text:s text:c="4000000000"/>')), tmp_path / "plan.ods")
    assert "spaces in a row" in message


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_a_zip_bomb_is_refused(tmp_path: Path, part: str) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
        with file.open(part, "w") as target:
            for _ in range(400):
                target.write(bytes(MEGABYTE))
    assert path.stat().st_size < MEGABYTE
    assert "unpacks to more than" in read_limited(path.read_bytes(), path)


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    honest = xlsx(FOUR_CELLS, more={"xl/sharedStrings.xml": bytes(300 * MEGABYTE)})
    size = struct.pack("<I", 300 * MEGABYTE)
    lying = honest.replace(size, struct.pack("<I", 1000))
    assert lying != honest
    assert "damaged" in read_limited(lying, tmp_path / "bomb.xlsx")


def test_a_sheet_that_goes_on_behind_its_claimed_size_is_refused(tmp_path: Path) -> None:
    honest = xlsx(FOUR_CELLS + stray("XFD1048576"))
    with zipfile.ZipFile(io.BytesIO(honest)) as file:
        size = file.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = honest.replace(struct.pack("<I", size), struct.pack("<I", size - 100))
    assert "damaged" in read_limited(lying, tmp_path / "plan.xlsx")


def test_an_archive_that_holds_a_part_twice_is_refused() -> None:
    target = io.BytesIO(xlsx(FOUR_CELLS))
    with zipfile.ZipFile(target, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    assert "damaged" in refusal(target.getvalue())


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_as_no_workbook_is_refused(method: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
    assert "damaged" in refusal(target.getvalue())


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, "plan.xlsx")
    return str(caught.value)


ENTITIES = '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    "data",
    [
        zipped({"xl/workbook.xml": ENTITIES + "]><workbook>&j;</workbook>"}),
        xlsx(FOUR_CELLS, more={"xl/sharedStrings.xml": ENTITIES + "]><sst><si><t>&j;</t></si></sst>"}),
        xlsx(FOUR_CELLS, more={"xl/worksheets/sheet1.xml": ENTITIES + "]><worksheet>&j;</worksheet>"}),
        ods(ODS_ROWS, more={"content.xml": ENTITIES + "]><office:document-content>&j;</office:document-content>"}),
    ],
)
def test_an_xml_bomb_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "defines entities" in read_limited(data, tmp_path / "bomb.xlsx")


@pytest.mark.parametrize("start", ["<c ", '<c r="', "<c '", "<row ", "<!--", "<x:c ", '<c r="A1"><f', '<c r="A1" ><f>'])
def test_broken_xml_takes_no_time(tmp_path: Path, start: str) -> None:
    sheet = FOUR_CELLS + stray("XFD1048576") + start * (8 * MEGABYTE // len(start))
    assert read_limited(xlsx(sheet), tmp_path / "plan.xlsx")


def test_a_long_text_and_many_roles_are_read() -> None:
    header = "".join(cell(address, f"Role {n}") for n, address in enumerate(_addresses(1, 5000)))
    body = (
        f'<row r="{row}">' + cell(f"A{row}", "Kickoff") + cell(f"GJG{row}", "R") + "</row>" for row in range(2, 202)
    )
    sheets = grids(xlsx(f'<row r="1">{header}</row>' + "".join(body), rows(cell("A1", "x" * 32767))))
    assert [len(sheets[0].rows), len(sheets[0].rows[0]), sheets[0].rows[200][4998]] == [201, 5000, "R"]
    assert sheets[1].rows == [["x" * 32767]]


def _addresses(row: int, count: int) -> list[str]:
    return [f"{column_name(column)}{row}" for column in range(1, count + 1)]


def grids(data: bytes) -> tuple[Grid, ...]:
    content = read(data, "plan.xlsx")
    assert isinstance(content, tuple)
    return content


def test_texts_that_are_only_claimed_are_refused(tmp_path: Path) -> None:
    texts = '<sst count="4000000000" uniqueCount="4000000000"><si><t>R</t></si></sst>'
    message = read_limited(xlsx(FOUR_CELLS, more={"xl/sharedStrings.xml": texts}), tmp_path / "plan.xlsx")
    assert "claims to hold 4,000,000,000 texts and holds 1" in message


def with_shared_texts(book: bytes, texts: bytes) -> bytes:
    """The .xlsb with a table of shared texts."""
    with zipfile.ZipFile(io.BytesIO(book)) as file:
        return zipped({**{name: file.read(name) for name in file.namelist()}, "xl/sharedStrings.bin": texts})


@pytest.mark.parametrize("claimed", [2, 10_000_000, 0x7FFFFFFF, 0xFFFFFFFF])
def test_an_xlsb_that_claims_texts_it_does_not_hold_is_damaged(tmp_path: Path, claimed: int) -> None:
    texts = record(0x9F, struct.pack("<II", claimed, claimed)) + record(0x13, b"\0" + wide("R")) + record(0xA0)
    message = read_limited(with_shared_texts(xlsb(GOOD_CELLS), texts), tmp_path / "plan.xlsb")
    assert message == "plan.xlsb is damaged: open it in Excel or LibreOffice and save it as .xlsx."


def test_one_long_text_in_many_cells_of_an_xlsb_is_refused(tmp_path: Path) -> None:
    texts = record(0x9F, struct.pack("<II", 1, 1)) + record(0x13, b"\0" + wide("R" * 30_000)) + record(0xA0)
    book = xlsb(dict.fromkeys([(row, column) for row in range(2_000) for column in range(50)], 0))
    message = read_limited(with_shared_texts(book, texts), tmp_path / "plan.xlsb")
    assert "repeats a long text" in message


def test_one_long_text_in_many_cells_of_an_xls_is_refused(tmp_path: Path) -> None:
    shared = {(row, column): 0 for row in range(105) for column in range(20)}
    assert "repeats a long text" in read_limited(xls(shared, shared="x" * 32_500), tmp_path / "plan.xls")
    few = xls({(0, 0): "Activity", (1, 1): 0}, shared="R")
    assert read_limited(few, tmp_path / "few.xls") == {"RACI": [2, [["Activity", ""], ["", "R"]]]}


def test_one_long_text_in_a_million_cells_is_refused(tmp_path: Path) -> None:
    texts = f"<sst><si><t>{'R' * 30_000}</t></si></sst>"
    many = rows(*['<c t="s"><v>0</v></c>' * 50] * 20_000)
    message = read_limited(xlsx(many, more={"xl/sharedStrings.xml": texts}), tmp_path / "plan.xlsx")
    assert "repeats a long text" in message


def test_one_long_text_beside_many_short_ones_is_read() -> None:
    texts = f"<sst><si><t>{'R' * 30_000}</t></si><si><t>R</t></si></sst>"
    body = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>{int(row > 1)}</v></c></row>' for row in range(1, 20_001))
    (grid,) = grids(xlsx(body, more={"xl/sharedStrings.xml": texts}))
    assert [len(row[0]) for row in grid.rows] == [30_000] + [1] * 19_999


def test_a_million_merged_ranges_are_refused(tmp_path: Path) -> None:
    merges = "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * MEGABYTE + "</mergeCells>"
    assert "merged cells" in read_limited(xlsx(FOUR_CELLS, after=merges), tmp_path / "plan.xlsx")


@pytest.mark.parametrize(("data", "path"), [(xls(GOOD_CELLS), "plan.xls"), (xlsb(GOOD_CELLS), "plan.xlsb")])
def test_a_wrong_byte_is_survived_in_silence(data: bytes, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Some of these make calamine panic, which would print a report about Rust."""
    for at in [at for at, byte in enumerate(data) if byte or at % 8 == 0]:
        with contextlib.suppress(UnreadableFileError):
            read(data[:at] + b"\xff" + data[at + 1 :], path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("old", "new"), [(bytes(13), b""), (b"\x81\x01\x00\x94", b"\x81\x7f\x00\x94"), (b"\x00\x11", b"\x00\x01")]
)
def test_a_damaged_xlsb_aborts_nothing(tmp_path: Path, old: bytes, new: bytes) -> None:
    honest = xlsb({**GOOD_CELLS, (1048575, 16383): "R"})
    with zipfile.ZipFile(io.BytesIO(honest)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    sheet = "xl/worksheets/sheet1.bin"
    damaged = zipped({**parts, sheet: parts[sheet].replace(old, new)})
    assert isinstance(read_limited(damaged, tmp_path / "plan.xlsb"), str)


def test_the_allowance_holds_forty_thousand_activities_of_fifty_roles() -> None:
    assert MAX_CELLS >= 40_000 * 50


def test_a_grid_says_what_was_left_out() -> None:
    second = "".join(stray(address) for address in ("A900000", "XFD1048576"))
    books = [read(xlsx(FOUR_CELLS + strays), "plan.xlsx") for strays in ("", stray("XFD1048576"), second)]
    assert [grid.notes for grids in books if isinstance(grids, tuple) for grid in grids] == [
        (),
        ("1 cell far away from all others was left out: XFD1048576.",),
        ("2 cells far away from all others were left out, the first in A900000.",),
    ]
