"""What holds for merging whatever the copies say."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from random import Random

import openpyxl
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from copies import random_copies
from raci_cli.compare import compare, merge
from raci_cli.compare.record import entries
from raci_cli.errors import ComparisonError
from raci_cli.formats import read as read_format
from raci_cli.formats.document import decisions as decision_files
from raci_cli.layouts.recognise import recognise
from raci_cli.model import NOTHING, Activity, Assignment, Matrix, Phase, Role, Section
from raci_cli.model.comparison import CellState, Comparison, Copy
from raci_cli.model.decision import How, MergeResult, Policy, Strategy
from raci_cli.model.schemes import RACI
from raci_cli.rules.checking import check
from raci_cli.workbook import write_merge

_QUICK = settings(max_examples=40, deadline=None)
_SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])

policies = st.builds(
    Policy,
    threshold=st.sampled_from([51, 60, 67, 75, 90, 100]),
    strict=st.booleans(),
    strategy=st.sampled_from([Strategy.AGREE, Strategy.PLURALITY]),
)


@st.composite
def valid(draw: st.DrawFn) -> Matrix:
    """Matrices in which every activity has exactly one A and at least one R."""
    roles = tuple(Role(f"Role {name}") for name in "PQST"[: draw(st.integers(1, 4))])
    phases = (Phase("Begin", (Section("First"), Section("Second"))), Phase("End"))
    rows = []
    for number in range(draw(st.integers(1, 6))):
        cells = draw(
            st.lists(st.sampled_from(["", "C", "I", "CI", "R", NOTHING]), min_size=len(roles), max_size=len(roles))
        )
        owner, doer = (draw(st.integers(0, len(roles) - 1)) for _ in range(2))
        cells[doer] = "R"
        cells[owner] = "RA" if cells[owner] == "R" else "A"
        place = draw(st.sampled_from([("Begin", ""), ("Begin", "First"), ("Begin", "Second"), ("End", "")]))
        letters = tuple(Assignment(role, held) for role, held in enumerate(cells) if held)
        rows.append(Activity(f"Activity {'ABCDEF'[number]}", letters, *place))
    return Matrix(roles, tuple(rows), RACI, phases, title="Plan")


def compared(copies: list[Copy], base: Matrix | None = None) -> Comparison:
    """The copies beside each other, if they have anything in common."""
    try:
        return compare(copies, base=base)
    except ComparisonError:
        assume(False)
        raise


def held(matrix: Matrix, activity: int) -> dict[str, str]:
    """The letters of one activity by role, without explicit nothings."""
    cells = matrix.activities[activity].assignments
    return {matrix.roles[cell.role].label: cell.letters for cell in cells if cell.letters != NOTHING}


def told(result: MergeResult) -> list[tuple[object, ...]]:
    """What became of each row, without positions of copies."""
    reasons = {conflict.row: conflict.reason for conflict in result.conflicts}
    return [(outcome.how, outcome.letters, reasons.get(outcome.row)) for outcome in result.outcomes]


@_QUICK
@given(valid(), st.integers(2, 4), policies, st.booleans())
def test_equal_copies_give_that_copy_and_no_conflict(plan: Matrix, many: int, policy: Policy, with_base: bool) -> None:
    result = merge(compare([Copy(name, plan) for name in "ABCD"[:many]], base=plan if with_base else None), policy)
    assert result.matrix == plan
    assert not result.conflicts
    assert {outcome.how for outcome in result.outcomes} == {How.AGREED}


@_QUICK
@given(random_copies(), policies, st.randoms())
def test_the_order_of_copies_decides_nothing(copies: list[Copy], policy: Policy, random: Random) -> None:
    shuffled = list(copies)
    random.shuffle(shuffled)
    first, second = merge(compared(copies), policy), merge(compared(shuffled), policy)
    assert first.matrix == second.matrix
    assert told(first) == told(second)
    assert [conflict.row for conflict in first.conflicts] == [conflict.row for conflict in second.conflicts]
    assert [conflict.fingerprint for conflict in first.conflicts] == [each.fingerprint for each in second.conflicts]


@_QUICK
@given(random_copies(), policies, st.booleans())
def test_a_row_without_conflict_passes_the_rules(copies: list[Copy], policy: Policy, with_base: bool) -> None:
    base = copies[0].matrix if with_base else None
    result = merge(compared(copies[with_base:], base), policy)
    numbered = replace(
        result.matrix,
        activities=tuple(each._replace(row=number) for number, each in enumerate(result.matrix.activities)),
    )
    wrong = {
        finding.location.row
        for finding in check(numbered).findings
        if finding.code.startswith("RACI1") and finding.severity == "error"
    }
    assert wrong <= {conflict.row for conflict in result.conflicts}


@_QUICK
@given(random_copies(), policies)
def test_no_activity_and_no_role_of_any_copy_is_lost(copies: list[Copy], policy: Policy) -> None:
    result = merge(compared(copies), policy)
    merged = Counter(activity.name for activity in result.matrix.activities)
    assert sum(merged.values()) >= max(len(copy.matrix.activities) for copy in copies)
    for copy in copies:
        for index in range(len(copy.matrix.activities)):
            assert sum(row.activity.indexes[copies.index(copy)] == index for row in result.comparison.rows) == 1
        assert len(result.matrix.roles) >= len(copy.matrix.roles)


@_QUICK
@given(valid(), st.data())
def test_a_copy_without_a_row_or_a_column_takes_nothing_away(plan: Matrix, data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(plan.activities) - 1))
    fewer = replace(plan, activities=plan.activities[:gone] + plan.activities[gone + 1 :])
    assume(fewer.activities)
    assert merge(compare([Copy("A", plan), Copy("B", fewer)])).matrix.activities == plan.activities
    assert merge(compare([Copy("A", fewer), Copy("B", fewer)], base=plan)).matrix.activities == plan.activities

    column = data.draw(st.integers(0, len(plan.roles) - 1))
    assume(len(plan.roles) > 1)
    narrow = _without_role(plan, column)
    result = merge(compare([Copy("A", plan), Copy("B", narrow)]))
    settled = {outcome.row for outcome in result.outcomes if outcome.how is not How.OPEN}
    assert all(held(result.matrix, row) == held(plan, row) for row in settled)
    assert merge(compare([Copy("A", narrow), Copy("B", narrow)], base=plan)).matrix.activities == plan.activities


def _without_role(plan: Matrix, column: int) -> Matrix:
    """The plan as if one column had been cut out."""
    rows = []
    for activity in plan.activities:
        cells = (cell for cell in activity.assignments if cell.role != column)
        moved = tuple(cell._replace(role=cell.role - (cell.role > column)) for cell in cells)
        rows.append(activity._replace(assignments=moved))
    return replace(plan, roles=plan.roles[:column] + plan.roles[column + 1 :], activities=tuple(rows))


@_QUICK
@given(valid(), st.data())
def test_a_renamed_role_keeps_its_edits(plan: Matrix, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, len(plan.roles) - 1))
    roles = list(plan.roles)
    roles[column] = Role("Somebody quite different")
    result = merge(compared([Copy("A", plan), Copy("B", plan), Copy("C", replace(plan, roles=tuple(roles)))]))
    opened = {conflict.row: conflict for conflict in result.conflicts}
    for row in range(len(plan.activities)):
        edit = held(plan, row).get(plan.roles[column].label, "")
        kept = held(result.matrix, row).get("Somebody quite different", "")
        assert set(edit) & set("RA") <= set(kept) or row in opened
        assert row in opened or kept == edit


@_QUICK
@given(valid(), st.data())
def test_one_a_moved_to_two_roles_is_a_conflict(plan: Matrix, data: st.DataObject) -> None:
    assume(len(plan.roles) >= 3)
    row = data.draw(st.integers(0, len(plan.activities) - 1))
    owner = plan.activities[row].holders("A")[0]
    one, other = data.draw(
        st.permutations([role for role in range(len(plan.roles)) if role != owner]).map(lambda roles: roles[:2])
    )
    copies = [Copy("A", _moved(plan, row, one)), Copy("B", _moved(plan, row, other))]
    for base in (None, plan):
        result = merge(compare(copies, base=base))
        assert row in {conflict.row for conflict in result.conflicts}
        assert not result.matrix.activities[row].holders("A")


def _moved(plan: Matrix, row: int, role: int) -> Matrix:
    """The plan with the A of one activity at another role."""
    cells = {cell.role: cell.letters.replace("A", "") for cell in plan.activities[row].assignments}
    cells[role] = RACI.ordered(cells.get(role, "").replace(NOTHING, "") + "A")
    letters = tuple(Assignment(each, cells[each]) for each in sorted(cells) if cells[each])
    rows = list(plan.activities)
    rows[row] = rows[row]._replace(assignments=letters)
    return replace(plan, activities=tuple(rows))


@_QUICK
@given(random_copies(), policies)
def test_no_tie_about_who_is_accountable_is_ever_settled(copies: list[Copy], policy: Policy) -> None:
    result = merge(compared(copies), policy)
    for outcome in result.outcomes:
        row = result.comparison.rows[outcome.row]
        answers = row.who("A")
        tied = any(len(one.copies) == len(two.copies) for one, two in pairwise(answers[:2]))
        everywhere = all(None not in result.comparison.roles[role].indexes for each in answers for role in each.roles)
        if tied and everywhere:
            assert outcome.how is How.OPEN


@_SLOW
@given(random_copies(), policies)
def test_the_workbook_holds_every_vote_and_reads_back_as_the_one_matrix(copies: list[Copy], policy: Policy) -> None:
    result = merge(compared(copies), policy)
    data = write_merge(result)
    grids = read_format(data, "agreed.xlsx")
    assert isinstance(grids, tuple)
    (again,) = recognise(grids, "agreed.xlsx")
    assert again == result.matrix
    comparison = result.comparison
    wanted = Counter(
        (row.activity.name, comparison.leaders[vote.copy], comparison.roles[role].label, cell.letters or NOTHING)
        for number, row in enumerate(comparison.rows)
        for vote in row.votes
        for role, cell in enumerate(comparison.cells(number, vote.copy))
        if cell.state in (CellState.VALUE, CellState.NONE)
    )
    assert Counter(_votes(data)) == wanted
    written = {copy.leader: sum(len(row.assignments) for row in copy.matrix.activities) for copy in copies}
    assert Counter(leader for _, leader, *_ in _votes(data)) == Counter(written)


def _votes(data: bytes) -> list[tuple[str, ...]]:
    """(activity, leader, role, letters) of each line of the sheet Votes, as another library reads it."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Votes"]
    lines = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=6)]
    return [(activity, leader, role, letters.replace("/", "")) for _, _, activity, leader, _, role, letters in lines]


@_SLOW
@given(random_copies())
def test_choosing_an_option_that_breaks_no_rule_settles_what_is_open(copies: list[Copy]) -> None:
    result = merge(compared(copies))
    written = decision_files.write(entries(result), "Plan")
    waiting = decision_files.read(written.encode(), "decisions.yaml")
    assert [(each.activity, each.fingerprint, each.letters) for each in waiting] == [
        (entry.decision.activity, entry.decision.fingerprint, ()) for entry in entries(result)
    ]
    taken = []
    hopeless = set()
    for entry, decision, conflict in zip(entries(result), waiting, result.conflicts, strict=True):
        option = next((each for each in entry.options if not each.breaks), None)
        if option:
            taken.append(decision._replace(letters=option.letters))
        else:
            hopeless.add(conflict.row)
    names = Counter((each.activity, each.phase, each.section, each.fingerprint) for each in waiting)
    assume(max(names.values(), default=1) == 1)
    again = merge(result.comparison, decisions=taken)
    assert not again.refused
    assert {conflict.row for conflict in again.conflicts} == hopeless
