/** What is true of a class as a whole, for every report that shows it. */
export {
  type AssignmentFigures,
  assignmentFigures,
  bins,
  type CheckFigures,
  hardestChecks,
  mean,
  median,
  percentsOf,
} from './class-figures.ts';
