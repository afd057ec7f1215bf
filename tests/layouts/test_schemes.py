"""Letters beyond R, A, C, I; legends wherever they stand; legends that give letters a meaning of their own."""

from __future__ import annotations

import pytest
from raci_cli.model import Scheme
from sheets import matrices, read, sheet, table

ROWS = """
    Kickoff meeting | A    | R       | I
    Data import     | R/A  |         | C
    Go-live         | A    | C       | R
"""
MATRIX = "    Activity        | Lead | Trainer | Desk" + ROWS
PLAIN = table(MATRIX.replace("Activity", "raci").replace("R/A", "RA"))


def scheme_of(*drawings: str) -> Scheme:
    found = matrices(*drawings)
    return found[0].scheme


def below(legend: str) -> str:
    """The matrix with these lines after its last row."""
    return MATRIX.rstrip(" ") + "\n".join(f"    {line.strip()}" for line in legend.splitlines())


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("rasci", "Kickoff|A|R|S|I\nImport|A|R|C|S\nGo-live|I|A|R|S"),
        ("rasci", "Kickoff|A|R|S|\nImport|A|R||S\nGo-live||A|R|S"),
        ("racio", "Kickoff|A|R|O|I\nImport|A|R|C|O\nGo-live|O|A|R|I"),
        ("darsci", "Kickoff|D|A|R|S\nImport|D|A|R|C\nGo-live|S|A|R|I\nCheck|D|A|R|"),
        ("daci", "Kickoff|D|A|C|I\nImport|D|A|C|\nGo-live|I|A|D|C"),
        ("raci-vs", "Kickoff|A|R|V|S\nImport|A|R|C|V\nGo-live|V|A|R|I\nCheck|A|R|S|V"),
        ("rs", "Kickoff|R|S||S\nImport|S|R|S|\nGo-live||S|R|"),
        ("ps", "Kickoff|P|S||S\nImport|S|P|S|\nGo-live||S|P|"),
        ("raci", "Kickoff|A|R|||\nImport|A|R||\nGo-live||A|R|"),
    ],
)
def test_schemes_without_a_legend(name: str, rows: str) -> None:
    assert scheme_of("RACI chart\nActivity|Lead|Trainer|Desk|Legal\n" + rows).name == name


@pytest.mark.parametrize(
    ("name", "rows", "legend"),
    [
        ("rasci", "Kickoff|A|R|S|I\nImport|A|R|C|S\nGo-live|I|A|R|S", "S = Supportive, R = Responsible"),
        ("daci", "Kickoff|D|A|C|I\nImport|D|A|C|\nGo-live|I|A|D|C",
         "D = Driver, A = Approver, C = Contributor, I = Informed"),
        ("ps", "Kickoff|P|S||S\nImport|S|P|S|\nGo-live||S|P|", "P = Primary, S = Support"),
        ("rs", "Kickoff|R|S||S\nImport|S|R|S|\nGo-live||S|R|", "R = Responsible, S = Supportive"),
    ],
)  # fmt: skip
def test_schemes_with_a_legend(name: str, rows: str, legend: str) -> None:
    assert scheme_of(f"Activity|Lead|Trainer|Desk|Legal\n{rows}\n\n{legend}").name == name


def test_nobody_is_accountable_in_rs_and_the_scheme_says_so() -> None:
    scheme = scheme_of("Task|Lead|Desk|Legal\nKickoff|R|S|\nImport|S|R|S\nGo-live|R|S|\n\nR|Responsible\nS|Supportive")
    assert (scheme.responsible, scheme.accountable, bool(scheme.note)) == ("R", "", True)


