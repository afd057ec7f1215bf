"""The sheet that lists what was settled by halves: C and I on activities whose owners are agreed."""

from __future__ import annotations

from raci_cli.model.decision import MergeResult, Minor
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.letters import leaders
from raci_cli.workbook.merged.table import Column, Table

_INTRODUCTION = (
    "Everybody agrees who owns these activities, but not on who is consulted or informed. A role keeps a part if at "
    "least half give it one."
)
_COLUMNS = (
    Column("Phase", 22),
    Column("Activity", 40, "table name"),
    Column("Role", 28),
    Column("Settled as", 11, "table letter", "number heading"),
    Column("What the copies say", 60),
)
_NONE = "nothing"


def add(book: Book, result: MergeResult) -> None:
    """Add what was settled beside R and A."""
    comparison = result.comparison
    table = Table(book, book.add_sheet("Minor", form.MINOR), "Consulted and informed", _INTRODUCTION, _COLUMNS)
    table.headings(20, frozen=2)
    for outcome in result.outcomes:
        activity = comparison.rows[outcome.row].activity
        for minor in outcome.minor:
            role = comparison.roles[minor.role].label
            settled = "/".join(minor.letters) or "–"  # noqa: RUF001 - a dash for nothing
            table.row([activity.place, activity.label, role, settled, _said(result, minor)])
    if not any(outcome.minor for outcome in result.outcomes):
        table.row(["", "There was nothing to settle.", "", "", ""])
    table.colour_letters(comparison.scheme, 3, 3)


def _said(result: MergeResult, minor: Minor) -> str:
    views = (f"{'/'.join(letters) or _NONE}: {leaders(result.comparison, copies)}" for letters, copies in minor.votes)
    return "; ".join(views)
