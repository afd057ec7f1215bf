"""Sheets that are no responsibility matrix: refused alone, and without effect beside a real one."""

from __future__ import annotations

import pytest
from sheets import matrices, read, sheet, table

from raci_cli.errors import NoMatrixError, RaciError, UnreadableFileError, UsageError
from raci_cli.layouts import Overrides
from raci_cli.model import Grid

MATRIX = """
    Activity        | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | R/A  |         | C
    Go-live         | A    | C       | R
"""
PLAIN = table(MATRIX.replace("Activity", "raci").replace("R/A", "RA"))

OTHER_TABLES = {
    "red and amber": """
        Workstream | Overall | Scope | Time | Cost | Comment
        Data       | A       | R     | A    | A    | supplier is late
        Training   | R       | R     | A    | A    | no room
        Go-live    | A       | A     | A    | R    | moved
    """,
    "resistant or sensitive": """
        Sample | Substance 1a | Substance 2b | Substance 3c
        No. 1a | R            | S            | S
        No. 2a | R            | I            | S
        No. 3a | S            | R            | I
    """,
    "read, write and administer": """
        Screen    | Office | Sales | Legal | Public
        Dashboard | R      | R     | R     | R
        Orders    | R      | W     | R     | -
        Contracts | R      | R     | R     | -
        Invoices  | R      | R     | R     | R
        Settings  | A      | R     | -     | -
    """,
    "options of a command": """
        Option      | Short | Type | Required
        --all       | -a    | flag | O
        --recursive | -r    | flag | O
        --config    | -c    | path | R
        --input     | -i    | path | R
    """,
    "how people feel about a function": """
        Without it, with function | Like | Expect | Neutral | Dislike
        Like                      | Q    | E      | E       | P
        Expect                    | R    | I      | I       | B
        Neutral                   | R    | I      | I       | B
        Dislike                   | R    | R      | R       | Q
    """,
    "required or optional parts": """
        Part    | Shop | Chat | Wizard | Landing
        Input   | R    | R    | R      | O
        Storage | R    | R    | R      | O
        Login   | R    | O    | O      | O
        Search  | R    | O    | R      | R
    """,
    "shifts by day": """
        Name  | Mon | Tue | Wed | Thu | Fri
        Kim   | A   | R   | A   | I   | C
        Robin | R   | A   | I   | C   | A
        Alex  | I   | C   | A   | R   | R
    """,
    "columns of codes": """
        sku | name  | active | returnable
        A1  | Lamp  | A      | R
        A2  | Table | I      | R
        A3  | Chair | A      | R
        A4  | Shelf | I      | R
    """,
    "a few grades": """
        Student | Maths | Art | Sport
        Kim     | A     | B   | C
        Robin   | B     | A   | F
        Alex    | D     | C   | A
        Sam     | A     | A   | B
    """,
    "attendance by date": """
        Name  | 2024-01-01 | 2024-01-02 | 2024-01-03
        Kim   | P          | A          | P
        Robin | P          | P          | A
        Alex  | A          | P          | P
    """,
    "a few rights": """
        Entity  | Admin | User | Guest
        Order   | CRUD  | CR   | R
        Invoice | CRUD  | R    | R
        Log     | R     | R    |
    """,
    "task list with owners": """
        Task            | Owner | Status | Due
        Kickoff meeting | Kim   | done   | 2025-03-01
        Data import     | Robin | open   | 2025-04-01
        Go-live         | Alex  | open   | 2025-05-01
    """,
    "list of owners with empty columns": """
        Task            | Owner | Done | Signed off
        Kickoff meeting | Kim   |      |
        Data import     | Robin |      |
        Go-live         | Alex  |      |
    """,
    "task list with letters for status": """
        Task            | Owner | Status
        Kickoff meeting | Kim   | C
        Data import     | Robin | O
        Go-live         | Alex  | O
        Health check    | Alex  | C
    """,
    "risk register": """
        Risk             | Likelihood | Impact | Owner | Response
        Data comes late  | H          | M      | Kim   | Ask weekly
        Key user leaves  | L          | H      | Robin | Train two
        Budget is cut    | M          | H      | Alex  | Agree early
    """,
    "stakeholder grid": """
        Stakeholder | Power | Interest | Strategy
        Sponsor     | H     | H        | Manage closely
        Key users   | L     | H        | Keep informed
        Board       | H     | L        | Keep satisfied
    """,
    "must should could": """
        Requirement     | Priority
        Single sign-on  | M
        Export as PDF   | S
        Dark mode       | C
        Fax             | W
        Search          | M
    """,
    "must should could per release": """
        Requirement     | Release 1 | Release 2 | Release 3
        Single sign-on  | M         | M         | M
        Export as PDF   | C         | S         | M
        Dark mode       | W         | C         | S
        Fax             | W         | W         | C
    """,
    "meeting calendar": """
        Week | Mon | Tue | Wed | Thu | Fri
        1    | S   | P   | S   | D   | R
        2    | S   | S   | S   | S   | D
        3    | P   | S   | R   | S   | S
    """,
    "skills": """
        Person | Excel | Training | Scripting | Writing
        Kim    | A     | B        | C         | B
        Robin  | B     | A        | B         | C
        Alex   | C     | B        | A         | A
    """,
    "grades": """
        Student | Maths | Music | Sports
        Kim     | A     | B     | D
        Robin   | C     | A     | B
        Alex    | F     | B     | A
    """,
    "attendance": """
        Name  | 01.03. | 08.03. | 15.03. | 22.03.
        Kim   | P      | P      | A      | P
        Robin | P      | A      | P      | P
        Alex  | A      | P      | P      | P
    """,
    "truth table": """
        p | q | p and q
        T | T | T
        T | F | F
        F | T | F
        F | F | F
    """,
    "letter grid": """
        A | R | C | I | S
        C | I | A | R | D
        R | A | S | C | I
        I | C | R | A | S
    """,
    "word search": """
        K | A | R | T | E
        I | R | A | C | I
        S | T | E | R | N
        A | C | H | A | T
    """,
    "sizes": """
        Article | Shirt | Jacket | Gloves
        Blue    | S     | M      | L
        Red     | M     | S      | S
        Green   | L     | L      | M
    """,
    "create read update delete": """
        Entity   | Order service | Billing | Reports
        Customer | CRUD          | R       | R
        Invoice  | R             | CRUD    | R
        Order    | CRU           | R       | R
    """,
    "read and write rights": """
        Folder    | Sales | Service | Finance
        Contracts | RW    | R       | R
        Invoices  | R     | -       | RW
        Tickets   | -     | RW      | -
    """,
    "required and optional documents": """
        Document | Small project | Medium project | Large project
        Charter  | R             | R              | R
        Risk log | O             | R              | R
        Test plan| O             | O              | R

        R = Required, O = Optional
    """,
    "standard and optional features": """
        Feature        | Basic | Plus | Premium
        Air conditioner| O     | S    | S
        Parking camera | -     | O    | S
        Sun roof       | -     | -    | O

        S | Standard
        O | Optional
    """,
    "included and add-on": """
        Feature      | Starter | Team | Company
        Onboarding   | A       | I    | I
        Phone        | A       | A    | I
        Success plan | -       | A    | I

        I = Included, A = Add-on
    """,
    "compliance": """
        Control   | Site 1 | Site 2 | Site 3
        Passwords | C      | P      | C
        Backups   | C      | C      | N
        Alarms    | P      | N      | C

        C | Compliant
        P | Partly compliant
        N | Not compliant
    """,
    "roster": """
        Nurse | Mon | Tue | Wed | Thu
        Kim   | D   | D   | O   | O
        Robin | O   | D   | D   | O
        Alex  | D   | O   | O   | D
    """,
    "vacation and sickness": """
        Name  | Mon | Tue | Wed | Thu
        Kim   | V   | V   |     | S
        Robin |     | V   | V   |
        Alex  | S   |     |     | V
    """,
    "bases": """
        Sequence | 1 | 2 | 3 | 4
        probe 1  | A | C | G | T
        probe 2  | C | C | A | G
        probe 3  | T | A | C | A
    """,
    "inputs and outputs": """
        Step    | Contract | Ticket | Report
        Sell    | O        |        |
        Deliver | I        | O      |
        Review  | I        | I      | O
    """,
    "effort in hours": """
        Task            | Lead | Trainer | Desk
        Kickoff meeting | 2    | 4       |
        Data import     | 1    |         | 16
        Go-live         | 2    | 8       | 4
    """,
    "crosses": """
        Task            | Lead | Trainer | Desk
        Kickoff meeting | x    | x       |
        Data import     | x    |         | x
        Go-live         | X    | ✓       | x
    """,
    "letters R A C I over crosses": """
        Activity        | R | A | C | I
        Kickoff meeting | x | x |   | x
        Data import     | x | x | x |
        Go-live         | x |   | x | x
    """,
    "letters R A C I over numbers": """
        Role    | R | A | C | I
        Lead    | 1 | 3 | 0 | 0
        Trainer | 1 | 0 | 1 | 0
        Desk    | 1 | 0 | 1 | 1
    """,
    "letters R A C I over letters of their own": """
        Team    | R | A | C | I
        North   | P | B | B | P
        South   | B | P | P | B
        West    | P | P | B | B

        P = Primary contact, B = Backup contact
    """,
    "create read update delete by crosses": """
        Entity   | Admin |   |   |   | User |   |   |
                 | C | R | U | D | C | R | U | D
        Customer | x | x | x | x |   | x |   |
        Invoice  | x | x | x | x | x | x |   |
    """,
    "amounts with their letters": """
        Probe | Resistance (R) | Current (I) | Area (A)
        one   | 12 kOhm        | 4 mA        | 3 mm2
        two   | 10 kOhm        | 5 mA        | 4 mm2
        three | 9 kOhm         | 6 mA        | 5 mm2
    """,
    "parts with their letters": """
        Board | Parts
        Main  | Resistor (R), Capacitor (C)
        Power | Amplifier (A), Resistor (R)
        Radio | Amplifier (A), Inductor (I)
    """,
    "who wrote what": """
        Chapter | Text
        One     | Author: Kim, Reviewer: Robin
        Two     | Author: Alex, Reviewer: Kim
    """,
    "legend alone": """
        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
    """,
    "words about responsibility": """
        What is this?
        The responsible person does the work, the accountable person answers for it.
        Those who are consulted are asked before, those who are informed are told after.
    """,
    "contacts": """
        Name  | Role    | Phone | Mail
        Kim   | Lead    | 100   | kim@example.org
        Robin | Trainer | 200   | robin@example.org
    """,
    "glossary of capital letters": """
        Letter | Word    | Meaning
        A      | Account | A customer we have a contract with
        C      | Churn   | A customer who leaves
        R      | Renewal | The customer signs again
    """,
    "nothing": """

    """,
}
IN_RACI_FILES = (
    "task list with owners", "list of owners with empty columns", "task list with letters for status", "risk register",
    "stakeholder grid", "must should could", "meeting calendar", "skills", "effort in hours", "crosses",
    "letters R A C I over crosses", "letters R A C I over numbers", "letters R A C I over letters of their own",
    "legend alone", "words about responsibility", "contacts", "glossary of capital letters", "nothing",
)  # fmt: skip
"""Found alone in files that are called RACI."""
UNLIKELY = {"letter grid", "word search", "bases", "truth table", "letters R A C I over letters of their own"}
"""Nobody puts these below a matrix."""


