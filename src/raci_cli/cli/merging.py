"""What `raci merge` was told: which copies, when something is settled, and what people decided."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from raci_cli.cli.terminal import tell
from raci_cli.errors import UsageError
from raci_cli.suggest import quoted

if TYPE_CHECKING:
    from raci_cli.files.copies import Loaded
    from raci_cli.files.plan import Wishes
    from raci_cli.model.decision import Decision, Policy


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


def refuse_no_copies(copies: Sequence[str], *, example: str) -> None:
    """Ask for copies before anything else is asked for.

    Raises:
        UsageError: there are none.
    """
    if not copies:
        raise UsageError(f"Name the filled-in copies, or a folder that holds them: `{example}`.")


def loaded_copies(copies: Sequence[str], wishes: Wishes, names: Sequence[str], base: str) -> Loaded:
    """The copies to merge, or to decide about; with a base, one is enough.

    Raises:
        UsageError: there are too few.
    """
    from raci_cli.files.copies import load_copies

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


def names_taken() -> frozenset[str]:
    """Names that a new file in this folder cannot have."""
    return frozenset(os.listdir())  # noqa: PTH208 - names, not paths


def as_read(wishes: Wishes, base: str, names: Sequence[str] | None, **policy: str | bool) -> list[tuple[str, str]]:
    """The options that say how copies are read and counted, for a command that reads the same copies again."""
    chosen = wishes.choices
    read = chosen.overrides
    return _typed(
        {"--base": base, "--as": names}
        | {f"--{name}": value for name, value in policy.items()}
        | {"--profile": chosen.profile or "", "--sheet": read.sheet, "--layout": read.layout}
        | {"--header-row": str(read.header_row or ""), "--activity-column": read.activity_column}
        | {"--scheme": read.scheme, "--config": wishes.config, "--isolated": wishes.isolated}
    )


def _typed(options: Mapping[str, str | bool | Sequence[str] | None]) -> list[tuple[str, str]]:
    """Those options that say anything, each with its value."""
    found: list[tuple[str, str]] = []
    for option, value in options.items():
        if isinstance(value, bool):
            found += [(option, "")] if value else []
        else:
            values = [value] if isinstance(value, str) else value or ()
            found += [(option, each) for each in values if each]
    return found
