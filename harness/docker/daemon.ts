import type { Readable } from 'node:stream';
import type Dockerode from 'dockerode';
import { Answers, answered, answerMs, daemonWords, statusOf } from './answers.ts';
import { firstFile } from './archive.ts';
import { type Container, containerOf } from './container.ts';
import { type DaemonInfo, daemonInfoOf } from './daemon-info.ts';
import type { DaemonOptions } from './daemon-options.ts';
import { type Dial, type HttpAnswer, httpGet } from './http.ts';
import { type HistoryStep, historyOf, type Image, imageOf } from './image.ts';
import { type LayerEntry, type ListLayer, layerDirectory, layerEntries } from './layer.ts';
import { type ListLogs, type LogFile, logFilesOf } from './log-file.ts';
import { collected, outputText } from './output.ts';
import { checkMark, createOptions, type RunOptions, type Started } from './run-options.ts';

const fileCapBytes = 1024 * 1024;
const logTailLines = 10_000;
const outputCapBytes = 4 * 1024 * 1024;

/**
 * What graders see of a daemon: typed, read-mostly. A thing that does not exist is undefined, never thrown;
 * a daemon that does not answer throws SandboxError, which is never the student's fault, or the failure that `down`
 * gives where it is.
 */
export class Daemon {
  readonly #docker: Dockerode;
  readonly #mark = checkMark();
  readonly #dial: Dial;
  readonly #listLayer: ListLayer;
  readonly #listLogs: ListLogs;
  readonly #ask: Answers;
  readonly #patience: number;

  constructor({ docker, dial, listLayer, listLogs, down = () => undefined, patience = 1 }: DaemonOptions) {
    this.#docker = docker;
    this.#dial = dial;
    this.#listLayer = listLayer;
    this.#listLogs = listLogs;
    this.#ask = new Answers(down);
    this.#patience = patience;
  }

  /** The image of a reference or id, as `docker image inspect` finds it. */
  async image(ref: string): Promise<Image | undefined> {
    const info = await this.#ask.maybe(`docker image inspect ${ref}`, this.#docker.getImage(ref).inspect());
    return info && imageOf(info);
  }

  /** All images that `docker images` shows, newest first: those that have a name, and with `unnamed` the others, too. */
  async images({ unnamed = false } = {}): Promise<Image[]> {
    const rows = await this.#ask.must('docker images', this.#docker.listImages());
    const found = await Promise.all(
      rows.filter((row) => unnamed || row.RepoTags?.length).map((row) => this.image(row.Id)),
    );
    return found.filter((image) => image !== undefined);
  }

  /** The steps of `docker history`, newest first; empty when there is no such image. */
  async history(ref: string): Promise<HistoryStep[]> {
    const steps = await this.#ask.maybe(`docker history ${ref}`, this.#docker.getImage(ref).history());
    return historyOf(steps ?? []);
  }

  /** What an image's topmost layer, or one below it, holds, 1 MiB of names at most; undefined without such an image. */
  async topLayer(ref: string, below = 0): Promise<LayerEntry[] | undefined> {
    const asked = `docker image inspect ${ref}`;
    const info = await this.#ask.maybe(asked, this.#docker.getImage(ref).inspect());
    if (!info) return undefined;
    const listing = await this.#ask.must(asked, this.#listLayer(layerDirectory(info, below)));
    return layerEntries(listing) ?? this.#ask.lost(asked, new RangeError('its layer could not be listed'));
  }

  /** The container of a name or id, running or not. */
  async container(name: string): Promise<Container | undefined> {
    const info = await this.#ask.maybe(`docker inspect ${name}`, this.#docker.getContainer(name).inspect());
    return info && containerOf(info);
  }

  /** CPU time in ms that a container's processes have used since its start; 0 when it does not run. */
  async cpuMs(name: string): Promise<number> {
    // `one-shot` (API 1.41) spares the second that a rate would take.
    const request = this.#docker.getContainer(name).stats({ stream: false, 'one-shot': true });
    const stats = await this.#ask.maybe(`docker stats --no-stream ${name}`, request);
    return (stats?.cpu_stats.cpu_usage.total_usage ?? 0) / 1e6;
  }

