import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { graderFaults, importGrader } from '../authoring/index.ts';
import { discoverAssignments } from '../manifest/index.ts';
import { paperFaults, ruleFaults, writtenMutants } from './index.ts';

const root = join(import.meta.dirname, '..', '..');

describe.each(await discoverAssignments(join(root, 'assignments')))(
  'the author of $id',
  async (assignment) => {
    const folder = join(root, 'graders', assignment.id);
    const module = await importGrader(join(folder, 'grader.ts'));
    const { grader, templates } = module;

    it('wrote a sound grader, and promises and messages that are possible', async () => {
      expect(graderFaults(grader, assignment.points)).toEqual([]);
      expect(await paperFaults(module, folder)).toEqual([]);
    });

    it('wrote enough checks, variants and mutants, and both statements', async () => {
      expect(await ruleFaults(assignment, grader, folder)).toEqual([]);
    });

    it('promises a mutant for every check and every message', async () => {
      const promised = (await writtenMutants(folder)).flatMap(({ checks }) => Object.entries(checks));
      const failed = new Set(promised.map(([id]) => id));
      const said = new Set(promised.map(([, messageId]) => messageId));
      expect(grader.checks.map(({ id }) => id).filter((id) => !failed.has(id))).toEqual([]);
      expect(Object.keys(templates).filter((id) => !said.has(id))).toEqual([]);
    });
  },
);
