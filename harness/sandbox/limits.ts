/** What one sandbox may use. Bytes, counts and milliseconds. */
export interface SandboxLimits {
  /** Memory of all containers together, with what they write. */
  engineMemoryBytes: number;
  /** What the engine has beside that, for dockerd, containerd and a shim for each container. */
  engineOwnMemoryBytes: number;
  enginePids: number;
  /** Images, layers, volumes, build cache and logs together: the data-root is a tmpfs of this size. */
  engineDiskBytes: number;
  /** Memory of the terminal, files that it writes into workspace and home counted. */
  benchMemoryBytes: number;
  benchPids: number;
  /** Room for a few exported containers of 140 MB each, which is what the course's make. */
  workspaceBytes: number;
  workspaceInodes: number;
  /** How long the outer daemon may take to make each of its parts. */
  startMs: number;
  /** How long the engine may take to answer its first request. */
  bootMs: number;
}

/** The limits with the defaults for what is left out. The data-root lies in the engine's memory and leaves it a third. */
export function limitsOf(given: Partial<SandboxLimits> = {}): SandboxLimits {
  const limits = { ...defaultLimits, ...given };
  const most = Math.floor((limits.engineMemoryBytes * 2) / 3);
  return { ...limits, engineDiskBytes: Math.min(limits.engineDiskBytes, most) };
}

export const defaultLimits: SandboxLimits = {
  engineMemoryBytes: 3 * 2 ** 30,
  engineOwnMemoryBytes: 256 * 2 ** 20,
  enginePids: 1500,
  engineDiskBytes: 2 * 2 ** 30,
  benchMemoryBytes: 2 ** 30,
  benchPids: 256,
  workspaceBytes: 512 * 2 ** 20,
  workspaceInodes: 20_000,
  startMs: 30_000,
  bootMs: 30_000,
};
