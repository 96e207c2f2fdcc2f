import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const manifest = {
  schema: 'drydock/assignment/v1',
  id: 'smoke',
  order: 1,
  title: { ko: '연기', en: 'Smoke' },
  points: 100,
  images: ['node:20-alpine3.17'],
  files: [{ path: 'solution.sh', required: true }],
  expect: { starter: { score: 0 }, empty: { outcome: 'missing' } },
};

const authoring = JSON.stringify(join(import.meta.dirname, '../../authoring/index.ts'));

/** A grader with a check that passes when an image was tagged, and one that needs it. */
const grader = `
import { check, defineGrader, messages, reject } from ${authoring};
const say = messages({ noImage: { ko: '\`mine:1.0\` 이미지가 없습니다.', en: 'There is no image \`mine:1.0\`.' } });
const tagged = check({
  id: 'image-tagged', points: 60, title: { ko: '이미지에 이름을 붙였다', en: 'The image is tagged' },
  run: async ({ docker }) => (await docker.image('mine:1.0')) ?? reject(say.noImage(), 1),
});
const looked = check({
  id: 'looked', points: 40, needs: { tagged }, title: { ko: '둘러보았다', en: 'You looked around' }, run: () => true,
});
export default defineGrader({ assignment: 'smoke', checks: [tagged, looked] });
`;

/** The script that gets full marks. */
export const solution = 'docker tag node:20-alpine3.17 mine:1.0\ndocker images\n';

/** Writes the smallest course there is, one assignment \`smoke\`, into a folder. */
export async function writeSmokeCourse(root: string): Promise<void> {
  await writeFiles(root, {
    'assignments/smoke/assignment.json': JSON.stringify(manifest),
    'graders/smoke/grader.ts': grader,
  });
}

/** Writes files, and the folders they lie in. */
export async function writeFiles(
  root: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}
