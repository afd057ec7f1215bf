"""Our own form as pydantic models: what YAML and JSON files are checked against, and the source of the JSON Schema.

Imported only where such a file is read or the schema is asked for; everything else does without pydantic.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

Text = str | None
"""Text that may be left out; null is the same as leaving it out."""

Item = TypeVar("Item")
Entries = Annotated[list[Item], Field(fail_fast=True)]
"""A list in which one fault is enough: a hostile file holds millions."""

NAMED, SPELLED_OUT = "<name>", "<mapping>"
"""The two ways to give a scheme, as they are called in the places of pydantic's errors."""


class Form(BaseModel):
    """A mapping that takes no key it does not know."""

    model_config = ConfigDict(extra="forbid")


class RoleForm(Form):
    """A role: a column of the matrix."""

    name: str = Field(examples=["Account Executive"])
    group: Text = Field(None, description="The department the role belongs to.", examples=["Sales"])
    automated: bool | None = Field(None, description="Whether this is software rather than people.")
    key: Text = Field(None, description="Tells roles of equal name apart.", examples=["Developer (2)"])


class ActivityForm(Form):
    """An activity: a row of the matrix."""

    name: str = Field(examples=["Kickoff meeting"])
    id: Text = Field(None, description="Stays the same when the activity is renamed.", examples=["kickoff-meeting"])
    description: Text = None
    due: Text = Field(None, description="When it is due.", examples=["go-live -30d"])
    moment_of_truth: Text = Field(None, description="Why this is one of the few moments that decide the relationship.")
    four_eyes: bool | None = Field(None, description="Whether one role must do it and another answer for it.")
    system: Text = Field(None, description="The software it is done in.", examples=["CRM"])
    automated: bool | None = Field(None, description="Whether software does it.")
    letters: dict[str, Text] | None = Field(
        None,
        description="By role (its key, where it has one): the letters it holds, or `-` for explicitly no part.",
        examples=[{"Trainer": "R/A", "Account Executive": "C", "Support": "-"}],
    )


class SectionForm(Form):
    """The second level below a phase."""

    name: str
    activities: Entries[ActivityForm] | None = None


class PhaseForm(Form):
    """A stage of the journey. A phase may stand several times; all its parts are one phase."""

    name: str = Field(examples=["Onboarding"])
    activities: Entries[ActivityForm] | None = Field(None, description="Activities that stand before any section.")
    sections: Entries[SectionForm] | None = None


class SchemeForm(Form):
    """A set of letters of one's own, and which of them plays which part in the rules."""

    name: str
    letters: dict[str, Text] = Field(
        description="Each letter and its meaning, in the order of writing.",
        examples=[{"R": "Responsible", "A": "Accountable", "Q": "Quality review"}],
    )
    responsible: Text = None
    accountable: Text = None
    consulted: Text = None
    informed: Text = None
    note: Text = Field(None, description="Why the rules do not apply as usual.")


class ChartForm(Form):
    """What a matrix and a template have in common."""

    schema_version: int = Field(1, ge=1, le=1)
    title: Text = None
    segment: Text = None
    strategy: Text = None
    scheme: (
        Annotated[
            Annotated[Text, Tag(NAMED)] | Annotated[SchemeForm, Tag(SPELLED_OUT)],
            Discriminator(lambda value: SPELLED_OUT if isinstance(value, dict | SchemeForm) else NAMED),
        ]
        | None
    ) = Field(None, description="The name of a known scheme, or one of one's own.", examples=["raci"])
    leader: Text = Field(None, description="Who filled in this copy.")
    date: Text = None
    version: Text = Field(None, description="Which state of the matrix this is.", examples=["1.2"])
    activities: Entries[ActivityForm] | None = Field(None, description="Activities that stand before any phase.")
    phases: Entries[PhaseForm] | None = None


class MatrixForm(ChartForm):
    """One responsibility matrix, as raci keeps it in YAML and JSON."""

    roles: Entries[RoleForm]


def matrix_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the YAML and JSON form of a matrix."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **MatrixForm.model_json_schema()}
