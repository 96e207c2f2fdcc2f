export { type MarkdownOptions, markdown } from './markdown.ts';
