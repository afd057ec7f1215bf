from __future__ import annotations

import pytest

from copies import copies
from raci_cli.compare import claims, compare
from raci_cli.errors import UsageError

ROLES = "Activity | Sales: AE | Success: CSM | Services: Trainer | Board"


def _claims(sales: str, success: str, services: str = "", **own: list[str]) -> list[str]:
    """What comes of one row in which each leader makes these roles Accountable; empty is not filled in."""
    columns = ("AE", "CSM", "Trainer", "Board")
    tables = {}
    for leader, accountable in {"Sales": sales, "Success": success, "Services": services}.items():
        cells = ["A" if column in accountable.split() else "-" if accountable else "" for column in columns]
        tables[leader] = f"{ROLES}\nPlan | {' | '.join(cells)}"
    comparison = compare(copies(**tables))
    return [
        f"{claim.kind}: {', '.join(comparison.leaders[copy] for copy in claim.copies)}"
        for claim in claims(comparison, own or None)
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("AE", "AE", "AE"), []),
        (("AE", "CSM", "AE"), ["contested: Sales, Success"]),
        (("AE", "CSM", "Trainer"), ["contested: Sales, Success, Services"]),
        (("CSM", "AE", "CSM"), ["orphaned: Sales, Success"]),
        (("CSM", "Board", "CSM"), ["pushed away: Success"]),
        (("AE", "Board", "Board"), ["lone claim: Sales"]),
        (("AE", "AE", "CSM"), ["pushed away: Success"]),
        (("AE", "Trainer", "CSM"), ["lone claim: Sales", "pushed away: Success", "pushed away: Services"]),
        (("none", "none", "none"), ["orphaned: "]),
        (("Board", "Board", "Board"), []),
        (("AE", "", ""), []),
    ],
)
def test_claims(answers: tuple[str, str, str], expected: list[str]) -> None:
    assert _claims(*answers) == expected


def test_leaders_may_be_given_roles_and_groups_by_name() -> None:
    assert _claims("AE", "Board", "AE", Sales=["ae"], Success=["Success", "Board"]) == ["contested: Sales, Success"]


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"Sale": ["AE"]}, r"no copy knows the leader 'Sale'\. Did you mean 'Sales'\?"),
        ({"Sales": ["Ae.", "Traner"]}, r"the role or group 'Traner'\. Did you mean 'Trainer'\?"),
    ],
)
def test_unknown_names(own: dict[str, list[str]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        _claims("AE", "AE", "AE", **own)
