"""The example workbooks: up to date, true to their facts, valid, and read by raci as they are meant."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

import needs
import raci_cli as raci
from raci_cli.shipped import shipped
from tools.examples import source
from tools.examples.draw import draw
from tools.examples.source import Line

EXAMPLES = shipped("examples")
NAMES = source.names()


def activities(name: str) -> list[Line]:
    return [line for line in source.load(name).lines if line.kind == "activity"]


def contents(workbook: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(workbook) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_there_is_an_example_for_every_source() -> None:
    assert sorted(path.stem for path in EXAMPLES.glob("*.xlsx")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_workbook_is_what_the_script_builds(name: str, tmp_path: Path) -> None:
    draw(source.load(name), tmp_path / "new.xlsx")

    # Unpacked, because another zlib packs the same content into other bytes.
    assert contents(tmp_path / "new.xlsx") == contents(EXAMPLES / f"{name}.xlsx")


@pytest.mark.parametrize("name", NAMES)
def test_building_twice_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    for file in ("first.xlsx", "second.xlsx"):
        draw(source.load(name), tmp_path / file)

    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_source_gives_letters_to_known_roles_only(name: str) -> None:
    roles = {role for role, _ in source.load(name).roles}

    assert {role for line in activities(name) for role in line.letters} <= roles


def test_the_enterprise_chart_keeps_its_faults() -> None:
    letters = ["".join(line.letters.values()) for line in activities("enterprise")]

    assert len(source.load("enterprise").roles) == 20
    assert len(letters) == 58
    assert sum("A" not in row for row in letters) == 26
    assert sum(row.count("A") > 1 for row in letters) == 1
    assert sum(row.count("R") > 1 for row in letters) == 2
    assert sum(row.count("A") == 1 and "R" in row for row in letters) == 31


def test_the_enterprise_sheet_has_two_header_rows_with_merged_departments() -> None:
    sheet = openpyxl.load_workbook(EXAMPLES / "enterprise.xlsx").active
    assert sheet is not None

    roles, departments = ([cell.value for cell in row[1:21]] for row in sheet.iter_rows(max_row=2))

    assert all(roles)
    assert [text for text in departments if text] == ["Marketing", "Sales", "Services", "Success", "Support", "Product"]
    assert "[define]" in str(sheet["A1"].value)
    assert len(sheet.merged_cells.ranges) == 5


@pytest.mark.parametrize("name", NAMES)
def test_office_would_open_the_workbook_without_complaint(name: str) -> None:
    judge = needs.program("ooxml-validator")

    assert subprocess.run([judge, EXAMPLES / f"{name}.xlsx"], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("name", NAMES)
def test_raci_reads_every_letter_and_no_other(name: str) -> None:
    matrix = raci.load(EXAMPLES / f"{name}.xlsx")
    facts = source.load(name)

    assert [(role.name, role.group) for role in matrix.roles] == list(facts.roles)
    assert [
        name for phase in matrix.phases for name in (phase.name, *(section.name for section in phase.sections))
    ] == [line.name for line in facts.lines if line.kind != "activity"]
    assert [
        (activity.name, {matrix.roles[given.role].name: given.letters for given in activity.assignments})
        for activity in matrix.activities
    ] == [
        (line.name, {role: matrix.scheme.ordered(letters) for role, letters in line.letters.items()})
        for line in activities(name)
    ]


def test_the_small_example_passes_every_rule_in_the_strict_profile() -> None:
    matrix = raci.load(EXAMPLES / "small.xlsx")

    assert raci.validate(matrix, profile="strict").findings == ()


def test_the_sources_are_not_taken_for_matrices() -> None:
    with pytest.raises(raci.NoMatrixError):
        raci.load(source.HERE / "small.yaml")
