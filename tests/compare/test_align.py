"""Which names mean the same, step by step."""

from __future__ import annotations

import pytest
from name_lists import SAME, activities, aligned, roles

from copies import copies
from raci_cli.compare import Aliases, align
from raci_cli.compare.names import bare, numbers, short_forms, squeezed
from raci_cli.compare.spelling import misspelt
from raci_cli.model import Activity, Matrix
from raci_cli.model.comparison import Aligned, Copy, Step
from raci_cli.model.schemes import RACI
from tables import matrix


def _said(items: tuple[Aligned, ...]) -> list[str]:
    return [f"{each.name} {list(each.indexes)} {each.step}".replace("None", "-") for each in items]


@pytest.mark.parametrize(
    ("ours", "theirs", "step"),
    [
        ("Kickoff meeting", "KICKOFF  meeting", Step.NAME),
        ("Go-live", "Go live", Step.NAME),
        ("Go-live", "Golive", Step.NAME),
        ("1.2 Plan the rollout", "3.4. Plan the rollout", Step.NAME),
        ("1. Plan the rollout", "Plan the rollout", Step.NAME),
        ("2) Plan the rollout", "3 - Plan the rollout", Step.NAME),
        ("Quarterly business review (QBR)", "QBR", Step.NAME),
        ("Quarterly business review", "Quarterly business review (QBR)", Step.NAME),
        ("Quarterly business review", "QBR (Quarterly business review)", Step.NAME),
        ("QBR (Quarterly Business Review)", "Quarterly business review (QBR)", Step.NAME),
        ("Plan the rollout", "Plan the roll\xadout", Step.NAME),
        ("Handle support request", "Handle suport request", Step.SIMILAR),
        ("Handle support request", "Handle support requests", Step.SIMILAR),
        ("30-day check-in call", "30-day check-in calls", Step.SIMILAR),
        ("Process the activity log", "Processes the activities log", Step.SIMILAR),
        ("Définir les règles", "Definir les regles", Step.SIMILAR),
        ("Verträge prüfen", "Vertraege pruefen", Step.SIMILAR),
        ("Planning and review", "Planning & review", Step.SIMILAR),
        ("Planung und Abnahme", "Planung & Abnahme", Step.SIMILAR),
        ("(1) Plan the rollout", "(2) Plan the rollout", Step.NAME),
        ("a) Plan the rollout", "B) Plan the rollout", Step.NAME),
        ("A.1 Plan the rollout", "B.2.1 Plan the rollout", Step.NAME),
        ("1、项目启动会议", "（2）项目启动会议", Step.NAME),
    ],
)
def test_names_that_mean_the_same(ours: str, theirs: str, step: Step) -> None:
    alignment = activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}")
    assert alignment.doubtful == ()
    assert alignment.activities[-1].indexes == (2, 2)
    assert alignment.activities[-1].step is step
    assert step is Step.SIMILAR or alignment.activities[-1].score == 100


@pytest.mark.parametrize(("name", "step"), [("Plan everything", Step.MOVED), ("Plan evrything", Step.SIMILAR_MOVED)])
def test_names_that_mean_the_same_in_another_phase(name: str, step: Step) -> None:
    alignment = activities("# Start\nPlan everything\nGreet\n# End\nWave", f"# Start\nGreet\n# End\nWave\n{name}")
    assert (alignment.activities[0].indexes, alignment.activities[0].step) == ((0, 2), step)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("30-day check-in calls", "90-day check-in calls"),
        ("30 day check-in", "Day check-in"),
        ("Review tier 1 contract", "Review tier 2 contract"),
        ("Upload the data of the customer", "Send the invoice"),
        ("3 reviews a year", "4 reviews a year"),
    ],
)
def test_names_that_do_not_mean_the_same(ours: str, theirs: str) -> None:
    alignment = activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}")
    assert {each.indexes for each in alignment.activities[2:]} == {(2, None), (None, 2)}
    assert alignment.doubtful == ()


def test_aliases_reach_names_that_neither_copy_has() -> None:
    alignment = activities(f"{SAME}\nBeginning", f"{SAME}\nStart", {"beginning": "Kickoff", "Start": "Kickoff"})
    assert (alignment.activities[2].indexes, alignment.activities[2].step) == ((2, 2), Step.ALIAS)


