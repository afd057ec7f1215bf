"""LibreOffice as an independent judge, and the contents of workbooks as other readers see them."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl

import needs

_STORED = re.compile(rb"(</f>)<v>[^<]*</v>")


def without_values(source: Path, target: Path) -> Path:
    """The same workbook without the results of its formulas, so that whoever opens it has to calculate."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, _STORED.sub(rb"\1", old.read(name)))
    return target


def saved_by_libreoffice(files: list[Path], form: str, folder: Path) -> list[Path]:
    """The files as LibreOffice saves them in another form, calculated; it is started once for all."""
    office = needs.program("soffice")
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", folder, *files],
        capture_output=True,
        timeout=180,
        check=True,
    )
    return [folder / f"{file.stem}.{form}" for file in files]


def values(path: Path) -> dict[str, dict[str, object]]:
    """Every cell that holds anything, by sheet and address, with the results of formulas."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in book.worksheets
    }
