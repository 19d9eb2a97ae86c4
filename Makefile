# The front door. Continuous integration calls the same targets.

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-drive test lint types style bench gallery roles rules drive train measure messages viewers format clean

# Run through Python by name: a script's own first line cannot hold a path with spaces, and on macOS would lose
# DYLD_FALLBACK_LIBRARY_PATH, which is how WeasyPrint finds Homebrew's libraries.
RUN := .venv/bin/python
OUT ?= output
ifeq ($(shell uname -s),Darwin)
RUN := DYLD_FALLBACK_LIBRARY_PATH="$(shell brew --prefix 2>/dev/null)/lib:/usr/local/lib:/usr/lib" $(RUN)
endif

help: ## Show these lines
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## Install what is missing: .venv, Python packages, Pango (PYTHON=python3.13 picks the interpreter)
	@sh scripts/setup.sh

demo: setup ## Build an interview kit from examples/claims-assistant.yaml into output/ (OUT=folder elsewhere)
	$(RUN) .venv/bin/interviewkit build examples/claims-assistant.yaml --out "$(OUT)"

demo-drive: setup ## Build the example drive, 480 scorecards, from examples/drive.xlsx into output/drive/ (OUT=folder)
	$(RUN) .venv/bin/interviewkit drive examples/drive.xlsx --out "$(OUT)/drive"

test: lint ## Run every check, tests last (ARGS="-k scorecard" goes to pytest)
	$(RUN) -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

lint: setup ## Check format, style, types and import layers
	@$(MAKE) --no-print-directory -j2 types style

types:
	$(RUN) -m mypy

style:
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) .venv/bin/lint-imports

bench: setup ## Measure speed (ARGS go to the benchmarks)
	$(RUN) -m benchmarks $(ARGS)

gallery: setup ## Draw docs/gallery.md: the pages of the example's kits
	$(RUN) scripts/gallery.py

roles: setup ## Write docs/roles.md: every role at a glance, from rubrics/
	$(RUN) scripts/roles.py

rules: setup ## Write docs/rules.md: every rule of the checker, with examples and sources
	$(RUN) scripts/rules.py

drive: setup ## Write examples/drive.xlsx, the example drive, from scripts/example_drive.yaml
	$(RUN) scripts/example_drive.py

train: setup ## Train the checker's classifier on labelled/
	$(RUN) scripts/train_classifier.py

measure: setup ## Measure the checker on labelled/frozen.csv (ARGS="--plain" guesses the fields)
	$(RUN) scripts/checker_report.py $(ARGS)

messages: setup ## Bring the catalogues of labels in line (ARGS="it" begins a language)
	$(RUN) scripts/messages.py $(ARGS)

viewers: setup ## Install Chromium and pdf.js, and fill scorecards in them
	@sh scripts/viewers.sh
	$(RUN) -m pytest tests/test_viewers.py -n0 $(ARGS)

format: setup ## Put the code into its format, and fix what ruff can fix
	$(RUN) -m ruff check --fix-only .
	$(RUN) -m ruff format .

clean: ## Remove .venv and caches; keep output/
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