  /** All containers of the student, running or not, newest first: those that checks made are left out. */
  async containers(): Promise<Container[]> {
    const rows = await this.#ask.must('docker ps -a', this.#docker.listContainers({ all: true }));
    const theirs = rows.filter(({ Labels }) => Labels['drydock.check'] !== this.#mark['drydock.check']);
    const found = await Promise.all(theirs.map((row) => this.container(row.Id)));
    return found.filter((container) => container !== undefined);
  }

  /** The last lines a container wrote to stdout and stderr; empty when it does not exist or logs elsewhere. */
  async logs(name: string, tail = logTailLines): Promise<string> {
    const container = await this.container(name);
    // The driver `none` keeps nothing, and the engine answers 501: the student's choice, not the machine's fault.
    if (!container || container.log.driver === 'none') return '';
    const request = this.#docker
      .getContainer(container.id)
      .logs({ stdout: true, stderr: true, follow: false, tail });
    return outputText(
      (await this.#ask.maybe(`docker logs ${name}`, request)) ?? Buffer.alloc(0),
      container.tty,
    );
  }

  /** The files of a container's json-file log, the one that is written first; none with another log driver. */
  async logFiles({ id, name }: Pick<Container, 'id' | 'name'>): Promise<LogFile[]> {
    const asked = `ls -l $(docker inspect -f '{{.LogPath}}' ${name})`;
    const listing = await this.#ask.must(asked, this.#listLogs(id));
    return logFilesOf(listing) ?? this.#ask.lost(asked, new RangeError('its folder could not be listed'));
  }

  /** A regular file of a container's file system, at most 1 MiB; undefined when there is none such. */
  async readFile(name: string, path: string): Promise<Buffer | undefined> {
    const request = this.#docker.getContainer(name).getArchive({ path });
    const tar = await this.#ask.maybe(`docker cp ${name}:${path} -`, request);
    return tar && firstFile(tar as Readable, fileCapBytes);
  }

  /** A regular file of an image, at most 1 MiB, read through a container that is created and never started. */
  async readImageFile(ref: string, path: string): Promise<Buffer | undefined> {
    const body = { Image: ref, Cmd: ['never-started'], Labels: this.#mark };
    const create = this.#docker.createContainer(body);
    const container = await this.#ask.maybe(`docker create ${ref}`, create);
    if (!container) return undefined;
    try {
      return await this.readFile(container.id, path);
    } finally {
      await this.remove(container.id);
    }
  }

  /** The daemon's settings. */
  async info(): Promise<DaemonInfo> {
    return daemonInfoOf(await this.#ask.must('docker info', this.#docker.info()));
  }

  /** GETs a path from a port on the engine's loopback; see `httpGet`. */
  http(
    port: number,
    path = '/',
    { timeoutMs = 2000 }: { timeoutMs?: number } = {},
  ): Promise<HttpAnswer | undefined> {
    return httpGet(this.#dial, port, path, timeoutMs * this.#patience);
  }

  /** Runs a container of a check's own, detached. For checks that disturb. */
  async run(options: RunOptions): Promise<Started> {
    let id: string | undefined;
    try {
      const body = createOptions(options, this.#mark);
      const container = await answered('docker create', this.#docker.createContainer(body));
      id = container.id;
      await answered('docker start', container.start());
      return { container: await this.container(id), error: '' };
    } catch (thrown) {
      if (statusOf(thrown) === undefined) return this.#ask.lost(`docker run ${options.image}`, thrown);
      return {
        container: id === undefined ? undefined : await this.container(id),
        error: daemonWords(thrown),
      };
    }
  }

  /** Starts a container that exists; the daemon's words when it cannot, else an empty string. */
  start(name: string): Promise<string> {
    return this.#ask.told(`docker start ${name}`, this.#docker.getContainer(name).start());
  }

  /** Stops a container as `docker stop` does, and tells how long that took and how it ended. */
  async stop(
    name: string,
    graceSeconds = 10,
  ): Promise<{ durationMs: number; container: Container | undefined }> {
    const began = performance.now();
    const stop = this.#docker.getContainer(name).stop({ t: graceSeconds });
    await this.#ask.told(`docker stop ${name}`, stop, answerMs + graceSeconds * 1000);
    return { durationMs: Math.round(performance.now() - began), container: await this.container(name) };
  }

  /** Removes a container, running or not, with its anonymous volumes. */
  async remove(name: string): Promise<void> {
    const request = this.#docker.getContainer(name).remove({ force: true, v: true });
    await this.#ask.maybe(`docker rm -f ${name}`, request);
  }

  /** Runs a command in a container, undefined when that does not run: exit code, stdout and stderr together. */
  async exec(name: string, command: string[]): Promise<{ exitCode: number; output: string } | undefined> {
    const asked = `docker exec ${name} ${command.join(' ')}`;
    const options = { Cmd: command, AttachStdout: true, AttachStderr: true, Tty: false };
    const exec = await this.#ask.maybe(asked, this.#docker.getContainer(name).exec(options));
    if (!exec) return undefined;
    const stream = await this.#ask.must(asked, exec.start({ hijack: true, stdin: false }));
    const bytes = await this.#ask.must(asked, collected(stream, outputCapBytes));
    const { ExitCode } = await this.#ask.must(asked, exec.inspect());
    return { exitCode: ExitCode ?? -1, output: outputText(bytes, false) };
  }
}
