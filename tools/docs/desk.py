"""Commands that are shown one after the other, each with what those before it have written."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

from tools.docs.shown import ROOT, console


class Desk:
    """A folder of its own, with copies of some of the repository's files in it; it goes when nobody needs it."""

    def __init__(self, start: str = "") -> None:
        self._folder = Path(mkdtemp())
        finalize(self, shutil.rmtree, self._folder)
        if start:
            shutil.copytree(ROOT / start, self._folder, dirs_exist_ok=True)

    def shown(self, command: str, *, first: int = 0, last: int = 0) -> str:
        """A console block as in `tools.docs.shown`; what goes to standard error stands below the rest."""
        return console(command, self._folder, first=first, last=last, told=True)
