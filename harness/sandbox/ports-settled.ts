import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../deadline.ts';
import type { Container, Daemon } from '../docker/index.ts';
import type { ApiCall } from '../result.ts';
import { controlAnswer, type Engine } from './engine/index.ts';

const startCall = /^\/containers\/([^/]+)\/(start|restart|unpause)$/;
const usualPatienceMs = 2000;
const pauseMs = 20;

/**
 * Waits as a person would: after a container with published ports was started, until its servers listen, it ended, or
 * two seconds are over. Of one that publishes none, a server on any port that it exposes will do: a database that ends
 * for want of a password must have ended when the next line asks for its log. It asks the kernel for listeners rather
 * than connecting, since a connection would show in the app's log.
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
    while (Date.now() < deadline && !signal.aborted) {
      const container = await this.#daemon.container(name).catch(() => undefined);
      if (container?.state !== 'running' || (await this.#listens(container))) return;
      await sleep(pauseMs);
    }
  }

  async #listens({ pid, ports, exposedPorts }: Container): Promise<boolean> {
    const published = ports.map(({ containerPort }) => containerPort);
    const wanted = new Set((published.length > 0 ? published : exposedPorts).filter(isTcp));
    const listening: boolean[] = [];
    for (const port of wanted) {
      const socket = await this.#engine.control(`listening ${pid} ${hexPort(port)}`).catch(() => undefined);
      const answer = socket && (await controlAnswer(socket, 16, 1000));
      listening.push(answer?.toString().trim() === 'yes');
    }
    if (listening.length === 0) return true;
    return published.length > 0 ? listening.every(Boolean) : listening.some(Boolean);
  }
}

function isTcp(port: string): boolean {
  return port.endsWith('/tcp');
}

/** `6060/tcp` as /proc/net/tcp writes the port: `17AC`. */
function hexPort(containerPort: string): string {
  return Number.parseInt(containerPort, 10).toString(16).toUpperCase().padStart(4, '0');
}
