export { controlAnswer } from './control.ts';
export { daemonSettings } from './daemon-settings.ts';
export { courseHost, Engine } from './engine.ts';
export type { EngineImages } from './engine-images.ts';
