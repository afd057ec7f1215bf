"""A grid with the kind of each cell: what the layouts look at."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from raci_cli.layouts import legend
from raci_cli.layouts.legend import Entry
from raci_cli.layouts.letters import Alphabet, parse
from raci_cli.layouts.texts import REMEMBERED, fold, is_number, tidy
from raci_cli.layouts.vocabulary import CHECK_MARKS
from raci_cli.model import Grid, Span


class Kind(IntEnum):
    """What a cell looks like before anything is known about its place."""

    BLANK = 0
    NOTHING = 1
    LETTER = 2
    WORD = 3
    """A whole word such as "Responsible": a letter in some sheets, a heading in others."""
    TEXT = 4
    NUMBER = 5
    MARK = 6
    """A cross or check mark."""
    REMARK = 7
    """A letter with a condition or remark: `I * if at hand`."""


_MANY_WORDS = 8
"""Words in a column of their own: a long list of them."""


class _Kinds(dict[str, int]):
    """Cell text -> Kind, worked out once per distinct text."""

    def __init__(self, alphabet: Alphabet) -> None:
        super().__init__({"": Kind.BLANK})
        self._alphabet = alphabet
        self._letters_only = alphabet._replace(words=())

    def __missing__(self, text: str) -> int:
        kind = self._kind(tidy(text))
        if len(self) < REMEMBERED:
            self[text] = kind
        return kind

    def _kind(self, text: str) -> Kind:
        if not text:
            return Kind.BLANK
        if is_number(text):
            return Kind.NUMBER
        reading = parse(text, self._alphabet, remarks=False)
        if reading is None:
            return self._foreign(text)
        if not reading.letters:
            return Kind.NOTHING
        is_word = any(len(word) > 3 and self._alphabet.word(word) for word in text.replace("/", " ").split())
        return Kind.WORD if is_word else Kind.LETTER

    def _foreign(self, text: str) -> Kind:
        if fold(text) in CHECK_MARKS:
            return Kind.MARK
        return Kind.REMARK if parse(text, self._letters_only) else Kind.TEXT


@lru_cache(maxsize=8)
def _kinds(alphabet: Alphabet) -> _Kinds:
    """Sheets with the same alphabet share what was worked out: a folder of copies repeats its texts."""
    return _Kinds(alphabet)


class Sheet(NamedTuple):
    """One grid, prepared: rectangular, each cell with its kind, merged ranges by cell."""

    grid: Grid
    rows: Sequence[Sequence[str]]
    """The texts, all rows of one width."""
    kinds: Sequence[bytes]
    """`kinds[row][column]` is a Kind."""
    columns: Sequence[bytes]
    """The same kinds, column by column."""
    width: int
    legend_rows: frozenset[int]
    """Rows that explain letters."""
    legend_cells: frozenset[tuple[int, int]]
    """The cells of letters that are explained, and cells of rows that are all explanation."""
    spans: dict[tuple[int, int], Span]
    """Every covered cell of a merged range -> its range."""

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def text(self, row: int, column: int) -> str:
        """The tidied text of a cell; a covered cell of a merged range has its range's text."""
        span = self.spans.get((row, column))
        return tidy(self.rows[span.top][span.left] if span else self.rows[row][column])

    def kind(self, row: int, column: int) -> int:
        """The kind of a cell itself, covered or not."""
        return self.kinds[row][column]


def prepare(grid: Grid, alphabet: Alphabet, legends: Sequence[list[Entry]]) -> Sheet:
    """Looks at every cell once. Letters that belong to a legend count as text."""
    width = max(map(len, grid.rows), default=0)
    rows = [row if len(row) == width else [*row, *[""] * (width - len(row))] for row in grid.rows]
    kinds_of = _kinds(alphabet)
    kinds = [bytes(map(kinds_of.__getitem__, row)) for row in rows]
    explaining = _legend_cells(kinds, legends)
    for row, column in explaining:
        kinds[row] = kinds[row][:column] + bytes([Kind.TEXT]) + kinds[row][column + 1 :]
    kinds = _words_decided(kinds)
    columns = [bytes(column) for column in zip(*kinds, strict=True)]
    legend_rows = frozenset(row for row, _ in explaining) | legend.inline_rows(grid)
    return Sheet(grid, rows, kinds, columns, width, legend_rows, frozenset(explaining), _spans(grid, width))


def _legend_cells(kinds: Sequence[bytes], legends: Sequence[list[Entry]]) -> list[tuple[int, int]]:
    """The cells of all legends, with the mark for nothing that may end one."""
    cells = [(entry.row, entry.column) for entry in chain.from_iterable(legends)]
    after = [(run[-1].row + 1, run[-1].column) for run in legends]
    return cells + [(row, column) for row, column in after if row < len(kinds) and kinds[row][column] == Kind.NOTHING]


def _words_decided(kinds: list[bytes]) -> list[bytes]:
    """Words are letters on a sheet that holds mostly words, and text on every other sheet."""
    words = sum(row.count(Kind.WORD) for row in kinds)
    if not words:
        return kinds
    letters = sum(row.count(Kind.LETTER) for row in kinds)
    rows = sum(row.count(Kind.WORD) > 1 for row in kinds)  # headings R, A, C, I in words fill a single row
    verdict = Kind.LETTER if (rows > 1 or words >= _MANY_WORDS) and words > letters else Kind.TEXT
    table = bytes(verdict if kind == Kind.WORD else kind for kind in range(256))
    return [row.translate(table) for row in kinds]


def _spans(grid: Grid, width: int) -> dict[tuple[int, int], Span]:
    """Covered cells of the merged ranges that are of a size a person makes."""
    height = len(grid.rows)
    inside = [
        Span(span.top, span.left, min(span.bottom, height - 1), min(span.right, width - 1))
        for span in grid.merged or ()
    ]
    small = [span for span in inside if (span.bottom - span.top + 1) * (span.right - span.left + 1) <= 20_000]
    return {
        (row, column): span
        for span in small
        for row, column in chain.from_iterable(
            ((row, column) for column in range(span.left, span.right + 1)) for row in range(span.top, span.bottom + 1)
        )
    }
