import { basename, join, resolve } from 'node:path';
import type { Text } from '../text.ts';
import { readLocated } from './located-file.ts';
import type { Fault, LocatedJson } from './located-json.ts';

/** How much one submission may use; what a manifest leaves out is in `defaultLimits`. */
export interface Limits {
  /** Milliseconds that one command of the script may take. */
  commandMs: number;
  /** Milliseconds that the whole script may take. */
  scriptMs: number;
  /** Milliseconds that one check may take. */
  checkMs: number;
  /** Bytes of terminal output that are kept. */
  outputBytes: number;
  /** Memory of all containers together, in bytes; the engine has its own beside it. */
  memoryBytes: number;
}

/** A minute per command and five for the script: several times the slowest build of the course on 2 cores. */
export const defaultLimits: Limits = {
  commandMs: 60_000,
  scriptMs: 300_000,
  checkMs: 30_000,
  outputBytes: 1 << 20,
  memoryBytes: 3 * 2 ** 30,
};

/** A file that a student hands in. */
export interface ExpectedFile {
  /** Relative to the submission's folder, with forward slashes. */
  path: string;
  /** Without it the submission is not graded. */
  required: boolean;
  /** Handed out to be left as it is: a change is reported. */
  protected: boolean;
  title?: Text;
}

/** An assignment's manifest, `drydock/assignment/v1`, with its defaults filled in. */
export interface Assignment {
  id: string;
  order: number;
  title: Text;
  points: number;
  /** References of the catalog that the sandbox may see. */
  images: string[];
  /** The file of the submission that is typed into the terminal. */
  script: string;
  files: ExpectedFile[];
  /** Builds reach the package mirrors of the allow-list; nothing else in the engine has a network. */
  packages: boolean;
  limits: Limits;
  /** What the unfinished starter and an empty folder get; proven by the author's tests. */
  expect: { starter: { score: number }; empty: { outcome: 'missing' | 'invalid' | 'graded' } };
  /** Absolute path of the folder that holds the manifest, the statements and the starter. */
  folder: string;
}

/** The manifest as its author writes it, once the schema has accepted it. */
type Manifest = Omit<Assignment, 'folder' | 'files' | 'script' | 'packages' | 'limits'> & {
  files: (Omit<ExpectedFile, 'protected'> & { protected?: boolean })[];
  script?: string;
  packages?: boolean;
  limits?: Partial<Limits>;
};

/** The manifest's file name in an assignment's folder. */
export const manifestName = 'assignment.json';

/**
 * Loads `assignment.json` of one folder.
 * @throws GraderError with every mistake as `path:line:column: what is wrong, what was expected`
 */
export async function loadAssignment(folder: string): Promise<Assignment> {
  const more = (json: LocatedJson) => manifestFaults(json, json.value as Manifest, basename(resolve(folder)));
  const manifest = (await readLocated(join(folder, manifestName), 'assignment', more)) as Manifest;
  return {
    id: manifest.id,
    order: manifest.order,
    title: manifest.title,
    points: manifest.points,
    images: manifest.images,
    script: manifest.script ?? 'solution.sh',
    files: manifest.files.map((file) => ({ protected: false, ...file })),
    packages: manifest.packages ?? false,
    limits: { ...defaultLimits, ...manifest.limits },
    expect: manifest.expect,
    folder: resolve(folder),
  };
}

/** What the schema cannot say: how values of the manifest fit each other and the folder. */
function manifestFaults(json: LocatedJson, manifest: Manifest, folderName: string): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: (string | number)[], text: Text) => faults.push({ ...json.positionOf(path), text });
  if (manifest.id !== folderName) {
    fault(['id'], {
      ko: `\`id\` 항목의 "${manifest.id}" 값이 폴더 이름 "${folderName}" 값과 다릅니다. 둘을 같게 하세요.`,
      en: `\`id\` must be the folder's name "${folderName}", found "${manifest.id}"`,
    });
  }
  const paths = manifest.files.map(({ path }) => path);
  for (const [index, path] of paths.entries()) {
    if (paths.indexOf(path) === index) continue;
    fault(['files', index, 'path'], {
      ko: `"${path}" 파일이 두 번 적혀 있습니다. 하나만 남기세요.`,
      en: `the file "${path}" is listed twice; keep one`,
    });
  }
  const script = manifest.script ?? 'solution.sh';
  if (!paths.includes(script)) {
    fault(['files'], {
      ko: `\`files\` 항목에 터미널에 입력할 "${script}" 파일이 있어야 합니다.`,
      en: `\`files\` must list the script "${script}", found ${paths.join(', ')}`,
    });
  }
  const { commandMs, scriptMs } = { ...defaultLimits, ...manifest.limits };
  if (commandMs > scriptMs) {
    fault(['limits', 'commandMs'], {
      ko: `\`limits.commandMs\` 항목의 ${commandMs} 값이 \`limits.scriptMs\` 항목의 ${scriptMs} 값보다 큽니다.`,
      en: `\`limits.commandMs\` must be at most \`limits.scriptMs\` (${scriptMs}), found ${commandMs}`,
    });
  }
  const { score } = manifest.expect.starter;
  if (score > manifest.points) {
    fault(['expect', 'starter', 'score'], {
      ko: `\`expect.starter.score\` 항목의 ${score} 값이 만점 ${manifest.points}점보다 큽니다.`,
      en: `\`expect.starter.score\` must be at most the points (${manifest.points}), found ${score}`,
    });
  }
  return faults;
}
