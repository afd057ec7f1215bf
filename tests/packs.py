"""Workshop packs in tests, filled in as people fill them in."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from raci_cli.compare import compare
from raci_cli.compare.agenda import agenda
from raci_cli.files.decisions import load_decisions
from raci_cli.model.agenda import Agenda
from raci_cli.model.comparison import Copy
from raci_cli.model.decision import Decision
from raci_cli.workbook import write_workshop
from tables import matrix

SALES = """
    title: Customer success
    Activity          | Account Executive | CSM | Trainer, external
    # Onboarding
    Kickoff meeting   | A                 | R   | C
    Training          | I                 | A   | R
    Go-live           | A                 | R   | I
    # Renewal
    Renewal           | R/A               | C   |
    Offer             | A                 | R   |
    """
SUCCESS = """
    title: Customer success
    Activity          | Account Executive | CSM | Trainer, external
    # Onboarding
    Kickoff meeting   | C                 | R/A |
    Training          | C                 | A   | R
    Go-live           | A                 | R   | I
    # Renewal
    Renewal           | R                 | A   |
    Offer             |                   |     |
    """
SERVICES = """
    title: Customer success
    Activity          | Account Executive | CSM | Trainer, external
    # Onboarding
    Kickoff meeting   | A                 | R   | I
    Training          | C                 | A   | R
    Go-live           | A                 | R   | I
    # Renewal
    Renewal           | A                 | A   | R
    Offer             |                   |     |
    """
"""In dispute: Kickoff meeting and Renewal. To accept: Training. Agreed: Go-live, and Offer that only one filled in."""


def three() -> list[Copy]:
    """Three leaders' copies of one matrix."""
    return [Copy(leader, matrix(text)) for leader, text in (("Ann", SALES), ("Ben", SUCCESS), ("Cleo", SERVICES))]


def agenda_of_three() -> Agenda:
    """What they have to decide."""
    return agenda(compare(three()))


class Pack:
    """A pack that somebody works on."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data))

    @classmethod
    def of(cls, agenda: Agenda) -> Pack:
        """The pack for an agenda."""
        return cls(write_workshop(agenda))

    def sheet(self, name: str) -> Worksheet:
        """One of its sheets."""
        sheet = self.book[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def rows(self, name: str) -> list[list[str]]:
        """What people see on a sheet, row by row, without blank rows."""
        found = []
        for row in self.sheet(name).iter_rows(values_only=True):
            texts = ["" if value is None else str(value) for value in row]
            if any(texts):
                found.append(texts)
        return found

    def decision_row(self, activity: str) -> int:
        """Where people decide about an activity."""
        sheet = self.sheet("Agenda")
        begins = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value == activity)
        return next(row for row in range(begins, sheet.max_row + 1) if sheet.cell(row, 1).value == "Decision")

    def decide(self, activity: str, option: str | int | None, **cells: str) -> None:
        """Fill in the row of an activity; `C="..."` writes into a cell of it."""
        row = self.decision_row(activity)
        self.sheet("Agenda").cell(row, 2).value = option
        for column, value in cells.items():
            self.sheet("Agenda")[f"{column}{row}"] = value

    def data(self) -> bytes:
        """The file as it now is."""
        file = io.BytesIO()
        self.book.save(file)
        return file.getvalue()

    def save(self, path: Path) -> str:
        """The file under a name."""
        path.write_bytes(self.data())
        return str(path)

    def decided(self, folder: Path) -> dict[str, Decision]:
        """The decisions that have been taken, by activity, as they are read from the file."""
        found = load_decisions(self.save(folder / "pack.xlsx"))
        return {decision.activity: decision for decision in found if decision.letters}
