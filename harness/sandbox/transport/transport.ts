/** How the harness and a sandbox's two containers reach each other: sockets both ways, and files for the bench. */
export interface Transport extends AsyncDisposable {
  /** What the engine's container mounts, so that it finds its run folder. */
  readonly engineBinds: readonly string[];
  /** What the bench mounts, read-only, so that it finds /drydock. */
  readonly benchBinds: readonly string[];
  /**
   * Joins the sockets of the run folder with the containers: those that listen there now can be reached in the
   * containers, the engine's own can be reached there. The engine's container runs already. Throws SandboxError.
   */
  join(engineId: string): Promise<void>;
  /** Brings the bench's files as they are now into the bench. The engine's container runs already. */
  deliver(): Promise<void>;
}

/** Where the containers find their parts of the run folder. */
export const mountPoints = { engine: '/run/drydock', bench: '/drydock' };
