import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { leftOut } from './leave-out.ts';

const run = promisify(execFile);

/** The libraries of the list that a process has loaded after Testcontainers and dockerode, and what it says else. */
async function loadedAfter(before: string): Promise<{ loaded: string[]; said: string }> {
  const script = `
    import { createRequire } from 'node:module';
    ${before}
    const { GenericContainer } = await import('testcontainers');
    const { default: Dockerode } = await import('dockerode');
    new GenericContainer('alpine').withCommand(['true']);
    const said = typeof new Dockerode({ socketPath: '/nowhere' }).createContainer;
    const files = Object.keys(createRequire(import.meta.url).cache);
    const loaded = ${JSON.stringify(leftOut)}.filter((name) => files.some((file) => file.includes('/node_modules/' + name + '/')));
    console.log(JSON.stringify({ loaded, said }));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(import.meta.dirname, '..', '..'),
  });
  return JSON.parse(stdout);
}

test('every library of the list would be loaded, and none is once it is left out', async () => {
  const leave = "const { leaveOutUnused } = await import('./harness/cli/leave-out.ts'); leaveOutUnused();";
  const [usual, light] = await Promise.all([loadedAfter(''), loadedAfter(leave)]);
  expect(usual).toEqual({ loaded: leftOut, said: 'function' });
  expect(light).toEqual({ loaded: [], said: 'function' });
});

/** Whether `import 'node:http'` was not kept to harness/node-http.ts. */
test('a check loads Node’s one HTTP library, and not the other', async () => {
  const script = `
    const parts = ['cli/program', 'cli/check', 'cli/write-results', 'runner/index', 'sandbox/index'];
    for (const part of parts) await import('./harness/' + part + '.ts');
    console.log(JSON.stringify(process.moduleLoadList.filter((name) => /internal.deps.undici| http$/.test(name))));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(import.meta.dirname, '..', '..'),
  });
  expect(JSON.parse(stdout)).toEqual(['NativeModule http']);
});
