import { type Attack, gotThrough } from '../attack.ts';

const inside = (
  id: string,
  title: string,
  effect: string,
  script: string,
  extra: Partial<Attack> = {},
): Attack => ({
  ...{ id, from: 'container', title, expected: 'refused', effect, script, ...extra },
});

/** What root in a plain container of the student's could do. */
export const containerAttacks: Attack[] = [
  inside(
    'container-disk',
    "the machine's disks, through nodes that it may make",
    'a disk is read',
    `awk 'NR > 2 {print $1, $2, $4}' /proc/partitions | while read -r major minor name; do rm -f /tmp/$name; mknod /tmp/$name b $major $minor && head -c 1 /tmp/$name >/dev/null 2>&1 && ${gotThrough}; done; for c in '1 1' '1 2' '1 11' '10 232' '10 200'; do rm -f /tmp/c; mknod /tmp/c c $c && head -c 1 /tmp/c >/dev/null 2>&1 && ${gotThrough}; done; true`,
  ),
  inside(
    'container-mount',
    'mounting',
    'it is done',
    `mount -t tmpfs x /mnt && ${gotThrough}; mount -t proc x /mnt && ${gotThrough}; mount -o remount,rw /sys && ${gotThrough}; mount -o remount,rw /proc/sys && ${gotThrough}`,
  ),
  inside(
    'container-release-agent',
    'a program that the kernel runs when a cgroup empties (CVE-2022-0492)',
    'the cgroup is mounted',
    `mkdir -p /tmp/c; for t in rdma memory cpuset misc; do mount -t cgroup -o $t c /tmp/c && ${gotThrough}; done; mount -t cgroup2 c /tmp/c && ${gotThrough}; unshare -Urm sh -c 'mount -t cgroup -o rdma c /tmp/c && ${gotThrough}'; true`,
  ),
  inside(
    'container-cgroup',
    "the engine's cgroups, which it sees",
    'a limit changes',
    `for f in /sys/fs/cgroup/*/notify_on_release /sys/fs/cgroup/*/release_agent /sys/fs/cgroup/devices/devices.allow /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max; do [ -e $f ] && echo 1 2>/dev/null > $f && ${gotThrough}; done; true`,
  ),
  inside(
    'container-core-pattern',
    'a program that the kernel runs for crashed ones',
    'the setting changes',
    `echo '|/bin/sh' > /proc/sys/kernel/core_pattern && ${gotThrough}; echo b > /proc/sysrq-trigger && ${gotThrough}; echo x > /sys/kernel/uevent_helper && ${gotThrough}; echo /x > /proc/sys/kernel/modprobe && ${gotThrough}; true`,
  ),
  inside(
    'container-network-settings',
    "the engine's routes and filters",
    'one changes',
    `echo 0 > /proc/sys/net/ipv4/ip_forward && ${gotThrough}; ip link set lo down && ${gotThrough}; ip address add 10.9.8.7/32 dev lo && ${gotThrough}; true`,
  ),
  inside(
    'container-namespaces',
    'the namespaces of the first process',
    'it sees what is in there',
    `nsenter -t 1 -m -- cat /canary/secret; cat /proc/1/root/canary/secret; unshare -Ur sh -c 'mount -t tmpfs x /mnt && ${gotThrough}'; unshare -m true && ${gotThrough}; true`,
  ),
  inside(
    'container-engine-loopback',
    "services on the engine's loopback",
    'a canary socket is reached',
    'echo $ID | nc -w 1 127.0.0.1 $ENGINE_PORT; gateway=$(ip route | awk "/default/ {print \\$3}"); echo $ID | nc -w 1 $gateway $ENGINE_PORT; ip route add 127.0.0.0/8 via $gateway; echo $ID | nc -w 1 127.0.0.2 $ENGINE_PORT',
  ),
  inside(
    'container-loopback-route',
    "the engine's loopback as a neighbour's address, which the course's host is beside",
    'a canary socket is reached',
    'gateway=$(ip route | awk "/default/ {print \\$3}"); for host in 192.168.56.101 127.0.0.1; do ip route replace $host via $gateway 2>/dev/null; echo $ID | nc -w 1 $host $ENGINE_PORT; done; true',
  ),
  inside(
    'container-outer-loopback',
    "the machine's own loopback and network",
    'a canary socket is reached, or a way out is there',
    `echo $ID | nc -w 1 127.0.0.1 $OUTER_PORT; gateway=$(ip route | awk "/default/ {print \\$3}"); echo $ID | nc -w 1 $gateway $OUTER_PORT; true`,
  ),
  inside(
    'container-module',
    'a kernel module, the clock, a restart',
    'the kernel does it',
    `modprobe dummy && ${gotThrough}; date -s 2001-01-01 >/dev/null; [ "$(date +%Y)" = 2001 ] && ${gotThrough}; reboot -f && ${gotThrough}; swapon /tmp/x && ${gotThrough}; dmesg >/dev/null 2>&1 && ${gotThrough}; hostname taken && ${gotThrough}; chroot /proc/1/root cat /canary/secret; true`,
  ),
  inside(
    'container-memory',
    "the kernel's memory",
    'it is read',
    `for f in /proc/kcore /proc/kmem /dev/mem /proc/timer_list /proc/keys /sys/firmware/dmi/tables/DMI; do [ "$(head -c 16 $f 2>/dev/null | wc -c)" -gt 0 ] && { echo $f; ${gotThrough}; }; done; true`,
  ),
  inside(
    'container-sockets',
    "the engine's sockets through its own",
    'a canary socket is reached',
    'for s in /run/canary.sock /var/run/docker.sock /run/containerd/containerd.sock /run/drydock/docker.sock; do [ -S $s ] && printf GOT%s -THROUGH; done; grep -a @ /proc/net/unix; node -e \'for (const path of ["\\0canary", "\\0" + process.env.OUTER_ABSTRACT]) require("net").connect({ path }).on("connect", function () { this.end(process.env.ID) }).on("error", () => undefined)\'',
  ),
  inside(
    'container-run-overwrite',
    "the runtime's program, which starts processes in it (CVE-2019-5736)",
    "the engine's own program changes",
    `cp /bin/busybox /tmp/b; for n in 1 2 3; do for p in /proc/[0-9]*/exe; do case $(readlink $p) in *runc*) echo x > $p && ${gotThrough};; esac; done; done 2>/dev/null; true`,
  ),
];
