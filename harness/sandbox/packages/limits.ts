/** What one sandbox may take through its package gateway. Bytes, counts and milliseconds. */
export interface GatewayLimits {
  /** Connections to the gateway, and connections to mirrors. */
  connections: number;
  /** Request line and headers together, in both directions. */
  headerBytes: number;
  /** What may come from mirrors, over the sandbox's whole life. */
  downloadBytes: number;
  /** What may go to mirrors through tunnels: requests and TLS's own messages. */
  uploadBytes: number;
  /** Headers, or a tunnel's first TLS message, must have arrived after so long. */
  headerMs: number;
  /** A mirror's name must be resolved, and one of its addresses connected to, each within so long. */
  connectMs: number;
  /** A mirror's next bytes, the first ones too, must come within so long. */
  idleMs: number;
  /** So long may a client's connection be silent: longer than it waits for a name, connections and a mirror's answer. */
  clientIdleMs: number;
  /** Remarks that are kept; further ones are counted. */
  remarks: number;
}

export const defaultGatewayLimits: GatewayLimits = {
  connections: 64,
  headerBytes: 16 * 2 ** 10,
  downloadBytes: 2 ** 30,
  uploadBytes: 8 * 2 ** 20,
  headerMs: 10_000,
  connectMs: 5_000,
  idleMs: 30_000,
  clientIdleMs: 60_000,
  remarks: 20,
};

/** Bytes that may still pass. */
export class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Takes them away; false once more was asked for than there was. */
  take(bytes: number): boolean {
    this.#left -= bytes;
    return this.#left >= 0;
  }
}
