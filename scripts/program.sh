# To be sourced by the scripts that find a program and, as root on Debian, install it.

found() { command -v "$1" 2>/dev/null || { [ -x "$1" ] && printf '%s\n' "$1"; }; }

first_of() {
  local name
  for name; do found "$name" && return; done
  return 1
}

# Prints the path of a program: the one that the variable $1 names, else the first of the names from $3 on that is installed, if
# need be with the words $2 behind `apt-get install`.
program() {
  local chosen=${!1:-} variable=$1 package=$2
  shift 2
  if [ -n "$chosen" ]; then
    found "$chosen" || { echo "$variable names no program: $chosen" >&2; exit 1; }
    return
  fi
  first_of "$@" && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "Not found: ${1##*/}. Installing Debian's." >&2
  # shellcheck disable=SC2086 # several words
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes $package; } >&2 || return 1
  first_of "$@"
}
