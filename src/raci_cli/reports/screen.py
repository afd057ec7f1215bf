"""Texts on a screen: as wide as they look, cut or broken where they must be, with nothing hidden in them.

Only the widths of characters come from rich. Its Console costs 18 ms of start-up, a quarter of what raci needs to
check a workbook; and a text that never meets a markup parser cannot be taken for markup (docs/decisions.md).
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, chop_cells

from raci_cli.reports.escape import visible

_JOINED = ("\u200d", "\ufe0f")
"""Characters that belong to the one before."""


@lru_cache(maxsize=8192)
def width(text: str) -> int:
    """How many cells the text takes on a terminal."""
    return cell_len(visible(text))


def start(text: str, cells: int) -> str:
    """As much of the text's beginning as goes into so many cells."""
    return "".join(chop_cells(visible(text), cells)[:1]) if cells > 0 else ""


@lru_cache(maxsize=8192)
def fit(text: str, cells: int) -> str:
    """The text in exactly so many cells: filled up with spaces, or cut with `…`."""
    text = visible(text)
    length = cell_len(text)
    if length > cells:
        text = start(text, cells - 1) + "…"
        length = cell_len(text)
    return text + " " * (cells - length)


def fit_end(text: str, cells: int) -> str:
    """Like `fit`, but a text that is too long keeps its end: of a path that is the part that tells files apart."""
    text = visible(text)
    if cell_len(text) <= cells:
        return fit(text, cells)
    text = text[-cells:]
    while cell_len(text) >= cells or text.startswith(_JOINED):
        text = text[1:]
    return fit(f"…{text}", cells)


@lru_cache(maxsize=8192)
def wrap(text: str, cells: int) -> tuple[str, ...]:
    """The text broken at spaces into lines of at most so many cells; at least one line, perhaps empty."""
    text = visible(text)
    if cell_len(text) <= cells:
        return (text,)
    lines, line = [], ""
    for word in text.split(" "):
        for piece in [word] if cell_len(word) <= cells else chop_cells(word, cells):
            longer = f"{line} {piece}" if line else piece
            if cell_len(longer) > cells:
                lines.append(line)
                longer = piece
            line = longer
    return (*lines, line)
