"""What stands above a matrix about the matrix: title, segment, strategy, who filled it in and when, which version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import fold, tidy
from raci_cli.model import Stated

_LABELS = {
    "segment": ("segment", "customer segment", "edition", "kundensegment", "segmento"),
    "strategy": ("strategy", "touch model", "strategie", "estrategia"),
    "leader": ("filled in by", "filled by", "completed by", "leader", "ausgefullt von", "rempli par", "rellenado por"),
    "date": ("date", "datum", "fecha", "data", "дата"),
    "version": ("version", "version no", "versie", "versione", "versao", "версия"),
    "title": ("title", "titel", "titre", "titulo"),
}
_PAIR = re.compile(r"^([^:\n]{3,30}?)\s*:\s*(\S.*)$")
_NO_TITLE = re.compile(r"[RACISDVO] ?[=:] ?\w|[RACISDVO] [–—-] \w|©|(?i:\(c\) |copyright\b|legend\b|key:?$)")
"""A line of a legend, or about the author's rights."""
_ALSO_WITHOUT_COLON = frozenset(label for part, labels in _LABELS.items() for label in labels if part != "title") - {
    "leader"
}
"""Labels that may do without a colon, where nothing but the value stands beside them."""
_LONGEST_TITLE = 100


class TitleBlock(NamedTuple):
    """The facts about a whole matrix; empty where the sheet does not say."""

    title: str = ""
    segment: str = ""
    strategy: str = ""
    leader: str = ""
    date: str = ""
    version: str = ""
    stated: tuple[Stated, ...] = ()
    """The cells of these facts, as far as they have a label."""


UNTITLED = TitleBlock()


def read(sheet: Sheet, header_row: int, first_column: int) -> TitleBlock:
    """Looks in the rows above the roles, and left of them in their own row (both from zero)."""
    found: dict[str, str] = {}
    stated: list[Stated] = []
    for label, value, row, column in _pairs(sheet, header_row, first_column):
        part = next((part for part, labels in _LABELS.items() if fold(label) in labels), None)
        if part and part not in found:
            found[part] = value
            stated.append(Stated(part, row + 1, column + 1))
    found.setdefault("title", _title(sheet, header_row))
    return TitleBlock(**found, stated=tuple(stated))


def _pairs(sheet: Sheet, header_row: int, first_column: int) -> Iterator[tuple[str, str, int, int]]:
    """Label, value and its cell, in one line of a cell (`Segment: Enterprise`) or in two cells beside each other."""
    for row in range(header_row + 1):
        width = first_column if row == header_row else sheet.width
        texts = sheet.texts[row][:width]
        alone = row < header_row and sum(map(bool, texts)) == 2
        cells = zip(sheet.rows[row], texts, [*texts[1:], ""], strict=False)
        for column, (text, label, beside) in enumerate(cells):
            for line in text.splitlines() if ":" in text else ():
                if match := _PAIR.match(tidy(line)):
                    yield match.group(1), match.group(2), row, column
            if beside and (label.endswith(":") or (alone and fold(label) in _ALSO_WITHOUT_COLON)):
                yield label.removesuffix(":").strip(), beside, row, column + 1


def _title(sheet: Sheet, header_row: int) -> str:
    """The first line that stands alone above the roles."""
    for row in range(header_row):
        texts = set(sheet.texts_in(row))
        text = texts.pop() if len(texts) == 1 else ""
        if text and not _PAIR.match(text) and not _NO_TITLE.match(text):
            return text if len(text) <= _LONGEST_TITLE else ""
    return ""
