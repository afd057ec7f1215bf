"""The quick look at a document's shape says yes only to what the schema takes, and to all that people usually write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from raci_cli.formats.document import shape
from raci_cli.formats.document.outline import Block, Items, Value
from raci_cli.formats.document.schema import (
    ActivityForm,
    MatrixForm,
    PhaseForm,
    RoleForm,
    SchemeForm,
    SectionForm,
)
from raci_cli.formats.document.shape import Shape
from raci_cli.formats.document.template_schema import ChangeForm, DropForm, ExcuseForm, RenameForm, TemplateForm
from raci_cli.formats.document.yaml_ import outlined
from raci_cli.shipped import shipped

PAIRS: list[tuple[Shape, type[BaseModel]]] = [
    (shape.ROLE, RoleForm),
    (shape.ACTIVITY, ActivityForm),
    (shape.SECTION, SectionForm),
    (shape.PHASE, PhaseForm),
    (shape.SCHEME, SchemeForm),
    (shape.MATRIX, MatrixForm),
    (shape.CHANGE, ChangeForm),
    (shape.DROP, DropForm),
    (shape.RENAME, RenameForm),
    (shape.EXCUSE, ExcuseForm),
    (shape.TEMPLATE, TemplateForm),
]
KEYS = sorted({key for each, _ in PAIRS for key in each.fields})
every_pair = pytest.mark.parametrize(("quick", "form"), PAIRS, ids=[form.__name__ for _, form in PAIRS])


def block(values: dict[str, Value]) -> Block:
    made = Block()
    made.update(values)
    return made


def items(values: list[Value]) -> Items:
    made = Items()
    made.extend(values)
    return made


words = st.sampled_from(["x", "1", "true", "No", "R", ""]) | st.none()
values: st.SearchStrategy[Value] = st.recursive(
    words,
    lambda below: (
        st.lists(below, max_size=4).map(items) | st.dictionaries(st.sampled_from(KEYS), below, max_size=4).map(block)
    ),
    max_leaves=12,
)


def taken(form: type[BaseModel], value: Value) -> bool:
    try:
        form.model_validate(value)
    except ValidationError:
        return False
    return True


@every_pair
def test_both_know_the_same_fields(quick: Shape, form: type[BaseModel]) -> None:
    assert set(quick.fields) == set(form.model_fields)


@every_pair
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_what_fits_is_taken_by_the_schema(quick: Shape, form: type[BaseModel], data: st.DataObject) -> None:
    value = block({key: data.draw(values) for key in data.draw(st.sets(st.sampled_from(sorted(quick.fields))))})
    if quick(value):
        assert taken(form, value)


@every_pair
@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_a_value_for_one_field_fits_as_the_schema_says(
    quick: Shape, form: type[BaseModel], data: st.DataObject
) -> None:
    usual = {"name": "x", "code": "x", "reason": "x", "roles": items([]), "letters": block({})}
    needed = {key: usual[key] for key, field in form.model_fields.items() if field.is_required()}
    key = data.draw(st.sampled_from(sorted(quick.fields)))
    value = block(needed | {key: data.draw(values)})
    if key != "schema_version":  # 01 is taken too, after a closer look
        assert quick(value) == taken(form, value)


@pytest.mark.parametrize("path", sorted(shipped("templates").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_template_fits_at_once(path: Path) -> None:
    (document,) = outlined(path.read_text("utf-8"), str(path)).documents
    assert shape.TEMPLATE(document)
