"""What pydantic found wrong in a raci.yaml, in a sentence of ours. None of its own words ever reach a reader."""

from __future__ import annotations

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from raci_cli.config.choose import COLUMN
from raci_cli.config.document import (
    LETTER,
    AliasesDocument,
    ChoicesDocument,
    ConfigDocument,
    SchemeDocument,
    SeverityDocument,
    SuppressionDocument,
    ThresholdsDocument,
)
from raci_cli.config.yaml_ import Place
from raci_cli.suggest import did_you_mean, quoted

_PARTS: dict[str, type[BaseModel]] = {
    "severity": SeverityDocument,
    "thresholds": ThresholdsDocument,
    "aliases": AliasesDocument,
    "schemes": SchemeDocument,
    "files": ChoicesDocument,
    "suppressions": SuppressionDocument,
}
_KEYS = "keys with values, as in `key: value`"
_WHOLE, _NUMBER = "a whole number", "a number"
_WANTED = {
    "tuple_type": "a list, with `- ` before each entry",
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "string_type": "a text",
    "string_too_short": "a text that says something",
    "too_short": "at least one letter with its meaning, as in `R: Responsible`",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    COLUMN: "the name of a column, such as B",
    LETTER: "one letter, such as R",
}
"""What belongs there, by pydantic's kinds of errors or by the pattern that a text does not match."""


def complaint(error: ErrorDetails, place: Place) -> str:
    """What is wrong at a place, and what belongs there."""
    kind, context = error["type"], error.get("ctx", {})
    key = next((str(part) for part in reversed(place) if isinstance(part, str)), "raci.yaml")
    if kind == "extra_forbidden":
        known = _keys_beside(place)
        meant = did_you_mean(key, known) or f" There are: {', '.join(known)}."
        return f"there is no setting {quoted(key)} here.{meant}"
    if kind == "missing":
        return f"{quoted(key)} is missing here."
    if kind == "value_error":
        return str(context["error"])
    subject = quoted(key)
    if place and isinstance(place[-1], int):
        subject = f"each entry of {subject}"
    elif key == "level" and place[0] == "severity":
        subject = quoted(str(place[1]))
    return f"{subject} {_verdict(error, context)}"


def _verdict(error: ErrorDetails, context: dict[str, object]) -> str:
    wanted = _wanted(error["type"], context)
    given = error["input"]
    if given is None:
        return f"is empty; it should be {wanted}."
    if error["loc"][-1] == "[key]":
        return f"stands where the key should be {wanted}."
    instead = f", not {quoted(given)}" if isinstance(given, str) and given.strip() else ""
    return f"should be {wanted}{instead}.{_nearest(str(given), context)}"


def _wanted(kind: str, context: dict[str, object]) -> str:
    """What belongs where pydantic found something else."""
    if "expected" in context:
        return str(context["expected"])
    if kind == "greater_than_equal":
        return f"a number from {context['ge']:g} on"
    if kind == "less_than_equal":
        return f"a share between 0 and {context['le']:g}, such as 0.7"
    if kind.startswith("date"):
        return "a date such as 2026-12-31"
    return _WANTED.get(str(context.get("pattern", kind)), "something else")


def _nearest(given: str, context: dict[str, object]) -> str:
    """A suggestion where pydantic listed what was expected: `'standard', 'strict' or 'draft'`."""
    return did_you_mean(given, str(context.get("expected", "")).split("'")[1::2])


def _keys_beside(place: Place) -> list[str]:
    model = _PARTS[str(place[0])] if len(place) > 1 else ConfigDocument
    return sorted(each.alias or name for name, each in model.model_fields.items())
