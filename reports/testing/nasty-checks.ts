import type { CheckResult } from '../../harness/result.ts';

/** Text that breaks careless writers: quotes, markup, CDATA's end, NUL, colours, a workflow command, a formula, an emoji. */
export const nastyText =
  `한글 "큰" '작은' <b>&amp;</b> ]]> <skipped/> \0\x07\x1b[31m빨강\x1b[0m \uD800 \u202Egnp.exe\n::error::주입\n=1+2 👩‍💻 ` +
  '`docker logs -f node-run`';

/** A check with nothing unusual in it. */
export function passedCheck(changed: Partial<CheckResult> = {}): CheckResult {
  return {
    id: 'image-built',
    title: { ko: '`noderun:1.0` 이미지를 빌드했다', en: 'The `noderun:1.0` image is built' },
    status: 'passed',
    points: 100,
    max: 100,
    messageId: null,
    message: null,
    line: null,
    needs: [],
    durationMs: 12.345678,
    ...changed,
  };
}

/** Checks of a graded submission: passed, failed with and without a line, and blocked at one and two removes. */
export function gradedChecks(): CheckResult[] {
  return [
    passedCheck({ points: 20, max: 20 }),
    passedCheck({
      id: 'file-served',
      title: { ko: '파일을 <준다> & "끝"', en: 'It <serves> & "ends"' },
      points: 15,
      max: 15,
    }),
    failed({
      id: 'container-running',
      title: { ko: '`node-run` 컨테이너가 실행 중이다', en: 'The `node-run` container is running' },
      max: 30,
      messageId: 'notRunning',
      message: {
        ko: '`node-run` 컨테이너가 실행 중이 아닙니다(상태: exited). `docker logs node-run` 출력을 보세요.',
        en: 'Container `node-run` is not running (state: exited). Look at `docker logs node-run`.',
      },
      line: 7,
    }),
    failed({
      id: 'nasty',
      title: { ko: nastyText, en: nastyText },
      max: 5,
      messageId: 'nasty',
      message: { ko: nastyText, en: nastyText },
    }),
    blocked({
      id: 'http',
      title: { ko: 'HTTP 응답이 온다', en: 'HTTP answers' },
      max: 20,
      needs: ['image-built', 'container-running'],
    }),
    blocked({
      id: 'stops',
      title: { ko: '2초 안에 멈춘다', en: 'It stops within 2 s' },
      max: 10,
      needs: ['http'],
    }),
  ];
}

function failed(changed: Partial<CheckResult>): CheckResult {
  return passedCheck({ status: 'failed', points: 0, durationMs: 1e-7, ...changed });
}

function blocked(changed: Partial<CheckResult>): CheckResult {
  const message = { ko: '먼저 통과해야 할 검사가 있습니다.', en: 'A check this needs did not pass.' };
  return passedCheck({
    status: 'blocked',
    points: 0,
    messageId: 'blocked',
    message,
    durationMs: 0,
    ...changed,
  });
}
