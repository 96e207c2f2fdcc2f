/** The images an engine shows from its first moment, and where they lie. */
export interface EngineImages {
  /** Image of the engine itself on the outer daemon. */
  engineImage: string;
  /** Image of the student's terminal; the engine's own when left out. */
  benchImage?: string;
  /** Volume with the golden store. */
  volume: string;
  /** Names under `/golden/plan` of the images to show. */
  plans: string[];
  /** Content of Docker's image/overlay2/repositories.json for them. */
  repositories: unknown;
}
