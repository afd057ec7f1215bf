"""What diff, workshop and merge begin with: read the copies, say what is odd about them, and compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci_cli.cli.terminal import tell

if TYPE_CHECKING:
    from raci_cli.files.copies import Loaded
    from raci_cli.model.comparison import Comparison


def tell_notes(loaded: Loaded) -> None:
    """Say on standard error what a person should know about the copies."""
    from raci_cli.reports.escape import visible

    for note in loaded.notes:
        tell(f"note: {visible(note)}")


def compared(loaded: Loaded) -> Comparison:
    """The copies (and base) laid beside each other, with the aliases of their raci.yaml.

    Raises:
        ComparisonError: they cannot be compared.
    """
    from raci_cli.compare import Aliases, compare

    config = loaded.config
    aliases = Aliases(config.role_aliases, config.activity_aliases, config.phase_aliases)
    return compare(loaded.copies, base=loaded.base, aliases=aliases)
