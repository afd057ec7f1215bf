"""One assignment a row: long lists of databases, and our own interchange files."""

from __future__ import annotations

import pytest
from sheets import addresses, matrices, read, table

from raci_cli.errors import NoMatrixError
from raci_cli.layouts import Overrides

PLAIN = table("""
    raci            | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | RA   |         | C
    Go-live         | A    | C       | R
""")


def test_activity_role_letter() -> None:
    found = read("""
        Activity        | Role    | RACI
        Kickoff meeting | Lead    | A
        Kickoff meeting | Trainer | R
        Kickoff meeting | Desk    | I
        Data import     | Lead    | R/A
        Data import     | Desk    | C
        Go-live         | Lead    | A
        Go-live         | Trainer | C
        Go-live         | Desk    | R
    """)
    assert found == PLAIN


def test_r_and_a_of_a_role_in_two_rows() -> None:
    found = read("""
        Activity        | Role    | Letter
        Kickoff meeting | Lead    | A
        Kickoff meeting | Trainer | R
        Kickoff meeting | Desk    | I
        Data import     | Lead    | A
        Data import     | Lead    | R
        Data import     | Desk    | C
        Go-live         | Lead    | A
        Go-live         | Trainer | C
        Go-live         | Desk    | R
    """)
    assert found == PLAIN


def test_role_before_activity_and_sorted_by_role() -> None:
    found = read("""
        Role    | Letter | Activity
        Lead    | A      | Kickoff meeting
        Lead    | R/A    | Data import
        Lead    | A      | Go-live
        Trainer | R      | Kickoff meeting
        Trainer | C      | Go-live
        Desk    | I      | Kickoff meeting
        Desk    | C      | Data import
        Desk    | R      | Go-live
    """)
    assert found == PLAIN


def test_ids_and_slugs_beside() -> None:
    found = read("""
        id | activity_id | activity_slug   | activity        | role_slug | role    | letter | updated
        1  | 10          | kickoff-meeting | Kickoff meeting | lead      | Lead    | A      | 2025-01-01
        2  | 10          | kickoff-meeting | Kickoff meeting | trainer   | Trainer | R      | 2025-01-01
        3  | 10          | kickoff-meeting | Kickoff meeting | desk      | Desk    | I      | 2025-01-02
        4  | 11          | data-import     | Data import     | lead      | Lead    | RA     | 2025-01-02
        5  | 11          | data-import     | Data import     | desk      | Desk    | C      | 2025-01-02
        6  | 12          | go-live         | Go-live         | lead      | Lead    | A      | 2025-01-03
        7  | 12          | go-live         | Go-live         | trainer   | Trainer | C      | 2025-01-03
        8  | 12          | go-live         | Go-live         | desk      | Desk    | R      | 2025-01-03
    """)
    assert found == PLAIN


def test_words_as_letters() -> None:
    found = read("""
        Task            | Person  | Responsibility
        Kickoff meeting | Lead    | Accountable
        Kickoff meeting | Trainer | Responsible
        Kickoff meeting | Desk    | Informed
        Data import     | Lead    | Accountable
        Data import     | Lead    | Responsible
        Data import     | Desk    | Consulted
        Go-live         | Lead    | Accountable
        Go-live         | Trainer | Consulted
        Go-live         | Desk    | Responsible
    """)
    assert found == PLAIN


def test_phase_column() -> None:
    assert read("""
        Phase      | Activity        | Role    | RACI
        Onboarding | Kickoff meeting | Lead    | A
        Onboarding | Kickoff meeting | Trainer | R
        Onboarding | Data import     | Lead    | R/A
        Onboarding | Data import     | Desk    | C
        Running    | Health check    | Lead    | A
        Running    | Health check    | Desk    | R
        Running    | Kickoff meeting | Lead    | A
        Running    | Kickoff meeting | Desk    | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting | A    | R       |
        Data import     | RA   |         | C
        # Running
        Health check    | A    |         | R
        Kickoff meeting | A    |         | R
    """)


def test_german_headings() -> None:
    assert read("""
        Aufgabe     | Rolle     | Buchstabe
        Auftakt     | Leitung   | A
        Auftakt     | Schulung  | R
        Datenimport | Leitung   | R/A
        Datenimport | Vertrieb  | C
        Abnahme     | Leitung   | A
        Abnahme     | Vertrieb  | R
    """) == table("""
        raci        | Leitung | Schulung | Vertrieb
        Auftakt     | A       | R        |
        Datenimport | RA      |          | C
        Abnahme     | A       |          | R
    """)


