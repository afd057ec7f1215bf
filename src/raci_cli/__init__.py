"""raci: read, check and keep RACI responsibility matrices in spreadsheet files.

>>> import raci_cli as raci
>>> matrix = raci.load("plan.xlsx")
>>> report = raci.validate(matrix)
>>> for finding in report.findings:
...     print(finding.location, finding.code, finding.message)

Everything is imported when it is first used, so that the command line starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from raci_cli.api import agenda, compare_copies, load, load_all, load_decisions, merge, save, template, validate
    from raci_cli.compare.joining import Aliases
    from raci_cli.errors import (
        ComparisonError,
        ConfigError,
        NoMatrixError,
        OutputError,
        RaciError,
        UnreadableFileError,
        UsageError,
    )
    from raci_cli.model import (
        NOTHING,
        Activity,
        Assignment,
        Check,
        Failure,
        Finding,
        Location,
        Matrix,
        Phase,
        Report,
        Role,
        Scheme,
        Section,
        Severity,
    )
    from raci_cli.model.agenda import Agenda
    from raci_cli.model.comparison import Comparison
    from raci_cli.model.decision import Decision, MergeResult
    from raci_cli.segments import Template

__version__ = "0.1.0"

_HOMES = {
    "raci_cli.api": (
        "agenda",
        "compare_copies",
        "load",
        "load_all",
        "load_decisions",
        "merge",
        "save",
        "template",
        "validate",
    ),
    "raci_cli.compare.joining": ("Aliases",),
    "raci_cli.errors": (
        "ComparisonError",
        "ConfigError",
        "NoMatrixError",
        "OutputError",
        "RaciError",
        "UnreadableFileError",
        "UsageError",
    ),
    "raci_cli.model": (
        "NOTHING",
        "Activity",
        "Assignment",
        "Check",
        "Failure",
        "Finding",
        "Location",
        "Matrix",
        "Phase",
        "Report",
        "Role",
        "Scheme",
        "Section",
        "Severity",
    ),
    "raci_cli.model.agenda": ("Agenda",),
    "raci_cli.model.comparison": ("Comparison",),
    "raci_cli.model.decision": ("Decision", "MergeResult"),
    "raci_cli.segments": ("Template",),
}
"""Where each public name lives. The block above says the same to type checkers and editors (a test compares them)."""

__all__ = [
    "NOTHING",
    "Activity",
    "Agenda",
    "Aliases",
    "Assignment",
    "Check",
    "Comparison",
    "ComparisonError",
    "ConfigError",
    "Decision",
    "Failure",
    "Finding",
    "Location",
    "Matrix",
    "MergeResult",
    "NoMatrixError",
    "OutputError",
    "Phase",
    "RaciError",
    "Report",
    "Role",
    "Scheme",
    "Section",
    "Severity",
    "Template",
    "UnreadableFileError",
    "UsageError",
    "__version__",
    "agenda",
    "compare_copies",
    "load",
    "load_all",
    "load_decisions",
    "merge",
    "save",
    "template",
    "validate",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module  # noqa: PLC0415 - most calls come from the command line, which imports itself

    for module, names in _HOMES.items():
        if name in names:
            value = globals()[name] = getattr(import_module(module), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
