/** A submission's files as checks see them: read safely, capped, links never followed. */
export interface Submission {
  /** Paths of all regular files, relative to the submission's folder, sorted. */
  readonly paths: readonly string[];
  /** The file's bytes as handed in, or undefined when there is no such regular file. */
  read(path: string): Promise<Buffer | undefined>;
  /** The file's bytes in the workspace after the replay: what the student's commands made of it. */
  readAfter(path: string): Promise<Buffer | undefined>;
}
