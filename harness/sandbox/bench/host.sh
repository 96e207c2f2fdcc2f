#!/bin/sh
# Asks the machine for something that the student's terminal cannot do: host.sh ASKER COMMAND…, called by the stand-ins.
# ASKER is user, sudo or root (a shell that sudo opened). The other side judges; what it refuses is said and ends with 1.
PATH=/usr/bin:/bin
socket=/drydock/host.sock
settings=/etc/docker/daemon.json
asker=$1 && shift
{
  printf '%s %s\n' "$asker" "$#"
  printf '%s\0' "$@"
  # dockerd's settings go with every command about the daemon, and with the news that they were written.
  case $1 in systemctl | service | wrote-daemon.json) [ -f "$settings" ] && head -c 65537 "$settings" ;; esac
} | socat -t 120 - "UNIX-CONNECT:$socket" | {
  read -r code out err || exit 1
  head -c "$out"
  head -c "$err" >&2
  exit "$code"
}
