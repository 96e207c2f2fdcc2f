export { textWidth } from './text-width.ts';
