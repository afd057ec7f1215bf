"""RACI0xx beyond what the rules' own pages show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.model import Stated, Unnamed
from raci_cli.rules.checking import check
from raci_cli.rules.names import folded, is_generic, is_placeholder, near_repeats
from raci_cli.rules.settings import Settings
from tables import codes, matrix


def only(code: str, table: str) -> list[str]:
    return codes(check(matrix(table), Settings(select=(code,))))


def message(code: str, table: str) -> str:
    return check(matrix(table), Settings(select=(code,))).findings[0].message


def test_a_cell_finding_stands_on_the_cell_and_names_role_and_activity() -> None:
    table = """
        Activity | Lead | Trainer
        Training | R/A  | yes
    """
    (finding,) = check(matrix(table), Settings(select=("RACI001",))).findings
    assert str(finding.location) == "plan.xlsx:RACI!C2"
    assert (finding.activity, finding.role) == ("Training", "Trainer")
    assert finding.message == "“yes” for Trainer at “Training” is none of the letters R, A, C or I."


def test_untidy_cells_are_told_one_by_one_with_what_was_read() -> None:
    table = """
        Activity | Lead  | Trainer | Legal
        Training | (a) r | A/R     | R, C
    """
    findings = check(matrix(table), Settings(select=("RACI003",))).findings
    assert [(finding.location.a1, finding.advice) for finding in findings] == [
        ("B2", "Write just R/A; a remark belongs in a comment."),
        ("D2", "Write just R/C; a remark belongs in a comment."),
    ]


def test_the_same_activity_in_two_phases_or_sections_is_no_duplicate() -> None:
    table = """
        Activity             | Lead
        # Onboarding
        Review               | R/A
        # Established
        ## Proactive
        Review               | R/A
        ## Reactive
        Review               | R/A
        review.              | R/A
    """
    assert only("RACI004", table) == ["A9 RACI004"]
    assert message("RACI004", table) == "“review.” is listed again in the phase “Established”; the first stands in A8."


def test_roles_of_one_name_in_different_groups_are_no_duplicates() -> None:
    table = """
        Activity | Product: Developer | Services: Developer | Services: developer
        Build    | R/A                | C                   | I
    """
    assert only("RACI005", table) == ["D1 RACI005"]


def test_placeholders_are_no_duplicates() -> None:
    table = """
        Activity | Name or Role | Name or Role
        [define] | R/A          |
        [define] | R/A          |
    """
    assert codes(check(matrix(table), Settings(select=("RACI0", "RACI201")))) == [
        "B1 RACI007",
        "C1 RACI007",
        "A2 RACI007",
        "A3 RACI007",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Account Manager", "Account Manger"),
        ("Trainer", "trainers"),
        ("Kickoff meeting", "Kickoff meating"),
        ("Project lead", "Porject lead"),
        ("Проверка отчёта", "Проверка отчета"),
    ],
)
def test_one_edit_in_a_word_is_a_near_duplicate(one: str, other: str) -> None:
    assert list(near_repeats(enumerate([folded(one), folded(other)]))) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Support Tier 1", "Support Tier 2"),
        ("30-day check-in", "90-day check-in"),
        ("Release2 plan", "Release3 plan"),
        ("Plan A", "Plan B"),
        ("Sale", "Sales"),
        ("Project Manager", "Product Manager"),
        ("Review", "Review plan"),
        ("Reviews of plans", "Review of plan"),
        ("Same name", "same  name"),
    ],
)
def test_numbers_short_words_and_different_words_are_not(one: str, other: str) -> None:
    assert list(near_repeats(enumerate([folded(one), folded(other)]))) == []


@given(st.lists(st.text("abc", min_size=4, max_size=8), unique=True, max_size=12))
def test_near_repeats_are_exactly_the_words_at_one_edit(words: list[str]) -> None:
    def edits(word: str) -> set[str]:
        swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
        less = {word[:i] + word[i + 1 :] for i in range(len(word))}
        other = {word[:i] + letter + word[i + 1 :] for i in range(len(word)) for letter in "abc"}
        more = {word[:i] + letter + word[i:] for i in range(len(word) + 1) for letter in "abc"}
        return {edited for edited in swapped | less | other | more if len(edited) >= 5 and len(word) >= 5} - {word}

    expected = [
        (min(i for i in range(later) if words[i] in edits(words[later])), later)
        for later in range(len(words))
        if edits(words[later]).intersection(words[:later])
    ]
    assert list(near_repeats(enumerate(words))) == expected


def test_near_duplicates_are_looked_for_within_a_phase_only() -> None:
    table = """
        Activity        | Lead
        # Onboarding
        Kickoff meeting | R/A
        # Renewing
        Kickoff meetin  | R/A
        Kickoff meetings| R/A
    """
    assert only("RACI006", table) == []


@pytest.mark.parametrize(
    "text",
    [
        *("[define]", "Enterprise [define]", "[Person 1]", "<role>", "{{role}}", "[Your company] RACI"),
        *("TBD", "tbd", "Trainer (TBD)", "xxx", "XXX - review", "???", "…", "Name or Role", "Name/Role", "Role 1"),
        *("Person 2", "Task 12", "activity a", "To be defined", "[Customer name] success plan", "à définir"),
    ],
)
def test_placeholders_are_known(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Tier 1", "Support Tier 2", "Phase 1", "Step 1: plan", "Approve plan [optional]", "Todo el equipo"),
        *("CSM/TAM - Named", "Task force", "Role model programme", "Report (xx pages)", "X", "Go/no-go", "< 5 days"),
        *("[R] approves [A]", "Define scope", "Name the owner", "CSM [EMEA]", "Vendor A", "Automation (CRM, platform)"),
    ],
)
def test_real_names_are_no_placeholders(text: str) -> None:
    assert not is_placeholder(text)


def test_placeholders_in_title_segment_leader_and_phase_are_found() -> None:
    table = """
        title: [company name] RACI
        segment: Enterprise [define]
        leader: TBD
        Activity | Lead
        # [Phase]
        Plan     | R/A
    """
    result = check(matrix(table), Settings(select=("RACI007",)))
    assert [(finding.location.a1, finding.message) for finding in result.findings] == [
        ("", "The title still holds the placeholder “[company name] RACI”."),
        ("", "The segment still holds the placeholder “Enterprise [define]”."),
        ("", "The leader still holds the placeholder “TBD”."),
        ("A2", "The phase “[Phase]” is still a placeholder."),
    ]


def test_a_placeholder_about_the_whole_matrix_has_its_cell_where_that_is_known() -> None:
    plan = matrix("segment: Enterprise [define]\nActivity | Lead\nPlan     | R/A")
    known = replace(plan, source=plan.source._replace(stated=(Stated("segment", 1, 3),)))
    assert codes(check(known, Settings(select=("RACI007",)))) == ["C1 RACI007"]


def test_findings_about_the_whole_matrix_point_at_the_sheet() -> None:
    table = """
        title: TBD
        Activity | Lead
        Plan     | R/A
    """
    (finding,) = check(matrix(table), Settings(select=("RACI007",))).findings
    assert str(finding.location) == "plan.xlsx:RACI"


@pytest.mark.parametrize(
    ("cell", "fires"),
    [
        *((good, False) for good in ("R", "R/A", "A/R", "C", "-", "")),
        *((bad, True) for bad in ("A/I", "R/I", "A/C", "R/C", "C/I", "R/A/C/I")),
    ],
)
def test_letters_of_different_degree_conflict(cell: str, fires: bool) -> None:
    table = f"""
        Activity | Lead | Trainer
        Plan     | R    | {cell}
    """
    assert only("RACI009", table) == (["C2 RACI009"] if fires else [])


def test_letters_beyond_the_four_conflict_with_nothing() -> None:
    table = """
        scheme: rasci
        Activity | Lead | Trainer
        Plan     | R/A  | S/C
    """
    assert only("RACI009", table) == []


@pytest.mark.parametrize("name", ["Team", "EVERYONE", "équipe", "L'équipe", "Alle", "todos", "Команда", "Management"])
def test_headings_that_name_nobody_are_known_in_several_languages(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize(
    "name", ["Support team", "Product Management", "Team lead", "Staff engineer", "Todd", "Allen K."]
)
def test_headings_with_more_to_them_are_fine(name: str) -> None:
    assert not is_generic(name)


@pytest.mark.parametrize("name", ["C", "C++", "C#", "> 5 days", "< 5 days", "5 %"])
def test_folding_keeps_signs_that_carry_meaning(name: str) -> None:
    assert folded(name) == name.lower()


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def test_a_letter_in_doubt_is_a_warning() -> None:
    """Other untidy letters are remarks."""
    table = """
        Activity | Lead | Desk
        Plan     | A?   | (R)
        Do       | A    | ?
    """
    result = check(matrix(table), Settings(select=("RACI001", "RACI003")))
    assert [(finding.location.a1, finding.code, finding.severity.value) for finding in result.findings] == [
        ("B2", "RACI003", "warning"),
        ("C2", "RACI003", "info"),
        ("C3", "RACI001", "error"),
    ]
    assert result.findings[0].message == "“A?” for Lead at “Plan” was read as A, but is in doubt."


def test_letters_that_were_left_out_are_told_with_the_empty_cell() -> None:
    plan = matrix(
        """
        Activity | Lead
        Plan     | R/A
        """
    )
    left_out = (Unnamed(1, 6, 12), Unnamed(4, 1, 1, is_row=True))
    result = check(replace(plan, source=plan.source._replace(unnamed=left_out)), Settings(select=("RACI012",)))
    assert [(finding.location.a1, finding.message) for finding in result.findings] == [
        ("F1", "Column F holds 12 letters, but has no heading, so it was left out."),
        ("A4", "Row 4 holds 1 letter, but has no name, so it was left out."),
    ]


def test_an_activity_without_a_name_is_no_placeholder_but_told() -> None:
    table = """
        Activity | Lead | Desk
        Plan     | A    | R
                 | A    | R
    """
    assert only("RACI007", table) == []
    assert only("RACI012", table) == ["A3 RACI012"]
