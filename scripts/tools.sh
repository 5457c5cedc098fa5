#!/usr/bin/env bash
# Installs the pinned tools that are lacking into $FOURFOLD_TOOLS, where every clone of the project finds them.
# A tool of the right version that is already on PATH is left as it is.
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14 # 0.22 asks for a newer Rust than this project
WASM_SPLIT=0.2.4 # cuts the app into parts; goes with wasm_split_helpers in Cargo.lock
BINARYEN=132  # older ones build a module that dies at start
WASM_BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
TOOLS=${FOURFOLD_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/fourfold-tools}
export PATH="$TOOLS/bin:$TOOLS/npm/node_modules/.bin:$HOME/.cargo/bin:$PATH"

say() { printf 'tools: %s\n' "$*" >&2; }
need() { command -v "$1" >/dev/null || { say "$1 is missing. $2"; exit 1; }; }
# Whether `$1 --version` names the version $2 as a word.
is_version() { command -v "$1" >/dev/null && "$1" --version 2>/dev/null | grep -qwF -- "$2"; }

need cargo "Install Rust with rustup: https://rustup.rs"
need node "Install Node.js 20 or newer: https://nodejs.org"
need npm "It comes with Node.js 20 or newer: https://nodejs.org"
[ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ] || { say "Node.js 20 or newer is needed, found $(node --version)"; exit 1; }

rust_part() { # folder or program that shows it is there, rustup arguments
  local sign=$1
  shift
  if [ -e "$sign" ] || command -v "$sign" >/dev/null; then return; fi
  need rustup "It adds what this Rust lacks: $*. See https://rustup.rs"
  say "rustup $*"
  rustup "$@"
}
rust_part "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" target add wasm32-unknown-unknown
rust_part "$(rustc --print sysroot)/bin/rustfmt" component add rustfmt
rust_part "$(rustc --print sysroot)/bin/cargo-clippy" component add clippy

# One installer at a time: two clones may start together.
mkdir -p "$TOOLS"
if command -v flock >/dev/null; then
  exec 9>"$TOOLS/.lock"
  flock 9
fi

cargo_tool() { # program, version, arguments of cargo install
  local program=$1 version=$2
  shift 2
  if is_version "$program" "$version"; then return; fi
  say "installing $program $version (once; a few minutes)"
  # Without link-time optimisation: the tools run for seconds, building them for speed takes far longer.
  # A target folder of their own keeps them out of the project's.
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_TARGET_DIR="$TOOLS/build" \
    cargo install --root "$TOOLS" --force --version "$version" "$@"
  rm -rf "$TOOLS/build"
}
cargo_tool trunk "$TRUNK" --locked trunk
# Not --locked: a version that its lock file names has been withdrawn.
cargo_tool wasm-bindgen "$WASM_BINDGEN" wasm-bindgen-cli
# Its program tells no version, so a copy is kept under a name that does.
if [ ! -x "$TOOLS/bin/wasm-split-cli-$WASM_SPLIT" ]; then
  cargo_tool "wasm-split-cli-$WASM_SPLIT" "$WASM_SPLIT" --locked --features build-binary wasm_split_cli_support
  cp "$TOOLS/bin/wasm-split-cli" "$TOOLS/bin/wasm-split-cli-$WASM_SPLIT"
fi

if ! is_version wasm-opt "$BINARYEN"; then
  say "installing wasm-opt $BINARYEN from npm binaryen"
  npm install --prefix "$TOOLS/npm" --no-audit --no-fund --no-save --save-exact "binaryen@$BINARYEN.0.0" >&2
fi
