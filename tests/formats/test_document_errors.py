"""A faulty file of our own form is refused with a sentence that names the line; other files are left alone."""

from __future__ import annotations

import json
import textwrap

import pytest

from raci_cli.errors import NoMatrixError, UnreadableFileError
from raci_cli.formats.document import json_, yaml_
from raci_cli.model import Assignment, Matrix

GOOD = """\
schema_version: 1
roles:
  - {name: Lead}
  - {name: Trainer}
phases:
  - name: Onboarding
    activities:
      - name: Kickoff
        letters: {Lead: A, Trainer: R}
"""


def read(text: str, kind: str = "yaml") -> Matrix:
    read_form = json_.read if kind == "json" else yaml_.read
    matrix = read_form(textwrap.dedent(text).encode(), f"plan.{kind}")
    assert isinstance(matrix, Matrix)
    return matrix


def refusal(text: str, kind: str = "yaml") -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(text, kind)
    return str(caught.value)


def test_every_part_knows_its_line() -> None:
    matrix = read(GOOD)
    phase, activity = matrix.phases[0], matrix.activities[0]
    assert [role.row for role in matrix.roles] == [3, 4]
    assert (phase.row, activity.row, activity.assignments[0].row) == (6, 8, 9)
    assert str(matrix.locate(activity)) == "plan.yaml:8"


def test_json_knows_lines_too() -> None:
    text = json.dumps({"roles": [{"name": 'a "quoted" \\ one'}], "activities": [{"name": "Kickoff"}]}, indent=1)
    matrix = read(text, "json")
    assert text.splitlines()[matrix.activities[0].row].strip() == '"name": "Kickoff"'
    assert matrix.roles[0].name == 'a "quoted" \\ one'


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "name: Kickoff",
            "name: Kickoff\n        discription: x",
            ":9: 'discription' is no field here. Did you mean 'description'?",
        ),
        ("schema_version: 1", "schema_version: 1\nphase: x", ":2: 'phase' is no field here. Did you mean 'phases'?"),
        ("schema_version: 1", "schema_version: 2", ":1: this version of raci reads schema_version 1 only"),
        ("{name: Trainer}", "{group: Services}", ":4: 'name' is missing here."),
        ("{name: Trainer}", "{name: null}", ":4: 'name' must be text, not nothing."),
        ("{name: Trainer}", "{name: [Trainer]}", ":4: 'name' must be text."),
        ("{name: Trainer}", "Trainer", ":4: 'roles' must be keys with values, not 'Trainer'."),
        (
            "{name: Trainer}",
            "{name: Trainer, automated: perhaps}",
            ":4: 'automated' must be true or false, not 'perhaps'.",
        ),
        ("{name: Trainer}", "{name: Lead}", ":4: a second role is called 'Lead' (the first in line 3)."),
        ("Trainer: R", "Trianer: R", ":9: 'Trianer' is no role of this matrix. Did you mean 'Trainer'?"),
        (
            "Trainer: R",
            "Trainer: X",
            ":9: 'X' for 'Trainer' holds a letter that the scheme 'raci' does not have: R, A, C, I",
        ),
        ("{Lead: A, Trainer: R}", "R", ":9: 'letters' must be keys with values, not 'R'."),
        ("roles:", "scheme: rasic\nroles:", ":2: 'rasic' is no scheme that raci knows. Did you mean 'rasci'?"),
        ("roles:", "scheme: {name: x}\nroles:", ":2: 'letters' is missing here."),
        (
            "roles:",
            "scheme: {name: x, letters: {R: r}, leters: 1}\nroles:",
            ":2: 'leters' is no field here. Did you mean 'letters'?",
        ),
        ("roles:", "scheme: {name: x, letters: {RA: r}}\nroles:", ":2: 'RA' cannot be a letter of a scheme"),
        (
            "roles:",
            "scheme: {name: x, letters: {R: r}, accountable: A}\nroles:",
            ":2: accountable: 'A' is none of the scheme's letters.",
        ),
        ("{Lead: A, Trainer: R}", "{Lead: A, Lead: R}", ":9: 'Lead' stands here a second time (first in line 9)."),
        ("name: Kickoff", "name: &kick Kickoff", ":8: anchors and aliases (& and *) are not read here"),
        ("name: Kickoff", "name: !!str Kickoff", ":8: tags such as 'tag:yaml.org,2002:str' are not read here"),
        ("name: Kickoff", "name: Kickoff\n        ? [a, b]\n        : x", ":9: a key must be plain text."),
        ("name: Kickoff", f"name: {'[' * 50}{']' * 50}", ":8: this is nested too deeply."),
        ("name: Kickoff", "name: Kick: off", ":8: this cannot be read as YAML: a second colon"),
        ("name: Kickoff", "name: Kick\x07off", ": this cannot be read as YAML: it holds characters YAML forbids."),
        ("roles:", "---\nroles:", ": several documents (---) stand in one file"),
    ],
)
def test_faults_are_named_with_their_line(old: str, new: str, sentence: str) -> None:
    text = GOOD.replace(old, new)
    if "---" in new:
        text = GOOD + "---\n" + GOOD
    assert refusal(text).startswith(f"plan.yaml{sentence}")


