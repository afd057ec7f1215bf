"""The agenda of a workshop on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.model.agenda import Agenda, Item
from raci_cli.reports.agenda import words
from raci_cli.reports.comparison.table import beside, column, quiet, room, titled
from raci_cli.reports.comparison.words import answer, leader_names
from raci_cli.reports.screen import fit, wrap
from raci_cli.reports.style import Style

_INDENT, _MINUTES, _WIDEST_ANSWER = 6, 7, 56


def render(agenda: Agenda, style: Style) -> str:
    """What it comes to, then each activity with its options, the weightiest first."""
    blocks = [[*titled(words.title(agenda), style), *_headline(agenda, style)]]
    if not style.quiet:
        blocks += _items(agenda, agenda.items, style)
        blocks += [titled("If time remains", style)] if agenda.later else []
        blocks += _items(agenda, agenda.later, style)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _headline(agenda: Agenda, style: Style) -> Iterator[str]:
    yield from (style.paint("strong", line) for line in wrap(words.headline(agenda), room(style)))
    if not style.quiet:
        for sentence in filter(None, (words.reasons(agenda), words.beside_merge(agenda))):
            yield from quiet(sentence, style)


def _items(agenda: Agenda, items: Sequence[Item], style: Style) -> Iterator[list[str]]:
    first = 1 if items is agenda.items else len(agenda.items) + 1
    answers = (answer(agenda.comparison, option) for item in items for option in item.conflict.options)
    cells = column(answers, min(_WIDEST_ANSWER, room(style) // 2))
    for number, item in enumerate(items, start=first):
        yield [*_heading(agenda, item, number, style), *_options(agenda, item, cells, style)]


def _heading(agenda: Agenda, item: Item, number: int, style: Style) -> Iterator[str]:
    """The activity with its minutes at the right, then where it belongs and why it is here."""
    cells = room(style) - _INDENT - _MINUTES
    first, *rest = wrap(agenda.row(item).activity.label, cells)
    yield f"{number:>4}  {style.paint('strong', fit(first, cells))}{item.minutes:>{_MINUTES - 4}} min"
    yield from (" " * _INDENT + style.paint("strong", line) for line in rest)
    where = words.place(agenda, item)
    said = (f"{where}." if where else "", item.note, item.silence)
    yield from quiet(" ".join(filter(None, said)), style, _INDENT)


def _options(agenda: Agenda, item: Item, cells: int, style: Style) -> Iterator[str]:
    comparison = agenda.comparison
    for number, option in enumerate(item.conflict.options, start=1):
        leaders = leader_names(comparison, option.copies)
        first, *rest = beside(answer(comparison, option), leaders, cells, style, _INDENT + 3)
        yield f"{'':{_INDENT}}{number}  {first[_INDENT + 3 :]}"
        yield from rest
        for fault in option.breaks:
            yield from (" " * (_INDENT + 3) + style.paint("warning", line) for line in wrap(fault, room(style) - 9))
