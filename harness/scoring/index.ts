export { type Score, scoreOf } from './score.ts';
