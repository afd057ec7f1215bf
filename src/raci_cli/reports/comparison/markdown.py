"""A comparison for a page or a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.compare import Rounds, headline_alpha
from raci_cli.formats.comparison import COMPARISON_MARK
from raci_cli.model.comparison import Comparison
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.markdown_copies import (
    claims,
    contested,
    copies,
    doubtful,
    elsewhere,
    joined,
    only_some,
)
from raci_cli.reports.comparison.markdown_rows import agreed, changed, disputes, others
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.two import Two
from raci_cli.reports.escape import markdown
from raci_cli.reports.markdown import section, table
from raci_cli.reports.style import Style
from raci_cli.rules.wording import counted


def render(result: Result, style: Style) -> str:
    """The headline, then tables of all that the text for people tells; only the headline if nothing else is wanted."""
    blocks = [COMPARISON_MARK, *_head(result), *(() if style.quiet else _tables(result))]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _head(result: Result) -> Iterator[str]:
    """What is compared, and who owns what as far as the copies agree."""
    comparison = result.comparison
    yield f"## {markdown(comparison.title or 'RACI comparison')}"
    yield markdown(f"{counted(len(comparison.copies), 'copy', 'copies')}, {words.sizes(comparison)}.")
    if result.rounds:
        yield _rounds(result.rounds)
    number, interval, meaning = words.verdict(headline_alpha(comparison, interval=True))
    alpha = f" Alpha {number}{interval and f' ({interval})'}, {meaning}." if number else ""
    yield f"**{markdown(words.headline(comparison))}.**{alpha}"


def _tables(result: Result) -> Iterator[str]:
    """From what everybody wants to know to what a facilitator looks up."""
    comparison = result.comparison
    if result.rounds:
        yield from _since_round_1(result.rounds)
    if result.two_way:
        yield from changed(Two(comparison, 0, 1))
    else:
        yield from _agreement(comparison)
        yield disputes(result)
    if result.everything:
        yield agreed(comparison)
    yield from others(result)
    yield claims(result)
    if not result.two_way:
        yield only_some(comparison)
        yield elsewhere(comparison)
    yield joined(result)
    yield copies(comparison)
    if not result.two_way:
        yield contested(comparison)
    yield doubtful(comparison)
    if comparison.base and result.everything:
        for copy in range(len(comparison.copies)):
            yield from changed(Two(comparison, None, copy))


def _rounds(found: Rounds) -> str:
    rows = [
        (f"Round {number}", f"{each.agreed} of {each.comparable}", *words.verdict(each.accountable))
        for number, each in enumerate((found.first, found.second), start=1)
    ]
    return table(("Round", "Agreed who is Accountable", "Alpha", "95 %", "Meaning"), rows)


def _since_round_1(found: Rounds) -> Iterator[str]:
    """Who moved, and what became of the activities that are settled, newly in dispute, or stable."""
    leaders = [
        (each.leader, *map(str, (each.answered_twice, each.changed, each.accountable_changed)))
        for each in found.movements
    ]
    yield section("Who moved", ("Copy", "Answered twice", "Changed", "Accountable"), leaders, numbers=3)
    kinds = (("stable", found.stable), ("settled since", found.settled), ("newly in dispute", found.reopened))
    rows = ((row.second.activity.label, row.second.activity.place, what) for what, rows in kinds for row in rows)
    yield section("Since round 1", ("Activity", "Phase", "Is"), rows)


def _agreement(comparison: Comparison) -> Iterator[str]:
    """The alphas of all letters, then who is Accountable phase by phase."""
    agreement = comparison.agreement
    if not agreement.comparable:
        return
    rows = [(name, *words.verdict(alpha)) for name, alpha in agreement.measured(comparison.scheme)]
    yield table(("Agreement", "Alpha", "95 %", "Meaning"), rows)
    if len(agreement.phases) > 1 and comparison.scheme.accountable:
        phases = []
        for each in agreement.phases:
            number, _, meaning = words.verdict(each.accountable)
            phases.append((each.phase or "(in no phase)", f"{each.agreed} of {each.comparable}", number, meaning))
        yield table(("Phase", "Agreed who is Accountable", "Alpha", "Meaning"), phases)
