"""The worked sets: leaders' copies of the enterprise template, and the pack of a workshop in which they decided."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from raci_cli.cli.comparing import compared
from raci_cli.compare.agenda import agenda
from raci_cli.files.copies import load_copies
from raci_cli.files.read import load_template
from raci_cli.model.agenda import Agenda
from raci_cli.segments import file_names
from raci_cli.shipped import shipped
from raci_cli.workbook import form, write_matrix, write_workshop
from tools.examples.leaders import SETS, copy_of

_ALIASES = """\
# What the Head of Services calls roles, and what everybody else does.
aliases:
  roles:
    Education Specialist: Education Specialist / Trainer
    Named CSM/TAM: CSM/TAM - Named
"""
_CLAIMS = "five-leaders"
"""The set that is told whose roles are whose, so that raci can say who claims what."""
_DECIDED = "three-leaders"
"""The set whose workshop has taken place."""
_WHEN, _WHO = "2026-11-09", "Leadership team"
_RARELY = 5
"""At every so manyth activity people did not take what most said, but the next answer that breaks no rule."""


def build(folder: Path) -> Iterator[Path]:
    """Write every set into a folder of its own."""
    for name in SETS:
        yield from _copies(folder / name)
    yield _pack(folder / _DECIDED)


def _copies(folder: Path) -> Iterator[Path]:
    """The copies, as `raci new --for` names them, and what raci needs to know about their names."""
    template = load_template(str(shipped("templates") / "enterprise.yaml"))
    leaders = SETS[folder.name]
    (folder / "copies").mkdir(parents=True, exist_ok=True)
    (folder / "raci.yaml").write_text(_settings(folder.name), encoding="utf-8")
    yield folder / "raci.yaml"
    for leader, name in zip(
        leaders, file_names("raci-enterprise", [leader.name for leader in leaders], ".xlsx"), strict=True
    ):
        path = folder / "copies" / name
        path.write_bytes(write_matrix(copy_of(template.matrix, leader), duties=template.duties))
        yield path


def _settings(name: str) -> str:
    if name != _CLAIMS:
        return _ALIASES
    own = "".join(f"  {leader.name}: [{leader.group}]\n" for leader in SETS[name])
    return f"{_ALIASES}# Whose people are in which group of roles.\nleaders:\n{own}"


def _pack(folder: Path) -> Path:
    """The workshop pack when the leaders have decided everything: mostly what most of them had said."""
    found = agenda(compared(load_copies([str(folder / "copies")])))
    book = openpyxl.load_workbook(io.BytesIO(write_workshop(found)))
    _decide(book["Agenda"], found)
    book["Minor"]["C4"] = form.ACCEPTED
    book.save(folder / "workshop.xlsx")
    return folder / "workshop.xlsx"


def _decide(sheet: Worksheet, found: Agenda) -> None:
    sheet["C4"], sheet["E4"] = _WHEN, _WHO
    rows = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == form.DECISION]
    for number, (row, item) in enumerate(zip(rows, found.items, strict=True), start=1):
        options = enumerate(item.conflict.options, start=1)
        good = [option for option, each in options if not each.breaks]
        sheet.cell(row, 2).value = good[number % _RARELY == 0 and len(good) > 1]
