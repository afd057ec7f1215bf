"""The sheet that tells how every activity was settled on which not simply all said the same."""

from __future__ import annotations

from raci_cli.model.decision import How, MergeResult, Outcome, Strategy
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.letters import holders
from raci_cli.workbook.merged.table import Column, Table

_UNTOLD = (How.AGREED, How.MINOR, How.OPEN, How.EMPTY)
"""Everybody agrees who owns the activity, or nothing is settled: other sheets tell."""
_LEFT = (Column("Phase", 22), Column("Activity", 40, "table name"), Column("How it was settled", 34))
_RIGHT = (Column("Decided by", 22), Column("When", 12), Column("Why", 50))


def add(book: Book, result: MergeResult) -> None:
    """Add who settled what, then the decisions that did not count."""
    scheme = result.comparison.scheme
    columns = [*_LEFT, *(Column(meaning or letter, 24) for letter, meaning in scheme.letters), *_RIGHT]
    introduction = _policy(result)
    table = Table(
        book, book.add_sheet("Decisions", form.DECISIONS), "How activities were settled", introduction, columns
    )
    table.headings(20, frozen=2)
    for outcome in result.outcomes:
        if outcome.how not in _UNTOLD:
            table.row(_settled(result, outcome))
    if all(outcome.how in _UNTOLD for outcome in result.outcomes):
        open_yet = "Nothing is decided yet: what is open stands on the sheet Conflicts."
        nothing = open_yet if result.conflicts else "Nothing had to be decided."
        table.row(["", nothing, *[""] * (len(columns) - 2)])
    for refused in result.refused:
        decision = refused.decision
        told = [decision.phase, decision.activity, f"This decision did not count. {refused.explanation}"]
        by = [decision.decided_by, decision.when, decision.why]
        table.row([*told, *[""] * len(scheme.letters), *by])


def _settled(result: MergeResult, outcome: Outcome) -> list[str]:
    comparison, decision = result.comparison, outcome.decision
    activity = comparison.rows[outcome.row].activity
    held = [holders(comparison, outcome.letters, letter) for letter in comparison.scheme.alphabet]
    by = [decision.decided_by, decision.when, decision.why] if decision else ["", "", ""]
    return [activity.place, activity.label, _how(result, outcome), *held, *by]


def _how(result: MergeResult, outcome: Outcome) -> str:
    votes = len(result.comparison.rows[outcome.row].votes)
    sentences = {
        How.THRESHOLD: f"At least {result.policy.threshold} % of {votes} votes",
        How.LONE: "Only one copy has it filled in",
        How.CHANGED: "All who changed the base say so",
        How.UNCHANGED: "As in the base; nobody has filled it in",
        How.PLURALITY: f"Most of {votes} votes (strategy plurality)",
        How.PREFERRED: f"As {result.policy.preferred} says (strategy prefer)",
        How.BASE: "As in the base (strategy base)",
        How.DECIDED: "People decided",
    }
    return sentences[outcome.how]


def _policy(result: MergeResult) -> str:
    policy = result.policy
    said = f"An owner counts as agreed with {policy.threshold} % of the votes."
    if policy.strict:
        said += " So do all other letters (strict)."
    return said if policy.strategy is Strategy.AGREE else f"{said} Strategy for disputes: {policy.strategy}."
