"""The proposals of a workshop pack, accepted by people or not -> their decisions."""

from __future__ import annotations

from raci_cli.errors import UnreadableFileError
from raci_cli.layouts.ours import filled
from raci_cli.layouts.ours.filled import Filled, Key
from raci_cli.model import NOTHING, Grid
from raci_cli.model.decision import Decision
from raci_cli.suggest import quoted
from raci_cli.workbook.form import (
    ACCEPT,
    ACCEPTED,
    INSTEAD,
    KEYS,
    LETTERS_OF_IT,
    MINOR,
    NONE,
    NOT_ACCEPTED,
    PROPOSED,
    ROLE,
)

_HEADINGS = (ROLE, PROPOSED, INSTEAD, *KEYS, LETTERS_OF_IT)
_WHY = "Accepted as proposed"


def are_proposals(grid: Grid) -> bool:
    """Whether a sheet is ours and asks people to accept proposals; the one of a merged workbook only tells of them."""
    return filled.is_one(grid, MINOR, _HEADINGS) and filled.holds(grid, KEYS)


def read(grid: Grid, path: str) -> tuple[Decision, ...]:
    """A decision for each activity: with letters where people accepted all proposals, or wrote something else.

    Raises:
        UnreadableFileError: a heading is gone, or a cell holds what cannot be meant; names the cell.
    """
    form = filled.find(grid, path, _HEADINGS, between=(ROLE, PROPOSED))
    form.refuse_loose_texts(INSTEAD)
    rows: dict[Key, list[int]] = {}
    for row in form.rows:
        rows.setdefault(form.key(row), []).append(row)
    accepted = bool(rows) and _accepted(grid, path)
    return tuple(_decision(form, own, accepted=accepted) for own in rows.values())


def _accepted(grid: Grid, path: str) -> bool:
    said = filled.beside(grid, path, ACCEPT)
    if not said.place.row:
        raise UnreadableFileError(
            f'{path}:{grid.name}: the cell "{ACCEPT}" is gone. Put it back, with {ACCEPTED} or {NOT_ACCEPTED} to its '
            "right."
        )
    if said.text.casefold() not in (ACCEPTED, NOT_ACCEPTED, ""):
        raise UnreadableFileError(f"{said.place}: write {ACCEPTED} or {NOT_ACCEPTED} here, not {quoted(said.text)}.")
    return said.text.casefold() == ACCEPTED


def _decision(form: Filled, rows: list[int], *, accepted: bool) -> Decision:
    """About one activity; whoever wrote something else for one role has accepted the others beside it."""
    letters = dict(form.letters(rows[0]))
    for row in rows:
        _refuse_changed(form, row, letters.get(form.text(row, ROLE), ""))
    instead = _said_instead(form, rows)
    for row, said in instead.items():
        role = form.text(row, ROLE)
        letters[role] = "/".join(_instead(form, row, said, letters.get(role, "")))
    decision = form.about(rows[0], INSTEAD)
    if not accepted and not instead:
        return decision
    kept = tuple((role, held) for role, held in letters.items() if held)
    return decision._replace(letters=kept, why="" if instead else _WHY)


def _said_instead(form: Filled, rows: list[int]) -> dict[int, str]:
    """What people wrote, by row, one for each role."""
    found: dict[str, int] = {}
    for row in rows:
        if said := form.text(row, INSTEAD):
            first = found.setdefault(form.text(row, ROLE), row)
            if form.text(first, INSTEAD).casefold() != said.casefold():
                raise UnreadableFileError(
                    f"{form.place(row, INSTEAD)}: {form.place(first, INSTEAD).a1} says something else about the same "
                    "role on the same activity. Keep the one that counts."
                )
    return {row: form.text(row, INSTEAD) for row in found.values()}


def _refuse_changed(form: Filled, row: int, proposed: str) -> None:
    """What is proposed is accepted as it was when the pack was made; other wishes have a cell of their own."""
    expected = [letter for letter in proposed.split("/") if letter in form.choices]
    shown = [letter for letter in form.text(row, PROPOSED).split("/") if letter != NONE]
    if shown != expected:
        raise UnreadableFileError(
            f"{form.place(row, PROPOSED)}: what was proposed has been changed here. Put back "
            f"{quoted('/'.join(expected) or NONE)}, and write what you want instead under {INSTEAD}."
        )


def _instead(form: Filled, row: int, said: str, before: str) -> list[str]:
    """The letters of a role: those of its R and A that are not in question, with what people wrote."""
    meant = next((choice for choice in form.choices if choice.casefold() == said.casefold()), "")
    if not meant:
        raise UnreadableFileError(
            f"{form.place(row, INSTEAD)}: {quoted(said)} cannot stand here. Write {', '.join(form.choices)}, or leave "
            "it empty where the proposal is right."
        )
    proposed = form.text(row, PROPOSED).split("/")
    kept = [letter for letter in before.split("/") if letter and letter not in proposed]
    return kept + ([] if meant == NOTHING else [meant])
