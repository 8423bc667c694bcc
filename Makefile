PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/pytest -n 3 --dist worksteal

# Installing does not compile modules, so the first import must: without its result, loading TensorFlow takes
# 30 seconds in each process instead of 8.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test test-all check lint docs docs-check bench coverage mutants clean

demo: $(VENV)/.train
	$(BIN)/seqtui demo

test: $(VENV)/.dev $(VENV)/.npm $(VENV)/.oldest
	$(PYTEST) -m "not thorough"

# Before a release: also the tests that repeat others with more values, or take a minute each.
test-all: $(VENV)/.dev $(VENV)/.npm $(VENV)/.oldest
	$(PYTEST)

# Before each commit: all but the slow tests, in less than a minute.
check: lint
	$(PYTEST) -m "not slow"

lint: $(VENV)/.dev docs-check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy -n 2
	$(BIN)/lint-imports

# The generated parts of the docs: help texts, and the tables of benchmarks/results.
DOCS := README.md docs/commands.md docs/networks.md docs/performance.md docs/unlabelled.md

docs: $(VENV)/.dev
	$(BIN)/cog -r -P -I . $(DOCS)

docs-check: $(VENV)/.dev
	$(BIN)/cog --check --diff -P -I . $(DOCS)

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks.training
	$(BIN)/python -m benchmarks.networks
	$(BIN)/python -m benchmarks.shapes
	$(BIN)/python -m benchmarks.quantized
	$(BIN)/python -m benchmarks.vectors
	$(BIN)/python -m benchmarks.unlabelled
	$(BIN)/python -m benchmarks.choices
	$(BIN)/python -m benchmarks.accuracy
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.join
	$(BIN)/python -m benchmarks.own_data
	$(BIN)/python -m benchmarks.few_reviews
	$(BIN)/python -m benchmarks.chinese
	$(BIN)/python -m benchmarks.many_reviews
	$(BIN)/python -m benchmarks.doctor
	$(BIN)/python -m benchmarks.labelling
	$(BIN)/python -m benchmarks.label_keys
	$(BIN)/python -m benchmarks.text_rule
	$(BIN)/python -m benchmarks.scoring
	$(BIN)/python -m benchmarks.app
	$(BIN)/python -m benchmarks.start

# Lines that the whole suite runs, trainers and other child processes included.
coverage: $(VENV)/.dev $(VENV)/.npm $(VENV)/.oldest
	$(PYTEST) --cov --cov-report=term-missing:skip-covered --cov-fail-under=90

# Whether the tests notice when single operators, numbers and words of the code are changed.
mutants: $(VENV)/.mutation
	rm -rf mutants
	CI=1 $(BIN)/mutmut run
	$(BIN)/mutmut results

clean:
	rm -rf $(VENV) mutants

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.train: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --no-compile --editable '.[train]'
	touch $@

# The modules of TensorFlow are compiled meanwhile: three test processes would do it at the same time.
$(VENV)/.dev: $(VENV)/.train
	$(BIN)/python -c "import seqtui.training.model" 2> /dev/null & \
		$(BIN)/pip install --quiet --no-compile --group dev && wait
	touch $@

# Tests score from Node.js and in a browser, where npm is installed; the binaries come with the packages.
$(VENV)/.npm: | $(VENV)/.dev
	-if command -v npm > /dev/null; then \
		npm install --silent --no-save --ignore-scripts --prefix $(VENV) \
			onnxruntime-node@1.30 onnxruntime-web@1.30 && touch $@; \
	fi

# One test scores with the oldest onnxruntime that loads an exported file. It has wheels up to Python 3.12.
$(VENV)/.oldest: | $(VENV)/.dev
	-$(BIN)/pip install --quiet --no-deps --no-warn-conflicts --target $(VENV)/oldest \
		onnxruntime==1.17.3 'numpy<2' && touch $@

$(VENV)/.mutation: | $(VENV)/.dev
	$(BIN)/pip install --quiet --group mutation
	touch $@

$(VENV)/.bench: | $(VENV)/.dev
	$(BIN)/pip install --quiet --group bench
	touch $@
