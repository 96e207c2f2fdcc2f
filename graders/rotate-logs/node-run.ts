/** What must be true of `node-run`, which takes the daemon's settings, and of `node-run2`, which has its own. */
import {
  type Container,
  check,
  createdBy,
  ensure,
  fillLog,
  type LogFile,
  reject,
  sizeInBytes,
} from '#harness';
import { restarted } from './daemon.ts';
import { say } from './messages.ts';
import { type LogSettings, maxFiles, maxSizeBytes, valid } from './settings.ts';
import { webChecks } from './web.ts';

const image = 'noderun:1.0';
const run = 'docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0';
const ownOptions = '--log-driver json-file --log-opt max-size=30m --log-opt max-file=10';
const run2 = `docker run -itd -p 6062:6060 --name=node-run2 -h node-run ${ownOptions} noderun:1.0`;

export const first = webChecks({ name: 'node-run', image, run, port: 6060 }, { runs: 8, name: 2, port: 4 });
export const second = webChecks(
  { name: 'node-run2', image, run: run2, port: 6062 },
  { runs: 5, name: 2, port: 4 },
);

export const recreated = check({
  id: 'node-run-settings',
  points: 8,
  needs: { runs: first.runs, restarted, valid },
  title: {
    ko: '`node-run` 컨테이너가 `daemon.json` 의 로그 설정을 받았다',
    en: '`node-run` got the log settings of `daemon.json`',
  },
  run({ needs: { runs, restarted, valid }, timeline }) {
    const born = timeline.eventsOf({ type: 'container', action: 'create', actorId: runs.id }).at(-1);
    const found = shown(runs.log);
    const isOld = born !== undefined && born.atMs < restarted.untilMs;
    if (isOld && !follows(runs.log, valid))
      reject(say.notRecreated({ name: runs.name, found, restart: restarted.line ?? '-', run }), runs.line);
    ensure(
      follows(runs.log, valid),
      say.otherLog({ name: runs.name, found, wanted: shown(valid), run }),
      runs.line,
    );
  },
});

/** Whether a container has what a daemon.json says of logs; one that says nothing of them gives it nothing. */
function follows(log: Container['log'], { driver, options }: LogSettings): boolean {
  const said = Object.entries(options);
  return log.driver === driver && said.length > 0 && said.every(([key, value]) => log.options[key] === value);
}

function shown({ driver, options }: LogSettings): string {
  return [driver, ...Object.entries(options).map(([key, value]) => `${key}=${String(value)}`)].join(' ');
}

export const ownSettings = check({
  id: 'node-run2-options',
  points: 8,
  needs: { runs: second.runs },
  title: {
    ko: '`node-run2` 컨테이너에 로그 옵션을 따로 주었다',
    en: '`node-run2` was given log options of its own',
  },
  run({ needs: { runs }, timeline }) {
    const { driver, options } = runs.log;
    const isAsked =
      driver === 'json-file' &&
      sizeInBytes(options['max-size'] ?? '') === maxSizeBytes &&
      Number(options['max-file']) === maxFiles;
    const body = createdBy(timeline, runs)?.body as {
      HostConfig?: { LogConfig?: { Config?: object } };
    } | null;
    const own = body?.HostConfig?.LogConfig?.Config ?? {};
    const missing = ['max-size=30m', 'max-file=10'].filter(
      (option) => !((option.split('=')[0] ?? '') in own),
    );
    if (missing.length > 0)
      reject(
        say.noOwnOptions({ missing: missing.map((one) => `--log-opt ${one}`).join(' '), run: run2 }),
        runs.line,
      );
    ensure(isAsked, say.otherOptions({ found: shown(runs.log), run: run2 }), runs.line);
  },
});

/** More than one file holds, so that twice as much makes two rotated ones. */
const portionBytes = 32_000_000;
/** Docker looks at the size before it writes: the last entry, of little more than 96 KiB, may stand over. */
const overBytes = 128 * 1024;
const mostPortions = 3;

export const rotates = check({
  id: 'node-run-rotates',
  points: 8,
  needs: { runs: first.runs },
  disturbs: true,
  title: {
    ko: '로그가 30 MB마다 새 파일로 나뉜다',
    en: 'Its log goes on in a new file after every 30 MB',
  },
  async run({ docker, random, evidence, needs: { runs } }) {
    const { name, log } = runs;
    ensure(log.driver === 'json-file', say.notJsonFile({ name, found: log.driver, run }), runs.line);
    let logFiles: LogFile[] = [];
    let portions = 0;
    while (portions < mostPortions && logFiles.length < 3) {
      const arrived = await fillLog(docker, runs.id, { bytes: portionBytes, word: random.word('log') });
      portions += 1;
      logFiles = await docker.logFiles(runs);
      if (!arrived) break;
    }
    evidence.note(`ls -l $(docker inspect -f '{{.LogPath}}' ${name})*`, logFiles);
    // What was written takes room in the machine's memory.
    await docker.remove(runs.id);
    const [, ...rotated] = logFiles;
    const whole = rotated.every(({ sizeBytes, compressed }) => compressed || sizeBytes > maxSizeBytes / 2);
    const small = logFiles.every(({ sizeBytes }) => sizeBytes <= maxSizeBytes + overBytes);
    const sizes = logFiles.map(({ sizeBytes }) => megabytes(sizeBytes)).join(' + ') || '-';
    const wrote = megabytes(portions * portionBytes);
    const isRotated = rotated.length >= 2 && whole && small && logFiles.length <= maxFiles;
    ensure(isRotated, say.notRotated({ name, wrote, sizes, found: shown(log), run }), runs.line);
  },
});

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
