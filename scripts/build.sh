#!/usr/bin/env bash
# Builds the release into dist/. Expects the tools of scripts/tools.sh on PATH (`make build` sees to both).
set -euo pipefail
cd "$(dirname "$0")/.."
# Trunk is kept offline so that it takes the pinned tools instead of fetching its own; crates are fetched before.
cargo fetch --locked
# Leptos gives every view a type as deep as its markup. Erased at component borders, the app program is two thirds of the size
# and compiles in a fraction of the time, for one pointer a component.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components"
# Trunk takes NO_COLOR for one of its own options and stumbles over its usual value.
env -u NO_COLOR trunk build --release --offline true --locked true
