"""What a workshop has to decide, in the order in which it should, and how long that may take."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile

from raci_cli.compare.explain import explanation
from raci_cli.compare.fingerprint import fingerprint
from raci_cli.compare.merge import merge
from raci_cli.compare.options import options
from raci_cli.compare.ranking import agenda_order
from raci_cli.compare.silence import silence
from raci_cli.model.agenda import Agenda, Item, Proposal
from raci_cli.model.comparison import Comparison, RowComparison, RowKind
from raci_cli.model.decision import Conflict, MergeResult, Policy, Reason
from raci_cli.rules.settings import Settings

_EVERYBODY = 100
"""Percent of the votes."""
_DISPUTES = {RowKind.ACCOUNTABLE: Reason.ACCOUNTABLE, RowKind.RESPONSIBLE: Reason.RESPONSIBLE}
_PER_ITEM, _PER_ANSWER, _PER_MOMENT_OF_TRUTH = 2, 1, 2


def agenda(  # noqa: PLR0913 - one parameter for each thing that can be asked for
    comparison: Comparison,
    *,
    threshold: int | None = None,
    strict: bool = False,
    settings: Settings | None = None,
    top: int = 0,
    minutes: int = 0,
) -> Agenda:
    """What the copies leave open: disputes about A, then about R, then rows that break a rule or that nobody filled in.

    With a `threshold` it is exactly what a merge with it leaves open; without, nobody is outvoted, and every row is
    open on which copies name different owners. `strict` opens those, too, on which only C or I differ. Among equals
    come first moments of truth, then handoffs, then those on which most would have to give way. `top` and `minutes` say
    how many items, and minutes, there is time for; 0 is without limit. The order of copies decides nothing.

    Raises:
        UsageError: the threshold is no percentage from 51 to 100.
    """
    settings = settings or Settings()
    merged = merge(comparison, Policy(_EVERYBODY if threshold is None else threshold, strict), settings=settings)
    conflicts = _every_dispute(merged, settings) if threshold is None else merged.conflicts
    open_rows = {conflict.row for conflict in conflicts}
    items = tuple(_timed(conflicts, comparison))
    fitting = len(list(takewhile(lambda item: not minutes or item.total <= minutes, items[: top or None])))
    closed = [outcome for outcome in merged.outcomes if outcome.row not in open_rows]
    return Agenda(
        comparison=comparison,
        title=merged.matrix.title,
        items=items[:fitting],
        later=items[fitting:],
        proposals=tuple(Proposal(each, fingerprint(comparison, each.row)) for each in closed if each.minor),
        agreed=tuple(outcome for outcome in closed if not outcome.minor),
        threshold=threshold,
        strict=strict,
        outvoted=_outvoted(comparison, open_rows, settings, strict=strict) if threshold is None else 0,
    )


def suggested_minutes(row: RowComparison, answers: int) -> int:
    """Two minutes for an activity, one more for each answer to hear, and two more for a moment of truth."""
    return _PER_ITEM + _PER_ANSWER * answers + _PER_MOMENT_OF_TRUTH * bool(row.moment_of_truth)


def _every_dispute(merged: MergeResult, settings: Settings) -> list[Conflict]:
    """Every row with different answers to who is A or R, and every other one that cannot stay as all votes say.

    Merging may settle a row on which copies differ, when each has roles that the other lacks; people should see it.
    """
    comparison = merged.comparison
    disputed = [row for row, each in enumerate(comparison.rows) if each.kind in _DISPUTES]
    answers = options(comparison, disputed, merged.policy, settings)
    found = {conflict.row: conflict for conflict in merged.conflicts}
    for row, own in zip(disputed, answers, strict=True):
        reason = _DISPUTES[comparison.rows[row].kind]
        found[row] = Conflict(row, reason, explanation(comparison, row, reason), own, fingerprint(comparison, row))
    return [found[row] for row in agenda_order(comparison, {row: each.reason for row, each in found.items()})]


def _outvoted(comparison: Comparison, rows: Collection[int], settings: Settings, *, strict: bool) -> int:
    """How many of these rows are no conflict for a merge that nobody told otherwise."""
    usual = merge(comparison, Policy(strict=strict), settings=settings)
    return len(set(rows).difference(conflict.row for conflict in usual.conflicts))


def _timed(conflicts: Iterable[Conflict], comparison: Comparison) -> Iterator[Item]:
    total = 0
    for conflict in conflicts:
        minutes = suggested_minutes(comparison.rows[conflict.row], len(conflict.options))
        total += minutes
        note = " ".join(_note(comparison, conflict))
        yield Item(conflict, note, silence(comparison, conflict.row, conflict.options), minutes, total)


def _note(comparison: Comparison, conflict: Conflict) -> Iterator[str]:
    """What a facilitator says when the activity comes up."""
    scheme, row = comparison.scheme, comparison.rows[conflict.row]
    letters = {Reason.ACCOUNTABLE: scheme.accountable, Reason.RESPONSIBLE: scheme.responsible}
    letter = letters.get(conflict.reason)
    yield (f"The leaders name different roles as {scheme.meaning(letter)} ({letter})." if letter else conflict.question)
    if row.moment_of_truth:
        yield f"A moment of truth: {row.moment_of_truth.rstrip('.')}."
    if row.handoff:
        yield "Work changes hands here."
