"""Checks a document against the form, and says what is wrong in sentences that name the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.document.outline import Block, Items, line_of
from raci_cli.formats.document.schema import (
    NAMED,
    SPELLED_OUT,
    ActivityForm,
    ChartForm,
    PhaseForm,
    RoleForm,
    SchemeForm,
    SectionForm,
)
from raci_cli.formats.document.template_schema import ChangeForm, DropForm, ExcuseForm, RenameForm
from raci_cli.suggest import did_you_mean, quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_FORMS: dict[str, type[BaseModel]] = {
    "roles": RoleForm,
    "phases": PhaseForm,
    "sections": SectionForm,
    "activities": ActivityForm,
    "scheme": SchemeForm,
    "drop": DropForm,
    "rename": RenameForm,
    "change": ChangeForm,
    "excused": ExcuseForm,
}
_WANTED = {
    "string_type": "text",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "keys with values",
    "too_long": "a list of three at most",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}


def check(root: Block, path: str, form: type[ChartForm]) -> None:
    """Nothing where the document fits the form.

    Raises:
        UnreadableFileError: it does not fit; the message tells the first fault and how many more there are.
    """
    try:
        form.model_validate(root)
    except ValidationError as error:
        faults = [(line_of(root, each["loc"]), _sentence(each, form)) for each in error.errors()]
        line, sentence = min(faults, key=lambda fault: fault[0])
        more = f" (And {len(faults) - 1} more like this.)" if len(faults) > 1 else ""
        raise UnreadableFileError(f"{path}:{line}: {sentence}{more}") from error


def _sentence(error: ErrorDetails, whole: type[BaseModel]) -> str:
    names = [part for part in error["loc"] if isinstance(part, str) and part not in {NAMED, SPELLED_OUT}]
    last, kind = (names[-1] if names else ""), error["type"]
    if kind == "extra_forbidden":
        known = list(_form(error["loc"], whole).model_fields)
        return f"{quoted(last)} is no field here.{did_you_mean(last, known)} Known are {', '.join(known)}."
    if kind == "missing":
        return f"{quoted(last)} is missing here."
    if last == "schema_version":
        return "this version of raci reads schema_version 1 only; a newer raci may read this file."
    if wanted := _WANTED.get(kind):
        found = error["input"]
        shown = (
            "" if isinstance(found, (Block, Items)) else f", not {'nothing' if found is None else quoted(str(found))}"
        )
        return f"{quoted(last)} must be {wanted}{shown}."
    return f"{quoted(last)}: {error['msg']}."


def _form(place: tuple[int | str, ...], whole: type[BaseModel]) -> type[BaseModel]:
    """The form that the last part of a place is a field of."""
    above = [part for part in place[:-1] if isinstance(part, str)]
    return next((_FORMS[part] for part in reversed(above) if part in _FORMS), whole)
