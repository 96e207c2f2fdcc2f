import { discoverAssignments } from '../manifest/index.ts';
import { type CommandContext, type CommonOptions, startProgress } from './command-context.ts';
import { findCourse } from './course.ts';
import { reachEngine } from './engine.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { goldenStore } from './golden.ts';

/** Options of `drydock prepare`. */
export interface PrepareOptions extends CommonOptions {
  readonly force?: boolean;
  readonly registryMirror?: string;
}

/** `drydock prepare`: the images of all assignments, into the golden store. */
export async function prepare(context: CommandContext, options: PrepareOptions): Promise<ExitCode> {
  const startedMs = performance.now();
  const course = await findCourse(options.course, context.cwd);
  const assignments = await discoverAssignments(course.assignments);
  const images = [...new Set(assignments.flatMap((assignment) => assignment.images))];
  const { docker } = await reachEngine(context.env, context.signal);

  let store: Awaited<ReturnType<typeof goldenStore>>;
  {
    using progress = startProgress(context, options);
    const { signal } = context;
    const { force, registryMirror } = options;
    store = await goldenStore({ docker, images, progress, signal, prepare: true, force, registryMirror });
  }
  const prepared = Object.entries(store.images).filter(([reference]) => images.includes(reference));
  if (options.json) {
    const rows = prepared.map(([reference, { id, standIn, source, sizeBytes }]) => ({
      reference,
      id,
      standIn,
      source,
      sizeBytes,
    }));
    await context.out.write(
      `${JSON.stringify({ engineVersion: store.engineVersion, images: rows }, null, 2)}\n`,
    );
    return exitCode.graded;
  }
  const word = { ko: ' (대체 이미지)', en: ' (stand-in)' }[options.lang];
  for (const [reference, { standIn, sizeBytes }] of prepared)
    await context.out.write(`${reference}  ${Math.round(sizeBytes / 1e6)} MB${standIn ? word : ''}\n`);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  await context.err.write(
    options.lang === 'ko'
      ? `이미지 준비 완료(${seconds}초). 다음: drydock check\n`
      : `Images are ready (${seconds} s). Next: drydock check\n`,
  );
  return exitCode.graded;
}
