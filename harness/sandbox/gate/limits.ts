/** What one gate takes from student code before it says no. Bytes, counts and milliseconds. */
export interface GateLimits {
  /** A JSON body. The largest one a Docker client sends has some kilobytes. */
  jsonBytes: number;
  /** A build context, an archive for `docker cp`, `docker load` or `docker import`. */
  uploadBytes: number;
  /** Request line and headers together. */
  headerBytes: number;
  /** Open connections; further ones are closed at once. */
  connections: number;
  /** Headers must have arrived after so long. */
  headerMs: number;
  /** A JSON body must have arrived after so long. */
  bodyMs: number;
  /** The next bytes of an upload must come within so long. */
  uploadIdleMs: number;
  /** How long one side of a hijacked stream may stay open after the engine closed the other. */
  lingerMs: number;
  /** Calls that are kept in the record; later ones are served and counted only. */
  calls: number;
  /** Paths, queries and bodies that are kept in the record, together. */
  recordBytes: number;
}

export const defaultGateLimits: GateLimits = {
  jsonBytes: 2 ** 20,
  uploadBytes: 256 * 2 ** 20,
  headerBytes: 32 * 2 ** 10,
  connections: 128,
  headerMs: 10_000,
  bodyMs: 10_000,
  uploadIdleMs: 60_000,
  lingerMs: 2_000,
  calls: 5_000,
  recordBytes: 16 * 2 ** 20,
};
