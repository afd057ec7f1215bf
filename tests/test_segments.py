"""Layers: what each part of a template file does, and what is said when it cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from raci_cli.errors import UnreadableFileError, UsageError
from raci_cli.files.read import load, load_template
from raci_cli.model import Matrix
from raci_cli.rules.checking import check
from raci_cli.segments import Setting, Template, file_names, plain

BELOW = """\
for_whom: everybody
title: Below
roles:
  - {name: Sales Rep, group: Sales}
  - {name: Trainer, group: Services}
  - {name: Lawyer}
does: {Trainer: Teaches.}
phases:
  - name: Start
    activities:
      - {name: Kickoff, id: kickoff, due: go-live -30d, letters: {Sales Rep: A, Trainer: R}}
      - {name: Training, id: training, letters: {Trainer: R/A, Lawyer: I}}
  - name: Renewing
    activities:
      - {name: Contract, letters: {Sales Rep: R, Lawyer: A}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "below.yaml").write_text(BELOW, encoding="utf-8")
    return tmp_path


def over(folder: Path, text: str, name: str = "over") -> Template:
    path = folder / f"{name}.yaml"
    path.write_text(f"extends: below\nsegment: Over\n{text}", encoding="utf-8")
    return load_template(str(path))


def table(matrix: Matrix) -> list[str]:
    """One line for each activity: `Start: Kickoff | Sales Rep A, Trainer R`."""
    return [
        f"{activity.phase}: {activity.name} | "
        + ", ".join(f"{matrix.roles[cell.role].label} {cell.letters}" for cell in activity.assignments)
        for activity in matrix.activities
    ]


def test_a_layer_without_a_word_is_what_it_extends(folder: Path) -> None:
    template, below = over(folder, ""), load_template(str(folder / "below.yaml"))
    assert template.matrix.activities == below.matrix.activities
    assert template.matrix.roles == below.matrix.roles
    assert (template.matrix.segment, template.matrix.title) == ("Over", "Below")
    assert (template.name, template.for_whom, template.duties) == ("over", "everybody", {"Trainer": "Teaches."})


def test_roles_are_dropped_renamed_and_added_to_their_group(folder: Path) -> None:
    template = over(
        folder,
        """\
drop: {roles: [Lawyer]}
rename: {roles: {Trainer: Teacher}}
roles:
  - {name: Assistant, group: Sales}
  - {name: Bot, automated: true}
does: {Assistant: Helps.}
""",
    )
    assert [role.label for role in template.matrix.roles] == ["Sales Rep", "Assistant", "Teacher", "Bot"]
    assert template.duties == {"Teacher": "Teaches.", "Assistant": "Helps."}
    assert table(template.matrix) == [
        "Start: Kickoff | Sales Rep A, Teacher R",
        "Start: Training | Teacher RA",
        "Renewing: Contract | Sales Rep R",
    ]


def test_activities_are_dropped_renamed_added_and_put_in_order(folder: Path) -> None:
    template = over(
        folder,
        """\
drop: {activities: [Contract]}
rename: {activities: {training: Lesson}, phases: {Start: Begin}}
phases:
  - name: Begin
    activities:
      - {name: Welcome, id: welcome, letters: {Trainer: R}}
      - {name: Farewell}
  - name: After
    sections:
      - {name: Late, activities: [{name: Party}]}
before: {Welcome: kickoff}
""",
    )
    assert table(template.matrix) == [
        "Begin: Welcome | Trainer R",
        "Begin: Kickoff | Sales Rep A, Trainer R",
        "Begin: Lesson | Trainer RA, Lawyer I",
        "Begin: Farewell | ",
        "After: Party | ",
    ]
    assert [phase.name for phase in template.matrix.phases] == ["Begin", "Renewing", "After"]
    assert template.matrix.activities[-1].section == "Late"


def test_phases_are_dropped_with_all_that_is_in_them(folder: Path) -> None:
    matrix = over(folder, "drop: {phases: [Start]}").matrix
    assert table(matrix) == ["Renewing: Contract | Sales Rep R, Lawyer A"]
    assert [phase.name for phase in matrix.phases] == ["Renewing"]


def test_letters_and_fields_change_where_they_are_named(folder: Path) -> None:
    matrix = over(
        folder,
        """\
change:
  kickoff: {due: null, system: CRM, four_eyes: true}
letters:
  kickoff: {Sales Rep: null, Trainer: a, Lawyer: c}
""",
    ).matrix
    kickoff = matrix.activities[0]
    assert table(matrix)[0] == "Start: Kickoff | Trainer A, Lawyer C"
    assert (kickoff.due, kickoff.system, kickoff.four_eyes) == ("", "CRM", True)


