"""The form of a template as pydantic models: a matrix with a few fields more, or a layer over another template."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from raci_cli.formats.document.schema import ChartForm, Entries, Form, RoleForm, Text
from raci_cli.formats.document.shape import MOST_EXCUSES

Names = list[str] | None
Renames = dict[str, str] | None


class DropForm(Form):
    """What a layer takes out of the template below it."""

    roles: Names = None
    phases: Names = Field(None, description="With all their activities.")
    activities: Names = None


class RenameForm(Form):
    """What a layer calls otherwise: the name below it, and the new one."""

    roles: Renames = Field(None, examples=[{"Customer Success Manager": "CSM pool"}])
    phases: Renames = None
    activities: Renames = None


class ChangeForm(Form):
    """What a layer says otherwise about one activity; null takes a text away."""

    id: Text = None
    description: Text = None
    due: Text = Field(None, examples=["renewal -120d"])
    moment_of_truth: Text = None
    four_eyes: bool | None = None
    system: Text = None
    automated: bool | None = None


class ExcuseForm(Form):
    """A finding that the template lives with, and why."""

    code: str = Field(description="The code or name of one rule.", examples=["RACI106"])
    activity: Text = None
    role: Text = None
    reason: str


class TemplateForm(ChartForm):
    """A template of `raci new`: a matrix, or a layer that says what is different from the template it extends.

    A layer is applied in this order: drop, rename, roles, phases and activities (which are added), before, change,
    letters, does. Activities are named by their id, or by their name where that is the only one.
    """

    extends: Text = Field(None, description="The template below this layer.", examples=["base"])
    abstract: bool | None = Field(None, description="Whether this is no matrix by itself, only for others to extend.")
    for_whom: Text = Field(None, description="Whom it is made for, in one line.")
    roles: Entries[RoleForm] | None = Field(None, description="Each stands after the last role of its group.")
    does: dict[str, str] | None = Field(None, description="By role: what it does in this segment.")
    drop: DropForm | None = None
    rename: RenameForm | None = None
    before: dict[str, str] | None = Field(None, description="By activity: the one of its phase that it stands before.")
    change: dict[str, ChangeForm] | None = Field(None, description="By activity.")
    letters: dict[str, dict[str, Text] | None] | None = Field(
        None,
        description="By activity and role: the letters it holds here; null takes them away.",
        examples=[{"Kickoff meeting": {"Project Manager": "R", "Trainer": None}}],
    )
    excused: Entries[ExcuseForm] | None = Field(None, max_length=MOST_EXCUSES)


def template_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a template."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TemplateForm.model_json_schema()}
