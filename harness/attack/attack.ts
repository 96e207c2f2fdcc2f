import type { Image } from '../docker/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import type { Timeline } from '../timeline/index.ts';

/** Where an attack starts: the student's terminal, a container, a build, raw HTTP to the gate, the files handed in. */
export type Origin = 'bench' | 'container' | 'build' | 'http' | 'submission';

/** What an attack left behind, for those whose harm shows afterwards. */
export interface Aftermath {
  sandbox: Sandbox;
  timeline: Timeline;
  /** The images that the sandbox began with, by reference. */
  given: Record<string, Image>;
  /** What the attack printed. */
  output: string;
}

/** One try to break out of the sandbox, to wear it down, or to make it lie. */
export interface Attack {
  /** Names what it makes, too: a container or image of this name that is there afterwards is harm. */
  id: string;
  from: Origin;
  /** What it tries, for the table. */
  title: string;
  /** `refused`: what it asks for is not done. `contained`: it is done, or may be, and harms nobody. */
  expected: 'refused' | 'contained';
  /** How the harm would show. */
  effect: string;
  /** Shell script: run with bash in the student's terminal, or with sh as root in the container `den`. */
  script: string;
  /** Looks for harm once the script has ended; gives it in words. */
  after?: (aftermath: Aftermath) => Promise<string | undefined>;
  /** Wears a sandbox down: it gets one of its own. */
  alone?: true;
}

/**
 * Shell that an attack runs where it has done what it must not. No command line holds the word as it is printed, so
 * that an error message that quotes the command is no proof.
 */
export const gotThrough = 'printf GOT%s -THROUGH';
/** What `gotThrough` prints. */
export const throughMark = 'GOT-THROUGH';

/** A container that is started with options it must not have. */
export function runWith(options: string, command = 'true'): string {
  return `docker run --name $ID ${options} $IMG ${command}`;
}

/** The same for a container that may be created, as long as it cannot start: it has no name that would be harm. */
export function runOnce(options: string, command = 'true'): string {
  return `docker run --rm ${options} $IMG ${command}`;
}

/** Reads the engine's secrets below a folder of its own, and leaves a mark there. */
export function plunder(root: string): string {
  return `sh -c 'cat ${root}/canary/secret ${root}/run/drydock/secret; touch ${root}/canary/'$ID`;
}
