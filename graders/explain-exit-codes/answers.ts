/** What the student answered in `answers.yaml`, as the schema in the starter makes sure of. */
import { type Answers, check, ensure, readAnswers, reject } from '#harness';
import { say } from './messages.ts';
import type { Rule } from './rule.ts';

/** An answer that is left empty is null, or its line is not there. */
type Given<T> = T | null | undefined;
type Table<T> = Readonly<Record<string, Given<T>>>;

/** `answers.yaml` by `answers.schema.json`. */
export interface AnswerFile {
  causes?: Table<string>;
  signals?: Table<{ signal?: Given<string>; rule?: Given<Rule> }>;
  senders?: Table<string>;
  look?: Table<string>;
  explain?: Table<string>;
  predictions?: Table<Rule>;
}

/** The answers with the lines they stand on. */
export type Answered = Extract<Answers<AnswerFile>, { value: unknown }>;

export const path = 'answers.yaml';

/** Whether a part of the file holds any answer at all. */
function isAnswered(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'object' || Object.values(value).some(isAnswered);
}

export const answered = check({
  id: 'answers-readable',
  points: 4,
  title: { ko: '`answers.yaml` 파일을 읽을 수 있다', en: '`answers.yaml` can be read' },
  async run(context): Promise<Answered> {
    const answers = await readAnswers<AnswerFile>(context, path, 'answers.schema.json');
    if ('problem' in answers) return reject(say.unreadable({ problem: answers.problem }));
    ensure(isAnswered(answers.value), say.unanswered());
    return answers;
  },
});
