"""`import raci_cli`: what programs get."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import raci_cli as raci

MATRIX = "Activity,Sales,Trainer,Customer\nKickoff meeting,A,R,C\nTraining,,R,C\n"
TWO = """\
| Activity | Sales | Trainer |
|---|---|---|
| Kickoff meeting | A | R |
| Training | R | A |

Then the contract.

| Activity | Lawyer | Buyer |
|---|---|---|
| Offer | A | R |
| Contract | R | A |
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("plan.csv").write_text(MATRIX, encoding="utf-8")
    Path("two.md").write_text(TWO, encoding="utf-8")
    return tmp_path


def test_load_and_validate() -> None:
    matrix = raci.load("plan.csv")
    report = raci.validate(matrix, select=["RACI101"])
    assert [(str(each.location), each.code) for each in report.findings] == [("plan.csv:A3", "RACI101")]
    assert raci.validate(matrix, ignore=["RACI1", "RACI2"]).findings == ()
    assert raci.validate(matrix, select="RACI101").findings == report.findings
    assert raci.validate(matrix, select="RACI1", ignore="RACI1").findings == ()
    assert report.worst is raci.Severity.ERROR


def test_several_matrices_are_all_or_one_by_its_sheet() -> None:
    assert len(raci.load_all(Path("two.md"))) == 2
    assert len(raci.validate(raci.load_all("two.md"), profile="draft").checks) == 2
    with pytest.raises(raci.UsageError, match="table 1"):
        raci.load("two.md")
    assert raci.load("two.md", sheet="table 2").roles[0].name == "Lawyer"


def test_save_and_load_again() -> None:
    matrix = raci.load("plan.csv")
    raci.save(matrix, "plan.yaml")
    assert [each.name for each in raci.load("plan.yaml").activities] == ["Kickoff meeting", "Training"]
    with pytest.raises(raci.OutputError, match="--force"):
        raci.save(matrix, "plan.yaml")
    raci.save(matrix, Path("plan.yaml"), force=True)
    with pytest.raises(raci.UsageError):
        raci.save(matrix, "plan.doc")


def test_copies_are_merged_and_settled_by_decisions() -> None:
    for name, letters in (("anna.csv", "A,R"), ("ben.csv", "R,A")):
        text = f"Activity,Sales,Trainer\nKickoff meeting,{letters}\nTraining,A,R\n"
        Path(name).write_text(text, encoding="utf-8")
    copies = {"Anna": raci.load("anna.csv"), "Ben": raci.load("ben.csv")}
    result = raci.merge(copies)
    assert [result.matrix.activities[conflict.row].name for conflict in result.conflicts] == ["Kickoff meeting"]
    text = "decisions: [{activity: Kickoff meeting, letters: {Trainer: R/A}}]"
    Path("decisions.yaml").write_text(text, encoding="utf-8")
    settled = raci.merge(copies, decisions=raci.load_decisions("decisions.yaml"))
    assert (settled.settled, settled.matrix.role_labels(settled.matrix.activities[0].holders("A"))) == (
        True,
        ["Trainer"],
    )
    assert [item.conflict for item in raci.agenda(copies, threshold=75).items] == list(result.conflicts)
    assert [len(part) for part in (raci.agenda(copies, top=1).items, raci.agenda(copies).agreed)] == [1, 1]
    with pytest.raises(raci.UsageError, match="Did you mean 'plurality'"):
        raci.merge(copies, strategy="plurals")
    with pytest.raises(raci.ComparisonError):
        raci.merge({"Anna": copies["Anna"]})
    with pytest.raises(raci.UsageError, match="threshold"):
        raci.agenda(copies, threshold=0)


def test_copies_are_compared() -> None:
    Path("other.csv").write_text(MATRIX.replace("A,R,C", "R,A,C"), encoding="utf-8")
    compared = raci.compare_copies({"Anna": raci.load("plan.csv"), "Ben": raci.load("other.csv")})
    assert compared.leaders == ("Anna", "Ben")
    assert [compared.rows[row].activity.name for row in compared.ranking] == ["Kickoff meeting"]


def test_what_does_not_exist_is_an_error_of_ours() -> None:
    matrix = raci.load("plan.csv")
    with pytest.raises(raci.UsageError, match="Did you mean 'strict'"):
        raci.validate(matrix, profile="strickt")
    with pytest.raises(raci.UsageError, match="RACI999"):
        raci.validate(matrix, select=["RACI999"])
    with pytest.raises(raci.UnreadableFileError, match=r"Did you mean 'plan\.csv'"):
        raci.load("plans.csv")


def test_there_is_no_time_before_the_beginning_of_a_workshop() -> None:
    copies = {"Ann": raci.load("plan.csv"), "Ben": raci.load("plan.csv")}
    with pytest.raises(raci.UsageError, match="not -1"):
        raci.agenda(copies, minutes=-1)


def test_every_public_name_is_there_and_known_to_type_checkers() -> None:
    for name in raci.__all__:
        assert getattr(raci, name) is not None, name
    assert set(dir(raci)) == set(raci.__all__)
    tree = ast.parse(Path(raci.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    declared = {alias.name for line in block.body if isinstance(line, ast.ImportFrom) for alias in line.names}
    assert declared == set(raci.__all__) - {"__version__"}
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        _ = raci.nothing_of_this_name


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys, raci_cli; print([name for name in sys.modules if name.startswith('raci_cli.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_matrix_read_back_from_yaml_is_the_same(tmp_path: Path) -> None:
    matrix = raci.load(str(Path(__file__).parent.parent / "examples" / "small.xlsx"))
    raci.save(matrix, str(tmp_path / "small.yaml"))
    assert raci.load(str(tmp_path / "small.yaml")) == matrix


def test_a_template_that_comes_with_raci() -> None:
    found = raci.template("enterprise")
    assert (found.name, len(found.matrix.roles)) == ("enterprise", 20)
    assert set(found.duties) == {role.label for role in found.matrix.roles}
    with pytest.raises(raci.UsageError, match="Did you mean 'enterprise'"):
        raci.template("entreprise")


def test_what_copies_call_otherwise_is_joined_by_aliases() -> None:
    ours = raci.load("plan.csv")
    Path("other.csv").write_text(MATRIX.replace("Trainer", "Coach").replace("A,R,C", "R,A,C"), encoding="utf-8")
    copies = {"Ann": ours, "Ben": raci.load("other.csv")}
    aliases = raci.Aliases(roles={"Coach": "Trainer"})
    assert len(raci.compare_copies(copies).roles) == 4
    assert [role.name for role in raci.compare_copies(copies, aliases=aliases).roles] == [
        "Sales",
        "Trainer",
        "Customer",
    ]
    (item, *_) = raci.agenda(copies, aliases=aliases).items
    letters = {"Sales": "A", "Trainer": "R"}
    decision = raci.Decision(ours.activities[0].name, letters=tuple(letters.items()))
    decision = decision._replace(fingerprint=item.conflict.fingerprint)
    assert raci.merge(copies, aliases=aliases, decisions=[decision]).refused == ()
    assert raci.merge(copies, decisions=[decision]).refused != ()
