"""Which names mean the same, step by step."""

from __future__ import annotations

import pytest
from copies import copies

from raci_cli.compare import Aliases, align
from raci_cli.compare.acronyms import is_short_for
from raci_cli.compare.names import bare, misspelt, numbers, short_forms, squeezed
from raci_cli.model import Activity, Matrix
from raci_cli.model.comparison import Aligned, Alignment, Copy, Step
from raci_cli.model.schemes import RACI
from tables import matrix

SAME = "Same\nOther one"
"""Activities that stand in every copy, so that copies always have something in common."""


def _activities(ours: str, theirs: str, aliases: dict[str, str] | None = None) -> Alignment:
    """Two copies with the activities of two texts, a line each, `# Phase` among them; ours leads."""
    tables = [
        "\n".join(["Activity | CSM", *(line if line.startswith("#") else f"{line} |" for line in text.splitlines())])
        for text in (ours, theirs)
    ]
    return _align(tables, Aliases(activities=aliases or {}))


def _roles(*headings: str, **aliases: str) -> Alignment:
    """One copy for each text of headings; the first leads."""
    return _align([f"Activity | {each}\nKickoff |" for each in headings], Aliases(roles=aliases))


def _align(tables: list[str], aliases: Aliases = Aliases()) -> Alignment:  # noqa: B008 - a frozen value
    given = copies(**dict(zip("ABCDE", tables, strict=False)))
    return align(given, given[0].matrix, aliases)


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
        ("Handle support request", "Handle suport request", Step.SIMILAR),
        ("Handle support request", "Handle support requests", Step.SIMILAR),
        ("30-day check-in call", "30-day check-in calls", Step.SIMILAR),
    ],
)
def test_names_that_mean_the_same(ours: str, theirs: str, step: Step) -> None:
    alignment = _activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}")
    assert alignment.doubtful == ()
    assert alignment.activities[-1].indexes == (2, 2)
    assert alignment.activities[-1].step is step
    assert (alignment.activities[-1].score < 100) == step.startswith("similar")


@pytest.mark.parametrize(("name", "step"), [("Plan everything", Step.MOVED), ("Plan evrything", Step.SIMILAR_MOVED)])
def test_names_that_mean_the_same_in_another_phase(name: str, step: Step) -> None:
    alignment = _activities("# Start\nPlan everything\nGreet\n# End\nWave", f"# Start\nGreet\n# End\nWave\n{name}")
    assert (alignment.activities[0].indexes, alignment.activities[0].step) == ((0, 2), step)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("30-day check-in calls", "90-day check-in calls"),
        ("30 day check-in", "Day check-in"),
        ("Review tier 1 contract", "Review tier 2 contract"),
        ("Upload the data of the customer", "Send the invoice"),
    ],
)
def test_names_that_do_not_mean_the_same(ours: str, theirs: str) -> None:
    alignment = _activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}")
    assert {each.indexes for each in alignment.activities[2:]} == {(2, None), (None, 2)}
    assert alignment.doubtful == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "score"),
    [
        ("Project Manager", "Product Manager", 87),
        ("Handle support request", "Handle advanced support request", 83),
        ("Upload customer data", "Unload customer data", 95),
        ("Train the trainer", "Train the trainee", 94),
        ("Centralisation", "Decentralisation", 93),
    ],
)
def test_a_whole_word_that_differs_leaves_it_to_a_person(ours: str, theirs: str, score: int) -> None:
    alignment = _activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}")
    assert {each.indexes for each in alignment.activities[2:]} == {(2, None), (None, 2)}
    (doubt,) = alignment.doubtful
    assert {doubt.name, doubt.other} == {ours, theirs}
    assert (round(doubt.score), doubt.reason) == (score, "Whole words differ.")
    assert {doubt.copies, doubt.other_copies} == {(0,), (1,)}
    pinned = _activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}", {doubt.other: doubt.name})
    assert (pinned.activities[2].indexes, pinned.activities[2].step) == ((2, 2), Step.ALIAS)
    assert pinned.doubtful == ()