LEGENDS = {
    "letter and word below": """

        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
    """,
    "letter and word directly below": """
        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
    """,
    "with a title and sentences": """

        Legend
        R | Responsible | the one who does the work
        A | Accountable | answers for the result, exactly one per row
        C | Consulted | is asked before
        I | Informed | is told after
    """,
    "one cell each": """

        R = Responsible
        A = Accountable
        C = Consulted
        I = Informed
    """,
    "one cell each, directly below": """
        R = Responsible
        A = Accountable
        C = Consulted
        I = Informed
    """,
    "one sentence": """

        R = Responsible, A = Accountable, C = Consulted, I = Informed
    """,
    "one sentence directly below": """
        Legend: R - Responsible; A - Accountable; C - Consulted; I - Informed
    """,
    "one cell with line breaks": """

        R: Responsible⏎A: Accountable⏎C: Consulted⏎I: Informed
    """,
    "one row of cells": """

        R = Responsible | A = Accountable | C = Consulted | I = Informed
    """,
    "one row of letters and words": """

        R | Responsible | A | Accountable | C | Consulted | I | Informed
    """,
    "word before letter": """

        Responsible | R
        Accountable | A
        Consulted   | C
        Informed    | I
    """,
    "under a role column": """

        | R | Responsible
        | A | Accountable
        | C | Consulted
        | I | Informed
    """,
    "in brackets": """

        (R) Responsible
        (A) Accountable
        (C) Consulted
        (I) Informed
    """,
    "as headings and sentences": """

        Responsible | Accountable | Consulted | Informed
        Does the work | Answers for it | Is asked | Is told
    """,
    "in German": """

        R | Verantwortlich für die Durchführung
        A | Rechenschaftspflichtig
        C | Konsultiert
        I | Informiert
    """,
    "in French": """

        R : Réalise
        A : Approuve
        C : Consulté
        I : Informé
    """,
    "in Spanish": """

        R | Responsable
        A | Aprobador
        C | Consultado
        I | Informado
    """,
    "in Russian": """

        R - исполнитель
        A - ответственный
        C - консультант
        I - информируемый
    """,
    "with a blank letter explained": """

        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
        - | Not involved
    """,
    "diagonally": """

        R | Responsible
          | A | Accountable
          |   | C | Consulted
          |   |   | I | Informed
    """,
}


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=list(LEGENDS))
def test_legend_below(legend: str) -> None:
    assert read(below("\n".join(legend.splitlines()[1:-1]))) == PLAIN


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=list(LEGENDS))
def test_legend_above(legend: str) -> None:
    lines = [line[8:] for line in legend.splitlines()[1:-1]]
    assert read("\n".join([*lines, "", *(line.strip() for line in MATRIX.splitlines())])) == PLAIN


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=list(LEGENDS))
def test_legend_on_another_sheet(legend: str) -> None:
    lines = [line[8:] for line in legend.splitlines()[1:-1]]
    assert read(sheet(MATRIX, name="Matrix"), sheet("\n".join(lines), name="Legend")) == PLAIN
    assert read(sheet("\n".join(lines), name="Legend"), sheet(MATRIX, name="Matrix")) == PLAIN


def test_legend_directly_above_the_header() -> None:
    assert read("""
        R               | Responsible
        A               | Accountable
        C               | Consulted
        I               | Informed
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_legend_above_over_the_roles() -> None:
    assert read("""
                        | R=Responsible | A=Accountable | C=Consulted | I=Informed
        Activity        | Lead          | Trainer       | Desk
        Kickoff meeting | A             | R             | I
        Data import     | R/A           |               | C
        Go-live         | A             | C             | R
    """) == PLAIN


def test_legend_on_the_right_in_the_data_rows() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | | Legend
        Kickoff meeting | A    | R       | I    | | R | Responsible
        Data import     | R/A  |         | C    | | A | Accountable
        Go-live         | A    | C       | R    | | C | Consulted
                        |      |         |      | | I | Informed
    """) == PLAIN


def test_legend_on_the_right_without_a_gap() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | R | Responsible
        Kickoff meeting | A    | R       | I    | A | Accountable
        Data import     | R/A  |         | C    | C | Consulted
        Go-live         | A    | C       | R    | I | Informed
    """) == PLAIN


def test_legend_on_the_header_row_itself() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | | R = Responsible | A = Accountable | C = Consulted | I = Informed
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_legend_in_one_cell_per_row_on_the_right() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | | Key
        Kickoff meeting | A    | R       | I    | | R: does the work
        Data import     | R/A  |         | C    | | A: answers for it
        Go-live         | A    | C       | R    | | C: is asked
                        |      |         |      | | I: is told
    """) == PLAIN


def test_legend_as_a_long_heading_over_the_activities() -> None:
    assert read("""
        R - Responsible⏎A - Accountable⏎C - Consulted⏎I - Informed | Lead | Trainer | Desk
        Kickoff meeting                                            | A    | R       | I
        Data import                                                | R/A  |         | C
        Go-live                                                    | A    | C       | R
    """) == PLAIN


def test_a_that_means_assist() -> None:
    (matrix,) = matrices("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | R    | A       | I
        Data import     | R    |         | A
        Go-live         | A    | C       | R

        R | Responsible
        A | Assists
        C | Consulted
        I | Informed
    """)
    assert (matrix.scheme.responsible, matrix.scheme.accountable) == ("R", "")
    assert "Assists" in matrix.scheme.note
    assert matrix.scheme.meaning("A") == "Assists"


def test_r_that_means_review() -> None:
    (matrix,) = matrices("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | R    | A       | I
        Data import     | R    |         | A
        Go-live         | A    | C       | R

        A = Accountable, R = Reviews, C = Contributes, I = Informed
    """)
    assert (matrix.scheme.responsible, matrix.scheme.accountable) == ("", "A")
    assert "Reviews" in matrix.scheme.note


