"""The rules, and checking a matrix with them. A rule is a pure generator of problems; its docstring is its page.

Each module is imported by itself, so that what only carries settings about does not wait for all the rules.
"""