def test_words_that_are_used_elsewhere_are_no_misspellings() -> None:
    """`contact` is a slip for `contract` only where nobody else writes of contacts."""
    ours, theirs = "Sign contract\nReview contract", "Review contact\nSign contract\nUpdate contact"
    (doubt,) = _activities(ours, theirs).doubtful
    assert {doubt.name, doubt.other} == {"Review contract", "Review contact"}
    assert _activities("Sign offer\nReview contract", "Review contact\nSign offer").doubtful == ()


def test_a_rival_as_much_alike_leaves_it_to_a_person() -> None:
    alignment = _activities(f"{SAME}\nReview contract", f"{SAME}\nReview contrat\nReview contracts")
    assert {doubt.reason for doubt in alignment.doubtful} == {"Another name is as much alike."}
    assert len(alignment.doubtful) == 2


def test_the_pin_is_what_raci_yaml_understands() -> None:
    (doubt,) = _activities(f'{SAME}\nSay "hello" to all', f'{SAME}\nSay "hello" to them all').doubtful
    assert doubt.pin.splitlines()[:2] == ["aliases:", "  activities:"]
    assert sorted(doubt.pin.splitlines()[2].strip().split(": ")) == [
        '"Say \\"hello\\" to all"',
        '"Say \\"hello\\" to them all"',
    ]


def test_an_alias_to_itself_keeps_a_name_apart() -> None:
    texts = f"{SAME}\nHandle support request", f"{SAME}\nHandle support requests"
    assert len(_activities(*texts).activities) == 3
    alignment = _activities(*texts, {"Handle support requests": "Handle support requests"})
    assert (len(alignment.activities), alignment.doubtful) == (4, ())


def test_aliases_reach_names_that_neither_copy_has() -> None:
    alignment = _activities(f"{SAME}\nBeginning", f"{SAME}\nStart", {"beginning": "Kickoff", "Start": "Kickoff"})
    assert (alignment.activities[2].indexes, alignment.activities[2].step) == ((2, 2), Step.ALIAS)


def test_duplicates_are_aligned_by_position() -> None:
    alignment = _activities("Review\nPlan\nReview\nReview", "Review\nReview\nGreet\nPlan")
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
    alignment = _activities("Review\nPlan\nReview\nReview", "Plan\nReview\nReview")
    assert [each.indexes for each in alignment.activities] == [(0, None), (1, 0), (2, 1), (3, 2)]


def test_two_that_are_called_alike_are_no_doubtful_link() -> None:
    """No alias could say which of the two is meant; one of a name to itself would even keep them apart."""
    alignment = _activities("# Start\nReview\n# Mid\nREVIEW\n# Old\nPlan", "# New\nReview!\n# Old\nPlan")
    assert ({each.indexes for each in alignment.activities[:3]}, alignment.doubtful) == (
        {(None, 0), (0, None), (1, None)},
        (),
    )


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
    assert _said(_activities(ours, theirs).activities) == [
        "Review [0, -] name",
        "Review [1, 1] name",
        "Review [2, 0] name",
    ]


def test_a_name_that_occurs_more_often_elsewhere_is_not_moved() -> None:
    """Which of the two was moved, nobody can tell."""
    alignment = _activities("# Start\nReview\n# Mid\nReview\n# Old\nPlan", "# New\nReview\n# Old\nPlan")
    assert {each.indexes for each in alignment.activities} == {(0, None), (1, None), (None, 0), (2, 1)}


def test_phases_with_half_of_their_activities_in_common_are_one() -> None:
    ours = "# Start\nKickoff\nPlan\nTeach\nWish luck\n# End\nKickoff"
    theirs = "# Onboarding\nKickoff\nPlan\nTeach\n# End\nKickoff"
    alignment = _activities(ours, theirs)
    assert _said(alignment.phases) == ["Start [0, 0] similar", "End [1, 1] name"]
    assert {each.step for each in alignment.activities} == {Step.NAME}


def test_phases_have_aliases_too() -> None:
    ours, theirs = "Activity | CSM\n# Start\nReview | A", "Activity | CSM\n# Onboarding\nReview | A"
    aliases = Aliases(phases={"Onboarding": "Start"})
    assert _said(_align([ours, theirs], aliases).phases) == ["Start [0, 0] alias"]


