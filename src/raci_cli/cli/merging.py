"""What `raci merge` was told: when something is settled, and where results go."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.cli.terminal import tell
from raci_cli.errors import UsageError
from raci_cli.suggest import quoted

if TYPE_CHECKING:
    from raci_cli.files.copies import Loaded
    from raci_cli.files.plan import Wishes
    from raci_cli.model.decision import Decision, MergeResult, Policy


def percent(threshold: str) -> int:
    """A percentage of votes that no two owners can both reach.

    Raises:
        UsageError: it is none from 51 to 100.
    """
    match = re.fullmatch(r"\s*(\d{1,3})\s*%?\s*", threshold)
    if not match or not 50 < int(match[1]) <= 100:
        raise UsageError(f"--threshold takes a percentage from 51 to 100, such as 75, not {quoted(threshold)}.")
    return int(match[1])


def parsed_policy(threshold: str, strategy: str, *, strict: bool) -> Policy:
    """What the options ask for.

    Raises:
        UsageError: the threshold is no percentage above 50, or there is no such strategy.
    """
    from raci_cli.compare.strategies import strategy_of
    from raci_cli.model.decision import Policy

    return Policy(percent(threshold), strict, *strategy_of(strategy))


def loaded_copies(copies: Sequence[str], wishes: Wishes, names: Sequence[str], base: str, *, example: str) -> Loaded:
    """The copies to merge, or to decide about; with a base, one is enough.

    Raises:
        UsageError: there are none, or too few.
    """
    from raci_cli.files.copies import load_copies

    if not copies:
        raise UsageError(f"Name the filled-in copies, or a folder that holds them: `{example}`.")
    return load_copies(copies, wishes, names=names, base=base, least=1 if base else 2)


def decided(paths: Iterable[str]) -> list[Decision]:
    """The decisions in files, with a word about what people may have forgotten to say in them.

    Raises:
        UnreadableFileError: one cannot be read, or holds no decisions.
    """
    from raci_cli.files.decisions import load_decisions

    found: list[Decision] = []
    for path in paths:
        own = load_decisions(path)
        if own and not any(decision.letters for decision in own):
            tell(f"note: {path}: nothing is decided there yet. Was it saved?")
        for open_yet in own:
            if not open_yet.letters and (open_yet.decided_by or open_yet.why):
                tell(f"note: {open_yet.location}: it says who decided or why, but not what; it stays open.")
        found += own
    return found


class Targets(NamedTuple):
    """The files that a merge writes; empty for none."""

    output: str
    publish: str
    decisions: str
    like: str
    force: bool

    def check(self, *, needed: bool) -> None:
        """Find out before anything is read whether the results could be saved.

        Raises:
            UsageError: nothing would be written though it is `needed`, or two results would go to one file.
            OutputError: a file exists and is not to be replaced, or has no folder to go to.
        """
        from raci_cli.files.save import refuse_to_replace, refuse_without_folder
        from raci_cli.formats.writers import format_of

        given = self._given()
        if needed and not given:
            raise UsageError("Say where the merged matrix goes: `-o agreed.xlsx`; or only look, with --dry-run.")
        if len({os.path.realpath(path) for path in given}) < len(given):
            raise UsageError(
                "Two results would go to one file: give --output, --publish and --write-decisions each one."
            )
        for path in filter(None, (self.output, self.publish)):
            format_of(path)
        if self.decisions and not self.decisions.lower().endswith((".yaml", ".yml")):
            raise UsageError(f"--write-decisions writes YAML: name it decisions.yaml, not {quoted(self.decisions)}.")
        for path in given:
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

    def write(self, result: MergeResult) -> list[str]:
        """Make all results, then save them; sentences that say so.

        Raises:
            OutputError: one cannot be made or saved.
        """
        from raci_cli.files.save import save_bytes

        data = dict(self._contents(result))
        for path, content in data.items():
            save_bytes(path, content, force=self.force)
        said = [f"wrote {path}" for path in data]
        if self.publish and self.publish not in data:
            said.append(f"not written: {self.publish}, because what goes out to everybody must be settled first")
        return said

    def _given(self) -> list[str]:
        return [path for path in (self.output, self.publish, self.decisions) if path]

    def _contents(self, result: MergeResult) -> Iterable[tuple[str, bytes]]:
        """Each file with what it holds; nothing is published while anything is open."""
        from raci_cli.files.like import like_content
        from raci_cli.files.merged import decisions_text, merged_content
        from raci_cli.files.save import content
        from raci_cli.formats.writers import format_of

        if self.output and self.like:
            yield self.output, like_content(self.like, result.matrix, self.output, force=self.force)
        elif self.output:
            yield self.output, merged_content(format_of(self.output), result)
        if self.publish and not result.conflicts:
            yield self.publish, content(format_of(self.publish), (result.matrix,))
        if self.decisions:
            yield self.decisions, decisions_text(result).encode("utf-8", errors="replace")
