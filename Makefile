# The three commands. Each says what it is doing and installs what it needs.
#
#   make run    start a demonstration at http://127.0.0.1:8080
#   make test   every check and every test: both databases, browser included
#   make bench  measure, on the release profile, into target/bench.jsonl
#
# `make run` takes PORT, DATA_DIR, DATABASE_URL (PostgreSQL instead of the embedded database) and WITH (a folder of real
# data to load at start):  make run PORT=9000 DATA_DIR=/tmp/door DATABASE_URL=postgres://me@localhost/durvis
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test bench pictures

PORT ?= 8080
DATA_DIR ?= .run/demo
DATABASE_URL ?=
WITH ?=
BIN := $(if $(CARGO_TARGET_DIR),$(CARGO_TARGET_DIR),target)

help:
	@sed -n 's/^#   //p' Makefile

run:
	@echo "== installing what is missing"
	@bash scripts/install.sh run
	@echo "== building durvis (the first build compiles about 450 crates: 8 to 9 minutes on 2 cores)"
	@cargo build --locked --workspace --bin durvis
	@mkdir -p "$(DATA_DIR)"
	@echo "== starting the demonstration, data in $(DATA_DIR)"
	@exec "$(BIN)/debug/durvis" demo --data-dir "$(DATA_DIR)" --listen "127.0.0.1:$(PORT)" \
		$(if $(DATABASE_URL),--database "$(DATABASE_URL)") $(if $(WITH),--with "$(WITH)")

test:
	@echo "== installing what is missing"
	@bash scripts/install.sh test
	@echo "== checks and tests (cargo xtask ci)"
	@cargo xtask ci
	@echo "== browser journeys on both databases"
	@cargo build --locked --workspace --bin durvis
	@E2E_BINARY="$(abspath $(BIN))/debug/durvis" node e2e/run.mjs
	@if [ -d ../shared/data ]; then echo "== real data: ../shared/data is there, tests that need it ran"; \
		else echo "== real data: ../shared/data is not there, tests that need it passed by (CONTRIBUTING.md)"; fi

bench:
	@echo "== installing what is missing"
	@bash scripts/install.sh bench
	@echo "== building with the release profile (10 to 15 minutes on 2 cores the first time)"
	@cargo build --locked --release --package durvis --package bench --bins
	@echo "== measuring; lines go to target/bench.jsonl"
	@mkdir -p target
	@"$(BIN)/release/bench" --durvis "$(BIN)/release/durvis" --out target/bench.jsonl

pictures:
	@bash scripts/install.sh test
	@cargo build --locked --workspace --bin durvis
	@PICTURES=1 E2E_BINARY="$(abspath $(BIN))/debug/durvis" node e2e/run.mjs pages axe
	@E2E_BINARY="$(abspath $(BIN))/debug/durvis" node e2e/readme.mjs
