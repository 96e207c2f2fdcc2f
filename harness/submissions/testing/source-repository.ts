import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** When every commit of a test is made. */
export const committedAt = '2026-10-01T09:30:00.000Z';

const environment = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-10-01T18:30:00+0900',
};
const person = ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.org', '-c', 'commit.gpgSign=false'];

/** A repository on this machine as a student would have it, or would not. */
export class SourceRepository {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(path: string, files: Readonly<Record<string, string>> = {}): Promise<SourceRepository> {
    const repository = new SourceRepository(path);
    await mkdir(path, { recursive: true });
    await repository.git('init', '-q', '-b', 'main');
    await repository.commit(files);
    return repository;
  }

  async git(...args: string[]): Promise<string> {
    const { stdout } = await run('git', [...person, '-C', this.path, ...args], { env: environment });
    return stdout.trim();
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.path, path)), { recursive: true });
    await writeFile(join(this.path, path), text);
  }

  /** Commits these files beside what is there and what is staged, and gives the commit. */
  async commit(files: Readonly<Record<string, string>>): Promise<string> {
    for (const [path, text] of Object.entries(files)) await this.write(path, text);
    const paths = Object.keys(files);
    if (paths.length > 0) await this.git('add', '-f', '--', ...paths);
    await this.git('commit', '-q', '--allow-empty', '-m', 'work');
    return this.git('rev-parse', 'HEAD');
  }

  /** Commits one tree entry just as it is written, for what `git add` would refuse. */
  async commitEntry(mode: string, oid: string, name: string): Promise<void> {
    const type = mode === '160000' ? 'commit' : 'blob';
    const made = execFile('git', ['-C', this.path, 'mktree', '--missing'], { env: environment });
    let tree = '';
    made.stdout?.on('data', (chunk) => {
      tree += chunk;
    });
    made.stdin?.end(`${mode} ${type} ${oid}\t${name}\n`);
    await new Promise((done) => made.on('close', done));
    const commit = await this.git('commit-tree', '-m', 'odd', tree.trim());
    await this.git('update-ref', 'refs/heads/main', commit);
  }
}
