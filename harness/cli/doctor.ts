import { TroubleError } from '../errors.ts';
import { discoverAssignments } from '../manifest/index.ts';
import type { TransportKind } from '../sandbox/index.ts';
import type { CommandContext, CommonOptions } from './command-context.ts';
import { findCourse } from './course.ts';
import { dockerAnswer } from './docker-answer.ts';
import { type Engine, reachEngine } from './engine.ts';
import { engineFindings } from './engine-findings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { type Finding, findingLines } from './finding.ts';
import { diskFinding, kitFinding, memoryFinding, nodeFinding } from './machine-findings.ts';
import { transportFinding } from './transport-finding.ts';

/** `drydock doctor`: looks at everything, changes nothing. Exit 0 when a `check` would work, else 3. */
export async function doctor(context: CommandContext, options: CommonOptions): Promise<ExitCode> {
  const findings = [
    nodeFinding(process.version),
    memoryFinding(),
    ...(await everythingElse(context, options)),
  ];
  const ready = findings.every(({ status }) => status !== 'missing');
  const { out } = context;
  await out.write(
    options.json
      ? `${JSON.stringify({ ready, findings }, null, 2)}\n`
      : findingLines(findings, { locale: options.lang, color: out.color }) + verdict(ready)[options.lang],
  );
  return ready ? exitCode.graded : exitCode.machine;
}

async function everythingElse(context: CommandContext, options: CommonOptions): Promise<Finding[]> {
  const [course, engine] = await Promise.allSettled([
    findCourse(options.course, context.cwd).then(({ assignments }) => discoverAssignments(assignments)),
    reachEngine(context.env, context.signal),
  ]);
  const images = course.status === 'fulfilled' ? course.value.flatMap((assignment) => assignment.images) : [];
  return [
    course.status === 'rejected'
      ? troubleFinding('course', { ko: '과제', en: 'Course' }, course.reason)
      : courseFinding(course.value.length),
    ...(engine.status === 'rejected'
      ? [
          troubleFinding('docker', { ko: '도커 엔진', en: 'Docker engine' }, engine.reason),
          kitFinding(context.env, false),
        ]
      : await lookInto(engine.value, [...new Set(images)], context).catch((thrown) => [
          troubleFinding('docker', { ko: '도커 엔진', en: 'Docker engine' }, thrown),
        ])),
  ];
}

async function lookInto(
  { docker, connection, version }: Engine,
  images: readonly string[],
  { env }: CommandContext,
): Promise<Finding[]> {
  const { leftoverFinding, storeFinding } = await import('./store-findings.ts');
  const [info, { store, finding }, leftovers] = await dockerAnswer(
    Promise.all([docker.info(), storeFinding(docker, images), leftoverFinding(docker)]),
  );
  const prepared = store !== undefined;
  const transport = store && (await dockerAnswer(transportTo(docker, store.engineImage)));
  // The folder of an engine that is elsewhere says nothing, though this machine may have one of its name.
  const disk = transport === 'streams' ? undefined : await diskFinding(info.DockerRootDir, prepared);
  return [
    ...engineFindings(connection, version, info),
    transportFinding(transport),
    ...(disk ? [disk] : []),
    finding,
    kitFinding(env, prepared),
    leftovers,
  ];
}

async function transportTo(docker: Engine['docker'], image: string): Promise<TransportKind> {
  const { findTransport } = await import('../sandbox/index.ts');
  return findTransport(docker, image);
}

function courseFinding(count: number): Finding {
  return {
    id: 'course',
    status: count > 0 ? 'ok' : 'missing',
    title: { ko: '과제', en: 'Course' },
    found: { ko: `과제 ${count}개`, en: `${count} assignments` },
  };
}

function troubleFinding(id: string, title: Finding['title'], thrown: unknown): Finding {
  if (!(thrown instanceof TroubleError)) throw thrown;
  return { id, status: 'missing', title, found: thrown.text, hint: thrown.hint };
}

function verdict(ready: boolean) {
  return ready
    ? { ko: '\n채점할 수 있습니다. 다음: drydock check\n', en: '\nReady to grade. Next: drydock check\n' }
    : {
        ko: '\n아직 채점할 수 없습니다. ✗ 항목을 먼저 고치세요.\n',
        en: '\nNot ready to grade: mend what is marked ✗ first.\n',
      };
}
