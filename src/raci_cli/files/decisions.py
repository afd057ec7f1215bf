"""A file with decisions -> what was decided, whichever of our forms people filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from raci_cli.errors import UnreadableFileError
from raci_cli.files.read import file_bytes
from raci_cli.formats import read as read_format
from raci_cli.layouts.ours import agenda, conflicts, proposals
from raci_cli.model import Grid
from raci_cli.model.decision import Decision

_TEXTS = (".yaml", ".yml", ".json")

_SHEETS: Sequence[tuple[Callable[[Grid], bool], Callable[[Grid, str], tuple[Decision, ...]]]] = (
    (conflicts.is_conflicts, conflicts.read),
    (agenda.is_agenda, agenda.read),
    (proposals.are_proposals, proposals.read),
)
"""Each kind of sheet that decisions are written on: how it is known, and what reads it."""


def load_decisions(path: str) -> tuple[Decision, ...]:
    """The decisions in a YAML file, or on the sheets of a workbook of ours; those without letters are not taken yet.

    Raises:
        UnreadableFileError: the file cannot be read or holds no decisions; the message names the line or cell.
    """
    data = file_bytes(path)
    if path.lower().endswith(_TEXTS):
        from raci_cli.formats.document.decisions import read  # noqa: PLC0415 - yaml and pydantic, 60 ms

        return read(data, path)
    content = read_format(data, path)
    grids = content if isinstance(content, tuple) else ()
    found = [decisions for grid in grids if (decisions := _read_sheet(grid, path)) is not None]
    if not found:
        raise UnreadableFileError(
            f"{path} holds no decisions: raci reads them from a YAML file, from the sheet Conflicts of a merged "
            "workbook, and from a workshop pack."
        )
    signature = next((agenda.signature(grid, path) for grid in grids if agenda.is_agenda(grid)), agenda.NOBODY_YET)
    return tuple(signature.under(decision) for decisions in found for decision in decisions)


def _read_sheet(grid: Grid, path: str) -> tuple[Decision, ...] | None:
    """The decisions on a sheet; None where it is of no kind that holds any."""
    return next((read(grid, path) for is_one, read in _SHEETS if is_one(grid)), None)