def test_every_layer_tells_what_it_set(folder: Path) -> None:
    over(folder, "letters: {kickoff: {Sales Rep: null, Lawyer: A}}", "middle")
    (folder / "top.yaml").write_text("extends: middle\nsegment: Top\nrename: {roles: {Lawyer: Counsel}}\n", "utf-8")
    template = load_template(str(folder / "top.yaml"))
    assert template.settings[0] == (
        Setting("below", "name", "Kickoff"),
        Setting("below", "due", "go-live -30d"),
        Setting("below", "letters", "A", "Sales Rep"),
        Setting("below", "letters", "R", "Trainer"),
        Setting("middle", "letters", "", "Sales Rep"),
        Setting("middle", "letters", "A", "Counsel"),
    )


def test_findings_stand_on_the_line_that_the_topmost_file_has(folder: Path) -> None:
    over(folder, "letters:\n  kickoff: {Trainer: null}\n")
    (matrix,) = load(str(folder / "over.yaml"))
    places = {(finding.code, str(finding.location)) for finding in check(matrix).findings}
    assert ("RACI103", f"{folder / 'over.yaml'}:4") in places


def test_a_template_excuses_a_finding_in_itself_for_a_reason(folder: Path) -> None:
    text = (
        "letters: {kickoff: {Trainer: null}}\nexcused:\n  - {code: no-responsible, activity: kickoff, reason: Later.}\n"
    )
    before = check(over(folder, text.partition("excused")[0]).matrix)
    after = check(over(folder, text).matrix)
    assert "RACI103" in {finding.code for finding in before.findings}
    assert "RACI103" not in {finding.code for finding in after.findings}
    assert after.excused == 1


def test_an_excuse_goes_with_what_it_is_about(folder: Path) -> None:
    over(folder, "excused: [{code: RACI110, activity: training, reason: Small.}]", "middle")
    (folder / "top.yaml").write_text("extends: middle\nsegment: Top\ndrop: {activities: [training]}\n", "utf-8")
    assert load_template(str(folder / "top.yaml")).matrix.source.excuses == ()


def test_a_layer_for_others_is_checked_as_a_file_only(folder: Path) -> None:
    (folder / "part.yaml").write_text("abstract: true\nphases:\n  - {name: P, activities: [{name: X}]}\n", "utf-8")
    (matrix,) = load(str(folder / "part.yaml"))
    result = check(matrix)
    assert (result.activities, result.findings) == (0, ())
    assert "only its form was checked" in result.notes[0]


def test_any_matrix_of_our_own_form_can_be_extended(folder: Path) -> None:
    plain_matrix = "roles: [{name: X}]\nphases: [{name: P, activities: [{name: Do, letters: {X: R/A}}]}]\n"
    (folder / "below.yaml").write_text(plain_matrix, "utf-8")
    assert table(over(folder, "rename: {roles: {X: Y}}").matrix) == ["P: Do | Y RA"]


