import { expect, test } from 'vitest';
import { importFaults } from './import-rules.ts';
import { parseSource } from './source.ts';

const faults = (path: string, code: string) => importFaults(parseSource(path, code));

test.each([
  ['graders/a/grader.ts', `import { check } from '#harness';`],
  ['graders/a/grader.ts', `import { say } from './say.ts';`],
  ['harness/scaffold/template/grader/grader.ts', `import { check } from '#harness'; import './messages.ts';`],
  ['reports/junit/junit.ts', `import type { Result } from '../../harness/result.ts';`],
  [
    'reports/junit/junit.ts',
    `import { plain } from '../plain-text.ts'; import xml from 'junit-report-builder';`,
  ],
  ['harness/errors.ts', `import type { Text } from './text.ts';`],
  ['harness/sandbox/gate/routes.ts', `import { cap } from '../limits.ts'; import 'node:fs';`],
  [
    'harness/sandbox/sandbox.ts',
    `import { Gate } from './gate/index.ts'; import { ready } from '../docker/index.ts';`,
  ],
  ['harness/runner/attempt.ts', `const { Sandbox } = await import('../sandbox/index.ts');`],
  ['harness/cli/check.ts', `import { junit } from '../../reports/index.ts';`],
  ['script/setup/ask-engine.ts', `import { findEngine } from '../../harness/cli/engine-connection.ts';`],
  ['reports/junit/junit.test.ts', `import { sample } from '../testing/sample.ts';`],
  ['harness/manifest/schemas.ts', `import schema from './schema/result.schema.json' with { type: 'json' };`],
  [
    'harness/runner/a.ts',
    `// import '../cli/main.ts'\nexport const text = "import x from '../cli/main.ts'";`,
  ],
])('%s may: %s', (path, code) => {
  expect(faults(path, code)).toEqual([]);
});

test.each([
  ['a grader reaches into the harness', 'graders/a/grader.ts', `import '../../harness/docker/index.ts';`],
  ['a new grader knows more', 'harness/scaffold/template/grader/grader.ts', `import '../../scaffold.ts';`],
  ['a grader uses a package', 'graders/a/grader.ts', `import { readFile } from 'node:fs/promises';`],
  ['a grader uses another grader', 'graders/a/grader.ts', `export { say } from '../b/say.ts';`],
  [
    'a report knows the harness',
    'reports/json.ts',
    `import type { Grader } from '../harness/authoring/index.ts';`,
  ],
  ['a report knows errors', 'reports/json.ts', `import { causesOf } from '../harness/errors.ts';`],
  ['a text imports', 'harness/text.ts', `import type { Result } from './result.ts';`],
  ['a result imports errors', 'harness/result.ts', `import type { Message } from './errors.ts';`],
  [
    'the sandbox knows the runner',
    'harness/sandbox/a.ts',
    `import type { Progress } from '../runner/index.ts';`,
  ],
  ['docker knows the runner', 'harness/docker/a.ts', `export type * from '../runner/index.ts';`],
  ['the sandbox knows a report', 'harness/sandbox/a.ts', `const r = await import('../../reports/index.ts');`],
  ['the runner knows the command line', 'harness/runner/a.ts', `import { output } from '../cli/output.ts';`],
  ['the runner knows a grader', 'harness/runner/a.ts', `import '../../graders/a/grader.ts';`],
  ['the harness uses its own door for graders', 'harness/runner/a.ts', `import { check } from '#harness';`],
  [
    'a neighbour is entered by a window',
    'harness/runner/a.ts',
    `import { cap } from '../sandbox/limits.ts';`,
  ],
  [
    'a part is entered from outside',
    'harness/runner/a.ts',
    `import { Gate } from '../sandbox/gate/index.ts';`,
  ],
  ['a part is entered by a window', 'harness/sandbox/a.ts', `import { rule } from './gate/rule.ts';`],
  [
    'the command line enters by a window',
    'harness/cli/a.ts',
    `import { junit } from '../../reports/junit/junit.ts';`,
  ],
  ['code uses what is for tests', 'reports/json.ts', `import { sample } from './testing/sample.ts';`],
  ['code uses a test', 'harness/runner/a.ts', `import './b.test-support.ts';`],
])('%s: a fault', (_what, path, code) => {
  expect(faults(path, code)).not.toEqual([]);
});

test('code that cannot be parsed is told, not skipped', () => {
  expect(() => parseSource('harness/a.ts', 'import {')).toThrow('harness/a.ts');
});
