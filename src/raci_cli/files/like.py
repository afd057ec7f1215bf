"""A merged matrix in the clothes of an existing workbook: only the cells that hold its letters are changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci_cli.compare.align import align
from raci_cli.compare.joining import Aliases
from raci_cli.errors import NoMatrixError, OutputError, UnreadableFileError, UsageError
from raci_cli.files.read import file_bytes, load, only
from raci_cli.formats import read as read_format
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import NOTHING, Activity, Location, Matrix
from raci_cli.model.comparison import Aligned, Alignment, Copy
from raci_cli.model.decision import MergeResult
from raci_cli.rules.wording import listed
from raci_cli.suggest import quoted
from raci_cli.workbook.form import VOTES
from raci_cli.workbook.like import CellText, Mark, fill_in, would_lose

_SUFFIXES = (".xlsx", ".xlsm")


class Like(NamedTuple):
    """A workbook whose look is wanted."""

    path: str
    read_as: Overrides = Overrides()
    aliases: Aliases = Aliases()
    """Of its names, too."""


def like_content(look: Like, result: MergeResult, output: str, *, force: bool = False) -> bytes:
    """An existing workbook with the letters of a merged matrix in it, and marks on the activities that are open.

    What only the workbook has, stays as it is.

    Raises:
        UsageError: the file is no .xlsx or .xlsm, its matrix is laid out another way, or it lacks activities or roles.
        OutputError: something in it would be lost, and `force` is not given; or it cannot be filled in.
    """
    path, suffix = look.path, _suffix(look.path, output)
    like = only(load(path, look.read_as), path)
    _refuse_kind(path, like)
    alignment = align([Copy("the merged matrix", result.matrix)], like, look.aliases)
    _refuse_lacking(path, alignment, result.matrix)
    data = file_bytes(path)
    lost = would_lose(data)
    if lost and not force:
        raise OutputError(f"{path} holds {listed(lost)}, which would be lost: add --force to do without them.")
    letters = list(_letters(alignment, result.matrix, like))
    marks = _marks(alignment, result, like)
    try:
        filled = fill_in(data, like.source.sheet or "", letters, marks, macros=suffix == ".xlsm")
    except Exception as error:  # openpyxl refuses what other programs write in ways that cannot be foreseen
        raise OutputError(
            f"{path} holds something that --like cannot keep ({error}). Save it anew in Excel or LibreOffice, or leave "
            "out --like."
        ) from error
    _refuse_unlike(look, like, filled, letters)
    return filled


def _suffix(path: str, output: str) -> str:
    suffix = next((each for each in _SUFFIXES if path.lower().endswith(each)), "")
    if not suffix or not output.lower().endswith(suffix):
        wanted = f"Give the output the ending {suffix}" if suffix else "Save it as .xlsx first"
        raise UsageError(f"--like keeps the look of .xlsx and .xlsm workbooks, and writes the same kind. {wanted}.")
    return suffix


def _refuse_kind(path: str, like: Matrix) -> None:
    if like.source.layout not in ("", "grid"):
        raise UsageError(
            f"--like {path}: its matrix is laid out as {quoted(like.source.layout)}; only a grid, with activities down "
            "the side and roles across the top, can be filled in."
        )
    if VOTES in like.source.beside:
        raise UsageError(
            f"--like {path}: raci merged it of copies, and its other sheets would go on telling of the votes then. "
            "Take a workbook that holds the matrix alone."
        )


def _refuse_lacking(path: str, alignment: Alignment, matrix: Matrix) -> None:
    activities = [matrix.activities[index].name for index in _only_merged(alignment.activities)]
    roles = [matrix.roles[index].label for index in _only_merged(alignment.roles)]
    named = (("activity", "activities", activities), ("role", "roles", roles))
    lacks = [
        f"the {many if len(names) > 1 else one} {listed([quoted(name) for name in names])}"
        for one, many, names in named
        if names
    ]
    if lacks:
        raise UsageError(f"{path} lacks {' and '.join(lacks)}. Add what is missing there, or leave out --like.")


def _only_merged(items: Sequence[Aligned]) -> list[int]:
    return [index for item in items for index in item.indexes if index is not None and item.base is None]


def _letters(alignment: Alignment, matrix: Matrix, like: Matrix) -> Iterator[CellText]:
    """What the cells that both have are to hold; where a cell is not empty, it is known which one it is."""
    roles = [(role.indexes[0], role.base) for role in alignment.roles]
    for aligned in alignment.activities:
        index, base = aligned.indexes[0], aligned.base
        if index is None or base is None:
            continue
        wanted, found = _held(matrix.activities[index]), _held(like.activities[base])
        places = {role: place for role, place, _ in _cells(like.activities[base])}
        for role, own in roles:
            if role is not None and own is not None:
                letters = wanted.get(role, "")
                place = places.get(own, (like.activities[base].row, like.roles[own].column))
                text = letters if letters == NOTHING else "/".join(letters)
                yield CellText(*place, text, letters == found.get(own, ""))


def _cells(activity: Activity) -> Iterator[tuple[int, tuple[int, int], str]]:
    """The cells of an activity that hold anything: role, row and column, letters."""
    for role, letters, row, column in map(activity.at, activity.assignments):
        yield role, (row, column), letters


def _held(activity: Activity) -> dict[int, str]:
    return {cell.role: cell.letters for cell in activity.assignments}


def _marks(alignment: Alignment, result: MergeResult, like: Matrix) -> Iterator[Mark]:
    """The activities that are open, each with what is open about it."""
    columns = tuple(sorted(like.roles[role.base].column for role in alignment.roles if role.base is not None))
    rows = {each.indexes[0]: like.activities[each.base].row for each in alignment.activities if each.base is not None}
    return (Mark(rows[each.row], columns, f"Open: {each.explanation}") for each in result.conflicts)


def _refuse_unlike(look: Like, like: Matrix, filled: bytes, letters: Sequence[CellText]) -> None:
    """What is written must be read as what is meant; that no workbook can promise as ours do."""
    if not any(each.text for each in letters):
        return  # a sheet without letters may be no matrix to anybody
    found = _read_again(look, like, filled)
    for row, column, text, _ in letters:
        read = "/".join(found.get((row, column), ""))
        if read != text:
            place = Location(look.path, like.source.sheet, row, column)
            raise OutputError(
                f"{place}: filled in with {quoted(text)}, this would be read as {quoted(read)}. Nothing was written. "
                "Roles over several columns, and names that are formulas, cannot be filled in: leave out --like."
            )


def _read_again(look: Like, like: Matrix, filled: bytes) -> dict[tuple[int, int], str]:
    """What a filled-in workbook is read as: by row and column, letters."""
    from raci_cli.layouts.recognise import recognise  # noqa: PLC0415 - 10 ms, for --like only

    grids = read_format(filled, look.path)
    try:
        matrices = recognise(grids, look.path, look.read_as) if isinstance(grids, tuple) else ()
    except (NoMatrixError, UnreadableFileError):
        matrices = ()
    activities = [each for matrix in matrices if matrix.source.sheet == like.source.sheet for each in matrix.activities]
    return {place: letters for activity in activities for _, place, letters in _cells(activity)}
