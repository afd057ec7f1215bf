"""Finding, reading, checking and saving files."""

from __future__ import annotations

import errno
import multiprocessing
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from raci_cli.errors import NoMatrixError, OutputError, RaciError, UnreadableFileError, UsageError
from raci_cli.files.check import check_all
from raci_cli.files.find import Target, find
from raci_cli.files.plan import Wishes, plan
from raci_cli.files.read import load, only
from raci_cli.files.save import save_text
from raci_cli.files.task import Task
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import Report
from raci_cli.rules.settings import Settings

MATRIX = "Activity,Sales,Trainer,Customer\nKickoff meeting,A,R,C\nTraining,,R,C\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str = MATRIX) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return path


def found(*paths: str) -> list[str]:
    return [target.path.replace(os.sep, "/") for target in find(paths)]


def test_a_walk_finds_what_may_hold_a_matrix_in_order() -> None:
    for path in ("b.csv", "a.xlsx", "a/z.yaml", "a/b/c.md", "Z.CSV", "notes.txt", "raci.yaml", "~$a.xlsx", ".h.csv"):
        write(path)
    for path in (".git/x.csv", "node_modules/x.csv", "venv/x.csv", "a/__pycache__/x.csv", ".venv/x.json"):
        write(path)
    assert found(".") == ["Z.CSV", "a.xlsx", "b.csv", "a/z.yaml", "a/b/c.md"]
    assert found("a") == ["a/z.yaml", "a/b/c.md"]


def test_each_file_is_read_once_and_by_hand_counts_more() -> None:
    write("a/x.csv")
    write("a/y.csv")
    assert find(["a", "a/y.csv", "./a/y.csv"]) == (Target(str(Path("a/x.csv")), by_hand=False), Target("./a/y.csv"))
    assert find(["a/y.csv", "a"])[0] == Target("a/y.csv")


def test_links_in_circles_end() -> None:
    write("a/x.csv")
    Path("a/again").symlink_to(Path("a").absolute())
    Path("a/nowhere.csv").symlink_to("gone.csv")
    Path("linked").symlink_to("a")
    assert found("a") == ["a/x.csv"]
    assert found("linked") == ["linked/x.csv"]


def test_what_is_no_file_is_not_read_in_a_walk() -> None:
    write("a/x.csv")
    os.mkfifo("a/pipe.csv")
    Path("a/folder.csv").mkdir()
    assert found("a") == ["a/x.csv"]


def test_a_file_is_read() -> None:
    (matrix,) = load(write("plan.csv"))
    assert [role.name for role in matrix.roles] == ["Sales", "Trainer", "Customer"]
    assert matrix.source.path == "plan.csv"
    assert only((matrix,), "plan.csv") is matrix


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("paln.csv", "Did you mean 'plan.csv'?"),
        ("nowhere/plan.csv", "There is no folder nowhere either."),
        ("folder", "is a folder"),
        ("plan.csv/more", "cannot be read"),
        ("a\0b", "cannot be read"),
        ("/dev/zero", "is a device"),
        ("x" * 300, "cannot be read"),
    ],
    ids=lambda each: each[:12],
)
def test_what_the_file_system_says_is_a_sentence(path: str, words: str) -> None:
    write("plan.csv")
    Path("folder").mkdir()
    with pytest.raises(UnreadableFileError) as caught:
        load(path)
    assert words in str(caught.value)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_a_sentence() -> None:
    Path(write("plan.csv")).chmod(0)
    with pytest.raises(UnreadableFileError, match="may not read"):
        load("plan.csv")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may enter everything")
def test_a_folder_one_may_not_enter_is_not_passed_over() -> None:
    write("plans/plan.csv")
    write("plans/closed/plan.csv")
    Path("plans/closed").chmod(0)
    assert found("plans") == ["plans/plan.csv", "plans/closed"]
    with pytest.raises(UnreadableFileError, match="may not read"):
        load("plans/closed")
    Path("plans/closed").chmod(0o755)


def test_our_own_form_has_no_sheets() -> None:
    write("plan.json", '{"schema_version": 1, "roles": [{"name": "A"}], "phases": []}')
    assert len(load("plan.json")) == 1
    with pytest.raises(UsageError, match="--sheet"):
        load("plan.json", Overrides(sheet="RACI"))


def test_nothing_or_too_much_is_not_one_matrix() -> None:
    (matrix,) = load(write("plan.csv"))
    with pytest.raises(UsageError, match="on one sheet"):
        only((matrix, matrix), "plan.csv")
    with pytest.raises(NoMatrixError):
        only((), "plan.csv")


