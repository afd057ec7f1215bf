"""The agenda of a workshop pack, filled in by people -> their decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.layouts.ours import filled, mark
from raci_cli.layouts.ours.filled import Filled, Key
from raci_cli.layouts.ours.frame import text
from raci_cli.layouts.texts import fold, tidy
from raci_cli.model import Grid
from raci_cli.model.decision import Decision, NamedLetters
from raci_cli.suggest import did_you_mean, quoted
from raci_cli.workbook import form as words
from raci_cli.workbook.form import DECISION, KEYS, LETTERS_OF_IT, OPTION, OTHER, WHO, WHY

_MIDNIGHT = " 00:00:00"
"""What a date ends in when it is read."""
_LETTER = re.compile(r"\((.)\)$")
"""The end of the heading of a letter: `Accountable (A)`."""


class _Agenda(NamedTuple):
    """The sheet, and what each decision on it is read by."""

    form: Filled
    roles: Mapping[str, str]
    """Folded, and as they are called."""
    options: Mapping[tuple[Key, str], NamedLetters]
    """By what the row is about, and the option's number."""
    decided_by: str
    when: str


def is_agenda(grid: Grid) -> bool:
    """Whether a sheet is ours and the agenda of a workshop."""
    return mark.kind(grid) == words.AGENDA


def read(grid: Grid, path: str) -> tuple[Decision, ...]:
    """The decisions on such a sheet; those not taken yet have no letters.

    Raises:
        UnreadableFileError: a heading is gone, an option or a role does not exist, or something stands where nothing is
            read; names the cell.
    """
    form = filled.find(grid, path, (OPTION, WHO, WHY, *KEYS, LETTERS_OF_IT), between=(OPTION, WHO))
    form.refuse_loose_texts(OPTION)
    agenda = _Agenda(
        form,
        roles={fold(role): role for role in form.choices},
        options={
            (form.key(row), form.text(row, OPTION)): _offered(form, row)
            for row in form.rows
            if form.kind(row) == OPTION
        },
        decided_by=filled.beside(grid, path, words.DECIDED_BY).text,
        when=filled.beside(grid, path, words.DATE).text.removesuffix(_MIDNIGHT),
    )
    return tuple(_decision(agenda, row) for row in form.rows if form.kind(row) == DECISION)


def _offered(form: Filled, row: int) -> NamedLetters:
    """The letters of an option, which must still say what it said when the pack was made."""
    letters = form.letters(row)
    for heading, column in form.others.items():
        roles = [role for role, held in letters if _letter(heading) in held]
        if tidy(text(form.grid, row, column)) != tidy(words.BETWEEN_ROLES.join(roles)):
            raise UnreadableFileError(
                f"{form.place(row, heading)}: this option has been changed. Put back what stood there, "
                f'choose "{OTHER}" in the yellow row below, and name the roles there.'
            )
    return letters


def _decision(agenda: _Agenda, row: int) -> Decision:
    form = agenda.form
    return form.about(row, OPTION)._replace(
        letters=_decided(agenda, row),
        decided_by=form.text(row, WHO) or agenda.decided_by,
        when=agenda.when,
        why=form.text(row, WHY),
    )


def _decided(agenda: _Agenda, row: int) -> NamedLetters:
    """The letters of a row to decide in; none while it is open."""
    form, chosen = agenda.form, agenda.form.text(row, OPTION)
    written = form.cells(row)
    if chosen.casefold() in ("", OTHER):
        if chosen and not written:
            raise UnreadableFileError(
                f'{form.place(row, OPTION)}: "{OTHER}" is chosen here, and no roles are named beside it. '
                "Name them, or leave this cell empty while it is open."
            )
        return _named(agenda, row, written)
    if written:
        raise UnreadableFileError(
            f"{form.place(row, written[0][0])}: option {chosen} is chosen in this row, and roles are named beside it: "
            f'keep one of both. Where the roles count, choose "{OTHER}".'
        )
    return _chosen(agenda, row, chosen)


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
    held: dict[str, list[str]] = {}
    for heading, said in written:
        for name in _parts(said, agenda.roles):
            if fold(name) not in agenda.roles:
                near = did_you_mean(name, list(agenda.roles.values()))
                raise UnreadableFileError(
                    f"{agenda.form.place(row, heading)}: {quoted(name)} is none of the roles here.{near} "
                    f'Several roles have "{words.BETWEEN_ROLES.strip()}" between them.'
                )
            held.setdefault(agenda.roles[fold(name)], []).append(_letter(heading))
    return tuple((role, "/".join(letters)) for role, letters in held.items())


def _parts(said: str, roles: Mapping[str, str]) -> Iterator[str]:
    """The names in a cell. Names may have commas in them, so these part names only where nothing else helps."""
    for part in re.split(r"[;\n]", said):
        names = [part] if fold(part) in roles else part.split(",")
        yield from (name.strip() for name in names if name.strip())


def _letter(heading: str) -> str:
    match = _LETTER.search(heading)
    return match[1] if match else heading
