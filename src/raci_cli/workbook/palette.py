"""The colours of every workbook: readable, told apart by brightness alone, and safe for the colour-blind.

A letter's colour only repeats the letter. From A over R and C to I the fills go from dark to light, in blue and amber,
which all common forms of colour blindness keep apart; text stands out from its fill by at least 4.5 to 1.
"""

from __future__ import annotations

from itertools import cycle
from typing import NamedTuple

from raci_cli.model import Scheme

INK = "#1F2933"
PALE_INK = "#5B6770"
MARK_INK = "#A0A8AF"
PAPER = "#FFFFFF"
LINE = "#D5DBE1"
HEAD = "#17365D"
BAND = "#DCE4EC"
SECTION_BAND = "#EEF2F6"
ZEBRA = "#F7F9FB"
FIELD = "#F2F5F8"
WRONG, OPEN, NEW = "#B3261E", "#FFF4D6", "#FFE08A"
DONE = "#DCEFE3"
RIGHT_INK, OPEN_INK = "#1E5B34", "#6B4E00"


class Colour(NamedTuple):
    """A fill with the ink on it."""

    fill: str
    ink: str


class GroupColour(NamedTuple):
    """A group's band, and the paler heading of its roles."""

    band: str
    heading: str


GROUPS = (
    GroupColour("#2F5D8A", "#E6EEF5"),
    GroupColour("#3D6B58", "#E5F0EA"),
    GroupColour("#7A5A1E", "#F5EEDF"),
    GroupColour("#5E4B87", "#ECE8F3"),
    GroupColour("#8C4636", "#F6E8E4"),
    GroupColour("#2F6B73", "#E2F0F1"),
)
"""Taken in turns; white text on the band."""
NO_GROUP = GroupColour("#66727D", "#EFF2F4")

_ACCOUNTABLE = Colour("#1F4E79", PAPER)
_RESPONSIBLE = Colour("#F2B54B", INK)
_CONSULTED = Colour("#BBD7EE", INK)
_INFORMED = Colour("#E4E8EC", INK)
_OTHERS = (Colour("#D8C7E3", INK), Colour("#C6DDC4", INK), Colour("#F1D5CB", INK), Colour("#D3DEDC", INK))


def letter_colours(scheme: Scheme) -> dict[str, Colour]:
    """A colour for each letter, the one that decides about a pair first: A, then R, then the rest in writing order."""
    parts = {
        scheme.accountable: _ACCOUNTABLE,
        scheme.responsible: _RESPONSIBLE,
        scheme.consulted: _CONSULTED,
        scheme.informed: _INFORMED,
    }
    others = (letter for letter in scheme.alphabet if letter not in parts)
    known = parts | dict(zip(others, cycle(_OTHERS), strict=False))
    first = (letter for letter in (scheme.accountable, scheme.responsible) if letter)
    return {letter: known[letter] for letter in dict.fromkeys([*first, *scheme.alphabet])}
