"""The title block of a sheet of ours."""

from __future__ import annotations

from raci_cli.layouts.ours.frame import Frame, text
from raci_cli.model import Grid, Stated
from raci_cli.workbook import form


def read(grid: Grid, frame: Frame) -> tuple[dict[str, str], tuple[Stated, ...]]:
    """Title, segment, strategy, leader, date and version, and where they stand.

    Each value stands below its caption, and the title above all captions.
    """
    captions = set(form.CAPTIONS.values())
    best = max(range(frame.headings), key=lambda row: len(captions.intersection(grid.rows[row])), default=0)
    row = list(grid.rows[best]) if frame.headings else []
    places = {field: (best + 1, row.index(caption)) for field, caption in form.CAPTIONS.items() if caption in row}
    title = [column for column, said in enumerate(grid.rows[best - 1]) if said] if places and best else []
    if title and text(grid, best - 1, title[0]) != form.UNTITLED:
        places["title"] = (best - 1, title[0])
    found = {field: text(grid, *place) for field, place in places.items()}
    return found, tuple(Stated(field, row + 1, column + 1) for field, (row, column) in places.items() if found[field])
