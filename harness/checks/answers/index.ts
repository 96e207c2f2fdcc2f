export { type Answers, readAnswers } from './read-answers.ts';
