"""The votes counted a second time, row by row, by the plainest reading of what docs/merge.md promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from raci_cli.compare import compare, merge
from raci_cli.model import Activity, Assignment, Matrix, Role
from raci_cli.model.comparison import Copy
from raci_cli.model.decision import Policy, Strategy
from raci_cli.model.schemes import RACI

_ROLES = ("Sales", "Trainer", "Legal", "Support")
Row = tuple[str, ...]
Pairs = frozenset[tuple[int, str]]
"""Roles with an A or R."""

_rows = st.tuples(*[st.sampled_from(["", "", "A", "R", "RA", "C", "I"])] * 4)
_usual = ("A", "R", "C", "")
rows = st.just(_usual) | st.just(("", "", "", "")) | st.just(("R", "A", "I", "")) | _rows
policies = st.builds(
    Policy,
    threshold=st.sampled_from([51, 60, 67, 75, 80, 100]),
    strict=st.just(value=False),
    strategy=st.sampled_from([Strategy.AGREE, Strategy.PLURALITY, Strategy.PREFER]),
    preferred=st.just("B"),
)


def plan(row: Row) -> Matrix:
    """One activity with these letters, under one on which all agree."""
    cells = tuple(Assignment(role, letters) for role, letters in enumerate(row) if letters)
    agreed = (Assignment(0, "RA"),)
    return Matrix(tuple(map(Role, _ROLES)), (Activity("Kickoff", agreed), Activity("Training", cells)), RACI)


def owners(row: Row) -> Pairs:
    return frozenset((role, letter) for role, letters in enumerate(row) for letter in letters if letter in "RA")


def most(answers: Iterable[Pairs]) -> Pairs | None:
    """The answer given most often; None if two are."""
    first = Counter(answers).most_common(2)
    return first[0][0] if len(first) == 1 or (first and first[0][1] > first[1][1]) else None


def expected(copies: Sequence[Row], base: Row | None, policy: Policy) -> Pairs | None:
    """Who owns the activity; None where that is open."""
    votes = {number: owners(row) for number, row in enumerate(copies) if any(row)}
    left = base if base and any(base) else None
    voices = [said for said in votes.values() if not left or said != owners(left)]
    if not voices:
        return owners(left) if left else None
    counts = Counter(pair for said in voices for pair in said)
    share = {pair: Fraction(count, len(voices)) for pair, count in counts.items()}
    enough = Fraction(policy.threshold, 100)
    candidate = frozenset(pair for pair in share if share[pair] >= enough)
    if all(share[pair] <= 1 - enough for pair in share.keys() - candidate):
        return candidate
    if policy.strategy is Strategy.PREFER:
        return votes.get(1)
    if policy.strategy is Strategy.PLURALITY:
        accountable = most(_held(said, "A") for said in voices)
        responsible = most(_held(said, "R") for said in voices if _held(said, "A") == accountable)
        return None if accountable is None or responsible is None else accountable | responsible
    return None


def _held(said: Pairs, letter: str) -> Pairs:
    return frozenset(pair for pair in said if pair[1] == letter)


def valid(pairs: Pairs) -> bool:
    held = Counter(letter for _, letter in pairs)
    return held["A"] == 1 and held["R"] >= 1


def consulted_or_informed(copies: Sequence[Row], role: int) -> str:
    """C or I, if at least half of the votes give it one."""
    said = [row[role] for row in copies if any(row)]
    either, consulted = (sum(letter in cell for cell in said for letter in letters) for letters in ("CI", "C"))
    if 2 * either < len(said):
        return ""
    return "C" if 2 * consulted >= len(said) else "I"


@settings(max_examples=150, deadline=None)
@given(st.lists(rows, min_size=2, max_size=7), st.none() | rows, policies)
def test_every_row_is_settled_as_the_rules_of_merging_say(copies: list[Row], base: Row | None, policy: Policy) -> None:
    given = [Copy(leader, plan(row)) for leader, row in zip("ABCDEFG", copies, strict=False)]
    result = merge(compare(given, base=plan(base) if base else None), policy)
    wanted = expected(copies, base, policy)
    activity = result.matrix.activities[1]
    assert bool(result.conflicts) == (wanted is None or not valid(wanted))
    if wanted is None or result.conflicts:
        return
    held = {cell.role: cell.letters for cell in activity.assignments}
    assert owners(tuple(held.get(role, "") for role in range(4))) == wanted
    if base is None and not any(outcome.how.value == "preferred" for outcome in result.outcomes):
        others = {role: held.get(role, "") for role in range(4) if not {(role, "A"), (role, "R")} & wanted}
        assert others == {role: consulted_or_informed(copies, role) for role in others}
