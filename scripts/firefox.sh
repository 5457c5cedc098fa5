#!/usr/bin/env bash
# Prints the path of the Firefox to test the single file with: $FIREFOX, or an installed one, or (root on Debian) a newly installed ESR.
set -euo pipefail

found() { command -v "$1" 2>/dev/null || { [ -x "$1" ] && printf '%s\n' "$1"; }; }

if [ -n "${FIREFOX:-}" ]; then
  found "$FIREFOX" || { echo "FIREFOX names no program: $FIREFOX" >&2; exit 1; }
  exit 0
fi
installed() {
  for name in firefox-esr firefox "/Applications/Firefox.app/Contents/MacOS/firefox"; do
    found "$name" && return
  done
  return 1
}
installed && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "No Firefox found: installing Debian's ESR." >&2
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends firefox-esr; } >&2 || true
  installed && exit 0
fi
echo "no Firefox: install one (for instance: sudo apt-get install firefox-esr) or name it: FIREFOX=/path/to/firefox" >&2
exit 1
