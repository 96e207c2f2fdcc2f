import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A sound manifest of `assignments/build-noderun`, laid out as authors do; tests break it by replacing text. */
export const soundManifest = `{
  "schema": "drydock/assignment/v1",
  "id": "build-noderun",
  "order": 3,
  "title": { "ko": "이미지 만들기", "en": "Build an image" },
  "points": 100,
  "images": ["node:20-alpine3.17"],
  "files": [
    { "path": "solution.sh", "required": true },
    { "path": "app/Dockerfile", "required": false, "title": { "ko": "빌드 파일", "en": "Build file" } }
  ],
  "limits": { "commandMs": 20000 },
  "expect": { "starter": { "score": 0 }, "empty": { "outcome": "missing" } }
}
`;

/** A folder that is removed when the test is over. */
export interface ScratchFolder extends AsyncDisposable {
  readonly path: string;
}

/** Writes files into a new folder: path below it -> text. */
export async function scratchFolder(files: Record<string, string>): Promise<ScratchFolder> {
  const path = await mkdtemp(join(tmpdir(), 'drydock-manifest-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** What a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}
