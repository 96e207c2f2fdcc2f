# The preparing engine: dockerd on the golden volume, alive for as long as whoever started it holds its stdin.
set -eu
for mount in $(awk '$3 == "cgroup" { print $2 }' /proc/mounts); do mount -o remount,bind,rw "$mount"; done
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  mount -o remount,bind,rw /sys/fs/cgroup
  mkdir -p /sys/fs/cgroup/init
  for pid in $(cat /sys/fs/cgroup/cgroup.procs); do echo "$pid" >/sys/fs/cgroup/init/cgroup.procs 2>/dev/null || true; done
  # Where a controller cannot be passed on, containers run without its limits: enough to look into an image.
  sed 's/[^ ]\{1,\}/+&/g' /sys/fs/cgroup/cgroup.controllers >/sys/fs/cgroup/cgroup.subtree_control || true
fi
containerd >/run/containerd.log 2>&1 &
until [ -S /run/containerd/containerd.sock ]; do sleep 0.05; done
# The network is the host's, so that a proxy or a mirror on its loopback answers: dockerd must not touch it.
dockerd --containerd /run/containerd/containerd.sock --host unix:///run/docker.sock --data-root /golden \
  --storage-driver overlay2 --bridge=none --iptables=false --ip6tables=false --ip-forward=false "$@" >/run/dockerd.log 2>&1 &
daemon=$!
until docker version >/dev/null 2>&1; do
  if ! kill -0 "$daemon" 2>/dev/null; then
    tail -n 20 /run/dockerd.log >&2
    exit 1
  fi
  sleep 0.1
done
echo ready
exec cat >/dev/null
