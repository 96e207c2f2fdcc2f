/** What a container may use of the machine: the part of HostConfig that `docker update` can also change. */
import { flag, integer, listOf, type Members, objectOf, oneOf, text, unset } from './rule.ts';

const byDevice = 'Limit memory, CPU or processes instead (`--memory`, `--cpus`, `--pids-limit`).';
const noDevices = 'Containers have their usual devices (/dev/null, /dev/zero, /dev/urandom, a terminal).';

export const ulimits = listOf(
  objectOf({
    Name: oneOf(['nofile', 'nproc', 'core', 'fsize', 'cpu', 'as', 'stack', 'data', 'memlock'], 'ulimit'),
    Hard: integer(-1),
    Soft: integer(-1),
  }),
);

export const restartPolicy = objectOf({
  Name: oneOf(['no', 'always', 'unless-stopped', 'on-failure'], 'restart-policy'),
  MaximumRetryCount: integer(0, 1_000_000),
});

export const resources: Members = {
  Memory: integer(0),
  MemoryReservation: integer(0),
  MemorySwap: integer(-1),
  MemorySwappiness: integer(-1, 100),
  KernelMemory: integer(0),
  KernelMemoryTCP: integer(0),
  NanoCpus: integer(0),
  CpuShares: integer(0),
  CpuPeriod: integer(0),
  CpuQuota: integer(-1),
  CpusetCpus: text,
  CpusetMems: text,
  CpuCount: integer(0),
  CpuPercent: integer(0, 100),
  PidsLimit: integer(-1),
  OomKillDisable: flag,
  Ulimits: ulimits,
  CgroupParent: unset('cgroup-parent'),
  CpuRealtimePeriod: unset('realtime'),
  CpuRealtimeRuntime: unset('realtime'),
  Devices: unset('device', noDevices),
  DeviceCgroupRules: unset('device', noDevices),
  DeviceRequests: unset('device', noDevices),
  BlkioWeight: unset('block-io', byDevice),
  BlkioWeightDevice: unset('block-io', byDevice),
  BlkioDeviceReadBps: unset('block-io', byDevice),
  BlkioDeviceWriteBps: unset('block-io', byDevice),
  BlkioDeviceReadIOps: unset('block-io', byDevice),
  BlkioDeviceWriteIOps: unset('block-io', byDevice),
  IOMaximumIOps: unset('block-io', byDevice),
  IOMaximumBandwidth: unset('block-io', byDevice),
};
