"""Matrix -> Markdown: a heading, its table, and what the letters mean. No text of a cell is taken for Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from raci_cli.formats.chart import chart_header, chart_rows
from raci_cli.model import Matrix

_ACTIVE = re.compile(r"[\\`*_\[\]<|~]|&(?=#?\w)")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}


def write_markdown(matrices: Sequence[Matrix]) -> str:
    """Every matrix with its title. Groups of roles and details of activities have no place in the table."""
    return "\n".join("\n".join([*_matrix(matrix), ""]) for matrix in matrices)


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, in one line of source; control characters become visible."""
    in_one_line = _LINE_BREAK.sub("<br>", _ACTIVE.sub(r"\\\g<0>", text))
    return in_one_line.translate(_CONTROL_PICTURES)


def _matrix(matrix: Matrix) -> Iterator[str]:
    title = matrix.title or matrix.source.sheet or "Responsibility matrix"
    yield f"# {escaped(' '.join(title.split()))}"
    yield ""
    header = chart_header(matrix)
    names = len(header) - len(matrix.roles)
    yield from _table(header, chart_rows(matrix), [*["---"] * names, *[":-:"] * len(matrix.roles)])
    yield ""
    yield from _table(["Letter", "Meaning"], matrix.scheme.letters, [":-:", "---"])


def _table(header: Sequence[str], rows: Iterable[Sequence[str]], ruler: Sequence[str]) -> Iterator[str]:
    yield _line(map(escaped, header))
    yield _line(ruler)
    yield from (_line(map(escaped, row)) for row in rows)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
