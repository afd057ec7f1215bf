"""Names of roles in cells, under columns headed R, A, C, I."""

from __future__ import annotations

from itertools import permutations

import pytest
from sheets import addresses, matrices, read, remarks, table

PLAIN = table("""
    raci            | Trainer | Lead | Desk | Legal
    Kickoff meeting | R       | A    | C    | I
    Data import     |         | RA   | C    |
    Go-live         | I       | A    | R    | C
""")


def drawn(headings: tuple[str, str, str, str]) -> str:
    r, a, c, i = headings
    return f"""
        Activity        | {r}     | {a}  | {c}   | {i}
        Kickoff meeting | Trainer | Lead | Desk  | Legal
        Data import     | Lead    | Lead | Desk  |
        Go-live         | Desk    | Lead | Legal | Trainer
    """


@pytest.mark.parametrize(
    "headings",
    [
        ("R", "A", "C", "I"),
        ("Responsible", "Accountable", "Consulted", "Informed"),
        ("RESPONSIBLE", "ACCOUNTABLE", "CONSULTED", "INFORMED"),
        ("Responsible (R)", "Accountable (A)", "Consulted (C)", "Informed (I)"),
        ("R - Responsible", "A - Accountable", "C - Consulted", "I - Informed"),
        ("R: Responsible", "A: Accountable", "C: Consulted", "I: Informed"),
        ("R = Responsible", "A = Accountable", "C = Consulted", "I = Informed"),
        ("(R)esponsible", "(A)ccountable", "(C)onsulted", "(I)nformed"),
        ("R⏎Responsible", "A⏎Accountable", "C⏎Consulted", "I⏎Informed"),
        ("Who is responsible?", "Who is accountable?", "Who is consulted?", "Who is informed?"),
        ("Who does it? (R)", "Who answers for it? (A)", "Who is consulted? (C)", "Who is informed? (I)"),
        ("R: does it", "A: owns it", "C: advises", "I: hears of it"),
        ("Responsible (does it)", "Accountable (owns it)", "Consulted (before)", "Informed (after)"),
        ("Verantwortlich (R)", "Rechenschaftspflichtig (A)", "Konsultiert (C)", "Informiert (I)"),
        ("Durchführung", "Verantwortung", "Konsultation", "Information"),
        ("Réalisateur", "Approbateur", "Consulté", "Informé"),
        ("Responsable", "Aprobador", "Consultado", "Informado"),
        ("Responsabile", "Approvatore", "Consultato", "Informato"),
        ("Responsável", "Aprovador", "Consultado", "Informado"),
        ("Исполнитель", "Утверждает", "Консультирует", "Информируется"),
        ("Исполнитель (R)", "Ответственный (A)", "Консультант (C)", "Информируемый (I)"),
    ],
    ids=lambda headings: headings[0],
)
def test_headings(headings: tuple[str, str, str, str]) -> None:
    assert read(drawn(headings)) == PLAIN


@pytest.mark.parametrize("order", list(permutations("RACI")), ids="".join)
def test_every_order_of_the_columns(order: tuple[str, ...]) -> None:
    names = {
        "R": ["Trainer", "Lead", "Desk"],
        "A": ["Lead", "Lead", "Lead"],
        "C": ["Desk", "Desk", "Legal"],
        "I": ["Legal", "", "Trainer"],
    }
    rows = [["Activity", *order]] + [
        [activity, *(names[letter][i] for letter in order)] for i, activity in enumerate(["Kickoff", "Import", "Go"])
    ]
    (matrix,) = matrices("\n".join("|".join(row) for row in rows))
    assert {
        (activity.name, matrix.roles[one.role].name, one.letters)
        for activity in matrix.activities
        for one in activity.assignments
    } == {
        ("Kickoff", "Trainer", "R"), ("Kickoff", "Lead", "A"), ("Kickoff", "Desk", "C"), ("Kickoff", "Legal", "I"),
        ("Import", "Lead", "RA"), ("Import", "Desk", "C"),
        ("Go", "Desk", "R"), ("Go", "Lead", "A"), ("Go", "Legal", "C"), ("Go", "Trainer", "I"),
    }  # fmt: skip