def test_a_that_means_approve_is_accountable() -> None:
    scheme = scheme_of(below("\nR | Responsible\nA | Approves\nC | Consulted\nI | Informed"))
    assert (scheme.name, scheme.accountable, scheme.note) == ("raci", "A", "")


def test_letters_that_only_the_legend_knows() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | I    | Q
        Data import     | R/A  |         | C    | Q
        Go-live         | A    | C       | R    | L

        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
        Q | Quality check
        L | Legal review
    """) == table("""
        legend          | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | I    | Q
        Data import     | RA   |         | C    | Q
        Go-live         | A    | C       | R    | L
    """)


def test_n_that_the_legend_explains_is_a_letter() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | I    | N
        Data import     | R/A  |         | C    | N
        Go-live         | A    | C       | R    | I

        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
        N | Needs to sign
    """)[1] == "Kickoff meeting | A | R | I | N"


def test_german_letters_from_the_legend() -> None:
    drawing = """
        Aufgabe       | Leitung | Schulung | Vertrieb
        Auftakt       | V       | D        | I
        Datenimport   | V       | M        | D
        Inbetriebnahme| V/D     | I        | M

        V | Verantwortlich
        D | Durchführung
        M | Mitwirkung
        I | Information
    """
    assert read(drawing) == table("""
        legend        | Leitung | Schulung | Vertrieb
        Auftakt       | V       | D        | I
        Datenimport   | V       | M        | D
        Inbetriebnahme| VD      | I        | M
    """)
    scheme = scheme_of(drawing)
    assert (scheme.accountable, scheme.responsible, scheme.informed) == ("V", "D", "I")


def test_russian_letters_from_the_legend() -> None:
    drawing = """
        Задача        | Руководитель | Тренер | Поддержка
        Запуск        | У            | О      | И
        Импорт данных | У/О          |        | К
        Обучение      | У            | К      | О

        О - Ответственный
        У - Утверждает
        К - Консультирует
        И - Информируется
    """  # noqa: RUF001 - Cyrillic, that is its point
    assert read(drawing) == table("""
        legend        | Руководитель | Тренер | Поддержка
        Запуск        | У            | О      | И
        Импорт данных | ОУ           |        | К
        Обучение      | У            | К      | О
    """)  # noqa: RUF001
    scheme = scheme_of(drawing)
    assert (scheme.responsible, scheme.accountable, scheme.consulted, scheme.informed) == ("О", "У", "К", "И")  # noqa: RUF001
    assert matrices(drawing)[0].source.remarks == ()


def test_russian_letters_in_a_legend_of_two_columns() -> None:
    assert read("""
        О | Ответственный
        У | Утверждает
        К | Консультирует
        И | Информируется

        Задача        | Руководитель | Тренер | Поддержка
        Запуск        | У            | О      | И
        Импорт данных | У/О          |        | К
        Обучение      | У            | К      | О
    """)[1:] == ["Запуск | У | О | И", "Импорт данных | ОУ |  | К", "Обучение | У | К | О"]  # noqa: RUF001


def test_french_letters_from_the_legend() -> None:
    assert read("""
        Tâche       | Chef | Formateur | Support
        Lancement   | P    | E         | I
        Import      | P    | E         | V
        Démarrage   | E    | V         | P

        P : Pilote, responsable du résultat
        E : Exécute
        V : Valide
        I : Informé
    """) == table("""
        legend      | Chef | Formateur | Support
        Lancement   | P    | E         | I
        Import      | P    | E         | V
        Démarrage   | E    | V         | P
    """)


def test_the_legend_of_another_sheet_does_not_rename_raci() -> None:
    risks = """
        Code | Meaning
        A    | Avoid the risk
        R    | Reduce the risk
        T    | Transfer the risk
        K    | Keep the risk
    """
    assert read(sheet(MATRIX, name="RACI"), sheet(risks, name="Risks")) == PLAIN
    scheme = matrices(sheet(MATRIX, name="RACI"), sheet(risks, name="Risks"))[0].scheme
    assert (scheme.name, scheme.note) == ("raci", "")


def test_a_marketing_sentence_is_no_legend() -> None:
    assert scheme_of(MATRIX + "\n    Plan A - Review of all contracts, Plan R - Assist the customer").name == "raci"


def test_letters_are_written_in_the_order_of_the_scheme() -> None:
    assert read("""
        Activity        | Lead  | Trainer | Desk
        Kickoff meeting | A,R   | S/C     | I
        Data import     | A / R |         | C, I
        Go-live         | C/A   | R       | S
    """) == table("""
        rasci           | Lead | Trainer | Desk
        Kickoff meeting | RA   | SC      | I
        Data import     | RA   |         | CI
        Go-live         | AC   | R       | S
    """)
