import { CheckFailure } from '../../errors.ts';
import { fillText, type Text } from '../../text.ts';
import type { DaemonDown } from './host.ts';

/** What every check that asks the daemon says when the student's own commands left it down. */
export const downTexts = {
  daemonStopped: {
    ko: '도커 데몬이 멈춰 있어 확인할 수 없습니다. `sudo systemctl start docker` 로 다시 시작하세요.',
    en: 'The Docker daemon was stopped and never started again, so this cannot be checked. Run `sudo systemctl start docker`.',
  },
  daemonFailed: {
    ko: '도커 데몬이 다시 시작되지 못해 확인할 수 없습니다(데몬의 기록: {words}). `/etc/docker/daemon.json` 파일을 고친 뒤 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'The Docker daemon could not start again, so this cannot be checked (it says: {words}). Correct `/etc/docker/daemon.json`, then run `sudo systemctl restart docker`.',
  },
} satisfies Record<string, Text>;

const wordsCap = 300;

/** The failure of a check on a daemon that the student took down. */
export function downFailure({ how, line, words }: DaemonDown): CheckFailure {
  const id = how === 'stopped' ? 'daemonStopped' : 'daemonFailed';
  const values: Record<string, string> = how === 'stopped' ? {} : { words: words.slice(0, wordsCap) };
  return new CheckFailure({ id, text: fillText(downTexts[id], values), values }, line);
}
