import type { Classroom50Submission } from '../../../reports/index.ts';
import { UsageError } from '../../errors.ts';
import type { Environment } from '../output.ts';

/** What Classroom 50's runner calls its variables. */
const variables = {
  classroom: 'CLASSROOM',
  assignment: 'ASSIGNMENT',
  owner: 'OWNER',
  submission: 'SUBMISSION_TAG',
  commit: 'COMMIT_URL',
  release: 'RELEASE_URL',
  review: 'REVIEW_URL',
} as const;

/**
 * What Classroom 50's runner says of the submission. `OWNER` is not always set: then the user's name is the owner's.
 * @throws UsageError `CLASSROOM50_ENV` naming the variables that are not there
 */
export function submissionOf(env: Environment): Classroom50Submission {
  const given: Environment = { ...env, OWNER: env.OWNER || env.USERNAME };
  const absent = Object.values(variables).filter((name) => !given[name]);
  if (absent.length > 0) throw incomplete(absent);
  const value = (name: keyof typeof variables) => given[variables[name]] ?? '';
  return {
    classroom: value('classroom'),
    assignment: value('assignment'),
    assignmentType: env.ASSIGNMENT_TYPE === 'group' ? 'group' : 'individual',
    owner: value('owner'),
    submission: value('submission'),
    commit: value('commit'),
    release: value('release'),
    review: value('review'),
  };
}

function incomplete(absent: readonly string[]): UsageError {
  const names = absent.map((name) => `\`${name}\``).join(', ');
  return new UsageError({
    code: 'CLASSROOM50_ENV',
    message: {
      ko: `Classroom 50의 환경 변수가 없습니다: ${names}`,
      en: `Variables that Classroom 50 sets are not there: ${names}`,
    },
    hint: {
      ko: '이 형식은 Classroom 50 실행기 안에서 씁니다. 다른 곳에서는 `--format json` 을 쓰세요.',
      en: 'This format is for Classroom 50’s runner; elsewhere use `--format json`.',
    },
  });
}
