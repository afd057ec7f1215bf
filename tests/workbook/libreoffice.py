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


_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden" : how(0).Value = True
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, how())
  sheet = book.Sheets.getByIndex(0)
  {steps}
  book.calculateAll()
  how(0).Name = "FilterName" : how(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL("{target}", how())
  book.close(True)
End Sub
</script:module>
"""


def edited_in_libreoffice(source: Path, target: Path, steps: list[str]) -> Path:
    """The workbook after some lines of Basic have worked on its first sheet, `sheet`."""
    profile = target.parent / "profile"
    command = [needs.program("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--terminate_after_init"], capture_output=True, timeout=60, check=True)
    module = _MODULE.format(source=source.as_uri(), target=target.as_uri(), steps="\n  ".join(steps))
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(module, encoding="utf-8")
    subprocess.run([*command, "macro:///Standard.Module1.Main"], capture_output=True, timeout=60, check=True)
    return target
