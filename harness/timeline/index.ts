export { type CallFilter, type EventFilter, type HostCallFilter, Timeline } from './timeline.ts';
