"""Letters beyond R, A, C, I, and legends that give letters a meaning of their own."""

from __future__ import annotations

import pytest
from sheets import matrices, read, table

from raci_cli.errors import UsageError
from raci_cli.layouts import Overrides
from raci_cli.model import Scheme

ROWS = """
    Kickoff meeting | A    | R       | I
    Data import     | R/A  |         | C
    Go-live         | A    | C       | R
"""
MATRIX = "    Activity        | Lead | Trainer | Desk" + ROWS


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


@pytest.mark.parametrize(
    ("legend", "parts"),
    [
        ("R: Reviewer\nA: Author", ("", "")),
        ("R = Reviewer, A = Author, S = Signs", ("", "")),
        ("R: Recommends\nA: Agrees\nI: Input", ("", "")),
        ("R: Prüfer\nA: Autor", ("", "")),
        ("R: Revisor\nA: Autor\nC: Consultado\nI: Informado", ("", "")),
        ("R: Relecteur\nA: Auteur", ("", "")),
        ("R: Responsible\nA: Author", ("R", "")),
        ("R: Responsable\nA: Autoridad\nC: Consultado\nI: Informado", ("R", "A")),
        ("R: Responsável\nA: Autorizador", ("R", "A")),
        ("R: Verantwortlich\nA: Rechenschaftspflichtig", ("R", "A")),
    ],
)
def test_a_legend_that_means_something_else_is_believed(legend: str, parts: tuple[str, str]) -> None:
    rows = "\n        ".join(line.replace(": ", " | ") for line in legend.splitlines())
    scheme = scheme_of(below(f"\n        {rows}"))
    assert (scheme.responsible, scheme.accountable) == parts
    for letter, part in zip("RA", parts, strict=True):
        assert (f"{letter} means" in scheme.note) == (not part)


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
    found = read("""
        Activity        | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | I    | N
        Data import     | R/A  |         | C    | N
        Go-live         | A    | C       | R    | I

        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
        N | Needs to sign
    """)
    assert found[1] == "Kickoff meeting | A | R | I | N"


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
    """
    assert read(drawing) == table("""
        legend        | Руководитель | Тренер | Поддержка
        Запуск        | У            | О      | И
        Импорт данных | ОУ           |        | К
        Обучение      | У            | К      | О
    """)
    scheme = scheme_of(drawing)
    assert (scheme.responsible, scheme.accountable, scheme.consulted, scheme.informed) == ("О", "У", "К", "И")
    assert matrices(drawing)[0].source.remarks == ()


def test_russian_letters_in_a_legend_of_two_columns() -> None:
    found = read("""
        О | Ответственный
        У | Утверждает
        К | Консультирует
        И | Информируется

        Задача        | Руководитель | Тренер | Поддержка
        Запуск        | У            | О      | И
        Импорт данных | У/О          |        | К
        Обучение      | У            | К      | О
    """)
    assert found[1:] == ["Запуск | У | О | И", "Импорт данных | ОУ |  | К", "Обучение | У | К | О"]


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


def test_the_scheme_can_be_said() -> None:
    (matrix,) = matrices("Task|Lead|Desk\nKickoff|A|R\nImport|R|A\nGo-live|A|R", overrides=Overrides(scheme="rasci"))
    assert matrix.scheme.name == "rasci"


def test_an_unknown_scheme_is_a_usage_error_that_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"'rosci'.*rasci"):
        matrices(MATRIX, overrides=Overrides(scheme="rosci"))


def test_a_scheme_of_ones_own() -> None:
    own = Scheme("ours", (("L", "Leads"), ("H", "Helps"), ("K", "Knows")), responsible="L")
    found = matrices(
        "Task|Lead|Desk|Legal\nKickoff|L|H|K\nImport|H|L|\nGo-live|L|K|H",
        overrides=Overrides(scheme="ours", schemes=(own,)),
    )
    assert [activity.holders("L") for activity in found[0].activities] == [[0], [1], [0]]


def test_a_word_made_of_letters_makes_no_scheme_of_its_own() -> None:
    rows = "".join(f"\n    Step {n} | A | R | C | I" for n in range(1, 9))
    legend = "\n\n    R | Responsible\n    A | Accountable\n    C | Consulted\n    I | Informed"
    drawing = f"    Activity | Lead | Trainer | Desk | Legal{rows}\n    Step 9 | A | R | OPS | I{legend}"
    assert scheme_of(drawing).name == "raci"
