"""A grid with the kind of each cell: what the layouts look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from raci_cli.layouts import doubts, legend
from raci_cli.layouts.kinds import Kind, kinds_of
from raci_cli.layouts.legend import Entry
from raci_cli.layouts.letters import Alphabet
from raci_cli.layouts.page import Page
from raci_cli.layouts.texts import tidy
from raci_cli.model import Grid, Span

_NOTHING = bytes([Kind.NOTHING])
_COUNTS = re.compile(rb"\x00*(?P<label>\x02)\x00*\x05[\x00\x05]*")
"""The kinds of a row: a letter, then numbers."""
_COUNT = re.compile(rb"\x02\x00*\x05")
_LEAST_COUNTED = 3
_LEAST_REPEATED = 3
"""Cells with one text that make a band, and characters of it: three letters A in a row are none."""
_MOST_MERGED = 20_000
"""Cells of a merged range."""


class Sheet(NamedTuple):
    """One grid, prepared: rectangular, each cell with its kind, merged ranges by cell."""

    grid: Grid
    rows: Sequence[Sequence[str]]
    """The texts as they stand, all rows of one width."""
    texts: Sequence[Sequence[str]]
    """The tidied texts; every covered cell of a merged range has its range's text."""
    kinds: Sequence[bytes]
    """`kinds[row][column]` is a Kind."""
    columns: Sequence[bytes]
    """The same kinds, column by column."""
    width: int
    legend_rows: frozenset[int]
    """Rows that explain letters."""
    legend_cells: frozenset[tuple[int, int]]
    """The cells of letters that are explained, and cells of rows that are all explanation."""
    merged: Sequence[Span]
    """The merged ranges that are of a size a person makes."""
    spans: dict[tuple[int, int], Span]
    """Every covered cell of a merged range -> its range."""

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def text(self, row: int, column: int) -> str:
        """One of `texts`."""
        return self.texts[row][column]

    def texts_in(self, row: int) -> list[str]:
        """The texts of a row, from left to right, without the empty ones."""
        return list(filter(None, self.texts[row]))

    def kinds_in(self, columns: Iterable[int], rows: range) -> list[bytes]:
        """The kinds of some columns alone, row by row."""
        wanted = list(columns)
        first, after = (wanted[0], wanted[0] + len(wanted)) if wanted else (0, 0)
        if wanted == list(range(first, after)):
            return [kinds[first:after] for kinds in self.kinds[rows.start : rows.stop]]
        inside = [self.columns[column][rows.start : rows.stop] for column in wanted]
        return list(map(bytes, zip(*inside, strict=True)))


def prepare(page: Page, alphabet: Alphabet, legends: Sequence[list[Entry]]) -> Sheet:
    """Looks at every cell once. Letters that belong to a legend count as text."""
    grid, rows, width, _ = page
    flat = bytearray(map(kinds_of(alphabet).__getitem__, chain.from_iterable(rows)))
    explaining = _legend_cells(flat, width, legends)
    for row, column in [*explaining, *_meanings(flat, width, legends), *_counted(flat, page)]:
        flat[row * width + column] = Kind.TEXT
    bands = _bands(page)
    for row, left, _, right in bands:
        flat[row * width + left : row * width + right + 1] = bytes([Kind.TEXT, *[Kind.BLANK] * (right - left)])
    decided = doubts.decided(bytes(flat), page, alphabet)
    kinds = _in_rows(decided, width, len(rows))
    columns = [decided[column::width] for column in range(width)]
    legend_rows = frozenset(row for row, _ in explaining) | legend.inline_rows(page)
    merged = [*_merged(page), *bands]
    spans = _by_cell(merged)
    texts = _tidied(page, merged)
    return Sheet(grid, rows, texts, kinds, columns, width, legend_rows, frozenset(explaining), merged, spans)


