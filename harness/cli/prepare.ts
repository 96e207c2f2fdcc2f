import { resolve } from 'node:path';
import { loadStore, saveStore } from '../images/index.ts';
import { discoverAssignments } from '../manifest/index.ts';
import { type CommandContext, type CommonOptions, startProgress } from './command-context.ts';
import { findCourse } from './course.ts';
import { reachEngine } from './engine.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { goldenStore } from './golden.ts';

const prepareTexts = {
  notLoaded: (folder: string) => ({
    ko: `\`${folder}\` 폴더에 이 버전이 쓸 수 있는 이미지가 없어서 새로 준비합니다.`,
    en: `\`${folder}\` holds no images that this version can use: they are prepared anew.`,
  }),
};

/** Options of `drydock prepare`. */
export interface PrepareOptions extends CommonOptions {
  readonly force?: boolean;
  readonly registryMirror?: string;
  /** A folder to save what was prepared in. */
  readonly save?: string;
  /** A folder that another machine saved what it prepared in. */
  readonly load?: string;
}

/** `drydock prepare`: the images of all assignments, into the golden store. */
export async function prepare(context: CommandContext, options: PrepareOptions): Promise<ExitCode> {
  const startedMs = performance.now();
  const course = await findCourse(options.course, context.cwd);
  const assignments = await discoverAssignments(course.assignments);
  const images = [...new Set(assignments.flatMap((assignment) => assignment.images))];
  const { docker } = await reachEngine(context.env, context.signal);

  if (options.load !== undefined && !(await loadStore(docker, resolve(context.cwd, options.load))))
    await context.err.write(`${prepareTexts.notLoaded(options.load)[options.lang]}\n`);
  let store: Awaited<ReturnType<typeof goldenStore>>;
  {
    using progress = startProgress(context, options);
    const { signal } = context;
    const { force, registryMirror } = options;
    store = await goldenStore({ docker, images, progress, signal, prepare: true, force, registryMirror });
  }
  if (options.save !== undefined) await saveStore(docker, resolve(context.cwd, options.save));
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
