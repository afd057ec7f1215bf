"""An empty folder, a quiet environment, and raci in this process."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from shell import Outcome, Run

from raci_cli.__main__ import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, and an environment that asks for nothing."""
    for name in os.environ:
        if name.startswith(("RACI_", "GITHUB_")) or name in ("CI", "FORCE_COLOR", "COLUMNS"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def raci(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs raci in this process."""

    def run(*arguments: str) -> Outcome:
        code = main(arguments)
        return Outcome(code, *capsys.readouterr())

    return run
