import type { HistoryStep, Image } from '../docker/index.ts';

/** One step of a build, as `docker history` tells it. */
export interface BuildStep {
  /** `RUN`, `COPY`, `WORKDIR`… */
  instruction: string;
  /** What follows the instruction; of a `RUN` the command without the shell that runs it. */
  text: string;
  sizeBytes: number;
  /** How many layers lie over the one it made; undefined for one that makes none, such as `EXPOSE`. */
  below: number | undefined;
}

/** The instructions that make a layer with both builders, whether or not anything changed (seen with Docker 26.1). */
const layered = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/**
 * The steps that an image has over its base, oldest first: those of the layers that it has more. The base's own history
 * is not needed, so it may have been removed since.
 */
export function stepsOver(
  base: Pick<Image, 'layers'>,
  image: Pick<Image, 'layers'>,
  history: readonly HistoryStep[],
): BuildStep[] {
  const own = image.layers.length - base.layers.length;
  const steps: BuildStep[] = [];
  let layers = 0;
  for (const { createdBy, sizeBytes } of history) {
    if (layers >= own) break;
    const [instruction, text] = read(createdBy);
    const below = layered.has(instruction) ? layers : undefined;
    steps.unshift({ instruction, text, sizeBytes, below });
    if (below !== undefined) layers += 1;
  }
  return steps;
}

/** Whether a step copies from the build's context: what it names is relative, as what comes from a stage seldom is. */
export function copiesContext({ instruction, text }: Pick<BuildStep, 'instruction' | 'text'>): boolean {
  if (instruction !== 'COPY' && instruction !== 'ADD') return false;
  const [source = ''] = text.split(' ').filter((word) => !word.startsWith('--'));
  return source !== '' && !source.startsWith('/') && !/^https?:/.test(source);
}

/** BuildKit writes the instruction, the classic builder `#(nop)` and the instruction, or of a RUN the command alone. */
function read(createdBy: string): [instruction: string, text: string] {
  const line = createdBy.replace(/\s*# buildkit$/, '').trim();
  const silent = /#\(nop\)\s+([A-Z]+)\s*(.*)$/s.exec(line);
  // The classic builder writes the hash of what it copies instead of its name.
  if (silent)
    return [silent[1] ?? '', (silent[2] ?? '').replace(/\b(file|dir|multi):[0-9a-f]+\b/, '…').trim()];
  const written = /^([A-Z]+)\s+(.*)$/s.exec(line);
  const [instruction, text] = written ? [written[1] ?? '', written[2] ?? ''] : ['RUN', line];
  return [instruction, instruction === 'RUN' ? text.replace(/^(\|\d+ .*?)?\/bin\/sh -c /s, '') : text];
}
