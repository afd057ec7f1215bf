"""One activity on the agenda: what it is and why it is here, its options, and the row to decide in."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from raci_cli.model.agenda import Item
from raci_cli.model.comparison import Letters
from raci_cli.model.decision import Option
from raci_cli.workbook import form
from raci_cli.workbook.merged import hidden
from raci_cli.workbook.merged.letters import leaders
from raci_cli.workbook.sizes import row_height
from raci_cli.workbook.workshop.agenda_page import FIRST_LETTER, FIRST_ROW, LABEL, OPTION, Page
from raci_cli.workbook.workshop.notes import names, owners, place
from raci_cli.workbook.xlsx import Columns

_GAP = 7
"""Points between two activities."""
_MINUTES = {
    "validate": "integer",
    "criteria": ">=",
    "value": 0,
    "input_title": "Minutes",
    "input_message": "A suggestion: change it, and all times follow.",
    "error_title": "No minutes",
    "error_message": "Write a whole number.",
}


def write(page: Page, item: Item, number: int) -> None:
    """Write it below what is there already, with some room after it."""
    _write_heading(page, item, number)
    for answer, option in enumerate(item.conflict.options, start=1):
        page.table.row(_option(page, item, option, answer))
    _write_decision(page, item)
    page.table.sheet.set_row(page.table.next_row, _GAP)
    page.table.next_row += 1


def _write_heading(page: Page, item: Item, number: int) -> None:
    table, sheet, row = page.table, page.table.sheet, page.table.next_row
    width = sum(column.width for column in table.columns[OPTION : page.who])
    name = page.agenda.row(item).activity.label
    sheet.set_row(row, row_height([(name, width / 1.3)]) + 6)
    sheet.write_number(row, LABEL, number, table.book.style("item number"))
    sheet.put_across(row, Columns(OPTION, page.who - 1), name, "item")
    sheet.write_number(row, page.who, item.minutes, table.book.style("item minutes"))
    sheet.data_validation(row, page.who, row, page.who, _MINUTES)
    total = f"=SUM({xl_rowcol_to_cell(FIRST_ROW, page.who, row_abs=True)}:{xl_rowcol_to_cell(row, page.who)})"
    sheet.write_formula(row, page.why, total, table.book.style("item total"), item.total)
    _write_keys(page, row, hidden.keys(page.agenda.comparison, form.ITEM, item.conflict.row, item.conflict.fingerprint))
    where = place(page.agenda.row(item))
    said = " ".join(filter(None, [f"{where}." if where else "", item.note, item.silence]))
    sheet.set_row(row + 1, row_height([(said, page.width)]))
    sheet.put_across(row + 1, Columns(LABEL, page.why), said, "item note")
    table.next_row += 2


def _option(page: Page, item: Item, option: Option, number: int) -> list[str]:
    comparison, conflict = page.agenda.comparison, item.conflict
    owning = comparison.scheme.accountable + comparison.scheme.responsible
    held = [
        (owners if letter in owning else names)(comparison, _holders(option.letters, letter)) for letter in page.letters
    ]
    votes = len(comparison.rows[conflict.row].votes)
    by = f"{leaders(comparison, option.copies)} ({len(option.copies)} of {votes})"
    keys = hidden.keys(comparison, form.OPTION, conflict.row, conflict.fingerprint, option.letters)
    return ["Option", str(number), *held, by, " ".join(option.breaks), *keys]


def _holders(letters: Letters, letter: str) -> tuple[int, ...]:
    return tuple(role for role, held in letters if letter in held)


def _write_decision(page: Page, item: Item) -> None:
    table, row, conflict = page.table, page.table.next_row, item.conflict
    keys = hidden.keys(page.agenda.comparison, form.DECISION, conflict.row, conflict.fingerprint)
    inputs = ["input name", "input letter", *["input"] * (len(page.letters) + 2)]
    styles = [*inputs, *(column.style for column in hidden.COLUMNS)]
    table.row([form.DECISION, *[""] * (page.why - LABEL), *keys], styles)
    table.sheet.set_row(row, 28)
    numbers = [str(number) for number in range(1, len(conflict.options) + 1)]
    offer = {"validate": "list", "source": [*numbers, form.OTHER], "error_title": "No option"}
    message = f"Choose the number of an option, or {form.OTHER}."
    table.sheet.data_validation(row, OPTION, row, OPTION, offer | {"error_message": message})
    table.sheet.data_validation(
        row,
        FIRST_LETTER,
        row,
        page.who - 1,
        {
            "validate": "list",
            "source": page.choices,
            "error_type": "warning",
            "error_title": "Not one of the roles",
            "error_message": f'Several roles have "{form.BETWEEN_ROLES.strip()}" between them.',
        },
    )


def _write_keys(page: Page, row: int, keys: Sequence[str]) -> None:
    for column, text in enumerate(keys, start=page.kind):
        page.table.sheet.put(row, column, text, "mark")
