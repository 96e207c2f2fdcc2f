import type Dockerode from 'dockerode';
import { within } from '../../deadline.ts';
import { SandboxError } from '../../errors.ts';

const logMs = 5000;

/**
 * Why an engine never answered, with the last lines of its container's log as the cause: its container ended, or
 * `bootMs` is over.
 */
export async function bootError(
  container: Dockerode.Container,
  ended: boolean,
  bootMs: number,
): Promise<SandboxError> {
  const asked = container.logs({ stdout: true, stderr: true, tail: 8 });
  const log = await within(logMs, asked, () => new RangeError('no answer')).catch(() =>
    Buffer.from('no log'),
  );
  const how = ended ? 'its container ended' : `no answer within ${bootMs} ms`;
  return new SandboxError({
    code: 'ENGINE_BOOT',
    message: {
      ko: `채점용 도커 엔진이 시작되지 않았습니다(${ended ? '컨테이너가 끝남' : `${bootMs} ms 안에 응답 없음`}).`,
      en: `The grading engine did not start: ${how}.`,
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. `drydock doctor` 로 이 컴퓨터를 확인하세요.',
      en: 'This is not the submission’s fault. Check this machine with `drydock doctor`.',
    },
    cause: log
      .toString('utf8')
      .replace(/[^\x20-\x7e\n]/g, '')
      .trim(),
  });
}