def test_duplicates_are_aligned_by_position() -> None:
    alignment = activities("Review\nPlan\nReview\nReview", "Review\nReview\nGreet\nPlan")
    assert _said(alignment.activities) == [
        "Review [0, 0] name",
        "Plan [1, 3] name",
        "Review [2, 1] name",
        "Greet [-, 2] name",
        "Review [3, -] name",
    ]
    assert [each.label for each in alignment.activities] == ["Review", "Plan", "Review (2)", "Greet", "Review (3)"]


def test_of_duplicates_the_one_beside_the_same_neighbour_is_meant() -> None:
    """The first was removed; to take its successor for it would show letters as changed that nobody changed."""
    alignment = activities("Review\nPlan\nReview\nReview", "Plan\nReview\nReview")
    assert [each.indexes for each in alignment.activities] == [(0, None), (1, 0), (2, 1), (3, 2)]


def test_names_equal_to_the_letter_go_before_names_that_are_alike() -> None:
    alignment = align(
        copies(A="Activity | CSM\nGo live | A\nGo-Live | R", B="Activity | CSM\nGo-Live | R\nGo live | A")
    )
    assert [each.indexes for each in alignment.activities] == [(0, 1), (1, 0)]


def test_a_number_inside_a_name_tells_activities_apart() -> None:
    alignment = align(
        copies(A="Activity | CSM\nPlan | A\nStep 3. Teach | R", B="Activity | CSM\nPlan | A\nStep 4. Teach | R")
    )
    assert len(alignment.activities) == 3


def test_equal_names_go_with_their_phase_and_section_first() -> None:
    ours = "# Start\n## Inside\nReview\n## Outside\nReview\n# End\nReview"
    theirs = "# End\nReview\n# Start\n## Outside\nReview"
    assert _said(activities(ours, theirs).activities) == [
        "Review [0, -] name",
        "Review [1, 1] name",
        "Review [2, 0] name",
    ]


def test_a_name_that_occurs_more_often_elsewhere_is_not_moved() -> None:
    """Which of the two was moved, nobody can tell."""
    alignment = activities("# Start\nReview\n# Mid\nReview\n# Old\nPlan", "# New\nReview\n# Old\nPlan")
    assert {each.indexes for each in alignment.activities} == {(0, None), (1, None), (None, 0), (2, 1)}


def test_phases_with_half_of_their_activities_in_common_are_one() -> None:
    ours = "# Start\nKickoff\nPlan\nTeach\nWish luck\n# End\nKickoff"
    theirs = "# Onboarding\nKickoff\nPlan\nTeach\n# End\nKickoff"
    alignment = activities(ours, theirs)
    assert _said(alignment.phases) == ["Start [0, 0] similar", "End [1, 1] name"]
    assert {each.step for each in alignment.activities} == {Step.NAME}


def test_a_phase_that_grew_is_still_the_same() -> None:
    """Of three and six activities, three are in both: nothing has moved."""
    alignment = activities("# Setup\nKickoff\nPlan\nTeach", "# Preparation\nKickoff\nPlan\nTeach\nWave\nDance\nSing")
    assert _said(alignment.phases) == ["Setup [0, 0] similar"]


def test_a_phase_may_be_misspelt() -> None:
    alignment = activities("# Onboarding\nKickoff", "# Onbaording\nKickoff\nPlan\nTeach\nDance")
    assert _said(alignment.phases) == ["Onboarding [0, 0] similar"]
    assert alignment.activities[0].step is Step.NAME


def test_what_raci_yaml_calls_something_else_does_not_name_the_result() -> None:
    """Whichever copy leads, people read the name they asked for."""
    aliases = Aliases({"Coach": "Trainer"}, {"Plan it": "Plan the rollout"}, {"Begin": "Start"})
    ours = "Activity | Coach\n# Begin\nPlan it |\nMore |"
    found = aligned([ours, "Activity | Trainer\n# Start\nPlan the rollout |"], aliases)
    assert [each.name for each in found.roles] == [each.label for each in found.roles] == ["Trainer"]
    assert [each.name for each in found.phases] == ["Start"]
    assert [(each.label, each.place) for each in found.activities] == [("Plan the rollout", "Start"), ("More", "Start")]


def test_phases_have_aliases_too() -> None:
    ours, theirs = "Activity | CSM\n# Start\nReview | A", "Activity | CSM\n# Onboarding\nReview | A"
    aliases = Aliases(phases={"Onboarding": "Start"})
    assert _said(aligned([ours, theirs], aliases).phases) == ["Start [0, 0] alias"]