def _counted(flat: bytearray, page: Page) -> list[tuple[int, int]]:
    """The labels of rows that count letters, one below the other: `R | 2 | 0`, `A | 1 | 1`, `C | 0 | 3`."""
    if len(_COUNT.findall(flat)) < _LEAST_COUNTED:
        return []
    matches = enumerate(map(_COUNTS.fullmatch, _in_rows(bytes(flat), page.width, len(page.rows))))
    labels = [(row, match.start("label")) for row, match in matches if match]
    texts = {tidy(page.rows[row][column]) for row, column in labels}
    return labels if len(texts) == len(labels) >= _LEAST_COUNTED else []


def _in_rows(flat: bytes, width: int, height: int) -> list[bytes]:
    return [flat[row * width : (row + 1) * width] for row in range(height)]


def _tidied(page: Page, merged: Sequence[Span]) -> Sequence[Sequence[str]]:
    """The texts tidied, and merged ranges filled; a row that needs neither is left as it is."""
    untidy = {text: plain for text in page.texts if (plain := tidy(text)) != text}
    texts = list(page.rows)
    if untidy:
        is_tidy = frozenset(untidy).isdisjoint
        texts = [row if is_tidy(row) else [untidy.get(text, text) for text in row] for row in texts]
    for top, left, bottom, right in merged:
        filling = [texts[top][left]] * (right + 1 - left)
        for row in range(top, bottom + 1):
            texts[row] = [*texts[row][:left], *filling, *texts[row][right + 1 :]]
    return texts


def _legend_cells(kinds: bytearray, width: int, legends: Sequence[list[Entry]]) -> list[tuple[int, int]]:
    """The cells of all legends, with the mark for nothing that may end one."""
    cells = [(entry.row, entry.column) for entry in chain.from_iterable(legends)]
    after = [(run[-1].row + 1, run[-1].column) for run in legends]
    return cells + [(r, c) for r, c in after if kinds[r * width + c : r * width + c + 1] == _NOTHING]


def _merged(page: Page) -> list[Span]:
    """The merged ranges of a size that a person makes, as far as they lie on the sheet; together no larger than it."""
    height, width = len(page.rows), page.width
    found, left_over = [], height * width
    for top, left, bottom, right in page.grid.merged or ():
        span = Span(top, left, min(bottom, height - 1), min(right, width - 1))
        size = (span.bottom - top + 1) * (span.right - left + 1)
        if top < height and left < width and size <= min(_MOST_MERGED, left_over):
            found.append(span)
            left_over -= size
    return found


def _bands(page: Page) -> list[Span]:
    """Rows that say one and the same text from the first column of the sheet on, as a merged range that was filled."""
    left = next((column for column in range(page.width) if any(row[column] for row in page.rows)), page.width)
    if left + _LEAST_REPEATED > page.width:
        return []
    return [
        Span(row, left, row, left + texts.count(texts[left]) - 1)
        for row, texts in enumerate(page.rows)
        if texts[left] and texts[left] == texts[left + 1] and _is_band(texts[left:])
    ]


def _is_band(texts: Sequence[str]) -> bool:
    """Whether a text is repeated, and then nothing comes."""
    times = texts.count(texts[0])
    return times >= _LEAST_REPEATED and len(tidy(texts[0])) >= _LEAST_REPEATED and not any(texts[times:])


def _meanings(kinds: bytearray, width: int, legends: Sequence[list[Entry]]) -> Iterator[tuple[int, int]]:
    """The words beside the letters of all legends: `Responsible` explains, and is no letter."""
    for _, _, row, column in chain.from_iterable(legends):
        for beside in (column - 1, column + 1, column + 2, column + 3):
            if 0 <= beside < width and kinds[row * width + beside] == Kind.WORD:
                yield row, beside


def _by_cell(merged: Sequence[Span]) -> dict[tuple[int, int], Span]:
    return {
        (row, column): span
        for span in merged
        for row in range(span.top, span.bottom + 1)
        for column in range(span.left, span.right + 1)
    }
