"""What one cell says: letters however they are written, explicit nothings, and what is no letter."""

from __future__ import annotations

import pytest
from sheets import matrices, read, remarks, table

from raci_cli.layouts.letters import Alphabet, parse

RASCI = Alphabet("RASCI")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("R", "R"), ("AR", "AR"), ("RA", "RA"), ("A/R", "AR"), ("R / A", "RA"), ("C /I", "CI"), ("A,R", "AR"),
        ("A, R", "AR"), ("R;A", "RA"), ("R+A", "RA"), ("R + A", "RA"), ("R&A", "RA"), ("R & A", "RA"), ("R A", "RA"),
        ("A-R", "AR"), ("A – R", "AR"), ("R\nA", "RA"), ("R|A", "RA"), ("R\\A", "RA"), ("C/I/A", "CIA"),
        ("A / R / C", "ARC"), ("RACI", "RACI"), ("R et A", "RA"), ("R und A", "RA"), ("R and A", "RA"),
        ("R y A", "RA"), ("R и A", "RA"), ("R/R", "R"), (" R ", "R"), ("\u00a0R\u00a0", "R"), ("R\u200b", "R"),
        ("R.", "R"), ("A.", "A"), ("R,", "R"), ("R·A", "RA"), ("R • A", "RA"), ("R、A", "RA"),
    ],
)  # fmt: skip
def test_letters_and_pairs(text: str, letters: str) -> None:
    reading = parse(text, RASCI)
    assert reading is not None
    assert reading.letters == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("r", "R"), ("a/r", "AR"), ("ra", "RA"), ("Ra", "RA"), ("c, i", "CI"), ("(R)", "R"), ("[A]", "A"),
        ("R (A)", "RA"), ("R(A)", "RA"), ("(R)(A)", "RA"), ("(A) R", "RA"), ("R (1)", "R"), ("A [2]", "A"),
        ("A (Forensics)", "A"), ("R\n(Upgrades, moves)", "R"), ("A*", "A"), ("I**", "I"), ("* R", "R"),
        ("R¹", "R"), ("A†", "A"), ("**R**", "R"), ("__RA__", "RA"), ("_A_", "A"), ("`C`", "C"), ("~R~", "R"),
        ("'R'", "R"), ('"A"', "A"), ("I * if applicable", "I"), ("I (phase 3) / A (phase 4)", "IA"),
        ("A/R shared", "AR"), ("C/A if asked", "CA"), ("R shared", "R"), ("A para producción", "A"),
        ("A для релиза", "A"), ("R2", "R"), ("R (until go-live)", "R"), ("R - until go-live", "R"),
        ("C if needed", "C"), ("A: signs the contract", "A"),
        ("C?", "C"), ("A/R?", "AR"), ("(A?)", "A"), ("R!", "R"), ("A/R2", "AR"),
        ("Responsible", "R"), ("RESPONSIBLE", "R"), ("Accountable", "A"), ("Consulted", "C"), ("Consult", "C"),
        ("Informed", "I"), ("Inform", "I"), ("Support", "S"), ("Responsible / Accountable", "RA"),
        ("Responsible, Accountable", "RA"), ("Responsible (R)", "R"), ("R - Responsible", "R"), ("R=Responsible", "R"),
        ("Responsible and Accountable", "RA"), ("Verantwortlich", "R"), ("Rechenschaftspflichtig", "A"),
        ("Konsultiert", "C"), ("Informiert", "I"), ("consulté", "C"), ("informé", "I"), ("responsable", "R"),
        ("Consultado", "C"), ("Informado", "I"), ("Aprobador", "A"), ("Информируется", "I"), ("Консультирует", "C"),
    ],
)  # fmt: skip
def test_understood_but_not_as_it_should_be_written(text: str, letters: str) -> None:
    reading = parse(text, RASCI)
    assert reading is not None
    assert (sorted(reading.letters), reading.tidy) == (sorted(letters), False)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("А", "A"), ("С", "C"), ("І", "I"), ("Ѕ", "S"), ("А/С", "AC"), ("А/R", "AR"), ("R/А", "RA"), ("с", "C"),
        ("Α", "A"), ("Ι", "I"), ("Ｒ", "R"), ("Ａ／Ｒ", "AR"), ("ｒ", "R"),
    ],
)  # fmt: skip
def test_lookalikes(text: str, letters: str) -> None:
    reading = parse(text, RASCI)
    assert reading is not None
    assert (reading.letters, reading.lookalike) == (letters, True)


