# What can be done here. Every line behind "##" is a target's help.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
SHELL := /bin/bash

.DEFAULT_GOAL := help
.PHONY: help run test test-docker lint types web screenshots bench soak fuzz load lock lock-neo4j docs clean

help: ## Show this help
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(VENV)/.ready ## Set up, start a Neo4j of its own, load the demo, serve on http://127.0.0.1:8000
	@$(BIN)/bzpeer serve $(ARGS)

test: $(VENV)/.ready-dev ## Set up and run the tests (ARGS="-k slice" for some of them)
	@$(BIN)/python -m pytest $(ARGS)

test-docker: $(VENV)/.ready-dev ## Run the contract tests in a container and bring docker-compose.yml up
	@$(BIN)/python -m pytest --graph container tests/contract $(ARGS)
	@$(BIN)/python -m pytest tests/docker $(ARGS)

lint: $(VENV)/.ready-dev ## Check style and the direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

types: $(VENV)/.ready-dev ## Check types, Python and TypeScript
	@$(BIN)/mypy
	@$(BIN)/python hatch_build.py types

web: $(VENV)/.ready ## Build the pages anew into api/static
	@$(BIN)/python hatch_build.py build

screenshots: $(VENV)/.ready-dev ## Take pictures of every page and state into build/screenshots, to look at
	@$(BIN)/python -m tests.web.screenshots $(ARGS)

bench: $(VENV)/.ready-dev ## Measure speed and ranking quality (BZPEER_TEST_DATA names the data), keep the results
	@$(BIN)/python -m bench $(ARGS)

soak: $(VENV)/.ready-dev ## Kill loads and servers 30 times each and compare the graphs
	@$(BIN)/python -m bench.soak $(ARGS)

fuzz: $(VENV)/.ready-dev ## Try 10,000 changed queries against the gate of the console
	@$(BIN)/python -m tests.fuzz $(ARGS)

load: $(VENV)/.ready ## Load a source: make load ARGS="acl FOLDER"
	@$(BIN)/bzpeer load $(ARGS)

lock: $(VENV)/.ready-dev ## Choose the versions of all dependencies anew
	@$(BIN)/python -m pip install -q uv
	@$(BIN)/uv pip compile -q --universal --upgrade --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header pyproject.toml --group build -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --upgrade --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header -c requirements.lock pyproject.toml --group build --group dev -o requirements-dev.lock

lock-neo4j: ## List the jars of a Neo4j release anew: make lock-neo4j VERSION=5.26.30 (needs Maven)
	@docs/lock-neo4j.sh $(VERSION)

docs: $(VENV)/.ready-dev ## Generate pages of docs/ and the types of the API client from the code
	@$(BIN)/python -m docs.generate

clean: ## Remove what setting up made; the data stay
	@rm -rf $(VENV) api/static web/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# Setting up: a virtual environment, the locked packages, the program itself with its pages.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python cannot make a virtual environment: install its venv module (Debian: python3-venv)."; exit 1; }

$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once, about two minutes)…"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
