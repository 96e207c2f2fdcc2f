/** Each prediction against what really happened. */
import { check, ensure, reject, SandboxError, type Text } from '#harness';
import { answered } from './answers.ts';
import { say } from './messages.ts';
import { outcomeOf } from './rule.ts';
import { truth } from './scenarios.ts';

/** A check of one prediction. */
function predicted(name: string, points: number, title: Text) {
  return check({
    id: `predicted-${name}`,
    points,
    needs: { answered },
    disturbs: true,
    title,
    async run(context) {
      const { answered } = context.needs;
      const rule = answered.value.predictions?.[name];
      const line = answered.lineOf(['predictions', name]);
      if (rule === null || rule === undefined) return reject(say.notPredicted({ name, line }));
      const { values, outcomes, drawn } = await truth(context);
      const happened = outcomes.get(name);
      if (happened === undefined) throw noOutcome(name);
      const expected = outcomeOf(rule, values);
      context.evidence.note(`prediction ${name}`, { rule, ...drawn, expected, happened });
      const { s, h } = values;
      ensure(
        expected === happened,
        say.otherOutcome({
          name,
          line,
          rule: String(rule).trim(),
          s,
          h,
          expected: expected ?? '-',
          happened,
        }),
      );
    },
  });
}

/** Without an outcome nothing can be said of a prediction: that is the machine's failure, not a wrong answer. */
function noOutcome(name: string): SandboxError {
  return new SandboxError({
    code: 'NO_OUTCOME',
    message: {
      ko: `채점용 도커 엔진에서 \`${name}\` 실험의 결과를 알아내지 못했습니다.`,
      en: `The grading engine did not show what came of the experiment \`${name}\`.`,
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. 다시 실행해 보고, 되풀이되면 `drydock doctor` 를 실행하세요.',
      en: 'This is not the submission’s fault. Run it again; if it repeats, run `drydock doctor`.',
    },
  });
}

export const predictions = [
  predicted('stop-ignored', 3, {
    ko: '예측: 시그널을 무시하는 프로그램의 stop',
    en: 'Predicted: stop of a program that ignores the signal',
  }),
  predicted('stop-under-tini', 3, {
    ko: '예측: tini 아래 프로그램의 stop',
    en: 'Predicted: stop of a program under tini',
  }),
  predicted('stop-handled', 3, {
    ko: '예측: 시그널을 받고 스스로 끝나는 프로그램의 stop',
    en: 'Predicted: stop of a program that ends itself on the signal',
  }),
  predicted('kill-pid-one', 3, {
    ko: '예측: 시그널을 다루지 않는 PID 1에 `docker kill -s`',
    en: 'Predicted: `docker kill -s` of a PID 1 without a handler',
  }),
  predicted('memory-limit', 3, {
    ko: '예측: 메모리 한도를 넘을 때',
    en: 'Predicted: beyond the memory limit',
  }),
  predicted('missing-file', 2, { ko: '예측: 없는 프로그램', en: 'Predicted: a program that is not there' }),
  predicted('not-executable', 2, {
    ko: '예측: 실행 권한이 없는 파일',
    en: 'Predicted: a file that may not be executed',
  }),
  predicted('unknown-option', 3, { ko: '예측: 없는 옵션', en: 'Predicted: an unknown option' }),
];
