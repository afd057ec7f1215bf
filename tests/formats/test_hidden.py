r"""What a terminal or a reader must not meet raw is spelled out in what `convert` and `show` write; writing stays."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.formats import read
from raci_cli.formats.hidden import spelled_out
from raci_cli.formats.writers import WRITERS
from raci_cli.model import Activity, Assignment, Matrix, Role
from raci_cli.model.schemes import RACI

DANGEROUS = "\x1b\x7f\x85\x9b\x9d\xad\u061c\u200b\u200e\u200f\u2028\u202a\u202e\u2060\u2066\u2069\ufeff"
RAW = re.compile(f"[{DANGEROUS}]")
FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
HEBREW = "\u05e9\u05dc\u05d5\u05dd"
KSSA = "\u0915\u094d\u200d\u0937"


def written(form: str, name: str) -> str:
    plan = Matrix((Role(name),), (Activity("Kickoff", (Assignment(0, "A"),)),), RACI)
    return WRITERS[form]([plan])


@pytest.mark.parametrize("form", ["markdown", "json", "yaml"])
@pytest.mark.parametrize("character", DANGEROUS)
def test_a_dangerous_character_is_not_written_raw(form: str, character: str) -> None:
    assert not RAW.search(written(form, f"Lead{character}[31m"))


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_our_own_forms_give_it_back(form: str) -> None:
    name = f"Lead {DANGEROUS} \u200d and {FAMILY} {HEBREW}"
    found = read(written(form, name).encode(), f"plan.{form}")
    assert isinstance(found, Matrix)
    assert found.roles[0].name == name


@pytest.mark.parametrize("text", [FAMILY, PERSIAN, HEBREW, KSSA, "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "漢字"])
def test_what_belongs_to_writing_stays(text: str) -> None:
    assert spelled_out(text) == text
    assert text in written("json", text)
    assert text in written("markdown", text)


@pytest.mark.parametrize("text", ["\u200dx", "a\u200cb", "pay\u200dpal", "\u200c\u200c", "\N{MAN}\u200d"])
def test_a_joiner_that_joins_nothing_is_spelled_out(text: str) -> None:
    assert "\\u200" in spelled_out(text)


@given(st.text())
def test_spelling_out_twice_changes_nothing_more(text: str) -> None:
    once = spelled_out(text)
    assert spelled_out(once) == once
    assert json.loads(spelled_out(json.dumps(text, ensure_ascii=False))) == text


@pytest.mark.parametrize("code", [":smile:", "@lead", "#12", "www.example.com", "http://x.y"])
def test_markdown_turns_no_name_into_an_emoji_mention_or_link(code: str) -> None:
    text = written("markdown", code)
    assert code not in text
    grids = read(text.encode(), "plan.md")
    assert isinstance(grids, tuple)
    assert grids[0].rows[0][1] == code
