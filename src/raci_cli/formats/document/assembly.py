"""A document of ours -> Matrix: names become indexes, lines become rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.document.outline import Block, Items
from raci_cli.formats.document.schema import ActivityForm, MatrixForm, RoleForm, SchemeForm
from raci_cli.formats.document.validation import checked
from raci_cli.model import NOTHING, Activity, Assignment, Matrix, Phase, Role, Scheme, Section, Source, Stated
from raci_cli.model.schemes import RACI, SCHEMES
from raci_cli.suggest import did_you_mean, quoted

_BETWEEN_LETTERS = re.compile(r"[\s/,+&]+")
_NO_LETTERS = "/,+&" + NOTHING

Form = TypeVar("Form")


class _Spot(NamedTuple):
    """A list of activities: those of a phase, of a section, or of no phase at all."""

    phase: str
    section: str
    line: int
    """Where the phase or section stands."""
    forms: Sequence[ActivityForm]
    items: Items
    """The same activities with their lines."""


def assembled(root: Block, path: str) -> Matrix:
    """The matrix of a document.

    Raises:
        UnreadableFileError: the document does not fit the form, or contradicts itself.
    """
    form = checked(root, path)
    scheme = _scheme(form.scheme, root, path)
    roles = _roles(form.roles, _items(root, "roles"), path)
    cells = _Cells(roles, scheme, path)
    spots = list(_spots(form, root))
    return Matrix(
        roles=roles,
        activities=tuple(activity for spot in spots for activity in _activities(spot, cells)),
        scheme=scheme,
        phases=_phases(spots),
        title=form.title or "",
        segment=form.segment or "",
        strategy=form.strategy or "",
        leader=form.leader or "",
        date=form.date or "",
        version=form.version or "",
        source=Source(path=path, stated=tuple(Stated(key, line, 0) for key, line in root.lines.items())),
    )


def _items(block: Block, key: str) -> Items:
    value = block.get(key)
    return value if isinstance(value, Items) else Items()


def _walk(forms: Sequence[Form] | None, items: Items) -> Iterator[tuple[Form, Block, int]]:
    """Each form with what it was made from and the line of that."""
    for form, block, line in zip(forms or (), items, items.lines, strict=True):
        if isinstance(block, Block):  # it is: the form was made from it
            yield form, block, line


def _spots(form: MatrixForm, root: Block) -> Iterator[_Spot]:
    yield _Spot("", "", 0, form.activities or (), _items(root, "activities"))
    for phase, block, line in _walk(form.phases, _items(root, "phases")):
        yield _Spot(phase.name, "", line, phase.activities or (), _items(block, "activities"))
        for section, inner, inner_line in _walk(phase.sections, _items(block, "sections")):
            yield _Spot(phase.name, section.name, inner_line, section.activities or (), _items(inner, "activities"))


def _phases(spots: Sequence[_Spot]) -> tuple[Phase, ...]:
    """Each phase once, where it first stands; a nameless one only holds activities together."""
    lines: dict[str, int] = {}
    sections: dict[str, dict[str, Section]] = {}
    for spot in spots:
        if spot.phase or spot.section:
            lines.setdefault(spot.phase, spot.line)
            sections.setdefault(spot.phase, {})
        if spot.section:
            sections[spot.phase].setdefault(spot.section, Section(spot.section, spot.line))
    return tuple(Phase(name, tuple(sections[name].values()), line) for name, line in lines.items())


def _activities(spot: _Spot, cells: _Cells) -> Iterator[Activity]:
    for form, block, line in _walk(spot.forms, spot.items):
        yield Activity(
            name=form.name,
            assignments=cells.of(block.get("letters")),
            phase=spot.phase,
            section=spot.section,
            id=form.id or "",
            description=form.description or "",
            due=form.due or "",
            moment_of_truth=form.moment_of_truth or "",
            four_eyes=bool(form.four_eyes),
            system=form.system or "",
            automated=bool(form.automated),
            row=line,
        )


def _roles(forms: Sequence[RoleForm], items: Items, path: str) -> tuple[Role, ...]:
    roles: dict[str, Role] = {}
    for form, _, line in _walk(forms, items):
        role = Role(form.name, form.group or "", bool(form.automated), form.key or "", row=line)
        if role.label in roles:
            first = roles[role.label].row
            raise UnreadableFileError(
                f"{path}:{line}: a second role is called {quoted(role.label)} (the first in line {first}). "
                "Rename one, or give each a `key` that tells them apart."
            )
        roles[role.label] = role
    return tuple(roles.values())


def _scheme(form: str | SchemeForm | None, root: Block, path: str) -> Scheme:
    """A known scheme by its name, or one that is written out."""
    if not form:
        return RACI
    line = root.lines["scheme"]
    if isinstance(form, str):
        name = form.strip().casefold()
        if name not in SCHEMES:
            raise UnreadableFileError(
                f"{path}:{line}: {quoted(form)} is no scheme that raci knows.{did_you_mean(name, SCHEMES)} "
                f"Known are {', '.join(SCHEMES)}; or give a name and the letters with their meanings."
            )
        return SCHEMES[name]
    return _own_scheme(form, f"{path}:{line}")


def _own_scheme(form: SchemeForm, place: str) -> Scheme:
    parts = {
        "responsible": form.responsible or "",
        "accountable": form.accountable or "",
        "consulted": form.consulted or "",
        "informed": form.informed or "",
    }
    for letter in form.letters:
        if len(letter) != 1 or letter.isspace() or letter in _NO_LETTERS:
            raise UnreadableFileError(
                f"{place}: {quoted(letter)} cannot be a letter of a scheme: use one single letter."
            )
    for part, letter in parts.items():
        if letter and letter not in form.letters:
            raise UnreadableFileError(f"{place}: {part}: {quoted(letter)} is none of the scheme's letters.")
    letters = tuple((letter, meaning or "") for letter, meaning in form.letters.items())
    return Scheme(form.name, letters, **parts, note=form.note or "")


class _Cells:
    """Reads the letters of activities; equal texts are understood once."""

    def __init__(self, roles: Sequence[Role], scheme: Scheme, path: str) -> None:
        self._index = {role.label: index for index, role in enumerate(roles)}
        self._scheme = scheme
        self._path = path
        self._understood: dict[object, str | None] = {}

    def of(self, letters: object) -> tuple[Assignment, ...]:
        """The assignments of one activity, ordered by role; blank cells give none."""
        if not isinstance(letters, Block):
            return ()
        found = (self._assignment(label, text, letters.lines[label]) for label, text in letters.items())
        return tuple(sorted(assignment for assignment in found if assignment.letters))

    def _assignment(self, label: str, text: object, line: int) -> Assignment:
        if label not in self._index:
            raise UnreadableFileError(
                f"{self._path}:{line}: {quoted(label)} is no role of this matrix.{did_you_mean(label, self._index)} "
                "The roles are those listed under `roles`, by their key where they have one."
            )
        if text not in self._understood:
            self._understood[text] = self._letters(str(text or ""))
        read = self._understood[text]
        if read is None:
            letters, scheme = ", ".join(self._scheme.alphabet), quoted(self._scheme.name)
            raise UnreadableFileError(
                f"{self._path}:{line}: {quoted(str(text))} for {quoted(label)} holds a letter that the scheme {scheme} "
                f"does not have: {letters}, or `-` for a role that has no part."
            )
        return Assignment(self._index[label], read, line)

    def _letters(self, text: str) -> str | None:
        """In the scheme's order; None for a letter it does not have."""
        letters = _BETWEEN_LETTERS.sub("", text)
        if letters == NOTHING:
            return NOTHING
        for spelling in (letters, letters.upper()):
            if set(spelling) <= set(self._scheme.alphabet):
                return self._scheme.ordered(spelling)
        return None
