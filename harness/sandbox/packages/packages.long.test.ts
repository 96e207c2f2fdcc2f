import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ownLabel, runLabel } from '../labels.ts';
import type { Sandbox } from '../sandbox.ts';
import { baseImage, outer, startForTest, type } from '../start-for-test.test-support.ts';
import { httpMirror } from './gateway.test-support.ts';
import { packageHosts } from './package-hosts.ts';

const run = promisify(execFile);
const container = `docker run --rm ${baseImage}`;
/** A container whose programs ask the gateway, as they would in a build. */
const asking = `docker run --rm -e http_proxy=http://172.17.0.1:3128/ ${baseImage}`;

/** The mirror that this machine's own apt is set up with, and the archive's folder there. */
async function machineMirror(): Promise<{ host: string; url: string }> {
  const { stdout } = await run('apt-get', ['update', '--print-uris']);
  const url = /'(http:\/\/[^']+\/debian)\/dists\//.exec(stdout)?.[1];
  if (url === undefined) throw new TypeError('apt names no mirror with a folder /debian');
  return { host: new URL(url).hostname, url };
}

/** Gives the sandbox's engine a Debian image with apt: the root of the engine's own container. */
async function importDebian(sandbox: Sandbox): Promise<void> {
  await sandbox.ready;
  const rows = await outer.listContainers({ filters: { label: [ownLabel] } });
  const bench = rows.find(({ Id }) => Id === sandbox.benchId);
  const engine = rows.find(
    ({ Id, Labels }) => Id !== sandbox.benchId && Labels[runLabel] === bench?.Labels[runLabel],
  );
  const script = `tar -c --one-file-system --exclude=./usr/bin/dockerd --exclude=./usr/bin/containerd \
    --exclude=./usr/libexec/docker --exclude=./run -C / . | docker -H unix:///run/drydock/docker.sock import - debian:apt`;
  await run('docker', ['exec', engine?.Id ?? '', 'sh', '-c', script]);
}

function dockerfile(url: string): string {
  return `FROM debian:apt
RUN rm -rf /etc/apt/sources.list.d && echo 'deb ${url} trixie main' > /etc/apt/sources.list
RUN apt-get update && apt-get install -y --no-install-recommends hello
`;
}

describe('an assignment with packages', () => {
  it('installs a Debian package in builds of both kinds, through the gateway and without a trace of it', async () => {
    const { host, url } = await machineMirror();
    const hosts = packageHosts(`${host}!private`);
    await using sandbox = await startForTest({ Dockerfile: dockerfile(url) }, undefined, hosts);
    await importDebian(sandbox);
    const { evidence } = await type(
      sandbox,
      [
        'docker build -t installed .',
        'docker run --rm installed hello',
        'DOCKER_BUILDKIT=0 docker build --no-cache -t classic .',
        'docker run --rm classic hello',
        'docker inspect -f "{{.Config.Env}}" installed classic',
        'docker history --no-trunc installed; docker history --no-trunc classic',
        'docker run -e A=1 --name shop classic env',
        '',
      ].join('\n'),
    );
    expect(evidence.commands.map(({ exitCode, output }) => [exitCode, output])).toEqual([
      [0, expect.anything()],
      [0, expect.stringContaining('Hello, world!')],
      [0, expect.anything()],
      [0, expect.stringContaining('Hello, world!')],
      [0, expect.not.stringMatching(/proxy/i)],
      [0, expect.not.stringMatching(/proxy/i)],
      [0, expect.not.stringMatching(/proxy/i)],
    ]);
    expect(evidence.remarks).toEqual([]);
    expect((await sandbox.daemon.container('shop'))?.env).toEqual({ A: '1', PATH: expect.anything() });
  });

  it('leaves containers as they are: wget asks their own localhost, not the gateway', async () => {
    await using sandbox = await startForTest({}, undefined, packageHosts('mirror.test'));
    const { evidence } = await type(
      sandbox,
      `docker run -d --name web ${baseImage} node -e 'require("http").createServer((_, r) => r.end("hello")).listen(80)'
docker exec web sh -c 'until wget -qO- http://localhost; do sleep 0.1; done'
`,
    );
    expect(evidence.commands[1]).toMatchObject({ exitCode: 0, output: expect.stringMatching(/hello\s*$/) });
    expect(evidence.remarks).toEqual([]);
  });

  it('reaches nothing else: no other host, no address, no loopback, no cloud metadata, and each try is on record', async () => {
    const canary = await httpMirror();
    const hosts = packageHosts(`mirror.test`);
    await using sandbox = await startForTest({}, undefined, hosts);
    const targets = [
      ...[
        'evil.test',
        `127.0.0.1:${canary.port}`,
        `localhost:${canary.port}`,
        '169.254.169.254',
        '[::1]',
        '172.17.0.1',
      ],
      ...['mirror.test:22', 'mirror.test@evil.test'],
    ];
    const tries = targets.map((target) => `${asking} wget -T 5 -qO- 'http://${target}/latest'`);
    const tunnels = targets.map(
      (target) =>
        `${container} sh -c "printf 'CONNECT ${target} HTTP/1.1\\r\\n\\r\\n' | nc -w 5 172.17.0.1 3128"`,
    );
    const { evidence } = await type(sandbox, `${[...tries, ...tunnels].join('\n')}\n`);
    for (const { text, exitCode, output } of evidence.commands) {
      const refused = /40[03] (drydock|Bad)/.test(output);
      expect([text, refused || exitCode !== 0, output.includes('package\n')]).toEqual([text, true, false]);
    }
    expect(canary.asked).toEqual([]);
    const refusedLines = new Set(evidence.remarks.map(({ line }) => line));
    expect(refusedLines.size).toBe(evidence.commands.length);
  });

  it('is the machine’s fault, and no zero, when a mirror of the list does not answer', async () => {
    await using sandbox = await startForTest({}, undefined, packageHosts('localhost:9!private'));
    const replayed = type(sandbox, `${asking} wget -qO- http://localhost:9/\n`);
    await expect(replayed).rejects.toMatchObject({ name: 'SandboxError', code: 'PACKAGE_MIRROR' });
  });

  it('has neither a proxy nor a way out when it does not ask for packages', async () => {
    await using sandbox = await startForTest();
    const { evidence } = await type(
      sandbox,
      `${container} sh -c 'env | grep -i proxy'
${container} nc -w 2 172.17.0.1 3128 </dev/null
curl -s -m 2 172.17.0.1:3128
${container} wget -T 2 -qO- http://192.0.2.1/
cat ~/.docker/config.json
`,
    );
    expect(evidence.commands.map(({ exitCode }) => exitCode)).toEqual([1, 1, 7, 1, 1]);
    expect(evidence.commands[0]?.output.trim()).toBe('');
  });
});
