import { describe, test } from 'vitest';
import { replayHere } from './local-terminal.test-support.ts';

describe.concurrent('lines for a shell in a container that did not open', () => {
  const docker = (code: number) => `docker() { return ${code}; }\n`;

  test.for<[name: string, script: string, codes: string]>([
    ['up to an exit', `${docker(126)}docker exec -it web bash\nls\nexit\necho on\n`, '1:0 2:126 5:0'],
    ['indented', `${docker(1)}docker exec -it web sh\n\tls\n\texit\necho on\n`, '1:0 2:1 5:0'],
    ['of an image', `${docker(125)}docker run -it --rm ubuntu\n  ls\necho on\n`, '1:0 2:125 4:0'],
    ['attached to', `${docker(1)}docker attach web\n  ls\necho on\n`, '1:0 2:1 4:0'],
  ])('%s are not typed', async ([, script, codes], { expect }) => {
    const { commands, remarks, exit } = await replayHere(script);
    expect(commands.map(({ line, exitCode }) => `${line}:${exitCode}`).join(' ')).toBe(codes);
    expect(remarks.map(({ line }) => line)).toEqual([2]);
    expect(remarks[0]?.text.en).toMatch(/opened no shell \(exit code: \d+\), so the [12] command\(s\)/);
    expect(exit.kind).toBe('end');
  });

  test.for<[name: string, script: string, codes: string]>([
    ['a detached run', `${docker(125)}docker run -itd x sh\necho a\nexit\n`, '1:0 2:125 3:0 4:0'],
    ['one that is no session', `${docker(1)}docker exec web sh\necho a\nexit\n`, '1:0 2:1 3:0 4:0'],
    ['docker’s own lines', `${docker(1)}docker exec -it web sh\ndocker ps\nexit\n`, '1:0 2:1 3:1 4:1'],
    ['one that ended well', `${docker(0)}docker exec -it web sh\necho a\nexit\n`, '1:0 2:0 3:0 4:0'],
  ])('are none after %s', async ([, script, codes], { expect }) => {
    const { commands } = await replayHere(script);
    expect(commands.map(({ line, exitCode }) => `${line}:${exitCode}`).join(' ')).toBe(codes);
  });
});
