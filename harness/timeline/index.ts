export { type CallFilter, type EventFilter, Timeline } from './timeline.ts';
