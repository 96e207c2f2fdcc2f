#!/bin/sh
# First process of a container that plays a whole Docker machine: dockerd 26.1 with a data-root of its own, which sees
# none of the host's files but the folder of its socket. Argument: its daemon.json.
set -eu
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  mount -o remount,bind,rw /sys/fs/cgroup
  mkdir -p /sys/fs/cgroup/outer
  while read -r pid; do echo "$pid" >/sys/fs/cgroup/outer/cgroup.procs 2>/dev/null || :; done </sys/fs/cgroup/cgroup.procs
  for controller in $(cat /sys/fs/cgroup/cgroup.controllers); do
    echo "+$controller" >/sys/fs/cgroup/cgroup.subtree_control || :
  done
else
  awk '$3 == "cgroup" { print $2 }' /proc/mounts | while read -r mountpoint; do
    mount -o remount,bind,rw "$mountpoint"
  done
fi
ip link set lo up
mkdir -p /etc/docker
printf '%s' "$1" >/etc/docker/daemon.json
exec dockerd --host unix:///outer/docker.sock
