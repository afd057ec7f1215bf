"""Copies that two processes read together: the same outcome, whatever becomes of the other."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from raci_cli.errors import RaciError
from raci_cli.files.copies import load_copies
from raci_cli.files.plan import Wishes, plan
from raci_cli.files.read import load
from raci_cli.files.together import load_each
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import Matrix

EXAMPLES = Path(__file__).parent.parent / "examples" / "five-leaders"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not forked")


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever their size, and also on one core."""
    monkeypatch.setattr("raci_cli.files.together._WORTH_IT", 0)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})


def outcomes(paths: Sequence[str]) -> list[tuple[Matrix, ...] | str]:
    """The matrices of each file, or what is wrong with it."""
    return [
        str(each) if isinstance(each, RaciError) else each for each in load_each(plan(paths, Wishes(isolated=True)))
    ]


def test_what_was_load_each_is_what_is_opened_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bad.xlsx").write_bytes(b"PK\3\4 no workbook")
    copies = [str(EXAMPLES / "copies"), str(tmp_path / "bad.xlsx"), str(EXAMPLES.parent / "small.xlsx")]
    together = outcomes(copies)
    monkeypatch.setattr("raci_cli.files.together._WORTH_IT", 10**9)
    assert together == outcomes(copies)
    assert sum(isinstance(each, str) for each in together) == 1


def only_in_the_other_process(happens: Callable[[], object]) -> Callable[..., tuple[Matrix, ...]]:
    here = os.getpid()

    def load_or_not(path: str, overrides: Overrides, *, stdin_name: str) -> tuple[Matrix, ...]:
        if os.getpid() != here and not path.endswith("b.csv"):
            happens()
        return load(path, overrides, stdin_name=stdin_name)

    return load_or_not


def broken() -> None:
    raise ZeroDivisionError("oh")


@pytest.mark.parametrize("happens", [lambda: os._exit(1), broken])
def test_what_the_other_process_leaves_undone_is_done_here(
    happens: Callable[[], object],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    for name in "abcdef":
        (tmp_path / f"{name}.csv").write_text(
            f"Activity,Sales,Trainer\nKickoff,A,R\nTraining {name},R,A\n", encoding="utf-8"
        )
    monkeypatch.setattr("raci_cli.files.together.load", only_in_the_other_process(happens))
    assert [copy.leader for copy in load_copies([str(tmp_path)]).copies] == list("abcdef")
    assert capfd.readouterr().err == ""


def test_without_another_process_everything_is_done_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fork() -> int:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr("os.fork", fork)
    for name in "ab":
        (tmp_path / f"{name}.csv").write_text("Activity,Sales,Trainer\nKickoff,A,R\nTraining,R,A\n", encoding="utf-8")
    assert len(load_copies([str(tmp_path)]).copies) == 2
    with pytest.raises(RaciError, match="no such file"):
        load_copies([str(tmp_path / "a.csv"), str(tmp_path / "c.csv")])
