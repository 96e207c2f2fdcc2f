/**
 * Grades everything an assignment's author has promised a verdict for, and prints which mutant fails which check.
 * Usage: npm run matrix -- build-noderun
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Dockerode from 'dockerode';
import { type Grader, messageTemplates } from '../harness/authoring/index.ts';
import { prepareImages } from '../harness/images/index.ts';
import { loadAssignment } from '../harness/manifest/index.ts';
import { chooseReaper } from '../harness/sandbox/index.ts';
import { matrix, verifyGrader } from '../harness/verify/index.ts';

const root = join(import.meta.dirname, '..');
const assignment = await loadAssignment(join(root, 'assignments', process.argv[2] ?? 'build-noderun'));
const graderFolder = join(root, 'graders', assignment.id);
const module = await import(pathToFileURL(join(graderFolder, 'grader.ts')).href);
const { default: grader, say } = module as { default: Grader; say: object };
const docker = new Dockerode();
await chooseReaper(docker);
const golden = await prepareImages({
  docker,
  images: assignment.images,
  progress: ({ en }) => void process.stderr.write(`${en}\n`),
});
const { tried, faults } = await verifyGrader({
  ...{ docker, golden, assignment, grader, graderFolder },
  messageIds: Object.keys(messageTemplates(say)),
  graderVersion: 'matrix',
  concurrency: 2,
  signal: new AbortController().signal,
  graded: (one, wrong) => void process.stderr.write(`${wrong.length === 0 ? 'ok' : 'NO'} ${one.case.name}\n`),
});
process.stdout.write(`${matrix(tried)}\n\n${tried.length} cases, ${faults.length} faults\n`);
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
