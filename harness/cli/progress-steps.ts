import type { Text } from '../text.ts';
import type { Step } from './progress.ts';

/** The parts of grading one submission, in order; the runner's own names. */
export type Phase = 'prepare' | 'boot' | 'replay' | 'checks';

/** What the runner says while it grades. */
export interface GradingProgress {
  readonly phase: Phase;
  readonly line?: number;
  readonly command?: string;
  readonly check?: string;
  readonly done?: number;
  readonly total?: number;
}

const phases: Readonly<Record<Phase, Text>> = {
  prepare: { ko: '이미지 준비', en: 'preparing images' },
  boot: { ko: '도커 엔진 시작', en: 'starting a Docker engine' },
  replay: { ko: '명령 실행', en: 'typing the commands' },
  checks: { ko: '채점', en: 'checking' },
};

/** The runner's progress as one status line. */
export function gradingStep(
  assignment: string,
  { phase, line, command, check, done, total }: GradingProgress,
): Step {
  const count = done !== undefined && total !== undefined ? `${done}/${total}` : undefined;
  const what = command !== undefined && line !== undefined ? `${line}: ${command}` : (command ?? check);
  const detail = [count, what].filter((part) => part !== undefined).join(' ');
  return { phase: phases[phase], subject: assignment, ...(detail ? { detail } : {}) };
}
