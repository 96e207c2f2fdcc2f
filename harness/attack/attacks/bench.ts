import { type Attack, gotThrough } from '../attack.ts';

const bench = (
  id: string,
  title: string,
  effect: string,
  script: string,
  extra: Partial<Attack> = {},
): Attack => ({
  ...{ id, from: 'bench', title, expected: 'refused', effect, script, ...extra },
});
const reads = 'a canary file is read';
const reached = 'a canary socket is reached';
const done = 'it is done';

/** What the student's own terminal could do without Docker. */
export const benchAttacks: Attack[] = [
  bench(
    'engine-sockets',
    "the engine's sockets by their paths",
    reached,
    'for s in /run/drydock/docker.sock /run/drydock/control.sock /drydock/../engine/docker.sock /var/run/docker.sock /run/containerd/containerd.sock /run/canary.sock; do echo $ID | timeout 0.3 socat -u - UNIX-CONNECT:$s; done',
  ),
  bench(
    'abstract-sockets',
    'abstract sockets of the shared network',
    'a shim or the engine answers',
    `tr -d '\\0' </proc/net/unix | awk '$8 ~ /^@/ && $8 != "@canary" {print $8}' | while read -r s; do echo "$s"; ${gotThrough}; done; echo $ID | timeout 0.3 socat -u - ABSTRACT-CONNECT:$OUTER_ABSTRACT`,
  ),
  bench(
    'loopback-services',
    'services of the engine on its loopback',
    'one of them listens',
    `awk '$4 == "0A" && $8 == 0 {print $2}' /proc/net/tcp /proc/net/tcp6 | while IFS=: read -r a p; do p=$((16#$p)); [ $p = $ENGINE_PORT ] && continue; printf 'port %s\\n' $p; curl -s -i --max-time 1 http://127.0.0.1:$p/ | head -1; ${gotThrough}; done`,
  ),
  bench(
    'outer-loopback',
    "the machine's own loopback",
    reached,
    'echo $ID | timeout 0.3 socat -u - TCP:127.0.0.1:$OUTER_PORT',
  ),
  bench(
    'outer-files',
    'files of the machine by their paths',
    reads,
    'cat $OUTER_FILE /proc/1/root$OUTER_FILE /proc/1/cwd/../$OUTER_FILE; echo x > $OUTER_FILE; ls -la /drydock/..; cat /canary/secret /golden/* /gate/*',
  ),
  bench(
    'proc-root',
    "another process's root",
    reads,
    'for p in /proc/[0-9]*; do cat $p/root/canary/secret $p/cwd/canary/secret; done 2>/dev/null; true',
  ),
  bench(
    'core-pattern',
    'a program that the kernel runs for crashed ones',
    'the setting changes',
    `echo "|/bin/sh" > /proc/sys/kernel/core_pattern && ${gotThrough}`,
  ),
  bench(
    'kernel-settings',
    "the kernel's and the network's settings",
    'a setting changes',
    `for f in kernel/modprobe kernel/hostname net/ipv4/ip_forward vm/drop_caches fs/binfmt_misc/register; do echo 1 > /proc/sys/$f && ${gotThrough}; done; echo x > /proc/sysrq-trigger && ${gotThrough}; echo x > /sys/kernel/uevent_helper && ${gotThrough}`,
  ),
  bench(
    'user-namespace',
    'root in a user namespace',
    'it mounts a file system',
    `unshare -Ur sh -c 'mount -t tmpfs x /mnt && ${gotThrough}'; unshare -m true && ${gotThrough}`,
  ),
  bench(
    'mount',
    'mounting',
    done,
    `mount -t tmpfs x /tmp && ${gotThrough}; mount --bind / /mnt && ${gotThrough}; mount -o remount,rw / && ${gotThrough}; umount -l /proc && ${gotThrough}`,
  ),
  bench(
    'device-nodes',
    'device nodes of the disk',
    'the disk is read',
    `mknod /tmp/d b 254 0 && head -c 1 /tmp/d && ${gotThrough}; for d in /dev/mem /dev/kmsg /dev/vda /dev/sda /dev/fuse /dev/kvm /dev/net/tun /dev/loop0; do head -c 1 $d && ${gotThrough}; done`,
  ),
  bench(
    'setuid-programs',
    'programs that make one root',
    'a process is root',
    `setsid -w su -c id </dev/null; setsid -w newgrp root </dev/null; unshare -r id; docker exec den sh -c 'cp /bin/busybox /workspace/suid; chmod 4755 /workspace/suid'; /workspace/suid id -u | grep -x 0 && ${gotThrough}; perl -e '$< = $> = 0; exit($> == 0 ? 0 : 1)' && ${gotThrough}`,
  ),
  bench(
    'device-in-workspace',
    'a device node that a container puts into the workspace',
    'the terminal reads it',
    `docker exec den mknod -m 666 /workspace/zero c 1 5; head -c 1 /workspace/zero | od -c; head -c 1 /workspace/zero && ${gotThrough}`,
  ),
  bench(
    'cgroup',
    'its own limits',
    'a limit changes',
    `for f in /sys/fs/cgroup/*/cgroup.procs /sys/fs/cgroup/cgroup.procs; do echo $$ > $f && ${gotThrough}; done; for f in /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max /sys/fs/cgroup/pids/pids.max /sys/fs/cgroup/pids.max /sys/fs/cgroup/memory/release_agent; do echo 99999999999 > $f && ${gotThrough}; done`,
  ),
  bench(
    'gate-folder',
    "the folder of the gate's socket",
    'it is changed',
    `rm -f $GATE && ${gotThrough}; touch /drydock/$ID && ${gotThrough}; mv $GATE /drydock/x && ${gotThrough}; echo x > /drydock/bin/sudo && ${gotThrough}; chmod 600 $GATE && ${gotThrough}`,
  ),
  bench(
    'system-files',
    "the terminal's own system",
    'it is changed',
    `touch /usr/bin/$ID /etc/$ID /$ID && ${gotThrough}; echo x >> /etc/passwd && ${gotThrough}`,
  ),
  bench(
    'netlink',
    "the engine's addresses and links",
    'one is changed',
    `ip address add 10.9.8.7/32 dev lo && ${gotThrough}; ip link set lo down && ${gotThrough}; ip route add 10.1.0.0/16 dev lo && ${gotThrough}`,
  ),
  bench(
    'firewall',
    "the engine's packet filter",
    'a rule is there',
    `iptables -A INPUT -j DROP && ${gotThrough}; iptables -t nat -I OUTPUT -p tcp --dport 6060 -j REDIRECT --to-ports 7070 && ${gotThrough}`,
  ),
  bench(
    'raw-sockets',
    'raw and packet sockets, to read what others send',
    'one is opened',
    `perl -MSocket -e 'exit((socket(my $a, 17, 3, 768) || socket(my $b, AF_INET, 3, 1) || socket(my $c, AF_INET6, 3, 58)) ? 0 : 1)' && ${gotThrough}`,
  ),
  bench(
    'vsock',
    "the virtual machine's line to its host (AF_VSOCK)",
    'a socket is opened',
    `perl -MSocket -e 'exit(socket(my $s, 40, 1, 0) ? 0 : 1)' && ${gotThrough}`,
  ),
  bench(
    'low-port',
    "ports that are the system's",
    'one is bound',
    `perl -MSocket -e 'socket(my $s, AF_INET, SOCK_STREAM, 0); setsockopt($s, SOL_SOCKET, SO_REUSEADDR, 1); exit(bind($s, sockaddr_in($ENV{ENGINE_PORT}, INADDR_ANY)) && listen($s, 1) ? 0 : 1)' && ${gotThrough}`,
    { title: "a port that the engine's service has", effect: 'it is bound a second time' },
  ),
  bench(
    'trace',
    "tracing processes that are not the student's",
    'one is halted',
    `perl -e 'for (glob "/proc/[0-9]*") { my ($pid) = /(d+)/; next if (stat)[4] == $<; exit 0 if syscall(101, 16, $pid + 0, 0, 0) == 0 } exit 1' && ${gotThrough}`,
  ),
  bench(
    'other-workspace',
    "another submission's files",
    reads,
    'ls -la /workspace/.. /var/lib/docker; cat /workspace/../workspace/neighbour /var/lib/docker/volumes/*/_data/neighbour; docker volume ls; docker run --rm -v drydock-workspace-neighbour:/n $IMG cat /n/neighbour',
  ),
  bench(
    'host-verbs',
    "the stand-ins for root's commands, with paths that lead out",
    `a canary file is read or changed`,
    `sudo truncate -s 0 /canary/secret; sudo truncate -s 0 /var/lib/docker/../../../canary/secret; sudo find /canary -name secret; sudo find / -maxdepth 2 -name canary -exec cat {}/secret ';'; sudo cat /canary/secret /run/drydock/secret; sudo ls -la /canary; sudo sh -c 'cat /canary/secret'; sudo tee /canary/$ID </dev/null; docker exec den sh -c 'ln -sfn / /esc'; sudo cat /var/lib/docker/overlay2/*/merged/esc/canary/secret; sudo -E env; sudo bash -c 'id -u' | grep -x 0 && ${gotThrough}`,
  ),
  bench(
    'host-folder',
    "a root shell's folder, from which paths lead out",
    `a canary file is read or changed`,
    `docker exec den sh -c 'ln -sfn / /esc'; printf 'root 4\\nin-folder\\0/canary\\0cat\\0secret\\0' | socat -t 3 - UNIX:/drydock/host.sock; DRYDOCK_ROOT=1 DRYDOCK_FOLDER=/canary sudo cat secret; DRYDOCK_ROOT=1 DRYDOCK_FOLDER=/var/lib/docker sudo cat ../../../canary/secret; sudo bash -c 'cd /var/lib/docker/overlay2/*/merged/esc/canary && cat secret; cd /var/lib/docker/../../../canary && cat secret; cd /var/lib/docker && cat ../../../canary/secret && ls ../../../canary; cd /var/lib/docker/../../../run/drydock && ls'`,
  ),
];
