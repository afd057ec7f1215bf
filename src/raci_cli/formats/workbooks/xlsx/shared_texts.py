"""How large the texts of an .xlsx become when every cell has its own copy, as calamine gives it.

An .xlsx keeps each different text once, and cells name it by number: a long text in a million cells is a small file.
"""

from __future__ import annotations

import re

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.limits import MAX_SHARED_TEXT, too_much_text
from raci_cli.formats.workbooks.archive import Archive

_TEXTS = "xl/sharedstrings.xml"
_TEXT = re.compile(rb"<(?:[\w.-]+:)?si(?=[\s/>])")
_DECLARED = re.compile(rb"[cC]ount\s*=\s*[\"']\s*([0-9]+)")
_MOST_DECLARED = 5_000_000
"""Texts; calamine makes room for as many as are declared before it reads the first."""
_NUMBER = re.compile(rb"v>\s*([0-9]{1,9})\s*<")
_HEAD = 2_000
"""Bytes in which the counts are declared."""
_SHORTEST_CELL = len('<c t="s"><v>0</v></c>')


def check_shared_texts(archive: Archive, sheets: dict[str, int]) -> None:
    """Whether the texts of a workbook stay bearable; `sheets` are the sizes of its sheets' parts, by name.

    Raises:
        UnreadableFileError: they do not.
    """
    name = next((name for name in archive.members if name.lower() == _TEXTS), "")
    content = archive.part(name)
    declared = max(map(int, _DECLARED.findall(content[:_HEAD])), default=0)
    cells = sum(sheets.values()) // _SHORTEST_CELL
    if declared <= _MOST_DECLARED and len(content) * cells <= MAX_SHARED_TEXT:
        return  # even if all of it were one text
    sizes = [len(text) for text in _TEXT.split(content)[1:]]
    if declared > max(len(sizes), _MOST_DECLARED):
        raise UnreadableFileError(
            f"{archive.path} is damaged: it claims to hold {declared:,} texts and holds {len(sizes):,}. "
            "Open it in Excel or LibreOffice and save it again."
        )
    if max(sizes, default=0) * cells <= MAX_SHARED_TEXT:
        return
    total = sum(
        sizes[index]
        for sheet in sheets
        for index in map(int, _NUMBER.findall(archive.part(sheet)))  # also plain numbers: that errs on the safe side
        if index < len(sizes)
    )
    if total > MAX_SHARED_TEXT:
        raise too_much_text(archive.path)
