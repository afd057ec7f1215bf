"""Which names are left to a person, why, and how raci.yaml settles them."""

from __future__ import annotations

import pytest
import yaml
from name_lists import SAME, activities, aligned

from copies import copies
from raci_cli.compare import Aliases, align, compare
from raci_cli.compare.acronyms import is_short_for
from raci_cli.errors import ComparisonError
from raci_cli.model.comparison import Copy, Step
from tables import matrix


@pytest.mark.parametrize(
    ("ours", "theirs", "score"),
    [
        ("Project Manager", "Product Manager", 87),
        ("Handle support request", "Handle advanced support request", 83),
        ("Upload customer data", "Unload customer data", 95),
        ("Train the trainer", "Train the trainee", 94),
        ("Centralisation", "Decentralisation", 93),
        ("完成第一阶段的验收工作", "完成第二阶段的验收工作", 91),
        ("Review variant E", "Review variant Y", 94),
    ],
)
def test_a_whole_word_that_differs_leaves_it_to_a_person(ours: str, theirs: str, score: int) -> None:
    alignment = activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}")
    assert {each.indexes for each in alignment.activities[2:]} == {(2, None), (None, 2)}
    (doubt,) = alignment.doubtful
    assert {doubt.name, doubt.other} == {ours, theirs}
    assert (round(doubt.score), doubt.reason) == (score, "Whole words differ.")
    assert {doubt.copies, doubt.other_copies} == {(0,), (1,)}
    pinned = activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}", {doubt.other: doubt.name})
    assert (pinned.activities[2].indexes, pinned.activities[2].step) == ((2, 2), Step.ALIAS)
    assert pinned.doubtful == ()


def test_words_that_are_used_elsewhere_are_no_misspellings() -> None:
    """`contact` is a slip for `contract` only where nobody else writes of contacts."""
    ours, theirs = "Sign contract\nReview contract", "Review contact\nSign contract\nUpdate contact"
    (doubt,) = activities(ours, theirs).doubtful
    assert {doubt.name, doubt.other} == {"Review contract", "Review contact"}
    assert activities("Sign offer\nReview contract", "Review contact\nSign offer").doubtful == ()


def test_a_rival_as_much_alike_leaves_it_to_a_person() -> None:
    alignment = activities(f"{SAME}\nReview contract", f"{SAME}\nReview contrat\nReview contracts")
    assert {doubt.reason for doubt in alignment.doubtful} == {"Another name is as much alike."}
    assert len(alignment.doubtful) == 2


def test_a_pin_holds_for_repeated_names_too() -> None:
    """Somebody has said so: of two that are called like this, the first is meant."""
    texts = "Handle suport request", "# One\nHandle support request\n# Two\nHandle support request"
    doubt = activities(*texts).doubtful[0]
    pinned = activities(*texts, {doubt.other: doubt.name}).activities
    assert {each.indexes for each in pinned} == {(0, 0), (None, 1)}


def test_the_pin_is_what_raci_yaml_understands() -> None:
    (doubt,) = activities(f'{SAME}\nSay "hello" to all', f'{SAME}\nSay "hello" to them all').doubtful
    assert doubt.pin.splitlines()[:2] == ["aliases:", "  activities:"]
    assert sorted(doubt.pin.splitlines()[2].strip().split(": ")) == [
        '"Say \\"hello\\" to all"',
        '"Say \\"hello\\" to them all"',
    ]


def test_an_alias_to_itself_keeps_a_name_apart() -> None:
    texts = f"{SAME}\nHandle support request", f"{SAME}\nHandle support requests"
    assert len(activities(*texts).activities) == 3
    alignment = activities(*texts, {"Handle support requests": "Handle support requests"})
    assert (len(alignment.activities), alignment.doubtful) == (4, ())


def test_two_that_are_called_alike_are_no_doubtful_link() -> None:
    """No alias could say which of the two is meant; one of a name to itself would even keep them apart."""
    alignment = activities("# Start\nReview\n# Mid\nREVIEW\n# Old\nPlan", "# New\nReview!\n# Old\nPlan")
    assert ({each.indexes for each in alignment.activities[:3]}, alignment.doubtful) == (
        {(None, 0), (0, None), (1, None)},
        (),
    )


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


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Dealers", "Dealers (North)"),
        ("Review contract", "Contract review"),
        ("Renewal of the contract", "Contract renewal"),
        ("Find keywords", "Find keywords of all languages"),
        ("Testing team", "Testing and integration team"),
    ],
)
def test_a_name_with_all_words_of_another_is_offered(ours: str, theirs: str) -> None:
    (doubt,) = activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}").doubtful
    assert ({doubt.name, doubt.other}, doubt.reason) == ({ours, theirs}, "One has all words of the other.")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Review", "Contract review\nPlan review"),
        ("Review tier 1", "Contract review tier 2"),
        ("# One\nReview", "# Two\nContract review"),
        ("The", "The contract"),
    ],
)
def test_a_name_with_all_words_of_another_tells_nothing_if(ours: str, theirs: str) -> None:
    """There are several, numbers differ, it is a single word in another phase, or a word that says nothing."""
    assert activities(f"{SAME}\n{ours}", f"{SAME}\n{theirs}").doubtful == ()


