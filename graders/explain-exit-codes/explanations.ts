/** Free text: scored for naming the essentials, whatever the words, and written down for the instructor to judge. */
import { check, ensure, type Text } from '#harness';
import { answered } from './answers.ts';
import { essentials, type Question } from './essentials.ts';
import { say } from './messages.ts';

/** A check of one answer in the student's own words. */
function explained(question: Question, title: Text) {
  return check({
    id: question,
    points: 4,
    needs: { answered },
    title,
    run({ needs: { answered }, evidence }) {
      const text = answered.value.explain?.[question] ?? '';
      const missing = essentials[question].filter(({ pattern }) => !pattern.test(text));
      evidence.note(`교수자 확인용 서술형 답 / Free text for the instructor to judge: ${question}`, {
        text,
        pointsByWords: missing.length === 0 ? 4 : 0,
        notFound: missing.map(({ name }) => name.en),
      });
      const line = answered.lineOf(['explain', question]);
      const listed: Text = {
        ko: missing.map(({ name }) => name.ko).join(', '),
        en: missing.map(({ name }) => name.en).join(', '),
      };
      ensure(missing.length === 0, say.essentialsMissing({ question, line, missing: listed }));
    },
  });
}

export const whyKilled = explained('why-137', {
  ko: '137의 여러 원인을 설명했다(서술)',
  en: 'Explained the causes of 137 (free text)',
});

export const whyNotAsked = explained('why-not-143', {
  ko: '`docker stop` 이 143이 아닐 때를 설명했다(서술)',
  en: 'Explained when `docker stop` does not give 143 (free text)',
});
