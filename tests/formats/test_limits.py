"""Texts and sheets that are larger than any matrix: refused within 5 seconds and 500 MB, however they are written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from books import MEGABYTE, read_limited, xlsx

from raci_cli.errors import NoMatrixError
from raci_cli.formats import read
from raci_cli.formats.limits import MAX_DIFFERENT_TEXTS, MAX_ENTRIES, MAX_ROWS, MAX_TABLE_CELLS, MAX_TEXT

BARS = "| A | B |\n|---|---|\n|"
ROLES = "roles: []\nphases: []\n"


def refusal(text: str, path: str) -> str:
    with pytest.raises(NoMatrixError) as caught:
        read(text.encode(), path)
    return str(caught.value)


@pytest.mark.parametrize("name", ["plan.csv", "plan.md", "plan.adoc", "plan.yaml", "plan.json", "plan.xlsx", "stdin"])
def test_no_text_of_any_kind_is_larger_than_the_limit(name: str) -> None:
    message = refusal("R" * (MAX_TEXT + 1), name)
    assert message.startswith(f"{name} is too large to be a matrix: it has more than 32 MB of text.")


@pytest.mark.parametrize(
    ("path", "text", "most"),
    [
        ("plan.csv", "R,A\n" * (MAX_ROWS + 1), "500,000 lines"),
        ("plan.csv", "R,A,C,I,R,A,C,I\n" * (MAX_ROWS - 1), "2,200,000 cells"),
        ("plan.csv", "R," * 20_000, "16,384 columns"),
        ("plan.csv", "".join(f"{n}\n" for n in range(MAX_DIFFERENT_TEXTS + 1)), "300,000 different texts"),
        ("plan.md", BARS + "R|A|\n" * (MAX_ROWS + 1), "500,000 lines"),
        ("plan.md", "|" * 30_000_000 + "\n" + "|---" * 400_000, "2,200,000 cells"),
        ("plan.md", (BARS + "a|R|\n\n") * 1_001, "1,000 tables"),
        ("plan.md", BARS + "*_a " * 1_300_000 + "|R|\n", "2,500,000 marks"),
        ("plan.md", "<table>" + "<tr><td>a</td><td>R</td></tr>" * 200_000 + "</table>", "1,000,000 HTML tags"),
        ("plan.md", "<table>" * 1_100_000, "1,000,000 HTML tags"),
        ("plan.adoc", "|===\n" + "|a " * 10_000_000 + "\n|===", "2,200,000 cells"),
        ("plan.adoc", "|===\n" + "|a " * 2_100_000 + "\n|===", "16,384 columns"),
        ("plan.adoc", '[cols="9*"]\n|===\n' + "999*|x\n" * 20_000 + "|===", "2,200,000 cells"),
        ("plan.adoc", "|===\n|a\n|===\n" * 100_000, "1,000 tables"),
        ("plan.yaml", "roles: []\nactivities:\n" + "  - name: a\n" * 300_000, "60,000 roles, phases and activities"),
        ("plan.yaml", "phases: []\nroles: [" + "a," * 12_000_000 + "]", "60,000 roles, phases and activities"),
        ("plan.yaml", "roles: []\nphases: {" + ",".join(map(str, range(1_000_000))) + "}", "16,384 keys in one place"),
        ("plan.json", '{"phases": [], "roles": [' + "{}," * 8_000_000 + "1]}", "60,000 roles, phases and activities"),
        (
            "plan.json",
            '{"phases": [], "roles": [' + '"ab",' * 5_000_000 + "1]}",
            "60,000 roles, phases and activities",
        ),
    ],
    ids=lambda each: each[:30] if len(each) < 40 else None,
)
def test_more_than_any_matrix_has_is_refused_in_time(tmp_path: Path, path: str, text: str, most: str) -> None:
    message = read_limited(text.encode(), tmp_path / path)
    assert message.startswith(f"{path} is too large to be a matrix: it has more than {most}")
    assert message.endswith("If a matrix is in it, copy that into a new file.")


@pytest.mark.parametrize(
    ("path", "text", "result"),
    [
        ("plan.md", "<!-- " * 2_000_000, {}),
        ("plan.yaml", "roles: []\nphases: {" + "a: ," * 1_500_000 + "}", "'a' stands here a second time"),
        ("plan.yaml", ROLES + ("---\n" + ROLES) * 1_000_000, "several documents"),
        ("plan.yaml", "roles: []\nactivities:\n" + "  - {nam: a, ltrs: b, c: d}\n" * 59_000, "'name' is missing here"),
        ("plan.json", '{"roles": [], "phases": [{}]' + "\n" * 30_000_000 + "}", "'name' is missing here"),
    ],
    ids=["comments", "a key again and again", "documents", "faults", "blank lines"],
)
def test_much_of_what_helps_nobody_costs_little(
    tmp_path: Path, path: str, text: str, result: str | dict[str, object]
) -> None:
    found = read_limited(text.encode(), tmp_path / path)
    assert result in found if isinstance(result, str) else found == result


@pytest.mark.parametrize("columns", [1, 2])
def test_a_sheet_filled_to_its_end_is_refused_in_time(tmp_path: Path, columns: int) -> None:
    cells = "".join(f'<c r="{name}{{0}}" t="s"><v>0</v></c>' for name in "AB"[:columns])
    sheet = "".join(
        f'<row r="{row}">{cells.format(row)}</row>' for row in range(1, 600_001 if columns == 1 else 900_001)
    )
    data = xlsx(sheet, more={"xl/sharedStrings.xml": "<sst><si><t>R</t></si></sst>"})
    assert len(data) < 20 * MEGABYTE
    assert re.search("too large to be a matrix|no matrix is that large", read_limited(data, tmp_path / "plan.xlsx"))


def test_the_limits_hold_the_largest_matrix_there_may_be() -> None:
    activities, roles, letters, columns = 40_000, 50, 6, 8
    assert activities * (roles + 3) < MAX_TABLE_CELLS
    assert activities * letters < min(MAX_ROWS, MAX_DIFFERENT_TEXTS, MAX_TABLE_CELLS // columns)
    assert activities + roles < MAX_ENTRIES
