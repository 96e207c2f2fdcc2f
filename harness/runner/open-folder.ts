import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Opens nothing that a link leads to, and waits for no pipe's other end. */
const careful = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A folder that is held open: what is opened in it is in it, even when its path leads elsewhere meanwhile. */
export class OpenFolder implements AsyncDisposable {
  readonly #handle: FileHandle;
  readonly #path: string;

  private constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  /** Opens a folder by a path that is trusted. Throws what the system throws. */
  static async at(path: string): Promise<OpenFolder> {
    return new OpenFolder(await open(path, constants.O_RDONLY | constants.O_DIRECTORY), path);
  }

  /** A path of this very folder for as long as it is open. */
  get path(): string {
    // Only Linux names open files as a path that is followed; elsewhere the folder's own path has to do.
    return process.platform === 'linux' ? `/proc/self/fd/${this.#handle.fd}` : this.#path;
  }

  /** A folder in it by its name; ELOOP or ENOTDIR when that is a link or no folder. */
  async folder(name: string): Promise<OpenFolder> {
    const path = `${this.path}/${name}`;
    const handle = await open(path, careful | constants.O_DIRECTORY);
    return new OpenFolder(handle, path);
  }

  /** A file in it by its name, whatever it is but a link (ELOOP). */
  file(name: string): Promise<FileHandle> {
    return open(`${this.path}/${name}`, careful);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }
}
