"""Tables that are drawn in plain text, as Pandoc writes them: columns under dashes, or a grid of `+---+---+`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from raci_cli.formats.limits import MAX_TABLE_CELLS, too_large
from raci_cli.formats.tables.markdown_text import plain_text

_COLUMNS = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *$")
"""The dashes under the headings, one run for each column."""
_LINE = re.compile(r" {0,3}-{5,} *$")
"""The line above and below a table whose rows take several lines."""
_GRID = re.compile(r" {0,3}\+(?:[-:=]{2,}\+){2,} *$")
_DEEPEST = 12
"""Lines of headings."""
_FILLER = "\0"


class Drawn(NamedTuple):
    """The cells of a table, and the line that follows it."""

    rows: list[list[str]]
    end: int


def drawn_table(lines: Sequence[str], at: int, path: str) -> Drawn | None:
    """The table that begins in a line, if one does.

    Raises:
        NoMatrixError: it has more cells than any matrix.
    """
    line = lines[at].lstrip()
    if line.startswith("+-"):
        return _grid(lines, at, path) if _GRID.match(lines[at]) else None
    if line.startswith("--"):
        ruler = _ruler(lines, at) if _LINE.match(lines[at]) else 0
        return _with_long_rows(lines, at, ruler, path) if ruler else None
    if line and at + 1 < len(lines) and "-- " in lines[at + 1] and _COLUMNS.match(lines[at + 1]):
        return _with_short_rows(lines, at, path)
    return None


def _ruler(lines: Sequence[str], at: int) -> int:
    """The line of dashes below headings of several lines; 0 if there is none."""
    for line in range(at + 1, min(at + _DEEPEST, len(lines))):
        if _COLUMNS.match(lines[line]):
            return line
        if not lines[line].strip():
            break
    return 0


def _with_short_rows(lines: Sequence[str], at: int, path: str) -> Drawn:
    """Each line is a row; a blank one, or dashes, end the table."""
    end = at + 2
    while end < len(lines) and lines[end].strip() and not _COLUMNS.match(lines[end]):
        end += 1
    starts = _starts(lines[at + 1])
    _check(end - at, len(starts), path)
    rows = [_row([line], starts) for line in (lines[at], *lines[at + 2 : end])]
    return Drawn(rows, end + 1)


def _with_long_rows(lines: Sequence[str], at: int, ruler: int, path: str) -> Drawn | None:
    """Blank lines stand between the rows; a line of dashes ends the table."""
    end = next((line for line in range(ruler + 1, len(lines)) if _LINE.match(lines[line])), 0)
    if not end:
        return None
    starts = _starts(lines[ruler])
    _check(end - at, len(starts), path)
    body = groupby(lines[ruler + 1 : end], key=lambda line: bool(line.strip()))
    rows = [_row(lines[at + 1 : ruler], starts)] + [_row(list(own), starts) for said, own in body if said]
    return Drawn(rows, end + 1)


def _check(rows: int, columns: int, path: str) -> None:
    """Before any cell is cut out: a long line of dashes makes many columns of every line."""
    if rows * columns > MAX_TABLE_CELLS:
        raise too_large(path, f"{MAX_TABLE_CELLS:,} cells")


def _starts(ruler: str) -> list[int]:
    return [match.start() for match in re.finditer("-+", ruler)]


def _row(lines: Sequence[str], starts: Sequence[int]) -> list[str]:
    """The cells of the lines of one row: what stands at and right of the start of each column."""
    edges = list(pairwise([0, *starts[1:], None]))
    wide = list(map(_widened, lines))
    return [_joined(line[left:right] for line in wide) for left, right in edges]


def _grid(lines: Sequence[str], at: int, path: str) -> Drawn:
    end = at
    while end < len(lines) and lines[end].lstrip().startswith(("+", "|")):
        end += 1
    inside = [_widened(line.strip()) for line in lines[at:end]]
    edges = sorted({match.start() for line in inside if _GRID.match(line) for match in re.finditer(r"\+", line)})
    _check(end - at, len(edges), path)
    blocks = groupby(inside, key=lambda line: not _GRID.match(line))
    return Drawn([list(_cells(list(own), edges)) for is_row, own in blocks if is_row], end)


def _cells(lines: Sequence[str], edges: Sequence[int]) -> Iterator[str]:
    """The cells of one row of a grid; a cell over several columns leaves the later ones empty."""
    bars = [edge for edge in edges if any(line[edge : edge + 1] == "|" for line in lines)]
    ends = dict(pairwise(bars))
    for edge in edges[:-1]:
        yield _joined(line[edge + 1 : ends[edge]] for line in lines) if edge in ends else ""


def _joined(pieces: Iterable[str]) -> str:
    """The pieces of a cell as a reader sees them: one line of text."""
    return plain_text(" ".join(text for piece in pieces if (text := piece.replace(_FILLER, "").strip())))


def _widened(line: str) -> str:
    """A line in which every character takes as many places as columns on a screen."""
    if line.isascii():
        return line
    return "".join(char + _FILLER * (unicodedata.east_asian_width(char) in "WF") for char in line)
