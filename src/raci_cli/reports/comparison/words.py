"""The sentences about a comparison that several output formats share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from raci_cli.compare import Changes
from raci_cli.model.agreement import LEAST_UNITS, MEANINGS
from raci_cli.model.comparison import (
    STATES,
    Aligned,
    Alpha,
    Band,
    Cell,
    Comparison,
    ContestedRole,
    Doubtful,
    RowComparison,
    RowKind,
    Standing,
    Step,
)
from raci_cli.rules.wording import counted, slashed

if TYPE_CHECKING:
    from raci_cli.model.decision import Option

_ACTIVITY = ("activity", "activities")
_LONGEST_NAME = 80


def compared(comparison: Comparison) -> str:
    """What stands over a comparison: `Customer success: 3 copies compared`."""
    copies = counted(len(comparison.copies), "copy", "copies")
    return " ".join(filter(None, [over(comparison.title), f"{copies} compared"]))


def over(title: str) -> str:
    """A title before what is said under it; some end with a colon already."""
    return f"{title.rstrip(' :')}:" if title else ""


def sizes(comparison: Comparison) -> str:
    """How much is compared, and whose: `65 activities, 20 roles; filled in by Sales, Success`."""
    rows, roles = counted(len(comparison.rows), *_ACTIVITY), counted(len(comparison.roles), "role", "roles")
    base = ", with a base" if comparison.base else ""
    return f"{rows}, {roles}{base}; filled in by {', '.join(map(_clipped, comparison.leaders))}"


def headline(comparison: Comparison) -> str:
    """The one line a leader wants: who owns what, as far as the copies agree."""
    agreed, comparable = agreed_on(comparison)
    if not comparable:
        return "No activity is filled in by two copies: there is nothing to compare yet"
    scheme = comparison.scheme
    part = scheme.meaning(scheme.accountable or scheme.responsible)
    return f"Who is {part}: agreed on {agreed} of {counted(comparable, *_ACTIVITY)}"


def agreed_on(comparison: Comparison) -> tuple[int, int]:
    """On how many activities all votes name the same owners, and how many at least two copies have filled in."""
    letter = comparison.scheme.accountable or comparison.scheme.responsible
    rows = [row for row in comparison.rows if row.comparable]
    return sum(row.kind is RowKind.AGREED or len(set(row.answers(letter))) == 1 for row in rows), len(rows)


def measure(alpha: Alpha) -> str:
    """An alpha as a number, or why there is none."""
    if not alpha.units:
        return f"no alpha: {alpha.undefined}"
    if alpha.units < LEAST_UNITS:
        return "too few to measure"
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
    return measure(alpha), between(alpha), MEANINGS[found]


def apart(standing: Standing) -> str:
    """How far a copy is from the others, in percent."""
    return "" if standing.distance is None else f"{round(100 * standing.distance)} %"


def percent(share: float | None) -> str:
    """A share as people write it; never 100 % while anything is missing."""
    return "" if share is None else f"{int(100 * share + 1e-9)} %"


def role_names(comparison: Comparison, roles: Iterable[int]) -> str:
    """Some roles by name, or `nobody`."""
    return " + ".join(_clipped(comparison.roles[role].label) for role in roles) or "nobody"


def owners(comparison: Comparison, accountable: Iterable[int], responsible: Iterable[int]) -> str:
    """Who answers for an activity and who does the work: `A Account Executive, R Trainer`."""
    scheme = comparison.scheme
    held = ((scheme.accountable, accountable), (scheme.responsible, responsible))
    return ", ".join(f"{letter} {role_names(comparison, roles)}" for letter, roles in held if letter)


def answer(comparison: Comparison, option: Option) -> str:
    """Who owns an activity by one of its options."""
    return owners(comparison, option.accountable, option.responsible)


def codes(option: Option) -> str:
    """The rules that an option breaks: `RACI101, RACI103`."""
    return ", ".join(dict.fromkeys(fault.partition(" ")[0] for fault in option.breaks))


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


def contested_as(comparison: Comparison, each: ContestedRole) -> list[tuple[str, int]]:
    """What copies disagree whether a role is, Accountable or Responsible, and in how many activities."""
    scheme = comparison.scheme
    counts = ((scheme.accountable, each.accountable), (scheme.responsible, each.responsible))
    return [(scheme.meaning(letter), count) for letter, count in counts if letter]


def facts(row: RowComparison) -> str:
    """Where an activity stands and what makes it weigh more: `Onboarding, moment of truth, handoff`."""
    marks = ("moment of truth" if row.moment_of_truth else "", "handoff" if row.handoff else "")
    return ", ".join(filter(None, (row.activity.place, *marks)))


def silent(comparison: Comparison, row: RowComparison) -> list[str]:
    """The copies without a vote on a row, told apart: those that left it blank, and those that lack it."""
    reasons = (("blank", row.blank), ("no such activity", row.activity.missing))
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


def joined(comparison: Comparison, *, everything: bool) -> Iterator[tuple[str, Aligned, dict[str, list[int]]]]:
    """What has several names that were taken to mean the same: its kind and its names.

    Unless `everything` is wanted, only where the names are merely alike.
    """
    kinds = (("role", comparison.roles), ("activity", [row.activity for row in comparison.rows]))
    for kind, items in kinds:
        for item in items:
            if everything or item.step in (Step.SIMILAR, Step.SIMILAR_MOVED):
                names = names_of(comparison, item, kind)
                if len(names) > 1:
                    yield kind, item, names


def doubts(comparison: Comparison) -> list[Doubtful]:
    """The pairs of names that may mean the same, each once though it may stand in several phases; likeliest first."""
    found: dict[tuple[str, str, str], Doubtful] = {}
    for each in comparison.doubtful:
        found.setdefault((each.kind, each.name, each.other), each)
    return list(found.values())


def changed(found: Changes) -> str:
    """All changes from one copy to another in numbers: `3 activities added, 1 missing`."""
    if not found:
        return "says the same"
    rows = len({cell.row for cell in found.cells})
    cells = f"{counted(len(found.cells), 'cell', 'cells')} with other letters in {counted(rows, *_ACTIVITY)}"
    cells += f" ({len(found.emptied)} of them left blank)" if found.emptied else ""
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
