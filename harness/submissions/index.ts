export type {
  Intake,
  IntakeOptions,
  IntakeReason,
  IntakeTrouble,
  LeftOut,
  Submission,
} from './intake.ts';
export { takeIn } from './take-in.ts';