@pytest.mark.parametrize("name", OTHER_TABLES)
def test_refused(name: str) -> None:
    with pytest.raises(NoMatrixError):
        read(sheet(OTHER_TABLES[name], name="Plan"))


@pytest.mark.parametrize("name", IN_RACI_FILES)
def test_refused_even_in_a_file_called_raci(name: str) -> None:
    with pytest.raises(NoMatrixError):
        read(sheet(OTHER_TABLES[name], name="Plan"), path="raci.xlsx")


@pytest.mark.parametrize("name", OTHER_TABLES)
def test_without_effect_on_the_sheet_beside(name: str) -> None:
    other = sheet(OTHER_TABLES[name], name="Other")
    assert read(sheet(MATRIX, name="RACI"), other) == PLAIN
    assert read(other, sheet(MATRIX, name="RACI")) == PLAIN


@pytest.mark.parametrize("name", [name for name in OTHER_TABLES if name not in UNLIKELY])
def test_without_effect_below_the_matrix(name: str) -> None:
    other = "\n\n\n    Something else\n\n" + OTHER_TABLES[name].replace("\n        ", "\n    ")
    assert read(sheet(MATRIX.rstrip() + other)) == PLAIN


def test_a_sheet_in_colours_has_no_letters() -> None:
    with pytest.raises(NoMatrixError, match="no cell holds letters"):
        read("""
            Activity        | Lead | Trainer | Desk
            Kickoff meeting |      |         |
            Data import     |      |         |
        """)


