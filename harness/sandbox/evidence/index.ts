export { withLines } from './event.ts';
export { EventRecorder } from './event-recorder.ts';
