#!/usr/bin/env bash
# Prints the path of the Firefox to test the single file with: $FIREFOX, or an installed one, or (root on Debian) a newly installed ESR.
set -euo pipefail
. "$(dirname "$0")/program.sh"

program FIREFOX "--no-install-recommends firefox-esr" firefox-esr firefox "/Applications/Firefox.app/Contents/MacOS/firefox" && exit 0
echo "no Firefox: install one (for instance: sudo apt-get install firefox-esr) or name it: FIREFOX=/path/to/firefox" >&2
exit 1
