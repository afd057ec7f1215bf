"""The usual layout: activities as rows, roles as columns, letters where they meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, islice

from raci_cli.layouts import activities, blocks, columns, headings, legend, title_block
from raci_cli.layouts.activities import Found
from raci_cli.layouts.blocks import Block
from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.draft import ActivityDraft, CellDraft, Cells, Draft, RoleDraft
from raci_cli.layouts.headings import Heading, Headings
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.overrides import Overrides
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.vocabulary import ACTIVITY, AUTOMATION
from raci_cli.model import Unnamed

_SAMPLE = 400
"""Rows that are looked at to tell the columns apart."""


def propose(sheet: Sheet, overrides: Overrides) -> list[Draft]:
    """What stands on a sheet in this layout, block by block."""
    header_row = overrides.header_row - 1 if overrides.header_row else None
    found = (draft(sheet, block, overrides) for block in blocks.find(sheet, header_row))
    return [each for each in found if each is not None]


def draft(sheet: Sheet, block: Block, overrides: Overrides) -> Draft | None:
    """What one block says, if it names roles and activities."""
    header_row = overrides.header_row - 1 if overrides.header_row else None
    heads = headings.read(sheet, block, header_row)
    if not heads.columns:
        return None
    role_columns = [column for heading in heads.columns for column in heading.columns]
    labels = _label_columns(sheet, block, role_columns, overrides)
    if labels is None:
        return None
    heads = _beside(heads, labels)
    role_columns = [column for heading in heads.columns for column in heading.columns]
    found = activities.read(sheet, block.body, role_columns, labels)
    return Draft(
        layout="grid",
        sheet=sheet.grid.name,
        roles=tuple(_role(heading) for heading in heads.columns),
        activities=_with_details(sheet, found, columns.details(sheet, block.header_rows)),
        cells=Cells(_cells(sheet, heads, [rows for _, rows in found.activities])),
        score=block.letters,
        explanation=_explain(block, heads, labels, len(found.activities)),
        levels=found.levels,
        banner=sheet.grid.heading or ("" if block.beside else _banner(sheet, labels, heads)),
        about=title_block.read(sheet, heads.row, min(role_columns)),
        corner=sheet.text(heads.row, labels.activity),
        unnamed=tuple(_unnamed(sheet, block, heads)),
        hidden=sheet.grid.hidden,
    )


def _role(heading: Heading) -> RoleDraft:
    """A heading as a role; one that names automation is software."""
    automated = starts_like(heading.text, AUTOMATION)
    return RoleDraft(heading.text, heading.group, heading.row + 1, heading.columns[0] + 1, automated)


def _unnamed(sheet: Sheet, block: Block, heads: Headings) -> Iterator[Unnamed]:
    for column in heads.unnamed:
        letters = sheet.columns[column].count(Kind.LETTER, block.body.start, block.body.stop)
        yield Unnamed(heads.row + 1, column + 1, letters)


def _with_details(sheet: Sheet, found: Found, details: dict[str, int]) -> tuple[ActivityDraft, ...]:
    """The activities with what the columns of `details` say about them."""
    if not details:
        return tuple(activity for activity, _ in found.activities)
    return tuple(_detailed(sheet, activity, rows[0], details) for activity, rows in found.activities)


def _detailed(sheet: Sheet, activity: ActivityDraft, row: int, details: dict[str, int]) -> ActivityDraft:
    said = {name: text for name, column in details.items() if (text := sheet.texts[row][column])}
    if not said:
        return activity
    return activity._replace(system=said.get("system", ""), description=said.get("description", ""))


def _beside(heads: Headings, labels: LabelColumns) -> Headings:
    """Roles stand on one side of the activities: one-letter codes to their left are none."""
    right = tuple(heading for heading in heads.columns if heading.columns[0] > labels.activity)
    unnamed = tuple(column for column in heads.unnamed if column > labels.activity) if right else heads.unnamed
    return heads._replace(columns=right or heads.columns, unnamed=unnamed)


def _label_columns(
    sheet: Sheet, block: Block, role_columns: Sequence[int], overrides: Overrides
) -> LabelColumns | None:
    """The columns that label the rows: to the left of the letters, or failing that to their right."""
    lettered = (row for row in block.body if Kind.LETTER in sheet.kinds[row])
    rows = list(islice(lettered, _SAMPLE)) or list(block.body)[:_SAMPLE]
    header_rows = block.header_rows
    if overrides.activity_column:
        column = columns.index(overrides.activity_column)
        if column >= sheet.width:
            return None
        left = columns.choose(sheet, range(column), rows, header_rows)
        return LabelColumns(column, left.phases if left else (), left.numbers if left else None)
    left_side = columns.choose(sheet, range(block.left, min(role_columns)), rows, header_rows)
    if left_side:
        return left_side
    others = [c for c in range(min(role_columns), sheet.width) if c not in role_columns]
    return columns.choose(sheet, others, rows, header_rows)


def _cells(sheet: Sheet, heads: Headings, rows: Sequence[Sequence[int]]) -> Iterator[tuple[CellDraft, ...]]:
    """By activity, every cell under a role that is not blank; a merged letter counts in each cell that it covers."""
    places = [
        (column, _Cells(role, column)) for role, heading in enumerate(heads.columns) for column in heading.columns
    ]
    inside = sheet.kinds_in([column for column, _ in places], range(sheet.height))
    merged = _merged_letters(sheet)
    for own_rows in rows:
        cells: list[CellDraft] = []
        for row in own_rows:
            texts = sheet.rows[row]
            found = [known[texts[column]] for column, known in compress(places, inside[row])]
            if letters := merged.get(row):
                found += [known[letters[column]] for column, known in places if column in letters]
            cells += found if row == own_rows[0] else [cell._replace(row=row + 1) for cell in found]
        yield tuple(cells)


class _Cells(dict[str, CellDraft]):
    """The cells of one column by their texts; each stands in the row of its activity, and equal ones are one value."""

    def __init__(self, role: int, column: int) -> None:
        super().__init__()
        self._role, self._column = role, column

    def __missing__(self, text: str) -> CellDraft:
        cell = self[text] = CellDraft(self._role, text, column=self._column + 1)
        return cell


def _merged_letters(sheet: Sheet) -> dict[int, dict[int, str]]:
    """Row -> column -> the letter of the merged range that covers a cell without being written in it."""
    found: dict[int, dict[int, str]] = {}
    for top, left, bottom, right in sheet.merged:
        if sheet.kinds[top][left] == Kind.LETTER:
            covered = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
            for row, column in covered[1:]:
                found.setdefault(row, {})[column] = sheet.rows[top][left]
    return found


def _explain(block: Block, heads: Headings, labels: LabelColumns, count: int) -> tuple[str, ...]:
    first, last = heads.columns[0].columns[0], heads.columns[-1].columns[-1]
    said = [
        f"Roles: row {heads.row + 1}, columns {columns.name(first)} to {columns.name(last)} ({len(heads.columns)}).",
        f"Activities: column {columns.name(labels.activity)}, {count} rows below row {block.body.start}.",
    ]
    if heads.group_row is not None:
        said.append(f"Groups: row {heads.group_row + 1}.")
    if labels.phases:
        said.append("Phases: " + ", ".join(f"column {columns.name(c)}" for c in labels.phases) + ".")
    return tuple(said)


def _banner(sheet: Sheet, labels: LabelColumns, heads: Headings) -> str:
    """What a block is called: the line alone above its headings, else an unusual heading over its activities."""
    for row in range(heads.row - 1, max(-1, heads.row - 4), -1):
        texts = {text for text in sheet.texts_in(row) if not legend.explains(text)}
        if len(texts) == 1:
            return texts.pop()
        if texts:
            break
    heading = sheet.text(heads.row, labels.activity)
    return "" if starts_like(heading, ACTIVITY) else heading
