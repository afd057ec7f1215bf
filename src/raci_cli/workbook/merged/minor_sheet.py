"""The sheet that lists what was settled by halves: C and I on activities whose owners are agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from raci_cli.model.comparison import Comparison
from raci_cli.model.decision import MergeResult, Minor, Outcome
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.letters import leaders, silent
from raci_cli.workbook.merged.table import Column, Table

INTRODUCTION = (
    "Who owns these activities is settled; the copies differ on who is consulted or informed. A role keeps a part if "
    "at least half give it one."
)
COLUMNS = (
    Column("Phase", 22),
    Column(form.ACTIVITY, 40, "table name"),
    Column(form.ROLE, 28),
    Column("Settled as", 11, "table letter", "number heading"),
    Column("What the copies say", 62, "table remark", "detail heading"),
)
SETTLED_AT = 3
"""The column with letters."""
_NOTHING = "nothing"


class Settled(NamedTuple):
    """One row of the sheet: a role on an activity, and the texts of COLUMNS."""

    outcome: Outcome
    minor: Minor
    texts: list[str]


def settled(comparison: Comparison, outcomes: Iterable[Outcome]) -> Iterator[Settled]:
    """What was settled beside R and A, activity by activity."""
    for outcome in outcomes:
        activity = comparison.rows[outcome.row].activity
        for minor in outcome.minor:
            letters = "/".join(minor.letters) or form.NONE
            role = comparison.roles[minor.role].label
            yield Settled(
                outcome, minor, [activity.place, activity.label, role, letters, _said(comparison, outcome.row, minor)]
            )


def add(book: Book, result: MergeResult) -> None:
    """Add what was settled beside R and A."""
    table = Table(book, book.add_sheet("Minor", form.MINOR), "Consulted and informed", INTRODUCTION, COLUMNS)
    table.headings(20, frozen=2)
    rows = [each.texts for each in settled(result.comparison, result.outcomes)]
    for texts in rows or [["", "There was nothing to settle.", "", "", ""]]:
        table.row(texts)
    table.colour_letters(result.comparison.scheme, SETTLED_AT, SETTLED_AT)


def _said(comparison: Comparison, number: int, minor: Minor) -> str:
    """Who says what, and who says nothing because the copy has no such role, no such activity, or left it blank."""
    row = comparison.rows[number]
    views = [f"{'/'.join(letters) or _NOTHING}: {leaders(comparison, copies)}" for letters, copies in minor.votes]
    lacking = [vote.copy for vote in row.votes if comparison.roles[minor.role].indexes[vote.copy] is None]
    views += [f"no such role: {leaders(comparison, lacking)}"] if lacking else []
    return "; ".join([*views, *silent(comparison, row)])
