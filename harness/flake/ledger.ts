import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FlakeRun } from './flake-run.ts';

/** All runs so far, a line of JSON each, so that many short sessions make one long one and a kill loses one line. */
export class Ledger {
  readonly path: string;
  readonly #runs: FlakeRun[];

  private constructor(path: string, runs: FlakeRun[]) {
    this.path = path;
    this.#runs = runs;
  }

  /** Reads what is there; `fresh` begins anew. A line that was cut off when its writer was killed is left out. */
  static async open(path: string, { fresh = false }: { fresh?: boolean } = {}): Promise<Ledger> {
    if (fresh) await rm(path, { force: true });
    await mkdir(dirname(path), { recursive: true });
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text !== '' && !text.endsWith('\n')) await appendFile(path, '\n');
    const runs = text.split('\n').flatMap((line) => {
      const run = parsed(line);
      return run ? [run] : [];
    });
    return new Ledger(path, runs);
  }

  /** The runs of one case as it is now. */
  runsOf(assignment: string, name: string, key: string): FlakeRun[] {
    return this.#runs.filter((run) => run.assignment === assignment && run.case === name && run.key === key);
  }

  async add(run: FlakeRun): Promise<void> {
    this.#runs.push(run);
    await appendFile(this.path, `${JSON.stringify(run)}\n`);
  }
}

function parsed(line: string): FlakeRun | undefined {
  try {
    return JSON.parse(line) as FlakeRun;
  } catch {
    return undefined;
  }
}
