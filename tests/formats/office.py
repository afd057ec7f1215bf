"""LibreOffice as the author of files that no library here can write: workbooks with a password."""

from __future__ import annotations

import subprocess
from pathlib import Path

from needs import program

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
  Dim how(2) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Password" : how(0).Value = "secret"
  how(1).Name = "FilterName"
  how(1).Value = "MS Excel 97" : book.storeToURL("{folder}/locked.xls", how())
  how(1).Value = "calc8" : book.storeToURL("{folder}/locked.ods", how())
  Dim ooxml(1) As New com.sun.star.beans.NamedValue
  ooxml(0).Name = "CryptoType" : ooxml(0).Value = "Standard"
  ooxml(1).Name = "OOXPassword" : ooxml(1).Value = "secret"
  how(2).Name = "EncryptionData" : how(2).Value = ooxml()
  how(1).Value = "Calc MS Excel 2007 XML" : book.storeToURL("{folder}/locked.xlsx", how())
  book.close(True)
End Sub
</script:module>
"""


def with_password(source: Path, folder: Path) -> None:
    """Put copies of a workbook that ask for a password into a folder: locked.xls, locked.ods and locked.xlsx."""
    profile = folder / "profile"
    command = [program("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    _run([*command, "--terminate_after_init"])  # makes the profile, with an empty module in it
    module = _MODULE.format(source=source.as_uri(), folder=folder.as_uri())
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(module, encoding="utf-8")
    _run([*command, "macro:///Standard.Module1.Main"])


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=60)
