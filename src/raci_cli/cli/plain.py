"""Commands that start at once and explain themselves in plain text.

Left alone, typer 0.29 turns every value into its type with pydantic, even a text into a text, which costs 60 ms at each
start, and draws its help with rich, which costs another 60. Our parameters are texts, lists of texts and flags;
`choose` says what is wrong with them in better sentences.
"""

from __future__ import annotations

import inspect
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from raci_cli.cli.usage import naming_the_variable, sentence
from raci_cli.errors import RaciError, UsageError
from raci_cli.suggest import did_you_mean, quoted


class _AsTyped:
    """Stands in for typer's conversion of a parameter."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 - typer passes all three
        """The value itself; an empty list where there is none and several could be."""
        return () if value is None and (param.multiple or param.nargs == -1) else value


def _as_typed(parameters: list[Any]) -> list[Any]:
    stand_in = _AsTyped()
    for parameter in parameters:
        parameter.get_runtime_param = lambda: stand_in
    return parameters


def _write_help_text(text: str, formatter: Any) -> None:
    """The docstring line by line, as it is written: examples are not run together."""
    formatter.write_paragraph()
    for line in inspect.cleandoc(text).splitlines():
        formatter.write(f"  {line}\n" if line else "\n")


class PlainCommand(TyperCommand):
    """A command that imports nothing to read its own arguments; its help lists the options by panel."""

    def get_params(self, ctx: Any) -> list[Any]:
        """All parameters, `--help` included, with values as they were typed."""
        return _as_typed(super().get_params(ctx))

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error about a value from the environment names the variable.

        Raises:
            RaciError: whatever stopped the command.
        """
        try:
            return super().invoke(ctx)
        except RaciError as error:
            raise type(error)(*(naming_the_variable(str(line), ctx) for line in error.args)) from error

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The parameters in the usage line: what must be there stands without brackets."""
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - typer passes both
        """The command's docstring."""
        _write_help_text(self.help or "", formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The parameters, each under its panel, in the order in which the command declares them."""
        panels: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if parameter.param_type_name == "argument":
                panels.setdefault("Arguments", []).append((parameter.metavar, parameter.help))
            else:
                panel = getattr(parameter, "rich_help_panel", None) or "Options"
                panels.setdefault(panel, []).append(parameter.get_help_record(ctx))
        for panel, records in panels.items():
            with formatter.section(panel):
                formatter.write_dl(records)


class PlainGroup(TyperGroup):
    """The program itself, which has a few options of its own."""

    def get_params(self, ctx: Any) -> list[Any]:
        """All parameters, `--help` included, with values as they were typed."""
        return _as_typed(super().get_params(ctx))

    def main(self, *args: Any, **features: Any) -> Any:
        """Run it; what typer finds wrong with the command line becomes an error of ours.

        Raises:
            UsageError: the command line cannot be understood.
            SystemExit: always else, with the exit code.
        """
        try:
            code = super().main(*args, **{**features, "standalone_mode": False})
        except typer.TyperException as error:
            if not error.message.startswith("Usage:"):  # else nothing was asked for, and the message is the help
                known = [name for name in (features.get("args") or ())[:1] if name in self.commands]
                raise UsageError(sentence(error, " ".join(["raci", *known]))) from error
            sys.stderr.write(f"{error.message}\n")
            code = 2
        raise SystemExit(code or 0)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first argument names."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            meant = did_you_mean(name, self.commands)
            raise UsageError(f"There is no command {quoted(name)}.{meant} `raci -h` lists them all.")
        return super().resolve_command(ctx, args)

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - typer passes both
        """The program's docstring."""
        _write_help_text(self.help or "", formatter)
