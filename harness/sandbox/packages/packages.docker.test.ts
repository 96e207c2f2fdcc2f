import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ownLabel, runLabel } from '../labels.ts';
import type { Sandbox } from '../sandbox.ts';
import { outer, startForTest, type } from '../start-for-test.test-support.ts';
import { packageHosts } from './package-hosts.ts';

const run = promisify(execFile);

/** The mirror that this machine's own apt is set up with, and the archive's folder there. */
async function machineMirror(): Promise<{ host: string; url: string }> {
  const { stdout } = await run('apt-get', ['update', '--print-uris']);
  const url = /'(http:\/\/[^']+\/debian)\/dists\//.exec(stdout)?.[1] ?? 'http://deb.debian.org/debian';
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
  it('installs a Debian package in builds of both kinds and in a container, through the gateway', async () => {
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
        'docker run --name shop installed sh -c "apt-get install -y --no-install-recommends sl >/dev/null && ls /usr/games/sl"',
        'docker inspect -f "{{.Config.Env}}" installed',
        '',
      ].join('\n'),
    );
    expect(evidence.commands.map(({ exitCode, output }) => [exitCode, output])).toEqual([
      [0, expect.anything()],
      [0, expect.stringContaining('Hello, world!')],
      [0, expect.anything()],
      [0, expect.stringContaining('Hello, world!')],
      [0, expect.stringContaining('/usr/games/sl')],
      [0, expect.not.stringMatching(/proxy/i)],
    ]);
    expect(evidence.remarks).toEqual([]);
    // What the sandbox put into the container is none of the student's doing.
    expect(Object.keys((await sandbox.daemon.container('shop'))?.env ?? {})).toEqual(['PATH']);
  });
});
