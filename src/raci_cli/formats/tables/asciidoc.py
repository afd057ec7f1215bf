"""AsciiDoc -> one Grid per table, with the merged ranges that cells declare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from raci_cli.formats.encoding import decode
from raci_cli.formats.limits import MAX_COLUMNS, check_markup, check_tables, too_large
from raci_cli.formats.tables.canvas import Canvas, Cell, numbered
from raci_cli.formats.tables.csv_ import parse
from raci_cli.formats.tables.explanations import with_explanations
from raci_cli.formats.tables.markdown_text import plain_text
from raci_cli.model import Grid

_FENCE = re.compile(r"([|,:])={3,}\s*$")
_BLOCK = re.compile(r"(-{4,}|\.{4,}|/{4,}|\+{4,})\s*$")
_HEADING = re.compile(r"(?:={1,6}|#{1,6})\s+(\S.*)$")
_TITLE = re.compile(r"\.([^\s.].*)$")
_ATTRIBUTES = re.compile(r"\[(.*)\]\s*$")
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^,\]]*))""")
_SPECIFIER = re.compile(r"(?:(\d+)\*|(\d+)?(?:\.(\d+))?\+)?[<^>]?(?:\.[<^>])?[adehlmsv]?")
_MULTIPLIED = re.compile(r"\s*(\d+)\*")
_LINK = re.compile(r"(?:link:|xref:|https?://)[^\s\[\]]*\[([^\[\]]*)\]")
_ONCE = (1, 1, 1)
_NAMED = {"{nbsp}": "\u00a0", "{empty}": "", "{blank}": "", "{sp}": " ", "{vbar}": "|"}
_SEPARATORS = {"csv": ",", "tsv": "\t", "dsv": ":"}


def read(data: bytes, path: str) -> tuple[Grid, ...]:
    """Every table of the file, in order; row 1 of each is its header.

    Raises:
        NoMatrixError: the file is no text, or larger than any matrix.
    """
    text = decode(data, path)
    check_tables(text, "|", path)
    check_markup(text, path)
    lines = text.splitlines()
    return numbered(with_explanations(list(_tables(lines, path)), lines), path)


def _tables(lines: Sequence[str], path: str) -> Iterator[Grid]:
    heading, attributes = "", ""
    at = 0
    while at < len(lines):
        line = lines[at].rstrip()
        at += 1
        if fence := _FENCE.match(line):
            end = _closing(lines, at, line)
            yield _Table.declared(attributes, fence[1], path).grid(lines[at:end], heading)
            at = end + 1
        elif _BLOCK.match(line):
            at = _closing(lines, at, line) + 1
        elif named := _HEADING.match(line) or _TITLE.match(line):
            heading = _plain(named[1])
        if found := _ATTRIBUTES.match(line):
            attributes = found[1]
        elif line and not _TITLE.match(line):
            attributes = ""


def _closing(lines: Sequence[str], at: int, fence: str) -> int:
    """The line in which a block closes; one that does not reaches to the end."""
    return next((end for end in range(at, len(lines)) if lines[end].rstrip() == fence), len(lines))


@dataclass(frozen=True, slots=True)
class _Table:
    """How the cells of one table are written."""

    path: str
    separator: str
    columns: int
    """0 when the first row tells."""
    is_csv: bool

    @classmethod
    def declared(cls, attributes: str, fence: str, path: str) -> _Table:
        """From the attribute line above the table and the character its fence starts with."""
        known = {match[1]: next(filter(None, match.groups()[1:]), "") for match in _ATTRIBUTE.finditer(attributes)}
        usual = _SEPARATORS.get(known.get("format", "").strip(), fence)
        separator = known.get("separator", "").strip().replace("\\t", "\t")[:1] or usual
        return cls(path, separator, _column_count(known.get("cols", "")), is_csv=usual != "|")

    def grid(self, lines: Sequence[str], heading: str) -> Grid:
        """The table's cells, in place."""
        kept = [line for line in lines if not line.startswith("//")]
        if self.is_csv:
            parsed = parse("\n".join(kept), self.separator, self.path)
            rows = [[_plain(cell) for cell in row] for row in parsed if row]
            return Grid(name=None, rows=rows, heading=heading)
        columns = self.columns or self._first_width(kept)
        if columns > MAX_COLUMNS:
            raise too_large(self.path, f"{MAX_COLUMNS:,} columns")
        canvas = Canvas(self.path)
        for cell in self._cells("\n".join(kept)):
            if canvas.is_full(columns):
                canvas.start_row()
            canvas.add(cell)
        return canvas.grid(heading)

    def _first_width(self, lines: Sequence[str]) -> int:
        """As many columns as the first line that holds anything has cells."""
        first = next((line for line in lines if line.strip()), "")
        return max(sum(cell.across for cell in self._cells(first)), 1)

    def _cells(self, text: str) -> Iterator[Cell]:
        """The cells in reading order. What stands before a bar, such as `2+` or `.^`, describes the cell after it."""
        first, *parts = re.split(rf"(?<!\\){re.escape(self.separator)}", text)
        _, counts = _without_specifier("\n" + first)
        for left, part in zip(range(len(parts) - 1, -1, -1), parts, strict=True):
            content, following = _without_specifier(part) if left else (part, _ONCE)
            times, across, down = counts
            cell = Cell(_plain(content.replace("\\" + self.separator, self.separator)), across, down)
            yield from [cell] * min(times, 1000)
            counts = following


def _without_specifier(part: str) -> tuple[str, tuple[int, ...]]:
    """What stands between two bars without what describes the next cell; how often, wide and high that one is."""
    if not part or part[-1].isspace():
        return part, _ONCE
    *before, word = part.rsplit(maxsplit=1)
    specifier = _SPECIFIER.fullmatch(word) if before or part[0].isspace() else None
    if not specifier:
        return part, _ONCE
    return part[: -len(word)], tuple(int(count[:4]) if count else 1 for count in specifier.groups())


def _column_count(declared: str) -> int:
    """`3*`, `1,2,1`, `"6,^1,^1"` and mixtures: how many columns that makes."""
    parts = re.split("[,;]", declared) if declared.strip() else []
    return sum(int(many[1][:4]) if (many := _MULTIPLIED.match(part)) else 1 for part in parts)


@lru_cache(maxsize=4096)
def _plain(source: str) -> str:
    """The text a reader sees: a paragraph is one line unless ` +` breaks it, marks and links give way to their text."""
    for name, text in _NAMED.items():
        source = source.replace(name, text)
    paragraphs = re.split(r"\n\s*\n", source.strip())
    joined = "\n".join(" ".join(part.strip() for part in paragraph.split("\n")) for paragraph in paragraphs)
    return plain_text(_LINK.sub(r"\1", joined.replace(" + ", "\n")))
