import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Student } from '../../result.ts';
import type { Intake, IntakeOptions } from '../intake.ts';
import { takeIn } from '../take-in.ts';
import { zipOf } from './zip-of.ts';

/** What the assignment build-noderun is told by. */
export const buildFiles = ['solution.sh', 'Dockerfile'];

const assignments = [
  { slug: 'build-noderun', files: ['solution.sh', 'Dockerfile', 'runapp.js'] },
  { slug: 'container-logs', files: ['solution.sh'] },
  { slug: 'noderun', files: ['answer.txt'] },
];

/** A class's folder and a temporary one, both gone when disposed. */
export class ClassOfStudents implements AsyncDisposable {
  readonly dir: string;
  readonly temporary: string;

  private constructor(dir: string, temporary: string) {
    this.dir = dir;
    this.temporary = temporary;
  }

  static async make(): Promise<ClassOfStudents> {
    return new ClassOfStudents(
      await mkdtemp(join(tmpdir(), 'drydock-class-')),
      await mkdtemp(join(tmpdir(), 'drydock-intake-')),
    );
  }

  at(path: string): string {
    return join(this.dir, path);
  }

  async put(path: string, bytes: string | Buffer = ''): Promise<void> {
    await mkdir(dirname(this.at(path)), { recursive: true });
    await writeFile(this.at(path), bytes);
  }

  async putAll(folder: string, files: readonly string[]): Promise<void> {
    for (const file of files) await this.put(`${folder}/${file}`);
  }

  take(options: Partial<IntakeOptions> = {}): Promise<Intake> {
    const { dir, temporary } = this;
    const { signal } = new AbortController();
    return takeIn({ dir, assignments, chosen: [], temporary, signal, ...options });
  }

  /** Takes in the repositories of a CSV, with this machine's allowed. */
  takeList(path: string, roster?: readonly Student[]): Promise<Intake> {
    const { signal } = new AbortController();
    const list = { gitUrls: this.at(path), localRepositories: true, ...(roster ? { roster } : {}) };
    return takeIn({ assignments, chosen: [], temporary: this.temporary, signal, ...list });
  }

  /** `student assignment where`, the folder relative to the class's, or after `+` for what was unpacked. */
  lines({ submissions }: Intake): string[] {
    return submissions.map(({ student, assignment, folder }) => {
      const where = folder.replace(`${this.dir}/`, '').replace(/^.*\/handed-in\/\w+/, '+');
      return `${student} ${assignment} ${where}`;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.dir, { recursive: true });
    await rm(this.temporary, { recursive: true });
  }
}

/** One row of a roster. */
export function studentCalled(username: string, name = '', identifier = ''): Student {
  return { username, identifier, name, email: '', section: '' };
}

/** A zip of files that hold their own names. */
export function zipOfNames(...names: string[]): Buffer {
  return zipOf(names.map((name) => ({ name, bytes: name, flags: 0x800 })));
}
