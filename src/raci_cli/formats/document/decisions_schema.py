"""The form of a file with decisions as pydantic models: what it is checked against, and the source of its JSON Schema.

Imported only where such a file is read or the schema is asked for.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Text = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]
"""Nothing behind a key is the same as an empty text."""
Letters = Annotated[dict[str, Text], BeforeValidator(lambda value: {} if value is None else value)]
"""By role: the letters it holds."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", " "))


class OptionForm(_Form):
    """One answer that somebody gives; only there to be read and copied from."""

    letters: Letters = {}
    held_by: Text = Field("", description="The leaders who say so.")
    breaks: Text = Field("", description="The rules that it breaks.")


class VoteForm(_Form):
    """What one leader said; only there to be read."""

    leader: Text = ""
    letters: Letters = {}


class DecisionForm(_Form):
    """What was decided about one activity, or is to be."""

    activity: str
    phase: Text = ""
    section: Text = ""
    question: Text = Field("", description="Why people have to decide.")
    options: list[OptionForm] = []
    letters: Letters = Field(
        {},
        description="The whole row as it shall be: by role its letters. Empty while nothing has been decided.",
        examples=[{"Trainer": "R/A", "Account Executive": "C"}],
    )
    decided_by: Text = Field("", examples=["Workshop of the leadership team"])
    when: Text = Field("", examples=["2026-03-17"])
    why: Text = ""
    votes: list[VoteForm] = []
    fingerprint: Text = Field(
        "", description="Of the votes that were decided about; when they have changed, the decision is stale."
    )


class DecisionsForm(BaseModel):
    """Decisions about the activities of one matrix."""

    model_config = ConfigDict(extra="forbid")

    schema_version: int = Field(1, ge=1, le=1)
    matrix: Text = Field("", description="The title of the matrix.")
    decisions: list[DecisionForm]


def decisions_schema() -> dict[str, Any]:
    """The JSON Schema of a file with decisions."""
    return {**DecisionsForm.model_json_schema(), "title": "decisions.yaml"}
