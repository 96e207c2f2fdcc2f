import { type CheckResult, type CheckStatus, emptyEvidence, type Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { passedCheck } from './nasty-checks.ts';
import { plainResult } from './nasty-results.ts';

/** What a small class looks like: half right, nothing handed in, a broken machine, all right. */
export function classResults(): Result[] {
  const missing = {
    ko: '`build-noderun/solution.sh` 파일이 없습니다. 터미널에 입력할 명령을 이 파일에 적으세요.',
    en: 'There is no `build-noderun/solution.sh`. Write the commands you would type into it.',
  };
  const broken = {
    ko: 'Docker 엔진이 30초 안에 시작하지 못했습니다.',
    en: 'The Docker engine did not start within 30 s.',
  };
  const unrun = { checks: [], submissionHash: null, phases: { prepare: 0, boot: 0, replay: 0, checks: 0 } };
  const passed = checks().map(({ id, title, max }) => passedCheck({ id, title, max, points: max }));
  return [
    plainResult({ score: 30, checks: checks(), standIns: ['node:20-alpine3.17'], evidence: evidence() }),
    plainResult({
      ...unrun,
      student: '이민',
      outcome: 'missing',
      score: 0,
      reason: { code: 'NO_SCRIPT', message: missing },
    }),
    plainResult({
      ...unrun,
      student: 'park',
      outcome: 'error',
      score: null,
      reason: { code: 'ENGINE_START', message: broken },
    }),
    plainResult({ student: 'choi', checks: passed }),
  ];
}

function checks(): CheckResult[] {
  return [
    made('image-built', 'passed', 15, {
      ko: '`noderun:1.0` 이미지를 직접 빌드했다',
      en: 'You built the `noderun:1.0` image yourself',
    }),
    made('workdir', 'passed', 5, {
      ko: '작업 디렉터리가 `/app` 이다',
      en: 'Its working directory is `/app`',
    }),
    made(
      'expose',
      'failed',
      5,
      { ko: '`6060` 포트를 연다고 적혀 있다', en: 'It says that it listens on port `6060`' },
      {
        message: {
          ko: '`noderun:1.0` 이미지의 EXPOSE 값이 `6006/tcp` 입니다(기대한 값: `6060/tcp`). Dockerfile의 EXPOSE 줄을 고친 뒤 `docker build -t noderun:1.0 .` 명령을 실행하세요.',
          en: 'The `noderun:1.0` image exposes `6006/tcp`, and `6060/tcp` was expected. Correct the EXPOSE line of the Dockerfile, then run `docker build -t noderun:1.0 .`.',
        },
      },
    ),
    made('tini', 'passed', 10, { ko: 'tini가 진입점이다', en: 'tini is the entrypoint' }),
    made(
      'running',
      'failed',
      20,
      { ko: '`node-run` 컨테이너가 실행 중이다', en: 'The `node-run` container is running' },
      {
        line: 7,
        message: {
          ko: '`node-run` 컨테이너가 실행 중이 아닙니다(상태: exited, 종료 코드 1). `docker logs node-run` 출력을 보고, `docker rm node-run` 명령으로 지운 뒤 다시 실행하세요.',
          en: 'Container `node-run` is not running (state: exited, exit code 1). Look at `docker logs node-run`, remove it with `docker rm node-run`, and run it again.',
        },
      },
    ),
    made(
      'http',
      'blocked',
      15,
      { ko: 'HTTP 응답이 `HostName: node-run` 이다', en: 'HTTP answers `HostName: node-run`' },
      { needs: ['running'] },
    ),
    made(
      'hostname',
      'blocked',
      15,
      { ko: '응답이 호스트 이름을 따라간다', en: 'The answer follows the host name' },
      { needs: ['http'] },
    ),
    made(
      'stops',
      'blocked',
      15,
      { ko: '`docker stop` 이 2초 안에 끝난다', en: '`docker stop` ends within 2 s' },
      { needs: ['running'] },
    ),
  ];
}

function made(
  id: string,
  status: CheckStatus,
  max: number,
  title: Text,
  more: Partial<CheckResult> = {},
): CheckResult {
  const said = status === 'passed' ? {} : { messageId: id, message: { ko: '막혔습니다.', en: 'Blocked.' } };
  return passedCheck({ id, status, title, max, points: status === 'passed' ? max : 0, ...said, ...more });
}

function evidence(): Result['evidence'] {
  const text = 'docker run -d --name node-run -h node-run -p 6060:6060 \\\n  noderun:1.0';
  const command = {
    line: 7,
    endLine: 8,
    text,
    exitCode: 125,
    startedMs: 0,
    durationMs: 1,
    endedBy: [],
    output: '',
  };
  const ended = {
    ko: '`docker logs -f` 명령은 스스로 끝나지 않아 Ctrl-C로 끝냈습니다.',
    en: '`docker logs -f` does not end by itself: Ctrl-C was pressed.',
  };
  return { ...emptyEvidence(), commands: [command], remarks: [{ line: 9, text: ended }] };
}
