"""Options of the test run. Here and not in tests/, where mypy would meet two modules of this name."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("work", deadline=None)  # a busy machine is no failure
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "work")  # at work, every run meets new examples


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` accepts what reports print now as right; `git diff` shows what that changes."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/reports/golden with today's output")