def test_further_faults_are_counted() -> None:
    assert "(And 1 more like this.)" in refusal(GOOD.replace("{name: Lead}", "{nam: Lead, name: Lead, grup: x}"))


def test_json_faults() -> None:
    assert refusal('{"roles": [],\n "phases": [}', "json").startswith("plan.json:2: this cannot be read as JSON: ")
    assert refusal('{"roles": [],\n "roles": [], "phases": []}', "json").startswith(
        "plan.json:2: 'roles' stands here a second"
    )
    deep = '{"roles": ' + "[" * 100_000
    assert refusal(deep, "json") == "plan.json: this cannot be read as JSON: it is nested too deeply."


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("json", '{"name": "app", "version": "1.0.0", "dependencies": {}}'),
        ("json", "[1, 2, 3]"),
        ("json", "// settings with comments, no JSON at all"),
        ("json", '{"roles": ["admin", "user"]}'),
        ("yaml", "services:\n  web: &web\n    image: x\n  other: *web\n"),
        ("yaml", "- hosts: all\n  roles: [common, web]\n"),
        ("yaml", "roles: !Ref Lead\nroles: twice\n"),
        ("yaml", "{{ template }}: [broken"),
        ("yaml", "just text"),
        ("yaml", ""),
    ],
)
def test_files_of_another_kind_are_no_matrix(kind: str, text: str) -> None:
    with pytest.raises(NoMatrixError, match="`roles` and `phases`"):
        read(text, kind)


def test_names_are_text_and_blank_values_are_left_out() -> None:
    matrix = read("""
        title: 1.10
        leader: null
        date: ~
        segment:
        roles: [{name: On}, {name: 007, group: }, {name: 2024-01-01}]
        activities:
          - {name: No, four_eyes: yes, letters: {On: , 007: "", 2024-01-01: null}}
          - {name: Yes, letters: }
    """)
    assert (matrix.title, matrix.leader, matrix.date, matrix.segment) == ("1.10", "", "", "")
    assert [role.name for role in matrix.roles] == ["On", "007", "2024-01-01"]
    assert [(activity.name, activity.four_eyes, activity.assignments) for activity in matrix.activities] == [
        ("No", True, ()),
        ("Yes", False, ()),
    ]


@pytest.mark.parametrize("spelling", ["R/A", "AR", "A, R", "a / r", "R & A"])
def test_letters_may_be_spelled_as_people_do(spelling: str) -> None:
    matrix = read(GOOD.replace("Lead: A", f'Lead: "{spelling}"'))
    assert matrix.activities[0].assignments[0] == Assignment(0, "RA", 9)


def test_long_texts_are_cut_in_messages() -> None:
    assert refusal(GOOD.replace("Trainer: R", f"{'x' * 500}: R")).startswith(f"plan.yaml:9: '{'x' * 60}...' is no role")


@pytest.mark.parametrize("opening", ["[", "{", "[a, ", "{? ", "- ", "? "])
def test_deep_nesting_costs_nothing(opening: str) -> None:
    refusal(f"roles: []\nphases:\n  {opening * 100_000}")


def test_an_alias_bomb_costs_nothing() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 60))
    assert "anchors and aliases" in refusal(f"roles: []\nphases: []\nl0: &l0 [x]\n{levels}")
