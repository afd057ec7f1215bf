"""Which template is meant: one that comes with raci, one of the settings' own folder, or any file with a matrix."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.errors import RaciError, UsageError
from raci_cli.files.plan import Wishes, overrides_for, own_templates
from raci_cli.files.read import load_template
from raci_cli.model import Failure
from raci_cli.shipped import shipped

if TYPE_CHECKING:
    from raci_cli.segments import Template


class Shelf(NamedTuple):
    """Where templates are looked for, and how they are read."""

    wishes: Wishes
    path: str = ""
    """A file or folder that was asked for; empty for the settings' own folder and what comes with raci."""

    @property
    def is_file(self) -> bool:
        """Whether the template itself was asked for by its file."""
        return bool(self.path) and not Path(self.path).is_dir()

    @property
    def folders(self) -> list[Path]:
        """The folders to look in, the first that has a name wins."""
        if self.path:
            return [Path(self.path)]
        own = own_templates(self.wishes)
        return [*([Path(own)] if own else []), shipped("templates")]

    @property
    def command(self) -> str:
        """What to type for more about these templates."""
        return f"raci new --template {shlex.quote(self.path)}" if self.path else "raci new"

    def templates(self) -> Iterator[Template | Failure]:
        """All templates in the folders, by name; those that only others extend are left out."""
        from raci_cli.segments import names_in  # noqa: PLC0415 - see load_template

        if Path(self.path).is_file():
            raise UsageError(f"{self.path} is no folder of templates: leave out --list to start from it.")
        for name, path in names_in(self.folders).items():
            try:
                template = self._load(str(path))
            except RaciError as error:
                yield Failure(name, str(error))
            else:
                if not template.abstract:
                    yield template

    def template(self, segment: str) -> Template:
        """The template of a segment, or the one in the file that was asked for.

        Raises:
            RaciError: there is none, it cannot be read, or it is only a layer for others.
        """
        if self.is_file and segment:
            raise UsageError(f"{self.path} is the template already: leave out --segment, or name a folder.")
        template = self._load(self.path if self.is_file else str(self._located(segment)))
        if template.abstract:
            raise UsageError(f"{template.matrix.source.path} is only a layer for other templates (`abstract: true`).")
        return template

    def _located(self, segment: str) -> Path:
        from raci_cli.segments import located  # noqa: PLC0415 - see load_template

        try:
            return located(segment, self.folders)
        except UsageError as error:
            raise UsageError(f"{error} `{self.command} --list` shows them all.") from error

    def _load(self, path: str) -> Template:
        return load_template(path, overrides_for(path, self.wishes))
