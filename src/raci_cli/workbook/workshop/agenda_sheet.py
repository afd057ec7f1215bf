"""The sheet that a workshop works through: each open activity with its options, and a row to decide in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from raci_cli.model import Scheme
from raci_cli.model.agenda import Agenda, Item
from raci_cli.model.comparison import Letters
from raci_cli.model.decision import Option
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged import hidden
from raci_cli.workbook.merged.letters import leaders
from raci_cli.workbook.merged.table import Column, Table
from raci_cli.workbook.palette import DONE
from raci_cli.workbook.sizes import row_height
from raci_cli.workbook.workshop.notes import ZOOM, names, owners, owners_first, place
from raci_cli.workbook.xlsx import Columns

_HOW_TO = (
    "In each yellow row choose an option by its number; or choose "
    f'"{form.OTHER}" and name the roles yourselves, several with "{form.BETWEEN_ROLES.strip()}" between them. '
    "Save the workbook, and merge the copies with --decisions and its name."
)
_NOTHING = "The copies leave nothing to decide here."
_NOTHING_BUT = f"{_NOTHING} Accept what the sheet Minor proposes, and merge the copies with --decisions and the name."
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
_LABEL, _OPTION, _FIRST_LETTER = 0, 1, 2
_FOR_ALL, _FIRST_ROW = 3, 5
"""The row for what holds for the whole sheet, and the first below the headings."""


class _Page(NamedTuple):
    """The sheet, and what every part of it needs to know."""

    table: Table
    agenda: Agenda
    letters: str
    """In the order of their columns."""
    choices: str
    """Where the names of roles stand, as a formula."""

    @property
    def who(self) -> int:
        """The column behind the letters."""
        return _FIRST_LETTER + len(self.letters)

    @property
    def why(self) -> int:
        """The last column that people see."""
        return self.who + 1

    @property
    def kind(self) -> int:
        """The hidden column that tells what a row is."""
        return self.why + 1


def add(book: Book, agenda: Agenda) -> None:
    """Add what is open, the weightiest first; what there is no time for follows under a heading of its own."""
    scheme = agenda.comparison.scheme
    letters = owners_first(scheme)
    columns = [*_visible(scheme, letters), *hidden.COLUMNS]
    table = Table(book, book.add_sheet("Agenda", form.AGENDA), _title(agenda), _how_to(agenda), columns)
    table.headings(20, frozen=0)
    table.sheet.set_zoom(ZOOM)
    page = _Page(table, agenda, letters, hidden.add_choices(table, _roles(agenda)))
    for number, item in enumerate(agenda.items, start=1):
        _write(page, item, number)
    _write_total(page)
    if agenda.later:
        table.sheet.set_row(table.next_row, 24)
        table.sheet.put_across(table.next_row, Columns(0, page.why), "If time remains", "part")
        table.next_row += 1
    for number, item in enumerate(agenda.later, start=len(agenda.items) + 1):
        _write(page, item, number)
    _finish(page)


def _roles(agenda: Agenda) -> list[str]:
    return [role.label for role in agenda.comparison.roles]


def _title(agenda: Agenda) -> str:
    """Without minutes: people change them."""
    said = f"{len(agenda.items) or 'nothing'} to decide"
    more = f", {len(agenda.later)} more if time remains" if agenda.later else ""
    return f"{agenda.title or form.UNTITLED.strip()}: {said}{more}"


def _how_to(agenda: Agenda) -> str:
    if agenda.all_items:
        return _HOW_TO
    return _NOTHING_BUT if agenda.proposals else f"{_NOTHING} Merge them as they are."


def _visible(scheme: Scheme, letters: str) -> list[Column]:
    owning = scheme.accountable + scheme.responsible
    return [
        Column("", 10, "table number"),
        Column(form.OPTION, 9, "table letter", "number heading"),
        *(
            Column(f"{scheme.meaning(letter)} ({letter})", *_look(letter in owning), "detail heading")
            for letter in letters
        ),
        Column(form.WHO, 27, "table remark", "detail heading"),
        Column(form.WHY, 34, "table remark", "detail heading"),
    ]


def _look(owning: bool) -> tuple[float, str]:  # noqa: FBT001 - a question with two answers
    """The width and style of a letter's column."""
    return (25, "table owner") if owning else (21, "table remark")


def _write(page: _Page, item: Item, number: int) -> None:
    """One activity: what it is and why it is here, its options, and the row to decide in; then some room."""
    _write_heading(page, item, number)
    for answer, option in enumerate(item.conflict.options, start=1):
        page.table.row(_option(page, item, option, answer))
    _write_decision(page, item)
    page.table.sheet.set_row(page.table.next_row, _GAP)
    page.table.next_row += 1


