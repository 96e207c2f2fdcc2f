export { withBlame } from './blame.ts';
export { type RawEvent, withLines } from './event.ts';
export { EventRecorder } from './event-recorder.ts';
export { jsonLines } from './json-lines.ts';
