"""The first sheet of a comparison: how far the copies agree, who stands where, which roles are contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from raci_cli.model.agreement import LEAST_UNITS, MEANINGS
from raci_cli.model.comparison import Aligned, Alpha, Band, Comparison, Standing
from raci_cli.workbook.book import Book
from raci_cli.workbook.compared import frame
from raci_cli.workbook.sizes import row_height
from raci_cli.workbook.xlsx import Sheet

_WIDTHS = (40, 16, 16, 22, 40)
_FILLS = {Band.AGREED: "#BBD7EE", Band.TENTATIVE: "#FFF4D6", Band.WORKSHOP: frame.DISPUTED}

Cell = str | int | float | None


class Table(NamedTuple):
    """Lines under a heading, of at most five cells each: a name, three numbers, a text."""

    head: Sequence[str]
    lines: Sequence[Sequence[Cell]]


def add(book: Book, comparison: Comparison, headings: tuple[str, str], more: Sequence[Table] = ()) -> None:
    """Add the overview, with more tables after its own; those without lines are left out."""
    what, headline = headings
    sheet = frame.start(book, comparison, "Comparison", what, len(_WIDTHS))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(frame.HEADINGS, 24)
    sheet.put(frame.HEADINGS, 0, headline, "chapter")
    row = frame.HEADINGS + 2
    row = _table(sheet, row, ("Agreement", "Alpha", "From", "To", "Meaning"), _alphas(comparison))
    _colour_meanings(sheet, row)
    if comparison.agreement.phases:
        head = ("Phase", "Agreed", "Activities", "Alpha", "Meaning")
        row = _table(sheet, row, head, _phases(comparison))
        _colour_meanings(sheet, row)
    head = ("Copy", "Filled in", "Activities", "Share filled in", "Differs from the others")
    row = _table(sheet, row, head, _standings(comparison))
    if comparison.contested:
        scheme = comparison.scheme
        meanings = (scheme.meaning(letter) or "nothing" for letter in (scheme.accountable, scheme.responsible))
        named = ("Contested roles", *(f"as {meaning}" for meaning in meanings))
        row = _table(sheet, row, named, _contested(comparison))
    for table in (*more, *_names(comparison)):
        if table.lines:
            row = _table(sheet, row, *table)
    frame.set_up(sheet, frame.HEADINGS, 0)


def _table(sheet: Sheet, row: int, head: Sequence[str], lines: Iterable[Sequence[Cell]]) -> int:
    """A table; the row two below it."""
    sheet.set_row(row, 20)
    for column, text in enumerate(head):
        sheet.put(row, column, text, "table heading" if column in (0, 4) else "number heading")
    for line in lines:
        row += 1
        texts = [(value, _WIDTHS[column]) for column, value in enumerate(line) if isinstance(value, str)]
        sheet.set_row(row, row_height(texts))
        for column, value in enumerate(line):
            _put(sheet, row, column, value)
    return row + 2


def _put(sheet: Sheet, row: int, column: int, value: Cell) -> None:
    book = sheet.book
    if value is None:
        sheet.put(row, column, "", "table cell")
    elif isinstance(value, str):
        sheet.put(row, column, value, "table cell" if column > 3 else "table number" if column else "table name")
    else:
        shown = "0" if isinstance(value, int) else "0.00"
        sheet.write_number(row, column, value, book.variant("table number", num_format=shown))


def _alphas(comparison: Comparison) -> Iterator[Sequence[Cell]]:
    for name, alpha in comparison.agreement.measured(comparison.scheme):
        yield name, *_alpha(alpha)


def _alpha(alpha: Alpha) -> tuple[Cell, Cell, Cell, Cell]:
    """Value, interval and meaning; with few activities, or without a value, the reason why there is none."""
    if 0 < alpha.units < LEAST_UNITS:
        return None, None, None, "too few to measure"
    if alpha.value is None or alpha.band is None:
        return None, None, None, alpha.undefined
    low, high = alpha.interval or (None, None)
    return alpha.value, low, high, MEANINGS[alpha.band]


def _phases(comparison: Comparison) -> Iterator[Sequence[Cell]]:
    for each in comparison.agreement.phases:
        value, *_, meaning = _alpha(each.accountable) if each.accountable else (None, "too few to measure")
        yield each.phase or frame.NO_PHASE, each.agreed, each.comparable, value, meaning


def _standings(comparison: Comparison) -> Iterator[Sequence[Cell]]:
    for leader, each in zip(comparison.leaders, comparison.standings, strict=True):
        yield leader, each.filled_in, len(comparison.rows), f"{int(100 * each.completeness + 1e-9)} %", _apart(each)


def _apart(standing: Standing) -> str:
    """How far a copy is from the others."""
    return "" if standing.distance is None else f"{round(100 * standing.distance)} %"


def _contested(comparison: Comparison) -> Iterator[Sequence[Cell]]:
    for each in comparison.contested:
        yield comparison.roles[each.role].label, each.accountable, each.responsible


def _names(comparison: Comparison) -> Iterator[Table]:
    """What only some copies have, and which names may mean the same."""
    for what, items in (("Roles", comparison.roles), ("Activities", [row.activity for row in comparison.rows])):
        lines = [(item.label, None, None, None, _lacking(comparison, item)) for item in items if item.missing]
        yield Table((f"{what} that only some copies have", "", "", "", "Not in"), lines)
    doubts = dict.fromkeys((each.name, None, None, None, each.other) for each in comparison.doubtful)
    yield Table(("Perhaps the same, compared as different", "", "", "", "Other name"), list(doubts))


def _lacking(comparison: Comparison, item: Aligned) -> str:
    return ", ".join(comparison.leaders[copy] for copy in item.missing)


def _colour_meanings(sheet: Sheet, end: int) -> None:
    """Colour what alphas mean, in all rows above."""
    for band, meaning in MEANINGS.items():
        look = sheet.book.format(bg_color=_FILLS[band])
        rule = {"type": "cell", "criteria": "==", "value": f'"{meaning}"', "format": look}
        sheet.conditional_format(frame.HEADINGS + 2, 4, end, 4, rule)
