#!/usr/bin/env bash
# Prints the path of the Chromium or Chrome to test with: $CHROMIUM, or an installed one, or (root on Debian) a newly installed one.
set -euo pipefail

found() { command -v "$1" 2>/dev/null || { [ -x "$1" ] && printf '%s\n' "$1"; }; }

if [ -n "${CHROMIUM:-}" ]; then
  found "$CHROMIUM" || { echo "CHROMIUM names no program: $CHROMIUM" >&2; exit 1; }
  exit 0
fi
installed() {
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    found "$name" && return
  done
  return 1
}
installed && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "No Chromium found: installing Debian's." >&2
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes chromium; } >&2
  installed && exit 0
fi
echo "The browser tests need Chromium or Chrome. Install one, for instance: sudo apt-get install chromium" >&2
echo "or name an installed one: make test CHROMIUM=/path/to/chrome" >&2
exit 1
