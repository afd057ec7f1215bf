"""Which of a block's header rows names the roles, which their groups, and which columns belong together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from raci_cli.layouts.blocks import Block
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import fold, is_number, starts_like, words
from raci_cli.layouts.vocabulary import NEVER_ROLES, ROLE_WORDS, SIDE

_LONG = 60
"""Characters; a heading that is longer is a description."""


class Heading(NamedTuple):
    """One labelled column (or several under one merged heading). Indexes count from zero."""

    text: str
    group: str
    row: int
    columns: tuple[int, ...]


class Headings(NamedTuple):
    """The labelled columns of a block, and the rows they were taken from."""

    columns: tuple[Heading, ...]
    row: int
    group_row: int | None
    unnamed: tuple[int, ...]
    """Columns of letters without a heading, and so left out."""


def read(sheet: Sheet, block: Block, row: int | None = None) -> Headings:
    """The headings of a block; `row` says which row names the roles, else it is found out.

    A column with letters and no heading at all is left out, unless headings plainly cover several columns each.
    """
    if row is None:
        row = max(block.header_rows, key=lambda r: (_fitness(sheet, block, r), -r), default=block.body.start - 1)
    group_row = _group_row(sheet, block, row)
    groups = _groups(sheet, block, group_row)
    named: dict[tuple[int, int], tuple[str, list[int]]] = {}
    spread = _headings_cover_several(sheet, block, row)
    last: tuple[int, int] | None = None
    unnamed = []
    nearest = sorted(block.header_rows, key=lambda r: (r != row, r > row, abs(r - row)))
    for column in block.columns:
        place, text = _label(sheet, nearest, row, column)
        if text:
            last = place
        elif not (spread and last):
            last = None
            unnamed.append(column)
            continue
        named.setdefault(last or place, (text, []))[1].append(column)
    columns = [
        Heading(text, "" if place[0] == group_row else groups.get(found[0], ""), place[0], tuple(found))
        for place, (text, found) in named.items()
    ]
    bare = [column for column in unnamed if _are_letters_of_a_role(sheet, block, column)]
    return Headings(tuple(_without_side_columns(sheet, block, columns)), row, group_row, tuple(bare))


def _are_letters_of_a_role(sheet: Sheet, block: Block, column: int) -> bool:
    """Whether a column without a heading is no key to the letters: it stands beside another, or repeats a letter."""
    letters = [sheet.text(row, column) for row in block.body if sheet.kinds[row][column] == Kind.LETTER]
    beside = column - 1 in block.columns or column + 1 in block.columns
    return len(letters) > len(set(letters)) or (beside and bool(letters))


def _fitness(sheet: Sheet, block: Block, row: int) -> float:
    """How well a row would do as role headings: many of them, all different, short, named like roles."""
    texts = [text for column in block.columns if (text := sheet.text(row, column))]
    if not texts:
        return 0.0
    covered = len(texts) / len(block.columns)
    changes = sum(one != other for one, other in pairwise(texts)) + 1
    distinct = changes / len(texts)
    long = sum(len(text) > _LONG for text in texts) / len(texts)
    role_like = sum(map(ROLE_WORDS.__getitem__, texts)) / len(texts)
    return round(covered * (0.3 + 0.7 * distinct) - 0.5 * long + 0.15 * role_like, 2)


def _label(sheet: Sheet, header_rows: Sequence[int], row: int, column: int) -> tuple[tuple[int, int], str]:
    """The anchor cell and text of a column's heading: in the role row, else in the first other row that has one."""
    for candidate in header_rows:
        text = sheet.texts[candidate][column]
        its_own = candidate == row or not _is_wide(sheet, candidate, column)
        if text and its_own and (candidate == row or _stands_for_one(sheet, candidate, column)):
            span = sheet.spans.get((candidate, column))
            return ((span.top, span.left) if span else (candidate, column)), text
    return (row, column), ""


def _is_wide(sheet: Sheet, row: int, column: int) -> bool:
    span = sheet.spans.get((row, column))
    return span is not None and span.right > span.left


def _stands_for_one(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell outside the role row is merged down into it, and so a heading rather than a group.

    Where no merged ranges tell, the next heading tells that it holds for its own column only.
    """
    span = sheet.spans.get((row, column))
    if span is None and sheet.grid.merged is None:
        return column + 1 < sheet.width and bool(sheet.text(row, column + 1))
    return span is not None and span.bottom > span.top


def _headings_cover_several(sheet: Sheet, block: Block, row: int) -> bool:
    """Without merged ranges to tell: as many lettered columns without a heading as with one."""
    if sheet.grid.merged:
        return False
    bare = sum(not sheet.text(row, column) for column in block.columns)
    return bare * 2 >= len(block.columns) > bare


def _group_row(sheet: Sheet, block: Block, row: int) -> int | None:
    """The header row that puts the roles into groups: above the roles, else below; it says more than one thing."""
    candidates = [r for r in block.header_rows if r != row]
    for candidate in sorted(candidates, key=lambda r: (r > row, abs(r - row))):
        if any(sheet.text(candidate, column).endswith(":") for column in range(sheet.width)):
            continue  # "Owner: ..., Date: ..." is a block of information
        texts = {text for column in block.columns if (text := sheet.text(candidate, column))}
        if all(map(is_number, texts)):
            continue  # counts
        covered = sum(bool(sheet.text(candidate, column)) for column in block.columns)
        merged = any(_is_wide(sheet, candidate, column) for column in block.columns)
        repeats = covered > len(texts) or (len(texts) > 1 and covered < len(block.columns))
        same_cells = all(sheet.spans.get((candidate, c)) == sheet.spans.get((row, c)) != None for c in block.columns)  # noqa: E711
        if len(texts) > 1 and (merged or repeats) and not same_cells and _is_near(sheet, candidate, row):
            return candidate
    return None


def _is_near(sheet: Sheet, row: int, other: int) -> bool:
    """Whether two header rows stand together, with at most one more and no blank row between them."""
    between = range(min(row, other) + 1, max(row, other))
    return len(between) < 2 and all(any(sheet.kinds[r]) for r in between)


def _groups(sheet: Sheet, block: Block, row: int | None) -> dict[int, str]:
    """Column -> group; a label over a run of columns holds for the run."""
    if row is None:
        return {}
    texts = [sheet.text(row, column) for column in block.columns]
    repeated = any(one and one == other for one, other in pairwise(texts))
    each_says_its_own = repeated or any(_is_wide(sheet, row, column) for column in block.columns)
    groups: dict[int, str] = {}
    current = ""
    for column in block.columns:
        text = sheet.text(row, column)
        current = text if text or each_says_its_own else current
        groups[column] = current
    return groups


def _without_side_columns(sheet: Sheet, block: Block, columns: list[Heading]) -> list[Heading]:
    """Drops columns that are headed like notes, dates or totals and hold no letter, or like one-letter codes."""
    return [
        heading
        for heading in columns
        if not (starts_like(heading.text, SIDE) and _letters(sheet, block, heading) <= _strays(heading, block))
        and not (fold(heading.text).rstrip(".") in NEVER_ROLES and len(columns) > 1)
    ]


def _letters(sheet: Sheet, block: Block, heading: Heading) -> int:
    body = block.body
    return sum(sheet.columns[column].count(Kind.LETTER, body.start, body.stop) for column in heading.columns)


def _strays(heading: Heading, block: Block) -> int:
    """How many letters may have got lost in a column, by what it is called: `Notes` and nothing else."""
    return max(1, len(block.body) // 20) if all(SIDE[word] for word in words(heading.text)) else 0