def test_crosses_are_named_in_the_message() -> None:
    with pytest.raises(NoMatrixError, match=r"^plan\.xlsx .*crosses or check marks"):
        read(OTHER_TABLES["crosses"])


def test_the_message_says_what_was_looked_at_and_how_to_go_on() -> None:
    with pytest.raises(NoMatrixError, match=r"'Plan'.*--sheet"):
        read(sheet(OTHER_TABLES["skills"], name="Plan"))


def test_sheets_of_ours_alone_are_named() -> None:
    with pytest.raises(NoMatrixError, match="votes"):
        read(sheet("raci: votes | Lead\nKickoff | A", name="Votes"))


def test_no_sheet_at_all() -> None:
    with pytest.raises(NoMatrixError):
        matrices()


def test_an_unknown_sheet_is_a_usage_error_that_lists_the_sheets() -> None:
    with pytest.raises(UsageError, match=r"'Two'\..*'One'"):
        matrices(sheet(MATRIX, name="One"), overrides=Overrides(sheet="Two"))


@pytest.mark.parametrize(
    "overrides",
    [Overrides(header_row=99), Overrides(activity_column="ZZ"), Overrides(layout="names"), Overrides(layout="long")],
)
def test_overrides_that_do_not_fit_are_refused(overrides: Overrides) -> None:
    with pytest.raises(RaciError):
        matrices(MATRIX, overrides=overrides)


def test_formulas_without_results_inside_the_matrix() -> None:
    grid = sheet(MATRIX, name="RACI")
    with pytest.raises(UnreadableFileError, match=r"plan\.xlsx:RACI!C3"):
        matrices(Grid(grid.name, grid.rows, (), uncalculated=((2, 2),)))


def test_formulas_without_results_beside_the_matrix_do_not_matter() -> None:
    grid = sheet(MATRIX, name="RACI")
    assert read(Grid(grid.name, grid.rows, (), uncalculated=((20, 2), (1, 9)))) == PLAIN
