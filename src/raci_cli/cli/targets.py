"""The files that `raci merge` writes: all of them or none, and never over what it reads."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.errors import UsageError
from raci_cli.suggest import quoted

if TYPE_CHECKING:
    from raci_cli.files.like import Like
    from raci_cli.model.decision import MergeResult


class Targets(NamedTuple):
    """The files that a merge writes; empty for none."""

    output: str
    publish: str
    decisions: str
    like: str
    """The workbook whose look the output is to have."""
    force: bool
    dry_run: bool
    """Whether nothing is written at all."""

    def check(self) -> None:
        """Find out before anything is read whether the results could be saved.

        Raises:
            UsageError: nothing would be written, or two results would go to one file, or in no form that is known.
            OutputError: a file exists and is not to be replaced, or has no folder to go to.
        """
        from raci_cli.formats.writers import format_of

        given = self._given()
        if not given and not self.dry_run:
            raise UsageError("Say where the merged matrix goes: `-o agreed.xlsx`; or only look, with --dry-run.")
        if len({os.path.realpath(path) for path in given}) < len(given):
            raise UsageError(
                "Two results would go to one file: give --output, --publish and --write-decisions each one."
            )
        if self.like and not self.output:
            raise UsageError("--like says how the file of --output is to look: name that one too, `-o agreed.xlsx`.")
        for path in filter(None, ("" if self.like else self.output, self.publish)):
            format_of(path)
        if self.decisions and not self.decisions.lower().endswith((".yaml", ".yml")):
            raise UsageError(f"--write-decisions writes YAML: name it decisions.yaml, not {quoted(self.decisions)}.")
        if not self.dry_run:
            self._refuse_what_is_there()

    def _refuse_what_is_there(self) -> None:
        from raci_cli.files.save import refuse_to_replace, refuse_without_folder

        for path in self._given():
            refuse_to_replace(path, force=self.force)
            refuse_without_folder(path)

    def refuse_inputs(self, inputs: Iterable[str]) -> None:
        """No result goes over what is read.

        Raises:
            OutputError: one would.
        """
        from raci_cli.files.save import refuse_inputs

        read = [*inputs, *filter(None, [self.like])]
        for path in self._given():
            refuse_inputs(path, read)

    def write(self, result: MergeResult, like: Like | None) -> list[str]:
        """Make all results, then save them unless it is a dry run; sentences that say so.

        Raises:
            UsageError: the workbook whose look is wanted does not fit.
            OutputError: one cannot be made or saved.
        """
        from raci_cli.files.save import save_all

        data = dict(self._contents(result, like))
        if self.dry_run:
            return [f"not written: {path}, because of --dry-run" for path in self._given()]
        save_all(data, force=self.force)
        said = [f"wrote {path}" for path in data]
        if self.publish and self.publish not in data:
            said.append(f"not written: {self.publish}, because what goes out to everybody must be settled first")
        return said

    def _given(self) -> list[str]:
        return [path for path in (self.output, self.publish, self.decisions) if path]

    def _contents(self, result: MergeResult, like: Like | None) -> Iterable[tuple[str, bytes]]:
        """Each file with what it holds; nothing is published before all is settled."""
        from raci_cli.files.like import like_content
        from raci_cli.files.merged import decisions_text, merged_content
        from raci_cli.files.save import content
        from raci_cli.formats.writers import format_of

        if like:
            yield self.output, like_content(like, result, self.output, force=self.force)
        elif self.output:
            yield self.output, merged_content(format_of(self.output), result)
        if self.publish and result.settled:
            yield self.publish, content(format_of(self.publish), (result.matrix,))
        if self.decisions:
            yield self.decisions, decisions_text(result).encode("utf-8", errors="replace")
