"""Scores every sheet and every candidate table by its structure, and makes matrices of those that are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from raci_cli.errors import NoMatrixError, UnreadableFileError, UsageError
from raci_cli.layouts import (
    blank,
    build,
    cards,
    crosses,
    grid,
    legend,
    long,
    names,
    ours,
    outside,
    plausible,
    refusal,
    schemes,
    signed,
    stack,
    transposed,
    written,
)
from raci_cli.layouts.draft import Draft
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.legend import Legend
from raci_cli.layouts.letters import Alphabet
from raci_cli.layouts.ours import mark
from raci_cli.layouts.overrides import Overrides
from raci_cli.layouts.page import Page, page
from raci_cli.layouts.sheet import Sheet, prepare
from raci_cli.layouts.texts import fold, starts_like, tidy, words
from raci_cli.layouts.vocabulary import ANSWERS_FOR_IT, DOES_THE_WORK, GENERIC_TITLES, NOTHING_MARKS
from raci_cli.model import Grid, Location, Matrix, Scheme
from raci_cli.model.schemes import SCHEMES
from raci_cli.suggest import did_you_mean, quoted

_USUAL_LETTERS = "RACISDVOP"
_LONGEST_SAID = 100
"""Characters of a title."""
_SHORTEST_WORD, _LONGEST_WORDS = 5, 40
"""Characters of cells that may hold words instead of letters."""


class _Workbook(NamedTuple):
    """What is known about all sheets together."""

    path: str
    sheets: tuple[Sheet, ...]
    alphabet: Alphabet
    legend: Legend
    overrides: Overrides

    @property
    def speaks_of_raci(self) -> bool:
        """Whether the file's name, a sheet's name or a title says what the letters are."""
        name = self.path.replace("\\", "/").rsplit("/", 1)[-1]
        spoken = bool(self.legend.letters) or starts_like(name, GENERIC_TITLES)
        return spoken or any(map(_speaks_of_raci, self.sheets))


def recognise(grids: Sequence[Grid], path: str, overrides: Overrides = Overrides()) -> tuple[Matrix, ...]:  # noqa: B008 - frozen
    """The responsibility matrices of a file, in its order.

    Raises NoMatrixError with what was seen when there is none, UsageError for a sheet or layout that does not exist,
    UnreadableFileError when cells of the matrix hold formulas that were saved without their results.
    """
    chosen = _chosen(grids, path, overrides)
    exact = [each for each in chosen if not overrides.by_hand and ours.is_matrix(each)]
    known = [ours.read(each, grids, path, _asked(overrides)) for each in exact]
    workbook = _look_at([each for each in chosen if each not in exact], path, overrides)
    carded, others = _cards(workbook)
    tables = [_drafts(workbook, sheet) for sheet in others]
    if _is_text_file(grids):
        tables = [[draft for drafts in tables for draft in drafts]]
    found = [draft for drafts in (carded, *tables) for draft in _stacked(workbook, drafts)] or _unusual(workbook)
    if len(found) > 1:
        found = [each for each in found if not _is_outdone(workbook, each)] or found
    if not found and not known and workbook.speaks_of_raci:
        found = [draft for sheet in workbook.sheets for draft in _open(workbook, sheet)]
    matrices = [_build(workbook, draft) for draft in outside.told(workbook.sheets, found)]
    if not known:
        _refuse_uncalculated(workbook, matrices)
    if not matrices and not known:
        raise NoMatrixError(refusal.nothing_found(path, workbook.sheets, grids))
    return (*known, *matrices)


def _chosen(grids: Sequence[Grid], path: str, overrides: Overrides) -> list[Grid]:
    """The sheets to look at: all but ours that are no matrix, or the one asked for."""
    if not overrides.sheet:
        return [each for each in grids if not is_ours(each)]
    for each in grids:
        if each.name is not None and fold(each.name) == fold(overrides.sheet):
            return [each]
    known = ", ".join(quoted(each.name) for each in grids if each.name) or "none; it is a single table"
    meant = did_you_mean(overrides.sheet, [each.name for each in grids if each.name])
    raise UsageError(f"{path} has no sheet {quoted(overrides.sheet)}.{meant} Its sheets: {known}.")


def is_ours(each: Grid) -> bool:
    """Whether this is a sheet of ours beside a matrix: a legend, a summary, votes."""
    return bool(mark.kind(each))


def _is_text_file(grids: Sequence[Grid]) -> bool:
    """Tables in a text follow one another like blocks on a sheet."""
    return all(each.is_text for each in grids)


def _look_at(grids: Sequence[Grid], path: str, overrides: Overrides) -> _Workbook:
    pages = [page(grid) for grid in grids]
    found = [legend.runs(each) for each in pages]
    known = legend.find(pages, found)
    own = "".join(scheme.alphabet for scheme in overrides.schemes)
    letters = "".join(dict.fromkeys(_USUAL_LETTERS + known.letters + own))
    alphabet = _alphabet(letters, _words(pages, known))
    sheets = tuple(prepare(each, alphabet, runs) for each, runs in zip(pages, found, strict=True))
    return _Workbook(path, sheets, alphabet, known, overrides)


@lru_cache(maxsize=8)
def _alphabet(letters: str, words_for: tuple[tuple[str, str], ...]) -> Alphabet:
    """One and the same for all workbooks that agree, so that what was worked out with it is found again at once."""
    return Alphabet(letters, words_for, NOTHING_MARKS if "N" in letters else NOTHING_MARKS | {"n"})


def _words(pages: Sequence[Page], known: Legend) -> tuple[tuple[str, str], ...]:
    """Words that stand for letters here: the legend's, and the one for answering where another does the work."""
    found = {fold(meaning): letter for letter, meaning in known.meanings if " " not in meaning}
    short = [text for each in pages for text in each.texts if _SHORTEST_WORD < len(text) < _LONGEST_WORDS]
    if DOES_THE_WORK.in_any(short):
        found |= {word: "A" for text in short for word in words(text) if ANSWERS_FOR_IT[word]}
    return tuple(sorted(found.items()))


