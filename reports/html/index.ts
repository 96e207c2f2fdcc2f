export { type HtmlOptions, html } from './page.ts';
