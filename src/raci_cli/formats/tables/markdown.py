"""Markdown -> one Grid per table, pipe tables and HTML tables alike, and back; prose and code are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from raci_cli.formats.encoding import decode
from raci_cli.formats.limits import check_markup, check_tables
from raci_cli.formats.tables.canvas import numbered
from raci_cli.formats.tables.chart import chart_groups, chart_header, chart_rows
from raci_cli.formats.tables.drawn import drawn_table
from raci_cli.formats.tables.explanations import with_explanations
from raci_cli.formats.tables.html_table import read_html_tables
from raci_cli.formats.tables.markdown_text import escaped, plain_text
from raci_cli.model import Grid, Matrix

_COMMENT, _COMMENT_END = "<!--", "-->"
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?=\s|$)")
_CLOSING_HASHES = re.compile(r"\s#+$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*$")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(?=\S)(?:(?!\1).)+\1\s*:?\s*$")
_RULER = re.compile(r"\|?\s*:?-+:?\s*(?:[|+]\s*:?-+:?\s*)*\|?$")
_LINE = re.compile(r"-{3,}$|={3,}$")
"""A ruler without bars, which people draw under a header."""
_LONG_RULER = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?$")
_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_HTML_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_QUOTE = re.compile(r"^(?:\s{0,3}>\s?)+")


def read(data: bytes, path: str) -> tuple[Grid, ...]:
    """Every table of the file, in order; row 1 of each is its header, the ruler below it is no row.

    Raises:
        NoMatrixError: the file is no text, or larger than any matrix.
    """
    text = decode(data, path)
    check_tables(text, "|", path)
    check_markup(text, path)
    lines = [_QUOTE.sub("", line) for line in _without_comments(text).splitlines()]
    return numbered(with_explanations(_Scan(lines, path).tables(), lines), path)


def write(matrices: Sequence[Matrix]) -> str:
    """Every matrix with its title. Groups stand above the roles; details of activities have no place in the table."""
    return "\n".join("\n".join([*_matrix(matrix), ""]) for matrix in matrices)


def _without_comments(text: str) -> str:
    """The text with the same number of lines and no comments; one that is never closed is none."""
    pieces: list[str] = []
    done = 0
    while (start := text.find(_COMMENT, done)) >= 0 and (end := text.find(_COMMENT_END, start)) >= 0:
        pieces += [text[done:start], "\n" * text.count("\n", start, end)]
        done = end + len(_COMMENT_END)
    return "".join([*pieces, text[done:]])


class _Scan:
    """One pass over the lines that remembers the nearest heading."""

    def __init__(self, lines: Sequence[str], path: str) -> None:
        self._lines = lines
        self._path = path
        self._heading = ""
        self._grids: list[Grid] = []

    def tables(self) -> list[Grid]:
        """All tables, from the first line to the last."""
        at = self._after_front_matter()
        while at < len(self._lines):
            at = self._step(at)
        return self._grids

    def _after_front_matter(self) -> int:
        if self._lines and self._lines[0].rstrip() == "---":
            ends = (at for at, line in enumerate(self._lines[1:], 1) if line.rstrip() in {"---", "..."})
            return next(ends, 0) + 1
        return 0

    def _step(self, at: int) -> int:
        """Take in what starts at this line; where to go on."""
        line = self._lines[at]
        if fence := _FENCE.match(line):
            return self._after_fence(at, fence[1])
        if _HTML_TABLE.search(line):
            return self._html_tables(at)
        if "|" in line and (ruler := self._ruler(at)):
            return self._pipe_table(at, ruler)
        if drawn := drawn_table(self._lines, at, self._path):
            self._grids.append(Grid(name=None, rows=drawn.rows, heading=self._heading))
            return drawn.end
        if heading := _HEADING.match(line):
            self._heading = plain_text(_CLOSING_HASHES.sub("", line[heading.end() :].strip()))
        elif _BOLD_LINE.match(line):
            self._heading = plain_text(line.strip().rstrip(":")).rstrip(":")
        elif line.strip() and "|" not in line and at + 1 < len(self._lines) and _UNDERLINE.match(self._lines[at + 1]):
            self._heading = plain_text(line)
            return at + 2
        return at + 1

    def _after_fence(self, at: int, fence: str) -> int:
        """Behind a block of code; an unclosed one reaches to the end."""
        for end in range(at + 1, len(self._lines)):
            closing = self._lines[end].strip()
            if closing.startswith(fence) and not closing.strip(fence[0]):
                return end + 1
        return len(self._lines)

    def _ruler(self, header: int) -> int:
        """The line of the dashes under a header row; 0 if there are none. Some editors put blank lines between rows."""
        is_row = self._lines[header].lstrip().startswith("|")
        at = self._after_blanks(header + 1) if is_row else header + 1
        line = self._lines[at].strip() if at < len(self._lines) else ""
        if "|" in line and _RULER.match(line):
            return at
        next_rows = (self._lines[header], *self._lines[at + 1 : at + 2])
        drawn = _LINE.match(line) and len(next_rows) > 1 and all(row.count("|") > 1 for row in next_rows)
        return at if drawn else 0

    def _after_blanks(self, at: int) -> int:
        while at < len(self._lines) and not self._lines[at].strip():
            at += 1
        return at

    def _pipe_table(self, at: int, ruler: int) -> int:
        rows = [_cells(self._lines[at])]
        end = ruler + 1
        while (at := self._next_row(end)) < len(self._lines):
            if not _LONG_RULER.match(self._lines[at].strip()):
                rows.append(_cells(self._lines[at]))
            end = at + 1
        self._grids.append(Grid(name=None, rows=rows, heading=self._heading))
        return end

    def _next_row(self, at: int) -> int:
        """The line of the table's next row, beyond the last line if there is none.

        Blank lines end a table, but people forget the header after them: a row that begins with a bar and has no
        header of its own still belongs to the table above.
        """
        start = at
        at = self._after_blanks(at)
        line = self._lines[at] if at < len(self._lines) else ""
        adrift = at > start and (not line.lstrip().startswith("|") or self._ruler(at))
        return len(self._lines) if "|" not in line or adrift or _HTML_TABLE.search(line) else at

    def _html_tables(self, at: int) -> int:
        """The table that opens in this line, up to the line in which as many have closed as opened."""
        depth, end = 0, at
        while end < len(self._lines):
            line = self._lines[end].lower()
            depth += line.count("<table") - line.count("</table")
            end += 1
            if depth <= 0:
                break
        source = "\n".join(self._lines[at:end])
        self._grids += read_html_tables(source, self._path, self._heading)
        return end


def _cells(line: str) -> list[str]:
    """The cells of a row; outer bars may be missing, and a bar behind a backslash belongs to its cell."""
    line = line.strip().removeprefix("|")
    parts = _PIPE.split(line)
    cells = [(text + slashes).replace("\\|", "|") for text, slashes in zip(parts[::2], [*parts[1::2], ""], strict=True)]
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [plain_text(cell) for cell in cells]


def _matrix(matrix: Matrix) -> Iterator[str]:
    title = matrix.title or matrix.source.sheet or "Responsibility matrix"
    yield f"# {escaped(' '.join(title.split()))}"
    yield ""
    header, groups = chart_header(matrix), chart_groups(matrix)
    names = len(header) - len(matrix.roles)
    heads = [_escaped(groups), [f"**{text}**" if text else "" for text in _escaped(header)]]
    rows = (_escaped(row) for row in chart_rows(matrix))
    ruler = [*["---"] * names, *[":-:"] * len(matrix.roles)]
    yield from _table([*(heads if groups else [_escaped(header)]), *rows], ruler)
    yield ""
    yield from _table([["Letter", "Meaning"], *map(_escaped, matrix.scheme.letters)], [":-:", "---"])


def _escaped(cells: Iterable[str]) -> list[str]:
    return [escaped(cell) for cell in cells]


def _table(rows: Sequence[Sequence[str]], ruler: Sequence[str]) -> Iterator[str]:
    """The first row is the header that Markdown asks for; one more may stand below it in bold."""
    yield _line(rows[0])
    yield _line(ruler)
    yield from map(_line, rows[1:])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
