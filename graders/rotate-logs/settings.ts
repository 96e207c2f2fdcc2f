/** What /etc/docker/daemon.json must say. Judged by the file, so that a daemon it keeps down hides nothing. */
import {
  check,
  daemonDown,
  daemonStarts,
  ensure,
  errorLine,
  failedCommand,
  nearestName,
  readDaemonJson,
  reject,
  sizeInBytes,
  type Timeline,
} from '#harness';
import { say } from './messages.ts';

const path = '/etc/docker/daemon.json';
export const maxSizeBytes = 30_000_000;
export const maxFiles = 10;
const keys = ['log-driver', 'log-opts'];
/** What the driver json-file takes (Docker 26.1). */
const options = [
  ...['max-size', 'max-file', 'compress', 'mode', 'max-buffer-size'],
  ...['labels', 'labels-regex', 'env', 'env-regex', 'tag'],
];

/** The daemon's settings for logs, as a daemon.json or a container has them. */
export interface LogSettings {
  driver: string;
  options: Readonly<Record<string, unknown>>;
}

export const installed = check({
  id: 'settings-installed',
  points: 5,
  title: { ko: '`/etc/docker/daemon.json` 파일을 설치했다', en: '`/etc/docker/daemon.json` is installed' },
  run({ timeline }) {
    const seen = timeline.hostCalls.findLast(({ settings, refused }) => settings !== null && !refused);
    const line = timeline.hostCallsOf({ action: 'write-settings' }).at(-1)?.line ?? seen?.line ?? null;
    if (seen?.settings?.trim()) return { file: seen.settings, line };
    const failed = failedCommand(timeline, /\/etc\/docker\/daemon\.json/);
    if (failed) reject(say.installFailed({ error: errorLine(failed) }), failed.line);
    const other = otherPath(timeline);
    if (other) reject(say.wrongPath(other), timeline.lineOf(new RegExp(RegExp.escape(other.found))));
    return reject(say.notInstalled());
  },
});

/** Where else a JSON file was put by a path of its own; undefined when nowhere. */
function otherPath({ commands }: Timeline): { found: string } | undefined {
  const words = commands.flatMap(({ text }) => [
    ...text.matchAll(/(?<=^|[\s'">=])[/~][^\s'";&|<>]*\.json(?!\w)/g),
  ]);
  const found = words
    .map(([word]) => word)
    .findLast((word) => word !== path && /d\w*m\w*n|docker/.test(word));
  return found === undefined ? undefined : { found };
}

export const valid = check({
  id: 'settings-valid',
  points: 5,
  needs: { installed },
  title: { ko: '데몬이 그 파일을 읽을 수 있다', en: 'The daemon can read it' },
  async run({ needs: { installed }, docker, timeline }) {
    const json = readDaemonJson(installed.file);
    if (json.settings === undefined) {
      const { trailingComma, ...at } = json.fault;
      return reject(trailingComma ? say.trailingComma(at) : say.notJson(at), installed.line);
    }
    const { settings, lineOf } = json;
    for (const key of Object.keys(settings)) {
      const near = keys.includes(key) ? undefined : nearestName(key, keys);
      if (near) reject(say.unknownKey({ line: lineOf(key).line, key, near }), installed.line);
    }
    const log = logSettings(settings);
    for (const [key, value] of Object.entries(log.options)) {
      const at = lineOf('log-opts', key);
      if (typeof value !== 'string')
        reject(say.notText({ ...at, key, value: String(value) }), installed.line);
      if (log.driver === 'json-file' && !options.includes(key))
        reject(
          say.unknownOption({ line: at.line, key, near: nearestName(key, options) ?? 'max-size' }),
          installed.line,
        );
    }
    const down = await daemonDown(docker);
    const tried = daemonStarts(timeline).at(-1)?.settings === installed.file;
    if (down?.how === 'failed' && tried) reject(say.notTaken({ words: down.words }), installed.line);
    return { ...log, line: installed.line };
  },
});

function logSettings(settings: Readonly<Record<string, unknown>>): LogSettings {
  const { 'log-driver': driver = 'json-file', 'log-opts': given } = settings;
  const isObject = typeof given === 'object' && given !== null;
  return { driver: String(driver), options: isObject ? { ...given } : {} };
}

export const driver = check({
  id: 'settings-driver',
  points: 3,
  needs: { valid },
  title: { ko: '로그 드라이버가 `json-file` 이다', en: 'Its log driver is `json-file`' },
  run: ({ needs: { valid } }) =>
    ensure(valid.driver === 'json-file', say.otherDriver({ found: valid.driver }), valid.line),
});

export const size = check({
  id: 'settings-size',
  points: 4,
  needs: { valid },
  title: { ko: '`max-size` 값이 30m이다', en: 'Its `max-size` is 30m' },
  run({ needs: { valid } }) {
    const found = valid.options['max-size'];
    ensure(found !== undefined, say.noSize(), valid.line);
    ensure(sizeInBytes(String(found)) === maxSizeBytes, say.otherSize({ found: String(found) }), valid.line);
  },
});

export const files = check({
  id: 'settings-files',
  points: 3,
  needs: { valid },
  title: { ko: '`max-file` 값이 10이다', en: 'Its `max-file` is 10' },
  run({ needs: { valid } }) {
    const found = valid.options['max-file'];
    ensure(found !== undefined, say.noFiles(), valid.line);
    ensure(Number(found) === maxFiles, say.otherFiles({ found: String(found) }), valid.line);
  },
});
