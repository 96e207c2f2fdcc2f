import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Environment, isAnimated, Output, wantsColor } from './output.ts';

const terminal = { isTTY: true };
const pipe = {};

describe('colour', () => {
  test.each<[string, { isTTY?: boolean }, Environment, boolean | undefined, boolean]>([
    ['a terminal', terminal, {}, undefined, true],
    ['a pipe', pipe, {}, undefined, false],
    ['NO_COLOR', terminal, { NO_COLOR: '1' }, undefined, false],
    ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, undefined, true],
    ['TERM=dumb', terminal, { TERM: 'dumb' }, undefined, false],
    ['CI', terminal, { CI: 'true' }, undefined, false],
    ['CI=false', terminal, { CI: 'false' }, undefined, true],
    ['FORCE_COLOR on a pipe in CI', pipe, { FORCE_COLOR: '1', CI: 'true' }, undefined, true],
    ['FORCE_COLOR beats NO_COLOR', pipe, { FORCE_COLOR: '', NO_COLOR: '1' }, undefined, true],
    ['FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, undefined, false],
    ['--color', pipe, { NO_COLOR: '1' }, true, true],
    ['--no-color', terminal, { FORCE_COLOR: '1' }, false, false],
  ])('%s', (_name, screen, env, flag, wanted) => expect(wantsColor(screen, env, flag)).toBe(wanted));

  test('redrawing needs a terminal, whatever the colours', () => {
    expect(isAnimated(terminal, { FORCE_COLOR: '1' })).toBe(true);
    expect(isAnimated(pipe, { FORCE_COLOR: '1' })).toBe(false);
    expect(isAnimated(terminal, { CI: 'true', FORCE_COLOR: '1' })).toBe(false);
  });
});

describe('writing', () => {
  test('a reader that went away is no error', async () => {
    const output = new Output(failing('EPIPE'), {});
    await output.write('first\n');
    await output.write('second\n');
  });

  test('a full disk is the machine’s error', async () => {
    const output = new Output(createWriteStream('/dev/full'), {});
    await expect(output.write('lost\n')).rejects.toMatchObject({
      name: 'SandboxError',
      code: 'OUTPUT_WRITE',
    });
  });

  test('a stream without a width is 80 columns wide', () => {
    expect(new Output(failing('EPIPE'), {}).columns).toBe(80);
  });
});

function failing(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}