def _cards(workbook: _Workbook) -> tuple[list[Draft], list[Sheet]]:
    """The matrices that small tables make together, and the sheets that hold none of these."""
    if workbook.overrides.by_hand:
        return [], list(workbook.sheets)
    is_text = _is_text_file([sheet.grid for sheet in workbook.sheets])
    parts = [workbook.sheets] if is_text else [(sheet,) for sheet in workbook.sheets]
    found = [cards.propose(part, workbook.alphabet) for part in parts]
    return [draft for drafts, _ in found for draft in drafts], [sheet for _, others in found for sheet in others]


def _drafts(workbook: _Workbook, sheet: Sheet) -> list[Draft]:
    """The tables of one sheet in the layout that fits it best."""
    wanted = workbook.overrides.layout
    if not wanted and sheet.grid.is_text and (found := written.propose(sheet)):
        return found
    if wanted in ("", "long") and (found := long.propose(sheet, workbook.overrides)):
        return found
    by_names = names.propose(sheet, workbook.alphabet, workbook.overrides) if wanted in ("", "names") else []
    found = grid.propose(sheet, workbook.overrides) if wanted in ("", "grid", "transposed") else []
    return by_names if _score(by_names) > _score(found) else found


def _unusual(workbook: _Workbook) -> list[Draft]:
    """The matrices in layouts that are looked for only where there is none in a usual one."""
    if workbook.overrides.layout not in ("", "names"):
        return []
    found: list[Draft] = []
    certain = workbook.speaks_of_raci
    for sheet in workbook.sheets:
        by_names = signed.propose(sheet, workbook.alphabet, workbook.overrides, certain=certain)
        found += _stacked(workbook, by_names or crosses.propose(sheet, workbook.alphabet))
    return found


def _score(drafts: Sequence[Draft]) -> int:
    return sum(draft.score for draft in drafts)


def _stacked(workbook: _Workbook, drafts: Sequence[Draft]) -> list[Draft]:
    """The matrices among the tables of a sheet, turned the right way round."""
    found = stack.stacked(drafts, lambda draft: _is_plausible(workbook, draft))
    return [transposed.turn(draft) if _is_turned(draft, workbook.overrides.layout) else draft for draft in found]


def _is_turned(draft: Draft, wanted: str) -> bool:
    if wanted or draft.certain:
        return wanted == "transposed"
    if draft.layout == "names":
        return transposed.holds_deliverables(draft)
    return draft.layout == "grid" and transposed.is_turned(draft)


def _is_plausible(workbook: _Workbook, draft: Draft) -> bool:
    """Whether the letters look like responsibilities; what was asked for, or is certain, needs only to have any."""
    readings = plausible.readings(draft, workbook.alphabet)
    if workbook.overrides.layout or workbook.overrides.header_row or draft.certain:
        return draft.certain or plausible.used_letters(readings).total() > 0
    if not workbook.speaks_of_raci and plausible.is_doubtful(draft, readings, workbook.alphabet):
        return False
    scheme, _ = _scheme_by_sheet(workbook, draft, plausible.used_letters(readings))
    return plausible.are_responsibilities(draft, readings, workbook.alphabet, scheme)


