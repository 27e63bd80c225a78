# `make` alone shows the targets. The first two do all the set-up that they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# On all cores, up to four: tests/conftest.py says which process runs what.
CORES := -n logical --maxprocesses 4 --dist loadscope --no-loadscope-reorder
MAP := maps/borderatlas.html
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

.DEFAULT_GOAL := help
.PHONY: help map test oldest cover score lint format data verify picture example docs clean

help:  ## show the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

map: $(VENV)/.installed  ## set up, draw the example reports, print where the map is
	@$(BIN)/borderatlas render -o $(MAP) --overwrite >/dev/null
	@echo "The map is at $(CURDIR)/$(MAP): open it in a browser."

test: $(VENV)/.test-installed  ## set up (with Chromium where it is missing), run every check and test
	@$(BIN)/python tests/browser/ensure_chromium.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(CORES)

# What a user installs, in the oldest versions that pyproject.toml admits; the developers' tools are left out with their tests.
# A warning that an old package has of a new one is not ours to mend, so it fails nothing here.
OLDEST := .venv-oldest
OLDEST_TESTS := tests --ignore tests/browser --ignore tests/test_docs.py --ignore tests/test_docstrings.py --ignore tests/test_notebooks.py --ignore tests/test_wheel.py

oldest:  ## run the tests of the program on the oldest versions that it admits, in an environment of its own
	$(PYTHON) -m venv $(OLDEST)
	$(PYTHON) tests/oldest.py > $(OLDEST)/floors.txt
	$(OLDEST)/bin/python -m pip --disable-pip-version-check --quiet install --constraint $(OLDEST)/floors.txt \
	    --editable '.[figure,corpus,dask,excel,maps,parquet]' hypothesis ipython pytest pytest-xdist
	$(OLDEST)/bin/python -m pytest -o filterwarnings=default $(CORES) $(OLDEST_TESTS)

cover: $(VENV)/.test-installed  ## run the tests, print which lines of the program they do not reach, and the share that they do
	@$(BIN)/python tests/browser/ensure_chromium.py
	rm -rf .coverage.d
	$(BIN)/coverage run -m pytest $(CORES)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

score: $(VENV)/.installed  ## score the geocoder on the annotated reports
	@$(BIN)/python tests/corpus/quality.py

lint: $(VENV)/.test-installed  ## the checks without the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.test-installed  ## put the code into its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

data: $(VENV)/.test-installed  ## make every derived data file again
	$(BIN)/borderatlas data rebuild

verify: $(VENV)/.installed  ## compare the data with its declared hashes
	$(BIN)/borderatlas data verify

picture: $(VENV)/.test-installed  ## take the README's picture again with the tests' browser
	$(BIN)/python tests/browser/picture.py maps/example.html maps/picture.png

example: $(VENV)/.installed  ## draw the committed example page again
	$(BIN)/borderatlas render -o maps/example.html --overwrite

docs: $(VENV)/.test-installed  ## write the references of commands and columns again and build the documentation's site
	$(BIN)/python docs/reference.py
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet -f docs/mkdocs.yml
	@echo "The documentation is at $(CURDIR)/.docs-site/index.html."

clean:  ## take away what the targets made
	rm -rf $(VENV) $(OLDEST) $(MAP) .pytest_cache .mypy_cache .ruff_cache .hypothesis .docs-site dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "borderatlas needs Python 3.11 or newer, this is %s; say: make PYTHON=python3.12 map" % sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml requirements.lock
	$(PIP) --constraint requirements.lock --editable '.[figure]'
	@touch $@

$(VENV)/.test-installed: $(VENV)/.installed
	$(PIP) --constraint requirements.lock --editable '.[test,rebuild]'
	@touch $@
