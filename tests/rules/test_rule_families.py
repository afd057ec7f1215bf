"""RACI1xx, RACI2xx and RACI3xx beyond what the rules' own pages show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from raci_cli.model import Finding, Scheme
from raci_cli.rules.checking import check
from raci_cli.rules.settings import Profile, Settings, Thresholds
from tables import codes, matrix


def only(code: str, table: str, thresholds: Thresholds | None = None) -> list[str]:
    return codes(check(matrix(table), Settings(select=(code,), thresholds=thresholds or Thresholds())))


def first(code: str, table: str) -> Finding:
    return check(matrix(table), Settings(select=(code,))).findings[0]


def full(rows: int, roles: int, cell: str = "A") -> str:
    """A table in which the first role holds `cell` everywhere and the second one R."""
    heading = " | ".join(["Activity", *(f"Function {chr(65 + index)}" for index in range(roles))])
    return "\n".join([heading, *(f"Job no. {row} | {cell} | R" for row in range(rows))])


def test_a_row_without_letters_is_one_finding() -> None:
    table = """
        Activity | Lead | Trainer
        Plan     | A    | R
        Train    |      |
    """
    assert codes(check(matrix(table), Settings(select=("RACI1",), ignore=("RACI109",)))) == ["A3 RACI100"]


def test_a_row_that_says_nobody_is_filled_in() -> None:
    table = """
        Activity | Lead | Trainer
        Train    | -    | -
    """
    result = check(matrix(table), Settings(select=("RACI1",)))
    assert codes(result) == ["A2 RACI101", "A2 RACI103"]
    assert result.filled_in == 1


def test_no_accountable_names_those_who_do_the_work() -> None:
    table = """
        Activity | Project Manager | Trainer | Developer
        Plan     | R               | C       |
        Train    | R               | R       | R
        Tell     |                 |         | I
    """
    findings = check(matrix(table), Settings(select=("RACI101",))).findings
    assert [finding.advice for finding in findings] == [
        "Project Manager is Responsible (R): ask them who answers for the result.",
        "Project Manager, Trainer and Developer are Responsible (R): ask them who answers for the result.",
        "Decide which role answers for the result and give it the A.",
    ]


def test_several_accountable_names_them_all() -> None:
    table = """
        Activity | Lead | Trainer | Developer
        Plan     | A    | R/A     | A
    """
    assert first("RACI102", table).message == "3 roles are Accountable (A) for “Plan”: Lead, Trainer and Developer."


def test_very_many_names_are_cut() -> None:
    table = "Activity" + "".join(f" | Job {index}" for index in range(30)) + "\nPlan" + " | A" * 30
    assert first("RACI102", table).message.endswith("Job 10, Job 11 and 18 more.")


def test_messages_use_the_words_of_the_scheme() -> None:
    table = """
        scheme: daci
        Activity | Lead | Trainer
        Plan     |      | D
    """
    finding = first("RACI101", table)
    assert finding.message == "Nobody is Approver (A) for “Plan”."
    assert finding.advice == "Trainer is Driver (D): ask them who answers for the result."


@pytest.mark.parametrize(("scheme", "responsible"), [("rs", "R"), ("ps", "P")])
def test_rules_about_accountable_are_silent_where_no_letter_means_it(scheme: str, responsible: str) -> None:
    table = f"""
        scheme: {scheme}
        Activity | Sales | Success
        # Selling
        Book     | {responsible} | S
        Renew    | S             |
    """
    result = check(matrix(table))
    assert codes(result) == ["A4 RACI103"]
    assert result.notes == ("This scheme has no letter for Accountable, so the rules about it do not apply.",)


def test_a_legend_may_give_a_another_meaning() -> None:
    scheme = Scheme("legend", (("A", "Assists"), ("L", "Leads")), responsible="L")
    table = """
        Activity | Sales | Success
        Book     | A     | A
    """
    (finding,) = check(matrix(table, scheme=scheme)).findings
    assert (finding.code, finding.message) == ("RACI103", "Nobody is Leads (L) for “Book”.")


def test_a_scheme_without_any_part_has_no_findings_about_letters() -> None:
    table = """
        Activity | Sales | Success
        Book     | X     | Y
        Renew    | X/Y   |
        Sell     |       |
    """
    result = check(matrix(table, scheme=Scheme("own", (("X", "Leads"), ("Y", "Helps")))))
    assert codes(result) == ["A4 RACI100"]


def test_too_many_responsible_covers_several_responsible() -> None:
    table = """
        Activity | Lead | Ops | Dev | QA | Desk
        Plan     | A    | R   | R   | R  |
        Go-live  | A    | R   | R   | R  | R
    """
    select = ("RACI104", "RACI105")
    assert codes(check(matrix(table), Settings(select=select))) == ["A2 RACI104", "A3 RACI105"]
    assert only("RACI104", table) == ["A2 RACI104", "A3 RACI104"]


def test_consulted_needs_a_share_and_a_number() -> None:
    table = "Activity" + "".join(f" | Job {index}" for index in range(15)) + "\nFive | A | R" + " | C" * 5
    assert only("RACI106", table) == []
    assert only("RACI106", table + "\nSix | A | R" + " | C" * 6) == ["A3 RACI106"]
    assert only("RACI106", table, Thresholds(consulted_share=0.2)) == ["A2 RACI106"]
    assert only("RACI106", "Activity | K | L | M | N\nFour | R/C | C | C | C") == []


def test_informed_needs_a_share_and_a_number() -> None:
    assert only("RACI107", "Activity | K | L | M | N | O\nFour | R/A | I | I | I | I") == []
    assert only("RACI107", "Activity | K | L | M | N | O | P\nFive | R/A | I | I | I | I | I") == ["A2 RACI107"]


@pytest.mark.parametrize(("cells", "found"), [("R/A | I | I | I | I", []), ("R/A | I | I | I | I | C", ["A2 RACI108"])])
def test_everybody_needs_six_roles(cells: str, found: list[str]) -> None:
    heading = "Activity" + "".join(f" | Job {index}" for index in range(cells.count("|") + 1))
    assert only("RACI108", f"{heading}\nPlan | {cells}") == found


def test_an_explicit_nothing_is_an_empty_cell() -> None:
    assert only("RACI108", "Activity | K | L | M | N | O | P\nPlan | R/A | I | I | I | I | -") == []


def test_nobody_else_knows_needs_somebody_else() -> None:
    assert only("RACI109", "Activity | K\nPlan | R/A") == []
    assert only("RACI109", "Activity | K | L\nPlan | A | R") == []
    assert only("RACI109", "Activity | K | L\nPlan | R/A |") == ["A2 RACI109"]


def test_doing_and_answering_is_graver_where_four_eyes_are_wanted() -> None:
    table = """
        Activity                | Lead | Trainer
        Plan                    | R/A  | C
        Sign off (four eyes)    | R/A  | C
    """
    findings = check(matrix(table), Settings(select=("RACI110",))).findings
    assert [(finding.location.a1, finding.severity) for finding in findings] == [("B2", "info"), ("B3", "warning")]


@pytest.mark.parametrize(("rows", "roles", "fires"), [(10, 4, True), (9, 4, False), (10, 3, False)])
def test_load_is_judged_on_matrices_of_some_size(rows: int, roles: int, fires: bool) -> None:
    select = ("RACI202", "RACI203", "RACI204")
    expected = ["B1 RACI202", "B1 RACI204", "C1 RACI203", "C1 RACI204"] if fires else []
    assert codes(check(matrix(full(rows, roles)), Settings(select=select))) == expected


def test_software_may_do_as_much_as_it_likes() -> None:
    table = full(10, 4).replace("Function B", "Function B (automated)", 1)
    assert only("RACI203", table) == []


def test_shares_are_of_the_filled_in_activities() -> None:
    table = full(10, 4) + "".join(f"\nOpen {row} |  |" for row in range(30))
    assert only("RACI202", table) == ["B1 RACI202"]


def test_nothing_is_said_about_roles_of_a_blank_template() -> None:
    assert only("RACI2", "Activity | Lead | Trainer\nPlan | |") == []


def test_a_supporter_does_not_only_watch() -> None:
    table = """
        scheme: rasci
        Activity | Lead | Desk | Legal
        Plan     | R/A  | S    | C
    """
    assert only("RACI205", table) == ["D1 RACI205"]


def test_ping_pong_is_seen_per_phase_and_section() -> None:
    table = """
        Activity | Lead | Desk
        # One
        Plan     | R/A  |
        Train    |      | R/A
        # Two
        Tell     | R/A  |
        ## Later
        Check    |      | R/A
        Check 2  |      | R/A
        Report   | R/A  |
        Nobody's | R    |
        Renew    |      | R/A
    """
    assert only("RACI303", table) == ["A10 RACI303"]


def test_a_moment_of_truth_without_one_owner_is_one_finding() -> None:
    table = """
        Activity                     | Sales | Trainer | CSM
        Handover (moment of truth)   | R     | C       | C
        First call (moment of truth) | A     | C       | R/A
        Renewal (moment of truth)    | A     | C       | R
        Later (moment of truth)      |       |         |
        Kickoff                      | R     | C       |
    """
    found = check(matrix(table), Settings(select=("RACI100", "RACI101", "RACI102", "RACI302")))
    assert codes(found) == ["A2 RACI302", "A3 RACI302", "A5 RACI100", "A6 RACI101"]
    assert found.in_order == 1


def test_a_moment_of_truth_may_wait_in_a_draft_but_not_have_two_owners() -> None:
    table = "Activity | Sales | CSM\nHandover (moment of truth) | R | C\nCall (moment of truth) | A | R/A"
    found = check(matrix(table), Settings(profile=Profile.DRAFT, select=("RACI1", "RACI3"), ignore=("RACI110",)))
    assert [(finding.code, finding.severity.value) for finding in found.findings if finding.code != "RACI109"] == [
        ("RACI302", "info"),
        ("RACI302", "error"),
    ]
    assert found.in_order == 0


def test_ping_pong_needs_a_journey() -> None:
    assert only("RACI303", "Activity | K | L\nPlan | R/A |\nTrain | | R/A\nGo | R/A |") == []


def test_a_phase_in_which_nothing_is_filled_in_is_not_without_owner() -> None:
    table = """
        Activity | Lead | Desk
        # One
        Plan     |      |
        # Two
        Tell     | R    |
        Train    |      |
    """
    assert only("RACI304", table) == ["A4 RACI304"]


def test_a_phase_without_owner_is_named_before_its_activities() -> None:
    plan = matrix("Activity | Lead | Desk\n# One\nPlan | R | C\n# Two\nShip | R | A", path="plan.xlsx")
    in_a_column = replace(plan, phases=tuple(replace(phase, row=phase.row + 1, column=9) for phase in plan.phases))
    for table in (plan, in_a_column):
        found = check(table, Settings(select=("RACI101", "RACI304"))).findings
        assert [finding.code for finding in found] == ["RACI304", "RACI101"]
