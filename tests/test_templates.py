"""The templates that come with raci: whole, in order, unlike each other, and true to the published charts."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from raci_cli.files.find import find
from raci_cli.files.read import load, load_template
from raci_cli.formats.document.layer import Layer
from raci_cli.formats.document.yaml_ import read
from raci_cli.model import Activity, Matrix, Severity
from raci_cli.rules.checking import check
from raci_cli.rules.settings import Profile, Settings
from raci_cli.segments import Template
from raci_cli.shipped import shipped
from tools.docs.templates import PUBLISHED, completions
from tools.examples.source import load as published

FOLDER = shipped("templates")
SEGMENTS = ("enterprise", "mid-market", "smb")
NAMES = (*SEGMENTS, "handoff-chapters", "who-does-what")
DUE = re.compile(r"(contract-start|go-live|renewal)( [+-][1-9]\d*d)?")

every_template = pytest.mark.parametrize("name", NAMES)
every_segment = pytest.mark.parametrize("name", SEGMENTS)


def template(name: str) -> Template:
    return load_template(str(FOLDER / f"{name}.yaml"))


def owners(activity: Activity, matrix: Matrix) -> list[str]:
    return matrix.role_labels(activity.holders("A"))


def software(activity: Activity, matrix: Matrix) -> set[str]:
    """The letters that software holds."""
    return set(chain(*(cell.letters for cell in activity.assignments if matrix.roles[cell.role].automated)))


def test_what_is_shipped_is_what_is_tested() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == sorted((*NAMES, "base"))


@every_template
def test_it_passes_the_strictest_check_or_says_why_not(name: str) -> None:
    (matrix,) = load(str(FOLDER / f"{name}.yaml"))
    result = check(matrix, Settings(profile=Profile.STRICT))
    assert [finding for finding in result.findings if finding.severity is not Severity.INFO] == []
    assert result.in_order == result.filled_in == result.activities
    assert len(matrix.source.excuses) <= 3


@every_template
def test_everything_in_it_is_explained(name: str) -> None:
    made = template(name)
    labels = {role.label for role in made.matrix.roles}
    assert made.for_whom
    assert set(made.duties) == labels
    assert [activity.name for activity in made.matrix.activities if not (activity.id and activity.description)] == []
    assert [activity.name for activity in made.matrix.activities if "\n" in activity.description] == []
    descriptions = [activity.description for activity in made.matrix.activities]
    assert len(set(descriptions)) == len(descriptions)
    assert len(set(made.duties.values())) == len(made.duties)


def test_a_named_csm_owns_what_the_published_list_says() -> None:
    duty = template("enterprise").duties["CSM/TAM - Named"]
    owned = "forecast|plan|business review|product|event|scope|escalate|growth|larger|reference|margin|standard|sale"
    assert [word for word in owned.split("|") if word not in duty] == []
    assert "\n" not in duty


@every_template
def test_due_dates_count_from_one_of_three_days(name: str) -> None:
    dues = {activity.due for activity in template(name).matrix.activities if activity.due}
    assert [due for due in dues if not DUE.fullmatch(due)] == []


@every_template
def test_every_file_names_its_schema_for_editors(name: str) -> None:
    first = (FOLDER / f"{name}.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=schema/template.json"
    assert (FOLDER / "schema" / "template.json").is_file()


@every_segment
def test_a_segment_is_a_layer_with_a_whole_journey(name: str) -> None:
    layer = read((FOLDER / f"{name}.yaml").read_bytes(), name)
    matrix = template(name).matrix
    assert isinstance(layer, Layer)
    assert layer.extends
    assert layer.extends.name == "base"
    assert len(matrix.activities) >= 30
    assert {phase.name for phase in matrix.phases} == {activity.phase for activity in matrix.activities}
    assert "Awareness" in {phase.name for phase in matrix.phases}
    assert matrix.segment
    assert matrix.strategy


@pytest.mark.parametrize("name", [*SEGMENTS, "handoff-chapters"])
def test_two_or_three_moments_decide(name: str) -> None:
    matrix = template(name).matrix
    moments = [activity for activity in matrix.activities if activity.moment_of_truth]
    assert len(moments) in (2, 3)
    assert all(len(owners(activity, matrix)) == 1 for activity in moments)


@every_segment
def test_software_does_work_and_answers_for_nothing(name: str) -> None:
    matrix = template(name).matrix
    assert [activity.name for activity in matrix.activities if software(activity, matrix) - {"R"}] == []
    done = {activity.name for activity in matrix.activities if "R" in software(activity, matrix)}
    assert done == {activity.name for activity in matrix.activities if activity.automated}


@every_template
def test_where_two_must_look_at_it_two_do(name: str) -> None:
    matrix = template(name).matrix
    alone = [activity for activity in matrix.activities if set(activity.holders("A")) & set(activity.holders("R"))]
    assert [activity.name for activity in alone if activity.four_eyes] == []


@every_segment
def test_renewing_begins_ninety_days_before_the_end(name: str) -> None:
    days = [
        -int(activity.due.split()[1].rstrip("d"))
        for activity in template(name).matrix.activities
        if activity.phase == "Renewing" and activity.due.startswith("renewal -")
    ]
    assert max(days) >= 90


def test_the_segments_differ_as_their_touch_does() -> None:
    matrices = {name: template(name).matrix for name in SEGMENTS}
    by_id = {name: {activity.id: activity for activity in matrix.activities} for name, matrix in matrices.items()}
    both = by_id["enterprise"].keys() & by_id["smb"].keys()
    other = [
        each
        for each in both
        if owners(by_id["enterprise"][each], matrices["enterprise"]) != owners(by_id["smb"][each], matrices["smb"])
    ]
    roles = {name: frozenset(role.label for role in matrix.roles) for name, matrix in matrices.items()}
    automated = {
        name: sum(activity.automated for activity in matrix.activities) / len(matrix.activities)
        for name, matrix in matrices.items()
    }
    assert len(other) >= 10
    assert len(set(roles.values())) == len(SEGMENTS)
    assert automated["enterprise"] < automated["mid-market"] < automated["smb"]
    assert automated["smb"] > 0.5


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_facts_are_kept(name: str) -> None:
    matrix, facts = template(name).matrix, published(PUBLISHED[name])
    known = {(activity.phase, activity.name) for activity in matrix.activities}
    phase, missing = "", []
    for line in facts.lines:
        phase = line.name if line.kind == "phase" else phase
        if line.kind == "activity" and (phase, line.name) not in known:
            missing.append(line.name)
    assert missing == []
    assert [(role.name, role.group) for role in matrix.roles] == list(facts.roles)
    phases = [line.name for line in facts.lines if line.kind == "phase"]
    assert [phase.name for phase in matrix.phases if phase.name in phases] == phases


@pytest.mark.parametrize("name", PUBLISHED)
def test_letters_are_only_completed_where_the_rules_want_it(name: str) -> None:
    for completion in completions(name):
        letters = completion.published.replace("/", " ").split()
        assert letters.count("A") != 1 or letters.count("R") != 1, completion.activity
        mended = max(0, letters.count("A") - 1) + max(0, letters.count("R") - 1)
        assert completion.what.count("instead of") + completion.what.count("left out") <= mended, completion.activity
        added = re.findall(r"(?:is|also) ([RACI])(?:;|$)", completion.what)
        assert set(added) <= {"A", "R"}, completion.activity


def test_a_folder_of_templates_is_checked_like_any_other() -> None:
    found = [target.path for target in find([str(FOLDER)])]
    assert len([path for path in found if path.endswith(".yaml")]) == len(NAMES) + 1
