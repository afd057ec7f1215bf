"""What a workshop has to decide: which activities, in which order, with which options, for how long."""

from __future__ import annotations

import random
from itertools import accumulate

from hypothesis import assume, given
from hypothesis import strategies as st

from copies import copies, random_copies
from packs import agenda_of_three
from raci_cli.compare import compare, merge
from raci_cli.compare.agenda import agenda
from raci_cli.compare.ranking import split
from raci_cli.errors import ComparisonError
from raci_cli.model import Activity, Assignment, Matrix, Role, Severity
from raci_cli.model.agenda import Agenda, Item
from raci_cli.model.comparison import Copy, Letters, RowKind
from raci_cli.model.decision import Policy, Reason
from raci_cli.rules.checking import check
from raci_cli.rules.settings import Profile, Settings


def agenda_of(given: list[Copy], *, top: int = 0, minutes: int = 0) -> Agenda:
    try:
        return agenda(compare(given), top=top, minutes=minutes)
    except ComparisonError:
        assume(False)  # copies that share nothing have a test of their own
        raise


def names(found: Agenda, items: tuple[Item, ...]) -> list[str]:
    return [found.row(item).activity.name for item in items]


def test_what_is_in_dispute_is_to_be_decided_and_the_rest_is_not() -> None:
    found = agenda_of_three()

    assert names(found, found.items) == ["Renewal", "Kickoff meeting"]
    assert [found.comparison.rows[each.outcome.row].activity.name for each in found.proposals] == ["Training"]
    assert [found.comparison.rows[each.row].activity.name for each in found.agreed] == ["Go-live", "Offer"]


def test_an_option_says_who_holds_it_and_what_it_would_break() -> None:
    found = agenda_of_three()
    renewal = found.items[0].conflict

    assert [(option.accountable, option.responsible, option.copies) for option in renewal.options] == [
        ((0,), (0,), (0,)),
        ((0, 1), (2,), (2,)),
        ((1,), (0,), (1,)),
    ]
    assert [[fault[:7] for fault in option.breaks] for option in renewal.options] == [[], ["RACI102"], []]


def test_disputes_about_a_come_before_those_about_r_and_rows_that_break_rules() -> None:
    found = agenda_of(
        copies(
            one="""
            Activity | P | Q
            Broken   | A | A
            Doer     | A | R
            Owner    | A | R
            Empty    |   |
            """,
            two="""
            Activity | P   | Q
            Broken   | A   | A
            Doer     | R/A |
            Owner    | R   | A
            Empty    |     |
            """,
        )
    )

    assert names(found, found.items) == ["Owner", "Doer", "Broken", "Empty"]
    assert [item.conflict.reason for item in found.items] == [
        Reason.ACCOUNTABLE,
        Reason.RESPONSIBLE,
        Reason.RULES,
        Reason.EMPTY,
    ]
    assert [item.minutes for item in found.items] == [4, 4, 3, 2]
    assert found.items[3].note == "Nobody has filled it in."


def test_a_moment_of_truth_comes_first_and_gets_two_minutes_more() -> None:
    one, two = (
        Matrix(
            (Role("P"), Role("Q")),
            (
                Activity("First", (Assignment(owner, "RA"),)),
                Activity("Weighty", (Assignment(owner, "RA"),), moment_of_truth="they see how we work."),
            ),
            agenda_of_three().comparison.scheme,
        )
        for owner in (0, 1)
    )
    found = agenda_of([Copy("one", one), Copy("two", two)])

    assert names(found, found.items) == ["Weighty", "First"]
    assert [item.minutes for item in found.items] == [6, 4]
    assert "A moment of truth: they see how we work." in found.items[0].note


def test_the_wider_the_split_the_earlier() -> None:
    found = agenda_of(
        copies(
            **{
                leader: f"""
                Activity | P | Q | S
                Near     | {near}
                Far      | {far}
                """
                for leader, near, far in (
                    ("one", "R/A | | ", "R/A | | "),
                    ("two", "R/A | | ", "| R/A | "),
                    ("three", "| R/A | ", "| | R/A "),
                )
            }
        )
    )

    assert names(found, found.items) == ["Far", "Near"]


