"""What typer says about a mistyped command line, in a sentence of ours with the way out."""

from __future__ import annotations

import os
from typing import Any

from raci_cli.suggest import did_you_mean, quoted


def sentence(error: Any, command: str) -> str:
    """One of typer's usage errors as a sentence; what it knows beside its message differs from kind to kind."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else command
    return f"{_complaint(error, context, command)} `{command} -h` tells more."


def naming_the_variable(message: str, context: Any) -> str:
    """An error's message; where the wrong value stands in an environment variable, that is told and not the option."""
    for parameter in context.command.params:
        if getattr(context.get_parameter_source(parameter.name), "name", "") == "ENVIRONMENT":
            option, variable = parameter.opts[0], parameter.envvar
            if message.startswith(f"{option} takes"):
                return f"The environment variable {variable}{message.removeprefix(option)}"
            values = os.environ[variable].replace(",", " ").split()
            if any(quoted(value) in message or message.startswith(f"{value}:") for value in values):
                return f"{message} The environment variable {variable} asks for it."
    return message


def _complaint(error: Any, context: Any, command: str) -> str:
    option = getattr(error, "option_name", "")
    if hasattr(error, "possibilities"):
        known = [name for parameter in context.command.get_params(context) for name in parameter.opts]
        return f"`{command}` has no option {quoted(option)}.{did_you_mean(option, known)}"
    if option:
        return f"{option} {'takes no value' if 'not take' in error.message else 'needs a value behind it'}."
    if parameter := getattr(error, "param", None):
        return f"`{command}` needs a {parameter.metavar}: {parameter.help[:1].lower()}{parameter.help[1:]}"
    if "extra argument" in error.message:
        return f"`{command}` has no use for {error.message.partition('(s) ')[2].strip('()')}."
    return str(error.message)
