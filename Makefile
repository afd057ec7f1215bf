# What a developer runs. `make demo` is the quickest look; DEVELOPERS.md tells the rest.

RUN := .venv/bin
PIP := $(RUN)/python -m pip --quiet --quiet --no-input --disable-pip-version-check
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test lint format docs examples golden bench lock clean

help:
	@echo 'make demo      set everything up and check an example workbook'
	@echo 'make test      run all tests'
	@echo 'make lint      format, style, types, layers, and whether the documentation is up to date'
	@echo 'make format    put all Python files into the house format'
	@echo 'make docs      write the generated parts of the documentation anew'
	@echo 'make examples  build examples/*.xlsx anew'
	@echo 'make golden    accept what the reports print now; look at `git diff` afterwards'
	@echo 'make bench     measure speed and memory'
	@echo 'make lock      choose the newest versions of all dependencies'
	@echo 'make clean     remove everything that can be made again'

demo: $(READY)
	@$(RUN)/raci validate examples/enterprise.xlsx --fail-on never

test: $(READY)
	@$(RUN)/python -m pytest --numprocesses auto

lint: $(READY)
	@$(RUN)/ruff format --check .
	@$(RUN)/ruff check .
	@$(RUN)/mypy
	@$(RUN)/lint-imports
	@$(RUN)/python -m tools.docs --check

format: $(READY)
	@$(RUN)/ruff format .
	@$(RUN)/ruff check --fix .

docs: $(READY)
	@$(RUN)/python -m tools.docs

examples: $(READY)
	@$(RUN)/python -m tools.examples

golden: $(READY)
	@$(RUN)/python -m pytest tests/reports --update-golden

bench: $(READY)
	@$(RUN)/python -m benchmarks

lock:
	@$(PYTHON) tools/lock.py

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist node_modules

# The first Python that is new enough; `make demo PYTHON=/path/to/python` takes another.
ifndef PYTHON
PYTHON := $(shell for python in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
endif

$(READY): requirements-dev.txt pyproject.toml
	@test -n '$(PYTHON)' || { echo 'raci needs Python 3.11 or newer, and there is none on this machine.' >&2; exit 1; }
	@echo 'Setting up .venv; the first time this takes about a minute.' >&2
	@$(PYTHON) -m venv .venv
	@$(PIP) install --requirement requirements-dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