def test_a_profile_that_lets_blanks_be_takes_empty_rows_off_the_agenda() -> None:
    blank = copies(one="Activity | P\nDone | R/A\nEmpty |", two="Activity | P\nDone | R/A\nEmpty |")

    assert len(agenda(compare(blank)).items) == 1
    assert agenda(compare(blank), settings=Settings(Profile.DRAFT)).items == ()


@given(random_copies())
def test_every_activity_is_in_one_place(given: list[Copy]) -> None:
    found = agenda_of(given)
    places = [item.conflict.row for item in found.items + found.later]
    places += [each.outcome.row for each in found.proposals] + [each.row for each in found.agreed]
    disputed = {
        row for row, each in enumerate(found.comparison.rows) if each.kind in (RowKind.ACCOUNTABLE, RowKind.RESPONSIBLE)
    }

    assert sorted(places) == list(range(len(found.comparison.rows)))
    assert disputed <= {item.conflict.row for item in found.items}


@given(random_copies())
def test_every_vote_stands_behind_one_option_and_no_two_options_are_alike(given: list[Copy]) -> None:
    found = agenda_of(given)
    for item in found.items:
        options, row = item.conflict.options, found.row(item)
        voters = sorted(copy for option in options for copy in option.copies)

        assert voters == [vote.copy for vote in row.votes]
        assert len({(option.accountable, option.responsible) for option in options}) == len(options)


@given(random_copies())
def test_an_option_breaks_what_our_rules_find_in_its_row(given: list[Copy]) -> None:
    found = agenda_of(given)
    for item in found.items:
        for option in filter(lambda option: option.letters, item.conflict.options):  # not where all say "no part"
            assert {fault.split()[0] for fault in option.breaks} == _errors(found, item, option.letters)


def _errors(found: Agenda, item: Item, letters: Letters) -> set[str]:
    """The errors of a matrix with this row alone."""
    activity = Activity(
        found.row(item).activity.name,
        tuple(Assignment(*cell) for cell in letters),
        moment_of_truth=found.row(item).moment_of_truth,
    )
    roles = tuple(Role(role.label) for role in found.comparison.roles)
    report = check(Matrix(roles, (activity,), found.comparison.scheme), Settings())
    return {
        finding.code
        for finding in report.findings
        if finding.severity is Severity.ERROR and finding.code.startswith(("RACI1", "RACI302"))
    }


@given(random_copies(), st.randoms())
def test_the_order_of_copies_decides_nothing(given: list[Copy], chance: random.Random) -> None:
    one, other = agenda_of(given), agenda_of(chance.sample(given, len(given)))

    assert _told(one) == _told(other)


def _told(found: Agenda) -> list[object]:
    leaders = found.comparison.leaders
    return [
        (
            found.row(item).activity.name,
            item.minutes,
            split(found.row(item), found.comparison.scheme),
            {
                (option.accountable, option.responsible, frozenset(leaders[copy] for copy in option.copies))
                for option in item.conflict.options
            },
        )
        for item in found.items
    ]


@given(random_copies(), st.integers(0, 5), st.integers(0, 30))
def test_what_fits_is_the_beginning_of_the_whole(given: list[Copy], top: int, minutes: int) -> None:
    whole, found = agenda_of(given), agenda_of(given, top=top, minutes=minutes)

    assert found.items + found.later == whole.items
    assert [item.total for item in whole.items] == list(accumulate(item.minutes for item in whole.items))
    assert len(found.items) <= (top or len(whole.items))
    assert not minutes or found.minutes <= minutes
    if found.later and (not top or len(found.items) < top):
        assert found.later[0].total > minutes


@given(random_copies(), st.sampled_from([51, 75, 100]), st.booleans())
def test_with_a_threshold_it_is_what_a_merge_leaves_open(given: list[Copy], threshold: int, strict: bool) -> None:
    comparison = agenda_of(given).comparison
    found = agenda(comparison, threshold=threshold, strict=strict)

    assert tuple(item.conflict for item in found.items) == merge(comparison, Policy(threshold, strict)).conflicts


@given(random_copies(), st.booleans())
def test_without_one_it_tells_how_many_a_merge_would_settle(given: list[Copy], strict: bool) -> None:
    comparison = agenda_of(given).comparison
    found = agenda(comparison, strict=strict, top=1)
    left = {conflict.row for conflict in merge(comparison, Policy(strict=strict)).conflicts}
    listed = {item.conflict.row for item in found.all_items}

    assert left <= listed
    assert found.outvoted == len(listed - left)
