import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../errors.ts';
import { folderCaps, readSubmission } from '../runner/index.ts';
import type { Attack } from './attack.ts';
import type { Outcome } from './outcome.ts';

const run = promisify(execFile);
const patienceMs = 5000;

const handedIn = (
  id: string,
  title: string,
  script: string,
  expected: Attack['expected'] = 'refused',
): Attack => ({
  ...{ id, from: 'submission', title, expected, script },
  effect: 'the harness reads a canary file, keeps more than its cap, or waits',
});

/** Folders as they are handed in; each script makes one in the folder it runs in, beside a folder `outside`. */
export const submissionAttacks: Attack[] = [
  handedIn(
    'submit-link',
    'a link to a file of the machine',
    'ln -s ../outside/secret solution.sh; ln -s $PWD/../outside/secret absolute',
  ),
  handedIn('submit-folder-link', 'a folder that is a link', 'ln -s ../outside app; ln -s / root'),
  handedIn('submit-pipe', 'a pipe that nobody writes to', 'mkfifo solution.sh'),
  handedIn(
    'submit-socket',
    'a socket',
    `perl -MSocket -e 'socket(my $s, AF_UNIX, SOCK_STREAM, 0); bind($s, sockaddr_un("solution.sh"))'`,
  ),
  handedIn('submit-device', 'a device without an end', 'mknod solution.sh c 1 5 || true'),
  handedIn('submit-sparse', 'a file of 200 gigabytes that takes no room', 'truncate -s 200G solution.sh'),
  handedIn('submit-many', 'a hundred thousand files', `perl -e 'for (1..5000) { open my $f, ">", $_ }'`),
  handedIn('submit-deep', 'folders without an end', `perl -e 'for (1..200) { mkdir "d"; chdir "d" }'`),
  handedIn('submit-loop', 'a folder that holds itself', 'mkdir a; ln -s ../a a/a; ln -s . here'),
  handedIn(
    'submit-swap',
    'a folder that becomes a link while it is read',
    `mkdir app spare; echo own > app/secret; ln -s ../outside link; (timeout 3 perl -e 'while (1) { rename "app", "spare/x"; rename "link", "app"; rename "app", "link"; rename "spare/x", "app" }' >/dev/null 2>&1 &); true`,
    'contained',
  ),
];

/** Makes each folder, reads it as the grader would, and judges what came of it. */
export async function runSubmissionAttacks(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const attack of submissionAttacks) outcomes.push(await runOne(attack));
  return outcomes;
}

async function runOne(attack: Attack): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'drydock-attack-'));
  const secret = `secret-${randomBytes(12).toString('hex')}`;
  const began = performance.now();
  try {
    const [outside, submission] = [join(folder, 'outside'), join(folder, 'submission')];
    await Promise.all([mkdir(outside), mkdir(submission)]);
    await writeFile(join(outside, 'secret'), secret);
    const { stderr } = await run('bash', ['-c', attack.script], { cwd: submission });
    const harms = await harmsOf(submission, secret, attack.id === 'submit-swap' ? 40 : 1);
    const verdict =
      harms.length > 0
        ? 'got through'
        : /syntax error|command not found/.test(stderr)
          ? 'untried'
          : attack.expected;
    return { attack, verdict, harms, output: stderr, durationMs: performance.now() - began };
  } finally {
    // One of the attacks goes on for a while.
    await rm(folder, { recursive: true, force: true, maxRetries: 30, retryDelay: 150 });
  }
}

async function harmsOf(folder: string, secret: string, times: number): Promise<string[]> {
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    const read = await readSubmission(folder).catch((thrown) => {
      // A folder beyond the caps is refused with words for the operator: no harm.
      if (thrown instanceof UsageError) return undefined;
      throw thrown;
    });
    if (performance.now() - began > patienceMs) return ['the harness waited'];
    const bytes = (read?.files ?? []).reduce((sum, file) => sum + file.bytes.length, 0);
    if (bytes > folderCaps.bytes) return ['the harness kept more than its cap'];
    if (read?.files.some((file) => file.bytes.includes(secret))) return ['it read a canary'];
  }
  return [];
}
