import type { ClassWatch, SentinelVerdict } from '../../bulk/index.ts';
import type { GradingJob, QueueLoad } from '../../queue/index.ts';
import type { Result } from '../../result.ts';
import type { Locale, Text } from '../../text.ts';
import type { Output } from '../output.ts';
import { type Progress, plainLine } from '../progress.ts';

/**
 * What is told while a class is graded: on a terminal one line for each student who is done and a live line below; in a
 * log one line for each submission. What the machine failed is told at once, in both.
 */
export class ClassProgress implements ClassWatch {
  readonly #progress: Progress;
  readonly #live: boolean;
  readonly #lang: Locale;
  readonly #total: number;
  readonly #left = new Map<string, number>();
  readonly #scores = new Map<string, string[]>();
  readonly #running = new Set<string>();
  readonly #began = performance.now();
  #done = 0;
  #failed = 0;
  #errors = 0;
  #load: QueueLoad = { running: 0, slots: 0, workers: 1 };

  constructor(
    progress: Progress,
    { animated }: Pick<Output, 'animated'>,
    jobs: readonly GradingJob[],
    lang: Locale,
  ) {
    this.#progress = progress;
    this.#live = animated;
    this.#lang = lang;
    this.#total = jobs.length;
    for (const { student } of jobs) this.#left.set(student, (this.#left.get(student) ?? 0) + 1);
  }

  /** How many were graded so far; what is graded again counts once. */
  get done(): number {
    return this.#done;
  }

  started({ id }: GradingJob): void {
    this.#running.add(id);
    this.#show();
  }

  graded(job: GradingJob, result: Result): void {
    this.#running.delete(job.id);
    this.#done = Math.min(this.#total, this.#done + 1);
    if (result.outcome === 'error') this.#errors += 1;
    else if (result.score !== result.max) this.#failed += 1;
    if (this.#live) this.#student(job, result);
    else this.#line(job, result);
    this.#show();
  }

  sentinel(verdict: SentinelVerdict, result: Result): void {
    if (verdict === 'right') return;
    const { assignment, reason } = result;
    const why = reason?.message[this.#lang] ?? `${result.score} / ${result.max}`;
    this.#say({
      ko: `! 정답을 아는 제출물(${assignment})을 ${verdict === 'wrong' ? '틀리게 채점했습니다' : '채점하지 못했습니다'}: ${why}`,
      en: `! A submission with a known verdict (${assignment}) ${verdict === 'wrong' ? 'was graded wrongly' : 'could not be graded'}: ${why}`,
    });
  }

  suspects(count: number): void {
    this.#done = Math.max(0, this.#done - count);
    this.#say({
      ko: `! 마지막으로 확인한 뒤의 결과 ${count}개를 믿을 수 없어 다시 채점합니다.`,
      en: `! ${count} results since the machine was last seen to grade rightly are graded again.`,
    });
  }

  load(load: QueueLoad): void {
    this.#load = load;
    this.#show();
  }

  /** A line for a log: what became of one submission. */
  #line({ student, assignment }: GradingJob, result: Result): void {
    const seconds = ((result.phases.replay + result.phases.checks) / 1000).toFixed(1);
    const took = result.submissionHash === null ? '' : `  ${seconds} s`;
    const left = this.#timeLeft();
    this.#progress.say(
      plainLine(
        `[${this.#done}/${this.#total}] ${student}  ${assignment}  ${scoreOf(result)}${took}${left ? `  ${left}` : ''}${this.#why(result)}`,
      ),
    );
  }

  /** A line for a terminal: all that a student handed in, once the last of it is graded. */
  #student({ student, assignment }: GradingJob, result: Result): void {
    const scores = this.#scores.get(student) ?? [];
    scores.push(`${assignment} ${scoreOf(result)}`);
    this.#scores.set(student, scores);
    const left = (this.#left.get(student) ?? 1) - 1;
    this.#left.set(student, left);
    if (result.outcome === 'error')
      this.#progress.say(plainLine(`! ${student}  ${assignment}${this.#why(result)}`));
    if (left === 0) this.#progress.say(plainLine(`${student}  ${scores.join(' · ')}`));
  }

  #why({ outcome, reason }: Result): string {
    return outcome === 'error' ? `  ${reason?.message[this.#lang] ?? '-'}` : '';
  }

  #show(): void {
    const { running, slots, workers } = this.#load;
    const percent = this.#total === 0 ? 100 : Math.floor((this.#done * 100) / this.#total);
    const parts: Text[] = [
      { ko: `${running}개 진행 중`, en: `${running} of ${slots} running` },
      ...(workers > 1 ? [{ ko: `기계 ${workers}대`, en: `${workers} machines` }] : []),
      { ko: `감점 ${this.#failed}`, en: `${this.#failed} with failed checks` },
      { ko: `점수 없음 ${this.#errors}`, en: `${this.#errors} without a score` },
      ...(this.#timeLeft() ? [{ ko: this.#timeLeft(), en: this.#timeLeft() }] : []),
    ];
    const first = [...this.#running][0] ?? '';
    this.#progress.show({
      phase: { ko: '채점', en: 'Grading' },
      detail: `${this.#done}/${this.#total} ${percent} % · ${parts.map((part) => part[this.#lang]).join(' · ')} · ${first}`,
    });
  }

  #say(text: Text): void {
    this.#progress.say(plainLine(text[this.#lang]));
  }

  /** By the pace so far; nothing while that says nothing. */
  #timeLeft(): string {
    const passed = performance.now() - this.#began;
    if (this.#done < 3 || passed < 3000 || this.#done >= this.#total) return '';
    const seconds = Math.round((passed / this.#done / 1000) * (this.#total - this.#done));
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return { ko: `${clock} 남음`, en: `${clock} left` }[this.#lang];
  }
}

function scoreOf({ outcome, score, max }: Result): string {
  return outcome === 'graded'
    ? `${score}/${max}`
    : outcome === 'error'
      ? '–'
      : `${score}/${max} (${outcome})`;
}
