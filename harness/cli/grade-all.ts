import type Dockerode from 'dockerode';
import type { Assignment } from '../manifest/index.ts';
import type { Result } from '../result.ts';
import { type CommandContext, type CommonOptions, startProgress } from './command-context.ts';
import { goldenStore } from './golden.ts';
import type { LoadedGrader } from './load-grader.ts';
import { gradingStep } from './progress-steps.ts';
import { chooseRuntime } from './runtime.ts';
import { loginName } from './user.ts';

/** One submission with all that is needed to grade it. */
export interface Work {
  readonly assignment: Assignment;
  readonly folder: string;
  /** Loading, while the engine is asked what it has. */
  readonly loaded: Promise<LoadedGrader>;
}

/** The part of the harness that grades: 0.3 s to load, so it is loaded while other things are waited for. */
export async function loadGrading() {
  const [{ gradeSubmission }, { askAhead, chooseReaper, packageHosts, sweep }] = await Promise.all([
    import('../runner/index.ts'),
    import('../sandbox/index.ts'),
  ]);
  return { gradeSubmission, askAhead, chooseReaper, packageHosts, sweep };
}

/**
 * Grades submissions one after another. What the machine or the operator broke ends it: `failure` holds what was
 * thrown, and `results` what was graded until then.
 */
export async function gradeAll({
  context,
  options,
  works,
  docker,
  parts,
  onReplay,
}: {
  context: CommandContext;
  options: CommonOptions & {
    student?: string;
    patience?: number;
    prepare: boolean;
    registryMirror?: string;
    runtime?: string;
  };
  works: readonly Work[];
  docker: Dockerode;
  parts: Awaited<ReturnType<typeof loadGrading>>;
  /** Called with each line that is typed: from then on this process has little to do. */
  onReplay: () => void;
}): Promise<{ results: Result[]; failure: { thrown: unknown } | undefined }> {
  using progress = startProgress(context, options);
  const { signal } = context;
  const { patience = 1, prepare, registryMirror, lang, student = loginName() } = options;
  const images = [...new Set(works.flatMap(({ assignment }) => assignment.images))];
  let preparing: ReturnType<typeof goldenStore> | undefined;
  const golden = () => {
    preparing ??= goldenStore({ docker, images, progress, signal, prepare, registryMirror });
    return preparing;
  };
  const packageHosts = context.env.DRYDOCK_PACKAGE_HOSTS ?? '';
  // The operator's slip is told before anything is started.
  parts.packageHosts(packageHosts);
  const results: Result[] = [];
  try {
    const runtime = await chooseRuntime(docker, options.runtime);
    // The reaper has to be chosen before Testcontainers' first start; a sweep that failed costs this run nothing.
    const [swept] = await Promise.allSettled([parts.sweep(docker), parts.chooseReaper(docker)]);
    if (swept.status === 'fulfilled' && swept.value.containers > 0)
      progress.say(sweptLine(swept.value.containers)[lang]);
    // A grader that is not sound is told before anything is started, also one that comes last.
    await Promise.all(works.map(({ loaded }) => loaded));
    for (const { assignment, folder, loaded } of works) {
      const { grader, version: graderVersion } = await loaded;
      results.push(
        await parts.gradeSubmission({
          ...{
            docker,
            assignment,
            grader,
            graderVersion,
            folder,
            student,
            golden,
            ...(runtime === undefined ? {} : { runtime }),
            packageHosts,
            patience,
            signal,
          },
          progress: (told) => {
            if (told.phase === 'replay') onReplay();
            progress.show(gradingStep(grader, told, lang));
          },
        }),
      );
    }
    return { results, failure: undefined };
  } catch (thrown) {
    return { results, failure: { thrown } };
  }
}

function sweptLine(containers: number) {
  return {
    ko: `중단된 실행이 남긴 컨테이너 ${containers}개를 지웠습니다.`,
    en: `Removed ${containers} containers that an interrupted run had left.`,
  };
}
