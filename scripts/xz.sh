#!/usr/bin/env bash
# Prints the path of xz, which packs the single file: $XZ, or an installed one, or (root on Debian) a newly installed one.
set -euo pipefail
. "$(dirname "$0")/program.sh"

program XZ xz-utils xz && exit 0
echo "The single file is packed with xz. Install it, for instance: sudo apt-get install xz-utils" >&2
exit 1
