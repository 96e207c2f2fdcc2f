export { type Aftermath, aftermath, type Stopped } from './aftermath.ts';
