"""The workbooks that are measured: the enterprise example, many copies of it, and large ones."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import xlsxwriter

ENTERPRISE = Path(__file__).parent.parent / "examples" / "enterprise.xlsx"
_TEXTS = "xl/sharedStrings.xml"


def copies(folder: Path, count: int) -> Path:
    """A folder of workbooks like the enterprise example, each with other texts."""
    folder.mkdir()
    with zipfile.ZipFile(ENTERPRISE) as example:
        members = {name: example.read(name) for name in example.namelist()}
    for number in range(count):
        changed = members | {_TEXTS: members[_TEXTS].replace(b"Kickoff meeting", b"Kickoff meeting %d" % number)}
        with zipfile.ZipFile(folder / f"copy-{number:04}.xlsx", "w", zipfile.ZIP_DEFLATED) as copy:
            for name, content in changed.items():
                copy.writestr(name, content)
    return folder


def large(path: Path, activities: int, roles: int) -> Path:
    """A workbook of random but sensible rows: one A, one R, four C, four I; every twentieth row lacks its A."""
    dice = random.Random(activities * roles)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("RACI")
        sheet.write_row(0, 0, ["Activity", *(f"Role number {number}" for number in range(1, roles + 1))])
        for row in range(1, activities + 1):
            columns = dice.sample(range(1, roles + 1), 10)
            letters = ("" if row % 20 == 0 else "A") + "RCCCCIIII"
            sheet.write_string(row, 0, f"Activity number {row}")
            for column, letter in sorted(zip(columns, letters, strict=False)):
                sheet.write_string(row, column, letter)
    return path
