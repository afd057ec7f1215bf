"""What people are told about a file in which no matrix was found."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.ours import mark
from raci_cli.layouts.sheet import Sheet
from raci_cli.model import Grid
from raci_cli.workbook.form import AGENDA

_FEW_MARKS = 3


def nothing_found(path: str, sheets: Sequence[Sheet], grids: Sequence[Grid]) -> str:
    """What was seen on the sheets that were looked at, of all the grids of a file, and the way out."""
    ours = list(filter(None, map(mark.kind, grids)))
    if ours and not sheets:
        return f"{path} holds no matrix: {_ours(ours, path)}"
    marks = sum(row.count(Kind.MARK) for sheet in sheets for row in sheet.kinds)
    letters = sum(row.count(Kind.LETTER) for sheet in sheets for row in sheet.kinds)
    if marks > _FEW_MARKS and marks > letters:
        seen = f"{marks} cells hold crosses or check marks, which do not say who is R, A, C or I"
    elif letters:
        hold = "cell holds a letter" if letters == 1 else "cells hold letters"
        seen = f"{letters} {hold}, but not under headings like those of a matrix"
    else:
        seen = "no cell holds letters such as R, A, C or I"
    named = [repr(sheet.grid.name) for sheet in sheets if sheet.grid.name][:8]
    where = f" Looked at: {', '.join(named)}." if named else ""
    return (
        f"{path} holds no responsibility matrix: {seen}.{where} "
        "If it does, say where: --sheet, --layout, --header-row, --activity-column."
    )


def _ours(kinds: Sequence[str], path: str) -> str:
    """What a workbook of ours without a matrix is for."""
    if AGENDA in kinds:
        return f"it is a workshop pack. Fill it in, and merge the leaders' copies with `--decisions {path}`."
    return f"it is a workbook of ours with {', '.join(kinds)}."
