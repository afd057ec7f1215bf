"""Two rounds on a screen: is agreement rising, who moved, which answers are settled."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.compare import Movement, Rounds
from raci_cli.model.comparison import Agreement, RowKind
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.table import column, room, titled
from raci_cli.reports.screen import fit, wrap
from raci_cli.reports.style import Style
from raci_cli.rules.wording import counted

_STEADY = 0.005
"""A smaller change of alpha does not show in two decimals."""


def rounds(found: Rounds, style: Style) -> Iterator[list[str]]:
    """The two headlines and what became of the rows; then the leaders."""
    yield [
        *titled("Round 2 against round 1", style),
        *_agreements(found, style),
        *(f"  {line}" for line in wrap(_settled(found), max(20, style.width - 2))),
    ]
    if not style.quiet:
        yield _movements(found, style)


def _agreements(found: Rounds, style: Style) -> Iterator[str]:
    for number, agreement in enumerate((found.first, found.second), start=1):
        yield f"  Round {number}: {_agreed(agreement)}"
    if found.rise is not None and min(found.first.comparable, found.second.comparable) >= words.LEAST_UNITS:
        trend, ink = _trend(found.rise)
        yield f"  {style.paint(ink, trend)}"


def _agreed(agreement: Agreement) -> str:
    share = f"agreed on {agreement.agreed} of {counted(agreement.comparable, 'activity', 'activities')}"
    alpha = "alpha " if words.band(agreement.accountable) else ""
    return f"{share}, {alpha}{words.measure(agreement.accountable)}"


def _trend(rise: float) -> tuple[str, str]:
    """Whether agreement rises, and how that is painted."""
    if abs(rise) < _STEADY:
        return "Agreement stays where it was.", "quiet"
    return (f"Agreement rises by {rise:.2f}.", "good") if rise > 0 else (f"Agreement falls by {-rise:.2f}.", "error")


def _settled(found: Rounds) -> str:
    """What became of the activities."""
    disputed = RowKind.ACCOUNTABLE
    resolved = sum(
        row.first.kind is disputed and row.second.comparable and row.second.kind is not disputed for row in found.rows
    )
    new = sum(
        row.first.comparable and row.first.kind is not disputed and row.second.kind is disputed for row in found.rows
    )
    stable = sum(row.stable for row in found.rows)
    parts = (
        f"Nobody changed who is Accountable in {counted(stable, 'activity', 'activities')}",
        f"{resolved} settled since",
        f"{new} newly in dispute",
    )
    return "; ".join(parts) + "."


def _movements(found: Rounds, style: Style) -> list[str]:
    cells = column(("Who moved", *(each.leader for each in found.movements)), min(30, room(style) - 47))
    head = f"  {fit('Who moved', cells)}  answered twice  changed  who is Accountable"
    return [style.paint("quiet", head), *(_movement(each, cells) for each in found.movements)]


def _movement(each: Movement, cells: int) -> str:
    return f"  {fit(each.leader, cells)}  {each.answered_twice:>14}  {each.changed:>7}  {each.accountable_changed:>18}"
