"""`raci schema`: the JSON Schemas of what programs read and people write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from raci_cli.cli.terminal import write

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _matrix() -> dict[str, Any]:
    from raci_cli.formats.document.schema import matrix_schema

    return matrix_schema()


def _template() -> dict[str, Any]:
    from raci_cli.formats.document.template_schema import template_schema

    return template_schema()


def _report() -> dict[str, Any]:
    from raci_cli.reports.document import report_schema

    return report_schema()


def _show() -> dict[str, Any]:
    from raci_cli.reports.show_document import show_schema

    return show_schema()


def _config() -> dict[str, Any]:
    from raci_cli.config import config_schema

    return config_schema()


def _comparison() -> dict[str, Any]:
    from raci_cli.reports.comparison.document import comparison_schema

    return comparison_schema()


def _agenda() -> dict[str, Any]:
    from raci_cli.reports.agenda.document import agenda_schema

    return agenda_schema()


def _decisions() -> dict[str, Any]:
    from raci_cli.formats.document.decisions_schema import decisions_schema

    return decisions_schema()


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "matrix": _matrix,
    "template": _template,
    "show": _show,
    "report": _report,
    "comparison": _comparison,
    "agenda": _agenda,
    "decisions": _decisions,
    "config": _config,
}


def names(incomplete: str) -> list[str]:
    """Names of schemas, for the shell's completion."""
    return [name for name in SCHEMAS if name.startswith(incomplete)]


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="matrix, template, show, report, comparison, agenda, decisions or config.",
            autocompletion=names,
        ),
    ],
) -> None:
    """Print the JSON Schema of what programs read and people write.

    Examples:
      raci schema config > raci.schema.json     lets an editor help with raci.yaml
      raci schema matrix                        a matrix as YAML or JSON
      raci schema template                      a template of raci new
      raci schema show                          what raci show prints as JSON
      raci schema report                        what raci validate prints as JSON
    """
    import json

    from raci_cli.config import choose

    content = {"$schema": DIALECT, **SCHEMAS[choose("raci schema", name, SCHEMAS)]()}
    text = json.dumps(content, indent=2, ensure_ascii=False)
    write(f"{text}\n", machine=True)
