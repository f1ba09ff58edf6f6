# The commands of the project; CONTRIBUTING.md tells when to use which. `make PYTHON=python3.12 setup` takes another Python.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup run test test-fast lint types fix evals

# Everything to work on the program. The program's own requirements alone: `make .venv/program`.
setup: .venv/tools

run: .venv/program
	$(BIN)/python app.py

# All tests, on two cores; those of the page need a Chromium and are skipped where there is none.
test:
	$(BIN)/python -m pytest -q -n 2

# Under a minute on two cores: no browser, no model trained, nothing that reads the five plans anew.
test-fast:
	$(BIN)/python -m pytest -q -n 2 -m "not slow and not browser"

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types:
	$(BIN)/mypy

fix:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The questions that may be looked at, with gates about three points under the last figures; then the courses.
evals:
	$(BIN)/python -m evals --split tune --jobs 2 \
	  --min accuracy=0.82 --min accuracy.zh=0.84 --min accuracy.en=0.79 \
	  --min citation_recall=0.85 --min citation_precision=0.85 \
	  --min refusal_recall=0.83 --min refusal_precision=0.68 --min language=0.97
	$(BIN)/python -m evals added --split tune --jobs 2 \
	  --min accuracy=0.77 --min citation_recall=0.84 --min citation_precision=0.85 --min language=0.97
	$(BIN)/python -m evals courses

# torch comes first and by plain pip, so that a build without CUDA is taken where one is offered; the rest by uv, which
# is faster, or by pip where uv cannot.
.venv/program: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet "$$(grep '^torch==' requirements.txt)"
	$(BIN)/pip install --quiet uv || true
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -r $< || $(BIN)/pip install --quiet -r $<
	touch $@

.venv/tools: requirements-dev.txt .venv/program
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -r $< || $(BIN)/pip install --quiet -r $<
	touch $@
