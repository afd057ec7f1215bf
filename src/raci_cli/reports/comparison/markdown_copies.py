"""Roles, copies and names of a comparison as Markdown: whose it is, who lacks what, who stands where."""

from __future__ import annotations

from raci_cli.compare import changes
from raci_cli.model.comparison import Comparison, Doubtful
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.moved import moved
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.text_claims import TITLES
from raci_cli.reports.markdown import section


def claims(result: Result) -> str:
    """Where leaders' words about the roles of their own people and the others' do not fit."""
    names = result.comparison
    rows = (
        (names.rows[claim.row].activity.label, TITLES[claim.kind], words.leader_names(names, claim.copies))
        for kind in TITLES
        for claim in result.claims
        if claim.kind is kind
    )
    return section("Whose it is", ("Activity", "Is", "Leaders"), rows)


def only_some(comparison: Comparison) -> str:
    """Roles and activities that some copies lack."""
    kinds = (("role", comparison.roles), ("activity", [row.activity for row in comparison.rows]))
    rows = (
        (item.label, kind, words.leader_names(comparison, item.missing))
        for kind, items in kinds
        for item in items
        if item.missing
    )
    return section("Only in some copies", ("Name", "Kind", "Not in"), rows)


def elsewhere(comparison: Comparison) -> str:
    """Activities that copies have in different phases."""
    return section("In different phases", ("Activity", "Phases"), moved(comparison))


def joined(result: Result) -> str:
    """Names that differ and were taken to mean the same."""
    comparison = result.comparison
    rows = (
        (kind, "; ".join(f"{name} ({words.leader_names(comparison, copies)})" for name, copies in names.items()))
        for kind, _, names in words.joined(comparison, everything=result.everything)
    )
    return section("Taken to mean the same", ("Kind", "Names"), rows)


def copies(comparison: Comparison) -> str:
    """How complete each copy is, how far from the others, and what it changed from the base."""
    head = ("Copy", "Filled in", "Share", "Differs from the others")
    rows = [
        (leader, f"{each.filled_in} of {len(comparison.rows)}", words.percent(each.completeness), words.apart(each))
        for leader, each in zip(comparison.leaders, comparison.standings, strict=True)
    ]
    found = section("Copies", head, rows, numbers=3)
    if not comparison.base:
        return found
    since = ((leader, words.changed(changes(comparison, copy))) for copy, leader in enumerate(comparison.leaders))
    return f"{found}\n\n{section('Changed from the base', ('Copy', 'What'), since)}"


def contested(comparison: Comparison) -> str:
    """The roles about which copies disagree most often."""
    found = [(comparison.roles[each.role].label, words.contested_as(comparison, each)) for each in comparison.contested]
    if not found:
        return ""
    head = ("Role", *(f"As {part}" for part, _ in found[0][1]))
    rows = ((name, *(str(count) for _, count in counts)) for name, counts in found)
    return section("Contested roles", head, rows, numbers=len(head) - 1)


def doubtful(comparison: Comparison) -> str:
    """Names that may mean the same, and the line for raci.yaml that says so."""
    rows = (
        (each.name, each.other, f"{each.score:.0f} %", each.reason, _pin(each)) for each in words.doubts(comparison)
    )
    return section("Perhaps the same", ("Name", "Other name", "Alike", "Why not joined", "To join, in raci.yaml"), rows)


def _pin(each: Doubtful) -> str:
    """In one line, which YAML takes as well."""
    return f"aliases: {{{each.kind}: {{{each.alias}}}}}"