OURS = """
    file: plan.csv
    sheet|phase|section|activity|group|role|letters|cell
    RACI|Onboarding||Kickoff meeting|Sales|Lead|A|C3
    RACI|Onboarding||Kickoff meeting|Services|Trainer|R|D3
    RACI|Onboarding|Start|Data import|Sales|Lead|RA|C5
    RACI|Onboarding|Start|Data import|Services|Desk|C|E5
    RACI|Running|Proactive|Health check|Sales|Lead|A|C8
    RACI|Running|Proactive|Health check|Services|Desk|R|E8
    RACI|Running|Proactive|Health check|Services|Trainer|-|D8
"""


def test_our_own_long_csv() -> None:
    assert read(OURS) == table("""
        raci            | Sales: Lead | Services: Trainer | Services: Desk
        # Onboarding
        Kickoff meeting | A           | R                 |
        ## Start
        Data import     | RA          |                   | C
        # Running
        ## Proactive
        Health check    | A           | -                 | R
    """)


def test_our_own_long_csv_without_phases_and_groups() -> None:
    found = read("""
        file: plan.csv
        sheet|phase|section|activity|group|role|letters|cell
        |||Kickoff meeting||Lead|A|B2
        |||Kickoff meeting||Trainer|R|C2
        |||Kickoff meeting||Desk|I|D2
        |||Data import||Lead|RA|B3
        |||Data import||Desk|C|D3
        |||Go-live||Lead|A|B4
        |||Go-live||Trainer|C|C4
        |||Go-live||Desk|R|D4
    """)
    assert found == PLAIN


def test_our_own_long_csv_with_phases_for_some_activities_only() -> None:
    assert read("""
        file: plan.csv
        sheet|phase|section|activity|group|role|letters|cell
        RACI|||Kickoff meeting||Lead|A|B2
        RACI|||Kickoff meeting||Trainer|R|C2
        RACI|Running||Data import||Lead|RA|B4
        RACI|Running||Data import||Desk|C|D4
        RACI|Running||Go-live||Lead|A|B5
        RACI|Running||Go-live||Desk|R|D5
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       |
        # Running
        Data import     | RA   |         | C
        Go-live         | A    |         | R
    """)


def test_our_own_long_csv_where_each_activity_has_one_letter() -> None:
    assert read("""
        file: plan.csv
        sheet|phase|section|activity|group|role|letters|cell
        RACI|||Kickoff meeting||Lead|RA|B2
        RACI|||Data import||Desk|RA|C3
        RACI|||Go-live||Lead|RA|B4
    """) == table("""
        raci            | Lead | Desk
        Kickoff meeting | RA   |
        Data import     |      | RA
        Go-live         | RA   |
    """)


def test_our_own_grid_csv() -> None:
    assert read("""
        file: plan.csv
        |||Sales|Services|Services
        Phase|Section|Activity|Lead|Trainer|Desk
        Onboarding||Kickoff meeting|A|R|
        Onboarding|Start|Data import|R/A||C
        Onboarding|Start|Welcome mail|||
        Running|Proactive|Health check|A|-|R
    """) == table("""
        raci            | Sales: Lead | Services: Trainer | Services: Desk
        # Onboarding
        Kickoff meeting | A           | R                 |
        ## Start
        Data import     | RA          |                   | C
        Welcome mail    |             |                   |
        # Running
        ## Proactive
        Health check    | A           | -                 | R
    """)


def test_our_own_grid_csv_with_one_phase_for_every_activity() -> None:
    assert read("""
        file: plan.csv
        Phase|Section|Activity|Lead|Trainer|Desk
        Onboarding|Start|Kickoff meeting|A|R|
        Onboarding|Start|Data import|R/A||C
        Onboarding|Start|Go-live|A|C|R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        ## Start
        Kickoff meeting | A    | R       |
        Data import     | RA   |         | C
        Go-live         | A    | C       | R
    """)


def test_addresses_of_a_long_list() -> None:
    (matrix,) = matrices("""
        Activity        | Role    | RACI
        Kickoff meeting | Lead    | A
        Kickoff meeting | Trainer | R
        Data import     | Lead    | R/A
        Data import     | Desk    | C
        Go-live         | Desk    | R
    """)
    assert addresses(matrix) == ["B2 B3 B5", "A2: C2 C3", "A4: C4 C5", "A6: C6"]
    assert matrix.source.layout == "long"


