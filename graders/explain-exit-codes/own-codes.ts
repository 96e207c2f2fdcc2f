/** Codes without a signal: the program's own, and those of a program that could not be started. */
import { check, createLine, ensure, reject, type Timeline } from '#harness';
import {
  commandOf,
  type Experiment,
  ended,
  experimentNames,
  found,
  refusedName,
  turnedDownRuns,
} from './experiment.ts';
import { say } from './messages.ts';

export const finished = check({
  id: 'exit-0',
  points: 2,
  title: { ko: '`exit-0` 컨테이너가 0으로 끝났다', en: '`exit-0` ended with 0' },
  run: (context) => ended(context, 'exit-0'),
});

export const failed = check({
  id: 'exit-1',
  points: 2,
  title: { ko: '`exit-1` 컨테이너가 1로 끝났다', en: '`exit-1` ended with 1' },
  run: (context) => ended(context, 'exit-1'),
});

/** A check of a container whose program the engine could not start. */
function unstarted(name: Experiment, title: { ko: string; en: string }) {
  return check({
    id: name,
    points: 4,
    title,
    async run(context) {
      const container = await ended(context, name);
      // A shell inside gives 126 and 127 too, or anything that it is told to; only what never started is the engine's word.
      ensure(
        container.state === 'created' && container.error !== '',
        say.startedAllTheSame({ name: container.name, command: commandOf(container) }),
        createLine(context.timeline, container),
      );
    },
  });
}

export const notExecutable = unstarted('exit-126', {
  ko: '`exit-126`: 실행할 수 없는 파일이라 시작되지 않았다',
  en: '`exit-126` did not start: its file may not be executed',
});

export const notFound = unstarted('exit-127', {
  ko: '`exit-127`: 없는 프로그램이라 시작되지 않았다',
  en: '`exit-127` did not start: there is no such program',
});

/** `docker run` in its spellings, with options of `docker` itself or without. */
const spelling = /\bdocker\s+(-\S+\s+((?!run\b|container\b|create\b)\w\S*\s+)?)*(container\s+)?run\b/;

/** Whether a line says `docker run`, by itself or by a function, a variable or a script of the student's own. */
function isRun({ commands }: Timeline, line: number | null): boolean {
  const typed = commands.find((command) => command.line === line);
  if (!typed || /\bdocker\b/.test(typed.text)) return typed !== undefined && spelling.test(typed.text);
  return typed.exitCode === 125 || commands.some(({ text }) => spelling.test(text));
}

export const refused = check({
  id: refusedName,
  points: 4,
  title: {
    ko: '`exit-125`: 데몬이 `docker run` 을 받아들이지 않았다',
    en: '`exit-125`: the daemon turned `docker run` down',
  },
  async run({ docker, timeline, evidence }) {
    const turnedDown = turnedDownRuns(timeline);
    const proof = turnedDown.find(({ line }) => isRun(timeline, line));
    if (proof) return evidence.note(`docker run --name ${refusedName}`, proof.error);
    if (turnedDown[0]) reject(say.notByRun({ error: turnedDown[0].error ?? '-' }), turnedDown[0].line);
    const { container } = await found(docker, refusedName);
    if (container) {
      const line = createLine(timeline, container);
      // What the engine created and could not start: 126 and 127 have their own causes, and the rest is 125 to `docker run`.
      const unable = container.state === 'created' && container.error !== '' && container.exitCode === 128;
      ensure(
        unable && isRun(timeline, line),
        say.wasCreated({ name: container.name, code: container.exitCode }),
        line,
      );
      return evidence.note(`docker start ${container.name}`, container.error);
    }
    const own = timeline.commands.find(
      ({ text, exitCode }) => text.includes(refusedName) && exitCode === 125,
    );
    if (own) reject(say.ownRefusal(), own.line);
    return reject(say.neverRefused());
  },
});

export const named = check({
  id: 'container-names',
  points: 2,
  title: { ko: '컨테이너의 이름이 실험 이름과 같다', en: 'The containers have the experiments’ names' },
  async run({ docker, timeline }) {
    const all = await Promise.all(
      experimentNames.map(async (name) => ({ name, ...(await found(docker, name)) })),
    );
    const slips: { name: string; named: string }[] = all.flatMap(({ name, named }) =>
      named === undefined ? [] : [{ name, named }],
    );
    const [refused] = turnedDownRuns(timeline);
    if (refused && refused.query.name !== refusedName)
      slips.push({ name: refusedName, named: refused.query.name ?? '' });
    ensure(
      all.some(({ container }) => container),
      say.noneNamed(),
    );
    const names = slips.map(({ name, named }) => `\`${named}\` → \`${name}\``).join(', ');
    ensure(slips.length === 0, say.otherNames({ names }));
  },
});
