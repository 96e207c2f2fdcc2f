import { defineGrader } from '#harness';
import { committed, found, fromSource, named, original } from './image.ts';
import { alone, based, kept, patched } from './inside.ts';
import { answers, fresh, logs, published, second, secondName } from './second.ts';
import { copied, restarted, source, sourceName } from './source.ts';

export { say } from './messages.ts';

const container = [source, sourceName, copied, restarted];
const image = [found, named, committed, fromSource, based, patched, alone, kept, original];
const again = [second, secondName, published, answers, logs, fresh];

export default defineGrader({ assignment: 'commit-noderun', checks: [...container, ...image, ...again] });
