# Pamit. `make` lists what can be done; each target installs what it needs into .venv.

PYTHON ?= python3
BIN := .venv/bin
# Material prints an advertisement for its successor on every build.
export NO_MKDOCS_2_WARNING := 1
export NO_COLOR := 1
# Nothing here needs another host.
export DENO_NO_UPDATE_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help serve serve-en site check test slow fuzz format lock clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

.venv/installed: requirements.txt
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	touch $@

serve: .venv/installed ## Show the Indonesian edition at http://127.0.0.1:8000/ and follow every change of the data and pages
	@echo "The English edition: run \"make serve-en\" in another terminal and open http://127.0.0.1:8001/"
	PAMIT_LIVE=true $(BIN)/python -m mkdocs serve --livereload

serve-en: .venv/installed ## Show the English edition at http://127.0.0.1:8001/ in the same way
	@echo "The Indonesian edition: run \"make serve\" in another terminal and open http://127.0.0.1:8000/"
	PAMIT_LIVE=true $(BIN)/python -m mkdocs serve --livereload --config-file mkdocs.en.yml

site: .venv/installed ## Write the complete site, both editions, to site/
	$(BIN)/python -m mkdocs build
	$(BIN)/python -m mkdocs build --config-file mkdocs.en.yml

check: .venv/installed ## Check the data first, then style, types, rooms and workflows
	@$(BIN)/python -m macros check
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/mypy
	@$(BIN)/deno lint --quiet
	@$(BIN)/deno fmt --quiet --check
	@$(BIN)/deno check --quiet --no-remote --no-npm overrides tests
	@$(BIN)/deno test --quiet --no-check --no-remote --no-npm --reporter=dot
	@$(BIN)/djlint --quiet --lint overrides macros/site/templates
	@$(BIN)/zizmor --offline --quiet .github

test: check ## Check everything, then run all tests (installs Chromium if there is none)
	$(BIN)/python -m tests.browser
	$(BIN)/python -m pytest -m "not slow"

slow: .venv/installed ## Look for faults of accessibility on every page, which takes a minute
	$(BIN)/python -m tests.browser
	$(BIN)/python -m pytest -m slow

fuzz: .venv/installed ## Try 20,000 random inputs, which takes a few minutes
	PAMIT_FUZZ=1 $(BIN)/python -m pytest tests/*/test_fuzz.py tests/data/test_reader.py

format: .venv/installed ## Format the Python code and the scripts
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/deno fmt --quiet

lock: .venv/installed ## Write requirements.txt anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --group dev --output-file requirements.txt pyproject.toml

clean: ## Remove everything that was generated
	rm -rf .venv site .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find macros tests -name __pycache__ -type d -prune -exec rm -rf {} +
