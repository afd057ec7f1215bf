"""What merging settles, and what it leaves to people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from copies import copies
from raci_cli.compare import compare, merge
from raci_cli.compare.fingerprint import fingerprint
from raci_cli.errors import ComparisonError, UsageError
from raci_cli.model import Activity, Assignment, Matrix, Role, Scheme
from raci_cli.model.comparison import Copy
from raci_cli.model.decision import Decision, How, MergeResult, Policy, Reason, Refusal, Strategy
from raci_cli.rules.settings import Profile, Settings
from tables import matrix

_HEAD = "Activity | Sales | Trainer | Legal | Support\n"


def row(*letters: str, name: str = "Kickoff") -> str:
    """A table with one activity."""
    return f"{_HEAD}{name} | {' | '.join(letters)}"


def of(*rows: tuple[str, ...], base: tuple[str, ...] | None = None, policy: Policy | None = None) -> MergeResult:
    """Copies of one activity merged, by leaders A, B, C, ..."""
    given = copies(**dict(zip("ABCDEFGH", (row(*letters) for letters in rows), strict=False)))
    return merge(compare(given, base=matrix(row(*base)) if base else None), policy)


def shown(merged: Matrix, activity: int = 0) -> dict[str, str]:
    """The letters of an activity by role."""
    return {merged.roles[cell.role].name: cell.letters for cell in merged.activities[activity].assignments}


def how(result: MergeResult) -> list[str]:
    """What became of each row."""
    return [outcome.how.value for outcome in result.outcomes]


SALES, TRAINER, LEGAL = ("A", "R", "", ""), ("R", "A", "", ""), ("", "R", "A", "")


def test_three_of_four_votes_settle_an_owner_and_two_of_three_do_not() -> None:
    settled = of(SALES, SALES, SALES, TRAINER)
    assert how(settled) == ["threshold"]
    assert shown(settled.matrix) == {"Sales": "A", "Trainer": "R"}
    opened = of(SALES, SALES, TRAINER)
    assert how(opened) == ["open"]
    assert shown(opened.matrix) == {}
    assert how(of(SALES, SALES, TRAINER, policy=Policy(66))) == ["threshold"]
    assert how(of(SALES, SALES, SALES, TRAINER, policy=Policy(76))) == ["open"]


def test_an_open_row_shows_what_is_agreed() -> None:
    opened = of(("A", "R", "C", ""), ("", "R", "C", "A"), ("A", "R", "C", ""))
    assert how(opened) == ["open"]
    assert shown(opened.matrix) == {"Trainer": "R", "Legal": "C"}
    (conflict,) = opened.conflicts
    assert conflict.reason is Reason.ACCOUNTABLE
    assert conflict.explanation == "Who is Accountable (A)? Sales, say A and C; Support, says B."
    assert [option.copies for option in conflict.options] == [(0, 2), (1,)]


def test_where_every_owner_is_outvoted_it_is_a_dispute_about_the_owner() -> None:
    opened = of(SALES, TRAINER, LEGAL, ("", "R", "", "A"))
    assert [conflict.reason for conflict in opened.conflicts] == [Reason.ACCOUNTABLE]
    assert opened.conflicts[0].explanation.startswith("Who is Accountable (A)? ")
    agreed_and_faulty = of(("A", "", "C", ""), ("A", "", "C", ""))
    assert [conflict.reason for conflict in agreed_and_faulty.conflicts] == [Reason.RULES]


def test_a_dispute_about_r_alone_is_one() -> None:
    opened = of(("A", "R", "", ""), ("A", "", "", "R"))
    assert [conflict.reason for conflict in opened.conflicts] == [Reason.RESPONSIBLE]
    assert shown(opened.matrix) == {"Sales": "A"}


def test_halves_settle_c_and_i() -> None:
    half = of(("A", "R", "C", ""), ("A", "R", "", "I"))
    assert how(half) == ["minor"]
    assert shown(half.matrix) == {"Sales": "A", "Trainer": "R", "Legal": "C", "Support": "I"}
    mixed = of(("A", "R", "C", ""), ("A", "R", "I", ""), ("A", "R", "", "I"))
    assert shown(mixed.matrix) == {"Sales": "A", "Trainer": "R", "Legal": "I"}
    (legal, support) = mixed.outcomes[0].minor
    assert (legal.letters, legal.votes) == ("I", (("", (2,)), ("C", (0,)), ("I", (1,))))
    assert (support.letters, support.votes) == ("", (("", (0, 1)), ("I", (2,))))


def test_strict_makes_a_conflict_of_c_and_i() -> None:
    opened = of(("A", "R", "C", ""), ("A", "R", "", ""), policy=Policy(strict=True))
    assert [conflict.reason for conflict in opened.conflicts] == [Reason.MINOR]
    assert shown(opened.matrix) == {"Sales": "A", "Trainer": "R"}


def test_blank_and_absent_rows_are_no_votes() -> None:
    result = of(SALES, ("", "", "", ""), ("", "", "", ""))
    assert how(result) == ["lone"]
    assert shown(result.matrix) == {"Sales": "A", "Trainer": "R"}


def test_what_nobody_has_filled_in_is_open_unless_it_is_a_draft() -> None:
    blank = ("", "", "", "")
    comparison = compare(copies(A=row(*SALES) + "\nTraining | | | |", B=row(*SALES) + "\nTraining | | | |"))
    assert [conflict.reason for conflict in merge(comparison).conflicts] == [Reason.EMPTY]
    assert how(merge(comparison, settings=Settings(Profile.DRAFT))) == ["agreed", "empty"]
    assert how(of(blank, blank)) == ["open"]


def test_a_row_that_breaks_a_rule_is_a_conflict_even_if_all_agree() -> None:
    result = of(("A", "A", "R", ""), ("A", "A", "R", ""))
    (conflict,) = result.conflicts
    assert conflict.reason is Reason.RULES
    assert conflict.explanation.startswith("RACI102")
    assert shown(result.matrix) == {"Sales": "A", "Trainer": "A", "Legal": "R"}


def test_a_role_that_one_copy_lacks_is_not_voted_down_by_it() -> None:
    given = copies(
        A="Activity | Sales | Trainer | Legal\nKickoff | A | R | C",
        B="Activity | Sales | Trainer\nKickoff | A | R",
        C="Activity | Sales | Trainer\nKickoff | A | R",
    )
    assert shown(merge(compare(given)).matrix) == {"Sales": "A", "Trainer": "R", "Legal": "C"}


def test_owners_that_no_copy_has_together_are_a_dispute() -> None:
    given = copies(
        Anna="Activity | Sales | Success Manager\nKickoff | A | R\nTraining | R | A",
        Ben="Activity | Sales | CSM\nKickoff | A | R\nTraining | R | A",
    )
    merged = merge(compare(given))
    assert [conflict.reason for conflict in merged.conflicts] == [Reason.ACCOUNTABLE, Reason.RESPONSIBLE]
    assert shown(merged.matrix) == {"Sales": "A"}
    assert shown(merged.matrix, 1) == {"Sales": "R"}
    assert merged.conflicts[1].explanation == "Who is Responsible (R)? Success Manager, says Anna; CSM, says Ben."


def test_plurality_takes_most_votes_and_never_breaks_a_tie() -> None:
    policy = Policy(strategy=Strategy.PLURALITY)
    most = of(SALES, SALES, TRAINER, policy=policy)
    assert (how(most), shown(most.matrix)) == (["plurality"], {"Sales": "A", "Trainer": "R"})
    assert how(of(SALES, TRAINER, policy=policy)) == ["open"]
    one_answer_has_most_but_its_owner_has_not = of(SALES, SALES, ("", "A", "R", ""), ("R", "A", "", ""), policy=policy)
    assert how(one_answer_has_most_but_its_owner_has_not) == ["open"]


def test_prefer_takes_what_the_leader_says_where_there_is_a_dispute() -> None:
    policy = Policy(strategy=Strategy.PREFER, preferred="B")
    assert how(of(SALES, TRAINER, policy=policy)) == ["preferred"]
    assert shown(of(SALES, TRAINER, policy=policy).matrix) == {"Sales": "R", "Trainer": "A"}
    assert how(of(SALES, ("", "", "", ""), TRAINER, policy=policy)) == ["open"]
    assert how(of(SALES, SALES, policy=policy)) == ["agreed"]
    with pytest.raises(UsageError, match="No copy is by 'Z'"):
        of(SALES, TRAINER, policy=Policy(strategy=Strategy.PREFER, preferred="Z"))


def test_with_a_base_plurality_counts_those_who_changed_it() -> None:
    policy = Policy(strategy=Strategy.PLURALITY)
    support = ("", "R", "", "A")
    tied = of(SALES, SALES, LEGAL, LEGAL, support, support, support, base=support, policy=policy)
    assert how(tied) == ["open"]
    most = of(SALES, SALES, LEGAL, support, support, support, base=support, policy=policy)
    assert (how(most), shown(most.matrix)) == (["plurality"], {"Sales": "A", "Trainer": "R"})


def test_most_votes_settle_c_by_halves_even_if_it_is_strict() -> None:
    policy = Policy(strict=True, strategy=Strategy.PLURALITY)
    result = of(("A", "R", "C", ""), ("A", "R", "C", ""), ("A", "R", "", ""), policy=policy)
    assert (how(result), shown(result.matrix)) == (["plurality"], {"Sales": "A", "Trainer": "R", "Legal": "C"})


def test_a_role_that_the_preferred_leader_or_the_base_lacks_keeps_its_letters() -> None:
    head = "Activity | Sales | Trainer"
    given = copies(A=f"{head} | Legal\nKickoff | A | R | C", B=f"{head}\nKickoff | R | A")
    preferred = merge(compare(given), Policy(strategy=Strategy.PREFER, preferred="B"))
    assert shown(preferred.matrix) == {"Sales": "R", "Trainer": "A", "Legal": "C"}
    support = f"{head} | Support\nKickoff | R/A | | I"
    kept = merge(
        compare([*given, *copies(C=support)], base=matrix(f"{head}\nKickoff | | R/A")), Policy(strategy=Strategy.BASE)
    )
    assert shown(kept.matrix) == {"Trainer": "RA", "Legal": "C", "Support": "I"}


def test_base_keeps_what_the_base_says() -> None:
    policy = Policy(strategy=Strategy.BASE)
    result = of(SALES, TRAINER, base=LEGAL, policy=policy)
    assert (how(result), shown(result.matrix)) == (["base"], {"Trainer": "R", "Legal": "A"})
    with pytest.raises(UsageError, match="--base"):
        of(SALES, TRAINER, policy=policy)


def test_with_a_base_one_who_changes_it_is_enough() -> None:
    result = of(SALES, LEGAL, LEGAL, LEGAL, base=LEGAL)
    assert (how(result), shown(result.matrix)) == (["changed"], {"Sales": "A", "Trainer": "R"})


def test_with_a_base_two_who_move_the_a_to_different_roles_are_a_conflict_though_no_cell_differs_twice() -> None:
    result = of(("A", "R", "", ""), ("", "R", "", "A"), ("", "R", "A", ""), ("", "R", "A", ""), base=LEGAL)
    assert [conflict.reason for conflict in result.conflicts] == [Reason.ACCOUNTABLE]
    assert shown(result.matrix) == {"Trainer": "R"}


def test_with_a_base_changes_of_c_do_not_stand_in_the_way_of_a_move() -> None:
    result = of(("A", "R", "", ""), ("", "R", "A", "C"), base=LEGAL)
    assert shown(result.matrix) == {"Sales": "A", "Trainer": "R", "Support": "C"}


def test_a_row_nobody_fills_in_stays_as_in_the_base() -> None:
    blank = ("", "", "", "")
    result = of(blank, blank, base=LEGAL)
    assert (how(result), shown(result.matrix)) == (["unchanged"], {"Trainer": "R", "Legal": "A"})


def _disputed() -> list[Copy]:
    return copies(A=row("A", "R", "C", ""), B=row("R", "A", "C", ""))


def _decision(**changed: Any) -> Decision:
    comparison = compare(_disputed())
    decision = Decision(
        "Kickoff",
        letters=(("sales", "i"), ("Trainer", "R/A")),
        fingerprint=fingerprint(comparison, 0),
        decided_by="All",
    )
    return decision._replace(**changed)


def test_a_decision_settles_the_row_as_it_says() -> None:
    result = merge(compare(_disputed()), decisions=[_decision()])
    assert (how(result), shown(result.matrix)) == (["decided"], {"Sales": "I", "Trainer": "RA"})
    assert result.settled


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"fingerprint": "0123456789abcdef"}, Refusal.STALE),
        ({"activity": "Kickof"}, Refusal.UNKNOWN),
        ({"letters": (("Salse", "A"), ("Trainer", "R"))}, Refusal.UNKNOWN),
        ({"letters": (("Sales", "Q"),)}, Refusal.LETTERS),
        ({"letters": (("Sales", "A"), ("Trainer", "A"), ("Legal", "R"))}, Refusal.BREAKS_RULES),
    ],
)
def test_a_decision_that_does_not_fit_is_reported_and_not_applied(changed: dict[str, Any], refusal: Refusal) -> None:
    result = merge(compare(_disputed()), decisions=[_decision(**changed)])
    assert [each.refusal for each in result.refused] == [refusal]
    assert how(result) == ["open"]
    assert not result.settled


def test_decisions_that_contradict_each_other_do_not_count() -> None:
    other = _decision(letters=(("Sales", "A"), ("Trainer", "R")))
    result = merge(compare(_disputed()), decisions=[_decision(), other])
    assert [each.refusal for each in result.refused] == [Refusal.CONTRADICTED] * 2
    assert how(merge(compare(_disputed()), decisions=[_decision(), _decision()])) == ["decided"]


def test_decisions_about_another_matrix_are_an_error() -> None:
    others = [_decision(activity="Bake bread"), _decision(activity="Sell bread")]
    with pytest.raises(ComparisonError, match="another matrix"):
        merge(compare(_disputed()), decisions=others)


def test_a_decision_without_letters_is_not_taken_yet() -> None:
    result = merge(compare(_disputed()), decisions=[_decision(letters=())])
    assert (how(result), result.refused) == (["open"], ())


def test_a_decision_holds_however_the_votes_are_saved_and_ordered() -> None:
    decision = _decision()
    first, second = _disputed()
    turned = compare([Copy("Somebody else", second.matrix), Copy("A", first.matrix)])
    assert how(merge(turned, decisions=[decision])) == ["decided"]


def test_a_decision_holds_when_another_copy_becomes_the_largest() -> None:
    """Names are those of the largest copy; what the others call a role is no new vote."""
    anna = f"{_HEAD}Kickoff | A | R | C | "
    ben = f"{_HEAD}Kickoff | R | A | C | ".replace("Trainer", "Trainers")
    before = compare(copies(A=f"{anna}\nReview | R/A | | | ", B=ben))
    after = compare(copies(A=f"{anna}\nReview | R/A | | | ", B=f"{ben}\nReview | R/A | | |\nOffer | R/A | | | "))
    assert (before.roles[1].label, after.roles[1].label) == ("Trainer", "Trainers")
    assert fingerprint(before, 0) == fingerprint(after, 0)


def test_decisions_about_repeated_activities_find_theirs_by_the_votes() -> None:
    twice = [row("A", "R", "C", "") + "\nKickoff | A | | R |", row("R", "A", "C", "") + "\nKickoff | R | | A |"]
    comparison = compare(copies(A=twice[0], B=twice[1]))
    second = Decision("Kickoff", letters=(("Sales", "RA"),), fingerprint=fingerprint(comparison, 1))
    assert how(merge(comparison, decisions=[second])) == ["open", "decided"]


def test_conflicts_come_in_the_order_of_the_agenda() -> None:
    tables = {
        leader: f"{_HEAD}Rules | A | | | \nResponsible | A | {r} | {x} | \nAccountable | {a} | R | {b} | "
        for leader, r, x, a, b in (("A", "R", "", "A", ""), ("B", "", "R", "", "A"))
    }
    result = merge(compare(copies(**tables)))
    assert [conflict.reason for conflict in result.conflicts] == [Reason.ACCOUNTABLE, Reason.RESPONSIBLE, Reason.RULES]


def test_thresholds_that_two_owners_could_reach_are_refused() -> None:
    for threshold in (0, 50, 101):
        with pytest.raises(UsageError, match="more than 50"):
            of(SALES, TRAINER, policy=Policy(threshold))


def test_a_scheme_without_accountable_is_merged_by_who_is_responsible() -> None:
    tables = [f"scheme: rs\nActivity | Sales | Trainer\nKickoff | {a} | {b}" for a, b in (("R", "S"), ("S", "R"))]
    result = merge(compare(copies(A=tables[0], B=tables[1])))
    assert [conflict.reason for conflict in result.conflicts] == [Reason.RESPONSIBLE]
    assert how(merge(compare(copies(A=tables[0], B=tables[0])))) == [How.AGREED]


def test_details_come_from_those_who_changed_them_and_nobody_is_the_author() -> None:
    head = "title: {}\nleader: {}\n" + row(*SALES)
    base = matrix("title: Plan\n" + row(*SALES))
    given = copies(A=head.format("Plan", "Anna"), B=head.format("Plan 2027", "Ben"))
    merged = merge(compare(given, base=base)).matrix
    assert (merged.title, merged.leader) == ("Plan 2027", "")


@pytest.mark.parametrize(
    ("titles", "merged"),
    [
        (("Plan", "Plan", "Plan of ours"), "Plan"),
        (("Plan of Anna", "Plan of Ben", ""), ""),
        (("One", "Another", ""), ""),
        (("RACI, by ANNA.", "", ""), ""),
        (("Plan of Annabel", "", ""), "Plan of Annabel"),
    ],
)
def test_a_title_that_tells_whose_copy_it_is_is_not_taken_over(titles: tuple[str, ...], merged: str) -> None:
    plans = (replace(matrix(row(*SALES)), title=title) for title in titles)
    given = [Copy(leader, plan) for leader, plan in zip(("Anna", "Ben", "Carl"), plans, strict=True)]
    assert merge(compare(given)).matrix.title == merged


def test_letters_of_an_own_scheme_are_read_as_people_write_them() -> None:
    scheme = Scheme("own", (("D", "Does"), ("Z", "Answers"), ("W", "Watches")), responsible="D", accountable="Z")
    one, other = (
        Matrix((Role("Sales"), Role("Trainer"), Role("Legal")), (Activity("Kickoff", cells),), scheme)
        for cells in (
            (Assignment(0, "Z"), Assignment(1, "D"), Assignment(2, "W")),
            (Assignment(0, "D"), Assignment(1, "Z"), Assignment(2, "W")),
        )
    )
    written = (("Sales", "d/z"), ("Trainer", "Watches"), ("Legal", "n/a"))
    result = merge(compare([Copy("A", one), Copy("B", other)]), decisions=[Decision("Kickoff", letters=written)])
    assert (how(result), shown(result.matrix)) == (["decided"], {"Sales": "DZ", "Trainer": "W"})


def test_what_the_options_break_is_not_said_twice() -> None:
    (conflict,) = merge(compare(copies(A=row("A", "A", "R", ""), B=row("A", "A", "R", "")))).conflicts
    assert conflict.explanation.startswith("RACI102 ")
    assert conflict.question == "What the copies say breaks a rule."
    (conflict,) = merge(compare(_disputed())).conflicts
    assert conflict.question == conflict.explanation
