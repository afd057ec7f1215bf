"""Laws of the cell parser: it never fails and never gives a letter that is not in the cell."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from raci_cli.layouts.letters import Alphabet, parse

ALPHABET = Alphabet("RASCIDVPO")
LETTERS = st.lists(st.sampled_from("RASCI"), min_size=1, max_size=5, unique=True)
LATIN_OF = {
    "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "К": "K", "М": "M", "О": "O", "Р": "P", "Ѕ": "S",
    "Т": "T", "Х": "X", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
    "Ο": "O", "Ρ": "P", "Τ": "T", "Χ": "X",
}  # fmt: skip
"""Cyrillic and Greek capitals that look Latin."""
WORDS = {
    "R": "respons verant исполн ответс durchf réalis",
    "A": "account rechen appro aprob утверж",
    "C": "consul konsul консул",
    "I": "inform информ",
    "S": "suppor soutie unters soport supor",
}
"""How words begin that stand for a letter."""

shreds = st.sampled_from(
    ["R", "A", "C", "I", "S", "r", "a", "А", "С", "с", "І", "Ｒ", "AR", "RACI", "Q", "x", "Z", "B", "1", "12", "é", "ß",
     "/", " / ", ",", ", ", ";", "+", "&", " ", "\n", "\t", "\u00a0", "\u200b", "-", "–", "(", ")", "[", "]", "{", "*",
     "**", "_", "`", "'", '"', "¹", "†", ":", "=", ".", "?", "!", "|", "\\", "<b>", "et", "und", "and", "y", "e", "или",
     "n/a", "none", "Responsible", "Accountable", "Consulted", "Informed", "verantwortlich", "informé", "support",
     "if", "when", "phase 3", "team", "İ", "ﬁ", "\ud800", "\x00", "\U0001f600"]
)  # fmt: skip
cells = st.one_of(st.lists(shreds, max_size=8).map("".join), st.text(max_size=30))


def letters_in(text: str) -> set[str]:
    """Every letter the text could be said to hold: as such, as a lookalike, or as a word that stands for it."""
    plain = unicodedata.normalize("NFKC", text).upper()
    found = set(plain) | {LATIN_OF.get(char, "") for char in plain}
    folded = text.casefold()
    return found | {letter for letter, stems in WORDS.items() if any(stem in folded for stem in stems.split())}


@settings(max_examples=400)
@given(cells)
@example("ⅭⅠ")
@example("İ")
@example("R" * 401)
@example("(" * 300)
@example("((((R))))")
def test_never_fails_and_never_invents_a_letter(text: str) -> None:
    reading = parse(text, ALPHABET)
    if reading is not None:
        assert set(reading.letters) <= set(ALPHABET.letters) & letters_in(text)
        assert len(set(reading.letters)) == len(reading.letters)


@given(cells)
def test_what_is_tidy_holds_nothing_but_letters_and_separators(text: str) -> None:
    reading = parse(text, ALPHABET)
    if reading is not None and reading.letters and reading.tidy and not reading.lookalike:
        assert set(text.strip()) <= set(ALPHABET.letters) | set(" /,;\u00a0\u200b\n\t")


@given(LETTERS, st.sampled_from(["", "/", ",", ", ", " / ", ";", "+", "&", " ", "\n", "-", " - ", "|"]))
def test_letters_are_read_with_any_separator(letters: list[str], separator: str) -> None:
    reading = parse(separator.join(letters), ALPHABET)
    assert reading is not None
    assert reading.letters == "".join(letters)
    assert not reading.lookalike


@given(LETTERS, st.sampled_from(["{}", " {} ", "({})", "[{}]", "**{}**", "_{}_", "{}*", "{} (1)", "{}\n(trial)"]))
def test_letters_are_read_in_any_wrapping(letters: list[str], wrapping: str) -> None:
    reading = parse(wrapping.format("/".join(letters)), ALPHABET)
    assert reading is not None
    assert reading.letters == "".join(letters)


@given(cells)
def test_what_was_read_reads_the_same_again(text: str) -> None:
    reading = parse(text, ALPHABET)
    if reading is not None and reading.letters:
        again = parse("/".join(reading.letters), ALPHABET)
        assert again is not None
        assert (again.letters, again.tidy, again.lookalike) == (reading.letters, True, False)


@given(st.lists(st.text(alphabet="acdeiorsv", min_size=2, max_size=4), min_size=3, max_size=6))
@example(["acc", "acc", "acc"])
@example(["acc", "or", "ed"])
def test_sentences_of_small_words_are_no_letters(words: list[str]) -> None:
    assert parse(" ".join(words), ALPHABET) is None
