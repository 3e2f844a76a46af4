# make          set up, convert the seeds into out/, validate them, say what came out
# make test     tests, linter, formatter, types, import rules
# make shacl    validate out/, or any file: make shacl DATA=some.ttl
# make clean    take away what the others made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DATA ?= out

.PHONY: all build test lint shacl clean

all: build

build: $(VENV)/installed
	@$(BIN)/questions-rdf build seeds --out out

test: $(VENV)/installed-dev lint
	@$(BIN)/pytest -n auto --dist loadgroup

lint: $(VENV)/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

shacl: $(VENV)/installed
	@test -e "$(DATA)" || test "$(DATA)" != out || $(BIN)/questions-rdf build seeds --out out --quiet
	@$(BIN)/questions-rdf validate "$(DATA)"

clean:
	rm -rf out $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11")'
	@echo "Setting up $(VENV) (a minute, once) …" >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/installed
