"""How wide columns and how high rows must be for what they hold, in Excel's units: characters and points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from textwrap import wrap

TURNED_FROM = 11
"""With so many roles their headings are turned, so that the matrix stays narrow."""
_LETTERS_PER_DIGIT = 1.1
"""Excel measures columns in digits, and the letters of a text are narrower on average."""
_BOLD = 1.15
_LINE, _PADDING = 13.0, 5.0
_LEAST_ROW, _MOST_LINES = 18.0, 12
_PER_TURNED_CHARACTER = 6.0
_LEAST_TURNED, _PER_TURNED_LINE = 5.2, 2.2
_LEAST_HEADING, _TALLEST_HEADING = 46.0, 150.0
_TURNED_LINE = _TALLEST_HEADING / _PER_TURNED_CHARACTER / _LETTERS_PER_DIGIT
_LEAST_NAME, _MOST_NAME = 30, 54
_LEAST_ROLE, _MOST_ROLE = 11, 18


def name_width(names: Iterable[str]) -> int:
    """Of the column of activities: most names fit on one line."""
    lengths = sorted(map(len, names))
    typical = lengths[len(lengths) * 9 // 10] if lengths else 0
    return min(max(typical + 2, _LEAST_NAME), _MOST_NAME)


def role_width(headings: Sequence[str]) -> float:
    """Of a column of letters, for its heading."""
    if len(headings) >= TURNED_FROM:
        lines = max(_lines(heading, _TURNED_LINE) for heading in headings)
        return min(max(_LEAST_TURNED, _PER_TURNED_LINE * lines), _MOST_ROLE)
    longest_word = max((len(word) for heading in headings for word in heading.split()), default=0)
    return min(max(longest_word + 3, _LEAST_ROLE), _MOST_ROLE)


def heading_height(headings: Sequence[str], width: float) -> float:
    """Of the row of role headings."""
    if len(headings) >= TURNED_FROM:
        longest = max(len(line) for heading in headings for line in heading.split("\n"))
        needed = longest * _PER_TURNED_CHARACTER + 12
    else:
        needed = max((_lines(heading, width - 1.5) for heading in headings), default=1) * _LINE + 10
    return min(max(needed, _LEAST_HEADING), _TALLEST_HEADING)


def bold_width(width: float) -> float:
    """Of a column whose texts are bold: as if it were as much narrower as its letters are wider."""
    return width / _BOLD


def row_height(texts: Iterable[tuple[str, float]]) -> float:
    """Of a row, for texts in columns of some width."""
    lines = max((_lines(text, width) for text, width in texts if text), default=1)
    return max(_LEAST_ROW, min(lines, _MOST_LINES) * _LINE + _PADDING)


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes; a long one is not laid out word by word."""
    width = int(width * _LETTERS_PER_DIGIT)
    if len(text) <= width and "\n" not in text:
        return 1
    if len(text) > width * _MOST_LINES:
        return ceil(len(text) / width)
    return sum(len(wrap(line, width)) or 1 for line in text.split("\n"))
