"""Two rounds on a screen: is agreement rising, who moved, which answers are settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.compare import Movement, RoundRow, Rounds
from raci_cli.model.agreement import LEAST_UNITS
from raci_cli.model.comparison import Agreement, RowKind
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.table import beside, column, cut, room, titled
from raci_cli.reports.screen import fit, wrap
from raci_cli.reports.style import Style
from raci_cli.rules.wording import counted

_STEADY = 0.005
"""A smaller change of alpha does not show in two decimals."""


def rounds(result: Result, style: Style) -> Iterator[list[str]]:
    """The two headlines; then the leaders, and what became of the activities."""
    found = result.rounds
    if not found:
        return
    counts = f"{len(found.settled)} settled since, {len(found.reopened)} newly in dispute, {_stable(found)}."
    yield [*titled("Round 2 against round 1", style), *_agreements(found, style), *_indented(counts, style)]
    if style.quiet:
        return
    yield _movements(found, style)
    for title, rows in _became(found):
        if rows:
            items = [_activity(found, row, style) for row in rows]
            head = titled(f"{counted(len(rows), 'activity', 'activities')} {title}", style)
            yield [*head, *cut(items, result.most, "of them", style)]


def _agreements(found: Rounds, style: Style) -> Iterator[str]:
    for number, agreement in enumerate((found.first, found.second), start=1):
        yield from _indented(f"Round {number}: {_agreed(agreement)}", style)
    if found.rise is not None and min(found.first.comparable, found.second.comparable) >= LEAST_UNITS:
        trend, ink = _trend(found.rise)
        yield f"  {style.paint(ink, trend)}"


def _indented(text: str, style: Style) -> Iterator[str]:
    return (f"  {line}" for line in wrap(text, room(style) - 2))


def _agreed(agreement: Agreement) -> str:
    if not agreement.comparable:
        return "nothing to compare yet"
    share = f"agreed on {agreement.agreed} of {counted(agreement.comparable, 'activity', 'activities')}"
    alpha = "alpha " if words.band(agreement.accountable) else ""
    return f"{share}, {alpha}{words.measure(agreement.accountable)}"


def _trend(rise: float) -> tuple[str, str]:
    """Whether agreement rises, and how that is painted."""
    if abs(rise) < _STEADY:
        return "Agreement stays where it was.", "quiet"
    return (f"Agreement rises by {rise:.2f}.", "good") if rise > 0 else (f"Agreement falls by {-rise:.2f}.", "error")


def _stable(found: Rounds) -> str:
    """How many activities are stable; a dispute in which nobody gives way is stable, too."""
    disputed = len(_disputed(found))
    return f"{len(found.stable)} stable" + (f" ({disputed} of them in dispute)" if disputed else "")


def _disputed(found: Rounds) -> list[RoundRow]:
    """The stable activities about whose A there is no agreement."""
    return [row for row in found.stable if row.second.kind is RowKind.ACCOUNTABLE]


def _became(found: Rounds) -> tuple[tuple[str, Sequence[RoundRow]], ...]:
    """The activities by what became of them."""
    return (
        ("settled since round 1", found.settled),
        ("newly in dispute", found.reopened),
        ("stable, but in dispute: nobody moved", _disputed(found)),
        ("stable, and not in dispute", [row for row in found.stable if row.second.kind is not RowKind.ACCOUNTABLE]),
    )


def _activity(found: Rounds, row: RoundRow, style: Style) -> list[str]:
    """An activity, with who answers for it in round 2."""
    letter = found.comparison.scheme.accountable
    said = "; ".join(words.role_names(found.comparison, version.roles) for version in row.second.who(letter))
    return list(beside(row.second.activity.label, said, min(40, room(style) // 2), style, 2))


def _movements(found: Rounds, style: Style) -> list[str]:
    cells = column(("Who moved", *(each.leader for each in found.movements)), min(30, room(style) - 47))
    head = f"  {fit('Who moved', cells)}  answered twice  changed  who is Accountable"
    return [style.paint("quiet", head), *(_movement(each, cells) for each in found.movements)]


def _movement(each: Movement, cells: int) -> str:
    return f"  {fit(each.leader, cells)}  {each.answered_twice:>14}  {each.changed:>7}  {each.accountable_changed:>18}"
