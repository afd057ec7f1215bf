"""`raci merge` for people: what is open, how the rest was settled, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.model.decision import Conflict, How, MergeResult, Refused
from raci_cli.reports.comparison import words as names
from raci_cli.reports.comparison.table import beside, column, cut, quiet, room, shortened, titled
from raci_cli.reports.merge import words
from raci_cli.reports.merge.following import commands
from raci_cli.reports.merge.told import Told
from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.style import Style
from raci_cli.reports.text_summary import next_lines
from raci_cli.rules.wording import counted

_MOST_OPEN, _MOST_SETTLED = 10, 6
_BAR = 40
_INDENT = 6
_WIDEST_NAME, _WIDEST_OPTION = 40, 52


def render(told: Told, style: Style) -> str:
    """The whole result, or only its headline, what did not count, and what a strategy settled."""
    blocks = [_head(told.result, style)]
    if style.quiet:
        blocks.append(_refused(told, style))
        blocks += _settled(told, [how for how in words.titles(told.result) if words.asked_for(how)], style)
    else:
        blocks += _conflicts(told, style)
        blocks.append(_refused(told, style))
        blocks += _settled(told, list(words.titles(told.result)), style)
        blocks.append(_minor(told.result, style))
        blocks.append(next_lines(commands(told), style))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _head(result: MergeResult, style: Style) -> list[str]:
    comparison, settled = result.comparison, len(result.outcomes) - len(result.conflicts)
    copies = f"{counted(len(comparison.copies), 'copy', 'copies')} merged"
    lines = titled(" ".join(filter(None, [names.over(result.matrix.title), copies])), style)
    base = " over a base" if comparison.base else ""
    lines += quiet(f"Filled in by {', '.join(comparison.leaders)}{base}", style)
    lines += quiet(words.policy(result), style)
    ink = "strong" if result.conflicts else "good"
    lines += ["", *(style.paint(ink, line) for line in wrap(words.headline(result), room(style)))]
    if result.outcomes:
        full = _BAR * settled // len(result.outcomes)
        lines.append(f"{style.bar(full, _BAR)}  {100 * settled // len(result.outcomes)} % settled")
    return lines


def _conflicts(told: Told, style: Style) -> Iterator[list[str]]:
    """What is open, in the order of the agenda, each with its options."""
    conflicts = told.result.conflicts
    if not conflicts:
        return
    shown = shortened(conflicts, None if told.everything else _MOST_OPEN)
    yield titled(f"{counted(len(conflicts), 'activity', 'activities')} open, the weightiest first", style)
    options = (names.answer(told.result.comparison, option) for conflict in shown for option in conflict.options)
    cells = column(options, min(_WIDEST_OPTION, room(style) // 2))
    for number, conflict in enumerate(shown, start=1):
        yield _conflict(told.result, number, conflict, cells, style)
    if len(shown) < len(conflicts):
        yield quiet(f"{len(conflicts) - len(shown)} more are open: --all shows them.", style)


def _conflict(result: MergeResult, number: int, conflict: Conflict, cells: int, style: Style) -> list[str]:
    activity = result.comparison.rows[conflict.row].activity
    first, *rest = wrap(activity.label, max(20, room(style) - _INDENT))
    lines = [
        f"{number:>4}  {style.paint('strong', first)}",
        *(" " * _INDENT + style.paint("strong", it) for it in rest),
    ]
    place = activity.place
    if place and not rest and width(first) + width(place) + _INDENT + 3 <= room(style):
        lines[0] += "   " + style.paint("quiet", fit(place, width(place)))
    if not any(option.copies for option in conflict.options) or len(conflict.options) < 2:
        lines += [" " * _INDENT + line for line in wrap(conflict.explanation, max(20, room(style) - _INDENT))]
    for place_in_list, option in enumerate(conflict.options, start=1):
        leaders = names.leader_names(result.comparison, option.copies)
        said = f"{leaders}; breaks {names.codes(option)}" if option.breaks else leaders
        first, *rest = beside(names.answer(result.comparison, option), said, cells, style, _INDENT + 3)
        lines += [f"{'':{_INDENT}}{place_in_list}  {first[_INDENT + 3 :]}", *rest]
    return lines


def _refused(told: Told, style: Style) -> list[str]:
    """The decisions that did not count: all of them, for somebody took each."""
    refused = told.result.refused
    if not refused:
        return []
    title = f"{counted(len(refused), 'decision', 'decisions')} did not count"
    lines = [style.paint("warning", line) for line in wrap(title, room(style))]
    for each in refused:
        lines += _not_counted(each, style)
    return lines


def _not_counted(refused: Refused, style: Style) -> Iterator[str]:
    where = f"{refused.decision.location}: " if refused.decision.location.path else ""
    text = f"{where}{refused.refusal}: “{refused.decision.activity}”. {refused.explanation}"
    return ("  " + line for line in wrap(text, max(20, room(style) - 2)))


def _settled(told: Told, ways: Sequence[How], style: Style) -> Iterator[list[str]]:
    """How activities were settled on which not simply all agree; what a strategy settled is always listed whole."""
    result = told.result
    for how in ways:
        found = [outcome for outcome in result.outcomes if outcome.how is how]
        if found:
            rows = [result.comparison.rows[outcome.row].activity.label for outcome in found]
            cells = column(rows, min(_WIDEST_NAME, room(style) // 3))
            texts = (
                _detail(outcome.how, words.owners(result, outcome), words.because(result, outcome)) for outcome in found
            )
            items = [list(beside(name, text, cells, style, 2)) for name, text in zip(rows, texts, strict=True)]
            most = None if told.everything or words.asked_for(how) else _MOST_SETTLED
            heading = f"{counted(len(found), 'activity', 'activities')} {words.titles(result)[how]}"
            yield [*titled(heading, style), *cut(items, most, "of them", style)]


def _detail(how: How, owners: str, because: str) -> str:
    return f"{owners} ({because})" if because and how is not How.UNCHANGED else owners


def _minor(result: MergeResult, style: Style) -> list[str]:
    roles = sum(len(outcome.minor) for outcome in result.outcomes)
    rows = sum(bool(outcome.minor) for outcome in result.outcomes)
    if not roles:
        return []
    cells, activities = counted(roles, "cell", "cells"), counted(rows, "activity", "activities")
    told = (
        f"C and I were settled by halves in {cells} of {activities}: the merged workbook lists each on the sheet Minor."
    )
    return quiet(told, style)
