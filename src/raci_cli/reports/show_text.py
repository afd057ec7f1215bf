"""`raci show` for people: the matrix as they know it, as wide as their terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from raci_cli.model import Matrix
from raci_cli.reports.headings import names, short_forms, shortened, staggered
from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.show_grid import Block, draw, ink_of, shown_name
from raci_cli.reports.style import Style
from raci_cli.reports.summary import place
from raci_cli.rules.wording import counted

_LEAST_FOR_NAMES, _LEAST_FOR_SHORT, _LEAST_FOR_STAGGERED = 32, 26, 18
"""The room that activities need beside each kind of headings, unless all of them are shorter."""
_LONGEST_NAME = 60


def render(matrices: Sequence[Matrix], style: Style, *, explain: bool = False) -> str:
    """All matrices, one below the other; if asked for, each after the explanation of how it was read."""
    shown = ("\n".join(_matrix(matrix, style, explain=explain)) for matrix in matrices)
    return "\n\n\n".join(shown) + "\n"


def _matrix(matrix: Matrix, style: Style, *, explain: bool) -> Iterator[str]:
    if explain:
        yield from _explanation(matrix, style)
    yield from _title(matrix, style)
    forms = short_forms(matrix.roles)
    blocks = _blocks(matrix, forms, style.width)
    for block in blocks:
        yield ""
        if len(blocks) > 1:
            last = block.first + len(block.headings.cells)
            yield style.paint("quiet", f"Roles {block.first + 1} to {last} of {len(matrix.roles)}")
        yield from draw(matrix, block, style)
    yield ""
    if any(block.headings.short for block in blocks):
        yield from _roles(matrix, forms, style)
    yield from _legend(matrix, style)
    for sentence in matrix.source.left_out:
        yield from (style.paint("warning", line) for line in ("", *wrap(f"Note: {sentence}", style.width)))


def _explanation(matrix: Matrix, style: Style) -> Iterator[str]:
    yield style.paint("strong", "How raci read it")
    for sentence in matrix.source.explanation:
        first, *rest = wrap(sentence, max(20, style.width - 4))
        yield from (f"  - {first}", *(f"    {line}" for line in rest))
    yield ""


def _title(matrix: Matrix, style: Style) -> Iterator[str]:
    by, version = (matrix.leader and f"filled in by {matrix.leader}", matrix.version and f"version {matrix.version}")
    known = (matrix.segment, matrix.strategy, by, matrix.date, version)
    heading = ": ".join(filter(None, (matrix.title, ", ".join(filter(None, known)))))
    if heading:
        yield from (style.paint("strong", line) for line in wrap(heading, style.width))
    activities = counted(len(matrix.activities), "activity", "activities")
    size = f"{activities}, {counted(len(matrix.roles), 'role', 'roles')}"
    where = place(matrix.locate())
    facts = (
        [f"{where}: {size}"] if where and width(where) + 2 + width(size) <= style.width else filter(None, (where, size))
    )
    yield from (style.paint("quiet", line) for each in facts for line in wrap(each, style.width))


def _blocks(matrix: Matrix, forms: Sequence[str], room: int) -> list[Block]:
    """The widest kind of headings that fits; where none does, several blocks of the narrowest."""
    letters = max((len(a.letters) for activity in matrix.activities for a in activity.assignments), default=1)
    longest = max((width(shown_name(activity)) for activity in matrix.activities), default=0)
    longest = min(longest + 4 * bool(matrix.phases), _LONGEST_NAME)
    kinds = (
        (names(matrix.roles, 2 * letters - 1), _LEAST_FOR_NAMES),
        (shortened(forms, 2 * letters - 1), _LEAST_FOR_SHORT),
        (staggered(forms, letters), _LEAST_FOR_STAGGERED),
    )
    for headings, least in kinds:
        if headings and headings.room + min(longest, least) <= room:
            wide = headings.under([role.group for role in matrix.roles], room - min(longest, least))
            names_room = min(longest, room - wide.room)
            return [Block(0, wide.spread(room - names_room), names_room)]
    return _split(forms, letters, room, min(longest, _LEAST_FOR_SHORT))


def _split(forms: Sequence[str], letters: int, room: int, names_room: int) -> list[Block]:
    """Blocks of about the same size."""
    one = staggered(forms[:1], letters)
    most = max(1, (room - names_room) // one.room)
    blocks = -(-len(forms) // most)
    size = -(-len(forms) // blocks)
    parts = ((first, forms[first : first + size]) for first in range(0, len(forms), size))
    return [Block(first, staggered(part, letters), names_room) for first, part in parts]


def _roles(matrix: Matrix, forms: Sequence[str], style: Style) -> Iterator[str]:
    """What the short forms stand for, a line or more for each group."""
    entries = [
        (role.group, f"{form}\N{NO-BREAK SPACE}{role.label}{' (automated)' if role.automated else ''}")
        for role, form in zip(matrix.roles, forms, strict=True)
    ]
    indent = min(max(width(role.group) for role in matrix.roles), 20, style.width // 2 - 2)
    for group, run in groupby(entries, key=lambda entry: entry[0]):
        head = fit(group, indent) + "  " if indent else ""
        lines = wrap(", ".join(entry for _, entry in run), max(20, style.width - width(head)))
        for number, line in enumerate(lines):
            yield style.paint("group", head if number == 0 else " " * width(head)) + line
    yield ""


def _legend(matrix: Matrix, style: Style) -> Iterator[str]:
    """The letters with their meanings, as many on a line as there is room for."""
    line, used = "", 0
    for letter, meaning in matrix.scheme.letters:
        first, *rest = wrap(f"{letter} {meaning}", style.width)
        if line and (rest or used + 2 + width(first) > style.width):
            yield line
            line, used = "", 0
        line += "  " * bool(line) + style.paint(ink_of(matrix.scheme, letter), letter) + first.removeprefix(letter)
        used += 2 + width(first)
        if rest:
            yield from (line, *rest)
            line, used = "", 0
    if line:
        yield line
    if any(activity.moment_of_truth for activity in matrix.activities):
        yield from wrap("* a moment of truth: one of the few activities that decide the relationship", style.width)
