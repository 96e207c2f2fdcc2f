import { describe, expect, it } from 'vitest';
import { baseImage, startForTest, type } from '../start-for-test.test-support.ts';

/** Asks the host's socket itself, past the stand-ins. */
const raw = (...words: string[]) =>
  `printf '%s %s\\n' root ${words.length} > req; printf '%s\\0' ${words.map((word) => `$'${word}'`).join(' ')} >> req; socat -t 9 - UNIX:/drydock/host.sock < req`;

async function outputs(script: string[]) {
  const sandbox = await startForTest();
  await using stack = new AsyncDisposableStack();
  stack.use(sandbox);
  const { evidence } = await type(sandbox, `${script.join('\n')}\n`);
  return {
    shown: evidence.commands.map(({ output }) => output),
    calls: evidence.hostCalls,
    sandbox: stack.move() && sandbox,
  };
}

describe('attacks on the host’s verbs', () => {
  it('links that a container made below the data-root lead nowhere, however they are asked for', async () => {
    const made = [
      'ln -s /proc/1/environ /environ',
      'ln -s /run/drydock /sockets',
      'ln -s /golden /golden',
      'ln -s ../../../../../../etc/shadow /shadow',
      'ln -s /etc/hostname /name',
      'mkfifo /pipe',
      'mknod /disk b 254 0',
      'mkdir /deep && ln -s / /deep/root',
    ].join(' && ');
    const { shown, calls, sandbox } = await outputs([
      `docker run --name evil ${baseImage} sh -c '${made}'`,
      `up=$(docker inspect --format '{{.GraphDriver.Data.UpperDir}}' evil)`,
      'sudo cat $up/environ; sudo cat $up/shadow; sudo cat $up/name; sudo cat $up/disk | head -c 16 | od -c',
      'sudo ls $up/sockets/ $up/golden/ $up/deep/root/',
      'sudo find $up/deep/root/ -name docker.sock; sudo find $up -follow -name docker.sock',
      'sudo grep -r DRYDOCK $up',
      'sudo sh -c "cat $up/*"',
      raw('truncate', '-s', '0', '/var/lib/docker/overlay2/x/diff/a-json.log'),
    ]);
    await using using = sandbox;
    const all = shown.slice(2).join('\n');
    expect(all).not.toMatch(/DRYDOCK_|root:[*!$]|docker\.sock$|engine\n|control\.sock/m);
    expect(shown[2]).toMatch(/environ: No such file|Too many levels/);
    expect(shown[2]).toContain('Permission denied');
    expect(shown[5]).not.toContain('DRYDOCK_');
    expect(shown[7]).toContain('is refused');
    expect(calls.at(-1)).toMatchObject({ refused: true, action: 'truncate' });
    expect(shown[6]).toContain('ended after 10 s');
    await expect(using.daemon.container('evil')).resolves.toBeDefined();
  });

  it('words are never shell text, an option or a second command', async () => {
    const { shown, sandbox } = await outputs([
      raw('ls', '/var/lib/docker/$(touch /var/lib/docker/canary)'),
      raw('ls', '/var/lib/docker/a\\nhost machine lcHM='),
      raw('ls', '/var/lib/docker/`touch /var/lib/docker/canary`;touch /var/lib/docker/canary'),
      raw('ls', '/var/lib/docker/\\\'\\"\\x7f'),
      raw('ls', '/var/lib/docker/* /etc/*'),
      raw('find', '/var/lib/docker', '-maxdepth', '0', '-printf', '%p;$(touch /var/lib/docker/canary)\\\\n'),
      raw('find', '/var/lib/docker', '-fprint0', '/var/lib/docker/canary'),
      raw('cat', '/var/lib/docker/x', '/etc/shadow'),
      `printf 'sudo 1\\nls' | socat -t 9 - UNIX:/drydock/host.sock`,
      'sudo ls -A /var/lib/docker',
    ]);
    await using _ = sandbox;
    expect(shown.slice(0, 4).join('')).toMatch(/(cannot access[\s\S]*){4}/);
    expect(shown[4]).toContain('is refused');
    expect(shown[6]).toContain('is refused');
    expect(shown[7]).toContain('is refused');
    expect(shown[8]).toContain('is refused');
    expect(shown[9]).toContain('overlay2');
    expect(shown.join('')).not.toMatch(/canary\s*$|UID +PID|root:/);
    expect(shown[9]).not.toContain('canary');
  });

  it('many, large and cut requests end, and the host goes on', async () => {
    const { shown, sandbox } = await outputs([
      'head -c 50000000 /dev/zero | socat -t 9 - UNIX:/drydock/host.sock',
      'head -c 5000000 /dev/zero | sudo tee /etc/docker/daemon.json | wc -c',
      'sudo systemctl restart docker',
      'sudo rm /etc/docker/daemon.json',
      'for i in 1 2 3 4 5 6 7 8 9 10 11 12; do sudo systemctl restart docker & done 2>/dev/null; wait',
      'for i in 1 2 3 4 5 6; do (echo sudo 1 | timeout 1 socat - UNIX:/drydock/host.sock) & done 2>/dev/null; wait',
      'sudo systemctl start docker; systemctl is-active docker',
      `docker run --rm ${baseImage} echo fine`,
    ]);
    await using _ = sandbox;
    expect(shown[0]).toContain('is refused');
    expect(shown[2]).toContain('more than 64 KiB');
    expect(shown[6]).toContain('active');
    expect(shown[7]).toContain('fine');
  });
});
