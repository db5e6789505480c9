# Needs make and Python 3.11 or later; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --compile
UV := uv==0.13.9
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links

PLAYABLE := .venv/.playable
TESTABLE := .venv/.testable

.DEFAULT_GOAL := help
.PHONY: play test soak lint fmt bench docs catalogue lock clean help

play: $(PLAYABLE) ## Open Kulla and play; SCENARIO=wiper-2022 goes straight to that exercise
	@$(BIN)/kulla play $(SCENARIO)

# What one process of the tests has compiled, the hundred others need not, whatever the shell says.
test: lint ## Run everything: format, lint, types, import contracts, tests
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest

lint: $(TESTABLE) ## Check format, lint, types and import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy --num-workers 2
	$(BIN)/lint-imports

fmt: $(TESTABLE) ## Format the code and mend what can be mended by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(TESTABLE) ## Measure speed as ratios against a limit of the same run
	$(BIN)/python -m benchmarks

soak: $(TESTABLE) ## Try all laws fifty times as much, with other examples each time; hours
	SOAK=50 $(BIN)/pytest

docs: $(PLAYABLE) ## Write anew what programs write: pictures, pages, the recorded session
	@$(BIN)/python -m docs.recorded
	@$(BIN)/python -m docs.pictures
	@$(BIN)/python -m docs.protocol
	@$(BIN)/python -m docs.checks
	@$(BIN)/python -m docs.reference
	@$(BIN)/python -m docs.report

catalogue: $(TESTABLE) ## Bring the translations up to what the source says, and compile them
	@$(BIN)/python -m docs.catalogue

lock: $(PLAYABLE) ## Choose the newest allowed dependencies and pin them by hash
	$(INSTALL) $(UV)
	$(COMPILE) --upgrade pyproject.toml --all-extras --group build --group dev -o requirements-dev.lock
	$(COMPILE) --upgrade pyproject.toml --all-extras --group build -c requirements-dev.lock -o requirements.lock

clean: ## Remove the environment and what the tools left
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s  %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(PLAYABLE): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kulla needs Python 3.11 or later: make PYTHON=/path/to/python3")'
	@echo 'Preparing .venv ...' >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TESTABLE): $(PLAYABLE) requirements-dev.lock
	@echo 'Adding the development tools ...' >&2
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
