"""The agenda of a workshop for an invitation or a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.model.agenda import Agenda, Item
from raci_cli.model.comparison import Comparison
from raci_cli.model.decision import Option
from raci_cli.reports.agenda import words
from raci_cli.reports.comparison.words import answer, codes, leader_names
from raci_cli.reports.escape import markdown
from raci_cli.reports.markdown import table
from raci_cli.reports.style import Style

_HEAD = ("", "Activity", "Phase", "Answers", "Minutes")


def render(agenda: Agenda, _style: Style) -> str:
    """The headline, then a table of what is to be decided, and one of what is taken up if time remains."""
    return "\n\n".join(_blocks(agenda)) + "\n"


def _blocks(agenda: Agenda) -> Iterator[str]:
    yield f"## {markdown(words.title(agenda))}"
    yield f"**{words.headline(agenda)}.**"
    if said := " ".join(filter(None, (words.reasons(agenda), words.beside_merge(agenda)))):
        yield markdown(said)
    if agenda.items:
        yield table(_HEAD, _rows(agenda, agenda.items, 1))
    if agenda.later:
        yield "### If time remains"
        yield table(_HEAD, _rows(agenda, agenda.later, len(agenda.items) + 1))


def _rows(agenda: Agenda, items: Sequence[Item], first: int) -> list[tuple[str, ...]]:
    return [
        (
            str(number),
            agenda.row(item).activity.label,
            words.place(agenda, item),
            _answers(agenda, item),
            str(item.minutes),
        )
        for number, item in enumerate(items, start=first)
    ]


def _answers(agenda: Agenda, item: Item) -> str:
    answers = "; ".join(_answer(agenda.comparison, option) for option in item.conflict.options)
    return ". ".join(filter(None, (answers, item.silence)))


def _answer(comparison: Comparison, option: Option) -> str:
    by = leader_names(comparison, option.copies)
    breaks = f"; breaks {codes(option)}" if option.breaks else ""
    return f"{answer(comparison, option)} ({by}{breaks})"
