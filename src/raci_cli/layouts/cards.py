"""One small table for each activity: R, A, C, I beside or above names, and the activity as its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci_cli.layouts.draft import ActivityDraft, Draft
from raci_cli.layouts.letters import Alphabet, parse
from raci_cli.layouts.mentions import Mention, as_roles
from raci_cli.layouts.names import heading_letters, names_in
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import fold, starts_like, tidy
from raci_cli.layouts.vocabulary import GENERIC_TITLES, ROLE

_LEAST = 2
"""Cards in a file, and letters on each."""
_WIDEST, _HIGHEST, _LARGEST = 12, 400, 8
"""Columns and rows of a sheet with cards, and rows of a table in a text that is one."""
_LONGEST = 45
"""Characters that names have at most on average; more is what a letter means."""


class _Card(NamedTuple):
    """What one card says; its heading and the (zero-based) cells of its names with their letters."""

    activity: str
    row: int
    column: int
    names: tuple[tuple[str, str, int, int], ...]


def propose(sheets: Sequence[Sheet], alphabet: Alphabet) -> tuple[list[Draft], list[Sheet]]:
    """The matrix that the cards on some sheets (the tables of a text, say) make together, and the sheets without."""
    cards_of = [_cards(sheet, alphabet) for sheet in sheets]
    cards = [card for found in cards_of for card in found]
    headings = {fold(card.activity) for card in cards}
    if len(cards) < _LEAST or len(headings) < len(cards):
        return [], list(sheets)
    others = [sheet for sheet, found in zip(sheets, cards_of, strict=True) if not found]
    return [_draft(next(sheet for sheet in sheets if sheet not in others), cards)], others


def _draft(first: Sheet, cards: Sequence[_Card]) -> Draft:
    mentions = [
        Mention(index, name, letter, row + 1, column + 1)
        for index, card in enumerate(cards)
        for letter, text, row, column in card.names
        for name in names_in(text)
    ]
    roles, cells = as_roles(mentions, len(cards))
    return Draft(
        layout="names",
        sheet=first.grid.name,
        roles=roles,
        activities=tuple(ActivityDraft(card.activity, (), card.row + 1, card.column + 1) for card in cards),
        cells=cells,
        score=len(mentions),
        explanation=(f"{len(cards)} small tables, each with names beside letters: what stands above is its activity.",),
        hidden=first.grid.hidden,
    )


def _cards(sheet: Sheet, alphabet: Alphabet) -> list[_Card]:
    if sheet.width > _WIDEST or sheet.height > _HIGHEST:
        return []
    found = _in_text(sheet, alphabet) if sheet.grid.heading else _on_sheet(sheet, alphabet)
    return [card for card in found if _is_plausible(card, alphabet)]


def _is_plausible(card: _Card, alphabet: Alphabet) -> bool:
    """An activity of its own, R or what stands for it, and names that are no letters and no explanations."""
    texts = [text for _, text, _, _ in card.names if tidy(text)]
    if any(reading.letters for text in texts if (reading := parse(text, alphabet))):
        return False
    letters = [letter for letter, _, _, _ in card.names]
    short = bool(texts) and sum(map(len, texts)) <= _LONGEST * len(texts)
    said = len(set(letters)) == len(letters) >= _LEAST and not {"R", "D"}.isdisjoint(letters)
    return said and short and bool(card.activity) and not _is_generic(card.activity)


def _is_generic(heading: str) -> bool:
    """`RACI`, `Responsibility matrix`: no activity."""
    return starts_like(heading, GENERIC_TITLES) and len(heading.split()) <= 3


def _in_text(sheet: Sheet, alphabet: Alphabet) -> Iterator[_Card]:
    """A table of a text that is a card as a whole, below or beside its letters."""
    if sheet.height > _LARGEST or not sheet.width:
        return
    letters = heading_letters(alphabet)
    top = [letters[text] for text in sheet.rows[0]]
    if all(top) and len(top) > _LEAST and sheet.height == 2:
        names = tuple((letter, sheet.rows[1][column], 1, column) for column, letter in enumerate(top))
        yield _Card(sheet.grid.heading, 0, 0, names)
        return
    first = 0 if letters[sheet.rows[0][0]] else 1
    beside = [letters[row[0]] for row in sheet.rows[first:]]
    headed = first == 0 or starts_like(sheet.text(0, 0), ROLE, GENERIC_TITLES) or not sheet.text(0, 0)
    if all(beside) and headed and sheet.width > 1:
        names = tuple((letter, sheet.rows[first + i][1], first + i, 1) for i, letter in enumerate(beside))
        yield _Card(sheet.grid.heading, 0, 0, names)


def _on_sheet(sheet: Sheet, alphabet: Alphabet) -> Iterator[_Card]:
    """Runs of rows with a letter and names beside it, below a row with nothing but a heading."""
    letters = heading_letters(alphabet)
    column = next((column for column in range(sheet.width) if any(row[column] for row in sheet.rows)), sheet.width)
    if column + 1 >= sheet.width:
        return
    said = [letters[row[column]] if tidy(row[column + 1]) else "" for row in sheet.rows]
    for start in (row for row, (before, here) in enumerate(pairwise(["", *said])) if here and not before):
        end = next((row for row in range(start, len(said)) if not said[row]), len(said))
        if start and len(sheet.texts_in(start - 1)) == 1:
            names = tuple((said[row], sheet.rows[row][column + 1], row, column + 1) for row in range(start, end))
            yield _Card(sheet.texts_in(start - 1)[0], start - 1, column, names)
