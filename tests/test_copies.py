"""Copies out of files and folders, and what they are called."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from raci_cli.config import Choices
from raci_cli.errors import NoMatrixError, RaciError, UnreadableFileError, UsageError
from raci_cli.files.copies import Loaded, load_copies
from raci_cli.files.leaders import leader_names
from raci_cli.files.plan import Wishes
from raci_cli.layouts.overrides import Overrides

MATRIX = "Activity,Sales,Trainer,Customer\nKickoff meeting,A,R,C\nTraining,,R/A,C\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, leader: str = "", text: str = MATRIX) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    title = f"Filled in by:,{leader},,\n,,,\n" if leader else ""
    Path(path).write_text(f"{title}{text}{path},I,A,R\n", encoding="utf-8")
    return path


def leaders(loaded: Loaded) -> list[str]:
    return [copy.leader for copy in loaded.copies]


def refused(*paths: str, names: tuple[str, ...] = (), base: str = "") -> str:
    with pytest.raises(RaciError) as caught:
        load_copies(paths, names=names, base=base)
    return str(caught.value)


def test_leaders_come_from_the_title_block_else_the_file_name() -> None:
    loaded = load_copies([write("raci-enterprise-a.csv", "Anna Berg"), write("raci-enterprise-vp-sales.csv")])
    assert leaders(loaded) == ["Anna Berg", "vp sales"]
    assert [copy.matrix.source.path for copy in loaded.copies] == [
        "raci-enterprise-a.csv",
        "raci-enterprise-vp-sales.csv",
    ]
    assert loaded.notes == ()


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["raci_sales.xlsx", "raci_success.xlsx"], ["sales", "success"]),
        (["plan.xlsx", "plan-new.xlsx"], ["plan", "plan new"]),
        (["RACI Sales final.xlsx", "raci support final.ods"], ["Sales", "support"]),
        (["anna/raci.xlsx", "ben/raci.xlsx"], ["anna", "ben"]),
        (["all/old.csv", "all/new.csv"], ["old", "new"]),
        (["plan.csv", "plan.xlsx"], ["plan", "plan (2)"]),
        (["-", "plan.xlsx"], ["-", "plan"]),
        (["only.xlsx"], ["only"]),
        (["copy-1.xlsx", "copy-2.xlsx"], ["copy 1", "copy 2"]),
        (["raci 2024-01.xlsx", "raci 2024-02.xlsx"], ["raci 2024 01", "raci 2024 02"]),
    ],
)
def test_file_names_lose_what_they_share(paths: list[str], names: list[str]) -> None:
    assert list(leader_names([(path, "") for path in paths])[0]) == names


def test_copies_of_one_leader_are_called_by_their_files() -> None:
    names, notes = leader_names([("v1.xlsx", "Anna"), ("v2.xlsx", "anna "), ("v3.xlsx", "Ben")])
    assert names == ("v1", "v2", "Ben")
    (note,) = notes
    assert note.startswith("2 copies say 'anna' filled them in")


def test_names_that_are_given_win() -> None:
    one, two = write("copies/a.csv", "Anna"), write("copies/b.csv", "Anna")
    loaded = load_copies(["copies"], names=[f"VP Sales = {one}".replace(" = ", "="), f"CS=./{two}"])
    assert leaders(loaded) == ["VP Sales", "CS"]
    assert loaded.notes == ()
    assert "none of the copies. Did you mean" in refused("copies", names=("X=copies/aa.csv",))
    assert "--as takes a name and a file" in refused("copies", names=("copies/a.csv",))
    assert "two copies the name" in refused("copies", names=(f"X={one}", f"X={two}"))


def test_a_folder_yields_its_matrices_and_leaves_the_rest_out() -> None:
    write("copies/a.csv"), write("copies/sub/b.csv")
    Path("copies/notes.md").write_text("# Nothing\n", encoding="utf-8")
    loaded = load_copies(["copies"])
    assert len(loaded.copies) == 2
    assert loaded.notes == (f"Left out, since they are no filled-in copies: {Path('copies', 'notes.md')}.",)
    assert loaded.inputs == {str(Path("copies", "a.csv")), str(Path("copies", "sub", "b.csv"))}


def test_a_file_named_beside_its_folder_is_one_copy() -> None:
    write("copies/a.csv"), write("copies/b.csv")
    assert len(load_copies(["copies", "copies/a.csv"]).copies) == 2


def test_the_same_file_twice_is_refused() -> None:
    one = write("a.csv")
    Path("link.csv").symlink_to(one)
    Path("hard.csv").hardlink_to(one)
    assert refused(one, one) == "a.csv is given twice: name each copy once."
    assert refused(one, "./a.csv") == "./a.csv is given twice: name each copy once."
    for other in ("link.csv", "hard.csv"):
        assert refused(one, other) == f"a.csv and {other} are the same file: name each copy once."
    assert "are the same file" in refused(one, write("b.csv"), base="link.csv")


def test_equal_bytes_under_two_names_are_worth_a_note() -> None:
    shutil.copy(write("a.csv"), "b.csv")
    (note,) = load_copies(["a.csv", "b.csv"]).notes
    assert note.startswith("a.csv and b.csv hold exactly the same bytes")


def test_one_copy_is_no_comparison() -> None:
    with pytest.raises(UsageError, match=r"^a\.csv is the only copy here"):
        load_copies([write("a.csv")])
    assert len(load_copies(["a.csv"], least=1).copies) == 1
    Path("empty").mkdir()
    with pytest.raises(NoMatrixError, match="name the copies"):
        load_copies(["empty"])


def test_all_that_cannot_be_used_is_listed_and_nothing_is_done() -> None:
    write("copies/good.csv")
    Path("copies/broken.xlsx").write_bytes(b"PK\x03\x04")
    assert "broken.xlsx" in refused("copies")
    with pytest.raises(UnreadableFileError) as caught:
        load_copies(["copies", "gone.csv"])
    first, *failures = str(caught.value).split("\n- ")
    assert first == "2 of 3 files cannot be used, so nothing was done:"
    assert len(failures) == 2


def test_a_base_is_read_too_and_is_no_copy() -> None:
    write("copies/a.csv"), write("copies/b.csv"), write("copies/base.csv")
    loaded = load_copies(["copies"], base="copies/base.csv")
    assert leaders(loaded) == ["a", "b"]
    assert loaded.base is not None
    assert loaded.base.source.path == "copies/base.csv"
    assert "copies/base.csv" in loaded.inputs


def test_a_base_is_one_file() -> None:
    """Of a folder nobody knows which file is meant, and one without a matrix would leave a copy to be the base."""
    write("copies/a.csv")
    write("copies/b.csv")
    Path("old").mkdir()
    Path("old/README.md").write_text("Nothing here.", encoding="utf-8")
    for folder in ("copies", "old"):
        assert f"{folder} is a folder, and a base is one file" in refused("copies", base=folder)


def test_several_matrices_in_a_file_need_a_sheet() -> None:
    table = "| Activity | Sales | Trainer |\n|---|---|---|\n| {} | A | R |\n| Training | R | A |\n"
    for path in ("a.md", "b.md"):
        text = "\n# Next\n\n".join(table.format(name) for name in ("Kickoff", "Offer"))
        text = text.replace("Trainer", "Lawyer", 1) if path == "a.md" else text.replace("Trainer", "Buyer", 1)
        Path(path).write_text(text, encoding="utf-8")
    assert "choose one with --sheet" in refused("a.md", "b.md")
    wishes = Wishes(Choices(overrides=Overrides(sheet="table 2")))
    assert len(load_copies(["a.md", "b.md"], wishes).copies) == 2


def test_the_settings_are_those_of_the_folder_in_common() -> None:
    write("copies/a/x.csv"), write("copies/b/y.csv")
    Path("copies/raci.yaml").write_text("aliases: {roles: {AE: Sales}}\n", encoding="utf-8")
    Path("copies/a/raci.yaml").write_text("aliases: {roles: {CSM: Trainer}}\n", encoding="utf-8")
    assert load_copies(["copies"]).config.role_aliases == {"AE": "Sales"}
    assert load_copies(["copies"], Wishes(isolated=True)).config.role_aliases == {}
