import { appendFile, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assignment } from '../manifest/index.ts';
import type { Outcome } from '../result.ts';

/** Something that no author wrote down as an example: broken, unusual but right, or meant to do harm. */
export interface Special {
  readonly name: string;
  readonly kind: 'broken' | 'unusual' | 'hostile';
  /** The assignment it is handed in for. */
  readonly assignment: string;
  /** What must come of it; `full` is what the solution gets. */
  readonly outcome: Outcome;
  readonly score: 'full' | 0;
  /** Changes a folder that holds the assignment's solution. */
  spoil(folder: string, assignment: Assignment): Promise<void>;
}

/** Bytes of the large file: within what a submission may have, and as much as most of that. */
const largeBytes = 40 * 2 ** 20;

/** Text that other programs would take for a command, a formula, or the end of their own. */
const misread = [
  "printf '\\033[2J\\033]0;title\\007\\033[31mred\\n'",
  "echo '::error file=a.ts,line=1::not yours'",
  "echo '::set-output name=score::100'",
  `echo '=HYPERLINK("http://attacker.example/","click")'`,
  "echo '<script>alert(1)</script> ]]> <!-- | `'",
  "printf '\\342\\200\\256txt.exe\\n'",
];

/** All of them, at most three for each assignment. */
export const specials: readonly Special[] = [
  {
    ...{ name: 'empty-folder', kind: 'broken', assignment: 'build-noderun', outcome: 'missing', score: 0 },
    async spoil(folder) {
      await rm(folder, { recursive: true });
      await mkdir(folder);
    },
  },
  {
    ...{ name: 'no-script', kind: 'broken', assignment: 'build-noderun', outcome: 'invalid', score: 0 },
    spoil: (folder, { script }) => rm(join(folder, script)),
  },
  {
    ...{ name: 'privileged', kind: 'hostile', assignment: 'build-noderun', outcome: 'graded', score: 'full' },
    spoil: (folder, assignment) =>
      typed(folder, assignment, [
        `docker run --rm --privileged -v /:/host ${assignment.images[0]} sh -c 'touch /host/drydock-was-here'`,
        `docker run --rm --pid=host --net=host ${assignment.images[0]} true`,
        `docker run --rm -v /var/run/docker.sock:/var/run/docker.sock ${assignment.images[0]} true`,
      ]),
  },
  {
    ...{ name: 'binary-script', kind: 'broken', assignment: 'commit-noderun', outcome: 'invalid', score: 0 },
    spoil: (folder, { script }) =>
      writeFile(join(folder, script), Buffer.from('\x7fELF\x02\x01\x01\0\0\0\xff\xfe', 'latin1')),
  },
  {
    ...{
      name: 'byte-order-mark',
      kind: 'unusual',
      assignment: 'commit-noderun',
      outcome: 'graded',
      score: 'full',
    },
    async spoil(folder, { script }) {
      const text = await readFile(join(folder, script), 'utf8');
      await writeFile(join(folder, script), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    },
  },
  {
    ...{ name: 'links-out', kind: 'hostile', assignment: 'commit-noderun', outcome: 'graded', score: 'full' },
    async spoil(folder) {
      await symlink('/etc/passwd', join(folder, 'passwd'));
      await symlink('/', join(folder, 'machine'));
      await symlink('..', join(folder, 'above'));
      await symlink('itself', join(folder, 'itself'));
    },
  },
  {
    ...{
      name: 'script-is-link',
      kind: 'hostile',
      assignment: 'fix-import-cmd',
      outcome: 'invalid',
      score: 0,
    },
    async spoil(folder, { script }) {
      await rm(join(folder, script));
      await symlink('/etc/passwd', join(folder, script));
    },
  },
  {
    ...{
      name: 'misread-output',
      kind: 'hostile',
      assignment: 'fix-import-cmd',
      outcome: 'graded',
      score: 'full',
    },
    spoil: (folder, assignment) => typed(folder, assignment, misread),
  },
  {
    ...{ name: 'utf16-script', kind: 'broken', assignment: 'rotate-logs', outcome: 'invalid', score: 0 },
    async spoil(folder, { script }) {
      const text = await readFile(join(folder, script), 'utf8');
      await writeFile(join(folder, script), Buffer.from(`\uFEFF${text}`, 'utf16le'));
    },
  },
  {
    ...{ name: 'large-file', kind: 'hostile', assignment: 'rotate-logs', outcome: 'graded', score: 'full' },
    async spoil(folder) {
      await writeFile(join(folder, 'movie.mp4'), '');
      await truncate(join(folder, 'movie.mp4'), largeBytes);
    },
  },
  {
    ...{ name: 'fork-bomb', kind: 'hostile', assignment: 'explain-exit-codes', outcome: 'graded', score: 0 },
    async spoil(folder, { script }) {
      await rm(folder, { recursive: true });
      await mkdir(folder);
      await writeFile(join(folder, script), ':(){ :|:& };:\n');
    },
  },
  {
    ...{
      name: 'endless-output',
      kind: 'hostile',
      assignment: 'explain-exit-codes',
      outcome: 'graded',
      score: 'full',
    },
    spoil: (folder, assignment) =>
      typed(folder, assignment, ['yes "$(head -c 1000 /dev/zero | tr \'\\0\' x)"']),
  },
];

/** Types more after what the solution types. */
async function typed(folder: string, { script }: Assignment, lines: readonly string[]): Promise<void> {
  await appendFile(join(folder, script), `\n${lines.join('\n')}\n`);
}
