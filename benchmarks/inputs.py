"""The workbooks that are measured: the enterprise example, many copies of it, and large ones."""

from __future__ import annotations

import csv
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

ENTERPRISE = Path(__file__).parent.parent / "examples" / "enterprise.xlsx"
ROLES = 20
"""Of the copies that are compared."""
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


def filled_in(folder: Path, suffix: str, copies: int, activities: int, *, renamed: float) -> list[Path]:
    """Copies of one matrix in ten phases, for ROLES roles: a share of names misspelt, 2 % of rows with another cell.

    The same numbers give the same matrices, as workbooks (.xlsx) or as .csv.
    """
    folder.mkdir(exist_ok=True)
    dice = random.Random(activities)
    words = ["".join(dice.choice("bdfglmnprst") + dice.choice("aeiou") for _ in range(3)) for _ in range(800)]
    headings = ["Phase", "Activity", *(f"Role {' '.join(dice.sample(words, 2))}" for _ in range(ROLES))]
    rows = [
        [f"Phase {10 * number // activities}", " ".join(dice.sample(words, 4)), *_cells(dice)]
        for number in range(activities)
    ]
    paths = [folder / f"leader-{number}{suffix}" for number in range(copies)]
    for path in paths:
        copy = [_another(dice, row, renamed) for row in rows]
        (_write_workbook if suffix == ".xlsx" else _write_table)(path, [headings, *copy])
    return paths


def _cells(dice: random.Random) -> Iterator[str]:
    letters = dict(zip(dice.sample(range(ROLES), 10), "ARCCCCIIII", strict=True))
    return (letters.get(role, "") for role in range(ROLES))


def _another(dice: random.Random, row: list[str], renamed: float) -> list[str]:
    phase, name, *cells = row
    if dice.random() < renamed:
        place = dice.randrange(2, len(name) - 1)
        name = name[:place] + dice.choice("vwxyz") + name[place + 1 :]
    if dice.random() < 0.02:
        cells[dice.randrange(len(cells))] = dice.choice("RACI")
    return [phase, name, *cells]


def _write_workbook(path: Path, rows: list[list[str]]) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("RACI")
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    sheet.write_string(number, column, text)


def _write_table(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
