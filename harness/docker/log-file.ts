/** A file of a container's log, as the driver `json-file` keeps them beside each other. */
export interface LogFile {
  /** 0: the one that is written; 1: the newest of the rotated ones (`…-json.log.1`), and so on. */
  rotation: number;
  /** Whether the rotated file was packed (the option `compress`): its size is another one then. */
  compressed: boolean;
  sizeBytes: number;
}

/** Lists a container's log files in the engine: an answer that begins with `found`, none when there is no container. */
export type ListLogs = (containerId: string) => Promise<Buffer>;

const found = 'found\n';
const logName = /^(\d+) .*-json\.log(?:\.(\d+)(\.gz)?)?$/s;

/** The log files of such a listing by age, youngest first; undefined when it is not one. Files half made are left out. */
export function logFilesOf(listing: Buffer): LogFile[] | undefined {
  const text = listing.toString('utf8');
  if (!text.startsWith(found)) return undefined;
  return text
    .slice(found.length)
    .split('\0')
    .flatMap((entry) => {
      const [, size, rotation = '0', packed] = logName.exec(entry) ?? [];
      if (size === undefined) return [];
      return [{ rotation: Number(rotation), compressed: packed !== undefined, sizeBytes: Number(size) }];
    })
    .sort((a, b) => a.rotation - b.rotation);
}
