# make setup | run | check | test | bench        docs/operator/install.md explains each
# Every step leaves a file behind and is done again only when what it was made from has changed.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

BIN      := .venv/bin
UV       := .tools/bin/uv
STAMPS   := .cache/stamps
SFU      := .cache/livekit-$(shell cat deploy/livekit/VERSION)/server
ROOM     := frontend/room
SRC      := src/twinhall
# Steps that need settings but no installation: secrets nobody will use, and no data folder.
UNSETTLED := TWINHALL_SECRET_KEY=setup TWINHALL_LIVEKIT_KEY=setup TWINHALL_LIVEKIT_SECRET=setup \
             DJANGO_SETTINGS_MODULE=twinhall.hall.config.settings

room_sources := $(shell find $(ROOM) -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)
catalogues   := $(patsubst %.po,%.mo,$(shell find $(SRC) -name '*.po'))
spoken       := $(wildcard $(SRC)/demo/data/*) $(wildcard $(SRC)/rehearsal/*.toml)
statics      := $(shell find $(SRC)/hall -path '*/static/*' -type f)

.PHONY: help
help:
	@sed -n '1,2s/^# //p' Makefile

# ── setup ────────────────────────────────────────────────────────────────────────────────────────
.PHONY: setup system
setup: system $(UV) .venv/.installed $(SFU) $(STAMPS)/room $(catalogues) $(STAMPS)/static $(STAMPS)/models $(STAMPS)/voices

system:
	@deploy/setup/system.sh

$(UV): deploy/setup/tools.txt
	@echo "[2/8] installing uv, which installs the rest"
	@deploy/setup/python.sh -m venv .tools
	@.tools/bin/python -m pip install --quiet "$$(grep ^uv== $<)"
	@touch $@

.venv/.installed: requirements.lock pyproject.toml | $(UV)
	@echo "[3/8] installing the Python packages, about a minute the first time"
	@test -x $(BIN)/python || $(UV) venv --quiet --python "$$(deploy/setup/python.sh -c 'import sys; print(sys.executable)')" .venv
	@$(UV) pip sync --quiet --python .venv requirements.lock
	@$(UV) pip install --quiet --python .venv --no-deps --editable .
	@touch $@

$(SFU): | $(UV)
	@echo "[4/8] building the media server, about 2 minutes"
	@deploy/livekit/install.sh $@

$(ROOM)/node_modules/.installed: $(ROOM)/package-lock.json | $(UV)
	@echo "[5/8] installing the room's packages, about half a minute"
	@PATH="$$(deploy/setup/toolchain.sh node):$$PATH"; cd $(ROOM) && npm ci --silent
	@touch $@

$(STAMPS)/room: $(room_sources) $(ROOM)/node_modules/.installed | $(UV)
	@echo "[5/8] building the room"
	@mkdir -p $(@D)
	@PATH="$$(deploy/setup/toolchain.sh node):$$PATH"; cd $(ROOM) && \
	  npm run build >../../$@.log 2>&1 || { cat ../../$@.log; exit 1; }
	@touch $@

%.mo: %.po
	@echo "[6/8] preparing $$(basename $$(dirname $$(dirname $<))): the words of the pages"
	@msgfmt --check-format -o $@ $<

$(STAMPS)/static: $(statics) $(STAMPS)/room .venv/.installed
	@echo "[6/8] collecting the pages' files"
	@$(UNSETTLED) $(BIN)/python -m django collectstatic --noinput --verbosity 0
	@mkdir -p $(@D) && touch $@

$(STAMPS)/models: .venv/.installed
	@echo "[7/8] preparing the models that hear"
	@$(BIN)/twinhall models fetch
	@mkdir -p $(@D) && touch $@

$(STAMPS)/voices: $(spoken) .venv/.installed
	@echo "[8/8] speaking the rehearsal's voices, about a minute the first time"
	@$(BIN)/twinhall voices
	@mkdir -p $(@D) && touch $@

# ── run ──────────────────────────────────────────────────────────────────────────────────────────
.PHONY: run
run: setup
	@exec $(BIN)/twinhall demo

# ── check and test ───────────────────────────────────────────────────────────────────────────────
.PHONY: check test lint types imports room-check unit model e2e
check: setup lint types imports room-check unit

lint:
	@echo "lint"
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types:
	@echo "types"
	@$(UNSETTLED) $(BIN)/mypy

imports:
	@echo "imports"
	@$(BIN)/lint-imports

room-check:
	@echo "the room: types, lint, unit tests"
	@PATH="$$(deploy/setup/toolchain.sh node):$$PATH"; cd $(ROOM) && npm run --silent check

unit:
	@$(BIN)/pytest -q -n 2 --dist loadfile -m "not model and not e2e"

model:
	@$(BIN)/pytest -q -m model

e2e:
	@$(BIN)/pytest -q -m e2e

test: check model e2e

# ── bench ────────────────────────────────────────────────────────────────────────────────────────
.PHONY: bench
bench: setup
	@mkdir -p bench/results; failed=; \
	for script in bench/*.py; do \
	  name=$$(basename $$script .py); [[ $$name == _* ]] && continue; \
	  echo "bench: $$name"; $(BIN)/python $$script | tee bench/results/$$name.json || failed+=" $$name"; done; \
	[[ -z $$failed ]] || { echo "bench: no figures from$$failed" >&2; exit 1; }
