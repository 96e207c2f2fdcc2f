import type { Grader } from '../authoring/index.ts';
import type { Progress as GradingProgress } from '../runner/index.ts';
import type { Locale, Text } from '../text.ts';
import type { Step } from './progress.ts';

const phases: Readonly<Record<GradingProgress['phase'], Text>> = {
  prepare: { ko: '이미지 준비', en: 'preparing images' },
  boot: { ko: '도커 엔진 시작', en: 'starting a Docker engine' },
  replay: { ko: '명령 실행', en: 'typing the commands' },
  checks: { ko: '채점', en: 'checking' },
};

/** The runner's progress as one status line: the command with its line, the check with its title. */
export function gradingStep(grader: Grader, told: GradingProgress, locale: Locale): Step {
  const step = { phase: phases[told.phase], subject: grader.assignment };
  if (told.phase === 'replay') return { ...step, detail: `${told.line}: ${told.command}` };
  if (told.phase !== 'checks') return step;
  const title = grader.checks.find(({ id }) => id === told.check)?.title[locale] ?? told.check;
  return { ...step, detail: `${told.done}/${told.total} ${title}` };
}
