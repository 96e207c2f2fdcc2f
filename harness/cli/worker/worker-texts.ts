import { SandboxError } from '../../errors.ts';
import type { Result } from '../../result.ts';
import type { Text } from '../../text.ts';

/** What help says of the command and its options. */
export const workerTexts = {
  worker: {
    ko: 'drydock grade --queue 가 보낸 제출물을 이 컴퓨터에서 채점합니다',
    en: 'grade on this machine what drydock grade --queue sends',
  },
  queue: {
    ko: 'Redis 주소(redis:// 또는 rediss://). 비밀번호는 DRYDOCK_QUEUE 환경 변수에 넣으세요',
    en: 'address of Redis (redis:// or rediss://); with a password, use DRYDOCK_QUEUE instead',
  },
  concurrency: {
    ko: '동시에 채점할 개수(기본값: 코어 수)',
    en: 'how many are graded at a time (default: one for each core)',
  },
  name: {
    ko: '이 컴퓨터를 부를 이름(기본값: 호스트 이름)',
    en: 'what to call this machine (default: its host name)',
  },
} satisfies Record<string, Text>;

/** Said when jobs are taken from now on. */
export function serving(name: string, slots: number): Text {
  return {
    ko: `\`${name}\` worker가 채점을 기다립니다(동시에 ${slots}개). 끝내려면 Ctrl-C를 누르세요.`,
    en: `The worker \`${name}\` waits for jobs, ${slots} at a time. Ctrl-C ends it.`,
  };
}

/** One line for a job that was graded. */
export function gradedLine({ student, assignment, outcome, score, max }: Result, ms: number): Text {
  const seconds = (ms / 1000).toFixed(1);
  const got = score === null ? outcome : `${score}/${max}`;
  const line = `${student} ${assignment}: ${got} (${seconds} s)`;
  return { ko: line, en: line };
}

/** The worker ended because its machine keeps failing. */
export function workerOut(why: Text): SandboxError {
  return new SandboxError({
    code: 'WORKER_OUT',
    message: why,
    hint: {
      ko: '이 컴퓨터가 실패한 채점은 다른 worker가 다시 합니다. `drydock doctor` 를 실행하세요.',
      en: 'Other workers grade again what failed here. Run `drydock doctor`.',
    },
  });
}
