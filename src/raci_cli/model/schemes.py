"""The letter schemes raci knows by name. They are data: rules ask a scheme which letter plays which part."""

from __future__ import annotations

from raci_cli.model.matrix import Scheme

_R, _A, _C, _I = ("R", "Responsible"), ("A", "Accountable"), ("C", "Consulted"), ("I", "Informed")
_NOBODY_ACCOUNTABLE = "This scheme has no letter for Accountable, so the rules about it do not apply."

RACI = Scheme("raci", (_R, _A, _C, _I), responsible="R", accountable="A", consulted="C", informed="I")

SCHEMES: dict[str, Scheme] = {
    scheme.name: scheme
    for scheme in (
        RACI,
        Scheme("rasci", (_R, _A, ("S", "Supportive"), _C, _I), "R", "A", "C", "I"),
        Scheme("racio", (_R, _A, _C, _I, ("O", "Omitted")), "R", "A", "C", "I"),
        Scheme("darsci", (("D", "Driver"), _A, _R, ("S", "Support"), _C, _I), "R", "A", "C", "I"),
        Scheme("daci", (("D", "Driver"), ("A", "Approver"), ("C", "Contributor"), _I), "D", "A", "C", "I"),
        Scheme("raci-vs", (_R, _A, _C, _I, ("V", "Verifier"), ("S", "Signatory")), "R", "A", "C", "I"),
        Scheme("rs", (_R, ("S", "Supportive")), "R", note=_NOBODY_ACCOUNTABLE),
        Scheme("ps", (("P", "Primary"), ("S", "Support")), "P", note=_NOBODY_ACCOUNTABLE),
    )
}
"""By name, in the order in which they are tried on a sheet without a legend."""
