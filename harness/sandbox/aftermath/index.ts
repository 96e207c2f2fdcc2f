export { type Aftermath, aftermath, type Stopped } from './aftermath.ts';
export { type Space, spaceOf } from './space.ts';
