import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '../..');
/** What the set-up itself is made of; everything else on the machine's PATH is a stand-in that a test writes. */
const plain =
  'bash cat cut dirname flock head ln mkdir mktemp rm sed seq setsid sha256sum shasum sleep tail touch tr uname wc';

export const realNode = process.execPath;

/** A checkout on a machine of its own: its programs are the ones given, as bash, and each call of one is written down. */
export interface Machine extends AsyncDisposable {
  readonly bin: string;
  calls: () => string;
  /** Pretends that the dependencies were installed for this Node. */
  stamp: (nodeVersion: string) => Promise<void>;
  run: (...args: (string | Record<string, string>)[]) => Promise<{ code: number; out: string; err: string }>;
}

/**
 * Makes one below a folder with spaces in its name. `dockerd: 'later'`: apt-get brings it, instead of it being there.
 */
export async function makeMachine(
  programs: Record<string, string>,
  options: { dockerd?: 'later' } = {},
): Promise<Machine> {
  const home = await mkdtemp(join(tmpdir(), 'drydock machine '));
  const [checkout, bin, calls] = [join(home, 'a checkout'), join(home, 'bin'), join(home, 'calls')];
  const dispose = () => rm(home, { recursive: true, force: true });
  await mkdir(join(checkout, 'node_modules'), { recursive: true });
  await mkdir(bin);
  for (const name of ['script', 'package.json', 'package-lock.json'])
    await cp(join(root, name), join(checkout, name), { recursive: true });
  for (const name of plain.split(' ')) {
    const found = ['/usr/bin', '/bin'].map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) await symlink(found, join(bin, name));
  }
  const install = async (name: string, body: string) => {
    const file = join(bin, name);
    await writeFile(file, `#!/usr/bin/env bash\necho "${name} $*" >>'${calls}'\n${body}\n`);
    await chmod(file, 0o755);
  };
  const { dockerd = '', ...others } = programs;
  const later = options.dockerd === 'later';
  for (const [name, body] of Object.entries(later ? others : programs)) await install(name, body);
  if (later) {
    await install('dockerd.later', dockerd);
    await install('apt-get', `[[ $* != *docker.io* ]] || ln -sf '${bin}/dockerd.later' '${bin}/dockerd'`);
  }
  await install('git', '');
  await install('docker-registry', '');
  await install('redis-server', '');
  await install('xmllint', '');
  await install('chromium', '');
  return {
    bin,
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8') : ''),
    async stamp(nodeVersion) {
      const lock = await readFile(join(checkout, 'package-lock.json'));
      const sum = createHash('sha256').update(lock).digest('hex');
      await writeFile(join(checkout, 'node_modules/.drydock-stamp'), `${sum} ${nodeVersion}\n`);
    },
    async run(...args) {
      const env = Object.assign(
        { HOME: home, PATH: bin, TMPDIR: home, STARTED: join(home, 'started') },
        ...args.filter(isEnv),
      );
      const child = spawn(join(bin, 'bash'), [join(checkout, 'script/bootstrap'), ...args.filter(isText)], {
        cwd: dirname(home),
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 15_000,
      });
      const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { code, out, err };
    },
    [Symbol.asyncDispose]: dispose,
  };
}

function isText(arg: string | Record<string, string>): arg is string {
  return typeof arg === 'string';
}

function isEnv(arg: string | Record<string, string>): arg is Record<string, string> {
  return typeof arg !== 'string';
}
