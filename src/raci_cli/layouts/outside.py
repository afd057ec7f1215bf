"""Rows of letters on a sheet that none of its matrices holds: another table, or a part that was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from raci_cli.layouts.draft import Draft
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.sheet import Sheet
from raci_cli.model import Outside

_LEAST = 2
"""Letters in a row; a single one may be anything."""


def told(sheets: Sequence[Sheet], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; the last grid of each sheet tells of the rows with letters below the first that no draft holds."""
    last = {draft.sheet: index for index, draft in enumerate(drafts) if draft.layout == "grid"}
    result = list(drafts)
    for sheet in sheets:
        own = [draft for draft in drafts if draft.sheet == sheet.grid.name]
        index = last.get(sheet.grid.name)
        if index is not None and len(own) == sum(draft.layout == "grid" for draft in own):
            result[index] = drafts[index]._replace(outside=tuple(_runs(sheet, own)))
    return result


def _runs(sheet: Sheet, drafts: Sequence[Draft]) -> Iterator[Outside]:
    if sum(kinds.count(Kind.LETTER) for kinds in sheet.columns) <= sum(draft.score for draft in drafts):
        return
    read = set(chain.from_iterable(map(_rows, drafts)))
    first = min(activity.row for draft in drafts for activity in draft.activities)
    rows = enumerate(sheet.kinds[first - 1 :], first)
    left = [row for row, kinds in rows if row not in read and kinds.count(Kind.LETTER) >= _LEAST]
    for _, run in groupby(enumerate(left), key=lambda each: each[1] - each[0]):
        numbers = [row for _, row in run]
        kinds = sheet.kinds[numbers[0] - 1]
        letters = sum(sheet.kinds[row - 1].count(Kind.LETTER) for row in numbers)
        yield Outside(numbers[0], kinds.index(Kind.LETTER) + 1, numbers[-1], letters)


def _rows(draft: Draft) -> Iterator[int]:
    """The rows that a draft holds, from 1."""
    yield from (role.row for role in draft.roles)
    yield from (activity.row for activity in draft.activities)
    yield from (cell.row for cell in chain.from_iterable(draft.cells))
