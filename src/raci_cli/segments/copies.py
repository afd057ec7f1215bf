"""Template -> what people fill in: blank copies, one for each leader, and the names of their files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from raci_cli.errors import UsageError
from raci_cli.formats.document.layer import Layer, Mention, Names
from raci_cli.model import Matrix, Role
from raci_cli.segments.template import Template
from raci_cli.suggest import quoted

_LONGEST_NAME = 60
"""Characters of a name that go into a file name; with four bytes each they still fit every file system."""
_UNSAFE = re.compile(r"[\W_]+")


def blank(matrix: Matrix) -> Matrix:
    """The same rows and columns without any letter."""
    return replace(matrix, activities=tuple(activity._replace(assignments=()) for activity in matrix.activities))


def wishes(
    template: Template,
    *,
    roles: Iterable[str] = (),
    without_roles: Iterable[str] = (),
    without_phases: Iterable[str] = (),
    title: str = "",
) -> Layer:
    """What was asked for on the command line, as one more layer: roles are written `+NAME:GROUP`.

    Raises:
        UsageError: a role is written otherwise.
    """
    groups = {role.group.casefold(): role.group for role in template.matrix.roles}
    return Layer(
        path="raci new",
        name="command line",
        facts={"title": title} if title else {},
        roles=tuple(_role(text, groups) for text in roles),
        drop=Names(tuple(map(Mention, without_roles)), tuple(map(Mention, without_phases))),
    )


def _role(text: str, groups: dict[str, str]) -> Role:
    name, colon, group = (part.strip() for part in text.removeprefix("+").rpartition(":"))
    name = name if colon else group
    if not text.startswith("+") or not name:
        raise UsageError(f"--role takes +NAME:GROUP, such as '+Trainer:Services', not {quoted(text)}.")
    group = group if colon else ""
    return Role(name, groups.get(group.casefold(), group))


def file_names(stem: str, leaders: Sequence[str], suffix: str) -> list[str]:
    """A file name for each leader: letters, digits and hyphens only, no two the same on any system.

    Raises:
        UsageError: a leader has no name, or is named twice.
    """
    taken: set[str] = set()
    names = []
    for number, leader in enumerate(leaders):
        if not leader.strip():
            raise UsageError("--for takes the name of a leader, such as 'VP Sales'.")
        if leader in leaders[:number]:
            raise UsageError(f"--for names {quoted(leader)} twice: each leader gets one copy.")
        name = next(name for name in _candidates(f"{stem}-{plain(leader) or 'leader'}") if folded(name) not in taken)
        taken.add(folded(name))
        names.append(name + suffix)
    return names


def plain(text: str) -> str:
    """A text as part of a file name: `VP Sales (EMEA)` is `VP-Sales-EMEA`."""
    return _UNSAFE.sub("-", unicodedata.normalize("NFC", text))[:_LONGEST_NAME].strip("-")


def folded(name: str) -> str:
    """What file systems that know no case take a name for."""
    return unicodedata.normalize("NFKD", name).casefold()


def _candidates(name: str) -> Iterator[str]:
    yield name
    number = 1
    while True:
        number += 1
        yield f"{name}-{number}"