def test_phases_are_left_to_a_person_too() -> None:
    ours, theirs = "# Onboarding\nKickoff\n# Live\nPlan", "# Onboarding and training\nPlan\nTeach\nWave\nKickoff"
    (doubt,) = activities(ours, theirs).doubtful
    assert doubt.pin == 'aliases:\n  phases:\n    "Onboarding and training": "Onboarding"'
    tables = [f"Activity | CSM\n{text}" for text in ("# Start\nPlan |\nTeach |", "# Begin\nPlan |\nTeach |")]
    assert [len(aligned(tables, Aliases(phases=known)).phases) for known in ({}, {"Begin": "Begin"})] == [1, 2]


IN_PLACE = "They stand in the same place, with {} letters."


def _placed(*rows: str, trainer: str = "Trainer") -> str:
    """A table with rows between two that all copies have."""
    return "\n".join([f"Activity | CSM | {trainer} | AE", "Kickoff | A | R | I", *rows, "Farewell | A | | R"])


def test_activities_renamed_in_place_are_offered_and_never_joined() -> None:
    old = _placed("Get to know them | R | A |", "Teach | I | A/R | C")
    new = _placed("Define the frame | R | A |", "Enable users | I | A/R | C")
    alignment = aligned([old, new])
    assert {each.indexes for each in alignment.activities[1:-1]} == {(1, None), (2, None), (None, 1), (None, 2)}
    assert {(each.name, each.other) for each in alignment.doubtful} == {
        ("Get to know them", "Define the frame"),
        ("Teach", "Enable users"),
    }
    assert {each.reason for each in alignment.doubtful} == {IN_PLACE.format("the same")}


def test_among_several_in_one_place_the_letters_tell() -> None:
    old = _placed("Get to know them | R | A |", "Teach | I | A/R | C")
    new = _placed("Define the frame | R | A |", "Rehearse | C | R | A", "Enable users | I | A/R | C")
    assert {(each.name, each.other) for each in aligned([old, new]).doubtful} == {
        ("Get to know them", "Define the frame"),
        ("Teach", "Enable users"),
    }


def test_most_letters_are_enough_where_as_many_stand_in_a_place() -> None:
    (doubt,) = aligned([_placed("Plan | I | A/R | C"), _placed("Teach | I | A/R | I")]).doubtful
    assert ({doubt.name, doubt.other}, doubt.reason) == ({"Plan", "Teach"}, IN_PLACE.format("mostly the same"))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (["Plan | I | A/R | C"], ["Teach | R | C | I"]),
        (["30-day call | R | A |"], ["90-day call | R | A |"]),
        (["Plan | R | A |", "Teach | I | A/R | C"], ["Teach | I | A/R | C", "Wave | R | A |"]),
        (["Plan |||"], ["Teach |||"]),
        ([" | R | A |"], ["Teach | R | A |"]),
    ],
)
def test_a_place_tells_nothing_if(ours: list[str], theirs: list[str]) -> None:
    """Letters or numbers differ, the neighbours are others, nobody filled the rows in, or one has no name."""
    assert aligned([_placed(*ours), _placed(*theirs)]).doubtful == ()


def test_what_is_named_alike_is_not_offered_for_its_place() -> None:
    ours = _placed("Find keywords | R | A |", "Plan | A | | R")
    theirs = _placed("Make tables | R | A |", "Find keywords of all languages | R | A |")
    assert [each.reason for each in aligned([ours, theirs]).doubtful] == ["One has all words of the other."]


def test_the_name_that_most_copies_have_is_the_one_to_take() -> None:
    tables = {leader: _placed("Plan | R | A |", trainer="Coach") for leader in ("Ann", "Cy")}
    tables["Ben"] = _placed("Plan | R | A |", trainer="Assistant")
    (doubt,) = align(copies(**tables)).doubtful
    assert (doubt.name, doubt.copies, doubt.other) == ("Coach", (0, 1), "Assistant")


def test_a_role_renamed_in_its_column_is_offered() -> None:
    rows = ("Plan | R | A |", "Teach | I | A/R | C")
    tables = [_placed(*rows), _placed(*rows, trainer="Coach")]
    (doubt,) = aligned(tables).doubtful
    assert doubt.pin == 'aliases:\n  roles:\n    "Coach": "Trainer"'
    assert doubt.reason == IN_PLACE.format("the same")
    pinned = aligned(tables, Aliases(roles={"Coach": "Trainer"}))
    assert ([role.indexes for role in pinned.roles], pinned.doubtful) == ([(0, 0), (1, 1), (2, 2)], ())
    other_letters = _placed("Plan | R | C |", "Teach | I | I | C", trainer="Coach")
    assert aligned([tables[0], other_letters]).doubtful == ()


def test_copies_without_a_common_role_are_told_how_to_join_them() -> None:
    ours = matrix("Activity | Trainer | CSM\nKickoff | A | R")
    theirs = matrix("Activity | Coach | Partner\nKickoff | A | R")
    with pytest.raises(ComparisonError) as caught:
        compare([Copy("Ann", ours), Copy("Ben", theirs)])
    pinned = yaml.safe_load("{" + str(caught.value).partition("perhaps so: ")[2].removesuffix(".") + "}")
    aliases = Aliases(**pinned["aliases"])
    assert len(compare([Copy("Ann", ours), Copy("Ben", theirs)], aliases=aliases).roles) == 2
