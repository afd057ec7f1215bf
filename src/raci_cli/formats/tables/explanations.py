"""Sentences around the tables of a text that may say what letters mean: `V = Verifies`, `- **R**: Responsible`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from raci_cli.formats.tables.markdown_text import plain_text
from raci_cli.model import Grid

_EXPLAINS = re.compile(r"(?:^|[\s*_`(,;/|•·-])[^\W\d_][*_`)]{0,3}\s?[=:\u2013\u2014(-]")
"""A letter of its own, and a sign."""
_LONGEST, _MOST = 1_000, 100
"""Characters of such a line, and lines that are kept: a legend is shorter."""


def with_explanations(grids: Sequence[Grid], lines: Iterable[str]) -> list[Grid]:
    """The tables of a text; the first carries the lines that may explain letters of any of them."""
    if not grids:
        return []
    found = (line for line in lines if len(line) < _LONGEST and not _is_row(line) and _EXPLAINS.search(line))
    said = tuple(plain_text(line) for line, _ in zip(found, range(_MOST), strict=False))
    return [grids[0]._replace(around=said), *grids[1:]]


def _is_row(line: str) -> bool:
    """Whether a line belongs to a table, which is looked at anyway."""
    return line.lstrip().startswith("|")
