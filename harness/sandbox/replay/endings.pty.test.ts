import { describe, expect, test } from 'vitest';
import type { OpenStream } from '../gate/index.ts';
import { localTerminal, replayHere } from './local-terminal.test-support.ts';
import { openStream } from './open-stream.test-support.ts';
import { defaultReplayLimits, type ReplayLimits } from './options.ts';

const limits = (some: Partial<ReplayLimits>): ReplayLimits => ({ ...defaultReplayLimits, ...some });

describe.concurrent('a command that does not end by itself', () => {
  test.for<[script: string, shown: string, code: number, endedBy: string]>([
    ['read x', '', 1, 'Ctrl-D'],
    ['read -p "Name: " x; echo "<$x>"', 'Name: <>\n', 0, 'Ctrl-D'],
    ['cat', '', 0, 'Ctrl-D'],
    ['tail -f /dev/null', '', 130, 'Ctrl-C'],
    ['while true; do echo tick; sleep 0.4; done', 'tick\ntick\n', 130, 'Ctrl-C'],
    ['printf "\\033[?1049h"; read -rn1 x; printf "\\033[?1049l"', '', 0, 'q'],
  ])('%s', async ([script, shown, code, endedBy], { expect }) => {
    const { commands, remarks, exit } = await replayHere(`${script}\necho "next $?"\n`);
    expect(commands[0]).toMatchObject({ exitCode: code });
    expect(commands[0]?.endedBy[0]).toBe(endedBy);
    expect(commands[0]?.output).toContain(shown);
    expect(commands[1]).toMatchObject({ line: 2, output: `next ${code}\n`, exitCode: 0, endedBy: [] });
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatchObject({ line: 1 });
    expect(remarks[0]?.text.en).toMatch(/^Line 1: .*ended as a person would/);
    expect(remarks[0]?.text.ko).toContain('1번째 줄');
    expect(exit).toEqual({ kind: 'end', code: 0 });
  });

  test('sees its own open calls alone', async ({ expect }) => {
    const old = openStream('logs', { query: { follow: '1' }, startedMs: -1, openMs: 9000 });
    const { commands } = await replayHere('sleep 0.3\n', { streams: () => [old] });
    expect(commands[0]).toMatchObject({ exitCode: 0, endedBy: [] });
  });

  test('is not taken for the job beside it on its line', async ({ expect }) => {
    const follow = openStream('logs', { query: { follow: '1' }, startedMs: 1e6 });
    const script =
      'docker() { command sleep 9; }\ndocker logs -f web & sleep 1.5; kill %1; echo "rested $?"\n';
    let typed: number | null = null;
    const { commands, remarks } = await replayHere(script, {
      streams: () => (typed === 2 ? [follow] : []),
      onLine: (line) => {
        typed = line;
      },
    });
    expect(commands[1]).toMatchObject({ exitCode: 0, endedBy: [] });
    expect(commands[1]).not.toHaveProperty('parts');
    expect(commands[1]?.output).toContain('rested 0\n');
    expect(remarks).toEqual([]);
  });

  test('is ended by its open call also after an ampersand that is text, and after jobs that ended', async ({
    expect,
  }) => {
    let typed: number | null = null;
    const follow = openStream('events', { startedMs: 1e6 });
    const { commands } = await replayHere('echo "a=1&b=2"\ntrue & wait\nsleep 5\n', {
      streams: () => (typed === 3 ? [follow] : []),
      onLine: (line) => {
        typed = line;
      },
    });
    expect(commands[2]).toMatchObject({ exitCode: 130, endedBy: ['Ctrl-C'] });
  });

  test('is pressed what its open call needs', async ({ expect }) => {
    const follow = openStream('logs', { query: { follow: '1' }, startedMs: 1e6 });
    const { commands } = await replayHere(
      'docker() { echo listening; command sleep 5; }\ndocker logs -f web\n',
      {
        streams: () => [follow],
      },
    );
    expect(commands[1]).toMatchObject({ exitCode: 130, endedBy: ['Ctrl-C'] });
  });

  test('is pressed on when its call went but it did not', async ({ expect }) => {
    const open = [openStream('stats', { startedMs: 1e6, openMs: 3000 })];
    const script = 'docker() { sh -c "trap : INT; sleep 9; sleep 9; echo third"; }\ndocker stats\n';
    const { commands } = await replayHere(script, { streams: () => open.splice(0) });
    expect(commands[1]?.output).toContain('third');
    expect(commands[1]?.endedBy).toEqual(['Ctrl-C', 'Ctrl-C']);
  });

  test('has its stream closed where no key helps', async ({ expect }) => {
    const open: OpenStream[] = [openStream('attach', { id: 7, startedMs: 1e6, openMs: 4000 })];
    const closed: number[] = [];
    const script = 'docker() { until [ -e gone ]; do command sleep 0.05; done; }\ndocker attach web\n';
    await using terminal = await localTerminal('abcdef0123456789');
    const { writeFile } = await import('node:fs/promises');
    const { commands, remarks } = await replayHere(script, {
      terminal,
      streams: () => open,
      closeStream: (id) => {
        closed.push(id);
        open.pop();
        void writeFile(`${terminal.folder}/gone`, '');
      },
    });
    expect(closed).toEqual([7]);
    expect(commands[1]).toMatchObject({ exitCode: 0, endedBy: ['closed the stream'] });
    expect(remarks[0]?.text.ko).toContain('연결된 스트림 닫기');
  });
});

