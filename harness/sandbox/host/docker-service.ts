import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { controlAnswer } from '../engine/index.ts';
import type { JournalLine } from './journal.ts';
import { mergeSettings } from './settings.ts';

/** As systemd names them; `lost`: the engine itself does not answer, which is nobody's doing. */
export type ServiceState = 'active' | 'inactive' | 'failed' | 'lost';

/** What the docker service stands on. */
export interface ServiceSide {
  /** Asks the engine's control script. */
  control(request: string): Promise<Socket>;
  /** Lets go of dockerd's stream of events: it waits 5 s for open requests before it ends. */
  hangUp(): void;
  /** What dockerd said, oldest first. */
  journal(): Promise<JournalLine[]>;
}

/** Longer than dockerd gives its containers to stop. */
const stopMs = 45_000;
/** From the end of the last container to the last event about it. */
const lastEventMs = 100;
const startMs = 40_000;
const validateMs = 15_000;
const answerCap = 64 * 1024;
const validWords = 'configuration OK';
/** How many lines of its own words a service keeps. */
const noteCap = 200;

/** The docker service of an engine, stopped and started as systemd does it for a student. */
export class DockerService {
  state: ServiceState = 'active';
  since = new Date();
  /** The process id in the engine of the dockerd that runs or ran last. */
  pid = 0;
  /** What dockerd ended with when it failed. */
  exitStatus = 0;
  readonly #side: ServiceSide;
  readonly #notes: JournalLine[] = [];
  #restoresLive = false;

  constructor(side: ServiceSide) {
    this.#side = side;
  }

  /** Stops dockerd, and with it the containers, as in life. */
  async stop(): Promise<void> {
    if (this.state === 'active') {
      const asked = await this.#ask(`ask-to-stop ${this.#restoresLive ? 'leave' : ''}`, stopMs);
      await sleep(lastEventMs);
      this.#side.hangUp();
      const answer = asked && (await this.#ask('stop', stopMs));
      return this.#turn(answer === 'stopped' ? 'inactive' : 'lost');
    }
    if (this.state === 'failed') this.#turn('inactive');
  }

  /** Starts dockerd with this daemon.json; it is `failed` afterwards when the file is not valid or dockerd gives up. */
  async start(file: Buffer): Promise<void> {
    if (this.state === 'active' || this.state === 'lost') return;
    const merged = await this.#settingsOf(file);
    if (merged === undefined) return;
    const request = `start ${base64(JSON.stringify(merged))}`;
    const [word, ...numbers] = (await this.#ask(request, startMs)).split(' ');
    if (word === 'up') {
      this.#restoresLive = merged['live-restore'] === true;
      this.pid = Number(numbers[0]);
      return this.#turn('active');
    }
    if (word !== 'ended') return this.#turn('lost');
    this.exitStatus = Number(numbers[0]);
    this.pid = Number(numbers[1]);
    this.#turn('failed');
  }

  /** Stops and starts it. */
  async restart(file: Buffer): Promise<void> {
    await this.stop();
    await this.start(file);
  }

  /** Its log, oldest first: dockerd's words, and why a daemon.json was not taken. */
  async journal(): Promise<JournalLine[]> {
    if (this.pid === 0) this.pid = Number(await this.#ask('pid', validateMs)) || 0;
    const lines = [...(await this.#side.journal()), ...this.#notes];
    return lines.sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** dockerd's settings, undefined when the file failed the service; the note says why in dockerd's own words. */
  async #settingsOf(file: Buffer): Promise<Record<string, unknown> | undefined> {
    const words = await this.#ask(`validate ${base64(file)}`, validateMs);
    if (words === '') return void this.#turn('lost');
    if (!words.endsWith(validWords)) return void this.#fail(words);
    const settings = mergeSettings(file.toString('utf8'));
    if ('refusal' in settings) return void this.#fail(settings.refusal);
    return settings.merged;
  }

  #fail(words: string): void {
    const at = new Date();
    for (const text of words.split('\n')) if (text.trim() !== '') this.#notes.push({ at, text: text.trim() });
    this.#notes.splice(0, Math.max(0, this.#notes.length - noteCap));
    this.exitStatus = 1;
    this.#turn('failed');
  }

  #turn(state: ServiceState): void {
    this.state = state;
    this.since = new Date();
  }

  /** The control script's answer; empty when the engine gave none. */
  async #ask(request: string, timeoutMs: number): Promise<string> {
    try {
      const socket = await this.#side.control(`daemon ${request}`);
      return (await controlAnswer(socket, answerCap, timeoutMs)).toString('utf8').trim();
    } catch {
      return '';
    }
  }
}

function base64(content: Buffer | string): string {
  return Buffer.from(content).toString('base64');
}
