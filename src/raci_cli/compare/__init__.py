"""Copies of one matrix beside each other: what they share, where they differ, how far they agree."""

from raci_cli.compare.align import Aliases
from raci_cli.compare.compare import compare

__all__ = ["Aliases", "compare"]
