"""`raci rules`: what is checked, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from raci_cli.cli import options
from raci_cli.cli.terminal import style, write


def rules(
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE",
            help="A rule's code or name; without one, all rules are listed.",
            autocompletion=options.rule_codes,
            show_default=False,
        ),
    ] = "",
    *,
    output_format: Annotated[
        str,
        options.option("--output-format", metavar="FORMAT", panel=options.OUTPUT, help="text, markdown or json."),
    ] = "text",
    color: options.Color = "auto",
) -> None:
    """List the rules, or explain one of them.

    Examples:
      raci rules             all rules, with their codes
      raci rules RACI101     what it finds, why that matters, and what to do instead
    """
    from raci_cli.config import choose
    from raci_cli.reports import RULE_PAGES, render_rule, render_rules
    from raci_cli.rules.catalogue import RULES, matching

    choose("--output-format", output_format, RULE_PAGES)
    look = style(color)
    found = matching(code) if code else RULES
    one = len(found) == 1
    text = render_rule(output_format, found[0], look) if one else render_rules(output_format, found, look)
    write(text, machine=output_format != "text")
