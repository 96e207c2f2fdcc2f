import { describe, expect, it } from 'vitest';
import { CheckFailure, SandboxError } from '../../errors.ts';
import { baseImage, outer, startForTest, type } from '../start-for-test.test-support.ts';

const courseFile = `{ "insecure-registries": ["192.168.56.101:5000"],
  "log-driver": "json-file",
  "log-opts": { "max-size": "30m", "max-file": "10" } }
`;

describe('the docker service', () => {
  it('restarts with a daemon.json: containers with a restart policy come back, new ones get its log options', async () => {
    await using sandbox = await startForTest({ 'daemon.json': courseFile });
    const { evidence } = await type(
      sandbox,
      [
        `docker run -d --init --name stays --restart always ${baseImage} sleep 1000`,
        `docker run -d --init --name ends ${baseImage} sleep 1000`,
        'cp daemon.json /etc/docker/daemon.json',
        'sudo mkdir -p /etc/docker',
        'sudo cp daemon.json /etc/docker/daemon.json',
        'cat /etc/docker/daemon.json',
        'sudo systemctl restart docker.service',
        'sudo systemctl status docker.service',
        'systemctl is-active docker',
        `docker run -d --init --name new ${baseImage} sleep 1000`,
        'docker ps --format "{{.Names}}"',
        'journalctl -u docker -n 3',
        'systemctl restart docker',
        '',
      ].join('\n'),
    );
    const shown = evidence.commands.map(({ output, exitCode }) => [exitCode, output.trim()] as const);
    expect(shown[2]).toEqual([1, expect.stringContaining('Permission denied')]);
    expect(shown.slice(3, 5)).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(shown[5]?.[1]).toBe(courseFile.trim());
    expect(shown[6]).toEqual([0, '']);
    expect(shown[7]?.[1]).toMatch(
      /Active: active \(running\)[\s\S]*Main PID: \d+ \(dockerd\)[\s\S]*API listen on/,
    );
    expect(shown[8]).toEqual([0, 'active']);
    expect(shown[10]?.[1].split(/\s+/).sort()).toEqual(['new', 'stays']);
    expect(shown[11]?.[1].split('\n')).toHaveLength(3);
    expect(shown[12]).toEqual([1, expect.stringContaining('Interactive authentication required')]);
    const acts = evidence.hostCalls.map(({ action, exitCode, settings }) => [action, exitCode, settings]);
    expect(acts.slice(0, 2)).toEqual([
      ['write-settings', 0, courseFile],
      ['restart', 0, courseFile],
    ]);
    expect(await sandbox.daemon.container('stays')).toMatchObject({ state: 'running' });
    expect(await sandbox.daemon.container('ends')).toMatchObject({ state: 'exited' });
    expect((await sandbox.daemon.info()).loggingDriver).toBe('json-file');
    expect(
      evidence.events.some(({ action, attributes }) => action === 'start' && attributes.name === 'new'),
    ).toBe(true);
  });

  it.each([
    ['no JSON', '{ "debug": true,\n', /daemon\.json: .*(JSON|invalid)/],
    ['a number for a text', '{ "log-opts": { "max-file": 3 } }\n', /cannot unmarshal number/],
    [
      'a key that dockerd does not know',
      '{ "log-dirver": "local" }\n',
      /don't match any configuration option: log-dirver/,
    ],
    ['a value that dockerd gives up on', '{ "log-opts": { "no-such": "abc" } }\n', /no-such/],
    [
      'a key that would take the engine apart',
      '{ "data-root": "/tmp/x" }\n',
      /"data-root": "\/tmp\/x" .* is refused/,
    ],
    ['a key that would open it', '{ "hosts": ["tcp://0.0.0.0:2375"] }\n', /"hosts": .* is refused/],
  ])('is down with a daemon.json of %s, and says why', async (_name, file, words) => {
    await using sandbox = await startForTest({ 'daemon.json': file });
    const { evidence } = await type(
      sandbox,
      [
        'sudo tee /etc/docker/daemon.json < daemon.json',
        'sudo systemctl restart docker',
        'systemctl status docker',
        'docker ps',
        '',
      ].join('\n'),
    );
    const shown = evidence.commands.map(({ output, exitCode }) => [exitCode, output.trim()] as const);
    expect(shown[1]).toEqual([1, expect.stringContaining('Job for docker.service failed because')]);
    expect(shown[2]?.[0]).toBe(3);
    expect(shown[2]?.[1]).toMatch(/Active: failed \(Result: exit-code\)/);
    expect(shown[2]?.[1]).toMatch(words);
    expect(shown[3]).toEqual([1, expect.stringContaining('Is the docker daemon running?')]);
    const failure = await sandbox.daemon.container('any').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CheckFailure);
    expect(failure).toMatchObject({ said: { id: 'daemonFailed' }, line: 2 });
    expect((failure as CheckFailure).message).toMatch(words);
  });

  it('can be stopped, started, and repaired after a bad file', async () => {
    await using sandbox = await startForTest();
    const { evidence } = await type(
      sandbox,
      [
        'sudo service docker stop',
        'systemctl is-active docker',
        'docker version',
        `sudo sh -c 'echo "{ oops" > /etc/docker/daemon.json'`,
        'sudo systemctl start docker',
        `sudo bash -c 'cat > /etc/docker/daemon.json' <<EOF`,
        '{ "debug": true, "live-restore": true }',
        'EOF',
        'sudo service docker restart',
        `docker run -d --name lives ${baseImage} sleep 1000`,
        'sudo systemctl restart docker',
        'docker ps --format "{{.Names}} {{.Status}}"',
        'docker info --format "{{.Debug}} {{.LiveRestoreEnabled}}"',
        '',
      ].join('\n'),
    );
    const shown = evidence.commands.map(({ output, exitCode }) => [exitCode, output.trim()] as const);
    expect(shown.slice(0, 2)).toEqual([
      [0, ''],
      [3, 'inactive'],
    ]);
    expect(shown[2]?.[0]).toBe(1);
    expect(shown[4]?.[0]).toBe(1);
    expect(shown[6]).toEqual([0, '']);
    expect(shown[8]?.[0]).toBe(0);
    expect(shown[9]?.[1]).toMatch(/^lives Up /);
    expect(shown[10]).toEqual([0, 'true true']);
  });

  it('left stopped is the student’s doing for every check, and no failure of the machine', async () => {
    await using sandbox = await startForTest();
    const { exit } = await type(sandbox, 'sudo systemctl stop docker\n');
    expect(exit).toEqual({ kind: 'end', code: 0 });
    await expect(sandbox.daemon.image(baseImage)).rejects.toMatchObject({
      said: { id: 'daemonStopped' },
      line: 1,
    });
  });

  it('that ends by itself, or under a restart, is the machine’s fault', async () => {
    for (const script of ['sleep 1\ndocker ps\n', 'sleep 1\nsudo systemctl restart docker\n']) {
      await using sandbox = await startForTest();
      await sandbox.ready;
      const rows = await outer.listContainers({ filters: { label: ['drydock=sandbox'] } });
      const run = rows.find(({ Id }) => Id === sandbox.benchId)?.Labels['drydock.run'];
      const engine = rows.find(({ Id, Labels }) => Id !== sandbox.benchId && Labels['drydock.run'] === run);
      const replaying = type(sandbox, script);
      const exec = await outer.getContainer(engine?.Id ?? '').exec({ Cmd: ['pkill', '-KILL', 'dockerd'] });
      await exec.start({});
      await expect(replaying).rejects.toBeInstanceOf(SandboxError);
    }
  });
});