def test_a_sheet_that_speaks_in_colours_is_refused_with_that_sentence() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Activity", "Sales", "Trainer", "Customer"])
    for row in range(2, 8):
        sheet.cell(row, 1, f"Step {row}")
        for column in range(2, 5):
            colour = ("FF0000", "00AA00", "0000FF")[(row + column) % 3]
            sheet.cell(row, column).fill = PatternFill("solid", fgColor=colour)
    book.save("colours.xlsx")
    with pytest.raises(NoMatrixError) as caught:
        load("colours.xlsx")
    assert str(caught.value) == (
        "colours.xlsx holds no responsibility matrix that raci can read: on sheet 'Sheet', 18 empty cells are filled "
        "with 3 colours. If they say who does what, write letters into the cells: colours alone are not read."
    )
    sheet["G20"] = "R"
    book.save("both.xlsx")
    with pytest.raises(NoMatrixError, match=r"1 cell holds a letter, .*--layout.* On sheet 'Sheet', 18 empty cells"):
        load("both.xlsx")


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm"])
def test_formulas_without_results_matter_only_inside_the_matrix(suffix: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        "Activity Sales Trainer Customer Total",
        "Kickoff A R C =COUNTA(B2:D2)",
        "Train A R I =COUNTA(B3:D3)",
    ):
        sheet.append(row.split())
    book.save(f"outside{suffix}")
    sheet["C3"] = '=IF(TRUE,"R","")'
    book.save(f"inside{suffix}")
    (matrix,) = load(f"outside{suffix}")
    assert [role.name for role in matrix.roles] == ["Sales", "Trainer", "Customer"]
    with pytest.raises(RaciError, match=rf"^inside{suffix}:Sheet!C3 holds a formula .* save it once"):
        load(f"inside{suffix}")


