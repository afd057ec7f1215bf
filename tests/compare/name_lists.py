"""Copies of which only the names matter, aligned."""

from __future__ import annotations

from copies import copies
from raci_cli.compare import Aliases, align
from raci_cli.model.comparison import Alignment

SAME = "Same\nOther one"
"""Activities that stand in every copy, so that copies always have something in common."""


def activities(ours: str, theirs: str, aliases: dict[str, str] | None = None) -> Alignment:
    """Two copies with the activities of two texts, a line each, `# Phase` among them; ours leads."""
    tables = [
        "\n".join(["Activity | CSM", *(line if line.startswith("#") else f"{line} |" for line in text.splitlines())])
        for text in (ours, theirs)
    ]
    return aligned(tables, Aliases(activities=aliases or {}))


def roles(*headings: str, **aliases: str) -> Alignment:
    """One copy for each text of headings; the first leads."""
    return aligned([f"Activity | {each}\nKickoff |" for each in headings], Aliases(roles=aliases))


def aligned(tables: list[str], aliases: Aliases = Aliases()) -> Alignment:  # noqa: B008 - a frozen value
    given = copies(**dict(zip("ABCDE", tables, strict=False)))
    return align(given, given[0].matrix, aliases)