def test_a_template_may_extend_the_one_of_its_own_name_that_comes_with_raci(tmp_path: Path) -> None:
    path = tmp_path / "enterprise.yaml"
    path.write_text("extends: enterprise\nsegment: Ours\ndrop: {phases: [Awareness]}\n", encoding="utf-8")
    assert load_template(str(path)).matrix.phases[0].name == "Consideration"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("letters: {Kikoff: {Trainer: R}}", 3, "Did you mean 'kickoff'?"),
        ("letters:\n  kickoff:\n    Triner: R", 5, "Did you mean 'Trainer'?"),
        ("letters:\n  kickoff: {Trainer: X}", 4, "R, A, C, I"),
        ("drop: {roles: [Trainerr]}", 3, "Did you mean 'Trainer'?"),
        ("drop:\n  phases:\n    - Stat", 5, "Did you mean 'Start'?"),
        ("drop: {activities: [Nothing like it]}", 3, "there is no activity 'Nothing like it'"),
        ("rename: {roles: {Trainer: Lawyer}}", 3, "there is a role 'Lawyer' here already"),
        ("rename: {phases: {Start: Renewing}}", 3, "there is a phase 'Renewing' here already"),
        ("rename: {activities: {kickoff: Training}}", 3, "an activity 'Training' already"),
        ("roles:\n  - {name: Trainer}", 4, "there is a role 'Trainer' here already"),
        ("roles:\n  - {name: New}\n  - {name: New}", 5, "the first in line 4"),
        ("phases:\n  - name: Start\n    activities:\n      - {name: Kickoff}", 6, "an activity 'Kickoff' already"),
        ("activities:\n  - {name: Other, id: kickoff}", 4, "has the id 'kickoff' already"),
        ("change: {kickoff: {id: training}}", 3, "has the id 'training' already"),
        ("change: {kickoff: {deu: go-live}}", 3, "Did you mean 'due'?"),
        ("before: {kickoff: Contract}", 3, "of its own phase, 'Start'"),
        ("before: {kickoff: kickoff}", 3, "of its own phase"),
        ("does: {Teacher: Teaches.}", 3, "There are: Sales Rep, Trainer, Lawyer."),
        ("scheme: daci", 3, "the scheme is that of the template below, 'raci'"),
        ("excused:\n  - {code: RACI999, activity: kickoff, reason: x}", 4, "There is no rule 'RACI999'"),
        ("excused:\n  - {code: RACI101, reason: x}", 4, "an excuse names an activity or a role"),
        ("excused:\n  - {code: RACI101, activity: kickoff}", 4, "'reason' is missing"),
        ("letters: [x]", 3, "'letters' must be keys with values"),
        ("letters: {kickoff: {Trainer: R}}\nletters: {}", 4, "stands here a second time (first in line 3)"),
        ("letters: {kickoff", 3, "cannot be read as YAML"),
    ],
)
def test_faults_are_told_with_file_line_and_what_to_do(folder: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        over(folder, text + "\n")
    assert str(caught.value).startswith(f"{folder / 'over.yaml'}:{line}: ")
    assert says in str(caught.value)


def test_more_than_three_excuses_are_too_many(folder: Path) -> None:
    excuses = "".join("  - {code: RACI110, activity: training, reason: x}\n" for _ in range(4))
    with pytest.raises(UnreadableFileError, match="'excused' must be a list of three at most"):
        over(folder, f"excused:\n{excuses}")


def test_a_name_that_stands_twice_needs_its_id(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("extends: enterprise\nsegment: X\ndrop: {activities: [Ensure community participation]}\n", "utf-8")
    with pytest.raises(UnreadableFileError, match="'community-adopting' or 'community-established'"):
        load_template(str(path))


def test_templates_that_extend_each_other_are_refused_with_the_circle(folder: Path) -> None:
    (folder / "below.yaml").write_text("segment: B\nextends: over\n", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"below\.yaml:2: .* in a circle: over -> below -> over"):
        over(folder, "")


def test_a_layer_below_that_is_missing_or_faulty_is_named(folder: Path) -> None:
    (folder / "over.yaml").write_text("segment: X\nextends: belwo\n", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"over\.yaml:2: .*Did you mean 'below'\?"):
        load_template(str(folder / "over.yaml"))
    (folder / "below.yaml").write_text(f"{BELOW}strange: x\n", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"below\.yaml:16: 'strange' is no field here"):
        over(folder, "")


def test_file_names_are_safe_and_no_two_are_the_same_anywhere() -> None:
    leaders = ["VP Sales", "vp sales", "VP/Sales", "../../etc/passwd", "C:\\x", "CON", "x" * 300, "😀", "Jürgen Müller"]
    names = file_names("raci-smb", leaders, ".xlsx")
    assert names[:4] == [
        "raci-smb-VP-Sales.xlsx",
        "raci-smb-vp-sales-2.xlsx",
        "raci-smb-VP-Sales-3.xlsx",
        "raci-smb-etc-passwd.xlsx",
    ]
    assert names[4:6] == ["raci-smb-C-x.xlsx", "raci-smb-CON.xlsx"]
    assert names[7:] == ["raci-smb-leader.xlsx", "raci-smb-Jürgen-Müller.xlsx"]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name.encode()) < 255 for name in names)


@pytest.mark.parametrize("leaders", [["VP Sales", "VP Sales"], [" "]])
def test_a_leader_without_a_name_or_named_twice_is_refused(leaders: list[str]) -> None:
    with pytest.raises(UsageError, match="--for"):
        file_names("raci", leaders, ".xlsx")


def test_a_plain_name_never_begins_or_ends_with_a_hyphen() -> None:
    assert plain("(EMEA) VP Sales.") == "EMEA-VP-Sales"
    assert plain("a" * 59 + " b") == "a" * 59
