"""Roles, copies and names of a comparison on a screen: who lacks what, who stands where, what may be the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.compare import changes
from raci_cli.model.comparison import Aligned, Comparison, Doubtful, Standing
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.moved import moved
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.table import beside, column, cut, quiet, room, shortened, titled
from raci_cli.reports.escape import visible
from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.style import Style
from raci_cli.rules.wording import counted, quoted

_BAR = 20
_BESIDE_LEADERS = 37
"""The room of the other columns and the spaces in the table of copies, without the numbers."""


def only_some(result: Result, style: Style) -> Iterator[list[str]]:
    """Roles, then activities that some copies lack."""
    comparison = result.comparison
    activities = [row.activity for row in comparison.rows]
    for items, one, many in ((comparison.roles, "role", "roles"), (activities, "activity", "activities")):
        lacking = [item for item in items if item.missing]
        if lacking:
            lines = [_lacking(comparison, item, style) for item in lacking]
            title = f"{counted(len(lacking), one, many)} that only some copies have"
            yield [*titled(title, style), *cut(lines, result.most, many, style)]


def elsewhere(result: Result, style: Style) -> list[str]:
    """Activities that copies have in different phases."""
    found = moved(result.comparison)
    if not found:
        return []
    lines = [list(beside(label, said, _half(style), style, 2)) for label, said in found]
    title = f"{counted(len(found), 'activity stands', 'activities stand')} in different phases"
    return [*titled(title, style), *cut(lines, result.most, "activities", style)]


def _lacking(comparison: Comparison, item: Aligned, style: Style) -> list[str]:
    few = len(item.missing) < len(item.copies)
    who = words.leader_names(comparison, item.missing if few else item.copies)
    return list(beside(item.label, f"{'not in' if few else 'only in'}: {who}", _half(style), style, 2))


def _half(style: Style) -> int:
    return min(40, room(style) // 2)


def joined(result: Result, style: Style) -> list[str]:
    """Names that differ and were taken to mean the same, so that a wrong link does not go unseen."""
    comparison = result.comparison
    found = words.joined(comparison, everything=result.everything)
    lines = [_same(comparison, item, names, style) for _, item, names in found]
    if not lines:
        return []
    return [*titled("Taken to mean the same", style), *cut(lines, result.most, "names", style)]


def _same(comparison: Comparison, item: Aligned, names: dict[str, list[int]], style: Style) -> Iterator[str]:
    texts = [f"{quoted(name)} ({words.leader_names(comparison, copies)})" for name, copies in names.items()]
    score = f", {item.score:.0f} % alike" if item.score < 100 else ""
    yield from _indented(" = ".join(texts) + score, style)


def copies(comparison: Comparison, style: Style) -> list[str]:
    """For each copy, how complete it is and how far it stands from the others."""
    numbers = [f"{each.filled_in} of {len(comparison.rows)}" for each in comparison.standings]
    wide = max(len("filled in"), *map(len, numbers))
    cells = column(("Copy", *comparison.leaders), min(30, room(style) - wide - _BESIDE_LEADERS))
    head = f"  {fit('Copy', cells)}  {'filled in':>{wide}}  {'':>6}  differs from the others"
    lines = [style.paint("quiet", head)]
    for leader, number, standing in zip(comparison.leaders, numbers, comparison.standings, strict=True):
        known = f"  {fit(leader, cells)}  {number:>{wide}}  {words.percent(standing.completeness):>6}  "
        lines.append((known + _distance(standing, room(style) - width(known), style)).rstrip())
    return lines


def against_base(result: Result, style: Style) -> list[str]:
    """What each copy changed from the base, in numbers."""
    comparison = result.comparison
    if comparison.base is None:
        return []
    lines = titled("Changed from the base", style)
    cells = column(comparison.leaders, 30)
    found = [changes(comparison, copy) for copy in range(len(comparison.copies))]
    for leader, each in zip(comparison.leaders, found, strict=True):
        lines += beside(leader, words.changed(each), cells, style, 2)
    return lines + ([] if result.everything or not any(found) else quiet("--all shows each change.", style, 2))


def _distance(standing: Standing, cells: int, style: Style) -> str:
    """How far a copy is from the others: in percent, with a bar where there is room for one."""
    if standing.distance is None:
        return style.paint("quiet", fit("nothing to compare with", min(cells, 23)))
    bar = ""
    if cells >= _BAR + len("100 %  "):
        full = round(_BAR * standing.distance)
        bar = "  " + style.bar(full, _BAR, "warning")
    return f"{words.apart(standing):>5}{bar}"


def contested(result: Result, style: Style) -> list[str]:
    """The roles about which copies disagree most often."""
    comparison = result.comparison
    found = [(comparison.roles[each.role].label, words.contested_as(comparison, each)) for each in comparison.contested]
    if not found:
        return []
    parts = [part for part, _ in found[0][1]]
    names = ("Contested roles", *(name for name, _ in found))
    cells = column(names, min(40, room(style) - sum(len(part) + 5 for part in parts) - 2))
    head = f"  {fit('Contested roles', cells)}" + "".join(f"  as {part}" for part in parts)
    lines = []
    for name, counts in found:
        shown = "".join(f"  {count or '·':>{len(part) + 3}}" for part, count in counts)
        lines.append([f"  {fit(name, cells)}{shown}"])
    return [style.paint("quiet", head), *cut(lines, result.most, "roles", style)]


def doubtful(result: Result, style: Style) -> list[str]:
    """Names that may mean the same, and the lines for raci.yaml that say so."""
    found = words.doubts(result.comparison)
    if not found:
        return []
    lines = [_doubt(result.comparison, each, style) for each in found]
    return [
        *titled("Perhaps the same, but not surely: compared as different", style),
        *cut(lines, result.most, "pairs", style),
        *quiet("Where two are the same, say so in raci.yaml:", style, 2),
        *(f"    {style.paint('command', visible(line))}" for line in _pins(shortened(found, result.most))),
    ]


def _doubt(comparison: Comparison, each: Doubtful, style: Style) -> Iterator[str]:
    sides = (
        f"{quoted(name)} ({words.leader_names(comparison, who) or 'the base'})"
        for name, who in ((each.name, each.copies), (each.other, each.other_copies))
    )
    yield from _indented(f"{' and '.join(sides)}, {each.score:.0f} % alike. {each.reason}", style)


def _indented(text: str, style: Style) -> Iterator[str]:
    """A text whose further lines stand a little to the right of the first."""
    first, *rest = wrap(text, max(20, room(style) - 4))
    yield f"  {first}"
    yield from (f"    {line}" for line in rest)


def _pins(found: Sequence[Doubtful]) -> Iterator[str]:
    """One `aliases:` for all of them."""
    yield "aliases:"
    for kind in ("roles", "activities", "phases"):
        entries = [f"    {each.alias}" for each in found if each.kind == kind]
        if entries:
            yield f"  {kind}:"
            yield from entries
