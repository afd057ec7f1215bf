"""A matrix in the clothes of an existing workbook: only the letters in its cells are changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.compare.align import align
from raci_cli.errors import OutputError, UsageError
from raci_cli.files.read import file_bytes, load, only
from raci_cli.model import NOTHING, Activity, Matrix
from raci_cli.model.comparison import Aligned, Alignment, Copy
from raci_cli.rules.wording import listed
from raci_cli.suggest import quoted
from raci_cli.workbook.like import Letters, fill_in, would_lose

_SUFFIXES = (".xlsx", ".xlsm")


def like_content(path: str, matrix: Matrix, output: str, *, force: bool = False) -> bytes:
    """An existing workbook with the letters of a matrix in it. What only the workbook has, stays as it is.

    Raises:
        UsageError: the file is no .xlsx or .xlsm, its matrix is laid out another way, or it lacks activities or roles.
        OutputError: something in it would be lost, and `force` is not given.
    """
    suffix = next((each for each in _SUFFIXES if path.lower().endswith(each)), "")
    if not suffix or not output.lower().endswith(suffix):
        wanted = f"Give the output the ending {suffix}" if suffix else "Save it as .xlsx first"
        raise UsageError(f"--like keeps the look of .xlsx and .xlsm workbooks, and writes the same kind. {wanted}.")
    like = only(load(path), path)
    if like.source.layout not in ("", "grid"):
        raise UsageError(
            f"--like {path}: its matrix is laid out as {quoted(like.source.layout)}; only a grid, with activities down "
            "the side and roles across the top, can be filled in."
        )
    alignment = align([Copy("the merged matrix", matrix)], base=like)
    _refuse_lacking(path, alignment, matrix)
    data = file_bytes(path)
    lost = would_lose(data)
    if lost and not force:
        raise OutputError(f"{path} holds {listed(lost)}, which would be lost: add --force to do without them.")
    cells = _cells(alignment, matrix, like)
    try:
        return fill_in(data, like.source.sheet or "", cells, macros=suffix == ".xlsm")
    except Exception as error:  # openpyxl refuses what other programs write in ways that cannot be foreseen
        raise OutputError(
            f"{path} holds something that --like cannot keep ({error}). Save it anew in Excel or LibreOffice, or leave "
            "out --like."
        ) from error


def _refuse_lacking(path: str, alignment: Alignment, matrix: Matrix) -> None:
    activities = [matrix.activities[index].name for index in _only_merged(alignment.activities)]
    roles = [matrix.roles[index].label for index in _only_merged(alignment.roles)]
    named = (("activities", activities), ("roles", roles))
    lacks = [f"the {kind} {listed([quoted(name) for name in names])}" for kind, names in named if names]
    if lacks:
        raise UsageError(f"{path} lacks {' and '.join(lacks)}. Add them there, or leave out --like.")


def _only_merged(items: Sequence[Aligned]) -> list[int]:
    return [index for item in items for index in item.indexes if index is not None and item.base is None]


def _cells(alignment: Alignment, matrix: Matrix, like: Matrix) -> Iterator[Letters]:
    """The cells that say something else than the matrix does."""
    roles = [(role.indexes[0], role.base) for role in alignment.roles]
    for aligned in alignment.activities:
        index, base = aligned.indexes[0], aligned.base
        if index is None or base is None:
            continue
        wanted, found = _held(matrix.activities[index]), _held(like.activities[base])
        for role, own in roles:
            if role is None or own is None or wanted.get(role, "") == found.get(own, ""):
                continue
            letters = wanted.get(role, "")
            text = letters if letters == NOTHING else "/".join(letters)
            yield Letters(like.activities[base].row, like.roles[own].column, text)


def _held(activity: Activity) -> dict[int, str]:
    return {cell.role: cell.letters for cell in activity.assignments}
