# One command per habit. Needs Python 3.11 or newer, git and make; everything else is installed into .venv.
#
#   make install   .venv/bin/panah, from locked and hashed packages
#   make demo      the public cases in the terminal
#   make test      what CI runs: all tests, and the house rules (format, lint, types, imports, law) among them
#   make check     the same rules one by one, readable, then the tests
#   make format    put the code into the house's shape
#   make accept    rewrite accepted outputs and the outputs shown in README and docs, then show the difference
#   make soak      long runs: properties with high counts, fuzzing, mutation of the law
#   make bench     measurements
#   make clean     remove .venv and caches

VENV   := .venv
BIN    := $(VENV)/bin
PYTHON := $(BIN)/python
PIP    := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 $(PYTHON) -m pip -qq
PYTEST := $(PYTHON) -m pytest -n 2

export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help install tools demo test check format lint types imports law papers accept soak bench lock clean

help:
	@sed -n 's/^#   //p' Makefile

# ── installing ──────────────────────────────────────────────────────────────────────────────────────────────────────

install: $(VENV)/.installed
	@echo "Panah is ready: $(BIN)/panah"

tools: $(VENV)/.tools

# candidates are run, not only looked for: a name on PATH may be a shim without a Python behind it
$(PYTHON):
	@for candidate in $$PANAH_PYTHON python3.13 python3.12 python3.11 python3.14 python3 python; do \
	    if "$$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	        echo "Making $(VENV) with $$("$$candidate" --version)"; \
	        "$$candidate" -m venv $(VENV) && exit 0; \
	        exit 1; \
	    fi; \
	done; \
	echo "Panah needs Python 3.11 or newer with its venv module, and none was found." >&2; \
	echo "Looked for: python3.13 python3.12 python3.11 python3.14 python3 python." >&2; \
	echo "Install one (Debian, Ubuntu: apt install python3 python3-venv), or name it: make install PANAH_PYTHON=/path/to/python3" >&2; \
	exit 1

# compiled once here: where the environment forbids writing bytecode, each start would compile anew and take half as long again
# pip trusts no file whose hash is not in the lock; --no-build-isolation builds the checkout with the locked hatchling
$(VENV)/.installed: requirements.lock pyproject.toml | $(PYTHON)
	@echo "Installing the locked packages"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(PYTHON) -m compileall -q src/panah
	@touch $@

$(VENV)/.tools: requirements-dev.lock $(VENV)/.installed
	@echo "Installing the locked tools"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# ── using ───────────────────────────────────────────────────────────────────────────────────────────────────────────

demo: $(VENV)/.installed
	@$(BIN)/panah demo

# ── checking ────────────────────────────────────────────────────────────────────────────────────────────────────────

test: $(VENV)/.tools
	$(PYTEST)

check: format-check lint types imports law papers
	$(PYTEST)

.PHONY: format-check
format-check: $(VENV)/.tools
	$(BIN)/ruff format --check .

format: $(VENV)/.tools
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/.tools
	$(BIN)/ruff check .

types: $(VENV)/.tools
	$(BIN)/mypy

imports: $(VENV)/.tools
	$(BIN)/lint-imports

law: $(VENV)/.tools
	$(BIN)/panah law check

papers: $(VENV)/.tools
	$(BIN)/panah documents check

accept: $(VENV)/.tools
	-PANAH_ACCEPT=1 $(PYTEST) -q tests -k "accepted or docs or readme"
	git --no-pager diff --stat

soak: $(VENV)/.tools
	PANAH_SOAK=1 $(PYTEST) -m "soak or not soak"
	@for program in tools/fuzz_*.py tools/mutate_law.py; do \
	    if [ -f "$$program" ]; then echo "$$program"; PANAH_SOAK=1 $(PYTHON) "$$program" || exit 1; fi; \
	done

bench: $(VENV)/.tools
	@for program in bench/bench_*.py; do \
	    if [ -f "$$program" ]; then echo "$$program"; $(PYTHON) "$$program" || exit 1; fi; \
	done

lock: $(VENV)/.tools
	tools/lock.sh

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
