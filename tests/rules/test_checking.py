"""Running the rules: selection, severities, profiles, suppressions, baseline, order, and the numbers of a check."""

from __future__ import annotations

import datetime as dt
import pickle
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.errors import UsageError
from raci_cli.model import Activity, Assignment, Matrix, Role, Severity, Source
from raci_cli.model.schemes import RACI
from raci_cli.rules.catalogue import RULES, find, selected
from raci_cli.rules.checking import check
from raci_cli.rules.settings import Profile, Settings, Suppression
from tables import codes, matrix

FAULTY = """
    Activity | Lead | Desk | Legal
    # One
    Plan     | R    | C    | I
    Train    | A    | R    | A
    # Two
    Plan     | R    |      | C
    Renew    | R/A  |      | I
    Open     |      |      |
"""
TODAY = dt.date(2025, 6, 1)


def severity_of(code: str, settings: Settings) -> set[Severity]:
    return {finding.severity for finding in check(matrix(FAULTY), settings).findings if finding.code == code}


def test_findings_come_in_the_order_of_the_sheet() -> None:
    assert codes(check(matrix(FAULTY), Settings(select=("RACI10",), ignore=("RACI109",)))) == [
        "A3 RACI101",
        "A4 RACI102",
        "A6 RACI101",
        "A8 RACI100",
    ]


def test_a_check_counts_what_is_filled_in_and_in_order() -> None:
    result = check(matrix("title: Success\n" + FAULTY.replace("\n    ", "\n").strip()))
    assert (result.activities, result.filled_in, result.in_order, result.roles) == (5, 4, 1, 3)
    assert (result.title, result.scheme, result.phases) == ("Success", "raci", ("One", "Two"))
    assert str(result.location) == "plan.xlsx:RACI"


def test_an_unknown_cell_puts_its_activity_out_of_order() -> None:
    assert check(matrix("Activity | K | L | M\nPlan | R/A | x | C")).in_order == 0


def test_nothing_is_in_order_before_it_is_filled_in() -> None:
    assert check(matrix("Activity | K\nPlan |"), Settings(profile=Profile.DRAFT)).in_order == 0


@pytest.mark.parametrize(
    ("profile", "code", "severity"),
    [
        (Profile.STANDARD, "RACI101", Severity.ERROR),
        (Profile.DRAFT, "RACI101", Severity.INFO),
        (Profile.DRAFT, "RACI100", Severity.INFO),
        (Profile.DRAFT, "RACI102", Severity.ERROR),
        (Profile.STRICT, "RACI101", Severity.ERROR),
    ],
)
def test_profiles_grade(profile: Profile, code: str, severity: Severity) -> None:
    assert severity_of(code, Settings(profile=profile)) == {severity}


def test_strict_gives_the_graver_of_two_findings_on_a_row() -> None:
    table = matrix("Activity | K | L | M | N | O\nPlan | A | R | R | R | R")
    select = ("RACI104", "RACI105")
    assert codes(check(table, Settings(select=select))) == ["A2 RACI105"]
    assert codes(check(table, Settings(select=select, profile=Profile.STRICT))) == ["A2 RACI104"]


def test_a_severity_of_ones_own_wins_over_profile_and_rule() -> None:
    draft = Settings(profile=Profile.DRAFT, severities={"RACI1": Severity.INFO, "RACI101": Severity.WARNING})
    assert severity_of("RACI101", draft) == {Severity.WARNING}
    assert severity_of("RACI102", draft) == {Severity.INFO}
    four_eyes = matrix("Activity | K | L\nPlan (four eyes) | R/A | C")
    (finding,) = check(four_eyes, Settings(select=("RACI110",), severities={"RACI110": Severity.ERROR})).findings
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (("RACI3",), (), "302 303 304"),
        (("raci303", "no-accountable"), (), "101 303"),
        (("RACI2",), ("RACI201", "role-only-watches"), "202 203 204"),
        (("RACI3",), ("RACI",), ""),
    ],
)
def test_rules_are_selected_by_code_name_and_family(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: str
) -> None:
    assert " ".join(rule.code[4:] for rule in selected(Settings(select=select, ignore=ignore))) == expected


def test_all_rules_run_unless_told_otherwise() -> None:
    assert selected(Settings()) == RULES


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("RAC101", "RACI101"),
        ("no-acountable", "no-accountable"),
        ("RACI9", ""),
        ("", ""),
        ("R", ""),
        ("A101", "RACI101"),
    ],
)
def test_unknown_codes_are_refused_with_a_suggestion(code: str, meant: str) -> None:
    for ask in (
        lambda: find(code),
        lambda: selected(Settings(select=(code,))),
        lambda: selected(Settings(ignore=(code,))),
        lambda: check(matrix(FAULTY), Settings(severities={code: Severity.INFO})),
        lambda: check(matrix(FAULTY), Settings(suppressions=(Suppression(code, "because"),))),
    ):
        with pytest.raises(UsageError, match=f"There is no rule '{code}'.*{meant}"):
            ask()


def test_find_takes_code_or_name() -> None:
    assert find("raci101") is find("no-accountable")


