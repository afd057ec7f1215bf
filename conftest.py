"""Options of the test run. Here and not in tests/, where mypy would meet two modules of this name."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` accepts what reports print now as right; `git diff` shows what that changes."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/reports/golden with today's output")
