"""The form of raci.yaml: pydantic models, which check it and give its JSON Schema. Imported only where one exists."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    create_model,
    model_validator,
)

from raci_cli.config.choose import COLUMN
from raci_cli.errors import UsageError
from raci_cli.layouts.overrides import LAYOUTS
from raci_cli.model import Severity
from raci_cli.rules.catalogue import matching
from raci_cli.rules.settings import Profile, Thresholds
from raci_cli.suggest import did_you_mean, quoted


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Strict(BaseModel):
    """A mapping that takes no key it does not know, written with hyphens (underscores are understood)."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab, populate_by_name=True)


def _rules(code: str) -> str:
    """A code, a name or a family of codes, as it is."""
    try:
        matching(code)
    except UsageError as error:
        raise ValueError(str(error)) from error
    return code


def _code(code: str) -> str:
    """The code of one rule, whose name is understood too, or the beginning of several codes."""
    try:
        found = matching(code)
    except UsageError as error:
        raise ValueError(str(error)) from error
    return found[0].code if len(found) == 1 else code.strip().upper()


def _known_layout(name: str) -> str:
    if name and name not in LAYOUTS:
        raise ValueError(
            f"there is no layout {quoted(name)}.{did_you_mean(name, LAYOUTS)} There are: {', '.join(LAYOUTS)}."
        )
    return name


def _with_reasons(value: object) -> object:
    """A plain list of codes as a mapping to no reason."""
    codes = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if not codes and not isinstance(value, dict):
        told = "'ignore' should be a list of codes, or codes with reasons: `{RACI107: we do it on purpose}`."
        raise ValueError(told)
    return dict.fromkeys(value, "") if isinstance(value, list) else value


def _distinct(letters: object) -> object:
    """Letters as they are, when none stands twice."""
    known: set[str] = set()
    for letter in letters if isinstance(letters, dict) else ():
        if str(letter).upper() in known:
            raise ValueError(f"the letter {quoted(str(letter).upper())} stands here twice.")
        known.add(str(letter).upper())
    return letters


def _with_level(value: object) -> object:
    if not isinstance(value, str | dict):
        told = "a severity is error, warning or info; with a reason: `{level: info, reason: small team}`."
        raise ValueError(told)  # noqa: TRY004 - pydantic lets a TypeError through
    return {"level": value} if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Codes = Annotated[str, AfterValidator(_rules)]
Code = Annotated[str, AfterValidator(_code)]
LETTER = r"^\w$"
Letter = Annotated[str, StringConstraints(to_upper=True, pattern=LETTER)]
Layout = Annotated[str, AfterValidator(_known_layout), WithJsonSchema({"enum": ["", *LAYOUTS]})]

_CODES = {"type": "array", "items": {"type": "string"}}
_REASONS = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
Ignored = Annotated[
    dict[Codes, str | None],
    BeforeValidator(_with_reasons),
    WithJsonSchema({"anyOf": [_CODES, _REASONS]}),
]


class SeverityDocument(Strict):
    """How much the findings of one rule matter, and why that differs here."""

    level: Severity
    reason: str = ""


_LEVEL = {"enum": [*Severity]}
_LEVEL_WITH_REASON = {
    "type": "object",
    "properties": {
        "level": {**_LEVEL, "description": "How much the findings matter."},
        "reason": {"type": "string", "description": "Why that differs here."},
    },
    "required": ["level"],
    "additionalProperties": False,
}
Level = Annotated[
    SeverityDocument,
    BeforeValidator(_with_level),
    WithJsonSchema({"anyOf": [_LEVEL, _LEVEL_WITH_REASON]}),
]


