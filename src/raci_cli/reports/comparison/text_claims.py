"""Whose it is, on a screen: where leaders' words about the roles of their own people and the others' do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.compare import Claim, ClaimKind
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.table import beside, cut, room, titled
from raci_cli.reports.style import Style
from raci_cli.rules.wording import counted

TITLES = {
    ClaimKind.CONTESTED: "claimed by several leaders",
    ClaimKind.ORPHANED: "claimed by no leader",
    ClaimKind.PUSHED_AWAY: "given by others to a leader who does not claim them",
    ClaimKind.LONE_CLAIM: "claimed by a leader whom nobody else names",
}
"""Whose it is, said about activities."""

_MOST = 6


def claims(result: Result, style: Style) -> Iterator[list[str]]:
    """A list for each kind of claim, the gravest first."""
    for kind, title in TITLES.items():
        found = [claim for claim in result.claims if claim.kind is kind]
        if found:
            items = [_line(result, claim, style) for claim in found]
            most = None if result.everything else _MOST
            head = titled(f"{counted(len(found), 'activity', 'activities')} {title}", style)
            yield [*head, *cut(items, most, "of them", style)]


def _line(result: Result, claim: Claim, style: Style) -> list[str]:
    name = result.comparison.rows[claim.row].activity.label
    who = words.leader_names(result.comparison, claim.copies) if claim.copies else ""
    who = f"others name: {who}" if who and claim.kind is ClaimKind.ORPHANED else who
    return list(beside(name, who, min(40, room(style) // 2), style, 2))
