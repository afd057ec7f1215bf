"""The values everything else is made of; imports the standard library only."""

from raci_cli.model.finding import Check, Failure, Finding, Problem, Report, Severity
from raci_cli.model.grid import Grid, Span
from raci_cli.model.location import Location, Placed, column_name
from raci_cli.model.matrix import (
    LAYER,
    NOTHING,
    Activity,
    Assignment,
    Matrix,
    Phase,
    Role,
    Scheme,
    Section,
    assignment_of,
)
from raci_cli.model.source import Excuse, Outside, Remark, RemarkKind, Source, Stated, Unnamed

__all__ = [
    "LAYER",
    "NOTHING",
    "Activity",
    "Assignment",
    "Check",
    "Excuse",
    "Failure",
    "Finding",
    "Grid",
    "Location",
    "Matrix",
    "Outside",
    "Phase",
    "Placed",
    "Problem",
    "Remark",
    "RemarkKind",
    "Report",
    "Role",
    "Scheme",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Stated",
    "Unnamed",
    "assignment_of",
    "column_name",
]
