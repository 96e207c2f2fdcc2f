import { join } from 'node:path';
import { type GraderModule, importGrader } from '../authoring/index.ts';
import { type Assignment, discoverAssignments, type Examples, loadExamples } from '../manifest/index.ts';
import { caseNames, type WrittenMutant, writtenMutants } from '../verify/index.ts';

/** An assignment with all that its author wrote, as pages about it show it. */
export interface WrittenGrader extends GraderModule {
  assignment: Assignment;
  mutants: WrittenMutant[];
  /** How many submissions are correct in another way than the solution. */
  variants: number;
  examples: Examples;
}

/** All assignments of a checkout, in their order. */
export async function writtenGraders(root: string): Promise<WrittenGrader[]> {
  const assignments = await discoverAssignments(join(root, 'assignments'));
  return Promise.all(
    assignments.map(async (assignment) => {
      const folder = join(root, 'graders', assignment.id);
      const [module, mutants, names, examples] = await Promise.all([
        importGrader(join(folder, 'grader.ts')),
        writtenMutants(folder),
        caseNames(folder),
        loadExamples(folder),
      ]);
      const variants = names.filter((name) => name.startsWith('variants/')).length;
      return { ...module, assignment, mutants, variants, examples };
    }),
  );
}
