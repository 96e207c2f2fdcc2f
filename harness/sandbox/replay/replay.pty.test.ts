import { describe, expect, test } from 'vitest';
import { replayHere } from './local-terminal.test-support.ts';

/** What the terminal showed, and the exit codes with the lines where they were reported: `1:0 2-4:1`. */
async function typed(script: string) {
  const { commands, remarks, exit } = await replayHere(script);
  const codes = commands.map(
    ({ line, endLine, exitCode }) => `${line === endLine ? line : `${line}-${endLine}`}:${exitCode}`,
  );
  return { shown: commands.map(({ output }) => output).join(''), codes: codes.join(' '), remarks, exit };
}

describe.concurrent('as in a terminal', () => {
  test.for<[name: string, script: string, shown: string, codes: string]>([
    ['a command', 'echo hi\n', 'hi\n', '1:0'],
    ['a failing one does not end the script', 'false\necho on\n', 'on\n', '1:1 2:0'],
    ['$? lives on', '(exit 42)\necho $?\n', '42\n', '1:42 2:0'],
    [
      'a command that does not exist',
      'nosuch\necho $?\n',
      'bash: nosuch: command not found\n127\n',
      '1:127 2:0',
    ],
    ['variables and cd', 'x=5\ncd /\necho $x $PWD\n', '5 /\n', '1:0 2:0 3:0'],
    ['exported variables', 'export X=7\nsh -c "echo $X"\n', '7\n', '1:0 2:0'],
    ['functions', 'f() {\n  echo "f $1"\n}\nf 1\n', 'f 1\n', '1-3:0 4:0'],
    ['aliases', "alias e='echo aliased'\ne\n", 'aliased\n', '1:0 2:0'],
    ['a here-document', 'cat <<E\n  a $((1+1))\n\n# b\nE\n', '  a 2\n\n# b\n', '1-5:0'],
    ['a quoted one in a pipeline', "cat <<'E' | tr a-z A-Z\na $x\nE\n", 'A $X\n', '1-3:0'],
    ['one of tabs', 'cat <<-E\n\ta\tb\n\tE\n', 'a\tb\n', '1-3:0'],
    ['a here-string', 'read a b <<< "1 2"; echo $b\n', '2\n', '1:0'],
    ['a loop over lines', 'printf "1\\n2\\n" | while read n\ndo\n  echo "n$n"\ndone\n', 'n1\nn2\n', '1-4:0'],
    ['a loop over words', 'for i in a b; do echo $i; done\n', 'a\nb\n', '1:0'],
    ['a condition and a case', 'if [ 1 = 1 ]; then\n  case x in x) echo yes;; esac\nfi\n', 'yes\n', '1-3:0'],
    ['quotes over lines', "echo 'a\n\nb'\n", 'a\n\nb\n', '1-3:0'],
    ['a continued line that nothing follows', 'echo a \\\n\necho b\n', 'a\nb\n', '1-2:0 3:0'],
    ['one that a comment follows', 'echo a \\\n# c\necho b\n', 'a\nb\n', '1-2:0 3:0'],
    ['one in a file that is no bash', 'echo a \\\n\necho b \\\n# c\necho )\n', 'a\nb\n', '1-2:0 3-4:0 5:2'],
    ['one at the end', 'echo a\necho b \\\n', 'a\nb\n', '1:0 2-3:0'],
    ['one at the end without a newline', 'echo a\necho b \\', 'a\nb\n', '1:0 2:0'],
    ['a continued line', 'echo a \\\n  b\n', 'a b\n', '1-2:0'],
    ['arrays, arithmetic, substitution', 'a=(1 2 3); echo $a $((2**5)) $(echo s)\n', '1 32 s\n', '1:0'],
    ['a background job', 'sleep 0.01 & wait\necho done >&2\n', 'done\n', '2:0'],
    ['a pipe that fails in front', 'set -o pipefail\nfalse | true\n', '', '1:0 2:1'],
    ['an exclamation mark', 'echo "wow!1" !x\n', 'wow!1 !x\n', '1:0'],
    ['a glob and a brace', 'touch b a; echo * {1..3}\n', 'a b 1 2 3\n', '1:0'],
    ['Korean', 'echo "안녕 $(echo 하세요)"\n', '안녕 하세요\n', '1:0'],
    ['tabs before and between', '\techo\ta\n', 'a\n', '1:0'],
    ['no newline at the end', 'echo end', 'end\n', '1:0'],
    ['a subshell that exits', '(exit 3)\n', '', '1:3'],
    ['a syntax error', 'echo )\necho on\n', "bash: syntax error near unexpected token `)'\non\n", '1:2 2:0'],
    ['output without a newline', 'printf a\nprintf b\n', 'ab', '1:0 2:0'],
    ['a script that is run', "printf 'echo in $0; exit 4' > s.sh\nbash s.sh\n", 'in s.sh', '1:0 2:4'],
    ['a nested shell', 'sh\necho inner; false\nexit 5\necho $?\n', 'inner\n5\n', '1:0 2:1 3:5 4:0'],
    ['a terminal is there', '[ -t 0 ] && [ -t 1 ] && echo tty; stty size\n', 'tty\n40 120\n', '1:0'],
  ])('%s', async ([, script, shown, codes], { expect }) => {
    const result = await typed(script);
    expect(result.shown).toContain(shown);
    expect(result.codes).toContain(codes);
    expect(result.remarks).toEqual([]);
    expect(result.exit.kind).toBe('end');
  });
});