@pytest.mark.parametrize("separator", [", ", ",", "; ", ";", "⏎", ",⏎"])
def test_several_names_in_a_cell(separator: str) -> None:
    assert read(f"""
        Activity        | R                         | A    | C                       | I
        Kickoff meeting | Trainer{separator}Analyst | Lead | Desk{separator}Legal    |
        Data import     | Analyst                   | Lead | Desk                    | Sales{separator}Legal
    """) == table("""
        raci            | Trainer | Analyst | Lead | Desk | Legal | Sales
        Kickoff meeting | R       | R       | A    | C    | C     |
        Data import     |         | R       | A    | C    | I     | I
    """)


def test_commas_inside_brackets_and_slashes_belong_to_the_name() -> None:
    assert read("""
        Activity        | R                          | A    | C                  | I
        Kickoff meeting | Trainer (north, south)     | Lead | Desk / back office |
        Data import     | Trainer (north, south), QA | Lead |                    | Desk / back office
    """) == table("""
        raci            | Trainer (north, south) | Lead | Desk / back office | QA
        Kickoff meeting | R                      | A    | C                  |
        Data import     | R                      | A    | I                  | R
    """)


def test_names_are_the_same_whatever_their_case_and_spacing() -> None:
    assert read("""
        Activity        | R             | A            | C    | I
        Kickoff meeting | Trainer       | Team lead    | Desk |
        Data import     | team  lead    | TEAM LEAD    |      | desk
    """) == table("""
        raci            | Trainer | Team lead | Desk
        Kickoff meeting | R       | A         | C
        Data import     |         | RA        | I
    """)


def test_empty_columns_for_consulted_and_informed() -> None:
    assert read("""
        Activity        | Responsible | Accountable | Consulted | Informed
        Kickoff meeting | Trainer     | Lead        |           |
        Data import     | Analyst     | Lead        |           |
        Go-live         | Desk        | Lead        |           |
    """) == table("""
        raci            | Trainer | Lead | Analyst | Desk
        Kickoff meeting | R       | A    |         |
        Data import     |         | A    | R       |
        Go-live         |         | A    |         | R
    """)


def test_an_extra_column_for_support() -> None:
    assert read("""
        Activity        | Responsible | Accountable | Support | Consulted | Informed
        Kickoff meeting | Trainer     | Lead        | Analyst | Legal     | Desk
        Data import     | Analyst     | Lead        | Desk    |           | Legal
    """) == table("""
        rasci           | Trainer | Lead | Analyst | Legal | Desk
        Kickoff meeting | R       | A    | S       | C     | I
        Data import     |         | A    | R       | I     | S
    """)


def test_only_responsible_and_accountable_and_informed() -> None:
    assert read("""
        Activity        | Responsible | Accountable | Informed
        Kickoff meeting | Trainer     | Lead        | Desk
        Data import     | Analyst     | Lead        | Desk
    """) == table("""
        raci            | Trainer | Lead | Desk | Analyst
        Kickoff meeting | R       | A    | I    |
        Data import     |         | A    | I    | R
    """)


def test_columns_between_and_beside() -> None:
    found = read("""
        ID | Activity        | Due        | Responsible | Status | Accountable | Consulted | Informed | Comment
        1  | Kickoff meeting | 2025-04-01 | Trainer     | done   | Lead        | Desk      | Legal    | by video
        2  | Data import     | 2025-05-01 | Lead        | open   | Lead        | Desk      |          |
        3  | Go-live         | 2025-06-01 | Desk        | open   | Lead        | Legal     | Trainer  | on a Monday
    """)
    assert found == PLAIN


