"""Copies of one matrix beside each other: what they share, where they differ, and one matrix made of them."""

from raci_cli.compare.align import align
from raci_cli.compare.changes import CellChange, Changes, changes
from raci_cli.compare.claims import Claim, ClaimKind, claims
from raci_cli.compare.compare import compare
from raci_cli.compare.heat import Heat, heat_map
from raci_cli.compare.joining import Aliases
from raci_cli.compare.merge import merge
from raci_cli.compare.rounds import Movement, RoundRow, Rounds, compare_rounds
from raci_cli.compare.summary import headline_alpha

__all__ = [
    "Aliases",
    "CellChange",
    "Changes",
    "Claim",
    "ClaimKind",
    "Heat",
    "Movement",
    "RoundRow",
    "Rounds",
    "align",
    "changes",
    "claims",
    "compare",
    "compare_rounds",
    "headline_alpha",
    "heat_map",
    "merge",
]