def test_a_sorted_matrix_of_two_roles_is_no_long_list() -> None:
    assert read("""
        Area   | Topic    | Lead | Desk
        Sales  | Kickoff  | A    | R
        Sales  | Offer    | A    | R
        Desk   | Tickets  | I    | R/A
        Desk   | Phone    | I    | R/A
    """) == table("""
        raci    | Lead | Desk
        # Sales
        Kickoff | A    | R
        Offer   | A    | R
        # Desk
        Tickets | I    | RA
        Phone   | I    | RA
    """)


def test_the_layout_can_be_said() -> None:
    drawing = """
        What    | Who   | How
        Kickoff | Lead  | A
        Import  | Desk  | R
        Go-live | Legal | C
    """
    assert read(drawing, overrides=Overrides(layout="long")) == table("""
        raci    | Lead | Desk | Legal
        Kickoff | A    |      |
        Import  |      | R    |
        Go-live |      |      | C
    """)


def test_our_own_long_csv_of_a_rarer_scheme() -> None:
    found = read("""
        file: plan.csv
        sheet|phase|section|activity|group|role|letters|cell
        RACI|||Kickoff meeting||Lead|D|B2
        RACI|||Kickoff meeting||Desk|R|C2
        RACI|||Go-live||Lead|D|B3
    """)
    assert found[1:] == ["Kickoff meeting | D | R", "Go-live | D | "]


def test_a_short_list_with_words() -> None:
    found = read("""
        Activity        | Assigned to | Responsibility
        Kickoff meeting | Lead        | Accountable
        Kickoff meeting | Trainer     | Responsible
        Data import     | Lead        | Accountable
        Data import     | Desk        | Responsible
        Data import     | Trainer     | Informed
    """)
    assert found == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       |
        Data import     | A    | I       | R
    """)


def test_a_grid_in_which_one_role_has_nearly_all_letters() -> None:
    found = read("""
        Phase      | Activity        | Lead | Trainer | Desk | Check
        Onboarding | Kickoff meeting | R/A  |         |      | OK
        Onboarding | Data import     | R/A  |         |      | OK
        Running    | Health check    |      | R/A     | C    | two A
        Running    | Go-live         | R/A  |         |      | OK
    """)
    assert found[0] == "raci | Lead | Trainer | Desk"


def test_a_sheet_that_is_called_raci_is_no_column_of_letters() -> None:
    found = read("""
        Sheet | Activity        | Role    | Letters
        RACI  | Kickoff meeting | Lead    | A
        RACI  | Kickoff meeting | Trainer | R
        RACI  | Kickoff meeting | Desk    | I
        RACI  | Data import     | Lead    | R/A
        RACI  | Data import     | Desk    | C
        RACI  | Go-live         | Lead    | A
        RACI  | Go-live         | Trainer | C
        RACI  | Go-live         | Desk    | R
    """)
    assert found == PLAIN


def test_the_same_activity_in_every_phase() -> None:
    rows = [f"{phase} | {task} | {role} | {letter}" for phase in ("Pilot", "Rollout", "Handover")
            for task in ("Plan it", "Do it") for role, letter in (("Lead", "A"), ("Desk", "R"))]  # fmt: skip
    assert read("Phase | Activity | Role | Letter\n" + "\n".join(rows)) == table("""
        raci    | Lead | Desk
        # Pilot
        Plan it | A    | R
        Do it   | A    | R
        # Rollout
        Plan it | A    | R
        Do it   | A    | R
        # Handover
        Plan it | A    | R
        Do it   | A    | R
    """)


@pytest.mark.parametrize("merged", ["merged: B2:B4 B5:B6 B7:B9 A2:A6 A7:A9", "merged: unknown"])
def test_activities_and_phases_that_are_said_once_for_several_rows(merged: str) -> None:
    """Merged down, or blank until the next."""
    found = read(f"""
        {merged}
        Phase | Activity        | Role    | RACI
        Start | Kickoff meeting | Lead    | A
              |                 | Trainer | R
              |                 | Desk    | I
              | Data import     | Lead    | R/A
              |                 | Desk    | C
        Run   | Go-live         | Lead    | A
              |                 | Trainer | C
              |                 | Desk    | R
    """)
    assert [line for line in found if not line.startswith("#")] == PLAIN
    assert [line for line in found if line.startswith("#")] == ["# Start", "# Run"]


def test_a_list_of_people_with_a_letter_each_says_not_for_what() -> None:
    with pytest.raises(NoMatrixError):
        read(
            """
            Name  | Role       | RACI | Channel | Told
            Kim   | Lead       | A    | Mail    | weekly
            Robin | Trainer    | R    | Chat    | daily, in the morning
            Alex  | Trainer    | R    | Chat    | daily, in the evening
            Sam   | Legal desk | C    | Mail    | at milestones
            """,
            path="raci.xlsx",
        )
