export { type Classroom50Answer, type Classroom50Submission, classroom50 } from './classroom50.ts';
