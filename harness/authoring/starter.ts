/** The files of an assignment's `starter` folder, as its author wrote them. */
export interface Starter {
  /** A file's bytes, or undefined when there is no such file. */
  read(path: string): Promise<Buffer | undefined>;
}
