"""A document of ours -> Matrix: names become indexes, lines become rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.document.outline import Block, Items
from raci_cli.formats.document.shape import MATRIX, Shape, flag, text
from raci_cli.model import NOTHING, Activity, Assignment, Matrix, Phase, Role, Scheme, Section, Source, Stated
from raci_cli.model.schemes import RACI, SCHEMES
from raci_cli.suggest import did_you_mean, quoted

_BETWEEN_LETTERS = re.compile(r"[\s/,+&]+")
_NO_LETTERS = "/,+&" + NOTHING


class Spot(NamedTuple):
    """A list of activities: those of a phase, of a section, or of no phase at all."""

    phase: str
    section: str
    line: int
    """Where the phase or section stands."""
    block: Block
    """What its `activities` stand in."""


def assembled(root: Block, path: str) -> Matrix:
    """The matrix of a document.

    Raises:
        UnreadableFileError: the document does not fit the form, or contradicts itself.
    """
    check_shape(root, path, MATRIX)
    scheme = scheme_of(root, path)
    roles = roles_of(root, path)
    cells = _Cells(roles, scheme, path)
    spots = list(spots_of(root))
    return Matrix(
        roles=roles,
        activities=tuple(activity for spot in spots for activity in _activities(spot, cells)),
        scheme=scheme,
        phases=phases_of(spots),
        title=text(root, "title"),
        segment=text(root, "segment"),
        strategy=text(root, "strategy"),
        leader=text(root, "leader"),
        date=text(root, "date"),
        version=text(root, "version"),
        source=Source(path=path, stated=tuple(Stated(key, line, 0) for key, line in root.lines.items())),
    )


def check_shape(root: Block, path: str, shape: Shape) -> None:
    """Nothing where the document has the shape.

    Raises:
        UnreadableFileError: it has not; the message tells the first fault and how many more there are.
    """
    if shape(root):
        return
    from raci_cli.formats.document.schema import MatrixForm  # noqa: PLC0415 - brings in pydantic, which takes 130 ms
    from raci_cli.formats.document.template_schema import TemplateForm  # noqa: PLC0415 - the same
    from raci_cli.formats.document.validation import check  # noqa: PLC0415 - the same

    check(root, path, MatrixForm if shape is MATRIX else TemplateForm)


def blocks(block: Block, key: str) -> Iterator[tuple[Block, int]]:
    """The mappings in the list under a key, with the line of each."""
    items = items_of(block, key)
    for item, line in zip(items, items.lines, strict=True):
        if isinstance(item, Block):  # it is: the shape was checked
            yield item, line


def items_of(block: Block, key: str) -> Items:
    """The list under a key with the lines of its items; an empty one where there is none."""
    value = block.get(key)
    return value if isinstance(value, Items) else Items()


def spots_of(root: Block) -> Iterator[Spot]:
    """Every place where a document lists activities, in order."""
    yield Spot("", "", 0, root)
    for phase, line in blocks(root, "phases"):
        yield Spot(text(phase, "name"), "", line, phase)
        for section, inner in blocks(phase, "sections"):
            yield Spot(text(phase, "name"), text(section, "name"), inner, section)


def phases_of(spots: Sequence[Spot]) -> tuple[Phase, ...]:
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


def _activities(spot: Spot, cells: _Cells) -> Iterator[Activity]:
    for block, line in blocks(spot.block, "activities"):
        yield activity_of(block, spot, line, cells.of(block.get("letters")))


def activity_of(block: Block, spot: Spot, line: int, assignments: tuple[Assignment, ...] = ()) -> Activity:
    """An activity in its place."""
    return Activity(
        name=text(block, "name"),
        assignments=assignments,
        phase=spot.phase,
        section=spot.section,
        id=text(block, "id"),
        description=text(block, "description"),
        due=text(block, "due"),
        moment_of_truth=text(block, "moment_of_truth"),
        four_eyes=flag(block, "four_eyes"),
        system=text(block, "system"),
        automated=flag(block, "automated"),
        row=line,
    )


def roles_of(root: Block, path: str) -> tuple[Role, ...]:
    """The roles of a document, each label once.

    Raises:
        UnreadableFileError: two roles have the same label.
    """
    roles: dict[str, Role] = {}
    for block, line in blocks(root, "roles"):
        role = Role(text(block, "name"), text(block, "group"), flag(block, "automated"), text(block, "key"), row=line)
        if role.label in roles:
            first = roles[role.label].row
            raise UnreadableFileError(
                f"{path}:{line}: a second role is called {quoted(role.label)} (the first in line {first}). "
                "Rename one, or give each a `key` that tells them apart."
            )
        roles[role.label] = role
    return tuple(roles.values())


def scheme_of(root: Block, path: str) -> Scheme:
    """A known scheme by its name, or one that is written out; RACI where a document names none.

    Raises:
        UnreadableFileError: there is no such scheme, or its letters contradict each other.
    """
    given = root.get("scheme")
    if not given:
        return RACI
    place = f"{path}:{root.lines['scheme']}"
    if isinstance(given, Block):
        return _own_scheme(given, place)
    name = str(given).strip().casefold()
    if name in SCHEMES:
        return SCHEMES[name]
    raise UnreadableFileError(
        f"{place}: {quoted(str(given))} is no scheme that raci knows.{did_you_mean(name, SCHEMES)} "
        f"Known are {', '.join(SCHEMES)}; or give a name and the letters with their meanings."
    )


def _own_scheme(block: Block, place: str) -> Scheme:
    meanings = block.get("letters")
    letters = {letter: text(meanings, letter) for letter in meanings} if isinstance(meanings, Block) else {}
    parts = {part: text(block, part) for part in ("responsible", "accountable", "consulted", "informed")}
    for letter in letters:
        if len(letter) != 1 or letter.isspace() or letter in _NO_LETTERS:
            raise UnreadableFileError(
                f"{place}: {quoted(letter)} cannot be a letter of a scheme: use one single letter."
            )
    for part, letter in parts.items():
        if letter and letter not in letters:
            raise UnreadableFileError(f"{place}: {part}: {quoted(letter)} is none of the scheme's letters.")
    return Scheme(text(block, "name"), tuple(letters.items()), **parts, note=text(block, "note"))


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
            self._understood[text] = letters_of(str(text or ""), self._scheme)
        read = self._understood[text]
        if read is None:
            raise UnreadableFileError(f"{self._path}:{line}: {strange_letters(str(text), label, self._scheme)}")
        return Assignment(self._index[label], read, line)


def letters_of(text: str, scheme: Scheme) -> str | None:
    """The letters of a cell in the scheme's order; None for a letter it does not have."""
    letters = _BETWEEN_LETTERS.sub("", text)
    if letters == NOTHING:
        return NOTHING
    for spelling in (letters, letters.upper()):
        if set(spelling) <= set(scheme.alphabet):
            return scheme.ordered(spelling)
    return None


def strange_letters(text: str, label: str, scheme: Scheme) -> str:
    """What is wrong with the letters of a role, as a sentence."""
    return (
        f"{quoted(text)} for {quoted(label)} holds a letter that the scheme {quoted(scheme.name)} "
        f"does not have: {', '.join(scheme.alphabet)}, or `-` for a role that has no part."
    )