def test_roles() -> None:
    alignment = _roles("Account Executive | CSM", "CSM | Account Executive (AE)", "AE | C.S.M.")
    assert _said(alignment.roles) == ["Account Executive [0, 1, 0] name", "CSM [1, 0, 1] name"]


def test_two_roles_that_share_a_short_form_are_not_guessed_at() -> None:
    alignment = _roles("Account Executive (AE) | Application Engineer (AE) | CSM", "AE | CSM")
    assert {role.indexes for role in alignment.roles} == {(0, None), (1, None), (None, 0), (2, 1)}


def test_roles_of_equal_name_are_told_apart_by_group_then_position() -> None:
    alignment = _roles("Sales: Lead | Services: Lead | CSM | CSM", "CSM | Services: Lead | CSM | Sales: Lead")
    assert [(role.label, role.indexes) for role in alignment.roles] == [
        ("Lead", (0, 3)),
        ("Lead (2)", (1, 1)),
        ("CSM", (2, 0)),
        ("CSM (2)", (3, 2)),
    ]


def test_a_role_keeps_its_identity_in_another_group_and_with_an_alias() -> None:
    alignment = _roles("Sales: Lead | Success Manager", "Services: Lead | CSM", CSM="Success Manager")
    assert _said(alignment.roles) == ["Lead [0, 0] moved", "Success Manager [1, 1] alias"]


def test_an_id_says_more_than_a_name() -> None:
    ours = Matrix((), (Activity("Kickoff", id="kickoff"), Activity("Plan", id="plan")), RACI)
    theirs = Matrix((), (Activity("Plan", id="kickoff"), Activity("Begin", id="plan")), RACI)
    assert _said(align([Copy("A", ours), Copy("B", theirs)]).activities) == ["Kickoff [0, 0] id", "Plan [1, 1] id"]


def test_what_only_some_have_goes_where_it_stands_there() -> None:
    ours = "# Start\nKickoff\nPlan\n# End\nThank\nPart\nStay friends"
    theirs = "# Start\nKickoff\nInvite\nEat cake\n# Middle\nTeach\nLearn\n# End\nPart\nWave"
    assert [each.name for each in _activities(ours, theirs).activities] == [
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
    assert short_forms("Sales (EMEA)") == ()
    assert misspelt([])("plan the rollout", "plan the rolout")
    assert not misspelt([])("plan the rollout", "plan a rollout")


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("CSM", "Customer Success Manager", True),
        ("CSMs", "Customer Success Manager", True),
        ("CS Manager", "Customer success manager", True),
        ("VP Sales", "Vice President of Sales", True),
        ("HCS", "Head of Customer Success", True),
        ("HoCS", "Head of Customer Success", True),
        ("1.2 Hold QBR", "Hold quarterly business review", True),
        ("CSM", "Case Manager", False),
        ("CSM", "Customer Success Manager Germany", False),
        ("Tier 1 SE", "Tier 2 Support Engineer", False),
        ("Sales", "Some activity like every story", False),
        ("CSM", "CSM", False),
    ],
)
def test_short_names(short: str, name: str, *, expected: bool) -> None:
    assert is_short_for(short, name) is expected


def test_a_short_name_is_offered_and_never_joined_by_itself() -> None:
    names = {"A": "CSM", "B": "Customer Success Manager"}
    tables = {leader: f"Activity | {name} | Trainer\nKickoff | A | R" for leader, name in names.items()}
    (doubt,) = align(copies(**tables)).doubtful
    assert (doubt.kind, {doubt.name, doubt.other}) == ("roles", {"CSM", "Customer Success Manager"})
    assert doubt.reason == "One may be short for the other."
    pinned = align(copies(**tables), aliases=Aliases(roles={doubt.other: doubt.name}))
    assert ([role.indexes for role in pinned.roles], pinned.doubtful) == ([(0, 0), (1, 1)], ())
    apart = align(copies(**tables), aliases=Aliases(roles={"CSM": "CSM"}))
    assert (len(apart.roles), apart.doubtful) == (3, ())


def test_a_copy_that_has_both_names_means_two_things() -> None:
    both = "Activity | CSM | Customer Success Manager\nKickoff | A | R"
    assert align(copies(A=both, B="Activity | CSM | Trainer\nKickoff | A | I")).doubtful == ()
