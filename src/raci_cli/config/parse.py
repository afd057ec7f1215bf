"""The text of a raci.yaml -> a Config, or a sentence about the line that is wrong."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from raci_cli.config.complaint import complaint
from raci_cli.config.document import ChoicesDocument, ConfigDocument, SchemeDocument
from raci_cli.config.value import Choices, Config
from raci_cli.config.yaml_ import Document, Place, load_yaml
from raci_cli.errors import ConfigError
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import Scheme
from raci_cli.model.schemes import SCHEMES
from raci_cli.rules.settings import Suppression, Thresholds
from raci_cli.suggest import did_you_mean, quoted


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
    return f"{document.where(place)}: {complaint(error, place)}"


def _check_scheme_names(checked: ConfigDocument, document: Document) -> None:
    for name in checked.schemes:
        if name in SCHEMES:
            where = document.where(("schemes", name))
            raise ConfigError(f"{where}: raci has a scheme {quoted(name)} of its own. Give yours another name.")
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
        phase_aliases=dict(checked.aliases.phases),
        leaders=dict(checked.leaders),
        baseline=str(Path(path).parent / checked.baseline) if checked.baseline else "",
        templates=str(Path(path).parent / checked.templates) if checked.templates else "",
    )


def _choices(document: ChoicesDocument) -> Choices:
    return Choices(
        profile=document.profile,
        select=document.select,
        ignore=tuple(document.ignore),
        overrides=Overrides(
            sheet=document.sheet,
            layout=document.layout,
            header_row=document.header_row or 0,
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