describe.concurrent('whatever the script does to the shell', () => {
  test.for<[name: string, script: string, shown: string, codes: string]>([
    ['redirects stdout', 'exec > f\necho x\nexec > /dev/tty\ncat f\n', 'x\n', '1:0 2:0 3:0 4:0'],
    ['redirects stderr', 'exec 2> f\n(exit 3)\necho $?\n', '3\n', '1:0 2:3 3:0'],
    [
      'shows again what stderr was told',
      'exec 2> f\nls nope\nfor i in 1\ndo\n  (exit 3)\ndone\nexec 2>/dev/tty\ncat f; sleep 0.3; (exit 4)\necho $?\n',
      "cannot access 'nope'",
      '1:0 2:2 3-6:3 7:0 8:4 9:0',
    ],
    [
      'shows it while stderr still goes there',
      'exec 2> f\n(exit 3)\ncat f; sleep 0.3; (exit 4)\necho $?\n',
      '4\n',
      '1:0 2:3 3:4 4:0',
    ],
    ['closes stderr', 'exec 2>&-\n(exit 3)\necho $?\n', '3\n', '1:0 2:3 3:0'],
    ['closes stdout', 'exec >&-\n(exit 3)\nexec >/dev/tty; echo $?\n', '0\n', '1:0 2:3 3:0'],
    ['traces', 'set -x\necho a\n', '+ echo a\na\n', '1:0 2:0'],
    ['is verbose', 'set -v\necho a\necho b\n', 'a\nb\n', '1:0 2:0 3:0'],
    [
      'is strict about variables',
      'set -u\necho $nope\necho on\n',
      'bash: nope: unbound variable\non\n',
      '1:0 2:1 3:0',
    ],
    ['sets PS1', "PS1='$ '\n(exit 3)\necho $?\n", '3\n', '1:0 2:3 3:0'],
    ['sets PROMPT_COMMAND', 'PROMPT_COMMAND="true"\n(exit 3)\necho $?\n', '3\n', '1:0 2:3 3:0'],
    ['takes both away', 'PS1= PROMPT_COMMAND=; (exit 3)\necho $?\n', '3\n', '1:3 2:0'],
    ['turns the echo on', 'stty echo\necho a\necho b\n', 'a\nb\n', '1:0 2:0 3:0'],
    [
      'prints the prompt',
      'echo "$PS1"; eval \'echo "$\x7bPS1@P}"\'\nsleep 0.05\necho b\n',
      'b\n',
      '1:0 2:0 3:0',
    ],
    [
      'traps',
      "trap 'echo dbg' DEBUG; trap 'echo err' ERR\nfalse\ntrap - DEBUG ERR\necho b\n",
      'err\n',
      '1:0 2:1 3:0 4:0',
    ],
    [
      'shadows programs',
      'printf() { :; }; stty() { :; }; docker() { echo mine; }\ndocker ps\n',
      'mine\n',
      '1:0 2:0',
    ],
    ['writes to the background', '(sleep 0.05; echo late) &\nsleep 0.1; echo b\n', '\nb\n', '1:0 2:0'],
    [
      'has control characters',
      'x=$(printf "%s" "a\x03\x04\x1ab"); echo $\x7b#x}\necho on\n',
      '5\non\n',
      '1:0 2:0',
    ],
    [
      'has a line longer than a terminal holds',
      `echo "${'가'.repeat(3000)}" | wc -m\nfalse\n`,
      '3001\n',
      '1:0 2:1',
    ],
    ['keeps $? for such a line', `(exit 7)\necho $? ${'x'.repeat(5000)}\n`, '7 xxx', '1:7 2:0'],
    [
      'has a here-document of 100 kB',
      `wc -c <<E\n${'0123456789\n'.repeat(10_000)}E\n`,
      '110000\n',
      '1-10002:0',
    ],
  ])('%s', async ([, script, shown, codes], { expect }) => {
    const result = await typed(script);
    expect(result.shown).toContain(shown);
    expect(result.shown).not.toMatch(/DRYDOCK_STATUS|]9;abcdef/);
    expect(result.codes).toBe(codes);
    expect(result.exit.kind).toBe('end');
  });
});

describe.concurrent('the shell ends', () => {
  test.for<[name: string, script: string, code: number, codes: string]>([
    ['at exit', 'echo a\nexit 3\necho b\n', 3, '1:0 2:3'],
    ['at a failure under set -e', 'set -e\nfalse\necho b\n', 1, '1:0 2:1'],
    ['with its trap', "trap 'echo bye' EXIT\nexit 4\necho b\n", 4, '1:0 2:4'],
    ['killed', 'kill -9 $$\necho b\n', 137, '1:137'],
    ['replaced', 'exec sh -c "exit 9"\necho b\n', 9, '1:9'],
  ])('%s', async ([, script, code, codes], { expect }) => {
    const result = await typed(script);
    expect(result.exit).toEqual({ kind: 'exit', code });
    expect(result.codes).toBe(codes);
    expect(result.remarks.at(-1)?.text.en).toContain('1 command(s)');
  });

  test('at its last line without a remark', async ({ expect }) => {
    expect(await typed('echo a\nexit 0\n')).toMatchObject({ remarks: [], exit: { kind: 'exit', code: 0 } });
  });
});

test('an empty script is an end', async () => {
  expect(await typed('')).toEqual({ shown: '', codes: '', remarks: [], exit: { kind: 'end', code: 0 } });
});
