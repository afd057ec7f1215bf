"""Workbooks made by hand, byte by byte, so that they can hold what no honest program writes."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

MEGABYTE = 1_000_000

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return target.getvalue()


def xlsx(*sheet_data: str, before: str = "", after: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An .xlsx with the sheets RACI, RACI2, ...; each is given by the XML within its `<sheetData>`."""
    names = ["RACI" if index == 1 else f"RACI{index}" for index in range(1, len(sheet_data) + 1)]
    parts = {
        f"xl/worksheets/sheet{index}.xml": (
            f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'
        )
        for index, data in enumerate(sheet_data, 1)
    }
    return xlsx_of(names, {**parts, **(more or {})})


def xlsx_of(names: list[str], parts: Mapping[str, str | bytes]) -> bytes:
    """An .xlsx from its worksheet parts, which are to be called sheet1.xml and so on."""
    sheets = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(
                {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)}
            ),
            **parts,
        }
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def cell(address: str, text: str = "R") -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows(*cells_of_rows: str) -> str:
    return "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(cells_of_rows, 1))


FOUR_CELLS = rows(cell("A1", "Activity") + cell("B1", "Lead"), cell("A2", "Kickoff") + cell("B2", "R"))


def ods(table: str, more: Mapping[str, str] | None = None) -> bytes:
    """An .ods with one sheet RACI, given by the XML within its `<table:table>`."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest:manifest/>",
            "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="RACI">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
            **(more or {}),
        }
    )


def ods_row(*texts: str, attributes: str = "") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f"<table:table-row{attributes}>{cells}</table:table-row>"


def xlsb(cells: Mapping[tuple[int, int], str | int]) -> bytes:
    """An .xlsb with one sheet RACI; cells by row and column from 0, in order; a number stands for a shared text."""
    sheet = [record(0x81), record(0x94, bytes(16)), record(0x91)]
    row = -1
    for (at_row, column), text in cells.items():
        if at_row != row:
            row = at_row
            sheet.append(record(0x00, struct.pack("<I", row) + bytes(13)))
        kind, content = (0x07, struct.pack("<I", text)) if isinstance(text, int) else (0x06, wide(text))
        sheet.append(record(kind, struct.pack("<II", column, 0) + content))
    sheet += [record(0x92), record(0x82)]
    listed = record(0x9C, struct.pack("<II", 0, 1) + wide("rId1") + wide("RACI"))
    book = b"".join([record(0x83), record(0x8F), listed, record(0x90), record(0x84)])
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.bin")}),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": _relations({"rId1": ("worksheet", "worksheets/sheet1.bin")}),
            "xl/worksheets/sheet1.bin": b"".join(sheet),
        }
    )


def record(kind: int, content: bytes = b"") -> bytes:
    """One record of an .xlsb."""
    return _sevens(kind) + _sevens(len(content)) + content


def _sevens(number: int) -> bytes:
    low, high = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _sevens(high) if high else bytes([low])


def wide(text: str) -> bytes:
    """A text in an .xlsb."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xls(
    cells: Mapping[tuple[int, int], str | int],
    *,
    size: tuple[int, int] = (0, 0),
    protected: bool = False,
    shared: str = "",
) -> bytes:
    """An .xls with one sheet RACI that claims a size; cells by row and column from 0; a number is the shared text."""
    start = _biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + (
        _biff(0x2F, bytes(6)) if protected else b""
    )
    texts = _biff(0xFC, struct.pack("<IIHB", 1, 1, len(shared), 0) + shared.encode("latin-1")) if shared else b""
    listed = struct.pack("<BB", 4, 0) + b"RACI"
    offset = len(start) + 4 + 6 + len(listed) + len(texts) + 4
    book = start + _biff(0x85, struct.pack("<IBB", offset, 0, 0) + listed) + texts + _biff(0x0A)
    sheet = _biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += _biff(0x0200, struct.pack("<IIHHH", 0, size[0], 0, size[1], 0))
    for (row, column), text in cells.items():
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(text, int):
            sheet += _biff(0xFD, place + struct.pack("<I", text))
        else:
            sheet += _biff(0x0204, place + struct.pack("<HB", len(text), 0) + text.encode("latin-1"))
    return compound({"Workbook": book + sheet + _biff(0x0A)})


def _biff(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file, the container of .xls and of encrypted workbooks. Streams are padded to the least size."""
    end, table_mark, unused = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    sectors, following = [b"", b""], [table_mark, end]
    entries = [_entry("Root Entry", 5, end, 0)]
    for name, content in streams.items():
        padded = content.ljust(max(-(-len(content) // 512) * 512, 4096), b"\x00")
        entries.append(_entry(name, 2, len(sectors), len(padded)))
        pieces = [padded[at : at + 512] for at in range(0, len(padded), 512)]
        following += [*range(len(sectors) + 1, len(sectors) + len(pieces)), end]
        sectors += pieces
    sectors[0] = struct.pack("<128I", *following, *[unused] * (128 - len(following)))
    sectors[1] = b"".join(entries).ljust(512, b"\x00")
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[unused] * 108)
    return header + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    links = struct.pack("<HBB3I", len(wide), kind, 1, *[0xFFFFFFFF] * 3)
    return wide.ljust(64, b"\x00") + links + bytes(36) + struct.pack("<IQ", start, size)


_LIMITED = """
import json, resource, sys
from pathlib import Path
import python_calamine, raci_cli.formats.workbooks.guard, raci_cli.formats.workbooks.reader
from raci_cli.errors import RaciError
from raci_cli.formats import read

used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[2]),) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]),) * 2)
try:
    grids = read(Path(sys.argv[1]).read_bytes(), Path(sys.argv[1]).name)
    print(json.dumps({grid.name: [len(grid.rows), [row[:2] for row in grid.rows[:2]]] for grid in grids}))
except RaciError as error:
    print(json.dumps(str(error)))
"""


def read_limited(data: bytes, path: Path, *, memory: int = 500 * MEGABYTE, seconds: int = 5) -> Any:
    """What reading gives in a process of its own with little memory and time: the error, or the sheets' starts.

    calamine aborts the process when memory runs out; here that fails the test and not the whole run.
    """
    if sys.platform != "linux":
        pytest.skip("only Linux keeps a process to a little memory")
    path.write_bytes(data)
    command = [sys.executable, "-c", _LIMITED, str(path), str(memory), str(seconds)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    return json.loads(result.stdout)
