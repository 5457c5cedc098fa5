#!/usr/bin/env bash
# Prints the path of the Chromium or Chrome to test with: $CHROMIUM, or an installed one, or (root on Debian) a newly installed one.
set -euo pipefail
. "$(dirname "$0")/program.sh"

program CHROMIUM chromium chromium chromium-browser google-chrome google-chrome-stable chrome \
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium" && exit 0
echo "The browser tests need Chromium or Chrome. Install one, for instance: sudo apt-get install chromium" >&2
echo "or name an installed one: make test CHROMIUM=/path/to/chrome" >&2
exit 1