def test_marks_for_nothing() -> None:
    (matrix,) = matrices("""
        Activity        | R       | A    | C    | I
        Kickoff meeting | Trainer | Lead | -    | n/a
        Data import     | Lead    | Lead | Desk | –
    """)
    assert [role.name for role in matrix.roles] == ["Trainer", "Lead", "Desk"]
    assert remarks(matrix) == []


def test_phase_bands_and_a_title_above() -> None:
    assert read("""
        merged: A1:E1 A3:E3 A6:E6
        Customer journey
        Activity        | R       | A    | C     | I
        Onboarding
        Kickoff meeting | Trainer | Lead | Desk  | Legal
        Data import     | Lead    | Lead | Desk  |
        Running
        Go-live         | Desk    | Lead | Legal | Trainer
    """) == table("""
        raci            | Trainer | Lead | Desk | Legal
        # Onboarding
        Kickoff meeting | R       | A    | C    | I
        Data import     |         | RA   | C    |
        # Running
        Go-live         | I       | A    | R    | C
    """)


def test_phase_column() -> None:
    assert read("""
        Phase      | Activity        | R       | A    | C     | I
        Onboarding | Kickoff meeting | Trainer | Lead | Desk  | Legal
                   | Data import     | Lead    | Lead | Desk  |
        Running    | Go-live         | Desk    | Lead | Legal | Trainer
    """) == table("""
        raci            | Trainer | Lead | Desk | Legal
        # Onboarding
        Kickoff meeting | R       | A    | C    | I
        Data import     |         | RA   | C    |
        # Running
        Go-live         | I       | A    | R    | C
    """)


def test_an_activity_without_names() -> None:
    found = read("""
        Activity        | R       | A    | C     | I
        Kickoff meeting | Trainer | Lead | Desk  | Legal
        Training        |         |      |       |
        Data import     | Lead    | Lead | Desk  |
        Go-live         | Desk    | Lead | Legal | Trainer
    """)
    assert found == [*PLAIN[:2], "Training |  |  |  | ", *PLAIN[2:]]


def test_addresses_are_those_of_the_first_mention_and_of_each_name() -> None:
    (matrix,) = matrices("""
        Activity        | R       | A    | C    | I
        Kickoff meeting | Trainer | Lead | Desk | Legal
        Data import     | Desk    | Lead |      | Trainer
    """)
    assert addresses(matrix) == ["B2 C2 D2 E2", "A2: B2 C2 D2 E2", "A3: E3 C3 B3"]
    assert matrix.source.layout == "names"


def test_everybody_and_persons_as_names() -> None:
    assert read("""
        Topic    | R          | A   | C        | I
        Kickoff  | Kim, Robin | Sam | Everyone | -
        Import   | Robin      | Sam |          | Everyone
    """) == table("""
        raci    | Kim | Robin | Sam | Everyone
        Kickoff | R   | R     | A   | C
        Import  |     | R     | A   | I
    """)


def test_a_legend_row_of_meanings_below_the_headings() -> None:
    found = read("""
        Activity        | R            | A              | C               | I
                        | does the job | answers for it | is asked before | is told after
        Kickoff meeting | Trainer      | Lead           | Desk            | Legal
        Data import     | Lead         | Lead           | Desk            |
        Go-live         | Desk         | Lead           | Legal           | Trainer
    """)
    assert found == PLAIN


def test_the_group_heading_raci_over_the_four_columns() -> None:
    found = read("""
        merged: A1:A2 B1:E1
        Activity        | RACI
                        | R       | A    | C     | I
        Kickoff meeting | Trainer | Lead | Desk  | Legal
        Data import     | Lead    | Lead | Desk  |
        Go-live         | Desk    | Lead | Legal | Trainer
    """)
    assert found == PLAIN


