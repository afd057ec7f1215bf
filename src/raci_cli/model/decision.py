"""What merging does with each activity: what was settled and how, what people decided, what is still open.

Rows, roles and copies are known by their positions in the Comparison that was merged. A `Decision` alone knows its
activity and its roles by name, because it is kept in a file and outlives the comparison.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from raci_cli.model.comparison import Comparison, Letters
from raci_cli.model.location import Location
from raci_cli.model.matrix import Matrix

NamedLetters = tuple[tuple[str, str], ...]
"""(role as the file calls it, its letters as they are written there); roles without letters are left out."""


class Strategy(StrEnum):
    """What happens to an activity on which the votes do not agree."""

    AGREE = "agree"
    """It stays open."""
    PLURALITY = "plurality"
    """The answer with most votes counts; where two have as many, it stays open."""
    PREFER = "prefer"
    """One leader's answer counts, where that leader has one."""
    BASE = "base"
    """The base's answer stays, where the base has one."""


class Policy(NamedTuple):
    """When an activity is settled without people deciding about it."""

    threshold: int = 75
    """Percent of the votes that must name the same owner; from 51 to 100."""
    strict: bool = False
    """Whether C and I must reach the threshold, too, and are not settled by halves."""
    strategy: Strategy = Strategy.AGREE
    preferred: str = ""
    """The leader whose answers count with PREFER."""


class RecordedVote(NamedTuple):
    """What one leader said when a decision was taken."""

    leader: str
    letters: NamedLetters


class Decision(NamedTuple):
    """What people decided about one activity; read from a file and written to one."""

    activity: str
    phase: str = ""
    section: str = ""
    letters: NamedLetters = ()
    """The whole row as it shall be. Empty: nothing has been decided yet."""
    decided_by: str = ""
    when: str = ""
    why: str = ""
    votes: tuple[RecordedVote, ...] = ()
    """For people who read it later; what counts is the fingerprint."""
    fingerprint: str = ""
    """Of the votes at the time (`compare.fingerprint`); where it differs now, the decision is stale. Empty: never."""
    location: Location = Location("")
    """Where it stands."""
    matrix: str = ""
    """The title of the matrix it was taken for, where the file tells."""
    places: tuple[Location, ...] = ()
    """Where each of the letters stands, if they stand apart."""


class Option(NamedTuple):
    """One answer to who is Accountable and who Responsible, with the copies that give it."""

    accountable: tuple[int, ...]
    """Roles, ascending; empty for nobody."""
    responsible: tuple[int, ...]
    copies: tuple[int, ...]
    """Ascending."""
    letters: Letters
    """The whole row if this is chosen: with the other letters (C, I) as these copies together settle them."""
    breaks: tuple[str, ...] = ()
    """What speaks against it: `RACI103 Nobody is Responsible (R) for 'Kickoff'.` Empty when it passes the rules."""


class How(StrEnum):
    """How an activity was settled."""

    AGREED = "agreed"
    """All votes say the same."""
    MINOR = "minor"
    """All votes name the same owners; C and I were settled by halves."""
    THRESHOLD = "threshold"
    """Enough votes name the same owners."""
    LONE = "lone"
    """Only one copy has filled it in."""
    CHANGED = "changed"
    """Those who changed the base agree; the others left it as it was."""
    UNCHANGED = "unchanged"
    """Nobody has filled it in; the base's letters stay."""
    PLURALITY = "plurality"
    """More votes than for any other answer (strategy)."""
    PREFERRED = "preferred"
    """The preferred leader's answer (strategy)."""
    BASE = "base"
    """The base's answer (strategy)."""
    DECIDED = "decided"
    """People decided."""
    EMPTY = "empty"
    """Nobody has filled it in, and the rules let it be."""
    OPEN = "open"
    """It is a conflict."""


class Minor(NamedTuple):
    """One role whose C or I (or other letters beside R and A) the votes do not agree about, and what was settled."""

    role: int
    letters: str
    """Settled, in the scheme's order; empty for none."""
    votes: tuple[tuple[str, tuple[int, ...]], ...]
    """(letters, the copies that give them), most copies first; empty letters for none."""


class Outcome(NamedTuple):
    """What merging did with one row."""

    row: int
    how: How
    letters: Letters
    """What the merged matrix shows; of a conflict the agreed part."""
    minor: tuple[Minor, ...] = ()
    """What was settled about C and I; empty for conflicts and decisions."""
    decision: Decision | None = None
    """The one that counted; only with DECIDED."""


class Reason(StrEnum):
    """Why an activity is open, the weightiest first."""

    ACCOUNTABLE = "accountable"
    """The votes name different roles as Accountable."""
    RESPONSIBLE = "responsible"
    """The votes name different roles as Responsible."""
    MINOR = "minor"
    """The votes differ on other letters, and the policy is strict."""
    RULES = "rules"
    """What the votes (or a decision) say breaks a rule."""
    EMPTY = "empty"
    """Nobody has filled it in."""


class Conflict(NamedTuple):
    """An activity that nobody may settle for the leaders."""

    row: int
    reason: Reason
    explanation: str
    """Sentences."""
    options: tuple[Option, ...]
    """The one that most copies hold first."""
    fingerprint: str
    """Of the votes, for the decision."""

    @property
    def question(self) -> str:
        """The explanation, where the options stand beside it: what they break is not said twice."""
        told = " ".join(fault for option in self.options for fault in option.breaks)
        return "What the copies say breaks a rule." if self.explanation in told else self.explanation


class Refusal(StrEnum):
    """Why a decision did not count."""

    STALE = "stale"
    """The votes have changed since."""
    UNKNOWN = "unknown"
    """Its activity or a role in it is in none of the copies."""
    LETTERS = "unknown letters"
    """It gives letters that the scheme does not have."""
    CONTRADICTED = "contradicted"
    """Another decision about the same activity says something else."""
    BREAKS_RULES = "breaks rules"


class Refused(NamedTuple):
    """A decision that did not count."""

    decision: Decision
    refusal: Refusal
    explanation: str
    """A sentence."""


class MergeResult(NamedTuple):
    """One matrix made of several copies, and how."""

    comparison: Comparison
    policy: Policy
    matrix: Matrix
    """Every row that any copy has; open ones with the part that is agreed."""
    outcomes: tuple[Outcome, ...]
    """By row of the comparison, which is also the order of the matrix's activities."""
    conflicts: tuple[Conflict, ...]
    """What is open, in the order a workshop should take it."""
    refused: tuple[Refused, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether nothing is open and every decision counted."""
        return not self.conflicts and not self.refused
