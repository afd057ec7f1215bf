"""Workbooks with a password, as LibreOffice writes them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from office import with_password

from raci_cli.errors import UnreadableFileError
from raci_cli.formats import read


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locked")
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Activity", "Lead"])
    book.save(folder / "plan.xlsx")
    with_password(folder / "plan.xlsx", folder)
    return folder


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_real_password_gets_the_sentence(locked: Path, kind: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read((locked / f"locked.{kind}").read_bytes(), f"plan.{kind}")
    assert str(caught.value) == f"plan.{kind} is password-protected: save a copy without the password."