class SchemeDocument(Strict):
    """A scheme of one's own: its letters, and which of them plays which part in the rules."""

    letters: Annotated[dict[Letter, Text], BeforeValidator(_distinct)] = Field(
        min_length=1, description="Each letter and its meaning, in writing order."
    )
    responsible: Letter | None = Field(None, description="The letter for doing the work.")
    accountable: Letter | None = Field(None, description="The letter for answering for the result.")
    consulted: Letter | None = Field(None, description="The letter for being asked.")
    informed: Letter | None = Field(None, description="The letter for being told.")
    note: str = Field("", description="Why the rules do not apply as usual; stands in every report.")

    @model_validator(mode="after")
    def _parts_are_letters(self) -> SchemeDocument:
        for part in ("responsible", "accountable", "consulted", "informed"):
            letter = getattr(self, part)
            if letter is not None and letter not in self.letters:
                raise ValueError(f"{part} is {quoted(letter)}, which is not among the scheme's letters.")
        return self


class ChoicesDocument(Strict):
    """What may be set for all files, or for those a pattern means."""

    profile: Profile | None = Field(None, description="How strictly a matrix is judged.")
    select: tuple[Codes, ...] = Field((), description="Only these rules (RACI101) or families (RACI1).")
    ignore: Ignored = Field({}, description="Never these rules: a list, or codes with the reason.")
    sheet: str = Field("", description="Read only this sheet.")
    layout: Layout = Field("", description="How the sheet is laid out.")
    header_row: int | None = Field(None, ge=1, description="The row that holds the role headings, counted from 1.")
    activity_column: str = Field("", pattern=COLUMN, description="The column of the activities, such as B.")
    scheme: str = Field("", description="The scheme of the letters.")


class SuppressionDocument(Strict):
    """Findings that stay silent, for a reason and perhaps until a day."""

    code: Codes = Field(description="The rule (RACI101) or family (RACI1).")
    reason: Text = Field(description="Why they are fine here.")
    activity: str = Field("", description="Only those about this activity.")
    role: str = Field("", description="Only those about this role.")
    until: dt.date | None = Field(None, description="The last day on which it counts.")


class AliasesDocument(Strict):
    """Other names, and what they are called instead."""

    roles: dict[Text, Text] = Field(default={}, description="Another name of a role, and the name it has here.")
    activities: dict[Text, Text] = Field(
        default={}, description="Another name of a activity, and the name it has here."
    )
    phases: dict[Text, Text] = Field(default={}, description="Another name of a phase, and the name it has here.")


def _limits() -> dict[str, Any]:
    """The fields of Thresholds as fields of a model; a share is between 0 and 1."""
    kinds = get_type_hints(Thresholds)
    return {
        name: (kinds[name], Field(default, ge=0, le=1 if kinds[name] is float else None))
        for name, default in Thresholds._field_defaults.items()
    }


if TYPE_CHECKING:

    class ThresholdsDocument(Strict):
        """The limits of the rules; mypy cannot follow what is built below."""
else:
    ThresholdsDocument = create_model("ThresholdsDocument", __base__=Strict, **_limits())


class ConfigDocument(ChoicesDocument):
    """The whole of raci.yaml."""

    severity: dict[Code, Level] = Field(
        {}, description="Other severities, by code (RACI101) or family (RACI1): a level, or a level with a reason."
    )
    thresholds: ThresholdsDocument = Field(ThresholdsDocument(), description="The limits of the rules.")
    aliases: AliasesDocument = Field(AliasesDocument(), description="Other names of roles, activities and phases.")
    leaders: dict[Text, tuple[Text, ...]] = Field({}, description="The roles that each leader's own people play.")
    schemes: dict[Text, SchemeDocument] = Field({}, description="Schemes of one's own, by name.")
    files: dict[Text, ChoicesDocument] = Field({}, description="Choices by file pattern; the last that fits wins.")
    suppressions: tuple[SuppressionDocument, ...] = Field((), description="Findings that are fine, with the reason.")
    baseline: str = Field("", description="A file with findings that are known already.")
    templates: str = Field("", description="A folder with templates of your own, for `raci new`.")