def _is_outdone(workbook: _Workbook, draft: Draft) -> bool:
    """Whether a table may well be something else, and its sheet does not say otherwise: the matrix beside it counts."""
    readings = plausible.readings(draft, workbook.alphabet)
    if plausible.are_rights(readings):
        return True
    own = next((sheet for sheet in workbook.sheets if sheet.grid.name == draft.sheet), None)
    if own is None or own.grid.is_text or draft.certain or workbook.overrides.by_hand:
        return False
    return not _speaks_of_raci(own) and plausible.is_doubtful(draft, readings, workbook.alphabet)


def _speaks_of_raci(sheet: Sheet) -> bool:
    """Whether a sheet's name, the heading above it or a title on it says what its letters are."""
    texts = [sheet.grid.name or "", sheet.grid.heading]
    texts += [tidy(text) for row in sheet.rows[:8] for text in row[:12] if len(text) < _LONGEST_SAID]
    return any(starts_like(text, GENERIC_TITLES) for text in texts)


def _build(workbook: _Workbook, draft: Draft) -> Matrix:
    scheme, why = _scheme(workbook, draft, plausible.used_letters(plausible.readings(draft, workbook.alphabet)))
    said = [f"Layout {draft.layout}."] if draft.sheet is None else [f"Sheet {draft.sheet!r}, layout {draft.layout}."]
    said += [*draft.explanation, f"Scheme {scheme.name}: {why}"]
    said += [note for sheet in workbook.sheets if sheet.grid.name == draft.sheet for note in sheet.grid.notes]
    said += [_passed_over(sheet) for sheet in workbook.sheets if sheet.grid.name != draft.sheet]
    return build.matrix(draft, scheme, workbook.alphabet, workbook.path, said)


def _scheme(workbook: _Workbook, draft: Draft, used: Counter[str]) -> tuple[Scheme, str]:
    asked = _asked(workbook.overrides)
    if asked:
        return asked, "asked for."
    return _scheme_by_sheet(workbook, draft, used)


def _scheme_by_sheet(workbook: _Workbook, draft: Draft, used: Counter[str]) -> tuple[Scheme, str]:
    return schemes.choose(used, workbook.legend, workbook.overrides.schemes, draft.corner, certain=draft.certain)


def _asked(overrides: Overrides) -> Scheme | None:
    """The scheme that was asked for by name, if any."""
    if not overrides.scheme:
        return None
    known = {scheme.name: scheme for scheme in (*SCHEMES.values(), *overrides.schemes)}
    if overrides.scheme not in known:
        meant = did_you_mean(overrides.scheme, known)
        raise UsageError(f"There is no scheme {quoted(overrides.scheme)}.{meant} Known schemes: {', '.join(known)}.")
    return known[overrides.scheme]


def _passed_over(sheet: Sheet) -> str:
    """Why another sheet of the file is not this matrix."""
    letters = sum(row.count(Kind.LETTER) for row in sheet.kinds)
    return f"Sheet {sheet.grid.name!r} was looked at, too: {letters or 'no'} cells with letters."


def _open(workbook: _Workbook, sheet: Sheet) -> list[Draft]:
    """A matrix that is hardly filled in yet, with columns for letters or for names."""
    by_names = names.propose(sheet, workbook.alphabet, workbook.overrides)
    return by_names or blank.propose(sheet, workbook.overrides)


def _refuse_uncalculated(workbook: _Workbook, matrices: Sequence[Matrix]) -> None:
    """Formulas without results inside the matrix, or anywhere when no matrix was found, hide what it says."""
    for sheet in workbook.sheets:
        own = [matrix for matrix in matrices if matrix.source.sheet == sheet.grid.name]
        cells = [cell for cell in sheet.grid.uncalculated if not matrices or any(_inside(m, cell) for m in own)]
        if cells:
            row, column = cells[0]
            place = Location(workbook.path, sheet.grid.name, row + 1, column + 1)
            more = (
                f" and {len(cells) - 1} more {'cell' if len(cells) == 2 else 'cells'} hold formulas that were"
                if len(cells) > 1
                else " holds a formula that was"
            )
            raise UnreadableFileError(
                f"{place}{more} saved without results. Open the workbook in Excel or LibreOffice, "
                "save it once, and try again."
            )


def _inside(matrix: Matrix, cell: tuple[int, int]) -> bool:
    """Whether a zero-based cell lies between the first heading and the last letter of a matrix."""
    rows = [role.row for role in matrix.roles] + [activity.row for activity in matrix.activities]
    columns = [role.column for role in matrix.roles] + [activity.column for activity in matrix.activities]
    return min(rows) <= cell[0] + 1 <= max(rows) and min(columns) <= cell[1] + 1 <= max(columns)
