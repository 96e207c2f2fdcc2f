#!/bin/sh
# First process of an engine: makes a data-root out of the golden store, then runs containerd and dockerd.
# Environment: DRYDOCK_PLANS (slugs of the images to show), DRYDOCK_REPOSITORIES (repositories.json),
# DRYDOCK_GID (group that may use the engine's socket), DRYDOCK_HOST_ADDRESS (the course's host, on loopback),
# DRYDOCK_PACKAGE_PROXY (address:port of the package forwarder, where there is one),
# DRYDOCK_CONTROL (the script that answers the harness) with DRYDOCK_DAEMON and DRYDOCK_HOST (its parts),
# DRYDOCK_MEMORY (the script that watches over the memory), DRYDOCK_CONTAINERS_BYTES (memory of all containers together),
# DRYDOCK_DAEMON_JSON (dockerd's settings).
set -eu
root=/var/lib/docker
run=/run/drydock

say() { echo "drydock-engine: $*"; }

# One process for all folders: the student's first command waits for each.
mkdir -p "$run" "$root/overlay2" "$root/image/overlay2" /etc/docker

# Docker mounts cgroups read-only for containers without --privileged; the engine needs its own subtree.
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  mount -o remount,bind,rw /sys/fs/cgroup
  # cgroup v2 allows controllers in a subtree only while no process sits in its root ("no internal processes").
  mkdir -p /sys/fs/cgroup/drydock
  while read -r pid; do echo "$pid" >/sys/fs/cgroup/drydock/cgroup.procs 2>/dev/null || :; done </sys/fs/cgroup/cgroup.procs
  for controller in $(cat /sys/fs/cgroup/cgroup.controllers); do
    echo "+$controller" >/sys/fs/cgroup/cgroup.subtree_control || say "containers do without the controller $controller"
  done
  containers=/sys/fs/cgroup/docker most=memory.max
else
  # All of them at once: a process for each would take 15 ms.
  mount -a -t cgroup -o remount,bind,rw
  containers=/sys/fs/cgroup/memory/docker most=memory.limit_in_bytes
fi

# Before all that it can do without, for it starts meanwhile.
# The plugin for Kubernetes would listen on the loopback that the student's terminal shares.
printf 'version = 2\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n' >/run/containerd.toml
containerd --config /run/containerd.toml --root "$root/containerd" --state /run/containerd \
  --address /run/containerd/containerd.sock >/run/containerd.log 2>&1 &
export DRYDOCK_FIRST=$!

# A symlink in the workspace must not lead a bind mount out of it.
mount -o remount,bind,nosymfollow,nosuid,nodev /workspace

# The student's terminal may begin before dockerd answers, and has no network until then.
ip -batch - <<ADDRESSES
link set lo up
${DRYDOCK_HOST_ADDRESS:+address add $DRYDOCK_HOST_ADDRESS/32 dev lo}
ADDRESSES

# The golden store holds every course image unpacked; copying only its metadata costs per layer, not per byte.
for slug in $DRYDOCK_PLANS; do
  tar -x -C "$root" -f "/golden/plan/$slug.tar"
  while read -r layer; do
    # Images share layers: one that another image has brought is mounted already.
    [ ! -d "$root/overlay2/$layer/diff" ] || continue
    mkdir "$root/overlay2/$layer/diff" "$root/overlay2/$layer/work"
    mount --bind -o ro "/golden/overlay2/$layer/diff" "$root/overlay2/$layer/diff"
  done <"/golden/plan/$slug.layers"
done
printf '%s' "$DRYDOCK_REPOSITORIES" >"$root/image/overlay2/repositories.json"
printf '%s' "$DRYDOCK_DAEMON_JSON" >/etc/docker/daemon.json
printf '%s' "$DRYDOCK_DAEMON" >/run/drydock-daemon.sh

# dockerd's own dial back-off costs about 0.9 s when containerd is not there yet.
until [ -S /run/containerd/containerd.sock ]; do
  kill -0 "$DRYDOCK_FIRST" 2>/dev/null || { say "containerd ended"; tail -n 5 /run/containerd.log; exit 1; }
  sleep 0.01
done
sh /run/drydock-daemon.sh run &

# What dockerd does not need, while it starts.
printf '%s' "$DRYDOCK_CONTROL" >/run/drydock-control.sh
printf '%s' "$DRYDOCK_HOST" >/run/drydock-host.sh
printf '%s' "$DRYDOCK_MEMORY" >/run/drydock-memory.sh
# dockerd makes all containers below this group: when they are out of memory, the kernel ends one of theirs, never dockerd.
mkdir -p "$containers"
echo "$DRYDOCK_CONTAINERS_BYTES" >"$containers/$most" || say "containers share the engine's memory"
socat "UNIX-LISTEN:$run/control.sock,fork,mode=660,group=$DRYDOCK_GID,backlog=64" EXEC:"sh /run/drydock-control.sh" &
bash /run/drydock-memory.sh /sys/fs/cgroup /proc /run/drydock-starved &

# Package managers' way out: from an address of dockerd's bridge, which is not there yet (freebind), to the harness.
if [ -n "${DRYDOCK_PACKAGE_PROXY:-}" ]; then
  socat -t 30 "TCP-LISTEN:${DRYDOCK_PACKAGE_PROXY#*:},bind=${DRYDOCK_PACKAGE_PROXY%:*},freebind,reuseaddr,fork,max-children=64,backlog=64" \
    "UNIX-CONNECT:$run/packages.sock" &
fi

# The engine lives as long as its containerd: dockerd may come and go (see daemon.sh). This wait also reaps orphans.
wait "$DRYDOCK_FIRST" || :
say "containerd ended"
