# `make run` and `make test` are all a newcomer needs; `make help` lists the rest. What a target does lies in scripts/.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

# Where every clone finds the pinned tools; scripts/tools.sh puts them there.
CACHE_HOME := $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)
export FOURFOLD_TOOLS ?= $(CACHE_HOME)/fourfold-tools
export PATH := $(FOURFOLD_TOOLS)/bin:$(FOURFOLD_TOOLS)/npm/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

WASM := --target wasm32-unknown-unknown
NPM_READY := tests/node_modules/.package-lock.json
PEERS_READY := bench/node_modules/.package-lock.json
TORTURE_TESTS := $(patsubst %,tests/browser/%.test.mjs,torture damage closed tabs leave)

.PHONY: help run build single-file test test-native test-browser browser-suite lint fmt budgets bench bench-native torture tools clean

help: ## This list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' Makefile | expand -t 22

run: build ## Build the release and serve it on 127.0.0.1 (PORT=number chooses the port)
	node scripts/serve.mjs dist

build: tools ## Build the release into dist/: plain files for any web server, any folder
	scripts/build.sh

single-file: build ## Write dist-single/fourfold.html: the whole app in one page that opens with a double-click; also into dist/
	node scripts/single.mjs

test: lint test-native single-file budgets browser-suite ## Everything: formatting, lints, native tests, release build, sizes, browser

test-native: ## Unit, doc, property and architecture tests, without a browser
	cargo test --locked --quiet

test-browser: single-file browser-suite ## Build the release and drive it in Chromium (CHROMIUM=path chooses the browser)

# Drives the dist/ that is there; ONLY=words runs only tests whose name holds them.
browser-suite: $(NPM_READY)
	chromium="$$(scripts/chromium.sh)"; CHROMIUM="$$chromium" node --test --test-concurrency=1 --test-reporter=spec $(if $(ONLY),--test-name-pattern="$(ONLY)") tests/browser/*.test.mjs

lint: tools ## Formatting and clippy, warnings denied, for the host and for the browser
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	CLIPPY_CONF_DIR="$(CURDIR)/lints/programs" cargo clippy --locked --lib --bins $(WASM) -- -D warnings

fmt: ## Format the Rust sources
	cargo fmt

torture: $(NPM_READY) ## Kill the browser 200 times, damage its store, race two tabs (over the dist/ that is there; about an hour)
	chromium="$$(scripts/chromium.sh)"; CHROMIUM="$$chromium" TORTURE=full node --test --test-concurrency=1 --test-reporter=spec $(if $(ONLY),--test-name-pattern="$(ONLY)") $(TORTURE_TESTS)

budgets: ## Hold the sizes of dist/ against budgets.json
	node scripts/budgets.mjs

bench: build $(NPM_READY) $(PEERS_READY) ## Measure start, import and dragging in Chromium, and imports against other programs
	chromium="$$(scripts/chromium.sh)"; CHROMIUM="$$chromium" node bench/run.mjs

tools: ## Install the pinned tools that are lacking
	@scripts/tools.sh

clean: ## Remove what builds leave behind (the tools stay)
	cargo clean
	rm -rf dist dist-single tests/node_modules tests/browser/out bench/node_modules bench/out

bench-native: ## Where the time of a million rows goes, without a browser
	node bench/generate.mjs 1000000 > /dev/null
	cargo bench --locked --bench import -- bench/out/orders-1000000.csv

$(NPM_READY): tests/package-lock.json
	npm ci --prefix tests --no-audit --no-fund

$(PEERS_READY): bench/package-lock.json
	npm ci --prefix bench --no-audit --no-fund
