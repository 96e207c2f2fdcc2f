export { type JUnitOptions, type JUnitProfile, junit } from './junit.ts';
