"""Row by row, and what the rows add up to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copies import copies
from raci_cli.compare import compare, heat_map
from raci_cli.errors import ComparisonError
from raci_cli.model.comparison import (
    Cell,
    CellState,
    Comparison,
    ContestedRole,
    Copy,
    PhaseAgreement,
    RowKind,
    Standing,
    Version,
)
from tables import matrix

THREE = {
    "Sales": """
        Activity        | AE  | CSM | Trainer
        # Start
        Kickoff meeting | R/A | C   | I
        Plan            | A   | R   |
        Teach           |     | A   | R
        Greet           | A   | R   | C
        Wave            | A   | R   |
        Smile           |     |     |
        # End
        Part            | R/A |     |
        """,
    "Success": """
        Activity        | AE  | CSM | Trainer
        # Start
        Kickoff meeting | R/A | C   | I
        Plan            | C   | R/A |
        Teach           |     | A   | R
        Greet           | A   | R   | I
        Wave            | A   |     | R
        Smile           |     |     |
        # End
        Part            |     |     |
        """,
    "Services": """
        Activity        | AE  | CSM | Trainer
        # Start
        Kickoff meeting | R/A | C   | I
        Plan            |     | A   | R
        Teach           | -   | A   | R
        Greet           | A   | R   | C
        Wave            | A   | R   |
        Smile           |     |     |
        """,
}


@pytest.fixture(scope="module")
def three() -> Comparison:
    return compare(copies(**THREE))


def _kinds(comparison: Comparison) -> dict[str, RowKind]:
    return {row.activity.name: row.kind for row in comparison.rows}


def test_what_the_leaders_disagree_about(three: Comparison) -> None:
    assert _kinds(three) == {
        "Kickoff meeting": RowKind.AGREED,
        "Plan": RowKind.ACCOUNTABLE,
        "Teach": RowKind.AGREED,
        "Greet": RowKind.MINOR,
        "Wave": RowKind.RESPONSIBLE,
        "Smile": RowKind.EMPTY,
        "Part": RowKind.LONE,
    }


def test_the_versions_of_who_it_is(three: Comparison) -> None:
    assert three.rows[1].who("A") == (Version((1,), (1, 2)), Version((0,), (0,)))
    assert three.rows[1].who("R") == (Version((1,), (0, 1)), Version((2,), (2,)))
    assert three.rows[0].who("A") == (Version((0,), (0, 1, 2)),)
    assert three.rows[5].who("A") == ()


def test_cells_keep_their_states_apart(three: Comparison) -> None:
    assert three.cells(2, 2) == (Cell(CellState.NONE), Cell(CellState.VALUE, "A"), Cell(CellState.VALUE, "R"))
    assert three.cells(2, 0)[0] == Cell(CellState.BLANK)
    assert three.cells(6, 1)[0] == Cell(CellState.BLANK)
    assert three.cells(6, 2)[0] == Cell(CellState.ABSENT)
    assert {cell.state for cell in three.cells(0, None)} == {CellState.ABSENT}
    assert three.activity(6, 2) is None


def test_a_blank_or_absent_row_is_no_vote(three: Comparison) -> None:
    assert [vote.copy for vote in three.rows[6].votes] == [0]
    assert three.rows[6].activity.missing == (2,)
    assert three.rows[5].votes == ()


def test_the_ranking_takes_the_weightiest_first(three: Comparison) -> None:
    assert [three.rows[row].activity.name for row in three.ranking] == ["Plan", "Wave", "Greet"]


def test_within_a_kind_the_ranking_goes_by_moment_of_truth_then_handoff_then_agreement() -> None:
    one = matrix("""
        Activity | AE | CSM | Dev
        Even     | A  | R   |
        Handed   | A  |     | R
        Moment   | A  |     | R
        Wide     | A  | R   |
        """)
    other = matrix("""
        Activity | AE | CSM | Dev
        Even     |    | R/A |
        Handed   |    | A   | R
        Moment   |    | A   | R
        Wide     |    | R   | A
        """)
    moments = [
        each._replace(moment_of_truth="first sight") if each.name == "Moment" else each for each in one.activities
    ]
    wide = [moments[3]._replace(assignments=moments[3].assignments[:1]), *moments[:3]]
    comparison = compare([Copy("A", replace(one, activities=tuple(moments))), Copy("B", other)])
    assert [comparison.rows[row].activity.name for row in comparison.ranking] == ["Moment", "Handed", "Wide", "Even"]
    assert [row.handoff for row in comparison.rows] == [False, True, False, True]
    lone = compare([Copy("A", replace(one, activities=tuple(wide))), Copy("B", other)])
    assert [lone.rows[row].activity.name for row in lone.ranking][:2] == ["Moment", "Handed"]
    assert lone.rows[lone.ranking[2]].activity.name == "Wide"


def test_agreement_in_numbers(three: Comparison) -> None:
    agreement = three.agreement
    assert (agreement.agreed, agreement.comparable) == (4, 5)
    assert agreement.accountable.units == 5
    chance = 2 * 10 * 5 / (15 * 14)  # of 15 answers, 10 say AE and 5 CSM
    assert agreement.accountable.value == pytest.approx(1 - (2 / 15) / chance)
    assert agreement.accountable.interval is not None
    assert agreement.cells.value is not None
    assert agreement.blank_cells == 1
    assert [(phase.phase, phase.comparable, phase.agreed) for phase in agreement.phases] == [("Start", 5, 4)]
    assert agreement.phases[0].accountable is not None


def test_a_short_phase_has_counts_and_no_alpha() -> None:
    short = "Activity | CSM\n# Start\nPlan | A\nTeach | A"
    (phase,) = compare(copies(A=short, B=short)).agreement.phases
    assert phase == PhaseAgreement("Start", 2, 2, None)


def test_standings(three: Comparison) -> None:
    sales, success, services = three.standings
    assert (sales.activities, sales.filled_in, sales.completeness) == (7, 6, 6 / 7)
    assert (success.activities, success.filled_in) == (7, 5)
    assert (services.activities, services.filled_in) == (6, 5)
    assert sales.distance is not None
    assert 0 < sales.distance < 0.4
    alone = compare(copies(A="Activity | CSM\nPlan | A", B="Activity | CSM\nPlan |")).standings
    assert alone == (Standing(1, 1, 1.0, None), Standing(1, 0, 0.0, None))


def test_contested_roles(three: Comparison) -> None:
    assert three.contested == (ContestedRole(1, 1, 2), ContestedRole(0, 1, 0), ContestedRole(2, 0, 2))


def test_the_heat_map_shows_where_they_agree(three: Comparison) -> None:
    account_executive, csm, trainer = (heat_map(three)["Start", role] for role in range(3))
    assert account_executive == pytest.approx((1 + 0 + 1 + 1) / 4)  # nobody gives letters for Teach
    assert csm == pytest.approx((1 + 4 / 9 + 1 + 1 + 1 / 3) / 5)
    assert trainer == pytest.approx((1 + 1 / 3 + 1 + 1 / 3 + 1 / 3) / 5)
    assert len(heat_map(three)) == 3  # at the End, only one has filled in anything


def test_with_a_base_one_copy_will_do() -> None:
    base = matrix("Activity | CSM | AE\nPlan | A | R\nTeach | |")
    comparison = compare(copies(A="Activity | AE | CSM\nPlan | R/A |\nTeach | | A\nWave | A |"), base=base)
    assert [row.base for row in comparison.rows] == [((0, "A"), (1, "R")), None, None]
    assert [row.activity.base for row in comparison.rows] == [0, 1, None]
    assert comparison.rows[0].votes[0].letters == ((1, "RA"),)
    assert comparison.cells(0, None) == (Cell(CellState.VALUE, "A"), Cell(CellState.VALUE, "R"))
    assert {row.kind for row in comparison.rows} == {RowKind.LONE}


def test_renamed_and_moved_are_told_apart() -> None:
    one = "Activity | CSM\n# Start\nPlan the rollout | A\n1. Teach | A\nWave | A\n# End\nPart | A"
    other = "Activity | CSM\n# Start\nPlan the rolout | A\n2. TEACH | A\n# End\nWave | A\nPart | A"
    rows = {row.activity.name.lower(): row for row in compare(copies(A=one, B=other), base=matrix(one)).rows}
    assert [name for name, row in rows.items() if row.renamed] == ["plan the rollout"]
    assert [name for name, row in rows.items() if row.moved] == ["wave"]


def test_a_copy_of_a_wider_scheme_goes_with_one_of_a_narrower() -> None:
    wide, narrow = "scheme: rasci\nActivity | CSM | Dev\nPlan | R/A | S", "Activity | CSM | Dev\nPlan | A/R |"
    comparison = compare(copies(A=narrow, B=wide))
    assert comparison.scheme.name == "rasci"
    assert comparison.rows[0].kind is RowKind.MINOR


def test_schemes_without_accountable_are_compared_by_the_rest() -> None:
    table = "scheme: rs\nActivity | CSM | Dev\nPlan | R | S\nTeach | {} | R"
    comparison = compare(copies(A=table.format("R"), B=table.format("S")))
    assert comparison.agreement.accountable.undefined == "the scheme has no such letter"
    assert [row.kind for row in comparison.rows] == [RowKind.AGREED, RowKind.RESPONSIBLE]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"A": "Activity | CSM\nPlan | A"}, "give at least two copies, or one and a base"),
        (
            {"A": "Activity | CSM\nPlan | A", "B": "scheme: daci\nActivity | CSM\nPlan | A"},
            r"'A' uses the scheme RACI \(RACI\), 'B' uses DACI \(DACI\): their letters do not mean the same",
        ),
        (
            {"A": "Activity | CSM\nPlan | A", "B": "Activity | CSM\nPlan | A", "C": "Activity | CSM\nTeach | A"},
            "The copy of 'C' shares no activity with the others",
        ),
        (
            {"A": "Activity | CSM\nPlan | A", "B": "Activity | Trainer\nPlan | A"},
            "The copy of 'A' shares no role with the others",
        ),
    ],
)
def test_copies_that_cannot_be_compared(tables: dict[str, str], message: str) -> None:
    with pytest.raises(ComparisonError, match=message):
        compare(copies(**tables))


def test_two_copies_of_one_leader_are_refused() -> None:
    plan = matrix("Activity | CSM\nPlan | A")
    with pytest.raises(ComparisonError, match="2 copies are by 'Sales'"):
        compare([Copy("Sales", plan), Copy("Sales", plan)])
