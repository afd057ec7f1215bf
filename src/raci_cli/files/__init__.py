"""Files at the edge: which are meant, what is in them, checking many of them, and writing one safely.

Each module is imported by itself, so that a command that writes does not wait for what reads.
"""
