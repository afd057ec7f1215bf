"""The sheet that shows who stands where: each activity with a column for every leader."""

from __future__ import annotations

from itertools import groupby

from raci_cli.model.agenda import Agenda
from raci_cli.model.comparison import Comparison, RowComparison, Vote
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.table import Column, Table
from raci_cli.workbook.workshop.notes import ZOOM, owners, place
from raci_cli.workbook.xlsx import Columns

_INTRODUCTION = (
    "Who owns each activity, as each leader sees it. Yellow: another answer than most leaders give, or than anybody "
    "else where no answer has most votes. Grey: this copy has no such activity."
)


def add(book: Book, agenda: Agenda) -> None:
    """Add who is A and who is R on every activity in each leader's eyes."""
    comparison = agenda.comparison
    columns = [Column(form.ACTIVITY, 40, "table name"), *(Column(leader, 32) for leader in comparison.leaders)]
    table = Table(book, book.add_sheet("Positions", form.POSITIONS), "Positions", _INTRODUCTION, columns)
    table.headings(20, frozen=1)
    table.sheet.set_zoom(ZOOM)
    for where, rows in groupby(comparison.rows, key=place):
        if where:
            table.sheet.set_row(table.next_row, 20)
            table.sheet.shade(table.next_row, Columns(0, len(columns) - 1), "band")
            table.sheet.put(table.next_row, 0, where, "band")
            table.next_row += 1
        for row in rows:
            _write(table, comparison, row)


def _write(table: Table, comparison: Comparison, row: RowComparison) -> None:
    votes = {vote.copy: vote for vote in row.votes}
    others = _not_with_most(comparison, row)
    texts, styles = [row.activity.label], ["table name"]
    for copy in range(len(comparison.copies)):
        if vote := votes.get(copy):
            texts.append(_owners(comparison, vote))
            styles.append("apart" if copy in others else "table cell")
        else:
            lacks = copy in row.activity.missing
            texts.append("no such activity" if lacks else "left blank")
            styles.append("absent" if lacks else "silent")
    table.row(texts, styles)


def _owners(comparison: Comparison, vote: Vote) -> str:
    letters = filter(None, (comparison.scheme.accountable, comparison.scheme.responsible))
    return "\n".join(f"{letter}: {owners(comparison, vote.holders(letter))}" for letter in letters)


def _not_with_most(comparison: Comparison, row: RowComparison) -> set[int]:
    """The copies whose answer is not the one that most give; all of them where there is none."""
    if not row.in_dispute:
        return set()
    scheme = comparison.scheme
    camps: dict[tuple[tuple[int, ...], ...], set[int]] = {}
    for vote in row.votes:
        answer = vote.holders(scheme.accountable), vote.holders(scheme.responsible)
        camps.setdefault(answer, set()).add(vote.copy)
    largest = max(map(len, camps.values()))
    leading = [copies for copies in camps.values() if len(copies) == largest]
    everybody = {vote.copy for vote in row.votes}
    return everybody - leading[0] if len(leading) == 1 else everybody
