/** What would make the image better still: worth no points, so it costs none. */
import {
  type BuildStep,
  type CheckContext,
  check,
  copiesContext,
  ensure,
  type Image,
  leakedAmong,
  refersTo,
  reject,
  stepsOver,
} from '#harness';
import { answers, running } from './container.ts';
import { base, based, built } from './image.ts';
import { say } from './messages.ts';

/** The packages of this exercise take some twenty megabytes where they are large: so much more was forgotten. */
const limit = 50;
const installs = /\b(apk|apt|apt-get|yum|dnf)\b.*\b(add|install)\b/;

/** The steps of the student's own Dockerfile, oldest first. */
async function ownSteps({ docker, given }: Pick<CheckContext, 'docker' | 'given'>, image: Image) {
  return stepsOver(given[base] ?? image, image, await docker.history(image.id));
}

export const read = check({
  id: 'history-read',
  points: 0,
  needs: { built, based },
  title: {
    ko: '`docker image history` 로 단계를 살펴봤다',
    en: 'You read its steps with `docker image history`',
  },
  async run(context) {
    const { built } = context.needs;
    const steps = await ownSteps(context, built);
    context.evidence.note(`docker image history ${built.name}`, steps);
    const looks = context.timeline.callsOf({ method: 'GET', path: /^\/images\/.+\/history$/ });
    const of = (path: string) => decodeURIComponent(path.replace(/^\/images\/|\/history$/g, ''));
    const looked = looks.some(({ status, path }) => status === 200 && refersTo(of(path), built));
    const { name } = built;
    ensure(looked, say.historyUnread({ name, count: steps.length, step: written(steps[0]) }));
  },
});

export const cached = check({
  id: 'packages-first',
  points: 0,
  needs: { built, based },
  title: {
    ko: '앱을 복사하기 전에 패키지를 설치한다',
    en: 'Packages are installed before the app is copied',
  },
  async run(context) {
    const steps = await ownSteps(context, context.needs.built);
    const copied = steps.findIndex(copiesContext);
    const late = steps.findLast((step, at) => copied >= 0 && at > copied && installs.test(runOf(step)));
    if (late) reject(say.copiedFirst({ copy: written(steps[copied]), run: written(late) }));
  },
});

export const lean = check({
  id: 'files-kept-out',
  points: 0,
  needs: { built, based },
  title: { ko: '비밀과 필요 없는 파일을 복사하지 않았다', en: 'No secrets and no ballast are copied in' },
  async run(context) {
    const { docker, needs } = context;
    const copies = (await ownSteps(context, needs.built)).filter(copiesContext);
    for (const step of copies) {
      const { secrets, ballast } = leakedAmong((await docker.topLayer(needs.built.id, step.below)) ?? []);
      ensure(secrets.length === 0, say.leaked({ found: few(secrets), step: written(step) }));
      ensure(ballast.length === 0, say.ballast({ found: few(ballast), step: written(step) }));
    }
  },
});

export const small = check({
  id: 'image-size',
  points: 0,
  needs: { built, based },
  title: { ko: '이미지가 바탕보다 많이 크지 않다', en: 'The image is not much larger than its base' },
  async run(context) {
    const { built } = context.needs;
    const steps = await ownSteps(context, built);
    const size = megabytes(steps.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
    const [largest] = steps.toSorted((one, other) => other.sizeBytes - one.sizeBytes);
    const of = { step: written(largest), stepSize: megabytes(largest?.sizeBytes ?? 0) };
    ensure(size <= limit, say.large({ name: built.name, size, limit, ...of }));
  },
});

export const healthy = check({
  id: 'healthcheck',
  points: 0,
  needs: { built, based, running, answers },
  title: {
    ko: '앱이 살아 있는지 도커가 확인한다(HEALTHCHECK)',
    en: 'Docker sees whether the app lives (HEALTHCHECK)',
  },
  async run({ docker, needs: { built, running } }) {
    const [kind = 'NONE', ...words] = built.config.healthcheck ?? [];
    if (kind === 'NONE') return reject(say.noHealthcheck());
    const line = words.join(' ').replaceAll('`', "'");
    const [test, typed] =
      kind === 'CMD' ? [words, line] : [['/bin/sh', '-c', words.join(' ')], `sh -c ${JSON.stringify(line)}`];
    // A test that hangs or leaves something running is ended: the container's own shell and `timeout` see to it.
    const bounded = ['timeout', '-s', 'KILL', '5', '/bin/sh', '-c', '"$@" >/dev/null 2>&1', 'sh', ...test];
    const code = (await docker.exec(running.id, bounded))?.exitCode ?? -1;
    ensure(code === 0, say.unhealthy({ name: running.name, test: line, typed, code }));
  },
});

function runOf({ instruction, text }: BuildStep): string {
  return instruction === 'RUN' ? text : '';
}

/** A step as the Dockerfile has it, shortened. */
function written(step: BuildStep | undefined): string {
  const line = step ? `${step.instruction} ${step.text}`.replace(/\s+/g, ' ').replaceAll('`', "'") : '-';
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function few(paths: readonly string[]): string {
  const more = paths.length > 5 ? ` … (${paths.length})` : '';
  return `${paths.slice(0, 5).join(', ').replaceAll('`', "'")}${more}`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
