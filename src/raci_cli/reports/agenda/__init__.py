"""The agenda of a workshop as text: one module per output format."""

from __future__ import annotations

from importlib import import_module

from raci_cli.model.agenda import Agenda
from raci_cli.reports.style import Style

AGENDAS = {
    "text": "raci_cli.reports.agenda.text",
    "markdown": "raci_cli.reports.agenda.markdown",
    "json": "raci_cli.reports.agenda.json_",
}
"""Output format of `raci workshop` -> the module whose `render(agenda, style)` writes it."""


def render_agenda(output_format: str, agenda: Agenda, style: Style) -> str:
    """The agenda in one of the formats in AGENDAS; it ends with a newline."""
    text: str = import_module(AGENDAS[output_format]).render(agenda, style)
    return text
