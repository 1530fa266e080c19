# All development goes through these targets; each works in a fresh clone.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
SOURCES := backend/prepaid backend/benchmarks tests
PYTEST := $(BIN)/pytest -n 3 --dist loadfile --junitxml=test-results/pytest.xml
CHECKS := check-style check-types check-imports check-schema check-migrations check-unused check-admin

.PHONY: help install run test test-fast test-faults check $(CHECKS) format schema seed verify bench clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  \033[1mmake %-10s\033[0m %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: ## Make .venv match the lock file (the other targets do it by themselves)
	@scripts/bootstrap

run: install ## Start everything: database, demo data, provider sandbox, worker, server, web admin
	@scripts/build-admin
	@exec $(BIN)/prepaid run

test: install ## Run all tests
	@scripts/test-programs
	@cd frontend && npm run --silent test
	@$(PYTEST)

test-fast: install ## Run the tests but for slow ones, faults and the browser
	@scripts/test-programs
	@$(PYTEST) -m 'not slow and not faults and not browser'

test-faults: install ## Storm for a minute with each of three seeds, then compare the providers' lists with the ledger
	@PREPAID_STORM_SECONDS=60 PREPAID_STORM_SEEDS='1 2 3' $(BIN)/pytest tests/faults -p no:cacheprovider

check: install ## Check style, types, architecture, schema and stored documents, migrations, unused code, web admin
	@$(MAKE) -j2 --keep-going --output-sync=target $(CHECKS)

check-style:
	$(BIN)/ruff check backend tests scripts
	$(BIN)/ruff format --check backend tests scripts

check-types:
	$(BIN)/mypy --config-file backend/pyproject.toml $(SOURCES)

check-imports:
	cd backend && ../$(BIN)/lint-imports --config .importlinter

check-schema:
	$(BIN)/prepaid schema --check

check-migrations:
	$(BIN)/prepaid migrate --check

check-unused:
	$(BIN)/python scripts/unused_code.py

check-admin:
	@cd frontend && npm run --silent codegen:check
	@cd frontend && npm run --silent typecheck && npm run --silent lint && npm run --silent format:check
	@scripts/build-admin
	@cd frontend && npm run --silent size

format: install ## Format and fix what can be fixed by machine
	@$(BIN)/ruff check --fix backend tests scripts
	@$(BIN)/ruff format backend tests scripts

schema: install ## Print the GraphQL schema into schema.graphql
	@$(BIN)/prepaid schema

seed: install ## Migrate the database and fill in the demo data
	@$(BIN)/prepaid migrate
	@$(BIN)/prepaid seed

verify: install ## Check every invariant on the whole database
	@$(BIN)/prepaid verify

bench: install ## Measure this server beside its limits and peers; exit 1 below the gates
	@$(BIN)/prepaid bench

clean: ## Remove caches and test results (databases in .data and .venv stay)
	@rm -rf test-results .mypy_cache .ruff_cache .pytest_cache .hypothesis backend/.import_linter_cache
	@find backend tests -name __pycache__ -type d -prune -exec rm -rf {} +