describe.concurrent('a limit', () => {
  test('of one command ends it and goes on', async ({ expect }) => {
    const { commands, remarks, exit } = await replayHere('sleep 9\necho on\n', {
      limits: limits({ commandMs: 300 }),
    });
    expect(commands.map(({ exitCode }) => exitCode)).toEqual([130, 0]);
    expect(remarks[0]?.text.en).toContain('Line 1: `sleep 9` reached the limit of 0.3 s for one command');
    expect(exit.kind).toBe('end');
  });

  test('of the script ends it', async ({ expect }) => {
    const { commands, remarks, exit } = await replayHere('echo a\nsleep 9\necho b\n', {
      limits: limits({ scriptMs: 400 }),
    });
    expect(commands).toHaveLength(2);
    expect(remarks[0]?.text.en).toContain('limit of 0.4 s for the whole script was reached at line 2');
    expect(exit).toEqual({ kind: 'limit', code: 130 });
  });

  test('of the script counts between quick commands too', async ({ expect }) => {
    const { commands, remarks, exit } = await replayHere('true\n'.repeat(9), {
      limits: limits({ scriptMs: 1 }),
    });
    expect(commands).toHaveLength(0);
    expect(remarks[0]?.text.en).toContain('before line 1, `true`: 9 command(s)');
    expect(exit.kind).toBe('limit');
  });

  test('of the output ends a flood', async ({ expect }) => {
    const few = limits({ outputBytes: 50_000, commandOutputBytes: 1000 });
    const { commands, remarks } = await replayHere('yes\necho on\n', { limits: few });
    expect(commands[0]?.output).toHaveLength(1000);
    expect(commands[0]?.endedBy[0]).toBe('Ctrl-C');
    expect(commands[1]?.output).toBe('on\n');
    expect(remarks.map(({ text }) => text.en).join()).toMatch(/first 1000 bytes.*limit of 50000 bytes/);
  });

  test('is kept where Ctrl-C and Ctrl-\\ are ignored: the job is stopped and killed', async ({ expect }) => {
    const script = 'sh -c "trap : INT QUIT; while :; do sleep 1; done"\necho on; jobs\n';
    const { commands } = await replayHere(script, { limits: limits({ commandMs: 300 }) });
    expect(commands[0]?.endedBy).toEqual(['Ctrl-C', 'Ctrl-C', 'Ctrl-C', 'Ctrl-\\', 'Ctrl-Z']);
    expect(commands[1]?.output).toMatch(/^on\n/);
    expect(commands[1]?.output).not.toContain('Stopped');
  });
});

describe.concurrent('what cannot go on', () => {
  test.for([['echo "open\necho b\n'], ['cat <<E\n\na\n'], ['while true; do\n  echo b\n']])(
    '%j',
    async ([script], { expect }) => {
      const { commands, remarks, exit } = await replayHere(`echo a\n${script}`);
      expect(commands[0]?.output).toBe('a\n');
      expect(commands[1]).toMatchObject({ line: 2, endLine: script?.includes('E') ? 4 : 3 });
      expect(remarks[0]?.text.en).toContain('begins on line 2 is never finished');
      expect(exit.kind).toBe('end');
    },
  );

  test('a terminal that goes away is said to be lost', async ({ expect }) => {
    await using terminal = await localTerminal('abcdef0123456789');
    const replayed = replayHere('sleep 5\necho b\n', {
      terminal,
      onLine: (line) => line === 1 && setTimeout(terminal.close, 50),
    });
    expect(await replayed).toMatchObject({
      commands: [{ exitCode: null }],
      exit: { kind: 'lost', code: null },
    });
  });

  test('an abort is thrown', async ({ expect }) => {
    const aborted = replayHere('sleep 5\n', { signal: AbortSignal.timeout(200) });
    await expect(aborted).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

test('lines are told and the world is settled before each command', async () => {
  const told: (number | string | null)[] = [];
  const settled = async () => void told.push('settled');
  await replayHere('echo a\n\n# b\necho c\n', { onLine: (line) => told.push(line), settled });
  expect(told).toEqual(['settled', 1, 'settled', 4, null]);
});

test('a quick command costs a few milliseconds', async () => {
  const { commands } = await replayHere('true\n'.repeat(100));
  const whole = (commands.at(-1)?.startedMs ?? 0) - (commands[0]?.startedMs ?? 0);
  expect(whole / 99).toBeLessThan(5);
});
