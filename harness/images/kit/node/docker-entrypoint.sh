#!/bin/sh
# An option, a word that is no command, or a readable file that cannot be executed is meant for node.
set -e
case "${1-}" in
  -*) set -- node "$@" ;;
  *)
    if [ -z "$(command -v "${1-}" 2>/dev/null)" ] || { [ -f "$1" ] && [ ! -x "$1" ]; }; then
      set -- node "$@"
    fi
    ;;
esac
exec "$@"
