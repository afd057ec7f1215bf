"""The sentences about a comparison that several output formats share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from raci_cli.compare import Changes
from raci_cli.model.comparison import (
    Aligned,
    Alpha,
    Band,
    Cell,
    CellState,
    Comparison,
    RowComparison,
    RowKind,
    Standing,
)
from raci_cli.rules.wording import counted, slashed

_ACTIVITY = ("activity", "activities")
_LONGEST_NAME = 80
LEAST_UNITS = 5
"""With fewer activities than this, counts say more than an alpha."""

BANDS = {
    Band.AGREED: "agreed: only details are left",
    Band.TENTATIVE: "tentative: talk the rest over",
    Band.WORKSHOP: "workshop: still far apart",
}
"""What an alpha means for the work ahead."""

STATES = {CellState.NONE: "no part", CellState.BLANK: "blank", CellState.ABSENT: "no such role"}
"""What a copy says in a cell without letters."""


def title(comparison: Comparison) -> str:
    """What is compared, as far as the copies say it with one voice."""
    titles = {copy.matrix.title for copy in comparison.copies if copy.matrix.title}
    return titles.pop() if len(titles) == 1 else ""


def headline(comparison: Comparison) -> str:
    """The one line a leader wants: who owns what, as far as the copies agree."""
    comparable = sum(row.comparable for row in comparison.rows)
    if not comparable:
        return "No activity is filled in by two copies: there is nothing to compare yet"
    scheme = comparison.scheme
    part, letter = ("Accountable", scheme.accountable) if scheme.accountable else ("Responsible", scheme.responsible)
    agreed = agreed_on(comparison, letter)
    return f"Who is {part}: agreed on {agreed} of {counted(comparable, 'activity', 'activities')}"


def agreed_on(comparison: Comparison, letter: str) -> int:
    """On how many activities all votes name the same holders of a letter, where there are two votes at least."""
    return sum(
        row.kind is RowKind.AGREED or (row.comparable and len(set(row.answers(letter))) == 1) for row in comparison.rows
    )


def measure(alpha: Alpha) -> str:
    """An alpha as a number with its interval, or why there is none."""
    if alpha.units < LEAST_UNITS:
        return f"too few to measure ({counted(alpha.units, 'activity', 'activities')})"
    if alpha.value is None:
        return f"no alpha: {alpha.undefined}"
    return f"{alpha.value:.2f}"


def between(alpha: Alpha) -> str:
    """The interval of an alpha, or nothing."""
    return f"{alpha.interval[0]:.2f} to {alpha.interval[1]:.2f}" if alpha.interval else ""


def band(alpha: Alpha) -> Band | None:
    """What an alpha means; None where a count says more."""
    return alpha.band if alpha.units >= LEAST_UNITS else None


def verdict(alpha: Alpha | None) -> tuple[str, str, str]:
    """An alpha, its interval and its meaning; the reason in place of the meaning where there is none."""
    found = alpha and band(alpha)
    if alpha is None or found is None:
        return "", "", measure(alpha) if alpha else ""
    return measure(alpha), between(alpha), BANDS[found]


def apart(standing: Standing) -> str:
    """How far a copy is from the others, in percent."""
    return "" if standing.distance is None else f"{round(100 * standing.distance)} %"


def percent(share: float | None) -> str:
    """A share as people write it; never 100 % while anything is missing."""
    return "" if share is None else f"{int(100 * share + 1e-9)} %"


def role_names(comparison: Comparison, roles: Iterable[int]) -> str:
    """Some roles by name, or `nobody`."""
    return " + ".join(_clipped(comparison.roles[role].label) for role in roles) or "nobody"


def leader_list(comparison: Comparison) -> str:
    """All leaders by name."""
    return ", ".join(map(_clipped, comparison.leaders))


def leader_names(comparison: Comparison, copies: Sequence[int]) -> str:
    """Some leaders by name; `everyone` where that is true, `all but X` where it is shorter."""
    leaders = [_clipped(leader) for leader in comparison.leaders]
    if len(copies) == len(leaders) > 2:
        return "everyone"
    if len(copies) == len(leaders) - 1 > 2:
        return f"all but {next(leader for copy, leader in enumerate(leaders) if copy not in copies)}"
    return ", ".join(leaders[copy] for copy in copies)


def _clipped(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def silent(comparison: Comparison, row: RowComparison) -> list[str]:
    """The copies without a vote on a row, told apart: those that left it blank, and those that lack it."""
    voters = {vote.copy for vote in row.votes}
    blank = [copy for copy in row.activity.copies if copy not in voters]
    reasons = (("blank", blank), ("no such activity", row.activity.missing))
    return [f"{reason}: {leader_names(comparison, copies)}" for reason, copies in reasons if copies]


def shown(cell: Cell) -> str:
    """What a cell says: `R/A`, `no part`, `blank` or `no such role`."""
    return STATES.get(cell.state) or slashed(cell.letters)


def names_of(comparison: Comparison, item: Aligned, kind: str) -> dict[str, list[int]]:
    """The different names that copies give one `role` or `activity`, and which copies do."""
    names: dict[str, list[int]] = {}
    for copy, index in enumerate(item.indexes):
        if index is not None:
            matrix = comparison.copies[copy].matrix
            name = matrix.roles[index].label if kind == "role" else matrix.activities[index].name
            names.setdefault(name, []).append(copy)
    return names


def changed(found: Changes) -> str:
    """All changes from one copy to another in numbers: `3 activities added, 1 missing`."""
    if not found:
        return "says the same"
    rows = len({cell.row for cell in found.cells})
    cells = f"{counted(len(found.cells), 'cell', 'cells')} with other letters in {counted(rows, *_ACTIVITY)}"
    parts = [cells] if found.cells else []
    for what, activities, roles in (
        ("added", found.added, found.roles_added),
        ("missing", found.removed, found.roles_removed),
        ("renamed", found.renamed, found.roles_renamed),
        ("moved", found.moved, ()),
    ):
        parts += [f"{counted(len(activities), *_ACTIVITY)} {what}"] if activities else []
        parts += [f"{counted(len(roles), 'role', 'roles')} {what}"] if roles else []
    return ", ".join(parts)
