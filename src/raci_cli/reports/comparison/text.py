"""`raci diff` for people: how far the copies agree, what is in dispute, and what only some of them have."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.reports.comparison import text_changes
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.text_claims import claims
from raci_cli.reports.comparison.text_copies import (
    against_base,
    contested,
    copies,
    doubtful,
    elsewhere,
    joined,
    only_some,
)
from raci_cli.reports.comparison.text_head import head, phases
from raci_cli.reports.comparison.text_rounds import rounds
from raci_cli.reports.comparison.text_rows import agreed, disputes, others
from raci_cli.reports.style import Style
from raci_cli.reports.text_summary import next_lines


def render(result: Result, style: Style) -> str:
    """The whole comparison, or only its head where nothing else was asked for."""
    blocks = list(text_changes.blocks(result, style) if result.two_way else _blocks(result, style))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _blocks(result: Result, style: Style) -> Iterator[list[str]]:
    """From what everybody wants to know to what a facilitator looks up."""
    comparison, everything = result.comparison, result.everything
    yield from rounds(result, style)
    yield from head(comparison, style)
    if style.quiet:
        return
    yield phases(comparison, style)
    yield from disputes(result, style)
    if everything:
        yield from agreed(comparison, style)
    yield from others(result, style)
    yield from claims(result, style)
    yield from only_some(result, style)
    yield elsewhere(result, style)
    yield joined(result, style)
    yield copies(comparison, style)
    yield against_base(result, style)
    yield contested(result, style)
    yield doubtful(result, style)
    if everything:
        yield from text_changes.since_base(comparison, style)
    if result.workshop and comparison.ranking:
        yield next_lines([(result.workshop, "a pack to settle it with")], style)