@pytest.mark.parametrize(
    "text", ["-", "--", "–", "—", "n/a", "N/A", "na", "N.A.", "none", "None", "/", ".", "...", "•", "not involved"]
)
def test_explicit_nothing(text: str) -> None:
    reading = parse(text, RASCI)
    assert reading is not None
    assert (reading.letters, reading.tidy) == ("", True)


@pytest.mark.parametrize(
    "text",
    [
        "?", "tbd", "TBD", "x", "X", "✓", "yes", "Y", "1", "2.5", "50 %", "Z", "Q", "R/Z", "RX", "AB", "Lead", "Kim",
        "see note", "Car", "Air", "As is", "I will", "A new customer", "Rabbit", "crisis", "=SUM(A1)", "#REF!",
        "RAC1", "R2D2", "2025-01-01", "Acceptance", "Asia", "Irma", "Sara", "CI/CD pipeline", "R&D department",
        "(Forensics)", "()", "*", "R" * 500, "A plan of the rollout (draft)", "Chairs",
    ],
)  # fmt: skip
def test_no_letters(text: str) -> None:
    assert parse(text, RASCI) is None


def test_an_empty_cell_says_nothing_at_all() -> None:
    reading = parse("", RASCI)
    assert reading is None or not reading.letters


def test_what_was_odd_is_remarked_with_its_address() -> None:
    (matrix,) = matrices("""
        Onboarding
        Activity        | Lead | Trainer        | Desk
        Kickoff meeting | a    | R (A)          | I
        Data import     | R/A  | ?              | С
        Go-live         | A    | I * if at hand | R
        Health check    | RA   | -              | Responsible
        Renewal talk    | A    | R              | C
        Offboarding     | A    | R              | I
    """)
    assert remarks(matrix) == [
        "B3 untidy 'a' A",
        "C3 untidy 'R (A)' RA",
        "C4 unknown '?'",
        "D4 lookalike 'С' C",
        "C5 untidy 'I * if at hand' I",
        "D6 untidy 'Responsible' R",
    ]
    assert [(r.activity, r.role) for r in matrix.source.remarks] == [(0, 0), (0, 1), (1, 1), (1, 2), (2, 1), (3, 2)]


def test_a_role_whose_letters_mostly_carry_conditions() -> None:
    assert read("""
        Activity        | Lead | Trainer         | Desk
        Kickoff meeting | A    | R               | I
        Data import     | R/A  | I * if at hand  | C
        Go-live         | A    | C - on demand   | R
        Health check    | A    | R: first half   | I
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | RA   | I       | C
        Go-live         | A    | C       | R
        Health check    | A    | R       | I
    """)


def test_tidy_letters_are_not_remarked() -> None:
    (matrix,) = matrices("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | AR   | C/I     | I
        Data import     | A, R | -       | n/a
        Go-live         | A/R  | A,R     |
    """)
    assert remarks(matrix) == []


def test_unknown_texts_in_a_role_column_leave_the_cell_blank() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  | tbd     | C
        Go-live         | A    | C       | x
        Health check    | ?    | R       | 3
        Renewal talk    | A    | R       | I
        Escalation      | A    | I       | R
        Monthly report  | A    | R       | C
        Exit interview  | A    | R       |
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        Go-live         | A    | C       |
        Health check    |      | R       |
        Renewal talk    | A    | R       | I
        Escalation      | A    | I       | R
        Monthly report  | A    | R       | C
        Exit interview  | A    | R       |
    """)


def test_explicit_nothing_is_kept_apart_from_blank() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | -
        Data import     | R/A  | n/a     |
        Go-live         | A    |         | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | -
        Data import     | RA   | -       |
        Go-live         | A    |         | R
    """)


def test_n_in_every_empty_cell() -> None:
    drawing = """
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | N
        Data import     | R/A  | N       | N
        Go-live         | N    | A       | R
    """
    assert remarks(matrices(drawing)[0]) == []
    assert read(drawing) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | -
        Data import     | RA   | -       | -
        Go-live         | -    | A       | R
    """)


