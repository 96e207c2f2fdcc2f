/**
 * daemon.json of every engine. BuildKit's gRPC cannot be looked into by the gate, so the daemon itself refuses the
 * entitlements that would leave the sandbox; containers' logs rotate, since they share the data-root's memory.
 */
export const daemonSettings = {
  builder: { Entitlements: { 'network-host': false, 'security-insecure': false } },
  'log-driver': 'json-file',
  'log-opts': { 'max-size': '10m', 'max-file': '3' },
  'exec-opts': ['native.cgroupdriver=cgroupfs'],
};
