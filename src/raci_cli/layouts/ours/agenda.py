"""The agenda of a workshop pack, filled in by people -> their decisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.layouts.ours import filled
from raci_cli.layouts.ours.filled import Filled, Key
from raci_cli.layouts.ours.frame import text
from raci_cli.layouts.ours.named import NamedRoles
from raci_cli.layouts.texts import tidy
from raci_cli.model import Grid
from raci_cli.model.decision import Decision, NamedLetters
from raci_cli.suggest import did_you_mean, quoted
from raci_cli.workbook import form as words
from raci_cli.workbook.form import DECISION, KEYS, LETTERS_OF_IT, OPTION, OTHER, WHO, WHY

_MIDNIGHT = " 00:00:00"
"""What a date ends in when it is read."""
_HEADINGS = (OPTION, WHO, WHY, *KEYS, LETTERS_OF_IT)
_LETTER = re.compile(r"\((.)\)$")
"""The end of the heading of a letter: `Accountable (A)`."""


class Signature(NamedTuple):
    """Who decides and when, as it is written once for the whole pack."""

    decided_by: str
    when: str

    def under(self, decision: Decision) -> Decision:
        """A decision with what it does not say itself; one that is not taken yet stays as it is."""
        if not decision.letters:
            return decision
        return decision._replace(decided_by=decision.decided_by or self.decided_by, when=decision.when or self.when)


NOBODY_YET = Signature("", "")


class _Agenda(NamedTuple):
    """The sheet, and what each decision on it is read by."""

    form: Filled
    roles: NamedRoles
    options: Mapping[tuple[Key, str], NamedLetters]
    """By what the row is about, and the option's number."""


def is_agenda(grid: Grid) -> bool:
    """Whether a sheet is ours and the agenda of a workshop."""
    return filled.is_one(grid, words.AGENDA, _HEADINGS)


def signature(grid: Grid, path: str) -> Signature:
    """What stands above the table of such a sheet."""
    when = filled.beside(grid, path, words.DATE).text.removesuffix(_MIDNIGHT)
    return Signature(filled.beside(grid, path, words.DECIDED_BY).text, when)


def read(grid: Grid, path: str) -> tuple[Decision, ...]:
    """The decisions on such a sheet; those not taken yet have no letters.

    Raises:
        UnreadableFileError: a heading is gone, an option or a role does not exist, or something stands where nothing is
            read; names the cell.
    """
    form = filled.find(grid, path, _HEADINGS, between=(OPTION, WHO))
    form.refuse_loose_texts(OPTION)
    agenda = _Agenda(form, NamedRoles(form.choices), _options(form))
    return tuple(_decision(agenda, row) for row in form.rows if form.kind(row) == DECISION)


def _options(form: Filled) -> dict[tuple[Key, str], NamedLetters]:
    found: dict[tuple[Key, str], NamedLetters] = {}
    items = Counter(form.key(row) for row in form.rows if form.kind(row) == words.ITEM)
    for row in form.rows:
        if form.kind(row) == OPTION:
            key, number, letters = form.key(row), form.text(row, OPTION), _offered(form, row)
            taken = found.setdefault((key, number), letters) != letters and items[key] < 2
            if taken or not number.isdecimal():
                raise UnreadableFileError(
                    f"{form.place(row, OPTION)}: {quoted(number)} stands where this option had a number of its own. "
                    "Put the number back, and choose in the yellow row below."
                )
    return found


def _offered(form: Filled, row: int) -> NamedLetters:
    """The letters of an option, which must still say what it said when the pack was made."""
    letters = form.letters(row)
    shown = {letter: heading for heading in form.others if (letter := _letter(heading))}
    if gone := {letter for _, held in letters for letter in held.split("/")}.difference(shown):
        raise UnreadableFileError(
            f"{form.path}:{form.grid.name}: no column has the heading for {min(gone)} any more, such as "
            f'"Accountable (A)". Put it back.'
        )
    for letter, heading in shown.items():
        roles = words.BETWEEN_ROLES.join(role for role, held in letters if letter in held.split("/"))
        said = text(form.grid, row, form.others[heading])
        if (tidy(said) or words.NOBODY) != (tidy(roles) or words.NOBODY):
            raise UnreadableFileError(
                f"{form.place(row, heading)}: this option has been changed. Put back what stood there, "
                f'choose "{OTHER}" in the yellow row below, and name the roles there.'
            )
    return letters


def _decision(agenda: _Agenda, row: int) -> Decision:
    form = agenda.form
    by, why = form.text(row, WHO), form.text(row, WHY)
    return form.about(row, OPTION)._replace(letters=_decided(agenda, row), decided_by=by, why=why)


def _decided(agenda: _Agenda, row: int) -> NamedLetters:
    """The letters of a row to decide in; none while it is open."""
    form, chosen, written = agenda.form, agenda.form.text(row, OPTION), _written(agenda.form, row)
    if chosen.casefold() in ("", OTHER):
        named = _named(agenda, row, written)
        if (chosen or written) and not named:
            raise UnreadableFileError(
                f'{form.place(row, OPTION)}: "{OTHER}" is chosen here, and no roles are named beside it. '
                "Name them, or leave the row empty while it is open."
            )
        return named
    if written:
        raise UnreadableFileError(
            f"{form.place(row, written[0][0])}: option {chosen} is chosen in this row, and roles are named beside it: "
            f'keep one of both. Where the roles count, choose "{OTHER}".'
        )
    return _chosen(agenda, row, chosen)


def _written(form: Filled, row: int) -> tuple[tuple[str, str], ...]:
    """What stands under the letters, and under nothing else."""
    written = form.cells(row)
    for heading, said in written:
        if not _letter(heading):
            raise UnreadableFileError(
                f"{form.place(row, heading)}: {quoted(said)} stands under {quoted(heading)}, where nothing is read. "
                f"Name roles under the letters, and keep notes under {WHY} or beside the table."
            )
    return written


def _chosen(agenda: _Agenda, row: int, chosen: str) -> NamedLetters:
    key = agenda.form.key(row)
    if (key, chosen) in agenda.options:
        return agenda.options[key, chosen]
    known = [number for own, number in agenda.options if own == key]
    raise UnreadableFileError(
        f"{agenda.form.place(row, OPTION)}: there is no option {quoted(chosen)} for {quoted(key[2])}; there are: "
        f"{', '.join([*known, OTHER])}."
    )


def _named(agenda: _Agenda, row: int, written: Sequence[tuple[str, str]]) -> NamedLetters:
    """The letters of the roles that people named."""
    held: dict[str, dict[str, None]] = {}
    for heading, said in written:
        for name in agenda.roles.names(said):
            held.setdefault(_role(agenda, row, heading, name), {})[_letter(heading)] = None
    return tuple((role, "/".join(letters)) for role, letters in held.items())


def _role(agenda: _Agenda, row: int, heading: str, name: str) -> str:
    role = agenda.roles.find(name)
    if role is None:
        near = did_you_mean(name, agenda.roles.all)
        raise UnreadableFileError(
            f"{agenda.form.place(row, heading)}: {quoted(name)} is none of the roles here.{near} "
            f'Several roles have "{words.BETWEEN_ROLES.strip()}" between them.'
        )
    return role


def _letter(heading: str) -> str:
    """The letter that a heading is about; empty for a column that people have added."""
    match = _LETTER.search(heading)
    return match[1] if match else ""
