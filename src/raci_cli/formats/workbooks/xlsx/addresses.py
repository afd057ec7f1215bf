"""Addresses of cells in the XML of a sheet."""

from __future__ import annotations

import re
from functools import lru_cache

PREFIX = rb"(?:[\w.-]+:)?"
"""Of a tag: most programs write `<c>`, some `<x:c>`."""

_ADDRESS = re.compile(
    rb"""(?:\s*[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*?\s*\br\s*=\s*["']([A-Za-z]{0,4})([0-9]{1,10})["']"""
)
_ANY_ADDRESS = re.compile(rb"\br\s*=")


def address(attributes: bytes) -> tuple[int, int] | None:
    """Row and column from 0 that the attributes of a cell or row name, if any; a row has column -1.

    Raises:
        ValueError: what they name is no address.
    """
    match = _ADDRESS.match(attributes)
    if match:
        return int(match[2]) - 1, _column(match[1]) - 1
    if _ANY_ADDRESS.search(attributes):
        raise ValueError("no address of a cell")
    return None


@lru_cache(maxsize=1000)
def _column(letters: bytes) -> int:
    return column_number(letters.decode())


def column_number(letters: str) -> int:
    """The number of a column by its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
