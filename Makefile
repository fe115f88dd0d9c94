# make site   the dossier as a website in site/
# make zip    the same as site-from-disk.zip, which opens without a server
# make test   every test
# Each sets up .venv by itself, from the locked requirements, and again only when those change.

BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
LOCK := uv pip compile pyproject.toml --extra build --extra docx --extra pdf --universal --python-version 3.10 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet

.PHONY: site zip serve test check lint goldens lock

site: .venv/ready
	$(BIN)/python -m generator
	$(BIN)/mkdocs build --strict

zip: .venv/ready
	$(BIN)/python -m generator
	OFFLINE=true $(BIN)/mkdocs build --strict --site-dir site-from-disk
	$(BIN)/python -m zipfile --create site-from-disk.zip site-from-disk

serve: .venv/ready
	$(BIN)/mkdocs serve

test: .venv/ready-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

# What continuous integration runs.
check: lint test

lint: .venv/ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Accept what the pages look like now as right; read the diff before you commit it.
goldens: .venv/ready-dev
	$(BIN)/python -m pytest --update-goldens

# Needs uv.
lock:
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --output-file requirements-dev.txt

.venv/ready: requirements.txt pyproject.toml | .venv/bin/pip
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

# The requirements of `make site` at the same versions, and more: so it is ready too.
.venv/ready-dev: requirements-dev.txt pyproject.toml | .venv/bin/pip
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch .venv/ready $@

.venv/bin/pip:
	@for python in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then \
			echo "$$python -m venv .venv"; exec $$python -m venv .venv; \
		fi; \
	done; \
	echo "Dossier needs Python 3.10 or newer; install it (for example: apt install python3 python3-venv)" >&2; exit 1
