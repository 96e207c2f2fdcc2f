/** What became of each part of an image when a container of it was exported and imported. */
import type { Daemon, Image, ImportedImage } from '#harness';
import { app } from './exercise.ts';

/** Every part that `lost.yaml` tells of, in the order of the statement. */
export const partNames = [
  ...['CMD', 'ENTRYPOINT', 'ENV', 'WORKDIR', 'EXPOSE'],
  ...['files', 'layers', 'history', 'volumes'],
] as const;

/** A part as the two images show it. */
export interface Part {
  name: (typeof partNames)[number];
  lost: boolean;
  before: string;
  after: string;
}

/** Reads off both images what was lost. What `--change` put there was lost, too, before it was put there. */
export async function partsOf(
  docker: Daemon,
  before: Image,
  after: Image,
  { changes = '' }: Partial<ImportedImage> = {},
): Promise<Part[]> {
  const settings = settingsOf(before).map(([name, values], index): Part => {
    const put = new RegExp(`(^|,)\\s*${name}\\b`, 'i').test(changes);
    const left = put ? [] : (settingsOf(after)[index]?.[1] ?? []);
    const lost = values.some((value) => !left.includes(value));
    return { name, lost, before: values.join(' ') || '-', after: left.join(' ') || '-' };
  });
  const [steps, stepsLeft] = await Promise.all([docker.history(before.id), docker.history(after.id)]);
  const count = (name: Part['name'], was: number, is: number): Part => ({
    ...{ name, lost: is < was, before: String(was), after: String(is) },
  });
  return [
    ...settings,
    // An import without them came from another archive, which is not what the note is about.
    { name: 'files', lost: false, before: app, after: app },
    count('layers', before.layers.length, after.layers.length),
    // Of an image that the student removed no history is left to read, but a step for each layer it had.
    count('history', Math.max(steps.length, before.layers.length), stepsLeft.length),
    // No image shows it: what is mounted into a container is not part of its file system, so no export has it.
    { name: 'volumes', lost: true, before: 'data', after: '-' },
  ];
}

function settingsOf({ config }: Image): [Part['name'], string[]][] {
  return [
    ['CMD', config.cmd],
    ['ENTRYPOINT', config.entrypoint],
    ['ENV', Object.entries(config.env).map(([name, value]) => `${name}=${value}`)],
    ['WORKDIR', config.workingDir === '' ? [] : [config.workingDir]],
    ['EXPOSE', config.exposedPorts],
  ];
}
