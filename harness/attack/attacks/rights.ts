import { type Attack, gotThrough, plunder, runWith } from '../attack.ts';

const mounts = `sh -c 'mount -t tmpfs x /mnt && ${gotThrough}'`;
const exists = 'a container with that right exists';

const refused = (id: string, title: string, options: string, command = 'true', effect = exists): Attack => ({
  ...{ id, from: 'bench', title, expected: 'refused', effect },
  script: runWith(options, command),
});

/** Containers that ask for rights over the engine. */
export const rightsAttacks: Attack[] = [
  refused('privileged', 'a privileged container', '--privileged', mounts, 'it mounts a file system'),
  refused(
    'pid-host',
    "the engine's processes",
    '--pid=host',
    `sh -c 'cat /proc/[0-9]*/cmdline | tr "\\0" " "'`,
    "a canary process's argument is printed",
  ),
  refused(
    'ipc-host',
    "the engine's shared memory",
    '--ipc=host',
    `sh -c 'cat /dev/shm/*'`,
    'canary memory is printed',
  ),
  refused('uts-host', "the engine's host name", '--uts=host', 'hostname canary-lost', exists),
  refused(
    'network-host',
    "the engine's network",
    '--network=host',
    `sh -c 'echo $ID | nc -w 1 127.0.0.1 $ENGINE_PORT'`,
    exists,
  ),
  refused('network-host-case', "the engine's network, spelled `HOST`", '--network=HOST'),
  refused('userns-host', "the engine's user namespace", '--userns=host'),
  refused('cgroupns-host', "the engine's cgroup namespace", '--cgroupns=host'),
  ...['SYS_ADMIN', 'ALL', 'CAP_NET_ADMIN', 'sys_ptrace', 'SYS_MODULE', 'BPF', 'DAC_READ_SEARCH'].map((name) =>
    refused(
      `cap-${name.toLowerCase().replaceAll('_', '-')}`,
      `the capability ${name}`,
      `--cap-add ${name}`,
      mounts,
    ),
  ),
  refused('device', 'a device of the machine', '--device /dev/null:/dev/x'),
  refused('device-rule', 'a rule that allows every block device', "--device-cgroup-rule 'b *:* rwm'"),
  ...['seccomp=unconfined', 'apparmor=unconfined', 'systempaths=unconfined', 'label=disable'].map((option) =>
    refused(`option-${option.replace('=', '-')}`, `\`--security-opt ${option}\``, `--security-opt ${option}`),
  ),
  refused('cgroup-parent', "a place in the engine's own cgroup", '--cgroup-parent /'),
  refused('other-runtime', 'a runtime of its choice', '--runtime io.containerd.runc.v2'),
  refused('sysctl', 'a kernel setting', '--sysctl kernel.msgmax=1'),
  refused('oom-score', 'being spared when memory runs out', '--oom-score-adj=-1000'),
  refused(
    'log-driver-socket',
    "a log driver that writes to the engine's socket",
    '--log-driver syslog --log-opt syslog-address=unix:///run/docker.sock',
  ),
  refused('gpus', 'devices by request', '--gpus all'),
  refused('annotation', 'annotations that a runtime obeys', '--annotation run.oci.handler=x'),
  refused('volume-driver', 'a volume driver of its choice', '--volume-driver x -v a:/a'),
  {
    id: 'exec-privileged',
    from: 'bench',
    title: 'a privileged process in a plain container',
    expected: 'refused',
    effect: 'it mounts a file system',
    script: `docker exec --privileged den ${mounts}`,
  },
  {
    id: 'update-devices',
    from: 'http',
    title: 'devices for a running container, through update',
    expected: 'refused',
    effect: 'the container may read the disk',
    script: `curl -s --unix-socket $GATE -H Content-Type:application/json -d '{"Devices":[{"PathOnHost":"/dev/null","PathInContainer":"/dev/sdz","CgroupPermissions":"rwm"}],"DeviceCgroupRules":["a *:* rwm"]}' http://d/containers/den/update
docker inspect den --format '{{.HostConfig.DeviceCgroupRules}} {{.HostConfig.Devices}}' | grep rwm && ${gotThrough}`,
  },
  {
    id: 'plugin',
    from: 'bench',
    title: 'a plugin of the engine',
    expected: 'refused',
    effect: 'it is installed',
    script: `docker plugin install --grant-all-permissions x/y; mkdir -p p/rootfs; echo '{"interface":{"types":["docker.authz/1.0"],"socket":"x"}}' > p/config.json; docker plugin create $ID p && ${gotThrough}`,
  },
  {
    id: 'swarm',
    from: 'bench',
    title: 'swarm mode, with its services and its ports',
    expected: 'refused',
    effect: 'the engine becomes a manager',
    script: `docker swarm init --advertise-addr 127.0.0.1; docker info --format '{{.Swarm.LocalNodeState}}' | grep '^active' && ${gotThrough}`,
  },
  {
    id: 'buildx-container',
    from: 'build',
    title: 'a builder in a privileged container of its own',
    expected: 'refused',
    effect: 'the builder runs',
    script: `docker buildx create --name $ID --driver docker-container --driver-opt image=$IMG --bootstrap; docker ps --format '{{.Names}}' | grep buildx && ${gotThrough}`,
  },
  {
    id: 'workdir-descriptor',
    from: 'bench',
    title: "the engine's files through a working folder in /proc/self/fd (CVE-2024-21626)",
    expected: 'contained',
    effect: 'a canary file is read',
    script: `for n in 7 8 9 10; do docker run --rm -w /proc/self/fd/$n $IMG ${plunder('../../../..')}; docker exec -w /proc/self/fd/$n den ${plunder('../../../..')}; done`,
  },
];
