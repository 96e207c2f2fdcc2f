/** What the daemon must have done with the file. */
import { check, type Daemon, daemonDown, daemonStarts, ensure, errorLine, reject } from '#harness';
import { say } from './messages.ts';
import { installed } from './settings.ts';

/** Says so where the student's own commands keep the daemon down: then nothing on it can be judged. */
export async function ensureUp(docker: Daemon): Promise<void> {
  const down = await daemonDown(docker);
  if (down?.how === 'stopped') reject(say.daemonStopped(), down.line);
  if (down) reject(say.daemonFailed({ words: down.words }), down.line);
}

export const restarted = check({
  id: 'daemon-restarted',
  points: 8,
  needs: { installed },
  title: { ko: '그 파일로 도커 데몬을 다시 시작했다', en: 'The daemon was restarted with that file' },
  async run({ docker, evidence, needs: { installed }, timeline }) {
    await ensureUp(docker);
    evidence.note('docker info', await docker.info());
    const started = daemonStarts(timeline).findLast(({ succeeded }) => succeeded);
    if (started?.settings === installed.file) return started;
    if (started) {
      const { line } = started;
      return reject(say.restartedBefore({ restart: line ?? '-', write: installed.line ?? '-' }), line);
    }
    const tried = timeline.commands.findLast(({ text }) => /\b(systemctl|service|dockerd|kill)\b/.test(text));
    ensure(
      !tried || tried.exitCode === 0,
      say.restartRefused({ error: tried ? errorLine(tried) : '' }),
      tried?.line,
    );
    return reject(say.notRestarted(), tried?.line ?? null);
  },
});
