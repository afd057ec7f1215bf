"""Sheets where some cells hold letters and others the words for them, as copies filled in by several people do."""

from __future__ import annotations

import pytest
from sheets import read, table

_LETTERS = {
    "Kickoff": "A R . C",
    "Import": "C A R I",
    "Training": "A C R .",
    "Go-live": "R A I C",
    "Review": "A R C I",
    "Renewal": "R/A . C I",
}
_WORDS = {"R": "Responsible", "A": "Accountable", "C": "Consulted", "I": "Informed"}
_HEADINGS = "Activity | Lead | Support | Trainer | Clerk"


def _cells(letters: str) -> list[str]:
    return [cell.replace(".", "") for cell in letters.split()]


def _word(cell: str) -> str:
    return "/".join(_WORDS[letter] for letter in cell.split("/")) if cell else ""


def _drawn(rows: dict[str, list[str]]) -> str:
    return "\n".join([_HEADINGS, *(" | ".join([name, *cells]) for name, cells in rows.items())])


def _right() -> list[str]:
    return table("raci | Lead | Support | Trainer | Clerk\n" + _drawn(_plain()).partition("\n")[2].replace("R/A", "RA"))


def _plain() -> dict[str, list[str]]:
    return {name: _cells(letters) for name, letters in _LETTERS.items()}


@pytest.mark.parametrize(
    "rows",
    [["Kickoff", "Import"], ["Import"], ["Review", "Renewal"], ["Kickoff", "Go-live"], ["Kickoff"], ["Renewal"]],
    ids=["two", "one", "last two", "some", "first", "last"],
)
def test_rows_in_words(rows: list[str]) -> None:
    """Such rows were lost, or taken for the headings of another table."""
    drawn = {name: [_word(cell) if name in rows else cell for cell in cells] for name, cells in _plain().items()}
    assert read(_drawn(drawn)) == _right()


@pytest.mark.parametrize("column", [0, 1, 2, 3])
def test_a_role_in_words(column: int) -> None:
    """Also where the role itself is called like a letter: `Support`."""
    drawn = {
        name: [_word(cell) if index == column else cell for index, cell in enumerate(cells)]
        for name, cells in _plain().items()
    }
    assert read(_drawn(drawn)) == _right()


@pytest.mark.parametrize("letter", "RACI")
def test_one_letter_in_words(letter: str) -> None:
    """`Accountable` in full, the others as letters."""
    drawn = {name: [_WORDS[letter] if cell == letter else cell for cell in cells] for name, cells in _plain().items()}
    assert read(_drawn(drawn)) == _right()


def test_a_legend_beside_the_letters_is_no_role() -> None:
    """Its words stand in rows of letters, below a heading."""
    lines = _drawn(_plain()).splitlines()
    legend = ["Legend | Meaning", "R | Responsible", "A | Accountable", "C | Consulted", "I | Informed"]
    beside = [f"{line} | | {extra}" for line, extra in zip(lines, legend, strict=False)] + lines[len(legend) :]
    assert read("\n".join(beside)) == _right()


@pytest.mark.parametrize("place", ["above", "below"])
def test_colours_explained_in_a_single_row_of_words_are_no_activity(place: str) -> None:
    """One row of four words above or below the letters."""
    heading, *rows = _drawn(_plain()).splitlines()
    words = "Colours | Responsible | Accountable | Consulted | Informed"
    drawn = [words, heading, *rows] if place == "above" else [heading, *rows, words]
    assert [line.split(" | ")[0] for line in read("\n".join(drawn))][1:] == list(_LETTERS)
