import { randomBytes } from 'node:crypto';
import type { LogGroups } from '../../reports/index.ts';
import type { Environment } from './output.ts';

/** How the CI service that runs this folds its log; undefined where none does, and lines would only be noise. */
export function logGroups(env: Environment): LogGroups | undefined {
  if (env.GITHUB_ACTIONS === 'true') return { service: 'github', token: randomBytes(16).toString('hex') };
  return env.GITLAB_CI === 'true' ? { service: 'gitlab' } : undefined;
}
