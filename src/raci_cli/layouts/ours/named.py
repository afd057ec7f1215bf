"""The roles that people name in a cell of a sheet of ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from raci_cli.layouts.texts import fold
from raci_cli.workbook.form import NOBODY


class NamedRoles:
    """The roles to choose from, known by their names: exactly, or folded where no other has the same folded name."""

    def __init__(self, roles: Sequence[str]) -> None:
        self.all = roles
        times = Counter(map(fold, roles))
        self._known = {fold(role): role for role in roles if times[fold(role)] == 1} | {role: role for role in roles}

    def find(self, name: str) -> str | None:
        """The role as it is called; None where none, or more than one, can be meant."""
        return self._known.get(name) or self._known.get(fold(name))

    def names(self, said: str) -> Iterator[str]:
        """The names in a cell, without "nobody".

        A name may hold what parts names, as the drop-down offers it; so a text is parted only where it is no name.
        """
        parts = [said] if self.find(said) else re.split(r"[;\n]", said)
        for part in parts:
            names = [part] if self.find(part) else part.split(",")
            yield from (name.strip() for name in names if name.strip() and fold(name) != NOBODY)