def test_a_walk_passes_over_what_only_has_the_name_of_a_text() -> None:
    write("a/plan.csv")
    write("a/empty.md", "")
    Path("a/noise.csv").write_bytes(bytes(range(256)) * 20)
    Path("a/picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    write("a/data.csv", "1,2\n" * 600_000)
    report = check_all(tasks("a"))
    assert outline(report) == (["plan.csv"], [], ["data.csv", "empty.md", "noise.csv", "picture.csv"])


def test_an_empty_name_is_a_sentence() -> None:
    assert [failure.message for failure in check_all(tasks("")).failures] == [
        "An empty name is no file: name a file or a folder."
    ]


def tasks(*paths: str) -> list[Task]:
    return plan(paths, Wishes(isolated=True))


def outline(report: Report) -> tuple[list[str], list[str], list[str]]:
    return (
        [Path(check.location.path).name for check in report.checks],
        [Path(failure.path).name for failure in report.failures],
        [Path(path).name for path in report.skipped],
    )


def test_in_a_walk_what_holds_no_matrix_is_skipped_and_what_is_damaged_fails() -> None:
    write("a/x.csv")
    write("a/README.md", "# Nothing\n")
    Path("a/bad.xlsx").write_bytes(b"PK\x03\x04")
    assert outline(check_all(tasks("a"))) == (["x.csv"], ["bad.xlsx"], ["README.md"])
    assert outline(check_all(tasks("a/README.md"))) == ([], ["README.md"], [])


def test_the_report_is_the_same_for_any_number_of_jobs() -> None:
    for number in range(23):
        write(f"a/{number:02}.csv", MATRIX if number % 5 else "no,matrix\n")
    Path("a/07b.xlsx").write_bytes(b"PK\x03\x04")
    reports = [check_all(tasks("a"), jobs) for jobs in (1, 2, 3, 40)]
    assert len(reports[0].checks) == 18
    assert all(report == reports[0] for report in reports)


def test_progress_counts_every_file() -> None:
    for number in range(20):
        write(f"a/{number}.csv")
    for jobs in (1, 2):
        done: list[int] = []
        check_all(tasks("a"), jobs, done.append)
        assert sum(done) == 20


@pytest.mark.skipif(sys.platform != "linux", reason="only a forked process sees what the test replaces")
def test_a_process_that_dies_costs_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        write(f"a/{number:02}.csv")
    monkeypatch.setattr("raci_cli.files.check.load", deadly(load, "07.csv", "13.csv"))
    report = check_all(tasks("a"), 2)
    assert [Path(failure.path).name for failure in report.failures] == ["07.csv", "13.csv"]
    assert len(report.checks) == 18


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not forked")
def test_processes_that_do_not_start_are_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    forks = iter([os.fork])

    def fork() -> int:
        for real in forks:
            return real()
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    for number in range(20):
        write(f"a/{number:02}.csv")
    monkeypatch.setattr("os.fork", fork)
    with pytest.raises(UsageError, match="Ask for fewer with --jobs"):
        check_all(tasks("a"), 2)
    for child in multiprocessing.active_children():
        child.join(10)
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_cannot_be_handed_over_ends_in_an_error_or_a_report(jobs: int) -> None:
    write("plan.csv")
    odd = Task(Target("plan.csv"), Settings(), known={"": MappingProxyType({})})
    if jobs == 1:
        assert len(check_all([odd] * 4, jobs).checks) == 4
    else:
        with pytest.raises(TypeError, match="pickle"):
            check_all([odd] * 4, jobs)


def deadly(read: Callable[..., object], *names: str) -> Callable[..., object]:
    """Reading these files ends the process, as an abort in a library does."""

    def load_or_die(path: str, *arguments: object, **named: object) -> object:
        if Path(path).name in names:
            os._exit(1)
        return read(path, *arguments, **named)

    return load_or_die


def test_a_bug_met_in_one_file_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str, *arguments: object, **named: object) -> object:
        if path.endswith("b.csv"):
            raise ZeroDivisionError("oh")
        return load(path, *arguments, **named)  # type: ignore[arg-type]  # handed through

    for name in "abc":
        write(f"a/{name}.csv")
    monkeypatch.setattr("raci_cli.files.check.load", broken)
    report = check_all(tasks("a"))
    assert len(report.checks) == 2
    assert "bug" in report.failures[0].message
    monkeypatch.setenv("RACI_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        check_all(tasks("a"))


def test_a_task_is_checked_with_its_settings() -> None:
    write("plan.csv")
    task = Task(Target("plan.csv"), Settings(select=("RACI101",)))
    assert [each.activity for each in check_all([task]).findings] == ["Training"]
    known = Task(Target("plan.csv"), Settings(select=("RACI101",)), known={"": {"RACI101||Training|": 1}})
    assert check_all([known]).findings == ()


def test_saving_is_whole_and_keeps_what_belongs_to_the_file(folder: Path) -> None:
    save_text("new.yaml", "größer\r\n")
    assert Path("new.yaml").read_bytes() == "größer\r\n".encode()
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(Path("new.yaml").stat().st_mode) == 0o666 & ~umask
    Path("new.yaml").chmod(0o604)
    Path("link.yaml").symlink_to("new.yaml")
    save_text("link.yaml", "newer", force=True)
    assert Path("link.yaml").is_symlink()
    assert Path("new.yaml").read_text(encoding="utf-8") == "newer"
    assert stat.S_IMODE(Path("new.yaml").stat().st_mode) == 0o604
    assert sorted(path.name for path in folder.iterdir()) == ["link.yaml", "new.yaml"]


def test_a_lone_surrogate_does_not_stop_saving() -> None:
    save_text("odd.txt", "a\ud800b")
    assert Path("odd.txt").read_text(encoding="utf-8") == "a?b"


@pytest.mark.parametrize(
    ("path", "force", "words"),
    [
        ("old.yaml", False, "--force"),
        ("folder", True, "is a folder"),
        ("no/such/x.yaml", True, "there is no folder"),
        ("old.yaml/x.yaml", True, "there is no folder"),
        ("/dev/null", True, "`-o -`"),
        ("x" * 300 + ".yaml", True, "could not be written"),
    ],
    ids=lambda each: str(each)[:12],
)
def test_what_cannot_be_saved_harms_nothing(folder: Path, path: str, force: bool, words: str) -> None:
    write("old.yaml", "precious")
    Path("folder").mkdir()
    with pytest.raises(OutputError) as caught:
        save_text(path, "text", force=force)
    assert words in str(caught.value)
    assert Path("old.yaml").read_text(encoding="utf-8") == "precious"
    assert sorted(each.name for each in folder.iterdir()) == ["folder", "old.yaml"]


def test_many_matrices_in_one_file_are_told_in_a_short_sentence() -> None:
    """On one sheet `--sheet` cannot choose, and a list of a hundred sheets helps nobody."""
    first = "Activity,Lead,Desk\nKickoff,A,R\nImport,R,A\nReview,A,C\n"
    second = "Activity,Pilot,Clerk\nFlight,A,R\nLanding,R,A\nReport,A,C\n"
    Path("both.csv").write_text(f"{first}\n\n{second}", encoding="utf-8")
    with pytest.raises(UsageError, match="holds 2 matrices on one sheet: give each of them a sheet or file"):
        only(load("both.csv"), "both.csv")
    book = openpyxl.Workbook()
    for number in range(20):
        sheet = book.create_sheet(f"Team {number}")
        for line in first.splitlines():
            sheet.append(line.split(","))
    book.save("many.xlsx")
    with pytest.raises(UsageError, match=r"holds 20 matrices, on 'Team 0'.* and 12 more: choose one with --sheet"):
        only(load("many.xlsx"), "many.xlsx")
