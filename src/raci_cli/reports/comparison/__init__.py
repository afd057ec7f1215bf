"""What copies have in common and where they differ, as text: one module per output format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from raci_cli.reports.style import Style

if TYPE_CHECKING:
    from raci_cli.reports.comparison.result import Result

COMPARISONS = {
    "text": "raci_cli.reports.comparison.text",
    "markdown": "raci_cli.reports.comparison.markdown",
    "json": "raci_cli.reports.comparison.json_",
    "csv": "raci_cli.reports.comparison.csv_",
    "plain": "raci_cli.reports.comparison.plain",
}
"""Output format of `raci diff` -> the module whose `render(result, style)` writes it."""


def render_comparison(output_format: str, result: Result, style: Style) -> str:
    """The result of `raci diff` in one of the formats in COMPARISONS; it ends with a newline."""
    text: str = import_module(COMPARISONS[output_format]).render(result, style)
    return text
