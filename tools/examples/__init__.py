"""The example workbooks: facts in YAML, one fixed look, built by `python -m tools.examples`."""