def test_a_suppression_excuses_by_code_activity_and_role() -> None:
    excused = Settings(suppressions=(Suppression("RACI101", "settled at the offsite", activity="plan"),))
    result = check(matrix(FAULTY), excused)
    assert "RACI101" not in " ".join(codes(result))
    assert result.excused == 2
    assert result.in_order == 3
    role = Settings(select=("RACI110",), suppressions=(Suppression("RACI1", "small team", role="LEAD"),))
    assert check(matrix(FAULTY), role).excused == 1
    other = Settings(select=("RACI110",), suppressions=(Suppression("RACI1", "small team", role="Desk"),))
    assert codes(check(matrix(FAULTY), other)) == ["B7 RACI110"]


@pytest.mark.parametrize(("until", "excused"), [(TODAY, 1), (TODAY - dt.timedelta(days=1), 0), (None, 1)])
def test_a_suppression_holds_until_its_day(until: dt.date | None, excused: int) -> None:
    told = Suppression("RACI102", "two heads until the merger", "Train", until=until)
    result = check(matrix(FAULTY), Settings(suppressions=(told,), today=TODAY))
    assert result.excused == excused
    ended = (
        "The suppression of RACI102 for “Train” ended on 2025-05-31, so its findings count again."
        " Its reason was: two heads until the merger"
    )
    assert result.notes == (() if excused else (ended,))


def test_an_expired_suppression_without_findings_is_not_worth_a_word() -> None:
    told = Suppression("RACI102", "long ago", "Somewhere else", until=dt.date(2020, 1, 1))
    assert check(matrix(FAULTY), Settings(suppressions=(told,), today=TODAY)).notes == ()


def test_the_baseline_excuses_as_many_as_it_counts() -> None:
    before = check(matrix("Activity | K | L\nPlan | R | C\nTrain | R | C"))
    baseline = Counter(finding.fingerprint for finding in before.findings)
    now = matrix("Activity | K | L\nShip | R | C\nTrain | R | C\nPlan | R | C\nplan | R | C")
    result = check(now, Settings(baseline=baseline, ignore=("RACI2",)))
    assert codes(result) == ["A2 RACI101", "A5 RACI004", "A5 RACI101"]
    assert result.excused == 2
    assert check(now, Settings(baseline=baseline)).excused == 2 + sum(
        1 for code in baseline if code.startswith("RACI2")
    )


def test_the_baseline_is_not_used_up_by_a_run() -> None:
    baseline = Counter(finding.fingerprint for finding in check(matrix(FAULTY)).findings)
    settings = Settings(baseline=baseline)
    assert check(matrix(FAULTY), settings).findings == check(matrix(FAULTY), settings).findings == ()


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("Activity | Lead", []),
        ("Activity", []),
        ("Activity\nPlan", ["A2 RACI100"]),
        ("Activity | Lead\nPlan | R/A", ["B2 RACI110"]),
        ("Activity | Lead\nPlan |", ["A2 RACI100"]),
    ],
)
def test_small_matrices(table: str, found: list[str]) -> None:
    assert codes(check(matrix(table))) == found


@pytest.mark.parametrize(
    "name", ["[red]bold[/]", ":smile:", "::error::x", "<b>&amp;</b>", "=1+1", "\x1b[31mred", "a\nb"]
)
def test_names_come_through_verbatim(name: str) -> None:
    plan = Matrix((Role(name), Role("Lead")), (Activity(name, (Assignment(0, "A"), Assignment(1, "A"))),), RACI)
    findings = {finding.code: finding for finding in check(plan).findings}
    assert findings["RACI102"].message == f"2 roles are Accountable (A) for “{name}”: {name} and Lead."
    assert findings["RACI102"].activity == name


def test_a_whole_paragraph_is_cut_in_messages_only() -> None:
    name = "word " * 5000
    (finding,) = check(Matrix((Role("Lead"),), (Activity(name),), RACI)).findings
    assert len(finding.message) < 200
    assert finding.activity == name


LETTERS = st.sampled_from(["", "-", "R", "A", "C", "I", "RA", "CI", "AI"])


@pytest.mark.parametrize("settings", [Settings(), Settings(ignore=("RACI",))])
def test_a_check_goes_from_process_to_process_whole(settings: Settings) -> None:
    found = check(matrix(FAULTY), settings)
    assert repr(pickle.loads(pickle.dumps(found))) == repr(found)


@given(st.lists(st.lists(LETTERS, min_size=6, max_size=6), max_size=12), st.permutations(range(6)))
def test_moving_role_columns_changes_no_finding(rows: list[list[str]], order: list[int]) -> None:
    names = ("Sales", "Success", "Services", "Support", "Product", "Finance")

    def plan(columns: list[int]) -> Matrix:
        activities = tuple(
            Activity(
                f"Job no. {number}",
                tuple(Assignment(at, cells[column]) for at, column in enumerate(columns) if cells[column]),
                phase="Year",
            )
            for number, cells in enumerate(rows)
        )
        return Matrix(tuple(Role(names[column]) for column in columns), activities, RACI, source=Source("plan.csv"))

    straight, moved = check(plan(list(range(6)))), check(plan(order))
    assert Counter(finding.fingerprint for finding in straight.findings) == Counter(
        finding.fingerprint for finding in moved.findings
    )
    assert straight._replace(findings=()) == moved._replace(findings=())
