"""The shapes of a comparison on a screen: titles, tables, and lists that are cut with a word about the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.style import Style

Item = TypeVar("Item")

LONGEST_LINE = 110
"""Wider than this, the eye loses the line between two columns."""


def room(style: Style) -> int:
    """How wide a report becomes."""
    return min(style.width, LONGEST_LINE)


def titled(text: str, style: Style) -> list[str]:
    """The title of a part."""
    return [style.paint("phase", line) for line in wrap(text, room(style))]


def quiet(text: str, style: Style, indent: int = 0) -> list[str]:
    """An explanation."""
    return [" " * indent + style.paint("quiet", line) for line in wrap(text, max(20, room(style) - indent))]


def shortened(items: Sequence[Item], most: int | None) -> Sequence[Item]:
    """At most so many items of a list; all for None."""
    whole = most is None or len(items) <= most + 1  # no line is saved by a line that says one is left out
    return items if whole else items[:most]


def cut(items: Sequence[Iterable[str]], most: int | None, what: str, style: Style) -> Iterator[str]:
    """The lines of at most so many items of a list, and how many more there are; nobody asks for the lines of these."""
    shown = shortened(items, most)
    for item in shown:
        yield from item
    if len(shown) < len(items):
        yield from quiet(f"… and {len(items) - len(shown)} more {what}: --all shows them", style, 2)


def beside(first: str, second: str, cells: int, style: Style, indent: int = 0) -> Iterator[str]:
    """Two texts in two columns, each broken into lines; the second is as wide as the room allows."""
    rest = max(12, room(style) - indent - cells - 2)
    for left, right in zip_longest(wrap(first, cells), wrap(second, rest) if second else (), fillvalue=""):
        yield (" " * indent + fit(left, cells) + "  " + right).rstrip()


def column(texts: Iterable[str], most: int) -> int:
    """The room that a column of texts needs, within limits."""
    return max(1, min(most, max(map(width, texts), default=1)))
