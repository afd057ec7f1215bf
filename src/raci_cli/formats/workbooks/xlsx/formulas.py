"""Formulas of an .xlsx sheet that were saved without their result, as programs write them that cannot calculate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raci_cli.formats.workbooks.xlsx.addresses import PREFIX, address

_UNCALCULATED = re.compile(
    rb"<" + PREFIX + rb"c\s([^<>]*)>\s*"
    rb"<" + PREFIX + rb"f(?:\s[^<>]*)?(?:/>|>[^<]*</" + PREFIX + rb"f>)\s*"
    rb"(<" + PREFIX + rb"v(?:\s*/>|>\s*</" + PREFIX + rb"v>)\s*)?"
    rb"</" + PREFIX + rb"c>"
)
_EMPTY_TEXT = re.compile(rb"""\bt=["']str["']""")


def uncalculated(xml: bytes) -> Iterator[tuple[int, int]]:
    """Row and column, from 0, of each formula without a result; an empty text is a result."""
    for match in _UNCALCULATED.finditer(xml):
        attributes, empty_value = match.groups()
        place = address(attributes)
        if place and not (empty_value and _EMPTY_TEXT.search(attributes)):
            yield place
