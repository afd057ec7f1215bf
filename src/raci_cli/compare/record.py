"""A merge by name, as it is kept in files: the open activities to decide about, and the decisions that counted."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.compare.fingerprint import fingerprint
from raci_cli.formats.document.decisions import Answer, Entry
from raci_cli.model.comparison import Comparison, Letters
from raci_cli.model.decision import Conflict, Decision, MergeResult, NamedLetters, Option, RecordedVote
from raci_cli.rules.wording import listed, slashed


def entries(result: MergeResult) -> Iterator[Entry]:
    """What is open, in the order of the agenda, then the decisions that counted, with today's votes."""
    comparison = result.comparison
    for conflict in result.conflicts:
        yield _open(comparison, conflict)
    for outcome in result.outcomes:
        if outcome.decision:
            found = untaken(comparison, outcome.row)
            taken = outcome.decision
            yield Entry(
                found._replace(
                    letters=named(comparison, outcome.letters),
                    decided_by=taken.decided_by,
                    when=taken.when,
                    why=taken.why,
                )
            )


def untaken(comparison: Comparison, row: int) -> Decision:
    """A decision about a row that waits for its letters."""
    found = comparison.rows[row]
    return Decision(
        activity=found.activity.name,
        phase=found.activity.place,
        section=found.activity.section,
        votes=tuple(
            RecordedVote(comparison.leaders[vote.copy], named(comparison, vote.letters)) for vote in found.votes
        ),
        fingerprint=fingerprint(comparison, row),
    )


def named(comparison: Comparison, letters: Letters) -> NamedLetters:
    """Letters by the names of roles, as they are written: `R/A`."""
    return tuple((comparison.roles[role].label, slashed(held)) for role, held in letters)


def _open(comparison: Comparison, conflict: Conflict) -> Entry:
    answers = (_answer(comparison, option) for option in conflict.options)
    return Entry(untaken(comparison, conflict.row), conflict.question, tuple(answers))


def _answer(comparison: Comparison, option: Option) -> Answer:
    leaders = listed([comparison.leaders[copy] for copy in option.copies])
    return Answer(named(comparison, option.letters), leaders, " ".join(option.breaks))
