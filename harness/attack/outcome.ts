import type { Attack } from './attack.ts';

/** How an attack went. `untried`: its script is broken, so that nothing is proven. */
export interface Outcome {
  attack: Attack;
  verdict: Attack['expected'] | 'got through' | 'untried';
  /** What harm showed. */
  harms: string[];
  /** What it printed. */
  output: string;
  durationMs: number;
}