def test_roles_meet_by_their_short_forms() -> None:
    alignment = roles("Account Executive | CSM", "CSM | Account Executive (AE)", "AE | C.S.M.")
    assert _said(alignment.roles) == ["Account Executive [0, 1, 0] name", "CSM [1, 0, 1] name"]


def test_two_roles_that_share_a_short_form_are_not_guessed_at() -> None:
    alignment = roles("Account Executive (AE) | Application Engineer (AE) | CSM", "AE | CSM")
    assert {role.indexes for role in alignment.roles} == {(0, None), (1, None), (None, 0), (2, 1)}


def test_roles_of_equal_name_are_told_apart_by_group_then_position() -> None:
    alignment = roles("Sales: Lead | Services: Lead | CSM | CSM", "CSM | Services: Lead | CSM | Sales: Lead")
    assert [(role.label, role.indexes) for role in alignment.roles] == [
        ("Lead", (0, 3)),
        ("Lead (2)", (1, 1)),
        ("CSM", (2, 0)),
        ("CSM (2)", (3, 2)),
    ]


def test_a_role_keeps_its_identity_in_another_group_and_with_an_alias() -> None:
    alignment = roles("Sales: Lead | Success Manager", "Services: Lead | CSM", CSM="Success Manager")
    assert _said(alignment.roles) == ["Lead [0, 0] moved", "Success Manager [1, 1] alias"]


def test_an_id_says_more_than_a_name() -> None:
    ours = Matrix((), (Activity("Kickoff", id="kickoff"), Activity("Plan", id="plan")), RACI)
    theirs = Matrix((), (Activity("Plan", id="kickoff"), Activity("Begin", id="plan")), RACI)
    assert _said(align([Copy("A", ours), Copy("B", theirs)]).activities) == ["Kickoff [0, 0] id", "Plan [1, 1] id"]


def test_what_only_some_have_goes_where_it_stands_there() -> None:
    ours = "# Start\nKickoff\nPlan\n# End\nThank\nPart\nStay friends"
    theirs = "# Start\nKickoff\nInvite\nEat cake\n# Middle\nTeach\nLearn\n# End\nPart\nWave"
    assert [each.name for each in activities(ours, theirs).activities] == [
        *("Kickoff", "Invite", "Eat cake", "Plan", "Teach", "Learn", "Thank", "Part", "Wave", "Stay friends"),
    ]


def test_the_base_leads_else_the_larger_copy() -> None:
    small, large = "Activity | CSM\nPLAN | A\nKICKOFF | A", "Activity | csm\nKickoff | A\nPlan | A\nTeach | A"
    assert [each.name for each in align(copies(A=small, B=large)).activities] == ["Kickoff", "Plan", "Teach"]
    with_base = align(copies(A=small, B=large), matrix(small))
    assert [each.name for each in with_base.activities] == ["PLAN", "Teach", "KICKOFF"]
    assert [each.base for each in with_base.activities] == [0, None, 1]


def test_five_copies_meet_in_one_place() -> None:
    tables = {
        leader: f"Activity | CSM\nKickoff | A\n{name} | R"
        for leader, name in zip(
            "ABCDE",
            [
                "Handle support request",
                "Handle suport request",
                "Handle support requests",
                "1. Handle support request",
                "HANDLE SUPPORT REQUEST",
            ],
            strict=True,
        )
    }
    assert [each.indexes for each in align(copies(**tables)).activities] == [(0,) * 5, (1,) * 5]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("1.2 Plan", "plan"),
        ("10.2.3) Plan", "plan"),
        ("30-day plan", "30 day plan"),
        ("30 days", "30 days"),
        ("7.", "7"),
        ("Step 3. Plan", "step 3 plan"),
    ],
)
def test_outline_numbers(name: str, expected: str) -> None:
    assert bare(name) == expected


def test_names_in_parts() -> None:
    assert squeezed("2. Go-Live!") == "golive"
    assert numbers("1.2 Call after 30 days, tier 2") == ("2", "30")
    assert short_forms("Customer Success Manager (CSM)") == ("customersuccessmanager", "csm")
    assert short_forms("CSM (Customer Success Manager)") == ("customersuccessmanager", "csm")
    assert short_forms("Sales (EMEA)") == ()
    assert short_forms("IT (only in testing)") == ()
    assert misspelt([])("plan the rollout", "plan the rolout")
    assert not misspelt([])("plan the rollout", "plan a rollout")
