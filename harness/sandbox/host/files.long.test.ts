import { describe, expect, it } from 'vitest';
import { baseImage, startForTest, type } from '../start-for-test.test-support.ts';

const container = `docker run -d --init --name web ${baseImage} sh -c 'echo hello; sleep 1000'`;
const logPath = `$(docker inspect --format '{{.LogPath}}' web)`;

describe('files of the host', () => {
  it('are root’s alone: sudo shows and empties a container’s log, the student cannot', async () => {
    await using sandbox = await startForTest();
    const { evidence } = await type(
      sandbox,
      [
        container,
        'sleep 0.5',
        `sudo ls -l ${logPath}`,
        `sudo cat ${logPath}`,
        `ls -l ${logPath}`,
        'find /var/lib/docker -name "*.log"',
        `sudo truncate -s 0 ${logPath}`,
        `sudo ls -l ${logPath}`,
        'docker logs web',
        '',
      ].join('\n'),
    );
    const shown = evidence.commands.map(({ output, exitCode }) => [exitCode, output.trim()]);
    expect(shown[2]?.[1]).toMatch(/^-rw-r----- 1 root root [1-9]\d* .*-json\.log$/);
    expect(shown[3]?.[1]).toContain('"log":"hello\\n"');
    expect(shown[4]).toEqual([2, expect.stringContaining('Permission denied')]);
    expect(shown[5]).toEqual([1, expect.stringContaining('Permission denied')]);
    expect(shown[6]).toEqual([0, '']);
    expect(shown[7]?.[1]).toMatch(/^-rw-r----- 1 root root 0 /);
    expect(shown[8]).toEqual([0, '']);
    expect(
      evidence.hostCalls.map(({ action, line, exitCode, refused }) => [action, line, exitCode, refused]),
    ).toEqual([
      ['ls', 3, 0, false],
      ['cat', 4, 0, false],
      ['truncate', 7, 0, false],
      ['ls', 8, 0, false],
    ]);
    const [, bytes, path] = /root (\d+) .* (\/\S+)$/.exec(String(shown[2]?.[1])) ?? [];
    expect(evidence.hostCalls.map(({ logs }) => logs)).toEqual([
      null,
      null,
      [{ path, bytes: Number(bytes) }],
      null,
    ]);
  });

  it('are found in a root shell, by patterns, with redirections and quotes as root has them', async () => {
    await using sandbox = await startForTest();
    const { evidence } = await type(
      sandbox,
      [
        `docker run --name mine ${baseImage} sh -c 'echo fastcampus > /mycontainer.txt'`,
        'sudo su -',
        'find /var/lib/docker -name mycontainer.txt',
        'ls /var/lib/docker/containers/*/*-json.log | wc -l',
        'id -un; echo $USER',
        'cd $(dirname $(find /var/lib/docker -name mycontainer.txt))',
        'pwd; ls; cat mycontainer.txt | tr a-z A-Z',
        'cd nowhere; cd ../../../..',
        'cd && pwd',
        'exit',
        "sudo sh -c 'truncate -s 0 /var/lib/docker/containers/*/*-json.log && echo emptied'",
        'sudo ls /var/lib/docker/containers/*',
        "sudo find /var/lib/docker -name 'myc*.txt' -type f",
        '',
      ].join('\n'),
    );
    const shown = evidence.commands.map(({ output }) => output.trim());
    expect(shown[2]).toMatch(/^\/var\/lib\/docker\/overlay2\/[0-9a-f]{64}\/diff\/mycontainer\.txt$/m);
    expect(shown[3]).toBe('1');
    expect(shown[4]).toContain('root');
    expect(shown[6]).toMatch(
      /^\/var\/lib\/docker\/overlay2\/[0-9a-f]{64}\/diff\n(.*\n)*mycontainer\.txt\n(.*\n)*FASTCAMPUS$/,
    );
    expect(shown[7]).toMatch(/cd: nowhere: No such file or directory\n.*cd: .*No such file or directory$/);
    expect(shown[8]).toBe('/home/student');
    expect(shown[10]).toBe('emptied');
    expect(shown[11]).toContain('No such file or directory');
    expect(shown[12]).toContain('/mycontainer.txt');
  });

  it('shows the machine’s processes, namespaces and disk', async () => {
    await using sandbox = await startForTest();
    const { evidence } = await type(
      sandbox,
      [
        `docker run -d --init --name web ${baseImage} sleep 4321`,
        'sudo lsns',
        'sudo ps -ef',
        'ps -ef',
        'ps aux',
        'ps',
        'df -h',
        'df -h /workspace',
        'sudo du -sh /var/lib/docker',
        'lsns',
        'df -h /var/lib/docker',
        '',
      ].join('\n'),
    );
    const shown = evidence.commands.map(({ output, exitCode }) => `${exitCode} ${output}`);
    expect(shown[1]).toMatch(/^0 [\s\S]*pid .*sleep 4321/);
    for (const processes of shown.slice(2, 5))
      expect(processes).toMatch(/^0 [\s\S]*dockerd[\s\S]*sleep 4321/);
    expect(shown[3]).toContain('bash');
    expect(shown[5]).not.toContain('dockerd');
    expect(shown[6]).toMatch(/^0 [\s\S]*\/var\/lib\/docker\n/);
    expect(shown[7]).toMatch(/^0 [\s\S]*\/workspace/);
    expect(shown[8]).toMatch(/^0 [\d.]+[KMG]\s+\/var\/lib\/docker/);
    expect(shown[9]).not.toContain('dockerd');
    expect(shown[10]).toMatch(/^0 [\s\S]*\b2\.0G .*\/var\/lib\/docker\n/);
  });
});
