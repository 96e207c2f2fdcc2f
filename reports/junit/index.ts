export { type JUnitOptions, junit } from './junit.ts';