@pytest.mark.parametrize("mark", ["-", "–", "N/A", "/", ".", "--"])
def test_a_mark_for_nothing_in_every_empty_cell(mark: str) -> None:
    assert read(f"""
        Activity        | Lead   | Trainer | Desk   | Legal
        Kickoff meeting | A      | R       | {mark} | {mark}
        Data import     | R/A    | {mark}  | {mark} | {mark}
        Go-live         | {mark} | A       | R      | {mark}
    """) == table("""
        raci            | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | -    | -
        Data import     | RA   | -       | -    | -
        Go-live         | -    | A       | R    | -
    """)


def test_all_letters_in_lower_case() -> None:
    assert read("""
        activity        | lead | trainer | desk
        kickoff meeting | a    | r       | i
        data import     | r/a  |         | c
        go-live         | a    | c       | r
    """) == table("""
        raci            | lead | trainer | desk
        kickoff meeting | A    | R       | I
        data import     | RA   |         | C
        go-live         | A    | C       | R
    """)


def test_stars_on_many_letters_with_a_footnote() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R*      | I
        Data import     | R/A* |         | C**
        Go-live         | A    | C       | R

        * from the second customer on
        ** by mail
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        Go-live         | A    | C       | R
    """)


def test_cyrillic_letters_throughout() -> None:
    assert read("""
        Задача          | Руководитель | Тренер | Поддержка
        Запуск          | А            | R      | І
        Импорт данных   | А/R          |        | С
        Обучение        | А            | С      | R
    """) == table("""
        raci            | Руководитель | Тренер | Поддержка
        Запуск          | A            | R      | I
        Импорт данных   | RA           |        | C
        Обучение        | A            | C      | R
    """)


def test_many_remarks_on_letters() -> None:
    assert read("""
        Activity        | Lead              | Trainer         | Desk
        Kickoff meeting | A (signs)         | R (prepares)    | I
        Data import     | A⏎(approves plan) | R⏎(first trial) | C (questions)
        Go-live         | A                 | C (on demand)   | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       | C
        Go-live         | A    | C       | R
    """)


@pytest.mark.parametrize("text", ["-a", "--r", "A team", "I think", "acc acc"])
def test_options_and_words_are_no_letters(text: str) -> None:
    assert parse(text, RASCI) is None


def test_footnotes_and_remarks_in_the_first_row_are_no_headings() -> None:
    found = read("""
        Activity        | Lead | Trainer    | Desk
        Kickoff meeting | A1   | R2         | I
        Data import     | A    | A/R shared | C
        Go-live         | A    | R          | C for now
        Health check    | A    | R          | C/signs the form (once)
    """)
    assert found == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | A    | RA      | C
        Go-live         | A    | R       | C
        Health check    | A    | R       | C
    """)


def test_roles_and_activities_may_be_called_like_letters_with_a_remark() -> None:
    found = read("""
        Activity          | A/R clerk | R&D lead | C2
        R training        | A         | R        | I
        A/R reports       | R         | C        | A
        C/A for new units | A         | R        | C
    """)
    assert found == table("""
        raci              | A/R clerk | R&D lead | C2
        R training        | A         | R        | I
        A/R reports       | R         | C        | A
        C/A for new units | A         | R        | C
    """)


def test_pictures_beside_letters_and_letters_in_circles() -> None:
    found = read("""
        Activity        | Lead  | Trainer | Desk
        Kickoff meeting | 🅰️ A  | 🟢 R    | ℹ️ I
        Data import     | 🔴 A  | Ⓡ       | 💬 C
        Go-live         | ⭐ A  | 🅡/🄲    | Ⓘ
    """)
    assert found == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       | C
        Go-live         | A    | RC      | I
    """)


def test_a_letter_merged_over_several_activities_or_roles_counts_for_each() -> None:
    found = read("""
        merged: B2:B3 C3:D3
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     |      | C       |
        Go-live         | A    |         | R
    """)
    assert found == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | A    | C       | C
        Go-live         | A    |         | R
    """)
