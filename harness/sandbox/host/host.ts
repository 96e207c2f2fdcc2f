import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { SandboxError } from '../../errors.ts';
import type { HostCall } from '../../result.ts';
import { judge } from './arguments.ts';
import { DockerService, type ServiceSide } from './docker-service.ts';
import { logsToEmpty } from './logs-to-empty.ts';
import { HostRecord } from './record.ts';
import { type HostRefusal, hostRefusalMessage } from './refusal.ts';
import { runInEngine } from './run-in-engine.ts';
import { answerService, authenticationRequired } from './service-answers.ts';
import { needsRoot, type ServiceRequest, serviceRequest } from './systemctl.ts';
import { answerBytes, type HostAnswer, type HostRequest, readRequest, wireLimits } from './wire.ts';

export interface HostOptions extends ServiceSide {
  /** Where the stand-ins in the bench ask. Created, open to every user, removed on dispose. */
  socketPath: string;
  /** Requests wait for it, as the engine boots while the student's shell starts. */
  ready: Promise<unknown>;
  /** Milliseconds since the replay began. */
  now: () => number;
  /** The script line that is being typed. */
  line: () => number | null;
}

/** Who took the student's daemon down, and how. */
export interface DaemonDown {
  how: 'stopped' | 'failed';
  line: number | null;
  /** What dockerd said last; empty when it was stopped. */
  words: string;
}

/** The word with which the student's sudo tells that it wrote daemon.json; the file is the settings. */
const wrote = 'wrote-daemon.json';
const maxConnections = 8;
/** After an answer, how long the other side may take to read it. */
const lingerMs = 5000;

/** The machine that the student's commands believe to run on: a few verbs of sudo, systemctl and their like. */
export class Host implements AsyncDisposable {
  readonly #options: HostOptions;
  readonly #server: Server;
  readonly #record: HostRecord;
  readonly #service: DockerService;
  readonly #sockets = new Set<Socket>();
  #queue: Promise<unknown> = Promise.resolve();
  #down: DaemonDown | undefined;

  private constructor(options: HostOptions) {
    this.#options = options;
    this.#record = new HostRecord(options.now, options.line);
    this.#service = new DockerService(options);
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
  }

  /** Starts listening. Throws SandboxError when the socket cannot be made. */
  static async listen(options: HostOptions): Promise<Host> {
    const host = new Host(options);
    options.ready.catch(() => undefined);
    try {
      await rm(options.socketPath, { force: true });
      host.#server.listen(options.socketPath);
      await once(host.#server, 'listening');
      await chmod(options.socketPath, 0o666);
    } catch (cause) {
      host.#server.close();
      throw new SandboxError({
        code: 'HOST_SOCKET',
        message: {
          ko: `호스트 명령을 받을 ${options.socketPath} 소켓을 열지 못했습니다.`,
          en: `The socket for host commands, ${options.socketPath}, could not be opened.`,
        },
        hint: {
          ko: '쓸 수 있는 폴더인지 `ls -ld` 명령으로 확인하세요.',
          en: 'Check with `ls -ld` that the folder is writable.',
        },
        cause,
      });
    }
    return host;
  }

  /** What was asked, in the order of asking. */
  get calls(): readonly HostCall[] {
    return this.#record.calls;
  }

  /** Resolves when no service command is under way: a restart in the background must not meet the checks. */
  async idle(): Promise<void> {
    await this.#queue;
  }

  /** Set while the student's own doing keeps the daemon down; undefined also when the engine itself was lost. */
  get daemonDown(): DaemonDown | undefined {
    return this.#down;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    await rm(this.#options.socketPath, { force: true });
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
    this.#serve(socket).catch(() => socket.destroy());
  }

  async #serve(socket: Socket): Promise<void> {
    const full = this.#sockets.size > maxConnections;
    const read = full ? tooMany : await readRequest(socket);
    const answer = 'id' in read ? this.#refuse([], read) : await this.#answer(read);
    socket.end(answerBytes(answer));
    socket.resume();
    socket.setTimeout(lingerMs, () => socket.destroy());
  }

  async #answer(request: HostRequest): Promise<HostAnswer> {
    const { asker, command, settings } = request;
    if (command[0] === wrote) return this.#wrote(command.slice(1), settings);
    const service = serviceRequest(command);
    if (service === undefined) return this.#run(request);
    if ('id' in service) return this.#refuse(command, service);
    if (needsRoot(service.action, asker)) {
      const call = this.#record.begin({ action: service.action, command, settings: null });
      return this.#said(call, authenticationRequired(service.action));
    }
    if (settings.length > wireLimits.settingsBytes) return this.#refuse(command, tooLarge);
    const starts = ['start', 'restart', 'enable'].includes(service.action);
    const call = this.#record.begin({
      action: service.action,
      command,
      settings: starts ? settings.toString('utf8') : null,
    });
    await this.#options.ready;
    return this.#said(call, await this.#inTurn(() => this.#serviceAnswer(service, settings)));
  }

  async #serviceAnswer(service: ServiceRequest, settings: Buffer): Promise<HostAnswer> {
    const line = this.#options.line();
    const before = this.#service.since;
    const answer = await answerService(this.#service, service, settings);
    if (this.#service.since !== before) this.#down = await this.#downNow(line);
    return answer;
  }

  async #downNow(line: number | null): Promise<DaemonDown | undefined> {
    if (this.#service.state === 'inactive') return { how: 'stopped', line, words: '' };
    if (this.#service.state !== 'failed') return undefined;
    return { how: 'failed', line, words: (await this.#service.journal()).at(-1)?.text ?? '' };
  }

  async #run({ asker, command, folder }: HostRequest): Promise<HostAnswer> {
    const judged = judge(asker, command, folder);
    if ('id' in judged) return this.#refuse(command, judged);
    const call = this.#record.begin({ action: command[0] ?? '', command, settings: null });
    await this.#options.ready;
    call.logs = await logsToEmpty(this.#options.control, judged);
    return this.#said(call, await runInEngine(this.#options.control, judged));
  }

  #wrote(command: string[], settings: Buffer): HostAnswer {
    const file = settings.subarray(0, wireLimits.settingsBytes).toString('utf8');
    const call = this.#record.begin({ action: 'write-settings', command, settings: file });
    return this.#said(call, { exitCode: 0, stdout: '', stderr: '' });
  }

  #refuse(command: string[], refusal: HostRefusal): HostAnswer {
    const stderr = `sudo: ${hostRefusalMessage(refusal)}\n`;
    const call = this.#record.begin({ action: command[0] ?? '', command, settings: null });
    this.#record.finish(call, 1, stderr, true);
    return { exitCode: 1, stdout: '', stderr };
  }

  #said(call: HostCall, answer: HostAnswer): HostAnswer {
    this.#record.finish(call, answer.exitCode, answer.stderr.toString(), false);
    return answer;
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(job, job);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

const tooMany: HostRefusal = { id: 'connections', what: `more than ${maxConnections} commands at a time` };
const tooLarge: HostRefusal = {
  id: 'request-size',
  what: `a daemon.json of more than ${wireLimits.settingsBytes / 1024} KiB`,
};
