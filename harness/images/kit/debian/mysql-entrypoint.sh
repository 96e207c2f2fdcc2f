#!/bin/bash
# The contract of the mysql image, over MariaDB: a first start needs a root password or the word that none is wanted,
# makes database and user by MYSQL_DATABASE, MYSQL_USER and MYSQL_PASSWORD, and runs /docker-entrypoint-initdb.d.
set -eu
data=/var/lib/mysql
socket=/var/run/mysqld/mysqld.sock

log() { printf '%s [%s] [Entrypoint]: %s\n' "$(date --utc +'%Y-%m-%d %H:%M:%S+00:00')" "$1" "$2"; }
fail() { log ERROR "$1" >&2; exit 1; }

# from_file NAME: the value of NAME, or the contents of the file that NAME_FILE names.
from_file() {
  local file=$1_FILE
  [ -z "${!1:-}" ] || [ -z "${!file:-}" ] || fail "Both $1 and $file are set (but are exclusive)"
  [ -z "${!file:-}" ] || export "$1=$(<"${!file}")"
}
ask() { mysql --no-defaults --socket="$socket" --user=root "$@"; }
quoted() { printf %s "${1//\\/\\\\}" | sed "s/'/''/g"; }

first_statements() {
  local root host user
  root=$(quoted "${MYSQL_ROOT_PASSWORD:-}")
  echo "DELETE FROM mysql.global_priv WHERE Host <> 'localhost'; FLUSH PRIVILEGES; ALTER USER 'root'@'localhost' IDENTIFIED BY '$root';"
  host=$(quoted "${MYSQL_ROOT_HOST:-%}")
  [ "$host" = localhost ] || echo "CREATE USER 'root'@'$host' IDENTIFIED BY '$root'; GRANT ALL ON *.* TO 'root'@'$host' WITH GRANT OPTION;"
  [ -z "${MYSQL_DATABASE:-}" ] || echo "CREATE DATABASE IF NOT EXISTS \`$MYSQL_DATABASE\`;"
  [ -n "${MYSQL_USER:-}" ] && [ -n "${MYSQL_PASSWORD:-}" ] || return 0
  user="'$(quoted "$MYSQL_USER")'@'%'"
  echo "CREATE USER $user IDENTIFIED BY '$(quoted "$MYSQL_PASSWORD")';"
  [ -z "${MYSQL_DATABASE:-}" ] || echo "GRANT ALL ON \`${MYSQL_DATABASE//_/\\_}\`.* TO $user;"
}

initialize() {
  from_file MYSQL_ROOT_PASSWORD
  from_file MYSQL_PASSWORD
  if [ -z "${MYSQL_ROOT_PASSWORD:-}${MYSQL_ALLOW_EMPTY_PASSWORD:-}${MYSQL_RANDOM_ROOT_PASSWORD:-}" ]; then
    fail $'Database is uninitialized and password option is not specified\n    You need to specify one of the following as an environment variable:\n    - MYSQL_ROOT_PASSWORD\n    - MYSQL_ALLOW_EMPTY_PASSWORD\n    - MYSQL_RANDOM_ROOT_PASSWORD'
  fi
  log Note 'Initializing database files'
  local said
  said=$(mariadb-install-db --datadir="$data" --auth-root-authentication-method=normal --skip-test-db) || fail "$said"
  log Note 'Database files initialized'
  if [ -n "${MYSQL_RANDOM_ROOT_PASSWORD:-}" ]; then
    MYSQL_ROOT_PASSWORD=$(head -c 24 /dev/urandom | base64)
    log Note "GENERATED ROOT PASSWORD: $MYSQL_ROOT_PASSWORD"
  fi
  log Note 'Starting temporary server'
  mysqld --skip-networking --socket="$socket" &
  local server=$!
  until ask -e 'SELECT 1' >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || fail 'Unable to start server.'
    sleep 0.1
  done
  log Note 'Temporary server started.'
  first_statements | ask
  export MYSQL_PWD=${MYSQL_ROOT_PASSWORD:-}
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    log Note "running $file"
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) ask ${MYSQL_DATABASE:+"$MYSQL_DATABASE"} <"$file" ;;
      *.sql.gz) gunzip -c "$file" | ask ${MYSQL_DATABASE:+"$MYSQL_DATABASE"} ;;
      *) log Warn "ignoring $file" ;;
    esac
  done
  log Note 'Stopping temporary server'
  ask -e SHUTDOWN
  wait "$server" || :
  unset MYSQL_PWD
  log Note 'MySQL init process done. Ready for start up.'
}

shopt -s nullglob
case ${1-} in -*) set -- mysqld "$@" ;; esac
if [ "${1-}" = mysqld ]; then
  log Note "Entrypoint script for MySQL Server ${MYSQL_VERSION} started."
  if [ "$(id -u)" = 0 ]; then
    log Note "Switching to dedicated user 'mysql'"
    mkdir -p /var/run/mysqld
    chown -R mysql:mysql "$data" /var/run/mysqld
    exec setpriv --reuid=mysql --regid=mysql --init-groups "$0" "$@"
  fi
  [ -d "$data/mysql" ] || initialize
fi
exec "$@"
