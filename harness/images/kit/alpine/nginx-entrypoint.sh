#!/bin/sh
# Runs what was put into /docker-entrypoint.d before nginx starts, in the order of its names.
set -e
case ${1-} in
  nginx | nginx-debug)
    for file in /docker-entrypoint.d/*; do
      case $file in
        *.envsh) if [ -x "$file" ]; then . "$file"; fi ;;
        *.sh) if [ -x "$file" ]; then "$file"; fi ;;
      esac
    done
    [ -n "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ] || echo "$0: Configuration complete; ready for start up"
    ;;
esac
exec "$@"
