"""How far several copies agree, in numbers: frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from raci_cli.model.matrix import Scheme


class Band(StrEnum):
    """What an alpha means for the work ahead, after Krippendorff's usual limits."""

    AGREED = "agreed"
    """At least .800."""
    TENTATIVE = "tentative"
    """At least .667."""
    WORKSHOP = "workshop"
    """Below."""


MEANINGS = {
    Band.AGREED: "agreed: few differ, if any",
    Band.TENTATIVE: "tentative: talk the rest over",
    Band.WORKSHOP: "workshop: still far apart",
}
"""The bands for people."""
LEAST_UNITS = 5
"""With fewer activities than this, counts say more than an alpha."""


class Alpha(NamedTuple):
    """One of Krippendorff's alphas: 1 is full agreement, 0 what chance gives."""

    value: float | None
    """None where it is not defined."""
    units: int
    """Activities (or cells) with at least two values."""
    undefined: str = ""
    """Why there is no value, as a clause without a full stop; empty where there is one."""
    interval: tuple[float, float] | None = None
    """95 % of the values when units are drawn anew with replacement (fixed seed); None where that says nothing."""

    @property
    def band(self) -> Band | None:
        """What the value means; None without one."""
        if self.value is None:
            return None
        if self.value >= 0.8:
            return Band.AGREED
        return Band.TENTATIVE if self.value >= 0.667 else Band.WORKSHOP


class PhaseAgreement(NamedTuple):
    """How far the copies agree in one phase."""

    phase: str
    """The label of the aligned phase; empty for activities outside phases."""
    comparable: int
    """Activities that at least two copies have filled in."""
    agreed: int
    """Those of them on which all votes name the same Accountable roles; Responsible ones where the scheme has no A."""
    accountable: Alpha | None
    """None where fewer than five activities can be compared: counts say more then."""


class Agreement(NamedTuple):
    """How far the copies agree as a whole."""

    accountable: Alpha
    """On who is Accountable: the headline."""
    responsible: Alpha
    consulted: Alpha
    informed: Alpha
    cells: Alpha
    """On the cells (multi-valued alpha); never the headline, because most cells of a matrix are empty."""
    comparable: int
    """Activities that at least two copies have filled in."""
    agreed: int
    """Those of them on which all votes name the same Accountable roles; Responsible ones where the scheme has no A."""
    blank_cells: int
    """Cells of comparable activities that hold no letter in any vote; `cells` leaves them out."""
    phases: tuple[PhaseAgreement, ...]
    """Phases with at least one comparable activity, in order."""

    def measured(self, scheme: Scheme) -> Iterator[tuple[str, Alpha]]:
        """What was measured, in words, and its alpha: each letter that the scheme has, then all letters together."""
        for letter, alpha in (
            (scheme.accountable, self.accountable),
            (scheme.responsible, self.responsible),
            (scheme.consulted, self.consulted),
            (scheme.informed, self.informed),
        ):
            if letter:
                yield f"Who is {scheme.meaning(letter)}", alpha
        yield "All letters", self.cells
