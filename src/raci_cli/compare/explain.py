"""Why a row is open, in sentences for those who have to decide."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.model.comparison import Comparison, Version
from raci_cli.model.decision import Reason
from raci_cli.rules.wording import listed


def explanation(comparison: Comparison, row: int, reason: Reason, faults: Sequence[str] = ()) -> str:
    """Who says what about the letter in dispute; or the rules that the row breaks."""
    scheme = comparison.scheme
    if reason is Reason.ACCOUNTABLE:
        return _who(comparison, row, scheme.accountable)
    if reason is Reason.RESPONSIBLE:
        return _who(comparison, row, scheme.responsible)
    if reason is Reason.MINOR:
        others = [letter for letter in scheme.alphabet if letter not in (scheme.accountable, scheme.responsible)]
        return " ".join(_who(comparison, row, letter) for letter in others if len(comparison.rows[row].who(letter)) > 1)
    return "Nobody has filled it in." if reason is Reason.EMPTY else " ".join(faults)


def _who(comparison: Comparison, row: int, letter: str) -> str:
    """Like this: `Who is Accountable (A)? Trainer, say Anna and Ben; nobody, says Carl.`."""
    said = (_answer(comparison, version) for version in comparison.rows[row].who(letter))
    return f"Who is {comparison.scheme.meaning(letter)} ({letter})? {'; '.join(said)}."


def _answer(comparison: Comparison, version: Version) -> str:
    roles = listed([comparison.roles[role].label for role in version.roles]) or "nobody"
    says = "says" if len(version.copies) == 1 else "say"
    return f"{roles}, {says} {listed([comparison.leaders[copy] for copy in version.copies])}"
