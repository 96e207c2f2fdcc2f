import type { Assignment } from '../manifest/index.ts';
import type { Locale } from '../text.ts';
import { type Fault, machineFailed, type Tried } from '../verify/index.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';

/** What is told while a grader is proven: a line for each case, or on a terminal only for those that are not as said. */
export class VerifyProgress {
  readonly #progress: Progress;
  readonly #everyCase: boolean;
  readonly #lang: Locale;
  #subject = '';
  #total = 0;
  #done = 0;

  constructor(progress: Progress, { animated }: Pick<Output, 'animated'>, lang: Locale) {
    this.#progress = progress;
    this.#everyCase = !animated;
    this.#lang = lang;
  }

  /** Called before the first case of an assignment. */
  planned({ id }: Assignment, total: number): void {
    this.#subject = id;
    this.#total = total;
    this.#done = 0;
    this.#show('');
  }

  /** Called after each. */
  graded({ case: { name }, result }: Tried, faults: readonly Fault[]): void {
    this.#done += 1;
    const machine = machineFailed(result) ? [result.reason?.message[this.#lang] ?? '-'] : [];
    const wrong = [...machine, ...faults.map(({ text }) => text[this.#lang])];
    const mark = machine.length > 0 ? '!' : wrong.length > 0 ? '✗' : '✓';
    const counted = `[${this.#done}/${this.#total}]`;
    if (this.#everyCase || wrong.length > 0)
      this.#progress.say([`${counted} ${mark} ${name}`, ...wrong].join('\n    '));
    this.#show(name);
  }

  #show(name: string): void {
    this.#progress.show({
      phase: { ko: '채점기 증명', en: 'proving the grader' },
      subject: this.#subject,
      detail: `${this.#done}/${this.#total} ${name}`,
    });
  }
}
