# Everything from nothing: python3 (3.10 or later), make and a package registry.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site zip pdf serve test check lint types unit browser goldens pictures gallery audit lock clean

help: ## list what make can do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

site: $(VENV)/.installed ## install what is needed and build the site into site/
	$(BIN)/handbook build --out site

serve: $(VENV)/.installed ## the same, then a server that shows each edit
	@mkdir -p site_src # MkDocs looks for it before the plugin can make it
	SITE_URL= REPO_URL= $(BIN)/mkdocs serve --livereload

zip: $(VENV)/.installed ## the site, and the same in one file to hand on: handbook.zip
	$(BIN)/handbook build --out site --zip handbook.zip

pdf: site browser ## the site, and each locale of it as a book: site/handbook-<locale>.pdf
	$(BIN)/python -m tests.site.pdf

check: $(VENV)/.installed ## list every problem of the content
	$(BIN)/handbook check

test: lint types unit ## install what is needed, a browser too, and run every test

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-test
	$(BIN)/mypy

unit: $(VENV)/.installed-test browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

browser: $(VENV)/.installed-test ## find a browser for the tests, or install one
	$(BIN)/python -m tests.chromium

goldens: $(VENV)/.installed-test ## write the golden pages and the manual anew; read the diff before you commit it
	HANDBOOK_GOLDENS=write $(BIN)/python -m pytest -q tests/render/test_goldens.py tests/docs/test_manual.py

pictures: site browser ## take the README's pictures anew
	$(BIN)/python -m tests.site.pictures

gallery: site browser ## take a picture of every kind of page, for the eye
	$(BIN)/python -m tests.audit.gallery

audit: site browser ## weigh the pages, hold them against the HTML standard and Lighthouse (needs node and java)
	npm ci --silent --prefix tests/audit/tools
	$(BIN)/python -m tests.audit.weights
	$(BIN)/python -m tests.audit.markup
	$(BIN)/python -m tests.audit.lighthouse

lock: $(VENV)/bin/python ## pin anew what pyproject.toml asks for
	$(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-annotate \
	  --upgrade --custom-compile-command "make lock" --extra install pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-annotate \
	  --constraint requirements.lock --custom-compile-command "make lock" --extra install --extra test pyproject.toml \
	  -o requirements-test.lock

clean: ## remove what was made: site/, site_src/ and the environment
	rm -rf site $(VENV)
	git clean -fdqx site_src

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "Python 3.10 or later is needed; $(PYTHON) is older. Name another one: make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv && \
	  $(PYTHON) -m venv $(VENV); } || \
	  { rm -rf $(VENV); echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Installing what the site needs into $(VENV)/ (a minute or two) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements-test.lock
	@echo "Installing what the tests need …"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@
