# make          set up, convert the seeds into out/, validate them, say what came out
# make test     tests, linter, formatter, types, import rules
# make shacl    validate out/, or any file: make shacl DATA=some.ttl
# make bench    conversion, validation and their peers side by side: make bench N=20000 ROUNDS=3
# make bench-million    a million invented questions once: time, memory, sizes
# make site     the web site of out/ as plain files: make site DATA=out SITE=site URL=https://…
# make serve    the site, and behind it the endpoint with its query page: make serve DATA=out PORT=8080
# make stores   fetch the triple stores that Maven Central has, for the tests of load (Java and Maven)
# make clean    take away what the others made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DATA ?= out
SITE ?= site
URL ?=
ENDPOINT ?=
N ?= 20000
ROUNDS ?= 3
MILLION ?= 1000000
PORT ?= 8080
MORPH := .venv-morph

.PHONY: all build test lint shacl bench bench-million site serve stores clean

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

site: $(VENV)/installed
	@test -e "$(DATA)" || test "$(DATA)" != out || $(BIN)/questions-rdf build seeds --out out --quiet
	@$(BIN)/questions-rdf publish "$(DATA)" --out "$(SITE)" $(if $(URL),--url "$(URL)") $(if $(ENDPOINT),--endpoint "$(ENDPOINT)")

serve: ENDPOINT = http://127.0.0.1:$(PORT)/sparql
serve: $(VENV)/installed-serve site
	@$(BIN)/questions-rdf serve "$(DATA)" --site "$(SITE)" --port $(PORT)

bench: $(VENV)/installed $(MORPH)/tried
	@$(BIN)/python -m bench $(N) --rounds $(ROUNDS) --morph $(MORPH)/bin/python

bench-million: $(VENV)/installed
	@$(BIN)/python -m bench.million $(MILLION)

stores: | $(VENV)/bin/python
	@$(BIN)/python tests/fetch_stores.py

clean:
	rm -rf out site .stores $(VENV) $(MORPH) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11")'
	@echo "Setting up $(VENV) (a minute, once) …" >&2
	@$(PYTHON) -m venv $(VENV)

# Without Morph-KGC the bench goes on, and says what it left out.
$(MORPH)/tried: bench/peers/morph-kgc.txt | $(VENV)/bin/python
	@$(PYTHON) -m venv $(MORPH)
	@-$(MORPH)/bin/python -m pip --disable-pip-version-check --quiet install --requirement $<
	@touch $@

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/installed

$(VENV)/installed-serve: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) install --constraint constraints.txt --editable '.[serve]'
	@touch $@ $(VENV)/installed
