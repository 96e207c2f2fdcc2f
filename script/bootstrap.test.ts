import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeMachine, realNode } from './testing/machine.ts';

/** An npm that installs what it is asked for by leaving a link to a Node that works. */
const npm = `
prefix=.
while (($#)); do
  case $1 in
    --prefix) prefix=$2; shift ;;
    node@*) package=node ;;
    node-*@*) package=\${1%@*} ;;
  esac
  shift
done
[[ -n \${package:-} && $package != "\${BLOCKED:-}" ]] || exit 0
mkdir -p "$prefix/node_modules/$package/bin"
ln -sf '${realNode}' "$prefix/node_modules/$package/bin/node"`;
const node = (answer: string) => `[[ $1 == --version ]] && { echo v24.21.0; exit; }\n${answer}`;
/** An engine that is absent until something starts it. */
const absent = node(
  `if [[ -e $STARTED ]]; then echo ready; else printf '%s\\n' 'local DOCKER_MISSING' 'There is no Docker engine.' 'Install docker.io.'; fi`,
);
const starts = `touch "$STARTED"`;

test('says nothing where everything is there', async () => {
  await using machine = await makeMachine({ node: node('echo ready'), npm });
  await machine.stamp('v24.21.0');
  expect(await machine.run()).toEqual({ code: 0, out: '', err: '' });
});

test('installs the dependencies when the lockfile changed, and only then', async () => {
  await using machine = await makeMachine({ node: node('echo ready'), npm });
  await machine.stamp('v24.0.0');
  const first = await machine.run('--print-node');
  expect(first).toMatchObject({ code: 0, out: `${machine.bin}/node\n` });
  expect(first.err).toMatch(/npm ci: \d+ s/);
  expect(machine.calls()).toMatch(/^npm ci --ignore-scripts/m);
  expect(await machine.run()).toEqual({ code: 0, out: '', err: '' });
});

test('shows what npm said when it fails, and does not take the dependencies for installed', async () => {
  await using machine = await makeMachine({
    node: node('echo ready'),
    npm: 'echo no such registry >&2; exit 7',
  });
  const first = await machine.run();
  expect(first.code).not.toBe(0);
  expect(first.err).toContain('no such registry');
  expect((await machine.run()).err).toContain('no such registry');
});

test.each([
  ['an older Node', 'echo v20.20.2', ''],
  ['an odd release', 'echo v25.1.0', ''],
  ['a Node that does not start', 'exit 1', ''],
  ['an npm that runs no install scripts', 'echo v20.20.2', 'node'],
])('brings its own Node beside %s', async (_what, old, blocked) => {
  await using machine = await makeMachine({ node: old, npm });
  const { code, out, err } = await machine.run('--no-engine', '--print-node', { BLOCKED: blocked });
  expect(err).toMatch(/Installing Node\.js 24\.\d+\.\d+ into .*: \d+ s/);
  expect({ code, out: out.replace(/node-[a-z0-9-]+/, 'node') }).toEqual({
    code: 0,
    out: expect.stringMatching(/\/drydock\/node\/24\.[\d.]+\/node_modules\/node\/bin\/node\n$/),
  });
});

test('asks its own Node once, and no other from then on', async () => {
  await using machine = await makeMachine({ node: 'echo v20.20.2', npm });
  const versionCalls = () => machine.calls().match(/^node --version$/gm)?.length ?? 0;
  const { out } = await machine.run('--no-engine', '--print-node');
  const asked = versionCalls();
  expect(asked).toBeGreaterThan(0);
  expect(await machine.run('--no-engine', '--print-node')).toEqual({ code: 0, out, err: '' });
  expect(versionCalls()).toBe(asked);
});

test('says exactly what to install where there is no npm and no right to install one', async () => {
  await using machine = await makeMachine({ id: 'echo 1000' });
  const { code, err } = await machine.run();
  expect(code).toBe(1);
  expect(err).toContain('`sudo apt-get install nodejs npm`');
});

test('installs and starts an engine as root on Debian, and says so; elsewhere it says what to install', async () => {
  const tools = { 'apt-get': 'exit 0', dockerd: starts, systemctl: starts, service: starts };
  await using machine = await makeMachine(
    { ...tools, node: absent, npm, id: 'echo 0' },
    { dockerd: 'later' },
  );
  await machine.stamp('v24.21.0');
  const { code, err } = await machine.run();
  if (existsSync('/etc/debian_version')) {
    expect(err).toMatch(/docker\.io with apt-get: \d+ s/);
    expect(err).toMatch(/Starting the Docker engine \(dockerd\): \d+ s/);
    expect(machine.calls()).toMatch(/^apt-get .*install docker\.io mmdebstrap debian-archive-keyring$/m);
    expect(code).toBe(0);
  } else {
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('Install docker.io.') });
  }
});

test('starts an engine that is installed, without installing anything', async () => {
  const tools = { 'apt-get': 'exit 9', dockerd: starts, systemctl: starts, service: starts };
  await using machine = await makeMachine({ ...tools, node: absent, npm, id: 'echo 0' });
  await machine.stamp('v24.21.0');
  expect((await machine.run()).code).toBe(0);
  expect(machine.calls()).not.toContain('apt-get');
});

test.each([
  ['without the right to start one', 'local DOCKER_MISSING', '1000'],
  ['whose socket may not be used', 'local DOCKER_NO_RIGHTS', '0'],
  ['that the user chose', 'chosen DOCKER_SILENT', '0'],
])('leaves an engine alone %s, and passes on the way out', async (_what, state, user) => {
  const answer = node(`printf '%s\\n' '${state}' 'It does not work.' 'Do this.'`);
  await using machine = await makeMachine({ node: answer, npm, id: `echo ${user}`, 'apt-get': 'exit 0' });
  await machine.stamp('v24.21.0');
  const { code, err } = await machine.run();
  expect({ code, err }).toEqual({ code: 1, err: 'drydock: It does not work.\nDo this.\n' });
  expect(machine.calls()).not.toContain('apt-get');
});

test('speaks Korean where the locale does', async () => {
  await using machine = await makeMachine({ id: 'echo 1000' });
  expect((await machine.run({ LC_ALL: 'ko_KR.UTF-8' })).err).toContain('필요합니다');
});

test('knows its options', async () => {
  await using machine = await makeMachine({});
  expect(await machine.run('--tset')).toMatchObject({ code: 2, err: expect.stringContaining('--tset') });
  const source = await readFile(new URL('bootstrap', import.meta.url), 'utf8');
  const { out } = await machine.run('--help');
  for (const [option] of source.matchAll(/^ {4}(--[a-z-]+)(?=\))/gm)) expect(out).toContain(option.trim());
});
