"""The words by which a sheet of ours is known again: what the writer puts into cells and the reader looks for."""

from __future__ import annotations

BESIDE_MARK = "raci: "
"""How cell A1 begins on every sheet of ours that is not a matrix; one of KINDS follows."""
MATRIX_MARK = "raci matrix"
"""Cell A1 of a matrix."""
LEGEND = "legend"
SUMMARY = "summary"

PHASE, SECTION, ACTIVITY, CHECK = "Phase", "Section", "Activity", "Check"
"""The headings, in this order; roles stand between the activities and the check."""
CAPTIONS = {
    "segment": "Segment",
    "strategy": "Strategy",
    "leader": "Filled in by",
    "date": "Date",
    "version": "Version",
}
"""Fields of a matrix, each with the caption that stands over its value."""
TEXT_DETAILS = {
    "id": "ID",
    "due": "Due",
    "moment_of_truth": "Moment of truth",
    "system": "System",
    "description": "Description",
}
"""Fields of an activity, with the headings of their columns to the right of the check."""
FLAG_DETAILS = {"four_eyes": "Four eyes", "automated": "Automated"}
"""The same for fields that are `YES` or blank."""
PLACE_DETAILS = {"phase": "In phase", "section": "In section"}
"""The same for what the bands say; it counts where sorting has taken an activity away from its bands."""
YES = "yes"

END = "Insert new rows above this line."
"""Ends the activities; below it the letters are counted."""
SIGN = "\N{BLACK STAR}"
"""Stands before the name of a moment of truth."""
NO_NAME = "(no name)"
"""Stands for a name in which there is nothing to see."""
NUMBER_OF = "Number of "
"""Begins the label of a row that counts one letter, which follows."""
NO_PHASE = "(no phase)"
"""The band that ends a phase when activities without one follow."""
NO_GROUP = "\N{EN DASH}"
"""Stands over roles without a group, because a blank cell there belongs to the group on its left."""
AUTOMATED = "\n(automated)"
"""Ends the heading of a role that is software."""
KNOWN_AS = "\n(known as {})"
"""Ends the heading of a role whose key does not follow from its name."""

SCHEME, NOTE = "Scheme", "Note"
LETTER_HEADINGS = ("Letter", "Meaning", "Part in the rules")
"""How the legend tells of a scheme: a cell beside each of the first two, and a table under the others."""
PARTS = ("responsible", "accountable", "consulted", "informed")

UNTITLED = "Responsibility matrix\N{NO-BREAK SPACE}"
"""Stands in place of a title; the last character tells it from one that says the same."""

CONFLICTS, MINOR, DECISIONS, VOTES = "conflicts", "minor", "decisions", "votes"
"""The sheets of a merged workbook beside the matrix."""
OPTION, WHO, WHEN, WHY = "Option", "Said or decided by", "When", "Why"
"""The headings of a sheet with conflicts; roles stand between the last of these and KEYS."""
KEYS = ("Kind of row", "Phase of it", "Section of it", "Activity of it", "Votes of it")
"""The headings of hidden columns that say in each row, however rows are sorted, what it is about."""
DECISION = "Decision"
"""The kind of row in which people write what they decide; the others hold options."""

AGENDA, AGREED, POSITIONS = "agenda", "agreed", "positions"
"""The sheets of a workshop pack; it has sheets MINOR and VOTES, too."""
OTHER = "other"
"""Stands in place of an option's number where people decide something else."""
NOBODY = "nobody"
"""Stands in an option where no role is Accountable, or none Responsible."""
BETWEEN_ROLES = "; "
"""Stands between the roles of a cell that holds several."""
DATE, DECIDED_BY, ACCEPT = "Date of the workshop", "Decided by", "Accept all of them?"
"""Each stands to the left of a cell that holds for the whole sheet."""
COMPARED = ("comparison", "side by side", "cell by cell", "heat map")
"""The sheets of a comparison."""
KINDS = frozenset({LEGEND, SUMMARY, CONFLICTS, MINOR, DECISIONS, VOTES, AGENDA, AGREED, POSITIONS, *COMPARED})
"""What follows BESIDE_MARK; a title of somebody's own may begin in the same way."""
ACCEPTED, NOT_ACCEPTED = "yes", "no"
ROLE, PROPOSED, INSTEAD = "Role", "Proposed", "Instead"
"""Headings of a sheet with proposals; what stands under the last counts instead of what is proposed."""
NONE = "\N{EN DASH}"
"""Stands where no letters are proposed."""
LETTERS_OF_IT = "Letters of it"
"""The heading of one more hidden column: all letters of an option or a proposal, as JSON."""
ITEM, PROPOSAL, CHOICES = "Item", "Proposal", "Choices"
"""More kinds of rows. The last is hidden: behind the hidden columns it lists what people can choose from."""


def shown(name: str) -> str:
    """A name as it stands in a cell: one must be there to see."""
    return name if name.strip() else NO_NAME
