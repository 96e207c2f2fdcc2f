export { type Aftermath, aftermath, type Stopped } from './aftermath.ts';
export { limitKinds, limitText } from './limit-texts.ts';
export { type Space, spaceOf } from './space.ts';
