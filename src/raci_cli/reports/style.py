"""How a person wants to see a result: how wide, in colour or not, how much of it."""

from __future__ import annotations

from dataclasses import dataclass

INKS = {
    "plain": "0",
    "strong": "1",
    "quiet": "2",
    "good": "32",
    "error": "1;31",
    "warning": "33",
    "info": "36",
    "phase": "1",
    "section": "1;2",
    "group": "36",
    "address": "36",
    "command": "1;32",
    "responsible": "1;36",
    "accountable": "1;97;45",
    "consulted": "33",
    "informed": "2",
    "other": "32",
}
"""What a text is -> how an ANSI terminal is told to show it. Only the 16 colours that every terminal has and its owner
may have changed; no meaning hangs on a colour alone."""


@dataclass(frozen=True, slots=True)
class Style:
    """The wishes of the person who reads. Formats for programs take no notice of it."""

    width: int = 80
    """Of the terminal, in cells."""
    colour: bool = False
    verbose: bool = False
    quiet: bool = False

    def paint(self, ink: str, text: str) -> str:
        """The text in one of the INKS, or as it is where there is no colour."""
        return f"\x1b[{INKS[ink]}m{text}\x1b[0m" if self.colour and text else text

    def bar(self, full: int, cells: int, ink: str = "good") -> str:
        """A bar, of whose cells so many are full."""
        return self.paint(ink, "━" * full) + self.paint("quiet", "╌" * (cells - full))
