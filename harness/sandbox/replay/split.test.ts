import { describe, expect, test } from 'vitest';
import { splitScript } from './split.ts';

/** The commands as `line-endLine text`. */
async function split(script: string): Promise<string[]> {
  const { commands } = await splitScript(script);
  return commands.map(({ line, endLine, text }) => `${line}-${endLine} ${text}`);
}

describe('splitScript keeps as one command', () => {
  test.each([
    ['a line', 'ls\n', ['1-1 ls']],
    ['a last line without a newline', 'ls\npwd', ['1-1 ls', '2-2 pwd']],
    ['an indented line', '  ls\n\tpwd\n', ['1-1   ls', '2-2 \tpwd']],
    ['statements that share a line', 'cd x; ls && pwd\n', ['1-1 cd x; ls && pwd']],
    [
      'a continued line',
      'docker run \\\n  -d \\\n  web\nls\n',
      ['1-3 docker run \\\n  -d \\\n  web', '4-4 ls'],
    ],
    ['a here-document', 'cat <<E\n# a\n\nE\nls\n', ['1-4 cat <<E\n# a\n\nE', '5-5 ls']],
    [
      'one in a pipeline',
      'cat <<E | sort\nb\n\na\nE\n\n# c\nls\n',
      ['1-5 cat <<E | sort\nb\n\na\nE', '8-8 ls'],
    ],
    [
      'one with a delimiter like a comment',
      "cat <<'#' | sort\nb\n#\nls\n",
      ["1-3 cat <<'#' | sort\nb\n#", '4-4 ls'],
    ],
    ['two on a line', 'cat <<A; cat <<B\na\nA\nb\nB\nls\n', ['1-5 cat <<A; cat <<B\na\nA\nb\nB', '6-6 ls']],
    ['one of tabs', 'cat <<-E\n\ta\n\tE\n', ['1-3 cat <<-E\n\ta\n\tE']],
    ['a loop', 'for i in 1 2\ndo\n  # round\n  ls\ndone\n', ['1-5 for i in 1 2\ndo\n  # round\n  ls\ndone']],
    ['a condition', 'if true\nthen ls\nfi; pwd\n', ['1-3 if true\nthen ls\nfi; pwd']],
    ['a function and its call', 'f() {\n ls\n}\nf\n', ['1-3 f() {\n ls\n}', '4-4 f']],
    ['quotes over lines', 'echo "a\n\n#b"\nls\n', ['1-3 echo "a\n\n#b"', '4-4 ls']],
    ['a substitution over lines', 'x=$(\n ls\n)\n', ['1-3 x=$(\n ls\n)']],
    ['a group in the background', '(\n ls\n) &\nwait\n', ['1-3 (\n ls\n) &', '4-4 wait']],
    [
      'a list that begins on the line where another ends',
      'if a\nthen b\nfi; if c\nthen d\nfi\n',
      ['1-5 if a\nthen b\nfi; if c\nthen d\nfi'],
    ],
    ['a chain', 'a &&\n b ||\n c\n', ['1-3 a &&\n b ||\n c']],
    ['Korean', 'echo 안녕; echo "\n가"\nls\n', ['1-2 echo 안녕; echo "\n가"', '3-3 ls']],
    ['a dash that an office program made', 'docker run –itd x\n', ['1-1 docker run –itd x']],
  ])('%s', async (_name, script, commands) => {
    expect(await split(script)).toEqual(commands);
  });
});

describe('splitScript', () => {
  test.each<[script: string, foreground: string | undefined]>([
    ['ls; pwd', undefined],
    ['a && b || c; echo "d & e" >&2', undefined],
    ['while true; do a & sleep 1; done', undefined],
    ['docker events & sleep 2; kill %1', 'sleep 2\nkill %1'],
    ['echo 안녕 & echo 가나; b & wait', 'echo 가나\nwait'],
    ['a | b &', ''],
    ['(\n a\n) & b', 'b'],
    ['cat <<E & sort <<F\na\nE\nb\nF', 'sort <<F\na\nE\nb\nF'],
  ])('tells what of a command is waited for: %j', async (script, foreground) => {
    expect((await splitScript(`echo 첫\n${script}\n`)).commands.at(-1)?.parts?.foreground).toBe(foreground);
  });

  test('tells what of it is not', async () => {
    expect((await splitScript('a | b & c; d &\n')).commands[0]?.parts?.background).toBe('a | b &\nd &');
  });

  test('drops comments and blank lines between commands', async () => {
    expect(await split('#!/bin/bash\n\n# one\nls # here\n\n\n# two\npwd\n# end\n\n')).toEqual([
      '4-4 ls # here',
      '8-8 pwd',
    ]);
  });

  test.each([[''], ['\n\n'], ['# only a comment']])('finds nothing in %j', async (script) => {
    expect(await splitScript(script)).toEqual({ parsed: true, commands: [] });
  });

  test.each([
    ['an open quote', 'ls\n\n# c\necho "a\nb', ['1-1 ls', '4-4 echo "a', '5-5 b']],
    ['a loop without end', 'while true; do\n ls\n', ['1-1 while true; do', '2-2  ls']],
    ['a stray parenthesis', 'ls )\npwd\n', ['1-1 ls )', '2-2 pwd']],
  ])('splits a file with %s line by line', async (_name, script, commands) => {
    expect((await splitScript(script)).parsed).toBe(false);
    expect(await split(script)).toEqual(commands);
  });
});
