"""The sheet with what is open: options to choose from, and room to decide. It is read back as decisions."""

from __future__ import annotations

from raci_cli.model.comparison import Comparison
from raci_cli.model.decision import Conflict, MergeResult
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.live import entries
from raci_cli.workbook.merged import hidden
from raci_cli.workbook.merged.letters import by_role, leaders, role_columns, roles_height
from raci_cli.workbook.merged.table import Column, Table

_INTRODUCTION = (
    "Fill in the yellow rows: choose an option by its number, or write the letters of the whole row under the roles; "
    "then who decided, when and why.\n"
    "Save the workbook and merge the copies again with --decisions and its name: what you decided is settled then."
)
_MOST_OFFERED = 80
"""Options; a drop-down list may have 255 characters. Whoever has more to choose from types the number."""
_LEFT = (
    Column("Activity", 34, "table name"),
    Column(form.OPTION, 8, "table number", "number heading"),
    Column(form.WHO, 24),
    Column(form.WHEN, 11),
    Column(form.WHY, 38),
)


def add(book: Book, result: MergeResult) -> None:
    """Add the conflicts of a merge, in the order in which a workshop should take them."""
    comparison = result.comparison
    roles = role_columns(comparison)
    columns = [*_LEFT, *roles, *hidden.COLUMNS]
    table = Table(book, book.add_sheet("Conflicts", form.CONFLICTS), "Conflicts", _INTRODUCTION, columns)
    table.headings(roles_height(roles), frozen=2)
    for conflict in result.conflicts:
        _write(table, comparison, conflict)
    table.colour_letters(comparison.scheme, len(_LEFT), len(_LEFT) + len(roles) - 1)
    table.sheet.set_column(len(_LEFT) + len(roles), len(columns) - 1, 6, None, {"hidden": True})


def _write(table: Table, comparison: Comparison, conflict: Conflict) -> None:
    activity = comparison.rows[conflict.row].activity
    _write_band(table, " / ".join(filter(None, [activity.place, activity.section])), conflict.question)
    for number, option in enumerate(conflict.options, start=1):
        name = activity.label if number == 1 else ""
        said = [name, str(number), leaders(comparison, option.copies), "", " ".join(option.breaks)]
        keys = hidden.keys(comparison, form.OPTION, conflict.row, conflict.fingerprint, option.letters)
        table.row([*said, *by_role(comparison, option.letters), *keys])
    name = form.DECISION if conflict.options else f"{activity.label}: {form.DECISION.lower()}"
    roles = len(comparison.roles)
    inputs = ["input letter", "input", "input", "input", *["input letter"] * roles]
    keys = hidden.keys(comparison, form.DECISION, conflict.row, conflict.fingerprint)
    row = table.next_row
    table.row([name, *[""] * len(inputs), *keys], ["table name", *inputs, *["mark"] * len(keys)])
    _offer(table, row, len(conflict.options), roles, comparison)


def _write_band(table: Table, place: str, explanation: str) -> None:
    """Where the activity belongs, and why people have to decide about it."""
    for column in range(len(table.columns) - len(hidden.COLUMNS)):
        table.sheet.write_blank(table.next_row, column, None, table.book.style("band"))
    table.sheet.set_row(table.next_row, 20)
    table.sheet.put(table.next_row, 0, f"{place}: {explanation}" if place else explanation, "band")
    table.next_row += 1


def _offer(table: Table, row: int, options: int, roles: int, comparison: Comparison) -> None:
    """Drop-downs for the number of an option and for letters."""
    if 0 < options <= _MOST_OFFERED:
        numbers = [str(number) for number in range(1, options + 1)]
        table.sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": numbers})
    choice = [entry for entry in entries(comparison.scheme) if not set(entry) & set('",')]
    if roles:
        first = len(_LEFT)
        rule = {"validate": "list", "source": choice, "error_type": "warning"}
        table.sheet.data_validation(row, first, row, first + roles - 1, rule)
