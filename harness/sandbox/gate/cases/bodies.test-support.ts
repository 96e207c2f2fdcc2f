import type { RequestCase, Verdict } from './judge.test-support.ts';

const post = (url: string, body: unknown, verdict: Verdict): RequestCase => ({
  method: 'POST',
  url,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  verdict,
});
const create = (body: unknown, verdict: Verdict) => post('/v1.45/containers/create?name=web', body, verdict);
const network = (body: unknown, verdict: Verdict) => post('/networks/create', body, verdict);
const volume = (body: unknown, verdict: Verdict) => post('/volumes/create', body, verdict);
const deep = `${'['.repeat(40)}${']'.repeat(40)}`;

/** Requests with JSON bodies: what a client spells, and what the policy must say. */
export const bodyCases: readonly RequestCase[] = [
  create({ Image: 'a', Cmd: ['id'], Entrypoint: 'sh', Env: ['A=1'], Tty: true, Labels: { a: 'b' } }, 'ok'),
  create({ Image: 'a', ExposedPorts: { '80/tcp': {} }, Volumes: { '/data': {} }, HostConfig: null }, 'ok'),
  create({ Image: 'a', Healthcheck: { Test: ['CMD', 'true'], Interval: 1_000_000_000, Retries: 3 } }, 'ok'),
  create(
    { Image: 'a', NetworkingConfig: { EndpointsConfig: { net: { Aliases: ['x'], IPAMConfig: null } } } },
    'ok',
  ),
  create({ Image: 'a', NetworkingConfig: { EndpointsConfig: { host: {} } } }, 'host-network'),
  create(
    { Image: 'a', NetworkingConfig: { EndpointsConfig: { n: { DriverOpts: { a: 'b' } } } } },
    'network-option',
  ),
  create(
    { Image: 'a', NetworkingConfig: { EndpointsConfig: { n: { IPAMConfig: { IPv4Address: '$' } } } } },
    'address',
  ),
  create({ Image: 'a', Volumes: { '/host:/dst': {} } }, 'volume-path'),
  create({ Image: 'a', ExposedPorts: { web: {} } }, 'port'),
  create({ Image: 'a', Tty: 'yes' }, 'type'),
  create({ Image: 'a', Privileged: true }, 'unknown-key'),
  create({ Image: 'a', hostconfig: { Privileged: true } }, 'unknown-key'),
  create({ Image: 'a', HoſtConfig: { Privileged: true } }, 'unknown-key'),
  create({ Image: 'a', HostConfig: { privileged: true } }, 'unknown-key'),
  create([], 'type'),
  create('', 'ok'),
  create('null', 'ok'),
  create('"text"', 'type'),
  create('{"Image":"a","HostConfig":{"Privileged":true},"HostConfig":{}}', 'ok'),
  create('{"Image":"a","HostConfig":{},"HostConfig":{"Privileged":true}}', 'privileged'),
  create('{"Image":"a","HostConfig":{"Privileged":true,"Privileged":false}}', 'ok'),
  create('{"Image":"a","__proto__":{"HostConfig":{"Privileged":true}}}', 'json-form'),
  create('{"Image":"a","Labels":{"__proto__":"x"}}', 'json-form'),
  create('{"Image":"a","constructor":{}}', 'unknown-key'),
  create('{"Image":"a","HostConfig":{"Memory":1e400}}', 'json-form'),
  create('{"Image":"a","HostConfig":{"Memory":9007199254740993}}', 'json-form'),
  create('{"Image":"a","HostConfig":{"Memory":1.5}}', 'json-form'),
  create('{"Image":"\\ud800"}', 'json-form'),
  create(`{"Image":"a","Cmd":${deep}}`, 'json-form'),
  create('{"Image":"a"', 'json-syntax'),
  create('{"Image":"a"}{"HostConfig":{}}', 'json-syntax'),
  create('\ufeff{"Image":"a"}', 'json-syntax'),
  create("{'Image':'a'}", 'json-syntax'),

  post('/containers/web/start', '', 'ok'),
  post('/containers/web/start', '{}', 'ok'),
  post('/containers/web/start', { Privileged: true }, 'unknown-key'),
  post('/containers/web/update', { Memory: 67_108_864, RestartPolicy: { Name: 'no' }, Devices: null }, 'ok'),
  post('/containers/web/update', { Devices: [{ PathOnHost: '/dev/sda' }] }, 'device'),
  post('/containers/web/update', { CgroupParent: '/' }, 'cgroup-parent'),
  post('/containers/web/update', { Privileged: true }, 'unknown-key'),
  post('/containers/web/exec', { Cmd: ['sh'], Tty: true, AttachStdin: true, ConsoleSize: [40, 120] }, 'ok'),
  post('/containers/web/exec', { Cmd: ['id'], Privileged: true }, 'exec-privileged'),
  post('/containers/web/exec', { Cmd: ['id'], privileged: true }, 'unknown-key'),
  post('/exec/abc/start', { Detach: false, Tty: true }, 'ok'),
  post('/exec/abc/start', { Detach: false, Privileged: true }, 'unknown-key'),
  post('/commit?container=web&changes=ENV+A=1&changes=ENV+B=2', { Cmd: ['sh'] }, 'ok'),
  post('/commit?container=web', { HostConfig: { Privileged: true } }, 'commit-host-config'),

  network(
    { Name: 'n1', Driver: 'bridge', IPAM: { Config: [{ Subnet: '10.9.0.0/24', Gateway: '10.9.0.1' }] } },
    'ok',
  ),
  network({ Name: 'n1', Options: { 'com.docker.network.bridge.enable_icc': 'false' } }, 'ok'),
  network({ Name: 'n1', Driver: 'macvlan', Options: { parent: 'eth0' } }, 'network-driver'),
  network({ Name: 'n1', Scope: 'swarm' }, 'network-driver'),
  network({ Name: 'n1', Ingress: true }, 'network-driver'),
  network({ Name: 'n1', ConfigOnly: true }, 'network-driver'),
  network({ Name: 'n1', ConfigFrom: { Network: 'other' } }, 'network-driver'),
  network({ Name: 'n1', Options: { 'com.docker.network.bridge.name': 'docker0' } }, 'network-option'),
  network({ Name: 'n1', IPAM: { Driver: 'null' } }, 'network-option'),
  network({ Name: 'n1', IPAM: { Options: { a: 'b' } } }, 'network-option'),
  network({ Name: 'n1', IPAM: { Config: [{ Subnet: 'x' }] } }, 'address'),
  ...['127.0.0.0/8', '0.0.0.0/0', '169.254.0.0/16', '::1/128', '::ffff:127.0.0.1/128', 'FE80::/10'].map(
    (subnet) => network({ Name: 'n1', IPAM: { Config: [{ Subnet: subnet }] } }, 'address'),
  ),
  network({ Name: 'n1', EnableIPv6: true, IPAM: { Config: [{ Subnet: 'fd00:1::/64' }] } }, 'ok'),
  network({ Name: 'host' }, 'host-network'),
  post('/networks/n1/connect', { Container: 'web', EndpointConfig: { Aliases: ['db'] } }, 'ok'),
  post(
    '/networks/n1/connect',
    { Container: 'web', EndpointConfig: { DriverOpts: { a: 'b' } } },
    'network-option',
  ),
  post('/networks/n1/disconnect', { Container: 'web', Force: true }, 'ok'),

  volume({ Name: 'v1', Driver: 'local', Labels: {} }, 'ok'),
  volume({ Name: 'v1', DriverOpts: { type: 'none', o: 'bind', device: '/' } }, 'volume-options'),
  volume({ Name: 'v1', Driver: 'nfs' }, 'volume-driver'),
  volume({ Name: 'v1', ClusterVolumeSpec: { Group: 'x' } }, 'volume-options'),
];
