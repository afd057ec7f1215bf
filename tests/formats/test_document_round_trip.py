"""What is written in our own form reads back as the same matrix."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings

from raci_cli.formats.document import json_, yaml_
from raci_cli.formats.document.writing import document_of
from raci_cli.model import Activity, Assignment, Matrix, Phase, Role, Section
from raci_cli.model.schemes import RACI, SCHEMES
from strategies import matrices, without_places


@given(matrices())
@settings(max_examples=150, deadline=None)
def test_yaml_gives_back_every_matrix(matrix: Matrix) -> None:
    again = yaml_.read(yaml_.write(matrix).encode(), "plan.yaml")
    assert isinstance(again, Matrix)
    assert without_places(again) == matrix


@given(matrices())
@settings(max_examples=100, deadline=None)
def test_json_gives_back_every_matrix(matrix: Matrix) -> None:
    again = json_.read(json_.write(matrix).encode(), "plan.json")
    assert isinstance(again, Matrix)
    assert without_places(again) == matrix


@given(matrices())
@settings(max_examples=100, deadline=None)
def test_any_yaml_reader_understands_our_yaml(matrix: Matrix) -> None:
    assert yaml.safe_load(yaml_.write(matrix)) == document_of(matrix)


def test_a_phase_that_comes_up_again_is_written_again() -> None:
    matrix = Matrix(
        roles=(Role("Lead"),),
        activities=(
            Activity("Sign", phase="Sales"),
            Activity("Kickoff", phase="Onboarding", section="Start"),
            Activity("Renew", phase="Sales", section="Later"),
            Activity("Upsell", phase="Sales"),
        ),
        scheme=RACI,
        phases=(
            Phase("Plan"),
            Phase("Sales", (Section("Never"), Section("Later"))),
            Phase("Onboarding", (Section("Start"),)),
        ),
    )
    text = yaml_.write(matrix)
    assert [line for line in text.splitlines() if line.startswith("  - ")][1:] == [
        "  - name: Plan",
        "  - name: Sales",
        "  - name: Onboarding",
        "  - name: Sales",
        "  - name: Sales",
    ]
    assert yaml_.read(text.encode(), "plan.yaml") == matrix


def test_yaml_is_pleasant_to_read() -> None:
    matrix = Matrix(
        roles=(
            Role("Account Executive", "Sales"),
            Role("On", automated=True),
            Role("Developer", key="Developer (2)"),
        ),
        activities=(
            Activity("Read the contract, twice"),
            Activity(
                "Kickoff meeting",
                (Assignment(0, "RA"), Assignment(1, "-"), Assignment(2, "C")),
                phase="Onboarding",
                id="kickoff-meeting",
                due="go-live -30d",
                moment_of_truth="the customer sees how we work",
                four_eyes=True,
            ),
            Activity("Check-in call", (Assignment(2, "I"),), phase="Established", section="Proactive"),
        ),
        scheme=RACI,
        phases=(Phase("Onboarding"), Phase("Established", (Section("Proactive"), Section("Reactive")))),
        title="Customer success",
        date="2024-05-01",
    )
    assert (
        yaml_.write(matrix)
        == """\
schema_version: 1
title: Customer success
scheme: raci
date: "2024-05-01"
roles:
  - {name: Account Executive, group: Sales}
  - {name: "On", automated: true}
  - {name: Developer, key: Developer (2)}
activities:
  - name: Read the contract, twice
phases:
  - name: Onboarding
    activities:
      - name: Kickoff meeting
        id: kickoff-meeting
        due: go-live -30d
        moment_of_truth: the customer sees how we work
        four_eyes: true
        letters: {Account Executive: R/A, "On": "-", Developer (2): C}
  - name: Established
    sections:
      - name: Proactive
        activities:
          - name: Check-in call
            letters: {Developer (2): I}
      - name: Reactive
"""
    )


@pytest.mark.parametrize("name", SCHEMES)
def test_known_schemes_are_written_by_name(name: str) -> None:
    matrix = Matrix((), (), SCHEMES[name])
    assert json.loads(json_.write(matrix))["scheme"] == name
    assert yaml_.read(yaml_.write(matrix).encode(), "plan.yaml").scheme is SCHEMES[name]


def test_text_from_cells_cannot_turn_the_writing_direction_or_reach_the_terminal() -> None:
    matrix = Matrix((Role("\u202eevil\x1b[31m"),), (), RACI)
    assert '"\\u202eevil\\u001b[31m"' in yaml_.write(matrix)
