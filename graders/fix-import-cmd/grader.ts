import { defineGrader } from '#harness';
import { built5, layers5 } from './built-image.ts';
import { answers3, answers5, made3, made5, published3, published5, running3, running5 } from './container.ts';
import { exporting, met, source } from './export.ts';
import { bare4, files3, files4, flat3, flat4, imported3, imported4 } from './imported-image.ts';
import { pid1, toldApart, written } from './lost.ts';
import { containerNames, imageNames } from './names.ts';
import { command3, command5 } from './start-command.ts';

export { say } from './messages.ts';

const way = [exporting, source, met];
const first = [flat3, imported3, files3, command3, made3, running3, published3, answers3];
const second = [
  flat4,
  imported4,
  files4,
  bare4,
  built5,
  layers5,
  command5,
  made5,
  running5,
  published5,
  answers5,
];
const note = [written, toldApart, pid1];
const names = [imageNames, containerNames];

export default defineGrader({
  assignment: 'fix-import-cmd',
  checks: [...way, ...first, ...second, ...note, ...names],
});
