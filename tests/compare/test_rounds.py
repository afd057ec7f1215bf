from __future__ import annotations

import pytest

from copies import copies
from raci_cli.compare import Aliases, Movement, compare_rounds
from raci_cli.errors import ComparisonError

FIRST = {
    "Sales": "Activity | AE | CSM\nPlan | A | R\nTeach | A | R\nWave | A |\nPart | A |",
    "Success": "Activity | AE | CSM\nPlan | | R/A\nTeach | R | A\nWave | A |\nPart | |",
}
SECOND = {
    "Success": "Activity | AE | CSM\nPlan | A | R\nTeach | R | A\nWave | A | I\nPart | | A",
    "Services": "Activity | CSM | AE\nPlan | R | A",
    "Sales": "Activity | AE | CSM\nPlan | A | R\nTeach | A | R\nWave | A |\nPart | A |",
}


def test_two_rounds() -> None:
    rounds = compare_rounds(copies(**FIRST), copies(**SECOND))
    assert rounds.movements == (Movement("Sales", 4, 0, 0), Movement("Success", 3, 2, 1))
    assert [row.first.activity.name for row in rounds.rows if not row.stable] == ["Plan"]
    assert [row.first.agreement for row in rounds.rows] == [0.5, 0, 1, None]
    assert (rounds.first.agreed, rounds.first.comparable) == (1, 3)
    assert (rounds.second.agreed, rounds.second.comparable) == (2, 4)
    assert rounds.rise is not None
    assert rounds.rise > 0


def test_where_one_round_has_no_alpha_nothing_rises() -> None:
    alone = {"Sales": FIRST["Sales"]}
    assert compare_rounds(copies(**alone), copies(**SECOND)).rise is None


def test_somebody_must_have_taken_part_twice() -> None:
    with pytest.raises(ComparisonError, match="Nobody took part in both rounds"):
        compare_rounds(copies(A=FIRST["Sales"]), copies(B=FIRST["Sales"]))


def test_what_became_of_each_activity() -> None:
    first = "Activity | AE | CSM\nSettled | A | R\nReopened | A | R\nStable | A | R\nStuck | A | R"
    other = "Activity | AE | CSM\nSettled | R | A\nReopened | A | R\nStable | A | R\nStuck | R | A"
    moved = "Activity | AE | CSM\nSettled | A | R\nReopened | R | A\nStable | A | R\nStuck | R | A"
    found = compare_rounds(copies(Sales=first, Success=other), copies(Sales=first, Success=moved))
    names = [[row.second.activity.name for row in rows] for rows in (found.settled, found.reopened, found.stable)]
    assert names == [["Settled"], ["Reopened"], ["Stable", "Stuck"]]


@pytest.mark.parametrize(("renamed", "aliases"), [("CSMs", None), ("Coach", Aliases(roles={"Coach": "CSM"}))])
def test_a_leader_who_renames_a_role_has_not_moved(renamed: str, aliases: Aliases | None) -> None:
    again = {leader: table.replace("CSM", renamed) for leader, table in FIRST.items()}
    found = compare_rounds(copies(**FIRST), copies(**again), aliases=aliases)
    assert [each.changed for each in found.movements] == [0, 0]
    assert found.rise == 0
