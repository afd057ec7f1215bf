"""CSV and TSV -> one Grid whose rows are the rows a spreadsheet would show, and back; texts stay as they are."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.encoding import decode
from raci_cli.formats.limits import check_tables
from raci_cli.formats.tables.chart import chart_groups, chart_header, chart_rows
from raci_cli.model import Grid, Matrix

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 500
_SAMPLE_LENGTH = 200_000
_SEP_LINE = re.compile(r"\A\"?sep=([^\w\s\"]|\t)\"?(?:\n|\Z)", re.IGNORECASE)
_END = "\0end of file\0"


def read(data: bytes, path: str, delimiter: str | None = None) -> tuple[Grid, ...]:
    """The file as one grid. The delimiter is found out unless it is given; a first line `sep=;` is obeyed.

    Raises:
        UnreadableFileError: a quotation mark that is never closed, or a cell without end.
        NoMatrixError: the file is no text, or larger than any matrix.
    """
    text = decode(data, path).replace("\r\n", "\n").replace("\r", "\n")
    announced = _SEP_LINE.match(text)
    if announced:
        text = text[announced.end() :]
        delimiter = announced[1]
    elif path.lower().endswith(".tsv") and "\t" in text:
        delimiter = delimiter or "\t"
    rows = list(parse(text, delimiter or _find_delimiter(text), path))
    return (Grid(name=None, rows=rows),)


def write(matrix: Matrix, delimiter: str = ",") -> str:
    """The grid people know, with a row of groups above the roles if there are any."""
    groups = chart_groups(matrix)
    return csv_text([*([groups] if groups else []), chart_header(matrix), *chart_rows(matrix)], delimiter)


def _find_delimiter(text: str) -> str:
    """The delimiter under which most rows have the same, preferably large, number of cells; `,` when none has."""
    sample = text[:_SAMPLE_LENGTH].splitlines(keepends=True)[:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda delimiter: _consistency(sample, delimiter))


def _consistency(lines: list[str], delimiter: str) -> float:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row))
    except csv.Error:
        return 0.0
    several = {width: count for width, count in widths.items() if width > 1}
    share = max(several.values(), default=0) / max(widths.total(), 1)
    usual = max(several, key=lambda width: (several[width], width), default=1)
    return share * share * (usual - 1)


def parse(text: str, delimiter: str, path: str) -> Iterator[list[str]]:
    """Every row, the blank ones too.

    Raises:
        UnreadableFileError: a quotation mark that is never closed, or a cell without end.
        NoMatrixError: more lines or cells than any matrix has.
    """
    check_tables(text, delimiter, path)
    # The line put behind the end comes out as a row of its own only if all quotation marks are closed.
    ended = text if text.endswith("\n") or not text else text + "\n"
    reader = csv.reader(chain(io.StringIO(ended, newline=""), [_END]), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            if row == [_END]:
                return
            if row and row[-1].endswith(_END):
                raise UnreadableFileError(
                    f'{path}:{line}: a quotation mark (") opens in the row that starts here and is never closed. '
                    "Close it, or remove it."
                )
            line = reader.line_num + 1
            yield row
    except csv.Error as error:  # a cell beyond the csv module's limit, four times what Excel can hold
        raise UnreadableFileError(
            f"{path}:{line}: a cell in the row that starts here is longer than {csv.field_size_limit():,} characters. "
            'Is a quotation mark (") missing?'
        ) from error


def csv_text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Some rows as CSV. Nothing is escaped that a spreadsheet might take for a formula: CSV is for programs."""
    lines = _Lines()
    csv.writer(lines, delimiter=delimiter).writerows(rows)
    return "".join(lines)


class _Lines(list[str]):
    """Takes a CSV writer's lines, which end in CR LF (so that texts with either are quoted), and ends them in LF."""

    def write(self, line: str) -> None:
        self.append(line.removesuffix("\r\n") + "\n")