def test_names_joined_by_a_sign_where_each_stands_alone_elsewhere() -> None:
    found = read("""
        Activity        | R                 | A    | C              | I
        Kickoff meeting | Trainer; Lead     | Lead | Desk / Legal   | Legal
        Data import     | Trainer and Lead  | Lead | Desk           |
        Go-live         | Desk & Trainer    | Lead | Legal          | Trainer + Sales & Service
    """)
    assert found == table("""
        raci            | Trainer | Lead | Desk | Legal | Trainer + Sales & Service
        Kickoff meeting | R       | RA   | C    | CI    |
        Data import     | R       | RA   | C    |       |
        Go-live         | R       | A    | R    | C     | I
    """)


def test_nothing_but_responsible_and_accountable() -> None:
    found = read("""
        Activity        | Responsible | Accountable
        Kickoff meeting | Trainer     | Lead
        Data import     | Lead        | Lead
        Go-live         | Desk        | Lead
    """)
    assert found == table("""
        raci            | Trainer | Lead | Desk
        Kickoff meeting | R       | A    |
        Data import     |         | RA   |
        Go-live         |         | A    | R
    """)


def test_driver_approver_contributor_informed() -> None:
    assert read("""
        Decision      | Driver  | Approver | Contributors | Informed
        Pick a vendor | Lead    | Sponsor  | Desk, Legal  | Trainer
        Set the date  | Trainer | Lead     | Desk         | Sponsor
    """) == table("""
        daci          | Lead | Sponsor | Desk | Legal | Trainer
        Pick a vendor | D    | A       | C    | C     | I
        Set the date  | A    | I       | C    |       | D
    """)


def test_a_letter_in_brackets_says_what_a_word_does_not() -> None:
    assert read("""
        Component | Responsible (R) | Sign-off by (A) | Experts (C)
        Frontend  | Trainer         | Lead            | Desk
        Queue     | Desk            | Lead            | Trainer
    """) == table("""
        raci     | Trainer | Lead | Desk
        Frontend | R       | A    | C
        Queue    | C       | A    | R
    """)


def test_activities_called_by_letters() -> None:
    assert read("""
        Flow | Responsible (R) | Approver (A) | Consulted (C)
        A    | Trainer         | Lead         | Desk
        B    | Desk            | Lead         | Trainer
        C    | Trainer         | Desk         | Lead
    """) == table("""
        raci | Trainer | Lead | Desk
        A    | R       | A    | C
        B    | C       | A    | R
        C    | R       | C    | A
    """)


def test_roles_in_the_rows_and_what_they_have_to_do_with_in_the_cells() -> None:
    assert read("""
        Role            | Responsible  | Accountable            | Consulted
        Project manager | Project plan | Budget                 | Scope
        Developer       | Source code  |                        | Project plan
        Sponsor         |              | Project plan, Scope    | Budget
    """) == table("""
        raci         | Project manager | Developer | Sponsor
        Project plan | R               | C         | A
        Budget       | A               |           | C
        Scope        | C               |           | A
        Source code  |                 | R         |
    """)


def test_activities_headed_as_roles_stay_activities() -> None:
    assert read("""
        Role             | Responsible | Accountable | Consulted
        Content creation | Writer      | Editor      | Analyst
        Publishing       | Operator    | Editor      | Writer
    """) == table("""
        raci             | Writer | Editor | Analyst | Operator
        Content creation | R      | A      | C       |
        Publishing       | C      | A      |         | R
    """)


def test_letters_in_a_row_are_no_headings_of_letters() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A, R |         |
        Data import     | A    | C       | R
        Train the users | A, R |         |
        Go-live         | A, R |         |

        Legend
        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | RA   |         |
        Data import     | A    | C       | R
        Train the users | RA   |         |
        Go-live         | RA   |         |
    """)


def test_a_deputy_beside_the_responsible() -> None:
    assert read("""
        Service | Responsible | Responsible (deputy) | Accountable | Informed
        Mail    | Trainer     | Desk                 | Lead        | All
        Files   | Desk        |                      | Lead        |
    """) == table("""
        raci  | Trainer | Desk | Lead | All
        Mail  | R       | R    | A    | I
        Files |         | R    | A    |
    """)
