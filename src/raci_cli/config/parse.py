"""The text of a raci.yaml -> a Config, or a sentence about the line that is wrong."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ValidationError
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
from raci_cli.config.value import Choices, Config
from raci_cli.config.yaml_ import Document, Place, load_yaml
from raci_cli.errors import ConfigError
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import Scheme
from raci_cli.model.schemes import SCHEMES
from raci_cli.rules.settings import Suppression, Thresholds
from raci_cli.suggest import did_you_mean, quoted

_PARTS: dict[str, type[BaseModel]] = {
    "severity": SeverityDocument,
    "thresholds": ThresholdsDocument,
    "aliases": AliasesDocument,
    "schemes": SchemeDocument,
    "files": ChoicesDocument,
    "suppressions": SuppressionDocument,
}


_WANTED = {
    "tuple_type": "be a list",
    "dict_type": "be a mapping, one key to a line",
    "model_type": "be a mapping, one key to a line",
    "string_type": "be a text",
    "int_parsing": "be a whole number",
    "float_parsing": "be a number",
    "date_from_datetime_parsing": "be a date such as 2026-12-31",
    "string_too_short": "say something",
    COLUMN: "be the name of a column, such as B",
    LETTER: "be one letter, such as R",
}
"""pydantic's kinds of errors, or the patterns that texts do not match, where its own words are for programmers."""


def parse(text: str, path: str) -> Config:
    """Read the text of a raci.yaml; `path` is its place, for messages and for the paths in it.

    Raises:
        ConfigError: with the line of the first thing that is wrong.
    """
    document = load_yaml(text, path)
    if not isinstance(document.values, dict):
        raise ConfigError(f"{path}:1: settings are written as `profile: strict`, one key to a line.")
    try:
        checked = ConfigDocument.model_validate(_without_nulls(document.values))
    except ValidationError as error:
        raise ConfigError(_sentence(error.errors()[0], document)) from error
    _check_scheme_names(checked, document)
    return _config(checked, path)


def _without_nulls(values: dict[str, object]) -> dict[str, object]:
    """A key with nothing behind it is as good as no key."""
    return {key: value for key, value in values.items() if value is not None}


def _sentence(error: ErrorDetails, document: Document) -> str:
    """One pydantic error as a sentence that begins with the line."""
    place: Place = tuple(part for part in error["loc"] if part != "[key]")
    key = next((str(part) for part in reversed(place) if isinstance(part, str)), "this")
    return f"{document.where(place)}: {_complaint(error, place, key)}"


def _complaint(error: ErrorDetails, place: Place, key: str) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        known = _keys_beside(place)
        nearest = did_you_mean(key, known) or f" There are: {', '.join(known)}."
        return f"there is no setting {quoted(key)} here.{nearest}"
    if kind == "missing":
        return f"{quoted(key)} is missing here."
    if kind == "value_error":
        return str(context["error"])
    wanted = _WANTED.get(context.get("pattern", kind)) or error["msg"].replace("Input should ", "")
    given = error["input"] if isinstance(error["input"], str) else ""
    instead = f", not {quoted(given)}" if given else ""
    return f"{quoted(key)} should {wanted}{instead}.{_nearest(given, context)}"


def _nearest(given: str, context: dict[str, object]) -> str:
    """A suggestion where pydantic listed what was expected: `'standard', 'strict' or 'draft'`."""
    expected = str(context.get("expected", ""))
    return did_you_mean(given, expected.split("'")[1::2])


def _keys_beside(place: Place) -> list[str]:
    model = _PARTS[str(place[0])] if len(place) > 1 else ConfigDocument
    return sorted(each.alias or name for name, each in model.model_fields.items())


def _check_scheme_names(checked: ConfigDocument, document: Document) -> None:
    known = {*SCHEMES, *checked.schemes}
    named: list[tuple[Place, str]] = [(("scheme",), checked.scheme)]
    named += [(("files", pattern, "scheme"), each.scheme) for pattern, each in checked.files.items()]
    for place, name in named:
        if name and name not in known:
            raise ConfigError(f"{document.where(place)}: there is no scheme {quoted(name)}.{did_you_mean(name, known)}")


def _config(checked: ConfigDocument, path: str) -> Config:
    return Config(
        path=path,
        choices=_choices(checked),
        files=tuple((pattern, _choices(each)) for pattern, each in checked.files.items()),
        severities={code: each.level for code, each in checked.severity.items()},
        thresholds=Thresholds(**checked.thresholds.model_dump()),
        suppressions=tuple(Suppression(**each.model_dump()) for each in checked.suppressions),
        schemes=tuple(_scheme(name, each) for name, each in checked.schemes.items()),
        role_aliases=dict(checked.aliases.roles),
        activity_aliases=dict(checked.aliases.activities),
        baseline=str(Path(path).parent / checked.baseline) if checked.baseline else "",
    )


def _choices(document: ChoicesDocument) -> Choices:
    return Choices(
        profile=document.profile,
        select=document.select,
        ignore=tuple(document.ignore),
        overrides=Overrides(
            sheet=document.sheet,
            layout=document.layout,
            header_row=document.header_row,
            activity_column=document.activity_column,
            scheme=document.scheme,
        ),
    )


def _scheme(name: str, document: SchemeDocument) -> Scheme:
    return Scheme(
        name=name,
        letters=tuple(document.letters.items()),
        responsible=document.responsible or "",
        accountable=document.accountable or "",
        consulted=document.consulted or "",
        informed=document.informed or "",
        note=document.note,
    )
