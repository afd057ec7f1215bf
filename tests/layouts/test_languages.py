"""Sheets in other languages, with letters or with whole words in the cells."""

from __future__ import annotations

import pytest
from sheets import read, table

WORDS = {
    "English": ("Responsible", "Accountable", "Consulted", "Informed"),
    "English, verbs": ("Responsible", "Accountable", "Consult", "Inform"),
    "lower case": ("responsible", "accountable", "consulted", "informed"),
    "German": ("Verantwortlich", "Rechenschaftspflichtig", "Konsultiert", "Informiert"),
    "German, doing": ("Durchführung", "Verantwortlich", "Konsultiert", "Informiert"),
    "French": ("Réalisateur", "Approbateur", "Consulté", "Informé"),
    "French, responsable": ("Responsable", "Approbateur", "Consulté", "Informé"),
    "Spanish": ("Responsable", "Aprobador", "Consultado", "Informado"),
    "Italian": ("Responsabile", "Approvatore", "Consultato", "Informato"),
    "Portuguese": ("Responsável", "Aprovador", "Consultado", "Informado"),
    "Russian": ("Исполнитель", "Утверждает", "Консультирует", "Информируется"),
    "Russian, answering": ("Исполнитель", "Ответственный", "Консультирует", "Информируется"),
    "English, cut short": ("Resp.", "Acc.", "Cons.", "Inf."),
    "Indonesian": ("Bertanggung jawab", "Akuntabel", "Dikonsultasikan", "Diinformasikan"),
    "Ukrainian": ("Відповідальний", "Підзвітний", "Консультує", "Інформується"),
    "Dutch": ("Verantwoordelijk", "Eindverantwoordelijk", "Geraadpleegd", "Geïnformeerd"),
}


@pytest.mark.parametrize("words", WORDS.values(), ids=list(WORDS))
def test_words_instead_of_letters(words: tuple[str, str, str, str]) -> None:
    r, a, c, i = words
    assert read(f"""
        file: raci.xlsx
        Step    | Lead    | Trainer | Desk | Legal
        Kickoff | {a}     | {r}     | {i}  | {c}
        Import  | {r}/{a} |         | {c}  |
        Go-live | {a}     | {c}     | {r}  | {i}
        Check   | {i}     | {r}     | {a}  |
    """) == table("""
        raci    | Lead | Trainer | Desk | Legal
        Kickoff | A    | R       | I    | C
        Import  | RA   |         | C    |
        Go-live | A    | C       | R    | I
        Check   | I    | R       | A    |
    """)


SHEETS = {
    "German": """
        Aktivität     | Projektleitung | Schulung | Vertrieb
        Auftakt       | A              | R        | I
        Datenimport   | R/A            |          | C
        Abnahme       | A              | C        | R
    """,
    "French": """
        Activité      | Chef de projet | Formateur | Commercial
        Lancement     | A              | R         | I
        Import        | R/A            |           | C
        Mise en ligne | A              | C         | R
    """,
    "Spanish": """
        Actividad     | Jefe de proyecto | Formador | Ventas
        Arranque      | A                | R        | I
        Importación   | R/A              |          | C
        Puesta en uso | A                | C        | R
    """,
    "Italian": """
        Attività      | Capo progetto | Formatore | Vendite
        Avvio         | A             | R         | I
        Importazione  | R/A           |           | C
        Consegna      | A             | C         | R
    """,
    "Portuguese": """
        Atividade     | Gerente | Instrutor | Vendas
        Início        | A       | R         | I
        Importação    | R/A     |           | C
        Entrega       | A       | C         | R
    """,
    "Russian": """
        Задача        | Руководитель | Тренер | Отдел продаж
        Запуск        | A            | R      | I
        Импорт данных | R/A          |        | C
        Сдача         | A            | C      | R
    """,
    "Dutch": """
        Taak          | Projectleider | Trainer | Verkoop
        Aftrap        | A             | R       | I
        Import        | R/A           |         | C
        Oplevering    | A             | C       | R
    """,
    "Serbian": """
        Zadatak       | Rukovodilac | Trener | Prodaja
        Početak       | A           | R      | I
        Uvoz          | R/A         |        | C
        Predaja       | A           | C      | R
    """,
    "Ukrainian": """
        Завдання      | Керівник | Тренер | Відділ продажу
        Запуск        | A        | R      | I
        Імпорт        | R/A      |        | C
        Здача         | A        | C      | R
    """,
    "Indonesian": """
        Tugas         | Manajer | Pelatih | Penjualan
        Awal          | A       | R       | I
        Impor         | R/A     |         | C
        Serah terima  | A       | C       | R
    """,
    "Japanese": """
        作業          | 責任者 | 講師 | 営業
        開始          | A      | R    | I
        データ移行    | R/A    |      | C
        引き渡し      | A      | C    | R
    """,
    "Arabic": """
        النشاط        | المدير | المدرب | المبيعات
        البداية       | A      | R      | I
        نقل البيانات  | R/A    |        | C
        التسليم       | A      | C      | R
    """,
    "Turkish": """
        Faaliyet      | Proje müdürü | Eğitmen | Satış
        Başlangıç     | A            | R       | I
        Veri aktarımı | R/A          |         | C
        Teslim        | A            | C       | R
    """,
}  # fmt: skip


@pytest.mark.parametrize("drawing", SHEETS.values(), ids=list(SHEETS))
def test_sheets_in_other_languages(drawing: str) -> None:
    head, *rows = drawing.strip().splitlines()
    expected = "raci |" + head.split("|", 1)[1] + "\n" + "\n".join(row.strip() for row in rows)
    assert read(drawing) == table(expected.replace("R/A", "RA"))
