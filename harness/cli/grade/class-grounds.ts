import { TroubleError } from '../../errors.ts';
import { discoverAssignments } from '../../manifest/index.ts';
import { askWorkers, type GradedAssignment, type Versions } from '../../queue/index.ts';
import type { RunRecord } from '../../store/index.ts';
import type { Text } from '../../text.ts';
import type { CommandContext } from '../command-context.ts';
import type { Course } from '../course.ts';
import { type Engine, reachEngine } from '../engine.ts';
import { type Grounds, prepareGrounds } from '../grounds.ts';
import { loadGrader } from '../load-grader.ts';
import type { Progress } from '../progress.ts';
import { courseOwn, courseVersions, queueOf } from '../worker/index.ts';
import type { GradeOptions } from './grade-options.ts';
import { gradeTexts } from './grade-texts.ts';

/** What a class's verdicts stand on, and where they are made: by this machine's engine, or by workers. */
export type ClassGrounds = {
  /** Image ids by reference. */
  readonly images: Readonly<Record<string, string>>;
  readonly engineVersion: string;
} & (
  | { readonly here: Grounds; readonly elsewhere?: undefined }
  | { readonly here?: undefined; readonly elsewhere: { readonly url: string; readonly versions: Versions } }
);

/**
 * Makes ready what grading stands on. With a queue the workers' engines grade: this machine's is asked for its images
 * where it has one, and else the workers are. Throws what `reachEngine`, `prepareGrounds` and `askWorkers` throw.
 */
export async function classGrounds(
  context: CommandContext,
  work: { course: Course; images: readonly string[]; before: RunRecord | undefined; progress: Progress },
  options: GradeOptions,
): Promise<ClassGrounds> {
  const { course, images, before, progress } = work;
  const url = queueOf(options.queue, context.env);
  const engine = await engineHere(context, url !== undefined);
  if (!(engine instanceof TroubleError)) {
    const here = await prepareGrounds(context, { ...options, docker: engine.docker, images, progress });
    const { golden } = here;
    const ids = Object.fromEntries(Object.entries(golden.images).map(([name, { id }]) => [name, id]));
    const stands = { images: ids, engineVersion: golden.engineVersion };
    if (url === undefined) return { ...stands, here };
    return { ...stands, elsewhere: { url, versions: courseVersions(golden, await wholeCourse(course)) } };
  }
  const notice = (text: Text) => progress.say(text[options.lang]);
  notice(gradeTexts.workersAsked(engine.code));
  const versions = await askWorkers({
    ...{ url: url ?? '', own: courseOwn(await wholeCourse(course)), notice, signal: context.signal },
    before: before && { images: before.images, engine: before.engineVersion },
  });
  return { images: versions.images, engineVersion: versions.engine, elsewhere: { url: url ?? '', versions } };
}

/** The engine of this machine; why there is none, where none is needed. */
async function engineHere(
  { env, signal }: CommandContext,
  canDoWithout: boolean,
): Promise<Engine | TroubleError> {
  try {
    return await reachEngine(env, signal);
  } catch (thrown) {
    if (canDoWithout && thrown instanceof TroubleError) return thrown;
    throw thrown;
  }
}

/** Workers compare the whole course, whatever part of it a class is graded for: they cannot know which. */
async function wholeCourse({ assignments, ...course }: Course): Promise<GradedAssignment[]> {
  const known = await discoverAssignments(assignments);
  return Promise.all(
    known.map(async (assignment) => {
      const { grader, version } = await loadGrader(
        { assignments, ...course },
        assignment.id,
        assignment.points,
      );
      return { assignment, grader, graderVersion: version };
    }),
  );
}
