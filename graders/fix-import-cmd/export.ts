/** The way out of the container, and the error that waits for what comes back in. */
import { check, ensure, importedImages, nearestName, refersTo, reject } from '#harness';
import { containers, exported, original } from './exercise.ts';
import { say } from './messages.ts';

/** The containers that imported images are started as. */
const repaired = containers.filter((name) => name !== exported);

export const exporting = check({
  id: 'exported',
  points: 6,
  title: { ko: '컨테이너를 `docker export` 로 내보냈다', en: 'A container is exported with `docker export`' },
  run({ timeline }) {
    const exports = timeline.eventsOf({ type: 'container', action: 'export' });
    if (exports.length > 0) return exports;
    const save = timeline.eventsOf({ type: 'image', action: 'save' }).at(-1);
    if (save) reject(say.savedInstead(), save.line);
    return reject(say.noExport());
  },
});

export const source = check({
  id: 'export-source',
  points: 4,
  needs: { exporting },
  title: {
    ko: '내보낸 것은 `noderun:1.0` 이미지로 만든 `node-run` 컨테이너이다',
    en: 'What is exported is `node-run`, made from `noderun:1.0`',
  },
  async run({ docker, given, needs: { exporting } }) {
    const sources = await Promise.all(
      exporting.map(async ({ actorId, attributes, line }) => {
        const now = await docker.container(actorId);
        const names = [attributes.name ?? '-', ...(now ? [now.name] : [])];
        return { names, from: attributes.image ?? '-', line };
      }),
    );
    const named = sources.filter(({ names }) => names.includes(exported));
    const other = sources.at(-1);
    if (named.length === 0) {
      const found = other?.names.at(-1) ?? '-';
      const near = nearestName(exported, [found]) !== undefined && !containers.includes(found);
      reject(near ? say.nearSource({ found }) : say.otherSource({ found }), other?.line);
    }
    const image = given[original];
    const last = named.at(-1);
    ensure(
      image && named.some(({ from }) => refersTo(from, image)),
      say.sourceOfOther({ found: last?.from ?? '-' }),
      last?.line,
    );
  },
});

export const met = check({
  id: 'met-error',
  points: 10,
  title: {
    ko: 'CMD 없이 가져온 이미지에서 “No command specified” 오류를 만났다',
    en: 'A bare import was run, and met “No command specified”',
  },
  run({ timeline, evidence }) {
    // Docker 20.10 writes it with a capital N, 26.1 without.
    const refusals = timeline
      .callsOf({ method: 'POST', path: /^\/containers\/create$/, refused: false })
      .filter(({ status, error }) => status === 400 && /no command specified/i.test(error ?? ''));
    const imported = importedImages(timeline);
    const image = (body: unknown) => String((body as { Image?: unknown } | null)?.Image ?? '-');
    const meeting = refusals.find(({ body }) => imported.some((one) => refersTo(image(body), one)));
    if (meeting) return evidence.note(`docker create ${image(meeting.body)}`, meeting.error);
    const elsewhere = refusals.at(-1);
    if (elsewhere) reject(say.metElsewhere({ found: image(elsewhere.body) }), elsewhere.line);
    const failed = timeline
      .callsOf({ method: 'POST', path: /^\/containers\/create$/ })
      .findLast(({ error, query }) => error !== null && repaired.includes(query.name ?? ''));
    if (failed?.error) reject(say.otherError({ error: failed.error.replaceAll('`', "'") }), failed.line);
    return reject(say.neverMet());
  },
});
