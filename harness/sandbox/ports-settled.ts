import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../deadline.ts';
import type { Container, Daemon } from '../docker/index.ts';
import type { ApiCall } from '../result.ts';
import { controlAnswer, type Engine } from './engine/index.ts';

const startCall = /^\/containers\/([^/]+)\/(start|restart|unpause)$/;
const usualPatienceMs = 2000;
/** Of a program that is busy from its start nothing tells that it is ready. */
const busyMs = 1000;
const firstPauseMs = 20;
/** A look starts four programs in the engine, and a database takes all of its two seconds: later looks are fewer. */
const longestPauseMs = 100;

/**
 * Waits as a person would: after a container with published ports was started, until its servers listen, it ended, or
 * two seconds are over. Of one that publishes none, a server on any port that it exposes will do: a database that ends
 * for want of a password must have ended when the next line asks for its log. It asks the kernel for listeners rather
 * than connecting, since a connection would show in the app's log. One without ports has begun when its first process
 * waits for something: before that `docker stop` would meet a tini, or a trap, that is not there yet.
 */
export class PortsSettled {
  readonly #pending = new Set<string>();
  readonly #engine: Engine;
  readonly #daemon: Daemon;
  readonly #patienceMs: number;

  constructor(engine: Engine, daemon: Daemon, patience: number) {
    this.#engine = engine;
    this.#daemon = daemon;
    this.#patienceMs = usualPatienceMs * patience;
  }

  /** Takes note of a finished API call. */
  note(call: ApiCall): void {
    const name = call.method === 'POST' && call.status === 204 ? startCall.exec(call.path)?.[1] : undefined;
    if (name !== undefined) this.#pending.add(name);
  }

  /** Resolves once all containers started since the last time listen on their published ports, or time is over. */
  async wait(signal: AbortSignal): Promise<void> {
    const names = [...this.#pending];
    this.#pending.clear();
    const deadline = Date.now() + this.#patienceMs;
    const listening = Promise.all(names.map((name) => this.#listening(name, deadline, signal)));
    if (names.length > 0)
      await within(this.#patienceMs * 2, listening, () => new RangeError('late')).catch(() => undefined);
  }

  async #listening(name: string, deadline: number, signal: AbortSignal): Promise<void> {
    const idleBy = deadline - this.#patienceMs + (busyMs * this.#patienceMs) / usualPatienceMs;
    let pauseMs = firstPauseMs;
    while (Date.now() < deadline && !signal.aborted) {
      const container = await this.#daemon.container(name).catch(() => undefined);
      if (container?.state !== 'running') return;
      const ports = portsOf(container);
      if (ports.length > 0 ? await this.#listens(container, ports) : await this.#waits(container)) return;
      if (ports.length === 0 && Date.now() >= idleBy) return;
      await sleep(pauseMs);
      pauseMs = Math.min(pauseMs * 1.25, longestPauseMs);
    }
  }

  async #listens({ pid, ports }: Container, wanted: readonly string[]): Promise<boolean> {
    const listening: boolean[] = [];
    for (const port of wanted) listening.push(await this.#isSo(`listening ${pid} ${hexPort(port)}`));
    return ports.length > 0 ? listening.every(Boolean) : listening.some(Boolean);
  }

  #waits({ pid }: Container): Promise<boolean> {
    return this.#isSo(`waiting ${pid}`);
  }

  async #isSo(question: string): Promise<boolean> {
    const socket = await this.#engine.control(question).catch(() => undefined);
    const answer = socket && (await controlAnswer(socket, 16, 1000));
    return answer?.toString().trim() === 'yes';
  }
}

/** The ports that a server is expected on: the published ones, else those that are exposed. */
function portsOf({ ports, exposedPorts }: Container): string[] {
  const published = ports.map(({ containerPort }) => containerPort);
  return [...new Set((published.length > 0 ? published : exposedPorts).filter(isTcp))];
}

function isTcp(port: string): boolean {
  return port.endsWith('/tcp');
}

/** `6060/tcp` as /proc/net/tcp writes the port: `17AC`. */
function hexPort(containerPort: string): string {
  return Number.parseInt(containerPort, 10).toString(16).toUpperCase().padStart(4, '0');
}
