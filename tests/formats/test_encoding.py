"""The encoding of a text file is found out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.errors import NoMatrixError
from raci_cli.formats.encoding import decode

TABLE = "Activité;Chef\nDéfinir;R\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TABLE, "utf-8"),
        (TABLE, "utf-8-sig"),
        (TABLE, "utf-16"),
        (TABLE, "utf-16-le"),
        (TABLE, "utf-16-be"),
        (TABLE, "utf-32"),
        (TABLE, "cp1252"),
        ("Prüfung – „fertig“;R\n", "cp1252"),
        ("Задача;Менеджер\nПлан;R\n", "utf-8"),
        ("Задача;Менеджер\nПлан;R\n", "utf-16-le"),
        ("Задача;Менеджер\nПлан;R\n", "cp1251"),
        ("Task;Менеджер\nBuild;R\n", "cp1251"),
        ("nul\0 in a long text of one line;R\n" * 3, "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_is_found_out(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "plan.csv") == text


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "plan.csv") == text.encode("utf-8-sig").decode("utf-8-sig")


@pytest.mark.parametrize(
    "junk",
    [
        b"\x00\x01\x02\x03\x04\x05\x06\x07" * 40,
        b"\x89\x1a\x10\xff\xfe\x00\x81" * 40,
        b"\xff\xfeR\x00A",
        b"\xef\xbb\xbf\xff\xff",
        b"abc\x81\x8d",
    ],
)
def test_bytes_that_are_no_text_are_refused(junk: bytes) -> None:
    with pytest.raises(NoMatrixError, match=r"^plan.csv is not a text file, or it is damaged\."):
        decode(junk, "plan.csv")
