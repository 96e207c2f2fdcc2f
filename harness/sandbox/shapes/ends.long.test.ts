import { expect, test } from 'vitest';
import { scriptText } from '../replay/index.ts';
import { baseImage, startForTest, type } from '../start-for-test.test-support.ts';

/** Types a file as it was saved into a sandbox of its own. */
async function typed(bytes: string | Uint8Array) {
  const read = scriptText(Buffer.from(bytes));
  if (read.kind !== 'text') throw new TypeError('no text');
  await using sandbox = await startForTest();
  await sandbox.ready;
  const { evidence, exit } = await type(sandbox, read.text);
  const said = evidence.remarks.map(({ text }) => text.en).join('\n');
  const codes = evidence.commands.map(({ line, exitCode }) => `${line}:${exitCode}`).join(' ');
  const names = (await sandbox.daemon.containers()).map(({ name }) => name);
  return { codes, exit, said, names, shown: evidence.commands.map(({ output }) => output).join('') };
}

const one = `docker create --name one ${baseImage}`;
const two = `docker create --name two ${baseImage}`;

test.each<[name: string, script: string, codes: string, code: number, names: string[]]>([
  ['set -e', `set -e\n${one}\ndocker rm nope\n${two}\n`, '1:0 2:0 3:1', 1, ['one']],
  ['exit in the middle', `${one}\nexit 3\n${two}\n`, '1:0 2:3', 3, ['one']],
  ['exit with a trap', `trap 'docker rm one' EXIT\n${one}\nexit\n${two}\n`, '1:0 2:0 3:0', 0, []],
  ['exec docker', `${one}\nexec docker rm one\n${two}\n`, '1:0 2:0', 0, []],
  ['kill $$', `${one}\nkill -9 $$\n${two}\n`, '1:0 2:137', 137, ['one']],
])('%s ends the shell there', async (_name, script, codes, code, names) => {
  const seen = await typed(script);
  expect(seen).toMatchObject({ codes, names, exit: { kind: 'exit', code } });
  expect(seen.said).toMatch(/^The shell ended at line [23], .*: the 1 command\(s\) after it were not typed/);
});

test.each<[name: string, script: string, codes: string, shown: string]>([
  ['with Windows line ends', `docker ps -q\r\ncat <<EOF\r\na\r\nEOF\r\n${one}\r\n`, '1:0 2:0 5:0', 'a\n'],
  ['with a byte order mark', `\uFEFF${one}\n`, '1:0', ''],
  ['with old Mac line ends', `docker ps -q\r${one}\r`, '1:0 2:0', ''],
  ['with tabs, and without a last newline', `\tdocker\tps -q\n\n${one}`, '1:0 3:0', ''],
  ['for another shell', `#!/usr/bin/env python3\n${one}\n`, '2:0', ''],
  ['with a quote that is never closed', `${one}\necho "open\ndocker rm one\n`, '1:0 2:130', ''],
])('a file %s is typed all the same', async (_name, script, codes, shown) => {
  const seen = await typed(script);
  expect(seen).toMatchObject({ codes, names: ['one'], exit: { kind: 'end' } });
  expect(seen.shown).toContain(shown);
});