def _write_heading(page: _Page, item: Item, number: int) -> None:
    table, sheet, row = page.table, page.table.sheet, page.table.next_row
    width = sum(column.width for column in table.columns[_OPTION : page.who])
    name = page.agenda.row(item).activity.label
    sheet.set_row(row, row_height([(name, width / 1.3)]) + 6)
    sheet.write_number(row, _LABEL, number, table.book.style("item number"))
    sheet.put_across(row, Columns(_OPTION, page.who - 1), name, "item")
    sheet.write_number(row, page.who, item.minutes, table.book.style("item minutes"))
    sheet.data_validation(row, page.who, row, page.who, _MINUTES)
    total = f"=SUM({xl_rowcol_to_cell(_FIRST_ROW, page.who, row_abs=True)}:{xl_rowcol_to_cell(row, page.who)})"
    sheet.write_formula(row, page.why, total, table.book.style("item total"), item.total)
    _write_keys(page, row, hidden.keys(page.agenda.comparison, form.ITEM, item.conflict.row, item.conflict.fingerprint))
    where = place(page.agenda.row(item))
    said = " ".join(filter(None, [f"{where}." if where else "", item.note, item.silence]))
    width = sum(column.width for column in table.columns[: page.why + 1])
    sheet.set_row(row + 1, row_height([(said, width)]))
    sheet.put_across(row + 1, Columns(_LABEL, page.why), said, "item note")
    table.next_row += 2


def _option(page: _Page, item: Item, option: Option, number: int) -> list[str]:
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


def _write_decision(page: _Page, item: Item) -> None:
    table, row, conflict = page.table, page.table.next_row, item.conflict
    keys = hidden.keys(page.agenda.comparison, form.DECISION, conflict.row, conflict.fingerprint)
    inputs = ["input name", "input letter", *["input"] * (len(page.letters) + 2)]
    styles = [*inputs, *(column.style for column in hidden.COLUMNS)]
    table.row([form.DECISION, *[""] * (page.why - _LABEL), *keys], styles)
    table.sheet.set_row(row, 28)
    numbers = [str(number) for number in range(1, len(conflict.options) + 1)]
    offer = {"validate": "list", "source": [*numbers, form.OTHER], "error_title": "No option"}
    message = f"Choose the number of an option, or {form.OTHER}."
    table.sheet.data_validation(row, _OPTION, row, _OPTION, offer | {"error_message": message})
    table.sheet.data_validation(
        row,
        _FIRST_LETTER,
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


def _write_total(page: _Page) -> None:
    """How long it takes without what comes if time remains, whatever minutes people write."""
    if not page.agenda.items:
        return
    minutes = xl_range_abs(_FIRST_ROW, page.who, page.table.next_row - 1, page.who)
    look = page.table.book.style("total minutes")
    page.table.sheet.write_formula(_FOR_ALL, page.who, f"=SUM({minutes})", look, page.agenda.minutes)


def _write_keys(page: _Page, row: int, keys: Sequence[str]) -> None:
    for column, text in enumerate(keys, start=page.kind):
        page.table.sheet.put(row, column, text, "mark")


def _finish(page: _Page) -> None:
    """What holds for the whole sheet: who decides and when, how far people are, and what is printed."""
    table, sheet = page.table, page.table.sheet
    last = max(table.next_row - 1, _FIRST_ROW)
    sheet.set_row(_FOR_ALL, 22)
    for column, (label, style) in enumerate(((form.DATE, "input date"), (form.DECIDED_BY, "input"))):
        sheet.put(_FOR_ALL, _OPTION + 2 * column, label, "input label")
        sheet.put(_FOR_ALL, _OPTION + 2 * column + 1, "", style)
    if items := len(page.agenda.all_items):
        answers = "&".join(xl_range_abs(_FIRST_ROW, column, last, column) for column in range(_OPTION, page.who))
        kinds = xl_range_abs(_FIRST_ROW, page.kind, last, page.kind)
        done = f'="Decided: "&SUMPRODUCT(({kinds}="{form.DECISION}")*(({answers})<>""))&" of {items}"'
        sheet.write_formula(_FOR_ALL, page.why, done, table.book.style("input label"), f"Decided: 0 of {items}")
    answer = "&".join(f"${xl_rowcol_to_cell(_FIRST_ROW, column)}" for column in range(_OPTION, page.who))
    rule = f'=AND({answer}<>"",${xl_rowcol_to_cell(_FIRST_ROW, page.kind)}="{form.DECISION}")'
    look = table.book.format(bg_color=DONE)
    sheet.conditional_format(_FIRST_ROW, 0, last, page.why, {"type": "formula", "criteria": rule, "format": look})
    sheet.print_area(0, 0, last, page.why)
