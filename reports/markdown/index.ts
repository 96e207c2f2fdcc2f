export { inlineMarkdown } from './escape.ts';
export { type MarkdownOptions, markdown } from './markdown.ts';
