export { both, type Markup, markup } from './markup.ts';
export { type HtmlOptions, html } from './page.ts';
export { type PageFrame, pageFrame } from './page-frame.ts';
