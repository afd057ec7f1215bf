"""The head of a comparison on a screen: what was compared, and how far the copies agree."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.compare import headline_alpha
from raci_cli.model.agreement import MEANINGS
from raci_cli.model.comparison import Alpha, Band, Comparison, PhaseAgreement
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.table import column, quiet, room, titled
from raci_cli.reports.screen import fit, wrap
from raci_cli.reports.style import Style

INKS = {Band.AGREED: "good", Band.TENTATIVE: "warning", Band.WORKSHOP: "error"}
"""How a band is painted."""

_BAR = 40
_ROOM_FOR_WORDS = 70
"""Columns of a screen from which names of phases fit beside a heading in words."""


def head(comparison: Comparison, style: Style) -> Iterator[list[str]]:
    """What was compared; then the headline with a bar, and the alphas."""
    yield _compared(comparison, style)
    yield _headline(comparison, style)
    if not style.quiet and comparison.agreement.comparable:
        yield _alphas(comparison, style)


def _compared(comparison: Comparison, style: Style) -> list[str]:
    return titled(words.compared(comparison), style) + quiet(words.sizes(comparison), style)


def _headline(comparison: Comparison, style: Style) -> list[str]:
    lines = [style.paint("strong", line) for line in wrap(words.headline(comparison), room(style))]
    agreed, comparable = words.agreed_on(comparison)
    if comparable:
        full = _BAR * agreed // comparable
        lines.append(f"{style.bar(full, _BAR)}  {words.percent(agreed / comparable)}")
        if style.quiet:
            lines += _measured("Alpha", headline_alpha(comparison, interval=True), style, len("Alpha"))
    return lines


def _alphas(comparison: Comparison, style: Style) -> list[str]:
    named = list(comparison.agreement.measured(comparison.scheme))
    cells = column((name for name, _ in named), 24)
    lines = [line for name, alpha in named for line in _measured(name, alpha, style, cells)]
    return lines + quiet("Alpha: 1 is full agreement, 0 is chance. In brackets: 95 % of resamples.", style, 2)


def _measured(name: str, alpha: Alpha, style: Style, cells: int) -> list[str]:
    """One alpha, and what it means for the work ahead."""
    band = words.band(alpha)
    if band is None:
        text = words.measure(alpha)
        first, *rest = wrap(text, max(20, room(style) - cells - 4))
        return [f"  {fit(name, cells)}  {style.paint('quiet', first)}", *(f"{'':{cells + 4}}{line}" for line in rest)]
    between = words.between(alpha)
    number = f"{words.measure(alpha):>5}  {f'({between})':16}" if between else f"{words.measure(alpha):>5}  {'':16}"
    verdict = MEANINGS[band]
    if cells + len(number) + len(verdict) + 6 > room(style):
        verdict = band.value
    return [f"  {fit(name, cells)}  {number}  {style.paint(INKS[band], verdict)}"]


def phases(comparison: Comparison, style: Style) -> list[str]:
    """How far the copies agree who is Accountable, phase by phase."""
    found = comparison.agreement.phases
    if len(found) < 2 or not comparison.scheme.accountable:
        return []
    said = (
        "agreed who is Accountable" if room(style) >= _ROOM_FOR_WORDS else f"agreed on {comparison.scheme.accountable}"
    )
    cells = column(("By phase", *map(_name, found)), min(40, room(style) - 24 - len(said)))
    alpha = "    alpha" if any(phase.accountable for phase in found) else ""
    head_line = f"  {fit('By phase', cells)}  {said}{alpha}"
    return [style.paint("quiet", head_line), *(_phase(phase, cells, len(said), style) for phase in found)]


def _name(phase: PhaseAgreement) -> str:
    return phase.phase or "(in no phase)"


def _phase(phase: PhaseAgreement, cells: int, wide: int, style: Style) -> str:
    agreed = f"{phase.agreed:>4} of {phase.comparable}"
    alpha, band = phase.accountable, phase.accountable and words.band(phase.accountable)
    measured = f"{words.measure(alpha):>5}  {style.paint(INKS[band], band.value)}" if alpha and band else ""
    if alpha and not band:
        measured = style.paint("quiet", words.measure(alpha))
    return f"  {fit(_name(phase), cells)}  {agreed:{wide}}    {measured}".rstrip()
