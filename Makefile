# The commands of the project; each installs what it needs and may be repeated. What they do is in scripts/.
.DEFAULT_GOAL := help
.PHONY: help serve test build standalone dist fmt lint docs scripts native wasm browser gallery compare size bench fuzz audit data clean

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

serve: ## Build the release and serve it at http://127.0.0.1:8080 (another port: PORT=8081 make serve)
	@bash scripts/serve.sh

test: ## Run every test: native, WebAssembly, browser (the release behind nginx at a sub-path)
	@bash scripts/setup.sh test
	@bash scripts/test.sh

build: ## Build the release into dist/
	@bash scripts/setup.sh build
	@bash scripts/build.sh

standalone: ## Build the release as one file, china-trials-explorer.html, that opens from a disk
	@bash scripts/setup.sh build
	@bash scripts/build.sh
	@bash -c 'source scripts/env.sh && step "the page as one file" node scripts/standalone.mjs'

dist: build ## Pack the release for hosting: dist.zip (docs/hosting.md)
	@bash -c 'source scripts/env.sh && step "dist.zip" node scripts/dist.mjs'

fmt: ## Format Rust and JavaScript
	@bash -c 'source scripts/env.sh && cargo fmt && biome check --write'

lint: ## Check formatting, clippy (native and WebAssembly), style sheets, and JavaScript with its types
	@bash scripts/test.sh fmt lint style javascript

docs: ## Write the documentation of the code into target/doc/, and fail on any warning
	@bash scripts/test.sh docs

scripts: ## Run the tests of the scripts
	@bash scripts/test.sh scripts

native: ## Run the native tests
	@bash scripts/test.sh native

wasm: ## Run the WebAssembly tests in Chromium
	@bash scripts/test.sh wasm

browser: ## Run the browser tests against dist/ (after make build; after make dist also SERVER=nginx make browser)
	@bash scripts/test.sh standalone browser

gallery: ## Photograph every figure of dist/ anew into tests/browser/gallery/
	@bash -c 'source scripts/env.sh && node scripts/gallery.mjs'

compare: ## Compare dist/ with another build, pixel by pixel (BEFORE=other/dist make compare)
	@bash -c 'source scripts/env.sh && [ -n "$${BEFORE:-}" ] || fail "name the other build: BEFORE=other/dist make compare" && node scripts/gallery.mjs "$$BEFORE"'

size: ## Print the size budget of dist/ and the largest functions of its module
	@bash scripts/test.sh size

bench: ## Measure filter change to painted charts in dist/, the first load of a slow phone, and memory
	@bash -c 'source scripts/env.sh && node scripts/bench.mjs'

fuzz: ## Open a million damaged lists and spreadsheets, bounded in memory (CASES=100000 make fuzz; docs/reliability.md)
	@bash scripts/fuzz.sh

data: ## Check data files with the page's own code (CHECK=file-or-folder make data; docs/data.md)
	@bash -c 'source scripts/env.sh && [ -n "$${CHECK:-}" ] || fail "name what to check: make data CHECK=file-or-folder" && cargo run --quiet --locked --no-default-features --features reading --bin check -- "$$CHECK"'

audit: ## Check licences and known vulnerabilities, where the tools and the network allow
	@bash scripts/audit.sh

clean: ## Remove what was built (tools stay in ~/.cache/china-trials-explorer)
	rm -rf dist dist.zip target china-trials-explorer.html
