export { fewestStudents, mostStudents } from './sample-class.ts';
export { surprisesIn } from './surprises.ts';
export {
  type ClassOptions,
  type ExpectedClass,
  type ExpectedVerdict,
  type WrittenClass,
  writeClass,
} from './write-class.ts';
