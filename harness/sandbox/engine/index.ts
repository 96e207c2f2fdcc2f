export { controlAnswer } from './control.ts';
export { courseHost, Engine } from './engine.ts';
export type { EngineImages } from './engine-images.ts';
