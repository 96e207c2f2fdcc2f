#!/usr/bin/env bash
# First process of the emulated machine: mounts what a Linux machine has, with cgroup v2 alone, starts Docker, grades.
# Says `drydock-machine: …` for whoever watches the console, and at the end `drydock-verdict: PASS …` or `FAIL …`.
set -u
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8

say() { echo "drydock-machine: $* ($((SECONDS)) s)"; }

# end VERDICT…: says it and turns the machine off.
end() {
  echo "drydock-verdict: $*"
  sync
  busybox poweroff -f
}

# emulated FILE COMMAND…: what it prints into FILE. Once more, up to three times, when SIGSEGV or SIGILL ended it, which
# no JavaScript of ours can bring about. QEMU 7.2 ended Node so twice in one run of this test and never in the next; an
# emulator with a thread for each core that runs what Node's compilers have only just written is the likeliest reason.
emulated() {
  local file=$1 code
  shift
  for _ in 1 2 3; do
    "$@" >"$file"
    code=$?
    case $code in
      132 | 139) say "the emulator ended Node with $code" ;;
      *) break ;;
    esac
  done
  return "$code"
}

mount -t proc proc /proc
mount -t sysfs sysfs /sys
mountpoint -q /dev || mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /tmp
mount -t cgroup2 cgroup2 /sys/fs/cgroup
# The kernel asks for its modules by this path.
[ -x /sbin/modprobe ] || ln -s /usr/bin/busybox /sbin/modprobe
echo machine >/proc/sys/kernel/hostname
echo '127.0.0.1 localhost machine' >/etc/hosts
ip link set lo up
say "Linux $(uname -r), cgroup $(stat -f -c %T /sys/fs/cgroup)"

dockerd >/var/log/dockerd.log 2>&1 &
for _ in $(seq 600); do
  docker version >/dev/null 2>&1 && break
  sleep 0.2
done
docker info --format '{{.ServerVersion}}, cgroup v{{.CgroupVersion}} ({{.CgroupDriver}}), {{.Driver}}' >/tmp/engine 2>&1 || {
  tail -n 40 /var/log/dockerd.log
  end FAIL dockerd did not start
}
say "Docker $(cat /tmp/engine)"

for archive in /srv/archives/*.tar; do
  docker load -q -i "$archive" >/dev/null || end FAIL "docker load of $archive"
  rm -f "$archive"
  say "loaded $(basename "$archive")"
done

cd /srv/drydock || end FAIL no checkout
node=(node harness/cli/main.ts)
emulated /tmp/doctor timeout 120 "${node[@]}" doctor
cat /tmp/doctor
# shellcheck disable=SC2016
summary='const [r] = JSON.parse(require("fs").readFileSync("/tmp/result.json")); console.log(r.outcome, `${r.score}/${r.max}`, r.engineVersion, JSON.stringify(r.phases))'
score=''
# The first check prepares the one image that was brought along; `drydock prepare` would want the whole course's.
for DRYDOCK_TRANSPORT in shared-folder streams; do
  export DRYDOCK_TRANSPORT
  emulated /tmp/result.json \
    timeout 540 "${node[@]}" check build-noderun --patience 20 --dir graders/build-noderun/solution --json
  score=$(node -e "$summary")
  say "drydock check by $DRYDOCK_TRANSPORT: $score"
  [[ $score == 'graded 100/100 '* ]] || break
done
unset DRYDOCK_TRANSPORT
emulated /tmp/limits timeout 360 node script/engines/limits.ts
limits_code=$?
say "limits: $(tail -n 1 /tmp/limits)"
left=$(docker ps -aq --filter label=drydock | wc -l)
[ "$limits_code" = 0 ] || {
  cat /tmp/limits
  end FAIL "limits, $score"
}
[ "$left" = 0 ] || end FAIL "$left containers are left"
case $score in
  'graded 100/100 '*) end PASS "$score" ;;
esac
head -c 20000 /tmp/result.json
tail -n 40 /var/log/dockerd.log
end FAIL "$score"
